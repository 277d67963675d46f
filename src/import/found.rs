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
pub(crate) struct Found {
    /// What its head says.
    pub(crate) head: Head,
    /// Its text, region by region.
    pub(crate) regions: Vec<Region>,
    /// Its tables of tasks, in the order of the text.
    pub(crate) tables: Vec<TaskTable>,
    /// Who signed.
    pub(crate) signatory: Option<Signatory>,
    /// What only a person can answer.
    pub(crate) questions: Vec<Question>,
    /// What a person should look at.
    pub(crate) notes: Vec<Note>,
}

/// The head of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head {
    /// The issuer's name, as printed, on one line.
    pub(crate) issuer: Option<String>,
    /// Number and symbol.
    pub(crate) number: Option<String>,
    /// The symbol of a number that is blank, such as `/KH-UBND`.
    pub(crate) symbol: Option<String>,
    /// The place of the dateline.
    pub(crate) place: Option<String>,
    /// The day.
    pub(crate) day: Option<Date>,
    /// The year, where the dateline names no more.
    pub(crate) year: Option<i16>,
    /// The kind.
    pub(crate) kind: Option<DocumentKind>,
    /// The title without the kind, on one line.
    pub(crate) title: String,
}

/// Who signed, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signatory {
    /// `TM`, `KT` …
    pub(crate) capacity: Option<&'static str>,
    /// The office.
    pub(crate) office: String,
    /// The name.
    pub(crate) name: String,
}

/// A stretch of `van-ban.md`.
#[derive(Clone, Debug)]
pub(crate) enum Region {
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
pub(crate) struct Passage {
    /// Its words.
    pub(crate) line: Line,
    /// `#` marks before it.
    pub(crate) marks: usize,
    /// What an editor is told: the source itself numbers so.
    pub(crate) sic: bool,
    /// The rows of a table that is text, instead of words.
    pub(crate) table: Option<PlainTable>,
}

/// A table that is text.
#[derive(Clone, Debug, Default)]
pub(crate) struct PlainTable {
    /// Rows of cells of lines; the first row is the headings.
    pub(crate) rows: Vec<Vec<Vec<Line>>>,
    /// `lich`, `chi_so`, `bieu_mau`.
    pub(crate) sort: Option<&'static str>,
}

/// A table of tasks.
#[derive(Clone, Debug)]
pub(crate) struct TaskTable {
    /// Its code; the first has none.
    pub(crate) code: Option<String>,
    /// What readers call it.
    pub(crate) name: Option<String>,
    /// Its headings.
    pub(crate) headings: Vec<Heading>,
    /// A row that only numbers the columns.
    pub(crate) numbers: Vec<Line>,
    /// What a bare date in its column of times means.
    pub(crate) meaning: TimeMeaning,
    /// Groups and tasks in the document's order.
    pub(crate) rows: Vec<Row>,
    /// Footnotes that its cells call.
    pub(crate) notes: Vec<Line>,
    /// Rows above its head, such as its title.
    pub(crate) above: Vec<Line>,
    /// Its headings once more, as at the top of another page.
    pub(crate) again: Vec<Line>,
}

/// A heading.
#[derive(Clone, Debug)]
pub(crate) struct Heading {
    /// Its lines, one for a heading of one row.
    pub(crate) line: Line,
    /// What its column holds.
    pub(crate) role: ColumnRole,
    /// Whether the site would not know by itself.
    pub(crate) declared: bool,
    /// The heading above that it shares with its neighbours.
    pub(crate) shared: Option<Line>,
}

/// A row.
#[derive(Clone, Debug)]
pub(crate) enum Row {
    /// A heading of tasks.
    Group(Group),
    /// A task.
    Task(Task),
}

/// A heading of tasks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    /// Its number.
    pub(crate) number: String,
    /// The number as printed, where it is not the number.
    pub(crate) printed: Option<String>,
    /// No number is printed.
    pub(crate) unnumbered: bool,
    /// Its title.
    pub(crate) title: Line,
    /// The line of its number.
    pub(crate) number_raws: Vec<usize>,
    /// The group that it is a part of.
    pub(crate) parent: Option<String>,
    /// A code before the numbers of its tasks.
    pub(crate) code: Option<String>,
}

/// A task.
#[derive(Clone, Debug, Default)]
pub(crate) struct Task {
    /// Its number.
    pub(crate) number: String,
    /// The number as printed, where it is not the number.
    pub(crate) printed: Option<String>,
    /// No number is printed.
    pub(crate) unnumbered: bool,
    /// Its group.
    pub(crate) group: Option<String>,
    /// The code that its group puts before the number.
    pub(crate) code: Option<String>,
    /// The task that it is a part of.
    pub(crate) parent: Option<String>,
    /// Its cells, by column.
    pub(crate) cells: BTreeMap<usize, Cell>,
    /// Rows of results, where there is more than one: the cells of each, by column.
    pub(crate) results: Vec<BTreeMap<usize, Cell>>,
    /// Columns whose cell is one with the cell above or at the left.
    pub(crate) merged: Vec<usize>,
    /// Who leads.
    pub(crate) leads: Vec<Party>,
    /// Who takes part.
    pub(crate) partners: Vec<Party>,
    /// Its cells were weighed, not told.
    pub(crate) unsure: bool,
    /// How a person reads its time, and why.
    pub(crate) time_as: Option<String>,
    /// The address of the item of the text that it stands in.
    pub(crate) node: Option<String>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Its passages.
    pub(crate) lines: Vec<Line>,
}

impl Cell {
    /// Its words, a passage a line.
    pub(crate) fn text(&self) -> String {
        self.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// Its words on one line.
    pub(crate) fn one_line(&self) -> String {
        self.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Whether nothing stands in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.text.trim().is_empty())
    }
}

impl Task {
    /// The cell of a column; where results have their own, all of theirs.
    pub(crate) fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.get(&column)
    }

    /// Its whole number, as its file bears it.
    pub(crate) fn key(&self, table: Option<&str>) -> String {
        let parts = [table, self.code.as_deref(), Some(self.number.as_str())];
        parts.into_iter().flatten().collect::<Vec<_>>().join("-")
    }
}

impl TaskTable {
    /// The column of a role.
    pub(crate) fn column(&self, role: ColumnRole) -> Option<usize> {
        self.headings.iter().position(|heading| heading.role == role)
    }

    /// Its tasks.
    pub(crate) fn tasks(&self) -> impl Iterator<Item = &Task> {
        self.rows.iter().filter_map(|row| match row {
            Row::Task(task) => Some(task),
            Row::Group(_) => None,
        })
    }

    /// Its tasks, to be completed.
    pub(crate) fn tasks_mut(&mut self) -> impl Iterator<Item = &mut Task> {
        self.rows.iter_mut().filter_map(|row| match row {
            Row::Task(task) => Some(task),
            Row::Group(_) => None,
        })
    }

    /// Its groups.
    pub(crate) fn groups(&self) -> impl Iterator<Item = &Group> {
        self.rows.iter().filter_map(|row| match row {
            Row::Group(group) => Some(group),
            Row::Task(_) => None,
        })
    }
}
