//! The list of a release's files, with what it takes to read its facts.
//!
//! In: every file of the site but those of the ledger, and what the release says of earlier ones. Out: `manifest.json`
//! and `SHA256SUMS`; and back.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::causes::Causes;
use super::facts::{hex, unhex};
use crate::output::{Checksum, Entry, Output, OutputPath};
use crate::transparency::tree::Hash;

/// The form in which it is written now; a higher one comes from a later version. Of the first form are releases whose
/// facts lack what [`super::stated`] takes and whose files of changes have no names; they are read and kept as they are.
pub const FORM: u32 = 2;

/// What a release consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseManifest {
    /// The form that it is written in.
    pub form: u32,
    /// The release, from 1.
    pub number: u64,
    /// The date that it speaks of.
    pub as_of: Date,
    /// The program and its version.
    pub tool: String,
    /// The root of the log before it; none of the first.
    pub before: Option<Hash>,
    /// How many facts it has.
    pub facts: u64,
    /// The changes that no editor made.
    pub causes: Causes,
    /// The facts of earlier releases that are withdrawn with this one.
    pub withdrawn: Vec<Withdrawal>,
    /// Tasks that were withheld and are told again.
    pub reopened: Vec<Reopened>,
    /// Files in the published folder that are not the site's.
    pub foreign: Vec<String>,
    /// Every file of the site but those of the ledger.
    pub files: Output,
}

/// Facts of an earlier release that are told no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// The release.
    #[serde(rename = "ban")]
    pub number: u64,
    /// The hashes of the lines.
    #[serde(rename = "dong")]
    pub lines: Vec<String>,
    /// Why.
    #[serde(rename = "ly_do")]
    pub reason: String,
}

/// A task that was withheld and is told again: how much of what editors wrote stands as it was published before. Of that
/// only hashes were left, which are compared by the key that made them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reopened {
    /// The plan.
    #[serde(rename = "ke_hoach")]
    pub plan: String,
    /// The task's number.
    #[serde(rename = "so")]
    pub number: String,
    /// How many facts are as they were, and how many are other or new; none where another key signs now.
    #[serde(rename = "nhu_cu_va_khac")]
    pub compared: Option<(u64, u64)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    dang: u32,
    ban: u64,
    so_lieu_den: String,
    cong_cu: String,
    goc_truoc: Option<String>,
    so_su_kien: u64,
    vi_thoi_gian: BTreeSet<String>,
    vi_cach_tinh: BTreeSet<String>,
    rut: Vec<Withdrawal>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    mo_lai: Vec<Reopened>,
    tep_ngoai: Vec<String>,
    tep: BTreeMap<String, RawEntry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEntry {
    sha256: String,
    so_byte: u64,
}

impl ReleaseManifest {
    /// The file: always the same for the same release.
    pub fn to_bytes(&self) -> Vec<u8> {
        let entry = |(path, entry): (&OutputPath, &Entry)| {
            let sha256 = entry.sha256.to_string();
            (path.to_string(), RawEntry { sha256, so_byte: entry.size })
        };
        let raw = Raw {
            dang: self.form,
            ban: self.number,
            so_lieu_den: self.as_of.to_string(),
            cong_cu: self.tool.clone(),
            goc_truoc: self.before.map(|root| hex(&root)),
            so_su_kien: self.facts,
            vi_thoi_gian: self.causes.time.clone(),
            vi_cach_tinh: self.causes.method.clone(),
            rut: self.withdrawn.clone(),
            mo_lai: self.reopened.clone(),
            tep_ngoai: self.foreign.clone(),
            tep: self.files.iter().map(entry).collect(),
        };
        let text = serde_json::to_string(&raw).expect("texts and numbers become JSON");
        // A file a line: within a text the quote would be escaped.
        format!("{}\n", text.replace("},\"", "},\n\"")).into_bytes()
    }

    /// Reads a manifest; nothing where we did not write it so, or a path leaves the folder.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let raw: Raw = serde_json::from_slice(bytes).ok()?;
        if !(1..=FORM).contains(&raw.dang) {
            return None;
        }
        let mut files = Output::default();
        for (path, RawEntry { sha256, so_byte }) in raw.tep {
            let path = OutputPath::new(path).ok()?;
            files.insert(path, Entry { sha256: sha256.parse().ok()?, size: so_byte }).ok()?;
        }
        let before = match raw.goc_truoc {
            None => None,
            Some(root) => Some(unhex(&root)?),
        };
        let manifest = Self {
            form: raw.dang,
            number: raw.ban,
            as_of: raw.so_lieu_den.parse().ok()?,
            tool: raw.cong_cu,
            before,
            facts: raw.so_su_kien,
            causes: Causes { time: raw.vi_thoi_gian, method: raw.vi_cach_tinh },
            withdrawn: raw.rut,
            reopened: raw.mo_lai,
            foreign: raw.tep_ngoai,
            files,
        };
        (manifest.to_bytes() == bytes).then_some(manifest)
    }

    /// The same files for `sha256sum -c`, as seen from the site's folder.
    pub fn to_sums(&self) -> Vec<u8> {
        let line = |(path, entry): (&OutputPath, &Entry)| format!("{}  {path}\n", entry.sha256);
        self.files.iter().map(line).collect::<String>().into_bytes()
    }

    /// The checksum that the log has of it.
    pub fn checksum(&self) -> Checksum {
        Checksum::of(&self.to_bytes())
    }
}
