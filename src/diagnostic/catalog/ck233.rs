//! CK233: Tệp đăng phải mở được

use crate::attachment::Contents;
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK233",
    severity: Severity::Warning,
    title: "Tệp đăng phải mở được",
    why: "Minh chứng mà người đọc không mở được thì không chứng minh được gì.",
    mend: "Mở thử tệp; lấy lại bản mở được, không có mật khẩu.",
    example: "(tệp PDF đặt mật khẩu)",
};

/// A file that nobody opens without a password.
pub fn locked(at: Place, name: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Tệp “{name}” có mật khẩu, người đọc không mở được."))
        .help("Mở bằng mật khẩu, bỏ mật khẩu rồi lưu lại.".to_owned())
}

/// A file that is broken.
pub fn damaged(at: Place, name: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Tệp “{name}” có vẻ hỏng: không đọc hết được nội dung."))
        .help(
            "Mở thử tệp; nếu mở được thì lưu lại thành bản mới, nếu không thì chép lại từ nguồn."
                .to_owned(),
        )
}

/// A document in which pictures are broken.
pub fn damaged_parts(at: Place, name: &str, contents: &Contents) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Trong tệp “{name}”, {}.", broken(contents))).help(
        "Mở tệp, thay hoặc bỏ ảnh ấy rồi lưu lại; không thấy ảnh nào hỏng thì vẫn lưu lại thành bản mới."
            .to_owned(),
    )
}

/// Which pictures of a document are broken, in words.
pub fn broken(contents: &Contents) -> String {
    let parts: Vec<String> =
        contents.damaged_parts.iter().map(|part| format!("“{part}”")).collect();
    format!("ảnh {} có vẻ hỏng: không đọc hết được", parts.join(", "))
}

/// A file that the disk does not give.
pub fn unreadable(at: Place, name: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Không đọc được tệp “{name}” trên đĩa."))
        .help("Xem quyền đọc của tệp; chép lại tệp nếu cần.".to_owned())
}
