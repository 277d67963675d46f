//! Calendars of deadlines.

use super::patterns;

patterns! {
    /// The name of a plan's calendar.
    of_plan(plan) = "Thời hạn – {plan}";
    /// The name of a task's calendar.
    of_task(number, plan) = "Thời hạn – nhiệm vụ {number}, {plan}";
    /// The name of an agency's calendar.
    of_agency(agency) = "Thời hạn – {agency}";
    /// Up to when it was kept.
    as_of(date) = "Số liệu đến {date}.";
    /// A deadline.
    deadline(title, number, plan) = "Thời hạn: {title} (nhiệm vụ {number}, {plan})";
    /// The end of a period that is no deadline.
    end(title, number, plan) = "Hết kỳ thực hiện: {title} (nhiệm vụ {number}, {plan})";
    /// The plan's own words, where the title is the editors'.
    verbatim(words) = "Nguyên văn: {words}";
    /// Where the task stands.
    standing(standing) = "Tình trạng: {standing}.";
    /// The end of a period is no deadline.
    no_deadline = "Ngày này là cuối kỳ thực hiện; văn bản không đặt nó làm thời hạn.";
}
