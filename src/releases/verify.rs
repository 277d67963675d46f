//! Whether a published folder is what its ledger says, and whether the ledger is the one that somebody kept.
//!
//! In: a [`Shelf`], the key, perhaps a kept checkpoint. Out: a [`Judgement`]. Proves manifest, files, chain and
//! signature; says apart what has other bytes and the same words.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::findings::Finding;
use super::history::{self, CHECKPOINT, FOLDER, History, names};
use super::shelf::{LONGEST, Shelf};
use crate::output::{Checksum, Entry, OutputPath};
use crate::transparency::{Checkpoint, Note, NoteFault, PublicKey, tiles, tree};

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Judgement {
    /// The ledger, as far as it could be read.
    pub history: Option<History>,
    /// What is not as it was published.
    pub findings: Vec<Finding>,
    /// How many releases the kept checkpoint speaks of, where one was compared and the ledger goes on from it.
    pub kept: Option<u64>,
    /// How many files were compared.
    pub files: usize,
    /// Whether the files that no release lists could be looked for.
    pub listed: bool,
}

/// What a publisher's own tools leave beside the files of a release.
const OWN: [&str; 1] = [".congkhai-manifest.json"];

/// The signed note over the pages of the ledger.
pub const PAGES: &str = "trang";

/// Judges what is published on a shelf.
pub fn judge(shelf: &dyn Shelf, key: &PublicKey, kept: Option<&[u8]>) -> Judgement {
    let (history, findings) = history::read(shelf, key);
    let mut judgement = Judgement { findings, ..Judgement::default() };
    let Some(history) = history else {
        if judgement.findings.is_empty() {
            judgement.findings.push(Finding::Missing(history::path(CHECKPOINT)));
        }
        return judgement;
    };
    files(shelf, &history, &mut judgement);
    pages(shelf, history.key.as_ref().unwrap_or(key), &mut judgement);
    if let Some(kept) = kept {
        compare(&history, kept, &mut judgement);
    }
    judgement.history = Some(history);
    judgement.findings.sort();
    judgement.findings.dedup();
    judgement
}

/// Compares every file of the last release, and looks for files of nobody's.
fn files(shelf: &dyn Shelf, history: &History, judgement: &mut Judgement) {
    let Some(last) = history.last().filter(|last| last.leaf.number == history.len()) else {
        return;
    };
    let files: Vec<(&OutputPath, &Entry)> = last.manifest.files.iter().collect();
    judgement.files = files.len();
    let found = files.par_iter().filter_map(|(path, entry)| file(shelf, path, entry));
    judgement.findings.par_extend(found);
    let Ok(Some(found)) = shelf.list() else { return };
    judgement.listed = true;
    let ours: BTreeSet<&str> = last.manifest.files.iter().map(|(path, _)| path.as_str()).collect();
    let tiles: BTreeSet<String> =
        tiles::files(&history.entries).into_keys().map(|name| history::path(&name)).collect();
    for path in found {
        let is_foreign = |foreign: &String| {
            let folder = foreign.strip_suffix('/');
            path == *foreign || folder.is_some_and(|folder| path.starts_with(&format!("{folder}/")))
        };
        let is_known = ours.contains(path.as_str())
            || OWN.contains(&path.as_str())
            || is_of_ledger(&path, history)
            || tiles.contains(path.as_str())
            || last.manifest.foreign.iter().any(is_foreign);
        if !is_known {
            judgement.findings.push(Finding::FileAdded(path));
        }
    }
}

/// What is wrong with a file, read once.
fn file(shelf: &dyn Shelf, path: &OutputPath, entry: &Entry) -> Option<Finding> {
    // A host may have made line ends longer: twice the size holds every such file.
    let longest = entry.size.saturating_mul(2).saturating_add(16).min(LONGEST);
    match shelf.read(path.as_str(), longest) {
        Ok(Some(bytes)) if Entry::of(&bytes) == *entry => None,
        Ok(Some(bytes)) if has_same_words(&bytes, entry.sha256) => {
            Some(Finding::LineEnds(path.to_string()))
        }
        Ok(Some(_)) => Some(Finding::FileChanged(path.to_string())),
        Ok(None) => Some(Finding::FileGone(path.to_string())),
        Err(error) if error.kind() == std::io::ErrorKind::FileTooLarge => {
            Some(Finding::FileChanged(path.to_string()))
        }
        Err(error) => Some(Finding::Unreadable(path.to_string(), error.to_string())),
    }
}

