//! What a line opens with, as far as the line itself can tell: every mark that it may be, the likeliest first.

use crate::text::alphabet::point_ordinal;
use crate::text::numbers::from_roman;

/// A level that bears its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Named {
    /// Phần.
    Division,
    /// Chương.
    Chapter,
    /// Mục.
    Heading,
    /// Tiểu mục.
    Subheading,
    /// Điều.
    Article,
}

/// A mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// `Điều 3.`, `Chương I`; whether its own title may stand on the next line.
    Named(Named, usize, bool),
    /// `I.`, `I-`.
    Roman(usize),
    /// `A.`
    Capital(usize),
    /// `1.`, `1)`, `1/`.
    Digits(usize),
    /// `1.2.`: the numbers before the last, and the last.
    Dotted(Vec<usize>, usize),
    /// `a)`; no rank for what is no letter of the 23.
    Letter(Option<usize>),
    /// `-`
    Dash,
    /// `+`
    Plus,
}

/// The levels with a name, the longer of two that open alike first.
const NAMES: [(&str, Named); 5] = [
    ("phần", Named::Division),
    ("chương", Named::Chapter),
    ("tiểu mục", Named::Subheading),
    ("mục", Named::Heading),
    ("điều", Named::Article),
];

const ORDINALS: [&str; 10] =
    ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/// Every mark that the line may open with.
pub(crate) fn candidates(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut chars = text.chars();
    let (first, second) = (chars.next(), chars.next());
    let opens = |c: Option<char>| c.is_some_and(|c| c.is_whitespace() || c.is_alphabetic());
    match (first, second) {
        (Some('-'), next) if opens(next) => return vec![Mark::Dash],
        (Some('+'), next) if opens(next) => return vec![Mark::Plus],
        (Some(letter), Some(')')) if letter.is_lowercase() => {
            return vec![Mark::Letter(point_ordinal(&letter.to_string()))];
        }
        _ => {}
    }
    found.extend(named(text));
    found.extend(roman(text));
    found.extend(capital(text));
    found.extend(dotted(text));
    found.extend(digits(text));
    found
}

fn named(text: &str) -> Option<Mark> {
    let lower = text.to_lowercase();
    let (name, kind) = NAMES.into_iter().find(|(name, _)| lower.starts_with(name))?;
    if lower.len() != text.len() || !text.starts_with(char::is_uppercase) {
        return None;
    }
    let rest = &text[name.len()..];
    let number = rest.trim_start();
    if number.len() == rest.len() {
        return None;
    }
    if kind == Named::Division
        && let Some(tail) = number.to_lowercase().strip_prefix("thứ ")
    {
        let word: String = tail.chars().take_while(|c| c.is_alphabetic()).collect();
        let rank = ORDINALS.iter().position(|ordinal| *ordinal == word)? + 1;
        let after = &tail[word.len()..];
        let bare = after.is_empty() || after.starts_with(['.', ':']);
        return bare.then_some(Mark::Named(
            kind,
            rank,
            after.trim_matches(['.', ':', ' ']).is_empty(),
        ));
    }
    let end = number.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(number.len());
    let (label, after) = number.split_at(end);
    let rank = from_roman(label)
        .and_then(|value| usize::try_from(value).ok())
        .or_else(|| label.parse().ok().filter(|_| label.len() <= 3))?;
    let closed = after.starts_with(['.', ':']);
    let alone = after.trim_matches(['.', ':', ' ']).is_empty();
    // “Điều 5 Luật này quy định” opens a sentence.
    (closed || (kind != Named::Article && after.trim().is_empty()))
        .then_some(Mark::Named(kind, rank, alone))
}

fn closer(rest: &str, hyphen: bool) -> Option<usize> {
    let mut chars = rest.chars();
    match chars.next()? {
        '.' | ')' | '/' => Some(1),
        c @ ('-' | '–') if hyphen && chars.next().is_none_or(char::is_whitespace) => {
            Some(c.len_utf8())
        }
        _ => None,
    }
}

/// Whether a slash joins two words, as in “V/v”.
fn is_joined(rest: &str) -> bool {
    rest.strip_prefix('/').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

fn roman(text: &str) -> Option<Mark> {
    let length = text.find(|c| !"IVXL".contains(c)).unwrap_or(text.len());
    if is_joined(&text[length..]) {
        return None;
    }
    closer(&text[length..], true).filter(|_| length > 0)?;
    from_roman(&text[..length]).and_then(|value| usize::try_from(value).ok()).map(Mark::Roman)
}

fn capital(text: &str) -> Option<Mark> {
    let letter = text.chars().next().filter(|c| c.is_uppercase())?;
    if is_joined(&text[letter.len_utf8()..]) {
        return None;
    }
    closer(&text[letter.len_utf8()..], true)?;
    point_ordinal(&letter.to_lowercase().to_string()).map(Mark::Capital)
}

fn digits(text: &str) -> Option<Mark> {
    let length = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    if !(1..=2).contains(&length) {
        return None;
    }
    let closed = closer(&text[length..], false)?;
    let rest = &text[length + closed..];
    // “2.5 triệu” is an amount, “1/5/2026” a day.
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    text[..length].parse().ok().map(Mark::Digits)
}

fn dotted(text: &str) -> Option<Mark> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let numbers = text[..end].trim_end_matches('.');
    let parts: Vec<&str> = numbers.split('.').collect();
    if parts.len() < 2 || parts.iter().any(|part| !(1..=2).contains(&part.len())) {
        return None;
    }
    let next = text[numbers.len()..].chars().next();
    if next.is_some_and(|c| !c.is_whitespace() && !matches!(c, '.' | ')' | '/')) {
        return None;
    }
    let values: Vec<usize> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let (last, before) = values.split_last()?;
    Some(Mark::Dotted(before.to_vec(), *last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[Mark]) {
        assert_eq!(candidates(text), expected, "{text}");
    }

    #[test]
    fn a_line_tells_every_mark_that_it_may_open_with() {
        check("I. MỤC ĐÍCH", &[Mark::Roman(1), Mark::Capital(9)]);
        check("I- MỤC ĐÍCH", &[Mark::Roman(1), Mark::Capital(9)]);
        check("C. PHẦN", &[Mark::Capital(3)]);
        check("V. PHẦN", &[Mark::Roman(5), Mark::Capital(21)]);
        check("1.Sở Đồng Ruộng", &[Mark::Digits(1)]);
        check("1.2. Thủ tục", &[Mark::Dotted(vec![1], 2)]);
        check("đ) Điểm", &[Mark::Letter(Some(5))]);
        check("f) Điểm", &[Mark::Letter(None)]);
        check("- gạch", &[Mark::Dash]);
        check("+ cộng", &[Mark::Plus]);
        check("Điều 3. Hiệu lực", &[Mark::Named(Named::Article, 3, false)]);
        check("CHƯƠNG II", &[Mark::Named(Named::Chapter, 2, true)]);
        check("Phần thứ nhất", &[Mark::Named(Named::Division, 1, true)]);
    }

    #[test]
    fn amounts_days_and_sentences_are_no_marks() {
        for text in [
            "V/v đò ngang",
            "T/M BAN",
            "1/5/2026 là hạn",
            "2026. Năm",
            "-5 độ",
            "Điều 5 Luật này",
            "Mục tiêu",
            "Sở A",
        ] {
            check(text, &[]);
        }
    }
}
