//! The list of a plan's tasks.

use super::{patterns, sentences};

patterns! {
    /// The page's name.
    of_plan(plan) = "Nhiệm vụ của {plan}";
    /// What the source's numbering skips.
    skipped(numbers) =
        "Văn bản gốc không có nhiệm vụ {numbers}; số thứ tự giữ đúng như văn bản.";
    /// Readers can see evidence.
    with_evidence = "Có minh chứng";
    /// They cannot.
    without_evidence = "Chưa có minh chứng";
    /// A group of a table that is not the plan's first.
    of_table(group, table) = "{group} ({table})";
    /// Ready lists by group.
    by_group = "Theo nhóm nhiệm vụ";
    /// Ready lists by lead.
    by_lead = "Theo nơi được giao chủ trì";
    /// Ready lists by year.
    by_year = "Theo năm của thời hạn";
}

sentences! {
    /// How many tasks in how many groups.
    in_groups(tasks, groups) = "{tasks} nhiệm vụ hiện hành trong {groups} nhóm.";
    /// The same, where some stand in no group.
    partly_in_groups(tasks, groups) =
        "{tasks} nhiệm vụ hiện hành, một phần trong số đó thuộc {groups} nhóm.";
    /// How many tasks, where none has a group.
    in_no_group(tasks) = "{tasks} nhiệm vụ hiện hành.";
}
