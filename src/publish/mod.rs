//! The only writer of the published folder.
//!
//! In: finished files, put into a [`Staging`] beside the published folder. Out: a [`Release`],
//! the published folder exchanged for the new one in a single step.
//!
//! The law: whatever fails, and at whichever write, the published folder is the old site or the
//! new one. Only files that our own last manifest lists are deleted; files that others put there
//! come along. The steps, in the order in which they make that true:
//!
//! 1. [`Target::open`] refuses folders that are not ours, takes the lock, and brings an earlier
//!    interrupted run to an end.
//! 2. [`Target::stage`] makes a folder with a mark in it that says: unfinished.
//! 3. [`Staging::publish`] carries other people's files over, writes the manifest, waits for the
//!    disk, takes the mark away, swaps the two folders, and removes the old one.
//!
//! Where the file system cannot exchange two folders, a journal stands beside them while they are
//! renamed one after the other; the next run completes what it announces.

#![expect(clippy::disallowed_methods, reason = "the only writer of the published folder")]

mod changes;
mod disk;
mod error;
mod foreign;
mod guard;
mod leftover;
mod lock;
mod manifest;
mod places;
mod staging;
mod swap;

use std::path::Path;

pub use changes::{Changes, changes};
pub use disk::{Disk, RealDisk};
pub use error::{Action, PublishError};
pub use guard::{Protected, ProtectedKind, Relation};
pub use manifest::{BadManifest, MANIFEST, Manifest};
pub use staging::{Meta, Release, Staging};

use lock::Lock;
use places::Places;

/// A folder that may be published to, locked against other builds.
#[derive(Debug)]
pub struct Target<'d> {
    disk: &'d dyn Disk,
    places: Places,
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
        let output = guard::resolve(output)?;
        guard::keep_off(&output, protected)?;
        let places = Places::around(output)?;
        // Before anything is made for its sake, and again once no other build can change it.
        guard::inspect(&places.output)?;
        disk::create_dir_all(disk, &places.parent)?;
        let lock = Lock::take(disk, &places)?;
        swap::recover(disk, &places)?;
        guard::inspect(&places.output)?;
        Ok(Self { disk, places, _lock: lock })
    }

    /// The published folder, with symbolic links resolved.
    pub fn output(&self) -> &Path {
        &self.places.output
    }

    /// Makes the folder that the new site is written to.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn stage(self) -> Result<Staging<'d>, PublishError> {
        Staging::new(self)
    }
}
