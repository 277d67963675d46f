//! The release ledger, and what changed with each release.
//!
//! In: the ledger with the release that is being made. Out: [`ReleasesView`] and [`ChangesView`], all that
//! `releases.html` and `release-changes.html` may read. These pages are made after all others, whose checksums they tell.

use jiff::civil::Date;
use serde::Serialize;

use crate::pages::context::{Context, Head, date_view};
use crate::pages::frame::Frame;
use crate::pages::values::{DateView, Link};
use crate::paths;
use crate::releases::history::{CHECKPOINT, KEYS, names};
use crate::releases::telling::{self, Told};
use crate::releases::{Cause, Changes, Facts, History, SignedLedger};
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
    /// Its list of files.
    pub manifest: Link,
    /// Its facts.
    pub facts: Link,
    /// How much of it was withdrawn later.
    pub withdrawn: Option<String>,
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
    /// The changes.
    pub rows: Vec<ChangeRow>,
    /// How many more there are.
    pub more: Option<String>,
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
        use crate::releases::leaf::Vouched;
        match &release.leaf.key.as_ref()?.vouched {
            Vouched::Lost(statement) => Some(words::lost_key(release.leaf.number, statement)),
            Vouched::First | Vouched::Before(_) => None,
        }
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
    let (changes, as_of) = changes(history, number);
    let at = |name: &str| paths::release_file(&format!("{number}/{name}"));
    let causes = &history.releases[number as usize - 1].manifest.causes;
    ReleaseRow {
        number,
        date: date_view(as_of),
        sentence: sentence(history, number, &changes, causes),
        changes: here.link(&paths::release_changes(number), words::page_of(number)),
        manifest: here.link(&at(names::MANIFEST), names::MANIFEST),
        facts: here.link(&at(names::FACTS), names::FACTS),
        withdrawn: match history.releases[number as usize - 1].sheet.withdrawn.len() {
            0 => None,
            count => Some(words::withdrawn_lines(count)),
        },
        stamp: history
            .stamps
            .contains_key(&number)
            .then(|| here.link(&at(names::STAMP), words::stamp())),
    }
}

fn changes(history: &History, number: u64) -> (Changes, Date) {
    let at = number as usize - 1;
    let none = Facts::new();
    let before = at.checked_sub(1).map_or(&none, |at| &history.releases[at].sheet.facts);
    let release = &history.releases[at];
    (Changes::between(before, &release.sheet.facts), release.leaf.as_of)
}

fn sentence(
    history: &History,
    number: u64,
    changes: &Changes,
    causes: &crate::releases::Causes,
) -> String {
    match number {
        1 => words::first(history.releases[0].manifest.facts),
        _ => {
            let facts = &history.releases[number as usize - 1].sheet.facts;
            telling::sentence(changes, causes, facts)
        }
    }
}

/// What changed with a release.
pub(crate) fn changes_view(here: Context<'_>, number: u64) -> ChangesView {
    let SignedLedger { history, .. } = ledger(here);
    let (changes, _) = changes(history, number);
    let causes = &history.releases[number as usize - 1].manifest.causes;
    let of = |cause, id, title: &str| {
        let all = telling::rows(&changes, causes).filter(|told| told.cause == cause);
        let mut rows: Vec<ChangeRow> = Vec::new();
        let mut more = 0_usize;
        for Told { label, old, new, .. } in all {
            match rows.len() < SHOWN {
                true => rows.push(ChangeRow { label, old, new }),
                false => more += 1,
            }
        }
        let more = (more > 0).then(|| words::more(more));
        (!rows.is_empty()).then(|| ChangesSection { id, title: title.to_owned(), rows, more })
    };
    let sections = match number {
        1 => Vec::new(),
        _ => [
            of(Cause::Editors, "bien-tap", words::by_editors()),
            of(Cause::Time, "thoi-gian", words::by_time()),
            of(Cause::Method, "cach-tinh", words::by_method()),
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
        answer: sentence(history, number, &changes, causes),
        sections,
        json: here.link(&at(names::CHANGES), names::CHANGES),
        csv: here.link(&at(names::CHANGES_CSV), names::CHANGES_CSV),
        releases: here.link(&paths::releases(), words::page()),
    }
}
