//! A run that makes a release: the gate before the first page, the ledger after the last.
//!
//! In: the ledger so far and the keys. Out: problems where something published changed silently; else the files and
//! pages under `phat-hanh/` in the sink.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use super::outcome::RunError;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::{ck270, ck271, ck272};
use crate::model::Settings;
use crate::output::{Entry, Output, OutputPath, Sink};
use crate::paths;
use crate::progress::Progress;
use crate::releases::causes::States;
use crate::releases::gate::{Correcting, Shown};
use crate::releases::history::{self, FOLDER, KEYS, path};
use crate::releases::make::{self, Draft, Keys, Made};
use crate::releases::verify::{PAGES, pages_note};
use crate::releases::{
    AwaitedLedger, Causes, Facts, History, Release, SignedLedger, gate, places, taken,
};
use crate::source::{SourceTree, load};
use crate::transparency::note;

/// What a release goes on from.
#[derive(Debug)]
pub struct Releasing<'a> {
    /// The ledger so far, proved.
    pub history: &'a History,
    /// The keys.
    pub keys: Keys<'a>,
    /// The program and its version.
    pub tool: String,
    /// Whether the gate is held; not where an earlier release is only built again.
    pub is_held: bool,
}

/// A release while its pages are made.
pub(super) struct Beginning<'a> {
    releasing: &'a Releasing<'a>,
    facts: Arc<Facts>,
    causes: Causes,
    as_of: Date,
    foreign: Vec<String>,
    /// The pictures of the editors' words, and the corrections that are new.
    pictures: Vec<Shown>,
    corrections: Vec<Correcting>,
    /// What the pages of the ledger tell.
    pub(super) told: Arc<AwaitedLedger>,
}

/// How closing a release ended.
pub(super) enum Closed {
    /// The ledger has one release more.
    Done,
    /// Nothing is other than in the last release.
    NothingNew,
    /// A published address would be lost.
    Refused(Diagnostics),
}

impl<'a> Beginning<'a> {
    /// Holds the gate: what is published changes with a word only.
    pub(super) fn of(
        releasing: &'a Releasing<'a>,
        progress: &Progress<'_>,
        settings: &Settings,
        problems: &mut Diagnostics,
    ) -> Self {
        let facts = Arc::new(taken::facts(progress));
        let as_of = progress.as_of;
        let mut causes = Causes::default();
        // Content that is faulty lacks what is faulty: what would be missed of it is not gone.
        let is_early =
            releasing.history.last().is_some_and(|last| progress.as_of < last.leaf.as_of);
        let is_sound = problems.stop_on_errors().is_continue();
        let is_judged = releasing.is_held && (is_sound || is_early);
        if let Some(last) = releasing.history.last().filter(|_| is_judged) {
            causes = judged(last, &facts, progress, problems);
        }
        let told = AwaitedLedger { count: releasing.history.len() + 1, ledger: OnceLock::new() };
        let foreign = settings.ledger.as_ref().map(|ledger| ledger.foreign.clone());
        let foreign = foreign.unwrap_or_default();
        let corrections = gate::corrections(&releasing.history.facts(), progress);
        let pictures = gate::pictures(progress);
        let told = Arc::new(told);
        Self { releasing, facts, causes, as_of, foreign, pictures, corrections, told }
    }

    /// Closes the release over all files that were put.
    pub(super) fn close(&self, sink: &dyn Sink, settings: &Settings) -> Result<Closed, RunError> {
        let mut files = Output::default();
        let own = format!("{FOLDER}/");
        for (path, entry) in sink.so_far().iter() {
            if !path.as_str().starts_with(&own) {
                files.insert(path.clone(), *entry).expect("they stood in one folder before");
            }
        }
        let Releasing { history, keys, tool, is_held } = self.releasing;
        let is_rotation = history.key.as_ref().is_some_and(|key| *key != keys.now.public());
        if *is_held && !is_rotation && make::is_same(history, &self.facts, &files) {
            return Ok(Closed::NothingNew);
        }
        let mut lost = self.lost(&files, settings);
        self.replaced(&files, &mut lost);
        if lost.stop_on_errors().is_break() {
            return Ok(Closed::Refused(lost));
        }
        let draft = Draft {
            as_of: self.as_of,
            facts: Arc::clone(&self.facts),
            causes: self.causes.clone(),
            files,
            foreign: self.foreign.clone(),
            tool: tool.clone(),
        };
        let made = make::made(history, draft, keys);
        made.files().try_for_each(|(path, bytes)| put(sink, &path, &bytes))?;
        let Made { history, note, .. } = made;
        put(sink, &path(&format!("{KEYS}.pem")), keys.now.public().to_pem().as_bytes())?;
        let ledger = SignedLedger { history, note };
        self.told.ledger.set(ledger).expect("a run closes one release");
        Ok(Closed::Done)
    }

