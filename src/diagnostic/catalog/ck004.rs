//! CK004: Tên tệp viết bằng chữ dựng sẵn (NFC)

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK004",
    severity: Severity::Error,
    title: "Tên tệp viết bằng chữ dựng sẵn (NFC)",
    why: "Tên tệp có dấu rời (NFD, thường từ máy Mac) trông giống hệt nhưng máy coi là tên khác.",
    mend: "Đổi tên tệp: chỉ dùng chữ không dấu, số và dấu gạch nối.",
    example: "co-quan/sở-nội-vụ.yml",
};

/// A file name that is not in normal form C.
pub fn name_not_nfc(at: Place) -> Diagnostic {
    let what = format!("Tên tệp “{}” có dấu rời (NFD).", at.file);
    Diagnostic::new(&RULE, at, what)
}

/// A file name that is no UTF-8.
pub fn name_not_utf8(at: Place) -> Diagnostic {
    let what = format!("Tên tệp “{}” không phải UTF-8.", at.file);
    Diagnostic::new(&RULE, at, what)
}
