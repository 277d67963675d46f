//! The release ledger, and what changed with each release.
//!
//! In: the ledger with the release that is being made. Out: [`ReleasesView`] and [`ChangesView`], all that
//! `releases.html` and `release-changes.html` may read. These pages are made after all others, whose checksums they tell.

use serde::Serialize;

use crate::pages::context::{Context, Head, date_view};
use crate::pages::frame::Frame;
use crate::pages::values::{DateView, Link};
use crate::paths;
use crate::releases::history::{CHECKPOINT, KEYS, names};
use crate::releases::leaf::{KeyChange, Vouched};
use crate::releases::telling::{self, Method, Telling, Told};
use crate::releases::{Cause, Changes, Facts, History, Release, SignedLedger};
use crate::text::running::capitalised;
use crate::vocabulary::releases as words;

/// More changes of one cause than this are left to the files.
const SHOWN: usize = 300;

/// What `releases.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct ReleasesView {
    /// What every page shares.
    pub frame: Frame,
    /// How many releases there are, and the date of the last.
    pub answer: String,
    /// The releases, newest first.
    pub releases: Vec<ReleaseRow>,
    /// The number of the last.
    pub last: u64,
    /// The lines of the checkpoint.
    pub checkpoint: Vec<String>,
    /// The ledger's name.
    pub origin: String,
    /// The key that verifies.
    pub key: String,
    /// The keys before that nobody vouched for the end of, each with what the publisher says.
    pub lost: Vec<String>,
    /// The checkpoint's file.
    pub checkpoint_file: Link,
    /// The key's file for OpenSSL.
    pub key_file: Link,
}

/// A release in the list.
#[derive(Clone, Debug, Serialize)]
pub struct ReleaseRow {
    /// Its number.
    pub number: u64,
    /// The date that it speaks of.
    pub date: DateView,
    /// What changed with it.
    pub sentence: String,
    /// All that changed.
    pub changes: Link,
    /// What it consists of.
    pub manifest: Link,
    /// The list of its files.
    pub sums: Link,
    /// Its facts.
    pub facts: Link,
    /// What of it was withdrawn later, by which release and why.
    pub withdrawn: Vec<String>,
    /// Who vouches for its key, where it is a new one.
    pub key: Option<String>,
    /// The time stamp on its checkpoint.
    pub stamp: Option<Link>,
}

/// What `release-changes.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesView {
    /// What every page shares.
    pub frame: Frame,
    /// What changed, in a sentence.
    pub answer: String,
    /// The changes by cause.
    pub sections: Vec<ChangesSection>,
    /// All of them, for programs.
    pub json: Link,
    /// All of them, for spreadsheets.
    pub csv: Link,
    /// The list of releases.
    pub releases: Link,
}

/// The changes of a cause.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesSection {
    /// The fragment.
    pub id: &'static str,
    /// The cause.
    pub title: String,
    /// What changed, thing by thing.
    pub things: Vec<ChangedThing>,
    /// How many more there are.
    pub more: Option<String>,
}

/// A thing of which something changed.
#[derive(Clone, Debug, Serialize)]
pub struct ChangedThing {
    /// What it is called.
    pub name: String,
    /// What of it changed.
    pub rows: Vec<ChangeRow>,
}

/// A change.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeRow {
    /// What changed.
    pub label: String,
    /// Before.
    pub old: Option<String>,
    /// Now.
    pub new: Option<String>,
}

fn ledger<'a>(here: Context<'a>) -> &'a SignedLedger {
    let told = here.options.releases.as_ref().expect("the page is there where a ledger is");
    told.ledger.get().expect("the pages of the ledger are made after the release")
}

/// The list of releases.
pub(crate) fn view(here: Context<'_>) -> ReleasesView {
    let SignedLedger { history, note } = ledger(here);
    let key = history.key.as_ref().expect("a ledger with a release has a key");
    let releases: Vec<ReleaseRow> =
        (1..=history.len()).rev().map(|number| release(here, history, number)).collect();
    let last = history.len();
    let date = history.last().map(|last| date_view(last.leaf.as_of).long).unwrap_or_default();
    let lost = history.releases.iter().filter_map(|release| {
        let change = release.leaf.key.as_ref()?;
        let is_lost = matches!(change.vouched, Vouched::Lost(_));
        new_key(release.leaf.number, change).filter(|_| is_lost)
    });
    ReleasesView {
        frame: here.frame(Head::new(words::page(), words::about_page())),
        answer: words::answer(last, date),
        releases,
        last,
        checkpoint: note.lines().map(str::to_owned).collect(),
        origin: key.name().to_owned(),
        key: key.to_string(),
        lost: lost.collect(),
        checkpoint_file: here.link(&paths::release_file(CHECKPOINT), CHECKPOINT),
        key_file: here.link(&paths::release_file(&format!("{KEYS}.pem")), format!("{KEYS}.pem")),
    }
}

