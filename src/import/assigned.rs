//! Tasks that stand in the text itself: an item, and below it lines such as “Cơ quan chủ trì: …”, “Thời gian: …”.
//!
//! In: a document as it was recognised and mended. Out: the same with such tasks, each held at its item's address; or, beside
//! tables of tasks, only a note. What may be an assignment and has no such lines is told, never taken.

use std::collections::BTreeMap;

use super::agencies::{opens_agency, opens_party};
use super::found::{Cell, Found, Heading, Passage, Region, Row, Task, TaskTable};
use super::lines::marks::{Mark, candidates};
use super::question::Note;
use super::sheet::{Line, Sheet};
use super::write;
use crate::diagnostic::Diagnostics;
use crate::model::{ColumnRole, TimeMeaning};
use crate::parse::{RawNode, RawRegion, plan_text};
use crate::source::ContentFile;
use crate::text::{one_line, search_key};
use crate::vocabulary::table::{Heading as Said, heading};

/// The most words of a label before its colon.
const LABEL: usize = 8;
/// How far above its lines the item of a task may stand.
const ABOVE: usize = 12;
/// Words by which a sentence gives an agency something to do.
const GIVES: [&str; 7] =
    ["chu tri", "tham muu", "hoan thanh", "bao cao", "xay dung", "to chuc thuc hien", "trien khai"];

/// The columns of such tasks, in the order in which they are written.
const ROLES: [ColumnRole; 6] = [
    ColumnRole::Number,
    ColumnRole::Task,
    ColumnRole::Leads,
    ColumnRole::Partners,
    ColumnRole::Period,
    ColumnRole::Product,
];

/// A passage of the text, with its address.
struct Item<'a> {
    passage: &'a Passage,
    /// Its region: lines of two regions never belong together.
    region: usize,
    id: Option<String>,
    labels: Vec<(ColumnRole, String, String)>,
}

/// An item with the lines below it.
struct Cluster {
    head: usize,
    labels: Vec<(ColumnRole, String, Line)>,
}

/// Takes such tasks, or tells them.
pub(crate) fn read(found: &mut Found, sheet: &Sheet) {
    let items = items(found);
    let clusters = clusters(&items);
    let mut notes = Vec::new();
    let place = |item: &Item<'_>| {
        let raw = item.passage.line.raws.first();
        raw.map(|raw| sheet.raws[*raw].at.clone())
    };
    let mut table = None;
    if let Some(first) = clusters.first() {
        let at = place(&items[first.head]);
        let count = clusters.len();
        let words = if found.tables.is_empty() {
            let tasks: Vec<Task> =
                clusters.iter().filter_map(|cluster| task(&items, cluster)).collect();
            let words = format!(
                "{} nhiệm vụ nhận ra trong lời văn, nhờ các dòng như “{}: …” dưới mỗi việc; xem lại từng tệp nhiệm vụ.",
                tasks.len(),
                first.labels[0].1,
            );
            table = Some(of_tasks(tasks, &clusters));
            words
        } else {
            format!(
                "Ngoài bảng, lời văn có {count} chỗ giao việc bằng các dòng như “{}: …”; chưa nhập thành nhiệm vụ. Việc \
                 nào chưa có trong bảng thì thêm tệp nhiệm vụ cho nó.",
                first.labels[0].1,
            )
        };
        notes.push(Note { at, words });
    } else if found.tables.is_empty() {
        let given: Vec<&Item<'_>> = items.iter().filter(|item| gives(item.passage)).collect();
        if let [first, _, ..] = &given[..] {
            let words = format!(
                "{} đoạn có vẻ giao việc cho một cơ quan nhưng không có dòng riêng về cơ quan, thời gian; đã để là lời \
                 văn. Đoạn nào là nhiệm vụ thì thêm tệp nhiệm vụ cho nó: congkhai new nhiem-vu.",
                given.len()
            );
            notes.push(Note { at: place(first), words });
        }
    }
    found.tables.extend(table);
    found.notes.extend(notes);
}

fn items(found: &Found) -> Vec<Item<'_>> {
    let (text, spots) = write::laid_out(found);
    let mut problems = Diagnostics::default();
    let parsed = plan_text::parse(&ContentFile::PlanText("a").path(), &text, &mut problems);
    let mut starts: BTreeMap<usize, String> = BTreeMap::new();
    for region in parsed.iter().flat_map(|parsed| &parsed.regions) {
        if let RawRegion::Body(nodes) | RawRegion::Appendix { clauses: nodes, .. } = region {
            ids(nodes, &mut starts);
        }
    }
    let items = spots.into_iter().filter_map(|(range, region, at)| {
        let Region::Body(passages) = &found.regions[region] else { return None };
        let passage = &passages[at];
        let id = starts.range(range).next().map(|(_, id)| id.clone());
        let labels = if passage.table.is_some() { Vec::new() } else { labels(&passage.line.text) };
        Some(Item { passage, region, id, labels })
    });
    items.collect()
}

