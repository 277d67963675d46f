//! A plan's tasks over the years, and pictures of time.

use super::{patterns, sentences};

patterns! {
    /// The page's name.
    of_plan(plan) = "Mốc thời gian của {plan}";
    /// No document moved or set a deadline.
    none_moved = "Trang chưa ghi nhận thời hạn nào được điều chỉnh hay ấn định bằng văn bản.";
}

sentences! {
    /// How many deadlines a document moved.
    moved(tasks) = "{tasks} nhiệm vụ có thời hạn đã được điều chỉnh bằng văn bản.";
    /// For how many tasks a document set a deadline.
    fixed(tasks) = "{tasks} nhiệm vụ được văn bản ấn định thời hạn.";
    /// Both.
    moved_and_fixed(moved, fixed) = "{moved} nhiệm vụ có thời hạn đã được điều chỉnh bằng văn bản; {fixed} nhiệm vụ được văn bản ấn định thời hạn.";
}

patterns! {
    /// What the picture of a task's history shows.
    history(deadline, events) = "Thời hạn {deadline}. Diễn biến: {events}.";
    /// The same, where a document moved the deadline.
    history_moved(deadline, moved, events) =
        "Thời hạn {deadline}, điều chỉnh thành {moved}. Diễn biến: {events}.";
    /// The same, where the plan names no deadline and a document set one.
    history_set(deadline, events) = "Thời hạn được ấn định {deadline}. Diễn biến: {events}.";
    /// The same, where the plan names a period.
    history_period(end, events) = "Kỳ thực hiện đến {end}. Diễn biến: {events}.";
    /// The same, where the plan names no date.
    history_dateless(events) = "Diễn biến: {events}.";
    /// An event of that history.
    event(date, kind) = "{date} {kind}";
    /// What a task's bar shows.
    period(from, to, deadline) = "Từ {from} đến {to}; thời hạn gốc {deadline}";
    /// The same, where a document moved the deadline.
    period_moved(from, to, deadline, moved) =
        "Từ {from} đến {to}; thời hạn gốc {deadline}, điều chỉnh thành {moved}";
    /// The same, where a document set a deadline.
    period_set(from, to, deadline) = "Từ {from} đến {to}; thời hạn được ấn định {deadline}";
    /// The same, of what went on after its deadline.
    period_beyond(period) = "{period}; phần sau thời hạn kéo đến ngày của tin";
    /// The same, of what has no deadline.
    period_only(from, to) = "Từ {from} đến {to}; không có thời hạn";
}
