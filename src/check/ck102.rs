//! CK102: a group's numbers follow each other, and no original task is lost.

use std::collections::BTreeMap;

use super::lost::Lost;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck102;
use crate::model::{Log, Origin, Plan, Record, Task, TaskGroup, TaskNumber};

/// How many missing numbers a message tells.
const TOLD: usize = 8;

pub(super) fn check(record: &Record, lost: &Lost<'_>, problems: &mut Diagnostics) {
    for (plan, log) in record.plans() {
        // A file that could not be read leaves a gap that is told already.
        if !lost.has_task_of(plan) {
            gaps(plan, log, problems);
            count(plan, log, problems);
        }
    }
}

fn gaps(plan: &Plan, log: &Log, problems: &mut Diagnostics) {
    let mut last: BTreeMap<(usize, Option<usize>), &Task> = BTreeMap::new();
    // A row without a number of its own in the text has the editors' number.
    for task in log.tasks.values().filter(|task| task.printed.is_none()) {
        let group = task.group.map_or("", |group| &plan.groups[group].number);
        let before = last.insert((task.table, task.group), task);
        let (prefix, ordinal) = split(&task.number);
        let Some(ordinal) = ordinal else { continue };
        let from = match before.map(|task| split(&task.number)) {
            Some((same, Some(earlier))) if same == prefix => earlier,
            None if prefix == group => 0,
            _ => continue,
        };
        let number = task.number.as_str();
        let code = &number[..number.len() - task.number.printed().len()];
        let numbered = |ordinal: u32| match prefix {
            "" => format!("{code}{ordinal}"),
            prefix => format!("{code}{prefix}.{ordinal}"),
        };
        // A numbered heading among the tasks has a number of their row.
        let is_heading = |ordinal: &u32| {
            let number = ordinal.to_string();
            let is_it = |group: &TaskGroup| group.table == task.table && group.number == number;
            prefix.is_empty() && plan.groups.iter().any(is_it)
        };
        let between = (from + 1..ordinal).filter(|ordinal| !is_heading(ordinal));
        let mut between = between.map(numbered).filter(|number| {
            !plan.skipped_numbers.iter().any(|skipped| skipped.as_str() == number)
        });
        let mut missing: Vec<String> = between.by_ref().take(TOLD).collect();
        if missing.is_empty() {
            continue;
        }
        if between.next().is_some() {
            missing.push("…".to_owned());
        }
        let at = task.key("so");
        problems.push(match before {
            Some(before) => ck102::gap(at, group, before.number.as_str(), number, &missing),
            None => ck102::late_start(at, group, number, &missing),
        });
    }
}

fn count(plan: &Plan, log: &Log, problems: &mut Diagnostics) {
    let found = log.tasks.values().filter(|task| matches!(task.origin, Origin::Plan)).count();
    if found != plan.original_tasks {
        let at = plan.source.key("so_nhiem_vu_goc");
        problems.push(ck102::wrong_count(at, plan.original_tasks, found));
    }
}

/// The number before the last dot and the value behind it: `6` and 3 for `6.3` and `6.3b`, nothing and 3 for `3`.
fn split(number: &TaskNumber) -> (&str, Option<u32>) {
    let (prefix, last) = number.printed().rsplit_once('.').unwrap_or(("", number.printed()));
    let digits = last.len() - last.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (prefix, last[..digits].parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Content, codes};

    fn rule(record: &Record, problems: &mut Diagnostics) {
        super::check(record, &Lost::default(), problems);
    }

    #[track_caller]
    fn check(numbers: &str, skipped: &str, expected: &[&str]) {
        let mut content = Content::default();
        let count = numbers.split(' ').count();
        content.plan = format!("so_nhiem_vu_goc: \"{count}\"\nbo_qua_so: [{skipped}]");
        for number in numbers.split(' ') {
            content.task(number, "");
        }
        assert_eq!(codes(&content, rule), expected, "{numbers}");
    }

    #[test]
    fn numbers_follow_each_other() {
        check("1.1 1.2 1.3", "", &[]);
        check("1.1 1.2 1.10", "", &["CK102 ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-10.md so"]);
        check("1.1 1.4", "\"1.2\", \"1.3\"", &[]);
        check("1.1 1.4", "\"1.2\"", &["CK102 ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-4.md so"]);
    }

    #[test]
    fn a_letter_behind_the_number_leaves_no_gap() {
        check("1.1 1.1b 1.2", "", &[]);
    }

    #[test]
    fn the_first_number_may_be_missing_too() {
        check("1.2", "", &["CK102 ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-2.md so"]);
    }

    #[test]
    fn numbers_of_one_level_follow_each_other_within_a_group() {
        let mut content = Content::default();
        content.plan = "so_nhiem_vu_goc: \"3\"\nnhom_nhiem_vu: [{ so: I, ten: A }, { so: II, ten: B, ma: n2 }, { so: \"2\", ten: C, thuoc: I }]".to_owned();
        for (number, keys) in [("1", "nhom: I"), ("3", "nhom: I"), ("n2-4", "so: \"4\"\nnhom: II")]
        {
            content.task(number, keys);
        }
        assert_eq!(codes(&content, rule), Vec::<String>::new());
        content.task("6", "nhom: I");
        assert_eq!(
            codes(&content, rule),
            [
                "CK102 ke-hoach/12-kh-ubnd-2024/nhiem-vu/6.md so",
                "CK102 ke-hoach/12-kh-ubnd-2024/ke-hoach.yml so_nhiem_vu_goc"
            ]
        );
    }

    #[test]
    fn a_huge_gap_is_told_in_short() {
        check(
            "1.1 1.4000000000",
            "",
            &["CK102 ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-4000000000.md so"],
        );
    }

    #[test]
    fn original_tasks_are_counted() {
        let mut content = Content::default();
        content.plan = "so_nhiem_vu_goc: \"2\"".to_owned();
        content.task("1.1", "");
        content.task("1.2", "bo_sung: { can_cu: \"5/QĐ-UBND\", ngay: \"2024-06-01\" }");
        assert_eq!(
            codes(&content, rule),
            ["CK102 ke-hoach/12-kh-ubnd-2024/ke-hoach.yml so_nhiem_vu_goc"]
        );
    }
}
