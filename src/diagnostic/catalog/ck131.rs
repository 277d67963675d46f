//! CK131: Năm trong tên nhiệm vụ khác thời gian thực hiện

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK131",
    severity: Severity::Info,
    title: "Năm trong tên nhiệm vụ khác thời gian thực hiện",
    why: "Văn bản có thể ghi giai đoạn trong tên khác cột thời gian; trang chỉ tính theo cột thời gian.",
    mend: "Đối chiếu với bản gốc; nếu đúng nguyên văn thì giữ nguyên và ghi da_xem: [ { ma: CK131, vi_sao: \"…\" } ].",
    example: "nguyen_van: Kế hoạch … giai đoạn 2016-2020   # thoi_gian: 2015",
};

/// A period in the title that is not the task's.
pub fn period_differs(at: Place, number: &str, in_title: &str, period: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("{number}: tên ghi “{in_title}”, cột thời gian ghi “{period}”."),
    )
}
