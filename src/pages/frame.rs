//! What every page shows around its own matter.
//!
//! In: plain words, numbers and addresses, ready to be placed. Out: [`Frame`], a field of every
//! page's view. No template gets anything of the site but its view; nothing here computes.

use serde::Serialize;

use crate::pages::values::{DateView, Link, NavigationItem, Run};
use crate::text::address::readable;
use crate::vocabulary::frame as words;

/// What every template may read as `frame`.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// The site's name.
    pub site_name: String,
    /// One sentence on what the site is for.
    pub site_description: String,
    /// The full name of the agency that publishes the site.
    pub publisher: String,
    /// The same, for the masthead: a compiler says that it compiles.
    pub publisher_line: String,
    /// In what part it speaks: as the authority, or as a compiler.
    pub publisher_label: String,
    /// The kind of page, for scripts, styles and whoever counts pages.
    pub kind: &'static str,
    /// The page's heading, and its own step in the breadcrumb of `json_ld`.
    pub title: String,
    /// The heading in runs, so that no document's number breaks in it.
    pub heading: Vec<Run>,
    /// The `title` element: the heading, then the site's name.
    pub document_title: String,
    /// One sentence for search engines and for shared links.
    pub description: String,
    /// The page's absolute address, where the site knows its own.
    pub canonical: Option<String>,
    /// What leads from the page to the site's root: `./`, `../../`; the base path on `404.html`.
    pub root: String,
    /// The search page; none on that page, which has a box of its own.
    pub search: Option<String>,
    /// The home page's address.
    pub home: String,
    /// The pages above this one, home first; empty on the home page and on `404.html`.
    pub breadcrumb: Vec<Link>,
    /// The date for which everything on the page holds.
    pub as_of: DateView,
    /// When something was last published, never later than `as_of`.
    pub updated: Option<DateView>,
    /// When the next state will be published.
    pub next_release: Option<DateView>,
    /// The main menu.
    pub navigation: Vec<NavigationItem>,
    /// The links at the foot of every page.
    pub footer: Vec<Link>,
    /// The theme's style sheets, fingerprinted, in the order of their names.
    pub stylesheets: Vec<String>,
    /// The theme's icon, fingerprinted.
    pub icon: Option<String>,
    /// What a shared link shows.
    pub open_graph: OpenGraph,
    /// What search engines read; printed by the filter `json_ld`.
    pub json_ld: Option<serde_json::Value>,
    /// The feeds and the calendar of what the page shows.
    pub feeds: Vec<FeedLink>,
    /// Whom to ask.
    pub contact: Contact,
    /// How to report an error in this page.
    pub report: ReportError,
    /// How to cite this page, with the date and the version of what it shows.
    pub citation: String,
    /// The content file that this page was made from.
    pub source_file: Option<String>,
    /// The licence of the data, as the site states it.
    pub licence: Option<String>,
    /// This program's name and version.
    pub generator: String,
    /// A sentence that stands above everything on a site of invented data.
    pub sample: Option<String>,
    /// A sentence that stands above everything on the pages of a document that is not signed.
    pub draft: Option<&'static str>,
}

/// The addresses of style sheets and icon.
pub(crate) type Looks = (Vec<String>, Option<String>);

impl Frame {
    pub(crate) fn take_looks(&mut self) -> Looks {
        (std::mem::take(&mut self.stylesheets), self.icon.take())
    }

    pub(crate) fn put_looks(&mut self, (stylesheets, icon): Looks) {
        (self.stylesheets, self.icon) = (stylesheets, icon);
    }

    /// Fills in the citation; `version` changes with anything that the page shows.
    pub(crate) fn cite(&mut self, version: &str) {
        let (publisher, page, site) = (&self.publisher, &self.title, &self.site_name);
        let date = &self.as_of.long;
        self.citation = match &self.canonical {
            Some(address) => {
                words::citation_at(publisher, page, site, date, version, readable(address))
            }
            None => words::citation(publisher, page, site, date, version),
        };
    }
}

/// How to report an error in a page.
#[derive(Clone, Debug, Serialize)]
pub struct ReportError {
    /// The site's own channel, else the page that tells how.
    pub href: String,
    /// Whom it reaches and by when an answer is due; or that nobody receives it.
    pub reaches: String,
    /// The page that tells what happens with a report.
    pub about: Link,
}

/// A feed or a calendar to follow.
#[derive(Clone, Debug, Serialize)]
pub struct FeedLink {
    /// The address.
    pub href: String,
    /// The format, such as "Atom", "Lịch (.ics)".
    pub text: String,
    /// What it tells of.
    pub title: String,
    /// The media type.
    pub media_type: String,
}

/// The Open Graph tags.
#[derive(Clone, Debug, Serialize)]
pub struct OpenGraph {
    /// `og:title`.
    pub title: String,
    /// `og:description`.
    pub description: String,
    /// `og:type`: `website` or `article`.
    pub kind: String,
    /// `og:url`, where the site knows its own address.
    pub url: Option<String>,
}

/// An office to ask, never a person.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Contact {
    /// The office.
    pub office: Option<String>,
    /// The telephone number, with its `tel:` address.
    pub telephone: Option<Link>,
    /// The e-mail address, with its `mailto:` address.
    pub email: Option<Link>,
    /// The postal address.
    pub address: Option<String>,
    /// The office's own page.
    pub page: Option<Link>,
}
