//! The ready lists: tasks of all plans that have something in common, such as being overdue.
//!
//! In: progress on the page's date. Out: [`SelectionView`], all that `selection.html` may read, and
//! the figures that lead to such a list. A number and its list come from the same predicate.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::{Plan, PlanId};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::cards::{self, TaskGroup};
use crate::pages::parts::figures::{Count, Figure};
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::Tone;
use crate::paths::{self, PagePath};
use crate::progress::{Cell, Disclosed, Progress, StandingKind, TaskProgress};
use crate::vocabulary::lists as words;

/// What `selection.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct SelectionView {
    /// What every page shares.
    pub frame: Frame,
    /// One sentence: how many.
    pub answer: Sentence,
    /// What belongs in the list and what does not.
    pub explanation: String,
    /// The tasks, a group a plan.
    pub plans: Vec<TaskGroup>,
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

    /// The lists that a site has where they hold something.
    const OTHERS: [Selection; 28] = [
        Selection::Live,
        Selection::In(Cell::FinishedInTime),
        Selection::In(Cell::FinishedUnknown),
        Selection::In(Cell::UnfinishedInTime),
        Selection::In(Cell::UnfinishedOverdue),
        Selection::In(Cell::NoInformationPastDue),
        Selection::In(Cell::LastWordBeforeDeadline),
        Selection::In(Cell::ReportedPastDue),
        Selection::In(Cell::PausedPastDue),
        Selection::In(Cell::FinishedWithoutDeadline),
        Selection::In(Cell::WithoutDeadline),
        Selection::NoDeadline,
        Selection::SilentPeriodOver,
        Selection::DoneForDeadline,
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
        Selection::Due,
        Selection::Proved,
        Selection::Updated,
        Selection::Original,
    ];

    /// The lists that `progress` fills, and those that always stand.
    pub(crate) fn present(progress: &Progress<'_>) -> Vec<Selection> {
        let filled = |list: &Selection| progress.counted().any(|task| list.holds(task));
        let others = Self::OTHERS.into_iter().chain([Selection::Added]).filter(filled);
        Self::MAIN.into_iter().chain(others).collect()
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

    fn holds(self, task: Disclosed<'_>) -> bool {
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

    /// The name of its page.
    fn slug(self) -> &'static str {
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

    fn words(self) -> words::List {
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
}

/// The lists of all plans.
pub(crate) struct OfSite<'a>(pub(crate) Context<'a>);

impl Lists for OfSite<'_> {
    fn href(&self, list: Selection) -> String {
        self.0.href(&list.path())
    }

    fn figure(&self, list: Selection, count: usize) -> Figure {
        match Selection::MAIN.contains(&list) {
            true => Figure::listed(count, self.href(list)),
            false => Figure::of(count, self.href(list)),
        }
    }
}

/// One plan's parts of the lists.
pub(crate) struct OfPlan<'a>(pub(crate) Context<'a>, pub(crate) &'a PlanId);

impl Lists for OfPlan<'_> {
    fn href(&self, list: Selection) -> String {
        format!("{}#{}", self.0.href(&list.path()), self.1)
    }
}

/// The main lists with what they count of all plans or of one, but the list that is being shown.
pub(crate) fn counts(here: Context<'_>, plan: Option<&Plan>, but: Option<Selection>) -> Vec<Count> {
    let mut lists = Vec::new();
    for list in Selection::MAIN.into_iter().filter(|list| Some(*list) != but) {
        let tasks = here.progress.counted().filter(|task| list.holds(*task));
        let tasks = tasks.filter(|task| plan.is_none_or(|plan| task.plan().id == plan.id));
        let count = tasks.count();
        let figure = match plan {
            // Of nothing in this plan the list of all plans has no part.
            Some(plan) if count > 0 || here.site().plans.len() > 1 => {
                OfPlan(here, &plan.id).figure(list, count)
            }
            _ => OfSite(here).figure(list, count),
        };
        lists.push(Count {
            figure,
            label: list.words().label.to_owned(),
            tone: Some(match list {
                Selection::Of(tone) => tone,
                _ => Tone::Done,
            }),
        });
    }
    lists
}

/// The page of a ready list.
pub(crate) fn view(here: Context<'_>, list: Selection) -> SelectionView {
    let mut tasks: Vec<Disclosed<'_>> =
        here.progress.counted().filter(|task| list.holds(*task)).collect();
    if list == Selection::Of(Tone::Overdue) {
        tasks.sort_by_key(|task| (&task.plan().id, deadline_or_last(*task)));
    }
    let answer = match tasks.len() {
        0 => Sentence::from(list.none()),
        count => list.some(Figure::of(count, "#danh-sach")),
    };
    let explanation = match list {
        Selection::Of(Tone::DueSoon) => words::about_due_soon(here.site().settings.due_soon_days),
        _ => list.words().about.to_owned(),
    };
    SelectionView {
        frame: here.frame(Head::new(list.title(), answer.plain())),
        answer,
        explanation,
        plans: cards::by_plan(here, tasks.into_iter(), ""),
        lists: counts(here, None, Some(list)),
    }
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
