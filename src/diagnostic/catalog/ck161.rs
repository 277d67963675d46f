//! CK161: what a table's column of times means is said.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK161",
    severity: Severity::Info,
    title: "Nên nói cột thời gian của bảng nghĩa là gì",
    why: "“2026” dưới cột “Thời hạn hoàn thành” là hạn chót, dưới cột “Thời gian thực hiện” là kỳ thực hiện. Chưa nói \
          thì trang coi là kỳ thực hiện và không ghi nhiệm vụ nào quá hạn chỉ vì ngày ấy.",
    mend: "Đọc tiêu đề cột rồi ghi y_nghia_thoi_gian trong bang_nhiem_vu của ke-hoach.yml: thoi_han, ky_thuc_hien, hoặc \
           khong_ro nếu tiêu đề nói cả hai.",
    example: "bang_nhiem_vu:\n  - cot: { \"Tiến độ\": thoi_gian }",
};

/// A column of times whose meaning nobody states.
pub fn meaning_not_stated(at: Place, heading: &str) -> Diagnostic {
    let what = format!("Cột “{heading}” chưa được nói là thời hạn hay kỳ thực hiện.");
    Diagnostic::new(&RULE, at, what)
}
