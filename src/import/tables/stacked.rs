//! A table whose cells stand one below the other, a line each or several: the headings first, then rows by their numbers.
//!
//! In: items from a line on. Out: the table and where it ends; nothing where no table of tasks begins.

use super::cells;
use super::head;
use super::rows::{RowIn, numbered};
use super::weigh::{Weights, pieces};
use crate::import::agencies::opens_party;
use crate::import::found::{Cell, Heading, TaskTable};
use crate::import::lines::{closing, marks};
use crate::import::sheet::{Fate, Furniture, Item, Line, Sheet};
use crate::model::ColumnRole;
use crate::text::numbers::from_roman;
use crate::text::search_key;

/// The most lines of a head.
const HEAD: usize = 24;

fn line_at(items: &[Item], at: usize) -> Option<&Line> {
    match items.get(at) {
        Some(Item::Line(line)) => Some(line),
        _ => None,
    }
}

/// Whether the headings of a table stand here.
pub(crate) fn opens(items: &[Item], at: usize) -> bool {
    headings(items, at).is_some()
}

/// The headings, and where the rows begin.
fn headings(items: &[Item], at: usize) -> Option<(Vec<Heading>, usize)> {
    let first = line_at(items, at)?;
    let key = search_key(first.text.trim_end_matches(['.', ':']));
    if !["tt", "stt", "so tt", "s tt", "so thu tu"].contains(&key.as_str()) {
        return None;
    }
    let mut lines: Vec<Line> = vec![first.clone()];
    let mut next = at + 1;
    while next < items.len() && next - at <= HEAD {
        let line = line_at(items, next)?;
        if path(&line.text).is_some() || starts_with_number(&line.text, 1) {
            break;
        }
        if line.text.chars().count() > 80 {
            return None;
        }
        let goes_on = line.text.starts_with(char::is_lowercase);
        match lines.last_mut() {
            Some(last) if goes_on => last.join(line.clone()),
            _ => lines.push(line.clone()),
        }
        next += 1;
    }
    let headings = head::headings(lines.into_iter().map(|line| (line, None)).collect())?;
    Some((headings, next))
}

/// A number that is a whole line: its parts.
fn path(text: &str) -> Option<Vec<usize>> {
    let bare = text.trim_end_matches(['.', ')']);
    if let Some(value) = from_roman(bare).filter(|_| bare.chars().all(|c| "IVXL".contains(c))) {
        // Romans stand above digits.
        return usize::try_from(value).ok().map(|value| vec![1000 + value]);
    }
    let parts: Vec<&str> = bare.split('.').collect();
    let fits = |part: &&str| {
        (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    parts.iter().all(fits).then(|| parts.iter().filter_map(|part| part.parse().ok()).collect())
}

/// Whether the line opens with this number and goes on with words: a page laid the cells side by side.
fn starts_with_number(text: &str, number: usize) -> bool {
    let label = number.to_string();
    text.strip_prefix(label.as_str()).is_some_and(|rest| {
        rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase))
    })
}

/// Whether a number may come behind the last one.
fn follows(last: Option<&[usize]>, roman: Option<usize>, number: &[usize], flat: bool) -> bool {
    let Some(last) = last else {
        return matches!(number, [1 | 1001] | [1, 1]);
    };
    let Some((own, before)) = number.split_last() else { return false };
    if number.len() == last.len() + 1 && number.starts_with(last) {
        return *own <= 2;
    }
    if number.len() > last.len() {
        // Behind a group of a Roman numeral digits begin or go on.
        return last[0] > 1000 && number.len() == 1 && *own >= 1 && *own < 1000;
    }
    let same = &last[..number.len()];
    if !same.starts_with(before) {
        return false;
    }
    let previous = same[number.len() - 1];
    if *own > 1000 {
        return roman.is_some_and(|roman| *own == roman + 1);
    }
    if previous > 1000 {
        return *own == 1;
    }
    let gap = if number.len() > 1 { 3 } else { 1 };
    *own > previous && *own <= previous + gap
        || (!flat && *own == 1 && number.len() == 1 && last.len() > 1)
}

