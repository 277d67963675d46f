//! Rows of a table as groups and tasks, each with a number that no other has.
//!
//! In: rows in the document's order. Out: [`Row`]s, whose numbers bring them into that order again. Numbers stay as printed
//! where they can; where they begin anew in a group, the group gets a code; a row without a number gets one that is not
//! printed, and one whose number another has, or that comes out of order, one behind the number before it.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::import::found::{Cell, Group, Row, Task};
use crate::import::sheet::Line;
use crate::parse::is_task_number;
use crate::text::alphabet::{point_at, point_id};
use crate::text::natural::number_cmp;
use crate::text::numbers::from_roman;
use crate::text::slug;

/// The most letters of a number that words make.
const LONGEST: usize = 24;

/// A row before it has its number.
#[derive(Clone, Debug, Default)]
pub(crate) struct RowIn {
    /// What stands in the column of numbers.
    pub(crate) number: Option<Cell>,
    /// The other cells, by column.
    pub(crate) cells: BTreeMap<usize, Cell>,
    /// Results with cells of their own.
    pub(crate) results: Vec<BTreeMap<usize, Cell>>,
    /// Columns that share the cell above or at the left.
    pub(crate) merged: Vec<usize>,
    /// Its cells were weighed, not told.
    pub(crate) unsure: bool,
    /// It heads the rows that follow.
    pub(crate) group: bool,
    /// It is neither a task nor a heading of any: nothing is below it.
    pub(crate) stray: bool,
    /// Its number is that of the row above, in one cell with it.
    pub(crate) shares_number: bool,
}

/// Gives rows their numbers and groups.
pub(crate) fn numbered(rows: Vec<RowIn>, number: Option<usize>) -> Vec<Row> {
    let mut numbering = Numbering {
        number,
        open: Vec::new(),
        groups: 0,
        taken: BTreeSet::new(),
        names: BTreeSet::new(),
        last: None,
        children: 0,
        plain: 0,
        order: BTreeMap::new(),
        rows: Vec::new(),
    };
    for row in rows {
        match (row.group, row.stray) {
            (_, true) => numbering.stray(&row),
            (true, _) => numbering.group(&row),
            (false, _) => numbering.task(row),
        }
    }
    numbering.rows
}

struct Numbering {
    number: Option<usize>,
    /// Open groups: level, number, position in `rows`, whether it has tasks.
    open: Vec<(usize, String, usize, bool)>,
    groups: usize,
    taken: BTreeSet<(Option<String>, String)>,
    names: BTreeSet<String>,
    /// The last task that others may be parts of.
    last: Option<String>,
    children: usize,
    plain: usize,
    /// The number that came last, by group: only a greater one may follow.
    order: BTreeMap<Option<String>, String>,
    rows: Vec<Row>,
}

/// A number without what opens and closes it.
fn bare(text: &str) -> String {
    let closed = text.trim().trim_end_matches(['.', ')', '/', ':', '-', '–', '*', ' ']);
    closed.trim_start_matches(['(', ' ']).to_owned()
}

/// The number of a row: as printed, or made of the words that stand for one.
fn number_of(printed: &str) -> Option<String> {
    let own = bare(printed);
    if !printed.chars().any(char::is_alphanumeric) {
        return None;
    }
    if is_task_number(&own) && own.chars().any(|c| c.is_ascii_alphanumeric()) {
        let short = own.trim_start_matches('0');
        return Some(if short.is_empty() || short.starts_with('.') {
            own
        } else {
            short.to_owned()
        });
    }
    let words: String = slug(printed).chars().filter(|c| *c != '-').take(LONGEST).collect();
    (!words.is_empty()).then_some(words)
}

/// The lines as one.
fn whole<'a>(lines: impl Iterator<Item = &'a Line>) -> Line {
    let mut whole = Line::default();
    for line in lines {
        if whole.raws.is_empty() { whole = line.clone() } else { whole.join(line.clone()) }
    }
    whole
}

/// The number and the title of a heading.
fn words(row: &RowIn) -> (String, Line) {
    let number = whole(row.number.iter().flat_map(|cell| &cell.lines));
    let own = row.cells.iter().filter(|(column, _)| !row.merged.contains(column));
    let title = whole(own.flat_map(|(_, cell)| &cell.lines));
    if !title.raws.is_empty() {
        return (number.text, title);
    }
    // One cell holds both, over all columns: “I. Nhóm một”.
    let (printed, text) = apart(&number.text);
    (printed, Line { text, ..number })
}

