//! Who is responsible for a task on a date.
//!
//! In: the site's agencies, groups and reorganisations, and a task's own events. Out:
//! [`Responsible`], one for each lead. It never guesses: where an agency has several successors,
//! an editor must say who took over.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::model::{
    AgencyId, Event, EventKind, Group, GroupId, Members, Reorganisation, ReorganisationKind, Site,
    Task,
};
use crate::vocabulary::standings::FateName;

/// What became of an agency by a date.
#[derive(Clone, Debug)]
pub enum Fate<'a> {
    /// It goes on, or is not known to have ended.
    Alive,
    /// It ended, and one agency took its place.
    Succeeded {
        /// The agency that goes on.
        by: &'a AgencyId,
        /// The reorganisations that led there, oldest first; at least one.
        via: Vec<&'a Reorganisation>,
    },
    /// It ended, and several took its place.
    Divided {
        /// Those agencies.
        successors: Vec<&'a AgencyId>,
    },
    /// It ended, and no successor is known.
    Ended,
}

impl Fate<'_> {
    /// What it is called.
    pub fn name(&self) -> FateName {
        match self {
            Self::Alive => FateName::Alive,
            Self::Succeeded { .. } => FateName::Succeeded,
            Self::Divided { .. } => FateName::Divided,
            Self::Ended => FateName::Ended,
        }
    }
}

/// Who is responsible in the place of one lead.
#[derive(Clone, Debug)]
pub enum Responsible<'a> {
    /// The lead itself.
    Agency {
        /// The lead.
        id: &'a AgencyId,
    },
    /// The one successor of a lead that ended.
    Inherited {
        /// The successor.
        id: &'a AgencyId,
        /// The lead.
        from: &'a AgencyId,
        /// The reorganisations that led there, oldest first; at least one.
        via: Vec<&'a Reorganisation>,
    },
    /// An agency to which a document gave what the plan gave to nobody by name.
    Assigned {
        /// That agency.
        id: &'a AgencyId,
        /// The event.
        event: &'a Event,
    },
    /// An agency to which the task itself was handed over, or whose lead a document changed.
    HandedOver {
        /// That agency.
        id: &'a AgencyId,
        /// The one before.
        from: &'a AgencyId,
        /// The event.
        event: &'a Event,
    },
    /// A group.
    Group {
        /// The group.
        id: &'a GroupId,
        /// Whether it ended, or lost its last member; nobody takes its place by himself.
        ended: bool,
    },
    /// A lead that ended, with several successors, of whom nobody said who took over.
    Unresolved {
        /// The lead.
        id: &'a AgencyId,
        /// The successors.
        successors: Vec<&'a AgencyId>,
    },
    /// A lead that ended without a known successor.
    Ended {
        /// The lead.
        id: &'a AgencyId,
    },
}

impl<'a> Responsible<'a> {
    /// The agency that can be asked on the date.
    pub fn agency(&self) -> Option<&'a AgencyId> {
        match self {
            Self::Agency { id }
            | Self::Inherited { id, .. }
            | Self::Assigned { id, .. }
            | Self::HandedOver { id, .. } => Some(id),
            Self::Group { .. } | Self::Unresolved { .. } | Self::Ended { .. } => None,
        }
    }

    /// The agency that the plan names, in whose place this one stands or which it is.
    pub fn named_by_plan(&self) -> Option<&'a AgencyId> {
        match self {
            Self::Agency { id } | Self::Unresolved { id, .. } | Self::Ended { id } => Some(id),
            Self::Inherited { from, .. } | Self::HandedOver { from, .. } => Some(from),
            Self::Assigned { .. } | Self::Group { .. } => None,
        }
    }

    /// Whether it leads to somebody: an agency, or a group that goes on.
    pub fn is_somebody(&self) -> bool {
        self.agency().is_some() || matches!(self, Self::Group { ended: false, .. })
    }
}

/// Who succeeded whom by one date.
#[derive(Clone, Debug)]
pub(super) struct Successions<'a> {
    site: &'a Site,
    departures: BTreeMap<&'a AgencyId, Vec<&'a Reorganisation>>,
    fates: BTreeMap<&'a AgencyId, Fate<'a>>,
    ended_groups: BTreeSet<&'a GroupId>,
}

impl<'a> Successions<'a> {
    pub(super) fn on(site: &'a Site, as_of: Date) -> Self {
        let mut departures: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for change in site.reorganisations.iter().filter(|change| ends(change.kind)) {
            for agency in change.from.iter().filter(|agency| !change.to.contains(agency)) {
                departures.entry(agency).or_default().push(change);
            }
        }
        let mut successions =
            Self { site, departures, fates: BTreeMap::new(), ended_groups: BTreeSet::new() };
        successions.fates =
            site.agencies.keys().map(|id| (id, successions.fate_on(id, as_of))).collect();
        successions.ended_groups = site
            .groups
            .values()
            .filter(|group| successions.has_ended(group, as_of))
            .map(|group| &group.id)
            .collect();
        successions
    }

