//! A table of a form that has tables: what it is, and its head.

use super::spans::{covering, joined, text_of};
use super::{body, head};
use crate::import::agencies::opens_agency;
use crate::import::answers::Answers;
use crate::import::found::{Heading, PlainTable, TaskTable};
use crate::import::question::Question;
use crate::import::sheet::{Grid, GridCell, Line};
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
    let known = (0..grid.rows.len().min(3))
        .find_map(|row| head_at(grid, row).map(|(headings, first)| (headings, row, first)));
    let id = format!("bang-{}-{}", grid.at.line, nth);
    let said = answers.get(&id).map(search_key);
    let told = |word: &str| said.as_deref().is_some_and(|said| said.contains(word));
    let declared = said.as_deref().filter(|said| said.contains('='));
    let declared = declared.and_then(|said| {
        let (lines, first) = (0..grid.rows.len().min(3)).find_map(|row| head_lines(grid, row))?;
        Some((head::declared(lines, said)?, 0, first))
    });
    if let Some((headings, top, first)) = declared.or(known)
        && !told("loi van")
        && !told("lich")
        && !told("chi so")
        && !told("bieu mau")
    {
        return Kind::Tasks(body::tasks(grid, headings, top, first));
    }
    if !grid.ruled || grid.columns < 2 || grid.rows.len() < 2 {
        return Kind::Layout;
    }
    let sort = sort(grid, said.as_deref());
    let rows = cells_of(grid);
    let heads: Vec<String> = rows.first().into_iter().flatten().map(|cell| text_of(cell)).collect();
    if sort.is_none() && (looks_like_tasks(&heads) || names_agencies(grid)) {
        questions.push(Question {
            id,
            asked: "Bảng này có giao nhiệm vụ không?".to_owned(),
            words: heads.join(" | "),
            at: Some(grid.at.clone()),
            taken: "bảng trong lời văn, không phải bảng nhiệm vụ".to_owned(),
            others: vec!["lịch".to_owned(), "chỉ số".to_owned(), "biểu mẫu".to_owned()],
            how: "lời văn, lịch, chỉ số hoặc biểu mẫu; nếu bảng giao nhiệm vụ thì ghi từng cột là gì, như: Hạng mục = nhiệm vụ; \
                  Đơn vị = chủ trì; Hạn = thời gian"
                .to_owned(),
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

/// Whether some column has an agency in most of its rows.
fn names_agencies(grid: &Grid) -> bool {
    let rows = grid.rows.get(1..).unwrap_or_default();
    (0..grid.columns).any(|column| {
        let cells = rows.iter().filter_map(|row| row.iter().find(|cell| cell.column == column));
        let texts: Vec<String> = cells.map(|cell| text_of(&cell.lines)).collect();
        let named = texts.iter().filter(|text| opens_agency(text)).count();
        named > 1 && named * 2 >= texts.len()
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

/// What stands over a column, with what it shares above with its neighbours.
type HeadLine = (Line, Option<Line>);

/// The lines of a head that begins at this row, a column each with what it shares above, and the row behind them.
fn head_lines(grid: &Grid, row: usize) -> Option<(Vec<HeadLine>, usize)> {
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
    Some((lines, if has_lower { lower + 1 } else { row + depth_of(grid, row) }))
}

/// The headings that begin at this row, and the row behind them.
fn head_at(grid: &Grid, row: usize) -> Option<(Vec<Heading>, usize)> {
    let (lines, behind) = head_lines(grid, row)?;
    Some((head::headings(lines)?, behind))
}

/// Whether the table goes on with the one before it, on another page: with the same head once more, or with none.
pub(crate) fn goes_on(before: &Grid, grid: &Grid) -> bool {
    let head = |grid: &Grid| {
        (0..grid.rows.len().min(3)).find_map(|row| Some((row, head_at(grid, row)?.1)))
    };
    let Some((top, first)) = head(before).filter(|_| before.columns == grid.columns) else {
        return false;
    };
    let words = |grid: &Grid, row: usize| -> Vec<String> {
        let cells = grid.rows.get(row).into_iter().flatten();
        cells.map(|cell| search_key(&text_of(&cell.lines))).collect()
    };
    let number = |row: Option<&Vec<GridCell>>| -> Option<usize> {
        let cell = row?.first()?;
        text_of(&cell.lines).trim_end_matches(['.', ')', ' ']).parse().ok()
    };
    let last = before.rows.iter().rev().find_map(|row| number(Some(row)));
    let again = head(grid).is_some();
    let same = (top..first).all(|row| words(before, row) == words(grid, row - top));
    let next = number(grid.rows.get(if again { first - top } else { 0 }));
    let goes_on = last.is_some() && next == last.map(|last| last + 1);
    goes_on && (same || !again)
}

fn depth_of(grid: &Grid, row: usize) -> usize {
    grid.rows[row].iter().map(|cell| cell.height).min().unwrap_or(1).max(1)
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
