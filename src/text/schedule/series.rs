//! Points of time in a row: ranges, and lists of which one year may serve several points.
//!
//! In: tokens. Out: the points and how they are joined; and, with the year that stands for those
//! without one, one span, one range, or several. A year is taken from the right, as “từ tháng 4
//! đến tháng 10/2026” means it, and never where the range would then end before it begins.

use std::ops::Range;

use super::points::{Point, continuing, point};
use super::raw::Raw;
use super::span::{Part, Span};
use super::tokens::{Tokens, number, one_of, short_number, sign};
use super::unread::Unread;

/// Points and how each is joined to the one before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Series(Vec<(Join, Point)>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Join {
    First,
    /// “-”, “đến”; and whether it is a word.
    Range(bool),
    /// “,”, “và”.
    List,
}

/// The days of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Days {
    One(Span, Option<Part>),
    Range(Span, Span),
    /// Each with its bytes in the text.
    Several(Vec<(Span, Span, Range<usize>)>),
}

/// The longest series at the beginning of the tokens.
pub(super) fn series(tokens: Tokens<'_>) -> Option<(Series, Tokens<'_>)> {
    let (first, mut rest) = point(tokens).or_else(|| bare_day(tokens))?;
    let mut points = vec![(Join::First, first)];
    while let Some((join, after)) = joint(rest) {
        let before = points[points.len() - 1].1.raw;
        let Some((next, after)) = continuing(before, after) else { break };
        if join == Join::List && !next.raw.is_like(before) {
            break;
        }
        points.push((join, next));
        rest = after;
    }
    Some((Series(points), rest))
}

/// One point, as a series.
pub(super) fn single(tokens: Tokens<'_>) -> Option<(Series, Tokens<'_>)> {
    point(tokens).map(|(point, rest)| (Series::of(point), rest))
}

/// The first of two days, of which only the second is written out: “15 - 20/3/2026”.
fn bare_day(tokens: Tokens<'_>) -> Option<(Point, Tokens<'_>)> {
    let (day, rest) = short_number(tokens)?;
    let (_, after) = joint(rest)?;
    let raw = Raw::Day { day, month: None, year: None };
    let (next, _) = continuing(raw, after)?;
    let is_dated = matches!(next.raw, Raw::Day { month: Some(_), .. });
    let bytes = tokens.first()?.bytes.clone();
    is_dated.then_some((Point { raw, part: None, bytes }, rest))
}

fn joint(tokens: Tokens<'_>) -> Option<(Join, Tokens<'_>)> {
    if let Some(rest) = until(tokens) {
        return Some((Join::Range(true), rest));
    }
    if let Some(rest) = sign(tokens, '-') {
        return Some((Join::Range(false), rest));
    }
    let comma = [',', '+', '&'].iter().find_map(|c| sign(tokens, *c));
    let rest = match (comma, one_of(comma.unwrap_or(tokens), &["và"])) {
        (None, None) => return None,
        (Some(rest), None) | (_, Some(rest)) => rest,
    };
    Some((Join::List, rest))
}

/// What follows “đến”, with the words that make it the end of what comes next.
pub(super) fn until(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    const WORDS: [&str; 11] = [
        "đến",
        "đến hết",
        "tới",
        "tới hết",
        "cho đến",
        "cho đến hết",
        "cho tới",
        "cho tới hết",
        "đến khi hết",
        "đến thời điểm",
        "đến hết thời điểm",
    ];
    one_of(tokens, &WORDS)
}

impl Series {
    /// A series of one point.
    pub(super) fn of(point: Point) -> Self {
        Self(vec![(Join::First, point)])
    }

    /// Whether no point of it says its year.
    pub(super) fn is_yearless(&self) -> bool {
        self.0.iter().all(|(_, point)| point.raw.year().is_none())
    }

