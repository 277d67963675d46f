//! CK159: Giá trị phải đúng dạng của khóa

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK159",
    severity: Severity::Error,
    title: "Giá trị phải đúng dạng của khóa",
    why: "Giá trị lạ thì trang không biết hiểu thế nào, và không đoán.",
    mend: "Dùng một trong các giá trị được nêu.",
    example: "khoi: chinh-quyen",
};

/// A word that is none of the choices.
pub fn not_a_choice(at: Place, word: &str, choices: &[&str]) -> Diagnostic {
    let near = crate::text::near::nearest(word, choices.iter().copied());
    Diagnostic::new(&RULE, at, format!("“{word}” không phải một giá trị của khóa này."))
        .help(near.map(|near| format!("Ý bạn là “{near}”?")))
        .help(format!("Các giá trị: {}.", choices.join(", ")))
}

/// Text that is no whole number.
pub fn not_a_number(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không phải số nguyên hợp lệ ở đây."))
        .help("Chỉ viết chữ số, như “30”.".to_owned())
}

/// Text that is no web address.
pub fn not_an_address(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không phải địa chỉ web.")).help(
        "Địa chỉ bắt đầu bằng https:// hoặc http://, rồi đến tên máy chủ; không có dấu cách."
            .to_owned(),
    )
}

/// Text that is no mail address.
pub fn not_a_mailbox(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không phải địa chỉ thư điện tử."))
        .help("Viết “hop-thu@co-quan.vn”, không có dấu cách.".to_owned())
}

/// Text that is neither a mail address nor a web address.
pub fn not_a_channel(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không phải nơi nhận báo sai sót."))
        .help("Viết “mailto:hop-thu@co-quan.vn”, hoặc địa chỉ bắt đầu bằng https://.".to_owned())
}

/// A plan's id that is not its folder.
pub fn not_the_folder(at: Place, id: &str, folder: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Mã kế hoạch “{id}” không khớp tên thư mục “{folder}”."))
        .help("Sửa mã cho giống tên thư mục, hoặc đổi tên thư mục cho giống mã.".to_owned())
}

/// An agency's id that is not its file's name.
pub fn not_the_file(at: Place, id: &str, file: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Mã cơ quan “{id}” không khớp tên tệp “{file}.yml”."))
        .help(format!("Đặt tên tệp là “{id}.yml”, hoặc sửa mã."))
}

/// An id with characters that an address cannot have.
pub fn not_an_id(at: Place, id: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("Mã “{id}” chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối."),
    )
    .help(format!("Ví dụ: “{}”.", crate::text::slug::slug(id)))
}

/// Text that is no line or range of lines.
pub fn not_a_line_range(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không phải số dòng."))
        .help("Viết “3” hoặc “1-7”.".to_owned())
}

/// Text that is no day of the year.
pub fn not_a_day_of_the_year(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không phải ngày trong năm."))
        .help("Viết ngày/tháng: “15/12”.".to_owned())
}

/// A correction's target of no known form.
pub fn not_a_target(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không chỉ rõ đính chính chỗ nào."))
        .help("Viết “nhiem-vu/3.1”, “diem/ii.4.a” hoặc “ke-hoach”.".to_owned())
}

/// A sub-work whose words are not the task's.
pub fn not_a_passage(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{}” không có trong nguyên văn của nhiệm vụ.", text.trim()))
        .help("Chép đúng một đoạn liền nhau của nguyen_van.".to_owned())
}