fn release(here: Context<'_>, history: &History, number: u64) -> ReleaseRow {
    let step = Step::of(history, number);
    let at = |name: &str| paths::release_file(&format!("{number}/{name}"));
    ReleaseRow {
        number,
        date: date_view(step.release.leaf.as_of),
        sentence: step.sentence(),
        changes: here.link(&paths::release_changes(number), words::page_of(number)),
        manifest: here.link(&at(names::MANIFEST), names::MANIFEST),
        sums: here.link(&at(names::SUMS), names::SUMS),
        facts: here.link(&at(names::FACTS), names::FACTS),
        withdrawn: withdrawn(history, number),
        key: step.release.leaf.key.as_ref().and_then(|change| new_key(number, change)),
        stamp: history
            .stamps
            .contains_key(&number)
            .then(|| here.link(&at(names::STAMP), words::stamp())),
    }
}

/// What later releases withdrew of this one.
fn withdrawn(history: &History, number: u64) -> Vec<String> {
    let later = history.releases.iter().flat_map(|release| {
        let of_this = release.manifest.withdrawn.iter().filter(move |it| it.number == number);
        of_this.map(|it| match it.reason.as_str() {
            "" => words::withdrawn_lines_unreasoned(it.lines.len(), release.leaf.number),
            reason => words::withdrawn_lines(it.lines.len(), release.leaf.number, reason),
        })
    });
    later.collect()
}

/// What readers are told of a key that takes the place of another.
fn new_key(number: u64, change: &KeyChange) -> Option<String> {
    match &change.vouched {
        Vouched::First => None,
        Vouched::Before(_) => Some(words::new_key().to_owned()),
        Vouched::Lost(statement) => Some(words::lost_key(number, statement)),
    }
}

/// A release against the one before.
struct Step<'h> {
    release: &'h Release,
    before: Option<&'h Release>,
    changes: Changes,
    method: Method,
}

impl<'h> Step<'h> {
    fn of(history: &'h History, number: u64) -> Self {
        let at = number as usize - 1;
        let release = &history.releases[at];
        let before = at.checked_sub(1).map(|at| &history.releases[at]);
        let changes = release.changes(before);
        let tool = before.map_or("", |before| &before.manifest.tool);
        let method = Method::of(&changes, tool, &release.manifest.tool);
        Self { release, before, changes, method }
    }

    fn with<T>(&self, tell: impl FnOnce(Telling<'_>) -> T) -> T {
        let none = Facts::new();
        tell(Telling {
            changes: &self.changes,
            causes: &self.release.manifest.causes,
            facts: &self.release.sheet.facts,
            before: self.before.map_or(&none, |before| &before.sheet.facts),
            method: &self.method,
            reopened: &self.release.manifest.reopened,
            against: None,
        })
    }

    fn sentence(&self) -> String {
        match self.before {
            None => words::first(self.release.manifest.facts),
            Some(_) => self.with(telling::sentence),
        }
    }
}

/// What changed with a release.
pub(crate) fn changes_view(here: Context<'_>, number: u64) -> ChangesView {
    let SignedLedger { history, .. } = ledger(here);
    let step = Step::of(history, number);
    let all = step.with(telling::rows);
    let of = |cause, id, title: &str| {
        let all = all.iter().filter(|told| told.cause == cause);
        let mut things: Vec<ChangedThing> = Vec::new();
        let (mut shown, mut more) = (0_usize, 0_usize);
        for Told { thing, column, old, new, .. } in all.cloned() {
            if shown == SHOWN {
                more += 1;
                continue;
            }
            shown += 1;
            if things.last().is_none_or(|last| last.name != thing) {
                things.push(ChangedThing { name: thing, rows: Vec::new() });
            }
            let rows = things.last_mut().map(|last| &mut last.rows);
            rows.expect("one was put there").push(ChangeRow { label: column, old, new });
        }
        let more = (more > 0).then(|| words::more(more));
        (!things.is_empty()).then(|| ChangesSection { id, title: title.to_owned(), things, more })
    };
    let sections = match number {
        1 => Vec::new(),
        _ => [
            of(Cause::Editors, "bien-tap", words::by_editors()),
            of(Cause::Time, "thoi-gian", words::by_time()),
            of(Cause::Method, "cach-tinh", &capitalised(&step.method.why())),
        ]
        .into_iter()
        .flatten()
        .collect(),
    };
    let at = |name: &str| paths::release_file(&format!("{number}/{name}"));
    let head = Head::new(words::page_of(number), words::about_page_of(number))
        .above(vec![(paths::releases(), words::page().to_owned())]);
    ChangesView {
        frame: here.frame(head),
        answer: step.sentence(),
        sections,
        json: here.link(&at(names::CHANGES), names::CHANGES),
        csv: here.link(&at(names::CHANGES_CSV), names::CHANGES_CSV),
        releases: here.link(&paths::releases(), words::page()),
    }
}
