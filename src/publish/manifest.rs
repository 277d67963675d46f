//! The list of a published site's files, kept within it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use crate::output::{Entry, Output, OutputPath};

/// Name of the manifest within the published folder.
pub const MANIFEST: &str = ".congkhai-manifest.json";

/// The form in which the manifest is written; a higher one comes from a later version.
const FORMAT: u32 = 2;

/// What a published folder holds, and what made it. The manifest itself is not in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// Version of the tool.
    pub tool_version: String,
    /// The date that the site speaks of.
    pub as_of: Date,
    /// All files.
    pub files: Output,
}

/// Why a manifest cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadManifest {
    /// It is not of the form that we write.
    Malformed,
    /// A later version wrote it.
    Newer,
}

impl fmt::Display for BadManifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "tệp hỏng hoặc đã bị sửa tay",
            Self::Newer => "tệp do một bản congkhai mới hơn ghi",
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawManifest<'a> {
    format: u32,
    tool: String,
    version: String,
    as_of: String,
    #[serde(borrow)]
    files: BTreeMap<Cow<'a, str>, RawEntry<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEntry<'a> {
    #[serde(borrow)]
    sha256: Cow<'a, str>,
    size: u64,
    /// What versions before wrote of minified pages; nobody reads it any more.
    #[serde(default, skip_serializing, rename = "rendered")]
    _rendered: Option<IgnoredAny>,
}

impl From<&Entry> for RawEntry<'_> {
    fn from(entry: &Entry) -> Self {
        Self { sha256: entry.sha256.to_string().into(), size: entry.size, _rendered: None }
    }
}

/// Read alone where the rest is not as we know it: another format may have it otherwise.
#[derive(Deserialize)]
struct Format {
    format: u32,
}

const TOOL: &str = "congkhai";

impl Manifest {
    /// The manifest as it stands in the published folder; the same files give the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let raw = RawManifest {
            format: FORMAT,
            tool: TOOL.to_owned(),
            version: self.tool_version.clone(),
            as_of: self.as_of.to_string(),
            files: self
                .files
                .iter()
                .map(|(path, entry)| (path.as_str().into(), entry.into()))
                .collect(),
        };
        let mut bytes = serde_json::to_vec_pretty(&raw).expect("texts and numbers become JSON");
        bytes.push(b'\n');
        bytes
    }

    /// Reads a manifest back; a path that leaves the folder makes all of it unusable.
    ///
    /// # Errors
    /// Where we did not write it so.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BadManifest> {
        let raw: Option<RawManifest<'_>> = serde_json::from_slice(bytes).ok();
        if let Some(raw) = raw.filter(|raw| (1..=FORMAT).contains(&raw.format)) {
            return Self::from_raw(raw).ok_or(BadManifest::Malformed);
        }
        match serde_json::from_slice(bytes) {
            Ok(Format { format }) if format > FORMAT => Err(BadManifest::Newer),
            _ => Err(BadManifest::Malformed),
        }
    }

    fn from_raw(raw: RawManifest<'_>) -> Option<Self> {
        if raw.tool != TOOL {
            return None;
        }
        let mut files = Output::default();
        for (path, RawEntry { sha256, size, .. }) in raw.files {
            let path = OutputPath::new(&*path).ok()?;
            files.insert(path, Entry { sha256: sha256.parse().ok()?, size }).ok()?;
        }
        let as_of = raw.as_of.parse().ok()?;
        Some(Self { tool_version: raw.version, as_of, files })
    }
}
