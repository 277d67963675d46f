//! CK007: Tệp bắt buộc phải có

use crate::diagnostic::{Diagnostic, Rule, Severity, SourcePath};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK007",
    severity: Severity::Error,
    title: "Tệp bắt buộc phải có",
    why: "Thiếu các tệp này thì không biết trang của ai, kế hoạch nào.",
    mend: "Tạo tệp theo mẫu trong content/README.md.",
    example: "(thư mục ke-hoach/12-kh-ubnd-2024 không có ke-hoach.yml)",
};

/// The site's own file is missing.
pub fn missing_site_file() -> Diagnostic {
    Diagnostic::new(
        &RULE,
        SourcePath::content("trang.yml").whole(),
        "Thiếu tệp trang.yml: thông tin chung của trang.",
    )
}

/// A plan lacks a file.
pub fn missing_plan_file(plan: &str, name: &str) -> Diagnostic {
    let file = SourcePath::content(&format!("ke-hoach/{plan}/{name}"));
    Diagnostic::new(&RULE, file.whole(), format!("Kế hoạch “{plan}” thiếu tệp {name}."))
}
