//! A plan's reports of one year.
//!
//! In: the reports received for the year, and the tasks due or done in it. Out:
//! [`ReportYearView`], all that `report-year.html` may read.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head, date_view};
use crate::pages::frame::Frame;
use crate::pages::lists::branch::{self, Branch, TaskSection};
use crate::pages::lists::by_standing::parted;
use crate::pages::lists::column;
use crate::pages::parts::cards;
use crate::pages::parts::feeds;
use crate::pages::parts::figures::{Figure, Ratio};
use crate::pages::parts::pager::{Cutter, PageNumber, Pager, Places, Things};
use crate::pages::parts::sentence::Sentence;
use crate::pages::reports::cell::{self, MatrixCell, Version};
use crate::pages::values::{AgencyLink, DateView, Link, PlanHead, Reference};
use crate::paths;
use crate::progress::{
    Disclosed, DutyReports, PlanProgress, ReportCell, ReportPeriod, ReportState, State,
    TaskProgress,
};
use crate::text::in_order;
use crate::vocabulary::reports as words;
use crate::vocabulary::{enumeration, pages};

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
    /// The duties with too many periods for a section each to be found: a row a period.
    pub dense: Vec<DenseDuty>,
    /// The reports, a section a duty and period.
    pub reports: Vec<YearDuty>,
    /// Whether this is the first of its pages, which tells the reports.
    pub is_first: bool,
    /// Whether tasks were completed in the year, on any page.
    pub has_completed: bool,
    /// Whether tasks fell due in the year, on any page.
    pub has_due: bool,
    /// The tasks of the page that were completed in the year.
    pub completed: Option<TaskSection>,
    /// Those whose deadline fell in the year, by standing.
    pub due: Option<TaskSection>,
    /// Those without a deadline whose period ends in the year, by standing.
    pub ended: Option<TaskSection>,
    /// The way to the other pages.
    pub pager: Option<Pager>,
    /// The year before.
    pub previous: Option<Link>,
    /// The year after.
    pub next: Option<Link>,
}

/// The periods of the year under a duty that has many.
#[derive(Clone, Debug, Serialize)]
pub struct DenseDuty {
    /// The caption.
    pub caption: String,
    /// The periods.
    pub rows: Vec<DenseRow>,
}

/// A period of such a duty.
#[derive(Clone, Debug, Serialize)]
pub struct DenseRow {
    /// The period.
    pub period: String,
    /// By when its reports are due; none where the plan names no date.
    pub due: Option<DateView>,
    /// Received of due; each number leads to the period's section. None where nothing is due yet, or counted.
    pub received: Option<Ratio>,
    /// Whether nobody can count who sent a report that is due.
    pub uncounted: bool,
}

/// The reports under one duty for one period of the year.
#[derive(Clone, Debug, Serialize)]
pub struct YearDuty {
    /// The fragment; that of the reports received ends in `-da-gui`.
    pub id: String,
    /// To whom, and for which period.
    pub heading: String,
    /// To whom, and for which part of the year.
    #[serde(skip)]
    name: String,
    /// Received.
    pub received: Vec<YearReport>,
    /// Due and not received.
    pub missing: Vec<YearReport>,
    /// Not due yet.
    pub not_due: Vec<YearReport>,
    /// Whether a table tells what the page's first sentences would.
    #[serde(skip)]
    is_dense: bool,
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
    /// Its later versions.
    pub again: Vec<Version>,
}

/// A year's page under `text`, or the text alone where the year has no page.
pub(crate) fn year_reference(here: Context<'_>, plan: &Plan, year: i16, text: String) -> Reference {
    let has_page = here.progress.plan(&plan.id).report_years().contains(&year);
    let href = has_page.then(|| here.href(&paths::report_year(&plan.id, year)));
    Reference { text, href }
}

