//! The likeliest parting of a row's lines into cells.
//!
//! In: lines, the roles of columns, the cells that other rows of the table have. Out: pieces, each a cell or the rest of one
//! that goes on behind a page's end. Every piece gets points for what its role looks like; the parting with the most wins.

use std::collections::BTreeMap;

use jiff::civil::date;

use crate::import::agencies::opens_agency;
use crate::import::sheet::Line;
use crate::model::ColumnRole;
use crate::text::schedule::{Column, Setting, read};
use crate::text::search_key;

/// The most lines of a row that are parted.
const MOST: usize = 160;

/// The most lines of a cell.
const LONGEST: usize = 40;

/// Words that open what comes of a task.
const PRODUCTS: [&str; 24] = [
    "bao cao",
    "quyet dinh",
    "de an",
    "van ban",
    "cac ",
    "ke hoach",
    "nghi quyet",
    "nghi dinh",
    "thong tu",
    "luat",
    "chi thi",
    "quy dinh",
    "quy che",
    "chuong trinh",
    "to trinh",
    "du thao",
    "co so du lieu",
    "he thong",
    "bo ",
    "danh muc",
    "phuong an",
    "hoi nghi",
    "dien dan",
    "cong van",
];

/// A stretch of lines that is one cell, or the rest of one behind a page's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The first line.
    pub(crate) from: usize,
    /// The line behind the last.
    pub(crate) to: usize,
    /// Position among the columns.
    pub(crate) column: usize,
    /// Which result: 0 is the row's own.
    pub(crate) result: usize,
}

/// How often cells stand in a table, by column and words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weights(BTreeMap<(usize, String), i32>);

impl Weights {
    /// Counts a cell.
    pub(crate) fn see(&mut self, column: usize, words: &str) {
        *self.0.entry((column, tight(words))).or_default() += 1;
    }

    fn points(&self, column: usize, words: &str) -> i32 {
        let seen = self.0.get(&(column, tight(words))).copied().unwrap_or_default();
        if seen >= 2 { 8 + seen.min(6) } else { 0 }
    }
}

/// Words without white space: a page breaks them anywhere.
fn tight(words: &str) -> String {
    words.split_whitespace().collect()
}

/// What is known of a line.
struct Seen {
    length: usize,
    agency: bool,
    upper: bool,
    /// The line waits for the next: it ends with a hyphen, a comma, or a word that needs another.
    waits: bool,
    cited: bool,
    /// It opens like what comes of a task.
    product: bool,
    new_page: bool,
}

#[derive(Clone, Copy)]
struct Step {
    points: i32,
    before: (usize, usize),
    piece: Piece,
}

/// The likeliest pieces; none of a row that is too long or empty.
pub(crate) fn pieces(
    lines: &[Line],
    columns: &[(usize, ColumnRole)],
    weights: &Weights,
) -> Option<Vec<Piece>> {
    if lines.is_empty() || lines.len() > MOST || columns.is_empty() {
        return None;
    }
    let mut seen: Vec<Seen> = lines.iter().map(look).collect();
    let mut open = 0usize;
    for (seen, line) in seen.iter_mut().zip(lines) {
        open =
            (open + line.text.matches('(').count()).saturating_sub(line.text.matches(')').count());
        // Brackets are closed within their cell.
        seen.waits |= open > 0;
    }
    let width = columns.len();
    let start = width * 2;
    let mut best: Vec<Vec<Option<Step>>> = vec![vec![None; start + 1]; lines.len() + 1];
    let none = Piece { from: 0, to: 0, column: 0, result: 0 };
    best[0][start] = Some(Step { points: 0, before: (0, start), piece: none });
    // What a stretch is worth to a column does not depend on what stands before it.
    let mut known: Vec<Option<i32>> = vec![None; lines.len() * width * (LONGEST + 1)];
    for at in 0..lines.len() {
        for state in 0..=start {
            let Some(step) = best[at][state] else { continue };
            for (column, result, rest, cost) in
                next(state, step.piece.result, columns, seen[at].new_page, at == 0)
            {
                let longest = longest(columns[column].1);
                for to in at + 1..=lines.len().min(at + longest) {
                    // The end of a page ends what stands on it.
                    if to > at + 1 && seen[to - 1].new_page {
                        break;
                    }
                    let points = if rest {
                        let waits = if seen[at - 1].waits && !seen[at].new_page { -12 } else { 0 };
                        waits + left_over(&seen[at..to], columns[column].1)
                    } else {
                        let place = (at * width + column) * (LONGEST + 1) + to - at;
                        *known[place].get_or_insert_with(|| {
                            begin(&seen, at)
                                + worth(lines, &seen, (at, to), columns[column], weights)
                        })
                    };
                    let points = step.points + cost + points;
                    let here = if rest { width + column } else { column };
                    if best[to][here].is_none_or(|old| old.points < points) {
                        let piece = Piece { from: at, to, column, result };
                        best[to][here] = Some(Step { points, before: (at, state), piece });
                    }
                }
            }
        }
    }
    let mut at = lines.len();
    let end = (0..=start).filter_map(|state| Some((best[at][state]?.points, state))).max()?;
    let mut state = end.1;
    let mut found = Vec::new();
    while at > 0 {
        let step = best[at][state]?;
        found.push(step.piece);
        (at, state) = step.before;
    }
    found.reverse();
    Some(found)
}

