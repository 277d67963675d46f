//! The lists of a plan's tasks: by standing, by deadline, by group, lead and year, and those that only some numbers
//! lead to.
//!
//! In: one plan's progress. Out: [`PlanListView`], all that `plan-list.html` may read, and the figures that lead to a
//! section of such a list. A list that no number leads to is not made; where the site has one plan, the lists of the
//! site are the plan's.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{AgencyId, GroupId, Plan};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::lists::branch::{self, Branch, TaskSection};
use crate::pages::lists::by_standing::{self, explained, parted};
use crate::pages::lists::column::{self, Column};
use crate::pages::lists::selection::{Lists, OfSite, Selection};
use crate::pages::lists::squares;
use crate::pages::parts::cards;
use crate::pages::parts::field::Field;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::pager::{Cutter, PageNumber, Pager, Places, Things};
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::{PlanHead, Tone};
use crate::paths::{self, PagePath};
use crate::progress::{Cell, Disclosed, PlanProgress, Summary};
use crate::vocabulary::lists as words;
use crate::vocabulary::pages;

/// What `plan-list.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct PlanListView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// One sentence: how many.
    pub answer: Sentence,
    /// What belongs in the list and what does not.
    pub explanation: &'static str,
    /// The tasks of the page as squares, a row a group, where that is what the list is parted by.
    pub field: Option<Field>,
    /// The tasks of the page.
    pub sections: Vec<TaskSection>,
    /// The way to the other pages.
    pub pager: Option<Pager>,
}

/// A list of a plan's tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanList {
    /// All that count, by standing.
    Standing,
    /// Those that still belong to the plan, by deadline.
    Deadline,
    /// The same, by group.
    Group,
    /// The same, by agency and group of agencies that the plan names as a lead.
    Lead,
    /// The same, by the year of the deadline in force.
    Year,
    /// What has something in common that no other list is parted by.
    Of(Selection),
}

/// What the tasks of a section have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Slice {
    /// The group at this position in the plan.
    Group(usize),
    /// An agency that the plan names as a lead.
    Lead(AgencyId),
    /// A group of agencies that the plan names as a lead.
    LeadGroup(GroupId),
    /// The year of the deadline in force; restricted tasks stand in none, since they show no deadline.
    Year(i16),
}

impl Slice {
    /// The slices of a plan that hold a task, in the order of their lists.
    pub(crate) fn present(progress: &PlanProgress<'_>) -> Vec<Slice> {
        let live = |summary: &Summary| summary.ledger.live > 0;
        let groups = progress.parts().by_group.iter().enumerate();
        let groups = groups.filter(|(_, summary)| live(summary)).map(|(at, _)| Slice::Group(at));
        let leads = progress.parts().by_lead.iter().filter(|(_, summary)| live(summary));
        let leads = leads.map(|(id, _)| Slice::Lead((*id).clone()));
        let lead_groups =
            progress.parts().by_lead_group.iter().filter(|(_, summary)| live(summary));
        let lead_groups = lead_groups.map(|(id, _)| Slice::LeadGroup((*id).clone()));
        let years = progress.parts().open_by_year.iter().filter(|(_, summary)| live(summary));
        let years = years.map(|(year, _)| Slice::Year(*year));
        groups.chain(leads).chain(lead_groups).chain(years).collect()
    }

    /// The list that it is a section of.
    pub(crate) fn list(&self) -> PlanList {
        match self {
            Slice::Group(_) => PlanList::Group,
            Slice::Lead(_) | Slice::LeadGroup(_) => PlanList::Lead,
            Slice::Year(_) => PlanList::Year,
        }
    }

    /// Its fragment.
    pub(crate) fn section(&self, plan: &Plan) -> String {
        match self {
            Slice::Group(at) => paths::group_fragment(&plan.groups[*at]),
            Slice::Lead(id) => paths::lead_fragment(id),
            Slice::LeadGroup(id) => paths::lead_group_fragment(id),
            Slice::Year(year) => paths::year_fragment(*year),
        }
    }

    pub(crate) fn holds(&self, task: Disclosed<'_>) -> bool {
        match self {
            Slice::Group(at) => task.group() == Some(*at),
            Slice::Lead(id) => task.is_led_by(id),
            Slice::LeadGroup(id) => task.is_led_by_group(id),
            Slice::Year(year) => {
                let due = task.open().and_then(|task| task.timing.deadline);
                due.is_some_and(|limit| limit.to.year() == *year)
            }
        }
    }