/// The tasks that a year's page lists: completed in it, due in it, and without a deadline and ended in it.
///
/// A restricted task stands in no list here: its year is neither its title nor its standing.
fn tasks<'p>(progress: &'p PlanProgress<'_>, year: i16) -> [Branch<'p>; 3] {
    let open = || progress.counted().filter_map(Disclosed::open);
    let due =
        open().filter(|task| task.timing.deadline.is_some_and(|limit| limit.to.year() == year));
    let ended = open().filter(|task| {
        let timing = &task.timing;
        timing.deadline.is_none() && timing.until.is_some_and(|until| until.year() == year)
    });
    let completed = open().filter(|task| completed_in(task) == Some(year));
    [
        Branch::leaf("hoan-thanh", "", completed.map(Disclosed::Open).collect()),
        Branch::of("den-han", "", {
            parted(due.map(Disclosed::Open), |part| format!("den-han-{part}"))
        }),
        Branch::of("het-ky", "", {
            parted(ended.map(Disclosed::Open), |part| format!("het-ky-{part}"))
        }),
    ]
}

/// The years of a plan, each with its pages.
pub(crate) fn all(progress: &PlanProgress<'_>) -> Vec<(i16, PageNumber)> {
    let pages = |year: i16| {
        let tasks = branch::count(&tasks(progress, year));
        PageNumber::all(tasks).map(move |page| (year, page))
    };
    progress.report_years().into_iter().flat_map(pages).collect()
}

