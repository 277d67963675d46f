//! The list of plans.
//!
//! In: progress on the page's date. Out: [`PlansView`], all that `plans.html` may read.

use serde::Serialize;

use crate::pages::frame::Frame;
use crate::pages::home::PlanCard;

/// What `plans.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct PlansView {
    /// What every page shares.
    pub frame: Frame,
    /// One sentence: how many plans, how many tasks.
    pub answer: String,
    /// The plans, newest first.
    pub plans: Vec<PlanCard>,
}
