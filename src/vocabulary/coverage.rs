//! Where a plan's text and its tasks do not meet.

use super::{patterns, sentences};

patterns! {
    /// The page's name.
    of_plan(plan) = "Đối chiếu văn bản và nhiệm vụ, {plan}";
    /// No task names a point.
    none = "Chưa nhiệm vụ nào được gắn với điểm của văn bản.";
}

sentences! {
    /// Points with tasks and without.
    covered(points, covered, bare) =
        "Trong {points} điểm, mục của các phần có gắn nhiệm vụ, {covered} đã có nhiệm vụ cụ thể, {bare} chưa có.";
}
