//! The list of plans.
//!
//! In: progress on the page's date. Out: [`PlansView`], all that `plans.html` may read.

use std::cmp::Reverse;

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::lists::plan_card::{self, PlanCard};
use crate::pages::parts::chronicle::PartLink;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::Link;
use crate::paths::{self, PagePath};
use crate::vocabulary::kinds::DocumentKind;
use crate::vocabulary::pages;
use crate::vocabulary::plan as words;

/// How many plans are shown with all that there is to say of each.
const CARDS: usize = 10;

/// How many plans a page of the list has, where they are more.
const PAGE: usize = 100;

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
    /// The other pages of the list.
    pub parts: Vec<PartLink>,
}

/// The numbers of the further pages, from 2 on.
pub(crate) fn further(plans: usize) -> impl Iterator<Item = usize> {
    2..=if plans > CARDS { plans.div_ceil(PAGE) } else { 1 }
}

/// A page of the list of plans, from 1 on.
pub(crate) fn view(here: Context<'_>, page: usize) -> PlansView {
    let plans = &here.site().plans;
    let all = format!("{}#danh-sach", here.href(&path(1)));
    let list = if page == 1 { "#danh-sach".to_owned() } else { all };
    let count = Figure::of(plans.len(), list);
    let answer = Sentence::from(match plans.values().all(|plan| plan.kind == DocumentKind::Plan) {
        true => words::watched(count),
        false => words::watched_documents(count),
    });
    let mut head = Head::new(pages::plans(), answer.plain());
    if page > 1 {
        head = Head::new(words::plans_further(page), answer.plain())
            .above(vec![(paths::plans(), pages::plans().to_owned())]);
    }
    let mut sorted: Vec<&Plan> = plans.values().collect();
    let (mut cards, mut rows) = (Vec::new(), Vec::new());
    match plans.len() <= CARDS {
        true => cards = sorted,
        false => {
            sorted.sort_by_key(|plan| Reverse(plan.issued));
            rows = sorted.into_iter().skip((page - 1) * PAGE).take(PAGE).collect();
        }
    }
    let card = |plan: &Plan| plan_card::card(here, plan);
    let other = |other: usize| {
        let href = format!("{}#danh-sach", here.href(&path(other)));
        PartLink {
            link: Link { href, text: words::plans_further(other) },
            figure: None,
            goes_on: page == 1,
        }
    };
    let others = std::iter::once(1).chain(further(plans.len())).filter(|other| *other != page);
    PlansView {
        frame: here.frame(head),
        answer,
        plans: cards.into_iter().map(card).collect(),
        rows: rows.into_iter().map(card).collect(),
        parts: others.map(other).collect(),
    }
}

fn path(page: usize) -> PagePath {
    if page == 1 { paths::plans() } else { paths::plans_further(page) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_of_plans_has_pages() {
        let pages = |plans| further(plans).count() + 1;
        assert_eq!([1, CARDS, PAGE, PAGE + 1, 2 * PAGE + 1].map(pages), [1, 1, 1, 2, 3]);
    }
}
