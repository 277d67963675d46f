//! The cells of tables of tasks: each column has words of each task, or the task says that it has none.

use std::collections::{BTreeMap, BTreeSet};

use super::numbers;
use super::reader::Reader;
use super::table::known_heading;
use crate::diagnostic::catalog::{ck160, ck162};
use crate::model::{Column, Origin, Task, TaskNumber, TaskTable};
use crate::parse::raw::{RawPlan, RawResult, RawTask};
use crate::parse::{Doc, RawPlanFolder, RawTaskFile};
use crate::text::near::nearest;

/// Reports cells that nobody gave, and those that are said to stand where the table has no place for them.
pub(super) fn check(
    plan: &RawPlan,
    folder: &RawPlanFolder,
    tables: &[TaskTable],
    tasks: &BTreeMap<TaskNumber, Task>,
    reader: &mut Reader<'_>,
) {
    // Where there is a copy of the source, the comparison of words proves what is empty.
    let is_proved = plan.nguon.tep.is_some();
    for task in tasks.values() {
        let doc = folder.tasks.iter().find(|doc| doc.source == task.source);
        let (Some(doc), Some(table)) = (doc, tables.get(task.table)) else { continue };
        // A file that does not bear its number is a copy more often than a task.
        let is_its_own = numbers::is_borne(&doc.value, &task.number);
        let is_printed = is_its_own && is_clear(table) && matches!(task.origin, Origin::Plan);
        headings(doc, table, reader);
        let empty = plan.bang_nhiem_vu.get(task.table).map_or(&[][..], |table| &table.o_trong);
        if is_printed && !is_proved {
            given(doc, task, table, empty, reader);
        }
        cycles(task, tasks, reader);
    }
}

/// Whether the text prints the table and its columns are known; what is not is told of the table.
fn is_clear(table: &TaskTable) -> bool {
    let distinct: BTreeSet<&str> = table.headings.iter().map(|one| one.text.as_str()).collect();
    table.is_printed()
        && table.columns.contains(&Column::Task)
        && distinct.len() == table.headings.len()
}

/// Reports headings that the table does not have, or whose words have a key of their own.
fn headings(doc: &Doc<RawTaskFile>, table: &TaskTable, reader: &mut Reader<'_>) {
    let (file, raw) = (&doc.source, &doc.value.front);
    let column = |heading: &str| {
        let position = table.headings.iter().position(|other| other.text == heading);
        position.map(|position| &table.columns[position])
    };
    for heading in raw.cot_khac.keys() {
        let at = file.key("cot_khac");
        match column(heading) {
            Some(Column::Other(_)) => {}
            Some(other) => {
                reader.problems.push(ck160::not_another_column(at, heading, other.key()));
            }
            None => {
                let known = table.columns.iter().filter_map(|column| match column {
                    Column::Other(heading) => Some(heading.as_str()),
                    _ => None,
                });
                let mut known: Vec<&str> = known.collect();
                if known.is_empty() {
                    known.extend(table.headings.iter().map(|one| one.text.as_str()));
                }
                let near = nearest(heading, known.iter().copied());
                reader.problems.push(ck160::no_such_column(at, heading, near, &known));
            }
        }
    }
    for (index, heading) in raw.o_gop.iter().enumerate() {
        known_heading(table, file.key("o_gop").index(index), heading, reader);
    }
    for (index, heading) in raw.o_trong.iter().enumerate() {
        let at = file.key("o_trong").index(index);
        if known_heading(table, at.clone(), heading, reader)
            && let Some(column) = column(heading)
            && has_words(raw, column)
        {
            reader.problems.push(ck160::not_empty(at, heading, column.key()));
        }
    }
}

/// Reports columns of which the task says nothing at all.
///
/// A task that names no partners has an empty cell of them: the absence of that key says so.
fn given(
    doc: &Doc<RawTaskFile>,
    task: &Task,
    table: &TaskTable,
    empty: &[String],
    reader: &mut Reader<'_>,
) {
    let raw = &doc.value.front;
    let is_empty = |heading: &str| raw.o_trong.iter().chain(empty).any(|empty| empty == heading);
    let missing: Vec<(&Column, &str)> = table
        .headed()
        .filter(|(column, heading)| !has_words(raw, column) && !is_empty(heading))
        .filter(|(column, _)| match column {
            Column::Number | Column::Task | Column::Partners => false,
            Column::Leads | Column::Period | Column::Product | Column::Other(_) => true,
        })
        .collect();
    if let Some((first, _)) = missing.first() {
        let headings: Vec<&str> = missing.iter().map(|(_, heading)| *heading).collect();
        let at = doc.source.key("nguyen_van");
        reader.problems.push(ck160::missing_cells(
            at,
            &task.number.to_string(),
            &headings,
            first.key(),
        ));
    }
}

/// Whether the task's file has words for the cell.
fn has_words(raw: &RawTask, column: &Column) -> bool {
    match column {
        Column::Number => raw.danh_so.as_deref() != Some("khong"),
        Column::Task => true,
        Column::Period => {
            let of_result = |result: &RawResult| {
                result.thoi_gian.as_ref().is_some_and(|time| time.nguyen_van.is_some())
            };
            raw.thoi_gian.nguyen_van.is_some() || raw.ket_qua.iter().any(of_result)
        }
        Column::Leads => {
            let of_result = |result: &RawResult| result.chu_tri_nguyen_van.is_some();
            raw.chu_tri_nguyen_van.is_some() || raw.ket_qua.iter().any(of_result)
        }
        Column::Partners => raw.phoi_hop.is_some(),
        Column::Product => {
            raw.san_pham.as_ref().is_some_and(|products| !products.is_empty())
                || raw.ket_qua.iter().any(|result| !result.san_pham.is_empty())
        }
        Column::Other(heading) => raw.cot_khac.contains_key(heading),
    }
}

/// Reports a task that is, by way of others perhaps, a part of itself.
fn cycles(task: &Task, tasks: &BTreeMap<TaskNumber, Task>, reader: &mut Reader<'_>) {
    let mut seen = BTreeSet::from([&task.number]);
    let mut above = task.parent.as_ref();
    while let Some(number) = above {
        if *number == task.number {
            reader.problems.push(ck162::part_of_itself(task.key("cha"), number.as_str()));
        }
        if !seen.insert(number) {
            return;
        }
        above = tasks.get(number).and_then(|task| task.parent.as_ref());
    }
}
