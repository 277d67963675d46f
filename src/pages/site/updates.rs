//! What was published, day by day, over all plans.
//!
//! In: all events and corrections. Out: [`UpdatesView`], all that `updates.html` may read.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::export::names;
use crate::pages::context::{Context, Head, date_view};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::events::{UpdateDay, UpdateItem};
use crate::pages::parts::feeds;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::paths;
use crate::progress::{CorrectionEntry, EventEntry};
use crate::text::dates;
use crate::vocabulary::changes as words;

/// What `updates.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct UpdatesView {
    /// What every page shares.
    pub frame: Frame,
    /// The first sentence: the last change and its date.
    pub answer: Sentence,
    /// The days of publication, newest first.
    pub days: Vec<UpdateDay>,
}

/// What was published in all plans.
pub(crate) fn view(here: Context<'_>) -> UpdatesView {
    let history = &here.progress.history;
    let name_plan = here.site().plans.len() > 1;
    let days = days(here, &history.events, &history.corrections, name_plan);
    let answer = match (history.last_published(), days.first()) {
        (Some(date), Some(day)) => {
            let corrections = history.corrections.len();
            Sentence::from(words::latest(
                dates::long(date),
                Figure::of(day.items.len(), format!("#{}", day.id)),
                Figure::of(history.events.len() + corrections, "#tat-ca"),
                Figure::of(corrections, here.href(&paths::single("dinh-chinh"))),
            ))
        }
        _ => Sentence::new(words::none_yet()),
    };
    let head =
        Head::new(words::updates(), answer.plain()).feeds(feeds::of_site(here, names::UPDATES));
    UpdatesView { frame: here.frame(head), answer, days }
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
        let item = cards::update(here, entry.plan, entry.task, entry.event, name_plan);
        days.entry(Reverse(entry.event.published)).or_default().push(item);
    }
    for entry in corrections {
        let item = cards::correction_update(here, entry.plan, entry.correction, name_plan);
        days.entry(Reverse(entry.correction.published)).or_default().push(item);
    }
    days.into_iter()
        .map(|(Reverse(date), items)| UpdateDay {
            id: format!("ngay-{date}"),
            date: date_view(date),
            items,
        })
        .collect()
}
