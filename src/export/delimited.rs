//! CSV: RFC 4180, UTF-8 with a mark at its head, by which spreadsheets know Vietnamese letters.
//!
//! In: a [`Sheet`]. Out: bytes: the heads, then the rows, each closed by CRLF.

use csv::{Terminator, WriterBuilder};

use super::rows::{Cell, Sheet};

const MARK: &[u8] = "\u{feff}".as_bytes();

pub(super) fn bytes(sheet: &Sheet) -> Vec<u8> {
    let mut bytes = MARK.to_vec();
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut bytes);
    let heads = sheet.table.columns.iter().map(|column| column.name);
    let memory = "memory takes every row, and all rows are of one length";
    writer.write_record(heads).expect(memory);
    for row in &sheet.rows {
        writer.write_record(row.iter().map(Cell::plain)).expect(memory);
    }
    writer.flush().expect(memory);
    drop(writer);
    bytes
}
