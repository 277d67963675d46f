//! Every change of a plan.
//!
//! In: one plan's events and corrections. Out: [`PlanHistoryView`], all that `plan-history.html`
//! may read.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::corrections::{self, CorrectionView};
use crate::pages::parts::feeds;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::parts::updates::{self, UpdateDay};
use crate::pages::values::PlanHead;
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
    /// The days of publication, newest first.
    pub days: Vec<UpdateDay>,
    /// The corrections, newest first.
    pub corrections: Vec<CorrectionView>,
}

/// The history of a plan.
pub(crate) fn view(here: Context<'_>, plan: &Plan) -> PlanHistoryView {
    let history = &here.progress.plan(&plan.id).history;
    let answer = match history.last_published() {
        Some(date) => Sentence::from(words::of_plan_so_far(
            Figure::of(history.events.len(), "#dien-bien"),
            Figure::of(history.corrections.len(), "#dinh-chinh"),
            dates::long(date),
        )),
        None => Sentence::from(words::none_yet()),
    };
    let head = Head::new(words::of_plan(plan.cited()), answer.plain())
        .above(here.above_plan(plan))
        .feeds(feeds::of_plan(here, plan))
        .source(&plan.source);
    let corrections = history.corrections.iter();
    PlanHistoryView {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        answer,
        days: updates::days(here, &history.events, &[], false),
        corrections: corrections.map(|entry| corrections::view(here, entry)).collect(),
    }
}
