//! CK109: what import asked is answered.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK109",
    severity: Severity::Info,
    title: "Câu hỏi của bản nhập chờ người trả lời",
    why: "Khi nhập một văn bản, chỗ nào chữ không nói rõ thì công cụ hỏi chứ không đoán. Chưa trả lời thì chỗ ấy để \
          trống hoặc giữ nguyên lời văn bản.",
    mend: "Mở nhap.md trong thư mục của kế hoạch, viết câu trả lời sau “Trả lời:” rồi nhập lại cùng tệp với --answers; \
           hoặc sửa thẳng tệp nội dung và viết “bỏ qua” ở đó.",
    example: "### so-hieu\n\nHỏi: Số hiệu của văn bản là gì?\n\nTrả lời:",
};

/// A question without an answer.
pub fn not_answered(at: Place, asked: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Chưa trả lời: {asked}"))
}
