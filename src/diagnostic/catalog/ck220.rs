//! CK220: the content's words are the source's words.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::text::form::{LineEnds, TextForm};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK220",
    severity: Severity::Error,
    title: "Lời văn bản phải giống bản nguồn từng chữ",
    why: "Trang đăng lại văn bản nhà nước: không thêm, không bớt, không sửa một chữ, kể cả chỗ sai \
          của bản gốc. Mọi chữ trong van-ban.md và các khóa nguyên văn của nhiệm vụ được đối \
          chiếu lần lượt với nguon.txt.",
    mend: "Sửa nội dung cho giống bản nguồn. Chỗ bản gốc sai thì giữ nguyên và ghi {sic: …}; dòng \
           của trang mạng không thuộc văn bản thì khai ở nguon.khung_trang trong ke-hoach.yml.",
    example: "nguyen_van: \"Nâng cấp Cổng thông tin điện tử\"   # bản nguồn viết “điện từ”",
};

/// What differs at one spot; each part is empty where there is none.
#[derive(Clone, Copy, Debug)]
pub struct Difference<'a> {
    /// Where in the content, as in “van-ban.md: điểm II.2.b”.
    pub label: &'a str,
    /// The equal words just before.
    pub after: &'a str,
    /// The source's words that the content lacks.
    pub missing: &'a str,
    /// The content's words that the source lacks.
    pub added: &'a str,
}

/// The content departs from the source; `source` is the spot there.
pub fn drift(at: Place, difference: Difference<'_>, source: Option<Place>) -> Diagnostic {
    let Difference { label, after, missing, added } = difference;
    let after = if after.is_empty() { String::new() } else { format!("sau “{after}” ") };
    let what = match (missing.is_empty(), added.is_empty()) {
        (false, false) => {
            format!("{label}: {after}bản nguồn viết “{missing}”, nội dung viết “{added}”.")
        }
        (false, true) => format!("{label}: {after}thiếu “{missing}” có trong bản nguồn."),
        (true, _) => format!("{label}: {after}thừa “{added}” không có trong bản nguồn."),
    };
    let diagnostic = Diagnostic::new(&RULE, at, what);
    match source {
        Some(source) => diagnostic.related(source, "bản nguồn ở đây"),
        None => diagnostic,
    }
}

/// Further spots differ that are not told one by one.
pub fn more_drift(at: Place, count: usize) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Còn {count} chỗ khác nữa không giống bản nguồn."))
        .help("Sửa các chỗ đã nêu trước, rồi kiểm tra lại.".to_owned())
}

/// The copy of the source is not the file whose hash the plan states.
pub fn copy_changed(at: Place, copy: Place, stated: &str, found: &str) -> Diagnostic {
    let what = format!("Bản nguồn có mã băm {found}, không phải {stated} như đã khai.");
    Diagnostic::new(&RULE, at, what)
        .help(
            "Nếu bản nguồn bị sửa nhầm thì lấy lại bản gốc; nếu vừa chép lại bản nguồn thì ghi mã \
             băm mới."
                .to_owned(),
        )
        .related(copy, "bản nguồn")
}

/// The copy has every word of the file whose hash the plan states, and is in another form.
pub fn copy_in_other_form(at: Place, copy: Place, found: TextForm, meant: TextForm) -> Diagnostic {
    let what =
        format!("Bản nguồn đúng từng chữ nhưng {}, nên mã băm không khớp.", differs(found, meant));
    Diagnostic::new(&RULE, at, what)
        .help(restore("content/ke-hoach/*/*.txt", meant))
        .related(copy, "bản nguồn")
}

/// How the form of a file differs from that of the file that was meant: “xuống dòng bằng CRLF …”.
pub(super) fn differs(found: TextForm, meant: TextForm) -> String {
    let mut parts = Vec::new();
    if found.ends != meant.ends {
        parts.push(format!(
            "xuống dòng bằng {}, còn tệp đã khai xuống dòng bằng {}",
            name(found.ends),
            name(meant.ends)
        ));
    }
    match (found.has_mark, meant.has_mark) {
        (true, false) => parts.push("có thêm dấu thứ tự byte (BOM) ở đầu".to_owned()),
        (false, true) => parts.push("mất dấu thứ tự byte (BOM) ở đầu".to_owned()),
        (true, true) | (false, false) => {}
    }
    match (found.is_ended, meant.is_ended) {
        (true, false) => parts.push("có thêm dấu xuống dòng ở cuối".to_owned()),
        (false, true) => parts.push("mất dấu xuống dòng ở cuối".to_owned()),
        (true, true) | (false, false) => {}
    }
    parts.join(", ")
}

/// How to bring a file back to the form that was meant, and keep Git from changing it again.
pub(super) fn restore(pattern: &str, meant: TextForm) -> String {
    let mark = if meant.has_mark { "có BOM" } else { "không BOM" };
    let end = if meant.is_ended {
        "có dấu xuống dòng ở cuối"
    } else {
        "không có dấu xuống dòng ở cuối"
    };
    format!(
        "Đừng sửa mã băm: Git (core.autocrlf) hoặc trình soạn thảo đã đổi dạng của tệp. Thêm dòng “{pattern} -text” vào \
         .gitattributes ở gốc kho, rồi xóa tệp và lấy lại bằng git checkout; không được thì lưu lại tệp bằng trình soạn \
         thảo: UTF-8 {mark}, xuống dòng {}, {end}.",
        name(meant.ends)
    )
}

fn name(ends: LineEnds) -> &'static str {
    match ends {
        LineEnds::Lf => "LF",
        LineEnds::CrLf => "CRLF (kiểu Windows)",
        LineEnds::Cr => "CR (kiểu máy Mac cũ)",
        LineEnds::Mixed => "nhiều kiểu lẫn lộn",
    }
}
