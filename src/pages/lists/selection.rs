//! The ready lists: tasks of all plans that have something in common, such as being overdue.
//!
//! In: progress on the page's date. Out: [`SelectionView`], all that `selection.html` may read, and
//! the figures that lead to such a list. A number and its list come from the same predicate.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::lists::branch::TaskSection;
use crate::pages::parts::cards;
use crate::pages::parts::figures::{Count, Figure};
use crate::pages::parts::pager::{Cutter, PageNumber, Pager, Things};
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::Tone;
use crate::paths::{self, PagePath};
use crate::progress::{Cell, Disclosed, Progress, StandingKind, Summary, TaskProgress, TaskRef};
use crate::vocabulary::lists as words;
use crate::vocabulary::plan as plans;

/// What `selection.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct SelectionView {
    /// What every page shares.
    pub frame: Frame,
    /// One sentence: how many.
    pub answer: Sentence,
    /// What belongs in the list and what does not.
    pub explanation: String,
    /// The tasks of the page, a section a plan.
    pub plans: Vec<TaskSection>,
    /// The way to the other pages.
    pub pager: Option<Pager>,
    /// The main lists, and their sizes.
    pub lists: Vec<Count>,
}

/// What the tasks of a list have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Selection {
    /// They still belong to their plan: the denominator of the rates.
    Live,
    /// Done and confirmed.
    Done,
    /// Their standing is of one family.
    Of(Tone),
    /// They stand in one cell of the state's statistics.
    In(Cell),
    /// Their time is over: done, overdue or silent (M1).
    Due,
    /// Done, with a deadline that it was done for (M1, M3).
    DoneForDeadline,
    /// They still belong to their plan, and no day is too late for them.
    NoDeadline,
    /// No word came, and a period that is no deadline is over.
    SilentPeriodOver,
    /// Done, with public proof (M4).
    Proved,
    /// Not done, and something was published about them (M6).
    Updated,
    /// The signed text has them.
    Original,
    /// Later documents added them.
    Added,
}

impl Selection {
    /// The lists that every site has, in the order of menus; they stand even where they are empty.
    pub const MAIN: [Selection; 4] = [
        Selection::Of(Tone::Overdue),
        Selection::Of(Tone::DueSoon),
        Selection::Of(Tone::NoInformation),
        Selection::Done,
    ];

    /// The lists that a site has where they hold something: those that numbers of the whole site lead to.
    const OF_ALL_PLANS: [Selection; 15] = [
        Selection::Live,
        Selection::In(Cell::NoInformationPastDue),
        Selection::SilentPeriodOver,
        Selection::Of(Tone::Done),
        Selection::Of(Tone::DoneLate),
        Selection::Of(Tone::Partial),
        Selection::Of(Tone::Running),
        Selection::Of(Tone::NotBegun),
        Selection::Of(Tone::EndedAwaiting),
        Selection::Of(Tone::Reported),
        Selection::Of(Tone::Paused),
        Selection::Of(Tone::Cancelled),
        Selection::Of(Tone::CarriedOver),
        Selection::Original,
        Selection::Added,
    ];

    /// The lists that only numbers of a plan lead to: the site has them where it has one plan, whose lists its own are.
    const OF_A_PLAN: [Selection; 14] = [
        Selection::In(Cell::FinishedInTime),
        Selection::In(Cell::FinishedUnknown),
        Selection::In(Cell::UnfinishedInTime),
        Selection::In(Cell::UnfinishedOverdue),
        Selection::In(Cell::LastWordBeforeDeadline),
        Selection::In(Cell::ReportedPastDue),
        Selection::In(Cell::PausedPastDue),
        Selection::In(Cell::FinishedWithoutDeadline),
        Selection::In(Cell::WithoutDeadline),
        Selection::NoDeadline,
        Selection::Due,
        Selection::DoneForDeadline,
        Selection::Proved,
        Selection::Updated,
    ];

