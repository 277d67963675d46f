//! What was published, newest first.
//!
//! In: events and corrections. Out: the lines of lists and of days.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::pages::context::{Context, date_view, partial_view};
use crate::pages::parts::corrections;
use crate::pages::parts::events::{self, Change};
use crate::pages::values::{DateView, Link};
use crate::paths;
use crate::progress::{CorrectionEntry, EventEntry, History, event_label};
use crate::vocabulary::cut;
use crate::vocabulary::task as words;

/// One line of a list of what changed, newest first.
#[derive(Clone, Debug, Serialize)]
pub struct UpdateItem {
    /// "Cập nhật", "Đính chính" and the like.
    pub kind: String,
    /// True for a correction.
    pub correction: bool,
    /// When it was published here.
    pub published: DateView,
    /// When it happened, where that is another date.
    pub happened: Option<DateView>,
    /// The very place of the event: the task's page and its fragment, with number and title.
    pub link: Link,
    /// The plan, in lists of several plans.
    pub plan: Option<Link>,
    /// What happened.
    pub text: Option<String>,
    /// What it changed.
    pub changes: Vec<Change>,
}

/// What was published on one day.
#[derive(Clone, Debug, Serialize)]
pub struct UpdateDay {
    /// The fragment, such as `ngay-2026-11-24`.
    pub id: String,
    /// The day.
    pub date: DateView,
    /// The lines.
    pub items: Vec<UpdateItem>,
    /// Where the day began, if that is another page.
    pub before: Option<Link>,
    /// Where the day goes on, if that is another page.
    pub after: Option<Link>,
}

/// How many entries the dashboards show of the latest changes.
pub(crate) const LATEST: usize = 5;

/// The latest events and corrections, newest first.
pub(crate) fn latest(
    here: Context<'_>,
    history: &History<'_>,
    count: usize,
    name_plan: bool,
) -> Vec<UpdateItem> {
    let events = history.events.iter().take(count);
    let events = events.map(|entry| of_event(here, entry, name_plan));
    let corrections = history.corrections.iter().take(count);
    let corrections = corrections.map(|entry| of_correction(here, entry, name_plan));
    let mut items: Vec<UpdateItem> = corrections.chain(events).collect();
    items.sort_by(|a, b| b.published.iso.cmp(&a.published.iso));
    items.truncate(count);
    items
}

/// Events and corrections by their day of publication, newest first; of one day, events first.
pub(crate) fn days(
    here: Context<'_>,
    events: &[EventEntry<'_>],
    corrections: &[CorrectionEntry<'_>],
    name_plan: bool,
) -> Vec<UpdateDay> {
    let mut days: BTreeMap<Reverse<Date>, Vec<UpdateItem>> = BTreeMap::new();
    for entry in events {
        let item = of_event(here, entry, name_plan);
        days.entry(Reverse(entry.event.published)).or_default().push(item);
    }
    for entry in corrections {
        let item = of_correction(here, entry, name_plan);
        days.entry(Reverse(entry.published)).or_default().push(item);
    }
    days.into_iter()
        .map(|(Reverse(date), items)| UpdateDay {
            id: format!("ngay-{date}"),
            date: date_view(date),
            items,
            before: None,
            after: None,
        })
        .collect()
}

/// An event as the lists of updates show it.
fn of_event(here: Context<'_>, entry: &EventEntry<'_>, name_plan: bool) -> UpdateItem {
    let EventEntry { plan, task, event, .. } = *entry;
    UpdateItem {
        kind: event_label(task, event),
        correction: false,
        published: date_view(event.published),
        happened: Some(partial_view(event.happened)),
        link: here.link(
            &paths::task(&plan.id, &task.number),
            words::named(&task.number, cut::shortened(&task.called())),
        ),
        plan: name_plan.then(|| here.link(&paths::plan(&plan.id), plan.cited())),
        text: event.text.clone(),
        changes: events::changes(here, &event.kind),
    }
}

/// A correction as the lists of updates show it.
fn of_correction(here: Context<'_>, entry: &CorrectionEntry<'_>, name_plan: bool) -> UpdateItem {
    let plan = entry.plan;
    let view = corrections::view(here, entry);
    UpdateItem {
        kind: view.kind,
        correction: true,
        published: view.date,
        happened: None,
        link: view.target,
        plan: name_plan.then(|| here.link(&paths::plan(&plan.id), plan.cited())),
        text: Some(view.reason),
        changes: vec![Change {
            what: words::changed_words().to_owned(),
            before: view.before,
            after: view.after,
        }],
    }
}
