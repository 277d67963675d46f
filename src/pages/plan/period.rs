//! What changed in one reporting period of a plan, in sentences.
//!
//! In: progress on the day before the period and at its end. Out: [`PeriodChanges`], cut to a page. What changed is
//! found first and put into words for the page only.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::model::{CorrectionTarget, Event, EventKind, Origin, Plan, TaskNumber};
use crate::pages::context::{Context, partial_view};
use crate::pages::parts::corrections;
use crate::pages::parts::events;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::pager::{Cutter, Places};
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::Link;
use crate::paths;
use crate::progress::{
    CorrectionEntry, Disclosed, EventEntry, PlanProgress, StandingKind, event_label,
};
use crate::text::{dates, lowered};
use crate::vocabulary::cut;
use crate::vocabulary::{periods as words, task};

/// What changed in one period.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodChanges {
    /// The fragment, such as `ky-2018-12-31`.
    pub id: String,
    /// "Năm 2018", "Từ 01/01/2021 đến 24/11/2026".
    pub name: String,
    /// The frozen state at its end; none while it lasts.
    pub state: Option<Link>,
    /// What the period brought, in a sentence.
    pub summary: Sentence,
    /// The changes, kind by kind; none where they stand on pages of their own.
    pub kinds: Vec<ChangesOfKind>,
    /// Those pages.
    pub own_page: Option<Link>,
}

/// Changes of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesOfKind {
    /// The fragment.
    pub id: String,
    /// The heading.
    pub name: String,
    /// Whether it goes on from the page before.
    pub goes_on: bool,
    /// The sentences.
    pub items: Vec<ChangeSentence>,
}

/// One change: a link, and the words that make it a sentence.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeSentence {
    /// What changed.
    pub link: Link,
    /// What follows it.
    pub text: String,
}

/// The kinds of changes, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Finished,
    Moved,
    Corrected,
    Added,
    Gone,
    Reported,
    Ran,
    PeriodOver,
    Later,
}

impl Kind {
    fn slug(self) -> &'static str {
        match self {
            Kind::Finished => "hoan-thanh",
            Kind::Moved => "dieu-chinh",
            Kind::Corrected => "dinh-chinh",
            Kind::Added => "bo-sung",
            Kind::Gone => "khong-con",
            Kind::Reported => "tinh-trang",
            Kind::Ran => "thoi-han-da-qua",
            Kind::PeriodOver => "ky-da-ket-thuc",
            Kind::Later => "cong-bo-sau",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Kind::Finished => words::finished(),
            Kind::Moved => words::moved(),
            Kind::Corrected => words::corrected(),
            Kind::Added => words::added(),
            Kind::Gone => words::gone(),
            Kind::Reported => words::reported(),
            Kind::Ran => words::ran_out(),
            Kind::PeriodOver => words::period_over(),
            Kind::Later => words::later(),
        }
    }

    /// So many of them.
    fn counted(self, n: Figure) -> Sentence {
        Sentence::from(match self {
            Kind::Finished => words::count_finished(n),
            Kind::Moved => words::count_moved(n),
            Kind::Corrected => words::count_corrected(n),
            Kind::Added => words::count_added(n),
            Kind::Gone => words::count_gone(n),
            Kind::Reported => words::count_reported(n),
            Kind::Ran => words::count_ran_out(n),
            Kind::PeriodOver => words::count_period_over(n),
            Kind::Later => words::count_later(n),
        })
    }
}

/// A period of a plan: by its last day, or the one that lasts.
pub(crate) type PeriodKey = Option<Date>;

/// Changes, kind by kind.
pub(crate) type Found<'p> = BTreeMap<Kind, Vec<Change<'p>>>;

/// How many they are.
pub(crate) fn total(found: &Found<'_>) -> usize {
    found.values().map(Vec::len).sum()
}

