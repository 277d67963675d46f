//! CK013: letters of what is imported are Unicode.

use crate::diagnostic::{Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK013",
    severity: Severity::Error,
    title: "Chữ của tệp để nhập phải theo Unicode",
    why: "Chữ gõ bằng phông .VnTime, VNI-Times hay lưu theo bảng mã khác UTF-8 chỉ hiện đúng ở máy có phông \
          ấy; đọc theo Unicode thì thành chữ khác, và trang sẽ ghi sai lời văn bản.",
    mend: "Chuyển mã sang Unicode (Unikey có công cụ chuyển mã), hoặc lưu lại với bảng mã UTF-8, rồi nhập.",
    example: "Céng hoµ x· héi chñ nghÜa ViÖt Nam",
};
