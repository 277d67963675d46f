//! A cell of the plan's table: which names stand in it, and what else.

use super::names::{Bearers, Names};
use super::tokens::{Token, tokens};
use crate::text::one_line;

/// Words, folded, that join names or widen them, and name nobody by themselves.
const CONNECTIVES: &[&str] = &[
    "va", "cac", "nhung", "moi", "mot", "so", "co", "lien", "quan", "cung", "voi", "cua", "hoac",
    "khac", "thuoc", "tai", "o", "trong", "tren", "nhu", "gom", "theo", "do", "lanh", "dao",
];

/// What was found in a cell.
pub(super) struct Reading<'a> {
    /// Known names as written, each with its bearers.
    pub(super) known: Vec<(String, Bearers<'a>)>,
    /// What looks like a name that nobody is known by.
    pub(super) unknown: Vec<String>,
}

pub(super) fn read<'a>(text: &str, names: &Names<'a>) -> Reading<'a> {
    let tokens = tokens(text);
    let mut reading = Reading { known: Vec::new(), unknown: Vec::new() };
    let mut rest = 0..0;
    let mut at = 0;
    while at < tokens.len() {
        match names.longest(&tokens[at..]) {
            Some((length, bearers)) => {
                let name = words(text, &tokens[at..at + length]);
                if !reading.known.iter().any(|(other, _)| *other == name) {
                    reading.known.push((name, bearers.clone()));
                }
                unknown(text, &tokens[rest.start..at], &mut reading);
                at += length;
                rest.start = at;
            }
            None if parts(text, &tokens, at) => {
                unknown(text, &tokens[rest.start..at], &mut reading);
                at += 1;
                rest.start = at;
            }
            None => at += 1,
        }
    }
    unknown(text, &tokens[rest.start..], &mut reading);
    reading
}

/// Whether the token parts names; a hyphen, a point or a slash inside a word does not.
fn parts(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let blank_before =
        text[..token.range.start].chars().next_back().is_none_or(char::is_whitespace);
    let blank_after = text[token.range.end..].chars().next().is_none_or(char::is_whitespace);
    match token.key.as_str() {
        "," | ";" | ":" | "(" | ")" | "[" | "]" | "“" | "”" | "\"" | "+" | "*" | "•" | "\n" => {
            true
        }
        "-" => blank_before || blank_after,
        "." | "/" => blank_after,
        _ => false,
    }
}

/// Keeps what is left between two names, if it looks like a name itself.
fn unknown(text: &str, tokens: &[Token], reading: &mut Reading<'_>) {
    let connects = |token: &Token| {
        let small = !starts_with_capital(text, token)
            || matches!(token.key.as_str(), "cac" | "va" | "lanh");
        small && CONNECTIVES.contains(&token.key.as_str())
    };
    let Some(first) = tokens.iter().position(|token| !connects(token)) else { return };
    let last = tokens.iter().rposition(|token| !connects(token)).unwrap_or(first);
    let piece = &tokens[first..=last];
    if starts_with_capital(text, &tokens[first]) {
        let name = words(text, piece);
        if !reading.unknown.contains(&name) {
            reading.unknown.push(name);
        }
    }
}

fn starts_with_capital(text: &str, token: &Token) -> bool {
    text[token.range.clone()].chars().next().is_some_and(char::is_uppercase)
}

/// The tokens as written, on one line.
fn words(text: &str, tokens: &[Token]) -> String {
    let range = match tokens {
        [first, .., last] => first.range.start..last.range.end,
        [only] => only.range.clone(),
        [] => 0..0,
    };
    one_line(&text[range])
}
