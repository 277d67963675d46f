//! What is worth a look beside a reading: a weekday that is another, a deadline before its document.
//!
//! In: the tokens of a cell, its setting, its schedule. Out: notes; none of them changes a reading.

use jiff::civil::{Date, Weekday};

use super::kinds::Schedule;
use super::rhythms::weekday;
use super::series::{Days, series};
use super::span::{Setting, Unit};
use super::tokens::{Tokens, optional, sign};

/// Something that a caller may tell an editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Note {
    /// The date falls on another day of the week than the words say.
    WeekdayDiffers {
        /// The date that is written.
        date: Date,
        /// The day of the week that is written.
        written: Weekday,
    },
    /// A deadline lies before the document's own date.
    BeforeIssue(
        /// The last day.
        Date,
    ),
    /// A time lies after the plan's period, or ends after it.
    AfterPlan(
        /// The last day that is named, or the first where none is.
        Date,
    ),
}

/// The notes on a cell and its schedule.
pub(super) fn notes(tokens: Tokens<'_>, setting: &Setting, schedule: &Schedule) -> Vec<Note> {
    let mut notes = Vec::new();
    for at in 0..tokens.len() {
        if let Some((written, rest)) = weekday(&tokens[at..])
            && let Some((series, _)) = series(optional(sign(rest, ',').unwrap_or(rest), &["là"]))
            && let Ok(Days::One(day, _)) =
                series.days(setting.year().map(|year| u32::from(year.unsigned_abs())))
            && day.unit == Unit::Day
            && day.from.weekday() != written
        {
            notes.push(Note::WeekdayDiffers { date: day.from, written });
        }
    }
    of_schedule(schedule, setting, &mut notes);
    let mut seen = Vec::new();
    notes.retain(|note| {
        let is_new = !seen.contains(note);
        seen.push(*note);
        is_new
    });
    notes
}

fn of_schedule(schedule: &Schedule, setting: &Setting, notes: &mut Vec<Note>) {
    let mut after = |day: Date| {
        if setting.plan.is_some_and(|(_, last)| last < day) {
            notes.push(Note::AfterPlan(day));
        }
    };
    match schedule {
        Schedule::Deadline(limit) => {
            after(limit.to);
            if !setting.is_undated && limit.to < setting.issued {
                notes.push(Note::BeforeIssue(limit.to));
            }
        }
        Schedule::Window(window) => after(window.to()),
        Schedule::Ongoing { from, to, on_request: _ } => match (from, to) {
            (_, Some(to)) => after(to.to),
            (Some(from), None) => after(from.from),
            (None, None) => {}
        },
        Schedule::Recurring(recurrence) => match (recurrence.from, recurrence.to) {
            (_, Some(to)) => after(to.to),
            (Some(from), None) => after(from.from),
            (None, None) => {}
        },
        Schedule::Conditional { limit, by_reference: _ } => {
            if let Some(limit) = limit {
                after(limit.to);
            }
        }
        Schedule::Steps(steps) => {
            for step in steps {
                of_schedule(&step.schedule, setting, notes);
            }
        }
    }
}
