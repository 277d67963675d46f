//! The only reader of content and themes.
//!
//! In: two folders. Out: [`SourceTree`], every file with its text and hash, in the order of paths
//! whatever order the disk has. What is no text, too large or a link out of its folder is left out and told as a value;
//! a disk that cannot be read is an error.

#![expect(clippy::disallowed_methods, reason = "this stage is the edge that reads the disk")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest, Sha256};
use walkdir::{DirEntry, WalkDir};

use super::layout;
use super::place::{Root, SourcePath, Sources};
use crate::text::normalize::{is_nfc, nfc};

/// The largest text file, in bytes; also stated in the editors' guide.
pub const TEXT_LIMIT: u64 = 2_000_000;

/// The folders of a build, as the user named them.
#[derive(Clone, Debug)]
pub struct Roots {
    /// The editors' files; must be there.
    pub content: PathBuf,
    /// The themes; may be absent, since the default theme is built in.
    pub themes: PathBuf,
}

/// A text file.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its text in normal form C.
    pub text: Arc<str>,
    /// The SHA-256 of its bytes as they are on the disk.
    pub sha256: [u8; 32],
}

/// What was noticed of a file while it was read; all but the last keep it out of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noticed {
    /// Its name is no UTF-8.
    NameNotUtf8,
    /// Its name is not in normal form C.
    NameNotNfc,
    /// It is a pipe, a socket or a device, or a link to one.
    NoFile,
    /// It is a link to a folder of the same root.
    LinkToFolder {
        /// Where the link leads.
        target: String,
    },
    /// It is a link that leads out of its folder, or nowhere.
    LinkOut {
        /// Where the link leads.
        target: String,
    },
    /// It has more than [`TEXT_LIMIT`] bytes.
    TooLarge {
        /// Its bytes.
        size: u64,
    },
    /// Its bytes are no UTF-8.
    NotUtf8 {
        /// The first wrong byte.
        offset: usize,
    },
    /// A NUL byte stands in it.
    Binary,
    /// Its text was turned into normal form C.
    NotNfc {
        /// How many words were not.
        words: usize,
    },
}

/// All files that a build reads.
#[derive(Clone, Debug)]
pub struct SourceTree {
    /// Text files of the content.
    pub texts: BTreeMap<SourcePath, SourceFile>,
    /// Files of the content that are no text, or too large a one; each was noticed.
    pub unreadable: BTreeSet<SourcePath>,
    /// What was noticed of files, in the order of reading.
    pub noticed: Vec<(SourcePath, Noticed)>,
    /// Files of the content that are published as they are, by path on the disk.
    pub attachments: BTreeMap<SourcePath, PathBuf>,
    /// Theme files: theme → path in the theme → bytes.
    pub themes: BTreeMap<String, BTreeMap<String, Arc<[u8]>>>,
    theme_texts: BTreeMap<SourcePath, Arc<str>>,
    roots: Roots,
}

/// The disk could not be read.
#[derive(Debug)]
pub struct LoadError {
    /// Where.
    pub path: PathBuf,
    /// Why.
    pub source: io::Error,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match self.source.kind() {
            io::ErrorKind::NotFound => write!(f, "Không có “{path}”."),
            io::ErrorKind::NotADirectory => write!(f, "“{path}” không phải thư mục."),
            io::ErrorKind::PermissionDenied => write!(f, "Không được phép đọc “{path}”."),
            _ => write!(f, "Không đọc được “{path}”: {}", self.source),
        }
    }
}

impl std::error::Error for LoadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// Reads both folders.
///
/// # Errors
/// The content folder is missing, or something in one of the folders cannot be read.
pub fn read(roots: &Roots) -> Result<SourceTree, LoadError> {
    let mut tree = SourceTree {
        texts: BTreeMap::new(),
        unreadable: BTreeSet::new(),
        noticed: Vec::new(),
        attachments: BTreeMap::new(),
        themes: BTreeMap::new(),
        theme_texts: BTreeMap::new(),
        roots: roots.clone(),
    };
    let content = files(Root::Content, &roots.content, &mut tree.noticed)?;
    let (attachments, texts): (Vec<_>, Vec<_>) =
        content.into_iter().partition(|(name, _)| layout::is_attachment(name));
    tree.attachments.extend(attachments);
    let read = texts.into_par_iter().map(|(name, path)| Ok((name, text_file(&path)?)));
    for (name, (file, noticed)) in read.collect::<Result<Vec<_>, _>>()? {
        tree.noticed.extend(noticed.map(|noticed| (name.clone(), noticed)));
        match file {
            Some(file) => drop(tree.texts.insert(name, file)),
            None => drop(tree.unreadable.insert(name)),
        }
    }
    if roots.themes.is_dir() {
        for (name, path) in files(Root::Themes, &roots.themes, &mut tree.noticed)? {
            let Some((theme, file)) = name.as_str().split_once('/') else { continue };
            let bytes: Arc<[u8]> = read_bytes(&path)?.into();
            if let Ok(text) = std::str::from_utf8(&bytes) {
                tree.theme_texts.insert(name.clone(), text.into());
            }
            tree.themes.entry(theme.to_owned()).or_default().insert(file.to_owned(), bytes);
        }
    }
    Ok(tree)
}

