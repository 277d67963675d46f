//! Lines that hold the cells of a row one below the other: which lines are which cell's.
//!
//! In: the lines of a row, the roles of its columns. Out: the cells, and whether that was certain. Where a page broke the
//! cells into lines, nothing says where one ends: the likeliest parting is taken (`weigh`), and told as such.

use std::collections::BTreeMap;

use super::weigh::{Piece, Weights, pieces};
use crate::import::found::Cell;
use crate::import::lines::wrap::glue;
use crate::import::sheet::{Line, Sheet};
use crate::model::ColumnRole;

/// Cells of a row: those of its first line of cells, and of the results below it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parted {
    /// By column.
    pub(crate) cells: BTreeMap<usize, Cell>,
    /// Results behind the first, by column.
    pub(crate) results: Vec<BTreeMap<usize, Cell>>,
    /// Whether nothing had to be weighed.
    pub(crate) sure: bool,
}

/// Gives the lines to these columns where each line is a cell, or each item of a list is a line of one.
pub(crate) fn one_each(lines: &[Line], columns: &[(usize, ColumnRole)]) -> Option<Parted> {
    let mut cells: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        let item = |line: &Line| line.text.starts_with('-');
        let goes_on = item(line) && cells.last().is_some_and(|cell| cell.iter().all(item));
        match cells.last_mut() {
            Some(cell) if goes_on => cell.push(line.clone()),
            _ => cells.push(vec![line.clone()]),
        }
    }
    if cells.len() != columns.len() {
        return None;
    }
    let cells =
        columns.iter().zip(cells).map(|((column, _), lines)| (*column, Cell { lines })).collect();
    Some(Parted { cells, results: Vec::new(), sure: true })
}

/// Parts the lines by what they look like; `weights` knows what other rows have.
pub(crate) fn weighed(
    sheet: &mut Sheet,
    lines: &[Line],
    columns: &[(usize, ColumnRole)],
    weights: &Weights,
) -> Option<Parted> {
    let mut parted = Parted::default();
    for Piece { from, to, column, result } in pieces(lines, columns, weights)? {
        let (column, role) = columns[column];
        let target = match result {
            0 => &mut parted.cells,
            result => {
                while parted.results.len() < result {
                    parted.results.push(BTreeMap::new());
                }
                &mut parted.results[result - 1]
            }
        };
        let cell = target.entry(column).or_insert_with(Cell::default);
        for line in &lines[from..to] {
            let item = line.text.starts_with("- ");
            match cell.lines.last_mut() {
                Some(last) if !item || role == ColumnRole::Period => {
                    glue(sheet, last, line.clone())
                }
                _ => cell.lines.push(line.clone()),
            }
        }
    }
    Some(parted)
}
