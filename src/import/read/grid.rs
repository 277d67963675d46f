//! Where cells stand that take several rows or columns, of forms that say it as HTML does.

use std::collections::BTreeMap;

use super::refusal::{Counted, Refusal};
use crate::import::block::{Cell, Table};

/// The most columns of a table.
pub(super) const MOST_COLUMNS: usize = 1000;

/// The most cells of a document's tables.
pub(super) const MOST_CELLS: usize = 200_000;

/// Whether a border, as style sheets say it, is drawn: `0.5pt solid #000`, and not `none` or `0`.
pub(super) fn is_line(border: &str) -> bool {
    let mut words = border.split_whitespace().peekable();
    let is_thin = words.peek().is_some_and(|width| {
        let digits: String =
            width.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        digits.parse::<f64>() == Ok(0.0)
    });
    words.peek().is_some() && !is_thin && !words.any(|word| matches!(word, "none" | "hidden"))
}

/// A table while its rows come.
#[derive(Default)]
pub(super) struct Grid {
    rows: Vec<Vec<Cell>>,
    /// Of each column that a cell from above takes, how many rows more.
    taken: BTreeMap<usize, usize>,
    /// Where the next cell of the row may begin.
    column: usize,
    columns: usize,
}

impl Grid {
    /// Begins a row.
    pub(super) fn row(&mut self) {
        if !self.rows.is_empty() {
            self.taken.retain(|_, rows| {
                *rows -= 1;
                *rows > 0
            });
        }
        self.rows.push(Vec::new());
        self.column = 0;
    }

    /// The row and the column of the next cell, each from 0.
    pub(super) fn place(&mut self) -> (usize, usize) {
        if self.rows.is_empty() {
            self.row();
        }
        while self.taken.contains_key(&self.column) {
            self.column += 1;
        }
        (self.rows.len() - 1, self.column)
    }

    /// Puts a cell at its place.
    pub(super) fn put(&mut self, cell: Cell, cells: &mut usize) -> Result<(), Refusal> {
        *cells += 1;
        // Rows of wide cells cost as many columns: what is counted is what they take.
        if *cells > MOST_CELLS || cell.column + cell.width > MOST_COLUMNS * 2 {
            return Err(Refusal::TooMany { what: Counted::Cells, most: MOST_CELLS });
        }
        if cell.height > 1 {
            for column in cell.column..cell.column + cell.width {
                let rows = self.taken.entry(column).or_default();
                *rows = (*rows).max(cell.height);
            }
        }
        self.column = cell.column + cell.width;
        self.columns = self.columns.max(self.column);
        if let Some(row) = self.rows.last_mut() {
            row.push(cell);
        }
        Ok(())
    }

    /// The cell that was put last.
    pub(super) fn last(&mut self) -> Option<&mut Cell> {
        self.rows.iter_mut().rev().find_map(|row| row.last_mut())
    }

    /// The table of the rows that came. Cells that reach below the last row end there.
    pub(super) fn finish(mut self, table: Table) -> Table {
        let rows = self.rows.len();
        for (at, row) in self.rows.iter_mut().enumerate() {
            for cell in row {
                cell.height = cell.height.clamp(1, rows - at);
            }
        }
        Table { rows: self.rows, columns: self.columns, ..table }
    }

    /// Whether no row came.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{Grid, is_line};
    use crate::import::block::{Cell, Table};

    #[test]
    fn lines_are_told_from_none() {
        let drawn = ["0.5pt solid #000000", "solid windowtext 1.0pt", "1px", "thin solid"];
        assert!(drawn.into_iter().all(is_line));
        assert!(!["none", "0", "0pt solid", "medium none", "hidden", ""].into_iter().any(is_line));
    }

    #[test]
    fn cells_from_above_push_those_below_to_the_right() {
        let mut grid = Grid::default();
        let put = |grid: &mut Grid, width, height| {
            let (_, column) = grid.place();
            grid.put(Cell { column, width, height, ..Cell::default() }, &mut 0).expect("few cells");
        };
        grid.row();
        put(&mut grid, 1, 2);
        put(&mut grid, 2, 1);
        grid.row();
        put(&mut grid, 1, 1);
        put(&mut grid, 1, 9);
        let table = grid.finish(Table::default());
        let columns: Vec<Vec<usize>> =
            table.rows.iter().map(|row| row.iter().map(|cell| cell.column).collect()).collect();
        assert_eq!(columns, [vec![0, 1], vec![1, 2]]);
        assert_eq!((table.columns, table.rows[1][1].height), (3, 1));
    }
}
