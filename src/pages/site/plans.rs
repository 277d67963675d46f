//! The list of plans.
//!
//! In: progress on the page's date. Out: [`PlansView`], all that `plans.html` may read.

use serde::Serialize;

use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::lists::plan_card::{self, PlanCard};
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::vocabulary::kinds::DocumentKind;
use crate::vocabulary::pages;
use crate::vocabulary::plan as words;

/// What `plans.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct PlansView {
    /// What every page shares.
    pub frame: Frame,
    /// One sentence: how many plans, how many tasks.
    pub answer: Sentence,
    /// The plans, newest first.
    pub plans: Vec<PlanCard>,
}

/// The list of plans.
pub(crate) fn view(here: Context<'_>) -> PlansView {
    let plans = &here.site().plans;
    let count = Figure::of(plans.len(), "#danh-sach");
    let answer = Sentence::from(match plans.values().all(|plan| plan.kind == DocumentKind::Plan) {
        true => words::watched(count),
        false => words::watched_documents(count),
    });
    PlansView {
        frame: here.frame(Head::new(pages::plans(), answer.plain())),
        answer,
        plans: plans.values().map(|plan| plan_card::card(here, plan)).collect(),
    }
}
