//! The turns of a task that comes again: each with its key, its days and its due day.
//!
//! In: a recurrence and the days that are looked at. Out: its turns by the calendar.

use std::cmp::Reverse;

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::kinds::{Due, DueOn, Every, Neighbour, Recurrence, Rhythm};
use super::span::{Span, Unit, months_later};
use crate::text::dates::digits;

/// One turn of a task that comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Its name: `2026-W07`, `2026-06`, `2026-Q2`, `2026-H1`, `2026-9M`, `2026`, `2026-2027`; with
    /// several turns in one period, each of them ends in its number: `2026-L2`. Where the words name a month or a
    /// quarter in each part of the year, it is that one's.
    pub key: String,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// The day on which it is due; a day before or after the turn where the words say so.
    pub due: Option<Date>,
    /// The days that the words name in its period without making them a limit: “quý II” of each year. Then they are
    /// its days.
    pub named: Option<Span>,
}

/// The days of a turn, and its place among the turns of its year.
#[derive(Clone, Copy)]
struct Period {
    from: Date,
    to: Date,
    place: usize,
}

impl Recurrence {
    /// The turns of every rhythm from one day to another, within the bounds of the words, in the
    /// order in which they end; a shorter turn comes before a longer one.
    ///
    /// A turn belongs to the days that it shares a day with, a week to those of its Thursday, as in
    /// the ISO calendar. Turns of several years are counted from the year of the first day.
    pub fn turns(&self, from: Date, to: Date) -> Vec<Turn> {
        let from = self.from.map_or(from, |span| span.from.max(from));
        let to = self.to.map_or(to, |span| span.to.min(to));
        let mut turns = Vec::new();
        for rhythm in &self.rhythms {
            let mut next = period_of(rhythm.every, from);
            // A period may lie wholly before the first day: nine months in October.
            while let Some(period) = next.filter(|period| marker(rhythm.every, *period).0 <= to) {
                if marker(rhythm.every, period).1 >= from {
                    turns.extend((1..=rhythm.times).map(|time| turn(rhythm, period, time)));
                }
                next = following(rhythm.every, period);
            }
        }
        let meets = |named: Span| from <= named.to && named.from <= to;
        turns.retain(|turn: &Turn| turn.named.is_none_or(meets));
        turns.sort_by_key(|turn| (turn.to, Reverse(turn.from)));
        turns
    }

    /// The turn with this key, where a rhythm has such a turn within the bounds of the words.
    pub fn turn(&self, key: &str) -> Option<Turn> {
        self.rhythms.iter().find_map(|rhythm| {
            let (key, time) = match key.rsplit_once("-L") {
                Some((key, time)) if rhythm.times > 1 => {
                    let time: u16 = time.parse().ok()?;
                    (key, Some(time).filter(|time| (1..=rhythm.times).contains(time))?)
                }
                None if rhythm.times == 1 => (key, 1),
                _ => return None,
            };
            let period = period_named(rhythm.every, key).or_else(|| of_part(rhythm, key))?;
            let (first, last) = marker(rhythm.every, period);
            let begins = self.from.is_none_or(|span| last >= span.from);
            let ends = self.to.is_none_or(|span| first <= span.to);
            (begins && ends).then(|| turn(rhythm, period, time))
        })
    }
}

/// The days that decide whether a period belongs to a span: all of them; of a week its Thursday.
fn marker(every: Every, period: Period) -> (Date, Date) {
    match every {
        Every::Week => {
            let thursday = period.to.checked_sub(3.days()).unwrap_or(period.to);
            (thursday, thursday)
        }
        _ => (period.from, period.to),
    }
}

fn turn(rhythm: &Rhythm, period: Period, time: u16) -> Turn {
    let due = match rhythm.dues.as_slice() {
        [] => None,
        dues => Some(dues[period.place % dues.len()]),
    };
    let named = due.and_then(|due| due.named);
    let due = due.and_then(|due| due_day(rhythm.every, period, due));
    let mut key = key(rhythm.every, period);
    if rhythm.times > 1 {
        key = format!("{key}-L{time}");
    }
    let whole = Turn { key, from: period.from, to: period.to, due, named: None };
    match (due, named) {
        (Some(last), Some((months, unit))) => {
            let first = match months {
                0 => Some(last),
                months => months_later(last, 1 - i32::from(months)),
            };
            let Some(from) = first else { return whole };
            let named = Span { from, to: last, unit };
            let key = named_key(rhythm.every, named).unwrap_or(whole.key);
            Turn { key, from, to: last, due: None, named: Some(named) }
        }
        _ => whole,
    }
}

