//! All agencies.
//!
//! In: progress on the page's date. Out: [`AgenciesView`], all that `agencies.html` may read.

use serde::Serialize;

use crate::pages::common::AgencyLink;
use crate::pages::frame::Frame;

/// What `agencies.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct AgenciesView {
    /// What every page shares.
    pub frame: Frame,
    /// One sentence: how many agencies, how many lead.
    pub answer: String,
    /// The agencies by branch, in Vietnamese order.
    pub branches: Vec<Branch>,
    /// The groups that the plans name without listing their members.
    pub groups: Vec<AgencyRow>,
}

/// A branch: Party, administration, armed forces, …
#[derive(Clone, Debug, Serialize)]
pub struct Branch {
    /// The branch's name.
    pub name: String,
    /// Its agencies.
    pub agencies: Vec<AgencyRow>,
}

/// An agency in a list.
#[derive(Clone, Debug, Serialize)]
pub struct AgencyRow {
    /// The agency.
    pub agency: AgencyLink,
    /// Its duties, such as "chủ trì 15, phối hợp 6, quá hạn 0".
    pub summary: String,
}
