//! The ready lists by state: overdue, due soon, no information, done.
//!
//! In: progress on the page's date. Out: [`WorkingListView`], all that `working-list.html` may read.

use serde::Serialize;

use crate::pages::common::TaskGroup;
use crate::pages::figures::Count;
use crate::pages::frame::Frame;

/// What `working-list.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct WorkingListView {
    /// What every page shares.
    pub frame: Frame,
    /// One sentence: how many.
    pub answer: String,
    /// What belongs in the list and what does not.
    pub explanation: String,
    /// The tasks, a group a plan.
    pub plans: Vec<TaskGroup>,
    /// The other lists, and their sizes.
    pub lists: Vec<Count>,
}
