//! Tables of Word as grids: merges across and down, deleted rows, lines.

use std::collections::{BTreeMap, BTreeSet};

use super::super::refusal::{Counted, Refusal};
use super::super::xml::Element;
use super::body::Body;
use super::styles::{has_lines, on, value};
use super::within::chosen;
use crate::import::block::{Cell, Origin, Table, What, paragraphs_of};

/// The most cells of a document's tables.
const MOST_CELLS: usize = 200_000;

/// The most columns of a table; Word has 63.
const MOST_COLUMNS: usize = 1000;

impl<'a> Body<'a> {
    pub(super) fn table(
        &mut self,
        element: &'a Element,
        within: Option<(usize, usize, usize)>,
    ) -> Result<Option<Table>, Refusal> {
        self.tables += 1;
        let number = self.tables;
        let at = match &self.note {
            Some(note) => note.clone(),
            None => Origin { line: self.paragraphs + 1, cell: within },
        };
        let mut rows = Vec::new();
        rows_of(element, &mut rows);
        let properties = element.child("w:tblPr");
        let grid = element
            .child("w:tblGrid")
            .map_or(0, |grid| grid.elements().filter(|column| column.name == "w:gridCol").count());
        let mut table = Table { at, columns: grid.min(MOST_COLUMNS), ..Table::default() };
        let mut borders = Borders::default();
        // Where the cell stands that goes on downwards, by column.
        let mut going: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        let mut in_head = true;
        let mut deleted = BTreeSet::new();
        for (at_row, row) in rows.into_iter().enumerate() {
            let own = row.child("w:trPr");
            let before = own
                .and_then(|own| value(own, "w:gridBefore"))
                .and_then(|before| before.parse().ok());
            let after =
                own.and_then(|own| value(own, "w:gridAfter")).and_then(|after| after.parse().ok());
            in_head &= own.and_then(|own| on(own, "w:tblHeader")) == Some(true);
            table.heads += usize::from(in_head);
            let mut column = before.unwrap_or(0usize).min(MOST_COLUMNS);
            let mut cells: Vec<Cell> = Vec::new();
            let mut cells_of_row = Vec::new();
            cells_of(row, &mut cells_of_row);
            let mut still_going = BTreeMap::new();
            for cell in cells_of_row {
                self.cells += 1;
                if self.cells > MOST_CELLS || column > MOST_COLUMNS {
                    return Err(Refusal::TooMany { what: Counted::Cells, most: MOST_CELLS });
                }
                let properties = cell.child("w:tcPr");
                let say = |name| properties.and_then(|properties| value(properties, name));
                let width = say("w:gridSpan")
                    .and_then(|span| span.parse().ok())
                    .unwrap_or(1usize)
                    .clamp(1, MOST_COLUMNS);
                borders.see(properties.and_then(|properties| properties.child("w:tcBorders")));
                let place = (number, at_row + 1, column + 1);
                let line = self.paragraphs + 1;
                let blocks = self.blocks(cell, Some(place))?;
                let merge = |name| {
                    properties
                        .and_then(|properties| properties.child(name))
                        .map(|merge| merge.attribute("w:val") == Some("restart"))
                };
                if merge("w:hMerge") == Some(false)
                    && let Some(left) = cells.last_mut()
                {
                    left.width += width;
                    left.blocks.extend(blocks);
                    column += width;
                    continue;
                }
                let down = merge("w:vMerge");
                let above = going.get(&column).copied().filter(|_| down == Some(false));
                // A cell that reaches down from a deleted row would be lost with it.
                if let Some((top, index)) = above.filter(|(top, _)| !deleted.contains(top))
                    && let Some(anchor) = table.rows.get_mut(top).and_then(|row| row.get_mut(index))
                {
                    anchor.height = at_row - top + 1;
                    if !blocks.is_empty() {
                        // Word shows the first cell of a merge only.
                        let hidden = paragraphs_of(blocks.clone());
                        let words: Vec<&str> =
                            hidden.iter().map(|paragraph| paragraph.text.as_str()).collect();
                        anchor.blocks.extend(blocks);
                        let at = Origin { line, cell: Some(place) };
                        self.notice(&at, What::Hidden, &words.join(" "));
                    }
                    still_going.insert(column, (top, index));
                } else {
                    if down.is_some() {
                        still_going.insert(column, (at_row, cells.len()));
                    }
                    let at = self.note.clone().unwrap_or(Origin { line, cell: Some(place) });
                    cells.push(Cell { at, column, width, height: 1, blocks });
                }
                column += width;
            }
            going = still_going;
            let after = after.unwrap_or(0usize).min(MOST_COLUMNS);
            table.columns = table.columns.max((column + after).min(MOST_COLUMNS * 2));
            let is_deleted = own.is_some_and(|own| own.child("w:del").is_some());
            if is_deleted && cells.iter().all(|cell| cell.blocks.is_empty()) {
                deleted.insert(at_row);
            }
            table.rows.push(cells);
        }
        without_rows(&mut table, &deleted);
        let style =
            properties.and_then(|properties| properties.child("w:tblStyle")?.attribute("w:val"));
        let own = properties.and_then(|properties| properties.child("w:tblBorders")).map(has_lines);
        table.ruled = borders.decide(own.or_else(|| self.parts.styles.ruled(style)));
        Ok((!table.rows.is_empty()).then_some(table))
    }
}

