//! The ledger as it is published, read and proved from its checkpoint on.
//!
//! In: a [`Shelf`] and the key that signs. Out: the [`History`] with whatever is not as it was signed. Nothing of a
//! release is believed before its checksum was compared with the signed entry.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::changes::Changes;
use super::changes_file;
use super::facts::{Facts, hex};
use super::findings::Finding;
use super::leaf::{Leaf, Vouched};
use super::manifest::ReleaseManifest;
use super::naming::Names;
use super::sheet::Sheet;
use super::shelf::{LONGEST, Shelf};
use super::stamp::{self, Stamp};
use crate::output::Checksum;
use crate::paths;
use crate::transparency::tree::{self, Hash};
use crate::transparency::{Checkpoint, NoteFault, PublicKey, tiles};

/// The folder of the ledger within the published one.
pub const FOLDER: &str = paths::LEDGER;

/// A path within that folder.
pub fn path(name: &str) -> String {
    format!("{FOLDER}/{name}")
}

/// A path within the folder of a release.
pub fn of_release(number: u64, name: &str) -> String {
    format!("{FOLDER}/{number}/{name}")
}

/// Names within the folder of a release.
pub mod names {
    /// What the release consists of.
    pub const MANIFEST: &str = "manifest.json";
    /// The list of its files, for `sha256sum`.
    pub const SUMS: &str = "SHA256SUMS";
    /// The facts.
    pub const FACTS: &str = "su-kien.jsonl";
    /// What changed, for programs.
    pub const CHANGES: &str = "thay-doi.json";
    /// What changed, for spreadsheets.
    pub const CHANGES_CSV: &str = "thay-doi.csv";
    /// The checkpoint that was stamped.
    pub const STAMPED: &str = "checkpoint";
    /// The time stamp on it.
    pub const STAMP: &str = "checkpoint.tsr";
    /// What changed, for readers.
    pub const CHANGES_PAGE: &str = "thay-doi.html";
}

/// More releases than a site makes in two thousand years of days: a checkpoint that speaks of more would have us read
/// without end.
const MOST: u64 = 1_000_000;

/// The signed note over the tree.
pub const CHECKPOINT: &str = "checkpoint";

/// The keys that signed, the last first.
pub const KEYS: &str = "khoa";

/// A release of the ledger.
#[derive(Clone, Debug)]
pub struct Release {
    /// Its entry.
    pub leaf: Leaf,
    /// Its list of files.
    pub manifest: ReleaseManifest,
    /// Its facts.
    pub sheet: Arc<Sheet>,
}

impl Release {
    /// What changed from the release before; of the first, nothing did.
    pub fn changes(&self, before: Option<&Release>) -> Changes {
        let since = |before: &Release| Changes::between(&before.sheet.facts, &self.sheet.facts);
        before.map(since).unwrap_or_default()
    }
}

/// The ledger so far.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// The releases, oldest first.
    pub releases: Vec<Release>,
    /// The entries of the log, as their bytes.
    pub entries: Vec<Vec<u8>>,
    /// The key that signs now.
    pub key: Option<PublicKey>,
    /// The checkpoints that were stamped, by release.
    pub stamps: BTreeMap<u64, Stamp>,
}

impl History {
    /// The last release.
    pub fn last(&self) -> Option<&Release> {
        self.releases.last()
    }

    /// The facts of the last release.
    pub fn facts(&self) -> Arc<Facts> {
        self.last().map(|release| Arc::clone(&release.sheet.facts)).unwrap_or_default()
    }

    /// How many releases there are.
    pub fn len(&self) -> u64 {
        self.entries.len() as u64
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The file of the keys that signed, the last first, a line each.
    pub fn keys_file(&self) -> Vec<u8> {
        let changes = self.releases.iter().rev().filter_map(|release| release.leaf.key.as_ref());
        changes.map(|change| format!("{}\n", change.new)).collect::<String>().into_bytes()
    }

    /// The hashes of the entries.
    pub fn leaves(&self) -> Vec<Hash> {
        self.entries.iter().map(|entry| tree::leaf(entry)).collect()
    }
}

/// Reads the ledger on a shelf that `key` signs, or a key that it leads to by its own signature; none where there is no
/// checkpoint. What could not be proved is in the findings, and of the rest only what could.
pub fn read(shelf: &dyn Shelf, key: &PublicKey) -> (Option<History>, Vec<Finding>) {
    let mut reading = Reading { shelf, findings: Vec::new() };
    let Some(bytes) = reading.optional(&path(CHECKPOINT)) else { return (None, reading.findings) };
    let keys = std::iter::once(key.clone()).chain(published_keys(shelf));
    let mut signed = keys.filter_map(|key| {
        let checkpoint = Checkpoint::read(&bytes, &key).ok()?;
        Some((key, checkpoint))
    });
    let Some((signer, checkpoint)) = signed.next() else {
        let fault = Checkpoint::read(&bytes, key).err().unwrap_or(NoteFault::NotSigned);
        return (None, vec![Finding::checkpoint(fault)]);
    };
    let history = reading.history(&checkpoint, &signer, key, &bytes);
    (history, reading.findings)
}

/// The keys that a shelf itself names, the last first, which proves nothing by itself.
pub fn published_keys(shelf: &dyn Shelf) -> Vec<PublicKey> {
    let keys = shelf.read(&path(KEYS), 1 << 16).ok().flatten().unwrap_or_default();
    let text = String::from_utf8(keys).unwrap_or_default();
    text.lines().filter_map(|line| line.parse().ok()).collect()
}

struct Reading<'a> {
    shelf: &'a dyn Shelf,
    findings: Vec<Finding>,
}

