//! CK153: no key is missing without which the rest has no meaning.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK153",
    severity: Severity::Error,
    title: "Không được thiếu khóa bắt buộc",
    why: "Thiếu khóa này thì phần còn lại không đủ để lập trang.",
    mend: "Thêm khóa còn thiếu, theo mẫu trong hướng dẫn soạn thảo.",
    example: "so: \"3.1\"\nnhom: \"3\"\nchu_tri: [so-tttt]",
};

/// `key` is missing at `at`.
pub fn missing_key(at: Place, key: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Thiếu khóa “{key}”."))
        .help(format!("Thêm dòng “{key}: …” vào đây, thẳng hàng với các khóa cùng nhóm."))
}
