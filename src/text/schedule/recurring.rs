//! A clause of a task that comes again: its rhythms, when their turns are due, and their bounds.
//!
//! In: the facts of a clause, its setting. Out: the recurrence. A due day is read only where it
//! fits the rhythm wholly: “hằng quý, trước ngày 15” leaves open which month is meant.

use super::facts::Facts;
use super::kinds::{Due, DueOn, Every, Neighbour, Recurrence, Rhythm};
use super::pieces::Piece;
use super::raw::Raw;
use super::rhythms::Anchor;
use super::span::{Column, Part, Setting, Span, Unit, Whole};
use super::times::{How, Time, What};
use super::unread::Unread;
use super::verbs::End;
use super::when::When;
use crate::text::dates::days_between;

/// A leap year: what it lacks no year has.
const LEAP: u32 = 2024;

/// Reads a clause with a rhythm.
pub(super) fn recurring(facts: &Facts<'_>, setting: &Setting) -> Result<Recurrence, Unread> {
    if facts.has(&Piece::Aim) {
        return Err(Unread::Uncovered);
    }
    let (open, named): (Vec<_>, Vec<_>) =
        facts.times.iter().partition(|(_, time)| time.is_yearless());
    let (open, named) = (at_most_one(&open)?, at_most_one(&named)?);
    let anchor = at_most_one(&facts.anchors)?;
    let rhythms = joined(facts, anchor.copied())?;
    let (rhythms, is_due) = match (rhythms.as_slice(), open, anchor) {
        ([(every, times)], time, anchor) => {
            let time = time.map(|(_, time)| *time);
            let weekday = at_most_one(&facts.weekdays)?.copied();
            let rhythm = match (weekday, time, anchor) {
                (None, ..) => {
                    let is_limit = is_limit_of(facts, setting, time);
                    with_dues(*every, *times, time, anchor.copied(), is_limit)?
                }
                (Some(day), None, None) if *every == Every::Week && *times == 1 => {
                    let due = Due { on: DueOn::Weekday(day), before: false, named: None };
                    Rhythm { every: *every, times: 1, dues: vec![due] }
                }
                (Some(_), ..) => return Err(Unread::DueUnclear),
            };
            let is_due = !rhythm.dues.is_empty();
            (vec![rhythm], is_due)
        }
        (several, None, None) if facts.weekdays.is_empty() => {
            let plain = |(every, times): &(Every, u16)| Rhythm {
                every: *every,
                times: *times,
                dues: Vec::new(),
            };
            (several.iter().map(plain).collect(), false)
        }
        _ => return Err(Unread::DueUnclear),
    };
    let conditional = !facts.conditions.is_empty() || facts.has(&Piece::Alternative);
    let waits = facts.conditions.iter().any(|(_, found)| !found.by_reference && !found.on_request);
    if waits || is_due && (facts.has(&Piece::Tail) || conditional && !only_asks_more(facts)) {
        return Err(Unread::Uncovered);
    }
    let (from, to) = match named {
        Some((at, time)) => bounds(facts, setting, *at, time, &rhythms)?,
        None => (None, None),
    };
    Ok(Recurrence { rhythms, from, to })
}

/// “… và đột xuất khi có yêu cầu”: what is asked beside the turns does not touch their days.
fn only_asks_more(facts: &Facts<'_>) -> bool {
    let beside = |at: usize| matches!(facts.before(at), Some(Piece::AdHoc | Piece::And));
    !facts.has(&Piece::Alternative)
        && facts.conditions.iter().all(|(at, found)| found.on_request && beside(*at))
}

fn at_most_one<T>(all: &[T]) -> Result<Option<&T>, Unread> {
    match all {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        _ => Err(Unread::Several),
    }
}

/// The rhythms, with that of a day's anchor: “tháng cuối quý” is of every quarter.
fn joined(facts: &Facts<'_>, anchor: Option<Anchor>) -> Result<Vec<(Every, u16)>, Unread> {
    let found = &facts.rhythms;
    match (anchor, found.as_slice()) {
        (None, []) => Err(Unread::NoRhythm),
        (None, _) => Ok(found.clone()),
        // “Quý I năm sau” is a time of the next year; “trước ngày 20/01 năm liền kề” a rhythm.
        (Some(anchor), []) if anchor.period == Neighbour::Same || is_limit(facts) => {
            Ok(vec![(anchor.every, 1)])
        }
        (Some(_), []) => Err(Unread::NoYear),
        (Some(anchor), [(every, 1)])
            if *every == anchor.every
                || (anchor.every, *every) == (Every::Quarter, Every::Year) =>
        {
            Ok(vec![(anchor.every, 1)])
        }
        (Some(_), _) => Err(Unread::DueUnclear),
    }
}

