//! The reports that agencies owe on a plan.

use super::{patterns, sentences};

patterns! {
    /// The page's name below its plan.
    reports = "Báo cáo";
    /// The page's name.
    of_plan(plan) = "Báo cáo về {plan}";
    /// No duty was entered.
    no_duty = "Trang chưa ghi nghĩa vụ báo cáo nào của văn bản.";
    /// None was due so far.
    none_due = "Chưa có báo cáo nào đến kỳ gửi.";
}

sentences! {
    /// Received of due.
    received(received, due) =
        "Trang ghi nhận {received} trong {due} báo cáo phải gửi đến nay.";
    /// Received of due, where the plan sets no date for some.
    received_undated(received, due) = "Trang ghi nhận {received} trong {due} báo cáo phải gửi đến nay. Báo cáo mà trang không ghi ngày phải gửi thì không bị kết luận là chậm.";
    /// The same, and who reports beside them and is not counted.
    received_open(answer, open) = "{answer} Nhóm {open} cũng phải gửi báo cáo; trang không đếm được ai đã gửi.";
    /// Only classes report.
    uncounted(open) = "Nhóm {open} phải gửi báo cáo; trang không đếm được ai đã gửi.";
}

sentences! {
    /// Who reports to whom, how often.
    duty(agencies, to, frequency, span) = "{agencies} cơ quan phải gửi báo cáo cho {to} {frequency}, {span}.";
    /// The same, where some are not counted.
    duty_open(agencies, to, frequency, span, open) = "{agencies} cơ quan phải gửi báo cáo cho {to} {frequency}, {span}. Nghĩa vụ này còn giao cho nhóm mở {open}, không đếm được.";
    /// Who reports, where only classes are named.
    duty_of_class(open, to, frequency, span) = "Nhóm {open} phải gửi báo cáo cho {to} {frequency}, {span}; trang không đếm được cơ quan nào đã gửi.";
    /// The same, where the receiver reports onward.
    duty_of_class_onward(open, to, frequency, span, onward) = "Nhóm {open} phải gửi báo cáo cho {to} {frequency}, {span}; trang không đếm được cơ quan nào đã gửi. Nơi nhận tổng hợp, báo cáo {onward}.";
    /// The same, where the receiver reports onward.
    duty_onward(agencies, to, frequency, span, onward) = "{agencies} cơ quan phải gửi báo cáo cho {to} {frequency}, {span}; nơi nhận tổng hợp, báo cáo {onward}.";
    /// The same, where the receiver reports onward and some are not counted.
    duty_onward_open(agencies, to, frequency, span, onward, open) = "{agencies} cơ quan phải gửi báo cáo cho {to} {frequency}, {span}; nơi nhận tổng hợp, báo cáo {onward}. Nghĩa vụ này còn giao cho nhóm mở {open}, không đếm được.";
}

patterns! {
    /// A group of agencies that is not counted.
    open_group(name) = "“{name}”";
    /// By when.
    due(words) = "Hạn gửi: {words}.";
    /// By when, of one of several frequencies.
    due_of(often, words) = "Hạn gửi báo cáo {often}: {words}.";
    /// No date was entered.
    undated = "Trang không ghi ngày phải gửi, nên không kết luận báo cáo nào là chậm.";
    /// No date was entered for one of several frequencies.
    undated_of(often) = "Trang không ghi ngày phải gửi báo cáo {often}, nên không kết luận báo cáo nào trong đó là chậm.";
    /// A duty's name.
    duty_name(to) = "Báo cáo gửi {to}";
    /// A duty's name with how often, where others have the same receiver.
    duty_often(duty, often) = "{duty} ({often})";
    /// For one year.
    span_year(year) = "năm {year}";
    /// For several years.
    span_years(first, last) = "từ năm {first} đến năm {last}";
    /// From a day on.
    span_from(from) = "tính từ ngày ban hành {from}";
    /// From a year on, in a caption.
    since(year) = "từ năm {year}";
    /// From one day to another.
    span_days(from, to) = "từ {from} đến {to}";
    /// The periods of a duty of classes.
    caption_of_class(duty) = "{duty}: các kỳ";
    /// A duty's name in a part of a year.
    duty_in_part(duty, part) = "{duty}, {part}";
    /// The caption of a duty's matrix.
    caption(duty, years) = "{duty}, {years}";
    /// A report without a number.
    document = "văn bản báo cáo";
}

