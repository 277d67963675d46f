//! CK170: Điều đã xem phải là một lưu ý hay cảnh báo đang có

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK170",
    severity: Severity::Error,
    title: "Điều đã xem phải là một lưu ý hay cảnh báo đang có",
    why: "da_xem làm im một thông báo; ghi nhầm, hoặc để lại sau khi đã sửa, thì có ngày nó làm im một \
          thông báo khác.",
    mend: "Chép đúng mã của lưu ý hay cảnh báo, ở chính tệp mà nó nói tới; hết thông báo thì bỏ mục ấy. Lỗi \
           thì phải sửa, không đánh dấu đã xem được.",
    example: "da_xem:\n  - { ma: CK110, vi_sao: \"Sẽ thêm cơ quan sau.\" }   # CK110 là lỗi",
};

/// A code that no rule has.
pub fn unknown_rule(at: Place, code: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Không có quy tắc nào mang mã “{code}”."))
        .help(near.map(|near| format!("Ý bạn là “{near}”?")))
        .help("Chép mã trong ngoặc vuông của thông báo, như CK113.".to_owned())
}

/// An error, which nobody can let stand.
pub fn is_an_error(at: Place, code: &str, error: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("{code} ở đây là lỗi, không đánh dấu đã xem được."))
        .help("Sửa lỗi được nêu, rồi bỏ mục này khỏi da_xem.".to_owned())
        .related(error, "lỗi ở đây")
}

/// Nothing of this rule is told, or nothing with these words.
pub fn nothing_arises(at: Place, code: &str, about: Option<&str>) -> Diagnostic {
    let about = about.map(|about| format!(" có chữ “{about}”")).unwrap_or_default();
    let what = format!("Không có lưu ý hay cảnh báo {code} nào{about} để đánh dấu đã xem.");
    Diagnostic::new(&RULE, at, what).severity(Severity::Info).help(
        "Bỏ mục này khỏi da_xem nếu điều ấy đã được sửa; nếu chưa, xem lại mã, tệp và chữ ghi ở ve."
            .to_owned(),
    )
}

/// A file that is not there.
pub fn no_such_file(at: Place, name: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Không có tệp “{name}” trong thư mục này."))
        .help("Ghi tên tệp tính từ thư mục của tệp này, như van-ban.md.".to_owned())
}

/// A file that has keys of its own.
pub fn has_its_own_keys(at: Place, name: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{name}” có phần khai báo của nó."))
        .help("Ghi mục này vào da_xem của chính tệp ấy, không có khóa tep.".to_owned())
}
