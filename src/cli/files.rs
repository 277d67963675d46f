//! Reading and filling folders of editors, where a command is asked to.
//!
//! In: paths. Out: their text, or a [`FileError`] that knows the path. What is there already is written by
//! [`Desk`](super::desk::Desk) only.

#![expect(clippy::disallowed_methods, reason = "writes what the editor asked to have written")]

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::desk::{Desk, FILLING, parent};
use super::file_error::{FileError, about};

/// Makes a folder and those above it, where they do not exist.
pub(super) fn make(folder: &Path) -> Result<(), FileError> {
    fs::create_dir_all(folder).map_err(about(folder))
}

/// The text of a file, if there is one.
pub(super) fn text(path: &Path) -> Result<Option<String>, FileError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(about(path)(error)),
    }
}

/// Whether a plain file is there, or a link to one; others may give bytes without end, or none for ever.
pub(super) fn is_file(path: &Path) -> Result<bool, FileError> {
    fs::metadata(path).map(|found| found.is_file()).map_err(about(path))
}

/// The bytes of a file.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, FileError> {
    fs::read(path).map_err(about(path))
}

/// Writes a file that the user named, whole or not at all; what stood there is gone then.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let is_device = fs::metadata(path).is_ok_and(|found| !found.is_file());
    if is_device {
        return fs::write(path, bytes).map_err(about(path));
    }
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any other new file: the user's own mask holds.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut beside = builder.tempfile_in(parent(path)).map_err(about(path))?;
    beside.write_all(bytes).and_then(|()| beside.as_file().sync_all()).map_err(about(path))?;
    beside.persist(path).map(drop).map_err(|error| about(path)(error.error))
}

/// Whether nothing is there, or a folder with nothing in it but what a killed run left.
pub(super) fn is_free(folder: &Path) -> Result<bool, FileError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(about(folder)(error)),
    };
    for entry in entries {
        if !FILLING.made(&entry.map_err(about(folder))?.file_name()) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Fills a folder that is free: whole or not at all. Tells whether it was still free.
pub(super) fn fill<'a>(
    folder: &Path,
    files: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<bool, FileError> {
    // A folder that is there may be the one in which the user stands: it is filled, not replaced.
    let is_there = folder.is_dir();
    let place = if is_there { folder } else { parent(folder) };
    fs::create_dir_all(place).map_err(about(place))?;
    let desk = Desk::open(place)?;
    desk.clear(place, FILLING);
    // Another run may have filled it while this one waited.
    if !is_free(folder)? {
        return Ok(false);
    }
    let staging = tempfile::Builder::new().prefix(FILLING.prefix()).tempdir_in(place);
    let staging = staging.map_err(about(place))?;
    let made = staging.path().join("trang");
    for (path, text) in files {
        let path = made.join(path);
        fs::create_dir_all(parent(&path)).map_err(about(&path))?;
        fs::write(&path, text).map_err(about(&path))?;
    }
    let moved = if is_there { move_up(&made, folder) } else { fs::rename(&made, folder) };
    moved.map_err(about(folder))?;
    Ok(true)
}

/// A folder of the system's own for temporary files, with these files in it; it goes when it is dropped.
pub(super) fn trial<'a>(
    files: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<tempfile::TempDir, FileError> {
    let folder = tempfile::tempdir().map_err(about(&tempfile::env::temp_dir()))?;
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(parent(&path)).map_err(about(&path))?;
        fs::write(&path, text).map_err(about(&path))?;
    }
    Ok(folder)
}

/// The names of the files below a folder, with `/` between; none where there is no folder.
pub(super) fn below(folder: &Path) -> Vec<String> {
    let entries =
        walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let names = files.filter_map(|entry| {
        let path = entry.path().strip_prefix(folder).ok()?.to_str()?;
        Some(path.replace('\\', "/"))
    });
    names.collect()
}

/// Moves what `from` holds into `to`; what was moved is taken away again where one step fails.
fn move_up(from: &Path, to: &Path) -> io::Result<()> {
    let mut moved: Vec<PathBuf> = Vec::new();
    let names: Vec<_> =
        fs::read_dir(from)?.map(|entry| Ok(entry?.file_name())).collect::<io::Result<_>>()?;
    for name in names {
        let target = to.join(&name);
        if let Err(error) = fs::rename(from.join(&name), &target) {
            for path in moved {
                let removed =
                    if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
                removed?;
            }
            return Err(error);
        }
        moved.push(target);
    }
    Ok(())
}
