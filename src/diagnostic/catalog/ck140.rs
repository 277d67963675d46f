//! CK140: Chữ Việt dùng dạng dựng sẵn (NFC)

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK140",
    severity: Severity::Warning,
    title: "Chữ Việt dùng dạng dựng sẵn (NFC)",
    why: "Chữ có dấu rời trông giống nhưng tìm không thấy và so không khớp.",
    mend: "Không cần làm gì ngay: trang đã tự chuyển. congkhai check --fix lưu lại tệp ở dạng NFC.",
    example: "(chữ “ế” viết bằng e + dấu mũ + dấu sắc rời)",
};

/// A file whose text was turned into normal form C; `count` places.
pub fn not_nfc(at: Place, count: usize) -> Diagnostic {
    let what = format!(
        "Tệp có {count} chữ viết bằng dấu rời (NFD); trang đã chuyển sang dạng dựng sẵn khi đọc."
    );
    Diagnostic::new(&RULE, at, what)
}
