//! CK142: Không dùng ký tự ẩn

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK142",
    severity: Severity::Warning,
    title: "Không dùng ký tự ẩn",
    why: "Dấu cách không ngắt và ký tự rộng bằng không làm chữ trông đúng mà máy đọc sai.",
    mend: "Gõ congkhai check --fix để công cụ thay, hoặc xóa ký tự ẩn và gõ lại dấu cách thường.",
    example: "khoi:\u{a0}chinh_quyen",
};

/// A hidden character; `name` says which, `at` is the first of `count` places.
pub fn hidden_character(at: Place, name: &str, count: usize) -> Diagnostic {
    let many = if count > 1 { format!("{count} ") } else { String::new() };
    Diagnostic::new(&RULE, at, format!("Có {many}{name} trong tệp.")).help(
        (count > 1).then(|| {
            "Đây là chỗ đầu tiên; tìm các chỗ còn lại bằng chức năng tìm và thay.".to_owned()
        }),
    )
}
