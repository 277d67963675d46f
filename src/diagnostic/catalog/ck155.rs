//! CK155: values are written out, never named, repeated by reference or retyped.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK155",
    severity: Severity::Error,
    title: "Không dùng dấu neo (&), dấu nhắc lại (*), dấu kiểu (!) và khóa gộp (<<)",
    why: "Các dấu này chép giá trị từ chỗ khác tới, nên người đọc tệp không thấy được giá trị thật, và \
          sửa một chỗ sẽ lặng lẽ đổi nhiều chỗ.",
    mend: "Viết giá trị đầy đủ tại chỗ. Nếu dấu đó là một phần của chữ, đặt cả giá trị trong dấu nháy kép.",
    example: "chu_tri: &don_vi [so-tttt]\nphoi_hop: *don_vi",
};

const QUOTE: &str = "Viết giá trị đầy đủ tại chỗ; nếu dấu này là một phần của chữ, đặt cả giá trị trong dấu nháy kép.";

/// A value is given a name (`&name`).
pub fn anchor(at: Place, sign: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{sign}” đặt tên cho một giá trị để nhắc lại ở chỗ khác."))
        .help(QUOTE.to_owned())
}

/// A value is repeated by its name (`*name`).
pub fn alias(at: Place, sign: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{sign}” nhắc lại một giá trị ở chỗ khác thay vì viết ra."))
        .help(QUOTE.to_owned())
}

/// A value is given a type (`!name`).
pub fn tag(at: Place, sign: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{sign}” gán kiểu cho giá trị; ở đây không dùng kiểu nào."))
        .help(QUOTE.to_owned())
}

/// A key `<<` takes in the keys of another value.
pub fn merge_key(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Khóa “<<” gộp các khóa ở chỗ khác vào đây.")
        .help("Viết từng khóa ra tại chỗ.".to_owned())
}
