//! CSV: RFC 4180, UTF-8 with a mark at its head, by which spreadsheets know Vietnamese letters.
//!
//! In: a [`Sheet`]. Out: bytes: the heads, then the rows, each closed by CRLF.
//!
//! A text that a spreadsheet would run has a guard before it (`text/formula.rs`).

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::rows::{Cell, Sheet};
use crate::text::formula;

const MARK: &[u8] = "\u{feff}".as_bytes();

pub(super) fn bytes(sheet: &Sheet) -> Vec<u8> {
    let mut bytes = MARK.to_vec();
    // Where a comma is part of numbers, spreadsheets part cells at a semicolon; within quotes they part none.
    let mut builder = WriterBuilder::new();
    builder.terminator(Terminator::CRLF).quote_style(QuoteStyle::NonNumeric);
    let mut writer = builder.from_writer(&mut bytes);
    let heads = sheet.table.columns.iter().map(|column| column.name);
    let memory = "memory takes every row, and all rows are of one length";
    writer.write_record(heads).expect(memory);
    for row in &sheet.rows {
        writer.write_record(row.iter().map(guarded)).expect(memory);
    }
    writer.flush().expect(memory);
    drop(writer);
    bytes
}

/// The cell, so that a spreadsheet shows it and runs nothing; numbers and days stay what they are.
fn guarded(cell: &Cell) -> String {
    let plain = cell.plain();
    match cell {
        Cell::Text(_) | Cell::List(_) => formula::guarded(&plain).into_owned(),
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_guarded() {
        for text in [
            "=1+1",
            "+84 237",
            "- Xây dựng",
            "@SUM(A1)",
            "\tx",
            " =x",
            "\u{a0}=x",
            "'a",
            "＝1",
            "\n=x",
        ] {
            assert_eq!(guarded(&Cell::text(text)), format!("'{text}"), "{text:?}");
        }
        assert_eq!(guarded(&Cell::list(["=a", "b"])), "'=a;b");
        for text in ["Kế hoạch", "1-2", " a=b", "“=x”", ""] {
            assert_eq!(guarded(&Cell::text(text)), text);
        }
        assert_eq!(guarded(&Cell::Number(-3)), "-3");
        assert_eq!(guarded(&Cell::Decimal("-0.5".to_owned())), "-0.5");
    }
}
