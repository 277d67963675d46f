//! The numbers of a point of time: of a day, month, quarter, half-year or year.
//!
//! In: tokens. Out: the numbers, of which the year may be missing; and, with the year, the span.
//! What is written like a point is one here even where no such day exists.

use super::span::{Span, Unit, is_year};
use super::tokens::{
    Kind, Token, Tokens, count, number, one_of, optional, phrase, short_number, sign, word,
};
use super::unread::Unread;
use crate::text::numbers::from_roman;

/// The numbers of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raw {
    Day { day: u32, month: Option<u32>, year: Option<u32> },
    Month { month: u32, year: Option<u32> },
    Months { first: u32, last: u32, year: Option<u32> },
    Quarter { quarter: u32, year: Option<u32> },
    Year(Option<u32>),
}

impl Raw {
    /// The year, where it is written.
    pub(super) fn year(self) -> Option<u32> {
        match self {
            Self::Day { year, .. }
            | Self::Month { year, .. }
            | Self::Months { year, .. }
            | Self::Quarter { year, .. }
            | Self::Year(year) => year,
        }
    }

    /// The same point in this year, and a day in this month, where they are missing.
    pub(super) fn within(self, given_month: Option<u32>, given: Option<u32>) -> Self {
        match self {
            Self::Day { day, month, year } => {
                Self::Day { day, month: month.or(given_month), year: year.or(given) }
            }
            Self::Month { month, year } => Self::Month { month, year: year.or(given) },
            Self::Months { first, last, year } => {
                Self::Months { first, last, year: year.or(given) }
            }
            Self::Quarter { quarter, year } => Self::Quarter { quarter, year: year.or(given) },
            Self::Year(year) => Self::Year(year.or(given)),
        }
    }

    /// The days of the point.
    pub(super) fn span(self) -> Result<Span, Unread> {
        let year = self.year().ok_or(Unread::NoYear)?;
        match self {
            Self::Day { day, month, .. } => Span::day(day, month.ok_or(Unread::NoYear)?, year),
            Self::Month { month, .. } => Span::months(month, month, year, Unit::Month),
            Self::Months { first, last, .. } => {
                let unit = if last - first == 5 { Unit::HalfYear } else { Unit::Months };
                Span::months(first, last, year, unit)
            }
            Self::Quarter { quarter, .. } => Span::quarter(quarter, year),
            Self::Year(_) => Span::year(year),
        }
    }

