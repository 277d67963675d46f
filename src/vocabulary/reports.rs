//! The reports that agencies owe on a plan.

use super::{patterns, sentences};

patterns! {
    /// The page's name below its plan.
    reports = "Báo cáo";
    /// The page's name.
    of_plan(plan) = "Báo cáo về {plan}";
    /// The plan asks for no report.
    no_duty(kind) = "{kind} không quy định báo cáo định kỳ.";
    /// None was due so far.
    none_due = "Chưa có báo cáo nào đến kỳ gửi.";
}

sentences! {
    /// Received of due.
    received(received, due) =
        "Trang ghi nhận {received} trong {due} báo cáo phải gửi đến nay.";
    /// Received of due, where the plan sets no date for some.
    received_undated(received, due) = "Trang ghi nhận {received} trong {due} báo cáo phải gửi đến nay. Báo cáo không có ngày gửi trong kế hoạch không bị kết luận là chậm.";
}

sentences! {
    /// Who reports to whom, how often.
    duty(agencies, to, frequency, first, last) = "{agencies} cơ quan gửi báo cáo cho {to} {frequency}, từ năm {first} đến năm {last}.";
    /// The same, where some are not counted.
    duty_open(agencies, to, frequency, first, last, open) = "{agencies} cơ quan gửi báo cáo cho {to} {frequency}, từ năm {first} đến năm {last}. Nghĩa vụ này còn giao cho nhóm mở {open}, không đếm được.";
    /// The same, where the receiver reports onward.
    duty_onward(agencies, to, frequency, first, last, onward) = "{agencies} cơ quan gửi báo cáo cho {to} {frequency}, từ năm {first} đến năm {last}; nơi nhận tổng hợp, báo cáo {onward}.";
    /// The same, where the receiver reports onward and some are not counted.
    duty_onward_open(agencies, to, frequency, first, last, onward, open) = "{agencies} cơ quan gửi báo cáo cho {to} {frequency}, từ năm {first} đến năm {last}; nơi nhận tổng hợp, báo cáo {onward}. Nghĩa vụ này còn giao cho nhóm mở {open}, không đếm được.";
}

patterns! {
    /// A group of agencies that is not counted.
    open_group(name) = "“{name}”";
    /// By when.
    due(day, month) =
        "Hạn gửi: {day:02}/{month:02} ngay trước hoặc sau ngày cuối kỳ báo cáo.";
    /// The plan names no date.
    undated =
        "Kế hoạch không quy định ngày gửi, nên trang không kết luận báo cáo nào là chậm.";
    /// A duty's name.
    duty_name(to) = "Báo cáo gửi {to}";
    /// A duty's name in a part of a year.
    duty_in_part(duty, part) = "{duty}, {part}";
    /// The caption of a duty's matrix.
    caption(to, first, last) = "Báo cáo gửi {to}, {first}–{last}";
    /// One period of an agency's strip.
    square(period, state) = "{period} {state}";
    /// A report without a number.
    document = "văn bản báo cáo";
}

patterns! {
    /// A year.
    year(year) = "Năm {year}";
    /// A half year.
    half(part) = "Kỳ {part}";
    /// A quarter.
    quarter(part) = "Quý {part}";
    /// A part of a year.
    part_of_year(part, year) = "{part} năm {year}";
    /// The same in a table.
    part_of_year_short(part, year) = "{part}/{year}";
}

patterns! {
    /// Received in time.
    in_time = "đúng hạn";
    /// Received late.
    late = "chậm n ngày";
    /// Received so many days late.
    late_by(days) = "chậm {days} ngày";
    /// Received, with no date to compare.
    sent = "đã gửi";
    /// Not received.
    missing = "chưa gửi";
    /// Not due.
    not_due = "chưa đến hạn";
    /// Not bound.
    not_bound = "không phải gửi";
    /// No word.
    no_information = "chưa có thông tin";
    /// What it means.
    meaning_in_time = "Báo cáo được gửi trong thời hạn.";
    /// What it means.
    meaning_late = "Báo cáo được gửi sau thời hạn, kèm số ngày chậm.";
    /// What it means.
    meaning_sent = "Báo cáo đã gửi; kế hoạch không quy định ngày gửi để so.";
    /// What it means.
    meaning_missing = "Đã qua ngày phải gửi mà trang chưa ghi nhận báo cáo.";
    /// What it means.
    meaning_not_due = "Kỳ báo cáo chưa kết thúc hoặc chưa đến ngày phải gửi.";
    /// What it means.
    meaning_not_bound = "Vào cuối kỳ, cơ quan chưa thành lập, đã kết thúc hoạt động hoặc không thuộc nhóm phải gửi.";
    /// What it means.
    meaning_no_information = "Kỳ báo cáo đã qua, kế hoạch không quy định ngày gửi và trang chưa tìm thấy báo cáo; không có nghĩa là không gửi.";
}

patterns! {
    /// The list of reports received.
    list_received = "Báo cáo đã gửi";
    /// The list of reports received or due.
    list_due = "Báo cáo phải gửi đến nay";
    /// The name of a list's page.
    list_of_plan(list, plan) = "{list}, {plan}";
    /// What belongs in it.
    about_received = "Báo cáo mà trang ghi nhận đã được gửi, đúng hạn hoặc chậm.";
    /// What belongs in it.
    about_due = "Báo cáo đã gửi, hoặc đã đến lúc phải gửi; nơi kế hoạch không quy định ngày gửi thì tính khi kỳ báo cáo kết thúc.";
    /// The list is empty.
    none_listed = "Chưa có báo cáo nào.";
    /// The link to the matrix.
    matrix = "Bảng báo cáo theo cơ quan và kỳ";
}

sentences! {
    /// How many are listed.
    listed(reports) = "{reports} báo cáo.";
}

patterns! {
    /// Its plan, and its answer.
    of_year_about(plan, answer) = "{plan}. {answer}";
}

sentences! {
    /// What a year brought, where no task was due.
    year_none_due(year, completed) =
        "Năm {year}: {completed} nhiệm vụ hoàn thành; không nhiệm vụ nào đến hạn.";
    /// What a year brought.
    year_due(year, completed, due, columns) = "Năm {year}: {completed} nhiệm vụ hoàn thành; {due} nhiệm vụ đến hạn hoặc hết kỳ thực hiện: {columns}.";
    /// A duty of which nothing is due in the year.
    duty_not_due(duty) = "{duty}: chưa đến hạn gửi.";
    /// A duty's reports of the year.
    duty_sent(duty, sent, due) = "{duty}: {sent}/{due} đã gửi.";
}
