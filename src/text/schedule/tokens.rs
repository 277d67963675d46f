//! The words of a cell, cut into words, numbers and signs.
//!
//! In: a cell as its editor wrote it. Out: tokens in lower case and one spelling, each with its
//! place in the text. Every character that is no space becomes part of a token: nothing is lost,
//! so that what the grammar does not know stays visible to it.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::text::normalize::{OddKind, nfc, odd_kind};

/// One word, number or sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: Kind,
    /// Its bytes in the text.
    pub(super) bytes: Range<usize>,
    /// A space stands before it.
    pub(super) spaced: bool,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A run of letters, in lower case.
    Word(String),
    /// A run of digits: its value and their number.
    Number(u32, usize),
    /// Any other character; dashes, slashes and quotation marks of all kinds are one each.
    Sign(char),
}

/// A stretch of tokens.
pub(super) type Tokens<'t> = &'t [Token];

/// The text in normal form, and its tokens.
pub(super) fn tokens(text: &str) -> (String, Vec<Token>) {
    let text = nfc(text).into_owned();
    let mut tokens: Vec<Token> = Vec::new();
    let (mut spaced, mut line) = (false, true);
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            spaced = true;
            line |= c == '\n' || c == '\r';
            continue;
        }
        if matches!(odd_kind(c), Some(OddKind::ZeroWidth | OddKind::ByteOrderMark)) {
            continue;
        }
        let end = at + c.len_utf8();
        let joined = tokens.last_mut().filter(|_| !spaced);
        match (joined.map(|token| (&mut token.kind, &mut token.bytes.end)), sort(c)) {
            (Some((Kind::Word(word), stop)), Sort::Letter) => {
                word.extend(c.to_lowercase());
                *stop = end;
            }
            (Some((Kind::Number(value, width), stop)), Sort::Digit(digit)) => {
                *value = value.saturating_mul(10).saturating_add(digit);
                *width += 1;
                *stop = end;
            }
            (_, sort) => {
                let kind = match sort {
                    Sort::Letter => Kind::Word(c.to_lowercase().collect()),
                    Sort::Digit(digit) => Kind::Number(digit, 1),
                    Sort::Sign(sign) => Kind::Sign(bullet(sign, line)),
                };
                tokens.push(Token { kind, bytes: at..end, spaced });
            }
        }
        (spaced, line) = (false, false);
    }
    for token in &mut tokens {
        if let Kind::Word(word) = &mut token.kind {
            spell(word);
        }
    }
    // “Hàng” before a unit of time is the old spelling of “hằng”; elsewhere it is goods.
    for at in 1..tokens.len() {
        if word(&tokens[at - 1..], "hàng").is_some()
            && (one_of(&tokens[at..], &["ngày", "tuần", "tháng", "quý", "năm"]).is_some()
                || phrase(&tokens[at + 1..], "tháng").is_some())
        {
            tokens[at - 1].kind = Kind::Word("hằng".to_owned());
        }
    }
    (text, tokens)
}

enum Sort {
    Letter,
    Digit(u32),
    Sign(char),
}

fn sort(c: char) -> Sort {
    if let Some(digit) = c.to_digit(10) {
        return Sort::Digit(digit);
    }
    if c.is_alphabetic() || is_combining_mark(c) {
        return Sort::Letter;
    }
    Sort::Sign(match c {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '⁄' | '∕' | '／' => '/',
        '“' | '”' | '‘' | '’' | '«' | '»' => '"',
        '；' => ';',
        '，' => ',',
        '：' => ':',
        _ => c,
    })
}

/// A dash or dot at the beginning of a line parts what stands before it from what follows.
fn bullet(sign: char, begins_line: bool) -> char {
    if begins_line && matches!(sign, '-' | '+' | '*' | '•' | '·') { ';' } else { sign }
}

