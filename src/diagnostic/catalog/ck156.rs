//! CK156: a file holds one document.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK156",
    severity: Severity::Error,
    title: "Một tệp chỉ chứa một phần khai báo",
    why: "Dòng “---” giữa tệp mở ra một phần khai báo khác; phần nào là của tệp thì không rõ.",
    mend: "Xóa dòng “---” hoặc “...” ở giữa, hoặc tách phần sau ra một tệp riêng.",
    example: "id: so-tttt\n---\nid: so-noi-vu",
};

/// Another document begins.
pub fn other_document(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Ở đây bắt đầu một phần khai báo thứ hai trong cùng một tệp.")
}