patterns! {
    /// A day of the year near the end of the period.
    due_nearest(day, month) = "{day:02}/{month:02} ngay trước hoặc sau ngày cuối kỳ báo cáo";
    /// A day of the year.
    due_day(day, month) = "{day:02}/{month:02}";
    /// A day of the year after the period's.
    due_year_after(day, month) = "{day:02}/{month:02} năm sau";
    /// A day of the year before the period's.
    due_year_before(day, month) = "{day:02}/{month:02} năm trước";
    /// A day of the month that is reported on.
    due_day_of_month(day) = "ngày {day:02} của chính tháng báo cáo";
    /// A day of the period's last month.
    due_last_month(day) = "ngày {day:02} tháng cuối kỳ báo cáo";
    /// A day of the month after the period.
    due_next_month(day) = "ngày {day:02} của tháng sau kỳ báo cáo";
    /// The period's last day.
    due_last_day = "ngày cuối kỳ báo cáo";
    /// Days after the period.
    due_days_after(days) = "{days} ngày sau ngày cuối kỳ báo cáo";
    /// A day of the week that is reported on.
    due_in_week(day) = "{day} của chính tuần báo cáo";
    /// A day of the week after.
    due_next_week(day) = "{day} của tuần sau";
    /// A day of the week.
    monday = "thứ hai";
    /// A day of the week.
    tuesday = "thứ ba";
    /// A day of the week.
    wednesday = "thứ tư";
    /// A day of the week.
    thursday = "thứ năm";
    /// A day of the week.
    friday = "thứ sáu";
    /// A day of the week.
    saturday = "thứ bảy";
    /// A day of the week.
    sunday = "chủ nhật";
}

patterns! {
    /// A year.
    year(year) = "Năm {year}";
    /// The second half of a year.
    second_half = "6 tháng cuối năm";
    /// A quarter.
    quarter(part) = "Quý {part}";
    /// A month.
    month(part) = "Tháng {part}";
    /// A week.
    week(part) = "Tuần {part}";
    /// The first half of a year.
    first_half = "6 tháng đầu năm";
    /// The first nine months of a year.
    nine_months = "9 tháng đầu năm";
    /// The report in the middle of the span.
    mid_term = "Giữa kỳ";
    /// The report at the end of the span.
    closing = "Tổng kết";
    /// A part of a year.
    part_of_year(part, year) = "{part} năm {year}";
    /// A part of a year that itself ends in “năm”.
    part_of_named_year(part, year) = "{part} {year}";
    /// The same in a table.
    part_of_year_short(part, year) = "{part}/{year}";
}

patterns! {
    /// A report that was sent again: so many versions.
    again_one(date) = "gửi lại {date}";
    /// A version that was sent again, with its number.
    again(date, number) = "gửi lại {date}, {number}";
    /// Who says that a report was not sent, and when.
    said_unsent(basis, date) = "theo {basis}, {date}";
    /// The same, where only an address is known.
    said_unsent_there(date) = "theo nguồn ngày {date}";
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
    /// Not received by the authority whose site it is.
    not_received = "chưa nhận được báo cáo";
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
    meaning_sent = "Báo cáo đã gửi; trang không ghi ngày phải gửi để so.";
    /// What it means.
    meaning_missing = "Đã đến lúc phải gửi, và có nguồn được dẫn nói rằng báo cáo chưa gửi.";
    /// What it means.
    meaning_not_received = "Đã đến lúc phải gửi, mà cơ quan nhận báo cáo, cũng là cơ quan đăng trang này, chưa nhận được.";
    /// What it means.
    meaning_not_due = "Kỳ báo cáo chưa kết thúc hoặc chưa đến ngày phải gửi.";
    /// What it means.
    meaning_not_bound = "Vào cuối kỳ, cơ quan chưa thành lập, đã kết thúc hoạt động hoặc không thuộc nhóm phải gửi.";
    /// What it means.
    meaning_no_information = "Đã qua ngày phải gửi, hoặc kỳ báo cáo đã hết nơi trang không ghi ngày phải gửi, mà trang chưa có thông tin; không có nghĩa là không gửi.";
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
    about_due = "Báo cáo đã gửi, hoặc đã đến lúc phải gửi; nơi trang không ghi ngày phải gửi thì tính khi kỳ báo cáo kết thúc.";
    /// The list is empty.
    none_listed = "Chưa có báo cáo nào.";
    /// The link to the matrix.
    matrix = "Bảng báo cáo theo cơ quan và kỳ";
}

patterns! {
    /// The caption of a duty's matrix by year.
    caption_by_year(duty, years) =
        "{duty}: số trang ghi nhận đã gửi trên số phải gửi, từng năm, {years}";
    /// The caption of the periods of a year.
    caption_of_year(duty, year) = "{duty}, từng kỳ của năm {year}";
}

sentences! {
    /// How many are listed.
    listed(reports) = "{reports} báo cáo.";
}

patterns! {
    /// No task is known to have been completed in the year.
    none_completed = "trang không ghi nhận nhiệm vụ nào hoàn thành";
    /// Its plan, and its answer.
    of_year_about(plan, answer) = "{plan}. {answer}";
}

sentences! {
    /// What a year brought.
    of_year(year, clauses) = "Năm {year}: {clauses}.";
    /// Tasks completed in it.
    completed(tasks) = "trang ghi nhận {tasks} nhiệm vụ hoàn thành";
    /// Tasks whose deadline falls in it.
    fell_due(tasks, columns) = "{tasks} nhiệm vụ có thời hạn trong năm ({columns})";
    /// Tasks without a deadline whose period ends in it.
    ended(tasks, columns) = "{tasks} nhiệm vụ có kỳ thực hiện kết thúc trong năm ({columns})";
    /// A duty of which nothing is due in the year.
    duty_not_due(duty) = "{duty}: chưa đến hạn gửi.";
    /// A duty's reports of the year.
    duty_sent(duty, sent, due) = "{duty}: trang ghi nhận {sent}/{due} báo cáo đã gửi.";
}
