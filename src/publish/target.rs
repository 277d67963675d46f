//! The folder that a site is published to, while it is ours.
//!
//! In: the folder as the user named it. Out: a [`Target`], locked, with what an earlier run left brought to its end.

use std::path::Path;

use super::disk::{Disk, create_dir_all};
use super::error::PublishError;
use super::guard::{Seen, inspect, keep_off, removable, resolve};
use super::lock::Lock;
use super::places::Places;
use super::protected::Protected;
use super::swap;

/// A folder that may be published to, locked against other builds.
#[derive(Debug)]
pub struct Target<'d> {
    pub(super) disk: &'d dyn Disk,
    pub(super) places: Places,
    /// Why something that an earlier run left is still there.
    pub(super) left: Option<PublishError>,
    /// The manifest of the published folder.
    pub(super) seen: Seen,
    _lock: Lock,
}

impl<'d> Target<'d> {
    /// Takes hold of `output`, which need not exist yet, and completes what an earlier run left.
    ///
    /// # Errors
    /// Where the folder is not ours, would endanger a protected one, is being built by another
    /// run, or where the disk refuses.
    pub fn open(
        disk: &'d dyn Disk,
        output: &Path,
        protected: &[Protected],
    ) -> Result<Self, PublishError> {
        let output = resolve(output)?;
        keep_off(&output, protected)?;
        let places = Places::around(output)?;
        // Before anything is made for its sake, and again once no other build can change it.
        let mut seen = Seen::default();
        inspect(&places.output, &mut seen)?;
        create_dir_all(disk, &places.parent)?;
        let lock = Lock::take(disk, &places)?;
        let left = swap::recover(disk, &places)?;
        inspect(&places.output, &mut seen)?;
        removable(&places.output)?;
        Ok(Self { disk, places, left, seen, _lock: lock })
    }

    /// The published folder, with symbolic links resolved.
    pub fn output(&self) -> &Path {
        &self.places.output
    }
}
