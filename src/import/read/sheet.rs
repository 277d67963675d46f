//! Sheets of Excel: each a table, as the sheet shows it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{DataRef, HorizontalAlignment, Reader as _, SheetType, SheetVisible, Style, Xlsx};

use super::characters::{Door, folded};
use super::grid::{MOST_CELLS, MOST_COLUMNS};
use super::package::Package;
use super::refusal::{Counted, Refusal};
use super::shown::shown;
use crate::import::block::{Block, Cell, Document, Noticed, Origin, Paragraph, Table, What};

/// The most bytes of text of all cells: a book has a text once that thousands of cells show.
const MOST_LETTERS: usize = 20_000_000;

/// A cell with words.
struct Held {
    text: String,
    bold: bool,
    centred: bool,
}

/// Reads the sheets in their order. `bytes` are those of the package, whose sizes were looked at.
pub(super) fn read(package: &mut Package<'_>, bytes: &[u8]) -> Result<Document, Refusal> {
    // The library unpacks without limits: each part is unpacked within them first.
    let parts: Vec<String> = package.names().to_vec();
    let mut hidden = 0;
    let mut unsolved = 0;
    for name in parts.iter().filter(|name| name.ends_with(".xml") || name.ends_with(".rels")) {
        let part = package.part(name)?.unwrap_or_default();
        let text = String::from_utf8_lossy(&part);
        if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") {
            return Err(Refusal::Entities { part: name.clone() });
        }
        if name.starts_with("xl/worksheets/") {
            unsolved += formulas_without_value(&text);
            hidden +=
                text.matches("hidden=\"1\"").count() + text.matches("hidden=\"true\"").count();
        }
    }
    let broken =
        |why: &dyn std::fmt::Display| Refusal::Broken { part: String::new(), why: why.to_string() };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let from_1904 = book.has_1904_epoch();
    let mut document = Document::default();
    let mut door = Door::default();
    let mut cells = 0;
    let mut letters = 0;
    let mut told = BTreeSet::new();
    // Those of the whole book.
    let mut styles: Option<Vec<Style>> = None;
    let sheets = book.sheets_metadata().to_vec();
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let merges = book.merge_cells_by_sheet_name(&sheet.name).map_err(|error| broken(&error))?;
        let mut reader =
            book.worksheet_cells_reader(&sheet.name).map_err(|error| broken(&error))?;
        let styles = styles.get_or_insert_with(|| reader.styles().to_vec());
        let mut held: BTreeMap<(u32, u32), Held> = BTreeMap::new();
        let mut doubts = Vec::new();
        while let Some((cell, style)) =
            reader.next_cell_with_style_id().map_err(|error| broken(&error))?
        {
            cells += 1;
            if cells > MOST_CELLS {
                return Err(Refusal::TooMany { what: Counted::Cells, most: MOST_CELLS });
            }
            let (row, column) = cell.get_position();
            if column as usize >= MOST_COLUMNS {
                return Err(Refusal::TooMany { what: Counted::Cells, most: MOST_CELLS });
            }
            let style = styles.get(style);
            let (text, doubt) = text_of(cell.get_value(), style, from_1904);
            letters += text.len();
            if letters > MOST_LETTERS {
                return Err(Refusal::TooMany { what: Counted::Letters, most: MOST_LETTERS });
            }
            let text = folded(&door.usual(&text));
            if text.is_empty() {
                continue;
            }
            if let Some(code) = doubt
                && told.insert(code.clone())
            {
                doubts.push(((row, column), format!("{text} ({code})")));
            }
            let bold =
                style.and_then(|style| style.font.as_ref()).is_some_and(calamine::Font::is_bold);
            let align = style
                .and_then(|style| style.alignment.as_ref())
                .map(|alignment| alignment.horizontal);
            let centred = matches!(
                align,
                Some(HorizontalAlignment::Center | HorizontalAlignment::CenterContinuous)
            );
            held.insert((row, column), Held { text, bold, centred });
        }
        let number = document.blocks.len() + 1;
        let Some((table, hidden)) = table(number, &held, &merges, &mut cells)? else { continue };
        document.noticed.extend(hidden);
        let at = table.at.clone();
        let name = folded(&sheet.name);
        document.noticed.push(Noticed {
            at: at.clone(),
            what: What::PageFurniture,
            words: name.clone(),
        });
        if sheet.visible != SheetVisible::Visible {
            document.noticed.push(Noticed { at, what: What::Hidden, words: name });
        }
        document.noticed.extend(doubts.into_iter().map(|((row, column), words)| {
            let line = row as usize + 1;
            let cell = Some((number, line, column as usize + 1));
            Noticed { at: Origin { line, cell }, what: What::Unknown, words }
        }));
        document.blocks.push(Block::Table(table));
    }
    let told = |what, words: String| Noticed { at: Origin::default(), what, words };
    if hidden > 0 {
        document.noticed.push(told(What::Hidden, format!("hidden=\"1\" × {hidden}")));
    }
    if unsolved > 0 {
        document.noticed.push(told(What::Unknown, format!("<f> × {unsolved}")));
    }
    for name in &parts {
        let lower = name.to_lowercase();
        if lower.ends_with("vbaproject.bin") {
            document.noticed.push(told(What::Macro, "vbaProject.bin".to_owned()));
        } else if lower.starts_with("xl/comments") || lower.starts_with("xl/threadedcomments/") {
            document.noticed.push(told(What::Comment, String::new()));
        } else if lower.starts_with("xl/media/") {
            document.noticed.push(told(What::Picture, name.clone()));
        } else if lower.starts_with("xl/externallinks/") && lower.ends_with(".xml") {
            document.noticed.push(told(What::External, name.clone()));
        }
    }
    document.noticed.extend(door.noticed());
    Ok(document)
}

