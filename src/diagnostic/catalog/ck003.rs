//! CK003: Liên kết tượng trưng không được dẫn ra ngoài thư mục

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK003",
    severity: Severity::Error,
    title: "Liên kết tượng trưng không được dẫn ra ngoài thư mục",
    why: "Một liên kết ra ngoài có thể đưa lên mạng tệp không định công khai.",
    mend: "Chép tệp vào thư mục nội dung thay cho liên kết.",
    example: "tep/bao-cao.pdf -> /home/van-thu/bao-cao.pdf",
};

/// A symbolic link to a folder beside it, whose files would be read twice.
pub fn link_to_folder(at: Place, target: &str) -> Diagnostic {
    let what = format!("Liên kết tượng trưng dẫn tới một thư mục: “{target}”.");
    Diagnostic::new(&RULE, at, what).help("Chép thư mục, hoặc xóa liên kết.".to_owned())
}

/// A symbolic link that leads out of its root, or nowhere.
pub fn link_out(at: Place, target: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("Liên kết tượng trưng dẫn ra ngoài thư mục hoặc tới chỗ không có: “{target}”."),
    )
}
