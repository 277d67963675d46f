//! All tasks of a plan.
//!
//! In: one plan's progress. Out: [`TasksView`], all that `tasks.html` may read.

use serde::Serialize;

use crate::pages::common::{PlanHead, TaskGroup};
use crate::pages::figures::Count;
use crate::pages::frame::Frame;

/// What `tasks.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct TasksView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// One sentence: how many tasks, how many done, how many overdue.
    pub answer: String,
    /// Ready lists by state, and their sizes.
    pub lists: Vec<Count>,
    /// The groups, in the order of the text.
    pub groups: Vec<TaskGroup>,
    /// What the source's numbering skips, and the like.
    pub notes: Vec<String>,
}
