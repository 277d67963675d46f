//! CK272: a published address is never lost.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK272",
    severity: Severity::Error,
    title: "Địa chỉ đã công bố không được mất",
    why: "Người đọc, báo chí, văn bản khác có thể đã dẫn địa chỉ ấy. Mở ra mà không thấy gì thì không ai biết trang từng \
          có điều đó.",
    mend: "Ghi địa chỉ ấy vào dia_chi_cu trong trang.yml, kèm den (trang thay thế) hoặc ly_do (vì sao rút).",
    example: "dia_chi_cu: []   # bản trước đã công bố ke-hoach/12-kh-ubnd-2026/nhiem-vu/1-3.html",
};

/// A page of the last release that the site no longer has.
pub fn lost(at: Place, path: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Bản công bố trước có trang {path}; nay không còn.")).help(format!(
        "Thêm vào trang.yml: dia_chi_cu: [{{ tu: \"{path}\", den: \"địa chỉ trang thay thế\" }}]; không có trang thay \
         thế thì ghi ly_do thay cho den."
    ))
}
