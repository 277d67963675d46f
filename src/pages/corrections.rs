//! All corrections, of documents and of this site.
//!
//! In: all corrections. Out: [`CorrectionsView`], all that `corrections.html` may read.

use serde::Serialize;

use crate::pages::common::Link;
use crate::pages::frame::Frame;
use crate::pages::history::CorrectionView;

/// What `corrections.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct CorrectionsView {
    /// What every page shares.
    pub frame: Frame,
    /// The first sentence: how many of each kind.
    pub answer: String,
    /// Corrections of documents, newest first.
    pub documents: Vec<CorrectionView>,
    /// Corrections of this site, newest first.
    pub site: Vec<CorrectionView>,
    /// How to report an error.
    pub petition_page: Link,
}
