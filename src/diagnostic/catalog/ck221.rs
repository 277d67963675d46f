//! CK221: Tệp minh chứng phải đúng mã băm đã khai

use super::ck220;
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::text::form::TextForm;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK221",
    severity: Severity::Error,
    title: "Tệp minh chứng phải đúng mã băm đã khai",
    why: "Mã băm được đăng để người đọc kiểm tra rằng tệp chưa bị thay; mã sai làm mất lòng tin vào cả tệp đúng.",
    mend: "Lấy lại đúng tệp, hoặc ghi mã băm SHA-256 mới; không có mã thì bỏ khóa sha256.",
    example: "tep: tep/quyet-dinh.pdf\nsha256: \"abc\"",
};

/// A file whose hash is not the one that its evidence states.
pub fn evidence_changed(at: Place, name: &str, stated: &str, found: &str) -> Diagnostic {
    let what = format!("Tệp “{name}” có mã băm {found}, không phải {stated} như đã khai.");
    Diagnostic::new(&RULE, at, what)
}

/// A file that has every byte of the one whose hash its evidence states but those that Git and editors change.
pub fn evidence_in_other_form(
    at: Place,
    name: &str,
    found: TextForm,
    meant: TextForm,
) -> Diagnostic {
    let differs = ck220::differs(found, meant);
    let what = format!("Tệp “{name}” đúng từng chữ nhưng {differs}, nên mã băm không khớp.");
    Diagnostic::new(&RULE, at, what).help(ck220::restore("content/**/tep/**", meant))
}
