//! What changed in a plan from one reporting period to the next, in sentences.
//!
//! In: progress at the end of each period and on the page's date. Out: [`ChangesView`], all that
//! `changes.html` may read. A change belongs to the period in which it was published; what happened in
//! a period and was published later is told apart, with both dates. Of periods before the site published, a change
//! belongs to the period in which it happened.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::pager::{Cutter, PER_PAGE, PageNumber, Pager, Places, Things};
use crate::pages::parts::sentence::Sentence;
use crate::pages::plan::period::{Period, PeriodChanges, PeriodKey, total};
use crate::pages::plan::periods;
use crate::pages::values::PlanHead;
use crate::paths;
use crate::progress::{PlanProgress, Progress};
use crate::text::dates;
use crate::vocabulary::periods as words;

/// What `changes.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// The first sentence: how many periods, and what the last one brought.
    pub answer: Sentence,
    /// To which period a change belongs.
    pub note: String,
    /// The periods, newest first; on a page of its own one, as far as it stands there.
    pub periods: Vec<PeriodChanges>,
    /// Whether it is a page of one period only.
    pub is_of_period: bool,
    /// The way to the other pages of a period.
    pub pager: Option<Pager>,
}

/// The changes of a plan; `past` has the progress at the end of each of its periods.
///
/// Where they are too many for one page, each period has pages of its own.
pub(crate) fn view(
    here: Context<'_>,
    plan: &Plan,
    past: &BTreeMap<Date, Progress<'_>>,
) -> ChangesView {
    let periods = periods(here.progress, plan, past);
    let found: Vec<_> = periods.iter().map(Period::found).collect();
    let is_whole = found.iter().map(total).sum::<usize>() <= PER_PAGE;
    let mut views: Vec<PeriodChanges> = periods
        .iter()
        .zip(&found)
        .map(|(period, found)| match is_whole {
            true => {
                let first = paths::changes(&plan.id);
                let places = Places::new(first, BTreeMap::new());
                period.view(here, found, &places, Some(&mut Cutter::whole()))
            }
            false => period.view(here, found, &period.places(found), None),
        })
        .collect();
    views.reverse();
    let answer = match views.first() {
        Some(period) => Sentence::from(words::latest(period.name.as_str(), period.summary.clone())),
        None => Sentence::from(words::none_begun()),
    };
    let title = words::of_plan(plan.cited());
    let head = Head::new(title, answer.plain()).above(here.above_plan(plan)).source(&plan.source);
    ChangesView {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        answer,
        note: note(here, plan, past),
        periods: views,
        is_of_period: false,
        pager: None,
    }
}

/// The pages of the periods of a plan whose changes are too many for one page.
pub(crate) fn pages(
    progress: &Progress<'_>,
    plan: &Plan,
    past: &BTreeMap<Date, Progress<'_>>,
) -> Vec<(PeriodKey, PageNumber)> {
    let periods = periods(progress, plan, past);
    let counts: Vec<usize> = periods.iter().map(|period| total(&period.found())).collect();
    if counts.iter().sum::<usize>() <= PER_PAGE {
        return Vec::new();
    }
    let pages = periods.iter().zip(counts).filter(|(_, count)| *count > 0);
    let pages =
        pages.flat_map(|(period, count)| PageNumber::all(count).map(|page| (period.key(), page)));
    pages.collect()
}

/// A page of the changes of one period.
pub(crate) fn view_of_period(
    here: Context<'_>,
    plan: &Plan,
    past: &BTreeMap<Date, Progress<'_>>,
    key: PeriodKey,
    page: PageNumber,
) -> ChangesView {
    let periods = periods(here.progress, plan, past);
    let period = periods.iter().find(|period| period.key() == key);
    let period = period.expect("every page of a period is made from these periods");
    let found = period.found();
    let places = period.places(&found);
    let mut cutter = Cutter::new(page);
    let view = period.view(here, &found, &places, Some(&mut cutter));
    let first = paths::changes_of(&plan.id, key);
    let answer = Sentence::from(words::latest(view.name.as_str(), view.summary.clone()));
    let all = words::of_plan(plan.cited());
    let mut above = here.above_plan(plan);
    above.push((paths::changes(&plan.id), all.clone()));
    let head = Head::new(words::of_period(all, &view.name), answer.plain());
    let head = head.above(above).source(&plan.source);
    ChangesView {
        frame: here.frame(cutter.head(head, &first)),
        plan: cards::plan_head(here, plan),
        answer,
        note: note(here, plan, past),
        periods: vec![view],
        is_of_period: true,
        pager: cutter.pager(here, &first, Things::Lines),
    }
}

/// To which period a change belongs.
fn note(here: Context<'_>, plan: &Plan, past: &BTreeMap<Date, Progress<'_>>) -> String {
    let as_of = here.as_of();
    let ends = periods::ends(here.progress.plan(&plan.id), as_of);
    let computed = ends.iter().any(|end| !past[end].is_as_published());
    if computed { words::note_computed(dates::short(as_of)) } else { words::note().to_owned() }
}

/// The periods of a plan that have begun, oldest first.
fn periods<'p>(
    progress: &'p Progress<'_>,
    plan: &'p Plan,
    past: &'p BTreeMap<Date, Progress<'_>>,
) -> Vec<Period<'p>> {
    let now = progress.plan(&plan.id);
    let ends = periods::ends(now, progress.as_of);
    let mut found = Vec::new();
    let mut before: Option<(Date, &PlanProgress<'_>)> = None;
    let mut begins_as_published = false;
    for end in ends.iter().copied() {
        let after = past[&end].plan(&plan.id);
        let ends_as_published = past[&end].is_as_published();
        let is_over = true;
        found.push(Period {
            plan,
            now,
            before,
            after,
            end,
            is_over,
            begins_as_published,
            ends_as_published,
        });
        before = Some((end, after));
        begins_as_published = ends_as_published;
    }
    if ends.last().is_none_or(|last| *last < progress.as_of) {
        found.push(Period {
            plan,
            now,
            before,
            after: now,
            end: progress.as_of,
            is_over: false,
            begins_as_published,
            ends_as_published: true,
        });
    }
    found
}
