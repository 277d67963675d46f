//! CK012: what is imported stays within limits.

use crate::diagnostic::{Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK012",
    severity: Severity::Error,
    title: "Tệp để nhập phải nằm trong mức đọc được",
    why: "Một tệp nhỏ có thể bung ra rất lớn, hoặc lồng nhau rất sâu, để chiếm hết bộ nhớ và thời gian của \
          máy. Văn bản thật nằm rất xa dưới các mức này.",
    mend: "Tách phụ lục thành tệp riêng, hoặc chép nội dung sang một tệp mới rồi lưu dạng .docx; tệp đến từ \
          nơi không rõ thì đừng dùng.",
    example: "congkhai import bom.docx",
};
