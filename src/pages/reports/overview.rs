//! A plan's reports: agency × year.
//!
//! In: one plan's reporting duties and the reports received. Out: [`ReportsView`], all that
//! `reports.html` may read.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::{AgencyId, Frequency, Plan, Report};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::feeds;
use crate::pages::parts::figures::{Figure, Ratio};
use crate::pages::parts::sentence::Sentence;
use crate::pages::parts::values::{AgencyLink, Link, PlanHead, Reference};
use crate::pages::reports::list;
use crate::pages::reports::year;
use crate::pages::site::agencies;
use crate::paths::{self, PagePath};
use crate::progress::{self, DutyReports, ReportCell, ReportPeriod, ReportRow, ReportState};
use crate::text::numbers::{integer, to_roman};
use crate::wording;

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

/// One agency in one period.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixCell {
    /// The family.
    pub tone: ReportTone,
    /// The words, such as "chậm 12 ngày".
    pub report: Reference,
}

/// The family that a cell belongs to.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportTone {
    /// Received in time.
    InTime,
    /// Received late.
    Late,
    /// Received, with no due date to compare.
    Received,
    /// Not received after its due date.
    Missing,
    /// Not due yet.
    NotDue,
    /// Not bound by the duty in that period.
    NotBound,
    /// No due date is set and no word came.
    NoInformation,
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
    let head = Head::new(format!("Báo cáo về Kế hoạch {}", plan.number), answer.plain())
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
        return Sentence::new("Kế hoạch không quy định báo cáo định kỳ.");
    };
    if received.of == 0 {
        return Sentence::new("Chưa có báo cáo nào đến kỳ gửi.");
    }
    let undated = plan.duties.iter().any(|duty| duty.due.is_none());
    let undated = if undated {
        " Báo cáo không có ngày gửi trong kế hoạch không bị kết luận là chậm."
    } else {
        ""
    };
    let list = |path: PagePath| here.href(&path);
    Sentence::new("Trang ghi nhận ")
        .figure(Figure::of(received.n, list(paths::reports_received(&plan.id))))
        .text(" trong ")
        .figure(Figure::of(received.of, list(paths::reports_due(&plan.id))))
        .text(format!(" báo cáo phải gửi đến nay.{undated}"))
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
    agencies::in_order(links, |link| &link.name)
}

fn duty_view(here: Context<'_>, plan: &Plan, reports: &DutyReports<'_>) -> DutyView {
    let duty = reports.duty;
    let (first, last) = duty.years;
    let open = reports.not_counted.iter().map(|id| format!("“{}”", here.site().group(id).name));
    let open: Vec<String> = open.collect();
    let open = match &open[..] {
        [] => String::new(),
        names => {
            format!(" Nghĩa vụ này còn giao cho nhóm mở {}, không đếm được.", names.join(", "))
        }
    };
    let onward = duty
        .synthesis_to
        .as_ref()
        .map(|id| format!("; nơi nhận tổng hợp, báo cáo {}", name(here, plan, id)));
    DutyView {
        words: duty.verbatim.clone(),
        point: duty.node.as_ref().map(|node| here.node_link(plan, node)),
        summary: Sentence::default()
            .figure(Figure::of(reports.rows.len(), format!("#{}", matrix_id(reports))))
            .text(format!(
                " cơ quan gửi báo cáo cho {} {}, từ năm {first} đến năm {last}{}.{open}",
                name(here, plan, &duty.to),
                wording::frequency(duty.frequency),
                onward.unwrap_or_default(),
            )),
        due: match duty.due {
            Some((month, day)) => {
                format!("Hạn gửi: {day:02}/{month:02} ngay trước hoặc sau ngày cuối kỳ báo cáo.")
            }
            None => {
                "Kế hoạch không quy định ngày gửi, nên trang không kết luận báo cáo nào là chậm."
                    .to_owned()
            }
        },
    }
}

fn name(here: Context<'_>, plan: &Plan, id: &AgencyId) -> String {
    here.agency_then(id, plan.issued).name
}

