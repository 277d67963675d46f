//! A plan on the last day of a reporting period.

use super::patterns;

patterns! {
    /// The page's name.
    of_plan(plan, date) = "{plan} vào {date}";
    /// What the page knows.
    notice(date) = "Trang này giữ nguyên những gì đã công bố đến hết {date}. Điều công bố sau ngày đó, kể cả về việc xảy ra trước đó, không có ở đây.";
    /// What the page knows, where nothing was published by then.
    notice_without_events(date) = "Đến ngày này trang chưa công bố diễn biến nào của kế hoạch. Trang này giữ nguyên những gì đã công bố đến hết {date}. Điều công bố sau ngày đó, kể cả về việc xảy ra trước đó, không có ở đây.";
    /// What the page knows, where the site did not publish yet.
    notice_before(known) = "Trang chưa đăng vào ngày này. Mọi con số và tình trạng ở đây, cả phía trên, tính theo những gì trang biết {known}.";
    /// The same, where nobody says since when the site publishes.
    notice_computed(known) = "Mọi con số và tình trạng ở đây, cả phía trên, được tính lại theo những gì trang biết {known}, không phải những gì trang đã công bố vào ngày này.";
    /// The link to what the period changed.
    changes = "Thay đổi trong kỳ này";
    /// All tasks that the plan ever had.
    all = "nhiệm vụ gốc và bổ sung";
    /// Those that left it.
    gone = "bãi bỏ hoặc chuyển tiếp";
}
