//! A table of tasks: its columns and the kinds of its rows.
//!
//! A row is made by asking for the cell of each of the table's own columns, so that no cell can stand under the
//! heading of another.

use super::{NodeId, TaskNumber};
use crate::parse::RawCall;
use crate::vocabulary::table::{ColumnRole, TimeMeaning};

/// A table of tasks of a plan.
#[derive(Clone, Debug)]
pub struct TaskTable {
    /// Its code, a part of the addresses of its tasks; the first table has none.
    pub id: Option<String>,
    /// What readers call it.
    pub name: String,
    /// The enclosed document that it stands in, whose footnotes its cells call; none of the plan's own.
    pub document: Option<NodeId>,
    /// Its headings, in the order of the document; none where the text prints no table.
    pub headings: Vec<Heading>,
    /// Headings that several columns share.
    pub shared: Vec<SharedHeading>,
    /// A row below the headings that only number the columns, such as "(1)"; one for each column, or none.
    pub column_numbers: Vec<String>,
    /// What each column holds.
    pub columns: Vec<Column>,
    /// What a bare date in its column of times means.
    pub time_meaning: TimeMeaning,
    /// The year that its headings give to times without one.
    pub year: Option<i16>,
}

/// The words of a heading, which name its column, and the footnotes that they call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The words.
    pub text: String,
    /// The footnotes.
    pub calls: Vec<RawCall>,
}

/// A heading above those of several columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedHeading {
    /// Its words.
    pub words: Heading,
    /// The position of the first of its columns.
    pub first: usize,
    /// How many columns it has.
    pub columns: usize,
}

/// A cell of a table's head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadCell<'a> {
    /// Its words.
    pub words: &'a Heading,
    /// How many columns it spans.
    pub columns: usize,
    /// How many rows it spans.
    pub rows: usize,
    /// The column that it heads; none where it heads several.
    pub column: Option<&'a Column>,
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
            document: None,
            headings: Vec::new(),
            shared: Vec::new(),
            column_numbers: Vec::new(),
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

    /// The rows of the head: one, or two where columns share a heading.
    pub fn head(&self) -> Vec<Vec<HeadCell<'_>>> {
        let rows = if self.shared.is_empty() { 1 } else { 2 };
        let (mut upper, mut lower) = (Vec::new(), Vec::new());
        for (at, words) in self.headings.iter().enumerate() {
            let column = self.columns.get(at);
            let is_shared = |shared: &&SharedHeading| {
                (shared.first..shared.first + shared.columns).contains(&at)
            };
            let Some(shared) = self.shared.iter().find(is_shared) else {
                upper.push(HeadCell { words, columns: 1, rows, column });
                continue;
            };
            if shared.first == at {
                let (words, columns) = (&shared.words, shared.columns);
                upper.push(HeadCell { words, columns, rows: 1, column: None });
            }
            lower.push(HeadCell { words, columns: 1, rows: 1, column });
        }
        [upper, lower].into_iter().filter(|row| !row.is_empty()).collect()
    }

    /// The columns with their headings; an unprinted table's have none.
    pub fn headed(&self) -> impl Iterator<Item = (&Column, &str)> {
        let headings =
            self.headings.iter().map(|heading| heading.text.as_str()).chain(std::iter::repeat(""));
        self.columns.iter().zip(headings)
    }

    /// The heading of the first column that holds this.
    pub fn heading(&self, column: &Column) -> Option<&str> {
        let position = self.columns.iter().position(|other| other == column)?;
        self.headings.get(position).map(|heading| heading.text.as_str())
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
