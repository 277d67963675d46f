//! Numbers of documents within words: `111/KH-UBND`, `36-NQ/TW`.
//!
//! In: words. Out: the same in pieces, so that no number is broken at a line's end.

/// A piece of words, and whether it is a document's number with the punctuation after it.
pub fn pieces(text: &str) -> Vec<(&str, bool)> {
    // Most words have no number among them, and need not be parted.
    if !text.is_empty() && !has_sign(text) {
        return vec![(text, false)];
    }
    let mut pieces: Vec<(&str, bool)> = Vec::new();
    let (mut begun, mut at) = (0, 0);
    for word in text.split_inclusive(char::is_whitespace) {
        let kept = word.trim_end();
        if is_document_number(kept) {
            if begun < at {
                pieces.push((&text[begun..at], false));
            }
            pieces.push((kept, true));
            begun = at + kept.len();
        }
        at += word.len();
    }
    if begun < text.len() {
        pieces.push((&text[begun..], false));
    }
    pieces
}

/// Digits, then a sign and capitals, whatever quotation mark or bracket opens before them.
fn is_document_number(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '“', '"', '[']);
    word.starts_with(|c: char| c.is_ascii_digit())
        && has_sign(word)
        && word.chars().any(char::is_uppercase)
}

fn has_sign(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, b'/' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, whole: &[&str]) {
        let found = pieces(text);
        assert_eq!(found.iter().map(|(words, _)| *words).collect::<String>(), text);
        let numbers: Vec<&str> =
            found.into_iter().filter(|(_, is_whole)| *is_whole).map(|(words, _)| words).collect();
        assert_eq!(numbers, whole, "{text}");
    }

    #[test]
    fn numbers_stay_whole_and_no_letter_is_lost() {
        check("Nghị quyết 36-NQ/TW và 26/NQ-CP.", &["36-NQ/TW", "26/NQ-CP."]);
        check("111/KH-UBND,  ngày", &["111/KH-UBND,"]);
        check("theo (Kế hoạch (12/KH-UBND))\nmới", &["(12/KH-UBND))"]);
        check("giai đoạn 2016-2020, 30/6/2026", &[]);
        check("không có số nào", &[]);
        check("", &[]);
    }
}
