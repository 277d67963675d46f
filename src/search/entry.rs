//! One thing that can be found, and where it leads.

use crate::paths::PagePath;
use crate::vocabulary::findings::EntryKind;
use crate::vocabulary::standings::Tone;

/// Where an entry leads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A page of this site, and a fragment of it where it is not the whole page.
    Here(PagePath, Option<String>),
    /// Another site.
    Elsewhere(String),
}

/// One thing that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchEntry {
    /// What it is.
    pub kind: EntryKind,
    /// What it is called.
    pub label: String,
    /// Where it stands, if its kind does not say enough: a task's number, the plan among several.
    pub place: String,
    /// Its words; empty where the label has them all.
    pub text: String,
    /// Other names for it, not shown.
    pub names: String,
    /// More words under which it is found, shown where a query is met there.
    pub more: String,
    /// Where it leads.
    pub target: Target,
    /// A task's standing.
    pub standing: Option<(Tone, String)>,
}