fn look(line: &Line) -> Seen {
    const CITED: [&str; 10] = [
        "nghi quyet",
        "nghi dinh",
        "chuong",
        "quyet dinh",
        "luat",
        "ke hoach",
        "chi thi",
        "ket luan",
        "cong van",
        "thong bao",
    ];
    let text = line.text.as_str();
    let small = text.to_lowercase();
    let ends = |word: &str| small.ends_with(word);
    let key = search_key(text);
    Seen {
        length: text.chars().count() + 1,
        agency: opens_agency(text) && text.contains(' '),
        upper: !text.starts_with(char::is_lowercase),
        waits: text.ends_with(['-', '/', ',', '('])
            || [" và", " của", " số", " với", " theo", " ngày", " trình", " trình ban"]
                .into_iter()
                .any(ends),
        product: PRODUCTS.iter().any(|word| key.starts_with(word)),
        cited: CITED.iter().any(|word| key.starts_with(word)),
        new_page: line.new_page,
    }
}

/// How many lines a cell has at most.
fn longest(role: ColumnRole) -> usize {
    match role {
        ColumnRole::Period => 6,
        ColumnRole::Leads | ColumnRole::Partners | ColumnRole::Other | ColumnRole::Number => 14,
        ColumnRole::Task => 20,
        ColumnRole::Product => LONGEST,
    }
}

/// What may follow: column, result, whether it is the rest of a cell, what that costs.
fn next(
    state: usize,
    result: usize,
    columns: &[(usize, ColumnRole)],
    new_page: bool,
    first: bool,
) -> Vec<(usize, usize, bool, i32)> {
    let width = columns.len();
    let skip = |count: usize| -6 * i32::try_from(count).unwrap_or(9);
    if first {
        return (0..width).map(|column| (column, 0, false, skip(column))).collect();
    }
    let (last, in_rest) = if state >= width { (state - width, true) } else { (state, false) };
    let mut found = Vec::new();
    if !in_rest {
        found.extend(
            (last + 1..width).map(|column| (column, result, false, skip(column - last - 1))),
        );
    }
    if new_page {
        found.extend((0..width).map(|column| (column, result, true, -2)));
    } else if in_rest {
        found.extend((last + 1..width).map(|column| (column, result, true, -2)));
    }
    let is_late = in_rest || last + 1 == width || columns[last].1 == ColumnRole::Period;
    if is_late {
        let opens = |role| matches!(role, ColumnRole::Leads | ColumnRole::Product);
        let others = columns.iter().enumerate().filter(|(_, (_, role))| opens(*role));
        found.extend(others.map(|(column, _)| (column, result + 1, false, -12)));
    }
    found
}

/// A cell begins with a capital, and not where the line before waits for more.
fn begin(seen: &[Seen], at: usize) -> i32 {
    let low = if seen[at].upper { 0 } else { -20 };
    let waits = if at > 0 && seen[at - 1].waits && !seen[at].new_page { -12 } else { 0 };
    low + waits
}

/// How much lines look like what goes on from a page before.
fn left_over(seen: &[Seen], role: ColumnRole) -> i32 {
    let names = seen[1..].iter().filter(|line| line.agency).count();
    let names = -6 * i32::try_from(names).unwrap_or(9);
    let first = &seen[0];
    match role {
        ColumnRole::Leads => {
            if first.agency {
                5
            } else {
                -3
            }
        }
        ColumnRole::Partners => {
            if first.agency {
                3
            } else {
                -1
            }
        }
        ColumnRole::Period => -8,
        ColumnRole::Task => {
            if first.agency {
                -8
            } else {
                names
            }
        }
        ColumnRole::Product => {
            if first.agency {
                -8
            } else {
                2 + names
            }
        }
        ColumnRole::Other | ColumnRole::Number => {
            if first.cited {
                5
            } else {
                -4
            }
        }
    }
}

