//! CK271: nothing is dated before what is published.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::text::dates;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK271",
    severity: Severity::Error,
    title: "Không đề ngày lùi về trước bản đã công bố",
    why: "Trang của các kỳ trước chỉ ghi điều đã đăng đến ngày ấy. Một mục mới mà đề ngày đăng lùi về trước bản công bố \
          gần nhất thì viết lại những trang ấy, như thể nó đã có từ trước.",
    mend: "Ghi ngay_cong_bo (của đính chính: ngay) là ngày thật sự đưa lên trang; ngày của sự việc thì ghi ở ngay.",
    example: "- { ma: d2, ngay: \"2026-05-20\", ngay_cong_bo: \"2026-05-20\" }   # bản trước có số liệu đến 25/05/2026",
};

/// A new entry whose day of publication lies before the last release.
pub fn backdated(at: Place, label: &str, date: &str, former: Date) -> Diagnostic {
    let what = format!(
        "Mục mới ({label}) đề ngày đưa lên trang {date}, trước ngày số liệu {} của bản công bố gần nhất.",
        dates::short(former)
    );
    Diagnostic::new(&RULE, at, what).help(
        "Ghi ngày thật sự đưa lên trang; sự việc xảy ra hôm nào thì ghi ở khóa ngay.".to_owned(),
    )
}

/// A site whose date lies before that of the last release.
pub fn earlier_than_the_last(at: Place, as_of: Date, former: Date) -> Diagnostic {
    let what = format!(
        "Ngày số liệu {} sớm hơn ngày {} của bản công bố gần nhất.",
        dates::short(as_of),
        dates::short(former)
    );
    Diagnostic::new(&RULE, at, what)
        .help(format!("Ghi tinh_den_ngay (hoặc --as-of) từ {former} trở đi."))
}
