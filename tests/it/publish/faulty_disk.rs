//! A disk on which one change, or every change from one on, fails.

use std::fs::{File, Permissions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use congkhai::publish::{Disk, RealDisk};

/// What happens at the fault and after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// One change fails, the next ones succeed.
    Once,
    /// Nothing is changed any more: the process died. A file being written is half there.
    Crash,
    /// Nothing can be added any more, but renamed and removed.
    Full,
}

/// The real disk, failing at the `at`-th change, counted from 1.
#[derive(Debug)]
pub struct FaultyDisk {
    at: usize,
    fault: Fault,
    exchange: bool,
    changes: AtomicUsize,
}

impl FaultyDisk {
    pub fn new(fault: Fault, at: usize, exchange: bool) -> Self {
        Self { at, fault, exchange, changes: AtomicUsize::new(0) }
    }

    /// A disk that never fails.
    pub fn sound(exchange: bool) -> Self {
        Self::new(Fault::Once, usize::MAX, exchange)
    }

    /// Whether the fault has come.
    pub fn struck(&self) -> bool {
        self.changes.load(Ordering::Relaxed) >= self.at
    }

    fn change(&self, adds: bool) -> io::Result<()> {
        let now = self.changes.fetch_add(1, Ordering::Relaxed) + 1;
        match self.fault {
            Fault::Once if now == self.at => Err(io::Error::other("once")),
            Fault::Crash if now >= self.at => Err(io::Error::other("crash")),
            Fault::Full if now >= self.at && adds => Err(ErrorKind::StorageFull.into()),
            _ => Ok(()),
        }
    }
}

impl Disk for FaultyDisk {
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.change(true)?;
        RealDisk.create_dir(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let before = self.struck();
        self.change(true).or_else(|error| {
            if self.fault != Fault::Crash || !before {
                RealDisk.write_new(path, &bytes[..bytes.len() / 2])?;
            }
            Err(error)
        })?;
        RealDisk.write_new(path, bytes)
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.change(true)?;
        RealDisk.hard_link(from, to)
    }

    fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.change(true)?;
        RealDisk.copy(from, to)
    }

    fn set_permissions(&self, path: &Path, permissions: Permissions) -> io::Result<()> {
        self.change(false)?;
        RealDisk.set_permissions(path, permissions)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.change(false)?;
        RealDisk.rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.change(false)?;
        if self.exchange {
            RealDisk.exchange(one, other)
        } else {
            Err(ErrorKind::Unsupported.into())
        }
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.change(false)?;
        RealDisk.remove_file(path)
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        self.change(false)?;
        RealDisk.remove_dir(path)
    }

    fn sync_tree(&self, _root: &Path) -> io::Result<()> {
        self.change(false)
    }

    fn sync_dir(&self, _path: &Path) -> io::Result<()> {
        self.change(false)
    }

    fn lock(&self, path: &Path) -> Result<File, TryLockError> {
        self.change(true).map_err(TryLockError::Error)?;
        RealDisk.lock(path)
    }
}
