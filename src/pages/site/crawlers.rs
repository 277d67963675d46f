//! What search engines fetch: the site map and the rules for robots.
//!
//! In: all pages. Out: [`SitemapView`] and [`RobotsView`], all that `sitemap.xml` and `robots.txt`
//! may read.

use serde::Serialize;

use crate::pages::context::Context;
use crate::paths::{self, PagePath};

/// How many pages a file of the site map lists; the protocol allows a hundred times as many.
pub(crate) const LISTED: usize = 500;

/// What `sitemap.xml` may read.
#[derive(Clone, Debug, Serialize)]
pub struct SitemapView {
    /// The absolute addresses of its parts, where one file would be too long; then it lists nothing else.
    pub parts: Vec<String>,
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

/// How many parts the site map of so many pages has: none where one file holds them. The parts are pages, too.
pub(crate) fn parts(pages: usize) -> usize {
    if pages <= LISTED { 0 } else { pages.div_ceil(LISTED - 1) }
}

/// The site map of a large site, which leads to its parts.
pub(crate) fn parted(here: Context<'_>, parts: usize) -> SitemapView {
    let parts = (1..=parts).filter_map(|part| here.address_of(&paths::sitemap_part(part)));
    SitemapView { parts: parts.collect(), entries: Vec::new() }
}

/// The pages that search engines may list; no day, since no page keeps the day of its own last change.
pub(crate) fn sitemap<'p>(
    here: Context<'_>,
    listed: impl Iterator<Item = &'p PagePath>,
) -> SitemapView {
    let addresses = listed.filter_map(|path| here.address_of(path));
    SitemapView {
        parts: Vec::new(),
        entries: addresses.map(|address| SitemapEntry { address, modified: None }).collect(),
    }
}

/// The rules for robots: everything is open.
pub(crate) fn robots(here: Context<'_>) -> RobotsView {
    RobotsView { sitemap: here.address_of(&paths::sitemap()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_the_site_map_hold_all_pages_and_themselves() {
        for pages in [LISTED + 1, 2 * LISTED - 1, 2 * LISTED, LISTED * LISTED, 1_234_567] {
            let parts = parts(pages);
            assert!(parts * LISTED >= pages + parts && (parts - 1) * LISTED < pages + parts);
        }
        assert_eq!(parts(LISTED), 0);
    }
}
