//! The answer over tasks, and how its denominator comes about.

use super::{patterns, sentences};

patterns! {
    /// The term that a ledger begins with.
    original = "nhiệm vụ gốc";
    /// What later documents added.
    added = "bổ sung";
    /// What documents cancelled.
    cancelled = "bãi bỏ";
    /// What went on in other plans.
    carried_over = "chuyển tiếp";
    /// What a ledger comes to.
    live = "nhiệm vụ hiện hành";
    /// A site's own words, and its answer.
    described(description, answer) = "{description} {answer}";
    /// There is no task, so nothing can be done or late.
    no_tasks = "Trang không theo dõi nhiệm vụ nào ở đây; có toàn văn của văn bản.";
    /// The way to agencies.
    to_agencies = "Cơ quan nào làm gì";
    /// The way to how standings come about.
    to_method = "Cách tính tình trạng";
    /// That nothing is late, as far as the site knows.
    none_overdue = "Trang không ghi nhận việc nào quá hạn.";
    /// The way to data.
    to_data = "Tải dữ liệu";
}

sentences! {
    /// Their time is over and nobody speaks of them.
    silent_past_due(tasks) = "{tasks} nhiệm vụ có thời hạn đã qua mà trang chưa có thông tin: không rõ đã làm hay chưa.";
    /// Their period is over and nobody speaks of them.
    silent_period_over(tasks) = "{tasks} nhiệm vụ có kỳ thực hiện đã kết thúc mà trang chưa có thông tin về kết quả.";
}

sentences! {
    /// How many the site knows to be done.
    answer(done, live) = "Trang ghi nhận {done}/{live} nhiệm vụ hoàn thành.";
    /// How many are done, and how many late.
    answer_overdue(done, live, overdue) =
        "Trang ghi nhận {done}/{live} nhiệm vụ hoàn thành; {overdue} quá hạn.";
    /// How many are done, and of how many nobody speaks.
    answer_silent(done, live, silent) =
        "Trang ghi nhận {done}/{live} nhiệm vụ hoàn thành; {silent} chưa có thông tin.";
    /// A page names the first of many overdue tasks.
    overdue_shown(shown, all) = "Ở đây nêu {shown} nhiệm vụ có thời hạn sớm nhất trong {all} nhiệm vụ quá hạn.";
    /// How many are done, how many late, and of how many nobody speaks.
    answer_overdue_silent(done, live, overdue, silent) =
        "Trang ghi nhận {done}/{live} nhiệm vụ hoàn thành; {overdue} quá hạn; {silent} chưa có thông tin.";
}
