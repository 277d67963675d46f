//! CK123: Đổi thời hạn, chủ trì, nội dung phải có căn cứ

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK123",
    severity: Severity::Error,
    title: "Đổi thời hạn, chủ trì, nội dung phải có căn cứ",
    why: "Thời hạn dời mà không có văn bản thì che được việc chậm.",
    mend: "Ghi can_cu: số hiệu và ngày của văn bản cho phép.",
    example: "- { loai: dieu_chinh, dieu_chinh: { muc: thoi_han, cu: 2016, moi: 2018 } }   # thiếu can_cu",
};

/// An event that changes the plan's own terms and names no document.
pub fn no_basis(at: Place, number: &str, kind: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("{number}: {kind} thiếu can_cu (số hiệu văn bản)."))
}

/// An adjustment whose old value is not the one in force.
pub fn not_the_value_in_force(at: Place, number: &str, stated: &str, in_force: &str) -> Diagnostic {
    let what =
        format!("{number}: giá trị cũ ghi là {stated}, nhưng đang có hiệu lực là {in_force}.");
    Diagnostic::new(&RULE, at, what).help(format!(
        "Ghi giá trị cũ là {in_force}; nếu trước đó đã có một lần điều chỉnh khác thì thêm lần ấy trước."
    ))
}

/// A deadline set where the document's own words name one.
pub fn deadline_stands(at: Place, number: &str) -> Diagnostic {
    let what = format!("{number}: văn bản đã nêu thời hạn, không phải việc ấn định lần đầu.");
    Diagnostic::new(&RULE, at, what)
        .help("Dùng loai: dieu_chinh với dieu_chinh: { muc: thoi_han, cu: …, moi: … }.".to_owned())
}

/// A correction of the document without the issuer's letter (Decree 30/2020/NĐ-CP, art. 18(3)).
pub fn correction_without_letter(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Đính chính văn bản phải có cong_van của cơ quan ban hành.")
        .help("Lỗi của trang thông tin thì khai loai: trang_thong_tin.".to_owned())
}
