//! The second reader: every word of a file, knowing nothing of what the file says.
//!
//! It proves the first: what one of them reads and the other does not is a word lost or a word invented. So it goes its
//! own way through the bytes and shares with the first only what a word is and how a letter is written.

mod inline;
mod markdown;
mod names;
mod office;
mod open_document;
mod page;
mod sheets;

pub(super) use markdown::markdown;
pub(super) use office::office;
pub(super) use open_document::open_document;
pub(super) use page::page;
pub(super) use sheets::sheets;

use super::characters::Door;
use super::words::{Words, count};

/// The words of plain text. Bars that part cells are no words.
pub(super) fn text(text: &str) -> Words {
    let mut words = Words::new();
    for line in Door::default().usual(text).lines() {
        if line.split_whitespace().all(|word| word == "|") {
            count(&mut words, line);
        } else {
            count(
                &mut words,
                &line.split_whitespace().filter(|word| *word != "|").collect::<Vec<_>>().join(" "),
            );
        }
    }
    words
}
