//! What the folders held at one moment, to be compared with another.
//!
//! In: a [`SourceTree`], or two folders. Out: a value that is equal as long as no file has other bytes. Events of the
//! system say that something may have changed; this decides whether it has.

#![expect(clippy::disallowed_methods, reason = "the preview asks the disk for sizes and times")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::time::SystemTime;

use crate::output::Checksum;
use crate::source::{LoadError, Roots, SourcePath, SourceTree, Sources, load};

/// All files that a build would read, each with what tells it from another.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    files: BTreeMap<String, Print>,
    /// What the reading of the folders complained of: files that a build leaves out, or a folder
    /// that cannot be read.
    complaints: String,
    /// What was read, for the build that comes of it.
    tree: Option<SourceTree>,
}

impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        (&self.files, &self.complaints) == (&other.files, &other.complaints)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Print {
    Text([u8; 32]),
    Theme(Checksum),
    /// Evidence may be large, and only the size and the time of it are asked for. Where those change
    /// and the bytes do not, the site is built once too often and no page is told to reload.
    Attachment {
        size: u64,
        modified: Option<SystemTime>,
    },
}

impl Snapshot {
    /// Reads the folders as a build would.
    ///
    /// # Errors
    /// Something cannot be read; mostly a file that went away since its folder was listed.
    pub(super) fn read(roots: &Roots) -> Result<Self, LoadError> {
        let tree = load::read(roots)?;
        let complaints =
            if tree.noticed.is_empty() { String::new() } else { format!("{:?}", tree.noticed) };
        Ok(Self { files: files(&tree), complaints, tree: Some(tree) })
    }

    /// Folders that cannot be read.
    pub(super) fn unreadable(error: &LoadError) -> Self {
        Self { complaints: error.to_string(), ..Self::default() }
    }

    /// Hands the files on to a build; none where they could not be read, or were handed on before.
    pub(super) fn take_tree(&mut self) -> Option<SourceTree> {
        self.tree.take()
    }

    /// The files that were added, changed or removed between two moments, by path.
    pub fn changes(&self, later: &Snapshot) -> Vec<String> {
        let names: BTreeSet<&String> = self.files.keys().chain(later.files.keys()).collect();
        let differs = |name: &&String| self.files.get(*name) != later.files.get(*name);
        names.into_iter().filter(differs).cloned().collect()
    }
}

fn files(tree: &SourceTree) -> BTreeMap<String, Print> {
    let mut files = BTreeMap::new();
    for (path, file) in &tree.texts {
        files.insert(tree.shown(path), Print::Text(file.sha256));
    }
    for (path, at) in &tree.attachments {
        let about = fs::metadata(at).ok();
        let size = about.as_ref().map_or(0, fs::Metadata::len);
        let modified = about.and_then(|about| about.modified().ok());
        files.insert(tree.shown(path), Print::Attachment { size, modified });
    }
    for (theme, its) in &tree.themes {
        for (path, bytes) in its {
            let path = SourcePath::theme(&format!("{theme}/{path}"));
            files.insert(tree.shown(&path), Print::Theme(Checksum::of(bytes)));
        }
    }
    files
}
