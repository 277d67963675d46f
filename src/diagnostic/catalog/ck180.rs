//! CK180: Nhiệm vụ công khai hạn chế chỉ có tên và tình trạng

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK180",
    severity: Severity::Error,
    title: "Nhiệm vụ công khai hạn chế chỉ có tên và tình trạng",
    why: "Nội dung về quốc phòng, an ninh không được lộ qua minh chứng hay diễn giải.",
    mend: "Bỏ nội dung chi tiết, minh chứng và thông tin liên quan khỏi tệp nhiệm vụ.",
    example: "han_che: { ly_do: … }\ndien_bien: [ { noi_dung: \"…\", minh_chung: [ … ] } ]",
};

/// A restricted task that carries `detail`.
pub fn leak(at: Place, number: &str, detail: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("{number} (hạn chế): không được kèm {detail}."))
}
