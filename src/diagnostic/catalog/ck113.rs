//! CK113: Nhiệm vụ nên có cơ quan chủ trì cụ thể

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK113",
    severity: Severity::Info,
    title: "Nhiệm vụ nên có cơ quan chủ trì cụ thể",
    why: "Chủ trì là một nhóm thì người đọc không biết hỏi ai.",
    mend: "Nếu có văn bản giao cụ thể, thêm dien_bien loai: chuyen_giao; nếu nguyên văn đúng như vậy, ghi da_xem: [ { ma: CK113, vi_sao: \"…\" } ].",
    example: "chu_tri_nhom: [cac-so-ban-nganh]",
};

/// A task that only groups lead.
pub fn no_concrete_lead(at: Place, number: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("{number}: chủ trì là nhóm, người đọc không biết hỏi ai."))
}
