//! A page of the editors' own words.
//!
//! In: a page of `trang/`. Out: [`ProsePageView`], all that `prose.html` may read.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::ProsePage;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::values::ProseView;

/// What `prose.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct ProsePageView {
    /// What every page shares.
    pub frame: Frame,
    /// The words.
    pub prose: ProseView,
}

/// A page of the editors' own words.
pub(crate) fn view(here: Context<'_>, page: &ProsePage) -> ProsePageView {
    let head = Head::new(page.title.clone(), page.description.clone()).source(&page.source);
    let empty = || ProseView { markdown: String::new(), links: BTreeMap::new() };
    ProsePageView {
        frame: here.frame(head),
        prose: here.prose(None, &page.prose).unwrap_or_else(empty),
    }
}
