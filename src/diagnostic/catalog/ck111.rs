//! CK111: Cơ quan chủ trì đã kết thúc phải có cơ quan kế thừa rõ ràng

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK111",
    severity: Severity::Error,
    title: "Cơ quan chủ trì đã kết thúc phải có cơ quan kế thừa rõ ràng",
    why: "Khi một cơ quan tách cho nhiều cơ quan, chỉ văn bản mới nói được ai nhận nhiệm vụ nào; trang không đoán.",
    mend: "Thêm diễn biến loai: chuyen_giao với cơ quan nhận và căn cứ.",
    example: "chu_tri: [so-a]   # so-a đã tách thành so-b và so-c",
};

/// A dissolved lead with several successors and no handover.
pub fn several_successors(
    at: Place,
    number: &str,
    agency: &str,
    ended: &str,
    successors: &[&str],
) -> Diagnostic {
    let what = format!(
        "{number}: cơ quan chủ trì “{agency}” kết thúc ngày {ended}, có {} cơ quan kế thừa: {}.",
        successors.len(),
        successors.join(", ")
    );
    Diagnostic::new(&RULE, at, what)
        .help("Thêm dien_bien loai: chuyen_giao, ghi cơ quan nhận và can_cu.".to_owned())
}
