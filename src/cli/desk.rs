//! Writing files that editors write too.
//!
//! In: a folder, and for each file what it held when it was read. Out: the new file in its place in one step, or a
//! [`FileError`] and the file as others left it. Nothing that others saved is lost:
//!
//! - Commands of this program take turns: each locks the folder itself, with the system's own lock, which leaves no
//!   file behind and ends with the process, however it ends. They read after they have the lock.
//! - Editors know nothing of that lock. So a file is compared with what was read, then exchanged with the new one in one
//!   step, and what came out by the exchange is compared once more: where an editor saved in between, both are
//!   exchanged back. Where a system cannot exchange two files, what is left is the moment between comparing and renaming.
//!   An editor that opened the file before the exchange and writes into it after the second comparison is not noticed;
//!   no system shows that without asking every editor.
//!
//! The new file has the mode, the group and, as far as the system allows, the extended attributes of the old one. A link
//! stays a link and leads to the new file. A second name of the file (a hard link) keeps the old text, and is told.

#![expect(clippy::disallowed_methods, reason = "writes what the editor asked to have written")]

use std::ffi::OsStr;
use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, Write};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;
use walkdir::WalkDir;

use super::file_error::{FileError, Why, about};
use super::report;
use crate::output::Checksum;

/// So long a command waits for another one that writes in the same folder.
const PATIENCE: Duration = Duration::from_secs(60);
/// After so long it says that it waits.
const SILENT_FOR: Duration = Duration::from_secs(2);
/// How often it looks.
const TICK: Duration = Duration::from_millis(20);

/// What a file held when it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Was {
    /// There was none.
    Missing,
    /// Bytes of this checksum.
    Bytes(Checksum),
}

/// What writing a file had to leave as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// Nothing.
    Whole,
    /// Other names of the file, which keep the old text.
    WithOtherNames,
}

impl Written {
    /// What the editor is told of it.
    pub(super) fn note(self) -> Option<&'static str> {
        match self {
            Written::Whole => None,
            Written::WithOtherNames => Some(
                "Lưu ý: tệp ấy còn tên khác trên ổ đĩa (liên kết cứng); ở tên kia nội dung vẫn như cũ.",
            ),
        }
    }
}

