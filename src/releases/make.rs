//! A release is made: the files that it adds to the ledger, and those of earlier ones that it keeps.
//!
//! In: the ledger so far, the facts and files of the new release, and the key. Out: every file under `phat-hanh/` but
//! the pages. Same content, same key, same history: same bytes.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::causes::Causes;
use super::facts::{Facts, Key, hex};
use super::history::{CHECKPOINT, History, KEYS, Release, follows, names, of_release, path};
use super::kinds::FactKind;
use super::leaf::{KeyChange, Leaf, Vouched};
use super::manifest::{FORM, ReleaseManifest, Reopened, Withdrawal};
use super::sheet::Sheet;
use super::withheld::Withheld;
use crate::output::Output;
use crate::transparency::tree::{self, Hash};
use crate::transparency::{Checkpoint, PublicKey, SigningKey, tiles};

/// What a new release consists of.
#[derive(Debug)]
pub struct Draft {
    /// The date that it speaks of.
    pub as_of: Date,
    /// Its facts.
    pub facts: Arc<Facts>,
    /// Why facts that follow changed.
    pub causes: Causes,
    /// Every file of the site but those of the ledger.
    pub files: Output,
    /// Files in the published folder that are not the site's.
    pub foreign: Vec<String>,
    /// The program and its version.
    pub tool: String,
}

/// The keys of a release.
#[derive(Debug)]
pub struct Keys<'a> {
    /// The key that signs.
    pub now: &'a SigningKey,
    /// The key before, where this release changes it and it is at hand.
    pub before: Option<&'a SigningKey>,
    /// Why the key before cannot vouch for this one.
    pub lost: Option<String>,
}

impl<'a> Keys<'a> {
    /// One key, as ever.
    pub fn only(now: &'a SigningKey) -> Self {
        Self { now, before: None, lost: None }
    }
}

/// A ledger with one release more.
#[derive(Debug)]
pub struct Made {
    /// The ledger.
    pub history: History,
    /// What is signed.
    pub checkpoint: Checkpoint,
    /// The signed note.
    pub note: String,
}

/// Adds a release to a ledger.
pub fn made(history: &History, draft: Draft, keys: &Keys<'_>) -> Made {
    let number = history.len() + 1;
    let mut history = history.clone();
    let withdrawn = withdraw(&mut history, &draft.facts);
    let leaves = history.leaves();
    let sheet = Sheet::written(draft.facts, keys.now);
    let reopened = reopened(&history, &sheet, &keys.now.public());
    let manifest = ReleaseManifest {
        form: FORM,
        number,
        as_of: draft.as_of,
        tool: draft.tool,
        before: (number > 1).then(|| tree::root(&leaves)),
        facts: sheet.hashes.len() as u64,
        causes: draft.causes,
        withdrawn,
        reopened,
        foreign: draft.foreign,
        files: draft.files,
    };
    let leaf = Leaf {
        number,
        as_of: draft.as_of,
        manifest: manifest.checksum(),
        facts: sheet.root(),
        key: key_change(number, history.key.as_ref(), keys),
    };
    history.entries.push(leaf.to_bytes());
    history.key = Some(keys.now.public());
    history.releases.push(Release { leaf, manifest, sheet: Arc::new(sheet) });
    let leaves = history.leaves();
    let checkpoint = Checkpoint {
        origin: keys.now.public().name().to_owned(),
        size: number,
        root: tree::root(&leaves),
    };
    let signers: Vec<&SigningKey> = std::iter::once(keys.now).chain(keys.before).collect();
    let note = checkpoint.signed(&signers);
    Made { history, checkpoint, note }
}

/// A file of the ledger: its path in the published folder and its bytes.
pub type File<'h> = (String, Cow<'h, [u8]>);

impl Made {
    /// All files of the ledger but the pages, one after another.
    pub fn files(&self) -> impl Iterator<Item = File<'_>> {
        let signed = (path(CHECKPOINT), Cow::Borrowed(self.note.as_bytes()));
        let keys = (path(KEYS), Cow::Owned(self.history.keys_file()));
        files(&self.history).chain([signed, keys])
    }
}

