//! CK121: Ngày phải có thật và đúng thứ tự

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK121",
    severity: Severity::Error,
    title: "Ngày phải có thật và đúng thứ tự",
    why: "Quá hạn, đúng hạn đều tính từ ngày; một ngày sai làm sai cả kết luận.",
    mend: "Viết ngày dạng 2016-05-20 (hoặc 20/5/2016); ngày diễn ra không sau ngày công bố, không sau ngày số liệu của trang, không trước ngày ban hành kế hoạch.",
    example: "ngay: 31/02/2016",
};

/// Text that is no date; `fault` says why.
pub fn unreadable(at: Place, text: &str, fault: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}”: {fault}"))
}

/// An event that happened after it was published.
pub fn after_publication(at: Place, text: &str, published: jiff::civil::Date) -> Diagnostic {
    let published = crate::text::dates::short(published);
    Diagnostic::new(&RULE, at, format!("Ngày diễn ra {text} sau ngày công bố {published}."))
}

/// An event that happened before the plan was issued.
pub fn before_the_plan(at: Place, text: &str, issued: jiff::civil::Date) -> Diagnostic {
    let issued = crate::text::dates::short(issued);
    Diagnostic::new(
        &RULE,
        at,
        format!("Ngày diễn ra {text} trước ngày ban hành kế hoạch {issued}."),
    )
}

/// A report that was sent, or a plan that was closed, before the plan was issued.
pub fn earlier_than_the_plan(
    at: Place,
    date: jiff::civil::Date,
    issued: jiff::civil::Date,
) -> Diagnostic {
    let (date, issued) = (crate::text::dates::short(date), crate::text::dates::short(issued));
    Diagnostic::new(&RULE, at, format!("Ngày {date} trước ngày ban hành kế hoạch {issued}."))
}

/// A report that was sent after the as-of date; as grave as a late publication.
pub fn sent_after_as_of(
    at: Place,
    sent: jiff::civil::Date,
    as_of: jiff::civil::Date,
    chosen: bool,
) -> Diagnostic {
    let (sent, as_of) = (crate::text::dates::short(sent), crate::text::dates::short(as_of));
    let what = format!("Ngày gửi {sent} sau ngày số liệu {as_of}, chưa được tính.");
    Diagnostic::new(&RULE, at, what).severity(if chosen { Severity::Info } else { Severity::Error })
}

/// A word of after the as-of date that a report was not sent; as grave as a late publication.
pub fn said_after_as_of(
    at: Place,
    said: jiff::civil::Date,
    as_of: jiff::civil::Date,
    chosen: bool,
) -> Diagnostic {
    let (said, as_of) = (crate::text::dates::short(said), crate::text::dates::short(as_of));
    let what = format!("Lời “chưa gửi” ngày {said} sau ngày số liệu {as_of}, chưa được tính.");
    Diagnostic::new(&RULE, at, what).severity(if chosen { Severity::Info } else { Severity::Error })
}

/// A word that a report was not sent, from before it was due.
pub fn said_before_due(at: Place, said: jiff::civil::Date, due: jiff::civil::Date) -> Diagnostic {
    let (said, due) = (crate::text::dates::short(said), crate::text::dates::short(due));
    Diagnostic::new(
        &RULE,
        at,
        format!("Lời “chưa gửi” ngày {said} không sau hạn {due} của báo cáo."),
    )
    .help(
        "Trước hạn thì chưa gửi không phải là chậm: sửa ngày của lời ấy, hoặc bỏ mục này."
            .to_owned(),
    )
}

/// A petition that was answered before it came.
pub fn answered_before_received(
    at: Place,
    answered: jiff::civil::Date,
    received: jiff::civil::Date,
) -> Diagnostic {
    let answered = crate::text::dates::short(answered);
    let received = crate::text::dates::short(received);
    Diagnostic::new(&RULE, at, format!("Ngày trả lời {answered} trước ngày nhận {received}."))
}

/// A publication after the as-of date. With a date chosen on the command line it is only worth knowing.
pub fn after_as_of(
    at: Place,
    published: jiff::civil::Date,
    as_of: jiff::civil::Date,
    chosen: bool,
) -> Diagnostic {
    let (published, as_of) =
        (crate::text::dates::short(published), crate::text::dates::short(as_of));
    let what = format!("Ngày công bố {published} sau ngày số liệu {as_of}, chưa được tính.");
    Diagnostic::new(&RULE, at, what).severity(if chosen { Severity::Info } else { Severity::Error })
}
