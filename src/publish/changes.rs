//! What a new site changes in the old one.

use crate::output::{Output, OutputPath};

/// The difference between two sites, each list in the order of paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that only the new site has.
    pub added: Vec<OutputPath>,
    /// Files with other bytes.
    pub changed: Vec<OutputPath>,
    /// Files that only the old site had.
    pub removed: Vec<OutputPath>,
    /// Number of files with the same bytes.
    pub unchanged: usize,
}

impl Changes {
    /// Whether both sites are the same.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

/// Compares two sites by the checksums of their files.
pub fn changes(old: &Output, new: &Output) -> Changes {
    let mut changes = Changes::default();
    for (path, entry) in new.iter() {
        match old.get(path) {
            None => changes.added.push(path.clone()),
            Some(before) if before == entry => changes.unchanged += 1,
            Some(_) => changes.changed.push(path.clone()),
        }
    }
    let gone = old.iter().filter(|(path, _)| new.get(path).is_none());
    changes.removed = gone.map(|(path, _)| path.clone()).collect();
    changes
}
