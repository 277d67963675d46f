//! What a reader can search for, and the files in which the search page's script finds it.
//!
//! In: [`Progress`]. Out: [`SearchIndex`]: entries in a fixed order, kind after kind, and script files
//! that hand them over; a site that is small has one file, a large one shards of words and chunks of
//! entries. Scripts, because a page opened from a folder may load nothing else. Of a restricted task
//! only its words and its standing are searched.

mod entries;
mod entry;
mod files;
mod words;

use crate::paths::PagePath;
use crate::progress::Progress;

pub use entry::{SearchEntry, Target};

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
        Self::from_entries(entries::of(progress), &entries::synonyms(progress.site))
    }

    /// The index of entries that stand kind after kind; `synonyms` are pairs of names that mean the same.
    pub fn from_entries(entries: Vec<SearchEntry>, synonyms: &[(String, String)]) -> Self {
        let (version, files) = files::of(&entries, synonyms);
        Self { entries, main: files::main(), version, files }
    }
}
