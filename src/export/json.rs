//! JSON in lines: an object whose lists have an item a line, so that two states compare well and nothing is held twice.
//!
//! In: the rows of a table, or entries, one by one. Out: bytes. A value that is not there is `null`; several ids are a
//! list.

use std::io::{self, Write};

use jiff::civil::Date;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::rows::{Cell, Row};
use crate::vocabulary::columns::Table;

/// A table being written, row by row.
pub(super) struct Rows<W: Write> {
    table: &'static Table,
    lines: Lines<W>,
}

impl<W: Write> Rows<W> {
    pub(super) fn new(table: &'static Table, as_of: Date, to: W) -> io::Result<Self> {
        let mut lines = Lines::new(to)?;
        lines.entry("bang", table.name)?;
        lines.entry("ten", table.title)?;
        lines.entry("tinh_den_ngay", &as_of.to_string())?;
        lines.open("dong")?;
        Ok(Self { table, lines })
    }

    pub(super) fn row(&mut self, row: &Row) -> io::Result<()> {
        self.lines.item(&RowView { table: self.table, row })
    }

    /// What it was written to.
    pub(super) fn finish(mut self) -> io::Result<W> {
        self.lines.end()?;
        self.lines.close()
    }
}

/// An object being written.
pub(super) struct Lines<W: Write> {
    to: W,
    /// What stands before the next item or entry.
    between: &'static [u8],
}

impl<W: Write> Lines<W> {
    pub(super) fn new(mut to: W) -> io::Result<Self> {
        to.write_all(b"{")?;
        Ok(Self { to, between: b"\n" })
    }

    pub(super) fn entry<V: Serialize + ?Sized>(&mut self, key: &str, value: &V) -> io::Result<()> {
        self.key(key)?;
        self.value(value)
    }

    /// A list, each item of which is made when it is written.
    pub(super) fn list<V: Serialize>(
        &mut self,
        key: &str,
        items: impl IntoIterator<Item = V>,
    ) -> io::Result<()> {
        self.open(key)?;
        for item in items {
            self.item(&item)?;
        }
        self.end()
    }

    /// Begins a list.
    fn open(&mut self, key: &str) -> io::Result<()> {
        self.key(key)?;
        self.between = OPENING;
        Ok(())
    }

    /// The next item of the list.
    fn item<V: Serialize + ?Sized>(&mut self, value: &V) -> io::Result<()> {
        self.to.write_all(self.between)?;
        self.between = b",\n";
        self.value(value)
    }

    /// Ends the list.
    fn end(&mut self) -> io::Result<()> {
        self.to.write_all(if self.between == OPENING { b"[]" } else { b"\n]" })?;
        self.between = b",\n";
        Ok(())
    }

    pub(super) fn close(mut self) -> io::Result<W> {
        self.to.write_all(b"\n}\n")?;
        Ok(self.to)
    }

    fn key(&mut self, key: &str) -> io::Result<()> {
        self.to.write_all(self.between)?;
        self.between = b",\n";
        self.value(key)?;
        self.to.write_all(b": ")
    }

    fn value<V: Serialize + ?Sized>(&mut self, value: &V) -> io::Result<()> {
        serde_json::to_writer(&mut self.to, value).map_err(io::Error::from)
    }
}

/// What opens a list before its first item.
const OPENING: &[u8] = b"[\n";

/// A row under the names of its columns.
pub(super) struct RowView<'a> {
    pub(super) table: &'static Table,
    pub(super) row: &'a Row,
}

impl Serialize for RowView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.row.len()))?;
        for (column, cell) in self.table.columns.iter().zip(self.row) {
            map.serialize_entry(column.name, cell)?;
        }
        map.end()
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Empty => serializer.serialize_none(),
            Cell::Text(text) => serializer.serialize_str(text),
            Cell::Number(number) => serializer.serialize_i64(*number),
            // A number has at most fifteen digits, which a double keeps.
            Cell::Decimal(number) => match (number.parse::<i64>(), number.parse::<f64>()) {
                (Ok(number), _) => serializer.serialize_i64(number),
                (Err(_), Ok(number)) => serializer.serialize_f64(number),
                (Err(_), Err(_)) => serializer.serialize_str(number),
            },
            Cell::Day(day) => serializer.collect_str(day),
            Cell::Flag(flag) => serializer.serialize_bool(*flag),
            Cell::List(items) => items.serialize(serializer),
        }
    }
}
