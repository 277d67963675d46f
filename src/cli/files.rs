//! Writing the editors' files, where a command is asked to.

#![expect(clippy::disallowed_methods, reason = "writes what the editor asked to have written")]

use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A file or folder that could not be read or written.
#[derive(Debug)]
pub(super) struct FileError {
    path: PathBuf,
    source: io::Error,
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match self.source.kind() {
            io::ErrorKind::PermissionDenied => write!(f, "Không được phép đọc hay ghi “{path}”."),
            io::ErrorKind::StorageFull => write!(f, "Đĩa đầy, không ghi được “{path}”."),
            io::ErrorKind::InvalidData => write!(f, "“{path}” không phải văn bản UTF-8."),
            io::ErrorKind::InvalidFilename => write!(f, "Tên “{path}” quá dài hoặc không hợp lệ."),
            _ => write!(f, "Không đọc hay ghi được “{path}”: {}", self.source),
        }
    }
}

impl std::error::Error for FileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// Names the path that an error is about.
fn about(path: &Path) -> impl FnOnce(io::Error) -> FileError {
    let path = path.to_owned();
    |source| FileError { path, source }
}

/// Puts the text in place of a file's in one step; a new file gets its folders, a link keeps its target.
pub(super) fn put(path: &Path, text: &str) -> Result<(), FileError> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    replace(&target, text).map_err(about(path))
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = parent(path);
    fs::create_dir_all(folder)?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    match fs::metadata(path) {
        Ok(old) => file.as_file().set_permissions(old.permissions())?,
        Err(_) => readable(file.as_file())?,
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A temporary file is its owner's alone; an editor's file is read by the others of the office too.
#[cfg(unix)]
fn readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &fs::File) -> io::Result<()> {
    Ok(())
}

fn parent(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The text of a file, if there is one.
pub(super) fn text(path: &Path) -> Result<Option<String>, FileError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(about(path)(error)),
    }
}

/// The bytes of a file.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, FileError> {
    fs::read(path).map_err(about(path))
}

/// Writes a file where none stands yet; false where one does, which is kept.
pub(super) fn put_new(path: &Path, bytes: &[u8]) -> Result<bool, FileError> {
    let write = || {
        let mut file = NamedTempFile::new_in(parent(path))?;
        file.write_all(bytes)?;
        readable(file.as_file())?;
        match file.persist_noclobber(path) {
            Ok(_) => Ok(true),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
            Err(error) => Err(error.error),
        }
    };
    write().map_err(about(path))
}

/// Whether nothing is there, or a folder with nothing in it.
pub(super) fn is_free(folder: &Path) -> Result<bool, FileError> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(about(folder)(error)),
    }
}

/// Fills a folder that is free: whole or not at all.
pub(super) fn fill<'a>(
    folder: &Path,
    files: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<(), FileError> {
    // A folder that is there may be the one in which the user stands: it is filled, not replaced.
    let is_there = folder.is_dir();
    let place = if is_there { folder } else { parent(folder) };
    fs::create_dir_all(place).map_err(about(place))?;
    let staging = tempfile::Builder::new().prefix(".congkhai-").tempdir_in(place);
    let staging = staging.map_err(about(place))?;
    let made = staging.path().join("trang");
    for (path, text) in files {
        put(&made.join(path), text)?;
    }
    if is_there { move_up(&made, folder) } else { fs::rename(&made, folder) }.map_err(about(folder))
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
