//! CK126: Một cơ quan không báo hoàn thành thay cả nhóm chủ trì

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK126",
    severity: Severity::Error,
    title: "Một cơ quan không báo hoàn thành thay cả nhóm chủ trì",
    why: "Nhiệm vụ giao cho cả nhóm mà một nơi báo xong phần mình thì nhiệm vụ chưa xong; ghi là hoàn thành thì \
          trang nói thay cho những nơi chưa ai nhắc tới.",
    mend: "Ghi loai: cap_nhat và nói ở noi_dung nơi nào đã xong phần mình. Cả nhóm xong thì người báo, người xác \
           nhận là cơ quan ban hành, cơ quan thường trực hay nơi nhận báo cáo của kế hoạch.",
    example: "chu_tri_nhom: [cac-so-ban-nganh]\ndien_bien:\n  - { loai: bao_cao_hoan_thanh, co_quan_bao_cao: so-a }",
};

/// A completion that one agency of a leading group tells of the whole task.
pub fn one_for_all(at: Place, number: &str, agency: &str, group: &str) -> Diagnostic {
    let what = format!("{number}: “{agency}” báo hoàn thành thay cho cả nhóm “{group}”.");
    Diagnostic::new(&RULE, at, what)
}
