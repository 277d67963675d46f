//! The cells of a table by rows and columns, merged ones too, and their words.

use crate::import::sheet::{Grid, GridCell, Line};

/// The words of a cell on one line.
pub(super) fn text_of(lines: &[Line]) -> String {
    lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// One line of several.
pub(super) fn joined(lines: &[Line]) -> Line {
    let mut whole = Line::default();
    for line in lines {
        if whole.raws.is_empty() { whole = line.clone() } else { whole.join(line.clone()) }
    }
    whole
}

/// The cell that covers a place, and whether it begins there.
pub(super) fn covering(grid: &Grid, row: usize, column: usize) -> Option<(usize, &GridCell)> {
    (0..=row).rev().find_map(|above| {
        let cell = grid.rows[above].iter().find(|cell| {
            (cell.column..cell.column + cell.width).contains(&column) && above + cell.height > row
        });
        cell.map(|cell| (above, cell))
    })
}
