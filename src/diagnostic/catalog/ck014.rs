//! CK014: every word of what is imported has a place.

use crate::diagnostic::{Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK014",
    severity: Severity::Error,
    title: "Chữ của tệp nguồn và chữ đã xếp chỗ phải khớp nhau",
    why: "Chữ của tệp được đếm bằng hai cách đọc khác nhau. Lệch một chữ nghĩa là có chữ bị mất hoặc bị \
          thêm, nên không ghi gì.",
    mend: "Mở tệp bằng Word hoặc LibreOffice, lưu lại dạng .docx rồi nhập lại; nếu vẫn lệch, xin gửi tệp cho \
          người làm ra công cụ.",
    example: "Thiếu: ruộng ×1.",
};