    /// Its own words, where the title is the editors'.
    fn official<'p>(&self, plan: &'p Plan) -> Option<&'p str> {
        match self {
            Slice::Group(at) => plan.groups[*at].official(),
            Slice::Lead(_) | Slice::LeadGroup(_) | Slice::Year(_) => None,
        }
    }

    fn title(&self, here: Context<'_>, plan: &Plan) -> String {
        match self {
            Slice::Group(at) => {
                let group = &plan.groups[*at];
                match group.printed_number() {
                    "" => words::of_unnumbered_group(group.called()),
                    number => words::of_group(number, group.called()),
                }
            }
            Slice::Lead(id) => words::of_lead(here.agency_then(id, plan.issued).name),
            Slice::LeadGroup(id) => words::of_lead_group(&here.site().group(id).name),
            Slice::Year(year) => words::of_year(year),
        }
    }
}

/// Cells of the state's statistics under their headings, in the order of the list by deadline.
const DONE_FOR_DEADLINE: [Cell; 3] =
    [Cell::FinishedInTime, Cell::FinishedLate, Cell::FinishedUnknown];
const PAST_DEADLINE: [Cell; 5] = [
    Cell::UnfinishedOverdue,
    Cell::NoInformationPastDue,
    Cell::LastWordBeforeDeadline,
    Cell::ReportedPastDue,
    Cell::PausedPastDue,
];
const IN_TIME: [Cell; 2] = [Cell::UnfinishedInTime, Cell::NoInformationInTime];
const WITHOUT_DEADLINE: [Cell; 3] =
    [Cell::FinishedWithoutDeadline, Cell::NoInformationWithoutDeadline, Cell::WithoutDeadline];

impl PlanList {
    /// The lists of a plan that a number leads to; `is_only` where the site has no other plan.
    pub(crate) fn present(progress: &PlanProgress<'_>, is_only: bool) -> Vec<PlanList> {
        let slices = Slice::present(progress);
        let mut lists: Vec<PlanList> = slices.iter().map(Slice::list).collect();
        lists.dedup();
        if is_only {
            return lists;
        }
        let summary = &progress.summary;
        // Of silence in time the list by standing tells.
        let told = |(cell, _): &(Cell, usize)| {
            !matches!(cell, Cell::NoInformationInTime | Cell::OutOfRates)
        };
        let counted = progress.counted().next().is_some();
        lists.extend(counted.then_some(PlanList::Standing));
        lists.extend(summary.cells.iter().any(|cell| told(&cell)).then_some(PlanList::Deadline));
        let others = [Selection::Proved, Selection::Updated, Selection::Original, Selection::Added];
        let apart =
            others.into_iter().filter(|list| PlanList::of(*list, summary).0 == Self::Of(*list));
        let held = |list: &Selection| progress.counted().any(|task| list.holds(task));
        lists.extend(apart.filter(held).map(PlanList::Of));
        lists
    }

    /// The list of a plan that holds just what `list` does as a section of it, and the section.
    fn of(list: Selection, summary: &Summary) -> (Self, &'static str) {
        if let Some(section) = by_standing::section(list, "hien-hanh") {
            return (Self::Standing, section);
        }
        match list {
            // Where nothing was added, everything is of the plan itself.
            Selection::Original if summary.ledger.added == 0 => (Self::Standing, ALL),
            Selection::In(_)
            | Selection::Due
            | Selection::DoneForDeadline
            | Selection::NoDeadline => (Self::Deadline, list.slug()),
            _ => (Self::Of(list), ALL),
        }
    }

    /// Its first page.
    pub(crate) fn path(self, plan: &Plan) -> PagePath {
        paths::list_of_plan(
            &plan.id,
            match self {
                PlanList::Standing => "tinh-trang",
                PlanList::Deadline => "thoi-han",
                PlanList::Group => "nhom",
                PlanList::Lead => "noi-chu-tri",
                PlanList::Year => "nam",
                PlanList::Of(list) => list.slug(),
            },
        )
    }