fn due_day(every: Every, period: Period, due: Due) -> Option<Date> {
    match due.on {
        DueOn::Weekday(day) => {
            let days = i64::from(day.since(Weekday::Monday));
            period.from.checked_add(days.days()).ok()
        }
        DueOn::Day { period: neighbour, month, day } => {
            let shift = match neighbour {
                Neighbour::Previous => -months_between(every)?,
                Neighbour::Same => 0,
                Neighbour::Next => months_between(every)?,
            };
            let first = months_later(period.from, shift + i32::from(month) - 1)?;
            let last = first.last_of_month();
            Some(match day.and_then(|day| i8::try_from(day).ok()) {
                Some(day) if day < last.day() => {
                    Date::new(first.year(), first.month(), day.max(1)).ok()?
                }
                _ => last,
            })
        }
    }
}

/// How many months lie between the beginnings of two turns.
fn months_between(every: Every) -> Option<i32> {
    Some(match every {
        Every::Week => return None,
        Every::Month => 1,
        Every::Quarter => 3,
        Every::HalfYear => 6,
        Every::NineMonths | Every::Year => 12,
        Every::Years(years) => i32::from(years) * 12,
    })
}

/// How many months a turn lasts.
fn months_of(every: Every) -> Option<i32> {
    if every == Every::NineMonths { Some(9) } else { months_between(every) }
}

fn period_of(every: Every, day: Date) -> Option<Period> {
    if every == Every::Week {
        let days = i64::from(day.weekday().since(Weekday::Monday));
        return week(day.checked_sub(days.days()).ok()?);
    }
    let length = months_between(every)?;
    let index = i32::from(day.month()) - 1;
    let first = if length < 12 { index - index % length } else { 0 };
    months(every, months_later(day, first - index)?)
}

fn following(every: Every, period: Period) -> Option<Period> {
    match months_between(every) {
        Some(length) => months(every, months_later(period.from, length)?),
        None => week(period.from.checked_add(7.days()).ok()?),
    }
}

fn week(monday: Date) -> Option<Period> {
    Some(Period { from: monday, to: monday.checked_add(6.days()).ok()?, place: 0 })
}

fn months(every: Every, first: Date) -> Option<Period> {
    let to = months_later(first, months_of(every)? - 1)?.last_of_month();
    let place = (i32::from(first.month()) - 1) / months_between(every)?;
    Some(Period { from: first, to, place: usize::try_from(place).ok()? })
}

fn key(every: Every, period: Period) -> String {
    let year = period.from.year();
    let number = period.place + 1;
    match every {
        Every::Week => {
            let week = period.from.iso_week_date();
            format!("{:04}-W{:02}", week.year(), week.week())
        }
        Every::Month => format!("{year:04}-{number:02}"),
        Every::Quarter => format!("{year:04}-Q{number}"),
        Every::HalfYear => format!("{year:04}-H{number}"),
        Every::NineMonths => format!("{year:04}-9M"),
        Every::Year => format!("{year:04}"),
        Every::Years(_) => format!("{year:04}-{:04}", period.to.year()),
    }
}

/// The key of the month or the quarter that the words name in a part of each year.
fn named_key(every: Every, named: Span) -> Option<String> {
    if !matches!(every, Every::HalfYear | Every::Quarter) {
        return None;
    }
    let every = match named.unit {
        Unit::Month => Every::Month,
        Unit::Quarter => Every::Quarter,
        _ => return None,
    };
    Some(key(every, months(every, named.from)?))
}

/// The part of a year in which the words name the month or the quarter of this key.
fn of_part(rhythm: &Rhythm, key: &str) -> Option<Period> {
    let year = digits(key.get(..4)?, 4)?.cast_signed();
    let mut part = period_of(rhythm.every, Date::new(year, 1, 1).ok()?);
    while let Some(period) = part.filter(|period| period.from.year() == year) {
        if turn(rhythm, period, 1).key == key {
            return Some(period);
        }
        part = following(rhythm.every, period);
    }
    None
}

/// The period that a key names.
fn period_named(every: Every, key: &str) -> Option<Period> {
    let year = digits(key.get(..4)?, 4)?.cast_signed();
    let rest = key.get(4..)?;
    let january = Date::new(year, 1, 1).ok()?;
    let period = match every {
        Every::Week => {
            let week = i8::try_from(digits(rest.strip_prefix("-W")?, 2)?).ok()?;
            self::week(ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date())?
        }
        Every::Month => numbered(every, january, digits(rest.strip_prefix('-')?, 2)?)?,
        Every::Quarter => numbered(every, january, digits(rest.strip_prefix("-Q")?, 1)?)?,
        Every::HalfYear => numbered(every, january, digits(rest.strip_prefix("-H")?, 1)?)?,
        Every::NineMonths | Every::Year | Every::Years(_) => months(every, january)?,
    };
    (self::key(every, period) == key).then_some(period)
}

fn numbered(every: Every, january: Date, number: u16) -> Option<Period> {
    let length = months_between(every)?;
    let number =
        i32::from(number).checked_sub(1).filter(|number| (0..12 / length).contains(number))?;
    months(every, months_later(january, number * length)?)
}

#[cfg(test)]
mod tests;
