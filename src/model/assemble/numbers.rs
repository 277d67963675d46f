//! The numbers of a plan's tasks, each with the code of its table or group where numbers begin anew.

use crate::model::{Numbering, TaskNumber};
use crate::parse::raw::{RawPlan, RawTask, RawTaskGroup};
use crate::parse::{RawTaskFile, is_task_number};
use crate::vocabulary::table as words;

/// The number of a task, as its plan's tables and groups make it.
pub(super) fn number(plan: Option<&RawPlan>, task: &RawTask) -> TaskNumber {
    let Some(plan) = plan else { return TaskNumber::new(&task.so) };
    let table = table_position(plan, task.bang.as_deref());
    let group = group_position(plan, task.bang.as_deref(), task.nhom.as_deref());
    let group = group.and_then(|at| Some((at, plan.nhom_nhiem_vu[at].ma.as_deref()?)));
    let parts = [task.bang.as_deref(), group.map(|(_, code)| code)];
    let code: Vec<&str> = parts.into_iter().flatten().collect();
    if code.is_empty() {
        return TaskNumber::new(&task.so);
    }
    let mut names: Vec<String> = Vec::new();
    names.extend(group.map(|(at, _)| group_name(&plan.nhom_nhiem_vu[at])));
    if task.bang.is_some() {
        names.push(table_name(plan, table.unwrap_or_default()));
    }
    let numbering = Numbering {
        code: code.join("-"),
        name: names.join(", "),
        place: (table.unwrap_or_default(), group.map_or(0, |(at, _)| at + 1)),
    };
    TaskNumber::within(numbering, &task.so)
}

/// Whether the number is one, and its file bears it: task 3.1 stands in `3-1.md`.
pub(super) fn is_borne(file: &RawTaskFile, number: &TaskNumber) -> bool {
    is_task_number(&file.front.so) && file.name == number.slug()
}

/// The position of the table of this code; the first where there is none.
pub(super) fn table_position(plan: &RawPlan, code: Option<&str>) -> Option<usize> {
    let Some(code) = code else { return Some(0) };
    plan.bang_nhiem_vu.iter().position(|table| table.ma.as_deref() == Some(code))
}

/// The position of the group of this number in the table of this code.
pub(super) fn group_position(
    plan: &RawPlan,
    table: Option<&str>,
    number: Option<&str>,
) -> Option<usize> {
    let number = number?;
    let mut groups = plan.nhom_nhiem_vu.iter();
    groups.position(|group| group.bang.as_deref() == table && group.so == number)
}

/// What readers call a table.
pub(super) fn table_name(plan: &RawPlan, position: usize) -> String {
    let name = plan.bang_nhiem_vu.get(position).and_then(|table| table.ten.clone());
    name.unwrap_or_else(|| words::nth_table(position + 1))
}

fn group_name(group: &RawTaskGroup) -> String {
    match group.danh_so.as_deref() {
        Some("khong") => group.ten.to_string(),
        _ => words::group(&group.so),
    }
}
