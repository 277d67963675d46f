//! What a plan and its tasks want to reach, and what sources say was reached.
//!
//! In: one plan's indicators. Out: [`IndicatorsView`], all that `indicators.html` may read.

use serde::Serialize;

use crate::model::{Plan, TaskNumber};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::indicators::{self, IndicatorView};
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::{Link, PlanHead};
use crate::paths;
use crate::progress::{Disclosed, PlanProgress};
use crate::vocabulary::indicators as words;

/// What `indicators.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorsView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// How many there are, in a sentence.
    pub answer: Sentence,
    /// Those of the plan, then those of each task.
    pub owners: Vec<OwnerView>,
}

/// The plan or a task with its indicators.
#[derive(Clone, Debug, Serialize)]
pub struct OwnerView {
    /// The fragment.
    pub id: String,
    /// Whose they are.
    pub name: String,
    /// The task's page.
    pub page: Option<Link>,
    /// The indicators.
    pub indicators: Vec<IndicatorView>,
}

/// Whether a plan has such a page.
pub(crate) fn present(progress: &PlanProgress<'_>) -> bool {
    progress.indicators().next().is_some()
}

/// The indicators of a plan and of its open tasks.
pub(crate) fn view(here: Context<'_>, plan: &Plan) -> IndicatorsView {
    let progress = here.progress.plan(&plan.id);
    let owner = |task: Option<&TaskNumber>, all| OwnerView {
        id: match task {
            Some(task) => format!("nhiem-vu-{}", task.slug()),
            None => "ke-hoach".to_owned(),
        },
        name: task.map_or_else(|| words::of_the_plan().to_owned(), words::of_task),
        page: task.map(|task| here.task_link(plan, task)),
        indicators: indicators::of(here, plan, task, all),
    };
    let tasks = progress.counted().filter_map(Disclosed::open);
    let tasks = tasks.map(|task| owner(Some(&task.task.number), &task.task.indicators));
    let mut owners: Vec<_> = std::iter::once(owner(None, &plan.indicators)).chain(tasks).collect();
    owners.retain(|owner| !owner.indicators.is_empty());
    let count = progress.indicators().flat_map(|(_, whole)| whole.family()).count();
    let answer = Sentence::from(words::counted(Figure::of(count, "#moi-chi-so")));
    let head = Head::new(words::of_plan(plan.cited()), answer.plain())
        .above(here.above_plan(plan))
        .source(&plan.source);
    IndicatorsView { frame: here.frame(head), plan: cards::plan_head(here, plan), answer, owners }
}

/// The page of a plan's indicators, where it has one.
pub(crate) fn link(here: Context<'_>, plan: &Plan) -> Option<Link> {
    present(here.progress.plan(&plan.id))
        .then(|| here.link(&paths::indicators(&plan.id), words::of_plan(plan.cited())))
}