/// Reads the table whose headings stand at `at`.
pub(crate) fn read(
    items: &[Item],
    at: usize,
    width: Option<usize>,
    sheet: &mut Sheet,
) -> Option<(TaskTable, usize)> {
    let (headings, first) = headings(items, at)?;
    let head: Vec<&str> = items[at..first]
        .iter()
        .filter_map(|item| match item {
            Item::Line(line) => Some(line.text.as_str()),
            Item::Grid(_) => None,
        })
        .collect();
    let number = headings.iter().position(|heading| heading.role == ColumnRole::Number)?;
    let task = headings.iter().position(|heading| heading.role == ColumnRole::Task)?;
    let columns: Vec<(usize, ColumnRole)> = headings
        .iter()
        .enumerate()
        .filter(|(column, _)| *column != number)
        .map(|(column, heading)| (column, heading.role))
        .collect();
    let mut rows: Vec<(Line, Vec<Line>)> = Vec::new();
    let mut notes: Vec<Line> = Vec::new();
    let mut last: Option<Vec<usize>> = None;
    let mut flat = true;
    let mut roman: Option<usize> = None;
    let mut next = first;
    let mut turned = false;
    while next < items.len() {
        let Some(line) = line_at(items, next) else { break };
        if ends(items, next) {
            break;
        }
        // The headings once more, on the next page.
        let again = head.iter().enumerate().all(|(offset, text)| {
            line_at(items, next + offset).is_some_and(|line| line.text == *text)
        });
        if again {
            for offset in 0..head.len() {
                if let Some(line) = line_at(items, next + offset) {
                    sheet.settle(&line.raws, Fate::Furniture(Furniture::HeadAgain));
                }
            }
            turned = true;
            next += head.len();
            continue;
        }
        if width.is_some() && is_page_note(line) && line.gap {
            // Notes end with their page.
            let mut first = true;
            while let Some(line) = line_at(items, next).filter(|line| first || !line.new_page) {
                match notes.last_mut() {
                    Some(note) if !first && !is_page_note(line) => note.join(line.clone()),
                    _ => notes.push(line.clone()),
                }
                first = false;
                next += 1;
            }
            continue;
        }
        let mut line = line.clone();
        line.new_page |= turned;
        turned = false;
        let whole = path(&line.text).filter(|number| follows(last.as_deref(), roman, number, flat));
        if let Some(number) = whole {
            flat &= number.len() == 1;
            roman = number.first().copied().filter(|first| *first > 1000).or(roman);
            last = Some(number);
            rows.push((line, Vec::new()));
        } else if let Some(own) = next_flat(last.as_deref())
            .filter(|own| width.is_some() && starts_with_number(&line.text, *own))
        {
            let label = own.to_string();
            let rest = line.text[label.len()..].trim_start().to_owned();
            last = Some(vec![own]);
            let number = Line { text: label, raws: Vec::new(), ..line.clone() };
            rows.push((number, vec![Line { text: rest, ..line }]));
        } else {
            match rows.last_mut() {
                Some((_, cells)) => cells.push(line),
                None => break,
            }
        }
        next += 1;
    }
    if rows.is_empty() {
        return None;
    }
    let paths: Vec<Vec<usize>> =
        rows.iter().map(|(line, _)| path(&line.text).unwrap_or_default()).collect();
    let is_above = |at: usize| {
        paths.get(at + 1).is_some_and(|next| {
            next.len() > paths[at].len()
                || (paths[at].first().is_some_and(|n| *n > 1000)
                    && next.first().is_some_and(|n| *n < 1000))
        })
    };
    let rows: Vec<(Line, Vec<Line>)> = match width {
        Some(_) => rows.into_iter().map(|(number, lines)| (number, apart(lines))).collect(),
        None => rows,
    };
    let weights = weights(&rows, &columns, width.is_some());
    let mut found: Vec<RowIn> = Vec::new();
    for (at, (number_line, lines)) in rows.into_iter().enumerate() {
        let number = Some(Cell { lines: vec![number_line] });
        if is_above(at) && lines.len() < columns.len().min(3) {
            let cells = [(task, Cell { lines })].into();
            found.push(RowIn { number, cells, group: true, ..RowIn::default() });
            continue;
        }
        let told = if width.is_none() { cells::one_each(&lines, &columns) } else { None };
        let parted = told.or_else(|| cells::weighed(sheet, &lines, &columns, &weights));
        let parted = parted.unwrap_or_else(|| cells::Parted {
            cells: [(task, Cell { lines: lines.clone() })].into(),
            ..cells::Parted::default()
        });
        let mut row = RowIn {
            number,
            cells: parted.cells,
            results: parted.results,
            unsure: !parted.sure,
            ..RowIn::default()
        };
        row.results = together(&mut row, &headings);
        found.push(row);
    }
    let meaning = head::meaning(&headings);
    let rows = numbered(found, Some(number));
    let table = TaskTable {
        code: None,
        name: None,
        headings,
        numbers: Vec::new(),
        meaning,
        rows,
        notes,
        above: Vec::new(),
        again: Vec::new(),
    };
    Some((table, next))
}

