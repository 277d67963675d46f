//! CK171: Trang nên có nơi nhận báo sai sót

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK171",
    severity: Severity::Warning,
    title: "Trang nên có nơi nhận báo sai sót",
    why: "Người đọc thấy sai mà không có nơi nào để báo; nút “Báo sai sót” trên mọi trang sẽ nói rõ là chưa ai nhận.",
    mend: "Điền bao_sai_sot, hoặc lien_he (đơn vị, điện thoại, thư), hoặc kenh_kien_nghi vào trang.yml. Chưa có thật thì ghi da_xem: [ { ma: CK171, vi_sao: \"…\" } ].",
    example: "trang.yml không có bao_sai_sot, lien_he, kenh_kien_nghi",
};

/// A site without anybody who receives reports.
pub fn nobody_receives(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Trang chưa có nơi nào nhận báo sai sót.".to_owned())
}
