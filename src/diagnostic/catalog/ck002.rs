//! CK002: Tệp văn bản không quá 2 MB

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK002",
    severity: Severity::Error,
    title: "Tệp văn bản không quá 2 MB",
    why: "Tệp quá lớn thường là chép nhầm; giới hạn giữ cho mọi lần dựng trang nhanh và đều.",
    mend: "Tách tệp, hoặc đưa tài liệu gốc vào thư mục tep/.",
    example: "(tệp nhiem-vu/3-1.md nặng 5 MB)",
};

/// A text file larger than the limit, in bytes.
pub fn too_large(at: Place, size: u64, limit: u64) -> Diagnostic {
    // Rounded up, so that a file just over the limit does not look as large as the limit.
    let tenths = |bytes: u64| bytes.div_ceil(100_000);
    let megabytes = |bytes: u64| format!("{},{} MB", tenths(bytes) / 10, tenths(bytes) % 10);
    let what = format!("Tệp nặng {}, quá giới hạn {}.", megabytes(size), megabytes(limit));
    Diagnostic::new(&RULE, at, what)
}
