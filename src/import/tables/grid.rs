//! A table of a form that has tables: its head, and rows with the merges of its cells.

use std::collections::BTreeMap;

use super::head;
use super::rows::{RowIn, numbered};
use crate::import::answers::Answers;
use crate::import::found::{Cell, PlainTable, TaskTable};
use crate::import::question::Question;
use crate::import::sheet::{Grid, GridCell, Line};
use crate::model::ColumnRole;
use crate::text::search_key;

/// What a table is.
pub(crate) enum Kind {
    /// One of tasks.
    Tasks(TaskTable),
    /// One that is text.
    Plain(PlainTable),
    /// It only lays things side by side.
    Layout,
}

/// Tells what the table is.
pub(crate) fn read(
    grid: &Grid,
    nth: usize,
    answers: &Answers,
    questions: &mut Vec<Question>,
) -> Kind {
    let known = (0..grid.rows.len().min(3)).find_map(|row| head_at(grid, row));
    let id = format!("bang-{}-{}", grid.at.line, nth);
    let said = answers.get(&id).map(search_key);
    let told = |word: &str| said.as_deref().is_some_and(|said| said.contains(word));
    if let Some((headings, first)) = known
        && !told("loi van")
        && !told("lich")
        && !told("chi so")
        && !told("bieu mau")
    {
        return Kind::Tasks(tasks(grid, headings, first));
    }
    if !grid.ruled || grid.columns < 2 || grid.rows.len() < 2 {
        return Kind::Layout;
    }
    let sort = sort(grid, said.as_deref());
    let rows = cells_of(grid);
    let heads: Vec<String> = rows.first().into_iter().flatten().map(|cell| text_of(cell)).collect();
    if sort.is_none() && looks_like_tasks(&heads) {
        questions.push(Question {
            id,
            asked: "Bảng này có giao nhiệm vụ không?".to_owned(),
            words: heads.join(" | "),
            at: Some(grid.at.clone()),
            taken: "bảng trong lời văn, không phải bảng nhiệm vụ".to_owned(),
            others: vec!["lịch".to_owned(), "chỉ số".to_owned(), "biểu mẫu".to_owned()],
            how: "lời văn, lịch, chỉ số hoặc biểu mẫu".to_owned(),
            context: rows
                .get(1)
                .into_iter()
                .flatten()
                .map(|cell| text_of(cell))
                .collect::<Vec<_>>()
                .join(" | "),
            answer: said,
            refused: None,
        });
    }
    Kind::Plain(PlainTable { rows, sort })
}

/// Whether some heading speaks of who does something or when.
fn looks_like_tasks(heads: &[String]) -> bool {
    let words = ["nhiem vu", "chu tri", "thoi han", "tien do", "phan cong", "cong viec"];
    heads.iter().any(|head| {
        let key = search_key(head);
        words.iter().any(|word| key.contains(word))
    })
}

fn sort(grid: &Grid, said: Option<&str>) -> Option<&'static str> {
    let sorts = [("lich", "lich"), ("chi so", "chi_so"), ("bieu mau", "bieu_mau")];
    if let Some(said) = said {
        return sorts.iter().find(|(word, _)| said.contains(word)).map(|(_, code)| *code);
    }
    let heads: String = grid
        .rows
        .first()
        .into_iter()
        .flatten()
        .flat_map(|cell| &cell.lines)
        .map(|line| format!("{} ", search_key(&line.text)))
        .collect();
    (heads.contains("chi tieu") || heads.contains("don vi tinh") || heads.contains("chi so"))
        .then_some("chi_so")
}

