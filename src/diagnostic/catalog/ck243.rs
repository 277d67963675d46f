//! CK243: marks that stayed text.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK243",
    severity: Severity::Warning,
    title: "Dấu trình bày không được còn sót thành chữ",
    why: "Dấu ** sát chữ và dấu câu, hay khoảng trắng giữa “]” và “(”, làm Markdown không nhận ra; \
          người đọc sẽ thấy chính các dấu ấy trên trang.",
    mend: "Đặt ** sát chữ cần in đậm và cách chữ bên ngoài một khoảng trắng; viết liên kết liền \
           nhau: [chữ](địa chỉ). Muốn hiện đúng dấu * thì viết “\\*”.",
    example: "**“Đẩy mạnh”**ứng dụng công nghệ thông tin.",
};

/// Prose shows `mark` as text.
pub fn leftover_mark(at: Place, mark: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Dấu “{mark}” còn sót, người đọc sẽ thấy nó như chữ."))
}
