//! CK262: Liên kết đến một chỗ trong trang phải có chỗ đó

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK262",
    severity: Severity::Error,
    title: "Liên kết đến một chỗ trong trang phải có chỗ đó",
    why: "Liên kết đến điểm, khoản của kế hoạch là lời dẫn chứng; sai chỗ thì người đọc rơi xuống đầu trang.",
    mend: "Sửa phần sau dấu # cho khớp một thuộc tính id của trang đích.",
    example: "<a href=\"van-ban.html#ii-1-đ\">điểm đ</a>   # id là ii-1-dd",
};

/// A link to an id that the target page lacks.
pub fn no_such_id(at: Place, page: &str, target: &str, id: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!(
            "Trang {page} dẫn đến “{target}#{id}”, nhưng {target} không có chỗ mang id “{id}”."
        ),
    )
}
