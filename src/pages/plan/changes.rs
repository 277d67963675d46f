//! What changed in a plan from one reporting period to the next, in sentences.
//!
//! In: progress at the end of each period and on the page's date. Out: [`ChangesView`], all that
//! `changes.html` may read. A change belongs to the period in which it was published; what happened in
//! a period and was published later is told apart, with both dates. Of periods before the site published, a change
//! belongs to the period in which it happened.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::model::{CorrectionTarget, Event, EventKind, Origin, Plan, TaskNumber};
use crate::pages::context::{Context, Head, partial_view};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::corrections;
use crate::pages::parts::cut;
use crate::pages::parts::events;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::plan::periods;
use crate::pages::values::{Link, PlanHead};
use crate::paths;
use crate::progress::{
    CorrectionEntry, Disclosed, PlanProgress, Progress, StandingKind, event_label,
};
use crate::text::{dates, lowered};
use crate::vocabulary::{periods as words, task};

/// What `changes.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// The first sentence: how many periods, and what the last one brought.
    pub answer: Sentence,
    /// To which period a change belongs.
    pub note: String,
    /// The periods, newest first.
    pub periods: Vec<PeriodChanges>,
}

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
    /// The changes, kind by kind.
    pub kinds: Vec<ChangesOfKind>,
}

/// Changes of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesOfKind {
    /// The fragment.
    pub id: String,
    /// The heading.
    pub name: String,
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
enum Kind {
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

/// The changes of a plan; `past` has the progress at the end of each of its periods.
pub(crate) fn view(
    here: Context<'_>,
    plan: &Plan,
    past: &BTreeMap<Date, Progress<'_>>,
) -> ChangesView {
    let now = here.progress.plan(&plan.id);
    let as_of = here.as_of();
    let ends = periods::ends(now, as_of);
    let mut periods = Vec::new();
    let mut before: Option<(Date, &PlanProgress<'_>)> = None;
    let mut begins_as_published = false;
    for end in &ends {
        let progress = past[end].plan(&plan.id);
        let ends_as_published = past[end].is_as_published();
        let after = progress;
        let end = *end;
        let period =
            Period { here, plan, now, before, after, end, begins_as_published, ends_as_published };
        periods.push(period.changes(true));
        before = Some((end, progress));
        begins_as_published = ends_as_published;
    }
    if ends.last().is_none_or(|last| *last < as_of) {
        let (after, end, ends_as_published) = (now, as_of, true);
        let period =
            Period { here, plan, now, before, after, end, begins_as_published, ends_as_published };
        periods.push(period.changes(false));
    }
    let computed = ends.iter().any(|end| !past[end].is_as_published());
    let note =
        if computed { words::note_computed(dates::short(as_of)) } else { words::note().to_owned() };
    periods.reverse();
    let answer = match periods.first() {
        Some(period) => Sentence::from(words::latest(period.name.as_str(), period.summary.clone())),
        None => Sentence::from(words::none_begun()),
    };
    let title = words::of_plan(plan.cited());
    let head = Head::new(title, answer.plain()).above(here.above_plan(plan)).source(&plan.source);
    let plan = cards::plan_head(here, plan);
    ChangesView { frame: here.frame(head), plan, answer, note, periods }
}

/// How many words of a task a sentence begins with.
const WORDS: usize = 12;

/// Two states of a plan, one period apart.
struct Period<'a> {
    here: Context<'a>,
    plan: &'a Plan,
    now: &'a PlanProgress<'a>,
    /// The day before the period's first, and the state on it; none before the first period.
    before: Option<(Date, &'a PlanProgress<'a>)>,
    after: &'a PlanProgress<'a>,
    end: Date,
    /// Whether the state on the day before is that which was published then; else later publications count in it.
    begins_as_published: bool,
    /// Whether the state at its end is that which was published then.
    ends_as_published: bool,
}

impl Period<'_> {
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

