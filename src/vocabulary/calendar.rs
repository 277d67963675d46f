//! Calendars of deadlines.

use super::patterns;

patterns! {
    /// The name of a plan's calendar.
    of_plan(plan) = "Thời hạn – {plan}";
    /// The name of an agency's calendar.
    of_agency(agency) = "Thời hạn – {agency}";
    /// Up to when it was kept.
    as_of(date) = "Số liệu đến {date}.";
    /// A deadline.
    deadline(number, plan) = "Thời hạn: nhiệm vụ {number}, {plan}";
    /// The end of a period that is no deadline.
    end(number, plan) = "Hết kỳ thực hiện: nhiệm vụ {number}, {plan}";
    /// Where the task stands.
    standing(standing) = "Tình trạng: {standing}.";
    /// The plan does not say what the end means.
    undetermined = "Văn bản không nói rõ ngày này là thời hạn hay là cuối kỳ thực hiện.";
}
