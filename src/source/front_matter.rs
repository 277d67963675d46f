//! Where the YAML of a file stands: all of a YAML file, the front matter of a Markdown file.
//!
//! In: the file's text. Out: the bytes of its YAML and of its body, or why there are none. Reads neither of them.

use std::ops::Range;

use super::layout;
use super::place::SourcePath;

/// The line that opens and closes the front matter.
const FENCE: &str = "---";

/// The two parts of a Markdown file, as bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The YAML, without the lines around it.
    pub yaml: Range<usize>,
    /// What follows the closing line.
    pub body: Range<usize>,
}

/// Why a file has no front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrontMatterFault {
    /// The file does not begin with `---`.
    Missing {
        /// Its first line that says something.
        first: Range<usize>,
    },
    /// No second `---` follows.
    NotClosed {
        /// The opening line.
        opening: Range<usize>,
    },
}

/// The bytes of the file's YAML; nothing where a Markdown file has no sound front matter.
pub fn yaml_of(file: &SourcePath, text: &str) -> Option<Range<usize>> {
    if layout::is_markdown(file) {
        bounds(text).ok().map(|bounds| bounds.yaml)
    } else {
        Some(after_mark(text)..text.len())
    }
}

/// Finds the front matter; a byte order mark and any kind of line end are tolerated.
pub fn bounds(text: &str) -> Result<Bounds, FrontMatterFault> {
    let mut lines = Lines { text, at: after_mark(text) };
    let opening = lines.next().filter(|line| is_fence(&text[line.clone()]));
    let Some(opening) = opening else {
        return Err(FrontMatterFault::Missing { first: first_words(text) });
    };
    let start = lines.at;
    while let Some(line) = lines.next() {
        if is_fence(&text[line.clone()]) {
            return Ok(Bounds { yaml: start..line.start, body: lines.at..text.len() });
        }
    }
    Err(FrontMatterFault::NotClosed { opening: opening.start..opening.start + FENCE.len() })
}

/// The byte behind a byte order mark at the head of a text.
pub fn after_mark(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == FENCE
}

fn first_words(text: &str) -> Range<usize> {
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    let start = text.len() - text.trim_start_matches(blank).len();
    let rest = &text[start..];
    let line = rest.lines().next().unwrap_or_default();
    start..start + line.len()
}

/// The lines of a text with their line ends, as bytes.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            return None;
        }
        let start = self.at;
        self.at = rest.find('\n').map_or(self.text.len(), |end| start + end + 1);
        Some(start..self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<(&str, &str), &str>) {
        let found = bounds(text).map(|found| (&text[found.yaml], &text[found.body]));
        let found = found.map_err(|fault| match fault {
            FrontMatterFault::Missing { first } => format!("missing {}", &text[first]),
            FrontMatterFault::NotClosed { opening } => format!("not closed {}", opening.start),
        });
        assert_eq!(found, expected.map_err(str::to_owned), "{text:?}");
    }

    #[test]
    fn the_two_fences_part_the_file() {
        check("---\nso: 1\n---\nLời.\n", Ok(("so: 1\n", "Lời.\n")));
        check("\u{feff}---\r\nso: 1\r\n--- \r\nLời.", Ok(("so: 1\r\n", "Lời.")));
        check("---\r\nso: 1\r\n---\r\nĐã xong.\r\n", Ok(("so: 1\r\n", "Đã xong.\r\n")));
        check("---\n---\n", Ok(("", "")));
        check("---\nso: 1\n---", Ok(("so: 1\n", "")));
        check("---\na: |\n  ---\n---\n---\n", Ok(("a: |\n  ---\n", "---\n")));
    }

    #[test]
    fn a_missing_fence_is_told_with_its_place() {
        check("", Err("missing "));
        check("so: 1\n", Err("missing so: 1"));
        check("\n\nLời.\n---\n", Err("missing Lời."));
        check("\n---\nso: 1\n---\n", Err("missing ---"));
        check("----\nso: 1\n", Err("missing ----"));
        check("\u{feff}---\nso: 1\n", Err("not closed 3"));
    }
}
