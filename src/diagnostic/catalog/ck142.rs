//! CK142: Không dùng ký tự ẩn

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK142",
    severity: Severity::Warning,
    title: "Không dùng ký tự ẩn",
    why: "Dấu cách không ngắt và ký tự rộng bằng không làm chữ trông đúng mà máy đọc sai.",
    mend: "Xóa ký tự ẩn, gõ lại dấu cách thường.",
    example: "khoi:\u{a0}chinh_quyen",
};

/// A hidden character; `name` says which.
pub fn hidden_character(at: Place, name: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Có {name} trong tệp."))
}
