//! The workbook: a first sheet that tells what the others hold, then a sheet a table.
//!
//! In: the [`Sheet`]s. Out: bytes of an XLSX file. Its date of making is the as-of date, so that the same tables are
//! the same bytes. Words are written as words: nothing that begins with `=` is run.

use std::borrow::Cow;

use jiff::civil::Date;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, IgnoreError, Workbook, Worksheet, XlsxError,
};

use super::delimited::NUMBERS;
use super::readable::{self, Readable, Shown};
use super::rows::{Row, Sheet};
use crate::model::Site;
use crate::progress::Progress;
use crate::text::dates;
use crate::vocabulary::columns::{Kind, Table};
use crate::vocabulary::files;

/// Letters that a cell may hold ("Excel specifications and limits", Microsoft).
const LONGEST: usize = 32_767;

/// Letters that a property of the file may have.
const LONGEST_PROPERTY: usize = 255;

/// Rows below the heads that a sheet may hold.
const MOST: usize = 1_048_575;

pub(super) fn bytes(sheets: &[Sheet], progress: &Progress<'_>) -> Vec<u8> {
    let whole =
        "every text is cut to its room, and no sheet has more rows or a longer name than it may";
    written(sheets, progress).expect(whole)
}

fn written(sheets: &[Sheet], progress: &Progress<'_>) -> Result<Vec<u8>, XlsxError> {
    let settings = &progress.site.settings;
    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_title(fitting(&settings.name, LONGEST_PROPERTY))
        .set_subject(files::as_of(dates::long(progress.as_of)));
    workbook.set_properties(&match moment(progress.as_of) {
        Some(moment) => properties.set_creation_datetime(&moment),
        None => properties,
    });
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    guide(workbook.add_worksheet(), sheets, progress, &head)?;
    for sheet in sheets {
        for (number, rows) in parts(&sheet.rows).enumerate() {
            let worksheet = workbook.add_worksheet();
            worksheet.set_name(sheet_name(sheet.table.title, number))?;
            fill(worksheet, sheet.table, rows, progress.site, &head)?;
        }
    }
    workbook.save_to_buffer()
}

fn guide(
    worksheet: &mut Worksheet,
    sheets: &[Sheet],
    progress: &Progress<'_>,
    head: &Format,
) -> Result<(), XlsxError> {
    let settings = &progress.site.settings;
    worksheet.set_name(files::guide())?;
    worksheet.set_column_width(0, 22)?.set_column_width(1, 24)?.set_column_width(2, 90)?;
    worksheet.write_with_format(0, 0, fitting(&settings.name, LONGEST), head)?;
    worksheet.write(1, 0, files::as_of(dates::long(progress.as_of)))?;
    worksheet.write(2, 0, files::licence())?;
    let licence = settings.licence.as_deref().unwrap_or(files::no_licence());
    worksheet.write(2, 1, fitting(licence, LONGEST))?;
    let mut line = 4;
    for (column, word) in (0..).zip([files::sheet(), files::csv_of_sheet(), files::content()]) {
        worksheet.write_with_format(line, column, word, head)?;
    }
    for sheet in sheets {
        line += 1;
        worksheet.write(line, 0, sheet.table.title)?.write(line, 1, sheet_in_csv(sheet.table))?;
        worksheet.write(line, 2, sheet.table.about)?;
    }
    Ok(())
}

/// The rows as sheets hold them; a table without rows has a sheet, too.
fn parts(rows: &[Row]) -> impl Iterator<Item = &[Row]> {
    let empty = rows.is_empty().then_some(rows);
    rows.chunks(MOST).chain(empty)
}

/// The table's file for programs.
fn sheet_in_csv(table: &Table) -> String {
    format!("{}.csv", table.name)
}

/// What the sheet of a table's part is called.
fn sheet_name(table: &str, number: usize) -> String {
    if number == 0 { table.to_owned() } else { format!("{table}-{}", number + 1) }
}

