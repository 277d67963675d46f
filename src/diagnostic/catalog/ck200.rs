//! CK200: Không ghi chữ giữ chỗ thay cho dữ liệu

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK200",
    severity: Severity::Error,
    title: "Không ghi chữ giữ chỗ thay cho dữ liệu",
    why: "“Đang cập nhật” trông như có thông tin; bỏ trống thì trang nói đúng là chưa có thông tin.",
    mend: "Bỏ cả khóa này cho tới khi có thông tin.",
    example: "ngay_hieu_luc: \"Đang cập nhật\"",
};

/// A placeholder where a fact belongs.
pub fn placeholder(at: Place, key: &str, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("{key}: “{text}” là chữ giữ chỗ."))
        .help("Bỏ trống khóa này (xóa cả dòng).".to_owned())
}
