//! CK001: Tệp phải là văn bản UTF-8

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK001",
    severity: Severity::Error,
    title: "Tệp phải là văn bản UTF-8",
    why: "Trang chỉ hiểu chữ Việt mã UTF-8; bảng mã khác sẽ hiện sai chữ.",
    mend: "Mở tệp, chọn “Lưu với mã UTF-8” rồi lưu lại. Tệp Word, PDF, ảnh thì đưa vào thư mục tep/.",
    example: "(tệp lưu bằng bảng mã TCVN3 hoặc VNI)",
};

/// A file that is no UTF-8 text; `offset` is the first wrong byte.
pub fn not_utf8(at: Place, offset: usize) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("Tệp không phải văn bản UTF-8: sai ở byte thứ {}.", offset + 1),
    )
}

/// A file whose text cannot be shown: a NUL byte.
pub fn binary(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Tệp chứa ký tự NUL, không phải văn bản.")
}