impl Reading<'_> {
    fn optional(&mut self, path: &str) -> Option<Vec<u8>> {
        match self.shelf.read(path, LONGEST) {
            Ok(found) => found,
            Err(error) => {
                self.findings.push(Finding::Unreadable(path.to_owned(), error.to_string()));
                None
            }
        }
    }

    fn needed(&mut self, path: &str) -> Option<Vec<u8>> {
        let before = self.findings.len();
        let found = self.optional(path);
        if found.is_none() && self.findings.len() == before {
            self.findings.push(Finding::Missing(path.to_owned()));
        }
        found
    }

    /// `trusted` is the key that is believed, `signer` the one that signed, which it must lead to.
    fn history(
        &mut self,
        checkpoint: &Checkpoint,
        signer: &PublicKey,
        trusted: &PublicKey,
        note: &[u8],
    ) -> Option<History> {
        if checkpoint.size > MOST {
            let why = NoteFault::Malformed.to_string();
            self.findings.push(Finding::Checkpoint(why));
            return None;
        }
        let mut entries = Vec::new();
        for (name, count) in tiles::bundles(checkpoint.size) {
            let bytes = self.needed(&path(&name))?;
            let Some(found) = tiles::unbundled(&bytes, count) else {
                self.findings.push(Finding::Tile(path(&name)));
                return None;
            };
            entries.extend(found);
        }
        let hashes: Vec<Hash> = entries.iter().map(|entry| tree::leaf(entry)).collect();
        if tree::root(&hashes) != checkpoint.root {
            self.findings.push(Finding::Tree);
            return None;
        }
        for (name, expected) in tiles::files(&entries) {
            if self.needed(&path(&name)).is_some_and(|found| found != expected) {
                self.findings.push(Finding::Tile(path(&name)));
            }
        }
        let mut history = History { entries, ..History::default() };
        let mut is_trusted = false;
        for (number, entry) in (1..).zip(history.entries.clone()) {
            let leaf = Leaf::from_bytes(&entry).filter(|leaf| leaf.number == number);
            let Some(leaf) = leaf else {
                self.findings.push(Finding::Entry(number));
                return Some(history);
            };
            self.key(&leaf, &mut history.key);
            if let Some(change) = &leaf.key {
                is_trusted &= matches!(change.vouched, Vouched::Before(_));
                is_trusted |= change.new == *trusted;
            }
            let top = tree::root(&hashes[..number as usize]);
            if let Some(stamp) = self.stamp(number, top, history.key.as_ref()) {
                history.stamps.insert(number, stamp);
            }
            if history.last().is_some_and(|before| leaf.as_of < before.leaf.as_of) {
                self.findings.push(Finding::ClockBack(number));
            }
            let before = tree::root(&hashes[..hashes.len().min(leaf.number as usize - 1)]);
            if let Some(release) = self.release(leaf, before) {
                self.derived(&release, history.last());
                history.releases.push(release);
            }
        }
        // The key before may have signed beside the one that took its place.
        let is_signed = history
            .key
            .as_ref()
            .is_some_and(|key| key == signer || Checkpoint::read(note, key).is_ok());
        if !is_trusted || !is_signed {
            self.findings.push(Finding::KeyElsewhere);
        }
        self.withdrawals(&history);
        let is_whole = history.releases.len() == history.entries.len();
        if is_whole && self.needed(&path(KEYS)).is_some_and(|keys| keys != history.keys_file()) {
            self.findings.push(Finding::Derived(path(KEYS)));
        }
        Some(history)
    }

    /// Follows the key from entry to entry.
    fn key(&mut self, leaf: &Leaf, key: &mut Option<PublicKey>) {
        let Some(change) = &leaf.key else {
            if key.is_none() {
                self.findings.push(Finding::KeySwapped(leaf.number));
            }
            return;
        };
        let is_vouched = match (&change.vouched, &*key) {
            (Vouched::First, None) => true,
            (Vouched::Before(_), Some(old)) => change.is_vouched_by(leaf.number, old),
            // Readers are told; whether they believe it is theirs.
            (Vouched::Lost(_), Some(_)) => true,
            _ => false,
        };
        if !is_vouched {
            self.findings.push(Finding::KeySwapped(leaf.number));
        }
        *key = Some(change.new.clone());
    }

    /// The time stamp on a release, if it has one.
    fn stamp(&mut self, number: u64, root: Hash, key: Option<&PublicKey>) -> Option<Stamp> {
        let note = self.optional(&of_release(number, names::STAMPED));
        let reply = self.optional(&of_release(number, names::STAMP));
        let (note, reply) = match (note, reply) {
            (None, None) => return None,
            (note, reply) => (note.unwrap_or_default(), reply.unwrap_or_default()),
        };
        let signed = key.and_then(|key| Checkpoint::read(&note, key).ok());
        let is_its_own = signed.is_some_and(|it| it.size == number && it.root == root);
        if !is_its_own || !stamp::is_of(&reply, &note) {
            self.findings.push(Finding::Stamp(number));
            return None;
        }
        Some(Stamp { note, reply })
    }

    fn release(&mut self, leaf: Leaf, before: Hash) -> Option<Release> {
        let number = leaf.number;
        let bytes = self.needed(&of_release(number, names::MANIFEST))?;
        let mut has_sums = true;
        let manifest = ReleaseManifest::read(&bytes, || {
            let sums = self.needed(&of_release(number, names::SUMS));
            has_sums = sums.is_some();
            sums
        });
        if !has_sums {
            return None;
        }
        let manifest = manifest.filter(|manifest| {
            let is_first = number == 1;
            Checksum::of(&bytes) == leaf.manifest
                && manifest.number == number
                && manifest.as_of == leaf.as_of
                && manifest.before == (!is_first).then_some(before)
        });
        let Some(manifest) = manifest else {
            self.findings.push(Finding::Manifest(number));
            return None;
        };
        let bytes = self.needed(&of_release(number, names::FACTS))?;
        let sheet = Sheet::read(bytes).filter(|sheet| {
            sheet.root() == leaf.facts && sheet.hashes.len() as u64 == manifest.facts
        });
        let Some(sheet) = sheet else {
            self.findings.push(Finding::Facts(number));
            return None;
        };
        Some(Release { leaf, manifest, sheet: Arc::new(sheet) })
    }

    /// Compares the files that follow from signed ones.
    fn derived(&mut self, release: &Release, before: Option<&Release>) {
        let number = release.leaf.number;
        // Without the release before, what changed from it cannot be told.
        let before = before.filter(|before| before.leaf.number + 1 == number);
        let is_alone = before.is_none() && number > 1;
        for (name, expected) in follows(release, before) {
            let is_proved = name == names::SUMS && release.manifest.is_summed();
            if is_proved || is_alone && name != names::SUMS {
                continue;
            }
            let path = of_release(number, name);
            if self.needed(&path).is_some_and(|found| found != expected) {
                self.findings.push(Finding::Derived(path));
            }
        }
    }

    /// Every line that was taken out must be named by a later release.
    fn withdrawals(&mut self, history: &History) {
        let mut told: BTreeSet<(u64, String)> = BTreeSet::new();
        for release in history.releases.iter().rev() {
            let number = release.leaf.number;
            let hash = |place: &usize| (number, hex(&release.sheet.hashes[*place]));
            if !release.sheet.withdrawn.iter().all(|place| told.contains(&hash(place))) {
                self.findings.push(Finding::Withdrawn(number));
            }
            for withdrawal in &release.manifest.withdrawn {
                told.extend(withdrawal.lines.iter().map(|line| (withdrawal.number, line.clone())));
            }
        }
    }
}

