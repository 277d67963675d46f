//! Where a plan's text and its tasks do not meet.

use super::{patterns, sentences};

patterns! {
    /// The page's name.
    of_plan(plan) = "So nhiệm vụ với văn bản, {plan}";
    /// No task names a point.
    none = "Trang này chưa gắn nhiệm vụ nào với điểm, mục của văn bản.";
    /// Tasks name whole parts and sections only.
    wholes_only = "Trang này chỉ gắn nhiệm vụ với cả phần, cả mục của văn bản.";
}

sentences! {
    /// Points with tasks and without.
    covered(points, covered, bare) =
        "Trong {points} điểm, mục của các phần có gắn nhiệm vụ, {covered} đã được gắn với nhiệm vụ, {bare} chưa.";
}
