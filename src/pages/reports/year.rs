//! A plan's reports of one year.
//!
//! In: the reports received for the year, and the tasks due or done in it. Out:
//! [`ReportYearView`], all that `report-year.html` may read.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head, date_view};
use crate::pages::frame::Frame;
use crate::pages::lists::column::{self, ColumnSection};
use crate::pages::parts::cards::{self, TaskCard};
use crate::pages::parts::feeds;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::reports::cell::{self, MatrixCell};
use crate::pages::values::{AgencyLink, DateView, Link, PlanHead, Reference};
use crate::paths;
use crate::progress::{Disclosed, ReportCell, ReportState, State, TaskProgress};
use crate::text::in_order;
use crate::vocabulary::pages;
use crate::vocabulary::reports as words;

/// What `report-year.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct ReportYearView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// The year.
    pub year: String,
    /// The first sentence: what the year brought.
    pub answer: Sentence,
    /// A sentence a duty and period: how many reports were received.
    pub more: Vec<Sentence>,
    /// The reports, a section a duty and period.
    pub reports: Vec<YearDuty>,
    /// The tasks whose deadline fell in the year, by standing.
    pub due: Vec<ColumnSection>,
    /// The tasks completed in the year.
    pub completed: Vec<TaskCard>,
    /// The year before.
    pub previous: Option<Link>,
    /// The year after.
    pub next: Option<Link>,
}

/// The reports under one duty for one period of the year.
#[derive(Clone, Debug, Serialize)]
pub struct YearDuty {
    /// The fragment; that of the reports received ends in `-da-gui`.
    pub id: String,
    /// To whom, and for which part of the year.
    pub name: String,
    /// Received.
    pub received: Vec<YearReport>,
    /// Due and not received.
    pub missing: Vec<YearReport>,
    /// Not due yet.
    pub not_due: Vec<YearReport>,
}

/// An agency's report of the year.
#[derive(Clone, Debug, Serialize)]
pub struct YearReport {
    /// What tells it from all other reports of the plan.
    pub key: String,
    /// The agency.
    pub agency: AgencyLink,
    /// The state of its report.
    pub cell: MatrixCell,
    /// When it was sent.
    pub sent: Option<DateView>,
    /// Number and address.
    pub document: Option<Reference>,
    /// What it says.
    pub summary: Option<String>,
}

/// The years of a plan's duties to report; none where it has no duty.
pub(crate) fn years(plan: &Plan) -> BTreeSet<i16> {
    plan.duties.iter().flat_map(|duty| duty.years.0..=duty.years.1).collect()
}

/// The reports of a plan in one year.
///
/// A restricted task stands in no list here: its year is neither its title nor its standing.
pub(crate) fn view(here: Context<'_>, plan: &Plan, year: i16) -> ReportYearView {
    let progress = here.progress.plan(&plan.id);
    let open = || progress.counted().filter_map(Disclosed::open);
    let due = open().filter(|task| task.deadline.in_force.year() == year);
    let due = column::sections(here, "den-han-", due.map(Disclosed::Open), false);
    let completed: Vec<_> = open().filter(|task| completed_in(task) == Some(year)).collect();
    let answer = answer(year, &due, completed.len());
    let mut above = here.above_plan(plan);
    above.push((paths::reports(&plan.id), words::reports().to_owned()));
    let description = words::of_year_about(plan.cited(), answer.plain());
    let head = Head::new(pages::report_year(year), description)
        .above(above)
        .feeds(feeds::of_plan(here, plan))
        .source(&plan.source);
    let reports = year_duties(here, plan, year);
    let years = years(plan);
    let link =
        |year: &i16| here.link(&paths::report_year(&plan.id, *year), pages::report_year(year));
    ReportYearView {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        year: year.to_string(),
        answer,
        more: reports.iter().map(YearDuty::sentence).collect(),
        reports,
        due,
        completed: completed
            .into_iter()
            .map(|task| cards::card(here, Disclosed::Open(task), false))
            .collect(),
        previous: years.range(..year).next_back().map(link),
        next: years.range(year..).find(|other| **other != year).map(link),
    }
}

/// The year in which a task that counts as done was completed.
fn completed_in(task: &TaskProgress<'_>) -> Option<i16> {
    match task.state {
        State::ReportedDone { completed } | State::Confirmed { completed }
            if task.standing.is_done() =>
        {
            Some(completed.first_day().year())
        }
        _ => None,
    }
}

/// What the year brought, in a sentence.
fn answer(year: i16, due: &[ColumnSection], completed: usize) -> Sentence {
    let (year, completed) = (year.to_string(), Figure::of(completed, "#hoan-thanh"));
    let total = due.iter().map(|column| column.figure.value).sum();
    Sentence::from(match column::counts(due.iter().map(ColumnSection::count)) {
        Some(counts) => words::year_due(year, completed, Figure::of(total, "#den-han"), counts),
        None => words::year_none_due(year, completed),
    })
}

impl YearDuty {
    /// "Báo cáo gửi Sở A: 3/5 đã gửi."
    fn sentence(&self) -> Sentence {
        let due = self.received.len() + self.missing.len();
        let name = self.name.as_str();
        Sentence::from(match due {
            0 => words::duty_not_due(name),
            due => words::duty_sent(
                name,
                Figure::of(self.received.len(), format!("#{}-da-gui", self.id)),
                Figure::of(due, format!("#{}", self.id)),
            ),
        })
    }
}

/// The reports of the year, a section a duty and period.
fn year_duties(here: Context<'_>, plan: &Plan, year: i16) -> Vec<YearDuty> {
    let mut found = Vec::new();
    for duty in &here.progress.plan(&plan.id).reports {
        let periods = duty.periods.iter().enumerate().filter(|(_, period)| period.year == year);
        for (index, period) in periods {
            let part = cell::part_words(duty.duty.frequency, period);
            let cells = |holds: &dyn Fn(ReportState) -> bool| {
                let rows = duty.rows.iter().filter(|row| holds(row.cells[index].state));
                let reports = rows.map(|row| {
                    let agency = here.agency_then(row.agency, period.to);
                    let key = format!("{}--{}--{year}-{}", duty.duty.id, row.agency, period.part);
                    year_report(key, agency, &row.cells[index])
                });
                in_order(reports.collect(), |report| &report.agency.name)
            };
            let name = cell::duty_name(here, plan, duty);
            let name = match part {
                Some(part) => words::duty_in_part(name, part),
                None => name,
            };
            found.push(YearDuty {
                id: paths::part_fragment(&duty.duty.id, period.part),
                name,
                received: cells(&|state| state.counts().n > 0),
                missing: cells(&|state| state.counts().of > state.counts().n),
                not_due: cells(&|state| state == ReportState::NotYetDue),
            });
        }
    }
    found.retain(|duty| {
        !(duty.received.is_empty() && duty.missing.is_empty() && duty.not_due.is_empty())
    });
    found
}

fn year_report(key: String, agency: AgencyLink, cell: &ReportCell<'_>) -> YearReport {
    YearReport {
        key,
        agency,
        cell: cell::cell_without_address(cell),
        sent: cell.report.map(|report| date_view(report.sent)),
        document: cell.report.and_then(cell::document),
        summary: cell.report.and_then(|report| report.summary.clone()),
    }
}