/// How many cells have a formula whose value the file does not hold: a program that never worked it out wrote them.
fn formulas_without_value(sheet: &str) -> usize {
    let cells =
        sheet.split("<c ").skip(1).map(|cell| cell.split("</c>").next().unwrap_or_default());
    let is_empty =
        |cell: &str| cell.split_once("<v>").is_none_or(|(_, value)| value.starts_with("</v>"));
    cells.filter(|cell| (cell.contains("<f>") || cell.contains("<f ")) && is_empty(cell)).count()
}

/// What a cell shows, and its form where that is not known here.
fn text_of(
    value: &DataRef<'_>,
    style: Option<&Style>,
    from_1904: bool,
) -> (String, Option<String>) {
    let form = style.and_then(|style| style.number_format.as_ref());
    let code = form.map_or("General", |form| form.format_code.as_str());
    let id = form.and_then(|form| form.format_id);
    #[expect(clippy::cast_precision_loss, reason = "the file holds it as such a number")]
    let number = match value {
        DataRef::Empty => return (String::new(), None),
        DataRef::String(text) => return (text.clone(), None),
        DataRef::SharedString(text) => return ((*text).to_owned(), None),
        DataRef::Bool(value) => return (if *value { "TRUE" } else { "FALSE" }.to_owned(), None),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => return (text.clone(), None),
        DataRef::Error(error) => return (error.to_string(), None),
        DataRef::Int(value) => *value as f64,
        DataRef::Float(value) => *value,
        DataRef::DateTime(value) => value.as_f64(),
    };
    let shown = shown(number, code, id, from_1904);
    (shown.text, shown.doubtful.then(|| code.to_owned()))
}

