//! CK110: Cơ quan phải có trong danh mục

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::text::is_id;

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
    Diagnostic::new(&RULE, at, format!("Không có cơ quan nào mang mã “{id}”.")).help(match near {
        Some(near) => Some(format!("Ý bạn là “{near}”?")),
        None => is_id(id).then(|| {
            format!("Sửa mã, hoặc thêm tệp co-quan/{id}.yml (congkhai new agency {id} …).")
        }),
    })
}

/// A group's id where an agency's belongs.
pub fn group_for_agency(at: Place, id: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{id}” là mã nhóm, không phải mã cơ quan.")).help(
        "Nhiệm vụ và nghĩa vụ báo cáo có khóa dành cho nhóm: chu_tri_nhom, phoi_hop.nhom, ai_nhom. Chỗ khác \
         thì ghi mã của một cơ quan cụ thể."
            .to_owned(),
    )
}

/// A group that nobody described.
pub fn unknown_group(at: Place, id: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Không có nhóm cơ quan nào mang mã “{id}”."))
        .help(near.map(|near| format!("Ý bạn là “{near}”?")))
        .help("Nhóm cơ quan khai ở nhom-co-quan.yml.".to_owned())
}
