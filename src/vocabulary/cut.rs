//! Words of tasks, cut for their place.

use super::task as words;

/// The first words of a long text.
pub fn shortened(text: &str) -> String {
    const WORDS: usize = 18;
    to(WORDS, text)
}

/// The first words of a text that has more than so many.
pub fn to(most: usize, text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= most { words.join(" ") } else { words::shortened(words[..most].join(" ")) }
}
