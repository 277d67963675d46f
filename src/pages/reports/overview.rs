//! A plan's reports: agency × year.
//!
//! In: one plan's reporting duties and the reports received. Out: [`ReportsView`], all that
//! `reports.html` may read.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::{AgencyId, GroupId, Plan, ReportingDuty, Round};
use crate::pages::context::{Context, Head, date_view};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::feeds;
use crate::pages::parts::figures::{Figure, Ratio};
use crate::pages::parts::sentence::Sentence;
use crate::pages::reports::cell::{self, MatrixCell, ReportTone};
use crate::pages::reports::year::year_reference;
use crate::pages::values::{AgencyLink, DateView, Link, PlanHead, Reference};
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
    /// By when, or that the plan names no date; a sentence for each way in which the duty recurs.
    pub dues: Vec<String>,
}

/// The matrix of a duty.
#[derive(Clone, Debug, Serialize)]
pub struct ReportMatrix {
    /// The fragment.
    pub id: String,
    /// The caption.
    pub caption: String,
    /// The periods, each with its year's page.
    pub columns: Vec<Reference>,
    /// What every report of the matrix is, where all are alike: then no row has cells.
    pub alike: Option<&'static str>,
    /// The agencies, in Vietnamese order.
    pub rows: Vec<MatrixRow>,
    /// Received of due, a column each.
    pub totals: Vec<Ratio>,
    /// Received of due in all.
    pub total: Ratio,
    /// Where the periods are too many for columns: a column a year, and nothing of the above but caption and total.
    pub by_year: Option<YearMatrix>,
    /// Where only classes report, of which nobody can count who did: the periods, and nothing else but the caption.
    pub uncounted: Vec<UncountedPeriod>,
}

/// A period, or a year of them, of a duty of classes.
#[derive(Clone, Debug, Serialize)]
pub struct UncountedPeriod {
    /// The period, with its year's page if that exists.
    pub period: Reference,
    /// By when its reports are due; none where the site names no date, or the row is a year.
    pub due: Option<DateView>,
}

/// A matrix with a column a year.
#[derive(Clone, Debug, Serialize)]
pub struct YearMatrix {
    /// The years, each with its page.
    pub columns: Vec<Reference>,
    /// The agencies, in Vietnamese order.
    pub rows: Vec<YearRow>,
}

/// An agency's row of a matrix by year.
#[derive(Clone, Debug, Serialize)]
pub struct YearRow {
    /// The agency.
    pub agency: AgencyLink,
    /// Received of due, a year each.
    pub cells: Vec<Ratio>,
    /// Received of due in all.
    pub total: Ratio,
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
        return Sentence::from(words::no_duty());
    };
    let duties = here.progress.plan(&plan.id).reports.iter();
    let open: BTreeSet<_> = duties
        .filter(|duty| duty.is_due_uncounted(here.as_of()))
        .flat_map(|duty| &duty.not_counted)
        .collect();
    let open = (!open.is_empty()).then(|| open_groups(here, open.into_iter().copied()));
    if received.of == 0 {
        return match open {
            Some(open) => Sentence::from(words::uncounted(open)),
            None => Sentence::from(words::none_due()),
        };
    }
    let n = Figure::of(received.n, here.href(&paths::reports_received(&plan.id)));
    let of = Figure::of(received.of, here.href(&paths::reports_due(&plan.id)));
    let answer = Sentence::from(
        match plan.duties.iter().flat_map(|duty| &duty.rounds).any(|round| round.due.is_none()) {
            true => words::received_undated(n, of),
            false => words::received(n, of),
        },
    );
    match open {
        Some(open) => Sentence::from(words::received_open(answer, open)),
        None => answer,
    }
}

/// "“Các sở, ngành liên quan”".
fn open_groups<'a>(here: Context<'_>, groups: impl Iterator<Item = &'a GroupId>) -> String {
    enumeration::of(groups.map(|id| words::open_group(&here.site().group(id).name)))
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
    let (often, span) = (cell::often(duty), cell::span_words(duty));
    let open = reports.not_counted.iter().copied();
    let open = (!reports.not_counted.is_empty()).then(|| open_groups(here, open));
    let onward = duty.synthesis_to.as_ref().map(|id| name(here, plan, id));
    let summary = Sentence::from(match (onward, open) {
        (None, Some(open)) if reports.is_uncounted() => words::duty_of_class(open, to, often, span),
        (Some(onward), Some(open)) if reports.is_uncounted() => {
            words::duty_of_class_onward(open, to, often, span, onward)
        }
        (None, None) => words::duty(agencies, to, often, span),
        (None, Some(open)) => words::duty_open(agencies, to, often, span, open),
        (Some(onward), None) => words::duty_onward(agencies, to, often, span, onward),
        (Some(onward), Some(open)) => {
            words::duty_onward_open(agencies, to, often, span, onward, open)
        }
    });
    DutyView {
        words: duty.verbatim.to_string(),
        point: duty.node.as_ref().map(|node| here.node_link(plan, node)),
        summary,
        dues: dues(duty),
    }
}

/// By when: in a sentence, or in one for each frequency.
fn dues(duty: &ReportingDuty) -> Vec<String> {
    let alone = duty.rounds.len() == 1;
    let sentence = |round: &Round| match &round.due {
        Some((due, _)) if alone => words::due(cell::due_words(due)),
        Some((due, _)) => words::due_of(round.frequency.label(), cell::due_words(due)),
        None if alone => words::undated().to_owned(),
        None => words::undated_of(round.frequency.label()),
    };
    duty.rounds.iter().map(sentence).collect()
}

