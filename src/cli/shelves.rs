//! Published files in a folder.
//!
//! In: a folder. Out: a [`Shelf`]. A path that leaves the folder has no file there; a link within it is read as what it
//! leads to, whose bytes are judged as any other's.

#![expect(clippy::disallowed_methods, reason = "reads a published folder that is judged")]

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::output::OutputPath;
use crate::releases::Shelf;

/// A published folder.
#[derive(Debug)]
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn new(path: &Path) -> Self {
        Self(path.to_path_buf())
    }
}

impl Shelf for Folder {
    fn read(&self, path: &str, longest: u64) -> io::Result<Option<Vec<u8>>> {
        let Ok(path) = OutputPath::new(path) else { return Ok(None) };
        let file = path.below(&self.0);
        let about = match fs::metadata(&file) {
            Ok(about) => about,
            Err(error) if is_missing(&error) => return Ok(None),
            Err(error) => return Err(error),
        };
        if !about.is_file() {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        // The file may have grown since.
        fs::File::open(&file)?.take(longest.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > longest {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(Some(bytes))
    }

    fn list(&self) -> io::Result<Option<Vec<String>>> {
        let mut paths = Vec::new();
        for entry in WalkDir::new(&self.0).min_depth(1).sort_by_file_name() {
            let entry = entry?;
            if !entry.file_type().is_dir() {
                let path = entry.path().strip_prefix(&self.0).expect("a walk stays below its root");
                let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
                paths.push(parts.join("/"));
            }
        }
        Ok(Some(paths))
    }
}

fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
