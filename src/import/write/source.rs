//! `nguon.txt`: the words of the source, in the order in which they are read, that the content is compared with.
//!
//! In: the sheet, what was recognised. Out: the copy, and which of its lines are no part of the document. A text file that
//! nothing had to be done to is its own copy.

use crate::import::found::{Found, Region, Row, Task, TaskTable};
use crate::import::sheet::{Fate, Furniture, Line, Sheet};

/// The copy.
#[derive(Clone, Debug, Default)]
pub(crate) struct Copy {
    /// Its text.
    pub(crate) text: String,
    /// Ranges of its lines that are not the document's, with what they are.
    pub(crate) apart: Vec<(usize, usize, &'static str)>,
}

/// What lines that are no part of the document are called.
fn name(fate: Fate) -> Option<&'static str> {
    Some(match fate {
        Fate::Content => return None,
        Fate::Unplaced => "Chưa xếp được vào nội dung; xem nhap.md",
        Fate::Furniture(Furniture::Front) => "Dòng đứng trước văn bản, do nơi đăng thêm",
        Fate::Furniture(Furniture::Page) => "Đầu trang, số trang",
        Fate::Furniture(Furniture::Stamp) => "Dấu chữ ký số của nơi đăng",
        Fate::Furniture(Furniture::Rule) => "Đường kẻ trang trí",
        Fate::Furniture(Furniture::HeadAgain) => "Tiêu đề bảng lặp lại ở trang sau",
    })
}

/// Makes the copy; `own` is the source where it is a text.
pub(crate) fn copy(sheet: &Sheet, found: &Found, own: Option<&str>) -> Copy {
    let emitted = emitted(found);
    let in_order = emitted.windows(2).all(|pair| pair[0] < pair[1]);
    let changed = sheet.raws.iter().any(|raw| raw.text != raw.source || raw.at.cell.is_some());
    if let Some(own) = own.filter(|_| in_order && !changed) {
        let mut copy = Copy { text: own.to_owned(), apart: Vec::new() };
        for raw in &sheet.raws {
            if let Some(name) = name(raw.fate) {
                put(&mut copy.apart, raw.at.line, name);
            }
        }
        return copy;
    }
    let mut after: Vec<Vec<usize>> = vec![Vec::new(); sheet.raws.len() + 1];
    let is_emitted: std::collections::BTreeSet<usize> = emitted.iter().copied().collect();
    let mut last = 0;
    for raw in 0..sheet.raws.len() {
        if is_emitted.contains(&raw) { last = raw + 1 } else { after[last].push(raw) }
    }
    let mut order: Vec<usize> = after[0].clone();
    for raw in emitted {
        order.push(raw);
        order.extend(&after[raw + 1]);
    }
    let mut copy = Copy::default();
    let mut line = 0;
    for raw in order {
        let raw = &sheet.raws[raw];
        if raw.text.is_empty() {
            continue;
        }
        line += 1;
        copy.text.push_str(&raw.text);
        copy.text.push('\n');
        if let Some(name) = name(raw.fate) {
            put(&mut copy.apart, line, name);
        }
    }
    copy
}

fn put(apart: &mut Vec<(usize, usize, &'static str)>, line: usize, name: &'static str) {
    match apart.last_mut() {
        Some((_, last, other)) if *other == name && (*last == line || *last + 1 == line) => {
            *last = line
        }
        _ => apart.push((line, line, name)),
    }
}

/// The lines of the content, in the order in which the content has them.
fn emitted(found: &Found) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    let mut add = |line: &Line| order.extend(&line.raws);
    for region in &found.regions {
        match region {
            Region::Lines(_, blocks) => blocks.iter().flatten().for_each(&mut add),
            Region::Body(passages) => passages.iter().for_each(|passage| add(&passage.line)),
            Region::Table(table) => rows(&found.tables[*table], &mut add),
            Region::Enclosed => {}
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    order.retain(|raw| seen.insert(*raw));
    order
}

fn rows(table: &TaskTable, add: &mut impl FnMut(&Line)) {
    for heading in &table.headings {
        add(heading.shared.as_ref().unwrap_or(&heading.line));
    }
    table
        .headings
        .iter()
        .filter(|heading| heading.shared.is_some())
        .for_each(|heading| add(&heading.line));
    table.numbers.iter().for_each(&mut *add);
    for row in &table.rows {
        match row {
            Row::Group(group) => {
                add(&Line { raws: group.number_raws.clone(), ..Line::default() });
                add(&group.title);
            }
            Row::Task(task) => cells(table, task, add),
        }
    }
}

fn cells(table: &TaskTable, task: &Task, add: &mut impl FnMut(&Line)) {
    for column in 0..table.headings.len() {
        if let Some(cell) = task.cells.get(&column) {
            cell.lines.iter().for_each(&mut *add);
            continue;
        }
        for result in &task.results {
            result.get(&column).into_iter().flat_map(|cell| &cell.lines).for_each(&mut *add);
        }
    }
}
