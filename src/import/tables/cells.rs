//! Lines that hold the cells of a row one below the other: which lines are which cell's.
//!
//! In: the lines of a row, the roles of its columns. Out: the cells, and whether that was certain. Where a page broke the
//! cells into lines, nothing says where one ends: the likeliest parting is taken, and told as such.

use std::collections::BTreeMap;

use jiff::civil::date;

use crate::import::agencies::opens_party;
use crate::import::found::Cell;
use crate::import::sheet::Line;
use crate::model::ColumnRole;
use crate::text::schedule::{Column, Setting, read};
use crate::text::search_key;

/// The most lines of a row that are parted.
const MOST: usize = 120;

/// Cells of a row: those of its first line of cells, and of the results below it.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Parted {
    /// By column.
    pub(in crate::import) cells: BTreeMap<usize, Cell>,
    /// Results behind the first, by column.
    pub(in crate::import) results: Vec<BTreeMap<usize, Cell>>,
    /// Whether nothing had to be weighed.
    pub(in crate::import) sure: bool,
}

/// Parts the lines into the cells of these columns, which are in the table's order and without that of numbers.
pub(in crate::import) fn parted(
    lines: &[Line],
    columns: &[(usize, ColumnRole)],
    broken: bool,
) -> Option<Parted> {
    if !broken {
        // Items of a list are one cell, or else each line is.
        let mut cells: Vec<Vec<Line>> = Vec::new();
        for line in lines {
            let goes_on = line.text.starts_with('-')
                && cells
                    .last()
                    .is_some_and(|cell| cell.iter().all(|line| line.text.starts_with('-')));
            match cells.last_mut() {
                Some(cell) if goes_on => cell.push(line.clone()),
                _ => cells.push(vec![line.clone()]),
            }
        }
        if cells.len() == columns.len() {
            let cells = columns.iter().zip(cells);
            let cells = cells.map(|((column, _), lines)| (*column, Cell { lines })).collect();
            return Some(Parted { cells, results: Vec::new(), sure: true });
        }
    }
    if lines.is_empty() || lines.len() > MOST {
        return None;
    }
    weighed(lines, columns)
}

/// A stretch of lines that is one cell, or the rest of one behind a page's end.
#[derive(Clone, Copy, Debug)]
struct Piece {
    from: usize,
    to: usize,
    column: usize,
    result: usize,
}

#[derive(Clone, Copy, Debug)]
struct Step {
    score: i32,
    /// Line and state before.
    before: (usize, usize),
    piece: Piece,
}

/// The likeliest parting. A state is the column that was filled last, and whether it was the rest of a cell.
fn weighed(lines: &[Line], columns: &[(usize, ColumnRole)]) -> Option<Parted> {
    let width = columns.len();
    let states = width * 2 + 1;
    let start = width * 2;
    let mut best: Vec<Vec<Option<Step>>> = vec![vec![None; states]; lines.len() + 1];
    best[0][start] = Some(Step {
        score: 0,
        before: (0, start),
        piece: Piece { from: 0, to: 0, column: 0, result: 0 },
    });
    let mut scores: BTreeMap<(usize, usize, usize), i32> = BTreeMap::new();
    for at in 0..lines.len() {
        for from in 0..states {
            let Some(step) = best[at][from] else { continue };
            for (column, result, rest, cost) in
                next(from, &step, columns, lines[at].new_page, at == 0)
            {
                for to in at + 1..=lines.len().min(at + 40) {
                    // The end of a page ends what stands on it.
                    if to > at + 1 && lines[to - 1].new_page {
                        break;
                    }
                    let score = *scores
                        .entry((at, to, column))
                        .or_insert_with(|| worth(&lines[at..to], columns[column].1));
                    let low = lines[at].text.starts_with(char::is_lowercase);
                    let score = if rest { 0 } else { score - if low { 20 } else { 0 } };
                    let score = step.score + score + cost;
                    let state = if rest { width + column } else { column };
                    let piece = Piece { from: at, to, column, result };
                    if best[to][state].is_none_or(|old| old.score < score) {
                        best[to][state] = Some(Step { score, before: (at, from), piece });
                    }
                }
            }
        }
    }
    let end = lines.len();
    let last = (0..states).filter_map(|state| Some((best[end][state]?.score, state))).max()?;
    let mut pieces = Vec::new();
    let (mut at, mut state) = (end, last.1);
    while at > 0 {
        let step = best[at][state]?;
        pieces.push(step.piece);
        (at, state) = step.before;
    }
    pieces.reverse();
    let mut parted = Parted::default();
    for piece in pieces {
        let (column, role) = columns[piece.column];
        let target = match piece.result {
            0 => &mut parted.cells,
            result => {
                while parted.results.len() < result {
                    parted.results.push(BTreeMap::new());
                }
                &mut parted.results[result - 1]
            }
        };
        let cell = target.entry(column).or_insert_with(Cell::default);
        for line in &lines[piece.from..piece.to] {
            let item = line.text.starts_with("- ");
            match cell.lines.last_mut() {
                Some(last) if !item || role == ColumnRole::Period => last.join(line.clone()),
                _ => cell.lines.push(line.clone()),
            }
        }
    }
    Some(parted)
}

