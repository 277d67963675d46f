//! CSV: RFC 4180, UTF-8 with a mark at its head, by which spreadsheets know Vietnamese letters.
//!
//! In: a table's rows, one by one. Out: bytes: the heads, then the rows, each closed by CRLF.
//!
//! A text that a spreadsheet would run has a guard before it (`text/formula.rs`).

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use super::readable::{self, Shown};
use super::rows::{Cell, Row, Sheet};
use crate::model::Site;
use crate::text::formula;
use crate::vocabulary::columns::Table;
use crate::vocabulary::files;

const MARK: &[u8] = "\u{feff}".as_bytes();

/// A table being written, row by row.
pub(super) struct Delimited<W: Write>(Writer<W>);

impl<W: Write> Delimited<W> {
    /// The heads, in `to`.
    pub(super) fn new(table: &Table, mut to: W) -> io::Result<Self> {
        to.write_all(MARK)?;
        // Where a comma is part of numbers, spreadsheets part cells at a semicolon; within quotes they part none.
        let mut builder = WriterBuilder::new();
        builder.terminator(Terminator::CRLF).quote_style(QuoteStyle::NonNumeric);
        let mut writer = builder.from_writer(to);
        writer.write_record(table.columns.iter().map(|column| column.name))?;
        Ok(Self(writer))
    }

    pub(super) fn row(&mut self, row: &Row) -> io::Result<()> {
        for cell in row {
            self.0.write_field(guarded(cell).as_bytes())?;
        }
        self.0.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// Where it is written to; what is not handed on yet is missing there.
    pub(super) fn to(&self) -> &W {
        self.0.get_ref()
    }

    /// What it was written to.
    pub(super) fn finish(self) -> io::Result<W> {
        self.0.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

/// A table as people read it, its cells parted by semicolons: where a comma is part of numbers, spreadsheets open that
/// at once. Numbers of tasks stand after a word, or a spreadsheet would read days and fractions in them.
pub(super) fn for_excel(sheet: &Sheet, site: &Site) -> io::Result<Vec<u8>> {
    let columns = readable::columns(sheet.table);
    let mut bytes = MARK.to_vec();
    let mut builder = WriterBuilder::new();
    builder.terminator(Terminator::CRLF).quote_style(QuoteStyle::NonNumeric).delimiter(b';');
    let mut writer = builder.from_writer(&mut bytes);
    writer.write_record(columns.iter().map(|column| column.head.as_str()))?;
    for row in &sheet.rows {
        for column in &columns {
            let text = match column.of(row, site) {
                Shown::Empty => String::new(),
                Shown::Text(text) if NUMBERS.contains(&sheet.table.columns[column.from].name) => {
                    files::number_of_task(text)
                }
                Shown::Text(text) => formula::guarded(&text).into_owned(),
                Shown::Number(number) => number.to_string(),
                Shown::Decimal(number) => number.replace('.', ","),
                Shown::Day(day) => day.strftime("%d/%m/%Y").to_string(),
            };
            writer.write_field(text.as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    drop(writer);
    Ok(bytes)
}

/// The columns that hold numbers of tasks and groups, which are words.
pub(super) const NUMBERS: [&str; 3] = ["so", "so_van_ban", "thuoc_nhiem_vu"];

/// The cell, so that a spreadsheet shows it and runs nothing; numbers and days stay what they are.
fn guarded(cell: &Cell) -> Cow<'_, str> {
    match (cell, cell.plain()) {
        (Cell::Text(text), _) => formula::guarded(text),
        (Cell::List(_), plain) => formula::guarded(&plain).into_owned().into(),
        (_, plain) => plain,
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
