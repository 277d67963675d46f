//! Values of tables, between the site and the formats.
//!
//! In: the cells of a row, each under its column's name. Out: [`Row`], in the order of the catalogue.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::text::dates::PartialDate;
use crate::vocabulary::columns::Table;

/// A value of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// No value.
    Empty,
    /// Words, a code, an address, a date that is not known to the day.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A number with decimals, as machines write it.
    Decimal(String),
    /// A day.
    Day(Date),
    /// Yes or no.
    Flag(bool),
    /// Several ids.
    List(Vec<String>),
}

/// One row, a cell for each column.
pub type Row = Vec<Cell>;

/// A table with its rows.
#[derive(Debug)]
pub struct Sheet {
    /// What it holds.
    pub table: &'static Table,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row of `table`; the names keep code and catalogue in step.
pub(super) fn row<const N: usize>(table: &Table, cells: [(&'static str, Cell); N]) -> Row {
    let names = table.columns.iter().map(|column| column.name);
    assert!(names.eq(cells.iter().map(|(name, _)| *name)), "the columns of {}", table.name);
    cells.into_iter().map(|(_, cell)| cell).collect()
}

impl Cell {
    /// The cell as CSV has it.
    pub fn plain(&self) -> Cow<'_, str> {
        match self {
            Cell::Empty => "".into(),
            Cell::Text(text) | Cell::Decimal(text) => text.into(),
            Cell::Number(number) => number.to_string().into(),
            Cell::Day(day) => day.to_string().into(),
            Cell::Flag(true) => "true".into(),
            Cell::Flag(false) => "false".into(),
            Cell::List(items) => items.join(";").into(),
        }
    }

    pub(super) fn text(text: impl Into<String>) -> Self {
        Cell::Text(text.into())
    }

    pub(super) fn count(count: usize) -> Self {
        Cell::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    pub(super) fn list<I: IntoIterator<Item = T>, T: ToString>(items: I) -> Self {
        Cell::List(items.into_iter().map(|item| item.to_string()).collect())
    }

    /// The value where it may be shown, else nothing.
    pub(super) fn open(self, open: bool) -> Self {
        if open { self } else { Cell::Empty }
    }
}

impl From<Option<Cell>> for Cell {
    fn from(cell: Option<Cell>) -> Self {
        cell.unwrap_or(Cell::Empty)
    }
}

impl From<&Option<String>> for Cell {
    fn from(text: &Option<String>) -> Self {
        text.clone().map_or(Cell::Empty, Cell::Text)
    }
}

impl From<Option<&str>> for Cell {
    fn from(text: Option<&str>) -> Self {
        text.map_or(Cell::Empty, |text| Cell::Text(text.to_owned()))
    }
}

impl From<Option<Date>> for Cell {
    fn from(day: Option<Date>) -> Self {
        day.map_or(Cell::Empty, Cell::Day)
    }
}

impl From<Option<PartialDate>> for Cell {
    fn from(date: Option<PartialDate>) -> Self {
        date.map_or(Cell::Empty, |date| Cell::Text(date.iso()))
    }
}
