//! CK108: a document that is not signed is not published.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK108",
    severity: Severity::Error,
    title: "Bản nháp được xem trước, không được công bố",
    why: "Văn bản chưa ký thì chưa phải là cam kết của ai; người đọc không phân biệt được nó với văn bản đã ban \
          hành. Nó được soạn và xem trước như mọi văn bản khác.",
    mend: "Xem trước bằng “congkhai serve”. Khi văn bản đã ký, ghi số hiệu, ngày ban hành, người ký theo bản đã ký \
           và bỏ dòng “ban_nhap: co”.",
    example: "id: \"12-kh-ubnd-2026\"\nban_nhap: co",
};

/// A draft that was left out.
pub fn left_out(at: Place, id: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{id}” là bản nháp, không có trong trang được dựng."))
        .severity(Severity::Info)
}

/// A site that has nothing but drafts.
pub fn nothing_else(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Trang chỉ có bản nháp, không có gì để công bố.")
}

/// An event that says that a task goes on in a draft.
pub fn goes_on_in_draft(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Một diễn biến chuyển nhiệm vụ sang văn bản còn là bản nháp.")
        .help("Chờ văn bản kia được ký, hoặc ghi số hiệu của văn bản đã ban hành.".to_owned())
}