fn fill(
    worksheet: &mut Worksheet,
    table: &'static Table,
    rows: &[Row],
    site: &Site,
    head: &Format,
) -> Result<(), XlsxError> {
    let day = Format::new().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Top);
    // “@”: a number of a task stays a text where someone types over it.
    let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    let words = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let columns = readable::columns(table);
    let is_number = |column: &Readable| NUMBERS.contains(&table.columns[column.from].name);
    for (index, column) in (0..).zip(&columns) {
        worksheet.set_column_width(index, width(column.kind))?;
        // Cells have the format of their column: to look one up for each of them took half of the time.
        let format = match column.kind {
            Kind::Date => &day,
            _ if is_number(column) => &text,
            _ => &words,
        };
        worksheet.set_column_format(index, format)?;
        worksheet.write_with_format(0, index, &column.head, head)?;
    }
    let last_line = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    for (line, row) in (1..).zip(rows) {
        for (index, column) in (0..).zip(&columns) {
            match column.of(row, site) {
                Shown::Empty => continue,
                // Every count is far below the 2^53 that a cell's number can tell apart.
                Shown::Number(number) => worksheet.write(line, index, number)?,
                Shown::Decimal(number) => match number.parse::<f64>() {
                    Ok(number) => worksheet.write(line, index, number)?,
                    Err(_) => worksheet.write_string(line, index, number)?,
                },
                Shown::Day(date) => match moment(date) {
                    Some(moment) if matches!(column.kind, Kind::Date) => {
                        worksheet.write(line, index, &moment)?
                    }
                    Some(moment) => worksheet.write_with_format(line, index, &moment, &day)?,
                    None => {
                        worksheet.write_string_with_format(line, index, date.to_string(), &words)?
                    }
                },
                Shown::Text(text) => {
                    worksheet.write_string(line, index, fitting(&text, LONGEST))?
                }
            };
        }
    }
    for (index, _) in (0..).zip(&columns).filter(|(_, column)| is_number(column)) {
        worksheet.ignore_error_range(
            1,
            index,
            last_line.max(1),
            index,
            IgnoreError::NumberStoredAsText,
        )?;
    }
    let last = columns.len() - 1;
    let last = u16::try_from(last).expect("a table has a few dozen columns");
    worksheet.autofilter(0, 0, last_line, last)?;
    // The columns that name a row stay in view with the heads.
    let fixed =
        columns.iter().take_while(|column| table.key.contains(&table.columns[column.from].name));
    let fixed = u16::try_from(fixed.count()).unwrap_or(0);
    worksheet.set_freeze_panes(1, fixed.min(3))?;
    Ok(())
}

fn width(kind: Kind) -> u32 {
    match kind {
        Kind::Text => 30,
        Kind::Code(_) | Kind::List | Kind::Address => 24,
        Kind::Integer | Kind::Decimal | Kind::Date | Kind::PartialDate | Kind::Flag => 13,
    }
}

/// A day as the workbook counts them, which begins with 1900.
fn moment(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let part = |part: i8| u8::try_from(part).expect("months and days count from 1");
    ExcelDateTime::from_ymd(year, part(day.month()), part(day.day())).ok()
}

/// The text as far as there is room for it; the whole stands in the CSV and on the page.
fn fitting(text: &str, room: usize) -> Cow<'_, str> {
    // No letter has fewer bytes than units of UTF-16.
    if text.len() <= room || text.encode_utf16().count() <= room {
        return text.into();
    }
    let mut room = room - 1;
    let kept = text.chars().take_while(|letter| {
        let fits = letter.len_utf16() <= room;
        room = room.saturating_sub(letter.len_utf16());
        fits
    });
    kept.chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::columns::TABLES;

    #[test]
    fn a_long_text_is_cut_within_no_letter() {
        assert_eq!(fitting("abc", 3), "abc");
        assert_eq!(fitting("abcd", 3), "ab…");
        assert_eq!(fitting("a😀b", 3), "a…");
        assert_eq!(fitting(&"đ".repeat(40_000), LONGEST).encode_utf16().count(), LONGEST);
    }

    #[test]
    fn rows_go_on_in_another_sheet() {
        let rows: Vec<Row> = vec![Vec::new(); MOST + 1];
        let lengths: Vec<_> = parts(&rows).map(<[Row]>::len).collect();
        assert_eq!(lengths, [MOST, 1]);
        assert_eq!(parts(&[]).map(<[Row]>::len).collect::<Vec<_>>(), [0]);
        let mut book = Workbook::new();
        for table in TABLES {
            for number in [0, 1, 99] {
                let name = sheet_name(table.title, number);
                book.add_worksheet().set_name(&name).unwrap_or_else(|_| panic!("{name}"));
            }
        }
    }
}