    /// The points without their years, where they are not a range.
    pub(super) fn listed(&self) -> Option<Vec<(Raw, Option<Part>)>> {
        let lists = |(join, _): &(Join, Point)| !matches!(join, Join::Range(_));
        let month = |at: usize| match self.0[at].1.raw {
            Raw::Day { month, .. } => month,
            _ => None,
        };
        let all = self.0.iter().enumerate().map(|(at, (_, point))| {
            let given = (at..self.0.len()).find_map(month);
            (point.raw.within(given, None), point.part)
        });
        self.0.iter().all(lists).then(|| all.collect())
    }

    /// The one point of the series.
    pub(super) fn only(&self) -> Option<&Point> {
        match self.0.as_slice() {
            [(_, point)] => Some(point),
            _ => None,
        }
    }

    /// The days, with a year for points that have none of their own or to their right.
    pub(super) fn days(&self, year: Option<u32>) -> Result<Days, Unread> {
        let mut groups: Vec<(Span, Span, Range<usize>)> = Vec::new();
        let spans = self.spans(year)?;
        for ((join, point), span) in self.0.iter().zip(spans) {
            match (join, groups.last_mut()) {
                (Join::Range(_), Some((first, last, bytes))) => {
                    if first != last {
                        return Err(Unread::Several);
                    }
                    ordered(*first, span)?;
                    *last = span;
                    bytes.end = point.bytes.end;
                }
                _ => groups.push((span, span, point.bytes.clone())),
            }
        }
        if let [(_, point)] = self.0.as_slice() {
            return Ok(Days::One(groups[0].0, point.part));
        }
        for pair in groups.windows(2) {
            ordered(pair[0].1, pair[1].0)?;
            if pair[1].0.from <= pair[0].1.to {
                return Err(Unread::Several);
            }
        }
        let follows = |pair: &[(Span, Span, Range<usize>)]| {
            pair[0].1.unit == pair[1].0.unit
                && pair[0].1.to.tomorrow().is_ok_and(|next| next == pair[1].0.from)
        };
        let (first, last) = (groups[0].0, groups[groups.len() - 1].1);
        let is_whole = groups.windows(2).all(follows);
        Ok(if is_whole { Days::Range(first, last) } else { Days::Several(groups) })
    }

    fn spans(&self, year: Option<u32>) -> Result<Vec<Span>, Unread> {
        let (mut given_year, mut given_month) = (year, None);
        let mut spans = Vec::new();
        let mut right: Option<(Join, Raw)> = None;
        for (join, point) in self.0.iter().rev() {
            // “Tháng 6 - 2026” may be a month of that year: only a word makes it a range.
            if let Some((Join::Range(false), Raw::Year(_))) = right
                && point.raw.year().is_none()
            {
                return Err(Unread::Several);
            }
            let raw = point.raw.within(given_month, given_year);
            spans.push(raw.span()?);
            given_year = raw.year();
            given_month = match raw {
                Raw::Day { month, .. } => month,
                Raw::Month { month, .. } if matches!(join, Join::Range(_)) => Some(month),
                _ => None,
            };
            right = Some((*join, point.raw));
        }
        spans.reverse();
        Ok(spans)
    }
}

/// That the second span neither begins before the first nor ends before it.
pub(super) fn ordered(first: Span, last: Span) -> Result<(), Unread> {
    if last.to < first.from || last.from < first.from && last.to <= first.to {
        return Err(Unread::Backwards { from: first.from, to: last.to });
    }
    Ok(())
}

/// “02 năm”, “12 tháng”: a length, and its unit as months.
pub(super) fn length(tokens: Tokens<'_>) -> Option<(u32, Tokens<'_>)> {
    let (count, width, rest) = number(tokens)?;
    let (months, rest) = one_of(rest, &["năm"])
        .map(|rest| (12, rest))
        .or_else(|| one_of(rest, &["tháng"]).map(|rest| (1, rest)))?;
    (width <= 3).then_some((count * months, rest))
}
