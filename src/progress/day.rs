//! The whole site on one date: [`Progress`], which is all that readers may see, and [`Whole`], with all the rest.

use std::ops::Deref;

use jiff::civil::Date;
use rayon::prelude::*;

use super::known::Day;
use super::plan::ReferredBy;
use super::succession::Successions;
use super::{
    AgencyIndex, Disclosed, DutyReports, GroupIndex, History, Index, PlanProgress, ReportRow,
    RowRef, Summary, TaskProgress, TaskRef, plan,
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
    as_known(record, Day { as_of, known: as_of })
}

/// What is known of a date on the same day, or on a later one.
fn as_known(record: &Record, day: Day) -> Whole<'_> {
    let Day { as_of, known } = day;
    let site = &record.site;
    let shared = OtherDay::of(record, day);
    let plans: Vec<_> = record.plans().enumerate().collect();
    let plans: Vec<_> = plans
        .into_par_iter()
        .map(|(position, (plan, _))| shared.progress_of(&plan.id, position).broken_down())
        .collect();
    let (index, (mut total, history)) = rayon::join(
        || Index::of(site, &plans, &shared.successions, as_of),
        || {
            let all = plans.iter().flat_map(PlanProgress::counted_whole);
            (Summary::of(all, as_of), History::of_all(plans.iter().map(|plan| &plan.history)))
        },
    );
    total.measures.reports = Some(plans.iter().flat_map(|plan| plan.measures().reports).sum());
    Whole(Progress { site, record, as_of, known, plans, index, total, history })
}

/// What all plans share on a day, of which they are told one at a time: the whole site on each day of the past would
/// take the memory of as many sites.
#[derive(Clone, Debug)]
pub struct OtherDay<'a> {
    record: &'a Record,
    day: Day,
    successions: Successions<'a>,
    referred_by: ReferredBy<'a>,
}

impl<'a> OtherDay<'a> {
    fn of(record: &'a Record, day: Day) -> Self {
        let successions = Successions::on(&record.site, day.as_of);
        let referred_by = plan::inverse_relations(&record.site, day.as_of);
        Self { record, day, successions, referred_by }
    }

    /// Whether it is told as the site published it by then, and not as it became known later.
    pub fn is_as_published(&self) -> bool {
        self.day.known == self.day.as_of
    }

    /// What readers may see of a plan on the day: its [`Progress`] knows no other plan, no agency and no
    /// [`PlanProgress::parts`].
    pub fn plan(&self, id: &PlanId) -> Progress<'a> {
        let Day { as_of, known } = self.day;
        let plan = self.progress_of(id, 0);
        Progress {
            site: &self.record.site,
            record: self.record,
            as_of,
            known,
            index: Index::default(),
            total: plan.summary.clone(),
            history: plan.history.clone(),
            plans: vec![plan],
        }
    }

    fn progress_of(&self, id: &PlanId, position: usize) -> PlanProgress<'a> {
        let site = &self.record.site;
        let (plan, log) = (site.plan(id), self.record.log(id));
        let referred_by = self.referred_by.get(id).cloned().unwrap_or_default();
        PlanProgress::on(site, plan, log, position, referred_by, &self.successions, self.day)
    }
}

impl<'a> Progress<'a> {
    /// Another date, plan by plan: as it was published then, where the site published already, else as it is known
    /// now.
    pub fn on_day(&self, as_of: Date) -> OtherDay<'a> {
        let published = self.published_since().is_some_and(|since| since <= as_of);
        let known = if published { as_of } else { self.known.max(as_of) };
        OtherDay::of(self.record, Day { as_of, known })
    }

    /// What today's content tells of `as_of` to those who know nothing that was published after `known`.
    pub fn as_known_on(&self, as_of: Date, known: Date) -> Progress<'a> {
        as_known(self.record, Day { as_of, known }).0
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
