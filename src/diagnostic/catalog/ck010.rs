//! CK010: Mọi thứ trong thư mục phải là tệp thường

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK010",
    severity: Severity::Error,
    title: "Mọi thứ trong thư mục phải là tệp thường",
    why: "Đường ống, ổ cắm mạng hay thiết bị không có nội dung để công bố; đọc chúng có thể chờ mãi.",
    mend: "Xóa đi; nếu đó là tệp được gắn vào từ nơi khác thì chép tệp vào đây.",
    example: "(tệp tạo bằng lệnh mkfifo)",
};

/// A pipe, a socket or a device.
pub fn no_file(at: Place) -> Diagnostic {
    let what = format!("“{}” không phải tệp thường.", at.file);
    Diagnostic::new(&RULE, at, what)
}
