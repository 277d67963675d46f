//! CK009: conflicts that a merge left.

use crate::diagnostic::{Diagnostic, Rule, Severity, SourcePath};
use crate::source::conflict::Conflict;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK009",
    severity: Severity::Error,
    title: "Xung đột khi gộp phải gỡ xong",
    why: "Khi hai người sửa cùng một chỗ, Git ghi cả hai bản vào tệp, giữa các dòng “<<<<<<<”, “=======”, “>>>>>>>”. \
          Máy không biết bản nào đúng; đăng cả hai là đăng điều không ai viết.",
    mend: "Giữ lời đúng, xóa bản kia và mọi dòng dấu, rồi lưu và chạy lại. Các lỗi khác của tệp chỉ xem được sau khi \
           gỡ xong.",
    example: "<<<<<<< HEAD\ntrang_thai: hoan_thanh\n=======\ntrang_thai: dang_thuc_hien\n>>>>>>> sua-tien-do",
};

/// A conflict in the text of a file.
pub fn conflict(file: &SourcePath, text: &str, conflict: &Conflict) -> Diagnostic {
    let Conflict { first, last, is_whole } = conflict;
    let at = file.passage(first.clone());
    if *is_whole {
        let lines = text[first.start..last.start].lines().count() + 1;
        let what =
            format!("Hai bản của cùng một đoạn, do gộp mà chưa chọn: {lines} dòng kể từ đây.");
        return Diagnostic::new(&RULE, at, what).related(file.passage(last.clone()), "đến đây");
    }
    let marker = text[first.clone()].chars().take(7).collect::<String>();
    let what = format!("Dòng dấu “{marker}” còn sót lại sau khi gộp.");
    Diagnostic::new(&RULE, at, what).help(
        "Xem đoạn quanh đó đã đúng bản cần giữ chưa, có dòng “=======” nào sót không, rồi xóa các dòng dấu."
            .to_owned(),
    )
}
