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
    /// All files that are not kept, with their bytes.
    pub files: Vec<(PagePath, Vec<u8>)>,
}

/// What is searched: all that an index is made from.
#[derive(Clone, Debug)]
pub struct Searched {
    entries: Vec<SearchEntry>,
    synonyms: Vec<Synonyms>,
    /// The place that all entries speak of, which tells none of them from another.
    locality: String,
}

impl Searched {
    /// What is searched of a site on its date.
    pub fn of(progress: &Progress<'_>) -> Self {
        let site = progress.site;
        let (synonyms, locality) = (names::synonyms(site), site.settings.locality.clone());
        Self { entries: entries::of(progress), synonyms, locality }
    }

    /// Tells each value: the index of two that tell the same is the same.
    pub fn tell(&self, mut tell: impl FnMut(&[u8])) {
        tell(self.locality.as_bytes());
        for Synonyms { typed, meant } in &self.synonyms {
            tell(format!("{typed:?} {meant:?}").as_bytes());
        }
        for entry in &self.entries {
            let SearchEntry { kind, label, place, text, names, more, target, standing } = entry;
            for value in [kind.name(), label, place, text, names, more] {
                tell(value.as_bytes());
            }
            tell(format!("{target:?} {standing:?}").as_bytes());
        }
    }

    /// The index.
    pub fn index(self) -> SearchIndex {
        SearchIndex::from_entries(self.entries, &self.synonyms, &self.locality)
    }

    /// The index of which an earlier run made the files and this version.
    pub fn kept(self, version: String) -> SearchIndex {
        SearchIndex { entries: self.entries, main: files::main(), version, files: Vec::new() }
    }
}

impl SearchIndex {
    /// The index of a site on its date.
    pub fn of(progress: &Progress<'_>) -> Self {
        Searched::of(progress).index()
    }

    /// The index of entries that stand kind after kind; `locality` is the place that all of them speak of, which tells
    /// none of them from another.
    pub fn from_entries(entries: Vec<SearchEntry>, synonyms: &[Synonyms], locality: &str) -> Self {
        let (version, files) = files::of(&entries, synonyms, locality);
        Self { entries, main: files::main(), version, files }
    }
}