fn number_raws(row: &RowIn) -> Vec<usize> {
    row.number.iter().flat_map(|cell| &cell.lines).flat_map(|line| line.raws.clone()).collect()
}

/// The number that words open with, and the words behind it; words alone where no words would be left.
fn apart(text: &str) -> (String, String) {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let is_number = first.ends_with(['.', ')', '/', ':', '-'])
        && is_task_number(&bare(first))
        && (from_roman(&bare(first)).is_some() || bare(first).len() <= 4);
    match is_number && !rest.trim().is_empty() {
        true => (first.to_owned(), rest.trim().to_owned()),
        false => (String::new(), text.to_owned()),
    }
}

fn level(number: &str) -> usize {
    if from_roman(number).is_some() {
        1
    } else if number.len() == 1 && number.chars().all(|c| c.is_ascii_uppercase()) {
        0
    } else {
        2 + number.matches('.').count()
    }
}

impl Numbering {
    fn group(&mut self, row: &RowIn) {
        self.groups += 1;
        let (printed, title) = words(row);
        let number = bare(&printed);
        let level = if number.is_empty() { 1 } else { level(&number) };
        while self.open.last().is_some_and(|(other, ..)| *other >= level) {
            self.open.pop();
        }
        // Behind tasks of the same group, one of a lower number would be shown before them.
        let parent = self.open.last().map(|(_, number, ..)| number.clone());
        let before = self.order.get(&parent);
        let comes_last =
            before.is_none_or(|before| number_cmp(&number, before) == Ordering::Greater);
        let fits = is_task_number(&number) && !self.names.contains(&number) && comes_last;
        let name = if fits { number } else { self.free_name() };
        self.names.insert(name.clone());
        let group = Group {
            unnumbered: printed.is_empty() || self.number.is_none(),
            printed: Some(printed).filter(|printed| *printed != name && !printed.is_empty()),
            number: name.clone(),
            title,
            number_raws: number_raws(row),
            parent,
            code: None,
        };
        self.open.push((level, name, self.rows.len(), false));
        self.last = None;
        self.rows.push(Row::Group(group));
    }

    /// A heading of nothing keeps its place; what follows goes on in the group around.
    fn stray(&mut self, row: &RowIn) {
        let (printed, title) = words(row);
        let parent = self.open.last().map(|(_, number, ..)| number.clone());
        let number = match self.order.get(&parent) {
            Some(before) => self.behind(None, before),
            None => self.free_name(),
        };
        self.names.insert(number.clone());
        self.order.insert(parent.clone(), number.clone());
        self.rows.push(Row::Group(Group {
            unnumbered: printed.is_empty() || self.number.is_none(),
            printed: Some(printed).filter(|printed| !printed.is_empty()),
            number,
            title,
            number_raws: number_raws(row),
            parent,
            code: None,
        }));
    }

    fn task(&mut self, row: RowIn) {
        let printed = row.number.as_ref().map(Cell::one_line).unwrap_or_default();
        let mut task = Task {
            cells: row.cells,
            results: row.results,
            merged: row.merged,
            unsure: row.unsure,
            group: self.open.last().map(|(_, number, ..)| number.clone()),
            ..Task::default()
        };
        if let (Some(column), Some(cell)) = (self.number, row.number) {
            task.cells.insert(column, cell);
        }
        if let Some(number) = number_of(&printed) {
            self.children = 0;
            self.last = Some(number.clone());
            task.number = number;
        } else if let (Some(last), true) = (self.last.clone(), row.shares_number) {
            task.number = last;
        } else if let Some(parent) = self.last.clone().filter(|_| self.number.is_some()) {
            self.children += 1;
            let letter = point_at(self.children).and_then(point_id);
            let letter = letter.map_or_else(|| format!("z{}", self.children), str::to_owned);
            task.number = format!("{parent}.{letter}");
            task.parent = Some(parent);
        } else {
            self.plain += 1;
            task.number = self.plain.to_string();
        }
        task.unnumbered = printed.is_empty() && self.number.is_some();
        self.distinct(&mut task);
        task.printed =
            Some(printed).filter(|printed| !printed.is_empty() && *printed != task.number);
        if let Some(open) = self.open.last_mut() {
            open.3 = true;
        }
        self.rows.push(Row::Task(task));
    }

