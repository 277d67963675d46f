//! How a run ended.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::PathBuf;

use jiff::civil::Date;

use crate::diagnostic::Diagnostics;
use crate::output::{Checksum, Notes};
use crate::source::{LoadError, SourceTree};

/// What a run found.
pub struct Outcome {
    /// All problems.
    pub problems: Diagnostics,
    /// The files that were read, to show lines of.
    pub tree: SourceTree,
    /// The as-of date; none where the site's own file could not be read.
    pub as_of: Option<Date>,
    /// The path under which the site is to stand; begins and ends in `/`.
    pub base_path: String,
    /// Pages that went to the sink.
    pub pages: usize,
    /// Whether everything went to the sink and no error stands in the way.
    pub complete: bool,
    /// The checksum of all that the site was made from; none where making it told something that only making it again
    /// would tell.
    pub inputs: Option<Checksum>,
    /// The checksum of all that was read, and what the run after this one may say where it reads the same.
    pub noted: Option<(Checksum, Notes)>,
    /// The number of the release that was made; none where none was asked for, or nothing is new.
    pub release: Option<u64>,
    /// What is new on each page against what was published, where a run is told what was.
    pub fresh: BTreeMap<String, Vec<String>>,
}

impl Outcome {
    /// The outcome of a run that made no page.
    pub(super) fn early(problems: Diagnostics, tree: SourceTree, as_of: Option<Date>) -> Self {
        let base_path = "/".to_owned();
        Self {
            problems,
            tree,
            as_of,
            base_path,
            pages: 0,
            complete: false,
            inputs: None,
            noted: None,
            release: None,
            fresh: BTreeMap::new(),
        }
    }
}

/// Why a run ended early, beside problems of content and theme.
#[derive(Debug)]
pub enum RunError {
    /// The folders could not be read.
    Load(LoadError),
    /// A finished file could not be kept.
    Sink(io::Error),
    /// A file was another one when it was to be published than when it was checked.
    Changed(PathBuf),
    /// It was interrupted.
    Interrupted,
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RunError::Load(error) => error.fmt(f),
            RunError::Sink(error) => error.fmt(f),
            RunError::Changed(path) => {
                let path = path.display();
                write!(f, "“{path}” bị thay trong lúc dựng; chép xong tệp rồi dựng lại.")
            }
            RunError::Interrupted => {
                f.write_str("Đã dừng theo yêu cầu; trang đã công bố giữ nguyên.")
            }
        }
    }
}

impl std::error::Error for RunError {}

impl From<LoadError> for RunError {
    fn from(error: LoadError) -> Self {
        RunError::Load(error)
    }
}
