//! CK220: the content's words are the source's words, and the source is the one that was read.

use std::ops::Range;

use super::lost::Lost;
use super::verbatim::{Word, report, source_words};
use crate::diagnostic::catalog::ck220;
use crate::diagnostic::{Diagnostics, Place, SourcePath};
use crate::model::{Column, Log, Origin, Plan, Record, SourceCopy, TableRow, Task};
use crate::output::Checksum;
use crate::parse::plan_text::{Within, words};
use crate::source::ContentFile;
use crate::text::form::{form_of, other_form};

pub(super) fn check(record: &Record, lost: &Lost<'_>, problems: &mut Diagnostics) {
    for (plan, log) in record.plans() {
        let Some(copy) = &plan.source_text.copy else { continue };
        unchanged(plan, copy, problems);
        // Without a task that could not be read, everything behind it would seem to differ.
        if !lost.has_task_of(plan) {
            alike(plan, log, copy, problems);
        }
    }
}

fn unchanged(plan: &Plan, copy: &SourceCopy, problems: &mut Diagnostics) {
    let found = Checksum::of(copy.text.as_bytes()).to_string();
    if !copy.sha256.is_empty() && !is_stated(&copy.sha256, &found) {
        let (at, file) = (plan.source.key("nguon.sha256"), copy.file.whole());
        let bytes = copy.text.as_bytes();
        let is_meant = |bytes: &[u8]| is_stated(&copy.sha256, &Checksum::of(bytes).to_string());
        problems.push(match other_form(bytes, is_meant) {
            Some(meant) => ck220::copy_in_other_form(at, file, form_of(bytes), meant),
            None => ck220::copy_changed(at, file, &copy.sha256, &found),
        });
    }
}

/// Whether the checksum is the one that somebody wrote.
fn is_stated(stated: &str, found: &str) -> bool {
    stated.eq_ignore_ascii_case(found)
}

/// Where a word of the content stands.
#[derive(Clone)]
enum Spot<'a> {
    /// In the plan's text.
    Text(Range<usize>, Within<'a>),
    /// In the number or title of the group at this position.
    Group(usize, &'static str),
    /// In a key of a task.
    Task(&'a Task, &'static str),
}

fn alike(plan: &Plan, log: &Log, copy: &SourceCopy, problems: &mut Diagnostics) {
    let wrapper: Vec<_> = copy.wrapper.iter().map(|(first, last, _)| *first..=*last).collect();
    let expected: Vec<_> = source_words(&copy.text, &wrapper)
        .into_iter()
        .map(|word| Word { text: word.text, at: word.at..word.at + word.text.len() })
        .collect();
    let found = content_words(plan, log);
    report(
        &expected,
        &found,
        |range| copy.file.passage(range.clone()),
        |spot| place(plan, spot),
        &plan.text_source.whole(),
        problems,
    );
}

/// The plan's words in the order of the document: its text, and below the headings of each table its rows.
fn content_words<'a>(plan: &'a Plan, log: &'a Log) -> Vec<Word<'a, Spot<'a>>> {
    let mut found = Vec::new();
    let mut words = plan.text.words(&plan.text_file).into_iter().peekable();
    while let Some(word) = words.next() {
        let within = word.within;
        found.push(Word { text: word.text, at: Spot::Text(word.span, within) });
        if let Within::Table(table) = within
            && words.peek().is_none_or(|next| next.within != within)
        {
            rows(plan, log, table, &mut found);
        }
    }
    for (table, _) in plan.tables.iter().enumerate().filter(|(_, table)| !table.is_printed()) {
        rows(plan, log, table, &mut found);
    }
    found
}

