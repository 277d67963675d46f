//! The rows of a table of tasks of a form that has tables, with the merges of its cells.
//!
//! In: a table, its headings and where they end. Out: [`TaskTable`]. Rows that repeat the head are told apart, and a row
//! that is neither task nor heading of any keeps its place as a heading without tasks.

use std::collections::BTreeMap;

use super::head;
use super::rows::{RowIn, numbered};
use super::spans::{covering, text_of};
use crate::import::found::{Cell, Heading, TaskTable};
use crate::import::sheet::{Grid, GridCell, Line};
use crate::model::ColumnRole;
use crate::text::search_key;

/// How a row of sums opens.
const SUMS: [&str; 4] = ["tong cong", "tong so", "tong:", "cong:"];

/// The table whose headings begin at the row `top` and end before the row `first`.
pub(super) fn tasks(grid: &Grid, headings: Vec<Heading>, top: usize, first: usize) -> TaskTable {
    let meaning = head::meaning(&headings);
    let column = |role| headings.iter().position(|heading| heading.role == role);
    let number = column(ColumnRole::Number);
    let task = column(ColumnRole::Task).unwrap_or_default();
    let above = lines_of(grid, 0..top);
    let mut first = first;
    let mut numbers = Vec::new();
    if let Some(row) = grid.rows.get(first).filter(|row| numbers_columns(row, grid.columns)) {
        numbers = row.iter().flat_map(|cell| cell.lines.clone()).collect();
        first += 1;
    }
    let mut rows: Vec<RowIn> = Vec::new();
    let mut again: Vec<Line> = Vec::new();
    let mut at = first;
    while at < grid.rows.len() {
        if repeats(grid, at, top..first) {
            let end = (at + first - top).min(grid.rows.len());
            again.extend(lines_of(grid, at..end));
            at = end;
            continue;
        }
        let height_of = |column: usize| {
            let cell = covering(grid, at, column);
            cell.map_or(1, |(above, cell)| (above + cell.height).saturating_sub(at)).max(1)
        };
        // A number that spans rows with tasks of their own spans nothing else.
        let height = height_of(number.unwrap_or(task)).min(height_of(task));
        let mut end = (at + height).min(grid.rows.len());
        // Rows without number and task go on with the row above.
        while end < grid.rows.len() && goes_on(grid, end, number, task) {
            end += 1;
        }
        if let Some(row) = row(grid, at, end, &headings, number, task) {
            rows.push(row);
        }
        at = end;
    }
    TaskTable {
        code: None,
        name: None,
        headings,
        numbers,
        meaning,
        rows: numbered(rows, number),
        notes: Vec::new(),
        above,
        again,
    }
}

/// The lines of these rows.
fn lines_of(grid: &Grid, rows: std::ops::Range<usize>) -> Vec<Line> {
    let rows = grid.rows.get(rows).unwrap_or_default();
    rows.iter().flatten().flat_map(|cell| cell.lines.clone()).collect()
}

/// Whether the row only numbers the columns: `(1)`, `(2)`, or 1, 2, 3 … over all of them.
fn numbers_columns(row: &[GridCell], columns: usize) -> bool {
    let texts: Vec<String> =
        row.iter().map(|cell| text_of(&cell.lines)).filter(|text| !text.is_empty()).collect();
    let counts = || texts.iter().enumerate().all(|(at, text)| *text == (at + 1).to_string());
    texts.len() > 1
        && texts.iter().all(|text| head::is_column_number(text))
        && (texts.iter().any(|text| text.starts_with('('))
            || (texts.len() == columns && columns > 2 && counts()))
}

/// Whether the rows of the head stand here once more, as at the top of another page.
fn repeats(grid: &Grid, at: usize, head: std::ops::Range<usize>) -> bool {
    let words = |row: usize| -> Vec<String> {
        let cells = grid.rows.get(row).into_iter().flatten();
        let texts = cells.map(|cell| search_key(&text_of(&cell.lines)));
        texts.filter(|text| !text.is_empty()).collect()
    };
    let first = words(head.start);
    first.len() > 1
        && (0..head.len()).all(|offset| words(at + offset) == words(head.start + offset))
}

