//! A table of tasks: its columns, and its rows in the order of the document.
//!
//! A row is made by asking for the cell of each of the table's own columns, so that no cell can stand under the
//! heading of another.

use std::cmp::Ordering;

use super::{Plan, Task, TaskNumber};
use crate::text::natural::number_cmp;
use crate::vocabulary::table::{ColumnRole, TimeMeaning};

/// A table of tasks of a plan.
#[derive(Clone, Debug)]
pub struct TaskTable {
    /// Its code, a part of the addresses of its tasks; the first table has none.
    pub id: Option<String>,
    /// What readers call it.
    pub name: String,
    /// Its headings, in the order of the document; none where the text prints no table.
    pub headings: Vec<String>,
    /// What each column holds.
    pub columns: Vec<Column>,
    /// What a bare date in its column of times means.
    pub time_meaning: TimeMeaning,
    /// The year that its headings give to times without one.
    pub year: Option<i16>,
}

/// What a column of a table holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// The task's number.
    Number,
    /// The task's words.
    Task,
    /// Who leads.
    Leads,
    /// Who takes part.
    Partners,
    /// When.
    Period,
    /// What comes of it.
    Product,
    /// What has no other place in a task, under the column's heading.
    Other(String),
}

/// A row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableRow<T> {
    /// The heading of a group, by its position in the plan.
    Group(usize),
    /// A task.
    Task(T),
}

/// Where a task stands among the rows of its plan.
#[derive(Clone, Copy, Debug)]
pub struct RowPlace<'a> {
    /// The position of its table.
    pub table: usize,
    /// The position of its group.
    pub group: Option<usize>,
    /// The task that it is a part of.
    pub parent: Option<&'a TaskNumber>,
    /// Its number.
    pub number: &'a TaskNumber,
}

impl TaskTable {
    /// The columns of tasks that stand in no printed table.
    pub fn unprinted(id: Option<String>, name: String) -> Self {
        Self {
            id,
            name,
            headings: Vec::new(),
            columns: vec![
                Column::Number,
                Column::Task,
                Column::Leads,
                Column::Partners,
                Column::Period,
            ],
            time_meaning: TimeMeaning::Unclear,
            year: None,
        }
    }

    /// Whether the text prints it.
    pub fn is_printed(&self) -> bool {
        !self.headings.is_empty()
    }

    /// The columns with their headings; an unprinted table's have none.
    pub fn headed(&self) -> impl Iterator<Item = (&Column, &str)> {
        let headings = self.headings.iter().map(String::as_str).chain(std::iter::repeat(""));
        self.columns.iter().zip(headings)
    }

    /// The heading of the first column that holds this.
    pub fn heading(&self, column: &Column) -> Option<&str> {
        let position = self.columns.iter().position(|other| other == column)?;
        self.headings.get(position).map(String::as_str)
    }
}

impl Column {
    /// The column that `role` and `heading` make.
    pub fn of(role: ColumnRole, heading: &str) -> Self {
        match role {
            ColumnRole::Number => Self::Number,
            ColumnRole::Task => Self::Task,
            ColumnRole::Leads => Self::Leads,
            ColumnRole::Partners => Self::Partners,
            ColumnRole::Period => Self::Period,
            ColumnRole::Product => Self::Product,
            ColumnRole::Other => Self::Other(heading.to_owned()),
        }
    }

    /// The key of a task's file that holds the cell.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Number => "so",
            Self::Task => "nguyen_van",
            Self::Leads => "chu_tri_nguyen_van",
            Self::Partners => "phoi_hop.nguyen_van",
            Self::Period => "thoi_gian.nguyen_van",
            Self::Product => "san_pham",
            Self::Other(_) => "cot_khac",
        }
    }
}

impl Task {
    /// The words of the task's cell in this column, a passage a line or item; none where the cell is empty.
    pub fn cell_lines(&self, column: &Column) -> Vec<&str> {
        let words = match column {
            Column::Number => Some(self.printed_number()),
            Column::Task => Some(self.verbatim.as_str()),
            Column::Leads => self.leads.verbatim.as_deref(),
            Column::Partners => self.partners.as_ref().map(|partners| partners.verbatim.as_str()),
            Column::Period => self.time.verbatim.as_deref(),
            Column::Product => return self.products.iter().map(String::as_str).collect(),
            Column::Other(heading) => self.other_cells.get(heading).map(String::as_str),
        };
        words.into_iter().filter(|words| !words.is_empty()).collect()
    }

    /// The words of the task's cell in this column, a passage a line; empty where the cell is.
    pub fn cell(&self, column: &Column) -> String {
        self.cell_lines(column).join("\n")
    }

    /// The number as the document prints it; empty where it prints none.
    pub fn printed_number(&self) -> &str {
        self.printed.as_deref().unwrap_or_else(|| self.number.printed())
    }

    /// Where it stands among the rows of its plan.
    pub fn row_place(&self) -> RowPlace<'_> {
        RowPlace {
            table: self.table,
            group: self.group,
            parent: self.parent.as_ref(),
            number: &self.number,
        }
    }
}

impl Plan {
    /// The rows of a table in the order of the document: groups as the plan lists them, tasks by their numbers, and
    /// below a task those that are parts of it.
    ///
    /// `tasks` are in the order of their numbers; `place` says where each stands.
    pub fn rows<'a, T: Copy>(
        &self,
        table: usize,
        tasks: impl Iterator<Item = T>,
        place: impl Fn(T) -> RowPlace<'a>,
    ) -> Vec<TableRow<T>> {
        let tasks: Vec<_> = tasks
            .map(|task| (task, place(task)))
            .filter(|(_, place)| place.table == table)
            .collect();
        let mut rows = Rows { plan: self, table, tasks: &tasks, rows: Vec::new() };
        rows.below(None);
        rows.rows
    }
}

struct Rows<'a, 'p, T> {
    plan: &'a Plan,
    table: usize,
    tasks: &'a [(T, RowPlace<'p>)],
    rows: Vec<TableRow<T>>,
}

impl<T: Copy> Rows<'_, '_, T> {
    /// The rows below a group, or those below none.
    fn below(&mut self, group: Option<usize>) {
        let (plan, table, tasks) = (self.plan, self.table, self.tasks);
        let groups = plan.groups.iter().enumerate();
        let mut groups =
            groups.filter(|(_, other)| other.table == table && other.parent == group).peekable();
        let is_here = |place: &RowPlace<'_>| place.group == group && !self.has_parent(place);
        let here = tasks.iter().filter(|(_, place)| is_here(place)).collect::<Vec<_>>();
        for (task, place) in here {
            while let Some((at, _)) = groups.next_if(|(_, other)| {
                number_cmp(&other.number, place.number.printed()) != Ordering::Greater
            }) {
                self.group(at);
            }
            self.task(*task, place);
        }
        for (at, _) in groups {
            self.group(at);
        }
    }

    fn group(&mut self, at: usize) {
        self.rows.push(TableRow::Group(at));
        self.below(Some(at));
    }

    fn task(&mut self, task: T, place: &RowPlace<'_>) {
        self.rows.push(TableRow::Task(task));
        let tasks = self.tasks;
        for (child, other) in tasks.iter().filter(|(_, other)| other.parent == Some(place.number)) {
            self.task(*child, other);
        }
    }

    /// Whether the task's parent stands in this table; else it stands by itself.
    fn has_parent(&self, place: &RowPlace<'_>) -> bool {
        place
            .parent
            .is_some_and(|parent| self.tasks.iter().any(|(_, other)| other.number == parent))
    }
}
