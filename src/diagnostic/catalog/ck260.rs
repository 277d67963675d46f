//! CK260: Rút gọn không được đổi chữ trên trang

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK260",
    severity: Severity::Warning,
    title: "Rút gọn không được đổi chữ trên trang",
    why: "Khi rút gọn HTML, khoảng trắng giữa hai phần tử trong dòng có thể mất, và hai từ dính vào nhau. Trang như thế được công bố nguyên dạng, không rút gọn.",
    mend: "Trong mẫu, đặt các phần tử đó vào p, li, td hoặc span, hay tách chúng bằng phần tử khối.",
    example: "<nav><a href=\"1.html\">Một</a> <a href=\"2.html\">Hai</a></nav>",
};

/// A page that minifying would change; `before` and `after` are some words around the first change.
pub fn words_would_change(at: Place, page: &str, before: &str, after: &str) -> Diagnostic {
    let what = format!(
        "Rút gọn trang {page} sẽ đổi “{before}” thành “{after}”; trang được giữ nguyên dạng."
    );
    Diagnostic::new(&RULE, at, what)
}
