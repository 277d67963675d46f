//! What a build makes: paths, each with the checksum and the size of its bytes.
//!
//! In: finished files, one by one, from any thread. Out: an [`Output`], and the bytes in a
//! [`Sink`]: memory here, a staging folder in `publish`. Knows no page and no disk.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::text::file_names::{self, NameFault};

/// Path of a file within the site: parts parted by `/`, none of them empty, `.` or `..`, and
/// nothing in them that some file system or server could read otherwise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutputPath(Arc<str>);

/// Why a text is not an [`OutputPath`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadOutputPath {
    /// The text.
    pub path: String,
    /// What is wrong with it.
    pub reason: &'static str,
}

impl OutputPath {
    /// Checks a relative path.
    ///
    /// # Errors
    /// Where the path could leave the site's folder or means different files on different systems.
    pub fn new(path: impl Into<String>) -> Result<Self, BadOutputPath> {
        let path = path.into();
        match fault_of(&path) {
            None => Ok(Self(path.into())),
            Some(reason) => Err(BadOutputPath { path, reason }),
        }
    }

    /// The path as text, with `/` between its parts.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path with case set aside: two paths with one key are one file on some systems.
    pub fn key(&self) -> Arc<str> {
        // It is composed already, and mostly small.
        let small = self.0.to_lowercase();
        if small == *self.0 { Arc::clone(&self.0) } else { small.into() }
    }

    /// Where the file stands when the site's folder is `root`.
    pub fn below(&self, root: &Path) -> PathBuf {
        let mut path = root.to_path_buf();
        path.extend(self.0.split('/'));
        path
    }
}

impl Borrow<str> for OutputPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for BadOutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Đường dẫn “{}” không dùng được: {}.", self.path, self.reason)
    }
}

impl std::error::Error for BadOutputPath {}

/// A path with case and composition of letters set aside.
pub(crate) fn key_of(path: &str) -> String {
    path.nfc().collect::<String>().to_lowercase()
}

fn fault_of(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("đường dẫn để trống");
    }
    if path.starts_with('/') {
        return Some("đường dẫn phải tính từ thư mục của trang, không bắt đầu bằng “/”");
    }
    if !is_nfc(path) {
        return Some("chữ có dấu chưa ở dạng dựng sẵn (NFC)");
    }
    let relative = path.split('/').find_map(|part| match part {
        "" => Some("có một phần để trống"),
        "." | ".." => Some("không được có “.” hay “..”"),
        _ => None,
    });
    relative.or_else(|| {
        Some(match file_names::fault(path)? {
            NameFault::Sign(_) | NameFault::Hidden(_) => "có ký tự không được dùng trong tên tệp",
            NameFault::Edge => {
                "một phần bắt đầu hoặc kết thúc bằng dấu cách, hoặc kết thúc bằng dấu chấm"
            }
            NameFault::Device(_) => "một phần là tên thiết bị của Windows",
            NameFault::LongName(_) | NameFault::LongPath(_) => "tên quá dài",
        })
    })
}

/// SHA-256 of a file's bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Checksum([u8; 32]);

impl Checksum {
    /// The checksum of pieces, one after another.
    pub fn of_all<'a>(pieces: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut sum = Sha256::new();
        pieces.for_each(|piece| sum.update(piece));
        Self(sum.finalize().into())
    }

    /// The checksum of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl Checksum {
    /// The 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl From<[u8; 32]> for Checksum {
    fn from(sha256: [u8; 32]) -> Self {
        Self(sha256)
    }
}

impl fmt::Display for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadChecksum;

impl FromStr for Checksum {
    type Err = BadChecksum;

    fn from_str(text: &str) -> Result<Self, BadChecksum> {
        let digit = |c: u8| match c {
            b'0'..=b'9' => Ok(c - b'0'),
            b'a'..=b'f' => Ok(c - b'a' + 10),
            _ => Err(BadChecksum),
        };
        let text: &[u8; 64] = text.as_bytes().try_into().map_err(|_| BadChecksum)?;
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Ok(Self(bytes))
    }
}

/// The checksum of a list of values, being made.
#[derive(Clone, Debug, Default)]
pub struct Digest(Sha256);

impl Digest {
    /// That of no value yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a value with its length, so that no two lists of values are the same bytes.
    pub fn add(&mut self, value: &[u8]) {
        self.0.update((value.len() as u64).to_le_bytes());
        self.0.update(value);
    }

    /// That of all that was added.
    pub fn checksum(self) -> Checksum {
        Checksum(self.0.finalize().into())
    }
}

/// What is known of a file without its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Checksum of the bytes.
    pub sha256: Checksum,
    /// Number of bytes.
    pub size: u64,
}

