//! A plan's reports: agency × year.
//!
//! In: one plan's reporting duties and the reports received. Out: [`ReportsView`], all that
//! `reports.html` may read.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::{AgencyId, Plan};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::feeds;
use crate::pages::parts::figures::{self, Figure, Ratio};
use crate::pages::parts::sentence::Sentence;
use crate::pages::reports::cell::{self, MatrixCell, ReportTone};
use crate::pages::values::{AgencyLink, Link, PlanHead};
use crate::paths;
use crate::progress::{self, DutyReports, ReportPeriod, ReportRow};
use crate::text::in_order;
use crate::vocabulary::enumeration;
use crate::vocabulary::reports as words;

/// What `reports.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct ReportsView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// One sentence: how many received of how many due.
    pub answer: Sentence,
    /// The duties.
    pub duties: Vec<DutyView>,
    /// One matrix a duty.
    pub matrices: Vec<ReportMatrix>,
    /// The agencies of which no report is known though one was due, in Vietnamese order.
    pub never: Vec<AgencyLink>,
    /// How many they are.
    pub never_count: Figure,
    /// What each cell's words mean.
    pub legend: Vec<LegendItem>,
}

/// A duty to report.
#[derive(Clone, Debug, Serialize)]
pub struct DutyView {
    /// The plan's own words.
    pub words: String,
    /// The place in the full text.
    pub point: Option<Link>,
    /// Who reports to whom, how often, in a sentence.
    pub summary: Sentence,
    /// By when, or that the plan names no date.
    pub due: String,
}

/// The matrix of a duty.
#[derive(Clone, Debug, Serialize)]
pub struct ReportMatrix {
    /// The fragment.
    pub id: String,
    /// The caption.
    pub caption: String,
    /// The periods, each with its year's page.
    pub columns: Vec<Link>,
    /// The same as a picture, an agency a strip.
    pub strips: Vec<Strip>,
    /// The agencies, in Vietnamese order.
    pub rows: Vec<MatrixRow>,
    /// Received of due, a column each.
    pub totals: Vec<Ratio>,
    /// Received of due in all.
    pub total: Ratio,
}

/// An agency's reports as a strip of squares.
#[derive(Clone, Debug, Serialize)]
pub struct Strip {
    /// The agency.
    pub agency: AgencyLink,
    /// What the strip shows, in words.
    pub label: String,
    /// The squares, oldest period first.
    pub squares: Vec<Square>,
}

/// One period of a strip.
#[derive(Clone, Debug, Serialize)]
pub struct Square {
    /// The family.
    pub tone: ReportTone,
    /// Its sign, which tells it without colour.
    pub sign: &'static str,
    /// Where it begins.
    pub x: String,
    /// Where its middle is.
    pub middle: String,
    /// How wide it is.
    pub width: String,
}

/// An agency's row.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixRow {
    /// The agency.
    pub agency: AgencyLink,
    /// Its cells, in the order of the columns.
    pub cells: Vec<MatrixCell>,
    /// Received of due.
    pub total: Ratio,
}

/// A line of the legend.
#[derive(Clone, Debug, Serialize)]
pub struct LegendItem {
    /// The family.
    pub tone: ReportTone,
    /// The words.
    pub label: String,
    /// What they mean.
    pub meaning: String,
}

/// The reports of a plan.
pub(crate) fn view(here: Context<'_>, plan: &Plan) -> ReportsView {
    let duties = &here.progress.plan(&plan.id).reports;
    let answer = answer(here, plan);
    let head = Head::new(words::of_plan(plan.cited()), answer.plain())
        .above(here.above_plan(plan))
        .feeds(feeds::of_plan(here, plan))
        .source(&plan.source);
    let never = never(here, plan, duties);
    ReportsView {
        never_count: Figure::of(never.len(), "#chua-lan-nao"),
        never,
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        answer,
        duties: duties.iter().map(|duty| duty_view(here, plan, duty)).collect(),
        matrices: duties.iter().map(|duty| matrix(here, plan, duty)).collect(),
        legend: legend(duties),
    }
}

fn answer(here: Context<'_>, plan: &Plan) -> Sentence {
    let Some(received) = here.progress.plan(&plan.id).measures().reports else {
        return Sentence::from(words::no_duty(plan.kind.label()));
    };
    if received.of == 0 {
        return Sentence::from(words::none_due());
    }
    let n = Figure::of(received.n, here.href(&paths::reports_received(&plan.id)));
    let of = Figure::of(received.of, here.href(&paths::reports_due(&plan.id)));
    Sentence::from(match plan.duties.iter().any(|duty| duty.due.is_none()) {
        true => words::received_undated(n, of),
        false => words::received(n, of),
    })
}

/// The agencies that had reports due and none received under any duty.
fn never(here: Context<'_>, plan: &Plan, duties: &[DutyReports<'_>]) -> Vec<AgencyLink> {
    let mut sums: BTreeMap<&AgencyId, progress::Ratio> = BTreeMap::new();
    for row in duties.iter().flat_map(|duty| &duty.rows) {
        let sum = sums.entry(row.agency).or_default();
        *sum = [*sum, row.received()].into_iter().sum();
    }
    let never = sums.into_iter().filter(|(_, sum)| sum.n == 0 && sum.of > 0);
    let links = never.map(|(id, _)| here.agency_then(id, plan.issued)).collect();
    in_order(links, |link| &link.name)
}

