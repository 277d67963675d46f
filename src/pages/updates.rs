//! What was published, day by day, over all plans.
//!
//! In: all events and corrections. Out: [`UpdatesView`], all that `updates.html` may read.

use serde::Serialize;

use crate::pages::frame::Frame;
use crate::pages::history::UpdateDay;

/// What `updates.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct UpdatesView {
    /// What every page shares.
    pub frame: Frame,
    /// The first sentence: the last change and its date.
    pub answer: String,
    /// The days of publication, newest first.
    pub days: Vec<UpdateDay>,
}
