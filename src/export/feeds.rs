//! Feeds of what was published: of the site, a plan, an agency, a task.
//!
//! In: the history. Out: [`Channel`]s, written. An entry is an event or a correction: its id is made of plan, task and event, its date
//! is that of its publication, and it changes only when what it tells changes. So a feed bears no as-of date: with it
//! every reader would be called every day. Nothing of a restricted task's log is told, and no agency is named for it.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::io;

use jiff::civil::{Date, date};

use super::addresses::{correction_fragment, event_fragment};
use super::channel::{Channel, Item};
use super::{Addresses, Put, names};
use crate::model::{AgencyId, CorrectionTarget, EventKind, Plan, TaskNumber};
use crate::paths;
use crate::progress::{
    CorrectionEntry, EventEntry, History, PlanProgress, Progress, TaskProgress, TaskRef,
    event_label,
};
use crate::text::{dates, one_line};
use crate::vocabulary::cut;
use crate::vocabulary::dates::limit;
use crate::vocabulary::task as tasks;
use crate::vocabulary::{changes, feeds as words};

/// How many entries a feed has at most: the newest.
pub const NEWEST: usize = 50;

/// The same of a task's feed.
const NEWEST_OF_TASK: usize = 20;

/// Makes the feeds of the whole site.
///
/// # Errors
/// Those of `put`.
pub fn of_site(progress: &Progress<'_>, addresses: &Addresses, put: &Put<'_>) -> io::Result<()> {
    let beginning = beginning(progress);
    let name = &progress.site.settings.name;
    let channel = |kind: &str, page, title: &str, items| Channel {
        progress,
        addresses,
        id: addresses.tag(&[kind]),
        title: words::feed(title, name),
        page,
        beginning,
        items,
    };
    let several = progress.plans.len() > 1;
    let history = &progress.history;
    let updates = items(progress, addresses, history, several);
    let updates = channel(names::UPDATES, paths::updates(), changes::updates(), updates);
    let corrections = corrections(progress, addresses, history, several);
    let page = paths::corrections();
    let corrections = channel(names::CORRECTIONS, page, changes::corrections(), corrections);
    updates.write(|ending| paths::feed(None, names::UPDATES, ending), put)?;
    corrections.write(|ending| paths::feed(None, names::CORRECTIONS, ending), put)
}

pub(super) fn of_plan(
    progress: &Progress<'_>,
    plan: &PlanProgress<'_>,
    addresses: &Addresses,
    put: &Put<'_>,
) -> io::Result<()> {
    let id = &plan.plan.id;
    let channel = |kind: &str, title: &str, items| Channel {
        progress,
        addresses,
        id: addresses.tag(&["ke-hoach", id.as_str(), kind]),
        title: words::feed_of_plan(title, plan.plan.cited()),
        page: paths::history(id),
        beginning: beginning(progress),
        items,
    };
    let history = &plan.history;
    let updates =
        channel(names::UPDATES, changes::updates(), items(progress, addresses, history, false));
    let corrections = corrections(progress, addresses, history, false);
    let corrections = channel(names::CORRECTIONS, changes::corrections(), corrections);
    updates.write(|ending| paths::feed(Some(id), names::UPDATES, ending), put)?;
    corrections.write(|ending| paths::feed(Some(id), names::CORRECTIONS, ending), put)
}

/// Makes the feeds of an agency: what was published about the tasks that it leads, holds or takes part in.
///
/// # Errors
/// Those of `put`.
pub fn of_agency(
    progress: &Progress<'_>,
    id: &AgencyId,
    addresses: &Addresses,
    put: &Put<'_>,
) -> io::Result<()> {
    let index = progress.agency(id);
    let tasks: BTreeSet<TaskRef> =
        index.leads.iter().chain(&index.partners).chain(&index.responsible).copied().collect();
    let mut events = Vec::new();
    for task in tasks.into_iter().filter_map(|task| progress.at(task).open()) {
        let (place, plan) = (task.place, task.plan);
        let entry = |event| EventEntry { place, plan, task: task.task, event };
        events.extend(task.events.iter().rev().map(|event| entry(*event)));
    }
    events.sort_by_key(|entry| Reverse(entry.event.published));
    let mine: BTreeSet<_> =
        events.iter().map(|entry| (&entry.plan.id, &entry.task.number)).collect();
    let corrections = progress.history.corrections.iter().filter(|entry| match entry.target {
        CorrectionTarget::Task(number) => mine.contains(&(&entry.plan.id, number)),
        CorrectionTarget::Node(_) | CorrectionTarget::Plan | CorrectionTarget::Site => false,
    });
    let corrections = corrections.copied().collect();
    let history = History { events, corrections };
    let several = progress.plans.len() > 1;
    let channel = Channel {
        progress,
        addresses,
        id: addresses.tag(&["co-quan", id.as_str(), names::UPDATES]),
        title: words::feed(
            changes::updates(),
            &progress.site.agency(id).name_on(progress.as_of).full,
        ),
        page: paths::agency(id),
        beginning: beginning(progress),
        items: items(progress, addresses, &history, several),
    };
    channel.write(|ending| paths::agency_feed(id, ending), put)
}

