//! CK107: a plan's text has a length that people write.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::text::numbers::count;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK107",
    severity: Severity::Error,
    title: "Văn bản không quá 10.000 dòng",
    why: "Kế hoạch thật có vài trăm đoạn. Tệp dài hơn nhiều lần như thế là dán nhầm, và mỗi đoạn thành một \
          chỗ trên trang, một dòng trong dữ liệu mở.",
    mend: "Bỏ phần dán nhầm khỏi van-ban.md; phụ lục số liệu thì để thành tệp trong thư mục tep/.",
    example: "(tệp van-ban.md có 400.000 dòng “- a”)",
};

/// The first line beyond the limit.
pub fn too_long(at: Place, most: usize) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Từ đây văn bản đã quá {} dòng.", count(most)))
}
