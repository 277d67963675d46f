//! Which folders may be published to.
//!
//! In: the output folder as the user named it. Out: its real path, or a refusal. Changes nothing.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

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
    Site(Manifest),
}

/// Looks at the output; refuses what is no folder or not ours.
pub(super) fn inspect(output: &Path) -> Result<Published, PublishError> {
    if !exists(output)? {
        return Ok(Published::Nothing);
    }
    let read = |error| PublishError::io(Action::Read, output, error);
    if !fs::symlink_metadata(output).map_err(read)?.is_dir() {
        return Err(PublishError::NotAFolder { path: output.to_path_buf() });
    }
    match read_manifest(output)? {
        Some(manifest) => Ok(Published::Site(manifest)),
        None if fs::read_dir(output).map_err(read)?.next().is_none() => Ok(Published::Empty),
        None => Err(PublishError::NotOurs { path: output.to_path_buf() }),
    }
}

/// The manifest in a folder, if there is one.
pub(super) fn read_manifest(folder: &Path) -> Result<Option<Manifest>, PublishError> {
    let path = folder.join(MANIFEST);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(PublishError::io(Action::Read, &path, error)),
    };
    match Manifest::from_bytes(&bytes) {
        Ok(manifest) => Ok(Some(manifest)),
        Err(reason) => Err(PublishError::BadManifest { path, reason }),
    }
}
