//! CK266: Trang không đưa người đọc, hay điều họ gõ, đi nơi khác

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK266",
    severity: Severity::Error,
    title: "Trang không tự đưa người đọc, hay điều họ gõ, đi nơi khác",
    why: "Người đọc tới trang này để đọc hồ sơ của cơ quan. Trang tự chuyển đi, biểu mẫu gửi sang máy chủ khác, hay thẻ base \
          làm mọi liên kết dẫn đi chỗ khác thì họ rời trang, hoặc trao lời mình cho nơi khác, mà không biết.",
    mend: "Dùng liên kết <a> để người đọc tự bấm. Biểu mẫu chỉ gửi đến một tệp của trang; bỏ <base href>.",
    example: "<meta http-equiv=\"refresh\" content=\"0;url=https://noi-khac.example/\">",
};

/// A form that sends what is typed to another host.
pub fn sent(at: Place, pages: &str, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Trang {pages} có biểu mẫu gửi đến “{target}”, không phải trang này."))
        .help("Để action trỏ đến một tệp của trang, như tim-kiem.html, hoặc thay biểu mẫu bằng một liên kết.".to_owned())
}

/// A page that goes to another host by itself.
pub fn moved(at: Place, pages: &str, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Trang {pages} tự chuyển sang “{target}”.")).help(
        "Bỏ <meta http-equiv=\"refresh\">; cần dẫn đi thì viết một liên kết để người đọc tự bấm."
            .to_owned(),
    )
}

/// A `base` element from which all addresses would be read.
pub fn base(at: Place, pages: &str, address: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!(
            "Trang {pages} có <base href=\"{address}\">: mọi liên kết của trang sẽ tính từ đó."
        ),
    )
    .help(
        "Bỏ thuộc tính href của thẻ base; địa chỉ trong trang đã tính từ chính trang ấy."
            .to_owned(),
    )
}
