//! CK252: Giao diện không kế thừa vòng quanh

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK252",
    severity: Severity::Error,
    title: "Giao diện không kế thừa vòng quanh",
    why: "Giao diện cha là nơi lấy những tệp mà giao diện con không có; đi mãi theo cha phải đến một giao diện không có cha.",
    mend: "Bỏ khóa cha ở một trong các giao diện được nêu.",
    example: "cha: giao-dien-b   # trong khi giao-dien-b có cha là giao diện này",
};

/// A parent that is the theme itself or one of its descendants.
pub fn circle(at: Place, chain: &[&str]) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("Các giao diện kế thừa nhau thành vòng: {}.", chain.join(" → ")),
    )
}
