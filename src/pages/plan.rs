//! A plan's dashboard.
//!
//! In: one plan's progress. Out: [`PlanView`], all that `plan.html` may read.

use serde::Serialize;

use crate::pages::common::{DateView, Link, PlanHead, Run, TaskCard};
use crate::pages::figures::{Bar, FigureTable, FourCells, GroupBar, Ledger, Measure};
use crate::pages::frame::Frame;
use crate::pages::history::{RelatedView, UpdateItem};

/// What `plan.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct PlanView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// The abstract, verbatim.
    pub title: Vec<Run>,
    /// Who issued it, such as "UBND tỉnh Thanh Hóa".
    pub issuer: String,
    /// When.
    pub issued: DateView,
    /// First and last year, such as "2015–2020".
    pub period: String,
    /// The plan's own state, such as "Hết kỳ, chưa tổng kết".
    pub state: String,
    /// The first sentence: the answer.
    pub answer: String,
    /// The sentences that complete it.
    pub more: Vec<String>,
    /// The bar under the answer, over all live tasks.
    pub bar: Bar,
    /// Finished or not, in time or late, and silence apart.
    pub cells: FourCells,
    /// The overdue tasks, oldest deadline first.
    pub overdue: Vec<TaskCard>,
    /// The groups of tasks, in the order of the text.
    pub groups: Vec<GroupBar>,
    /// By agency.
    pub agencies: FigureTable,
    /// By year of deadline.
    pub years: FigureTable,
    /// The latest changes.
    pub updates: Vec<UpdateItem>,
    /// The page of all the plan's changes.
    pub updates_page: String,
    /// How the denominator comes about.
    pub ledger: Ledger,
    /// M1 to M6.
    pub measures: Vec<Measure>,
    /// The page that explains them.
    pub method_page: Link,
    /// Facts about the whole plan; they set no task's standing.
    pub related: Vec<RelatedView>,
    /// Editorial notes.
    pub notes: Vec<String>,
}