impl SourceTree {
    /// The tree with another text at `path`, as if the file had been written; the disk keeps what it has.
    #[must_use]
    pub fn with_text(mut self, path: SourcePath, text: &str) -> Self {
        let sha256 = Sha256::digest(text.as_bytes()).into();
        self.texts.insert(path, SourceFile { text: nfc(text).into(), sha256 });
        self
    }

    /// Makes the texts of the built-in theme known, so that a problem in one can show its line.
    pub fn add_theme_texts(&mut self, texts: impl IntoIterator<Item = (SourcePath, Arc<str>)>) {
        for (path, text) in texts {
            self.theme_texts.entry(path).or_insert(text);
        }
    }
}

impl Sources for SourceTree {
    fn text(&self, file: &SourcePath) -> Option<&str> {
        match file.root() {
            Root::Content => self.texts.get(file).map(|file| &*file.text),
            Root::Themes => self.theme_texts.get(file).map(|text| &**text),
        }
    }

    fn shown(&self, file: &SourcePath) -> String {
        let root = match file.root() {
            Root::Content => &self.roots.content,
            Root::Themes => &self.roots.themes,
        };
        root.join(file.as_str()).to_string_lossy().replace('\\', "/")
    }
}

/// The files below `folder`, by path; those that programs leave behind are passed over.
fn files(
    root: Root,
    folder: &Path,
    noticed: &mut Vec<(SourcePath, Noticed)>,
) -> Result<BTreeMap<SourcePath, PathBuf>, LoadError> {
    let failed = |source| LoadError { path: folder.to_owned(), source };
    let canonical = folder.canonicalize().map_err(failed)?;
    if !canonical.is_dir() {
        return Err(failed(io::ErrorKind::NotADirectory.into()));
    }
    let passed_over = |entry: &DirEntry| {
        entry.depth() > 0 && layout::is_passed_over(&entry.file_name().to_string_lossy())
    };
    let mut found = BTreeMap::new();
    // The root itself may be a link, which is no matter of the files below it.
    let walk = WalkDir::new(folder).min_depth(1).into_iter();
    for entry in walk.filter_entry(|entry| !passed_over(entry)) {
        let entry = entry.map_err(|error| LoadError {
            path: error.path().unwrap_or(folder).to_owned(),
            source: error.into(),
        })?;
        let path = entry.path().strip_prefix(folder).expect("a walk yields paths below its root");
        let names: Vec<_> = path.iter().map(|name| name.to_string_lossy()).collect();
        let name = source_path(root, &names.join("/"));
        if entry.file_type().is_dir() {
            continue;
        }
        if path.to_str().is_none() {
            noticed.push((name, Noticed::NameNotUtf8));
            continue;
        }
        if !is_nfc(name.as_str()) {
            noticed.push((name, Noticed::NameNotNfc));
            continue;
        }
        if let Some(fault) = fault_of_kind(&entry, &canonical) {
            noticed.push((name, fault));
            continue;
        }
        found.insert(name, entry.path().to_owned());
    }
    Ok(found)
}

fn source_path(root: Root, path: &str) -> SourcePath {
    match root {
        Root::Content => SourcePath::content(path),
        Root::Themes => SourcePath::theme(path),
    }
}

/// Why the entry is no file of its root: only a file's bytes are ever asked for, since reading a pipe waits for ever.
fn fault_of_kind(entry: &DirEntry, root: &Path) -> Option<Noticed> {
    if !entry.path_is_symlink() {
        return (!entry.file_type().is_file()).then_some(Noticed::NoFile);
    }
    let leads_to = || {
        let target = fs::read_link(entry.path()).unwrap_or_default();
        target.display().to_string()
    };
    match entry.path().canonicalize() {
        Ok(target) if !target.starts_with(root) => Some(Noticed::LinkOut { target: leads_to() }),
        Ok(target) if target.is_dir() => Some(Noticed::LinkToFolder { target: leads_to() }),
        Ok(target) => (!target.is_file()).then_some(Noticed::NoFile),
        Err(_) => Some(Noticed::LinkOut { target: leads_to() }),
    }
}

/// A file's text, if it is one, and what was noticed of it.
fn text_file(path: &Path) -> Result<(Option<SourceFile>, Option<Noticed>), LoadError> {
    let size =
        fs::metadata(path).map_err(|source| LoadError { path: path.to_owned(), source })?.len();
    if size > TEXT_LIMIT {
        return Ok((None, Some(Noticed::TooLarge { size })));
    }
    let bytes = read_bytes(path)?;
    let sha256 = Sha256::digest(&bytes).into();
    let text = match String::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => return Ok((None, Some(Noticed::Binary))),
        Ok(text) => text,
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            return Ok((None, Some(Noticed::NotUtf8 { offset })));
        }
    };
    let noticed = (!is_nfc(&text)).then(|| {
        let words = text.split_whitespace().filter(|word| !is_nfc(word)).count();
        Noticed::NotNfc { words }
    });
    Ok((Some(SourceFile { text: nfc(&text).into(), sha256 }), noticed))
}

/// The bytes of an attachment, to be published as they are.
///
/// # Errors
/// It cannot be read any more.
pub fn attachment(path: &Path) -> Result<Vec<u8>, LoadError> {
    read_bytes(path)
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, LoadError> {
    fs::read(path).map_err(|source| LoadError { path: path.to_owned(), source })
}