    fn changes(&self, is_over: bool) -> PeriodChanges {
        let id = paths::period_fragment(self.end);
        let mut found: BTreeMap<Kind, Vec<ChangeSentence>> = BTreeMap::new();
        for task in self.after.counted() {
            self.task(task, &mut found);
        }
        for entry in self.after.history.corrections.iter().rev() {
            if self.holds(entry.published) {
                found.entry(Kind::Corrected).or_default().push(self.correction(entry));
            }
        }
        for entry in self.now.history.events.iter().rev() {
            let in_period = self.holds(entry.event.happened.first_day());
            if self.ends_as_published && in_period && entry.event.published > self.end {
                found.entry(Kind::Later).or_default().push(self.later(entry));
            }
        }
        let kinds =
            found.into_iter().map(|(kind, items)| (kind, format!("{id}-{}", kind.slug()), items));
        let kinds: Vec<_> = kinds.collect();
        let counts = kinds.iter().map(|(kind, fragment, items)| {
            kind.counted(Figure::of(items.len(), format!("#{fragment}")))
        });
        let summary = match Sentence::list(counts) {
            Some(counts) => Sentence::from(words::summary(counts)),
            None => Sentence::from(words::no_change()),
        };
        PeriodChanges {
            name: self.name(is_over),
            state: is_over.then(|| {
                self.here.link(
                    &paths::past(&self.plan.id, self.end),
                    words::state(dates::long(self.end)),
                )
            }),
            summary,
            kinds: kinds
                .into_iter()
                .map(|(kind, id, items)| ChangesOfKind { id, name: kind.name().to_owned(), items })
                .collect(),
            id,
        }
    }

    /// A whole year by its number, else the days.
    fn name(&self, is_over: bool) -> String {
        let first =
            self.before.and_then(|(last, _)| last.tomorrow().ok()).unwrap_or(self.plan.issued);
        let whole = is_over && (self.end.month(), self.end.day()) == (12, 31);
        let begins = (first.month(), first.day()) == (1, 1) || self.before.is_none();
        if whole && begins && first.year() == self.end.year() {
            return words::year(self.end.year());
        }
        words::days(dates::short(first), dates::short(self.end))
    }

    /// "Nhiệm vụ 2.7 “Hỗ trợ người dân …”".
    fn link(&self, number: &TaskNumber, words: &str) -> Link {
        let link = self.here.task_link(self.plan, number);
        let all: Vec<&str> = words.split_whitespace().collect();
        let name = match all.get(..WORDS) {
            Some(first) => task::shortened(first.join(" ")),
            None => all.join(" ").trim_end_matches('.').to_owned(),
        };
        Link { text: words::task(link.text, name), ..link }
    }

    fn task(&self, after: Disclosed<'_>, found: &mut BTreeMap<Kind, Vec<ChangeSentence>>) {
        let before = self.before.map(|(_, progress)| progress.task(after.number()));
        let mut add = |kind: Kind, text: String| {
            let sentence = ChangeSentence { link: self.link(after.number(), after.words()), text };
            found.entry(kind).or_default().push(sentence);
        };
        if !after.is_original() && before.is_none_or(|before| !before.is_counted()) {
            let title = cut::shortened(after.words());
            let text = match after.open().map(|task| &task.task.origin) {
                Some(Origin::Added { basis, .. }) => words::was_added_by(basis, title),
                Some(Origin::Plan) | None => words::was_added(title),
            };
            add(Kind::Added, text);
        }
        let published = after.open().into_iter().flat_map(|task| &task.events);
        let published = published.filter(|event| self.brought(event));
        for event in published.clone() {
            for change in events::changes(self.here, &event.kind) {
                let what = lowered(&change.what);
                let (before, after) = (change.before, change.after);
                let text = match &event.basis {
                    Some(basis) => words::was_moved_by(what, before, after, basis),
                    None => words::was_moved(what, before, after),
                };
                add(Kind::Moved, text);
            }
        }
        let silent = StandingKind::NoInformation;
        let old = before.map_or_else(|| silent.label().to_owned(), Disclosed::label);
        let new = after.label();
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
            add(Kind::Gone, words::now_is(lowered(&new)));
        } else if !was_done && after.is_done() {
            add(Kind::Finished, words::now_is(lowered(&new)));
        } else if told && was != is {
            add(Kind::Reported, words::went(old, new));
        } else if let Some(kind) = ran {
            add(kind, words::now_is(lowered(&new)));
        }
    }

    fn correction(&self, entry: &CorrectionEntry<'_>) -> ChangeSentence {
        let view = corrections::view(self.here, entry);
        let target = match entry.target {
            CorrectionTarget::Task(number) => self.link(number, self.now.task(number).words()),
            CorrectionTarget::Node(node) => self.here.node_link(self.plan, node),
            CorrectionTarget::Plan => view.target,
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

    fn later(&self, entry: &crate::progress::EventEntry<'_>) -> ChangeSentence {
        let text = entry.event.text.as_deref().map(cut::shortened);
        let what = text.unwrap_or_else(|| lowered(&event_label(entry.task, entry.event)));
        ChangeSentence {
            link: self.link(&entry.task.number, &entry.task.verbatim),
            text: words::was_told_later(
                what,
                partial_view(entry.event.happened).short,
                dates::short(entry.event.published),
            ),
        }
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
