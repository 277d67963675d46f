//! Which folders may be published to.
//!
//! In: the output folder as the user named it. Out: its real path, or a refusal. Changes nothing.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use walkdir::WalkDir;

use super::disk::exists;
use super::error::{Action, PublishError};
use super::manifest::{MANIFEST, Manifest};
use super::protected::{Protected, Relation};

/// The real path of a folder that need not exist: symbolic links are followed as far as it does.
pub(super) fn resolve(path: &Path) -> Result<PathBuf, PublishError> {
    let absolute =
        std::path::absolute(path).map_err(|error| PublishError::io(Action::Read, path, error))?;
    let mut real = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::ParentDir => {
                real.pop();
            }
            Component::CurDir => {}
            part => {
                real.push(part);
                match fs::canonicalize(&real) {
                    Ok(followed) => real = followed,
                    // What is not there has no other name. What may not be entered, or is a file,
                    // is told when it is used.
                    Err(error) if is_out_of_reach(&error) => {}
                    Err(error) => return Err(PublishError::io(Action::Read, &real, error)),
                }
            }
        }
    }
    Ok(real)
}

fn is_out_of_reach(error: &io::Error) -> bool {
    use io::ErrorKind::{NotADirectory, NotFound, PermissionDenied};
    matches!(error.kind(), NotFound | NotADirectory | PermissionDenied)
}

/// Refuses an output that would endanger a protected folder.
pub(super) fn keep_off(output: &Path, protected: &[Protected]) -> Result<(), PublishError> {
    for Protected { kind, path } in protected {
        let path = resolve(path)?;
        let relation = if output == path {
            Relation::Is
        } else if path.starts_with(output) {
            Relation::Contains
        } else if output.starts_with(&path) && !kind.may_hold_output() {
            Relation::LiesIn
        } else {
            continue;
        };
        let output = output.to_path_buf();
        return Err(PublishError::Protected { output, relation, kind: *kind, path });
    }
    Ok(())
}

/// What the published folder is, if it is ours to replace.
#[derive(Debug)]
pub(super) enum Published {
    /// Nothing is there.
    Nothing,
    /// An empty folder.
    Empty,
    /// A site of ours.
    Site(Arc<Manifest>),
}

/// The manifest that was read last, with its bytes: it is read time and again while a site is published, and is large.
#[derive(Debug, Default)]
pub(super) struct Seen(Option<(Vec<u8>, Arc<Manifest>)>);

impl Seen {
    /// The bytes, where one was read.
    pub(super) fn bytes(&self) -> Option<&[u8]> {
        self.0.as_ref().map(|(bytes, _)| &bytes[..])
    }
}

/// Looks at the output; refuses what is no folder or not ours.
pub(super) fn inspect(output: &Path, seen: &mut Seen) -> Result<Published, PublishError> {
    if !exists(output)? {
        return Ok(Published::Nothing);
    }
    let read = |error| PublishError::io(Action::Read, output, error);
    if !fs::symlink_metadata(output).map_err(read)?.is_dir() {
        return Err(PublishError::NotAFolder { path: output.to_path_buf() });
    }
    match read_manifest(output, seen)? {
        Some(manifest) => Ok(Published::Site(manifest)),
        None if fs::read_dir(output).map_err(read)?.next().is_none() => Ok(Published::Empty),
        None => Err(PublishError::NotOurs { path: output.to_path_buf() }),
    }
}

