//! Where the plan's text and its tasks do not meet.
//!
//! In: one plan's points and tasks. Out: [`CoverageView`], all that `coverage.html` may read.

use serde::Serialize;

use crate::pages::common::{PlanHead, TaskCard};
use crate::pages::frame::Frame;
use crate::pages::task::PointView;
use crate::pages::text::TextTask;

/// What `coverage.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct CoverageView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// One sentence: how many points have tasks, how many have none.
    pub answer: String,
    /// The points that no task carries out.
    pub points_without_task: Vec<PointView>,
    /// The tasks that carry out no point.
    pub tasks_without_point: Vec<TaskCard>,
    /// The others, in the order of the text.
    pub pairs: Vec<CoveredPoint>,
}

/// A point and its tasks.
#[derive(Clone, Debug, Serialize)]
pub struct CoveredPoint {
    /// The point.
    pub point: PointView,
    /// Its tasks.
    pub tasks: Vec<TextTask>,
}
