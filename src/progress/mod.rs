//! What is true on one date.
//!
//! In: the [`Record`] and a date. Out: [`Whole`], and in it [`Progress`], which is all that readers may see: the standing of every task, its deadline, who is
//! responsible for it that day, and the counts, rates, reports and history that follow. A function
//! of its two arguments: it reads no clock, changes no content, and words nothing for readers.

mod deadline;
mod disclosed;
mod history;
mod index;
mod ledger;
mod measures;
mod plan;
mod reports;
mod standing;
mod state;
mod succession;
mod task;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::{AgencyId, GroupId, Plan, PlanId, Record, Site};

pub use crate::vocabulary::standings::StandingKind;
pub use deadline::Deadline;
pub use disclosed::{CorrectionEntry, Disclosed, Restricted, SignedRow, Whole};
pub use history::{EventEntry, History, RECENT_DAYS};
pub use index::{AgencyIndex, GroupIndex, Index, RowRef};
pub use ledger::Ledger;
pub use measures::{Counts, Measures, Median, Ratio, Summary};
pub use plan::{PlanProgress, PlanState};
pub use reports::{DutyReports, ReportCell, ReportPeriod, ReportRow, ReportState};
pub use standing::{Cell, Standing, Timeliness};
pub use state::{Before, ImpossibleStep, State, Way, impossible_steps, in_order, step};
pub use succession::{Fate, Responsible};
pub use task::{SubProgress, TaskProgress, TaskRef};

/// The whole site on one date.
#[derive(Clone, Debug)]
pub struct Progress<'a> {
    /// What readers may see of the content as it stands.
    pub site: &'a Site,
    record: &'a Record,
    /// The date.
    pub as_of: Date,
    /// The plans, in the order of their ids.
    pub plans: Vec<PlanProgress<'a>>,
    /// Who leads, takes part in and is responsible for what.
    pub index: Index<'a>,
    /// All tasks of all plans.
    pub total: Summary,
    /// What happened in all plans.
    pub history: History<'a>,
}

/// What is true of `record` on `as_of`.
///
/// An event counts when it was published and had, at the earliest, happened by then.
pub fn on(record: &Record, as_of: Date) -> Whole<'_> {
    let site = &record.site;
    let successions = succession::Successions::on(site, as_of);
    let positions: BTreeMap<&PlanId, usize> =
        site.plans.keys().enumerate().map(|(position, id)| (id, position)).collect();
    let related = plan::inverse_relations(site, as_of, &positions);
    let plans: Vec<_> = record
        .plans()
        .zip(related)
        .enumerate()
        .map(|(position, ((plan, log), referred_by))| {
            PlanProgress::on(site, plan, log, position, referred_by, &successions, as_of)
        })
        .collect();
    let index = Index::of(site, &plans, &successions, as_of);
    let mut total = Summary::of(plans.iter().flat_map(PlanProgress::counted_whole), as_of);
    total.measures.reports = Some(plans.iter().flat_map(|plan| plan.measures().reports).sum());
    let history = History::of_all(&plans);
    Whole(Progress { site, record, as_of, plans, index, total, history })
}

impl<'a> Progress<'a> {
    /// What readers may see on another date.
    pub fn on_day(&self, as_of: Date) -> Progress<'a> {
        on(self.record, as_of).0
    }

    /// The plan of this id.
    pub fn plan(&self, id: &PlanId) -> &PlanProgress<'a> {
        let position = self.plans.binary_search_by(|plan| plan.plan.id.cmp(id));
        &self.plans[position.expect("every PlanId comes from this Site")]
    }

    /// The task that an index or a history speaks of.
    pub fn at(&self, task: TaskRef) -> Disclosed<'_> {
        Disclosed::of(&self.plans[task.plan].tasks[task.task])
    }

    /// All tasks that count on the date, plan by plan in natural order.
    pub fn counted(&self) -> impl Iterator<Item = Disclosed<'_>> {
        self.plans.iter().flat_map(PlanProgress::counted)
    }

    /// The plan, the duty and the row that an agency's index speaks of.
    pub fn report_row(&self, row: RowRef) -> (&'a Plan, &DutyReports<'a>, &ReportRow<'a>) {
        let plan = &self.plans[row.plan];
        let duty = &plan.reports[row.duty];
        (plan.plan, duty, &duty.rows[row.row])
    }

    /// What an agency leads, takes part in and is responsible for.
    pub fn agency(&self, id: &AgencyId) -> &AgencyIndex<'a> {
        self.index.agencies.get(id).expect("every AgencyId comes from this Site")
    }

    /// What a group leads and takes part in.
    pub fn group(&self, id: &GroupId) -> &GroupIndex {
        self.index.groups.get(id).expect("every GroupId comes from this Site")
    }

    /// The last day on which an event or a correction that counts was published.
    pub fn last_published(&self) -> Option<Date> {
        self.history.last_published()
    }
}

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;