/// The paths of the ledger's files but the pages.
pub fn file_paths(history: &History) -> impl Iterator<Item = String> {
    let releases = (1..=history.len()).flat_map(|number| {
        let own = [names::MANIFEST, names::SUMS, names::FACTS, names::CHANGES, names::CHANGES_CSV];
        own.map(|name| of_release(number, name))
    });
    let stamps = history
        .stamps
        .keys()
        .flat_map(|number| [names::STAMPED, names::STAMP].map(|name| of_release(*number, name)));
    let tiles = tiles::files(&history.entries).into_keys().map(|name| path(&name));
    tiles.chain(releases).chain(stamps).chain([CHECKPOINT, KEYS].map(path))
}

/// The files of a release that follow from its list and its facts, and from the facts before.
pub fn follows(release: &Release, before: Option<&Release>) -> Vec<(&'static str, Vec<u8>)> {
    let number = release.leaf.number;
    let none = Facts::new();
    let old = before.map_or(&none, |before| &*before.sheet.facts);
    let causes = &release.manifest.causes;
    let changes = release.changes(before);
    // What was made without names stays so.
    let names = (release.manifest.form > 1).then(|| Names::of(&release.sheet.facts, old));
    let names = names.as_ref();
    vec![
        (names::SUMS, release.manifest.to_sums()),
        (names::CHANGES, changes_file::json(&changes, number, causes, names)),
        (names::CHANGES_CSV, changes_file::csv(&changes, number, causes, names)),
    ]
}
