//! CK244: prose is not nested without end.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK244",
    severity: Severity::Error,
    title: "Lời viết không được lồng quá sâu",
    why: "Lời viết thật không bao giờ lồng trích dẫn, danh sách, chữ đậm vào nhau tới 32 cấp. Chỗ như vậy \
          thường do dán nhầm, và làm nghẽn việc dựng trang.",
    mend: "Bỏ bớt dấu > hoặc dấu - ở đầu dòng, bớt thụt lề.",
    example: "> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > Trích dẫn.",
};

/// Prose is nested deeper than the limit.
pub fn too_deep(at: Place, deepest: usize) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Lời viết ở đây lồng sâu hơn {deepest} cấp."))
}
