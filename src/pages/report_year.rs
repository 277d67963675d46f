//! A plan's reports of one year.
//!
//! In: the reports received for the year, and the tasks due or done in it. Out:
//! [`ReportYearView`], all that `report-year.html` may read.

use serde::Serialize;

use crate::pages::common::{AgencyLink, DateView, Link, PlanHead, Reference, TaskCard};
use crate::pages::figures::Count;
use crate::pages::frame::Frame;
use crate::pages::reports::MatrixCell;

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
