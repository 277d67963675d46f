//! A page of the editors' own words.
//!
//! In: a page of `trang/`. Out: [`ProsePageView`], all that `prose.html` may read.

use serde::Serialize;

use crate::pages::common::ProseView;
use crate::pages::frame::Frame;

/// What `prose.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct ProsePageView {
    /// What every page shares.
    pub frame: Frame,
    /// The words.
    pub prose: ProseView,
}