/// The files of a ledger that was read and proved, but for what a key signs: byte for byte as they are published.
fn files(history: &History) -> impl Iterator<Item = File<'_>> {
    let tiles = tiles::files(&history.entries).into_iter();
    let tiles = tiles.map(|(name, bytes)| (path(&name), Cow::Owned(bytes)));
    let releases = history.releases.iter().enumerate().flat_map(|(at, release)| {
        let number = release.leaf.number;
        let before = at.checked_sub(1).map(|at| &history.releases[at]);
        let facts = Cow::Borrowed(release.sheet.text.as_bytes());
        let own =
            [(names::MANIFEST, Cow::Owned(release.manifest.to_bytes())), (names::FACTS, facts)];
        // What was withdrawn is told no more in what follows from it either.
        let follows = follows(release, before).into_iter();
        let all = own.into_iter().chain(follows.map(|(name, bytes)| (name, Cow::Owned(bytes))));
        all.map(move |(name, bytes)| (of_release(number, name), bytes))
    });
    let stamps = history.stamps.iter().flat_map(|(number, stamp)| {
        [(names::STAMPED, &stamp.note), (names::STAMP, &stamp.reply)]
            .map(|(name, bytes)| (of_release(*number, name), Cow::Borrowed(&bytes[..])))
    });
    tiles.chain(releases).chain(stamps)
}

fn key_change(number: u64, known: Option<&PublicKey>, keys: &Keys<'_>) -> Option<KeyChange> {
    let new = keys.now.public();
    match (known, keys.before) {
        (None, _) => Some(KeyChange { new, vouched: Vouched::First }),
        (Some(known), _) if *known == new => None,
        (Some(_), Some(before)) => Some(KeyChange::signed(number, before, new)),
        (Some(_), None) => {
            let statement = keys.lost.clone().unwrap_or_default();
            Some(KeyChange { new, vouched: Vouched::Lost(statement) })
        }
    }
}

/// Takes what is withheld now out of the facts of earlier releases; the hashes stay.
fn withdraw(history: &mut History, now: &Facts) -> Vec<Withdrawal> {
    let withheld = Withheld::of(&history.facts(), now);
    let mut withdrawals = Vec::new();
    if withheld.is_empty() {
        return withdrawals;
    }
    for release in &mut history.releases {
        let number = release.leaf.number;
        let told = release.sheet.told();
        let gone = told.filter(|(key, _)| withheld.explains(key) && now.get(key).is_none());
        let mut by_reason: BTreeMap<String, Vec<Hash>> = BTreeMap::new();
        for (key, hash) in gone {
            let reason = withheld.reason(key, now).map(str::to_owned);
            by_reason.entry(reason.unwrap_or_default()).or_default().push(*hash);
        }
        if by_reason.is_empty() {
            continue;
        }
        let all: BTreeSet<Hash> = by_reason.values().flatten().copied().collect();
        for (reason, hashes) in by_reason {
            let lines = hashes.iter().map(|hash| hex(hash)).collect();
            withdrawals.push(Withdrawal { number, lines, reason });
        }
        release.sheet = Arc::new(release.sheet.without(&all));
    }
    withdrawals
}

/// The tasks that were told once, then withheld, and are told again.
fn reopened(history: &History, sheet: &Sheet, key: &PublicKey) -> Vec<Reopened> {
    let now = &sheet.facts;
    let last = history.facts();
    let opened = |of: &Key| {
        let was_told = |release: &Release| release.sheet.facts.value(of) == Some("false");
        of.table == "nhiem-vu"
            && of.column == "han_che"
            && last.value(of) == Some("true")
            && history.releases.iter().any(was_told)
    };
    let tasks = now.iter().filter(|(of, fact)| fact.value == "false" && opened(of));
    let tasks: Vec<&Key> = tasks.map(|(of, _)| of).collect();
    if tasks.is_empty() {
        return Vec::new();
    }
    // Another key would make other lines of the same facts.
    let is_same_key = history
        .releases
        .iter()
        .all(|release| release.leaf.key.as_ref().is_none_or(|change| change.new == *key));
    let withdrawn: BTreeSet<Hash> = history
        .releases
        .iter()
        .flat_map(|release| {
            release.sheet.withdrawn.iter().map(|place| release.sheet.hashes[*place])
        })
        .collect();
    let compare = |task: &Key| {
        let of_task = now.iter().zip(&sheet.hashes).filter(|((of, fact), _)| {
            fact.kind == FactKind::Written
                && of.row.get(..2) == Some(&task.row[..])
                && last.get(of).is_none()
                && ["nhiem-vu", "dien-bien", "minh-chung"].contains(&&*of.table)
        });
        let (mut same, mut other) = (0, 0);
        for (_, hash) in of_task {
            let is_known = withdrawn.contains(hash);
            *(if is_known { &mut same } else { &mut other }) += 1;
        }
        (same, other)
    };
    let entry = |task: &&Key| Reopened {
        plan: task.row[0].clone(),
        number: task.row[1].clone(),
        compared: is_same_key.then(|| compare(task)),
    };
    tasks.iter().map(entry).collect()
}

/// What stands for the files of a site, to tell whether anything changed.
pub fn is_same(history: &History, facts: &Facts, files: &Output) -> bool {
    history.last().is_some_and(|last| *last.sheet.facts == *facts && last.manifest.files == *files)
}
