//! One point of time as it is written: a day, month, quarter, half-year or year.
//!
//! In: tokens. Out: a point, with the part of it that is meant; alone, or after another one whose
//! words serve both.

use super::raw::{Raw, quarter_number, raw, year_after};
use super::span::Part;
use super::tokens::{Tokens, bytes, is_edge, number, one_of, short_number, sign, taken, word};

/// A point as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Point {
    /// Its numbers.
    pub(super) raw: Raw,
    /// The part of it that is meant; it says nothing of days, so the point's bounds stay.
    pub(super) part: Option<Part>,
    /// Its bytes in the text.
    pub(super) bytes: std::ops::Range<usize>,
}

/// A point at the beginning of the tokens, with “đầu”, “giữa” or “cuối” before it.
pub(super) fn point(tokens: Tokens<'_>) -> Option<(Point, Tokens<'_>)> {
    const PARTS: [(&str, Part); 3] =
        [("đầu", Part::Beginning), ("giữa", Part::Middle), ("cuối", Part::End)];
    let part = PARTS.iter().find_map(|(name, part)| Some((*part, word(tokens, name)?)));
    let (raw, rest) = match part {
        Some((_, after)) => {
            let (raw, rest) = raw(after).or_else(|| this_year(after))?;
            if matches!(raw, Raw::Day { .. } | Raw::Months { .. }) {
                return None;
            }
            (raw, rest)
        }
        None => raw(tokens)?,
    };
    let part = part.map(|(part, _)| part);
    Some((Point { raw, part, bytes: bytes(taken(tokens, rest)) }, rest))
}

/// “Năm” without a number, where nothing follows that would make it another word.
pub(super) fn this_year(tokens: Tokens<'_>) -> Option<(Raw, Tokens<'_>)> {
    let rest = word(tokens, "năm")?;
    let harmless = ["và", "hằng", "thường xuyên", "liên tục", "theo", "khi có", "sau khi"];
    (is_edge(rest) || one_of(rest, &harmless).is_some()).then_some((Raw::Year(None), rest))
}

/// A point that continues a series, whose words may be left out: “(quý I,) II/2026”.
pub(super) fn continuing(before: Raw, tokens: Tokens<'_>) -> Option<(Point, Tokens<'_>)> {
    let short = match before {
        // “2/2026” after “quý 1” is a quarter; after a quarter with its year it may be a month.
        Raw::Quarter { year: None, .. } => quarter_number(tokens),
        Raw::Quarter { .. } if number(tokens).is_none() => quarter_number(tokens),
        Raw::Quarter { .. } => None,
        Raw::Day { .. } => short_number(tokens).and_then(|(day, rest)| {
            is_over(rest).then_some((Raw::Day { day, month: None, year: None }, rest))
        }),
        Raw::Month { .. } => {
            short_number(tokens).and_then(|(month, rest)| match year_after(rest) {
                Some((year, rest)) => Some((Raw::Month { month, year: Some(year) }, rest)),
                None => is_over(rest).then_some((Raw::Month { month, year: None }, rest)),
            })
        }
        Raw::Months { .. } | Raw::Year(_) => None,
    };
    let is_ambiguous = matches!(before, Raw::Quarter { year: Some(_), .. })
        && short_number(tokens).is_some_and(|(_, rest)| year_after(rest).is_some());
    let as_point = |(raw, rest): (Raw, _)| {
        (Point { raw, part: None, bytes: bytes(taken(tokens, rest)) }, rest)
    };
    match before {
        Raw::Quarter { .. } => {
            short.map(as_point).or_else(|| point(tokens).filter(|_| !is_ambiguous))
        }
        _ => point(tokens).or_else(|| short.map(as_point)),
    }
}

/// Whether a bare number may end here, before the next of its series or the words around it.
fn is_over(rest: Tokens<'_>) -> bool {
    let joins = sign(rest, ',').is_some() || sign(rest, '-').is_some() || sign(rest, ')').is_some();
    rest.is_empty() || joins || one_of(rest, &["và", "đến", "tới", "hằng"]).is_some()
}
