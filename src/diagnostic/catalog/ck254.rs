//! CK254: Mẫu giao diện không tự coi dữ liệu là HTML

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK254",
    severity: Severity::Error,
    title: "Mẫu giao diện không tự coi dữ liệu là HTML",
    why: "Bộ lọc safe cho chữ của dữ liệu chạy thẳng vào trang; chỉ chương trình mới được làm ra HTML, từ Markdown đã kiểm tra.",
    mend: "Bỏ bộ lọc safe. Văn bản Markdown in bằng bộ lọc prose, dữ liệu có cấu trúc bằng bộ lọc json_ld.",
    example: "{{ task.text | safe }}",
};

/// The filter `safe` in a template.
pub fn safe_filter(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Mẫu dùng bộ lọc safe.")
}
