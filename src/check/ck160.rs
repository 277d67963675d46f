//! CK160: a cell that is one with a neighbour's has its words.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck160;
use crate::model::{Origin, Record, TableRow, Task};

pub(super) fn check(record: &Record, problems: &mut Diagnostics) {
    for (plan, log) in record.plans() {
        for (position, table) in plan.tables.iter().enumerate() {
            let tasks = log.tasks.values().filter(|task| matches!(task.origin, Origin::Plan));
            let mut above: Option<&Task> = None;
            for row in plan.rows(position, tasks, Task::row_place) {
                let TableRow::Task(task) = row else {
                    above = None;
                    continue;
                };
                let mut left = None;
                for (column, heading) in table.headed() {
                    let words = task.cell(column);
                    let is_above = above.is_some_and(|above| above.cell(column) == words);
                    let is_left = left.is_some_and(|left| task.cell(left) == words);
                    if task.merged.contains(heading) && !is_above && !is_left {
                        problems.push(ck160::not_merged(task.key("o_gop"), heading));
                    }
                    left = Some(column);
                }
                above = Some(task);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Content, codes};

    #[track_caller]
    fn check(second: &str, expected: &[&str]) {
        let mut content = Content::default();
        content.regions =
            "\n::: bang_nhiem_vu\nTT\nNội dung\nChủ trì\nPhối hợp\nThời hạn\n".to_owned();
        content.plan = "bang_nhiem_vu: [{ y_nghia_thoi_gian: thoi_han }]".to_owned();
        content.task("1.1", "chu_tri_nguyen_van: Sở A");
        content.task("1.2", &format!("chu_tri_nguyen_van: Sở Bê\n{second}"));
        assert_eq!(codes(&content, super::check), expected, "{second}");
    }

    #[test]
    fn a_merged_cell_has_the_words_of_a_neighbour() {
        check("o_gop: [Thời hạn]", &[]);
        check("o_gop: [Phối hợp]\nphoi_hop: { nguyen_van: Sở Bê }", &[]);
        let found = "CK160 ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-2.md o_gop";
        check("o_gop: [Chủ trì]", &[found]);
        check("o_gop: [Phối hợp]\nphoi_hop: { nguyen_van: Sở A }", &[found]);
    }
}
