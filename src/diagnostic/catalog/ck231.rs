//! CK231: Chỉ đăng những loại tệp không chạy được

use crate::attachment::{ENDINGS, Refusal};
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK231",
    severity: Severity::Error,
    title: "Chỉ đăng những loại tệp không chạy được",
    why: "Tệp mà máy chủ hay trình duyệt chạy được có thể lấy trang này làm chỗ tấn công người đọc; tệp sai đuôi thì người đọc không mở được.",
    mend: "In ra PDF, hoặc lưu lại thành một trong các loại tệp được đăng.",
    example: "tep: tep/bao-cao.html",
};

/// A file that may not be published.
pub fn refused(at: Place, name: &str, refusal: &Refusal) -> Diagnostic {
    let (what, help) = told(name, refusal);
    Diagnostic::new(&RULE, at, what).help(help)
}

/// The same for a command that has no place to show.
pub fn in_words(name: &str, refusal: &Refusal) -> String {
    let (what, help) = told(name, refusal);
    format!("{what} {help}")
}

/// What is wrong, and the remedy.
fn told(name: &str, refusal: &Refusal) -> (String, String) {
    match refusal {
        Refusal::Ending(Some(ending)) => {
            (format!("“{name}”: tệp “.{ending}” không phải loại tệp được đăng."), kinds())
        }
        Refusal::Ending(None) => {
            (format!("“{name}”: tên tệp không có đuôi, không biết là loại gì."), kinds())
        }
        Refusal::Run(ending) => (
            format!("“{name}”: máy chủ web chạy tệp có “.{ending}” trong tên thay vì cho tải về."),
            "Đổi tên tệp; nếu đó đúng là chương trình thì không đăng.".to_owned(),
        ),
        Refusal::Active => (
            format!("“{name}”: trong tệp có mã mà trình duyệt, máy chủ hoặc Office sẽ chạy."),
            "In ra PDF rồi đăng tệp PDF; tệp Office có macro thì lưu lại thành loại không có macro.".to_owned(),
        ),
        Refusal::OtherKind(Some(ending)) => (
            format!("“{name}”: nội dung không phải loại tệp mà đuôi nói."),
            format!("Nội dung là tệp “.{ending}”: đổi đuôi thành “.{ending}”, hoặc lấy lại đúng tệp."),
        ),
        Refusal::OtherKind(None) => (
            format!("“{name}”: nội dung không phải loại tệp mà đuôi nói."),
            "Mở tệp ra xem; lấy lại đúng tệp, hoặc lưu lại thành loại mà đuôi nói.".to_owned(),
        ),
        Refusal::Empty => (format!("“{name}” là tệp rỗng."), "Chép lại tệp.".to_owned()),
    }
}

fn kinds() -> String {
    let endings: Vec<&str> = ENDINGS.iter().map(|(ending, _)| *ending).collect();
    format!("Các loại được đăng: {}. Trang web, trang soạn khác thì in ra PDF.", endings.join(", "))
}
