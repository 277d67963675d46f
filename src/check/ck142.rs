//! CK142: characters that nobody sees.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::diagnostic::catalog::ck142;
use crate::diagnostic::{Diagnostics, SourcePath};
use crate::load::SourceTree;
use crate::text::normalize::{OddKind, odd_characters};

/// The words with characters without width in the plans' sources, by folder.
pub(crate) struct SourceWords<'a>(BTreeMap<&'a str, BTreeSet<&'a str>>);

impl<'a> SourceWords<'a> {
    /// Those of all plans.
    pub(crate) fn of(tree: &'a SourceTree) -> Self {
        Self::among(tree.texts.iter().map(|(path, file)| (path, &*file.text)))
    }

    fn among(texts: impl Iterator<Item = (&'a SourcePath, &'a str)>) -> Self {
        let mut words: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for (path, text) in texts {
            let Some((folder, name)) = path.as_str().rsplit_once('/') else { continue };
            if name.ends_with(".txt") {
                let odd = odd_characters(text).into_iter();
                let hidden = odd.filter(|(_, kind)| *kind != OddKind::NoBreakSpace);
                let its_words = words.entry(folder).or_default();
                let mut end = 0;
                for (range, _) in hidden {
                    // A word of hidden characters alone is walked over once, not once for each.
                    if end <= range.start {
                        let word = around(text, range.start);
                        end = word.end;
                        its_words.insert(trimmed(&text[word]));
                    }
                }
            }
        }
        Self(words)
    }

    /// The words of a plan's file, to be held against those of the plan's source.
    pub(crate) fn beside<'b>(&'b self, path: &SourcePath, text: &'b str) -> Beside<'b> {
        let folder = path.as_str().split("/nhiem-vu/").next().unwrap_or(path.as_str());
        Beside { known: self.0.get(folder), text, word: 0..0, is_known: false }
    }
}

/// A file's words beside those of its source; the last word that was asked for is remembered.
pub(crate) struct Beside<'a> {
    known: Option<&'a BTreeSet<&'a str>>,
    text: &'a str,
    word: Range<usize>,
    is_known: bool,
}

impl Beside<'_> {
    /// Whether the character without width at byte `at` stands in a word that the source has just so.
    pub(crate) fn has(&mut self, at: usize) -> bool {
        let Some(known) = self.known else { return false };
        if !self.word.contains(&at) {
            self.word = around(self.text, at);
            self.is_known = known.contains(trimmed(&self.text[self.word.clone()]));
        }
        self.is_known
    }
}

/// Whether people edit the file, so that what nobody sees in it is of no use.
pub(crate) fn is_edited(path: &SourcePath) -> bool {
    let name = path.as_str();
    (name.ends_with(".yml") || name.ends_with(".md")) && name != "README.md"
}

/// Whether hidden characters belong to the file: the plan's text is compared with its source word by word,
/// hidden characters and all.
pub(crate) fn keeps_hidden(path: &SourcePath) -> bool {
    path.as_str().ends_with("/van-ban.md")
}

pub(super) fn check(tree: &SourceTree, problems: &mut Diagnostics) {
    let sources = SourceWords::of(tree);
    for (path, its) in &tree.texts {
        if is_edited(path) && !keeps_hidden(path) {
            file(path, &its.text, &sources, problems);
        }
    }
}

/// Tells each kind of hidden character once, at its first place.
fn file(path: &SourcePath, text: &str, sources: &SourceWords<'_>, problems: &mut Diagnostics) {
    let mut found: BTreeMap<char, (Range<usize>, OddKind, usize)> = BTreeMap::new();
    let mut words = sources.beside(path, text);
    for (range, kind) in odd_characters(text) {
        let known = kind != OddKind::NoBreakSpace && words.has(range.start);
        let sign = text[range.clone()].chars().next();
        if let (Some(sign), false) = (sign, known) {
            found.entry(sign).or_insert((range, kind, 0)).2 += 1;
        }
    }
    for (sign, (range, kind, count)) in found {
        let name = match kind {
            OddKind::NoBreakSpace => "dấu cách không ngắt",
            OddKind::ZeroWidth if turns_text(sign) => "ký tự đổi chiều chữ",
            OddKind::ZeroWidth => "ký tự rộng bằng không",
            OddKind::ByteOrderMark => "dấu thứ tự byte",
        };
        let name = format!("{name} (U+{:04X})", u32::from(sign));
        problems.push(ck142::hidden_character(path.passage(range), &name, count));
    }
}

/// Whether the character changes the direction in which text runs.
fn turns_text(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The run of characters other than white space around byte `at`.
fn around(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].char_indices().rev().find(|(_, c)| c.is_whitespace());
    let start = start.map_or(0, |(index, c)| index + c.len_utf8());
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |length| at + length);
    start..end
}

/// A word without signs at its ends.
fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::At;

    #[track_caller]
    fn check(text: &str, source: &str, expected: &[(usize, &str)]) {
        let path = SourcePath::content("ke-hoach/a/nhiem-vu/1-1.md");
        let copy = SourcePath::content("ke-hoach/a/nguon.txt");
        let sources = SourceWords::among([(&copy, source)].into_iter());
        let mut problems = Diagnostics::default();
        file(&path, text, &sources, &mut problems);
        let found: Vec<_> = problems
            .iter()
            .map(|problem| match &problem.place.at {
                At::Passage(range) => (range.start, problem.what.as_str()),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn each_hidden_character_is_told_once() {
        check("so:\u{a0}\"1\"\u{a0}", "", &[(3, "Có 2 dấu cách không ngắt (U+00A0) trong tệp.")]);
        check("a\u{200b}b", "", &[(1, "Có ký tự rộng bằng không (U+200B) trong tệp.")]);
        check("\u{feff}a", "", &[(0, "Có dấu thứ tự byte (U+FEFF) trong tệp.")]);
        check("Kế hoạch – “số” 1…", "", &[]);
    }

    #[test]
    fn a_word_of_the_source_keeps_its_hidden_characters() {
        check("chữ \"an\u{200b}toàn.", "về an\u{200b}toàn. Hết", &[]);
        let told = [(5, "Có ký tự rộng bằng không (U+200B) trong tệp.")];
        check("an to\u{200b}àn", "về an\u{200b}toàn", &told);
    }
}
