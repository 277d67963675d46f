//! Rows of a table as groups and tasks, each with a number that no other has.
//!
//! In: rows in the document's order. Out: [`Row`]s. Numbers stay as printed where they can; where they begin anew in a
//! group, the group gets a code; a row without a number gets one that is not printed.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::found::{Cell, Group, Row, Task};
use crate::import::sheet::Line;
use crate::parse::is_task_number;
use crate::text::alphabet::{point_at, point_id};
use crate::text::numbers::from_roman;

/// A row before it has its number.
#[derive(Clone, Debug, Default)]
pub(crate) struct RowIn {
    /// What stands in the column of numbers.
    pub(crate) number: Option<Cell>,
    /// The other cells, by column.
    pub(crate) cells: BTreeMap<usize, Cell>,
    /// Results with cells of their own.
    pub(crate) results: Vec<BTreeMap<usize, Cell>>,
    /// Columns that share the cell above or at the left.
    pub(crate) merged: Vec<usize>,
    /// Its cells were weighed, not told.
    pub(crate) unsure: bool,
    /// It heads the rows that follow.
    pub(crate) group: bool,
}

/// Gives rows their numbers and groups.
pub(crate) fn numbered(rows: Vec<RowIn>, number: Option<usize>) -> Vec<Row> {
    let mut numbering = Numbering {
        number,
        open: Vec::new(),
        groups: 0,
        taken: BTreeSet::new(),
        names: BTreeSet::new(),
        last: None,
        children: 0,
        plain: 0,
        rows: Vec::new(),
    };
    for row in rows {
        if row.group { numbering.group(row) } else { numbering.task(row) }
    }
    numbering.rows
}

struct Numbering {
    number: Option<usize>,
    /// Open groups: level, number, position in `rows`, whether it has tasks.
    open: Vec<(usize, String, usize, bool)>,
    groups: usize,
    taken: BTreeSet<(Option<String>, String)>,
    names: BTreeSet<String>,
    /// The last task that others may be parts of.
    last: Option<String>,
    children: usize,
    plain: usize,
    rows: Vec<Row>,
}

/// A number without what closes it.
fn bare(text: &str) -> String {
    text.trim().trim_end_matches(['.', ')', '/', ':', ' ']).to_owned()
}

fn level(number: &str) -> usize {
    if from_roman(number).is_some() {
        1
    } else if number.len() == 1 && number.chars().all(|c| c.is_ascii_uppercase()) {
        0
    } else {
        2 + number.matches('.').count()
    }
}

impl Numbering {
    fn group(&mut self, row: RowIn) {
        self.groups += 1;
        let printed = row.number.as_ref().map(Cell::one_line).unwrap_or_default();
        let number = bare(&printed);
        let fits = is_task_number(&number) && !self.names.contains(&number);
        let (level, name) = match fits {
            true => (level(&number), number.clone()),
            false if number.is_empty() => (1, format!("g{}", self.groups)),
            false => (level(&number), format!("g{}", self.groups)),
        };
        while self.open.last().is_some_and(|(other, ..)| *other >= level) {
            self.open.pop();
        }
        self.names.insert(name.clone());
        let mut title = Line::default();
        let mut merged = Vec::new();
        for (column, cell) in &row.cells {
            if row.merged.contains(column) {
                merged.push(*column);
                continue;
            }
            for line in &cell.lines {
                if title.raws.is_empty() { title = line.clone() } else { title.join(line.clone()) }
            }
        }
        let group = Group {
            printed: Some(printed.clone())
                .filter(|printed| *printed != name && !printed.is_empty()),
            unnumbered: printed.is_empty() && self.number.is_some() || self.number.is_none(),
            number: name.clone(),
            title,
            number_raws: row
                .number
                .iter()
                .flat_map(|cell| &cell.lines)
                .flat_map(|line| line.raws.clone())
                .collect(),
            parent: self.open.last().map(|(_, number, ..)| number.clone()),
            code: None,
        };
        self.open.push((level, name, self.rows.len(), false));
        self.last = None;
        self.rows.push(Row::Group(group));
    }

    fn task(&mut self, row: RowIn) {
        let printed = row.number.as_ref().map(Cell::one_line).unwrap_or_default();
        let own = bare(&printed);
        let mut task = Task {
            cells: row.cells,
            results: row.results,
            merged: row.merged,
            unsure: row.unsure,
            group: self.open.last().map(|(_, number, ..)| number.clone()),
            ..Task::default()
        };
        if let (Some(column), Some(cell)) = (self.number, row.number) {
            task.cells.insert(column, cell);
        }
        let is_number = is_task_number(&own) && own.chars().any(|c| c.is_ascii_alphanumeric());
        if is_number {
            task.number = own.trim_start_matches('0').to_owned();
            if task.number.is_empty() || task.number.starts_with('.') {
                task.number = own.clone();
            }
            self.children = 0;
            self.last = Some(task.number.clone());
        } else if let Some(parent) = self.last.clone().filter(|_| self.number.is_some()) {
            self.children += 1;
            let letter = point_at(self.children).and_then(point_id).unwrap_or("z");
            task.number = format!("{parent}.{letter}");
            if self.children > 23 {
                task.number = format!("{parent}.z{}", self.children);
            }
            task.parent = Some(parent);
        } else {
            self.plain += 1;
            task.number = self.plain.to_string();
        }
        task.unnumbered = printed.is_empty() && self.number.is_some();
        self.distinct(&mut task);
        task.printed =
            Some(printed).filter(|printed| !printed.is_empty() && *printed != task.number);
        if let Some(open) = self.open.last_mut() {
            open.3 = true;
        }
        self.rows.push(Row::Task(task));
    }

    /// A number that stands before gets the code of its group, or else a letter.
    fn distinct(&mut self, task: &mut Task) {
        let code = |rows: &[Row], at: usize| match &rows[at] {
            Row::Group(group) => group.code.clone(),
            Row::Task(_) => None,
        };
        let open = self.open.last().cloned();
        if let Some((_, _, at, _)) = &open {
            task.code = code(&self.rows, *at);
        }
        if self.taken.contains(&(task.code.clone(), task.number.clone())) {
            match open {
                Some((_, _, at, false)) if task.code.is_none() => {
                    let name = format!("n{}", self.groups);
                    if let Row::Group(group) = &mut self.rows[at] {
                        group.code = Some(name.clone());
                    }
                    task.code = Some(name);
                }
                _ => {
                    let free = (2..).map(|time| format!("{}x{time}", task.number));
                    let taken = &self.taken;
                    let code = task.code.clone();
                    let free = free
                        .into_iter()
                        .find(|number| !taken.contains(&(code.clone(), number.clone())));
                    task.number = free.unwrap_or_default();
                }
            }
        }
        self.taken.insert((task.code.clone(), task.number.clone()));
    }
}