fn duty_view(here: Context<'_>, plan: &Plan, reports: &DutyReports<'_>) -> DutyView {
    let duty = reports.duty;
    let agencies = Figure::of(reports.rows.len(), format!("#{}", matrix_id(reports)));
    let to = name(here, plan, &duty.to);
    let often = duty.frequency.label();
    let (first, last) = (duty.years.0.to_string(), duty.years.1.to_string());
    let open = reports.not_counted.iter().map(|id| words::open_group(&here.site().group(id).name));
    let open = (!reports.not_counted.is_empty()).then(|| enumeration::of(open));
    let onward = duty.synthesis_to.as_ref().map(|id| name(here, plan, id));
    let summary = Sentence::from(match (onward, open) {
        (None, None) => words::duty(agencies, to, often, first, last),
        (None, Some(open)) => words::duty_open(agencies, to, often, first, last, open),
        (Some(onward), None) => words::duty_onward(agencies, to, often, first, last, onward),
        (Some(onward), Some(open)) => {
            words::duty_onward_open(agencies, to, often, first, last, onward, open)
        }
    });
    DutyView {
        words: duty.verbatim.clone(),
        point: duty.node.as_ref().map(|node| here.node_link(plan, node)),
        summary,
        due: match duty.due {
            Some((month, day)) => words::due(day, month),
            None => words::undated().to_owned(),
        },
    }
}

fn name(here: Context<'_>, plan: &Plan, id: &AgencyId) -> String {
    here.agency_then(id, plan.issued).name
}

fn matrix(here: Context<'_>, plan: &Plan, duty: &DutyReports<'_>) -> ReportMatrix {
    let (id, frequency) = (&duty.duty.id, duty.duty.frequency);
    let column = |period: &ReportPeriod| {
        here.link(
            &paths::report_year(&plan.id, period.year),
            cell::short_period_words(frequency, period),
        )
    };
    let (received, due) =
        (here.href(&paths::reports_received(&plan.id)), here.href(&paths::reports_due(&plan.id)));
    let listed = |counts: progress::Ratio, row: Option<&ReportRow<'_>>| {
        let fragment = paths::duty_fragment(&duty.duty.id, row.map(|row| row.agency));
        Ratio::new(
            Figure::of(counts.n, format!("{received}#{fragment}")),
            Figure::of(counts.of, format!("{due}#{fragment}")),
        )
    };
    let row = |row: &ReportRow<'_>| MatrixRow {
        agency: here.agency_then(row.agency, plan.issued),
        cells: row.cells.iter().map(cell::cell).collect(),
        total: listed(row.received(), Some(row)),
    };
    let column_total = |position: usize, period: &ReportPeriod| {
        let counts = duty.received_in(position);
        let page = here.href(&paths::report_year(&plan.id, period.year));
        Ratio::new(
            Figure::of(counts.n, format!("{page}#{}", paths::received_fragment(id, period.part))),
            Figure::of(counts.of, format!("{page}#{}", paths::part_fragment(id, period.part))),
        )
    };
    let rows = in_order(duty.rows.iter().map(row).collect(), |row| &row.agency.name);
    let periods_words: Vec<String> =
        duty.periods.iter().map(|period| cell::short_period_words(frequency, period)).collect();
    let (first, last) = duty.duty.years;
    let periods = duty.periods.iter().enumerate();
    ReportMatrix {
        id: matrix_id(duty),
        caption: words::caption(name(here, plan, &duty.duty.to), first, last),
        columns: duty.periods.iter().map(column).collect(),
        strips: rows.iter().map(|row| strip(row, &periods_words)).collect(),
        rows,
        totals: periods.map(|(position, period)| column_total(position, period)).collect(),
        total: listed(duty.received(), None),
    }
}

fn strip(row: &MatrixRow, periods: &[String]) -> Strip {
    let count = row.cells.len();
    let cells = periods.iter().zip(&row.cells);
    let cells = cells.map(|(period, cell)| words::square(period, &cell.report.text));
    let square = |(at, cell): (usize, &MatrixCell)| Square {
        tone: cell.tone,
        sign: cell::sign(cell.tone),
        x: figures::percent_of(at, count),
        middle: figures::percent_of(2 * at + 1, 2 * count),
        width: figures::percent_of(1, count),
    };
    Strip {
        agency: row.agency.clone(),
        label: enumeration::of(cells),
        squares: row.cells.iter().enumerate().map(square).collect(),
    }
}

fn matrix_id(duty: &DutyReports<'_>) -> String {
    format!("bang-{}", duty.duty.id)
}

/// The words that some cell has.
fn legend(duties: &[DutyReports<'_>]) -> Vec<LegendItem> {
    let cells = duties.iter().flat_map(|duty| &duty.rows).flat_map(|row| &row.cells);
    let tones: BTreeSet<ReportTone> = cells.map(|cell| cell::tone(cell.state)).collect();
    let item = |tone| LegendItem {
        tone,
        label: cell::label(tone).to_owned(),
        meaning: cell::meaning(tone).to_owned(),
    };
    tones.into_iter().map(item).collect()
}