/// A page of the reports of a plan in one year: the tasks of the year, and on the first all else.
pub(crate) fn view(here: Context<'_>, plan: &Plan, year: i16, page: PageNumber) -> ReportYearView {
    let progress = here.progress.plan(&plan.id);
    let tasks = tasks(progress, year);
    let first = paths::report_year(&plan.id, year);
    let places = branch::places(first.clone(), &tasks);
    let answer = answer(here, year, &places, &tasks);
    let mut above = here.above_plan(plan);
    above.push((paths::reports(&plan.id), words::reports().to_owned()));
    let description = words::of_year_about(plan.cited(), answer.plain());
    let head = Head::new(pages::report_year_of(year, plan.cited()), description)
        .above(above)
        .feeds(feeds::of_plan(here, plan))
        .source(&plan.source);
    let is_first = page.is_first();
    let reports = if is_first { year_duties(here, plan, year) } else { Vec::new() };
    let years = progress.report_years();
    let link =
        |year: &i16| here.link(&paths::report_year(&plan.id, *year), pages::report_year(year));
    let mut cutter = Cutter::new(page);
    let sections = tasks.each_ref().map(|branch| branch.section(here, &mut cutter, false));
    let [completed, due, ended] = sections;
    ReportYearView {
        frame: here.frame(cutter.head(head, &first)),
        plan: cards::plan_head(here, plan),
        year: year.to_string(),
        answer,
        more: reports.iter().filter(|duty| !duty.is_dense).map(YearDuty::sentence).collect(),
        dense: if is_first { dense(here, plan, year) } else { Vec::new() },
        reports,
        is_first,
        has_completed: !tasks[0].is_empty(),
        has_due: !tasks[1].is_empty(),
        completed,
        due,
        ended,
        pager: cutter.pager(here, &first, Things::Lines),
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
fn answer(
    here: Context<'_>,
    year: i16,
    places: &Places,
    [completed, due, ended]: &[Branch<'_>; 3],
) -> Sentence {
    let total = |branch: &Branch<'_>| places.figure(here, &branch.id, branch.count());
    let counts =
        |branch: &Branch<'_>| column::counts(branch::columns(here, places, branch.below()));
    let completed = match completed.is_empty() {
        true => Sentence::from(words::none_completed()),
        false => Sentence::from(words::completed(total(completed))),
    };
    let due = counts(due).map(|counts| words::fell_due(total(due), counts).into());
    let ended = counts(ended).map(|counts| words::ended(total(ended), counts).into());
    let clauses = [Some(completed), due, ended].into_iter().flatten();
    let clauses = clauses.reduce(|list, next| enumeration::and_further(list, next).into());
    let clauses = clauses.expect("the first clause is always there");
    Sentence::from(words::of_year(Sentence::from(year.to_string()), clauses))
}

impl YearDuty {
    /// "Báo cáo gửi Sở A: trang ghi nhận 3/5 báo cáo đã gửi."
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

/// How many periods of a year get a sentence each; of more a table tells.
const TOLD: usize = 4;

/// The periods of a duty in a year, each with its position.
fn in_year<'a>(
    duty: &'a DutyReports<'_>,
    year: i16,
) -> impl Iterator<Item = (usize, &'a ReportPeriod)> {
    duty.periods.iter().enumerate().filter(move |(_, period)| period.year == year)
}

fn is_dense(duty: &DutyReports<'_>, year: i16) -> bool {
    in_year(duty, year).count() > TOLD || (duty.is_uncounted() && in_year(duty, year).count() > 0)
}

/// The tables of duties with many periods in the year.
fn dense(here: Context<'_>, plan: &Plan, year: i16) -> Vec<DenseDuty> {
    let duties = here.progress.plan(&plan.id).reports.iter();
    let dense = duties.filter(|duty| is_dense(duty, year)).map(|duty| {
        let row = |(position, period): (usize, &ReportPeriod)| {
            let counts = duty.received_in(position);
            let (received, due) = (
                paths::received_fragment(duty.duty, period),
                paths::part_fragment(duty.duty, period),
            );
            let over = period.due.unwrap_or(period.to) < here.as_of();
            DenseRow {
                uncounted: over && duty.is_uncounted(),
                period: cell::period_words(period),
                due: period.due.map(date_view),
                received: (counts.of > 0).then(|| {
                    Ratio::new(
                        Figure::of(counts.n, format!("#{received}")),
                        Figure::of(counts.of, format!("#{due}")),
                    )
                }),
            }
        };
        DenseDuty {
            caption: words::caption_of_year(cell::duty_name(here, plan, duty), year),
            rows: in_year(duty, year).map(row).collect(),
        }
    });
    dense.collect()
}

/// The reports of the year, a section a duty and period.
fn year_duties(here: Context<'_>, plan: &Plan, year: i16) -> Vec<YearDuty> {
    let mut found = Vec::new();
    for duty in &here.progress.plan(&plan.id).reports {
        let is_dense = is_dense(duty, year);
        for (index, period) in in_year(duty, year) {
            let cells = |holds: &dyn Fn(ReportState) -> bool| {
                let rows = duty.rows.iter().filter(|row| holds(row.cells[index].state));
                let reports = rows.map(|row| {
                    let agency = here.agency_then(row.agency, period.to);
                    let key = format!("{}--{}--{}", duty.duty.id, row.agency, period.key());
                    year_report(key, agency, &row.cells[index])
                });
                in_order(reports.collect(), |report| &report.agency.name)
            };
            let name = cell::duty_name(here, plan, duty);
            let heading = words::duty_in_part(&name, cell::within(&cell::period_words(period)));
            let name = match cell::part_words(period) {
                Some(part) => words::duty_in_part(name, cell::within(&part)),
                None => name,
            };
            found.push(YearDuty {
                id: paths::part_fragment(duty.duty, period),
                heading,
                name,
                received: cells(&|state| state.counts().n > 0),
                missing: cells(&|state| state.counts().of > state.counts().n),
                // The table has the dates.
                not_due: match is_dense {
                    true => Vec::new(),
                    false => cells(&|state| state == ReportState::NotYetDue),
                },
                is_dense,
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
        cell: cell::cell_alone(cell),
        sent: cell.report().map(|report| date_view(report.sent)),
        document: cell.report().and_then(cell::document),
        summary: cell.report().and_then(|report| report.summary.clone()),
        again: cell::again(cell),
    }
}
