//! The whole site on one date: [`Progress`], which is all that readers may see, and [`Whole`], with all the rest.

use std::collections::BTreeMap;
use std::ops::Deref;

use jiff::civil::Date;

use super::known::Day;
use super::succession::Successions;
use super::{
    AgencyIndex, Detail, Disclosed, DutyReports, GroupIndex, History, Index, PlanProgress,
    ReportRow, RowRef, Summary, TaskProgress, TaskRef, plan,
};
use crate::model::{AgencyId, Correction, GroupId, Plan, PlanId, Record, Site};

/// The whole site on one date.
#[derive(Clone, Debug)]
pub struct Progress<'a> {
    /// What readers may see of the content as it stands.
    pub site: &'a Site,
    record: &'a Record,
    /// The date.
    pub as_of: Date,
    /// The day on which what is told of the date was known: the date itself, or a later one where the site did not
    /// publish yet.
    pub known: Date,
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
    as_known(record, Day { as_of, known: as_of }, Detail::Parts)
}

/// What is known of a date on the same day, or on a later one.
fn as_known(record: &Record, day: Day, detail: Detail) -> Whole<'_> {
    let Day { as_of, known } = day;
    let site = &record.site;
    let successions = Successions::on(site, as_of);
    let positions: BTreeMap<&PlanId, usize> =
        site.plans.keys().enumerate().map(|(position, id)| (id, position)).collect();
    let related = plan::inverse_relations(site, as_of, &positions);
    let plans: Vec<_> = record
        .plans()
        .zip(related)
        .enumerate()
        .map(|(position, ((plan, log), referred_by))| {
            let plan = PlanProgress::on(site, plan, log, position, referred_by, &successions, day);
            match detail {
                Detail::Parts => plan.broken_down(),
                Detail::Whole => plan,
            }
        })
        .collect();
    let index = Index::of(site, &plans, &successions, as_of);
    let mut total = Summary::of(plans.iter().flat_map(PlanProgress::counted_whole), as_of);
    total.measures.reports = Some(plans.iter().flat_map(|plan| plan.measures().reports).sum());
    let history = History::of_all(plans.iter().map(|plan| &plan.history));
    Whole(Progress { site, record, as_of, known, plans, index, total, history })
}

impl<'a> Progress<'a> {
    /// What readers may see on another date: as it was published then, where the site published already, else as it
    /// is known now. Of plans as a whole: [`PlanProgress::parts`] are not told.
    pub fn on_day(&self, as_of: Date) -> Progress<'a> {
        let published = self.published_since().is_some_and(|since| since <= as_of);
        let known = if published { as_of } else { self.known.max(as_of) };
        as_known(self.record, Day { as_of, known }, Detail::Whole).0
    }

    /// What today's content tells of `as_of` to those who know nothing that was published after `known`.
    pub fn as_known_on(&self, as_of: Date, known: Date) -> Progress<'a> {
        as_known(self.record, Day { as_of, known }, Detail::Parts).0
    }

    /// Since when the site publishes: the day that it names, else that of the first thing which it published.
    pub fn published_since(&self) -> Option<Date> {
        let events = self.history.events.iter().map(|entry| entry.event.published);
        let corrections = self.history.corrections.iter().map(|entry| entry.published);
        self.site.settings.published_since.or_else(|| events.chain(corrections).min())
    }

    /// Whether it tells what the site published by its date, and not what became known later.
    pub fn is_as_published(&self) -> bool {
        self.known == self.as_of
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

/// Progress with all that is withheld of it: for rules and for editors.
#[derive(Clone, Debug)]
pub struct Whole<'a>(Progress<'a>);

impl<'a> Deref for Whole<'a> {
    type Target = Progress<'a>;

    fn deref(&self) -> &Progress<'a> {
        &self.0
    }
}

impl<'a> Whole<'a> {
    /// A plan's tasks, in natural order; those not counted are added by documents later than the date.
    pub fn tasks<'s>(&'s self, plan: &'s PlanProgress<'a>) -> &'s [TaskProgress<'a>] {
        &plan.tasks
    }

    /// All tasks that count on the date, plan by plan in natural order.
    pub fn counted(&self) -> impl Iterator<Item = &TaskProgress<'a>> {
        self.0.plans.iter().flat_map(PlanProgress::counted_whole)
    }

    /// The corrections of a plan, in the order of its file.
    pub fn corrections(&self, plan: &PlanProgress<'a>) -> &'a [Correction] {
        &self.0.record.log(&plan.plan.id).corrections
    }
}