    /// Its name among the pages of its plan.
    pub(crate) fn title(self) -> &'static str {
        match self {
            PlanList::Standing => words::by_standing(),
            PlanList::Deadline => words::by_deadline(),
            PlanList::Group => words::by_group(),
            PlanList::Lead => words::by_lead(),
            PlanList::Year => words::by_year(),
            PlanList::Of(list) => list.title(),
        }
    }

    fn about(self) -> &'static str {
        match self {
            PlanList::Standing => words::about_standing(),
            PlanList::Deadline => words::about_deadline(),
            PlanList::Group => words::about_group(),
            PlanList::Lead => words::about_lead(),
            PlanList::Year => words::about_year(),
            PlanList::Of(list) => list.words().about,
        }
    }

    /// Its pages, by what it holds.
    pub(crate) fn pages<'p>(
        self,
        progress: &'p PlanProgress<'_>,
    ) -> impl Iterator<Item = PageNumber> + use<'p> {
        let live = || progress.counted().filter(|task| task.is_live());
        let of_slices = |list: PlanList| {
            let slices = Slice::present(progress).into_iter().filter(|slice| slice.list() == list);
            slices.map(|slice| live().filter(|task| slice.holds(*task)).count()).sum()
        };
        PageNumber::all(match self {
            PlanList::Standing => progress.counted().count(),
            PlanList::Deadline => live().count(),
            PlanList::Group | PlanList::Lead | PlanList::Year => of_slices(self),
            PlanList::Of(list) => progress.counted().filter(|task| list.holds(*task)).count(),
        })
    }

    /// Its tasks under their headings.
    fn branches<'p>(self, here: Context<'_>, progress: &'p PlanProgress<'_>) -> Vec<Branch<'p>> {
        let live = || progress.counted().filter(|task| task.is_live());
        match self {
            PlanList::Standing => standing(progress),
            PlanList::Deadline => deadline(progress),
            PlanList::Group | PlanList::Lead | PlanList::Year => {
                let slices =
                    Slice::present(progress).into_iter().filter(|slice| slice.list() == self);
                let branch = |slice: Slice| {
                    let id = slice.section(progress.plan);
                    let tasks = live().filter(|task| slice.holds(*task));
                    let columns = parted(tasks, |part| paths::part_of(&id, part));
                    let branch = Branch::of(id, slice.title(here, progress.plan), columns);
                    match slice.official(progress.plan) {
                        Some(title) => branch.about(words::verbatim(title)),
                        None => branch,
                    }
                };
                slices.map(branch).collect()
            }
            PlanList::Of(list) => {
                parted(progress.counted().filter(|task| list.holds(*task)), str::to_owned)
            }
        }
    }
}

/// The fragment of all that a list holds.
const ALL: &str = "moi-nhiem-vu";

/// All tasks that count, by standing.
fn standing<'p>(progress: &'p PlanProgress<'_>) -> Vec<Branch<'p>> {
    let live = explained(progress.counted().filter(|task| task.is_live()));
    let gone = explained(progress.counted().filter(|task| !task.is_live()));
    let list = words::LIVE;
    let live = Branch::of(Selection::Live.slug(), list.title, live).about(list.about);
    std::iter::once(live).chain(gone).filter(|branch| !branch.is_empty()).collect()
}

/// The tasks that still belong to the plan, by deadline.
fn deadline<'p>(progress: &'p PlanProgress<'_>) -> Vec<Branch<'p>> {
    let cell = |cell: Cell| {
        let list = Selection::In(cell);
        let tasks = progress.counted().filter(|task| task.cell() == cell).collect();
        Branch::leaf(list.slug(), list.title(), tasks).about(list.words().about)
    };
    let under = |id: &str, label: &str, below: Vec<Branch<'p>>| {
        Branch::of(id, label, below.into_iter().filter(|branch| !branch.is_empty()).collect())
    };
    let list = |list: Selection, below: Vec<Branch<'p>>| {
        under(list.slug(), list.title(), below).about(list.words().about)
    };
    let done = list(Selection::DoneForDeadline, DONE_FOR_DEADLINE.map(cell).into());
    let past = PAST_DEADLINE.map(cell);
    let all = vec![
        list(Selection::Due, std::iter::once(done).chain(past).collect()),
        under("trong-han", words::in_time(), IN_TIME.map(cell).into()),
        list(Selection::NoDeadline, WITHOUT_DEADLINE.map(cell).into()),
    ];
    all.into_iter().filter(|branch| !branch.is_empty()).collect()
}