    /// The lists of the site, each with its tasks in order: those that always stand, and those that `progress` fills.
    pub(crate) fn present(progress: &Progress<'_>) -> BTreeMap<Selection, Vec<TaskRef>> {
        let of_a_plan = Self::OF_A_PLAN.into_iter().filter(|_| progress.site.plans.len() == 1);
        let others = Self::OF_ALL_PLANS.into_iter().chain(of_a_plan);
        let others = others.filter(|list| list.shown(progress) == *list);
        let main = Self::MAIN.into_iter().map(|list| (list, list.tasks(progress)));
        let others = others.map(|list| (list, list.tasks(progress)));
        main.chain(others.filter(|(_, tasks)| !tasks.is_empty())).collect()
    }

    /// The list that is shown for it: where no task of several plans came or went, the original ones are all there are.
    fn shown(self, progress: &Progress<'_>) -> Self {
        let is_plain = progress.total.ledger.is_plain();
        match self {
            Self::Original if is_plain && progress.site.plans.len() != 1 => Self::Live,
            list => list,
        }
    }

    /// Its tasks of all plans, plan by plan.
    fn tasks(self, progress: &Progress<'_>) -> Vec<TaskRef> {
        let mut tasks: Vec<_> = progress.counted().filter(|task| self.holds(*task)).collect();
        if self == Selection::Of(Tone::Overdue) {
            tasks.sort_by_key(|task| (&task.plan().id, deadline_or_last(*task)));
        }
        tasks.into_iter().map(Disclosed::place).collect()
    }

    /// Its page.
    pub(crate) fn path(self) -> PagePath {
        match self {
            Selection::Of(Tone::Overdue) => paths::overdue(),
            Selection::Of(Tone::DueSoon) => paths::due_soon(),
            Selection::Of(Tone::NoInformation) => paths::no_information(),
            Selection::Done => paths::done(),
            other => paths::list(other.slug()),
        }
    }

