//! The rows of a plan's tables in the order of the document, and the cells of each.
//!
//! In: a plan and its tasks. Out: groups and tasks as rows; the words of a task in each column of its table.

use std::cmp::Ordering;

use super::{Column, Plan, RowPlace, TableRow, Task};
use crate::parse::Quoted;
use crate::text::natural::number_cmp;

impl Task {
    /// The words of the task's cell in this column, a passage a line or item; none where the cell is empty.
    ///
    /// Where the task has none of its own, each result's stand there, as in rows that one number spans.
    pub fn cell_lines(&self, column: &Column) -> Vec<Quoted<'_>> {
        let own = self.own_lines(column);
        if !own.is_empty() {
            return own;
        }
        let results = self.sub_works.iter();
        match column {
            Column::Leads => {
                let words = results.filter_map(|result| result.leads.as_ref()?.verbatim.as_ref());
                words.map(Quoted::from).collect()
            }
            Column::Period => {
                let words = results.filter_map(|result| result.time.as_ref()?.verbatim.as_ref());
                words.map(Quoted::from).collect()
            }
            Column::Product => {
                results.flat_map(|result| &result.products).map(Quoted::from).collect()
            }
            Column::Number | Column::Task | Column::Partners | Column::Other(_) => Vec::new(),
        }
    }

    fn own_lines(&self, column: &Column) -> Vec<Quoted<'_>> {
        let words = match column {
            Column::Number => Some(self.printed_number().into()),
            Column::Task => Some(self.verbatim.quoted()),
            Column::Leads => self.leads.verbatim.as_ref().map(Quoted::from),
            Column::Partners => self.partners.as_ref().map(|partners| partners.verbatim.quoted()),
            Column::Period => self.time.verbatim.as_ref().map(Quoted::from),
            Column::Product => return self.products.iter().map(Quoted::from).collect(),
            Column::Other(heading) => self.other_cells.get(heading).map(Quoted::from),
        };
        words.into_iter().filter(|words| !words.is_empty()).collect()
    }

    /// The words of the task's cell in this column, a passage a line and without marks of footnotes; empty where the
    /// cell is.
    pub fn cell(&self, column: &Column) -> String {
        let lines: Vec<&str> = self.cell_lines(column).into_iter().map(Quoted::text).collect();
        lines.join("\n")
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
