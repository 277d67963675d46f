//! Tables of tasks: recognised by their headings, their rows by their numbers.
//!
//! In: a table of a form that has tables, or lines with a cell each. Out: [`TaskTable`]. A table is one of tasks only with
//! a column of tasks and one of leads or times; another stays text, and what cannot be told is asked.

pub(crate) mod body;
pub(crate) mod cells;
pub(crate) mod doubts;
pub(crate) mod grid;
pub(crate) mod head;
pub(crate) mod rows;
pub(crate) mod spans;
pub(crate) mod stacked;
pub(crate) mod weigh;

use super::found::{Cell, Row, TaskTable};
use super::sheet::{Fate, Furniture, Line, Sheet};

/// Settles every line of a table that is one of tasks.
pub(crate) fn settle(table: &TaskTable, sheet: &mut Sheet) {
    let mut raws: Vec<usize> = Vec::new();
    let mut add = |line: &Line| raws.extend(&line.raws);
    for heading in &table.headings {
        add(&heading.line);
        if let Some(shared) = &heading.shared {
            add(shared);
        }
    }
    table.numbers.iter().for_each(&mut add);
    for row in &table.rows {
        match row {
            Row::Group(group) => {
                add(&group.title);
                raws_of(&group.number_raws, &mut add);
            }
            Row::Task(task) => {
                let cells =
                    task.cells.values().chain(task.results.iter().flat_map(|cells| cells.values()));
                cells.flat_map(|cell: &Cell| &cell.lines).for_each(&mut add);
            }
        }
    }
    sheet.settle(&raws, Fate::Content);
    for line in &table.again {
        sheet.settle(&line.raws, Fate::Furniture(Furniture::HeadAgain));
    }
}

fn raws_of(raws: &[usize], add: &mut impl FnMut(&Line)) {
    add(&Line { raws: raws.to_vec(), ..Line::default() });
}
