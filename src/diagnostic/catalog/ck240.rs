//! CK240: no HTML in prose.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK240",
    severity: Severity::Error,
    title: "Lời viết không được chứa mã HTML",
    why: "Mã HTML trong nội dung có thể phá vỡ trang, tải mã lạ hoặc lộ ghi chú ẩn; trang chỉ nhận \
          cách trình bày của Markdown.",
    mend: "Bỏ thẻ HTML và dùng Markdown: **đậm**, *nghiêng*, danh sách, bảng, [chữ](địa chỉ). Muốn \
           viết dấu “<” như một chữ thì viết “\\<”.",
    example: "Đã hoàn thành <b>đúng hạn</b>.",
};

/// Prose holds HTML.
pub fn raw_html(at: Place, html: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Có mã HTML trong lời viết: “{html}”."))
}