/// Spellings that mean one word.
fn spell(word: &mut String) {
    if word.contains('ð') {
        *word = word.replace('ð', "đ");
    }
    let one = match word.as_str() {
        "qúy" | "quí" | "qúi" => "quý",
        "kì" => "kỳ",
        "kí" => "ký",
        "tuỳ" => "tùy",
        "hòan" => "hoàn",
        "tòan" => "toàn",
        "ⅰ" => "i",
        "ⅱ" => "ii",
        "ⅲ" => "iii",
        "ⅳ" => "iv",
        _ => return,
    };
    *word = one.to_owned();
}

/// What follows this word, where the tokens begin with it.
pub(super) fn word<'t>(tokens: Tokens<'t>, expected: &str) -> Option<Tokens<'t>> {
    match tokens.split_first()? {
        (Token { kind: Kind::Word(word), .. }, rest) if word == expected => Some(rest),
        _ => None,
    }
}

/// What follows these words, which stand with single spaces between them.
pub(super) fn phrase<'t>(tokens: Tokens<'t>, words: &str) -> Option<Tokens<'t>> {
    words.split(' ').try_fold(tokens, word)
}

/// What follows the longest of the phrases that stands here.
pub(super) fn one_of<'t>(tokens: Tokens<'t>, phrases: &[&str]) -> Option<Tokens<'t>> {
    phrases.iter().filter_map(|words| phrase(tokens, words)).min_by_key(|rest| rest.len())
}

/// What follows one of the phrases, or the tokens themselves.
pub(super) fn optional<'t>(tokens: Tokens<'t>, phrases: &[&str]) -> Tokens<'t> {
    one_of(tokens, phrases).unwrap_or(tokens)
}

/// What follows this sign.
pub(super) fn sign<'t>(tokens: Tokens<'t>, expected: char) -> Option<Tokens<'t>> {
    match tokens.split_first()? {
        (Token { kind: Kind::Sign(sign), .. }, rest) if *sign == expected => Some(rest),
        _ => None,
    }
}

/// The value and width of a number, and what follows it.
pub(super) fn number(tokens: Tokens<'_>) -> Option<(u32, usize, Tokens<'_>)> {
    match tokens.split_first()? {
        (Token { kind: Kind::Number(value, width), .. }, rest) => Some((*value, *width, rest)),
        _ => None,
    }
}

/// A number of one or two digits, and what follows it.
pub(super) fn short_number(tokens: Tokens<'_>) -> Option<(u32, Tokens<'_>)> {
    number(tokens).and_then(|(value, width, rest)| (width <= 2).then_some((value, rest)))
}

/// A small number in digits or as a word, and what follows it.
pub(super) fn count(tokens: Tokens<'_>) -> Option<(u32, Tokens<'_>)> {
    const NAMES: [(&str, u32); 9] = [
        ("một", 1),
        ("hai", 2),
        ("ba", 3),
        ("bốn", 4),
        ("sáu", 6),
        ("bảy", 7),
        ("tám", 8),
        ("chín", 9),
        ("mười", 10),
    ];
    let named = |(name, value): &(&str, u32)| word(tokens, name).map(|rest| (*value, rest));
    number(tokens)
        .and_then(|(value, width, rest)| (width <= 3).then_some((value, rest)))
        .or_else(|| NAMES.iter().find_map(named))
}

/// Whether nothing, or a sign, stands here.
pub(super) fn is_edge(tokens: Tokens<'_>) -> bool {
    !matches!(tokens.first(), Some(Token { kind: Kind::Word(_) | Kind::Number(..), .. }))
}

/// How many tokens of `whole` stand before its end `rest`.
pub(super) fn taken<'t>(whole: Tokens<'t>, rest: Tokens<'t>) -> Tokens<'t> {
    &whole[..whole.len() - rest.len()]
}

/// The bytes from the first token to the last.
pub(super) fn bytes(tokens: Tokens<'_>) -> Range<usize> {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => first.bytes.start..last.bytes.end,
        _ => 0..0,
    }
}
