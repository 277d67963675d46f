//! The list of a release's files, with what it takes to read its facts.
//!
//! In: every file of the site but those of the ledger, and what the release says of earlier ones. Out: `manifest.json`
//! and `SHA256SUMS`; and back. Each form in which manifests were ever written keeps its reader.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::causes::Causes;
use super::facts::{hex, unhex};
use crate::output::{Checksum, Entry, Output, OutputPath};
use crate::transparency::tree::Hash;

/// The form in which it is written now; a higher one comes from a later version. Of the first form are releases whose
/// facts lack what [`super::stated`] takes and whose files of changes have no names; up to the second the manifest itself
/// lists the files, and `SHA256SUMS` follows from it. They are read and kept as they are.
pub const FORM: u32 = 3;

/// The first form that names `SHA256SUMS` by its checksum and does not say again what that list says.
const SUMMED: u32 = 3;

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
struct Raw<Files> {
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
    tep: Files,
}

/// What tells the form of a manifest, whatever else it holds.
#[derive(Deserialize)]
struct RawForm {
    dang: u32,
}

/// The files as the first two forms have them.
type RawListed = BTreeMap<String, RawEntry>;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEntry {
    sha256: String,
    so_byte: u64,
}

/// The files as the third form has them.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSummed {
    /// The checksum of `SHA256SUMS`.
    #[serde(rename = "SHA256SUMS")]
    sums: String,
    /// The size of each of its files, in its order.
    so_byte: Vec<u64>,
}

impl ReleaseManifest {
    /// The file: always the same for the same release.
    pub fn to_bytes(&self) -> Vec<u8> {
        if self.is_summed() {
            let sums = Checksum::of(&self.to_sums()).to_string();
            let so_byte = self.files.iter().map(|(_, entry)| entry.size).collect();
            return format!("{}\n", self.written(RawSummed { sums, so_byte })).into_bytes();
        }
        let entry = |(path, entry): (&OutputPath, &Entry)| {
            let sha256 = entry.sha256.to_string();
            (path.to_string(), RawEntry { sha256, so_byte: entry.size })
        };
        let text = self.written(self.files.iter().map(entry).collect::<RawListed>());
        // A file a line: within a text the quote would be escaped.
        format!("{}\n", text.replace("},\"", "},\n\"")).into_bytes()
    }

    fn written(&self, files: impl Serialize) -> String {
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
            tep: files,
        };
        serde_json::to_string(&raw).expect("texts and numbers become JSON")
    }

    /// Whether it names `SHA256SUMS` by its checksum; else that list follows from it.
    pub fn is_summed(&self) -> bool {
        self.form >= SUMMED
    }

    /// Reads a manifest; nothing where we did not write it so, or a path leaves the folder. `sums` gives the file
    /// `SHA256SUMS` beside it, and is asked where the manifest does not list the files itself.
    pub fn read(bytes: &[u8], sums: impl FnOnce() -> Option<Vec<u8>>) -> Option<Self> {
        let RawForm { dang } = serde_json::from_slice(bytes).ok()?;
        let manifest = match dang {
            1 | 2 => {
                let raw: Raw<RawListed> = serde_json::from_slice(bytes).ok()?;
                raw.read(listed)?
            }
            3 => {
                let raw: Raw<RawSummed> = serde_json::from_slice(bytes).ok()?;
                raw.read(|files| summed(&files, &sums()?))?
            }
            _ => return None,
        };
        (manifest.to_bytes() == bytes).then_some(manifest)
    }

    /// Every file for `sha256sum -c`, as seen from the site's folder.
    pub fn to_sums(&self) -> Vec<u8> {
        let mut sums = Vec::new();
        for (path, entry) in self.files.iter() {
            writeln!(sums, "{}  {path}", entry.sha256).expect("memory takes every line");
        }
        sums
    }

    /// The checksum that the log has of it.
    pub fn checksum(&self) -> Checksum {
        Checksum::of(&self.to_bytes())
    }
}

