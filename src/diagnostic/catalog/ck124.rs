//! CK124: Người xác nhận phải khác cơ quan chủ trì

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK124",
    severity: Severity::Warning,
    title: "Người xác nhận phải khác cơ quan chủ trì",
    why: "Một cơ quan tự xác nhận việc của mình thì chưa ai xác nhận. Cùng chủ trì, cơ quan trước khi sắp xếp, cơ \
          quan kế thừa, và văn bản do chính họ ban hành cũng vậy.",
    mend: "Ghi cơ quan khác vào co_quan_bao_cao, hoặc văn bản của cơ quan khác vào minh_chung (có co_quan là nơi \
           ban hành) hay can_cu. Không có thì dùng loai: cap_nhat.",
    example: "chu_tri: [so-a]\ndien_bien:\n  - { loai: xac_nhan, co_quan_bao_cao: so-a }   # chính cơ quan chủ trì",
};

/// A confirmation by the lead itself, which pages call so and do not count.
pub fn by_the_lead(at: Place, number: &str) -> Diagnostic {
    let what = format!(
        "{number}: xác nhận này là của chính cơ quan chủ trì; trang ghi “Tự xác nhận” và không tính là đã xác nhận."
    );
    Diagnostic::new(&RULE, at, what)
}

/// A confirmation by nobody who can be told.
pub fn by_nobody(at: Place, number: &str) -> Diagnostic {
    let what = format!(
        "{number}: không rõ ai xác nhận: thiếu cơ quan xác nhận hoặc nơi ban hành văn bản."
    );
    Diagnostic::new(&RULE, at, what).severity(Severity::Error).help(
        "Ghi co_quan_bao_cao: cơ quan đã xác nhận; nếu chỉ có văn bản thì ghi co_quan (nơi ban hành) ở minh_chung ấy."
            .to_owned(),
    )
}
