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
    Diagnostic::new(&RULE, at, format!("“{text}”: {fault}")).help(
        "Viết ngày dạng 2016-05-20 (hoặc 20/5/2016); nơi nhận tháng hay năm thì 2016-05, 2016."
            .to_owned(),
    )
}

/// Text that names no single time, where a deadline belongs; `fault` says why, where more is known.
pub fn no_deadline(at: Place, text: &str, fault: Option<&str>) -> Diagnostic {
    let what = match fault {
        Some(fault) => format!("“{text}”: {fault}"),
        None => format!("“{text}” không phải một mốc thời gian."),
    };
    Diagnostic::new(&RULE, at, what).help(
        "Viết một mốc như trong văn bản: “Quý III/2026”, “tháng 6/2026”, “2026”, hoặc một ngày; tính đến ngày \
         cuối của mốc ấy."
            .to_owned(),
    )
}

/// An event that happened after it was published.
pub fn after_publication(at: Place, text: &str, published: jiff::civil::Date) -> Diagnostic {
    let published = crate::text::dates::short(published);
    Diagnostic::new(&RULE, at, format!("Ngày diễn ra {text} sau ngày công bố {published}.")).help(
        "ngay là ngày việc xảy ra, ngay_cong_bo là ngày đưa lên trang này: sửa ngày ghi nhầm."
            .to_owned(),
    )
}

/// A publication from before the site published.
pub fn before_the_site(
    at: Place,
    published: jiff::civil::Date,
    since: jiff::civil::Date,
) -> Diagnostic {
    let (published, since) =
        (crate::text::dates::short(published), crate::text::dates::short(since));
    let what = format!("Ngày công bố {published} trước ngày trang bắt đầu công bố {since}.");
    Diagnostic::new(&RULE, at, what).help(format!(
        "Ngày công bố là ngày đưa lên trang này, không phải ngày nguồn đăng: ghi {since} hoặc muộn hơn. Trang đã \
         công bố từ trước thì sửa cong_bo_tu trong trang.yml."
    ))
}

/// An event that happened before the plan was issued.
pub fn before_the_plan(at: Place, text: &str, issued: jiff::civil::Date) -> Diagnostic {
    let issued = crate::text::dates::short(issued);
    Diagnostic::new(
        &RULE,
        at,
        format!("Ngày diễn ra {text} trước ngày ban hành kế hoạch {issued}."),
    )
    .help(
        "Sửa ngày ghi nhầm. Việc có trước kế hoạch thì ghi vào thong_tin_lien_quan, không phải diễn biến."
            .to_owned(),
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
        .help("Sửa ngày này, hoặc ngay_ban_hanh trong ke-hoach.yml.".to_owned())
}

/// A report that was sent after the as-of date; as grave as a late publication.
pub fn sent_after_as_of(
    at: Place,
    sent: jiff::civil::Date,
    as_of: jiff::civil::Date,
    chosen: bool,
) -> Diagnostic {
    let what = format!(
        "Ngày gửi {} sau ngày số liệu {}, chưa được tính.",
        crate::text::dates::short(sent),
        crate::text::dates::short(as_of)
    );
    not_yet(at, what, "ngày gửi", sent, chosen)
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
        .help("Sửa ngay_nhan hoặc ngay_tra_loi.".to_owned())
}

/// A publication after the as-of date. With a date chosen on the command line it is only worth knowing.
pub fn after_as_of(
    at: Place,
    published: jiff::civil::Date,
    as_of: jiff::civil::Date,
    chosen: bool,
) -> Diagnostic {
    let what = format!(
        "Ngày công bố {} sau ngày số liệu {}, chưa được tính.",
        crate::text::dates::short(published),
        crate::text::dates::short(as_of)
    );
    not_yet(at, what, "ngày công bố", published, chosen)
}

/// Something of a day that the site's facts do not reach.
fn not_yet(
    at: Place,
    what: String,
    name: &str,
    day: jiff::civil::Date,
    chosen: bool,
) -> Diagnostic {
    let (severity, help) = if chosen {
        (Severity::Info, "Dựng với ngày số liệu muộn hơn thì việc này mới được tính.".to_owned())
    } else {
        let settings = crate::source::ContentFile::Site.path();
        let help = format!(
            "Ngày ấy đúng thì đổi tinh_den_ngay trong {settings} thành \"{day}\" hoặc muộn hơn: mỗi lần \
             đăng đều đổi ngày này. Gõ nhầm thì sửa {name} ở đây."
        );
        (Severity::Error, help)
    };
    Diagnostic::new(&RULE, at, what).severity(severity).help(help)
}
