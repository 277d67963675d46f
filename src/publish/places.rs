//! The names that belong to a published folder, all beside it.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::error::PublishError;

/// The published folder and what stands beside it during a build.
#[derive(Debug)]
pub(super) struct Places {
    /// The published folder.
    pub(super) output: PathBuf,
    /// The folder that holds all the others.
    pub(super) parent: PathBuf,
    /// The new site while it is made; the old one right after an exchange.
    pub(super) staging: PathBuf,
    /// The old site during and after a journalled rename.
    pub(super) aside: PathBuf,
    /// Stands there while a journalled rename is under way.
    pub(super) journal: PathBuf,
    /// What the last build remembers of itself.
    pub(super) cache: PathBuf,
    /// Locked while a build runs; stays there, unlocked, between builds.
    pub(super) lock: PathBuf,
}

impl Places {
    /// The places around a resolved output folder.
    pub(super) fn around(output: PathBuf) -> Result<Self, PublishError> {
        let (Some(parent), Some(name)) = (output.parent(), output.file_name()) else {
            return Err(PublishError::FileSystemRoot { path: output });
        };
        let parent = parent.to_path_buf();
        let beside = |suffix: &str| {
            let mut file = OsString::from(".");
            file.push(name);
            file.push(suffix);
            parent.join(file)
        };
        Ok(Self {
            staging: beside(".congkhai-moi"),
            aside: beside(".congkhai-cu"),
            journal: beside(".congkhai-nhat-ky"),
            cache: beside(".congkhai-bo-nho"),
            lock: beside(".congkhai.lock"),
            output,
            parent,
        })
    }

    /// The names of folders of ours that could not be removed, and were moved out of the way.
    pub(super) fn is_parked(&self, name: &OsStr) -> bool {
        let of = |path: &Path| path.file_name().map(|name| name.as_encoded_bytes().to_vec());
        let prefix = of(&self.parked(None)).unwrap_or_default();
        let rest = name.as_encoded_bytes().strip_prefix(&*prefix);
        rest.is_some_and(|rest| !rest.is_empty() && rest.iter().all(u8::is_ascii_digit))
    }

    /// Such a name: the one of this number, or what all begin with.
    pub(super) fn parked(&self, number: Option<u32>) -> PathBuf {
        let mut file = OsString::from(".");
        file.push(self.output.file_name().unwrap_or_default());
        file.push(".congkhai-bo-");
        file.push(number.map(|number| number.to_string()).unwrap_or_default());
        self.parent.join(file)
    }

    /// The mark of an unfinished staging folder.
    pub(super) fn mark(folder: &Path) -> PathBuf {
        folder.join(MARK)
    }
}

/// Name of the mark within a staging folder.
pub(super) const MARK: &str = ".congkhai-dang-dung";
