//! Folders that publishing must not endanger.

use std::fmt;
use std::path::PathBuf;

/// A folder that publishing must not endanger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protected {
    /// What it is.
    pub kind: ProtectedKind,
    /// Where it is; it need not exist.
    pub path: PathBuf,
}

/// What a protected folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProtectedKind {
    /// The editors' files.
    Content,
    /// The themes.
    Themes,
    /// The user's home.
    Home,
    /// The root of the repository.
    Repository,
}

impl ProtectedKind {
    /// Whether the output may lie within it: `output/` lies in the repository, and the
    /// repository in the home.
    pub(super) fn may_hold_output(self) -> bool {
        match self {
            Self::Content | Self::Themes => false,
            Self::Home | Self::Repository => true,
        }
    }
}

impl fmt::Display for ProtectedKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Content => "thư mục nội dung",
            Self::Themes => "thư mục giao diện",
            Self::Home => "thư mục riêng của người dùng",
            Self::Repository => "thư mục gốc của kho mã nguồn",
        })
    }
}

/// How an output folder lies to a protected one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// They are the same.
    Is,
    /// The protected folder lies in the output.
    Contains,
    /// The output lies in the protected folder.
    LiesIn,
}
