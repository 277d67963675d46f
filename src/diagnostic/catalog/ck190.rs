//! CK190: two things with one address.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK190",
    severity: Severity::Error,
    title: "Hai nơi không được chung một mã hay một địa chỉ",
    why: "Mã của phần, mục, điểm là địa chỉ mà nhiệm vụ và người đọc dẫn tới; hai điểm chung một \
          mã thì không ai biết liên kết nói điểm nào.",
    mend: "Đánh lại số hoặc chữ cho đúng bản gốc. Nếu chính bản gốc ghi trùng thì giữ nguyên và \
           ghi {sic: lý do} ở cuối đoạn sau; đoạn đó sẽ có địa chỉ riêng.",
    example: "a) Điểm thứ nhất.\n\na) Điểm thứ hai cũng mang chữ a.",
};

/// A node of a plan's text has the label of another; `node` names it, as in “điểm II.4.a”.
pub fn repeated_node(at: Place, node: &str, first: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Đã có {node} ở phía trên.")).related(first, "lần đầu ở đây")
}
