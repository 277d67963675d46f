//! CK102: Số nhiệm vụ liền nhau

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK102",
    severity: Severity::Warning,
    title: "Số nhiệm vụ liền nhau",
    why: "Một số bị nhảy thường là một nhiệm vụ bị sót.",
    mend: "Thêm nhiệm vụ còn thiếu; nếu văn bản gốc nhảy số, khai bo_qua_so trong ke-hoach.yml.",
    example: "nhóm 6: 6.1, 6.2, 6.3, 6.6",
};

/// A gap in a group's numbers; `missing` are the first numbers between, an ellipsis for the others.
pub fn gap(at: Place, group: &str, before: &str, after: &str, missing: &[String]) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Nhóm {group}: sau {before} là {after}."))
        .help(if_verbatim(missing))
}

/// A group that does not begin with its first number.
pub fn late_start(at: Place, group: &str, first: &str, missing: &[String]) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Nhóm {group}: nhiệm vụ đầu tiên là {first}."))
        .help(if_verbatim(missing))
}

fn if_verbatim(missing: &[String]) -> String {
    let quote = |number: &String| {
        if number == "…" { number.clone() } else { format!("\"{number}\"") }
    };
    let quoted: Vec<String> = missing.iter().map(quote).collect();
    format!(
        "Thêm nhiệm vụ còn thiếu; nếu chính văn bản nhảy số, khai bo_qua_so: [{}] trong ke-hoach.yml.",
        quoted.join(", ")
    )
}

/// Fewer or more original tasks than the signed text has.
pub fn wrong_count(at: Place, stated: usize, found: usize) -> Diagnostic {
    let what = format!("Khai {stated} nhiệm vụ gốc nhưng có {found} tệp nhiệm vụ gốc.");
    let help = if found < stated {
        "Thêm tệp của nhiệm vụ còn thiếu, hoặc sửa so_nhiem_vu_goc cho đúng bản đã ký."
    } else {
        "Nhiệm vụ do văn bản sau thêm vào thì khai bo_sung trong tệp của nó; không phải vậy thì sửa \
         so_nhiem_vu_goc cho đúng bản đã ký."
    };
    Diagnostic::new(&RULE, at, what).severity(Severity::Error).help(help.to_owned())
}
