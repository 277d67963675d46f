//! Whether every word of the source has a place: the words of a second reader against those of content, furniture and what
//! has no place.

use std::collections::BTreeMap;

use super::read::Words;
use super::sheet::{Fate, Sheet};

/// The sums.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Words of the source, by the second reader.
    pub source: usize,
    /// Words that stand in the content.
    pub content: usize,
    /// Words that are no part of the document.
    pub furniture: usize,
    /// Words that have no place.
    pub unplaced: usize,
    /// Lines of each of these.
    pub lines: (usize, usize, usize),
    /// Words that the source has and nothing took, with how often.
    pub missing: Vec<(String, usize)>,
    /// Words that were taken and the source does not have.
    pub added: Vec<(String, usize)>,
}

impl Account {
    /// The sums of a sheet whose lines are settled; `words` are those of the second reader.
    pub(crate) fn of(sheet: &Sheet, words: &Words) -> Self {
        let mut account = Self { source: words.values().sum(), ..Self::default() };
        let mut left: BTreeMap<String, isize> = words
            .iter()
            .map(|(word, count)| (word.clone(), isize::try_from(*count).unwrap_or(0)))
            .collect();
        for raw in &sheet.raws {
            let mut count = 0;
            let without = without_calls(&raw.source, &sheet.marks);
            for word in without.split_whitespace() {
                count += 1;
                *left.entry(word.to_owned()).or_default() -= 1;
            }
            match raw.fate {
                Fate::Content => {
                    account.content += count;
                    account.lines.0 += 1;
                }
                Fate::Furniture(_) => {
                    account.furniture += count;
                    account.lines.1 += 1;
                }
                Fate::Unplaced => {
                    account.unplaced += count;
                    account.lines.2 += 1;
                }
            }
        }
        for (word, left) in left {
            match left {
                0 => {}
                1.. => account.missing.push((word, left.unsigned_abs())),
                _ => account.added.push((word, left.unsigned_abs())),
            }
        }
        // Signs alone are no words: a bullet may be drawn by a list.
        account.missing.retain(|(word, _)| word.chars().any(char::is_alphanumeric));
        account.added.retain(|(word, _)| word.chars().any(char::is_alphanumeric));
        account
    }

    /// Whether every word has a place.
    pub fn holds(&self) -> bool {
        self.missing.is_empty() && self.added.is_empty()
    }
}

/// The text without marks of footnotes, which readers put there.
fn without_calls(text: &str, marks: &[String]) -> String {
    marks.iter().fold(text.to_owned(), |text, mark| text.replace(mark.as_str(), ""))
}
