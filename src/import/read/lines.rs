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
    // The line that goes on a table is the one right after it, read in its frame.
    let mut row_before = None;
    let mut frame = Frame::default();
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
            let goes_on = row_before == Some(at) && !new_page;
            let found = match goes_on {
                true => frame.goes_on(&text),
                false => Frame::begins(&text).map(|(begun, columns)| {
                    frame = begun;
                    columns
                }),
            };
            let Some(columns) = found else {
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

/// Whether the rows of a table have a bar before their first cell and behind their last; its first row tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Frame {
    before: bool,
    behind: bool,
    columns: usize,
}

impl Frame {
    /// The first row of a table: a line with bars that stand by themselves, and something between them.
    fn begins(line: &str) -> Option<(Self, Vec<String>)> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let is_bar = |word: Option<&&str>| word.is_some_and(|word| *word == "|");
        let (before, behind) = (is_bar(words.first()), words.len() > 1 && is_bar(words.last()));
        let frame = Self { before, behind, columns: 0 };
        let cells = frame.cells(&words);
        let is_row = before || behind || cells.len() > 1;
        let frame = Self { columns: cells.len(), ..frame };
        (is_row && cells.iter().any(|cell| !cell.is_empty())).then_some((frame, cells))
    }

    /// A row below the first. A bar that the first row has not is the edge of an empty cell, unless the row would have
    /// more cells so than the first, and as many without.
    fn goes_on(self, line: &str) -> Option<Vec<String>> {
        let words: Vec<&str> = line.split_whitespace().collect();
        if !words.contains(&"|") {
            return None;
        }
        let own = self.cells(&words);
        if own.len() <= self.columns {
            return Some(own);
        }
        let frames = [(true, false), (false, true), (true, true)];
        let others = frames.map(|(before, behind)| Self { before, behind, ..self }.cells(&words));
        Some(others.into_iter().find(|cells| cells.len() == self.columns).unwrap_or(own))
    }

    fn cells(self, words: &[&str]) -> Vec<String> {
        let inner = words.strip_prefix(&["|"]).filter(|_| self.before).unwrap_or(words);
        let inner = inner.strip_suffix(&["|"]).filter(|_| self.behind).unwrap_or(inner);
        inner.split(|word| *word == "|").map(|words| words.join(" ")).collect()
    }
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
    use super::Frame;

    #[track_caller]
    fn check(first: &str, rows: &[(&str, &str)]) {
        let (frame, _) = Frame::begins(first).unwrap();
        for (line, expected) in rows {
            let cells = frame.goes_on(line).map_or_else(|| "none".to_owned(), |it| it.join("/"));
            assert_eq!(cells, *expected, "{line}");
        }
    }

    #[test]
    fn bars_that_stand_alone_part_cells() {
        let cells = |line: &str| Frame::begins(line).map(|(_, cells)| cells.join("/"));
        for (line, expected) in [
            ("1 | Ban hành kế hoạch | Sở Đồng Ruộng", Some("1/Ban hành kế hoạch/Sở Đồng Ruộng")),
            ("| 1 | a |", Some("1/a")),
            ("1 | | b", Some("1//b")),
            ("a|b", None),
            ("a b", None),
            ("| a", Some("a")),
            ("| |", None),
            ("|", None),
        ] {
            assert_eq!(cells(line).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn the_first_row_tells_whether_bars_are_a_frame() {
        let rows = [("1 | a | b", "1/a/b"), ("| a | b", "/a/b"), ("1 | a |", "1/a/")];
        check("TT | Việc | Chủ trì", &rows);
        check("TT | Việc | Chủ trì", &[("| 1 | a | b |", "1/a/b"), ("| | |", "//")]);
        check("| TT | Việc | Chủ trì |", &[("| 1 | a | b |", "1/a/b"), ("| | a | b |", "/a/b")]);
        check("| TT | Việc | Chủ trì |", &[("| | | |", "//"), ("hết bảng", "none")]);
        check("| TT | Việc", &[("| 1 | a", "1/a"), ("| | a", "/a")]);
    }
}
