//! The rows of every table.
//!
//! In: progress on a date, and whether all plans or one are meant. Out: [`Sheet`]s, in the order of the catalogue.
//! Here it is decided what of a restricted task and of withheld evidence leaves the site: the formats get no more.

mod agencies;
mod figures;
mod log;
mod plans;
mod tasks;

use std::collections::BTreeSet;

use super::Addresses;
use super::rows::{Cell, Row, Sheet};
use crate::model::{AgencyId, EventKind};
use crate::progress::{Disclosed, PlanProgress, Progress, Responsible};
use crate::vocabulary::columns::{self, Table};

/// What an export speaks of.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    /// The whole site on a date.
    pub(super) progress: &'a Progress<'a>,
    /// The one plan that is meant; none: all.
    pub(super) plan: Option<&'a PlanProgress<'a>>,
    /// Addresses of things.
    pub(super) addresses: &'a Addresses,
}

impl<'a> Scope<'a> {
    /// The plans that are meant.
    pub(super) fn plans(&self) -> impl Iterator<Item = &'a PlanProgress<'a>> + use<'a> {
        let all = if self.plan.is_none() { &self.progress.plans[..] } else { &[] };
        self.plan.into_iter().chain(all)
    }

    /// The agencies that are meant: all, or those that a plan's other tables name.
    fn agencies(&self) -> BTreeSet<&'a AgencyId> {
        match self.plan {
            None => self.progress.site.agencies.keys().collect(),
            Some(plan) => named_by(plan),
        }
    }

    fn as_of(&self) -> (&'static str, Cell) {
        ("tinh_den_ngay", Cell::Day(self.progress.as_of))
    }
}

/// The agencies that the open rows of a plan name.
fn named_by<'a>(plan: &'a PlanProgress<'a>) -> BTreeSet<&'a AgencyId> {
    let mut named = BTreeSet::from([&plan.plan.issuer]);
    for task in plan.counted().filter_map(Disclosed::open) {
        named.extend(&task.task.leads.agencies);
        named.extend(task.task.partners.iter().flat_map(|partners| &partners.agencies));
        named.extend(task.responsible.iter().filter_map(Responsible::agency));
        for event in &task.events {
            named.extend(&event.reporter);
            if let EventKind::LeadChanged { from, to } | EventKind::HandedOver { from, to } =
                &event.kind
            {
                named.extend([from, to]);
            }
        }
    }
    named.extend(plan.reports.iter().flat_map(|duty| &duty.rows).map(|row| row.agency));
    named
}

/// Every table, filled.
pub(super) fn of(scope: Scope<'_>) -> Vec<Sheet> {
    let fill = |table: &'static Table, rows: Vec<Row>| Sheet { table, rows };
    vec![
        fill(&columns::PLANS, plans::rows(scope)),
        fill(&columns::TASKS, tasks::rows(scope)),
        fill(&columns::ASSIGNMENTS, tasks::assignments(scope)),
        fill(&columns::EVENTS, log::events(scope)),
        fill(&columns::EVIDENCE, log::evidence(scope)),
        fill(&columns::CORRECTIONS, log::corrections(scope)),
        fill(&columns::REPORTS, plans::reports(scope)),
        fill(&columns::AGENCIES, agencies::rows(scope)),
        fill(&columns::REORGANISATIONS, agencies::changes(scope)),
        fill(&columns::FIGURES, figures::rows(scope)),
    ]
}
