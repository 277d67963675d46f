//! Pictures over time: places in percent, so that they scale without a viewBox and need no style.
//!
//! In: dates. Out: views of marks and spans. Every picture says in words what it shows, and the
//! numbers or dates stand beside it as a table.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::EventKind;
use crate::pages::context::partial_view;
use crate::pages::parts::figures;
use crate::pages::values::{DateView, Tone};
use crate::progress::{TaskProgress, Timing, event_label};
use crate::text::dates::{self, days_between};
use crate::text::schedule::{Limit, Schedule};
use crate::vocabulary::dates::limit;
use crate::vocabulary::enumeration;
use crate::vocabulary::timeline as words;

/// A span of days drawn from left to right.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    from: Date,
    to: Date,
}

impl Scale {
    /// Whole years that hold both days.
    pub(crate) fn years(first: Date, last: Date) -> Self {
        let from = first.first_of_year();
        let to = last.max(first).last_of_year();
        Self { from, to }
    }

    fn days(self) -> usize {
        1 + usize::try_from(days_between(self.from, self.to)).unwrap_or(0)
    }

    /// Where a day begins; days outside stand at the edge.
    pub(crate) fn x(self, date: Date) -> String {
        figures::percent_of(self.offset(date), self.days())
    }

    /// Where a day ends.
    pub(crate) fn end(self, date: Date) -> String {
        figures::percent_of(self.offset(date) + 1, self.days())
    }

    /// Where a day ends, if it lies on the scale.
    pub(crate) fn within(self, date: Date) -> Option<String> {
        (self.from <= date && date <= self.to).then(|| self.end(date))
    }

    /// How wide the days from one to another are, both among them.
    pub(crate) fn width(self, from: Date, to: Date) -> String {
        figures::percent_of(self.offset(to).saturating_sub(self.offset(from)) + 1, self.days())
    }

    fn offset(self, date: Date) -> usize {
        let date = date.clamp(self.from, self.to);
        usize::try_from(days_between(self.from, date)).unwrap_or(0)
    }

    /// The years, with the place where each begins.
    pub(crate) fn marks(self) -> Vec<YearMark> {
        let years = self.from.year()..=self.to.year();
        let first_day = |year: i16| Date::new(year, 1, 1).expect("a year between two dates");
        let step = years.clone().count().div_ceil(NAMED);
        let named = |at: usize, year: i16| match at % step {
            0 => year.to_string(),
            _ => String::new(),
        };
        let marks = years.enumerate();
        marks
            .map(|(at, year)| YearMark { text: named(at, year), x: self.x(first_day(year)) })
            .collect()
    }
}

/// How many years a scale has room to name on a phone.
const NAMED: usize = 6;

/// A year on a scale.
#[derive(Clone, Debug, Serialize)]
pub struct YearMark {
    /// The year; empty where there is no room to name it.
    pub text: String,
    /// Where it begins.
    pub x: String,
}

/// A task's history as a picture.
#[derive(Clone, Debug, Serialize)]
pub struct HistoryChart {
    /// What it shows, in a sentence.
    pub label: String,
    /// The years below it.
    pub years: Vec<YearMark>,
    /// The period, where the plan names one: where it begins and how wide it is.
    pub period: Option<(String, String)>,
    /// The original deadline, where the plan names one.
    pub deadline: Option<String>,
    /// The deadline in force, where it was moved.
    pub adjusted: Option<String>,
    /// The page's date.
    pub today: String,
    /// The events, oldest first.
    pub marks: Vec<EventMark>,
}

/// An event in a picture, and its row in the table beside it.
#[derive(Clone, Debug, Serialize)]
pub struct EventMark {
    /// Where it stands.
    pub x: String,
    /// The shape: `report`, `done`, `change`, `end`.
    pub shape: &'static str,
    /// When it happened.
    pub date: DateView,
    /// What kind of event.
    pub kind: String,
    /// The state that it reports.
    pub state: Option<String>,
}

/// The history of a task; none where nothing was told of it.
pub(crate) fn history(task: &TaskProgress<'_>, as_of: Date) -> Option<HistoryChart> {
    let first = task.events.iter().map(|event| event.happened.first_day()).min()?;
    let last = task.events.iter().map(|event| event.happened.last_day()).max()?;
    let timing = &task.timing;
    let scale = Scale::years(
        timing.from.unwrap_or(first).min(first),
        [timing.end(), timing.original_end()]
            .into_iter()
            .flatten()
            .fold(last.max(as_of), Date::max),
    );
    let marks: Vec<EventMark> = task
        .events
        .iter()
        .map(|event| EventMark {
            x: scale.x(event.happened.first_day()),
            shape: shape(&event.kind),
            date: partial_view(event.happened),
            kind: event_label(task.task, event),
            state: event.kind.reported().map(|state| state.within().to_owned()),
        })
        .collect();
    let moved = moved(timing);
    let events = marks.iter().map(|mark| words::event(&mark.date.short, mark.kind.to_lowercase()));
    let events = enumeration::of_phrases(events);
    Some(HistoryChart {
        label: match (own_deadline(timing), moved, timing.until) {
            (Some(own), Some(moved), _) => words::history_moved(limit(&own), limit(&moved), events),
            (None, Some(moved), _) => words::history_set(limit(&moved), events),
            (Some(own), None, _) => words::history(limit(&own), events),
            (None, None, Some(until)) => words::history_period(dates::short(until), events),
            (None, None, None) => words::history_dateless(events),
        },
        years: scale.marks(),
        period: span(timing).map(|(from, to)| (scale.x(from), scale.width(from, to))),
        deadline: own_deadline(timing).map(|own| scale.end(own.to)),
        adjusted: moved.map(|limit| scale.end(limit.to)),
        today: scale.end(as_of),
        marks,
    })
}

