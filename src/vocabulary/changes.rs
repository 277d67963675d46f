//! What was published, and what was corrected.

use super::{patterns, sentences};

patterns! {
    /// The name of the page of what was published.
    updates = "Mới đưa lên";
    /// The name of the page of corrections.
    corrections = "Đính chính";
    /// The name of a plan's page of what was published.
    of_plan(plan) = "Lịch sử công bố của {plan}";
    /// A period of a log.
    year(year) = "năm {year}";
    /// A month of a log.
    month(month, year) = "tháng {month} năm {year}";
    /// A part of a month with many entries.
    part(part, month, year) = "tháng {month} năm {year}, phần {part}";
    /// The name of the page of a period.
    updates_of(period) = "Mới đưa lên, {period}";
    /// The name of a plan's page of a period.
    of_plan_in(plan, period) = "Lịch sử công bố của {plan}, {period}";
    /// A day that began on another page.
    day_began = "Ngày này còn các mục khác ở trang trước";
    /// A day that goes on on another page.
    day_goes_on = "Ngày này còn các mục khác ở trang sau";
    /// Nothing was published after the first day.
    none_yet = "Chưa có thay đổi nào từ khi công bố.";
    /// Nothing was corrected.
    no_correction_yet = "Chưa có đính chính nào từ khi công bố.";
}

sentences! {
    /// The last day of publication, and all entries so far.
    latest(date, of_day, all, corrections) =
        "Lần công bố gần nhất: {date}, {of_day} mục. Từ đầu đến nay có {all} mục, trong đó {corrections} đính chính.";
    /// What the page of a period holds.
    of_period(entries, period) = "{entries} mục đưa lên trang trong {period}.";
    /// What a page holds that only leads to others.
    parted(period) = "{period} có nhiều mục, nên mỗi phần có một trang.";
    /// What the first page holds of a long log.
    newest(entries) = "Trang này có {entries} mục mới nhất; các mục trước ở trang của từng năm.";
    /// The changes of a plan, and the last day.
    of_plan_so_far(events, corrections, date) =
        "{events} diễn biến và {corrections} đính chính đã được công bố; lần gần nhất: {date}.";
    /// Corrections by what they correct.
    corrected(documents, site) = "{documents} đính chính văn bản, {site} đính chính trang thông tin.";
}