/// Whether the task stands in the text itself, as an item and lines such as “Cơ quan chủ trì: …” below it: every cell's
/// words are words of the places that it names, in their order. Then they were compared with those.
fn stands_in_text(plan: &Plan, task: &Task, text: &[Word<'_, Spot<'_>>]) -> bool {
    if task.nodes.is_empty() || plan.tables[task.table].is_printed() {
        return false;
    }
    let is_within = |id: &str| {
        task.nodes.iter().any(|node| {
            let rest = id.strip_prefix(node.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '-']))
        })
    };
    let here: Vec<&str> = text
        .iter()
        .filter(|word| matches!(word.at, Spot::Text(_, Within::Node(id)) if is_within(id.as_str())))
        .map(|word| word.text)
        .collect();
    let bare = |word: &str| word.trim_end_matches(['.', ',', ';']).to_owned();
    let columns = plan.tables[task.table].columns.iter().chain([&Column::Product]);
    columns
        .filter(|column| **column != Column::Number)
        .flat_map(|column| task.cell_lines(column))
        .all(|line| {
            let own: Vec<&str> = words(line.written()).map(|(_, word)| word).collect();
            // The sign that closes a line is no part of a cell.
            let alike = |window: &[&str]| match (window.split_last(), own.split_last()) {
                (Some((last, before)), Some((end, own))) => {
                    before == own && bare(last) == bare(end)
                }
                _ => false,
            };
            own.is_empty() || here.windows(own.len()).any(alike)
        })
}

/// The words of a table below its headings, row by row, cell by cell.
fn rows<'a>(plan: &'a Plan, log: &'a Log, table: usize, found: &mut Vec<Word<'a, Spot<'a>>>) {
    let columns = &plan.tables[table];
    let tasks = log.tasks.values().filter(|task| matches!(task.origin, Origin::Plan));
    for row in plan.rows(table, tasks, Task::row_place) {
        match row {
            TableRow::Group(index) => {
                let group = &plan.groups[index];
                if columns.columns.contains(&Column::Number) {
                    add(found, group.printed_number(), &Spot::Group(index, "so"));
                }
                add(found, group.title.quoted().written(), &Spot::Group(index, "ten"));
            }
            TableRow::Task(task) if stands_in_text(plan, task, found) => {}
            TableRow::Task(task) => {
                for (column, heading) in columns.headed() {
                    if task.merged.contains(heading) {
                        continue;
                    }
                    for line in task.cell_lines(column) {
                        add(found, line.written(), &Spot::Task(task, column.key()));
                    }
                }
            }
        }
    }
}

fn add<'a>(found: &mut Vec<Word<'a, Spot<'a>>>, text: &'a str, spot: &Spot<'a>) {
    found.extend(words(text).map(|(_, text)| Word { text, at: spot.clone() }));
}

fn place(plan: &Plan, spot: &Spot<'_>) -> (Place, String) {
    match spot {
        Spot::Text(range, within) => (
            plan.text_source.passage(range.clone()),
            format!("{}: {within}", name(&plan.text_source)),
        ),
        Spot::Group(index, key) => (
            plan.source.key("nhom_nhiem_vu").index(*index).field(key),
            format!("{}: nhóm {}", name(&plan.source), plan.groups[*index].number),
        ),
        Spot::Task(task, key) => (task.key(key), format!("{}: {key}", name(&task.source))),
    }
}