fn text_of(lines: &[Line]) -> String {
    lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// One line of several.
fn joined(lines: &[Line]) -> Line {
    let mut whole = Line::default();
    for line in lines {
        if whole.raws.is_empty() { whole = line.clone() } else { whole.join(line.clone()) }
    }
    whole
}

/// The cell that covers a place, and whether it begins there.
fn covering(grid: &Grid, row: usize, column: usize) -> Option<(usize, &GridCell)> {
    (0..=row).rev().find_map(|above| {
        let cell = grid.rows[above].iter().find(|cell| {
            (cell.column..cell.column + cell.width).contains(&column) && above + cell.height > row
        });
        cell.map(|cell| (above, cell))
    })
}

/// The headings that begin at this row, and the row behind them.
fn head_at(grid: &Grid, row: usize) -> Option<(Vec<crate::import::found::Heading>, usize)> {
    let depth = grid.rows[row].iter().map(|cell| cell.height).max().unwrap_or(1).min(2);
    let wide = grid.rows[row].iter().any(|cell| cell.width > 1);
    let lower = if depth > 1 || wide { row + 1 } else { row };
    let mut lines = Vec::new();
    for column in 0..grid.columns {
        let (_, upper) = covering(grid, row, column)?;
        let below = (lower > row && lower < grid.rows.len())
            .then(|| covering(grid, lower, column))
            .flatten()
            .filter(|(at, _)| *at == lower)
            .map(|(_, cell)| cell);
        match below {
            Some(cell) if upper.width > 1 && upper.height == 1 => {
                lines.push((joined(&cell.lines), Some(joined(&upper.lines))));
            }
            _ if upper.width > 1 => return None,
            _ => lines.push((joined(&upper.lines), None)),
        }
    }
    let has_lower = lines.iter().any(|(_, shared)| shared.is_some());
    let headings = head::headings(lines)?;
    Some((headings, if has_lower { lower + 1 } else { row + depth_of(grid, row) }))
}

fn depth_of(grid: &Grid, row: usize) -> usize {
    grid.rows[row].iter().map(|cell| cell.height).min().unwrap_or(1).max(1)
}

fn tasks(grid: &Grid, headings: Vec<crate::import::found::Heading>, first: usize) -> TaskTable {
    let meaning = head::meaning(&headings);
    let column = |role| headings.iter().position(|heading| heading.role == role);
    let number = column(ColumnRole::Number);
    let task = column(ColumnRole::Task).unwrap_or_default();
    let mut first = first;
    let mut numbers = Vec::new();
    if let Some(row) = grid.rows.get(first) {
        let texts: Vec<String> =
            row.iter().map(|cell| text_of(&cell.lines)).filter(|text| !text.is_empty()).collect();
        if texts.len() > 1
            && texts.iter().all(|text| head::is_column_number(text))
            && texts.iter().any(|text| text.starts_with('('))
        {
            numbers = row.iter().flat_map(|cell| cell.lines.clone()).collect();
            first += 1;
        }
    }
    let mut rows: Vec<RowIn> = Vec::new();
    let mut at = first;
    while at < grid.rows.len() {
        let anchor = number.unwrap_or(task);
        let height = covering(grid, at, anchor)
            .map_or(1, |(above, cell)| (above + cell.height).saturating_sub(at))
            .max(1);
        let task_height = covering(grid, at, task)
            .map_or(1, |(above, cell)| (above + cell.height).saturating_sub(at))
            .max(1);
        // A number that spans rows with tasks of their own spans nothing else.
        let mut end = (at + height.min(task_height.max(1))).min(grid.rows.len());
        if end <= at {
            end = at + 1;
        }
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
    }
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
    headings: &[crate::import::found::Heading],
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
    if let Some(number) = number {
        row.merged.retain(|column| *column != number);
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
    if row.group && !row.cells.contains_key(&task) {
        // The title of a group may begin in the column of numbers.
        let words: Vec<Line> = row.number.take().into_iter().flat_map(|cell| cell.lines).collect();
        if !words.is_empty() && row.cells.is_empty() {
            row.cells.insert(task, Cell { lines: words });
        }
    }
    (has_title || row.number.is_some()).then_some(row)
}

/// The cells of a table that is text: a cell that takes several places stands in the first.
fn cells_of(grid: &Grid) -> Vec<Vec<Vec<Line>>> {
    let mut rows = Vec::new();
    for (at, _) in grid.rows.iter().enumerate() {
        let row = (0..grid.columns.max(1)).map(|column| {
            let cell = grid.rows[at].iter().find(|cell| cell.column == column);
            cell.map(|cell| cell.lines.clone()).unwrap_or_default()
        });
        rows.push(row.collect());
    }
    rows
}
