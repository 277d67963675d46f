//! CK005: Mỗi địa chỉ trang chỉ có một nguồn

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK005",
    severity: Severity::Error,
    title: "Mỗi địa chỉ trang chỉ có một nguồn",
    why: "Hai tệp cùng thành một địa chỉ thì một tệp sẽ bị mất, không ai hay.",
    mend: "Đổi tên hoặc mã của một trong hai tệp.",
    example: "nhiem-vu/3-1.md và nhiem-vu/3-1.MD",
};

/// Two sources of one page address, compared without case.
pub fn two_sources(at: Place, address: &str, first: Place) -> Diagnostic {
    let what = format!("Hai nguồn cùng thành trang “{address}”.");
    Diagnostic::new(&RULE, at, what).related(first, "nguồn thứ nhất")
}

/// A source for a page that the program makes itself.
pub fn made_by_the_program(at: Place, address: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("Trang “{address}” do chương trình tự dựng, không nhận tệp này."),
    )
    .help("Đặt tên khác cho tệp này.".to_owned())
}
