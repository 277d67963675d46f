//! Values of tables, between the site and the formats.
//!
//! In: the cells of a row, each under its column's name. Out: [`Row`], in the order of the catalogue.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::output::{Checksum, Digest};
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

/// The checksum of rows: that of two lists of rows is the same where no format can tell one from the other.
pub(super) fn checksum(rows: &[Row]) -> Checksum {
    let mut sum = Digest::new();
    let mut values = Vec::new();
    for row in rows {
        values.clear();
        row.iter().for_each(|cell| cell.tell(&mut values));
        sum.add(&values);
    }
    sum.checksum()
}

impl Cell {
    /// Appends what it is and its value, with lengths: no two rows of cells append the same.
    fn tell(&self, to: &mut Vec<u8>) {
        let mut tell = |kind: u8, value: &[u8]| {
            to.push(kind);
            to.extend((value.len() as u64).to_le_bytes());
            to.extend(value);
        };
        match self {
            Cell::Empty => tell(0, &[]),
            Cell::Text(text) => tell(1, text.as_bytes()),
            Cell::Number(number) => tell(2, &number.to_le_bytes()),
            Cell::Decimal(number) => tell(3, number.as_bytes()),
            Cell::Day(day) => tell(4, day.to_string().as_bytes()),
            Cell::Flag(flag) => tell(5, &[u8::from(*flag)]),
            Cell::List(items) => {
                tell(6, &(items.len() as u64).to_le_bytes());
                items.iter().for_each(|item| tell(7, item.as_bytes()));
            }
        }
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_a_format_can_tell_apart_have_other_checksums() {
        let text = |text: &str| Cell::text(text);
        let list = |items: &[&str]| Cell::list(items);
        let all: [&[Row]; 17] = [
            &[],
            &[vec![]],
            &[vec![Cell::Empty]],
            &[vec![Cell::Empty], vec![Cell::Empty]],
            &[vec![Cell::Empty, Cell::Empty]],
            &[vec![text("")]],
            &[vec![text("1")]],
            &[vec![Cell::Number(1)]],
            &[vec![Cell::Decimal("1".to_owned())]],
            &[vec![text("true")]],
            &[vec![Cell::Flag(true)]],
            &[vec![list(&["a", "b"])]],
            &[vec![list(&["a;b"])]],
            &[vec![list(&["a"]), list(&["b"])]],
            &[vec![text("ab"), text("c")]],
            &[vec![text("a"), text("bc")]],
            &[vec![text("a")], vec![text("bc")]],
        ];
        let sums: std::collections::BTreeSet<_> = all.iter().map(|rows| checksum(rows)).collect();
        assert_eq!(sums.len(), all.len());
        assert_eq!(checksum(&[vec![text("ab")]]), checksum(&[vec![text("ab")]]));
    }
}
