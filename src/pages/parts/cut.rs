//! Words of tasks, cut for their place.

use crate::pages::context::runs;
use crate::pages::values::Run;
use crate::vocabulary::task as words;

/// The first words of a long text.
pub(crate) fn shortened(text: &str) -> String {
    const WORDS: usize = 18;
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= WORDS { words.join(" ") } else { words::shortened(words[..WORDS].join(" ")) }
}

/// Words of a cell, a passage a line.
pub(crate) fn lines(text: &str) -> Vec<Vec<Run>> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(runs).collect()
}