/// What was published about an open task of a plan, as Atom alone: there are as many as tasks.
///
/// `beginning` is what [`beginning`] tells, which looks at the whole site.
pub(super) fn of_task(
    progress: &Progress<'_>,
    of_plan: &PlanProgress<'_>,
    task: &TaskProgress<'_>,
    beginning: Date,
    addresses: &Addresses,
    put: &Put<'_>,
) -> io::Result<()> {
    let (place, plan, number) = (task.place, task.plan, &task.task.number);
    let entry = |event| EventEntry { place, plan, task: task.task, event };
    let mut events: Vec<_> = task.events.iter().map(|event| entry(*event)).collect();
    events.sort_by_key(|entry| Reverse(entry.event.published));
    events.truncate(NEWEST_OF_TASK);
    let is_mine = |entry: &&CorrectionEntry<'_>| match entry.target {
        CorrectionTarget::Task(of) => of == number,
        CorrectionTarget::Node(_) | CorrectionTarget::Plan | CorrectionTarget::Site => false,
    };
    let corrections = of_plan.history.corrections.iter().filter(is_mine).copied().collect();
    let history = History { events, corrections };
    let mut items = items(progress, addresses, &history, false);
    items.truncate(NEWEST_OF_TASK);
    let channel = Channel {
        progress,
        addresses,
        id: addresses.tag(&[
            "ke-hoach",
            plan.id.as_str(),
            "nhiem-vu",
            number.as_str(),
            names::UPDATES,
        ]),
        title: tasks::of_plan(number, plan.cited()),
        page: paths::task(&plan.id, number),
        beginning,
        items,
    };
    channel.write_atom(paths::task_feed(&plan.id, number, "xml"), put)
}

/// Since when the site publishes; where nobody can know it, the first date that the site knows.
pub(super) fn beginning(progress: &Progress<'_>) -> Date {
    let issued = progress.site.plans.values().map(|plan| plan.issued);
    let first = || issued.min().unwrap_or(date(2000, 1, 1));
    progress.published_since().unwrap_or_else(first)
}

/// The newest events of open tasks, and corrections.
fn items(
    progress: &Progress<'_>,
    addresses: &Addresses,
    history: &History<'_>,
    name_plan: bool,
) -> Vec<Item> {
    let events = history.events.iter().take(NEWEST);
    let events = events.map(|entry| event(progress, addresses, entry, name_plan));
    let mut items = corrections(progress, addresses, history, name_plan);
    items.extend(events);
    items.sort_by_key(|item| Reverse(item.published));
    items.truncate(NEWEST);
    items
}

fn corrections(
    progress: &Progress<'_>,
    addresses: &Addresses,
    history: &History<'_>,
    name_plan: bool,
) -> Vec<Item> {
    let newest = history.corrections.iter().take(NEWEST);
    newest.map(|entry| correction(progress, addresses, entry, name_plan)).collect()
}

fn event(
    progress: &Progress<'_>,
    addresses: &Addresses,
    entry: &EventEntry<'_>,
    name_plan: bool,
) -> Item {
    let EventEntry { plan, task, event, .. } = *entry;
    let label = event_label(task, event);
    let name = |id: &AgencyId| progress.site.agency(id).last_name().full.as_str();
    let official = one_line(&task.verbatim);
    let mut told = vec![match task.short_title {
        Some(_) => words::verbatim(official),
        None => official,
    }];
    told.extend(event.text.clone());
    told.extend(match &event.kind {
        EventKind::DeadlineMoved { from, to } => {
            Some(words::deadline(dates::short(*from), limit(to)))
        }
        EventKind::DeadlineFixed { to } => Some(words::deadline_fixed(limit(to))),
        EventKind::LeadChanged { from, to } | EventKind::HandedOver { from, to } => {
            Some(words::lead(name(from), name(to)))
        }
        EventKind::Assigned { to } => Some(words::assigned(name(to))),
        EventKind::WordingChanged { from, to } => Some(words::wording(from, to)),
        _ => None,
    });
    told.extend(event.difficulty.as_ref().map(words::difficulty));
    told.extend(event.basis.as_ref().map(words::basis));
    told.push(words::happened(event.happened.iso()));
    let number = &task.number;
    Item {
        id: addresses.tag(&["ke-hoach", plan.id.as_str(), "nhiem-vu", number.as_str(), &event.id]),
        title: title_of_task(&label, &task.called(), number, plan, name_plan),
        page: paths::task(&plan.id, number),
        fragment: event_fragment(event),
        published: event.published,
        words: told.join("\n"),
        kind: event.kind.name().label(),
    }
}

fn correction(
    progress: &Progress<'_>,
    addresses: &Addresses,
    entry: &CorrectionEntry<'_>,
    name_plan: bool,
) -> Item {
    let plan = entry.plan;
    let kind = entry.kind.label();
    let title = match entry.target {
        CorrectionTarget::Task(number) => {
            let title = progress.plan(&plan.id).task(number).called();
            title_of_task(kind, &title, number, plan, name_plan)
        }
        CorrectionTarget::Node(node) if name_plan => {
            words::of_part_of_plan(kind, node.in_words(), plan.cited())
        }
        CorrectionTarget::Node(node) => words::of_part(kind, node.in_words()),
        CorrectionTarget::Plan => words::of_plan(kind, plan.cited()),
        CorrectionTarget::Site => words::of_part(kind, tasks::the_site()),
    };
    let told = entry.open.map_or_else(
        || words::withheld().to_owned(),
        |correction| {
            let readings =
                words::correction(&correction.before, &correction.after, &correction.reason);
            let letter = correction.letter.as_ref().map(words::letter);
            std::iter::once(readings).chain(letter).collect::<Vec<_>>().join("\n")
        },
    );
    Item {
        id: addresses.tag(&["ke-hoach", plan.id.as_str(), names::CORRECTIONS, entry.id]),
        title,
        page: paths::corrections(),
        fragment: correction_fragment(entry),
        published: entry.published,
        words: told,
        kind,
    }
}

fn title_of_task(
    kind: &str,
    title: &str,
    number: &TaskNumber,
    plan: &Plan,
    name_plan: bool,
) -> String {
    let title = cut::shortened(title);
    let title = title.trim_end_matches('.');
    match name_plan {
        true => words::of_task_of_plan(kind, title, number, plan.cited()),
        false => words::of_task(kind, title, number),
    }
}