/// What the cells of a table say of its lines.
#[derive(Default)]
pub(super) struct Borders {
    pub(super) cells: usize,
    pub(super) drawn: usize,
    pub(super) undrawn: usize,
}

impl Borders {
    fn see(&mut self, borders: Option<&Element>) {
        self.cells += 1;
        let Some(borders) = borders else { return };
        let sides = [
            ["w:top", "w:top"],
            ["w:bottom", "w:bottom"],
            ["w:left", "w:start"],
            ["w:right", "w:end"],
        ];
        let said: Vec<bool> = sides
            .iter()
            .filter_map(|[side, other]| value(borders, side).or_else(|| value(borders, other)))
            .map(|line| !matches!(line.as_str(), "none" | "nil"))
            .collect();
        let drawn = said.iter().filter(|drawn| **drawn).count();
        self.drawn += usize::from(drawn >= 2);
        self.undrawn += usize::from(drawn == 0 && said.len() == 4);
    }

    /// Most cells decide, else the table.
    fn decide(&self, table: Option<bool>) -> bool {
        if self.drawn * 2 > self.cells {
            true
        } else if self.undrawn * 2 > self.cells {
            false
        } else {
            table.unwrap_or(false)
        }
    }
}

/// Takes rows out that were deleted, and out of the cells that reach over them.
fn without_rows(table: &mut Table, deleted: &BTreeSet<usize>) {
    if deleted.is_empty() {
        return;
    }
    for (at, row) in table.rows.iter_mut().enumerate() {
        for cell in row {
            let below = at + 1..at + cell.height;
            cell.height -= deleted.range(below).count();
        }
    }
    let mut at = 0;
    table.rows.retain(|_| {
        at += 1;
        !deleted.contains(&(at - 1))
    });
}

/// Rows, through what may stand around them.
fn rows_of<'a>(table: &'a Element, rows: &mut Vec<&'a Element>) {
    through(table, "w:tr", rows);
}

/// Cells, through what may stand around them.
fn cells_of<'a>(row: &'a Element, cells: &mut Vec<&'a Element>) {
    through(row, "w:tc", cells);
}

fn through<'a>(holder: &'a Element, name: &str, found: &mut Vec<&'a Element>) {
    for element in holder.elements() {
        if element.name == name {
            found.push(element);
        } else if element.name == "mc:AlternateContent" {
            chosen(element).into_iter().for_each(|chosen| through(chosen, name, found));
        } else if !matches!(
            element.name.as_str(),
            "w:tr" | "w:tc" | "w:p" | "w:tbl" | "w:tblPr" | "w:trPr"
        ) {
            through(element, name, found);
        }
    }
}
