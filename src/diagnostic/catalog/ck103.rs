//! CK103: parts, sections and points follow each other without gaps.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK103",
    severity: Severity::Error,
    title: "Chương, điều, phần, mục, điểm trong văn bản phải đánh số theo đúng thứ tự",
    why: "Nhiệm vụ dẫn tới từng điểm của văn bản bằng số và chữ của điểm đó. Điểm xếp theo 23 chữ \
          cái của văn bản hành chính: a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t, u, \
          v, x, y (không có f, j, w, z). Thiếu một điểm thường là do chép sót.",
    mend: "So lại với bản gốc. Nếu chép sót hoặc gõ nhầm thì sửa trong van-ban.md; nếu chính bản \
           gốc đánh số như vậy thì giữ nguyên và ghi {sic: lý do} ở cuối đoạn đó.",
    example: "đ) Điểm thứ năm.\n\ng) Điểm thứ sáu đáng lẽ là e).",
};

/// A label is not the one that follows; `within` names the node around, `after` its neighbour.
pub fn out_of_order(
    at: Place,
    within: &str,
    after: Option<&str>,
    expected: Option<&str>,
    found: &str,
) -> Diagnostic {
    let what = match (after, expected) {
        (Some(after), Some(expected)) => {
            format!("{within}: sau “{after}” phải là “{expected}”, gặp “{found}”.")
        }
        (None, Some(expected)) => {
            format!("{within}: đầu tiên phải là “{expected}”, gặp “{found}”.")
        }
        (after, None) => {
            let after = after.map(|after| format!("sau “{after}” ")).unwrap_or_default();
            format!("{within}: {after}đã hết thứ tự 23 chữ cái, gặp “{found}”.")
        }
    };
    Diagnostic::new(&RULE, at, what)
}

/// A heading does not open with a number; `kind` is what it is, `model` how one looks.
pub fn no_label(at: Place, kind: &str, model: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Tiêu đề của {kind} không mở đầu bằng số thứ tự."))
        .help(format!("Viết số của {kind} trước tiêu đề, ví dụ “{model}”."))
}

/// A first label behind several: the numbering begins anew.
pub fn begins_anew(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Từ đây số được đánh lại từ đầu.").severity(Severity::Info).help(
        "Nếu bản gốc đánh lại như vậy thì giữ nguyên; mã của các chỗ sau mang thêm “_2”, hoặc tên chương."
            .to_owned(),
    )
}
