//! CK162: each table of tasks is known by a code, and each task by its table.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK162",
    severity: Severity::Error,
    title: "Bảng nhiệm vụ từ thứ hai trở đi phải có mã",
    why: "Mỗi bảng thường đếm lại từ 1, mà số nhiệm vụ là địa chỉ trên trang: mã của bảng đứng trước số để hai \
          nhiệm vụ cùng số không lẫn vào nhau.",
    mend: "Khai bang_nhiem_vu trong ke-hoach.yml, mỗi bảng một mục theo thứ tự trong van-ban.md; từ bảng thứ hai ghi \
           ma, và nhiệm vụ, nhóm của bảng ghi bang với mã ấy.",
    example: "bang_nhiem_vu:\n  - y_nghia_thoi_gian: thoi_han\n  - ten: \"Phụ lục II\"   # thiếu ma",
};

/// A table beyond the first without a code.
pub fn table_without_code(at: Place, position: usize) -> Diagnostic {
    let what = format!("Bảng nhiệm vụ thứ {position} chưa có mã.");
    Diagnostic::new(&RULE, at, what).help(format!(
        "Khai trong ke-hoach.yml, dưới bang_nhiem_vu, mục thứ {position} với ma, như “- ma: b{position}”; nhiệm vụ của \
         bảng ấy ghi bang: b{position} và nằm ở tệp b{position}-1.md."
    ))
}

/// The first table with a code.
pub fn first_table_with_code(at: Place) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        "Bảng nhiệm vụ đầu tiên không có mã: địa chỉ của nó chỉ là số nhiệm vụ.",
    )
    .help("Bỏ khóa ma của mục này.".to_owned())
}

/// A code that is no part of an address, or begins with a digit.
pub fn not_a_code(at: Place, code: &str) -> Diagnostic {
    let what = format!(
        "Mã “{code}” không dùng được: cần chữ thường không dấu đứng đầu, rồi chữ hoặc chữ số."
    );
    Diagnostic::new(&RULE, at, what).help("Viết như pl2.".to_owned())
}

/// A table that is declared and does not stand in the text.
pub fn table_not_in_text(at: Place, position: usize) -> Diagnostic {
    let what = format!("van-ban.md không có bảng nhiệm vụ thứ {position}.");
    Diagnostic::new(&RULE, at, what)
        .help("Thêm vùng ::: bang_nhiem_vu với tiêu đề các cột, hoặc bỏ mục này.".to_owned())
}

/// No table has this code.
pub fn unknown_table(at: Place, code: &str, near: Option<&str>) -> Diagnostic {
    let what = format!("Không có bảng nhiệm vụ nào mang mã “{code}”.");
    Diagnostic::new(&RULE, at, what).help(near.map(|near| format!("Ý bạn là “{near}”?")))
}

/// A task that is a part of itself, by way of others perhaps.
pub fn part_of_itself(at: Place, number: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{number}” là một phần của chính nó."))
}
