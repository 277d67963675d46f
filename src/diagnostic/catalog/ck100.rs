//! CK100: Mỗi mã chỉ dùng một lần

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK100",
    severity: Severity::Error,
    title: "Mỗi mã chỉ dùng một lần",
    why: "Hai thứ cùng một mã thì liên kết dẫn sai chỗ.",
    mend: "Đặt mã khác cho một trong hai.",
    example: "- { ma: d1, … }\n- { ma: d1, … }",
};

/// An id that was given before.
pub fn id_given_twice(at: Place, id: &str, first: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Mã “{id}” đã dùng rồi.")).related(first, "lần thứ nhất")
}

/// An id that stands twice in one list.
pub fn listed_twice(at: Place, id: &str, first: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{id}” được ghi hai lần trong một danh sách."))
        .help("Bỏ một trong hai; nếu ý là một mã khác thì sửa mã.".to_owned())
        .related(first, "lần thứ nhất")
}

/// A term that was explained before, for the same scope.
pub fn term_given_twice(at: Place, word: &str, first: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{word}” đã được giải thích rồi."))
        .help("Gộp hai mục làm một, hoặc ghi pham_vi khác nhau.".to_owned())
        .related(first, "lần thứ nhất")
}

/// A second report of the same agency for the same period.
pub fn report_given_twice(at: Place, agency: &str, year: &str, first: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Cơ quan “{agency}” đã có báo cáo kỳ này của năm {year}."))
        .help(
            "Cùng một báo cáo được ghi hai lần thì bỏ một mục. Báo cáo của kỳ khác, năm khác hay cơ quan \
             khác thì sửa ky, nam hoặc co_quan."
                .to_owned(),
        )
        .related(first, "lần thứ nhất")
}
