//! CK157: declarations are neither nested without end nor endless.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::source::yaml::{DEEPEST, MOST};
use crate::text::numbers::count;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK157",
    severity: Severity::Error,
    title: "Phần khai báo không được lồng quá sâu hoặc có quá nhiều giá trị",
    why: "Nội dung thật không bao giờ lồng nhau tới 32 cấp. Tệp như vậy thường do máy sinh ra nhầm hoặc cố \
          ý làm nghẽn việc dựng trang.",
    mend: "Kiểm tra các dấu ngoặc [ và {: thường là thiếu dấu đóng. Nếu tệp quá lớn, hãy chia nhỏ.",
    example: "chu_tri: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[so-tttt]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
};

/// A value is nested too deep.
pub fn too_deep(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Giá trị ở đây lồng sâu hơn {DEEPEST} cấp."))
}

/// There are too many values.
pub fn too_many(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Phần khai báo có hơn {} giá trị.", count(MOST)))
}
