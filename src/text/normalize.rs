//! The normal form of text, its words, and the characters that nobody sees.
//!
//! In: text as an editor or another program wrote it. Out: the same text in NFC, its words, or
//! the places of characters that look like a space or like nothing. Never changes a wording.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// A character that the eye does not tell from a space, or does not see at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OddKind {
    /// A space at which no line may break (U+00A0, U+2007, U+202F).
    NoBreakSpace,
    /// A character without width: joiners, direction marks, the soft hyphen.
    ZeroWidth,
    /// The byte order mark, U+FEFF.
    ByteOrderMark,
}

/// The text in normal form C; borrowed where it already is.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Whether the text is in normal form C.
pub fn is_nfc(text: &str) -> bool {
    unicode_normalization::is_nfc(text)
}

/// The words of the text, split at white space of any kind, the no-break space among it.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
}

/// Whether no published file may hold the character: XML has none of the controls and no noncharacter
/// (XML 1.0, section 2.2), and one that turns the direction of text makes people read what does not stand there.
pub fn is_unfit(c: char) -> bool {
    let control = c.is_control();
    let noncharacter = matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
    control || noncharacter || turns_text(c)
}

/// Whether the character changes the direction in which text runs (Unicode Standard Annex 9, section 2).
pub fn turns_text(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether the character stands in no text: as [`is_unfit`], but for tabs and line ends.
pub fn is_unfit_in_text(c: char) -> bool {
    is_unfit(c) && !matches!(c, '\t' | '\n' | '\r')
}

/// Every odd character of the text with its bytes, from first to last.
pub fn odd_characters(text: &str) -> Vec<(Range<usize>, OddKind)> {
    text.char_indices().filter_map(|(at, c)| Some((at..at + c.len_utf8(), odd_kind(c)?))).collect()
}

/// What is odd about the character, if anything.
pub fn odd_kind(c: char) -> Option<OddKind> {
    match c {
        '\u{a0}' | '\u{2007}' | '\u{202f}' => Some(OddKind::NoBreakSpace),
        '\u{feff}' => Some(OddKind::ByteOrderMark),
        '\u{ad}' | '\u{61c}' | '\u{180e}' => Some(OddKind::ZeroWidth),
        '\u{200b}'..='\u{200f}' => Some(OddKind::ZeroWidth),
        '\u{202a}'..='\u{202e}' => Some(OddKind::ZeroWidth),
        '\u{2060}'..='\u{2069}' => Some(OddKind::ZeroWidth),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposed_text_is_composed() {
        let decomposed = "Thanh Ho\u{301}a, u\u{31b}\u{301}ng";
        assert!(!is_nfc(decomposed));
        assert_eq!(nfc(decomposed), "Thanh Hóa, ứng");
        assert!(matches!(nfc("Thanh Hóa"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_no_break_space_parts_words() {
        let found: Vec<_> = words("Sở\u{a0}Nội vụ\t và\n").collect();
        assert_eq!(found, ["Sở", "Nội", "vụ", "và"]);
    }

    #[test]
    fn odd_characters_are_found_with_their_bytes() {
        let found = odd_characters("\u{feff}ý\u{a0}b\u{200b}");
        let expected = [
            (0..3, OddKind::ByteOrderMark),
            (5..7, OddKind::NoBreakSpace),
            (8..11, OddKind::ZeroWidth),
        ];
        assert_eq!(found, expected);
        assert!(odd_characters("Kế hoạch – “số” 111…").is_empty());
    }
}
