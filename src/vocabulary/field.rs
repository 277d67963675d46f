//! A task as a square.

use super::patterns;

patterns! {
    /// What an agency was given to lead.
    led = "Được giao chủ trì";
    /// What it may have taken over.
    perhaps = "Có thể đã nhận";
    /// What it once led.
    led_before = "Từng được giao chủ trì";
    /// Where it is a partner.
    partnered = "Phối hợp";
    /// Its number, its words and its standing.
    square(number, task, standing) = "{number}. {task}: {standing}";
    /// The same, among tasks of several plans.
    square_of_plan(number, plan, task, standing) = "{plan}, {number}. {task}: {standing}";
}
