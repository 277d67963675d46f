//! CK143: Không dùng ký tự mà tệp công bố không giữ được

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK143",
    severity: Severity::Error,
    title: "Không dùng ký tự mà tệp công bố không giữ được",
    why: "Ký tự điều khiển làm hỏng tệp XML mà máy khác đọc; ký tự đổi chiều chữ làm người đọc thấy khác với chữ đã viết.",
    mend: "Xóa ký tự đó; thường nó lẫn vào khi dán từ tệp PDF hoặc Word. Nếu không thấy, xóa và gõ lại đoạn chữ quanh chỗ đó.",
    example: "Đã ký &#x202E;ngày 1/2/2024.",
};

/// A character as it is; `at` is the first of `count` places. `is_mended` says that `check --fix` takes it out.
pub fn written(at: Place, character: char, count: usize, is_mended: bool) -> Diagnostic {
    let many = if count > 1 { format!("{count} ") } else { String::new() };
    let what = format!("Có {many}{} không nhìn thấy được.", name(character));
    Diagnostic::new(&RULE, at, what)
        .help(is_mended.then(|| "Gõ congkhai check --fix để công cụ xóa.".to_owned()))
}

/// A character that is spelled as `spelling`, such as `&#12;`.
pub fn spelled(at: Place, character: char, spelling: &str) -> Diagnostic {
    let what = format!("“{spelling}” là cách viết của {}.", name(character));
    Diagnostic::new(&RULE, at, what).help(format!("Xóa “{spelling}”."))
}

/// A value that holds a character by its spelling, such as `\u202E`, where the spelling's place is not known.
pub fn spelled_in(at: Place, character: char) -> Diagnostic {
    let what = format!("Giá trị này viết {} bằng mã của nó.", name(character));
    Diagnostic::new(&RULE, at, what).help("Xóa phần mã ấy, như \\u202E, rồi gõ lại.".to_owned())
}

fn name(character: char) -> String {
    let kind = match crate::text::normalize::turns_text(character) {
        true => "ký tự đổi chiều chữ",
        false => "ký tự điều khiển",
    };
    format!("{kind} (U+{:04X})", u32::from(character))
}
