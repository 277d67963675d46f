//! CK141: Một tên chỉ viết theo một lối đặt dấu

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK141",
    severity: Severity::Warning,
    title: "Một tên chỉ viết theo một lối đặt dấu",
    why: "“Hòa” và “Hoà” cùng là một chữ; lẫn hai lối thì tìm và sắp thứ tự dễ sai.",
    mend: "Chọn một lối cho tên đó (nguyên văn giữ nguyên; văn bản viết hai lối thì ghi da_xem).",
    example: "ten: \"Ủy ban nhân dân xã Hoà Bình\"\nbi_danh: [\"UBND xã Hòa Bình\"]",
};

/// One name with both placements of the tone mark.
pub fn mixed_placement(at: Place, old: &str, new: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("“{old}” và “{new}” cùng chỉ một tên, chỉ khác chỗ đặt dấu."),
    )
}