fn matrix(here: Context<'_>, plan: &Plan, duty: &DutyReports<'_>) -> ReportMatrix {
    let frequency = duty.duty.frequency;
    let column = |period: &ReportPeriod| {
        here.link(&paths::report_year(&plan.id, period.year), short_period_words(frequency, period))
    };
    let (received, due) =
        (here.href(&paths::reports_received(&plan.id)), here.href(&paths::reports_due(&plan.id)));
    let listed = |counts: progress::Ratio, row: Option<&ReportRow<'_>>| {
        let fragment = list::fragment(duty, row);
        Ratio::new(
            Figure::of(counts.n, format!("{received}#{fragment}")),
            Figure::of(counts.of, format!("{due}#{fragment}")),
        )
    };
    let row = |row: &ReportRow<'_>| MatrixRow {
        agency: here.agency_then(row.agency, plan.issued),
        cells: row.cells.iter().map(cell).collect(),
        total: listed(row.received(), Some(row)),
    };
    let column_total = |position: usize, period: &ReportPeriod| {
        let counts = duty.received_in(position);
        let page = here.href(&paths::report_year(&plan.id, period.year));
        let fragment = year::fragment(duty, period);
        Ratio::new(
            Figure::of(counts.n, format!("{page}#{fragment}-da-gui")),
            Figure::of(counts.of, format!("{page}#{fragment}")),
        )
    };
    let rows = agencies::in_order(duty.rows.iter().map(row).collect(), |row| &row.agency.name);
    let periods_words: Vec<String> =
        duty.periods.iter().map(|period| short_period_words(frequency, period)).collect();
    let (first, last) = duty.duty.years;
    let periods = duty.periods.iter().enumerate();
    ReportMatrix {
        id: matrix_id(duty),
        caption: format!("Báo cáo gửi {}, {first}–{last}", name(here, plan, &duty.duty.to)),
        columns: duty.periods.iter().map(column).collect(),
        strips: rows.iter().map(|row| strip(row, &periods_words)).collect(),
        rows,
        totals: periods.map(|(position, period)| column_total(position, period)).collect(),
        total: listed(duty.received(), None),
    }
}

fn strip(row: &MatrixRow, periods: &[String]) -> Strip {
    let count = row.cells.len();
    let words = periods.iter().zip(&row.cells);
    let words: Vec<String> =
        words.map(|(period, cell)| format!("{period} {}", cell.report.text)).collect();
    let square = |(at, cell): (usize, &MatrixCell)| Square {
        tone: cell.tone,
        sign: sign(cell.tone),
        x: cards::percent_of(at, count),
        middle: cards::percent_of(2 * at + 1, 2 * count),
        width: cards::percent_of(1, count),
    };
    Strip {
        agency: row.agency.clone(),
        label: words.join(", "),
        squares: row.cells.iter().enumerate().map(square).collect(),
    }
}

/// The sign of a square, the same as before the words of a cell.
fn sign(tone: ReportTone) -> &'static str {
    match tone {
        ReportTone::InTime | ReportTone::Received => "✓",
        ReportTone::Late => "!",
        ReportTone::Missing => "×",
        ReportTone::NotDue => "○",
        ReportTone::NotBound => "",
        ReportTone::NoInformation => "–",
    }
}

fn matrix_id(duty: &DutyReports<'_>) -> String {
    format!("bang-{}", duty.duty.id)
}

/// "Báo cáo gửi Sở Thông tin và Truyền thông".
pub(crate) fn duty_name(here: Context<'_>, plan: &Plan, duty: &DutyReports<'_>) -> String {
    format!("Báo cáo gửi {}", name(here, plan, &duty.duty.to))
}

/// A report's number and address, where either is known.
pub(crate) fn document(report: &Report) -> Option<Reference> {
    (report.number.is_some() || report.url.is_some()).then(|| Reference {
        text: report.number.clone().unwrap_or_else(|| "văn bản báo cáo".to_owned()),
        href: report.url.clone(),
    })
}

/// The same as [`cell`] for a place where the document beside it carries the address.
pub(crate) fn cell_without_address(report: &ReportCell<'_>) -> MatrixCell {
    let mut shown = cell(report);
    shown.report.href = None;
    shown
}

