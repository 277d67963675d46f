//! Every change of a plan.
//!
//! In: one plan's events and corrections. Out: [`PlanHistoryView`], all that `plan-history.html`
//! may read.

use serde::Serialize;

use crate::pages::common::PlanHead;
use crate::pages::frame::Frame;
use crate::pages::history::{CorrectionView, UpdateDay};

/// What `plan-history.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct PlanHistoryView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// One sentence: how many changes, the last one's date.
    pub answer: String,
    /// The days of publication, newest first.
    pub days: Vec<UpdateDay>,
    /// The corrections, newest first.
    pub corrections: Vec<CorrectionView>,
}