/// Names of a kind of temporary file or folder: hidden, so that none is read as content.
#[derive(Clone, Copy, Debug)]
pub(super) struct Temporary(&'static str);

/// A file that is to take another's place.
pub(super) const WRITING: Temporary = Temporary(".congkhai-ghi-");
/// A folder that is to become a new site.
pub(super) const FILLING: Temporary = Temporary(".congkhai-tao-");

/// So many letters and digits `tempfile` adds to a prefix.
const RANDOM: usize = 6;

impl Temporary {
    /// What the names begin with.
    pub(super) fn prefix(self) -> &'static str {
        self.0
    }

    /// Whether the name is one that a run of this program made.
    pub(super) fn made(self, name: &OsStr) -> bool {
        let rest = name.to_str().and_then(|name| name.strip_prefix(self.0));
        rest.is_some_and(|rest| {
            rest.len() == RANDOM && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
    }
}

/// A folder in which this command alone writes, among the commands of this program.
#[derive(Debug)]
pub(super) struct Desk {
    /// Open as long as the folder is locked; none where its file system knows no locks.
    lock: Option<File>,
}

impl Desk {
    /// Waits until no other command writes in the folder, and locks it.
    pub(super) fn open(folder: &Path) -> Result<Self, FileError> {
        Self::open_within(folder, PATIENCE)
    }

    fn open_within(folder: &Path, patience: Duration) -> Result<Self, FileError> {
        let file = lockable(folder).map_err(about(folder))?;
        let start = Instant::now();
        let mut told = false;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { lock: Some(file) }),
                Err(TryLockError::WouldBlock) if start.elapsed() >= patience => {
                    return Err(FileError::new(folder, Why::Busy));
                }
                Err(TryLockError::WouldBlock) => thread::sleep(TICK),
                // Some network file systems have no locks, or none for folders: comparing still guards each file.
                Err(TryLockError::Error(_)) => return Ok(Self { lock: None }),
            }
            if !told && start.elapsed() >= SILENT_FOR {
                report::complain(&format!(
                    "Đang đợi một lệnh congkhai khác ghi xong vào “{}”…",
                    folder.display()
                ));
                told = true;
            }
        }
    }

    /// Removes, from the folder and all below it, the temporary files of runs that were killed.
    pub(super) fn clear_below(&self, folder: &Path) {
        if self.lock.is_none() {
            // They may belong to a run that goes on.
            return;
        }
        let entries = WalkDir::new(folder).into_iter().filter_entry(|entry| {
            let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            entry.depth() == 0 || !is_hidden || WRITING.made(entry.file_name())
        });
        for entry in entries.filter_map(Result::ok) {
            if entry.file_type().is_file() && WRITING.made(entry.file_name()) {
                // What cannot be removed is hidden, does no harm and waits for the next run.
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Removes what killed runs left in this very folder.
    pub(super) fn clear(&self, folder: &Path, kind: Temporary) {
        if self.lock.is_none() {
            return;
        }
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.filter_map(Result::ok).filter(|entry| kind.made(&entry.file_name())) {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let path = entry.path();
            // As above.
            let _ = if is_folder { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        }
    }

    /// Puts the text in place of a file's that still is what it was; a new file gets its folders.
    pub(super) fn put(&self, path: &Path, was: Was, text: &str) -> Result<Written, FileError> {
        // A link keeps its name: what it leads to is written.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let failed = |error: Fault| FileError::new(path, error.0);
        match was {
            Was::Missing => create(&target, text.as_bytes()).map_err(failed),
            Was::Bytes(checksum) => replace(&target, checksum, text, || {}).map_err(failed),
        }
    }

    /// Removes a file that still is what it was.
    pub(super) fn remove(&self, path: &Path, was: Checksum) -> Result<(), FileError> {
        let bytes = fs::read(path).map_err(about(path))?;
        if Checksum::of(&bytes) != was {
            return Err(FileError::new(path, Why::Changed));
        }
        fs::remove_file(path).map_err(about(path))
    }

    /// Writes a file where none stands yet; false where one does, which is kept.
    pub(super) fn add(&self, path: &Path, bytes: &[u8]) -> Result<bool, FileError> {
        match create(path, bytes) {
            Ok(_) => Ok(true),
            Err(Fault(Why::Changed)) => Ok(false),
            Err(Fault(why)) => Err(FileError::new(path, why)),
        }
    }
}

/// A reason on its way to a [`FileError`].
struct Fault(Why);

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Fault(Why::System(error))
    }
}

impl From<Why> for Fault {
    fn from(why: Why) -> Self {
        Fault(why)
    }
}

/// Makes a file where there is none.
fn create(path: &Path, bytes: &[u8]) -> Result<Written, Fault> {
    let folder = parent(path);
    fs::create_dir_all(folder)?;
    let file = temporary(folder, bytes)?;
    readable(file.as_file())?;
    match file.persist_noclobber(path) {
        Ok(_) => Ok(Written::Whole),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            Err(Why::Changed.into())
        }
        Err(error) => Err(error.error.into()),
    }
}