/// Whether the one time of the clause is a day with a word of limit.
fn is_limit(facts: &Facts<'_>) -> bool {
    let is_day = |time: &Time| match &time.what {
        What::Series(series) => {
            matches!(series.only().map(|point| point.raw), Some(Raw::Day { .. }))
        }
        _ => false,
    };
    match facts.times.as_slice() {
        [(_, time)] => matches!(time.how, How::By | How::Before) && is_day(time),
        _ => false,
    }
}

fn with_dues(
    every: Every,
    times: u16,
    time: Option<&Time>,
    anchor: Option<Anchor>,
    is_limit: bool,
) -> Result<Rhythm, Unread> {
    let plain = Rhythm { every, times, dues: Vec::new() };
    let before = time.is_some_and(|time| time.how == How::Before);
    let period = anchor.map_or(Neighbour::Same, |anchor| anchor.period);
    let due = |month: u8, day| Due { on: DueOn::Day { period, month, day }, before, named: None };
    let Some(time) = time else {
        return match anchor.and_then(|anchor| anchor.month) {
            Some(month) => Ok(Rhythm { dues: vec![due(month, None)], ..plain }),
            None if anchor.is_none() => Ok(plain),
            None => Err(Unread::DueUnclear),
        };
    };
    if time.hours.is_some() {
        return Err(Unread::DueUnclear);
    }
    let listed = match &time.what {
        What::Series(series) => series.listed(),
        What::From(_, Some(_)) => None,
        What::From(_, None) | What::After(_) | What::Plan | What::Counted(..) | What::Passing => {
            return Err(Unread::DueUnclear);
        }
    };
    let is_bound = matches!(time.how, How::Bare | How::In);
    let Some(listed) = listed else {
        // “Từ tháng 3 đến tháng 5 hằng năm”: a window of each year, and no day of it is due.
        let is_yearly = every == Every::Year && times == 1 && anchor.is_none() && is_bound;
        time_exists(time)?;
        return if is_yearly { Ok(plain) } else { Err(Unread::DueUnclear) };
    };
    match (every, listed.as_slice(), anchor) {
        (Every::Month, [(Raw::Day { day, month: None, .. }, None)], _) if times == 1 => {
            Ok(Rhythm { dues: vec![due(1, Some(day_of(*day, 1)?))], ..plain })
        }
        (Every::Quarter, [(Raw::Day { day, month: None, .. }, None)], Some(anchor))
            if times == 1 =>
        {
            let month = anchor.month.ok_or(Unread::DueUnclear)?;
            Ok(Rhythm { dues: vec![due(month, Some(day_of(*day, 1)?))], ..plain })
        }
        (Every::Year, [(raw, part)], _) if times == 1 => {
            let (shift, month, day) = yearly(*raw, *part, before)?;
            let period = match (period, shift) {
                (period, false) => period,
                (Neighbour::Next, true) => Neighbour::Same,
                (Neighbour::Same, true) => Neighbour::Previous,
                (Neighbour::Previous, true) => return Err(Unread::DueUnclear),
            };
            Ok(Rhythm {
                dues: vec![Due {
                    on: DueOn::Day { period, month, day },
                    before,
                    named: named(*raw, *part).filter(|_| !is_limit),
                }],
                ..plain
            })
        }
        (Every::Year, several, None) if times == 1 || usize::from(times) == several.len() => {
            parts_of_year(several, before, is_limit)
        }
        _ => Err(Unread::DueUnclear),
    }
}

/// Several days of each year are the turns of its halves or quarters, one in each.
fn parts_of_year(
    listed: &[(Raw, Option<Part>)],
    before: bool,
    is_limit: bool,
) -> Result<Rhythm, Unread> {
    let (every, length) = match listed.len() {
        2 => (Every::HalfYear, 6),
        4 => (Every::Quarter, 3),
        _ => return Err(Unread::DueUnclear),
    };
    let mut dues = Vec::new();
    for ((raw, part), turn) in listed.iter().zip(0_u8..) {
        let (is_before_year, month, day) = yearly(*raw, *part, before)?;
        let first = turn * length;
        if is_before_year || month <= first || month > first + length {
            return Err(Unread::DueUnclear);
        }
        let on = DueOn::Day { period: Neighbour::Same, month: month - first, day };
        let named = named(*raw, *part).filter(|_| !is_limit);
        dues.push(Due { on, before, named });
    }
    dues.dedup();
    Ok(Rhythm { every, times: 1, dues })
}

