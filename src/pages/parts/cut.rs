//! Words of tasks, cut for their place.

use crate::vocabulary::task as words;

/// The first words of a long text.
pub(crate) fn shortened(text: &str) -> String {
    const WORDS: usize = 18;
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= WORDS { words.join(" ") } else { words::shortened(words[..WORDS].join(" ")) }
}
