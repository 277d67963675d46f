//! A plan's reports as lists: those received, and those received or due.
//!
//! In: one plan's matrices. Out: [`ReportListView`], all that `report-list.html` may read. The sums
//! of a matrix's rows lead here; those of its columns lead to the page of a year.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head, date_view};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::reports::cell::{self, MatrixCell, Version};
use crate::pages::reports::year::year_reference;
use crate::pages::values::{AgencyLink, DateView, Link, PlanHead, Reference};
use crate::paths::{self, PagePath};
use crate::progress::{DutyReports, ReportCell, ReportPeriod, ReportRow};
use crate::text::in_order;
use crate::vocabulary::reports as words;

/// What `report-list.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct ReportListView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// One sentence: how many.
    pub answer: Sentence,
    /// What belongs in the list and what does not.
    pub explanation: String,
    /// The reports, a section a duty.
    pub duties: Vec<DutyList>,
    /// The matrix.
    pub matrix_page: Link,
}

/// The reports under one duty.
#[derive(Clone, Debug, Serialize)]
pub struct DutyList {
    /// The fragment.
    pub id: String,
    /// To whom.
    pub name: String,
    /// How many.
    pub figure: Figure,
    /// The agencies, in Vietnamese order.
    pub agencies: Vec<AgencyList>,
}

/// An agency's reports under one duty.
#[derive(Clone, Debug, Serialize)]
pub struct AgencyList {
    /// The fragment.
    pub id: String,
    /// The agency.
    pub agency: AgencyLink,
    /// How many.
    pub figure: Figure,
    /// The reports, oldest period first: those of each year apart where they are many.
    pub years: Vec<YearList>,
}

/// An agency's reports for a year, or all of them.
#[derive(Clone, Debug, Serialize)]
pub struct YearList {
    /// The fragment; none where the years are not told apart.
    pub id: Option<String>,
    /// The year's name.
    pub name: String,
    /// What each of them is, where nothing else is known of any.
    pub alike: Option<String>,
    /// The reports, oldest period first.
    pub reports: Vec<ListedReport>,
}

/// A report in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ListedReport {
    /// What tells it from all other reports of the plan.
    pub key: String,
    /// The year's page; its words are the period.
    pub period: Reference,
    /// What is true of it.
    pub cell: MatrixCell,
    /// When it was sent.
    pub sent: Option<DateView>,
    /// Number and address.
    pub document: Option<Reference>,
    /// Its later versions.
    pub again: Vec<Version>,
}

/// Which reports a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportList {
    /// Those received.
    Received,
    /// Those received or due: the denominator of M5.
    Due,
}

impl ReportList {
    /// The lists of a plan: both, where it has a duty to report.
    pub(crate) fn present(plan: &Plan) -> Vec<ReportList> {
        match plan.duties.is_empty() {
            true => Vec::new(),
            false => vec![ReportList::Received, ReportList::Due],
        }
    }

    pub(crate) fn path(self, plan: &Plan) -> PagePath {
        match self {
            ReportList::Received => paths::reports_received(&plan.id),
            ReportList::Due => paths::reports_due(&plan.id),
        }
    }

    pub(crate) fn title(self) -> &'static str {
        match self {
            ReportList::Received => words::list_received(),
            ReportList::Due => words::list_due(),
        }
    }

    fn explanation(self) -> &'static str {
        match self {
            ReportList::Received => words::about_received(),
            ReportList::Due => words::about_due(),
        }
    }

    fn count(self, counts: crate::progress::Ratio) -> usize {
        match self {
            ReportList::Received => counts.n,
            ReportList::Due => counts.of,
        }
    }

    fn holds(self, cell: &ReportCell<'_>) -> bool {
        self.count(cell.state.counts()) > 0
    }
}