/// How much lines look like a cell of this role.
fn worth(
    lines: &[Line],
    seen: &[Seen],
    (from, to): (usize, usize),
    (column, role): (usize, ColumnRole),
    weights: &Weights,
) -> i32 {
    let (own, first) = (&seen[from..to], &seen[from]);
    let inner = (1..own.len()).filter(|at| own[*at].agency && !own[at - 1].waits).count();
    let names = i32::try_from(inner).unwrap_or(9);
    let length: usize = own.iter().map(|line| line.length).sum();
    let text =
        || lines[from..to].iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let common = if own.len() <= 8 { weights.points(column, &text()) } else { 0 };
    common
        + match role {
            ColumnRole::Period => period(&text(), length),
            ColumnRole::Leads | ColumnRole::Partners => {
                let long = if length <= 180 { 0 } else { -8 };
                if first.agency { 8 - 6 * names + long } else { -8 + long }
            }
            ColumnRole::Task => {
                4 + if first.agency { -6 } else { 0 } - 6 * names
                    + if length >= 30 { 2 } else { -2 }
            }
            ColumnRole::Product => {
                let opens = if first.product { 3 } else { 0 };
                3 + opens + if first.agency { -8 } else { 0 } - 6 * names
                    + if length < 8 { -8 } else { 0 }
            }
            ColumnRole::Other | ColumnRole::Number => match (first.cited, length) {
                (true, ..=120) => 7,
                (_, ..=120) => 1,
                _ => -7,
            },
        }
}

fn period(text: &str, length: usize) -> i32 {
    if length > 81 {
        return -10;
    }
    let key = search_key(text);
    const WORDS: [&str; 7] =
        ["thuong xuyen", "hang ", "hang nam", "lien tuc", "dinh ky", "quy ", "nam "];
    if !text.contains(|c: char| c.is_ascii_digit()) && !WORDS.iter().any(|word| key.contains(word))
    {
        return if key.starts_with("theo ") || key.starts_with("ky hop") { 5 } else { -10 };
    }
    let setting = Setting {
        column: Column::Unclear,
        heading_year: Some(2026),
        issued: date(2026, 1, 1),
        is_undated: true,
        plan: None,
    };
    if matches!(read(text, &setting), Ok(Some(_))) {
        return 14;
    }
    if key.starts_with("theo ") || key.starts_with("ky hop") { 5 } else { -10 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [(usize, ColumnRole); 5] = [
        (1, ColumnRole::Task),
        (2, ColumnRole::Leads),
        (3, ColumnRole::Partners),
        (4, ColumnRole::Product),
        (5, ColumnRole::Period),
    ];

    /// The cells of lines parted by `/`, `‖` before the first of a page; pieces are shown as result, column and words.
    #[track_caller]
    fn check(row: &str, expected: &[&str]) {
        let lines: Vec<Line> = row
            .split(" / ")
            .map(|text| Line {
                new_page: text.starts_with('‖'),
                text: text.trim_start_matches('‖').to_owned(),
                ..Line::default()
            })
            .collect();
        let found = pieces(&lines, &COLUMNS, &Weights::default()).unwrap();
        let shown: Vec<String> = found
            .into_iter()
            .map(|piece| {
                let words: Vec<&str> =
                    lines[piece.from..piece.to].iter().map(|line| line.text.as_str()).collect();
                format!("{}.{} {}", piece.result, piece.column, words.join(" "))
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn cells_are_told_by_what_they_look_like() {
        check(
            "Rà soát các bến đò ngang của / tỉnh và sửa chữa / Sở Bến Nước / Các sở, / ban, ngành / Báo cáo / rà soát / Tháng / 9/2026",
            &[
                "0.0 Rà soát các bến đò ngang của tỉnh và sửa chữa",
                "0.1 Sở Bến Nước",
                "0.2 Các sở, ban, ngành",
                "0.3 Báo cáo rà soát",
                "0.4 Tháng 9/2026",
            ],
        );
    }

    #[test]
    fn a_second_result_and_the_rest_of_a_cell_on_the_next_page() {
        check(
            "Rà soát các bến đò ngang của tỉnh / Sở Bến Nước / Các sở, ngành / Báo cáo về / Tháng 5/2026 / ‖các bến / Sở Bến Nước / Các sở, ngành / Đề án sửa chữa / Tháng 9/2026",
            &[
                "0.0 Rà soát các bến đò ngang của tỉnh",
                "0.1 Sở Bến Nước",
                "0.2 Các sở, ngành",
                "0.3 Báo cáo về",
                "0.4 Tháng 5/2026",
                "0.3 các bến",
                "1.1 Sở Bến Nước",
                "1.2 Các sở, ngành",
                "1.3 Đề án sửa chữa",
                "1.4 Tháng 9/2026",
            ],
        );
    }
}
