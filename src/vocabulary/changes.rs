//! What was published, and what was corrected.

use super::{patterns, sentences};

patterns! {
    /// The name of the page of what was published.
    updates = "Mới đưa lên";
    /// The name of the page of corrections.
    corrections = "Đính chính";
    /// The name of a plan's page of what was published.
    of_plan(plan) = "Lịch sử công bố của {plan}";
    /// Nothing was published after the first day.
    none_yet = "Chưa có thay đổi nào từ khi công bố.";
    /// Nothing was corrected.
    no_correction_yet = "Chưa có đính chính nào từ khi công bố.";
}

sentences! {
    /// The last day of publication, and all entries so far.
    latest(date, of_day, all, corrections) =
        "Lần công bố gần nhất: {date}, {of_day} mục. Từ đầu đến nay có {all} mục, trong đó {corrections} đính chính.";
    /// The changes of a plan, and the last day.
    of_plan_so_far(events, corrections, date) =
        "{events} diễn biến và {corrections} đính chính đã được công bố; lần gần nhất: {date}.";
    /// Corrections by what they correct.
    corrected(documents, site) = "{documents} đính chính văn bản, {site} đính chính trang thông tin.";
}
