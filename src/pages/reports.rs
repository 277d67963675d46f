//! A plan's reports: agency × year.
//!
//! In: one plan's reporting duties and the reports received. Out: [`ReportsView`], all that
//! `reports.html` may read.

use serde::Serialize;

use crate::pages::common::{AgencyLink, Link, PlanHead, Reference};
use crate::pages::figures::Ratio;
use crate::pages::frame::Frame;

/// What `reports.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct ReportsView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// One sentence: how many received of how many due.
    pub answer: String,
    /// The duties.
    pub duties: Vec<DutyView>,
    /// One matrix a duty.
    pub matrices: Vec<ReportMatrix>,
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
    pub summary: String,
    /// By when, or that the plan names no date.
    pub due: String,
}

/// The matrix of a duty.
#[derive(Clone, Debug, Serialize)]
pub struct ReportMatrix {
    /// The caption.
    pub caption: String,
    /// The periods, each with its year's page.
    pub columns: Vec<Link>,
    /// The agencies, in Vietnamese order.
    pub rows: Vec<MatrixRow>,
    /// Received of due, a column each.
    pub totals: Vec<Ratio>,
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

/// One agency in one period.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixCell {
    /// The family.
    pub tone: ReportTone,
    /// The words, such as "chậm 12 ngày".
    pub report: Reference,
}

/// The family that a cell belongs to.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
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
