//! A plan's reports of one year.
//!
//! In: the reports received for the year, and the tasks due or done in it. Out:
//! [`ReportYearView`], all that `report-year.html` may read.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::{Plan, ReportingDuty};
use crate::pages::common::{AgencyLink, DateView, Link, PlanHead, Reference, TaskCard, Tone};
use crate::pages::context::{Context, Head, date_view};
use crate::pages::feeds;
use crate::pages::figures::Count;
use crate::pages::frame::Frame;
use crate::pages::reports::{self, MatrixCell};
use crate::pages::{agencies, parts};
use crate::paths;
use crate::progress::{ReportCell, ReportPeriod, ReportState, StandingKind, State, TaskProgress};

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
    pub answer: String,
    /// The same numbers, each with its list.
    pub counts: Vec<Count>,
    /// The agencies bound in the year, in Vietnamese order.
    pub reports: Vec<YearReport>,
    /// The tasks whose deadline fell in the year.
    pub due: Vec<TaskCard>,
    /// The tasks completed in the year.
    pub completed: Vec<TaskCard>,
    /// The year before.
    pub previous: Option<Link>,
    /// The year after.
    pub next: Option<Link>,
}

/// An agency's report of the year.
#[derive(Clone, Debug, Serialize)]
pub struct YearReport {
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
pub(super) fn years(plan: &Plan) -> BTreeSet<i16> {
    plan.duties.iter().flat_map(|duty| duty.years.0..=duty.years.1).collect()
}

/// The reports of a plan in one year.
///
/// A restricted task stands in no list here: its year is neither its title nor its standing.
pub(super) fn view(here: Context<'_>, plan: &Plan, year: i16) -> ReportYearView {
    let progress = here.progress.plan(&plan.id);
    let open = || progress.counted().filter(|task| !task.task.is_restricted());
    let due: Vec<_> = open().filter(|task| task.deadline.in_force.year() == year).collect();
    let completed: Vec<_> = open().filter(|task| completed_in(task) == Some(year)).collect();
    let reports = year_reports(here, plan, year);
    let answer = answer(year, &due, completed.len(), &reports);
    let counts = counts(&due, completed.len(), &reports);
    let mut above = here.above_plan(plan);
    above.push((paths::reports(&plan.id), "Báo cáo".to_owned()));
    let head =
        Head::new(format!("Báo cáo năm {year}"), format!("Kế hoạch {}. {answer}", plan.number))
            .above(above)
            .feeds(feeds::of_plan(here, plan))
            .source(&plan.source);
    let cards = |tasks: Vec<&TaskProgress<'_>>| {
        tasks.into_iter().map(|task| parts::card(here, plan, task.task, false)).collect()
    };
    let years = years(plan);
    let link =
        |year: &i16| here.link(&paths::report_year(&plan.id, *year), format!("Báo cáo năm {year}"));
    ReportYearView {
        frame: here.frame(head),
        plan: parts::plan_head(here, plan),
        year: year.to_string(),
        answer,
        counts,
        reports: reports.into_iter().map(|(_, report)| report).collect(),
        due: cards(due),
        completed: cards(completed),
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

/// A report with what is true of it.
type Stated = (ReportState, YearReport);

const SILENT: [StandingKind; 2] = [StandingKind::NoInformation, StandingKind::NoInformationPastDue];

fn of_kinds(tasks: &[&TaskProgress<'_>], kinds: &[StandingKind]) -> usize {
    tasks.iter().filter(|task| kinds.contains(&task.standing.kind())).count()
}

fn received(reports: &[Stated]) -> usize {
    let sent = |state: &ReportState| {
        matches!(state, ReportState::InTime | ReportState::Late { .. } | ReportState::Received)
    };
    reports.iter().filter(|(state, _)| sent(state)).count()
}

/// What the year brought, in a sentence.
fn answer(year: i16, due: &[&TaskProgress<'_>], completed: usize, reports: &[Stated]) -> String {
    let due = match due.len() {
        0 => "không nhiệm vụ nào đến hạn".to_owned(),
        count => format!(
            "{} nhiệm vụ đến hạn hoặc hết kỳ thực hiện, trong đó {} đang quá hạn, {} chưa có thông tin",
            parts::number(count),
            parts::number(of_kinds(due, &[StandingKind::Overdue])),
            parts::number(of_kinds(due, &SILENT)),
        ),
    };
    format!(
        "Năm {year}: {} nhiệm vụ hoàn thành; {due}; trang ghi nhận {}/{} báo cáo.",
        parts::number(completed),
        parts::number(received(reports)),
        parts::number(reports.len()),
    )
}

fn counts(due: &[&TaskProgress<'_>], completed: usize, reports: &[Stated]) -> Vec<Count> {
    let overdue = of_kinds(due, &[StandingKind::Overdue]);
    let count = |n: usize, label: &str, fragment: Option<&str>, tone| Count {
        n: parts::number(n),
        label: label.to_owned(),
        href: fragment.filter(|_| n > 0).map(str::to_owned),
        tone,
    };
    vec![
        count(completed, "nhiệm vụ hoàn thành", Some("#hoan-thanh"), Some(Tone::Done)),
        count(due.len(), "nhiệm vụ đến hạn hoặc hết kỳ thực hiện", Some("#den-han"), None),
        count(overdue, "trong số đó đang quá hạn", None, Some(Tone::Overdue)),
        count(
            of_kinds(due, &SILENT),
            "trong số đó chưa có thông tin",
            None,
            Some(Tone::NoInformation),
        ),
        count(received(reports), "báo cáo đã gửi", Some("#bao-cao"), None),
    ]
}

/// The agencies bound in the year, in Vietnamese order, each with its periods.
fn year_reports(here: Context<'_>, plan: &Plan, year: i16) -> Vec<Stated> {
    let mut found = Vec::new();
    for duty in &here.progress.plan(&plan.id).reports {
        let periods = duty.periods.iter().enumerate().filter(|(_, period)| period.year == year);
        let periods: Vec<_> = periods.collect();
        for row in &duty.rows {
            for (index, period) in &periods {
                let cell = &row.cells[*index];
                if cell.state != ReportState::NotBound {
                    let agency = here.agency_then(row.agency, period.to);
                    found.push((cell.state, year_report(agency, duty.duty, period, cell)));
                }
            }
        }
    }
    agencies::in_order(found, |(_, report)| &report.agency.name)
}

fn year_report(
    agency: AgencyLink,
    duty: &ReportingDuty,
    period: &ReportPeriod,
    cell: &ReportCell<'_>,
) -> YearReport {
    let mut shown = reports::cell(cell);
    // The document beside it carries the address.
    shown.report.href = None;
    if let Some(part) = reports::part_words(duty.frequency, period) {
        shown.report.text = format!("{part}: {}", shown.report.text);
    }
    let document = cell.report.filter(|report| report.number.is_some() || report.url.is_some());
    YearReport {
        agency,
        cell: shown,
        sent: cell.report.map(|report| date_view(report.sent)),
        document: document.map(|report| Reference {
            text: report.number.clone().unwrap_or_else(|| "văn bản báo cáo".to_owned()),
            href: report.url.clone(),
        }),
        summary: cell.report.and_then(|report| report.summary.clone()),
    }
}