/// A page of a plan's list.
pub(crate) fn view(
    here: Context<'_>,
    plan: &Plan,
    list: PlanList,
    page: PageNumber,
) -> PlanListView {
    let progress = here.progress.plan(&plan.id);
    let branches = list.branches(here, progress);
    let first = list.path(plan);
    let places = branch::places(first.clone(), &branches);
    let answer = answer(here, progress, list, &branches, &places);
    let mut cutter = Cutter::new(page);
    let sections = branch::sections(here, &branches, &mut cutter, false);
    let above = [here.above_plan(plan), vec![(paths::tasks(&plan.id), pages::tasks().to_owned())]];
    let head = Head::new(words::of_plan(list.title(), plan.cited()), answer.plain())
        .above(above.concat())
        .source(&plan.source);
    let things = match list {
        PlanList::Lead => Things::Lines,
        _ => Things::Tasks,
    };
    PlanListView {
        frame: here.frame(cutter.head(head, &first)),
        plan: cards::plan_head(here, plan),
        answer,
        explanation: list.about(),
        field: match list {
            PlanList::Group => {
                squares::of_sections(sections.iter().map(|group| (group.label.clone(), group)))
            }
            _ => None,
        },
        sections,
        pager: cutter.pager(here, &first, things),
    }
}

fn answer(
    here: Context<'_>,
    progress: &PlanProgress<'_>,
    list: PlanList,
    branches: &[Branch<'_>],
    places: &Places,
) -> Sentence {
    let all = |tasks: usize| Figure::of(tasks, format!("#{ALL}"));
    let columns = match list {
        PlanList::Of(_) => column::counts(branch::columns(here, places, branches)),
        _ => None,
    };
    Sentence::from(match (list, columns) {
        // A task of several leads stands once for each of them.
        (PlanList::Lead, _) => {
            let slices = Slice::present(progress);
            let leads: Vec<_> = slices.iter().filter(|slice| slice.list() == list).collect();
            let led = progress
                .counted()
                .filter(|task| task.is_live() && leads.iter().any(|slice| slice.holds(*task)));
            words::tasks(all(led.count()))
        }
        (_, Some(columns)) => words::by_column(all(branch::count(branches)), columns),
        (_, None) => words::tasks(all(branch::count(branches))),
    })
}

/// Where the sections of a plan's list begin.
pub(crate) fn places(here: Context<'_>, plan: &Plan, list: PlanList) -> Places {
    let progress = here.progress.plan(&plan.id);
    let first = list.path(plan);
    // What fits on a page begins on the first.
    match list.pages(progress).nth(1) {
        Some(_) => branch::places(first, &list.branches(here, progress)),
        None => Places::new(first, BTreeMap::new()),
    }
}

/// The number of tasks in one column of a slice, or in all of it, with their list; `places` are those of its list.
pub(crate) fn figure(
    here: Context<'_>,
    places: &Places,
    section: &str,
    column: Option<Column>,
    count: usize,
) -> Figure {
    match column {
        Some(column) => places.figure(here, &paths::part_of(section, column.id()), count),
        None => places.figure(here, section, count),
    }
}

/// One plan's lists.
pub(crate) struct OfPlan<'a> {
    here: Context<'a>,
    plan: &'a Plan,
    standing: OnceCell<Places>,
    deadline: OnceCell<Places>,
}

impl<'a> OfPlan<'a> {
    pub(crate) fn new(here: Context<'a>, plan: &'a Plan) -> Self {
        Self { here, plan, standing: OnceCell::new(), deadline: OnceCell::new() }
    }

    /// Whether the site has no other plan, so that its own lists are the plan's.
    fn is_only(&self) -> bool {
        self.here.site().plans.len() == 1
    }
}

impl Lists for OfPlan<'_> {
    fn href(&self, list: Selection) -> String {
        let (here, plan) = (self.here, self.plan);
        if self.is_only() {
            return format!("{}#{}", here.href(&list.path()), plan.id);
        }
        let (list, section) = PlanList::of(list, &here.progress.plan(&plan.id).summary);
        let found = || places(here, plan, list);
        match list {
            PlanList::Standing => self.standing.get_or_init(found).href(here, section),
            PlanList::Deadline => self.deadline.get_or_init(found).href(here, section),
            _ => Places::new(list.path(plan), BTreeMap::new()).href(here, section),
        }
    }

    fn entry(&self, list: Selection, count: usize) -> Figure {
        match count {
            // Of nothing the list of the site has no part for the plan.
            0 if self.is_only() => OfSite(self.here).entry(list, count),
            _ => self.figure(list, count),
        }
    }
}

/// Where the tasks of one family stand within a section.
pub(crate) fn of_tone<'a>(
    here: Context<'a>,
    places: &'a Places,
    section: &'a str,
) -> impl Fn(Tone) -> String + 'a {
    move |tone| places.href(here, &paths::part_of(section, tone.slug()))
}
