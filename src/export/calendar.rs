//! Calendars (RFC 5545) of deadlines: of a plan, an agency, a task.
//!
//! In: tasks with their deadlines in force. Out: bytes. A deadline, or the end of a period, is an event of one day (`VEVENT`), not a to-do:
//! the calendars of phones, and of the services behind them, leave to-dos out of what they subscribe to. What a
//! to-do would say in `STATUS` is in words in the description, without a count of days.
//!
//! `DTSTAMP` is the last publication about the task, else the plan's issue: no calendar knows when it was made.

use icalendar::{Calendar, Component, Event, Property};
use jiff::civil::Date;

use super::{Addresses, Files};
use crate::model::AgencyId;
use crate::output::{Checksum, Digest};
use crate::paths;
use crate::progress::{Disclosed, PlanProgress, Progress, TaskProgress, TaskRef};
use crate::text::{dates, one_line};
use crate::vocabulary::calendar as words;
use crate::vocabulary::cut;

pub(super) fn of_plan(
    progress: &Progress<'_>,
    plan: &PlanProgress<'_>,
    addresses: &Addresses,
) -> Vec<u8> {
    let name = words::of_plan(plan.plan.cited());
    written(progress, &name, plan.counted(), addresses)
}

/// The deadlines of what an agency is responsible for or takes part in.
pub(super) fn of_agency(progress: &Progress<'_>, id: &AgencyId, addresses: &Addresses) -> Vec<u8> {
    let name = progress.site.agency(id).name_on(progress.as_of);
    let name = words::of_agency(&name.full);
    written(progress, &name, tasks_of(progress, id), addresses)
}

/// The checksum of all that an agency's calendar says of tasks: whatever it says of one stands in the calendar of that
/// task, which `files` know. Nothing where they lack one.
pub fn checksum_of_agency(
    progress: &Progress<'_>,
    id: &AgencyId,
    files: &Files,
) -> Option<Checksum> {
    let mut sum = Digest::new();
    for task in tasks_of(progress, id).filter_map(Disclosed::open) {
        if task.timing.end().is_some() {
            let calendar = paths::task_feed(&task.plan.id, &task.task.number, "ics");
            sum.add(files.get(&calendar)?.sha256.as_bytes());
        }
    }
    Some(sum.checksum())
}

/// The tasks that an agency is responsible for or takes part in, plan by plan.
fn tasks_of<'t>(progress: &'t Progress<'_>, id: &AgencyId) -> impl Iterator<Item = Disclosed<'t>> {
    let index = progress.agency(id);
    let mut tasks: Vec<TaskRef> = index.responsible.clone();
    tasks.extend(&index.partners);
    tasks.sort_unstable();
    tasks.dedup();
    tasks.into_iter().map(|task| progress.at(task))
}

/// The deadline of a task, or the end of its period; nothing where it has neither.
pub(super) fn of_task(
    progress: &Progress<'_>,
    task: Disclosed<'_>,
    addresses: &Addresses,
) -> Option<Vec<u8>> {
    let open = task.open()?;
    open.timing.end()?;
    let name = words::of_task(&open.task.number, open.plan.cited());
    Some(written(progress, &name, std::iter::once(task), addresses))
}

fn written<'t>(
    progress: &Progress<'_>,
    name: &str,
    tasks: impl Iterator<Item = Disclosed<'t>>,
    addresses: &Addresses,
) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//congkhai//lich//VI"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    let about = words::as_of(dates::long(progress.as_of));
    let said =
        [("NAME", name), ("X-WR-CALNAME", name), ("DESCRIPTION", &about), ("X-WR-CALDESC", &about)];
    for (key, value) in said {
        calendar.append_property(text(key, value));
    }
    calendar.append_property(Property::new("X-TINH-DEN-NGAY", progress.as_of.to_string()));
    for task in tasks.filter_map(Disclosed::open) {
        if let Some(day) = task.timing.end() {
            calendar.push(deadline(task, day, addresses));
        }
    }
    folded(&calendar.to_string()).into_bytes()
}

/// The most bytes of a line (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// The lines, none of them too long: the library gives the last part of a long one the space before it as well.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for line in text.split_inclusive("\r\n") {
        let words = line.trim_end_matches("\r\n");
        let parts = words.char_indices().rev().find(|(at, c)| *at < LONGEST && !c.is_whitespace());
        match parts {
            Some((at, _)) if words.len() > LONGEST => {
                folded.push_str(&words[..at]);
                folded.push_str("\r\n ");
                folded.push_str(&line[at..]);
            }
            _ => folded.push_str(line),
        }
    }
    folded
}

fn deadline(progress: &TaskProgress<'_>, day: Date, addresses: &Addresses) -> Event {
    let (plan, task) = (progress.plan, progress.task);
    let title = cut::shortened(&task.called());
    let title = title.trim_end_matches('.');
    let summary = match progress.timing.deadline.is_some() {
        true => words::deadline(title, &task.number, plan.cited()),
        false => words::end(title, &task.number, plan.cited()),
    };
    let official = one_line(&task.verbatim);
    let mut told = vec![match task.short_title {
        Some(_) => words::verbatim(official),
        None => official,
    }];
    told.push(words::standing(progress.standing.kind().label()));
    if progress.timing.deadline.is_none() {
        told.push(words::no_deadline().to_owned());
    }
    let published = progress.last_update.unwrap_or(plan.issued);
    let mut event = Event::new();
    event.uid(&format!("{}.{}@{}", task.number.slug(), plan.id, addresses.authority));
    event.summary(&summary);
    event.description(&told.join("\n"));
    event.append_property(Property::new("URL", addresses.of(&paths::task(&plan.id, &task.number))));
    event.append_property(Property::new("DTSTAMP", format!("{}T000000Z", compact(published))));
    event.append_property(whole_day("DTSTART", day));
    event.append_property(whole_day("DTEND", day.tomorrow().unwrap_or(day)));
    let status = if progress.standing.is_live() { "CONFIRMED" } else { "CANCELLED" };
    event.append_property(Property::new("STATUS", status));
    // Who moves a deadline raises it, so that a calendar knows which of two copies is the newer.
    let moves = progress.timing.moves.len();
    event.append_property(Property::new("SEQUENCE", moves.to_string()));
    event.append_property(Property::new("TRANSP", "TRANSPARENT"));
    event
}

/// A property whose value is words. Of keys that RFC 5545 does not list, the library escapes the value only where
/// its kind is stated.
fn text(key: &str, value: &str) -> Property {
    let mut property = Property::new(key, one_line(value));
    property.add_parameter("VALUE", "TEXT");
    property
}

fn whole_day(key: &str, day: Date) -> Property {
    let mut property = Property::new(key, compact(day));
    property.add_parameter("VALUE", "DATE");
    property
}

fn compact(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_has_more_bytes_than_it_may() {
        for length in 60..400 {
            let mut calendar = Calendar::empty();
            let words: String = "Thời hạn 5 ".chars().cycle().take(length).collect();
            calendar.append_property(text("NAME", &words));
            let written = folded(&calendar.to_string());
            assert!(written.lines().all(|line| line.len() <= LONGEST), "{written}");
            let whole = |text: &str| text.replace("\r\n ", "");
            assert_eq!(whole(&written), whole(&calendar.to_string()));
        }
    }
}