fn next_flat(last: Option<&[usize]>) -> Option<usize> {
    match last {
        None => Some(1),
        Some([number]) if *number < 1000 => Some(number + 1),
        Some(_) => None,
    }
}

/// What the cells of the rows look like together: what stands in a column more than once stands there again.
fn weights(rows: &[(Line, Vec<Line>)], columns: &[(usize, ColumnRole)], broken: bool) -> Weights {
    let mut weights = Weights::default();
    if !broken {
        return weights;
    }
    for (_, lines) in rows {
        for piece in pieces(lines, columns, &Weights::default()).into_iter().flatten() {
            let words: Vec<&str> =
                lines[piece.from..piece.to].iter().map(|line| line.text.as_str()).collect();
            weights.see(columns[piece.column].0, &words.join(" "));
        }
    }
    weights
}

/// The results behind the first row of cells, and that row as the first of them. Columns that results cannot have are
/// joined into the row's own.
fn together(row: &mut RowIn, headings: &[Heading]) -> Vec<std::collections::BTreeMap<usize, Cell>> {
    if row.results.is_empty() {
        return Vec::new();
    }
    let mut results = std::mem::take(&mut row.results);
    let own = |column: &usize| {
        matches!(
            headings[*column].role,
            ColumnRole::Period | ColumnRole::Product | ColumnRole::Leads
        )
    };
    for result in &mut results {
        let others: Vec<usize> = result.keys().copied().filter(|column| !own(column)).collect();
        for column in others {
            if let Some(cell) = result.remove(&column) {
                row.cells.entry(column).or_default().lines.extend(cell.lines);
            }
        }
    }
    let shared: Vec<usize> = row
        .cells
        .keys()
        .copied()
        .filter(|column| own(column) && results.iter().any(|result| result.contains_key(column)))
        .collect();
    let first = shared
        .into_iter()
        .filter_map(|column| Some((column, row.cells.remove(&column)?)))
        .collect();
    results.insert(0, first);
    results
}

/// Whether what stands here is no row.
fn ends(items: &[Item], at: usize) -> bool {
    let Some(line) = line_at(items, at) else { return true };
    let key = search_key(&line.text);
    key.starts_with("phu luc")
        || closing::opens_recipients(&line.text)
        || matches!(marks::candidates(&line.text)[..], [marks::Mark::Named(..)])
}

/// A note at the foot of a page: its number, then words.
fn is_page_note(line: &Line) -> bool {
    let digits = line.text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits)
        && line.text[digits..].starts_with(' ')
        && line.text[digits..].trim_start().starts_with(char::is_uppercase)
        && line.text.chars().count() >= 80
}

/// Lines in which a page laid two cells side by side, cut where a name begins behind a class.
fn apart(lines: Vec<Line>) -> Vec<Line> {
    const ENDS: [&str; 6] =
        ["ngang bộ", "ban, ngành", "bộ, ngành", "liên quan", "thành phố", "đơn vị"];
    let mut cut = Vec::new();
    for line in lines {
        let at = ENDS.iter().find_map(|end| {
            let at = line.text.find(end)? + end.len();
            let rest = line.text[at..].strip_prefix(' ')?;
            (opens_party(rest) && rest.starts_with(char::is_uppercase)).then_some(at)
        });
        match at {
            Some(at) => {
                let right = Line {
                    text: line.text[at..].trim_start().to_owned(),
                    new_page: false,
                    ..line.clone()
                };
                cut.push(Line { text: line.text[..at].to_owned(), ..line });
                cut.push(right);
            }
            None => cut.push(line),
        }
    }
    cut
}
