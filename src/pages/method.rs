//! How standings and measures come about.
//!
//! In: the site's thresholds. Out: [`MethodView`], all that `method.html` may read.

use serde::Serialize;

use crate::pages::common::{ProseView, StandingView};
use crate::pages::frame::Frame;

/// What `method.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct MethodView {
    /// What every page shares.
    pub frame: Frame,
    /// Days before a deadline at which a task is due soon.
    pub due_soon_days: String,
    /// Whether a reported completion waits for a confirmation.
    pub confirmation: bool,
    /// The table of standings.
    pub standings: Vec<StandingRule>,
    /// M1 to M6.
    pub measures: Vec<MeasureRule>,
    /// The editors' own words.
    pub prose: Option<ProseView>,
}

/// A row of the table of standings.
#[derive(Clone, Debug, Serialize)]
pub struct StandingRule {
    /// The tag.
    pub standing: StandingView,
    /// When it is shown.
    pub condition: String,
    /// Where the state's own statistics would count it.
    pub national: String,
}

/// How a measure is computed.
#[derive(Clone, Debug, Serialize)]
pub struct MeasureRule {
    /// "M1".
    pub code: String,
    /// Its name.
    pub name: String,
    /// The formula.
    pub formula: String,
    /// What it does not say.
    pub note: String,
}
