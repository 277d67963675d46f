//! Which tasks did not reach the model because their files are faulty.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostics, Severity};
use crate::model::Plan;

/// Whether a file of the plan's tasks has an error and gave no task.
pub(super) fn has_lost_tasks(plan: &Plan, problems: &Diagnostics) -> bool {
    let Some(folder) = plan.source.as_str().strip_suffix("ke-hoach.yml") else { return false };
    let folder = format!("{folder}nhiem-vu/");
    let mut faulty = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| &problem.place.file)
        .filter(|file| file.as_str().starts_with(&folder))
        .peekable();
    if faulty.peek().is_none() {
        return false;
    }
    let read: BTreeSet<_> = plan.tasks.values().map(|task| &task.source).collect();
    faulty.any(|file| !read.contains(file))
}
