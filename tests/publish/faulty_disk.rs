//! A disk on which one change, or every change from one on, fails.

use std::fs::{File, Permissions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use congkhai::publish::{Disk, RealDisk};

/// What happens at the fault and after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// One change fails, the next ones succeed.
    Once,
    /// Nothing is changed any more: the process died. A file being written is half there.
    Crash,
    /// Nothing can be added any more, but renamed and removed.
    Full,
    /// Nothing can be renamed any more, but added and removed.
    Stuck,
}

/// The real disk, failing at the `at`-th change, counted from 1.
#[derive(Debug)]
pub(super) struct FaultyDisk {
    at: usize,
    fault: Fault,
    /// Whether the file system exchanges folders and gives files a second name.
    capable: bool,
    changes: AtomicUsize,
}

impl FaultyDisk {
    pub(super) fn new(fault: Fault, at: usize, capable: bool) -> Self {
        Self { at, fault, capable, changes: AtomicUsize::new(0) }
    }

    /// A disk that never fails.
    pub(super) fn sound(capable: bool) -> Self {
        Self::new(Fault::Once, usize::MAX, capable)
    }

    /// Whether the fault has come.
    pub(super) fn struck(&self) -> bool {
        self.changes.load(Ordering::Relaxed) >= self.at
    }

    fn can(&self) -> io::Result<()> {
        if self.capable { Ok(()) } else { Err(ErrorKind::Unsupported.into()) }
    }

    fn change(&self, kind: Kind) -> io::Result<()> {
        let now = self.changes.fetch_add(1, Ordering::Relaxed) + 1;
        match self.fault {
            Fault::Once if now == self.at => Err(io::Error::other("once")),
            Fault::Crash if now >= self.at => Err(io::Error::other("crash")),
            Fault::Full if now >= self.at && kind == Kind::Add => {
                Err(ErrorKind::StorageFull.into())
            }
            Fault::Stuck if now >= self.at && kind == Kind::Rename => {
                Err(io::Error::other("stuck"))
            }
            _ => Ok(()),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Add,
    Rename,
    Remove,
}

impl Disk for FaultyDisk {
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.change(Kind::Add)?;
        RealDisk.create_dir(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let before = self.struck();
        self.change(Kind::Add).or_else(|error| {
            if self.fault != Fault::Crash || !before {
                RealDisk.write_new(path, &bytes[..bytes.len() / 2])?;
            }
            Err(error)
        })?;
        RealDisk.write_new(path, bytes)
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.change(Kind::Add)?;
        if !from.is_symlink() {
            self.can()?;
        }
        RealDisk.hard_link(from, to)
    }

    fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.change(Kind::Add)?;
        RealDisk.copy(from, to)
    }

    fn set_permissions(&self, path: &Path, permissions: Permissions) -> io::Result<()> {
        self.change(Kind::Remove)?;
        RealDisk.set_permissions(path, permissions)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.change(Kind::Rename)?;
        RealDisk.rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.change(Kind::Rename)?;
        self.can()?;
        RealDisk.exchange(one, other)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.change(Kind::Remove)?;
        RealDisk.remove_file(path)
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        self.change(Kind::Remove)?;
        RealDisk.remove_dir(path)
    }

    fn sync_tree(&self, _root: &Path) -> io::Result<()> {
        self.change(Kind::Remove)
    }

    fn sync_dir(&self, _path: &Path) -> io::Result<()> {
        self.change(Kind::Remove)
    }

    fn lock(&self, path: &Path) -> Result<File, TryLockError> {
        self.change(Kind::Add).map_err(TryLockError::Error)?;
        RealDisk.lock(path)
    }
}