/// Replaces a file that holds what was read; `meanwhile` is what a test lets an editor do in the last moment.
fn replace(
    path: &Path,
    was: Checksum,
    text: &str,
    meanwhile: impl FnOnce(),
) -> Result<Written, Fault> {
    let old = match fs::symlink_metadata(path) {
        Ok(old) => old,
        // Whoever deleted it meant to.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Why::Changed.into()),
        Err(error) => return Err(error.into()),
    };
    may_be_replaced(path, &old)?;
    let new = temporary(parent(path), text.as_bytes())?;
    like(&old, path, &new)?;
    let holds = |path: &Path, checksum| -> io::Result<bool> {
        Ok(Checksum::of(&fs::read(path)?) == checksum)
    };
    if !holds(path, was)? {
        return Err(Why::Changed.into());
    }
    meanwhile();
    let written = if other_names(&old) { Written::WithOtherNames } else { Written::Whole };
    match exchange(new.path(), path) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {
            new.persist(path).map_err(|error| error.error)?;
            return Ok(written);
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Why::Changed.into()),
        done => done?,
    }
    // From here on the temporary name holds what stood there at that moment.
    if holds(new.path(), was)? {
        return Ok(written);
    }
    exchange(new.path(), path)?;
    // What comes back should be ours; else an editor saved over ours, and its last word is to stand.
    if !holds(new.path(), Checksum::of(text.as_bytes()))? {
        exchange(new.path(), path)?;
    }
    Err(Why::Changed.into())
}

