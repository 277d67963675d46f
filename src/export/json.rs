//! A table as JSON: its name, the date, and an object a row, its keys in the order of the columns.
//!
//! In: a [`Sheet`]. Out: bytes. A value that is not there is `null`; several ids are a list.

use jiff::civil::Date;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::pretty;
use super::rows::{Cell, Row, Sheet};

pub(super) fn bytes(sheet: &Sheet, as_of: Date) -> Vec<u8> {
    pretty(&TableView { sheet, as_of })
}

struct TableView<'a> {
    sheet: &'a Sheet,
    as_of: Date,
}

impl Serialize for TableView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let sheet = self.sheet;
        let rows: Vec<_> = sheet.rows.iter().map(|row| RowView { sheet, row }).collect();
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("bang", sheet.table.name)?;
        map.serialize_entry("ten", sheet.table.title)?;
        map.serialize_entry("tinh_den_ngay", &self.as_of.to_string())?;
        map.serialize_entry("dong", &rows)?;
        map.end()
    }
}

struct RowView<'a> {
    sheet: &'a Sheet,
    row: &'a Row,
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
            Cell::Day(day) => serializer.collect_str(day),
            Cell::Flag(flag) => serializer.serialize_bool(*flag),
            Cell::List(items) => items.serialize(serializer),
        }
    }
}
