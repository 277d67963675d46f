//! All tasks of a plan.
//!
//! In: one plan's progress. Out: [`TasksView`], all that `tasks.html` may read.

use serde::Serialize;

use super::common::{PlanHead, TaskGroup};
use super::context::{Context, Head};
use super::feeds;
use super::{parts, working_list};
use crate::model::{Plan, TaskNumber};
use crate::pages::figures::Count;
use crate::pages::frame::Frame;
use crate::text::slug::slug;

/// What `tasks.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct TasksView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// One sentence: how many tasks, how many done, how many overdue.
    pub answer: String,
    /// Ready lists by state, and their sizes.
    pub lists: Vec<Count>,
    /// The groups, in the order of the text.
    pub groups: Vec<TaskGroup>,
    /// What the source's numbering skips, and the like.
    pub notes: Vec<String>,
}

/// The list of a plan's tasks.
pub(super) fn view(here: Context<'_>, plan: &Plan) -> TasksView {
    let answer = answer(here, plan);
    let head = Head::new(format!("Nhiệm vụ của Kế hoạch {}", plan.number), answer.clone())
        .above(here.above_plan(plan))
        .feeds(feeds::of_plan(here, plan))
        .source(&plan.source);
    let mut groups: Vec<TaskGroup> = plan
        .groups
        .iter()
        .map(|group| TaskGroup {
            id: format!("nhom-{}", slug(&group.number)),
            number: Some(group.number.clone()),
            name: group.title.clone(),
            summary: None,
            tasks: Vec::new(),
        })
        .collect();
    for task in plan.tasks.values() {
        groups[task.group].tasks.push(parts::card(here, plan, task, false));
    }
    for group in &mut groups {
        group.summary = Some(format!("{} nhiệm vụ", parts::number(group.tasks.len())));
    }
    let notes = match &plan.skipped_numbers[..] {
        [] => Vec::new(),
        skipped => {
            let numbers: Vec<&str> = skipped.iter().map(TaskNumber::as_str).collect();
            vec![format!(
                "Văn bản gốc không có nhiệm vụ {}; số thứ tự giữ đúng như văn bản.",
                numbers.join(", ")
            )]
        }
    };
    TasksView {
        frame: here.frame(head),
        plan: parts::plan_head(here, plan),
        answer,
        lists: working_list::counts(here, None),
        groups,
        notes,
    }
}

/// "29 nhiệm vụ trong 8 nhóm."
fn answer(here: Context<'_>, plan: &Plan) -> String {
    let live = here.progress.plan(&plan.id).summary.ledger.live;
    format!(
        "{} nhiệm vụ hiện hành trong {} nhóm.",
        parts::number(live),
        parts::number(plan.groups.len())
    )
}