fn name(here: Context<'_>, plan: &Plan, id: &AgencyId) -> String {
    here.agency_then(id, plan.issued).name
}

fn matrix(here: Context<'_>, plan: &Plan, duty: &DutyReports<'_>) -> ReportMatrix {
    let years = cell::span_short(duty.duty);
    let duty_name = cell::duty_name(here, plan, duty);
    let mut matrix = ReportMatrix {
        id: matrix_id(duty),
        caption: words::caption(&duty_name, &years),
        columns: Vec::new(),
        alike: None,
        rows: Vec::new(),
        totals: Vec::new(),
        total: listed(here, plan, duty.received(), &paths::duty_fragment(&duty.duty.id, None)),
        by_year: None,
        uncounted: Vec::new(),
    };
    if duty.is_uncounted() {
        matrix.caption = words::caption_of_class(words::caption(&duty_name, &years));
        matrix.uncounted = uncounted(here, plan, duty);
    } else if duty.is_dense() {
        matrix.caption = words::caption_by_year(&duty_name, &years);
        matrix.by_year = Some(by_year(here, plan, duty));
    } else {
        by_period(here, plan, duty, &mut matrix);
    }
    matrix
}

/// So many received of so many due, as they stand in the lists of reports at `fragment`.
fn listed(here: Context<'_>, plan: &Plan, counts: progress::Ratio, fragment: &str) -> Ratio {
    let (received, due) =
        (here.href(&paths::reports_received(&plan.id)), here.href(&paths::reports_due(&plan.id)));
    Ratio::new(
        Figure::of(counts.n, format!("{received}#{fragment}")),
        Figure::of(counts.of, format!("{due}#{fragment}")),
    )
}

fn by_period(here: Context<'_>, plan: &Plan, duty: &DutyReports<'_>, matrix: &mut ReportMatrix) {
    let column = |period: &ReportPeriod| {
        year_reference(here, plan, period.year, cell::short_period_words(period))
    };
    let mut tones = duty.rows.iter().flat_map(|row| &row.cells).map(|it| cell::tone(it.state));
    let first = tones.next();
    let alike = first.filter(|tone| duty.rows.len() > 1 && tones.all(|other| other == *tone));
    matrix.alike = alike.filter(|tone| tone.is_silent()).map(cell::label);
    let is_alike = matrix.alike.is_some();
    let cells = |row: &ReportRow<'_>| row.cells.iter().map(cell::cell).collect();
    let row = |row: &ReportRow<'_>| MatrixRow {
        agency: here.agency_then(row.agency, plan.issued),
        cells: if is_alike { Vec::new() } else { cells(row) },
        total: of_agency(here, plan, duty, row),
    };
    let column_total = |position: usize, period: &ReportPeriod| {
        let counts = duty.received_in(position);
        let page = here.href(&paths::report_year(&plan.id, period.year));
        let (received, due) =
            (paths::received_fragment(duty.duty, period), paths::part_fragment(duty.duty, period));
        Ratio::new(
            Figure::of(counts.n, format!("{page}#{received}")),
            Figure::of(counts.of, format!("{page}#{due}")),
        )
    };
    matrix.columns = duty.periods.iter().map(column).collect();
    matrix.rows = in_order(duty.rows.iter().map(row).collect(), |row| &row.agency.name);
    let periods = duty.periods.iter().enumerate();
    matrix.totals = periods.map(|(position, period)| column_total(position, period)).collect();
}

/// The periods of a duty of classes; of many the years alone.
fn uncounted(here: Context<'_>, plan: &Plan, duty: &DutyReports<'_>) -> Vec<UncountedPeriod> {
    if duty.is_dense() {
        let years: BTreeSet<i16> = duty.periods.iter().map(|period| period.year).collect();
        let row = |year: i16| UncountedPeriod {
            period: year_reference(here, plan, year, words::year(year)),
            due: None,
        };
        return years.into_iter().map(row).collect();
    }
    let row = |period: &ReportPeriod| UncountedPeriod {
        period: year_reference(here, plan, period.year, cell::period_words(period)),
        due: period.due.map(date_view),
    };
    duty.periods.iter().map(row).collect()
}

fn by_year(here: Context<'_>, plan: &Plan, duty: &DutyReports<'_>) -> YearMatrix {
    let years: BTreeSet<i16> = duty.periods.iter().map(|period| period.year).collect();
    let row = |row: &ReportRow<'_>| {
        let cell = |year: &i16| {
            let counts = duty.received_in_year(row, *year);
            let fragment = paths::duty_year_fragment(&duty.duty.id, row.agency, *year);
            listed(here, plan, counts, &fragment)
        };
        YearRow {
            agency: here.agency_then(row.agency, plan.issued),
            cells: years.iter().map(cell).collect(),
            total: of_agency(here, plan, duty, row),
        }
    };
    let column = |year: &i16| year_reference(here, plan, *year, year.to_string());
    YearMatrix {
        columns: years.iter().map(column).collect(),
        rows: in_order(duty.rows.iter().map(row).collect(), |row| &row.agency.name),
    }
}

fn of_agency(here: Context<'_>, plan: &Plan, duty: &DutyReports<'_>, row: &ReportRow<'_>) -> Ratio {
    let fragment = paths::duty_fragment(&duty.duty.id, Some(row.agency));
    listed(here, plan, row.received(), &fragment)
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
