//! The words and signs of a cell.

use std::ops::Range;

use crate::text::search_key;

/// A word or a sign; white space parts tokens, line ends are signs.
#[derive(Debug)]
pub(super) struct Token {
    /// Its folded form.
    pub(super) key: String,
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
}

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut word: Option<usize> = None;
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        if c.is_alphanumeric() {
            word = word.or(Some(at));
            continue;
        }
        if let Some(start) = word.take() {
            tokens.push(Token { key: search_key(&text[start..at]), range: start..at });
        }
        let sign = match c {
            '–' | '—' => '-',
            _ => c,
        };
        if at < text.len() && (sign == '\n' || !sign.is_whitespace()) {
            tokens.push(Token { key: sign.to_string(), range: at..at + c.len_utf8() });
        }
    }
    tokens
}
