//! The documents that the site cites, plan by plan.
//!
//! In: the evidence of all tasks on the page's date. Out: [`DocumentsView`], all that `documents.html` may read.
//! Evidence that is not public, and all of a restricted task, is left out whole: neither listed nor counted.

use serde::Serialize;

use crate::model::{Evidence, Plan};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::events::{self, EvidenceView};
use crate::pages::parts::figures::Figure;
use crate::pages::parts::pager::{Cutter, PageNumber, Pager, Things};
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::Link;
use crate::paths;
use crate::progress::{Disclosed, Progress, TaskProgress, TaskRef};
use crate::vocabulary::documents as words;
use crate::vocabulary::plan as plans;

/// What `documents.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentsView {
    /// What every page shares.
    pub frame: Frame,
    /// The first sentence: how many documents.
    pub answer: Sentence,
    /// The plans that cite some of those on the page.
    pub plans: Vec<PlanDocuments>,
    /// The way to the other pages.
    pub pager: Option<Pager>,
}

/// The documents that a plan's tasks cite.
#[derive(Clone, Debug, Serialize)]
pub struct PlanDocuments {
    /// The fragment.
    pub id: String,
    /// Number and short name.
    pub name: String,
    /// Whether its documents go on from the page before.
    pub goes_on: bool,
    /// The tasks that cite some, in the order of their numbers.
    pub tasks: Vec<TaskDocuments>,
}

/// The documents that a task cites.
#[derive(Clone, Debug, Serialize)]
pub struct TaskDocuments {
    /// The task's page.
    pub link: Link,
    /// Whether its documents go on from the page before.
    pub goes_on: bool,
    /// The documents, oldest event first.
    pub evidence: Vec<EvidenceView>,
}

/// A document by the task that cites it, and by its place among those of the task.
pub(crate) type DocumentRef = (TaskRef, usize);

/// The documents of all plans, plan by plan and task by task, oldest event first.
pub(crate) fn all(progress: &Progress<'_>) -> Vec<DocumentRef> {
    let open = progress.counted().filter_map(Disclosed::open);
    let documents = open.flat_map(|task| (0..cited(task).count()).map(|at| (task.place, at)));
    documents.collect()
}

fn cited<'t>(task: &'t TaskProgress<'_>) -> impl Iterator<Item = &'t Evidence> {
    let pieces = task.events.iter().flat_map(|event| &event.evidence);
    pieces.filter(|piece| piece.public().is_some())
}

/// A page of the documents of all plans; `all` are those of all pages.
pub(crate) fn view(here: Context<'_>, all: &[DocumentRef], page: PageNumber) -> DocumentsView {
    let answer = match all.len() {
        0 => Sentence::from(words::none_yet()),
        count => Sentence::from(words::cited(Figure::of(count, "#tat-ca"))),
    };
    let mut cutter = Cutter::new(page);
    let before = cutter.first().checked_sub(1).and_then(|at| all.get(at));
    let before = before.map(|(task, _)| *task);
    let plan_of = |task: TaskRef| &here.progress.at(task).plan().id;
    let shown = cutter.cut(all);
    let plans = shown.chunk_by(|(a, _), (b, _)| plan_of(*a) == plan_of(*b)).map(|shown| {
        let plan = here.progress.at(shown[0].0).plan();
        let tasks = shown.chunk_by(|(a, _), (b, _)| a == b);
        PlanDocuments {
            id: paths::plan_fragment(&plan.id),
            name: plans::named(plan.cited(), &plan.short_name),
            goes_on: before.is_some_and(|before| *plan_of(before) == plan.id),
            tasks: tasks.map(|shown| documents(here, plan, shown, before)).collect(),
        }
    });
    let plans = plans.collect();
    let first = paths::documents();
    let head = cutter.head(Head::new(words::title(), answer.plain()), &first);
    let pager = cutter.pager(here, &first, Things::Lines);
    DocumentsView { frame: here.frame(head), answer, plans, pager }
}

/// The documents of one task that stand on the page, of which the last one before it is of the task `before`.
fn documents(
    here: Context<'_>,
    plan: &Plan,
    shown: &[DocumentRef],
    before: Option<TaskRef>,
) -> TaskDocuments {
    let place = shown[0].0;
    let task = here.progress.at(place);
    let pieces: Vec<&Evidence> = task.open().into_iter().flat_map(cited).collect();
    let evidence = shown.iter().map(|(_, at)| events::evidence(here, plan, pieces[*at]));
    TaskDocuments {
        link: here.task_link(plan, task.number()),
        goes_on: before == Some(place),
        evidence: evidence.collect(),
    }
}
