//! The workbook: a first sheet that tells what the others hold, then a sheet a table.
//!
//! In: the [`Sheet`]s. Out: bytes of an XLSX file. Its date of making is the as-of date, so that the same tables are
//! the same bytes. Words are written as words: nothing that begins with `=` is run.

use jiff::civil::Date;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::rows::{Cell, Sheet};
use crate::progress::Progress;
use crate::text::dates;
use crate::vocabulary::columns::Kind;
use crate::vocabulary::files;

/// The first sheet's name.
const GUIDE: &str = "doc-truoc";

/// Letters that a cell may hold.
const LONGEST: usize = 32_767;

pub(super) fn bytes(sheets: &[Sheet], progress: &Progress<'_>) -> Vec<u8> {
    written(sheets, progress).expect("names of sheets are short and different, rows fit a sheet")
}

fn written(sheets: &[Sheet], progress: &Progress<'_>) -> Result<Vec<u8>, XlsxError> {
    let settings = &progress.site.settings;
    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_title(&settings.name)
        .set_subject(files::as_of(dates::long(progress.as_of)));
    workbook.set_properties(&match moment(progress.as_of) {
        Some(moment) => properties.set_creation_datetime(&moment),
        None => properties,
    });
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    guide(workbook.add_worksheet(), sheets, progress, &head)?;
    for sheet in sheets {
        fill(workbook.add_worksheet(), sheet, &head)?;
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
    worksheet.set_name(GUIDE)?;
    worksheet.set_column_width(0, 22)?.set_column_width(1, 24)?.set_column_width(2, 90)?;
    worksheet.write_with_format(0, 0, &settings.name, head)?;
    worksheet.write(1, 0, "tinh_den_ngay")?.write(1, 1, progress.as_of.to_string())?;
    worksheet.write(2, 0, files::licence())?;
    worksheet.write(2, 1, settings.licence.as_deref().unwrap_or(files::no_licence()))?;
    let mut line = 4;
    for (column, word) in (0..).zip([files::sheet(), files::table(), files::content()]) {
        worksheet.write_with_format(line, column, word, head)?;
    }
    for sheet in sheets {
        line += 1;
        worksheet.write(line, 0, sheet.table.name)?.write(line, 1, sheet.table.title)?;
        worksheet.write(line, 2, sheet.table.about)?;
    }
    Ok(())
}

fn fill(worksheet: &mut Worksheet, sheet: &Sheet, head: &Format) -> Result<(), XlsxError> {
    let day = Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top);
    let words = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    worksheet.set_name(sheet.table.name)?;
    for (index, column) in (0..).zip(sheet.table.columns) {
        worksheet.set_column_width(index, width(column.kind))?;
        worksheet.write_with_format(0, index, column.name, head)?;
    }
    for (line, row) in (1..).zip(&sheet.rows) {
        for (index, cell) in (0..).zip(row) {
            match cell {
                Cell::Empty => continue,
                Cell::Number(number) => {
                    // Every count is far below the 2^53 that a cell's number can tell apart.
                    worksheet.write_with_format(line, index, *number, &words)?
                }
                Cell::Decimal(number) => match number.parse::<f64>() {
                    Ok(number) => worksheet.write_with_format(line, index, number, &words)?,
                    Err(_) => worksheet.write_string_with_format(line, index, number, &words)?,
                },
                Cell::Flag(flag) => {
                    worksheet.write_boolean_with_format(line, index, *flag, &words)?
                }
                Cell::Day(date) => match moment(*date) {
                    Some(moment) => worksheet.write_with_format(line, index, &moment, &day)?,
                    None => {
                        worksheet.write_string_with_format(line, index, date.to_string(), &words)?
                    }
                },
                Cell::Text(_) | Cell::List(_) => {
                    let text = fitting(cell.plain());
                    worksheet.write_string_with_format(line, index, text, &words)?
                }
            };
        }
    }
    let last = sheet.table.columns.len() - 1;
    let last = u16::try_from(last).expect("a table has a few dozen columns");
    let rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    worksheet.autofilter(0, 0, rows, last)?;
    worksheet.set_freeze_panes(1, 0)?;
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

/// What a cell can hold; the whole stands in the CSV and on the page.
fn fitting(text: String) -> String {
    if text.encode_utf16().count() <= LONGEST {
        return text;
    }
    let mut room = LONGEST - 1;
    let kept = text.chars().take_while(|letter| {
        let fits = letter.len_utf16() <= room;
        room = room.saturating_sub(letter.len_utf16());
        fits
    });
    kept.chain(['…']).collect()
}
