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

/// The same report of an agency for a period a second time: one day, one number.
pub fn report_given_twice(at: Place, agency: &str, first: Place) -> Diagnostic {
    let what = format!(
        "Báo cáo này của cơ quan “{agency}” đã được ghi rồi: cùng kỳ, cùng ngày gửi, cùng số hiệu."
    );
    Diagnostic::new(&RULE, at, what)
        .help(
            "Xóa một trong hai mục. Nếu cơ quan gửi lại báo cáo thì ghi đúng ngay_gui hoặc so_hieu của lần sau: trang \
             coi đó là bản thứ hai, và lần gửi đầu quyết định đúng hạn hay chậm."
                .to_owned(),
        )
        .related(first, "lần thứ nhất")
}
