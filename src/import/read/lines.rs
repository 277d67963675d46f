//! Plain text: a paragraph a line, a table where lines are `a | b | c`.
//!
//! Which lines a narrow page broke, and which are cells one below the other, is not this reader's to say.

use super::characters::{Door, folded};
use super::refusal::{Counted, Refusal};
use crate::import::block::{Block, Cell, Document, Origin, Paragraph, Table};

/// The most lines of a text.
pub(super) const MOST_LINES: usize = 200_000;

/// The most cells of a text's tables.
const MOST_CELLS: usize = 200_000;

/// Reads a text. Empty lines are left out: numbers of lines tell where they stood.
pub(super) fn read(text: &str) -> Result<Document, Refusal> {
    let mut door = Door::default();
    let mut blocks: Vec<Block> = Vec::new();
    let mut tables = 0;
    let mut cells = 0;
    let mut new_page = false;
    // The line that goes on a table is the one right after it.
    let mut row_before = None;
    for (at, line) in text.split('\n').enumerate() {
        if at >= MOST_LINES {
            return Err(Refusal::TooMany { what: Counted::Paragraphs, most: MOST_LINES });
        }
        let pages = line.trim_end_matches('\r').split('\u{c}').enumerate();
        let pieces = pages.flat_map(|(page, line)| {
            let text = folded(&door.usual(line));
            let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
            lines.into_iter().enumerate().map(move |(part, text)| (page > 0 && part == 0, text))
        });
        let pieces: Vec<(bool, String)> = pieces.collect();
        for (begins_page, text) in pieces {
            new_page |= begins_page;
            if text.is_empty() {
                continue;
            }
            let origin = Origin { line: at + 1, cell: None };
            let Some(columns) = columns(&text) else {
                blocks.push(Block::Paragraph(Paragraph {
                    at: origin,
                    text,
                    new_page,
                    ..Paragraph::default()
                }));
                new_page = false;
                continue;
            };
            cells += columns.len();
            if cells > MOST_CELLS {
                return Err(Refusal::TooMany { what: Counted::Cells, most: MOST_CELLS });
            }
            let goes_on = row_before == Some(at) && !new_page;
            row_before = Some(at + 1);
            let first = std::mem::take(&mut new_page);
            if let Some(Block::Table(table)) = blocks.last_mut().filter(|_| goes_on) {
                let row = row(&origin, tables, table.rows.len() + 1, &columns, first);
                table.columns = table.columns.max(row.len());
                table.rows.push(row);
            } else {
                tables += 1;
                let row = row(&origin, tables, 1, &columns, first);
                blocks.push(Block::Table(Table {
                    at: origin,
                    columns: row.len(),
                    rows: vec![row],
                    heads: 0,
                    ruled: true,
                }));
            }
        }
    }
    Ok(Document { blocks, noticed: door.noticed() })
}

/// The cells of a line with bars that stand by themselves.
fn columns(line: &str) -> Option<Vec<String>> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let inner = words.strip_prefix(&["|"]).unwrap_or(&words);
    let inner = inner.strip_suffix(&["|"]).unwrap_or(inner);
    let cells: Vec<String> =
        inner.split(|word| *word == "|").map(|words| words.join(" ")).collect();
    let is_row = inner.len() < words.len() || cells.len() > 1;
    (is_row && cells.iter().any(|cell| !cell.is_empty())).then_some(cells)
}

fn row(at: &Origin, table: usize, row: usize, columns: &[String], new_page: bool) -> Vec<Cell> {
    let cell = |(column, text): (usize, &String)| {
        let at = Origin { line: at.line, cell: Some((table, row, column + 1)) };
        let new_page = new_page && column == 0;
        let paragraph =
            Paragraph { at: at.clone(), text: text.clone(), new_page, ..Paragraph::default() };
        let blocks = if text.is_empty() { Vec::new() } else { vec![Block::Paragraph(paragraph)] };
        Cell { at, column, width: 1, height: 1, blocks }
    };
    columns.iter().enumerate().map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn bars_that_stand_alone_part_cells() {
        let check = |line: &str, cells: Option<&[&str]>| {
            let cells =
                cells.map(|cells| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>());
            assert_eq!(columns(line), cells, "{line}");
        };
        check(
            "1 | Ban hành kế hoạch | Sở Đồng Ruộng",
            Some(&["1", "Ban hành kế hoạch", "Sở Đồng Ruộng"]),
        );
        check("| 1 | a |", Some(&["1", "a"]));
        check("1 | | b", Some(&["1", "", "b"]));
        check("a|b", None);
        check("a b", None);
        check("| a", Some(&["a"]));
        check("| |", None);
    }
}
