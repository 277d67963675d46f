//! The only writer of the published folder.
//!
//! In: finished files, put into a [`Staging`] beside the published folder. Out: a [`Release`],
//! the published folder exchanged for the new one in a single step.
//!
//! The law: whatever fails, and at whichever write, the published folder is the old site or the
//! new one. Only files that our own last manifest lists are deleted; files that others put there
//! come along. The steps, in the order in which they make that true:
//!
//! 1. [`Target::open`] refuses folders that are not ours or could not be removed after a swap, takes the lock, and
//!    brings an earlier interrupted run to an end.
//! 2. [`Target::stage`] makes a folder with a mark in it that says: unfinished.
//! 3. [`Staging::publish`] carries other people's files over, writes the manifest, waits for the
//!    disk, takes the mark away, swaps the two folders, and removes the old one.
//!
//! Where the file system cannot exchange two folders, a journal stands beside them while they are
//! renamed one after the other; the next run completes what it announces.

#![expect(clippy::disallowed_methods, reason = "the only writer of the published folder")]

mod cache;
mod changes;
mod disk;
mod error;
mod foreign;
mod guard;
mod leftover;
mod lock;
mod manifest;
mod places;
mod protected;
mod staging;
mod swap;
mod target;

pub use cache::{Made, Remembered};
pub use changes::{Changes, changes};
pub use disk::{Disk, RealDisk};
pub use error::{Action, PublishError};
pub use manifest::{BadManifest, MANIFEST, Manifest};
pub use protected::{Protected, ProtectedKind, Relation};
pub use staging::{Meta, Release, Staging};
pub use target::Target;
