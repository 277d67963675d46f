//! Terms and abbreviations.
//!
//! In: the glossary. Out: [`GlossaryView`], all that `glossary.html` may read.

use serde::Serialize;

use crate::pages::frame::Frame;

/// What `glossary.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryView {
    /// What every page shares.
    pub frame: Frame,
    /// The terms, in Vietnamese order.
    pub terms: Vec<TermView>,
}

/// A term.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// The fragment, such as `cntt`.
    pub id: String,
    /// The word.
    pub word: String,
    /// What it means.
    pub meaning: String,
    /// Where the meaning holds.
    pub scope: Option<String>,
    /// Who says so: the document or the editors.
    pub origin: String,
    /// Since when, and what changed.
    pub note: Option<String>,
}
