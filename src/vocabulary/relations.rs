//! A plan's relations to other documents.

use super::patterns;

patterns! {
    /// The page's name.
    of_plan(plan) = "Quan hệ của {plan} với văn bản khác";
    /// What the page holds.
    about(plan) = "Văn bản mà {plan} căn cứ, thực hiện, thay thế; văn bản nói về nó.";
    /// A document by kind and number.
    document(kind, number) = "{kind} {number}";
}
