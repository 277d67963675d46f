//! CK251: Giao diện được chọn phải có

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK251",
    severity: Severity::Error,
    title: "Giao diện được chọn phải có",
    why: "Mỗi giao diện là một thư mục trong themes, có tệp theme.yml ghi tên và giao diện cha của nó.",
    mend: "Ghi đúng tên thư mục của giao diện; mỗi giao diện có tệp theme.yml với khóa ten và, nếu cần, khóa cha.",
    example: "ten: Giao diện của tỉnh\ncha: mac-dihn   # thư mục tên là mac-dinh",
};

/// A theme, chosen by the site or named as a parent, that does not exist.
pub fn unknown_theme(at: Place, name: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Không có giao diện “{name}”."))
        .help(near.map(|near| format!("Ý bạn là “{near}”?")))
}

/// A theme folder without its `theme.yml`.
pub fn no_description(at: Place, theme: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Giao diện “{theme}” thiếu tệp theme.yml."))
        .help(format!("Tạo tệp {theme}/theme.yml với dòng: ten: Tên giao diện"))
}

/// A `theme.yml` in another encoding than ours, or no text at all.
pub fn not_text(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Tệp theme.yml không phải văn bản UTF-8.")
        .help("Lưu lại tệp với mã UTF-8.".to_owned())
}

/// A `theme.yml` of another shape than ours.
pub fn bad_description(at: Place) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        "Tệp theme.yml chỉ gồm hai khóa: ten (bắt buộc) và cha (nếu có giao diện cha), mỗi khóa một dòng chữ.",
    )
}
