//! The list of plans.
//!
//! In: progress on the page's date. Out: [`PlansView`], all that `plans.html` may read.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::lists::plan_card::{self, PlanCard};
use crate::pages::parts::figures::Figure;
use crate::pages::parts::pager::{Cutter, PageNumber, Pager, Things};
use crate::pages::parts::sentence::Sentence;
use crate::paths;
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
    /// The plans of the page, in the order of their ids.
    pub plans: Vec<PlanCard>,
    /// The way to the other pages.
    pub pager: Option<Pager>,
}

/// How many plans stand on a page: each has its answer, its bar and its ledger.
const PER_PAGE: usize = 30;

/// The pages of the list of so many plans.
pub(crate) fn pages(plans: usize) -> impl Iterator<Item = PageNumber> {
    PageNumber::of_size(PER_PAGE, plans)
}

/// A page of the list of plans.
pub(crate) fn view(here: Context<'_>, page: PageNumber) -> PlansView {
    let plans = &here.site().plans;
    let count = Figure::of(plans.len(), "#danh-sach");
    let answer = Sentence::from(match plans.values().all(|plan| plan.kind == DocumentKind::Plan) {
        true => words::watched(count),
        false => words::watched_documents(count),
    });
    let plans: Vec<&Plan> = plans.values().collect();
    let mut cutter = Cutter::new(page);
    let shown = cutter.cut(&plans).iter().map(|plan| plan_card::card(here, plan)).collect();
    let first = paths::plans();
    let head = cutter.head(Head::new(pages::plans(), answer.plain()), &first);
    PlansView {
        frame: here.frame(head),
        answer,
        plans: shown,
        pager: cutter.pager(here, &first, Things::Lines),
    }
}
