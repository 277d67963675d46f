//! What others put into a folder of ours.
//!
//! In: a folder and its manifest. Out: the entries that the manifest does not account for, and
//! their second names in the new site's folder. Deletes nothing.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::disk::{Disk, create_dir_all};
use super::error::{Action, PublishError};
use super::manifest::{MANIFEST, Manifest};
use super::places::MARK;
use crate::output::{Output, key_of};

/// All that a folder holds, as paths within it, a folder before what lies in it. Symbolic links
/// are not followed: they count as files.
#[derive(Clone, Debug, Default)]
pub(super) struct Contents {
    pub(super) folders: Vec<PathBuf>,
    pub(super) files: Vec<PathBuf>,
}

impl Contents {
    /// Looks into a folder.
    pub(super) fn of(root: &Path) -> Result<Self, PublishError> {
        let mut contents = Self::default();
        for entry in WalkDir::new(root).min_depth(1).sort_by_file_name() {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(root).to_path_buf();
                PublishError::Io { action: Action::Read, path, source: error.into() }
            })?;
            let path = entry.path().strip_prefix(root).expect("a walk stays below its root");
            let list = if entry.file_type().is_dir() {
                &mut contents.folders
            } else {
                &mut contents.files
            };
            list.push(path.to_path_buf());
        }
        Ok(contents)
    }

    /// The part that neither the manifest nor publishing itself accounts for.
    pub(super) fn foreign_to(mut self, manifest: &Manifest) -> Self {
        let ours = &manifest.files;
        self.folders.retain(|path| !within(path).is_some_and(|path| ours.has_below(&path)));
        self.files.retain(|path| {
            !is_ours_by_name(path) && !within(path).is_some_and(|path| ours.has(&path))
        });
        self
    }
}

/// The path as the site writes it; nothing where no file of ours could have it.
fn within(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.iter().map(OsStr::to_str).collect();
    Some(parts?.join("/"))
}

/// Whether publishing keeps this name, at the top of the folder, for itself.
pub(super) fn is_ours_by_name(path: &Path) -> bool {
    path == Path::new(MANIFEST) || path == Path::new(MARK)
}

/// Refuses where something of others stands in the way of the new site.
pub(super) fn make_way(
    foreign: &Contents,
    new: &Output,
    published: &Path,
) -> Result<(), PublishError> {
    let file = |path: &PathBuf| new.clash(&key_within(path)).map(|ours| (path.clone(), ours));
    let folder =
        |path: &PathBuf| new.clash_with_folder(&key_within(path)).map(|ours| (path.clone(), ours));
    match foreign.files.iter().find_map(file).or_else(|| foreign.folders.iter().find_map(folder)) {
        None => Ok(()),
        Some((path, ours)) => {
            Err(PublishError::InTheWay { foreign: published.join(path), ours: ours.clone() })
        }
    }
}

fn key_within(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    key_of(&parts.join("/"))
}

/// Gives what others put into `published` a second name in `staging`.
pub(super) fn carry(
    disk: &dyn Disk,
    foreign: &Contents,
    published: &Path,
    staging: &Path,
) -> Result<(), PublishError> {
    for path in &foreign.folders {
        create_dir_all(disk, &staging.join(path))?;
    }
    for path in &foreign.files {
        let (from, to) = (published.join(path), staging.join(path));
        if let Some(parent) = to.parent() {
            create_dir_all(disk, parent)?;
        }
        let failed = |error| PublishError::io(Action::Carry, &from, error);
        match disk.hard_link(&from, &to) {
            Err(error) if can_copy_instead(&error) && from.is_file() && !from.is_symlink() => {
                disk.copy(&from, &to).map_err(failed)?;
            }
            done => done.map_err(failed)?,
        }
    }
    // Last and from within: a folder may forbid writing in it, or reading to all but its owner.
    for path in foreign.folders.iter().rev() {
        let (from, to) = (published.join(path), staging.join(path));
        let failed = |error| PublishError::io(Action::Carry, &from, error);
        let permissions = fs::metadata(&from).map_err(failed)?.permissions();
        if fs::metadata(&to).map_err(failed)?.permissions() != permissions {
            disk.set_permissions(&to, permissions).map_err(failed)?;
        }
    }
    Ok(())
}

/// File systems without hard links, or with rules about them, still allow a copy.
fn can_copy_instead(error: &io::Error) -> bool {
    use io::ErrorKind::{
        CrossesDevices, InvalidInput, PermissionDenied, TooManyLinks, Unsupported,
    };
    matches!(
        error.kind(),
        CrossesDevices | InvalidInput | PermissionDenied | TooManyLinks | Unsupported
    )
}
