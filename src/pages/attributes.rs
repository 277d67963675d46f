//! A plan's attributes.
//!
//! In: one plan. Out: [`AttributesView`], all that `attributes.html` may read.

use serde::Serialize;

use crate::pages::common::{PlanHead, Reference, SourceView};
use crate::pages::frame::Frame;

/// What `attributes.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct AttributesView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// The attributes, in the order of the portal's own page.
    pub attributes: Vec<Attribute>,
    /// Where the text comes from.
    pub source: Option<SourceView>,
    /// The SHA-256 of that copy.
    pub sha256: Option<String>,
    /// Editorial notes.
    pub notes: Vec<String>,
}

/// One attribute.
#[derive(Clone, Debug, Serialize)]
pub struct Attribute {
    /// Its name, such as "Ngày hiệu lực".
    pub name: String,
    /// Its values; empty where nothing is known, which the page says.
    pub values: Vec<Reference>,
    /// What a reader should know.
    pub note: Option<String>,
}