/// An agency in one period, with the report's address where it has one.
pub(crate) fn cell(cell: &ReportCell<'_>) -> MatrixCell {
    let text = match cell.state {
        ReportState::Late { days } => format!("chậm {} ngày", integer(i64::from(days))),
        state => label(tone(state)).to_owned(),
    };
    let href = cell.report.and_then(|report| report.url.clone());
    MatrixCell { tone: tone(cell.state), report: Reference { text, href } }
}

/// "Năm 2016", "Kỳ 2 năm 2016", "Quý IV năm 2016".
pub(crate) fn period_words(frequency: Frequency, period: &ReportPeriod) -> String {
    match part_words(frequency, period) {
        Some(part) => format!("{part} năm {}", period.year),
        None => format!("Năm {}", period.year),
    }
}

/// The part of the year, where a year has several: "Kỳ 2", "Quý IV".
pub(crate) fn part_words(frequency: Frequency, period: &ReportPeriod) -> Option<String> {
    match frequency {
        Frequency::Yearly => None,
        Frequency::HalfYearly => Some(format!("Kỳ {}", period.part)),
        Frequency::Quarterly => Some(format!("Quý {}", to_roman(u32::from(period.part)))),
    }
}

/// "2016", "Kỳ 2/2016", "Quý IV/2016".
fn short_period_words(frequency: Frequency, period: &ReportPeriod) -> String {
    match part_words(frequency, period) {
        Some(part) => format!("{part}/{}", period.year),
        None => period.year.to_string(),
    }
}

fn tone(state: ReportState) -> ReportTone {
    match state {
        ReportState::InTime => ReportTone::InTime,
        ReportState::Late { .. } => ReportTone::Late,
        ReportState::Received => ReportTone::Received,
        ReportState::NotSent => ReportTone::Missing,
        ReportState::NotBound => ReportTone::NotBound,
        ReportState::NotYetDue => ReportTone::NotDue,
        ReportState::NoInformation => ReportTone::NoInformation,
    }
}

fn label(tone: ReportTone) -> &'static str {
    match tone {
        ReportTone::InTime => "đúng hạn",
        ReportTone::Late => "chậm n ngày",
        ReportTone::Received => "đã gửi",
        ReportTone::Missing => "chưa gửi",
        ReportTone::NotDue => "chưa đến hạn",
        ReportTone::NotBound => "không phải gửi",
        ReportTone::NoInformation => "chưa có thông tin",
    }
}

fn meaning(tone: ReportTone) -> &'static str {
    match tone {
        ReportTone::InTime => "Báo cáo được gửi trong thời hạn.",
        ReportTone::Late => "Báo cáo được gửi sau thời hạn, kèm số ngày chậm.",
        ReportTone::Received => "Báo cáo đã gửi; kế hoạch không quy định ngày gửi để so.",
        ReportTone::Missing => "Đã qua ngày phải gửi mà trang chưa ghi nhận báo cáo.",
        ReportTone::NotDue => "Kỳ báo cáo chưa kết thúc hoặc chưa đến ngày phải gửi.",
        ReportTone::NotBound => {
            "Vào cuối kỳ, cơ quan chưa thành lập, đã kết thúc hoạt động hoặc không thuộc nhóm phải gửi."
        }
        ReportTone::NoInformation => {
            "Kỳ báo cáo đã qua, kế hoạch không quy định ngày gửi và trang chưa tìm thấy báo cáo; không có nghĩa là không gửi."
        }
    }
}

/// The words that some cell has.
fn legend(duties: &[DutyReports<'_>]) -> Vec<LegendItem> {
    let cells = duties.iter().flat_map(|duty| &duty.rows).flat_map(|row| &row.cells);
    let tones: BTreeSet<ReportTone> = cells.map(|cell| tone(cell.state)).collect();
    let item = |tone| LegendItem {
        tone,
        label: label(tone).to_owned(),
        meaning: meaning(tone).to_owned(),
    };
    tones.into_iter().map(item).collect()
}
