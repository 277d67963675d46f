//! The list of plans.
//!
//! In: progress on the page's date. Out: [`PlansView`], all that `plans.html` may read.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::lists::plan_card::{self, PlanCard};
use crate::pages::parts::pager::{Cutter, PageNumber, Pager, Places, Things};
use crate::pages::parts::sentence::Sentence;
use crate::paths;
use crate::vocabulary::kinds::DocumentKind;
use crate::vocabulary::pages as names;
use crate::vocabulary::plan as words;

/// How many plans are shown with all that there is to say of each.
const CARDS: usize = 10;

/// What `plans.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct PlansView {
    /// What every page shares.
    pub frame: Frame,
    /// One sentence: how many plans, how many tasks.
    pub answer: Sentence,
    /// The plans, where they are few.
    pub plans: Vec<PlanCard>,
    /// The plans of this page, newest first, where they are many: in short.
    pub rows: Vec<PlanCard>,
    /// The way to the other pages.
    pub pager: Option<Pager>,
}

/// The pages of the list of so many plans.
pub(crate) fn pages(plans: usize) -> impl Iterator<Item = PageNumber> {
    PageNumber::all(if plans > CARDS { plans } else { 0 })
}

/// A page of the list of plans.
pub(crate) fn view(here: Context<'_>, page: PageNumber) -> PlansView {
    let plans = &here.site().plans;
    let first = paths::plans();
    let places = Places::new(first.clone(), BTreeMap::new());
    let count = places.figure(here, "danh-sach", plans.len());
    let answer = Sentence::from(match plans.values().all(|plan| plan.kind == DocumentKind::Plan) {
        true => words::watched(count),
        false => words::watched_documents(count),
    });
    let mut sorted: Vec<&Plan> = plans.values().collect();
    let mut cutter = Cutter::new(page);
    let cards = |plans: &[&Plan]| plans.iter().map(|plan| plan_card::card(here, plan)).collect();
    let (plans, rows) = match sorted.len() <= CARDS {
        true => (cards(&sorted), Vec::new()),
        false => {
            sorted.sort_by_key(|plan| Reverse(plan.issued));
            (Vec::new(), cards(cutter.cut(&sorted)))
        }
    };
    let head = cutter.head(Head::new(names::plans(), answer.plain()), &first);
    PlansView {
        frame: here.frame(head),
        answer,
        plans,
        rows,
        pager: cutter.pager(here, &first, Things::Lines),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_of_plans_has_pages() {
        let pages = |plans| pages(plans).count();
        assert_eq!([1, CARDS, 100, 101, 201].map(pages), [1, 1, 1, 2, 3]);
    }
}
