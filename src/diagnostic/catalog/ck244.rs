//! CK244: prose is neither nested nor long without end.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK244",
    severity: Severity::Error,
    title: "Lời viết không được lồng quá sâu, quá dài",
    why: "Lời viết thật không bao giờ lồng trích dẫn, danh sách, chữ đậm vào nhau tới 32 cấp. Chỗ như vậy \
          thường do dán nhầm, và làm nghẽn việc dựng trang.",
    mend: "Bỏ bớt dấu > hoặc dấu - ở đầu dòng, bớt thụt lề. Tài liệu dài thì đưa vào thư mục tep/ và dẫn đến.",
    example: "> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > Trích dẫn.",
};

/// Prose is nested deeper than the limit.
pub fn too_deep(at: Place, deepest: usize) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Lời viết ở đây lồng sâu hơn {deepest} cấp."))
}

/// Prose of more bytes than the limit.
pub fn too_long(at: Place, bytes: usize, limit: usize) -> Diagnostic {
    let kilobytes = |bytes: usize| bytes.div_ceil(1000);
    let what =
        format!("Lời viết dài {} kB, quá giới hạn {} kB.", kilobytes(bytes), kilobytes(limit));
    Diagnostic::new(&RULE, at, what)
        .help("Đưa tài liệu vào thư mục tep/ và dẫn đến, ở đây chỉ kể điều chính.".to_owned())
}
