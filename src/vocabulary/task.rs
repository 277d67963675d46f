//! A task: its names, its period, its standing's reasons, what it says of itself.

use super::patterns;

patterns! {
    /// A task by its number.
    numbered(number) = "Nhiệm vụ {number}";
    /// A task by its number and its first words.
    named(number, words) = "Nhiệm vụ {number}: {words}";
    /// A task by its number, and where it stands.
    about(number, plan, standing) = "Nhiệm vụ {number} của {plan}: {standing}.";
    /// Why a time is read as an older file says.
    read_by_editor = "người biên tập xác định";
}

patterns! {
    /// How the words of a time are read.
    is_period = "kỳ thực hiện, không phải thời hạn: hết kỳ không có nghĩa là quá hạn";
    /// How the words of a time are read.
    is_unclear = "văn bản không nói rõ là kỳ thực hiện hay thời hạn; trang đọc là kỳ thực hiện, nên không gọi là quá hạn";
    /// How the words of a time are read.
    is_ongoing = "việc thường xuyên, không có thời hạn";
    /// How the words of a time are read.
    is_recurring = "việc lặp lại theo kỳ";
    /// How the words of a time are read.
    is_several = "văn bản nêu nhiều mốc trong một ô; mốc cuối không phải là thời hạn của cả nhiệm vụ";
    /// How the words of a time are read.
    is_conditional = "thời gian phụ thuộc điều kiện hoặc văn bản khác; trang không quy ra ngày";
    /// How the words of a time are read.
    is_unread = "trang không quy ra ngày";
    /// How the words of a time are read.
    is_unnamed = "văn bản không nêu thời gian";
    /// How the words of a time are read.
    deadline_before_issue = "thời hạn ghi trong văn bản sớm hơn ngày ban hành, nên trang không tính là chậm";
    /// Why an editor reads them so.
    read_as(reason) = "Cách hiểu của người biên tập: {reason}";
}

patterns! {
    /// Why a task stands so: no word, and the deadline is over.
    silent_past_due(deadline) = "Thời hạn {deadline} đã qua; trang chưa có thông tin về kết quả.";
    /// Why a task stands so: no word, and the period is over.
    silent_period_over(period) = "Kỳ thực hiện {period} đã kết thúc; trang chưa có thông tin về kết quả.";
    /// The same, without a date.
    silent_past_due_in_general = "Thời hạn đã qua; trang chưa có thông tin về kết quả.";
    /// The same, without a date.
    silent_period_over_in_general = "Kỳ thực hiện đã kết thúc; trang chưa có thông tin về kết quả.";
    /// Why a task stands so: no word reached a compiler's site.
    silent = "Trang chưa có báo cáo nào về nhiệm vụ này.";
    /// Why a task stands so: no word reached the authority.
    nothing_received = "Chưa nhận được báo cáo nào về nhiệm vụ này.";
    /// No word, within the period.
    within_period(silent) = "Đang trong kỳ thực hiện. {silent}";
    /// No word, and the time waits for something.
    conditional(silent) = "Thời gian phụ thuộc điều kiện nêu trong văn bản; trang chưa ghi ngày cụ thể. {silent}";
    /// No word, and another document sets the time.
    by_reference(silent) = "Thời gian theo văn bản khác; trang chưa ghi ngày cụ thể. {silent}";
    /// A word from after the deadline says that it is not done.
    overdue_told(span, told, said, deadline) =
        "Quá hạn ít nhất {span}, theo tin ngày {told} (ghi: {said}). Thời hạn: {deadline}.";
    /// The deadline is over; the last word is from before.
    past_due(deadline, told, said) = "Thời hạn {deadline} đã qua; tin gần nhất về tình trạng ({told}) ghi {said}, trang chưa có tin mới hơn.";
    /// The period is over; the last word says that it is not done.
    period_over(period, told, said) =
        "Kỳ thực hiện {period} đã kết thúc; tin gần nhất về tình trạng ({told}) ghi {said}.";
    /// The same, of a period without a name.
    period_over_in_general(told, said) =
        "Kỳ thực hiện đã kết thúc; tin gần nhất về tình trạng ({told}) ghi {said}.";
    /// Work without an end, and how old the last word is.
    ongoing(span, told) = "Nhiệm vụ thường xuyên; tin gần nhất về tình trạng cách đây {span} ({told}).";
    /// What the last word says.
    told(told, said) = "Tin gần nhất về tình trạng ({told}) ghi {said}.";
    /// The deadline, and what the last word says.
    deadline_told(deadline, told, said) =
        "Thời hạn: {deadline}. Tin gần nhất về tình trạng ({told}) ghi {said}.";
    /// Why a task stands so: not confirmed.
    reported = "Cơ quan đã báo cáo hoàn thành, chưa có xác nhận.";
    /// Why a task stands so: paused, and the deadline is over.
    paused_past_due(deadline, told) = "Tin gần nhất về tình trạng ({told}) ghi tạm dừng; thời hạn {deadline} đã qua.";
    /// Why a task stands so: paused.
    paused(told) = "Tin gần nhất về tình trạng ({told}) ghi tạm dừng.";
    /// Why a task stands so: word of a part of it.
    sub_work = "Tình trạng này dựa trên tin về một phần việc của nhiệm vụ.";
    /// Two sentences.
    and(first, second) = "{first} {second}";
    /// Why a task stands so: so many of its results are done.
    results_done(done, all) = "{done}/{all} kết quả đã xong.";
    /// Why a task stands so: it went on in another plan.
    went_on(plan) = "Chuyển sang {plan}.";
    /// A turn of which nothing was told.
    turn_silent(turn) = "Kỳ {turn} đã qua; trang chưa có thông tin.";
    /// A turn that was told to be done.
    turn_told(turn, told) = "Kỳ {turn}: tin ngày {told} ghi đã thực hiện.";
    /// How many turns are told of.
    turns_told(told, due) = "Trang ghi nhận {told} trong {due} kỳ đã đến hạn.";
    /// No turn was due so far.
    no_turn_due = "Chưa kỳ nào đến hạn.";
}

patterns! {
    /// The first words of a long text.
    shortened(words) = "{words}…";
    /// A task of a plan, where it heads a line.
    of_plan(number, plan) = "Nhiệm vụ {number}, {plan}";
    /// A task of a plan, within a sentence.
    of_plan_within(number, plan) = "nhiệm vụ {number}, {plan}";
    /// A passage of a plan's text.
    passage_of_plan(passage, plan) = "{passage}, {plan}";
    /// The deadline, as something that changed.
    changed_deadline = "Thời hạn";
    /// What stood where a deadline was set.
    no_date = "không nêu ngày";
    /// The lead, as something that changed.
    changed_lead = "Cơ quan chủ trì";
    /// The words, as something that changed.
    changed_words = "Nội dung";
    /// How a related document was read.
    not_read = "Chỉ thấy được dẫn ở trang khác, chưa đọc chính văn bản.";
    /// What stands for the words of a correction of a restricted task.
    withheld = "không công khai chi tiết";
    /// How long the answer to a petition took.
    answered_after(days) = "trả lời sau {days} ngày";
    /// What a bar of no task shows.
    no_task = "không có nhiệm vụ";
    /// A segment of a bar.
    segment(n, standing) = "{n} {standing}";
}
