//! Text in tables that a spreadsheet opens.
//!
//! In: the words of a cell. Out: the same, so that they are shown and not run ("CSV injection", OWASP). Such words have
//! [`GUARD`] before them, and so have those that begin with it: whoever takes the first guard away has the words again.

use std::borrow::Cow;

/// What stands before words that a spreadsheet would run.
pub const GUARD: char = '\'';

/// The words with a guard where they need one.
pub fn guarded(words: &str) -> Cow<'_, str> {
    if is_run(words) { format!("{GUARD}{words}").into() } else { words.into() }
}

/// Whether a spreadsheet would run the words, or they begin with the guard itself. Programs drop spaces before they
/// look, and some read the wide signs of East Asian keyboards as the common ones.
fn is_run(words: &str) -> bool {
    const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    words.starts_with([GUARD, '\t', '\r'])
        || words.trim_start().starts_with(SIGNS)
        || words.trim_start_matches(' ').starts_with(['\t', '\r'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_guard_can_be_taken_away(words in "[ \t\r'=+@a-]{0,4}\\PC{0,4}") {
            let guarded = guarded(&words);
            prop_assert_eq!(guarded.strip_prefix(GUARD).unwrap_or(&guarded), &words);
            prop_assert!(!guarded.trim_start().starts_with(['=', '+', '-', '@']));
        }
    }
}
