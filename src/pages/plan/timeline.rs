//! A plan's tasks over the years: when each was to be done, as planned and as adjusted.
//!
//! In: one plan's progress. Out: [`TimelineView`], all that `timeline.html` may read. The rows of the
//! picture are rows of a table with the same dates in words.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head, limit_view};
use crate::pages::frame::Frame;
use crate::pages::parts::cards::{self, TaskCard};
use crate::pages::parts::charts::{self, PeriodBar, Scale, YearMark};
use crate::pages::parts::pager::{Cutter, PageNumber, Pager, Places, Things};
use crate::pages::parts::sentence::Sentence;
use crate::pages::parts::standings;
use crate::pages::plan::sections::sections;
use crate::pages::values::{DateView, Link, PlanHead, StandingView};
use crate::paths;
use crate::progress::{Disclosed, PlanProgress, TaskProgress};
use crate::vocabulary::cut;
use crate::vocabulary::timeline as words;

/// What `timeline.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// What the picture says, in a sentence.
    pub answer: Sentence,
    /// The years, from left to right.
    pub years: Vec<YearMark>,
    /// Where the page's date stands, if it lies within the years.
    pub today: Option<String>,
    /// The groups of the page, in the order of the text.
    pub groups: Vec<TimelineGroup>,
    /// The tasks of the page whose deadline a document moved.
    pub moved: Vec<TaskCard>,
    /// Those for which a document set a deadline.
    pub fixed: Vec<TaskCard>,
    /// The way to the other pages.
    pub pager: Option<Pager>,
}

/// The tasks of one group.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineGroup {
    /// Number and title; empty where tasks have no group.
    pub name: String,
    /// Whether it goes on from the page before.
    pub goes_on: bool,
    /// The tasks.
    pub rows: Vec<TimelineRow>,
}

/// A task's time.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineRow {
    /// What tells it from all other tasks of the site.
    pub key: String,
    /// The task's number.
    pub number: String,
    /// The task's page and its first words.
    pub link: Link,
    /// Its standing.
    pub standing: StandingView,
    /// Whether its time is not public.
    pub withheld: bool,
    /// The plan's words for the period; none of a restricted task, like all that follows.
    pub period: Option<String>,
    /// The deadline in the plan.
    pub deadline: Option<DateView>,
    /// Whether a document moved its deadline, and did not only set one.
    pub moved: bool,
    /// The deadline in force, where a document moved or set it.
    pub adjusted: Option<DateView>,
    /// The picture.
    pub bar: Option<PeriodBar>,
}

/// The tasks whose deadline a document moved, and those for which one set it.
fn adjusted<'p>(
    progress: &'p PlanProgress<'_>,
) -> (Vec<&'p TaskProgress<'p>>, Vec<&'p TaskProgress<'p>>) {
    let open = progress.counted().filter_map(Disclosed::open);
    let adjusted = open.filter(|task| task.timing.is_adjusted());
    adjusted.partition(|task| task.timing.is_moved())
}

/// The pages of a plan's timeline.
pub(crate) fn pages(progress: &PlanProgress<'_>) -> impl Iterator<Item = PageNumber> + use<> {
    let (moved, fixed) = adjusted(progress);
    PageNumber::all(progress.counted().count() + moved.len() + fixed.len())
}

/// A page of the timeline of a plan.
pub(crate) fn view(here: Context<'_>, plan: &Plan, page: PageNumber) -> TimelineView {
    let progress = here.progress.plan(&plan.id);
    let open = || progress.counted().filter_map(Disclosed::open);
    let first = open()
        .filter_map(|task| task.timing.from)
        .min()
        .unwrap_or(plan.period.map_or(plan.issued, |(from, _)| from));
    let last = open().filter_map(|task| task.timing.end().max(task.timing.original_end())).max();
    let scale = Scale::years(
        first,
        last.or(plan.period.map(|(_, to)| to)).unwrap_or(here.as_of()).max(first),
    );
    let (moved, fixed) = adjusted(progress);
    let first_page = paths::timeline(&plan.id);
    let rows = progress.counted().count();
    let starts = [("da-dieu-chinh", rows), ("da-an-dinh", rows + moved.len())];
    let starts = starts.map(|(section, at)| (section.to_owned(), at));
    let places = Places::new(first_page.clone(), starts.into());
    let moves = places.figure(here, "da-dieu-chinh", moved.len());
    let fixes = places.figure(here, "da-an-dinh", fixed.len());
    let answer = match (moved.is_empty(), fixed.is_empty()) {
        (true, true) => Sentence::from(words::none_moved()),
        (false, true) => Sentence::from(words::moved(moves)),
        (true, false) => Sentence::from(words::fixed(fixes)),
        (false, false) => Sentence::from(words::moved_and_fixed(moves, fixes)),
    };
    let mut cutter = Cutter::new(page);
    let mut groups = Vec::new();
    for (section, tasks) in sections(here, plan) {
        let goes_on = cutter.is_past_start();
        let rows = cutter.cut(&tasks).iter().map(|task| row(here, scale, *task));
        groups.push(TimelineGroup { name: section.name(plan), goes_on, rows: rows.collect() });
    }
    groups.retain(|group| !group.rows.is_empty());
    let (moved, fixed) = (listed(here, cutter.cut(&moved)), listed(here, cutter.cut(&fixed)));
    let title = words::of_plan(plan.cited());
    let head = Head::new(title, answer.plain()).above(here.above_plan(plan)).source(&plan.source);
    TimelineView {
        frame: here.frame(cutter.head(head, &first_page)),
        plan: cards::plan_head(here, plan),
        answer,
        years: scale.marks(),
        today: scale.within(here.as_of()),
        groups,
        moved,
        fixed,
        pager: cutter.pager(here, &first_page, Things::Lines),
    }
}

fn listed(here: Context<'_>, tasks: &[&TaskProgress<'_>]) -> Vec<TaskCard> {
    tasks.iter().map(|task| cards::card(here, Disclosed::Open(task), false)).collect()
}

fn row(here: Context<'_>, scale: Scale, task: Disclosed<'_>) -> TimelineRow {
    let open = task.open();
    let adjusted = open.filter(|task| task.timing.is_adjusted());
    TimelineRow {
        key: cards::key(task),
        number: task.number().to_string(),
        link: here
            .link(&paths::task(&task.plan().id, task.number()), cut::shortened(&task.called())),
        standing: standings::of_task(here, task),
        withheld: open.is_none(),
        period: open.and_then(|task| task.task.time.verbatim.as_deref().map(str::to_owned)),
        deadline: open.and_then(|task| charts::own_deadline(&task.timing)).map(limit_view),
        moved: open.is_some_and(|task| task.timing.is_moved()),
        adjusted: adjusted.and_then(|task| task.timing.deadline).map(limit_view),
        bar: open.and_then(|task| charts::period(scale, task)),
    }
}