    /// What became of an agency.
    pub(super) fn fate(&self, id: &AgencyId) -> &Fate<'a> {
        self.fates.get(id).expect("every AgencyId comes from this Site")
    }

    /// Whether a group ended, or has no member left.
    pub(super) fn is_ended(&self, id: &GroupId) -> bool {
        self.ended_groups.contains(id)
    }

    /// Whether an agency had ended by `date`.
    ///
    /// Its own dates say so; where they do not, a reorganisation that left it out, on the last day
    /// that its date may mean: before, the end is not certain.
    pub(super) fn had_ended(&self, id: &AgencyId, date: Date) -> bool {
        match self.site.agency(id).exists.last() {
            Some(last) => last < date,
            None => self.departures.get(id).is_some_and(|changes| {
                changes.iter().any(|change| {
                    change.kind != ReorganisationKind::SplitOff && change.date.last_day() <= date
                })
            }),
        }
    }

    fn fate_on(&self, id: &'a AgencyId, date: Date) -> Fate<'a> {
        let mut current = id;
        let mut seen = BTreeSet::from([id]);
        let mut via = Vec::new();
        while self.had_ended(current, date) {
            let changes = self.last_changes(current, date);
            let mut successors: Vec<&AgencyId> = Vec::new();
            for successor in changes.iter().flat_map(|change| &change.to) {
                if !successors.contains(&successor) {
                    successors.push(successor);
                }
            }
            match successors[..] {
                [next] if seen.insert(next) => {
                    via.extend(changes);
                    current = next;
                }
                [_] | [] => return Fate::Ended,
                _ => return Fate::Divided { successors },
            }
        }
        if via.is_empty() { Fate::Alive } else { Fate::Succeeded { by: current, via } }
    }

    /// The reorganisations by `date` that ended an agency.
    ///
    /// A part that split off earlier is no successor of the whole, unless nothing else is known.
    fn last_changes(&self, id: &AgencyId, date: Date) -> Vec<&'a Reorganisation> {
        let mut changes: Vec<_> = self.departures.get(id).cloned().unwrap_or_default();
        changes.retain(|change| change.date.first_day() <= date);
        let splits = |change: &&Reorganisation| change.kind == ReorganisationKind::SplitOff;
        if !changes.iter().all(splits) {
            changes.retain(|change| !splits(change));
        }
        changes
    }

    fn has_ended(&self, group: &Group, date: Date) -> bool {
        let over = group.exists.last().is_some_and(|last| last < date);
        let empty = match &group.members {
            Members::Open => false,
            Members::Listed(members) => members.iter().all(|(agency, span)| {
                span.last().is_some_and(|last| last < date) || self.had_ended(agency, date)
            }),
        };
        over || empty
    }

    /// Who is responsible for `task`, by the events that count.
    pub(super) fn responsible(&self, task: &'a Task, events: &[&'a Event]) -> Vec<Responsible<'a>> {
        let mut leads: Vec<Lead<'a>> =
            task.leads.agencies.iter().map(|id| Lead { id, handed: None }).collect();
        for &event in events.iter().filter(|event| event.sub_work.is_none()) {
            let (from, to) = match &event.kind {
                EventKind::Assigned { to } => {
                    leads.push(Lead { id: to, handed: Some((None, event)) });
                    continue;
                }
                EventKind::HandedOver { from, to } => (from, to),
                EventKind::LeadChanged { from, to } if event.basis.is_some() => (from, to),
                _ => continue,
            };
            let next = Lead { id: to, handed: Some((Some(from), event)) };
            match leads.iter().position(|lead| self.holds(lead.id, from, event)) {
                Some(position) => leads[position] = next,
                // A second successor of one lead, or a member of a group that leads.
                None => leads.push(next),
            }
        }
        let groups = task.leads.groups.iter();
        let groups = groups.map(|id| Responsible::Group { id, ended: self.is_ended(id) });
        leads.into_iter().map(|lead| self.of_lead(lead)).chain(groups).collect()
    }

    /// Whether `from` held what was given to `lead` when the event handed it on.
    fn holds(&self, lead: &'a AgencyId, from: &AgencyId, event: &Event) -> bool {
        lead == from
            || match self.fate_on(lead, event.happened.last_day()) {
                Fate::Succeeded { by, via } => {
                    by == from || via.iter().any(|change| change.to.contains(from))
                }
                Fate::Divided { successors } => successors.contains(&from),
                Fate::Alive | Fate::Ended => false,
            }
    }

    fn of_lead(&self, lead: Lead<'a>) -> Responsible<'a> {
        let id = lead.id;
        match self.fate(id) {
            Fate::Alive => match lead.handed {
                None => Responsible::Agency { id },
                Some((Some(from), event)) => Responsible::HandedOver { id, from, event },
                Some((None, event)) => Responsible::Assigned { id, event },
            },
            Fate::Succeeded { by, via } => {
                Responsible::Inherited { id: by, from: id, via: via.clone() }
            }
            Fate::Divided { successors } => {
                Responsible::Unresolved { id, successors: successors.clone() }
            }
            Fate::Ended => Responsible::Ended { id },
        }
    }
}

/// One lead, with the event that made it one.
#[derive(Clone, Copy)]
struct Lead<'a> {
    id: &'a AgencyId,
    handed: Option<(Option<&'a AgencyId>, &'a Event)>,
}

/// Whether a change can end the agencies that it does not name among its results.
fn ends(kind: ReorganisationKind) -> bool {
    match kind {
        ReorganisationKind::Consolidated
        | ReorganisationKind::Merged
        | ReorganisationKind::Divided
        | ReorganisationKind::SplitOff
        | ReorganisationKind::Dissolved => true,
        ReorganisationKind::Renamed | ReorganisationKind::FunctionsMoved => false,
    }
}

#[cfg(test)]
mod tests;
