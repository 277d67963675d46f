//! What was recognised in a document, before anything is written.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::vocabulary::kinds::DocumentKind;
use crate::vocabulary::table::{ColumnRole, TimeMeaning};

use super::agencies::Party;
use super::question::{Note, Question};
use super::sheet::Line;

/// A document as far as it was recognised.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// What its head says.
    pub(super) head: Head,
    /// Its text, region by region.
    pub(super) regions: Vec<Region>,
    /// Its tables of tasks, in the order of the text.
    pub(super) tables: Vec<TaskTable>,
    /// Who signed.
    pub(super) signatory: Option<Signatory>,
    /// What only a person can answer.
    pub(super) questions: Vec<Question>,
    /// What a person should look at.
    pub(super) notes: Vec<Note>,
}

/// The head of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    /// The issuer's name, as printed, on one line.
    pub(super) issuer: Option<String>,
    /// Number and symbol.
    pub(super) number: Option<String>,
    /// The symbol of a number that is blank, such as `/KH-UBND`.
    pub(super) symbol: Option<String>,
    /// The place of the dateline.
    pub(super) place: Option<String>,
    /// The day.
    pub(super) day: Option<Date>,
    /// The year, where the dateline names no more.
    pub(super) year: Option<i16>,
    /// The kind.
    pub(super) kind: Option<DocumentKind>,
    /// The title without the kind, on one line.
    pub(super) title: String,
}

/// Who signed, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Signatory {
    /// `TM`, `KT` …
    pub(super) capacity: Option<&'static str>,
    /// The office.
    pub(super) office: String,
    /// The name.
    pub(super) name: String,
}

/// A stretch of `van-ban.md`.
#[derive(Clone, Debug)]
pub(super) enum Region {
    /// Blocks of lines under this name.
    Lines(&'static str, Vec<Vec<Line>>),
    /// The text, block by block.
    Body(Vec<Passage>),
    /// The headings of the table of tasks at this position.
    Table(usize),
    /// A document that is enclosed begins.
    Enclosed,
}

/// A block of the text.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    /// Its words.
    pub(super) line: Line,
    /// `#` marks before it.
    pub(super) marks: usize,
    /// What an editor is told: the source itself numbers so.
    pub(super) sic: bool,
    /// The rows of a table that is text, instead of words.
    pub(super) table: Option<PlainTable>,
}

/// A table that is text.
#[derive(Clone, Debug, Default)]
pub(super) struct PlainTable {
    /// Rows of cells of lines; the first row is the headings.
    pub(super) rows: Vec<Vec<Vec<Line>>>,
    /// `lich`, `chi_so`, `bieu_mau`.
    pub(super) sort: Option<&'static str>,
}

/// A table of tasks.
#[derive(Clone, Debug)]
pub(super) struct TaskTable {
    /// Its code; the first has none.
    pub(super) code: Option<String>,
    /// What readers call it.
    pub(super) name: Option<String>,
    /// Its headings.
    pub(super) headings: Vec<Heading>,
    /// A row that only numbers the columns.
    pub(super) numbers: Vec<Line>,
    /// What a bare date in its column of times means.
    pub(super) meaning: TimeMeaning,
    /// Groups and tasks in the document's order.
    pub(super) rows: Vec<Row>,
    /// Footnotes that its cells call.
    pub(super) notes: Vec<Line>,
}

/// A heading.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    /// Its lines, one for a heading of one row.
    pub(super) line: Line,
    /// What its column holds.
    pub(super) role: ColumnRole,
    /// Whether the site would not know by itself.
    pub(super) declared: bool,
    /// The heading above that it shares with its neighbours.
    pub(super) shared: Option<Line>,
}

/// A row.
#[derive(Clone, Debug)]
pub(super) enum Row {
    /// A heading of tasks.
    Group(Group),
    /// A task.
    Task(Task),
}

/// A heading of tasks.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// Its number.
    pub(super) number: String,
    /// The number as printed, where it is not the number.
    pub(super) printed: Option<String>,
    /// No number is printed.
    pub(super) unnumbered: bool,
    /// Its title.
    pub(super) title: Line,
    /// The line of its number.
    pub(super) number_raws: Vec<usize>,
    /// The group that it is a part of.
    pub(super) parent: Option<String>,
    /// A code before the numbers of its tasks.
    pub(super) code: Option<String>,
}

/// A task.
#[derive(Clone, Debug, Default)]
pub(super) struct Task {
    /// Its number.
    pub(super) number: String,
    /// The number as printed, where it is not the number.
    pub(super) printed: Option<String>,
    /// No number is printed.
    pub(super) unnumbered: bool,
    /// Its group.
    pub(super) group: Option<String>,
    /// The code that its group puts before the number.
    pub(super) code: Option<String>,
    /// The task that it is a part of.
    pub(super) parent: Option<String>,
    /// Its cells, by column.
    pub(super) cells: BTreeMap<usize, Cell>,
    /// Rows of results, where there is more than one: the cells of each, by column.
    pub(super) results: Vec<BTreeMap<usize, Cell>>,
    /// Columns whose cell is one with the cell above or at the left.
    pub(super) merged: Vec<usize>,
    /// Who leads.
    pub(super) leads: Vec<Party>,
    /// Who takes part.
    pub(super) partners: Vec<Party>,
    /// Its cells were weighed, not told.
    pub(super) unsure: bool,
    /// How a person reads its time, and why.
    pub(super) time_as: Option<String>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    /// Its passages.
    pub(super) lines: Vec<Line>,
}

impl Cell {
    /// Its words, a passage a line.
    pub(super) fn text(&self) -> String {
        self.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// Its words on one line.
    pub(super) fn one_line(&self) -> String {
        self.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Whether nothing stands in it.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.text.trim().is_empty())
    }
}

impl Task {
    /// The cell of a column; where results have their own, all of theirs.
    pub(super) fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.get(&column)
    }

    /// Its whole number, as its file bears it.
    pub(super) fn key(&self, table: Option<&str>) -> String {
        let parts = [table, self.code.as_deref(), Some(self.number.as_str())];
        parts.into_iter().flatten().collect::<Vec<_>>().join("-")
    }
}

impl TaskTable {
    /// The column of a role.
    pub(super) fn column(&self, role: ColumnRole) -> Option<usize> {
        self.headings.iter().position(|heading| heading.role == role)
    }

    /// Its tasks.
    pub(super) fn tasks(&self) -> impl Iterator<Item = &Task> {
        self.rows.iter().filter_map(|row| match row {
            Row::Task(task) => Some(task),
            Row::Group(_) => None,
        })
    }

    /// Its tasks, to be completed.
    pub(super) fn tasks_mut(&mut self) -> impl Iterator<Item = &mut Task> {
        self.rows.iter_mut().filter_map(|row| match row {
            Row::Task(task) => Some(task),
            Row::Group(_) => None,
        })
    }

    /// Its groups.
    pub(super) fn groups(&self) -> impl Iterator<Item = &Group> {
        self.rows.iter().filter_map(|row| match row {
            Row::Group(group) => Some(group),
            Row::Task(_) => None,
        })
    }
}
