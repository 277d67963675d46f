//! Text that may be shown on a terminal.
//!
//! In: text from files. Out: the same text, each character that a terminal would obey or hide
//! replaced by a sign for it, one for one.

use crate::text::normalize::{OddKind, odd_kind};

/// The sign to show for a character: itself, unless it would act or be unseen.
pub(super) fn sign(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('�'),
        '\u{7f}' => '␡',
        '\u{80}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => '�',
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => '�',
        other => match odd_kind(other) {
            Some(OddKind::ZeroWidth | OddKind::ByteOrderMark) => '�',
            Some(OddKind::NoBreakSpace) | None => other,
        },
    }
}

/// The text with signs for what may not be shown; line ends and tabs become spaces.
pub(super) fn visible(text: &str) -> String {
    text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { sign(c) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        assert_eq!(visible("a\u{1b}[31mđ\u{9b}\u{202e}\u{7f}\n"), "a␛[31mđ��␡ ");
        let all: String = ('\0'..=char::MAX).map(sign).collect();
        assert!(!all.chars().any(char::is_control));
    }
}
