//! CK011: what is imported can be read.

use crate::diagnostic::{Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK011",
    severity: Severity::Error,
    title: "Tệp để nhập phải là văn bản đọc được",
    why: "Công cụ đọc .docx, .odt, .html, .md, .txt và bảng .xlsx. Tệp dạng khác, có mật khẩu, bị hỏng hay \
          không có chữ thì không biết được nó nói gì, và không được đoán.",
    mend: "Mở bằng Word hoặc LibreOffice, bỏ mật khẩu nếu có, lưu lại dạng .docx rồi nhập tệp ấy.",
    example: "congkhai import ke-hoach.pdf",
};