impl Entry {
    /// The entry of a file with these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self { sha256: Checksum::of(bytes), size: bytes.len() as u64 }
    }
}

/// The bytes of a file with their entry: whoever hands them on need not count them again.
#[derive(Clone, Copy, Debug)]
pub struct Hashed<B> {
    bytes: B,
    entry: Entry,
}

impl<B: AsRef<[u8]>> Hashed<B> {
    /// Counts these bytes.
    pub fn of(bytes: B) -> Self {
        let entry = Entry::of(bytes.as_ref());
        Self { bytes, entry }
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.as_ref()
    }

    /// What is known of them.
    pub fn entry(&self) -> Entry {
        self.entry
    }

    /// The same, lent.
    pub fn lent(&self) -> Hashed<&[u8]> {
        Hashed { bytes: self.bytes(), entry: self.entry }
    }
}

/// Two files that cannot stand in one folder: the same path but for case, or a file where the
/// other needs a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collision {
    /// The file that was there.
    pub first: OutputPath,
    /// The file that came.
    pub second: OutputPath,
}

impl fmt::Display for Collision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, second } = self;
        write!(f, "Hai tệp của trang không thể cùng tồn tại: “{first}” và “{second}”.")
    }
}

impl std::error::Error for Collision {}

/// All files of a site, in the order of their paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Output {
    entries: BTreeMap<OutputPath, Entry>,
    keys: BTreeMap<Arc<str>, OutputPath>,
}

impl Output {
    /// Adds a file.
    ///
    /// # Errors
    /// Where another file stands in its way.
    pub fn insert(&mut self, path: OutputPath, entry: Entry) -> Result<(), Collision> {
        let key = path.key();
        if let Some(first) = self.clash(&key) {
            return Err(Collision { first: first.clone(), second: path });
        }
        self.keys.insert(key, path.clone());
        self.entries.insert(path, entry);
        Ok(())
    }

    /// The entry of a file.
    pub fn get(&self, path: &OutputPath) -> Option<&Entry> {
        self.entries.get(path)
    }

    /// All files, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&OutputPath, &Entry)> {
        self.entries.iter()
    }

    /// Number of files.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Number of bytes of all files.
    pub fn bytes(&self) -> u64 {
        self.entries.values().map(|entry| entry.size).sum()
    }

    /// The file that keeps a folder from standing under `key`.
    pub(crate) fn clash_with_folder(&self, key: &str) -> Option<&OutputPath> {
        let parents = key.match_indices('/').map(|(end, _)| &key[..end]);
        parents.chain([key]).find_map(|at| self.keys.get(at))
    }

    /// The file that keeps another file from standing under `key`.
    pub(crate) fn clash(&self, key: &str) -> Option<&OutputPath> {
        self.clash_with_folder(key).or_else(|| below(&self.keys, key))
    }

    /// Whether a file of it stands under this very path.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.entries.contains_key(path)
    }

    /// Whether one of its files stands below this very folder.
    pub(crate) fn has_below(&self, folder: &str) -> bool {
        below(&self.entries, folder).is_some()
    }
}

/// What stands first below a folder.
fn below<'m, K: Borrow<str> + Ord, V>(map: &'m BTreeMap<K, V>, folder: &str) -> Option<&'m V> {
    let folder = format!("{folder}/");
    let from = (Bound::Included(folder.as_str()), Bound::Unbounded);
    let (path, value) = map.range::<str, _>(from).next()?;
    path.borrow().starts_with(&folder).then_some(value)
}

/// Where finished files go, from any thread.
pub trait Sink: Sync {
    /// Takes a file.
    ///
    /// # Errors
    /// Where the bytes cannot be kept, or another file of the site stands in the way.
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> io::Result<()> {
        self.put_hashed(path, Hashed::of(bytes))
    }

    /// The same of a file that was counted.
    ///
    /// # Errors
    /// As [`Sink::put`].
    fn put_hashed(&self, path: &OutputPath, file: Hashed<&[u8]>) -> io::Result<()>;

    /// The files that were taken so far.
    fn so_far(&self) -> Output;

    /// Keeps the whole site that stands at its place, if it was made from what `inputs` is the checksum of; out comes how
    /// many pages it has. Nothing where it must be made.
    ///
    /// # Errors
    /// As [`Sink::put`].
    fn keep_site(&self, inputs: Checksum) -> io::Result<Option<usize>> {
        let _ = inputs;
        Ok(None)
    }

    /// Whether it has notes of a site, or may leave some for the run after this one.
    fn takes_notes(&self) -> bool {
        false
    }

    /// What was noted of the site that stands at its place, if it was made by a run that read what `read` is the checksum
    /// of.
    fn noted(&self, read: Checksum) -> Option<Notes> {
        let _ = read;
        None
    }

