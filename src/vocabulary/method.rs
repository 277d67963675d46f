//! How standings come about.

use super::patterns;

patterns! {
    /// What the page holds.
    about = "Tình trạng, thời hạn và các chỉ số trên trang được tính như thế nào.";
}

patterns! {
    /// When it is shown.
    when_silent = "Trang chưa có tin nào về tình trạng của nhiệm vụ; thời hạn hoặc kỳ thực hiện chưa qua, hoặc văn bản không nêu.";
    /// When it is shown.
    when_silent_past_due = "Trang chưa có tin nào về tình trạng của nhiệm vụ; thời hạn đã qua.";
    /// When it is shown.
    when_silent_period_over = "Trang chưa có tin nào về tình trạng của nhiệm vụ; kỳ thực hiện đã kết thúc. Kỳ thực hiện không phải thời hạn.";
    /// When it is shown.
    when_not_yet_due = "Tin gần nhất ghi chưa bắt đầu; kỳ thực hiện chưa đến.";
    /// When it is shown.
    when_not_started = "Tin gần nhất ghi chưa bắt đầu; không có thời hạn mà trang đọc được.";
    /// When it is shown.
    when_under_way = "Tin gần nhất ghi đang thực hiện; không có thời hạn mà trang đọc được.";
    /// When it is shown.
    when_ongoing = "Việc thường xuyên, tin gần nhất ghi đang thực hiện.";
    /// When it is shown.
    when_turns = "Việc lặp lại theo kỳ, có tin về ít nhất một kỳ. Mỗi kỳ có tình trạng riêng; kỳ không có ngày phải xong thì không bao giờ bị coi là chậm.";
    /// When it is shown.
    when_on_track(days) = "Tin gần nhất ghi chưa hoàn thành; còn từ {days} ngày trở lên đến thời hạn.";
    /// When it is shown.
    when_due_soon(days) = "Tin gần nhất ghi chưa hoàn thành; còn dưới {days} ngày đến thời hạn.";
    /// When it is shown.
    when_overdue = "Có nguồn sau thời hạn ghi là chưa hoàn thành. Tính từ thời hạn đến ngày của nguồn ấy; thời gian im lặng sau đó không được tính thêm.";
    /// When it is shown.
    when_past_due = "Thời hạn đã qua; tin gần nhất ghi chưa hoàn thành và có từ trước thời hạn. Trang không kết luận là xong hay quá hạn.";
    /// When it is shown.
    when_period_over = "Kỳ thực hiện đã kết thúc; tin gần nhất ghi chưa hoàn thành. Văn bản không đặt ngày cuối kỳ làm thời hạn.";
    /// When it is shown.
    when_done_without_deadline = "Đã hoàn thành; không có thời hạn mà trang đọc được, nên không nói đúng hạn hay quá hạn.";
    /// When it is shown.
    when_reported = "Nguồn ghi là đã báo cáo hoàn thành; chưa có xác nhận.";
    /// When it is shown.
    when_partly_done = "Nhiệm vụ đã kết thúc khi mới hoàn thành một phần.";
    /// When it is shown.
    when_paused = "Có văn bản hoặc báo cáo là tạm dừng; thời hạn vẫn tính tiếp.";
    /// When it is shown.
    when_cancelled = "Có văn bản bãi bỏ nhiệm vụ.";
    /// When it is shown.
    when_carried_over = "Nhiệm vụ được chuyển sang kế hoạch khác.";
}

patterns! {
    /// When it is shown, where a completion waits for a confirmation.
    when_in_time_confirmed = "Đã báo cáo hoàn thành và có xác nhận; ngày hoàn thành không sau thời hạn gốc.";
    /// When it is shown, where none waits.
    when_in_time = "Đã báo cáo hoàn thành (trang này không chờ xác nhận); ngày hoàn thành không sau thời hạn gốc.";
    /// When it is shown, where a completion waits for a confirmation.
    when_adjusted_confirmed = "Đã báo cáo hoàn thành và có xác nhận; ngày hoàn thành sau thời hạn gốc, không sau thời hạn đã được điều chỉnh bằng văn bản.";
    /// When it is shown, where none waits.
    when_adjusted = "Đã báo cáo hoàn thành (trang này không chờ xác nhận); ngày hoàn thành sau thời hạn gốc, không sau thời hạn đã được điều chỉnh bằng văn bản.";
    /// When it is shown, where a completion waits for a confirmation.
    when_late_confirmed = "Đã báo cáo hoàn thành và có xác nhận; ngày hoàn thành sau thời hạn đang áp dụng n ngày.";
    /// When it is shown, where none waits.
    when_late = "Đã báo cáo hoàn thành (trang này không chờ xác nhận); ngày hoàn thành sau thời hạn đang áp dụng n ngày.";
    /// When it is shown, where a completion waits for a confirmation.
    when_unknown_confirmed = "Đã báo cáo hoàn thành và có xác nhận; không đủ dữ liệu để nói trước hay sau thời hạn.";
    /// When it is shown, where none waits.
    when_unknown = "Đã báo cáo hoàn thành (trang này không chờ xác nhận); không đủ dữ liệu để nói trước hay sau thời hạn.";
}

patterns! {
    /// Where the state's own statistics count it.
    counted_in_time_apart = "có thời hạn thì là chưa hoàn thành, trong hạn; trang để riêng, không coi là chưa làm";
    /// Where the state's own statistics count it.
    counted_late_apart = "trang để riêng, không xếp vào ô quá hạn";
    /// Where the state's own statistics count it.
    counted_in_time = "chưa hoàn thành, trong hạn";
    /// Where the state's own statistics count it.
    counted_late = "chưa hoàn thành, quá hạn";
    /// Where the state's own statistics count it.
    counted_by_deadline = "có thời hạn thì là chưa hoàn thành, trong hạn; thời hạn đã qua thì trang để riêng, không xếp vào ô quá hạn";
    /// Where the state's own statistics count it.
    counted_by_word = "chưa hoàn thành; là quá hạn chỉ khi có thời hạn và tin ấy có sau thời hạn";
    /// Where the state's own statistics count it.
    counted_without_deadline = "không có thời hạn, không tính vào tỷ lệ đúng hạn";
    /// Where the state's own statistics count it.
    counted_done_in_time = "hoàn thành, đúng hạn";
    /// Where the state's own statistics count it.
    counted_done_late = "hoàn thành, quá hạn";
    /// Where the state's own statistics count it.
    counted_done = "hoàn thành";
    /// Where the state's own statistics count it.
    not_counted = "không tính vào tỷ lệ";
}
