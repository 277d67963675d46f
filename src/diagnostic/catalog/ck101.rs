//! CK101: Số nhiệm vụ là duy nhất và khớp tên tệp

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK101",
    severity: Severity::Error,
    title: "Số nhiệm vụ là duy nhất và khớp tên tệp",
    why: "Số nhiệm vụ là địa chỉ của nhiệm vụ trong văn bản và trên trang.",
    mend: "Sửa khóa so hoặc tên tệp: nhiệm vụ 6.6 nằm ở tệp 6-6.md; trong bảng có mã pl2 là tệp pl2-6-6.md.",
    example: "so: \"1.1\"   # ở tệp 1-1b.md, trong khi 1-1.md đã có số 1.1",
};

/// A number that another file has.
pub fn number_given_twice(at: Place, number: &impl std::fmt::Display, first: Place) -> Diagnostic {
    let what = format!("Số “{number}” đã có ở {}.", first.file);
    Diagnostic::new(&RULE, at, what).related(first, "lần thứ nhất")
}

/// A number with other characters than letters, digits and dots.
pub fn not_a_number(at: Place, number: &str) -> Diagnostic {
    let what =
        format!("Số nhiệm vụ “{number}” chỉ được gồm chữ số, chữ cái không dấu và dấu chấm.");
    Diagnostic::new(&RULE, at, what).help(
        "Ghi so bằng các chữ ấy để làm địa chỉ, và số đúng như văn bản ở so_van_ban: so: \"2\" với \
         so_van_ban: \"2)\". Dòng mà văn bản không đánh số thì thêm danh_so: khong."
            .to_owned(),
    )
}

/// A number that is not its file's name.
pub fn not_the_file_name(at: Place, number: &str, slug: &str) -> Diagnostic {
    let what = format!("Số “{number}” không khớp tên tệp {}.", at.file);
    Diagnostic::new(&RULE, at, what).help(format!("Đặt tên tệp là {slug}.md, hoặc sửa số."))
}
