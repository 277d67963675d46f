//! What was published, day by day, over all plans.
//!
//! In: all events and corrections. Out: [`UpdatesView`], all that `updates.html` may read.

use serde::Serialize;

use crate::export::names;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::chronicle::{ALL, Chronicle, HERE, Log, PartLink, Sheet, Span};
use crate::pages::parts::feeds;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::parts::updates::UpdateDay;
use crate::pages::values::PlanHead;
use crate::paths::{self, PagePath};
use crate::text::{capitalised, dates};
use crate::vocabulary::changes as words;

/// What `updates.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct UpdatesView {
    /// What every page shares.
    pub frame: Frame,
    /// The first sentence: the last change and its date.
    pub answer: Sentence,
    /// How many entries the page itself has, where that is not all of them.
    pub part: Option<Sentence>,
    /// The days of publication that stand here, newest first.
    pub days: Vec<UpdateDay>,
    /// The years before, and the year of what stands here, where it has other pages.
    pub periods: Vec<PartLink>,
}

/// What `period.html` may read: the entries of a period, or where they stand.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages, where the log is a plan's.
    pub plan: Option<PlanHead>,
    /// One sentence: how many entries, or that others hold them.
    pub answer: Sentence,
    /// The days of publication, newest first.
    pub days: Vec<UpdateDay>,
    /// The periods within, where the entries stand there.
    pub periods: Vec<PartLink>,
}

/// The log of all plans.
fn log<'a>(here: Context<'a>, chronicle: &'a Chronicle) -> Log<'a> {
    let history = &here.progress.history;
    Log {
        here,
        chronicle,
        events: &history.events,
        corrections: &history.corrections,
        name_plan: here.site().plans.len() > 1,
        path: &path,
    }
}

fn path(span: Option<Span>) -> PagePath {
    span.map_or_else(paths::updates, |span| paths::updates_of(&span.name()))
}

/// What was published in all plans.
pub(crate) fn view(here: Context<'_>, chronicle: &Chronicle) -> UpdatesView {
    let history = &here.progress.history;
    let Sheet { days, periods } = log(here, chronicle).sheet(None);
    let answer = match (history.last_published(), days.first()) {
        (Some(date), Some(day)) => Sentence::from(words::latest(
            dates::long(date),
            Figure::of(chronicle.of_day(date), format!("#{}", day.id)),
            Figure::of(chronicle.len(), ALL),
            Figure::of(history.corrections.len(), here.href(&paths::corrections())),
        )),
        _ => Sentence::from(words::none_yet()),
    };
    let held = Figure::of(chronicle.first().len(), HERE);
    let part = (!periods.is_empty()).then(|| Sentence::from(words::newest(held)));
    let head =
        Head::new(words::updates(), answer.plain()).feeds(feeds::of_site(here, names::UPDATES));
    UpdatesView { frame: here.frame(head), answer, part, days, periods }
}

/// What was published in all plans in a period.
pub(crate) fn period_view(here: Context<'_>, chronicle: &Chronicle, span: Span) -> PeriodView {
    let log = log(here, chronicle);
    let answer = log.answer(span);
    let Sheet { days, periods } = log.sheet(Some(span));
    let mut above = vec![(paths::updates(), words::updates().to_owned())];
    above.extend(span.above().map(|above| (path(Some(above)), capitalised(&above.in_words()))));
    let head = Head::new(words::updates_of(span.in_words()), answer.plain())
        .above(above)
        .feeds(feeds::of_site(here, names::UPDATES));
    PeriodView { frame: here.frame(head), plan: None, answer, days, periods }
}
