//! Each plan at the ends of its reporting periods.
//!
//! In: today's progress. Out: [`Days`], which says what pages there are of the past, and has the states of a plan when
//! they are asked for. Those of all plans at once would take more memory than the rest of the site.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::model::PlanId;
use crate::pages::parts::pager::PageNumber;
use crate::pages::plan::period::PeriodKey;
use crate::pages::plan::{changes, periods};
use crate::progress::{OtherDay, PlanProgress, Progress};

/// A plan at the end of each of its periods.
pub(crate) type States<'a> = BTreeMap<Date, Progress<'a>>;

/// Each plan at the ends of its periods.
pub(crate) struct Days<'a> {
    progress: &'a Progress<'a>,
    days: BTreeMap<Date, OtherDay<'a>>,
    pages: BTreeMap<&'a PlanId, PagesOfPast>,
    /// The states asked for last: pages of one plan are made one after the other, on each thread.
    last: Mutex<VecDeque<(&'a PlanId, Arc<States<'a>>)>>,
}

/// The pages of a plan that its past fills.
#[derive(Clone, Debug, Default)]
pub(crate) struct PagesOfPast {
    /// Of the changes of a period.
    pub(crate) changes: Vec<(PeriodKey, PageNumber)>,
    /// Of the state at its end.
    pub(crate) states: Vec<(Date, PageNumber)>,
}

impl<'a> Days<'a> {
    pub(crate) fn of(progress: &'a Progress<'a>) -> Self {
        let ends = progress.plans.iter().flat_map(|plan| periods::ends(plan, progress.as_of));
        let ends: BTreeSet<Date> = ends.collect();
        let days = ends.into_iter().map(|end| (end, progress.on_day(end))).collect();
        let mut all =
            Self { progress, days, pages: BTreeMap::new(), last: Mutex::new(VecDeque::new()) };
        let pages = progress.plans.par_iter().map(|plan| (&plan.plan.id, all.pages_of(plan)));
        all.pages = pages.collect();
        all
    }

    /// The pages that the past of a plan fills.
    pub(crate) fn pages(&self, plan: &PlanId) -> &PagesOfPast {
        &self.pages[plan]
    }

    /// The states of a plan.
    pub(crate) fn states(&self, plan: &PlanId) -> Arc<States<'a>> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, states)) = last.iter().find(|(of, _)| *of == plan) {
            return Arc::clone(states);
        }
        drop(last);
        let plan = self.progress.plan(plan);
        let states = Arc::new(self.made(plan));
        last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.truncate(2 * rayon::current_num_threads());
        last.push_front((&plan.plan.id, Arc::clone(&states)));
        states
    }

    fn made(&self, plan: &PlanProgress<'_>) -> States<'a> {
        let ends = periods::ends(plan, self.progress.as_of).into_iter();
        ends.map(|end| (end, self.days[&end].plan(&plan.plan.id))).collect()
    }

    fn pages_of(&self, plan: &PlanProgress<'a>) -> PagesOfPast {
        let past = self.made(plan);
        let states = past.iter().flat_map(|(end, then)| {
            let tasks = then.plan(&plan.plan.id).counted().count();
            PageNumber::all(tasks).map(|page| (*end, page))
        });
        let states = states.collect();
        PagesOfPast { changes: changes::pages(self.progress, plan.plan, &past), states }
    }
}
