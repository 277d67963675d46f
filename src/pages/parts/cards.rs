//! A task as lists show it; a plan's head.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::Context;
use crate::pages::parts::parties;
use crate::pages::parts::standings;
use crate::pages::values::{AgencyLink, Link, PlanHead, StandingView};
use crate::paths;
use crate::progress::Disclosed;

/// One task in a list.
#[derive(Clone, Debug, Serialize)]
pub struct TaskCard {
    /// What tells it from all other tasks of the site.
    pub key: String,
    /// The task's number.
    pub number: String,
    /// The task's words.
    pub title: String,
    /// The task's page.
    pub href: String,
    /// The plan, in lists of several plans.
    pub plan: Option<Link>,
    /// Who is responsible on the page's date; empty for a restricted task.
    pub leads: Vec<AgencyLink>,
    /// The period, such as "2015–2016", or what a list wants there instead.
    pub period: Option<String>,
    /// The standing.
    pub standing: StandingView,
}

/// A plan's short head, with the menu of its pages.
pub(crate) fn plan_head(here: Context<'_>, plan: &Plan) -> PlanHead {
    PlanHead {
        link: here.link(&paths::plan(&plan.id), plan.cited()),
        short_name: plan.short_name.clone(),
        pages: here.menu(here.menus.of_plan(&plan.id)),
    }
}

/// What tells a task from all other tasks of the site.
pub(crate) fn key(task: Disclosed<'_>) -> String {
    format!("{}/{}", task.plan().id, task.number().slug())
}

/// A task as lists show it; of a restricted one title and standing only.
pub(crate) fn card(here: Context<'_>, task: Disclosed<'_>, name_plan: bool) -> TaskCard {
    let plan = task.plan();
    TaskCard {
        key: key(task),
        number: task.number().to_string(),
        title: task.called(),
        href: here.href(&paths::task(&plan.id, task.number())),
        plan: name_plan.then(|| here.link(&paths::plan(&plan.id), plan.number.clone())),
        leads: task.open().map(|task| parties::leads(here, task)).unwrap_or_default(),
        period: task.open().and_then(|task| task.task.time.verbatim.as_deref().map(str::to_owned)),
        standing: standings::of_task(here, task),
    }
}
