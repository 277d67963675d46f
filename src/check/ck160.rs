//! CK160: a cell that is one with a neighbour's has its words.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck160;
use crate::model::{Origin, Record, TableRow, Task};

pub(super) fn check(record: &Record, problems: &mut Diagnostics) {
    for (plan, log) in record.plans() {
        for (position, table) in plan.tables.iter().enumerate() {
            let tasks = log.tasks.values().filter(|task| matches!(task.origin, Origin::Plan));
            let mut above: Option<&Task> = None;
            for row in plan.rows(position, tasks, Task::row_place) {
                let TableRow::Task(task) = row else {
                    above = None;
                    continue;
                };
                let mut left = None;
                for (column, heading) in table.headed() {
                    let words = task.cell(column);
                    let is_above = above.is_some_and(|above| above.cell(column) == words);
                    let is_left = left.is_some_and(|left| task.cell(left) == words);
                    if task.merged.contains(heading) && !is_above && !is_left {
                        problems.push(ck160::not_merged(task.key("o_gop"), heading));
                    }
                    left = Some(column);
                }
                above = Some(task);
            }
        }
    }
}