fn ids(nodes: &[RawNode], starts: &mut BTreeMap<usize, String>) {
    for node in nodes {
        starts.insert(node.span.start, node.id.as_str().to_owned());
        ids(&node.children, starts);
    }
}

/// What a line says under labels, where it opens with one: role, label, words.
fn labels(text: &str) -> Vec<(ColumnRole, String, String)> {
    let text = one_line(text);
    let mut rest = text.trim_start_matches(['-', '+', '(', ' ']);
    let mut found: Vec<(ColumnRole, String, String)> = Vec::new();
    while let Some((role, label, words)) = label(rest) {
        // Another label may follow on the same line.
        let end = words
            .match_indices([';', '.', ','])
            .map(|(at, _)| at)
            .find(|at| self::label(words[at + 1..].trim_start()).is_some());
        let own = end.map_or(words, |end| &words[..end]);
        let own = own.trim().trim_end_matches([';', '.', ',']).trim_end();
        if own.is_empty() || found.iter().any(|(other, ..)| *other == role) {
            return Vec::new();
        }
        found.push((role, label.to_owned(), own.to_owned()));
        rest = end.map_or("", |end| words[end + 1..].trim_start());
    }
    found
}

/// The label that the text opens with.
fn label(text: &str) -> Option<(ColumnRole, &str, &str)> {
    let (label, words) = text.split_once(':')?;
    let key = search_key(label);
    let key: Vec<&str> =
        key.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_numbered =
        key.first().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    if key.is_empty() || key.len() > LABEL || is_numbered {
        return None;
    }
    let role = match heading(&key.join(" ")) {
        Said::Sure(role) | Said::Likely(role) => role,
        Said::Unknown => return None,
    };
    let wanted = [ColumnRole::Leads, ColumnRole::Partners, ColumnRole::Period, ColumnRole::Product];
    wanted.contains(&role).then(|| (role, label.trim(), words.trim()))
}

