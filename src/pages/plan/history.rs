//! Every change of a plan.
//!
//! In: one plan's events and corrections. Out: [`PlanHistoryView`], all that `plan-history.html`
//! may read.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::corrections::{self, CorrectionView};
use crate::pages::parts::feeds;
use crate::pages::parts::pager::{Cutter, PageNumber, Pager, Places, Things};
use crate::pages::parts::sentence::Sentence;
use crate::pages::parts::updates::{self, UpdateDay};
use crate::pages::values::PlanHead;
use crate::paths;
use crate::progress::PlanProgress;
use crate::text::dates;
use crate::vocabulary::changes as words;

/// What `plan-history.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct PlanHistoryView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// One sentence: how many changes, the last one's date.
    pub answer: Sentence,
    /// Whether nothing was published since the plan stands here, on any page.
    pub is_empty: bool,
    /// The days of publication of the page, newest first.
    pub days: Vec<UpdateDay>,
    /// The corrections of the page, newest first.
    pub corrections: Vec<CorrectionView>,
    /// The way to the other pages.
    pub pager: Option<Pager>,
}

/// The pages of the history of a plan.
pub(crate) fn pages(progress: &PlanProgress<'_>) -> impl Iterator<Item = PageNumber> + use<> {
    PageNumber::all(progress.history.events.len() + progress.history.corrections.len())
}

/// A page of the history of a plan: all that happened, then all corrections.
pub(crate) fn view(here: Context<'_>, plan: &Plan, page: PageNumber) -> PlanHistoryView {
    let history = &here.progress.plan(&plan.id).history;
    let first = paths::history(&plan.id);
    let starts = BTreeMap::from([("dinh-chinh".to_owned(), history.events.len())]);
    let places = Places::new(first.clone(), starts);
    let answer = match history.last_published() {
        Some(date) => Sentence::from(words::of_plan_so_far(
            places.figure(here, "dien-bien", history.events.len()),
            places.figure(here, "dinh-chinh", history.corrections.len()),
            dates::long(date),
        )),
        None => Sentence::from(words::none_yet()),
    };
    let head = Head::new(words::of_plan(plan.cited()), answer.plain())
        .above(here.above_plan(plan))
        .feeds(feeds::of_plan(here, plan))
        .source(&plan.source);
    let mut cutter = Cutter::new(page);
    let days = updates::days(here, cutter.cut(&history.events), &[], false);
    let corrections = cutter.cut(&history.corrections).iter();
    let corrections = corrections.map(|entry| corrections::view(here, entry)).collect();
    PlanHistoryView {
        frame: here.frame(cutter.head(head, &first)),
        plan: cards::plan_head(here, plan),
        answer,
        is_empty: history.events.is_empty(),
        days,
        corrections,
        pager: cutter.pager(here, &first, Things::Lines),
    }
}
