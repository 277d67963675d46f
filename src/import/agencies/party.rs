//! One of those that a cell names.

use crate::text::search_key;

/// One of those that a cell names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Party {
    /// Its words, without what is not its name.
    pub(crate) name: String,
    /// It is a class of agencies and none by name.
    pub(crate) class: bool,
    /// Its share, in the words of the cell.
    pub(crate) share: Option<String>,
    /// Nothing known begins it.
    pub(crate) doubtful: bool,
    /// The id that it got.
    pub(crate) id: String,
}

/// A name without case, marks and signs.
pub(crate) fn key(name: &str) -> String {
    search_key(name).chars().filter(char::is_ascii_alphanumeric).collect()
}
