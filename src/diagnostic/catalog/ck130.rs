//! CK130: Ngày, kỳ và cách hiểu thời gian phải viết đúng

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK130",
    severity: Severity::Error,
    title: "Ngày, kỳ và cách hiểu thời gian phải viết đúng",
    why: "Thời hạn và kỳ được tính từ đây.",
    mend: "Viết “2016”, “2015-2020”, “tháng 6/2026”, “Quý II/2026” hoặc “30/6/2026”. Lời của văn bản ở \
           nguyen_van thì luôn giữ nguyên, cần cách hiểu khác thì ghi doc_la và doc_la_vi.",
    example: "dieu_chinh: { muc: thoi_han, cu: \"2016\", moi: \"31/02/2017\" }",
};

/// An editor's reading without its reason.
pub fn reading_without_reason(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Có doc_la mà không có doc_la_vi.")
        .help("Thêm doc_la_vi: vì sao hiểu như vậy, dựa vào đâu.".to_owned())
}

/// A reason without a reading.
pub fn reason_without_reading(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Có doc_la_vi mà không có doc_la.")
        .help("Thêm doc_la: cách hiểu, như “trước ngày 30/6/2026”; hoặc bỏ doc_la_vi.".to_owned())
}

/// A reading against words that say it themselves.
pub fn against_the_words(at: Place, words: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("Lời “{words}” tự nói rõ thời gian; không ghi doc_la cho nó."),
    )
    .help("Bỏ doc_la và doc_la_vi. Nếu nguyen_van chép sai thì sửa theo bản gốc.".to_owned())
}

/// A reading that itself depends on what the column means.
pub fn reading_depends_on_column(at: Place, words: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Cách hiểu “{words}” vẫn chưa rõ là thời hạn hay là kỳ thực hiện."))
        .help(
            "Thời hạn thì viết “trước ngày …”, “chậm nhất …” hoặc “hoàn thành trong …”; kỳ thực hiện thì \
             viết “từ … đến …”."
                .to_owned(),
        )
}

/// A reading that is not read.
pub fn reading_unreadable(at: Place, words: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Không đọc được cách hiểu “{words}”.")).help(
        "Viết như “trước ngày 30/6/2026”, “từ tháng 4/2026 đến tháng 9/2026”, “thường xuyên”, “hằng quý”."
            .to_owned(),
    )
}

/// A span whose end lies before its beginning.
pub fn ends_before_it_begins(at: Place, end: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{end}”: ngày cuối trước ngày đầu."))
        .help("Đổi chỗ tu và den, hoặc sửa năm gõ nhầm.".to_owned())
}

/// A span of which both ends are needed.
pub fn open_plan_period(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Giai đoạn phải có cả năm đầu (tu) và năm cuối (den).")
        .help("Thêm khóa còn thiếu; một năm thì tu và den cùng năm ấy. Văn bản không nêu giai đoạn thì bỏ cả giai_doan của nó.".to_owned())
}

/// A task's period with one of the two keys.
pub fn one_end_only(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Ghi cả tu và den, hoặc không ghi khóa nào.")
}

/// A span of more years than anybody plans for.
pub fn too_long(at: Place, longest: i16) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Giai đoạn dài hơn {longest} năm, chắc là gõ nhầm năm."))
        .help("Sửa năm ở tu hoặc den.".to_owned())
}