/// The table of a sheet: rows with words only, since [`Origin::line`] tells where they stood; and what lies below merges,
/// which the sheet does not show.
fn table(
    number: usize,
    held: &BTreeMap<(u32, u32), Held>,
    merges: &[calamine::Dimensions],
    cells: &mut usize,
) -> Result<Option<(Table, Vec<Noticed>)>, Refusal> {
    let rows: BTreeSet<u32> = held.keys().map(|(row, _)| *row).collect();
    let first = held.keys().map(|(_, column)| *column).min();
    let last = held.keys().map(|(_, column)| *column).max();
    let (Some(first), Some(last)) = (first, last) else { return Ok(None) };
    let columns = (last - first) as usize + 1;
    // Empty cells stand in the table too.
    *cells += rows.len() * columns;
    if *cells > MOST_CELLS {
        return Err(Refusal::TooMany { what: Counted::Cells, most: MOST_CELLS });
    }
    let index: BTreeMap<u32, usize> = rows.iter().enumerate().map(|(at, row)| (*row, at)).collect();
    let mut spans: BTreeMap<(u32, u32), (usize, usize)> = BTreeMap::new();
    // What lies below a merge, and where that begins.
    let mut covered: BTreeMap<(u32, u32), (u32, u32)> = BTreeMap::new();
    for merge in merges {
        let (top, left) = merge.start;
        let (bottom, right) = (merge.end.0, merge.end.1.min(last));
        if right < left || left < first || !rows.contains(&top) {
            continue;
        }
        let within: Vec<u32> = rows.range(top..=bottom.max(top)).copied().collect();
        *cells += within.len() * (right - left + 1) as usize;
        if *cells > MOST_CELLS * 2 {
            return Err(Refusal::TooMany { what: Counted::Cells, most: MOST_CELLS });
        }
        spans.insert((top, left), ((right - left) as usize + 1, within.len()));
        for row in within {
            covered.extend(
                (left..=right)
                    .map(|column| ((row, column), (top, left)))
                    .filter(|(place, anchor)| place != anchor),
            );
        }
    }
    let line = |row: u32| row as usize + 1;
    let mut table = Table {
        at: Origin { line: rows.first().map_or(1, |row| line(*row)), cell: None },
        columns,
        ruled: true,
        ..Table::default()
    };
    let place = |row: u32, column: u32| (number, index[&row] + 1, (column - first) as usize + 1);
    let mut hidden = Vec::new();
    let mut below: BTreeMap<(u32, u32), Vec<Block>> = BTreeMap::new();
    let mut anchors: BTreeMap<(u32, u32), (usize, usize)> = BTreeMap::new();
    for row in &rows {
        let mut cells = Vec::new();
        for column in first..=last {
            let own = held.get(&(*row, column));
            let paragraph = |at: &Origin| {
                let own = own?;
                Some(Paragraph {
                    at: at.clone(),
                    text: own.text.clone(),
                    bold: own.bold,
                    centred: own.centred,
                    ..Paragraph::default()
                })
            };
            if let Some(anchor) = covered.get(&(*row, column)) {
                // Words below a merge are shown nowhere, but they are words.
                let at = Origin { line: line(*row), cell: Some(place(*row, column)) };
                if let Some(paragraph) = paragraph(&at) {
                    let words = paragraph.text.replace('\n', " ");
                    hidden.push(Noticed { at, what: What::Hidden, words });
                    below.entry(*anchor).or_default().push(Block::Paragraph(paragraph));
                }
                continue;
            }
            let (width, height) = spans.get(&(*row, column)).copied().unwrap_or((1, 1));
            let at = Origin { line: line(*row), cell: Some(place(*row, column)) };
            let blocks = paragraph(&at).map(Block::Paragraph).into_iter().collect();
            anchors.insert((*row, column), (table.rows.len(), cells.len()));
            let column = (column - first) as usize;
            cells.push(Cell { at, column, width, height, blocks });
        }
        table.rows.push(cells);
    }
    for (anchor, blocks) in below {
        // A merge that begins below another one has no cell of its own.
        let mut at = anchor;
        while let Some(outer) = covered.get(&at).filter(|outer| **outer < at) {
            at = *outer;
        }
        let cell =
            anchors.get(&at).and_then(|(row, cell)| table.rows.get_mut(*row)?.get_mut(*cell));
        cell.expect("a merge begins at a cell").blocks.extend(blocks);
    }
    Ok(Some((table, hidden)))
}
