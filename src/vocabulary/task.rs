//! A task: its names, its period, its standing's reasons, what it says of itself.

use super::patterns;

patterns! {
    /// A task by its number.
    numbered(number) = "Nhiệm vụ {number}";
    /// A task by its number and its first words.
    named(number, words) = "Nhiệm vụ {number}: {words}";
    /// A task by its number, and where it stands.
    about(number, plan, standing) = "Nhiệm vụ {number} của {plan}: {standing}.";
    /// A task that lasts as long as the plan.
    continuous = "việc thường xuyên trong cả kỳ";
    /// A period of which nobody can say whether its end is a deadline.
    undetermined = "văn bản không nói rõ đây là kỳ thực hiện hay thời hạn hoàn thành";
}

patterns! {
    /// Why a task stands so: no word, and its time is over.
    silent_past_due = "Đã hết thời hạn; chưa cơ quan nào báo cáo, nên trang không kết luận là xong hay chậm.";
    /// Why a task stands so: no word.
    silent = "Chưa có báo cáo nào về nhiệm vụ này.";
    /// Why a task stands so: its period is over, nobody has judged it.
    ended_awaiting =
        "Lần cuối được ghi nhận là đang thực hiện; kỳ thực hiện đã hết, chưa có đánh giá.";
    /// Why a task stands so: not confirmed.
    reported = "Cơ quan đã báo cáo hoàn thành, chưa có xác nhận.";
    /// Why a task stands so: paused, and its time is over.
    paused_past_due = "Đang tạm dừng, thời hạn đã qua.";
    /// Why a task stands so: its deadline.
    deadline(deadline) = "Thời hạn {deadline}.";
    /// Why a task stands so: its deadline, and the last report.
    deadline_last(deadline, last) =
        "Thời hạn {deadline}; lần cuối ghi nhận đang thực hiện: {last}.";
    /// Why a task stands so: word of a part of it.
    sub_work = "Tình trạng này dựa trên tin về một phần việc của nhiệm vụ.";
    /// Another reason, and word of a part of it.
    and_sub_work(reason) =
        "{reason} Tình trạng này dựa trên tin về một phần việc của nhiệm vụ.";
    /// Why a task stands so: it went on in a plan of this site.
    went_on_here(plan) = "Chuyển sang kế hoạch {plan}.";
    /// Why a task stands so: it went on in another plan.
    went_on(plan) = "Chuyển sang Kế hoạch {plan}.";
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
