//! CK152: a key stands once in its group.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK152",
    severity: Severity::Error,
    title: "Một khóa chỉ được ghi một lần trong cùng một nhóm",
    why: "Khi một khóa được ghi hai lần, không ai biết giá trị nào đúng.",
    mend: "Giữ lại một dòng và xóa dòng kia. Nếu cần nhiều giá trị, ghi chúng thành danh sách dưới một khóa.",
    example: "so: \"3.1\"\nnhom: \"3\"\nso: \"3.2\"",
};

/// `key` stands again; `first` is where it stood before.
pub fn duplicate_key(at: Place, key: &str, first: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Khóa “{key}” được ghi lần thứ hai."))
        .related(first, format!("“{key}” đã được ghi ở đây"))
}