/// The file's name in its plan's folder.
fn name(file: &SourcePath) -> String {
    ContentFile::of(file).map_or_else(|| file.to_string(), ContentFile::name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Content;

    /// The words of the test's plan text, its group and its task.
    const SOURCE: &str = "Trang web\nỦY BAN\nKẾ HOẠCH\nLời văn bản.\nChủ tịch\n\
                          1 Nhóm 1 1.1 Việc\u{a0}phải làm Sở A Sở Bê 2024-2025";

    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        let mut content = Content::default();
        content.task(
            "1.1",
            "nguyen_van: Việc phải làm\nchu_tri_nguyen_van: Sở A\nphoi_hop: { nguyen_van: Sở Bê }",
        );
        content.task("1.2", "bo_sung: { can_cu: \"5/QĐ-UBND\", ngay: \"2024-06-01\" }");
        content.copy = Some(source.to_owned());
        let mut problems = Diagnostics::default();
        super::check(&content.site(), &Lost::default(), &mut problems);
        let found: Vec<_> = problems.iter().map(|problem| problem.what.as_str()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_same_words_in_the_same_order_are_alike() {
        check(SOURCE, &[]);
    }

    #[test]
    fn a_word_that_differs_is_told_with_its_key() {
        check(
            &SOURCE.replace("phải làm", "cần làm"),
            &[
                "nhiem-vu/1-1.md: nguyen_van: sau “Nhóm 1 1.1 Việc” bản nguồn viết “cần”, nội dung viết “phải”.",
            ],
        );
        check(
            &SOURCE.replace("Lời văn bản", "Lời của văn bản"),
            &[
                "van-ban.md: đoạn thứ 1 của nội dung: sau “BAN KẾ HOẠCH Lời” thiếu “của” có trong bản nguồn.",
            ],
        );
    }

    /// The messages for a table of these columns whose source has these rows.
    #[track_caller]
    fn check_table(headings: &str, tasks: &[(&str, &str)], rows: &str, expected: &[&str]) {
        let mut content = Content::default();
        content.regions = format!("\n::: bang_nhiem_vu\n\n{}\n", headings.replace('|', "\n"));
        content.plan = "bang_nhiem_vu: [{ y_nghia_thoi_gian: khong_ro }]".to_owned();
        for (number, keys) in tasks {
            content.task(number, keys);
        }
        let text = "Trang web\nỦY BAN\nKẾ HOẠCH\nLời văn bản.\nChủ tịch";
        content.copy = Some(format!("{text}\n{}\n{rows}", headings.replace('|', "\n")));
        let mut problems = Diagnostics::default();
        super::check(&content.site(), &Lost::default(), &mut problems);
        let found: Vec<_> = problems.iter().map(|problem| problem.what.as_str()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_column_is_compared_in_the_order_of_the_table() {
        let headings = "TT|Sản phẩm|Nội dung|Ghi chú|Chủ trì|Thời hạn";
        let task = "nguyen_van: Việc phải làm\nchu_tri_nguyen_van: Sở A\nsan_pham: [Sổ một, Sổ hai]\n\
                    cot_khac: { \"Ghi chú\": Cần gấp }";
        let rows = "1 Nhóm 1\n1.1 Sổ một Sổ hai Việc phải làm Cần gấp Sở A 2024-2025";
        check_table(headings, &[("1.1", task)], rows, &[]);
        check_table(
            headings,
            &[("1.1", task)],
            &rows.replace("Cần gấp", "Rất gấp"),
            &[
                "nhiem-vu/1-1.md: cot_khac: sau “hai Việc phải làm” bản nguồn viết “Rất”, nội dung viết “Cần”.",
            ],
        );
        check_table(
            headings,
            &[("1.1", task)],
            &rows.replace("Sổ hai ", ""),
            &[
                "nhiem-vu/1-1.md: san_pham: sau “1 1.1 Sổ một” thừa “Sổ hai” không có trong bản nguồn.",
            ],
        );
    }

    #[test]
    fn a_merged_cell_is_told_once() {
        let headings = "TT|Nội dung|Chủ trì|Thời hạn";
        let task =
            |merged| format!("nguyen_van: Việc\nchu_tri_nguyen_van: Sở A\no_gop: [{merged}]");
        let tasks = [("1.1", task("")), ("1.2", task("Chủ trì, Thời hạn"))];
        let tasks = [("1.1", tasks[0].1.as_str()), ("1.2", tasks[1].1.as_str())];
        check_table(headings, &tasks, "1 Nhóm 1 1.1 Việc Sở A 2024-2025 1.2 Việc", &[]);
    }

    #[test]
    fn a_row_without_a_number_has_none_to_compare() {
        let task = "nguyen_van: Việc\nchu_tri_nguyen_van: Sở A";
        let numbered = format!("{task}\nso_van_ban: \"1.1)\"");
        check_table("TT|Nội dung|Chủ trì", &[("1.1", &numbered)], "1 Nhóm 1 1.1) Việc Sở A", &[]);
        let unnumbered = format!("{task}\ndanh_so: khong");
        check_table("TT|Nội dung|Chủ trì", &[("1.1", &unnumbered)], "1 Nhóm 1 Việc Sở A", &[]);
        check_table("Nội dung|Chủ trì", &[("1.1", task)], "Nhóm 1 Việc Sở A", &[]);
    }

    #[test]
    fn the_hash_of_the_source_is_compared() {
        let mut content = Content::default();
        content.task("1.1", "");
        content.copy = Some("abc".to_owned());
        let record = content.site();
        let plan = record.plans.values().next().unwrap();
        let right = "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD";
        for (sha256, count) in [(right, 0), ("", 0), ("00ff", 1)] {
            let copy = plan.source_text.copy.clone().unwrap();
            let mut problems = Diagnostics::default();
            unchanged(plan, &SourceCopy { sha256: sha256.to_owned(), ..copy }, &mut problems);
            assert_eq!(problems.iter().count(), count, "{sha256}");
        }
    }
}
