//! Every change of the disk, behind a trait, so that a test can make each of them fail.

use std::fmt;
use std::fs::{self, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, Write};
use std::path::Path;

use super::error::{Action, PublishError};

/// What publishing does to a disk; reading is not part of it. Errors are those of the system,
/// unless said otherwise.
pub trait Disk: fmt::Debug + Sync {
    /// Makes a folder; its parent exists.
    fn create_dir(&self, path: &Path) -> io::Result<()>;
    /// Writes a file that does not exist yet.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Gives a file a second name.
    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Copies a file.
    fn copy(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Sets the permissions of a folder.
    fn set_permissions(&self, path: &Path, permissions: Permissions) -> io::Result<()>;
    /// Renames a file or a folder.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Exchanges the names of two folders in one step.
    ///
    /// # Errors
    /// [`io::ErrorKind::Unsupported`] where system or file system has no such step; nothing was
    /// done then.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_dir(&self, path: &Path) -> io::Result<()>;
    /// Returns when all that was written below `root` would survive a power cut.
    fn sync_tree(&self, root: &Path) -> io::Result<()>;
    /// Returns when the names in a folder would survive a power cut.
    fn sync_dir(&self, path: &Path) -> io::Result<()>;
    /// Opens a file, made if need be, and locks it until it is dropped or the process ends.
    ///
    /// # Errors
    /// [`TryLockError::WouldBlock`] where another process holds it.
    fn lock(&self, path: &Path) -> Result<File, TryLockError>;
}

/// The disk of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::copy(from, to).map(drop)
    }

    fn set_permissions(&self, path: &Path, permissions: Permissions) -> io::Result<()> {
        fs::set_permissions(path, permissions)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    #[cfg(target_os = "linux")]
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(|errno| match errno {
            // Some containers answer EPERM to system calls that they do not know.
            Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP | Errno::PERM => {
                io::ErrorKind::Unsupported.into()
            }
            other => other.into(),
        })
    }

    #[cfg(not(target_os = "linux"))]
    fn exchange(&self, _one: &Path, _other: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    #[cfg(target_os = "linux")]
    fn sync_tree(&self, root: &Path) -> io::Result<()> {
        // One call for the file system costs far less than one for each of a thousand pages.
        match rustix::fs::syncfs(File::open(root)?) {
            Err(rustix::io::Errno::NOSYS) => Ok(()),
            done => Ok(done?),
        }
    }

    #[cfg(not(target_os = "linux"))]
    fn sync_tree(&self, root: &Path) -> io::Result<()> {
        for entry in walkdir::WalkDir::new(root) {
            let entry = entry?;
            if entry.file_type().is_file() {
                File::open(entry.path())?.sync_all()?;
            }
        }
        Ok(())
    }

    #[cfg(unix)]
    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        match File::open(path)?.sync_all() {
            // Network file systems often have no such notion.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
                ) =>
            {
                Ok(())
            }
            done => done,
        }
    }

    #[cfg(not(unix))]
    fn sync_dir(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    fn lock(&self, path: &Path) -> Result<File, TryLockError> {
        let open =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
        let file = open.map_err(TryLockError::Error)?;
        file.try_lock()?;
        Ok(file)
    }
}

/// Makes a folder and those above it, where they do not exist.
pub(super) fn create_dir_all(disk: &dyn Disk, path: &Path) -> Result<(), PublishError> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        create_dir_all(disk, parent)?;
    }
    match disk.create_dir(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists || !path.is_dir() => {
            Err(PublishError::io(Action::CreateFolder, path, error))
        }
        _ => Ok(()),
    }
}

/// Whether something stands under this name, a broken symbolic link included.
pub(super) fn exists(path: &Path) -> Result<bool, PublishError> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(PublishError::io(Action::Read, path, error)),
    }
}
