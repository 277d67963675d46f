//! The days of a time, in its setting.
//!
//! In: a time, and the year for points without one. Out: its spans, or the fault in it.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use super::series::{Days, Series, ordered};
use super::span::{Part, Setting, Span, Unit};
use super::times::{End, Start, Time, What};
use super::unread::Unread;

/// The days of a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum When {
    One(Span, Option<Part>),
    Range(Span, Span),
    /// Each with its bytes in the text.
    Several(Vec<(Span, Span, Range<usize>)>),
    /// A beginning without an end.
    From(Span),
    Plan,
    /// A day counted from the document's own.
    Counted(Span),
    /// A unit of the present, without a number.
    Passing,
}

impl Time {
    /// Its days, with this year for points that have none.
    pub(super) fn when(&self, setting: &Setting, year: Option<i16>) -> Result<When, Unread> {
        let year = year.map(|year| u32::from(year.unsigned_abs()));
        match &self.what {
            What::Series(series) => Ok(match series.days(year)? {
                Days::One(span, part) => When::One(span, part),
                Days::Range(first, last) => When::Range(first, last),
                Days::Several(all) => When::Several(all),
            }),
            What::From(start, None) => begin(start, setting, year).map(When::From),
            What::From(start, Some(end)) => {
                let last = match end {
                    End::Plan => setting.plan_span().ok_or(Unread::SetElsewhere)?,
                    End::Point(series) => bounds(series, year)?.1,
                    End::Before(series) => day_before(bounds(series, year)?.0)?,
                };
                // “Từ tháng 4 đến hết năm 2026”: the year stands once, after the end.
                let year = u32::try_from(last.to.year()).ok().filter(|_| *end != End::Plan);
                let first = begin(start, setting, year)?;
                ordered(first, last)?;
                Ok(When::Range(first, last))
            }
            What::After(series) => {
                let (_, last) = bounds(series, year)?;
                last.following().map(When::From).ok_or(Unread::Several)
            }
            What::Plan => Ok(When::Plan),
            // Nobody knows yet from which day.
            What::Counted(..) if setting.is_undated => Err(Unread::SetElsewhere),
            What::Counted(count, in_months) => {
                let span = if *in_months { count.months() } else { count.days() };
                let day = setting.issued.checked_add(span).map_err(|_| Unread::Duration)?;
                Ok(When::Counted(one_day(day)))
            }
            What::Passing => Ok(When::Passing),
        }
    }

    /// Whether it consists of points without a year.
    pub(super) fn is_yearless(&self) -> bool {
        match &self.what {
            What::Series(series) => series.is_yearless(),
            What::From(Start::Point(start), end) => {
                let is_open = match end {
                    Some(End::Point(end) | End::Before(end)) => end.is_yearless(),
                    Some(End::Plan) => false,
                    None => true,
                };
                start.is_yearless() && is_open
            }
            What::From(Start::Issue, _) | What::After(_) | What::Plan => false,
            What::Counted(..) | What::Passing => false,
        }
    }
}

/// The last day that counts where “trước” stands before a point: a day is the last of its own;
/// before a month, quarter or year it is the day before that begins.
pub(super) fn day_before(point: Span) -> Result<Span, Unread> {
    match point.unit {
        Unit::Day | Unit::Issue => Ok(point),
        Unit::Month | Unit::Months | Unit::Quarter | Unit::HalfYear | Unit::Year => {
            point.from.yesterday().map(one_day).map_err(|_| Unread::Several)
        }
        Unit::Range | Unit::Plan | Unit::Part(..) => Err(Unread::Several),
    }
}

fn one_day(day: Date) -> Span {
    Span { from: day, to: day, unit: Unit::Day }
}

fn begin(start: &Start, setting: &Setting, year: Option<u32>) -> Result<Span, Unread> {
    match start {
        Start::Issue => Ok(setting.issue_span()),
        Start::Point(series) => Ok(bounds(series, year)?.0),
    }
}

fn bounds(series: &Series, year: Option<u32>) -> Result<(Span, Span), Unread> {
    match series.days(year)? {
        Days::One(span, _) => Ok((span, span)),
        Days::Range(first, last) => Ok((first, last)),
        Days::Several(_) => Err(Unread::Several),
    }
}