    /// The addresses of the last release that somebody may have kept and that lead nowhere now.
    fn lost(&self, files: &Output, settings: &Settings) -> Diagnostics {
        let mut problems = Diagnostics::default();
        let last = self.releasing.history.last().filter(|_| self.releasing.is_held);
        let before = last.into_iter().flat_map(|last| last.manifest.files.iter());
        for (path, _) in before.filter(|(path, _)| paths::is_lasting(path.as_str())) {
            if files.get(path).is_none() {
                problems.push(ck272::lost(settings.source.key("dia_chi_cu"), path.as_str()));
            }
        }
        problems
    }

    /// The pictures of the last release that are others now.
    fn replaced(&self, files: &Output, problems: &mut Diagnostics) {
        let last = self.releasing.history.last().filter(|_| self.releasing.is_held);
        let Some(last) = last else { return };
        tell_replaced(&self.pictures, last, files, &self.corrections, self.as_of, problems);
    }

    /// The files of the ledger that pages may lead to.
    pub(super) fn files(&self) -> Vec<OutputPath> {
        let Some(ledger) = self.told.ledger.get() else { return Vec::new() };
        let files = history::file_paths(&ledger.history).chain([path(&format!("{KEYS}.pem"))]);
        files.map(|path| OutputPath::new(path).expect(NAMES)).collect()
    }

    /// Signs the pages of the ledger.
    pub(super) fn sign_pages(
        &self,
        pages: &BTreeMap<OutputPath, Vec<u8>>,
        sink: &dyn Sink,
    ) -> Result<(), RunError> {
        let keys = &self.releasing.keys;
        let pem = path(&format!("{KEYS}.pem"));
        let key = keys.now.public().to_pem();
        let listed = pages.iter().map(|(path, bytes)| (path.as_str(), &bytes[..]));
        let listed = listed.chain([(pem.as_str(), key.as_bytes())]);
        let text = pages_note(keys.now.public().name(), listed);
        put(sink, &path(PAGES), note::sign(&text, &[keys.now]).as_bytes())
    }
}

const NAMES: &str = "the ledger's files have plain names";

fn put(sink: &dyn Sink, path: &str, bytes: &[u8]) -> Result<(), RunError> {
    let path = OutputPath::new(path).expect(NAMES);
    sink.put(&path, bytes).map_err(RunError::Sink)
}

fn tell_replaced(
    pictures: &[Shown],
    last: &Release,
    now: &Output,
    corrections: &[Correcting],
    as_of: Date,
    problems: &mut Diagnostics,
) {
    for (picture, found) in gate::replaced(pictures, &last.manifest.files, now, corrections) {
        problems.push(ck270::silent(picture.place.clone(), &found.said(), as_of));
    }
}

/// The pictures of the content that are not as they were published: a release would find them among its files.
///
/// # Errors
/// A picture cannot be read.
pub fn judge_pictures(
    last: &Release,
    progress: &Progress<'_>,
    tree: &SourceTree,
    problems: &mut Diagnostics,
) -> Result<(), RunError> {
    let pictures = gate::pictures(progress);
    let mut now = Output::default();
    for picture in &pictures {
        let Ok(path) = OutputPath::new(picture.path.clone()) else { continue };
        // Several passages may show one picture.
        let is_new = now.get(&path).is_none();
        if let Some(file) = tree.attachments.get(&picture.source).filter(|_| is_new) {
            let entry = Entry::of(&load::attachment(file)?);
            // Of two that are one file on some systems another rule tells.
            now.insert(path, entry).ok();
        }
    }
    let corrections = gate::corrections(&last.sheet.facts, progress);
    tell_replaced(&pictures, last, &now, &corrections, progress.as_of, problems);
    Ok(())
}

/// What of `progress` is not as it was published; out come the causes of what is other and may be.
pub fn judged(
    last: &Release,
    now: &Facts,
    progress: &Progress<'_>,
    problems: &mut Diagnostics,
) -> Causes {
    let (former, published) = (last.leaf.as_of, &last.sheet.facts);
    if progress.as_of < former {
        let at = progress.site.settings.source.key("tinh_den_ngay");
        problems.push(ck271::earlier_than_the_last(at, progress.as_of, former));
        return Causes::default();
    }
    for early in gate::backdated(published, now, former) {
        let at = places::place(progress, &early.key);
        problems.push(ck271::backdated(at, &early.label, &early.date, former));
    }
    let corrections = gate::corrections(published, progress);
    for change in gate::unexplained(published, now, &corrections) {
        let at = places::place(progress, &change.key);
        problems.push(ck270::silent(at, &change.said(), progress.as_of));
    }
    let then = taken::facts(&progress.as_known_on(former, former));
    let untold = taken::facts(&progress.as_known_on(progress.as_of, former));
    Causes::of_changes(
        published,
        States { former: &then, untold: &untold, now, form: last.manifest.form },
    )
}
