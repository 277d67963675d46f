//! Where a problem is: a file and a key, a passage, or a position.
//!
//! Stages speak of keys and byte ranges; lines and columns are looked up only when a problem is shown.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// The two folders that a build reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Root {
    /// The editors' files.
    Content,
    /// The themes, of the site or built in.
    Themes,
}

/// A file of one of the roots: its path below the root, with `/` between names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath {
    root: Root,
    path: Arc<str>,
}

impl SourcePath {
    /// The content file at `path`, relative to the content folder.
    pub fn content(path: &str) -> Self {
        Self { root: Root::Content, path: path.into() }
    }

    /// The theme file at `path`, relative to the themes folder.
    pub fn theme(path: &str) -> Self {
        Self { root: Root::Themes, path: path.into() }
    }

    /// The folder that the file belongs to.
    pub fn root(&self) -> Root {
        self.root
    }

    /// The path below the root.
    pub fn as_str(&self) -> &str {
        &self.path
    }

    /// The place that means the whole file.
    pub fn whole(&self) -> Place {
        Place { file: self.clone(), at: At::File }
    }

    /// The place of a key of the file's YAML.
    pub fn key(&self, key: impl Into<KeyPath>) -> Place {
        Place { file: self.clone(), at: At::Key(key.into()) }
    }

    /// The place of a passage, as a byte range of the file.
    pub fn passage(&self, range: Range<usize>) -> Place {
        Place { file: self.clone(), at: At::Passage(range) }
    }

    /// The place at a line and column, both counted from 1, columns in characters.
    pub fn position(&self, line: usize, column: usize) -> Place {
        Place { file: self.clone(), at: At::Position { line, column } }
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}

/// The texts of a run, as the stages saw them.
pub trait Sources {
    /// The text of a file, if it was read.
    fn text(&self, file: &SourcePath) -> Option<&str>;
    /// The file's path as the user knows it.
    fn shown(&self, file: &SourcePath) -> String;
}

/// The path to a value in a YAML document, such as `dien_bien[1].ngay`; empty for the document.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyPath(String);

impl KeyPath {
    /// The document itself.
    pub fn root() -> Self {
        Self::default()
    }

    /// The value under `key` of this mapping.
    #[must_use]
    pub fn field(&self, key: &str) -> Self {
        if self.0.is_empty() { Self(key.to_owned()) } else { Self(format!("{}.{key}", self.0)) }
    }

    /// The item at `index`, from 0, of this sequence.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}[{index}]", self.0))
    }

    /// The path as it is written in this type's description.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for KeyPath {
    fn from(path: &str) -> Self {
        Self(path.to_owned())
    }
}

impl fmt::Display for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file and a spot in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file.
    pub file: SourcePath,
    /// The spot.
    pub at: At,
}

impl Place {
    /// The place of `key` below this place; a place that is no key stays as it is.
    #[must_use]
    pub fn field(&self, key: &str) -> Self {
        self.deeper(|path| path.field(key))
    }

    /// The place of item `index` below this place; a place that is no key stays as it is.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.deeper(|path| path.index(index))
    }

    fn deeper(&self, step: impl FnOnce(&KeyPath) -> KeyPath) -> Self {
        let at = match &self.at {
            At::Key(path) => At::Key(step(path)),
            At::File => At::Key(step(&KeyPath::root())),
            other => other.clone(),
        };
        Self { file: self.file.clone(), at }
    }
}

/// A spot in a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum At {
    /// The file as a whole.
    File,
    /// A value of its YAML; for a missing key, the nearest value that is there is shown.
    Key(KeyPath),
    /// Bytes of the file.
    Passage(Range<usize>),
    /// A line and a column, from 1, the column in characters.
    Position {
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
    },
}