    /// A number that stands before gets the code of its group, or else a letter.
    fn distinct(&mut self, task: &mut Task) {
        let code = |rows: &[Row], at: usize| match &rows[at] {
            Row::Group(group) => group.code.clone(),
            Row::Task(_) => None,
        };
        let open = self.open.last().cloned();
        if let Some((_, _, at, _)) = &open {
            task.code = code(&self.rows, *at);
        }
        if self.taken.contains(&(task.code.clone(), task.number.clone())) {
            match open {
                Some((_, _, at, false)) if task.code.is_none() => {
                    let name = format!("n{}", self.groups);
                    if let Row::Group(group) = &mut self.rows[at] {
                        group.code = Some(name.clone());
                    }
                    task.code = Some(name);
                }
                _ => task.number = self.behind(task.code.as_deref(), &task.number),
            }
        }
        if task.parent.is_none() {
            let last = self.order.get(&task.group);
            if let Some(last) = last
                && number_cmp(&task.number, last) != Ordering::Greater
            {
                task.number = self.behind(task.code.as_deref(), last);
            }
            self.order.insert(task.group.clone(), task.number.clone());
            self.last = self.last.take().map(|_| task.number.clone());
        }
        self.taken.insert((task.code.clone(), task.number.clone()));
    }

    /// A number that no other has, directly behind this one.
    fn behind(&self, code: Option<&str>, before: &str) -> String {
        // Only what was put behind a number is counted on: words may have the letter too.
        let counted = before.rsplit_once('x').and_then(|(stem, time)| {
            Some((stem, u32::from(time.parse::<u16>().ok()?))).filter(|(stem, _)| !stem.is_empty())
        });
        let (stem, time) = counted.unwrap_or((before, 1));
        let is_free = |number: &String| {
            let key = (code.map(str::to_owned), number.clone());
            !self.taken.contains(&key)
                && !self.names.contains(number)
                && number_cmp(number, before) == Ordering::Greater
        };
        let mut free = (time + 1..).map(|time| format!("{stem}x{time}")).filter(is_free);
        free.next().expect("the numbers do not end")
    }

    /// A name for a group whose number cannot be one.
    fn free_name(&self) -> String {
        let names = (self.groups..).map(|at| format!("g{at}"));
        let mut free = names.filter(|name| !self.names.contains(name));
        free.next().expect("the numbers do not end")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::sheet::Line;

    /// Rows by their numbers, `#` before a group; what they are called, with what is printed where that is another.
    #[track_caller]
    fn check(numbers: &str, expected: &str) {
        let cell = |text: &str| Cell {
            lines: vec![Line { text: text.to_owned(), raws: vec![0], ..Line::default() }],
        };
        let rows = numbers.split(' ').map(|number| {
            let (number, group) = match number.strip_prefix('#') {
                Some(number) => (number, true),
                None => (number, false),
            };
            let number = number.trim_matches('_').replace('_', " ");
            RowIn {
                number: (!number.is_empty()).then(|| cell(&number)),
                cells: [(1, cell("Việc"))].into(),
                group,
                ..RowIn::default()
            }
        });
        let rows = numbered(rows.collect(), Some(0));
        let found: Vec<String> = rows
            .iter()
            .map(|row| match row {
                Row::Group(group) => format!("#{}", group.number),
                Row::Task(task) => match &task.printed {
                    Some(printed) => format!("{}({printed})", task.key(None)),
                    None => task.key(None),
                },
            })
            .collect();
        assert_eq!(found.join(" "), expected, "{numbers}");
    }

    #[test]
    fn numbers_stay_where_they_can() {
        check("1 2 5", "1 2 5");
        check("01 02", "1(01) 2(02)");
        check("1. 2) (3) 4*", "1(1.) 2(2)) 3((3)) 4(4*)");
        check(
            "Xét_duyệt Xây_dựng Lập_sổ_xã",
            "xetduyet(Xét duyệt) xetduyetx2(Xây dựng) xetduyetx3(Lập sổ xã)",
        );
        check("Nhiệm_vụ_1 Nhiệm_vụ_2", "nhiemvu1(Nhiệm vụ 1) nhiemvu2(Nhiệm vụ 2)");
        check("#I 1 2 #II 1 2", "#I 1 2 #II n2-1 n2-2");
        check("1 _ - 2", "1 1.a 1.b(-) 2");
    }

    #[test]
    fn numbers_that_come_twice_or_out_of_order_stand_where_they_stand() {
        check("1 2 2 3", "1 2 2x2(2) 3");
        check("5 4 3 6", "5 5x2(4) 5x3(3) 6");
        check("1 2 1 2 3", "1 2 2x2(1) 2x3(2) 3");
        check("1 2 #1 1.1", "1 2 #g1 1.1");
    }
}
