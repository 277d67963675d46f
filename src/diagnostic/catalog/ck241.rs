//! CK241: where links in prose may lead.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK241",
    severity: Severity::Error,
    title: "Liên kết trong lời viết phải thuộc loại cho phép",
    why: "Liên kết như javascript: hay data: chạy được mã lạ trong trình duyệt người đọc; địa chỉ \
          tệp hay đường dẫn thô sẽ hỏng khi trang đổi chỗ.",
    mend: "Dùng địa chỉ https:// đầy đủ, mailto:, tel:, hoặc dẫn trong trang: nhiem-vu:4.1, \
           co-quan:so-tttt, diem:ii.4.a, van-ban:36-nq-tw, trang:phuong-phap.",
    example: "[xem](javascript:alert(1))",
};

/// A link that leads where none may.
pub fn unsafe_address(at: Place, address: &str) -> Diagnostic {
    let what = if address.is_empty() {
        "Liên kết không có địa chỉ.".to_owned()
    } else {
        format!("Liên kết không được dẫn tới “{address}”.")
    };
    Diagnostic::new(&RULE, at, what)
}

/// Brackets of a formula, such as `f[x](t)`, that Markdown reads as a link.
pub fn formula(at: Place, shown: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("“{shown}” bị đọc thành liên kết, nên trang sẽ mất các dấu ngoặc."),
    )
    .help(
        "Là công thức thì viết “\\” trước dấu “[”; là liên kết thì ghi địa chỉ đầy đủ: [chữ](https://…)."
            .to_owned(),
    )
}

/// An address between quotes; `meant` is what it is without them, where that leads somewhere.
pub fn quoted_address(at: Place, address: &str, meant: Option<&str>) -> Diagnostic {
    let help = match meant {
        Some(meant) => format!("Bỏ dấu nháy: [chữ]({meant})."),
        None => "Bỏ dấu nháy, và ghi địa chỉ đầy đủ: [chữ](https://…).".to_owned(),
    };
    Diagnostic::new(
        &RULE,
        at,
        format!("Địa chỉ “{address}” nằm trong dấu nháy nên không dẫn tới đâu."),
    )
    .help(help)
}

/// A reference of ours whose target cannot be a name of anything; `model` shows a good one.
pub fn malformed_reference(at: Place, address: &str, model: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Liên kết trong trang “{address}” không đọc được."))
        .help(format!("Viết sau dấu hai chấm một mã, không có khoảng trắng, ví dụ “{model}”."))
}
