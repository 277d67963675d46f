//! Safe mends of content files: what can be put right without knowing what was meant.
//!
//! In: the files as they were read. Out: [`Mended`] files, each with what was done. Words stay as they are:
//! composed letters for decomposed ones, characters that nobody sees, days written with one digit, blanks at
//! the end of YAML lines. The plan's text and its source copy keep everything but their form of letters.

use std::collections::BTreeMap;

use crate::diagnostic::SourcePath;
use crate::output::Checksum;
use crate::source::conflict::conflicts;
use crate::source::hidden::{SourceWords, is_edited, is_kept_in};
use crate::source::{SourceFile, SourceTree, front_matter};
use crate::text::normalize::{OddKind, odd_kind};

/// A file that can be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The file.
    pub path: SourcePath,
    /// Its text as it was read, in NFC.
    pub before: String,
    /// Its text as it should be.
    pub after: String,
    /// What was done, each with how often.
    pub done: BTreeMap<Mend, usize>,
}

/// A kind of mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mend {
    /// Decomposed letters were composed (CK140).
    Composed,
    /// Characters without width were dropped (CK142).
    WithoutWidth,
    /// No-break spaces became spaces (CK142).
    NoBreakSpace,
    /// Days and months got their zero: `2016-5-3`.
    DatePadding,
    /// Blanks at the end of YAML lines were dropped.
    TrailingBlanks,
}

impl Mend {
    /// What was done, in words.
    pub fn words(self) -> &'static str {
        match self {
            Mend::Composed => "chữ có dấu về dạng dựng sẵn (NFC)",
            Mend::WithoutWidth => "bỏ ký tự không nhìn thấy",
            Mend::NoBreakSpace => "dấu cách không ngắt thành dấu cách",
            Mend::DatePadding => "thêm số 0 vào ngày, tháng",
            Mend::TrailingBlanks => "bỏ dấu cách cuối dòng",
        }
    }
}

/// The files that can be mended, by path.
pub fn of(tree: &SourceTree) -> Vec<Mended> {
    // A merge under way is its editor's.
    let is_merged = |file: &SourceFile| conflicts(&file.text).is_empty();
    let files = tree.texts.iter().filter(|(path, file)| is_edited(path) && is_merged(file));
    let sources = SourceWords::of(tree);
    files.filter_map(|(path, file)| mended(&sources, path, file)).collect()
}

fn mended(sources: &SourceWords<'_>, path: &SourcePath, file: &SourceFile) -> Option<Mended> {
    let before = file.text.to_string();
    let mut done = BTreeMap::new();
    if Checksum::of(before.as_bytes()) != Checksum::from(file.sha256) {
        done.insert(Mend::Composed, 1);
    }
    let after = if is_kept_in(path) {
        before.clone()
    } else {
        let seen = without_hidden(sources, path, &before, &mut done);
        yaml_lines(path, &seen, &mut done)
    };
    (!done.is_empty()).then(|| Mended { path: path.clone(), before, after, done })
}

fn without_hidden(
    sources: &SourceWords<'_>,
    path: &SourcePath,
    text: &str,
    done: &mut BTreeMap<Mend, usize>,
) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut words = sources.beside(path, text);
    for (at, c) in text.char_indices() {
        match odd_kind(c) {
            None => kept.push(c),
            Some(OddKind::NoBreakSpace) => {
                *done.entry(Mend::NoBreakSpace).or_default() += 1;
                kept.push(' ');
            }
            Some(_) if words.has(at) => kept.push(c),
            Some(_) => *done.entry(Mend::WithoutWidth).or_default() += 1,
        }
    }
    kept
}

/// The lines of YAML without blanks at their ends and with whole dates; Markdown stays as it is, since
/// two blanks at a line's end mean something there.
fn yaml_lines(path: &SourcePath, text: &str, done: &mut BTreeMap<Mend, usize>) -> String {
    let yaml = front_matter::yaml_of(path, text).unwrap_or(0..0);
    let mut mended = String::with_capacity(text.len());
    mended.push_str(&text[..yaml.start]);
    for line in text[yaml.clone()].split_inclusive('\n') {
        let words = line.trim_end_matches(['\n', '\r']);
        let end = &line[words.len()..];
        let kept = words.trim_end_matches([' ', '\t']);
        if kept.len() < words.len() {
            *done.entry(Mend::TrailingBlanks).or_default() += 1;
        }
        match with_whole_date(kept) {
            Some(whole) => {
                *done.entry(Mend::DatePadding).or_default() += 1;
                mended.push_str(&whole);
            }
            None => mended.push_str(kept),
        }
        mended.push_str(end);
    }
    mended.push_str(&text[yaml.end..]);
    mended
}

/// The line with zeros in its date, where all that stands behind the key is such a date.
fn with_whole_date(line: &str) -> Option<String> {
    let (key, value) = line.split_once(": ")?;
    let name = key.trim_start().trim_start_matches("- ");
    if !(name.starts_with("ngay") || ["tu", "den", "cu", "moi"].contains(&name)) {
        return None;
    }
    let bare = value.trim().trim_matches('"');
    let parts: Vec<&str> = bare.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    let digits = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let short = month.len() < 2 || day.len() < 2;
    if year.len() != 4 || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) || !short {
        return None;
    }
    Some(format!("{key}: {}", value.replacen(bare, &format!("{year}-{month:0>2}-{day:0>2}"), 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(file: &str, text: &str, expected: &str, kinds: &[Mend]) {
        let path = SourcePath::content(file);
        let mut done = BTreeMap::new();
        assert_eq!(yaml_lines(&path, text, &mut done), expected);
        assert_eq!(done.into_keys().collect::<Vec<_>>(), kinds);
    }

    #[test]
    fn dates_get_their_zeros_and_lines_lose_their_blanks() {
        check("a.yml", "ngay: 2016-5-3\n", "ngay: 2016-05-03\n", &[Mend::DatePadding]);
        check(
            "a.yml",
            "  - ngay: \"2016-12-3\"  \n",
            "  - ngay: \"2016-12-03\"\n",
            &[Mend::DatePadding, Mend::TrailingBlanks],
        );
        check(
            "a.yml",
            "ngay: 2016-05-03\nso_hieu: 1-2-3\nngay: 2016\n",
            "ngay: 2016-05-03\nso_hieu: 1-2-3\nngay: 2016\n",
            &[],
        );
        check("a.yml", "noi_dung: x \r\n", "noi_dung: x\r\n", &[Mend::TrailingBlanks]);
    }

    #[test]
    fn markdown_keeps_its_blanks() {
        let text = "---\nngay: 2016-5-3\n---\nMột  \nngay: 2016-5-3 \n";
        let expected = "---\nngay: 2016-05-03\n---\nMột  \nngay: 2016-5-3 \n";
        check("a.md", text, expected, &[Mend::DatePadding]);
    }
}