/// What changed, before it is put into words.
pub(crate) enum Change<'p> {
    /// A document added the task.
    Added(Disclosed<'p>),
    /// An event changed something of the task.
    Moved(Disclosed<'p>, &'p Event),
    /// The task has another standing; what it was before.
    Went(Disclosed<'p>, String),
    /// The task has a standing of which no word tells the way.
    Is(Disclosed<'p>),
    /// A correction.
    Corrected(&'p CorrectionEntry<'p>),
    /// What happened in the period and was published later.
    Later(&'p EventEntry<'p>),
}

/// How many words of a task a sentence begins with.
const WORDS: usize = 12;

/// Two states of a plan, one period apart.
pub(crate) struct Period<'p> {
    pub(crate) plan: &'p Plan,
    pub(crate) now: &'p PlanProgress<'p>,
    /// The day before the period's first, and the state on it; none before the first period.
    pub(crate) before: Option<(Date, &'p PlanProgress<'p>)>,
    pub(crate) after: &'p PlanProgress<'p>,
    pub(crate) end: Date,
    /// Whether it is over, or still lasts.
    pub(crate) is_over: bool,
    /// Whether the state on the day before is that which was published then; else later publications count in it.
    pub(crate) begins_as_published: bool,
    /// Whether the state at its end is that which was published then.
    pub(crate) ends_as_published: bool,
}

impl<'p> Period<'p> {
    pub(crate) fn key(&self) -> PeriodKey {
        self.is_over.then_some(self.end)
    }

    fn fragment(&self, kind: Kind) -> String {
        format!("{}-{}", paths::period_fragment(self.end), kind.slug())
    }

    /// Where the kinds of its changes begin, on pages of its own.
    pub(crate) fn places(&self, found: &Found<'_>) -> Places {
        let (mut at, mut starts) = (0, BTreeMap::new());
        for (kind, changes) in found {
            starts.insert(self.fragment(*kind), at);
            at += changes.len();
        }
        Places::new(paths::changes_of(&self.plan.id, self.key()), starts)
    }

    fn holds(&self, date: Date) -> bool {
        self.before.is_none_or(|(last, _)| last < date) && date <= self.end
    }

    /// Whether an event that counts at its end did not count on the day before it.
    fn brought(&self, event: &Event) -> bool {
        let (published, happened) = (event.published, event.happened.first_day());
        match self.before {
            None => true,
            Some((last, _)) if self.begins_as_published => last < published.max(happened),
            Some((last, _)) => last < happened,
        }
    }

    /// What changed in it.
    pub(crate) fn found(&self) -> Found<'p> {
        let mut found = Found::new();
        for task in self.after.counted() {
            self.task(task, &mut found);
        }
        for entry in self.after.history.corrections.iter().rev() {
            if self.holds(entry.published) {
                found.entry(Kind::Corrected).or_default().push(Change::Corrected(entry));
            }
        }
        for entry in self.now.history.events.iter().rev() {
            let in_period = self.holds(entry.event.happened.first_day());
            if self.ends_as_published && in_period && entry.event.published > self.end {
                found.entry(Kind::Later).or_default().push(Change::Later(entry));
            }
        }
        found
    }

    /// The period with what of its changes stands on the page of `cutter`; without one they stand on other pages.
    pub(crate) fn view(
        &self,
        here: Context<'_>,
        found: &Found<'_>,
        places: &Places,
        cutter: Option<&mut Cutter>,
    ) -> PeriodChanges {
        let counts = found.iter().map(|(kind, changes)| {
            kind.counted(places.figure(here, &self.fragment(*kind), changes.len()))
        });
        let summary = match Sentence::list(counts) {
            Some(counts) => Sentence::from(words::summary(counts)),
            None => Sentence::from(words::no_change()),
        };
        let own_page = (cutter.is_none() && total(found) > 0).then(|| {
            here.link(&paths::changes_of(&self.plan.id, self.key()), words::all_of_period())
        });
        let mut kinds = Vec::new();
        if let Some(cutter) = cutter {
            for (kind, changes) in found {
                let goes_on = cutter.is_past_start();
                let items = cutter.cut(changes).iter().map(|change| self.sentence(here, change));
                kinds.push(ChangesOfKind {
                    id: self.fragment(*kind),
                    name: kind.name().to_owned(),
                    goes_on,
                    items: items.collect(),
                });
            }
            kinds.retain(|kind| !kind.items.is_empty());
        }
        PeriodChanges {
            id: paths::period_fragment(self.end),
            name: self.name(),
            state: self.is_over.then(|| {
                here.link(
                    &paths::past(&self.plan.id, self.end),
                    words::state(dates::long(self.end)),
                )
            }),
            summary,
            kinds,
            own_page,
        }
    }

    /// A whole year by its number, else the days.
    fn name(&self) -> String {
        let first =
            self.before.and_then(|(last, _)| last.tomorrow().ok()).unwrap_or(self.plan.issued);
        let whole = self.is_over && (self.end.month(), self.end.day()) == (12, 31);
        let begins = (first.month(), first.day()) == (1, 1) || self.before.is_none();
        if whole && begins && first.year() == self.end.year() {
            return words::year(self.end.year());
        }
        words::days(dates::short(first), dates::short(self.end))
    }

    /// "Nhiệm vụ 2.7 “Hỗ trợ người dân …”".
    fn link(&self, here: Context<'_>, number: &TaskNumber, words: &str) -> Link {
        let link = here.task_link(self.plan, number);
        let all: Vec<&str> = words.split_whitespace().collect();
        let name = match all.get(..WORDS) {
            Some(first) => task::shortened(first.join(" ")),
            None => all.join(" ").trim_end_matches('.').to_owned(),
        };
        Link { text: words::task(link.text, name), ..link }
    }

    fn task(&self, after: Disclosed<'p>, found: &mut Found<'p>) {
        let before = self.before.map(|(_, progress)| progress.task(after.number()));
        let mut add = |kind: Kind, change: Change<'p>| found.entry(kind).or_default().push(change);
        if !after.is_original() && before.is_none_or(|before| !before.is_counted()) {
            add(Kind::Added, Change::Added(after));
        }
        let published = after.open().into_iter().flat_map(|task| task.events.iter().copied());
        let published = published.filter(|event| self.brought(event));
        for event in published.clone().filter(|event| events::is_change(&event.kind)) {
            add(Kind::Moved, Change::Moved(after, event));
        }
        let silent = StandingKind::NoInformation;
        let (was, is) = (before.map_or(silent, Disclosed::kind), after.kind());
        let was_live = before.is_none_or(Disclosed::is_live);
        let was_done = before.is_some_and(Disclosed::is_done);
        let ran = past(is).filter(|_| past(was).is_none());
        let told = match after {
            Disclosed::Open(_) => {
                published.clone().any(|event| !matches!(event.kind, EventKind::Update(None)))
            }
            // Its log is not public; that its time ran out can be seen without it.
            Disclosed::Restricted(_) => ran.is_none(),
        };
        if was_live && !after.is_live() {
            add(Kind::Gone, Change::Is(after));
        } else if !was_done && after.is_done() {
            add(Kind::Finished, Change::Is(after));
        } else if told && was != is {
            let old = before.map_or_else(|| silent.label().to_owned(), Disclosed::label);
            add(Kind::Reported, Change::Went(after, old));
        } else if let Some(kind) = ran {
            add(kind, Change::Is(after));
        }
    }

    fn sentence(&self, here: Context<'_>, change: &Change<'_>) -> ChangeSentence {
        let (task, text) = match change {
            Change::Added(task) => {
                let title = cut::shortened(&task.called());
                let text = match task.open().map(|task| &task.task.origin) {
                    Some(Origin::Added { basis, .. }) => words::was_added_by(basis, title),
                    Some(Origin::Plan) | None => words::was_added(title),
                };
                (task, text)
            }
            Change::Moved(task, event) => (task, moved(here, event)),
            Change::Went(task, old) => (task, words::went(old, task.label())),
            Change::Is(task) => (task, words::now_is(lowered(&task.label()))),
            Change::Corrected(entry) => return self.correction(here, entry),
            Change::Later(entry) => return self.later(here, entry),
        };
        ChangeSentence { link: self.link(here, task.number(), &task.called()), text }
    }

    fn correction(&self, here: Context<'_>, entry: &CorrectionEntry<'_>) -> ChangeSentence {
        let view = corrections::view(here, entry);
        let target = match entry.target {
            CorrectionTarget::Task(number) => {
                self.link(here, number, &self.now.task(number).called())
            }
            CorrectionTarget::Node(node) => here.node_link(self.plan, node),
            CorrectionTarget::Plan | CorrectionTarget::Site => view.target,
        };
        ChangeSentence {
            link: target,
            text: words::was_corrected(
                view.before.trim_end_matches('.'),
                view.after.trim_end_matches('.'),
                view.reason,
            ),
        }
    }

    fn later(&self, here: Context<'_>, entry: &EventEntry<'_>) -> ChangeSentence {
        let text = entry.event.text.as_deref().map(cut::shortened);
        let what = text.unwrap_or_else(|| lowered(&event_label(entry.task, entry.event)));
        ChangeSentence {
            link: self.link(here, &entry.task.number, &entry.task.called()),
            text: words::was_told_later(
                what,
                partial_view(entry.event.happened).short,
                dates::short(entry.event.published),
            ),
        }
    }
}

/// What an event changed.
fn moved(here: Context<'_>, event: &Event) -> String {
    let change = events::changes(here, &event.kind).pop();
    let change = change.expect("an event that is a change tells what it changed");
    let what = lowered(&change.what);
    match &event.basis {
        Some(basis) => words::was_moved_by(what, change.before, change.after, basis),
        None => words::was_moved(what, change.before, change.after),
    }
}

/// What went by of a task that is not done: its deadline, or a period that is none.
fn past(kind: StandingKind) -> Option<Kind> {
    match kind {
        StandingKind::NoInformationPastDue
        | StandingKind::Overdue
        | StandingKind::PastDue
        | StandingKind::PausedPastDue => Some(Kind::Ran),
        StandingKind::NoInformationPeriodOver | StandingKind::PeriodOver => Some(Kind::PeriodOver),
        _ => None,
    }
}
