//! CK268: Trang không có khung hay đối tượng nhúng

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK268",
    severity: Severity::Error,
    title: "Trang không có khung hay đối tượng nhúng",
    why: "Điều hiện trong khung không phải lời của trang, không được kiểm tra cùng trang và không in, không lưu được cùng trang; \
          chính sách an toàn của trang cũng không cho hiện khung.",
    mend: "Thay khung bằng một liên kết, hoặc bằng chính nội dung cần hiện.",
    example: "<iframe src=\"https://ban-do.example/\"></iframe>",
};

/// An element that shows another document, or whose content is read by rules of its own.
pub fn frame(at: Place, pages: &str, element: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Trang {pages} có thẻ <{element}>."))
}

/// A document in an attribute.
pub fn document(at: Place, pages: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("Trang {pages} có cả một trang khác trong thuộc tính srcdoc."),
    )
    .help("Bỏ thuộc tính srcdoc; viết nội dung ấy thẳng vào mẫu.".to_owned())
}
