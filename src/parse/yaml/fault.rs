//! The YAML that is read, and a fault in it.

use crate::diagnostic::{Diagnostic, SourcePath};

/// The YAML of a file, and the file that it stands in.
pub(super) struct Source<'a> {
    pub(super) file: &'a SourcePath,
    pub(super) yaml: &'a str,
    /// The byte of the file at which the YAML begins.
    pub(super) base: usize,
}

impl Source<'_> {
    /// The line, from 0, of a byte of the file.
    pub(super) fn line(&self, at: usize) -> usize {
        let before = at.saturating_sub(self.base).min(self.yaml.len());
        self.yaml.as_bytes()[..before].iter().filter(|byte| **byte == b'\n').count()
    }
}

/// A fault that `serde_yaml` found.
pub(super) struct Fault {
    /// The byte of the file where it shows.
    pub(super) at: usize,
    pub(super) diagnostic: Diagnostic,
    /// Whether the pass over the structure tells it in any case.
    pub(super) told_by_structure: bool,
}