/// The page of a list of reports.
pub(crate) fn view(here: Context<'_>, plan: &Plan, list: ReportList) -> ReportListView {
    let duties = &here.progress.plan(&plan.id).reports;
    let total: usize = duties.iter().map(|duty| list.count(duty.received())).sum();
    let answer = match total {
        0 => Sentence::from(words::none_listed()),
        _ => Sentence::from(words::listed(Figure::of(total, "#moi-bao-cao"))),
    };
    let mut above = here.above_plan(plan);
    above.push((paths::reports(&plan.id), words::reports().to_owned()));
    let title = words::list_of_plan(list.title(), plan.cited());
    ReportListView {
        frame: here.frame(Head::new(title, answer.plain()).above(above).source(&plan.source)),
        plan: cards::plan_head(here, plan),
        answer,
        explanation: list.explanation().to_owned(),
        duties: duties
            .iter()
            .filter(|duty| list.count(duty.received()) > 0)
            .map(|duty| duty_list(here, plan, list, duty))
            .collect(),
        matrix_page: here.link(&paths::reports(&plan.id), words::matrix()),
    }
}

fn duty_list(here: Context<'_>, plan: &Plan, list: ReportList, duty: &DutyReports<'_>) -> DutyList {
    let id = paths::duty_fragment(&duty.duty.id, None);
    let rows = duty.rows.iter().filter(|row| list.count(row.received()) > 0);
    let agency = |row: &ReportRow<'_>| {
        let id = paths::duty_fragment(&duty.duty.id, Some(row.agency));
        AgencyList {
            agency: here.agency_then(row.agency, plan.issued),
            figure: Figure::of(list.count(row.received()), format!("#{id}")),
            years: years(here, plan, list, duty, row),
            id,
        }
    };
    DutyList {
        name: cell::duty_name(here, plan, duty),
        figure: Figure::of(list.count(duty.received()), format!("#{id}")),
        agencies: in_order(rows.map(agency).collect(), |list| &list.agency.name),
        id,
    }
}

/// An agency's reports under a duty; where the matrix has a column a year, the years apart.
fn years(
    here: Context<'_>,
    plan: &Plan,
    list: ReportList,
    duty: &DutyReports<'_>,
    row: &ReportRow<'_>,
) -> Vec<YearList> {
    let mut years: Vec<YearList> = Vec::new();
    let cells = duty.periods.iter().zip(&row.cells).filter(|(_, cell)| list.holds(cell));
    for (period, cell) in cells {
        let id = duty
            .is_dense()
            .then(|| paths::duty_year_fragment(&duty.duty.id, row.agency, period.year));
        if years.last().is_none_or(|last| last.id != id) {
            let (name, reports) = (words::year(period.year), Vec::new());
            years.push(YearList { id, name, alike: None, reports });
        }
        let report = listed_report(here, plan, duty, row, (period, cell));
        years.last_mut().expect("one was added").reports.push(report);
    }
    for year in &mut years {
        let silent = |report: &&ListedReport| {
            report.cell.tone.is_silent()
                && report.cell.report.href.is_none()
                && report.cell.more.is_none()
        };
        let first = year.reports.first().filter(silent).map(|report| &report.cell.report.text);
        let is_alike =
            |report: &ListedReport| silent(&report) && Some(&report.cell.report.text) == first;
        year.alike = first.filter(|_| year.reports.iter().all(is_alike)).cloned();
    }
    years
}

fn listed_report(
    here: Context<'_>,
    plan: &Plan,
    duty: &DutyReports<'_>,
    row: &ReportRow<'_>,
    (period, cell): (&ReportPeriod, &ReportCell<'_>),
) -> ListedReport {
    let id = paths::duty_fragment(&duty.duty.id, Some(row.agency));
    ListedReport {
        key: format!("{id}--{}", period.key()),
        period: year_reference(here, plan, period.year, cell::period_words(period)),
        cell: cell::cell_alone(cell),
        sent: cell.report().map(|report| date_view(report.sent)),
        document: cell.report().and_then(cell::document),
        again: cell::again(cell),
    }
}