/// The folder that a path lies in.
pub(super) fn parent(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The bytes in a hidden file of the same folder, on the disk before it takes a name.
fn temporary(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix(WRITING.prefix()).tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// The folder itself, which takes a lock without a trace that version control would see.
#[cfg(unix)]
fn lockable(folder: &Path) -> io::Result<File> {
    File::open(folder)
}

/// Elsewhere a folder cannot be opened: a file stands for it, out of the way of its content.
#[cfg(not(unix))]
fn lockable(folder: &Path) -> io::Result<File> {
    let name = fs::canonicalize(folder)?;
    let name = Checksum::of(name.as_os_str().as_encoded_bytes());
    let path = tempfile::env::temp_dir().join(format!("congkhai-{name}.lock"));
    File::options().read(true).write(true).create(true).truncate(false).open(path)
}

#[cfg(unix)]
fn may_be_replaced(path: &Path, old: &Metadata) -> Result<(), Fault> {
    use std::os::unix::fs::MetadataExt;

    use rustix::fs::{Access, access};

    if !old.is_file() {
        return Err(Why::NoFile.into());
    }
    if old.uid() != rustix::process::geteuid().as_raw() {
        return Err(Why::Foreign.into());
    }
    // A file that its owner must not write is meant to stay, even where the system's administrator could write it.
    if old.mode() & 0o200 == 0 || access(path, Access::WRITE_OK).is_err() {
        return Err(Why::ReadOnly.into());
    }
    Ok(())
}

#[cfg(not(unix))]
fn may_be_replaced(_: &Path, old: &Metadata) -> Result<(), Fault> {
    if !old.is_file() {
        return Err(Why::NoFile.into());
    }
    if old.permissions().readonly() { Err(Why::ReadOnly.into()) } else { Ok(()) }
}

/// Gives the new file what the old one has besides its text.
#[cfg(unix)]
fn like(old: &Metadata, path: &Path, new: &NamedTempFile) -> Result<(), Fault> {
    use std::os::unix::fs::{MetadataExt, fchown};

    let made = new.as_file().metadata()?;
    // Before the mode, since changing the group may take bits of it away.
    if made.gid() != old.gid() && fchown(new.as_file(), None, Some(old.gid())).is_err() {
        return Err(Why::Group.into());
    }
    new.as_file().set_permissions(old.permissions())?;
    attributes(path, new.as_file());
    Ok(())
}

#[cfg(not(unix))]
fn like(old: &Metadata, _: &Path, new: &NamedTempFile) -> Result<(), Fault> {
    Ok(new.as_file().set_permissions(old.permissions())?)
}

/// Copies extended attributes, access lists among them, as far as the system allows; some only it may set.
#[cfg(target_os = "linux")]
fn attributes(path: &Path, new: &File) {
    use rustix::fs::{XattrFlags, fsetxattr, getxattr, listxattr};

    /// The largest value that Linux has.
    const LARGEST: usize = 65_536;
    let mut names = vec![0_u8; LARGEST];
    let Ok(length) = listxattr(path, &mut names[..]) else { return };
    let mut value = vec![0_u8; LARGEST];
    for name in names[..length].split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        if let Ok(length) = getxattr(path, name, &mut value[..]) {
            let _ = fsetxattr(new, name, &value[..length], XattrFlags::empty());
        }
    }
}

#[cfg(all(unix, not(target_os = "linux")))]
fn attributes(_: &Path, _: &File) {}

#[cfg(unix)]
fn other_names(old: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(old) > 1
}

#[cfg(not(unix))]
fn other_names(_: &Metadata) -> bool {
    false
}

/// Exchanges the names of two files in one step; [`io::ErrorKind::Unsupported`] where there is no such step.
#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(|errno| match errno {
        Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP => io::ErrorKind::Unsupported.into(),
        other => other.into(),
    })
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// A temporary file is its owner's alone; an editor's file is read by the others of the office too.
#[cfg(unix)]
fn readable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn scene(text: &str) -> (tempfile::TempDir, PathBuf) {
        let scene = tempfile::tempdir().unwrap();
        let file = scene.path().join("a.md");
        fs::write(&file, text).unwrap();
        (scene, file)
    }

    fn read(text: &str) -> Was {
        Was::Bytes(Checksum::of(text.as_bytes()))
    }

    #[track_caller]
    fn refused(result: Result<Written, FileError>, part: &str) {
        let told = result.unwrap_err().to_string();
        assert!(told.contains(part), "{told}");
    }

    /// The names in a folder.
    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn only_what_still_is_what_was_read_is_replaced() {
        let (scene, file) = scene("cũ");
        let desk = Desk::open(scene.path()).unwrap();
        desk.put(&file, read("cũ"), "mới").unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "mới");
        refused(desk.put(&file, read("cũ"), "muộn"), "vừa được chương trình khác lưu");
        refused(desk.put(&file, Was::Missing, "muộn"), "vừa được chương trình khác lưu");
        assert_eq!(fs::read_to_string(&file).unwrap(), "mới");
        fs::remove_file(&file).unwrap();
        refused(desk.put(&file, read("mới"), "muộn"), "vừa được chương trình khác lưu");
        desk.put(&scene.path().join("b/c.md"), Was::Missing, "thêm").unwrap();
        assert_eq!(names(scene.path()), ["b"]);
        assert_eq!(names(&scene.path().join("b")), ["c.md"]);
    }

    /// The last moment: after the first comparison, before the exchange.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_save_in_the_last_moment_wins() {
        let saves: [fn(&Path); 3] = [
            |file| fs::write(file, "của biên tập").unwrap(),
            // Most editors write another file and rename it.
            |file| {
                let other = file.with_extension("tam");
                fs::write(&other, "của biên tập").unwrap();
                fs::rename(other, file).unwrap();
            },
            |file| fs::remove_file(file).unwrap(),
        ];
        for (index, save) in saves.into_iter().enumerate() {
            let (scene, file) = scene("cũ");
            let result = replace(&file, Checksum::of("cũ".as_bytes()), "mới", || save(&file));
            assert!(matches!(result, Err(Fault(Why::Changed))), "save {index}");
            let found = fs::read_to_string(&file).ok();
            assert_eq!(found.as_deref(), (index < 2).then_some("của biên tập"), "save {index}");
            assert_eq!(names(scene.path()), ["a.md"; 1][..usize::from(index < 2)], "save {index}");
        }
    }

    #[test]
    fn a_second_command_waits_and_is_told() {
        let (scene, _) = scene("cũ");
        let desk = Desk::open(scene.path()).unwrap();
        let told = Desk::open_within(scene.path(), Duration::ZERO).unwrap_err().to_string();
        assert!(told.contains("lệnh congkhai khác đang ghi"), "{told}");
        let folder = scene.path().to_owned();
        let second = thread::spawn(move || Desk::open(&folder).map(drop));
        drop(desk);
        second.join().unwrap().unwrap();
        assert_eq!(names(scene.path()), ["a.md"], "a lock leaves no file");
    }

    #[test]
    fn what_a_killed_run_left_is_cleared_and_nothing_else() {
        let (scene, file) = scene("cũ");
        let folder = scene.path().join("nhiem-vu");
        fs::create_dir_all(folder.join(".git")).unwrap();
        let left = [".congkhai-ghi-aB3dE6", "nhiem-vu/.congkhai-ghi-000000"];
        let kept = [".congkhai-ghi-chu.md", "nhiem-vu/.git/.congkhai-ghi-000000"];
        for name in left.iter().chain(&kept) {
            fs::write(scene.path().join(name), "dở").unwrap();
        }
        Desk::open(scene.path()).unwrap().clear_below(scene.path());
        assert!(left.iter().all(|name| !scene.path().join(name).exists()));
        assert!(kept.iter().all(|name| scene.path().join(name).exists()) && file.exists());
    }

    #[cfg(unix)]
    #[test]
    fn mode_links_and_other_names_are_kept() {
        use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

        let (scene, file) = scene("cũ");
        let desk = Desk::open(scene.path()).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        let link = scene.path().join("l.md");
        symlink("a.md", &link).unwrap();
        assert_eq!(desk.put(&link, read("cũ"), "mới").unwrap(), Written::Whole);
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "mới");
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o640);
        let other = scene.path().join("h.md");
        fs::hard_link(&file, &other).unwrap();
        assert_eq!(desk.put(&file, read("mới"), "mới hơn").unwrap(), Written::WithOtherNames);
        assert_eq!(fs::read_to_string(&other).unwrap(), "mới", "nothing is lost");
        assert_eq!(fs::read_to_string(&file).unwrap(), "mới hơn");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn extended_attributes_are_kept() {
        use rustix::fs::{XattrFlags, getxattr, setxattr};

        let (scene, file) = scene("cũ");
        if setxattr(&file, "user.nhan", b"rieng", XattrFlags::empty()).is_err() {
            // The file system has none.
            return;
        }
        Desk::open(scene.path()).unwrap().put(&file, read("cũ"), "mới").unwrap();
        let mut value = [0_u8; 16];
        let length = getxattr(&file, "user.nhan", &mut value[..]).unwrap();
        assert_eq!(&value[..length], b"rieng");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_is_read_only_or_of_another_user_stays() {
        use std::os::unix::fs::{PermissionsExt, chown};

        let (scene, file) = scene("cũ");
        let desk = Desk::open(scene.path()).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
        refused(desk.put(&file, read("cũ"), "mới"), "chỉ đọc");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        fs::create_dir(scene.path().join("d.md")).unwrap();
        refused(desk.put(&scene.path().join("d.md"), read("cũ"), "mới"), "không phải là tệp");
        // Only the administrator can give a file away; elsewhere there is nothing to see.
        if chown(&file, Some(65_534), None).is_ok() {
            refused(desk.put(&file, read("cũ"), "mới"), "người dùng khác");
        }
        assert_eq!(fs::read_to_string(&file).unwrap(), "cũ");
        assert_eq!(names(scene.path()), ["a.md", "d.md"], "nothing is left beside it");
    }

    #[cfg(unix)]
    #[test]
    fn the_group_of_a_file_is_kept() {
        use std::os::unix::fs::{MetadataExt, chown};

        let (scene, file) = scene("cũ");
        if chown(&file, None, Some(65_534)).is_err() {
            return;
        }
        Desk::open(scene.path()).unwrap().put(&file, read("cũ"), "mới").unwrap();
        assert_eq!(fs::metadata(&file).unwrap().gid(), 65_534);
    }
}