fn clusters(items: &[Item<'_>]) -> Vec<Cluster> {
    let mut found: Vec<Cluster> = Vec::new();
    let mut at = 0;
    while at < items.len() {
        if items[at].labels.is_empty() {
            at += 1;
            continue;
        }
        let first = at;
        let mut labels: Vec<(ColumnRole, String, Line)> = Vec::new();
        while at < items.len() && items[at].region == items[first].region {
            if items[at].labels.is_empty() {
                // “Địa điểm: …” between them says something else of the same task.
                if !is_labelled(items[at].passage) {
                    break;
                }
                at += 1;
                continue;
            }
            let own = &items[at].labels;
            if own.iter().any(|(role, ..)| labels.iter().any(|(other, ..)| other == role)) {
                break;
            }
            let raws = &items[at].passage.line.raws;
            labels.extend(own.iter().map(|(role, label, words)| {
                let line = Line { text: words.clone(), raws: raws.clone(), ..Line::default() };
                (*role, label.clone(), line)
            }));
            at += 1;
        }
        let named = labels
            .iter()
            .any(|(role, _, line)| *role == ColumnRole::Leads && opens_party(&line.text));
        if named
            && labels.len() > 1
            && let Some(head) = head(items, first, &found)
            && (first..at).all(|line| is_below(&items[line], &items[head]))
        {
            found.push(Cluster { head, labels });
        }
    }
    found
}

/// Whether the passage has a label of another kind: a few words before a colon.
fn is_labelled(passage: &Passage) -> bool {
    let text = passage.line.text.trim_start_matches(['-', '+', ' ']);
    let is_item = text.len() < passage.line.text.len();
    let words = text.split_once(':').filter(|(_, words)| !words.trim().is_empty());
    is_item && words.is_some_and(|(label, _)| label.split_whitespace().count() <= 4)
}

/// Whether the text has the line below the item.
fn is_below(line: &Item<'_>, item: &Item<'_>) -> bool {
    let (Some(line), Some(item)) = (&line.id, &item.id) else { return false };
    line.strip_prefix(item.as_str()).is_some_and(|rest| rest.starts_with(['.', '-']))
}

/// The item that lines from `first` on belong to: the numbered one above, or else what stands directly before them.
fn head(items: &[Item<'_>], first: usize, before: &[Cluster]) -> Option<usize> {
    let used = before.last().map(|cluster| cluster.head);
    let is_open = |at: &usize| Some(*at) > used && items[*at].region == items[first].region;
    let mark = |at: usize| candidates(&items[at].passage.line.text).into_iter().next();
    let lines_mark = mark(first);
    let mut above = (0..first).rev().take(ABOVE).take_while(|at| {
        is_open(at)
            && !matches!(mark(*at), Some(Mark::Named(..) | Mark::Roman(_) | Mark::Capital(_)))
    });
    let directly = first.checked_sub(1).filter(is_open);
    let directly = directly.filter(|at| items[*at].labels.is_empty());
    let numbered = above.find(|at| {
        matches!(mark(*at), Some(Mark::Digits(_) | Mark::Dotted(..) | Mark::Letter(_)))
            || (matches!(mark(*at), Some(Mark::Dash)) && !matches!(lines_mark, Some(Mark::Dash)))
    });
    numbered.or_else(|| {
        directly.filter(|at| !matches!(mark(*at), Some(Mark::Roman(_) | Mark::Named(..))))
    })
}

fn task(items: &[Item<'_>], cluster: &Cluster) -> Option<Task> {
    let item = &items[cluster.head];
    let id = item.id.clone()?;
    let text = &item.passage.line.text;
    let is_marked = !candidates(text).is_empty();
    let (mark, words) = match text.split_once(' ') {
        Some((mark, words)) if is_marked => (mark, words.trim()),
        _ => ("", text.as_str()),
    };
    let printed = mark.trim_matches(['-', '+']).trim_end_matches(['.', ')', '/', ':']);
    let mut cells: BTreeMap<usize, Cell> = BTreeMap::new();
    let mut put = |role: ColumnRole, line: Line| {
        let column = ROLES.iter().position(|other| *other == role);
        let cell = Cell { lines: vec![line] };
        cells.extend(column.map(|column| (column, cell)));
    };
    put(
        ColumnRole::Task,
        Line { text: words.to_owned(), raws: item.passage.line.raws.clone(), ..Line::default() },
    );
    for (role, _, line) in &cluster.labels {
        put(*role, line.clone());
    }
    let parts = id.split(['-', '_', '.']).enumerate().map(|(at, part)| {
        let is_roman = at == 0 && part.chars().all(|c| "ivxl".contains(c));
        if is_roman { part.to_uppercase() } else { part.to_owned() }
    });
    let number = parts.collect::<Vec<_>>().join(".");
    Some(Task {
        unnumbered: printed.is_empty(),
        printed: Some(printed.to_owned())
            .filter(|printed| !printed.is_empty() && *printed != number),
        number,
        cells,
        node: Some(id),
        ..Task::default()
    })
}

/// The table that the tasks make, which no document prints.
fn of_tasks(tasks: Vec<Task>, clusters: &[Cluster]) -> TaskTable {
    let headings: Vec<Heading> = ROLES
        .iter()
        .map(|role| {
            let said = clusters.iter().flat_map(|cluster| &cluster.labels);
            let label =
                said.filter(|(other, ..)| other == role).map(|(_, label, _)| label.clone()).next();
            let text = label.unwrap_or_else(|| role.label().to_owned());
            Heading {
                line: Line { text, ..Line::default() },
                role: *role,
                declared: false,
                shared: None,
            }
        })
        .collect();
    TaskTable {
        code: None,
        name: None,
        headings,
        numbers: Vec::new(),
        meaning: TimeMeaning::Unclear,
        rows: tasks.into_iter().map(Row::Task).collect(),
        notes: Vec::new(),
        above: Vec::new(),
        again: Vec::new(),
    }
}

/// Whether the passage opens with an agency and gives it something to do.
fn gives(passage: &Passage) -> bool {
    let text = &passage.line.text;
    if passage.table.is_some() || candidates(text).is_empty() {
        return false;
    }
    let words = text.split_once(' ').map_or("", |(_, words)| words.trim_start());
    let words = words.strip_prefix("Giao ").unwrap_or(words);
    let key = search_key(words);
    opens_agency(words) && key.len() > 40 && GIVES.iter().any(|word| key.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(ColumnRole, &str)]) {
        let found = labels(text);
        let found: Vec<_> = found.iter().map(|(role, _, words)| (*role, words.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_line_may_have_one_label_or_several() {
        use ColumnRole::{Leads, Partners, Period};
        check("- Cơ quan chủ trì: Sở Bến Nước.", &[(Leads, "Sở Bến Nước")]);
        check(
            "Đơn vị thực hiện: Sở Bến Nước; đơn vị phối hợp: Công an tỉnh; thời gian: Quý II/2026.",
            &[(Leads, "Sở Bến Nước"), (Partners, "Công an tỉnh"), (Period, "Quý II/2026")],
        );
        check("Ủy ban nhân dân tỉnh yêu cầu: các sở làm ngay.", &[]);
        check("1. Sở Bến Nước chủ trì việc này.", &[]);
    }
}
