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
    /// The time stands with each result.
    by_results = "thời gian ghi ở từng kết quả";
    /// Why an editor reads them so.
    read_as(reason) = "Cách hiểu của người biên tập: {reason}";
}

patterns! {
    /// Why a task stands so: no word, and the deadline is over.
    silent_past_due(deadline) = "Thời hạn {deadline} đã qua; trang chưa có thông tin về kết quả.";
    /// Why a task stands so: no word, and the time that the document names is over, whatever it means.
    silent_time_over(period) = "Thời gian ghi trong văn bản ({period}) đã qua; trang chưa có thông tin về kết quả.";
    /// The same, where the last word says that it is not done.
    time_over(period, told, said) =
        "Thời gian ghi trong văn bản ({period}) đã qua; tin gần nhất về tình trạng ({told}) {said}.";
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
    /// Why a turn stands so: no word reached a compiler's site.
    silent_turn = "Trang chưa có báo cáo nào về kỳ này.";
    /// Why a turn stands so: no word reached the authority.
    nothing_received_turn = "Chưa nhận được báo cáo nào về kỳ này.";
    /// No word, within the period.
    within_period(silent) = "Đang trong kỳ thực hiện. {silent}";
    /// No word, and the time waits for something.
    conditional(silent) = "Thời gian phụ thuộc điều kiện nêu trong văn bản; trang chưa ghi ngày cụ thể. {silent}";
    /// No word, and another document sets the time.
    by_reference(silent) = "Thời gian theo văn bản khác; trang chưa ghi ngày cụ thể. {silent}";
    /// A word from after the deadline says that it is not done.
    overdue_told(span, told, said, deadline) =
        "Quá hạn ít nhất {span}, theo tin ngày {told} ({said}). Thời hạn: {deadline}.";
    /// The deadline is over; the last word is from before.
    past_due(deadline, told, said) = "Thời hạn {deadline} đã qua; tin gần nhất về tình trạng ({told}) {said}, trang chưa có tin mới hơn.";
    /// The period is over; the last word says that it is not done.
    period_over(period, told, said) =
        "Kỳ thực hiện {period} đã kết thúc; tin gần nhất về tình trạng ({told}) {said}.";
    /// The same, of a period without a name.
    period_over_in_general(told, said) =
        "Kỳ thực hiện đã kết thúc; tin gần nhất về tình trạng ({told}) {said}.";
    /// Work without an end, and how old the last word is.
    ongoing(span, told) = "Nhiệm vụ thường xuyên; tin gần nhất về tình trạng cách đây {span} ({told}).";
    /// What the last word says.
    told(told, said) = "Tin gần nhất về tình trạng ({told}) {said}.";
    /// The deadline, and what the last word says.
    deadline_told(deadline, told, said) =
        "Thời hạn: {deadline}. Tin gần nhất về tình trạng ({told}) {said}.";
    /// Why a task stands so: not confirmed.
    reported = "Đã có báo cáo hoàn thành, trang chưa có xác nhận.";
    /// Why a task stands so: paused, and the deadline is over.
    paused_past_due(deadline, told, said) = "Tin gần nhất về tình trạng ({told}) {said}; thời hạn {deadline} đã qua.";
    /// Why a task stands so: paused.
    paused(told, said) = "Tin gần nhất về tình trạng ({told}) {said}.";
    /// What an agency's word says.
    says(state) = "ghi {state}";
    /// What a word says that no agency reported: the compiler read it out of a source.
    read_out(state) = "được biên tập xếp là {state}";
    /// The state of a halted task, within a sentence.
    halted = "tạm dừng";
    /// Why a task stands so: word of a part of it.
    sub_work = "Tình trạng này dựa trên tin về một phần việc của nhiệm vụ.";
    /// Two sentences.
    and(first, second) = "{first} {second}";
    /// Where one result of a task stands.
    of_one_result(letter, sentence) = "Kết quả {letter}: {sentence}";
    /// Why a task stands so: so many of its results are done.
    results_done(done, all) = "{done}/{all} kết quả đã xong.";
    /// Why a task stands so: it went on in another plan.
    went_on(plan) = "Chuyển sang {plan}.";
    /// A turn of which nothing was told.
    turn_silent(turn) = "Kỳ {turn} đã qua; trang chưa có thông tin.";
    /// A turn that was told to be done.
    turn_told(turn, done) = "Kỳ {turn}: đã thực hiện, theo tin ngày {done}.";
    /// The same, by its due day.
    turn_in_time(turn, done) = "Kỳ {turn}: đã thực hiện, theo tin ngày {done}, đúng hạn.";
    /// The same, after its due day.
    turn_late(turn, done, span) = "Kỳ {turn}: đã thực hiện, theo tin ngày {done}, quá hạn {span}.";
    /// The same, and nobody else confirmed it.
    turn_reported(turn, done) = "Kỳ {turn}: được báo đã thực hiện, theo tin ngày {done}, trang chưa có xác nhận.";
    /// How many turns are told of.
    turns_told(told, due) = "Trang ghi nhận {told} trong {due} kỳ đã đến hạn.";
    /// The same of a task whose turns have no due day.
    turns_told_of_ended(told, ended) = "Trang ghi nhận {told} trong {ended} kỳ đã kết thúc.";
    /// Of those told, so many nobody confirmed.
    turns_reported(n) = "{n} kỳ chờ xác nhận.";
    /// Of the others, so many a source calls not done.
    turns_missed(n) = "{n} kỳ có nguồn ghi chưa xong.";
    /// No turn was due so far.
    no_turn_due = "Chưa kỳ nào đến hạn.";
    /// No turn has ended so far, and none has a due day.
    no_turn_ended = "Chưa kỳ nào kết thúc.";
    /// An event of a turn.
    of_turn(kind, turn) = "{kind}, kỳ {turn}";
    /// An event of a result.
    of_result(kind, letter) = "{kind}, kết quả {letter}";
    /// An event of a part of a task.
    of_part(kind, letter) = "{kind}, phần việc {letter}";
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
    /// What a correction is about that belongs to no plan.
    the_site = "trang thông tin này";
    /// The deadline, as something that changed.
    changed_deadline = "Thời hạn";
    /// What stood where a deadline was set.
    no_date = "không nêu ngày";
    /// What stood where a lead was named.
    no_lead = "không nêu đích danh";
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
