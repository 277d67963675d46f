//! Key files: read, and made so that their owner alone can read them.
//!
//! In: paths and passphrases as options and environment have them. Out: a [`SigningKey`], or a [`KeyProblem`]. No key
//! and no passphrase is ever printed.

#![expect(clippy::disallowed_methods, reason = "reads and writes key files where the editor says")]

use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::file_error::{FileError, about};
use super::{KeyFileArgs, Surroundings};
use crate::transparency::key::is_locked;
use crate::transparency::{KeyFault, SigningKey};

/// Why there is no key.
#[derive(Debug)]
pub(super) enum KeyProblem {
    /// No file is named.
    NotNamed,
    /// The file cannot be read or written.
    Io(FileError),
    /// There is such a file.
    Exists(PathBuf),
    /// Others than its owner may read it.
    Open(PathBuf),
    /// It lies where it would be published, or be kept with the content.
    Exposed(PathBuf, PathBuf),
    /// It is no key, or the passphrase does not open it.
    Fault(PathBuf, KeyFault),
    /// The system gives no chance numbers.
    NoChance,
}

impl fmt::Display for KeyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotNamed => f.write_str(
                "Chưa có khóa ký. Ghi --khoa TỆP hoặc đặt biến môi trường CONGKHAI_KHOA; chưa có tệp khóa thì tạo bằng congkhai key new TỆP.",
            ),
            Self::Exists(path) => {
                write!(f, "Tệp “{}” đã có; không ghi đè khóa nào.", path.display())
            }
            Self::Io(error) => write!(f, "Tệp khóa: {error}"),
            Self::Open(path) => write!(
                f,
                "Tệp khóa “{0}” để người khác đọc được. Chạy: chmod 600 {0}",
                path.display()
            ),
            Self::Exposed(path, folder) => write!(
                f,
                "Tệp khóa “{}” nằm trong “{}”: khóa không được để chung với nội dung, giao diện hay trang công bố.",
                path.display(),
                folder.display()
            ),
            Self::Fault(path, fault) => write!(f, "Tệp khóa “{}”: {fault}.", path.display()),
            Self::NoChance => f.write_str("Hệ thống không cho số ngẫu nhiên để tạo khóa."),
        }
    }
}

impl std::error::Error for KeyProblem {}

/// The key of a command that signs.
pub(super) fn signing(
    name: &str,
    arguments: &KeyFileArgs,
    surroundings: &Surroundings,
    off: &[&Path],
) -> Result<SigningKey, KeyProblem> {
    let file = arguments.khoa.as_deref().or(surroundings.key_file.as_deref());
    let file = file.ok_or(KeyProblem::NotNamed)?;
    read(name, file, arguments.mat_khau.as_deref(), surroundings, off)
}

/// Reads a key file that nobody else can read and that lies in none of the folders `off`.
pub(super) fn read(
    name: &str,
    file: &Path,
    passphrase: Option<&Path>,
    surroundings: &Surroundings,
    off: &[&Path],
) -> Result<SigningKey, KeyProblem> {
    keep_off(file, off)?;
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => KeyProblem::Exists(file.to_path_buf()),
        _ => KeyProblem::Io(about(file)(error)),
    };
    let pem = fs::read_to_string(file).map_err(failed)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if fs::metadata(file).map_err(failed)?.permissions().mode() & 0o077 != 0 {
            return Err(KeyProblem::Open(file.to_path_buf()));
        }
    }
    let passphrase = match is_locked(&pem) {
        true => self::passphrase(passphrase, surroundings)?,
        false => None,
    };
    SigningKey::from_pem(name, &pem, passphrase.as_deref())
        .map_err(|fault| KeyProblem::Fault(file.to_path_buf(), fault))
}

/// What opens a key: the first line of a file, else what the environment has.
pub(super) fn passphrase(
    file: Option<&Path>,
    surroundings: &Surroundings,
) -> Result<Option<String>, KeyProblem> {
    let Some(file) = file else { return Ok(surroundings.passphrase.clone()) };
    let text = fs::read_to_string(file).map_err(|error| KeyProblem::Io(about(file)(error)))?;
    Ok(text.lines().next().map(str::to_owned))
}

/// Makes a key and its file, which only its owner can read; under a passphrase where one is given.
pub(super) fn make(
    name: &str,
    file: &Path,
    passphrase: Option<&str>,
    off: &[&Path],
) -> Result<SigningKey, KeyProblem> {
    keep_off(file, off)?;
    let (mut seed, mut salt, mut start) = ([0; 32], [0; 16], [0; 16]);
    for bytes in [&mut seed[..], &mut salt[..], &mut start[..]] {
        getrandom::fill(bytes).map_err(|_| KeyProblem::NoChance)?;
    }
    let key = SigningKey::from_seed(name, &seed)
        .map_err(|fault| KeyProblem::Fault(file.to_path_buf(), fault))?;
    let pem = key.to_pem(passphrase.map(|passphrase| (passphrase, salt, start)));
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => KeyProblem::Exists(file.to_path_buf()),
        _ => KeyProblem::Io(about(file)(error)),
    };
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut written = options.open(file).map_err(failed)?;
    if let Err(error) = written.write_all(pem.as_bytes()).and_then(|()| written.sync_all()) {
        // Half a key signs nothing and stands in the way of a whole one. It is ours: nobody else had that name.
        let _ = fs::remove_file(file);
        return Err(failed(error));
    }
    Ok(key)
}

fn keep_off(file: &Path, off: &[&Path]) -> Result<(), KeyProblem> {
    let real = |path: &Path| fs::canonicalize(path).or_else(|_| std::path::absolute(path));
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let place = real(folder.unwrap_or(Path::new("."))).ok();
    for folder in off {
        let inside = |at: &Path| real(folder).is_ok_and(|folder| at.starts_with(folder));
        if place.as_deref().is_some_and(inside) || real(file).ok().as_deref().is_some_and(inside) {
            return Err(KeyProblem::Exposed(file.to_path_buf(), folder.to_path_buf()));
        }
    }
    Ok(())
}
