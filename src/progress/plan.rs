//! A plan on one date.
//!
//! In: the plan and the date. Out: [`PlanProgress`]: its own state, its tasks, and what they come to.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::known::Day;
use super::succession::Successions;
use super::{
    Breakdown, Disclosed, DutyReports, History, Measures, Ratio, Summary, TaskProgress, TaskRef,
};
use crate::model::{
    Closing, Force, Indicator, Log, Plan, PlanId, Relation, RelationKind, RelationTarget,
    ReportingDuty, Site, Speaker, TaskNumber,
};
use crate::vocabulary::standings::{self, PlanStateName};

/// A plan on one date.
#[derive(Clone, Debug)]
pub struct PlanProgress<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The date.
    pub as_of: Date,
    /// Its own state.
    pub state: PlanState<'a>,
    /// Its tasks, in natural order; those not counted are added by documents later than the date.
    pub(super) tasks: Vec<TaskProgress<'a>>,
    /// What its tasks come to, with M5.
    pub summary: Summary,
    breakdown: Option<Box<Breakdown<'a>>>,
    /// The matrices of reports, one a duty.
    pub reports: Vec<DutyReports<'a>>,
    /// What happened.
    pub history: History<'a>,
    /// Relations of other plans to this one that hold on the date.
    pub referred_by: Vec<(&'a Plan, &'a Relation)>,
    needed_by: BTreeMap<&'a TaskNumber, Vec<&'a TaskNumber>>,
}

/// A plan's own state.
#[derive(Clone, Debug)]
pub enum PlanState<'a> {
    /// Its period has not begun.
    NotYet,
    /// Its period runs.
    UnderWay,
    /// Its period is over; nobody closed it.
    EndedNotClosed,
    /// A closing report was made.
    Closed(&'a Closing),
    /// Another plan took the place of the whole of it.
    ReplacedBy(&'a Plan),
    /// It lost its force within its period.
    Repealed,
    /// It names no period that one could say anything of.
    Unbound,
}

impl PlanState<'_> {
    /// What it is called; nothing where the document names no period.
    pub fn name(&self) -> Option<PlanStateName> {
        Some(match self {
            Self::Unbound => return None,
            Self::NotYet => PlanStateName::NotYet,
            Self::UnderWay => PlanStateName::UnderWay,
            Self::EndedNotClosed => PlanStateName::EndedNotClosed,
            Self::Closed(_) => PlanStateName::Closed,
            Self::ReplacedBy(_) => PlanStateName::Replaced,
            Self::Repealed => PlanStateName::Repealed,
        })
    }

    /// In a few words, with the document that made it so.
    pub fn label(&self) -> Option<String> {
        Some(match self {
            Self::Closed(closing) => standings::closed(&closing.basis),
            Self::ReplacedBy(plan) => standings::replaced(plan.cited()),
            Self::NotYet
            | Self::UnderWay
            | Self::EndedNotClosed
            | Self::Repealed
            | Self::Unbound => self.name()?.label().to_owned(),
        })
    }
}

