//! CK008: Tên tệp phải dùng được ở mọi máy

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::text::file_names::{FOREIGN, LONGEST_NAME, LONGEST_PATH, NameFault};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK008",
    severity: Severity::Error,
    title: "Tên tệp phải dùng được ở mọi máy",
    why: "Máy chủ web, Windows hay đường liên kết không giữ được tên ấy, nên người đọc sẽ không tải được tệp.",
    mend: "Đổi tên tệp, và sửa tên ở chỗ nhắc tới nó.",
    example: "tep/Biên bản: nghiệm thu.pdf",
};

/// A file whose name cannot be carried.
pub fn unfit(at: Place, fault: &NameFault) -> Diagnostic {
    let file = &at.file;
    let (what, help) = match fault {
        NameFault::Sign(sign) => (
            format!("Tên tệp “{file}” có dấu “{sign}”."),
            format!("Thay bằng gạch nối. Tên tệp không có các dấu {}.", spaced(FOREIGN)),
        ),
        NameFault::Hidden(sign) => (
            format!("Tên tệp “{file}” có ký tự không nhìn thấy được (U+{:04X}).", u32::from(*sign)),
            "Gõ lại tên tệp.".to_owned(),
        ),
        NameFault::Edge => (
            format!(
                "Tên tệp “{file}” có phần bắt đầu hoặc kết thúc bằng dấu cách, hoặc kết thúc bằng dấu chấm."
            ),
            "Bỏ dấu cách, dấu chấm thừa.".to_owned(),
        ),
        NameFault::Device(name) => (
            format!("“{name}” là tên thiết bị của Windows, không làm tên tệp được."),
            "Thêm chữ vào tên, chẳng hạn “tep-con.pdf” thay cho “con.pdf”.".to_owned(),
        ),
        NameFault::LongName(bytes) => (
            format!("Tên tệp “{file}” dài {bytes} byte; dài nhất là {LONGEST_NAME}."),
            "Đặt tên ngắn hơn; một chữ có dấu chiếm hai đến ba byte.".to_owned(),
        ),
        NameFault::LongPath(bytes) => (
            format!("Đường dẫn “{file}” dài {bytes} byte; dài nhất là {LONGEST_PATH}."),
            "Đặt tên tệp, tên thư mục ngắn hơn.".to_owned(),
        ),
    };
    Diagnostic::new(&RULE, at, what).help(help)
}

fn spaced(signs: &str) -> String {
    signs.chars().map(String::from).collect::<Vec<_>>().join(" ")
}