impl<Files> Raw<Files> {
    fn read(self, files: impl FnOnce(Files) -> Option<Output>) -> Option<ReleaseManifest> {
        let before = match self.goc_truoc {
            None => None,
            Some(root) => Some(unhex(&root)?),
        };
        Some(ReleaseManifest {
            form: self.dang,
            number: self.ban,
            as_of: self.so_lieu_den.parse().ok()?,
            tool: self.cong_cu,
            before,
            facts: self.so_su_kien,
            causes: Causes { time: self.vi_thoi_gian, method: self.vi_cach_tinh },
            withdrawn: self.rut,
            reopened: self.mo_lai,
            foreign: self.tep_ngoai,
            files: files(self.tep)?,
        })
    }
}

fn listed(raw: RawListed) -> Option<Output> {
    let mut files = Output::default();
    for (path, RawEntry { sha256, so_byte }) in raw {
        let entry = Entry { sha256: sha256.parse().ok()?, size: so_byte };
        files.insert(OutputPath::new(path).ok()?, entry).ok()?;
    }
    Some(files)
}

/// The files of a list with their sizes: only of the list that is named, line by line.
fn summed(raw: &RawSummed, sums: &[u8]) -> Option<Output> {
    if Checksum::of(sums).to_string() != raw.sums {
        return None;
    }
    let mut lines = std::str::from_utf8(sums).ok()?.lines();
    let mut files = Output::default();
    for size in &raw.so_byte {
        let (sha256, path) = lines.next()?.split_once("  ")?;
        let entry = Entry { sha256: sha256.parse().ok()?, size: *size };
        files.insert(OutputPath::new(path).ok()?, entry).ok()?;
    }
    lines.next().is_none().then_some(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(form: u32) -> ReleaseManifest {
        let mut files = Output::default();
        for (path, bytes) in [("a/b.html", "mot"), ("index.html", "hai"), ("z.txt", "")] {
            let entry = Entry::of(bytes.as_bytes());
            files.insert(OutputPath::new(path).unwrap(), entry).unwrap();
        }
        ReleaseManifest {
            form,
            number: 2,
            as_of: jiff::civil::date(2026, 5, 25),
            tool: "congkhai thử".into(),
            before: Some([7; 32]),
            facts: 3,
            causes: Causes::default(),
            withdrawn: Vec::new(),
            reopened: Vec::new(),
            foreign: vec!["google.html".into()],
            files,
        }
    }

    #[test]
    fn every_form_is_read_back_and_only_the_last_asks_for_its_list() {
        for form in 1..=FORM {
            let manifest = manifest(form);
            let (bytes, mut is_asked) = (manifest.to_bytes(), false);
            let read = ReleaseManifest::read(&bytes, || {
                is_asked = true;
                Some(manifest.to_sums())
            });
            assert_eq!((read, is_asked), (Some(manifest.clone()), form > 2));
            let spaced = String::from_utf8(bytes).unwrap().replacen(':', ": ", 1);
            let read = ReleaseManifest::read(spaced.as_bytes(), || Some(manifest.to_sums()));
            assert_eq!(read, None, "form {form} in other signs");
        }
        let bytes = String::from_utf8(manifest(FORM).to_bytes()).unwrap();
        let later = bytes.replace("\"dang\":3", "\"dang\":4");
        assert_ne!(later, bytes);
        let sums = manifest(FORM).to_sums();
        assert_eq!(ReleaseManifest::read(later.as_bytes(), || Some(sums)), None);
    }

    #[test]
    fn a_list_that_leaves_the_folder_or_has_other_files_is_none() {
        let manifest = manifest(FORM);
        let sums = String::from_utf8(manifest.to_sums()).unwrap();
        let named = Checksum::of(sums.as_bytes()).to_string();
        let text = String::from_utf8(manifest.to_bytes()).unwrap();
        let last = |line: &str| format!("{sums}{line}").into_bytes();
        let others = [
            sums.replace("z.txt", "../z.txt").into_bytes(),
            sums.replace("  ", " ").into_bytes(),
            sums.trim_end().to_owned().into_bytes(),
            last("\n"),
            last(&sums[..sums.find('\n').unwrap() + 1]),
        ];
        for other in others {
            // Signed like this, and still no list of ours.
            let lying = text.replace(&named, &Checksum::of(&other).to_string());
            assert_ne!(lying, text);
            assert_eq!(ReleaseManifest::read(lying.as_bytes(), || Some(other)), None);
        }
    }
}