    pub(crate) fn title(self) -> &'static str {
        self.words().title
    }

    pub(crate) fn holds(self, task: Disclosed<'_>) -> bool {
        match self {
            Selection::Live => task.is_live(),
            Selection::Done => task.is_done(),
            Selection::Of(tone) => task.kind().tone() == tone,
            Selection::In(cell) => task.cell() == cell,
            Selection::Due => task.cell().is_done_with_deadline() || task.cell().is_past_deadline(),
            Selection::DoneForDeadline => task.cell().is_done_with_deadline(),
            Selection::NoDeadline => task.cell().has_no_deadline(),
            Selection::SilentPeriodOver => task.kind() == StandingKind::NoInformationPeriodOver,
            Selection::Proved => {
                task.is_done() && task.open().is_some_and(TaskProgress::has_public_proof)
            }
            Selection::Updated => {
                let told = |task: &TaskProgress<'_>| task.last_news.is_some();
                task.is_live() && !task.is_done() && task.open().is_some_and(told)
            }
            Selection::Original => task.is_original(),
            Selection::Added => !task.is_original(),
        }
    }

    /// The name of its page, or of its section in a list of more.
    pub(crate) fn slug(self) -> &'static str {
        match self {
            Selection::Live => "hien-hanh",
            Selection::Done => "hoan-thanh",
            Selection::Due => "da-den-han",
            Selection::DoneForDeadline => "hoan-thanh-co-thoi-han",
            Selection::NoDeadline => "khong-co-thoi-han",
            Selection::SilentPeriodOver => "het-ky-chua-co-thong-tin",
            Selection::Proved => "co-minh-chung",
            Selection::Updated => "da-co-cap-nhat",
            Selection::Original => "goc",
            Selection::Added => "bo-sung",
            Selection::In(cell) => match cell {
                Cell::FinishedInTime => "hoan-thanh-dung-han",
                Cell::FinishedLate => Tone::DoneLate.slug(),
                Cell::FinishedUnknown => "hoan-thanh-chua-ro-thoi-han",
                Cell::UnfinishedInTime => "chua-xong-trong-han",
                Cell::UnfinishedOverdue => "chua-xong-qua-han",
                Cell::NoInformationPastDue => "het-thoi-han-chua-co-thong-tin",
                Cell::NoInformationInTime => "chua-co-thong-tin-trong-han",
                Cell::LastWordBeforeDeadline => "het-thoi-han-chua-co-tin-moi",
                Cell::ReportedPastDue => "het-thoi-han-cho-xac-nhan",
                Cell::PausedPastDue => "het-thoi-han-dang-tam-dung",
                Cell::FinishedWithoutDeadline => "hoan-thanh-khong-co-thoi-han",
                Cell::NoInformationWithoutDeadline => "chua-co-thong-tin-khong-co-thoi-han",
                Cell::WithoutDeadline => "chua-xong-khong-co-thoi-han",
                Cell::OutOfRates => "ngoai-ty-le",
            },
            Selection::Of(tone) => tone.slug(),
        }
    }

    pub(crate) fn words(self) -> words::List {
        match self {
            Selection::Live => words::LIVE,
            Selection::Done => words::DONE,
            Selection::Due => words::DUE,
            Selection::DoneForDeadline => words::DONE_FOR_DEADLINE,
            Selection::NoDeadline => words::NO_DEADLINE,
            Selection::SilentPeriodOver => words::SILENT_PERIOD_OVER,
            Selection::Proved => words::PROVED,
            Selection::Updated => words::UPDATED,
            Selection::Original => words::ORIGINAL,
            Selection::Added => words::ADDED,
            Selection::In(cell) => match cell {
                Cell::FinishedInTime => words::FINISHED_IN_TIME,
                Cell::FinishedLate => words::DONE_LATE,
                Cell::FinishedUnknown => words::FINISHED_UNKNOWN,
                Cell::UnfinishedInTime => words::UNFINISHED_IN_TIME,
                Cell::UnfinishedOverdue => words::UNFINISHED_OVERDUE,
                Cell::NoInformationPastDue => words::NO_INFORMATION_PAST_DUE,
                Cell::NoInformationInTime => words::NO_INFORMATION_IN_TIME,
                Cell::LastWordBeforeDeadline => words::LAST_WORD_BEFORE,
                Cell::ReportedPastDue => words::REPORTED_PAST_DUE,
                Cell::PausedPastDue => words::PAUSED_PAST_DUE,
                Cell::FinishedWithoutDeadline => words::FINISHED_WITHOUT_DEADLINE,
                Cell::NoInformationWithoutDeadline => words::SILENT_WITHOUT_DEADLINE,
                Cell::WithoutDeadline => words::WITHOUT_DEADLINE,
                Cell::OutOfRates => words::OUT_OF_RATES,
            },
            Selection::Of(tone) => match tone {
                Tone::Done => words::DONE_NOT_LATE,
                Tone::DoneLate => words::DONE_LATE,
                Tone::Partial => words::PARTIAL,
                Tone::Running => words::RUNNING,
                Tone::DueSoon => words::DUE_SOON,
                Tone::Overdue => words::OVERDUE,
                Tone::NotBegun => words::NOT_BEGUN,
                Tone::EndedAwaiting => words::ENDED_AWAITING,
                Tone::Reported => words::REPORTED,
                Tone::Paused => words::PAUSED,
                Tone::Cancelled => words::CANCELLED,
                Tone::CarriedOver => words::CARRIED_OVER,
                Tone::NoInformation => words::SILENT,
            },
        }
    }

    /// That it holds so many tasks.
    pub(crate) fn some(self, tasks: Figure) -> Sentence {
        self.words().some.with(tasks).into()
    }

    /// That it is empty.
    pub(crate) fn none(self) -> &'static str {
        self.words().none
    }
}

/// Where a page's lists are: of the whole site, of one plan, or on the page itself.
pub(crate) trait Lists {
    /// The address of a list.
    fn href(&self, list: Selection) -> String;

    /// So many tasks, with their list.
    fn figure(&self, list: Selection, count: usize) -> Figure {
        Figure::of(count, self.href(list))
    }

    /// The same, in a menu of the main lists.
    fn entry(&self, list: Selection, count: usize) -> Figure {
        self.figure(list, count)
    }
}

/// The lists of all plans.
pub(crate) struct OfSite<'a>(pub(crate) Context<'a>);

