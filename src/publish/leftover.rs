//! Folders of ours that are no longer needed: a staging folder given up, an old site replaced.
//!
//! In: such a folder. Out: nothing of it. Whatever a run leaves half removed, the next one
//! recognises by what is removed last: the mark, or the manifest.

use std::fs;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::{Disk, create_dir_all, exists};
use super::error::{Action, PublishError};
use super::foreign::{Contents, is_ours_by_name};
use super::guard::{Seen, read_manifest};
use super::manifest::MANIFEST;
use super::places::Places;

/// Whether a folder holds a whole site: the mark is gone and the manifest is there.
pub(super) fn is_sealed(folder: &Path) -> Result<bool, PublishError> {
    Ok(!exists(&Places::mark(folder))? && exists(&folder.join(MANIFEST))?)
}

/// Removes a folder of ours beside the published one, if it is there. What others put into it
/// and the published folder does not have is moved there first.
pub(super) fn clear(
    disk: &dyn Disk,
    folder: &Path,
    published: &Path,
    seen: &mut Seen,
) -> Result<(), PublishError> {
    if !exists(folder)? {
        return Ok(());
    }
    let strange = |path: &Path| PublishError::Strange {
        folder: folder.to_path_buf(),
        path: path.to_path_buf(),
    };
    if folder.is_symlink() || !folder.is_dir() {
        return Err(strange(folder));
    }
    let mut contents = Contents::of(folder)?;
    if !exists(&Places::mark(folder))? {
        match read_manifest(folder, seen)? {
            Some(manifest) => {
                let foreign = contents.clone().foreign_to(&manifest);
                let moved = settle(disk, &foreign, folder, published)?;
                contents.files.retain(|path| !moved.contains(path));
            }
            None => {
                if let Some(path) = contents.files.iter().chain(&contents.folders).next() {
                    return Err(strange(path));
                }
            }
        }
    }
    remove(disk, folder, &contents)
}

/// Moves a folder of ours out of the way that cannot be removed; gives why, with the path where it stands now.
pub(super) fn park(
    disk: &dyn Disk,
    places: &Places,
    folder: &Path,
    why: PublishError,
) -> Result<PublishError, PublishError> {
    let PublishError::Io { action: Action::Remove, path, source } = why else { return Err(why) };
    let mut number = 1;
    while exists(&places.parked(Some(number)))? {
        number += 1;
    }
    let to = places.parked(Some(number));
    if exists(folder)? && disk.rename(folder, &to).is_err() {
        return Err(PublishError::Io { action: Action::Remove, path, source });
    }
    let path = path.strip_prefix(folder).map_or_else(|_| to.clone(), |within| to.join(within));
    Ok(PublishError::Io { action: Action::Remove, path, source })
}

/// Removes what earlier runs moved out of the way; gives why it still cannot be done. What others had put there is in
/// the published folder since before it was moved.
pub(super) fn clear_parked(
    disk: &dyn Disk,
    places: &Places,
) -> Result<Option<PublishError>, PublishError> {
    let read = |error| PublishError::io(Action::Read, &places.parent, error);
    let mut left = None;
    for entry in fs::read_dir(&places.parent).map_err(read)? {
        let entry = entry.map_err(read)?;
        if places.is_parked(&entry.file_name()) {
            let folder = entry.path();
            let removed = Contents::of(&folder).and_then(|all| remove(disk, &folder, &all));
            left = removed.err().or(left);
        }
    }
    Ok(left)
}

/// Sees to it that the published folder has all foreign files; gives those that were moved.
fn settle(
    disk: &dyn Disk,
    foreign: &Contents,
    folder: &Path,
    published: &Path,
) -> Result<Vec<PathBuf>, PublishError> {
    let mut moved = Vec::new();
    for path in &foreign.files {
        let (from, to) = (folder.join(path), published.join(path));
        if exists(&to)? {
            if !same(&from, &to)? {
                let folder = folder.to_path_buf();
                return Err(PublishError::Strange { folder, path: path.clone() });
            }
        } else if exists(published)? {
            if let Some(parent) = to.parent() {
                create_dir_all(disk, parent)?;
            }
            let failed = |error| PublishError::io(Action::Carry, &from, error);
            disk.rename(&from, &to).map_err(failed)?;
            moved.push(path.clone());
        } else {
            return Err(PublishError::Strange { folder: folder.to_path_buf(), path: path.clone() });
        }
    }
    Ok(moved)
}

/// Removes these contents, then the folder. Anything that appeared meanwhile makes it stop.
fn remove(disk: &dyn Disk, folder: &Path, contents: &Contents) -> Result<(), PublishError> {
    let file = |path: &Path| {
        disk.remove_file(path).map_err(|error| PublishError::io(Action::Remove, path, error))
    };
    let dir = |path: &Path| {
        disk.remove_dir(path).map_err(|error| PublishError::io(Action::Remove, path, error))
    };
    let files = contents.files.par_iter().filter(|path| !is_ours_by_name(path));
    let refused = files.map(|path| file(&folder.join(path))).find_map_first(Result::err);
    if let Some(error) = refused {
        return Err(error);
    }
    for path in contents.folders.iter().rev() {
        dir(&folder.join(path))?;
    }
    for path in [folder.join(MANIFEST), Places::mark(folder)] {
        if exists(&path)? {
            file(&path)?;
        }
    }
    dir(folder)
}

/// Whether two names lead to one file, or to equal ones.
fn same(one: &Path, other: &Path) -> Result<bool, PublishError> {
    let told = |path: &Path| {
        fs::symlink_metadata(path).map_err(|error| PublishError::io(Action::Read, path, error))
    };
    let (a, b) = (told(one)?, told(other)?);
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        if (a.dev(), a.ino()) == (b.dev(), b.ino()) {
            return Ok(true);
        }
    }
    if !a.is_file() || !b.is_file() || a.len() != b.len() {
        return Ok(false);
    }
    let open = |path: &Path| {
        let file = fs::File::open(path);
        file.map(BufReader::new).map_err(|error| PublishError::io(Action::Read, path, error))
    };
    let (mut left, mut right) = (open(one)?.bytes(), open(other)?.bytes());
    loop {
        match (left.next().transpose(), right.next().transpose()) {
            (Ok(None), Ok(None)) => return Ok(true),
            (Ok(x), Ok(y)) if x == y => {}
            (Ok(_), Ok(_)) => return Ok(false),
            (Err(error), _) => return Err(PublishError::io(Action::Read, one, error)),
            (_, Err(error)) => return Err(PublishError::io(Action::Read, other, error)),
        }
    }
}
