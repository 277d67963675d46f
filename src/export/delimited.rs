//! CSV: RFC 4180, UTF-8 with a mark at its head, by which spreadsheets know Vietnamese letters.
//!
//! In: a [`Sheet`]. Out: bytes: the heads, then the rows, each closed by CRLF.
//!
//! Spreadsheets run text that begins like a formula ("CSV injection", OWASP). Such a text has [`GUARD`] before it, and
//! so has one that begins with the guard, so that whoever takes the first guard away has the words again.

use csv::{Terminator, WriterBuilder};

use super::rows::{Cell, Sheet};

/// What stands before a text that a spreadsheet would run.
pub(super) const GUARD: char = '\'';

const MARK: &[u8] = "\u{feff}".as_bytes();

pub(super) fn bytes(sheet: &Sheet) -> Vec<u8> {
    let mut bytes = MARK.to_vec();
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut bytes);
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
        Cell::Text(_) | Cell::List(_) if is_run(&plain) => format!("{GUARD}{plain}"),
        _ => plain,
    }
}

/// Whether a spreadsheet would run the text, or it begins with the guard itself. Programs drop spaces before they
/// look, and some read the wide signs of East Asian keyboards as the common ones.
fn is_run(text: &str) -> bool {
    const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    text.starts_with([GUARD, '\t', '\r'])
        || text.trim_start().starts_with(SIGNS)
        || text.trim_start_matches(' ').starts_with(['\t', '\r'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn the_guard_can_be_taken_away(text in "[ \t\r'=+@a-]{0,4}\\PC{0,4}") {
            let guarded = guarded(&Cell::text(text.clone()));
            prop_assert_eq!(guarded.strip_prefix(GUARD).unwrap_or(&guarded), &text);
            prop_assert!(!guarded.trim_start().starts_with(['=', '+', '-', '@']));
        }
    }
}
