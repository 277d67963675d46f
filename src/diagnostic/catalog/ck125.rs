//! CK125: a result has a source that readers can look up.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK125",
    severity: Severity::Error,
    title: "Kết quả của chỉ số phải có nguồn",
    why: "Một con số không nguồn thì người đọc không kiểm tra được, và trang không được nói hơn nguồn.",
    mend: "Ghi nguon: ten, và so_hieu hoặc url. Chưa có nguồn thì bỏ kết quả đó.",
    example: "ket_qua: [ { ngay: \"2026-06-30\", gia_tri: \"62%\" } ]",
};

/// A result that nobody is said to have told.
pub fn result_without_source(at: Place, value: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Kết quả “{}” không có nguồn.", value.trim()))
}

/// A source without a number or an address.
pub fn source_nowhere(at: Place, title: &str) -> Diagnostic {
    let what =
        format!("Nguồn “{title}” không có số hiệu hay địa chỉ (url), người đọc không tìm được.");
    Diagnostic::new(&RULE, at, what)
}

/// A result from after the date of the site's facts.
pub fn later_than_the_facts(
    at: Place,
    date: &str,
    as_of: jiff::civil::Date,
    chosen: bool,
) -> Diagnostic {
    let as_of = crate::text::dates::short(as_of);
    let what = format!("Kết quả của {date} sau ngày số liệu {as_of}, chưa được tính.");
    Diagnostic::new(&RULE, at, what)
        .severity(if chosen { Severity::Info } else { Severity::Error })
        .help("Sửa ngày của kết quả, hoặc đổi tinh_den_ngay trong trang.yml.".to_owned())
}
