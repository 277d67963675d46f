//! CK007: Tệp bắt buộc phải có

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::source::ContentFile;

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
        ContentFile::Site.path().whole(),
        "Thiếu tệp trang.yml: thông tin chung của trang.",
    )
}

/// A plan lacks a file.
pub fn missing_plan_file(plan: &str, file: ContentFile<'_>) -> Diagnostic {
    let what = format!("Kế hoạch “{plan}” thiếu tệp {}.", file.name());
    Diagnostic::new(&RULE, file.path().whole(), what)
}
