//! CK151: every key is one that is known at its place.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK151",
    severity: Severity::Error,
    title: "Không được dùng khóa lạ",
    why: "Một khóa gõ sai sẽ bị bỏ qua mà không ai hay, và thông tin viết ở đó không bao giờ hiện ra.",
    mend: "Sửa lại tên khóa: chữ thường không dấu, các từ nối bằng dấu gạch dưới. Nếu không cần, xóa \
           khóa đó đi.",
    example: "so: \"3.1\"\nchu_chi: [so-tttt]",
};

/// `key` is not among the `known` ones; `near` is the one that was perhaps meant.
pub fn unknown_key(at: Place, key: &str, near: Option<&str>, known: &[&str]) -> Diagnostic {
    let help = match near {
        Some(near) => Some(format!("Ý bạn là “{near}”?")),
        None if known.is_empty() => Some("Ở đây không dùng khóa nào.".to_owned()),
        None => Some(format!("Ở đây dùng được các khóa: {}.", listed(known))),
    };
    Diagnostic::new(&RULE, at, format!("Không có khóa “{key}” ở đây.")).help(help)
}

/// A key that a result has and a part of a task's words has not.
pub fn key_of_a_result(at: Place, key: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Việc con không có khóa “{key}”.")).help(
        "Kết quả có thời hạn, chủ trì hay sản phẩm riêng thì ghi dưới ket_qua thay cho viec_con; xong hết các \
         kết quả là xong nhiệm vụ."
            .to_owned(),
    )
}

/// Names in quotation marks, parted by commas.
pub(super) fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ")
}