impl Lists for OfSite<'_> {
    fn href(&self, list: Selection) -> String {
        self.0.href(&list.shown(self.0.progress).path())
    }

    fn figure(&self, list: Selection, count: usize) -> Figure {
        match Selection::MAIN.contains(&list) {
            true => Figure::listed(count, self.href(list)),
            false => Figure::of(count, self.href(list)),
        }
    }
}

/// The main lists with what they count, but the list that is being shown.
pub(crate) fn counts(summary: &Summary, lists: &dyn Lists, but: Option<Selection>) -> Vec<Count> {
    let shown = Selection::MAIN.into_iter().filter(|list| Some(*list) != but);
    let of_tone = |tone: Tone| {
        let kinds = summary.tally.iter().filter(|(kind, _)| kind.tone() == tone);
        kinds.map(|(_, count)| count).sum()
    };
    let count = |list: Selection| {
        let (tone, count) = match list {
            Selection::Of(tone) => (tone, of_tone(tone)),
            _ => (Tone::Done, summary.measures.done.n),
        };
        Count {
            figure: lists.entry(list, count),
            label: list.words().label.to_owned(),
            tone: Some(tone),
        }
    };
    shown.map(count).collect()
}

/// A page of a ready list; `tasks` are all of the list.
pub(crate) fn view(
    here: Context<'_>,
    list: Selection,
    page: PageNumber,
    tasks: &[TaskRef],
) -> SelectionView {
    let answer = match tasks.len() {
        0 => Sentence::from(list.none()),
        count => list.some(Figure::of(count, "#danh-sach")),
    };
    let explanation = match list {
        Selection::Of(Tone::DueSoon) => words::about_due_soon(here.site().settings.due_soon_days),
        _ => list.words().about.to_owned(),
    };
    let mut cutter = Cutter::new(page);
    let plans = by_plan(here, tasks, &mut cutter);
    let first = list.path();
    let head = cutter.head(Head::new(list.title(), answer.plain()), &first);
    SelectionView {
        frame: here.frame(head),
        answer,
        explanation,
        plans,
        pager: cutter.pager(here, &first, Things::Tasks),
        lists: counts(&here.progress.total, &OfSite(here), Some(list)),
    }
}

/// What of the list stands on the page, under its plans; no more of the list is looked at.
fn by_plan(here: Context<'_>, tasks: &[TaskRef], cutter: &mut Cutter) -> Vec<TaskSection> {
    let plan_of = |task: &TaskRef| &here.progress.at(*task).plan().id;
    let shown = cutter.cut(tasks);
    let of_one_plan = shown.chunk_by(|a, b| plan_of(a) == plan_of(b));
    let sections = of_one_plan.map(|shown| {
        let plan = here.progress.at(shown[0]).plan();
        let first = tasks.partition_point(|task| plan_of(task) < &plan.id);
        let end = tasks.partition_point(|task| plan_of(task) <= &plan.id);
        let id = plan.id.to_string();
        let cards = shown.iter().map(|task| cards::card(here, here.progress.at(*task), false));
        TaskSection {
            label: plans::named(plan.cited(), &plan.short_name),
            goes_on: shown[0] != tasks[first],
            about: None,
            figure: Figure::of(end - first, format!("#{id}")),
            id,
            tasks: cards.collect(),
            sections: Vec::new(),
        }
    });
    sections.collect()
}

/// What tasks are sorted by that stand in the order of their deadlines; a restricted one has none to show.
pub(crate) fn deadline_or_last(task: Disclosed<'_>) -> Date {
    task.open().and_then(|task| task.timing.end()).unwrap_or(Date::MAX)
}

/// The standings of the tasks that still belong to their plan.
pub(crate) fn live<'t>(
    tasks: impl Iterator<Item = Disclosed<'t>>,
) -> impl Iterator<Item = StandingKind> {
    tasks.filter(|task| task.is_live()).map(Disclosed::kind)
}

/// The address of the tasks of one family in a plan's lists.
pub(crate) fn of_tone(lists: &dyn Lists) -> impl Fn(Tone) -> String + '_ {
    |tone| lists.href(Selection::Of(tone))
}
