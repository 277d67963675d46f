//! What an export speaks of: all plans, or one.

use std::collections::BTreeSet;

use crate::export::addresses::Addresses;
use crate::export::rows::Cell;
use crate::model::{AgencyId, EventKind};
use crate::progress::{Disclosed, PlanProgress, Progress, Responsible};

/// What an export speaks of.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    /// The whole site on a date.
    pub(crate) progress: &'a Progress<'a>,
    /// The one plan that is meant; none: all.
    pub(crate) plan: Option<&'a PlanProgress<'a>>,
    /// Addresses of things.
    pub(crate) addresses: &'a Addresses,
}

impl<'a> Scope<'a> {
    /// The plans that are meant.
    pub(crate) fn plans(&self) -> impl Iterator<Item = &'a PlanProgress<'a>> + use<'a> {
        let all = if self.plan.is_none() { &self.progress.plans[..] } else { &[] };
        self.plan.into_iter().chain(all)
    }

    /// The agencies that are meant: all, or those that a plan's other tables name.
    pub(super) fn agencies(&self) -> BTreeSet<&'a AgencyId> {
        match self.plan {
            None => self.progress.site.agencies.keys().collect(),
            Some(plan) => named_by(plan),
        }
    }

    pub(super) fn as_of(&self) -> (&'static str, Cell) {
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
            if let EventKind::Assigned { to } = &event.kind {
                named.insert(to);
            }
        }
    }
    named.extend(plan.reports.iter().flat_map(|duty| &duty.rows).map(|row| row.agency));
    named
}