    /// Whether both are written in one unit.
    pub(super) fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

/// The numbers of a point at the beginning of the tokens.
pub(super) fn raw(tokens: Tokens<'_>) -> Option<(Raw, Tokens<'_>)> {
    day(tokens)
        .or_else(|| months(tokens))
        .or_else(|| month(tokens))
        .or_else(|| quarter(tokens))
        .or_else(|| year(tokens).map(|(year, rest)| (Raw::Year(Some(year)), rest)))
        // “Mỗi quý một lần”: how often, not which one.
        .filter(|(_, rest)| word(rest, "lần").is_none())
}

fn day(tokens: Tokens<'_>) -> Option<(Raw, Tokens<'_>)> {
    let after = optional(tokens, &["sáng", "trưa", "chiều", "tối", "đêm"]);
    let named = one_of(after, &["ngày", "các ngày", "những ngày", "hôm"]);
    let tokens = named.unwrap_or(after);
    if let Some(found) = numeric_day(tokens, named.is_some()) {
        return Some(found);
    }
    long_day(tokens).or_else(|| {
        let (day, rest) = short_number(tokens).filter(|_| named.is_some())?;
        let more = sign(rest, '/').is_some() || sign(rest, '%').is_some();
        (!more).then_some((Raw::Day { day, month: None, year: None }, rest))
    })
}

/// 30/6/2026, 30.6.2026, 30-6-2026, 2026-06-30, or 30/6.
fn numeric_day(tokens: Tokens<'_>, is_named: bool) -> Option<(Raw, Tokens<'_>)> {
    let (first, width, rest) = number(tokens)?;
    let (mark, after) = ['/', '-', '.'].iter().find_map(|c| Some((*c, sign(rest, *c)?)))?;
    let (second, second_width, rest) = number(after)?;
    let close = |tokens: Tokens<'_>| tokens.first().is_some_and(|token| !token.spaced);
    let third = sign(rest, mark).and_then(|after| {
        let is_date = mark == '/' || close(after) && close(rest);
        number(after).filter(|_| is_date || mark == '-')
    });
    match third {
        Some((third, 2 | 4, rest)) if width <= 2 && second_width <= 2 => {
            let year = Some(third);
            Some((Raw::Day { day: first, month: Some(second), year }, rest))
        }
        Some((third, 1 | 2, rest)) if mark == '-' && is_year(first, width) => {
            let month = Some(second).filter(|_| second_width <= 2)?;
            Some((Raw::Day { day: third, month: Some(month), year: Some(first) }, rest))
        }
        Some(_) => None,
        None if mark == '/' && width <= 2 && second_width <= 2 => {
            // Round the clock, every day of the week.
            if !is_named && (first, second) == (24, 7) {
                return None;
            }
            let in_year = word(rest, "năm").and_then(four_digits);
            let (year, rest) = in_year.map_or((None, rest), |(year, rest)| (Some(year), rest));
            Some((Raw::Day { day: first, month: Some(second), year }, rest))
        }
        None => None,
    }
}

/// 30 tháng 6 năm 2026, 30 tháng 6/2026, 30 tháng 6.
fn long_day(tokens: Tokens<'_>) -> Option<(Raw, Tokens<'_>)> {
    let (day, rest) = short_number(tokens)?;
    let (month, rest) = short_number(word(rest, "tháng")?)?;
    let (year, rest) = match year_after(rest) {
        Some((year, rest)) => (Some(year), rest),
        None => (None, rest),
    };
    Some((Raw::Day { day, month: Some(month), year }, rest))
}

/// 6 tháng đầu năm 2026, nửa cuối năm 2026.
fn months(tokens: Tokens<'_>) -> Option<(Raw, Tokens<'_>)> {
    let (length, rest) = match word(tokens, "nửa") {
        Some(rest) => (6, rest),
        None => {
            let (length, rest) = count(tokens)?;
            (length, word(rest, "tháng")?)
        }
    };
    let (from_start, rest) = match one_of(rest, &["đầu", "đầu của"]) {
        Some(rest) => (true, rest),
        None => (false, one_of(rest, &["cuối", "cuối của"])?),
    };
    if !(1..=11).contains(&length) {
        return None;
    }
    let (year, rest) = match year(rest) {
        Some((year, rest)) => (Some(year), rest),
        None => (None, word(rest, "năm")?),
    };
    let (first, last) = if from_start { (1, length) } else { (13 - length, 12) };
    Some((Raw::Months { first, last, year }, rest))
}

fn month(tokens: Tokens<'_>) -> Option<(Raw, Tokens<'_>)> {
    const NAMES: [(&str, u32); 12] = [
        ("một", 1),
        ("hai", 2),
        ("ba", 3),
        ("tư", 4),
        ("sáu", 6),
        ("bảy", 7),
        ("tám", 8),
        ("chín", 9),
        ("mười", 10),
        ("mười một", 11),
        ("mười hai", 12),
        ("bốn", 4),
    ];
    if let Some(rest) = one_of(tokens, &["tháng", "các tháng", "những tháng"]) {
        let rest = sign(rest, ':').unwrap_or(rest);
        let named = NAMES.iter().filter_map(|(name, month)| Some((*month, phrase(rest, name)?)));
        let (month, rest) =
            short_number(rest).or_else(|| named.min_by_key(|(_, rest)| rest.len()))?;
        return Some(match year_after(rest) {
            Some((year, rest)) => (Raw::Month { month, year: Some(year) }, rest),
            None => (Raw::Month { month, year: None }, rest),
        });
    }
    if let Some(rest) = one_of(tokens, &["t", "th"]) {
        let (month, rest) = short_number(sign(rest, '.').unwrap_or(rest))?;
        let (year, rest) = year_after(rest)?;
        return Some((Raw::Month { month, year: Some(year) }, rest));
    }
    let (first, width, rest) = number(tokens)?;
    if is_year(first, width) {
        let rest = close_sign(rest, '-')?;
        let (month, 2, rest) = number(rest)? else { return None };
        let year = Some(first);
        return ((1..=12).contains(&month)).then_some((Raw::Month { month, year }, rest));
    }
    let after = sign(rest, '/').or_else(|| close_sign(rest, '-')).or_else(|| close_sign(rest, '.'));
    let (year, rest) = four_digits(after?)?;
    (width <= 2).then_some((Raw::Month { month: first, year: Some(year) }, rest))
}

fn quarter(tokens: Tokens<'_>) -> Option<(Raw, Tokens<'_>)> {
    let tokens = optional(tokens, &["các"]);
    let (Token { kind: Kind::Word(first), .. }, rest) = tokens.split_first()? else { return None };
    match first.strip_prefix("quý").or_else(|| first.strip_prefix('q'))? {
        "" => quarter_number([':', '.'].iter().find_map(|c| sign(rest, *c)).unwrap_or(rest)),
        numeral => Some(with_year(roman(numeral)?, rest)),
    }
}

/// II/2026, 2/2026, II; the word “quý” stands before it.
pub(super) fn quarter_number(tokens: Tokens<'_>) -> Option<(Raw, Tokens<'_>)> {
    const NAMES: [(&str, u32); 5] = [("một", 1), ("hai", 2), ("ba", 3), ("bốn", 4), ("tư", 4)];
    let (quarter, rest) = match tokens.split_first()? {
        (Token { kind: Kind::Word(word), .. }, rest) => {
            let named = NAMES.iter().find(|(name, _)| name == word).map(|(_, value)| *value);
            (named.or_else(|| roman(word))?, rest)
        }
        _ => short_number(tokens)?,
    };
    Some(with_year(quarter, rest))
}

fn with_year(quarter: u32, rest: Tokens<'_>) -> (Raw, Tokens<'_>) {
    match year_after(rest) {
        Some((year, rest)) => (Raw::Quarter { quarter, year: Some(year) }, rest),
        None => (Raw::Quarter { quarter, year: None }, rest),
    }
}

fn roman(word: &str) -> Option<u32> {
    from_roman(&word.to_uppercase()).filter(|value| *value <= 12)
}

/// Năm 2026, or 2026.
fn year(tokens: Tokens<'_>) -> Option<(u32, Tokens<'_>)> {
    four_digits(optional(tokens, &["năm", "các năm", "những năm"]))
}

fn four_digits(tokens: Tokens<'_>) -> Option<(u32, Tokens<'_>)> {
    number(tokens).and_then(|(value, width, rest)| is_year(value, width).then_some((value, rest)))
}

/// The year after a month or quarter: /2026, năm 2026, -2026, .2026, 2026; and /26, a fault.
pub(super) fn year_after(tokens: Tokens<'_>) -> Option<(u32, Tokens<'_>)> {
    let joined = sign(tokens, '/')
        .or_else(|| close_sign(tokens, '-'))
        .or_else(|| close_sign(tokens, '.'))
        .unwrap_or(tokens);
    let found = four_digits(optional(joined, &["năm", "của năm"]))
        .or_else(|| four_digits(word(sign(tokens, ',')?, "năm")?));
    let short = || {
        let (value, 2, rest) = number(sign(tokens, '/')?)? else { return None };
        Some((value, rest))
    };
    found.or_else(short)
}

/// What follows a sign without a space on either side.
fn close_sign(tokens: Tokens<'_>, expected: char) -> Option<Tokens<'_>> {
    let rest = sign(tokens, expected)?;
    (!tokens.first()?.spaced && !rest.first()?.spaced).then_some(rest)
}
