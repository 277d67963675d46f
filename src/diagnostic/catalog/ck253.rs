//! CK253: Tài nguyên được gọi tên phải có trong giao diện

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK253",
    severity: Severity::Error,
    title: "Tài nguyên được gọi tên phải có trong giao diện",
    why: "Tài nguyên được công bố dưới tên có dấu vân tay, nên một tên sai chỉ lộ ra khi trang thiếu hình hay thiếu kiểu chữ.",
    mend: "Sửa tên cho khớp một tệp trong thư mục assets của giao diện hay của giao diện cha.",
    example: "background: url(../img/hoa-van.svg);   # trong assets/img không có hoa-van.svg",
};

/// A reference to an asset that no theme of the chain has.
pub fn unknown_asset(at: Place, name: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Giao diện không có tài nguyên “{name}”."))
        .help(near.map(|near| format!("Ý bạn là “{near}”?")))
}

/// Style sheets that import each other in a circle.
pub fn circle(at: Place, name: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Các tệp kiểu gọi nhau thành vòng qua “{name}”."))
}

/// A style sheet that is no UTF-8.
pub fn not_utf8(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Tệp kiểu không phải văn bản UTF-8.")
}

/// An address in a style sheet that browsers throw away.
pub fn unreadable_address(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Trình duyệt bỏ qua “{text}”.")).help(
        "Đặt địa chỉ có khoảng trắng, dấu ngoặc hay dấu nháy vào trong dấu nháy: url(\"…\")."
            .to_owned(),
    )
}

/// Brackets in brackets without end, behind which nothing was read.
pub fn too_deep(at: Place) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        "Tệp kiểu có quá nhiều dấu ngoặc lồng nhau; phần bên trong không được đọc.",
    )
    .help("Đóng các dấu ngoặc còn mở.".to_owned())
}
