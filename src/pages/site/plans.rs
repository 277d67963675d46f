//! The list of plans.
//!
//! In: progress on the page's date. Out: [`PlansView`], all that `plans.html` may read.

use serde::Serialize;

use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::lists::plan_card::{self, PlanCard};
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;

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
    let answer = Sentence::default()
        .figure(Figure::of(plans.len(), "#danh-sach"))
        .text(" kế hoạch được theo dõi trên trang này.");
    PlansView {
        frame: here.frame(Head::new("Kế hoạch", answer.plain())),
        answer,
        plans: plans.values().map(|plan| plan_card::card(here, plan)).collect(),
    }
}
