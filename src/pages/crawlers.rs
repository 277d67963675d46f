//! What search engines fetch: the site map and the rules for robots.
//!
//! In: all pages. Out: [`SitemapView`] and [`RobotsView`], all that `sitemap.xml` and `robots.txt`
//! may read.

use serde::Serialize;

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
