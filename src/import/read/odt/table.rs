//! Tables, whose rows and cells may stand for several.

use super::super::grid::{Grid, MOST_CELLS, MOST_COLUMNS};
use super::super::refusal::{Counted, Refusal};
use super::super::xml::Element;
use super::reader::{Reader, Scope, all_text};
use crate::import::block::{Cell, Origin, Table, What};

/// So many empty rows are made of those that one stands for; sheets repeat one to their end.
const MOST_EMPTY_ROWS: usize = 20;

/// The most bytes of text that rows and cells which stand for several of them may come to. Texts have none that hold words;
/// sheets do.
const MOST_AGAIN: usize = 5_000_000;

impl Reader {
    pub(super) fn table(
        &mut self,
        element: &Element,
        scope: Scope,
    ) -> Result<Option<Table>, Refusal> {
        self.tables += 1;
        let number = self.tables;
        let at =
            self.note.clone().unwrap_or(Origin { line: self.paragraphs + 1, cell: scope.cell });
        let name = element.attribute("table:style-name");
        self.new_page |= self.styles.first("table", name, |style| style.new_page) == Some(true);
        let mut rows = Vec::new();
        rows_of(element, false, &mut rows);
        let mut grid = Grid::default();
        let mut heads = 0;
        let mut drawn = (0, 0);
        let lists = std::mem::take(&mut self.lists);
        let pending = self.number.take();
        for (row, is_head) in rows {
            let repeated = self.repeated(row, "table:number-rows-repeated", MOST_EMPTY_ROWS)?;
            for _ in 0..repeated {
                heads += usize::from(is_head);
                // A row without cells costs as much as one.
                self.cells += 1;
                if self.cells > MOST_CELLS {
                    return Err(Refusal::TooMany { what: Counted::Cells, most: MOST_CELLS });
                }
                grid.row();
                for cell in row.elements() {
                    let is_covered = cell.name == "table:covered-table-cell"
                        && !all_text(cell).trim().is_empty();
                    if is_covered {
                        // Words below a merge are shown nowhere, but they are words.
                        self.notice(self.here(scope), What::Hidden, &all_text(cell));
                    }
                    if is_covered && grid.last().is_some() {
                        let mut blocks = Vec::new();
                        self.blocks(cell, scope, &mut blocks)?;
                        if let Some(cell) = grid.last() {
                            cell.blocks.extend(blocks);
                        }
                        continue;
                    }
                    // What is covered by nothing is a cell of its own.
                    if !is_covered && cell.name != "table:table-cell" {
                        continue;
                    }
                    for _ in
                        0..self.repeated(cell, "table:number-columns-repeated", MOST_COLUMNS)?
                    {
                        let (at_row, column) = grid.place();
                        let span = |name| {
                            cell.attribute(name)
                                .and_then(|span| span.parse::<usize>().ok())
                                .unwrap_or(1)
                        };
                        let width = span("table:number-columns-spanned").clamp(1, MOST_COLUMNS);
                        let height = span("table:number-rows-spanned").clamp(1, 65_534);
                        let style = cell.attribute("table:style-name");
                        drawn.0 += 1;
                        drawn.1 += usize::from(
                            self.styles.first("table-cell", style, |style| style.drawn)
                                == Some(true),
                        );
                        let place = Some((number, at_row + 1, column + 1));
                        let at = self
                            .note
                            .clone()
                            .unwrap_or(Origin { line: self.paragraphs + 1, cell: place });
                        let mut blocks = Vec::new();
                        self.blocks(cell, Scope { cell: place }, &mut blocks)?;
                        grid.put(Cell { at, column, width, height, blocks }, &mut self.cells)?;
                    }
                }
            }
        }
        self.lists = lists;
        self.number = pending;
        if grid.is_empty() {
            return Ok(None);
        }
        let ruled = drawn.1 * 2 > drawn.0;
        Ok(Some(grid.finish(Table { at, heads, ruled, ..Table::default() })))
    }

    /// How many rows or cells an element stands for. Words are never fewer than it says; of what is empty, no more than
    /// `most` are made.
    pub(super) fn repeated(
        &mut self,
        element: &Element,
        name: &str,
        most: usize,
    ) -> Result<usize, Refusal> {
        let count = element.attribute(name).and_then(|count| count.parse::<usize>().ok());
        let count = count.unwrap_or(1).max(1);
        if count == 1 {
            return Ok(1);
        }
        let length = all_text(element).trim().len();
        self.again = self.again.saturating_add(length.saturating_mul(count));
        if self.again > MOST_AGAIN {
            return Err(Refusal::TooMany { what: Counted::Letters, most: MOST_AGAIN });
        }
        Ok(if length == 0 { count.min(most) } else { count })
    }
}

/// Rows of a table, each with whether the document repeats it on every page.
fn rows_of<'a>(holder: &'a Element, is_head: bool, rows: &mut Vec<(&'a Element, bool)>) {
    for element in holder.elements() {
        match element.name.as_str() {
            "table:table-row" => rows.push((element, is_head)),
            "table:table-header-rows" => rows_of(element, true, rows),
            "table:table-rows" | "table:table-row-group" => rows_of(element, is_head, rows),
            _ => {}
        }
    }
}
