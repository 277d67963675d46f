//! CK264: Liên kết chỉ dùng các kiểu địa chỉ an toàn

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK264",
    severity: Severity::Error,
    title: "Liên kết chỉ dùng các kiểu địa chỉ an toàn",
    why: "Địa chỉ javascript: và data: chạy mã hay nhúng nội dung ngay trong trang, qua mặt chính sách an toàn của trang.",
    mend: "Dùng địa chỉ trong trang, hoặc http, https, mailto, tel. Hình và kiểu đặt trong assets của giao diện.",
    example: "<a href=\"javascript:print()\">In trang</a>",
};

/// An address of a kind that no page may use, in a page of the site.
pub fn unsafe_address(at: Place, page: &str, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Trang {page} có địa chỉ không được phép: “{target}”."))
}

/// The same in a style sheet.
pub fn unsafe_in_style(at: Place, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Tệp kiểu có địa chỉ không được phép: “{target}”."))
}

/// The same in a picture of the theme.
pub fn unsafe_in_picture(at: Place, target: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("Hình của giao diện có địa chỉ không được phép: “{target}”."),
    )
}
