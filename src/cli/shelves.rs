//! Published files in a folder, or at a web address.
//!
//! In: a folder or an address. Out: a [`Shelf`]. A path that leaves the folder has no file there; a link within it is read as what it
//! leads to, whose bytes are judged as any other's.

#![expect(clippy::disallowed_methods, reason = "reads a published folder that is judged")]

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use url::Url;
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
            Err(error) => return Err(said(&error)),
        };
        if !about.is_file() {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        // The file may have grown since.
        let opened = fs::File::open(&file).map_err(|error| said(&error))?;
        let read = opened.take(longest.saturating_add(1)).read_to_end(&mut bytes);
        read.map_err(|error| said(&error))?;
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

/// A site at a web address. What it sends is taken up to the size that is asked for, and no farther than its address:
/// a server that leads elsewhere is not followed.
#[derive(Debug)]
pub(super) struct Web {
    agent: ureq::Agent,
    address: Url,
}

/// So long a server may take for one file.
const PATIENCE: Duration = Duration::from_secs(60);

impl Web {
    /// A site at `address`; none where that is no address of the web.
    pub(super) fn new(address: &str) -> Option<Self> {
        let mut address = Url::parse(address).ok()?;
        if !["http", "https"].contains(&address.scheme()) || address.cannot_be_a_base() {
            return None;
        }
        address.set_query(None);
        address.set_fragment(None);
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .user_agent(concat!("congkhai/", env!("CARGO_PKG_VERSION")));
        Some(Self { agent: config.build().into(), address })
    }

    fn of(&self, path: &OutputPath) -> Url {
        let mut address = self.address.clone();
        if let Ok(mut parts) = address.path_segments_mut() {
            parts.pop_if_empty().extend(path.as_str().split('/'));
        }
        address
    }
}

impl Shelf for Web {
    fn read(&self, path: &str, longest: u64) -> io::Result<Option<Vec<u8>>> {
        let Ok(path) = OutputPath::new(path) else { return Ok(None) };
        let address = self.of(&path);
        let failed = |error: ureq::Error| match error {
            ureq::Error::Timeout(_) => io::Error::other("máy chủ trả lời quá lâu"),
            ureq::Error::HostNotFound => io::Error::other("không có máy chủ nào mang tên ấy"),
            error => io::Error::other(format!("không kết nối được với máy chủ ({error})")),
        };
        let mut answer = self.agent.get(address.as_str()).call().map_err(failed)?;
        match answer.status().as_u16() {
            200 => {}
            404 | 410 => return Ok(None),
            300..=399 => {
                let to = answer.headers().get("location").and_then(|to| to.to_str().ok());
                let to = to.unwrap_or("nơi khác");
                return Err(io::Error::other(format!(
                    "máy chủ chuyển hướng đến {to}, không đi theo"
                )));
            }
            other => return Err(io::Error::other(format!("máy chủ trả lời mã {other}"))),
        }
        let mut bytes = Vec::new();
        let mut body = answer.body_mut().as_reader().take(longest.saturating_add(1));
        body.read_to_end(&mut bytes)
            .map_err(|error| io::Error::other(format!("máy chủ ngắt giữa chừng ({error})")))?;
        if bytes.len() as u64 > longest {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(Some(bytes))
    }

    fn list(&self) -> io::Result<Option<Vec<String>>> {
        Ok(None)
    }
}

/// The error in words.
fn said(error: &io::Error) -> io::Error {
    let words = match error.kind() {
        io::ErrorKind::PermissionDenied => "không được phép đọc".to_owned(),
        io::ErrorKind::InvalidFilename => "tên quá dài hoặc không hợp lệ".to_owned(),
        _ => format!("không đọc được ({error})"),
    };
    io::Error::new(error.kind(), words)
}

fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
