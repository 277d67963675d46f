//! Agencies and groups, each with its tasks.
//!
//! In: the plans on a date. Out: [`Index`]: what each of them leads, takes part in and is responsible
//! for. A joint task stands with each of its leads, so that sums over agencies exceed the total.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::succession::Successions;
use super::{Fate, PlanProgress, Responsible, Summary, TaskRef};
use crate::model::{AgencyId, GroupId, Reorganisation, Site};

/// Agencies and groups, each with its tasks on the date, plan by plan in natural order.
#[derive(Clone, Debug, Default)]
pub struct Index<'a> {
    /// All agencies of the site.
    pub agencies: BTreeMap<&'a AgencyId, AgencyIndex<'a>>,
    /// All groups of the site.
    pub groups: BTreeMap<&'a GroupId, GroupIndex>,
    /// Live tasks of which no lead leads to anybody: all ended, or with several successors.
    pub without_responsible: Vec<TaskRef>,
}

/// An agency's tasks.
#[derive(Clone, Debug)]
pub struct AgencyIndex<'a> {
    /// What became of it.
    pub fate: Fate<'a>,
    /// The tasks that a plan names it for as a lead.
    pub leads: Vec<TaskRef>,
    /// The tasks in which a plan names it as a partner.
    pub partners: Vec<TaskRef>,
    /// The tasks that it is responsible for.
    pub responsible: Vec<TaskRef>,
    /// Those of them that it has only as the successor of a lead: no document on the task itself says so.
    pub perhaps: Vec<TaskRef>,
    /// The groups that it belongs to on the date.
    pub member_of: Vec<&'a GroupId>,
    /// The reorganisations that changed it, oldest first, begun by the date.
    pub changes: Vec<&'a Reorganisation>,
    /// Its rows in the matrices of reports, plan by plan.
    pub reports: Vec<RowRef>,
    /// What the tasks come to that a plan names it for as a lead, and its reports.
    pub led: Summary,
    /// What the tasks come to that it is responsible for.
    pub held: Summary,
}

/// A row of a matrix of reports, by its place in a [`super::Progress`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowRef {
    pub(super) plan: usize,
    pub(super) duty: usize,
    pub(super) row: usize,
}

/// A group's tasks.
#[derive(Clone, Debug, Default)]
pub struct GroupIndex {
    /// Whether it ended, or has no member left.
    pub ended: bool,
    /// The tasks that it leads.
    pub leads: Vec<TaskRef>,
    /// The tasks in which it is a partner.
    pub partners: Vec<TaskRef>,
}

impl<'a> Index<'a> {
    pub(super) fn of(
        site: &'a Site,
        plans: &[PlanProgress<'a>],
        successions: &Successions<'a>,
        as_of: Date,
    ) -> Self {
        let mut index = Self::empty(site, successions, as_of);
        for task in plans.iter().flat_map(PlanProgress::counted_whole) {
            let place = task.place;
            for lead in &task.task.leads.agencies {
                index.agency(lead).leads.push(place);
            }
            for group in &task.task.leads.groups {
                index.group(group).leads.push(place);
            }
            if let Some(partners) = &task.task.partners {
                for agency in &partners.agencies {
                    index.agency(agency).partners.push(place);
                }
                for group in &partners.groups {
                    index.group(group).partners.push(place);
                }
            }
            let mut holders: BTreeMap<&AgencyId, bool> = BTreeMap::new();
            for how in &task.responsible {
                if let Some(agency) = how.agency() {
                    let proved = !matches!(how, Responsible::Inherited { .. });
                    *holders.entry(agency).or_default() |= proved;
                }
            }
            for (agency, proved) in holders {
                let holder = index.agency(agency);
                holder.responsible.push(place);
                if !proved {
                    holder.perhaps.push(place);
                }
            }
            let lost = !task.responsible.iter().any(Responsible::is_somebody);
            if lost && task.standing.is_live() {
                index.without_responsible.push(place);
            }
        }
        index.sum_up(plans, as_of);
        index
    }

    fn empty(site: &'a Site, successions: &Successions<'a>, as_of: Date) -> Self {
        let mut member_of: BTreeMap<&AgencyId, Vec<&GroupId>> = BTreeMap::new();
        let groups = site.groups.values();
        for group in groups.filter(|group| !successions.is_ended(&group.id)) {
            for member in group.members_on(as_of) {
                member_of.entry(member).or_default().push(&group.id);
            }
        }
        let mut changes: BTreeMap<&AgencyId, Vec<&Reorganisation>> = BTreeMap::new();
        for change in site.reorganisations.iter().filter(|change| change.date.first_day() <= as_of)
        {
            let concerned: BTreeSet<&AgencyId> = change.from.iter().chain(&change.to).collect();
            for agency in concerned {
                changes.entry(agency).or_default().push(change);
            }
        }
        let agency = |id| AgencyIndex {
            fate: successions.fate(id).clone(),
            leads: Vec::new(),
            partners: Vec::new(),
            responsible: Vec::new(),
            perhaps: Vec::new(),
            member_of: member_of.get(id).cloned().unwrap_or_default(),
            changes: changes.get(id).cloned().unwrap_or_default(),
            reports: Vec::new(),
            led: Summary::default(),
            held: Summary::default(),
        };
        let group = |id| GroupIndex { ended: successions.is_ended(id), ..GroupIndex::default() };
        Self {
            agencies: site.agencies.keys().map(|id| (id, agency(id))).collect(),
            groups: site.groups.keys().map(|id| (id, group(id))).collect(),
            without_responsible: Vec::new(),
        }
    }

    fn sum_up(&mut self, plans: &[PlanProgress<'a>], as_of: Date) {
        let at = |place: TaskRef| &plans[place.plan].tasks[place.task];
        for agency in self.agencies.values_mut() {
            let leads = agency.leads.iter().map(|place| at(*place));
            let held = agency.responsible.iter().map(|place| at(*place));
            agency.led = Summary::of(leads, as_of);
            agency.held = Summary::of(held, as_of);
        }
        for (plan, progress) in plans.iter().enumerate() {
            for (duty, reports) in progress.reports.iter().enumerate() {
                for (row, reports) in reports.rows.iter().enumerate() {
                    let agency = self.agency(reports.agency);
                    agency.led.measures.add_reports(reports.received());
                    agency.reports.push(RowRef { plan, duty, row });
                }
            }
        }
    }

    fn agency(&mut self, id: &AgencyId) -> &mut AgencyIndex<'a> {
        self.agencies.get_mut(id).expect("every AgencyId comes from this Site")
    }

    fn group(&mut self, id: &GroupId) -> &mut GroupIndex {
        self.groups.get_mut(id).expect("every GroupId comes from this Site")
    }
}
