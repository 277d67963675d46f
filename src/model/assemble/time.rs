//! The time of a task or of a result: its words, and what they say.
//!
//! In: the keys of `thoi_gian`. Out: [`TaskTime`]. No words stop a build; what an editor says against words that the
//! grammar reads is an error (design: any-plan §1).

use jiff::civil::Date;

use super::reader::Reader;
use crate::diagnostic::Place;
use crate::diagnostic::catalog::{ck130, ck132};
use crate::model::{Nature, TaskTime, TimeReading};
use crate::parse::raw::RawPeriod;
use crate::text::schedule::{Column, Limit, Note, Schedule, Setting, Span, Unit, Window, read};
use crate::vocabulary::task;

/// The time at `at`; `nature` is what an older file says of it, `by_results` whether results have times of their own.
pub(super) fn time(
    at: &Place,
    raw: &RawPeriod,
    nature: Option<Nature>,
    by_results: bool,
    setting: &Setting,
    reader: &mut Reader<'_>,
) -> TaskTime {
    let verbatim = raw.nguyen_van.clone();
    let bounds = bounds(at, raw, reader);
    let words = verbatim.as_deref().unwrap_or_default();
    let read_as = read(words, setting);
    if let Some(reading) = given(at, raw, &read_as, setting, reader) {
        return TaskTime { verbatim, reading, is_unclear: false };
    }
    if let Some(schedule) = older(nature, bounds, &read_as) {
        let reason = task::read_by_editor().to_owned();
        return TaskTime {
            verbatim,
            reading: TimeReading::Given { schedule, reason },
            is_unclear: false,
        };
    }
    let mut is_unclear = false;
    let reading = match read_as {
        Ok(None) => TimeReading::Unnamed,
        Ok(Some(found)) => {
            for note in &found.notes {
                reader.problems.push(noted(at, words, note));
            }
            is_unclear = setting.column == Column::Unclear && names_one_span(&found.schedule);
            TimeReading::Read(found.schedule)
        }
        Err(why) => {
            // What each result says of its own time is read there.
            if !by_results {
                reader.problems.push(ck132::not_read(at.field("nguyen_van"), words, why));
            }
            TimeReading::Unread
        }
    };
    TaskTime { verbatim, reading, is_unclear }
}

/// Whether a schedule is one bare year, quarter, month or day.
fn names_one_span(schedule: &Schedule) -> bool {
    matches!(schedule, Schedule::Window(window) if window.first == window.last)
}

fn noted(at: &Place, words: &str, note: &Note) -> crate::diagnostic::Diagnostic {
    let at = at.field("nguyen_van");
    match note {
        Note::WeekdayDiffers { date, written } => {
            ck132::weekday_differs(at, words, *date, *written)
        }
        Note::BeforeIssue(date) => ck132::before_issue(at, words, *date),
        Note::AfterPlan(date) => ck132::after_plan(at, words, *date),
    }
}

/// The reading that an editor gives with its reason, in words that are read alike in any column.
fn given(
    at: &Place,
    raw: &RawPeriod,
    read_as: &Result<Option<crate::text::schedule::Reading>, crate::text::schedule::Unread>,
    setting: &Setting,
    reader: &mut Reader<'_>,
) -> Option<TimeReading> {
    let Some(words) = &raw.doc_la else {
        if raw.doc_la_vi.is_some() {
            reader.problems.push(ck130::reason_without_reading(at.field("doc_la_vi")));
        }
        return None;
    };
    let Some(reason) = &raw.doc_la_vi else {
        reader.problems.push(ck130::reading_without_reason(at.field("doc_la")));
        return None;
    };
    if let Ok(Some(found)) = read_as {
        let own = raw.nguyen_van.as_deref().unwrap_or_default();
        let by_column = read(own, &Setting { column: Column::Deadline, ..*setting });
        // What depends on the column is a matter of opinion; what does not is the document's own.
        if by_column.is_ok_and(|other| other.is_some_and(|other| other.schedule == found.schedule))
        {
            reader.problems.push(ck130::against_the_words(at.field("doc_la"), own));
            return None;
        }
    }
    let by = |column| read(words, &Setting { column, ..*setting });
    match (by(Column::Deadline), by(Column::Unclear)) {
        (Ok(Some(one)), Ok(Some(other))) if one.schedule == other.schedule => {
            Some(TimeReading::Given { schedule: one.schedule, reason: reason.clone() })
        }
        (Ok(Some(_)), Ok(Some(_))) => {
            reader.problems.push(ck130::reading_depends_on_column(at.field("doc_la"), words));
            None
        }
        _ => {
            reader.problems.push(ck130::reading_unreadable(at.field("doc_la"), words));
            None
        }
    }
}

/// `tu` and `den`, where an older file gives them.
fn bounds(at: &Place, raw: &RawPeriod, reader: &mut Reader<'_>) -> Option<(Date, Date)> {
    if raw.tu.is_none() && raw.den.is_none() {
        return None;
    }
    let span = reader.span_of(at, raw.tu.as_deref(), raw.den.as_deref());
    if raw.tu.is_none() || raw.den.is_none() {
        reader.problems.push(ck130::one_end_only(at.clone()));
    }
    Some((span.first()?, span.last()?))
}

/// What an older file says by `tinh_chat`, `tu` and `den`; nothing where that is what the words say.
fn older(
    nature: Option<Nature>,
    bounds: Option<(Date, Date)>,
    read_as: &Result<Option<crate::text::schedule::Reading>, crate::text::schedule::Unread>,
) -> Option<Schedule> {
    let read_as = read_as.as_ref().ok().and_then(Option::as_ref).map(|found| &found.schedule);
    let day = |day: Date| Span { from: day, to: day, unit: Unit::Day };
    let (first, last) = match (bounds, read_as) {
        (Some((from, to)), _) => (day(from), day(to)),
        (None, Some(Schedule::Window(window))) => (window.first, window.last),
        (None, Some(Schedule::Deadline(limit))) => (limit.point, limit.point),
        (None, _) => return None,
    };
    let window = || Schedule::Window(Window { first, last, aim: false, hours: None });
    match (nature, bounds, read_as) {
        (Some(Nature::Deadline), ..) => match read_as {
            Some(Schedule::Deadline(_)) => None,
            _ => Some(Schedule::Deadline(Limit { to: last.to, point: last, before: false })),
        },
        (Some(Nature::Continuous), ..) => {
            Some(Schedule::Ongoing { from: Some(first), to: Some(last), on_request: false })
        }
        (Some(Nature::Undetermined) | None, Some(_), _) => Some(window()),
        (Some(Nature::Undetermined), None, Some(Schedule::Deadline(_))) => Some(window()),
        (Some(Nature::Undetermined) | None, None, _) => None,
    }
}
