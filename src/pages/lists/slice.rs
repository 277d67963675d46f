//! A part of a plan's tasks: those of one group, one lead or one year.
//!
//! In: one plan's progress. Out: [`SliceView`], all that `slice.html` may read. Cells of the tables
//! of numbers and segments of bars lead to its sections.

use serde::Serialize;

use crate::model::{AgencyId, GroupId, Plan};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::lists::column::{self, Column, ColumnSection};
use crate::pages::parts::cards;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::PlanHead;
use crate::paths::{self, PagePath};
use crate::progress::{Disclosed, PlanProgress, Summary};
use crate::vocabulary::lists as words;
use crate::vocabulary::pages;

/// What `slice.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct SliceView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// One sentence: how many, how many done, overdue, silent.
    pub answer: Sentence,
    /// What belongs in the list and what does not.
    pub explanation: String,
    /// The tasks by standing.
    pub columns: Vec<ColumnSection>,
}

/// What the tasks have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slice {
    /// The group at this position in the plan.
    Group(usize),
    /// An agency that the plan names as a lead.
    Lead(AgencyId),
    /// A group of agencies that the plan names as a lead.
    LeadGroup(GroupId),
    /// The year of the deadline in force; restricted tasks stand in none, since they show no deadline.
    Year(i16),
}

impl Slice {
    /// The slices of a plan that hold a task.
    pub(crate) fn present(progress: &PlanProgress<'_>) -> Vec<Slice> {
        let live = |summary: &Summary| summary.ledger.live > 0;
        let groups = progress.by_group.iter().enumerate();
        let groups = groups.filter(|(_, summary)| live(summary)).map(|(at, _)| Slice::Group(at));
        let leads = progress.by_lead.iter().filter(|(_, summary)| live(summary));
        let leads = leads.map(|(id, _)| Slice::Lead((*id).clone()));
        let lead_groups = progress.by_lead_group.iter().filter(|(_, summary)| live(summary));
        let lead_groups = lead_groups.map(|(id, _)| Slice::LeadGroup((*id).clone()));
        let years = progress.open_by_year.iter().filter(|(_, summary)| live(summary));
        let years = years.map(|(year, _)| Slice::Year(*year));
        groups.chain(leads).chain(lead_groups).chain(years).collect()
    }

    /// Its page.
    pub(crate) fn path(&self, plan: &Plan) -> PagePath {
        match self {
            Slice::Group(at) => paths::list_of_group(&plan.id, &plan.groups[*at]),
            Slice::Lead(id) => paths::list_of_lead(&plan.id, id),
            Slice::LeadGroup(id) => paths::list_of_lead_group(&plan.id, id),
            Slice::Year(year) => paths::list_of_year(&plan.id, *year),
        }
    }

    pub(crate) fn holds(&self, task: Disclosed<'_>) -> bool {
        match self {
            Slice::Group(at) => task.group() == Some(*at),
            Slice::Lead(id) => task.is_led_by(id),
            Slice::LeadGroup(id) => task.is_led_by_group(id),
            Slice::Year(year) => {
                let due = task.open().and_then(|task| task.timing.deadline);
                due.is_some_and(|limit| limit.to.year() == *year)
            }
        }
    }

    pub(crate) fn title(&self, here: Context<'_>, plan: &Plan) -> String {
        match self {
            Slice::Group(at) => {
                let group = &plan.groups[*at];
                match group.printed_number() {
                    "" => words::of_unnumbered_group(&group.title),
                    number => words::of_group(number, &group.title),
                }
            }
            Slice::Lead(id) => words::of_lead(here.agency_then(id, plan.issued).name),
            Slice::LeadGroup(id) => words::of_lead_group(&here.site().group(id).name),
            Slice::Year(year) => words::of_year(year),
        }
    }

    fn explanation(&self) -> &'static str {
        match self {
            Slice::Group(_) => words::about_group(),
            Slice::Lead(_) | Slice::LeadGroup(_) => words::about_lead(),
            Slice::Year(_) => words::about_year(),
        }
    }
}

/// The page of a slice.
pub(crate) fn view(here: Context<'_>, plan: &Plan, slice: &Slice) -> SliceView {
    let progress = here.progress.plan(&plan.id);
    let tasks = progress.counted().filter(|task| task.is_live() && slice.holds(*task));
    let columns = column::sections(here, "", tasks, false);
    let total: usize = columns.iter().map(|column| column.figure.value).sum();
    let total = Figure::of(total, "#moi-nhiem-vu");
    let answer = Sentence::from(match column::counts(columns.iter().map(ColumnSection::count)) {
        Some(counts) => words::by_column(total, counts),
        None => words::tasks(total),
    });
    let head = Head::new(slice.title(here, plan), answer.plain())
        .above(
            [here.above_plan(plan), vec![(paths::tasks(&plan.id), pages::tasks().to_owned())]]
                .concat(),
        )
        .source(&plan.source);
    SliceView {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        answer,
        explanation: slice.explanation().to_owned(),
        columns,
    }
}

/// The number of tasks in one column of a slice, with their list.
pub(crate) fn figure(
    here: Context<'_>,
    plan: &Plan,
    slice: &Slice,
    column: Option<Column>,
    count: usize,
) -> Figure {
    let page = here.href(&slice.path(plan));
    let fragment = column.map_or("moi-nhiem-vu", Column::id);
    Figure::of(count, format!("{page}#{fragment}"))
}