/// Refuses a published folder that could not be removed once the new site stands in its place: what cannot be finished
/// is better not begun.
pub(super) fn removable(output: &Path) -> Result<(), PublishError> {
    if !exists(output)? {
        return Ok(());
    }
    // What may be done in the folders above an entry, each asked once.
    let mut powers: Vec<Option<Power>> = Vec::new();
    for entry in WalkDir::new(output) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(output).to_path_buf();
            PublishError::io(Action::Read, &path, error.into())
        })?;
        if let Some(depth) = entry.depth().checked_sub(1) {
            let folder = above(entry.path());
            if is_mounted(entry.path()) {
                return Err(PublishError::Mounted { path: entry.into_path() });
            }
            if !powers[depth].get_or_insert_with(|| Power::over(folder)).may_remove(entry.path()) {
                return Err(PublishError::NotRemovable { path: folder.to_path_buf() });
            }
        }
        if entry.file_type().is_dir() {
            powers.truncate(entry.depth());
            powers.push(None);
        }
    }
    Ok(())
}

fn above(path: &Path) -> &Path {
    path.parent().expect("what a folder holds has a parent")
}

/// Which names this user may take out of a folder. Where the system gives no clear answer, all: the disk has the last
/// word.
#[cfg_attr(not(unix), expect(dead_code, reason = "elsewhere each file's own mark decides"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Power {
    All,
    Own,
    None,
}

#[cfg(unix)]
impl Power {
    fn over(folder: &Path) -> Self {
        use std::os::unix::fs::MetadataExt;

        use rustix::fs::{Access, AtFlags, CWD, accessat};
        use rustix::io::Errno;

        const STICKY: u32 = 0o1000;
        let access = accessat(CWD, folder, Access::WRITE_OK | Access::EXEC_OK, AtFlags::EACCESS);
        if matches!(access, Err(Errno::ACCESS | Errno::PERM | Errno::ROFS)) {
            return Self::None;
        }
        // Of such a folder everyone may remove his own only.
        let is_shared = fs::symlink_metadata(folder)
            .is_ok_and(|about| about.mode() & STICKY != 0 && !is_own(about.uid()));
        let user = rustix::process::geteuid();
        if is_shared && !user.is_root() { Self::Own } else { Self::All }
    }

    fn may_remove(self, path: &Path) -> bool {
        use std::os::unix::fs::MetadataExt;

        match self {
            Self::All => true,
            Self::Own => fs::symlink_metadata(path).is_ok_and(|entry| is_own(entry.uid())),
            Self::None => false,
        }
    }
}

#[cfg(unix)]
fn is_own(owner: u32) -> bool {
    owner == rustix::process::geteuid().as_raw()
}

#[cfg(not(unix))]
impl Power {
    fn over(_: &Path) -> Self {
        Self::All
    }

    fn may_remove(self, path: &Path) -> bool {
        fs::symlink_metadata(path)
            .map_or(true, |about| about.is_dir() || !about.permissions().readonly())
    }
}

/// Whether another file system, or another folder of this one, is mounted under this name.
#[cfg(target_os = "linux")]
fn is_mounted(path: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};

    let about = statx(CWD, path, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::TYPE);
    about.is_ok_and(|about| about.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

/// Whether another file system is mounted there, as the numbers of the devices tell.
#[cfg(all(unix, not(target_os = "linux")))]
fn is_mounted(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let device = |path: &Path| fs::symlink_metadata(path).map(|about| about.dev()).ok();
    device(path) != device(above(path))
}

#[cfg(not(unix))]
fn is_mounted(_: &Path) -> bool {
    false
}

/// The manifest in a folder, if there is one.
pub(super) fn read_manifest(
    folder: &Path,
    seen: &mut Seen,
) -> Result<Option<Arc<Manifest>>, PublishError> {
    let path = folder.join(MANIFEST);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(PublishError::io(Action::Read, &path, error)),
    };
    if let Some((_, manifest)) = seen.0.as_ref().filter(|(known, _)| *known == bytes) {
        return Ok(Some(Arc::clone(manifest)));
    }
    match Manifest::from_bytes(&bytes).map(Arc::new) {
        Ok(manifest) => {
            seen.0 = Some((bytes, Arc::clone(&manifest)));
            Ok(Some(manifest))
        }
        Err(reason) => Err(PublishError::BadManifest { path, reason }),
    }
}