/// Whether a word makes the time of a year a limit, or the column does.
fn is_limit_of(facts: &Facts<'_>, setting: &Setting, time: Option<&Time>) -> bool {
    let by = |time: &Time| matches!(time.how, How::By | How::Before | How::Until);
    time.is_some_and(by) || facts.end() >= Some(End::Ending) || setting.column == Column::Deadline
}

/// How many months a point of each year names, and its unit.
fn named(raw: Raw, part: Option<Part>) -> Option<(u8, Unit)> {
    let unit = |months: u8, unit, whole| match part {
        Some(part) => (months, Unit::Part(part, whole)),
        None => (months, unit),
    };
    Some(match raw {
        Raw::Day { .. } => (0, Unit::Day),
        Raw::Month { .. } => unit(1, Unit::Month, Whole::Month),
        Raw::Quarter { .. } => unit(3, Unit::Quarter, Whole::Quarter),
        Raw::Year(_) => unit(12, Unit::Year, Whole::Year),
        Raw::Months { first, last, .. } if last - first == 5 => (6, Unit::HalfYear),
        Raw::Months { first, last, .. } => (small(last - first + 1), Unit::Months),
    })
}

/// The month and day of a point of each year; and whether it falls in the year before.
fn yearly(raw: Raw, part: Option<Part>, before: bool) -> Result<(bool, u8, Option<u8>), Unread> {
    raw.within(None, Some(LEAP)).span()?;
    let (first, last) = match raw {
        Raw::Day { day, month, .. } => {
            let month = month.ok_or(Unread::DueUnclear)?;
            return Ok((false, small(month), Some(day_of(day, month)?)));
        }
        Raw::Month { month, .. } => (month, month),
        Raw::Quarter { quarter, .. } => (quarter * 3 - 2, quarter * 3),
        Raw::Months { first, last, .. } => (first, last),
        Raw::Year(_) => (1, 12),
    };
    match part {
        Some(Part::Beginning | Part::Middle) if before => Err(Unread::Vague),
        Some(Part::Beginning | Part::Middle) if first == 1 && last == 12 => Err(Unread::DueUnclear),
        None if matches!(raw, Raw::Year(_)) => Err(Unread::DueUnclear),
        None if before && first == 1 => Ok((true, 12, None)),
        None if before => Ok((false, small(first - 1), None)),
        _ => Ok((false, small(last), None)),
    }
}

/// A day of a month that some year has.
fn day_of(day: u32, month: u32) -> Result<u8, Unread> {
    Span::day(day, month, LEAP).map(|_| small(day))
}

fn small(value: u32) -> u8 {
    u8::try_from(value).unwrap_or(u8::MAX)
}

fn time_exists(time: &Time) -> Result<(), Unread> {
    match &time.what {
        What::Series(series) => series.days(Some(LEAP)).map(|_| ()),
        _ => Ok(()),
    }
}

/// The bounds of the turns, which a time with its year names.
fn bounds(
    facts: &Facts<'_>,
    setting: &Setting,
    at: usize,
    time: &Time,
    rhythms: &[Rhythm],
) -> Result<(Option<Span>, Option<Span>), Unread> {
    if matches!(time.how, How::By | How::Before) || facts.end() >= Some(End::Ending) {
        return Err(Unread::Several);
    }
    // “2026 và hằng năm”: a beginning.
    let begins = matches!(facts.pieces.get(at + 1), Some(Piece::And))
        && matches!(facts.pieces.get(at + 2), Some(Piece::Rhythms(_)));
    Ok(match time.when(setting, None)? {
        When::One(span, _) if begins => (Some(span), None),
        When::One(span, _) if time.how == How::Until => (None, Some(span)),
        When::One(span, _) if rhythms.iter().all(|rhythm| is_longer(span, rhythm.every)) => {
            (Some(span), Some(span))
        }
        When::Range(_, last) if time.how == How::Until => (None, Some(last)),
        When::Range(first, last) => (Some(first), Some(last)),
        When::From(from) => (Some(from), None),
        When::Plan if time.how == How::Until => (None, setting.plan_span()),
        When::Plan => (setting.plan_span(), setting.plan_span()),
        When::One(..) | When::Several(_) | When::Counted(_) | When::Passing => {
            return Err(Unread::Several);
        }
    })
}

/// Whether a span holds more than one period of a rhythm.
fn is_longer(span: Span, every: Every) -> bool {
    let days = days_between(span.from, span.to) + 1;
    let longest = match every {
        Every::Week => 7,
        Every::Month => 31,
        Every::Quarter => 92,
        Every::HalfYear => 184,
        Every::NineMonths | Every::Year => 366,
        Every::Years(years) => i64::from(years) * 366,
    };
    days > longest
}