impl<'a> PlanProgress<'a> {
    /// The tasks, in natural order; those not counted are added by documents later than the date.
    pub fn tasks(&self) -> impl DoubleEndedIterator<Item = Disclosed<'_>> {
        self.tasks.iter().map(Disclosed::of)
    }

    /// Whether something changes in the plan from period to period: its tasks, or the reports on it.
    pub fn has_course(&self) -> bool {
        !self.tasks.is_empty() || !self.reports.is_empty()
    }

    /// The tasks that count on the date.
    pub fn counted(&self) -> impl Iterator<Item = Disclosed<'_>> {
        self.counted_whole().map(Disclosed::of)
    }

    /// The task of this number, if the plan has it.
    pub fn find(&self, number: &TaskNumber) -> Option<Disclosed<'_>> {
        let position = self.tasks.binary_search_by(|task| task.task.number.cmp(number));
        position.ok().map(|position| Disclosed::of(&self.tasks[position]))
    }

    /// The task that content names so, if the plan has it.
    pub fn named(&self, number: &str) -> Option<Disclosed<'_>> {
        let found = self.tasks.iter().find(|task| task.task.number.as_str() == number);
        found.map(Disclosed::of)
    }

    /// The open tasks that are parts of this one, in natural order.
    pub fn parts_of<'s>(&'s self, number: &'s TaskNumber) -> impl Iterator<Item = Disclosed<'s>> {
        let tasks = self.counted_whole();
        let parts = tasks.filter(move |task| task.task.parent.as_ref() == Some(number));
        parts.map(Disclosed::of).filter(|task| task.open().is_some())
    }

    /// The task of this number.
    pub fn task(&self, number: &TaskNumber) -> Disclosed<'_> {
        self.find(number).expect("every TaskNumber comes from its plan")
    }

    /// The tasks before and after one of the plan, in natural order.
    pub fn neighbours(&self, task: Disclosed<'_>) -> [Option<Disclosed<'_>>; 2] {
        let at = task.place().task;
        let before = at.checked_sub(1).and_then(|at| self.tasks.get(at));
        [before, self.tasks.get(at + 1)].map(|task| task.map(Disclosed::of))
    }

    pub(super) fn counted_whole(&self) -> impl Iterator<Item = &TaskProgress<'a>> {
        self.tasks.iter().filter(|task| task.counted)
    }

    /// What the plan and its open tasks want to reach, the plan's own first; each with the number of its task.
    pub fn indicators(&self) -> impl Iterator<Item = (Option<&'a TaskNumber>, &'a Indicator)> {
        let own = self.plan.indicators.iter().map(|indicator| (None, indicator));
        let open = self.counted_whole().filter(|task| !task.task.is_restricted());
        own.chain(open.flat_map(|task| {
            let task = task.task;
            task.indicators.iter().map(|indicator| (Some(&task.number), indicator))
        }))
    }

    /// The years of its duties to report that have begun, or of which a report came; none where it has no duty.
    pub fn report_years(&self) -> BTreeSet<i16> {
        let this_year = self.as_of.year();
        let named = self.plan.duties.iter().map(ReportingDuty::years);
        let named = named.flat_map(|(first, last)| first..=last).filter(|year| *year <= this_year);
        let of_duty = |duty: &DutyReports<'_>| {
            let periods = duty.periods.iter().enumerate();
            let periods = periods.filter(|(position, period)| {
                period.year <= this_year || duty.received_in(*position).of > 0
            });
            periods.map(|(_, period)| period.year).collect::<Vec<_>>()
        };
        named.chain(self.reports.iter().flat_map(of_duty)).collect()
    }

    /// What its tasks come to by group, by agency and by year.
    ///
    /// # Panics
    /// On an [`super::OtherDay`], of which only the plan as a whole is told.
    pub fn parts(&self) -> &Breakdown<'a> {
        self.breakdown.as_ref().expect("another day is told of whole plans")
    }

    /// The measures of all its tasks.
    pub fn measures(&self) -> &Measures {
        &self.summary.measures
    }

    /// The tasks that wait for this one, in natural order.
    pub fn needed_by(&self, number: &TaskNumber) -> impl Iterator<Item = &'a TaskNumber> {
        self.needed_by.get(number).into_iter().flatten().copied()
    }

    /// The same, with what its tasks come to by group, by agency and by year.
    pub(super) fn broken_down(mut self) -> Self {
        let breakdown = Breakdown::of(self.plan, &self.tasks, &self.reports, self.as_of);
        self.breakdown = Some(Box::new(breakdown));
        self
    }

    pub(super) fn on(
        site: &'a Site,
        plan: &'a Plan,
        log: &'a Log,
        position: usize,
        referred_by: Vec<(&'a Plan, &'a Relation)>,
        successions: &Successions<'a>,
        day: Day,
    ) -> Self {
        let as_of = day.as_of;
        let tasks: Vec<_> = log
            .tasks
            .values()
            .enumerate()
            .map(|(number, task)| {
                let place = TaskRef { plan: position, task: number };
                TaskProgress::on(plan, task, place, successions, day, &site.settings)
            })
            .collect();
        // Who receives the reports knows what it did not receive.
        let publisher = match &site.settings.speaker {
            Speaker::Authority(agency) => Some(agency),
            Speaker::Compiler { .. } => None,
        };
        let reports = DutyReports::of_plan(site, plan, successions, publisher, as_of);
        let counted = || tasks.iter().filter(|task| task.counted);
        let mut summary = Summary::of(counted(), as_of);
        let received = || reports.iter().map(DutyReports::received).sum::<Ratio>();
        summary.measures.reports = (!plan.duties.is_empty()).then(received);
        Self {
            plan,
            as_of,
            state: PlanState::of(plan, &referred_by, as_of),
            summary,
            breakdown: None,
            history: History::of_plan(plan, log, &tasks, day.known),
            tasks,
            reports,
            referred_by,
            needed_by: needed_by(log),
        }
    }
}

/// Each task with those that wait for it.
fn needed_by(log: &Log) -> BTreeMap<&TaskNumber, Vec<&TaskNumber>> {
    let mut needed_by: BTreeMap<&TaskNumber, Vec<&TaskNumber>> = BTreeMap::new();
    for task in log.tasks.values() {
        for other in &task.depends_on {
            needed_by.entry(other).or_default().push(&task.number);
        }
    }
    needed_by
}

impl<'a> PlanState<'a> {
    /// A replacement comes first, since it says where to go on reading.
    ///
    /// `hieu_luc` bears no date: a plan without force within its period is repealed on every date, and
    /// one without force after its period has only run out.
    fn of(plan: &'a Plan, referred_by: &[(&'a Plan, &'a Relation)], as_of: Date) -> Self {
        let replaces = |relation: &Relation| {
            relation.kind == RelationKind::Replaces && relation.scope.is_none()
        };
        let successor = referred_by.iter().find(|(_, relation)| replaces(relation));
        if let Some((other, _)) = successor {
            return Self::ReplacedBy(other);
        }
        match (&plan.closing, plan.period) {
            (Some(closing), _) if closing.date <= as_of => Self::Closed(closing),
            (_, Some((_, to))) if as_of > to => Self::EndedNotClosed,
            _ if plan.force == Force::Ended => Self::Repealed,
            (_, Some((from, _))) if as_of < from => Self::NotYet,
            (_, Some(_)) => Self::UnderWay,
            (_, None) => Self::Unbound,
        }
    }
}

/// Of each plan that others name, their relations to it.
pub(super) type ReferredBy<'a> = BTreeMap<&'a PlanId, Vec<(&'a Plan, &'a Relation)>>;

/// The relations between plans of the site that hold on `as_of`, by the plan that they lead to.
pub(super) fn inverse_relations(site: &Site, as_of: Date) -> ReferredBy<'_> {
    let mut inverse = ReferredBy::new();
    for plan in site.plans.values() {
        for relation in &plan.relations {
            let RelationTarget::Plan(target) = &relation.target else { continue };
            if relation.date.unwrap_or(plan.issued) <= as_of {
                inverse.entry(target).or_default().push((plan, relation));
            }
        }
    }
    inverse
}

#[cfg(test)]
mod tests;
