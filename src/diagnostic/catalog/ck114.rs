//! CK114: Cơ quan báo cáo phải tồn tại vào ngày của diễn biến

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK114",
    severity: Severity::Error,
    title: "Cơ quan báo cáo phải tồn tại vào ngày của diễn biến",
    why: "Trang ghi ai nói điều gì. Một cơ quan đã sáp nhập, hay chưa được lập, không báo cáo được vào ngày ấy; \
          ghi như vậy là gán lời cho người không nói.",
    mend: "Ghi cơ quan đã thật sự báo cáo vào co_quan_bao_cao, hoặc sửa ngay nếu ghi nhầm. Nếu cơ quan còn hoạt \
           động thì sửa bien-dong.yml hoặc ton_tai của nó.",
    example: "ngay: \"2026-05-20\"\nco_quan_bao_cao: so-a   # so-a sáp nhập vào so-b từ 01/03/2026",
};

/// An event that an agency reported after its end; `end` tells of it, `followers` took its place by then.
pub fn after_its_end(
    at: Place,
    number: &str,
    agency: &str,
    day: &str,
    end: &str,
    followers: &[&str],
) -> Diagnostic {
    let what = format!("{number}: “{agency}” không thể báo cáo việc {day}: {end}.");
    Diagnostic::new(&RULE, at, what).help(match followers {
        [] => None,
        [one] => Some(format!(
            "Theo bien-dong.yml, cơ quan kế thừa là “{one}”: nếu chính cơ quan ấy báo cáo thì ghi \
             co_quan_bao_cao: {one}. Ghi nhầm ngày thì sửa ngay."
        )),
        several => Some(format!(
            "Theo bien-dong.yml, các cơ quan kế thừa là {}: ghi cơ quan đã báo cáo. Ghi nhầm ngày thì sửa ngay.",
            several.join(", ")
        )),
    })
}

/// An event that an agency reported before it was founded.
pub fn before_its_beginning(
    at: Place,
    number: &str,
    agency: &str,
    day: &str,
    first: crate::text::dates::PartialDate,
) -> Diagnostic {
    let first = first.named();
    let what = format!("{number}: “{agency}” không thể báo cáo việc {day}: cơ quan có từ {first}.");
    Diagnostic::new(&RULE, at, what)
}
