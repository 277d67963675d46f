//! CK110: Cơ quan phải có trong danh mục

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK110",
    severity: Severity::Error,
    title: "Cơ quan phải có trong danh mục",
    why: "Mã sai thì không ai chịu trách nhiệm, và trang của cơ quan thiếu nhiệm vụ.",
    mend: "Sửa mã, hoặc thêm tệp co-quan/<mã>.yml.",
    example: "chu_tri: [so-tttt-th]",
};

/// An agency that nobody described.
pub fn unknown_agency(at: Place, id: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Không có cơ quan nào mang mã “{id}”."))
        .help(near.map(|near| format!("Ý bạn là “{near}”?")))
}

/// A group's id where an agency's belongs.
pub fn group_for_agency(at: Place, id: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{id}” là mã nhóm, không phải mã cơ quan.")).help(
        "Ghi mã nhóm vào khóa dành cho nhóm: chu_tri_nhom, phoi_hop.nhom, ai_nhom.".to_owned(),
    )
}

/// A group that nobody described.
pub fn unknown_group(at: Place, id: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Không có nhóm cơ quan nào mang mã “{id}”."))
        .help(near.map(|near| format!("Ý bạn là “{near}”?")))
        .help("Nhóm cơ quan khai ở nhom-co-quan.yml.".to_owned())
}