/// What may follow: column, result, whether it is the rest of a cell, what that costs.
fn next(
    state: usize,
    step: &Step,
    columns: &[(usize, ColumnRole)],
    new_page: bool,
    first: bool,
) -> Vec<(usize, usize, bool, i32)> {
    let width = columns.len();
    let mut found = Vec::new();
    if first {
        for column in 0..width {
            found.push((column, 0, false, -6 * i32::try_from(column).unwrap_or(9)));
        }
        return found;
    }
    let result = step.piece.result;
    let (last, in_rest) = if state >= width { (state - width, true) } else { (state, false) };
    let skipped = |from: usize, to: usize| -6 * i32::try_from(to.saturating_sub(from)).unwrap_or(9);
    if !in_rest {
        for column in last + 1..width {
            found.push((column, result, false, skipped(last + 1, column)));
        }
    }
    if new_page {
        for column in 0..width {
            found.push((column, result, true, -1));
        }
    } else if in_rest {
        for column in last + 1..width {
            found.push((column, result, true, -1));
        }
    }
    let is_late = in_rest || columns[last].1 == ColumnRole::Period || last + 1 == width;
    if is_late {
        for (column, (_, role)) in columns.iter().enumerate() {
            if matches!(role, ColumnRole::Leads | ColumnRole::Product) {
                found.push((column, result + 1, false, -4));
            }
        }
    }
    found
}

/// How much lines look like a cell of this role.
fn worth(lines: &[Line], role: ColumnRole) -> i32 {
    let text = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let first = lines[0].text.as_str();
    let inner = lines.windows(2).filter(|pair| {
        opens_party(&pair[1].text)
            && pair[1].text.starts_with(char::is_uppercase)
            && !pair[0].text.ends_with([',', ';'])
            && !pair[0].text.to_lowercase().ends_with(" và")
    });
    let names = i32::try_from(inner.count()).unwrap_or(9);
    let length = text.chars().count();
    let time = || {
        let setting = Setting {
            column: Column::Unclear,
            heading_year: Some(2026),
            issued: date(2026, 1, 1),
            is_undated: true,
            plan: None,
        };
        length <= 80 && matches!(read(&text, &setting), Ok(Some(_)))
    };
    match role {
        ColumnRole::Period => {
            let key = search_key(&text);
            let refers = key.starts_with("theo ") || key.starts_with("ky hop");
            if time() {
                14
            } else if refers && length <= 80 {
                5
            } else {
                -10
            }
        }
        ColumnRole::Leads | ColumnRole::Partners => {
            let short = if length <= 160 { 0 } else { -8 };
            if opens_party(first) { 8 - 5 * names + short } else { -8 + short }
        }
        ColumnRole::Task => {
            let party = if opens_party(first) { -3 } else { 0 };
            4 + party - 6 * names + if length >= 30 { 2 } else { -2 }
        }
        ColumnRole::Product => {
            let party = if opens_party(first) { -6 } else { 0 };
            3 + party - 4 * names
        }
        ColumnRole::Other | ColumnRole::Number => {
            let key = search_key(first);
            let cited = [
                "nghi quyet",
                "nghi dinh",
                "chuong trinh",
                "chuong",
                "quyet dinh",
                "luat",
                "ke hoach",
                "chi thi",
                "ket luan",
                "cong van",
            ];
            if cited.iter().any(|word| key.starts_with(word)) && length <= 120 {
                7
            } else {
                1 - i32::from(length > 120) * 8
            }
        }
    }
}
