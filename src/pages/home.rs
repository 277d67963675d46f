//! The home page: the answer over all plans.
//!
//! In: progress on the page's date. Out: [`HomeView`], all that `home.html` may read.

use serde::Serialize;

use crate::pages::common::{DateView, Link, TaskCard};
use crate::pages::figures::{Bar, Ledger};
use crate::pages::frame::Frame;
use crate::pages::history::UpdateItem;

/// What `home.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// What every page shares.
    pub frame: Frame,
    /// The first sentence: the answer.
    pub answer: String,
    /// The sentences that complete it, such as on overdue tasks and on silence.
    pub more: Vec<String>,
    /// The bar under the answer, over all live tasks.
    pub bar: Bar,
    /// The plans, newest first.
    pub plans: Vec<PlanCard>,
    /// The overdue tasks, oldest deadline first.
    pub overdue: Vec<TaskCard>,
    /// The page of all overdue tasks.
    pub overdue_page: String,
    /// How the denominator comes about.
    pub ledger: Ledger,
    /// The latest changes.
    pub updates: Vec<UpdateItem>,
    /// The page of all changes.
    pub updates_page: String,
    /// Where to go next.
    pub guides: Vec<Link>,
}

/// A plan in a list of plans.
#[derive(Clone, Debug, Serialize)]
pub struct PlanCard {
    /// The plan's page; its words are the number, such as "Kế hoạch 111/KH-UBND".
    pub link: Link,
    /// What citizens call it.
    pub short_name: String,
    /// Who issued it.
    pub issuer: String,
    /// When.
    pub issued: DateView,
    /// First and last year, such as "2015–2020".
    pub period: String,
    /// The plan's own state, such as "Hết kỳ, chưa tổng kết".
    pub state: String,
    /// The plan's answer, in a sentence.
    pub answer: String,
    /// The bar under it.
    pub bar: Bar,
}
