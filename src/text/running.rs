//! Words as they stand in running text.
//!
//! In: words of a cell or a label. Out: the same on one line, or with another letter at their head.

/// The words on one line, a space between each two.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The same words with a capital at their head.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The same words as they stand within a sentence.
pub fn lowered(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_blanks_and_the_first_letter_change() {
        assert_eq!(one_line(" Sở A;\n  Sở\tB "), "Sở A; Sở B");
        assert_eq!(capitalised("điểm a, Phần II"), "Điểm a, Phần II");
        assert_eq!(lowered("Đã hết thời hạn, UBND"), "đã hết thời hạn, UBND");
        assert_eq!((capitalised(""), lowered("")), (String::new(), String::new()));
    }
}
