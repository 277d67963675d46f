//! CK265: Trang không tải gì từ nơi khác

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK265",
    severity: Severity::Error,
    title: "Trang không tải gì từ nơi khác",
    why: "Tải hình, kiểu hay mã từ máy chủ khác là báo cho nơi đó biết ai đang đọc, và trang hỏng khi nơi đó hỏng.",
    mend: "Đặt tệp vào assets của giao diện, hoặc vào thư mục tep của nội dung, rồi dẫn đến đó.",
    example: "<script src=\"https://thong-ke.example/dem.js\"></script>",
};

/// A page that loads something from another host.
pub fn remote(at: Place, page: &str, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Trang {page} tải “{target}” từ nơi khác."))
}

/// A style sheet that loads something from another host.
pub fn remote_in_style(at: Place, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Tệp kiểu tải “{target}” từ nơi khác."))
}

/// A picture of the theme that loads something from another host.
pub fn remote_in_picture(at: Place, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Hình của giao diện tải “{target}” từ nơi khác."))
}
