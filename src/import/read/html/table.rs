//! Tables of a page.

use scraper::ElementRef;

use super::super::grid::{Grid, MOST_COLUMNS, is_line};
use super::super::refusal::Refusal;
use super::look::{Look, Style, declarations};
use super::reader::Reader;
use crate::import::block::{Block, Cell, Origin, Table};

impl Reader {
    pub(super) fn table(
        &mut self,
        element: ElementRef<'_>,
        look: Look,
        before: &mut Vec<Block>,
        depth: usize,
    ) -> Result<Option<Table>, Refusal> {
        self.tables += 1;
        let number = self.tables;
        let at = Origin { line: self.paragraphs + 1, cell: look.cell };
        let mut grid = Grid::default();
        let mut heads = 0;
        let mut lines = Lines::default();
        for part in element.children().filter_map(ElementRef::wrap) {
            match part.value().name() {
                "thead" | "tbody" | "tfoot" => {
                    for row in part.children().filter_map(ElementRef::wrap) {
                        heads += usize::from(
                            part.value().name() == "thead" && row.value().name() == "tr",
                        );
                        self.row(row, number, look, &mut grid, &mut lines, depth + 2)?;
                    }
                }
                "tr" => self.row(part, number, look, &mut grid, &mut lines, depth + 1)?,
                "colgroup" | "col" => {}
                _ => {
                    self.element(part, look, before, depth + 1)?;
                    self.flush(look, before)?;
                }
            }
        }
        if grid.is_empty() {
            return Ok(None);
        }
        let border =
            element.attr("border").map(|border| border.trim().trim_end_matches("px") != "0");
        let ruled = lines.drawn * 2 > lines.cells
            || lines.drawn * 2 >= lines.cells && border == Some(true)
            || border == Some(true) && lines.undrawn * 2 <= lines.cells;
        Ok(Some(grid.finish(Table { at, heads, ruled, ..Table::default() })))
    }

    pub(super) fn row(
        &mut self,
        row: ElementRef<'_>,
        table: usize,
        look: Look,
        grid: &mut Grid,
        lines: &mut Lines,
        depth: usize,
    ) -> Result<(), Refusal> {
        if row.value().name() != "tr" {
            return Ok(());
        }
        grid.row();
        let style = Style::of(row);
        self.new_page |= style.page_before;
        for cell in row.children().filter_map(ElementRef::wrap) {
            let name = cell.value().name();
            if !matches!(name, "td" | "th") {
                continue;
            }
            let (at_row, column) = grid.place();
            let span = |name, most| {
                cell.attr(name)
                    .and_then(|span| span.trim().parse::<usize>().ok())
                    .map(|span| span.min(most))
            };
            let width = span("colspan", MOST_COLUMNS).unwrap_or(1).max(1);
            // A span of no rows reaches to the end (HTML standard, 4.9.11).
            let height = match span("rowspan", 65_534) {
                Some(0) => 65_534,
                height => height.unwrap_or(1),
            };
            lines.see(cell);
            let place = Some((table, at_row + 1, column + 1));
            let style = Style::of(cell);
            let own =
                style.apply(style_of_row(row, Look { centred: false, cell: place, ..look }), name);
            let at = Origin { line: self.paragraphs + 1, cell: place };
            let mut blocks = Vec::new();
            self.flow(cell, own, &mut blocks, depth + 1)?;
            self.flush(own, &mut blocks)?;
            grid.put(Cell { at, column, width, height, blocks }, &mut self.cells)?;
        }
        Ok(())
    }
}

fn style_of_row(row: ElementRef<'_>, look: Look) -> Look {
    Style::of(row).apply(look, "tr")
}

/// What the cells of a table say of its lines.
#[derive(Default)]
pub(super) struct Lines {
    pub(super) cells: usize,
    pub(super) drawn: usize,
    pub(super) undrawn: usize,
}

impl Lines {
    fn see(&mut self, cell: ElementRef<'_>) {
        self.cells += 1;
        let Some(style) = cell.attr("style") else { return };
        let mut drawn = None;
        let mut sides = 0;
        for (name, value) in declarations(style) {
            let is_drawn = is_line(&value);
            match name.as_str() {
                "border" => drawn = Some(is_drawn),
                "border-top" | "border-bottom" | "border-left" | "border-right" => {
                    sides += usize::from(is_drawn)
                }
                _ => {}
            }
        }
        if drawn == Some(true) || sides >= 2 {
            self.drawn += 1;
        } else if drawn == Some(false) && sides == 0 {
            self.undrawn += 1;
        }
    }
}
