//! JSON in lines: an object whose lists have an item a line, so that two states compare well and nothing is held twice.
//!
//! In: a [`Sheet`], or entries one by one. Out: bytes. A value that is not there is `null`; several ids are a list.

use jiff::civil::Date;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::rows::{Cell, Row, Sheet};

pub(super) fn bytes(sheet: &Sheet, as_of: Date) -> Vec<u8> {
    let mut lines = Lines::new();
    lines.entry("bang", sheet.table.name);
    lines.entry("ten", sheet.table.title);
    lines.entry("tinh_den_ngay", &as_of.to_string());
    lines.list("dong", sheet.rows.iter().map(|row| RowView { sheet, row }));
    lines.close()
}

/// An object being written.
pub(super) struct Lines(Vec<u8>);

impl Lines {
    pub(super) fn new() -> Self {
        Self(b"{".to_vec())
    }

    pub(super) fn entry<V: Serialize + ?Sized>(&mut self, key: &str, value: &V) {
        self.key(key);
        self.value(value);
    }

    /// A list, each item of which is made when it is written.
    pub(super) fn list<V: Serialize>(&mut self, key: &str, items: impl Iterator<Item = V>) {
        self.key(key);
        let mut between: &[u8] = b"[\n";
        for item in items {
            self.0.extend_from_slice(between);
            self.value(&item);
            between = b",\n";
        }
        self.0.extend_from_slice(if between == b"[\n" { b"[]" } else { b"\n]" });
    }

    pub(super) fn close(mut self) -> Vec<u8> {
        self.0.extend_from_slice(b"\n}\n");
        self.0
    }

    fn key(&mut self, key: &str) {
        self.0.extend_from_slice(if self.0.len() == 1 { b"\n" } else { b",\n" });
        self.value(key);
        self.0.extend_from_slice(b": ");
    }

    fn value<V: Serialize + ?Sized>(&mut self, value: &V) {
        serde_json::to_writer(&mut self.0, value).expect("memory takes it, and keys are text");
    }
}

/// A row under the names of its columns.
pub(super) struct RowView<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) row: &'a Row,
}

impl Serialize for RowView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.row.len()))?;
        for (column, cell) in self.sheet.table.columns.iter().zip(self.row) {
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
