//! What a reader can search for, and the files in which the search page's script finds it.
//!
//! In: [`Progress`]. Out: [`SearchIndex`]: entries in a fixed order, kind after kind, and script files
//! that hand them over; a site that is small has one file, a large one shards of words and chunks of
//! entries. Scripts, because a page opened from a folder may load nothing else. Of a restricted task
//! only its words, its standing and why no more is told are searched.

mod entries;
mod entry;
mod files;
mod names;
mod pages;
mod postings;
mod words;

use crate::paths::PagePath;
use crate::progress::Progress;

pub use entry::{SearchEntry, Target};
pub use names::Synonyms;

/// What an entry is; results are grouped in the order of the table.
pub use crate::vocabulary::findings::EntryKind;

/// The index and its files.
#[derive(Clone, Debug)]
pub struct SearchIndex {
    /// The entries, kind after kind.
    pub entries: Vec<SearchEntry>,
    /// The file that the script loads first.
    pub main: PagePath,
    /// What the files' addresses end in, so that a reader's cache never mixes two states.
    pub version: String,
    /// All files, with their bytes.
    pub files: Vec<(PagePath, Vec<u8>)>,
}

impl SearchIndex {
    /// The index of a site on its date.
    pub fn of(progress: &Progress<'_>) -> Self {
        let site = progress.site;
        Self::from_entries(entries::of(progress), &names::synonyms(site), &site.settings.locality)
    }

    /// The index of entries that stand kind after kind; `locality` is the place that all of them speak of, which tells
    /// none of them from another.
    pub fn from_entries(entries: Vec<SearchEntry>, synonyms: &[Synonyms], locality: &str) -> Self {
        let (version, files) = files::of(&entries, synonyms, locality);
        Self { entries, main: files::main(), version, files }
    }
}