/// The deadline in force where a document set or moved it.
fn moved(timing: &Timing<'_>) -> Option<Limit> {
    timing.deadline.filter(|_| timing.is_adjusted())
}

/// The deadline that the plan itself names.
pub(crate) fn own_deadline(timing: &Timing<'_>) -> Option<Limit> {
    match timing.schedule()? {
        Schedule::Deadline(limit) => Some(*limit),
        _ => None,
    }
}

/// The first and last day of the plan's own period; of a deadline without a first day, that day alone.
fn span(timing: &Timing<'_>) -> Option<(Date, Date)> {
    let to = timing.original_end()?;
    Some((timing.from.unwrap_or(to).min(to), to))
}

fn shape(kind: &EventKind) -> &'static str {
    match kind {
        EventKind::Update(_) | EventKind::SelfConfirmed | EventKind::Resumed => "report",
        EventKind::ReportedDone(_) | EventKind::Confirmed => "done",
        EventKind::DeadlineMoved { .. }
        | EventKind::DeadlineFixed { .. }
        | EventKind::LeadChanged { .. }
        | EventKind::WordingChanged { .. }
        | EventKind::Assigned { .. }
        | EventKind::HandedOver { .. } => "change",
        EventKind::Returned
        | EventKind::Paused
        | EventKind::Cancelled
        | EventKind::CarriedOver(_) => "end",
    }
}

/// A task's period as a bar with its deadlines.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodBar {
    /// What it shows, in a sentence.
    pub label: String,
    /// Where the period begins.
    pub x: String,
    /// How wide it is.
    pub width: String,
    /// The family of the task's standing.
    pub tone: Tone,
    /// The original deadline, where the plan names one.
    pub deadline: Option<String>,
    /// The deadline in force, where a document set or moved it.
    pub adjusted: Option<String>,
}

/// The period of a task on a scale; none where no day is named.
pub(crate) fn period(scale: Scale, task: &TaskProgress<'_>) -> Option<PeriodBar> {
    let timing = &task.timing;
    let moved = moved(timing);
    let own = own_deadline(timing);
    let last = timing.end().max(timing.original_end())?;
    let first = timing.from.unwrap_or(last).min(last);
    let (from, to) = (dates::short(first), dates::short(last));
    Some(PeriodBar {
        label: match (own, moved) {
            (Some(own), Some(moved)) => words::period_moved(from, to, limit(&own), limit(&moved)),
            (None, Some(moved)) => words::period_set(from, to, limit(&moved)),
            (Some(own), None) => words::period(from, to, limit(&own)),
            (None, None) => words::period_only(from, to),
        },
        x: scale.x(first),
        width: scale.width(first, last),
        tone: task.standing.kind().tone(),
        deadline: own.map(|own| scale.end(own.to)),
        adjusted: moved.map(|limit| scale.end(limit.to)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::dates::parse_date;

    #[test]
    fn a_scale_holds_whole_years_and_keeps_what_lies_outside_at_its_edges() {
        let date = |text: &str| parse_date(text).unwrap();
        let scale = Scale::years(date("2015-07-30"), date("2016-03-01"));
        assert_eq!(scale.x(date("2015-01-01")), "0.000%");
        assert_eq!(scale.x(date("2010-01-01")), "0.000%");
        assert_eq!(scale.end(date("2016-12-31")), "100.000%");
        assert_eq!(scale.end(date("2030-01-01")), "100.000%");
        assert_eq!(scale.width(date("2015-01-01"), date("2015-12-31")), "49.932%");
        let years: Vec<_> = scale.marks().into_iter().map(|mark| mark.text).collect();
        assert_eq!(years, ["2015", "2016"]);
        let long = Scale::years(date("2015-07-30"), date("2026-03-01")).marks();
        let years: Vec<_> = long.into_iter().map(|mark| mark.text).collect();
        assert_eq!(years, ["2015", "", "2017", "", "2019", "", "2021", "", "2023", "", "2025", ""]);
    }
}
