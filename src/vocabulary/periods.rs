//! What changed in a plan from one reporting period to the next.

use super::{patterns, sentences};

patterns! {
    /// The page's name.
    of_plan(plan) = "Thay đổi từng kỳ của {plan}";
    /// The name of the page of one period.
    of_period(changes, period) = "{changes}: {period}";
    /// The link to the changes of a period that has a page of its own.
    all_of_period = "Từng thay đổi trong kỳ này";
    /// The first period has not begun.
    none_begun = "Chưa kỳ nào bắt đầu.";
    /// The link to the state at a period's end.
    state(date) = "Tình trạng vào {date}";
    /// A whole year.
    year(year) = "Năm {year}";
    /// A period by its first and last day.
    days(from, to) = "Từ {from} đến {to}";
    /// Nothing changed.
    no_change = "không có thay đổi nào.";
    /// To which period a change belongs.
    note = "Mỗi thay đổi thuộc kỳ mà nó được công bố. Việc có trong kỳ nhưng công bố sau được kể riêng. Thời hạn hay kỳ thực hiện hết vào ngày cuối của một kỳ thì tính là đã qua từ hôm sau.";
    /// The same, where the site did not publish yet in some periods.
    note_computed(known) = "Ở những kỳ trang chưa đăng, thay đổi được tính theo những gì trang biết ngày {known} và thuộc kỳ mà nguồn ghi; ở các kỳ sau, mỗi thay đổi thuộc kỳ mà nó được công bố. Thời hạn hay kỳ thực hiện hết vào ngày cuối của một kỳ thì tính là đã qua từ hôm sau.";
    /// A task by its name and its first words.
    task(task, words) = "{task} “{words}”";
}

patterns! {
    /// Tasks that were finished.
    finished = "Hoàn thành";
    /// What documents adjusted.
    moved = "Điều chỉnh thời hạn, cơ quan, nội dung";
    /// What was corrected.
    corrected = "Đính chính";
    /// Tasks that documents added.
    added = "Bổ sung";
    /// Tasks that left the plan.
    gone = "Bãi bỏ, chuyển tiếp";
    /// Tasks that stand otherwise after a report.
    reported = "Tình trạng đổi theo tin trang đưa lên";
    /// Tasks whose deadline went by.
    ran_out = "Thời hạn đã qua, kể từ kỳ này";
    /// Tasks whose period, which is no deadline, ended.
    period_over = "Kỳ thực hiện đã qua, kể từ kỳ này";
    /// What was published after the period.
    later = "Việc theo nguồn thuộc kỳ này, công bố sau kỳ";
}

patterns! {
    /// What follows a task that a document added, with its words.
    was_added(words) = "được bổ sung: {words}.";
    /// The same, with the document.
    was_added_by(basis, words) = "được bổ sung theo {basis}: {words}.";
    /// What follows a task of which something was adjusted.
    was_moved(what, before, after) = "đổi {what} từ “{before}” thành “{after}”.";
    /// The same, with the document.
    was_moved_by(what, before, after, basis) =
        "đổi {what} từ “{before}” thành “{after}”, theo {basis}.";
    /// What follows a task that stands so now.
    now_is(standing) = "{standing}.";
    /// What follows a task that stands otherwise now.
    went(before, after) = "chuyển từ “{before}” sang “{after}”.";
    /// What follows a corrected thing.
    was_corrected(before, after, reason) = "sửa “{before}” thành “{after}”. Lý do: {reason}";
    /// What follows a task of which something was published later.
    was_told_later(words, happened, published) =
        "{words} (ngày theo nguồn: {happened}; công bố {published})";
}

sentences! {
    /// So many of them.
    count_finished(n) = "{n} nhiệm vụ hoàn thành";
    /// So many of them.
    count_moved(n) = "{n} điều chỉnh";
    /// So many of them.
    count_corrected(n) = "{n} đính chính";
    /// So many of them.
    count_added(n) = "{n} nhiệm vụ bổ sung";
    /// So many of them.
    count_gone(n) = "{n} nhiệm vụ bãi bỏ hoặc chuyển tiếp";
    /// So many of them.
    count_reported(n) = "{n} nhiệm vụ đổi tình trạng theo tin trang đưa lên";
    /// So many of them.
    count_ran_out(n) = "{n} thời hạn đã qua";
    /// So many of them.
    count_period_over(n) = "{n} kỳ thực hiện đã qua";
    /// So many of them.
    count_later(n) = "{n} việc được công bố sau kỳ";
    /// What a period brought, kind by kind.
    summary(counts) = "{counts}.";
    /// The last period, and what it brought.
    latest(period, summary) = "{period}: {summary}";
}
