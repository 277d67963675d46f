//! CK261: Liên kết trong trang phải dẫn đến một tệp có thật

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK261",
    severity: Severity::Error,
    title: "Liên kết trong trang phải dẫn đến một tệp có thật",
    why: "Người đọc bấm vào liên kết hỏng sẽ không tới được căn cứ. Liên kết ghi đủ tên tệp thì trang mở được từ mọi thư mục.",
    mend: "Sửa địa chỉ trong mẫu, hoặc trong nội dung mà mẫu in ra; ghi cả tên tệp, như index.html.",
    example: "<a href=\"nhiem-vu/\">Nhiệm vụ</a>   # phải là nhiem-vu/index.html",
};

/// A link to a file that the site does not have.
pub fn no_such_file(at: Place, page: &str, target: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("Trang {page} dẫn đến “{target}”, nhưng trang web không có tệp này."),
    )
    .help(near.map(|near| format!("Ý bạn là “{near}”?")))
}

/// A link that leaves the site's folder.
pub fn outside(at: Place, page: &str, target: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("Trang {page} dẫn đến “{target}”, nằm ngoài thư mục của trang web."),
    )
}
