//! Characters that nobody sees, and the files in which they may stand.
//!
//! In: the files of a tree. Out: for a file, which of its hidden characters its plan's source has too. Which
//! characters are hidden is told by [`crate::text::normalize`]; what is done about them is for others to say.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::layout::{self, ContentFile};
use super::load::SourceTree;
use super::place::SourcePath;
use crate::text::normalize::{OddKind, odd_characters};

/// Whether hidden characters are of no use in the file: people edit it, and it is not the plan's text, which is
/// compared with its source word by word, hidden characters and all.
pub fn is_unwanted_in(path: &SourcePath) -> bool {
    is_edited(path) && !is_kept_in(path)
}

/// Whether people edit the file.
pub fn is_edited(path: &SourcePath) -> bool {
    (layout::is_yaml(path) || layout::is_markdown(path))
        && ContentFile::of(path) != Some(ContentFile::Guide)
}

/// Whether hidden characters belong to the file.
pub fn is_kept_in(path: &SourcePath) -> bool {
    matches!(ContentFile::of(path), Some(ContentFile::PlanText(_)))
}

/// The words with characters without width in the plans' sources, by plan.
pub struct SourceWords<'a>(BTreeMap<&'a str, BTreeSet<&'a str>>);

impl<'a> SourceWords<'a> {
    /// Those of all plans.
    pub fn of(tree: &'a SourceTree) -> Self {
        Self::among(tree.texts.iter().map(|(path, file)| (path, &*file.text)))
    }

    pub(crate) fn among(texts: impl Iterator<Item = (&'a SourcePath, &'a str)>) -> Self {
        let mut words: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for (path, text) in texts {
            let Some(ContentFile::SourceCopy(plan, _)) = ContentFile::of(path) else { continue };
            let odd = odd_characters(text).into_iter();
            let hidden = odd.filter(|(_, kind)| *kind != OddKind::NoBreakSpace);
            let its_words = words.entry(plan).or_default();
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
        Self(words)
    }

    /// The words of a task's file or of the plan's text, to be held against those of the plan's source; other files have none.
    pub fn beside<'b>(&'b self, path: &SourcePath, text: &'b str) -> Beside<'b> {
        let known = match ContentFile::of(path) {
            Some(ContentFile::Task(plan, _) | ContentFile::PlanText(plan)) => self.0.get(plan),
            _ => None,
        };
        Beside { known, text, word: 0..0, is_known: false }
    }
}

/// A file's words beside those of its source; the last word that was asked for is remembered.
pub struct Beside<'a> {
    known: Option<&'a BTreeSet<&'a str>>,
    text: &'a str,
    word: Range<usize>,
    is_known: bool,
}

impl Beside<'_> {
    /// Whether the character without width at byte `at` stands in a word that the source has just so.
    pub fn has(&mut self, at: usize) -> bool {
        let Some(known) = self.known else { return false };
        if !self.word.contains(&at) {
            self.word = around(self.text, at);
            self.is_known = known.contains(trimmed(&self.text[self.word.clone()]));
        }
        self.is_known
    }
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
