//! What was published, day by day, over all plans.
//!
//! In: all events and corrections. Out: [`UpdatesView`], all that `updates.html` may read.

use serde::Serialize;

use crate::export::names;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::feeds;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::parts::updates::{self, UpdateDay};
use crate::paths;
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
    let days = updates::days(here, &history.events, &history.corrections, name_plan);
    let answer = match (history.last_published(), days.first()) {
        (Some(date), Some(day)) => {
            let corrections = history.corrections.len();
            Sentence::from(words::latest(
                dates::long(date),
                Figure::of(day.items.len(), format!("#{}", day.id)),
                Figure::of(history.events.len() + corrections, "#tat-ca"),
                Figure::of(corrections, here.href(&paths::corrections())),
            ))
        }
        _ => Sentence::from(words::none_yet()),
    };
    let head =
        Head::new(words::updates(), answer.plain()).feeds(feeds::of_site(here, names::UPDATES));
    UpdatesView { frame: here.frame(head), answer, days }
}
