//! CK158: a key that is there has a value.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK158",
    severity: Severity::Error,
    title: "Khóa đã ghi thì phải có giá trị",
    why: "Chỗ trống, dấu ~ và chữ null có thể nghĩa là “không có”, “chưa biết” hoặc “quên chưa ghi”. Chưa biết \
          thì bỏ hẳn khóa: trang sẽ ghi “chưa có thông tin”.",
    mend: "Ghi giá trị, hoặc xóa cả dòng nếu chưa có thông tin.",
    example: "so: \"3.1\"\nngay_hieu_luc:",
};

/// The value of `key` is a pair of quotation marks, or a block, with nothing in it.
pub fn no_words(at: Place, key: Option<&str>) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("{} có giá trị không chứa chữ nào.", subject(key)))
        .help("Ghi giá trị, hoặc xóa cả dòng nếu chưa có thông tin.".to_owned())
}

fn subject(key: Option<&str>) -> String {
    match key {
        Some(key) => format!("Khóa “{key}”"),
        None => "Mục này của danh sách".to_owned(),
    }
}

/// Nothing follows `key`, or a word that means nothing (`written`).
pub fn no_value(at: Place, key: Option<&str>, written: &str) -> Diagnostic {
    let subject = subject(key);
    let what = if written.is_empty() {
        format!("{subject} không có giá trị.")
    } else {
        format!("{subject} có giá trị “{written}”, nghĩa là không có gì.")
    };
    let help = if written.is_empty() {
        "Ghi giá trị, hoặc xóa cả dòng nếu chưa có thông tin.".to_owned()
    } else {
        format!(
            "Xóa cả dòng nếu chưa có thông tin; nếu đúng là chữ “{written}” thì đặt nó trong dấu nháy kép."
        )
    };
    Diagnostic::new(&RULE, at, what).help(help)
}