    /// The notes that were left with a part, if it was made from the same. They say more of it than what it was made from:
    /// whoever reads in them that it no longer holds makes it anew.
    fn left_with(&self, part: &Part) -> Option<Notes> {
        let _ = part;
        None
    }

    /// Keeps the files of a part as they stand at their place, if they were made from the same and each still is what it
    /// was; out come the notes that were left with them. Nothing where the part must be made.
    ///
    /// # Errors
    /// As [`Sink::put`].
    fn keep(&self, part: &Part) -> io::Result<Option<Notes>> {
        let _ = part;
        Ok(None)
    }

    /// Takes note that these files, all of which it took, are a part that may be kept the next time.
    fn leave(&self, part: Part, files: Vec<OutputPath>, notes: Notes) {
        let _ = (part, files, notes);
    }
}

/// Files of a site that are made together, and kept together where nothing changed that they are made from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// Its name within the site.
    pub name: String,
    /// The checksum of all that it is made from; the program is not in it.
    pub made_from: Checksum,
}

/// What whoever made a part wants to know again where it is kept; means nothing to a sink.
pub type Notes = Arc<[u8]>;

/// A site in memory, with the parts of it that the next one may keep.
#[derive(Clone, Debug, Default)]
pub struct InMemory {
    /// All files, by their checksums.
    pub output: Output,
    /// The bytes of each.
    pub files: BTreeMap<OutputPath, Held>,
    parts: BTreeMap<String, KnownPart>,
}

/// The bytes of a file, compressed while they are held: a large site takes a quarter of the memory so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held(Arc<[u8]>);

impl Held {
    /// Holds these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(lz4_flex::block::compress_prepend_size(bytes).into())
    }

    /// The bytes.
    pub fn bytes(&self) -> Vec<u8> {
        lz4_flex::block::decompress_size_prepended(&self.0)
            .expect("what was compressed here can be read")
    }

    /// Whether both are one and the same in memory.
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, Debug)]
struct KnownPart {
    made_from: Checksum,
    files: Vec<OutputPath>,
    notes: Notes,
}

impl InMemory {
    /// Whether it has a part that the next site may keep.
    pub fn has_parts(&self) -> bool {
        !self.parts.is_empty()
    }
}

/// Keeps the bytes in memory.
#[derive(Debug, Default)]
pub struct MemorySink {
    site: Mutex<InMemory>,
    before: Arc<InMemory>,
}

impl MemorySink {
    /// An empty sink.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty sink that may keep parts of the site before.
    pub fn after(before: impl Into<Arc<InMemory>>) -> Self {
        Self { before: before.into(), ..Self::default() }
    }

    /// What was put.
    pub fn into_site(self) -> InMemory {
        self.site.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn site(&self) -> MutexGuard<'_, InMemory> {
        self.site.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is known of a part that was made from the same.
    fn known(&self, part: &Part) -> Option<&KnownPart> {
        let known = self.before.parts.get(&part.name);
        known.filter(|known| known.made_from == part.made_from)
    }

    fn take(&self, path: &OutputPath, bytes: Held, entry: Entry) -> io::Result<()> {
        let mut site = self.site();
        let collision = |it| io::Error::new(io::ErrorKind::AlreadyExists, it);
        site.output.insert(path.clone(), entry).map_err(collision)?;
        site.files.insert(path.clone(), bytes);
        Ok(())
    }
}

impl Sink for MemorySink {
    fn put_hashed(&self, path: &OutputPath, file: Hashed<&[u8]>) -> io::Result<()> {
        let entry = file.entry();
        // What is equal is held once.
        let is_same = self.before.output.get(path) == Some(&entry);
        let known = self.before.files.get(path).filter(|_| is_same).cloned();
        self.take(path, known.unwrap_or_else(|| Held::of(file.bytes())), entry)
    }

    fn so_far(&self) -> Output {
        self.site().output.clone()
    }

    fn left_with(&self, part: &Part) -> Option<Notes> {
        self.known(part).map(|known| Arc::clone(&known.notes))
    }

    fn keep(&self, part: &Part) -> io::Result<Option<Notes>> {
        let Some(known) = self.known(part) else { return Ok(None) };
        for path in &known.files {
            let bytes = self.before.files[path].clone();
            self.take(path, bytes, self.before.output.entries[path])?;
        }
        self.site().parts.insert(part.name.clone(), known.clone());
        Ok(Some(Arc::clone(&known.notes)))
    }

    fn leave(&self, part: Part, files: Vec<OutputPath>, notes: Notes) {
        let Part { name, made_from } = part;
        self.site().parts.insert(name, KnownPart { made_from, files, notes });
    }
}
