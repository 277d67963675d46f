//! Pieces that the page is put together of: cells, code, and HTML within it.

use super::super::html;
use super::page::Page;
use crate::import::block::{Block, Cell, Origin, Paragraph, What};

impl Page<'_> {
    pub(super) fn inline_html(&mut self, html: &str, line: usize) {
        let name: String =
            html.chars().skip(1).take_while(|c| c.is_alphanumeric() || *c == '/').collect();
        match name.trim_matches('/').to_ascii_lowercase().as_str() {
            "br" => self.write_as_it_is("\n", line),
            "b" | "strong" if name.starts_with('/') => {
                self.bold.depth = self.bold.depth.saturating_sub(1)
            }
            "b" | "strong" => self.bold.depth += 1,
            "i" | "em" | "u" | "sup" | "sub" | "span" | "center" | "font" => {}
            _ => self.notice(What::Unknown, html),
        }
    }

    pub(super) fn push(&mut self, paragraph: Paragraph) {
        match &mut self.note {
            Some(note) => note.paragraphs.push(paragraph),
            None => self.blocks.push(Block::Paragraph(paragraph)),
        }
    }

    pub(super) fn cell(&mut self) {
        let line = self.now;
        let paragraph = self.paragraph();
        let Some(table) = &mut self.table else { return };
        let row = table.rows.len();
        let Some(cells) = table.rows.last_mut() else { return };
        let column = cells.len();
        let at = Origin { line, cell: Some((self.tables, row, column + 1)) };
        let blocks =
            paragraph.map(|paragraph| Block::Paragraph(Paragraph { at: at.clone(), ..paragraph }));
        cells.push(Cell { at, column, width: 1, height: 1, blocks: blocks.into_iter().collect() });
        self.cells += 1;
    }

    /// A paragraph a line.
    pub(super) fn code(&mut self) {
        let written = std::mem::take(&mut self.written);
        let from = self.at.take();
        for (at, line) in written.lines().enumerate() {
            self.written = line.to_owned();
            self.at = from.map(|from| from + at);
            self.flush();
        }
    }

    /// A page within the page: its own reader knows it, tables too.
    pub(super) fn html_block(&mut self, html: &str) {
        let Ok(within) = html::read(html) else {
            // Too deep for a page: its words are taken as they stand.
            self.write(html, self.now);
            self.flush();
            return;
        };
        let line = self.now;
        self.noticed.extend(within.noticed);
        let mut paragraphs = Vec::new();
        for mut block in within.blocks {
            self.moved(&mut block, line);
            match (block, &self.note) {
                (Block::Paragraph(paragraph), Some(_)) => paragraphs.push(paragraph),
                (block, _) => self.blocks.push(block),
            }
        }
        if let Some(note) = &mut self.note {
            note.paragraphs.extend(paragraphs);
        }
    }

    /// Gives a block of a page within its place in this one.
    pub(super) fn moved(&mut self, block: &mut Block, line: usize) {
        match block {
            Block::Paragraph(paragraph) => paragraph.at.line = line,
            Block::Note { paragraphs, .. } => {
                paragraphs.iter_mut().for_each(|paragraph| paragraph.at.line = line)
            }
            Block::Table(table) => {
                self.tables += 1;
                let number = self.tables;
                table.at.line = line;
                for cell in table.rows.iter_mut().flatten() {
                    self.cells += 1;
                    let place = cell.at.cell.map(|(_, row, column)| (number, row, column));
                    cell.at = Origin { line, cell: place };
                    for block in &mut cell.blocks {
                        if let Block::Paragraph(paragraph) = block {
                            paragraph.at = Origin { line, cell: place };
                        } else {
                            self.moved(block, line);
                        }
                    }
                }
            }
        }
    }
}
