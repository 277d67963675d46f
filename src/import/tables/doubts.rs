//! What a person should look at in a table of tasks: everything that its rows and numbers do not say by themselves.
//!
//! In: a table as it was recognised. Out: notes, one a kind, each with the numbers concerned.

use crate::import::found::{Group, Row, Task, TaskTable};
use crate::import::question::Note;
use crate::import::sheet::Sheet;

/// The most rows that a note names.
const NAMED: usize = 12;

/// The notes of a table.
pub(crate) fn of(table: &TaskTable, sheet: &Sheet) -> Vec<Note> {
    let code = table.code.as_deref();
    let at = |raw: Option<&usize>| raw.map(|raw| sheet.raws[*raw].at.clone());
    let mut notes = Vec::new();
    let mut note = |found: Vec<(String, Option<usize>)>, words: &str| {
        let Some((_, first)) = found.first() else { return };
        let mut names: Vec<&str> = found.iter().take(NAMED).map(|(name, _)| &**name).collect();
        names.extend((found.len() > NAMED).then_some("…"));
        let words = format!("{words}: {}.", names.join(", "));
        notes.push(Note { at: at(first.as_ref()), words });
    };
    let tasks = |fits: &dyn Fn(&Task) -> bool| -> Vec<(String, Option<usize>)> {
        let found = table.tasks().filter(|task| fits(task));
        found.map(|task| (task.key(code), first_of(task))).collect()
    };
    let groups = |fits: &dyn Fn(usize, &Group) -> bool| -> Vec<(String, Option<usize>)> {
        let rows = table.rows.iter().enumerate();
        let found = rows.filter_map(|(at, row)| match row {
            Row::Group(group) if fits(at, group) => Some(group),
            _ => None,
        });
        found.map(|group| (quoted(group), group.title.raws.first().copied())).collect()
    };
    note(
        tasks(&|task| is_moved(&task.number)),
        "Bản nguồn đánh số trùng hoặc không theo thứ tự; trang gọi các dòng ấy bằng số riêng và vẫn in số của bản nguồn",
    );
    note(
        tasks(&|task| task.parent.is_some()),
        "Dòng không có số riêng, đã để là việc con của nhiệm vụ đứng trên (bỏ khóa cha nếu không phải)",
    );
    note(
        tasks(&|task| task.unnumbered && task.parent.is_none()),
        "Dòng không có số trong bản nguồn; trang đặt số để dẫn đến",
    );
    note(
        groups(&|at, group| is_childless(&table.rows, at, group)),
        "Dòng không có cơ quan, thời gian hay lời nhiệm vụ, để là tiêu đề mà không có nhiệm vụ nào ở dưới; nếu đó là \
         một nhiệm vụ thì thêm tệp cho nó",
    );
    note(skipped(table), "Bản nguồn nhảy số trước các dòng này; xem có sót dòng nào không");
    notes
}

fn is_moved(number: &str) -> bool {
    let mut parts = number.rsplitn(2, 'x');
    let time = parts.next().unwrap_or_default();
    parts.next().is_some() && !time.is_empty() && time.bytes().all(|byte| byte.is_ascii_digit())
}

fn first_of(task: &Task) -> Option<usize> {
    let lines = task.cells.values().flat_map(|cell| &cell.lines);
    lines.flat_map(|line| &line.raws).min().copied()
}

fn quoted(group: &Group) -> String {
    let text = &group.title.text;
    let short: String = text.chars().take(40).collect();
    let dots = if short.len() < text.len() { "…" } else { "" };
    format!("“{short}{dots}”")
}

/// Whether nothing stands below the group, which is the row at `at`.
fn is_childless(rows: &[Row], at: usize, group: &Group) -> bool {
    !rows[at + 1..].iter().any(|row| match row {
        Row::Group(other) => other.parent.as_ref() == Some(&group.number),
        Row::Task(task) => task.group.as_ref() == Some(&group.number),
    })
}

/// Tasks before which a number is missing.
fn skipped(table: &TaskTable) -> Vec<(String, Option<usize>)> {
    let code = table.code.as_deref();
    let mut found = Vec::new();
    let mut last: Option<&Task> = None;
    for task in table.tasks().filter(|task| task.parent.is_none()) {
        let parts = |task: &Task| -> Option<(String, usize)> {
            let (stem, own) = task.number.rsplit_once('.').unwrap_or(("", &task.number));
            Some((format!("{:?} {stem}", task.group), own.parse().ok()?))
        };
        if let (Some((before, rank)), Some((stem, own))) = (last.and_then(parts), parts(task))
            && before == stem
            && own > rank + 1
        {
            found.push((task.key(code), first_of(task)));
        }
        last = Some(task);
    }
    found
}
