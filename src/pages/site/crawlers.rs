//! What search engines fetch: the site map and the rules for robots.
//!
//! In: all pages. Out: [`SitemapView`] and [`RobotsView`], all that `sitemap.xml` and `robots.txt`
//! may read.

use serde::Serialize;

use crate::pages::context::Context;
use crate::paths::{self, PagePath};

/// What `sitemap.xml` may read.
#[derive(Clone, Debug, Serialize)]
pub struct SitemapView {
    /// The pages, by address.
    pub entries: Vec<SitemapEntry>,
}

/// A page in the site map.
#[derive(Clone, Debug, Serialize)]
pub struct SitemapEntry {
    /// The absolute address.
    pub address: String,
    /// The day of its last change, `2016-12-05`.
    pub modified: Option<String>,
}

/// What `robots.txt` may read.
#[derive(Clone, Debug, Serialize)]
pub struct RobotsView {
    /// The absolute address of the site map, where the site knows its own.
    pub sitemap: Option<String>,
}

/// The pages that search engines may list; no day, since no page keeps the day of its own last change.
pub(crate) fn sitemap<'p>(
    here: Context<'_>,
    listed: impl Iterator<Item = &'p PagePath>,
) -> SitemapView {
    let addresses = listed.filter_map(|path| here.address_of(path));
    SitemapView {
        entries: addresses.map(|address| SitemapEntry { address, modified: None }).collect(),
    }
}

/// The rules for robots: everything is open.
pub(crate) fn robots(here: Context<'_>) -> RobotsView {
    RobotsView { sitemap: here.address_of(&paths::sitemap()) }
}
