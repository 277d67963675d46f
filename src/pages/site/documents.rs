//! The documents that the site cites, plan by plan.
//!
//! In: the evidence of all tasks on the page's date. Out: [`DocumentsView`], all that `documents.html` may read.
//! Evidence that is not public, and all of a restricted task, is left out whole: neither listed nor counted.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::events::{self, EvidenceView};
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::Link;
use crate::progress::Disclosed;
use crate::vocabulary::documents as words;
use crate::vocabulary::plan as plans;

/// What `documents.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentsView {
    /// What every page shares.
    pub frame: Frame,
    /// The first sentence: how many documents.
    pub answer: Sentence,
    /// The plans that cite some.
    pub plans: Vec<PlanDocuments>,
}

/// The documents that a plan's tasks cite.
#[derive(Clone, Debug, Serialize)]
pub struct PlanDocuments {
    /// The fragment.
    pub id: String,
    /// Number and short name.
    pub name: String,
    /// The tasks that cite some, in the order of their numbers.
    pub tasks: Vec<TaskDocuments>,
}

/// The documents that a task cites.
#[derive(Clone, Debug, Serialize)]
pub struct TaskDocuments {
    /// The task's page.
    pub link: Link,
    /// The documents, oldest event first.
    pub evidence: Vec<EvidenceView>,
}

/// The documents of all plans.
pub(crate) fn view(here: Context<'_>) -> DocumentsView {
    let plans = here.site().plans.values().map(|plan| documents(here, plan));
    let plans: Vec<_> = plans.filter(|plan| !plan.tasks.is_empty()).collect();
    let tasks = plans.iter().flat_map(|plan| &plan.tasks);
    let answer = match tasks.map(|task| task.evidence.len()).sum() {
        0 => Sentence::from(words::none_yet()),
        count => Sentence::from(words::cited(Figure::of(count, "#tat-ca"))),
    };
    let head = Head::new(words::title(), answer.plain());
    DocumentsView { frame: here.frame(head), answer, plans }
}

fn documents(here: Context<'_>, plan: &Plan) -> PlanDocuments {
    let open = here.progress.plan(&plan.id).counted().filter_map(Disclosed::open);
    let tasks = open.map(|task| {
        let pieces = task.events.iter().flat_map(|event| &event.evidence);
        let public = pieces.filter(|piece| piece.public().is_some());
        TaskDocuments {
            link: here.task_link(plan, &task.task.number),
            evidence: public.map(|piece| events::evidence(here, plan, piece)).collect(),
        }
    });
    PlanDocuments {
        id: plan.id.to_string(),
        name: plans::named(plan.cited(), &plan.short_name),
        tasks: tasks.filter(|task| !task.evidence.is_empty()).collect(),
    }
}
