//! Pictures over time: places in percent, so that they scale without a viewBox and need no style.
//!
//! In: dates. Out: views of marks and spans. Every picture says in words what it shows, and the
//! numbers or dates stand beside it as a table.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::EventKind;
use crate::pages::context::partial_view;
use crate::pages::parts::field;
use crate::pages::parts::figures;
use crate::pages::values::DateView;
use crate::progress::{Standing, TaskProgress, Timeliness, Timing, event_label};
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

    /// How wide the days after one are, to another and with it.
    fn span(self, after: Date, to: Date) -> String {
        figures::percent_of(self.offset(to).saturating_sub(self.offset(after)), self.days())
    }

    fn offset(self, date: Date) -> usize {
        let date = date.clamp(self.from, self.to);
        usize::try_from(days_between(self.from, date)).unwrap_or(0)
    }

    /// The years, with the place where each begins; of many not each is named, so that names stand apart on a phone.
    pub(crate) fn marks(self) -> Vec<YearMark> {
        const NAMED: usize = 6;
        let years = (self.from.year()..=self.to.year()).enumerate();
        let all = years.clone().count();
        let step = all.div_ceil(NAMED);
        let first_day = |year: i16| Date::new(year, 1, 1).expect("a year between two dates");
        let mark = |(at, year): (usize, i16)| YearMark {
            text: (at % step == 0 && at + step <= all).then(|| year.to_string()),
            is_second: at / step % 2 == 1,
            x: self.x(first_day(year)),
        };
        years.map(mark).collect()
    }
}

/// A year on a scale.
#[derive(Clone, Debug, Serialize)]
pub struct YearMark {
    /// The year, where there is room for its name.
    pub text: Option<String>,
    /// Whether it is every second name, which large type has no room for.
    pub is_second: bool,
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
    /// The time beyond the deadline, as far as a word tells: where it begins and how wide it is.
    pub over: Option<(String, String)>,
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
        over: beyond(task).map(|(from, to)| (scale.end(from), scale.span(from, to))),
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

/// The deadline that was missed, and the day on which a word tells of it; silence after a deadline is no delay.
pub(crate) fn beyond(task: &TaskProgress<'_>) -> Option<(Date, Date)> {
    match task.standing {
        Standing::Overdue(delay) | Standing::Confirmed(Timeliness::Late(delay)) => {
            Some((delay.deadline, delay.told))
        }
        _ => None,
    }
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
    /// The classes of the fill of the task's standing.
    pub class: String,
    /// How wide the time beyond it is, as far as a word tells of a missed deadline.
    pub over: Option<String>,
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
    let over = beyond(task).filter(|(_, told)| *told > last);
    let label = match (own, moved) {
        (Some(own), Some(moved)) => words::period_moved(from, to, limit(&own), limit(&moved)),
        (None, Some(moved)) => words::period_set(from, to, limit(&moved)),
        (Some(own), None) => words::period(from, to, limit(&own)),
        (None, None) => words::period_only(from, to),
    };
    Some(PeriodBar {
        label: if over.is_some() { words::period_beyond(label) } else { label },
        x: scale.x(first),
        width: scale.width(first, last),
        class: field::class(task.standing.kind().tone(), task.old_word.is_some()),
        over: over.map(|(_, told)| scale.span(last, told)),
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
        let years = |from: &str, to: &str| {
            let marks = Scale::years(date(from), date(to)).marks();
            marks
                .into_iter()
                .map(|mark| mark.text.unwrap_or_default())
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(years("2015-07-30", "2016-03-01"), "2015 2016");
        assert_eq!(years("2015-01-01", "2021-01-01"), "2015  2017  2019  ");
    }
}
