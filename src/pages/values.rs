//! Small views that many pages share: links, dates, standings, words, cards.
//!
//! In: plain words and addresses, relative to the page. Out: values that templates place as they
//! are. Nothing here computes.

use std::collections::BTreeMap;

use serde::Serialize;

pub use crate::vocabulary::standings::Tone;

/// A link: an address relative to the page, and its words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Link {
    /// The address.
    pub href: String,
    /// The words.
    pub text: String,
}

/// Words that are a link where an address is known: a cited document, a legal basis.
#[derive(Clone, Debug, Serialize)]
pub struct Reference {
    /// The words.
    pub text: String,
    /// The address.
    pub href: Option<String>,
}

/// A day, or a month or year where no more is known.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DateView {
    /// For machines: `2015-07-30`, `2015-07`, `2015`.
    pub iso: String,
    /// For tables and lists: `30/7/2015`, `7/2015`, `2015`.
    pub short: String,
    /// For sentences: `ngày 30 tháng 7 năm 2015`, `tháng 7 năm 2015`, `năm 2015`.
    pub long: String,
}

/// An agency or a group of agencies, with its page.
#[derive(Clone, Debug, Serialize)]
pub struct AgencyLink {
    /// The agency's page.
    pub href: String,
    /// The full name on the date that the line speaks of.
    pub name: String,
    /// The short form.
    pub short: Option<String>,
    /// "nay là …", or "nay có thể là …, theo …".
    pub note: Option<String>,
}

/// A task's standing on the page's date.
#[derive(Clone, Debug, Serialize)]
pub struct StandingView {
    /// The family.
    pub tone: Tone,
    /// The tag's words, such as "Quá hạn 42 ngày".
    pub label: String,
    /// One sentence that says why.
    pub reason: Option<String>,
}

/// A passage of verbatim text: the texts of all its runs, joined by nothing, are the source's words.
#[derive(Clone, Debug, Serialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// True for a document number and the punctuation after it, which must not break at its hyphen.
    pub whole: bool,
    /// Where the words are the mark of a footnote.
    pub note: Option<NoteCall>,
}

impl Run {
    /// What parts two passages.
    pub(crate) fn space() -> Self {
        Self { text: " ".to_owned(), whole: false, note: None }
    }
}

/// The mark of a footnote within words.
#[derive(Clone, Debug, Serialize)]
pub struct NoteCall {
    /// The fragment of the mark, to which the footnote leads back; none on another page than the footnote's.
    pub id: Option<String>,
    /// The footnote.
    pub href: String,
    /// What the link is called.
    pub name: String,
}

/// Markdown of an editor; printed by the filter `prose`.
#[derive(Clone, Debug, Serialize)]
pub struct ProseView {
    /// The Markdown.
    pub markdown: String,
    /// Where its cross references lead: the words between `[[` and `]]`, and the link.
    pub links: BTreeMap<String, Link>,
}

/// One entry of a menu.
#[derive(Clone, Debug, Serialize)]
pub struct NavigationItem {
    /// The address.
    pub href: String,
    /// The words.
    pub text: String,
    /// True on that very page.
    pub current: bool,
}

/// The plan that a page belongs to, and the plan's other pages.
#[derive(Clone, Debug, Serialize)]
pub struct PlanHead {
    /// The plan's page; its words are the number, such as "Kế hoạch 111/KH-UBND".
    pub link: Link,
    /// What citizens call it.
    pub short_name: String,
    /// The plan's pages, this one among them.
    pub pages: Vec<NavigationItem>,
}

/// Where a fact was read.
#[derive(Clone, Debug, Serialize)]
pub struct SourceView {
    /// Title and address.
    pub link: Link,
    /// The day on which it was read.
    pub read: Option<DateView>,
    /// What it says, or what is uncertain.
    pub note: Option<String>,
}

/// A file of this site.
#[derive(Clone, Debug, Serialize)]
pub struct FileLink {
    /// The address.
    pub href: String,
    /// The words, such as "Bản lưu".
    pub text: String,
    /// Format and size, such as "PDF, 214 kB".
    pub size: String,
    /// SHA-256, in hexadecimal.
    pub sha256: Option<String>,
}