/// Whether a path under `phat-hanh/` is one that a ledger of so many releases has.
fn is_of_ledger(path: &str, history: &History) -> bool {
    let Some(name) = path.strip_prefix(FOLDER).and_then(|rest| rest.strip_prefix('/')) else {
        return false;
    };
    if [CHECKPOINT, history::KEYS, PAGES, "index.html", "khoa.pem"].contains(&name) {
        return true;
    }
    let Some((number, name)) = name.split_once('/') else { return false };
    let is_release = number
        .parse::<u64>()
        .is_ok_and(|it| it > 0 && it <= history.len() && it.to_string() == number);
    let names = [
        names::MANIFEST,
        names::SUMS,
        names::FACTS,
        names::CHANGES,
        names::CHANGES_CSV,
        names::CHANGES_PAGE,
    ];
    let is_stamp = |number: u64| {
        [names::STAMP, names::STAMPED].contains(&name) && history.stamps.contains_key(&number)
    };
    is_release && (names.contains(&name) || number.parse().is_ok_and(is_stamp))
}

/// Whether bytes become the published ones where line ends are written as they were.
fn has_same_words(bytes: &[u8], published: Checksum) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let unix = text.replace("\r\n", "\n");
    let windows = unix.replace('\n', "\r\n");
    let bare = unix.trim_end_matches('\n');
    [unix.clone(), windows, format!("{bare}\n"), bare.to_owned(), format!("\u{feff}{unix}")]
        .iter()
        .any(|text| Checksum::of(text.as_bytes()) == published)
}

/// Compares the pages of the ledger with what is signed of them.
fn pages(shelf: &dyn Shelf, key: &PublicKey, judgement: &mut Judgement) {
    let name = history::path(PAGES);
    let note = match shelf.read(&name, 1 << 20) {
        Ok(Some(note)) => note,
        Ok(None) => return judgement.findings.push(Finding::Missing(name)),
        Err(error) => return judgement.findings.push(Finding::Unreadable(name, error.to_string())),
    };
    let Ok(note) = Note::read(&note, key) else {
        return judgement.findings.push(Finding::OwnPage(name));
    };
    for line in note.text.lines().skip(1) {
        let Some((sum, path)) = line.split_once("  ") else { continue };
        let found = shelf.read(path, 1 << 26).ok().flatten();
        let is_same = found.as_deref().is_some_and(|bytes| {
            Checksum::of(bytes).to_string() == sum
                || sum.parse().is_ok_and(|sum| has_same_words(bytes, sum))
        });
        if !is_same {
            judgement.findings.push(Finding::OwnPage(path.to_owned()));
        }
    }
}

/// The text of that note.
pub fn pages_note<'a>(origin: &str, pages: impl Iterator<Item = (&'a str, &'a [u8])>) -> String {
    let lines = pages.map(|(path, bytes)| format!("{}  {path}\n", Checksum::of(bytes)));
    format!("{origin} trang\n{}", lines.collect::<String>())
}

/// Compares the ledger with a checkpoint that somebody kept, signed by any key that the ledger had.
fn compare(history: &History, kept: &[u8], judgement: &mut Judgement) {
    let keys = history.releases.iter().rev().filter_map(|release| release.leaf.key.as_ref());
    let mut fault = None;
    let read = keys.map(|change| Checkpoint::read(kept, &change.new)).find_map(|read| match read {
        Ok(checkpoint) => Some(checkpoint),
        Err(error) => {
            fault = Some(error);
            None
        }
    });
    let Some(kept) = read else {
        let why = fault.unwrap_or(NoteFault::NotSigned).to_string();
        return judgement.findings.push(Finding::Kept(why));
    };
    let leaves = history.leaves();
    let (old, new) = (kept.size, history.len());
    if old > new {
        return judgement.findings.push(Finding::Behind { has: new, kept: old });
    }
    let proof = match old {
        0 => return,
        _ => tree::consistency(&leaves, old as usize),
    };
    if tree::proves_consistency(&proof, (old, &kept.root), (new, &tree::root(&leaves))) {
        judgement.kept = Some(old);
    } else {
        judgement.findings.push(Finding::Rewritten(old));
    }
}
