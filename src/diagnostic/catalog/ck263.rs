//! CK263: Mỗi id chỉ có một lần trong trang

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK263",
    severity: Severity::Error,
    title: "Mỗi id chỉ có một lần trong trang",
    why: "Hai chỗ cùng id thì liên kết và trình đọc màn hình chỉ tới được chỗ thứ nhất.",
    mend: "Trong mẫu, ghép id với số của mục để mỗi id là duy nhất.",
    example: "<h2 id=\"lich-su\">…</h2> … <h2 id=\"lich-su\">…</h2>",
};

/// An id that stands twice in a page.
pub fn id_twice(at: Place, page: &str, id: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Trang {page} có nhiều chỗ mang id “{id}”."))
}