fn goes_on(grid: &Grid, row: usize, number: Option<usize>, task: usize) -> bool {
    let empty = |column: usize| {
        covering(grid, row, column).is_none_or(|(above, cell)| above < row || cell.lines.is_empty())
    };
    let own_words = grid.rows[row].iter().any(|cell| !cell.lines.is_empty());
    own_words && empty(task) && number.is_none_or(empty)
}

fn row(
    grid: &Grid,
    at: usize,
    end: usize,
    headings: &[Heading],
    number: Option<usize>,
    task: usize,
) -> Option<RowIn> {
    let mut row = RowIn::default();
    let mut starts: BTreeMap<usize, Vec<(usize, Cell)>> = BTreeMap::new();
    for column in 0..headings.len() {
        for below in at..end {
            let Some((above, cell)) = covering(grid, below, column) else { continue };
            let begins_here = above == below && cell.column == column;
            let shares = (above < at && below == at) || (above == below && cell.column != column);
            if !(begins_here || shares) || cell.lines.is_empty() {
                continue;
            }
            if shares {
                row.merged.push(column);
            }
            starts.entry(column).or_default().push((below, Cell { lines: cell.lines.clone() }));
        }
    }
    row.merged.sort_unstable();
    row.merged.dedup();
    if starts.is_empty() {
        return None;
    }
    let is_of_result = |column: usize| {
        matches!(
            headings[column].role,
            ColumnRole::Leads | ColumnRole::Period | ColumnRole::Product
        )
    };
    let several: Vec<usize> = starts
        .iter()
        .filter(|(column, cells)| cells.len() > 1 && is_of_result(**column))
        .map(|(column, _)| *column)
        .collect();
    let has_product = several.iter().any(|column| headings[*column].role == ColumnRole::Product);
    if has_product {
        for below in at..end {
            let own: BTreeMap<usize, Cell> = several
                .iter()
                .filter_map(|column| {
                    let cell = starts[column].iter().find(|(row, _)| *row == below)?;
                    Some((*column, cell.1.clone()))
                })
                .collect();
            if !own.is_empty() {
                row.results.push(own);
            }
        }
        starts.retain(|column, _| !several.contains(column));
    }
    for (column, cells) in starts {
        let lines = cells.into_iter().flat_map(|(_, cell)| cell.lines).collect();
        row.cells.insert(column, Cell { lines });
    }
    row.number = number.and_then(|number| row.cells.remove(&number));
    if let Some(number) = number.filter(|number| row.merged.contains(number)) {
        row.merged.retain(|column| *column != number);
        row.shares_number = row.number.take().is_some();
    }
    let wide = grid.rows[at].iter().any(|cell| {
        cell.width > 1
            && cell.width + 1 >= headings.len().saturating_sub(1)
            && !cell.lines.is_empty()
    });
    let others = row
        .cells
        .iter()
        .any(|(column, cell)| *column != task && !row.merged.contains(column) && !cell.is_empty());
    let has_title = row.cells.values().any(|cell| !cell.is_empty());
    row.group = row.results.is_empty() && has_title && (wide || (!others && row.merged.is_empty()));
    let opens_sums = |cell: &Cell| {
        let key = search_key(&cell.one_line());
        SUMS.iter().any(|words| key.starts_with(words))
    };
    let is_sum = row.number.iter().chain(row.cells.get(&task)).any(opens_sums);
    let has_task = row.cells.get(&task).is_some_and(|cell| !cell.is_empty());
    row.stray = is_sum || (!row.group && !has_task);
    row.group |= row.stray;
    if row.stray {
        // What a row says that is no task stands together.
        row.cells.extend(std::mem::take(&mut row.results).into_iter().flatten());
    }
    (has_title || row.number.is_some()).then_some(row)
}
