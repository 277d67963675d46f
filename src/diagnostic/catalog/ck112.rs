//! CK112: Tên cơ quan trong nguyên văn phải gắn với mã

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK112",
    severity: Severity::Warning,
    title: "Tên cơ quan trong nguyên văn phải gắn với mã",
    why: "Tên không gắn mã thì trang của cơ quan đó thiếu nhiệm vụ.",
    mend: "Thêm mã vào co_quan hoặc nhom; nếu là cách viết khác, thêm vào bi_danh của cơ quan.",
    example: "phoi_hop: { nguyen_van: \"Sở TT&TT; Sở Ngoại vụ\", co_quan: [so-tttt] }",
};

/// A known agency's name that stands in the words but not among the ids.
pub fn name_not_linked(at: Place, number: &str, column: &str, name: &str, id: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("{number}, {column}: “{name}” chưa gắn mã cơ quan."))
        .help(format!("Thêm “{id}” vào danh sách mã bên cạnh."))
}

/// A piece of the words that no agency or group is named by.
pub fn name_not_known(at: Place, number: &str, column: &str, name: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("{number}, {column}: “{name}” chưa ứng với cơ quan hay nhóm nào đã khai."),
    )
    .help(
        "Cách viết khác của một cơ quan đã khai thì thêm vào bi_danh của cơ quan ấy; cơ quan mới thì thêm tệp \
         trong co-quan/ rồi ghi mã; không phải tên cơ quan thì ghi da_xem với ve là mấy chữ ấy."
            .to_owned(),
    )
}
