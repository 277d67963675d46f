//! CK130: Thời gian phải đọc được

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK130",
    severity: Severity::Error,
    title: "Thời gian phải đọc được",
    why: "Quá hạn tính từ thời gian này.",
    mend: "Viết “2016”, “2015-2020”, “tháng 6/2026”, “Quý II/2026”, hoặc thêm tu và den bên cạnh nguyen_van.",
    example: "thoi_gian: { nguyen_van: \"2020-2016\" }",
};

/// Words that are no period; `fault` says why.
pub fn unreadable(at: Place, text: &str, fault: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Thời gian “{text}”: {fault}"))
}

/// A span whose end lies before its beginning.
pub fn ends_before_it_begins(at: Place, end: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{end}”: ngày cuối trước ngày đầu."))
        .help("Đổi chỗ tu và den, hoặc sửa năm gõ nhầm.".to_owned())
}

/// A span of which both ends are needed.
pub fn open_plan_period(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Giai đoạn phải có cả năm đầu (tu) và năm cuối (den).")
        .help("Thêm khóa còn thiếu; một năm thì tu và den cùng năm ấy.".to_owned())
}

/// A task's period with one of the two keys.
pub fn one_end_only(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Ghi cả tu và den, hoặc không ghi khóa nào.")
}

/// A span of more years than anybody plans for.
pub fn too_long(at: Place, longest: i16) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Giai đoạn dài hơn {longest} năm, chắc là gõ nhầm năm."))
        .help("Sửa năm ở tu hoặc den.".to_owned())
}
