//! The list of all pages, for people.
//!
//! In: all pages. Out: [`SiteMapView`], all that `site-map.html` may read.

use serde::Serialize;

use crate::pages::common::Link;
use crate::pages::frame::Frame;

/// What `site-map.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct SiteMapView {
    /// What every page shares.
    pub frame: Frame,
    /// The pages by subject.
    pub sections: Vec<SiteMapSection>,
}

/// Pages of one subject.
#[derive(Clone, Debug, Serialize)]
pub struct SiteMapSection {
    /// The subject.
    pub name: String,
    /// The pages, in order.
    pub links: Vec<Link>,
}
