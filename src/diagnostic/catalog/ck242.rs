//! CK242: pictures come from the plan's own folder.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK242",
    severity: Severity::Error,
    title: "Ảnh trong lời viết phải nằm trong thư mục tep/",
    why: "Ảnh lấy từ trang khác để lộ người đọc cho bên thứ ba, có thể bị thay hoặc mất; trang này \
          không gọi tới máy chủ nào khác.",
    mend: "Chép ảnh vào thư mục tep/ cạnh văn bản và viết ![mô tả ảnh](tep/ten-anh.png).",
    example: "![Biểu đồ](https://vi-du.vn/bieu-do.png)",
};

/// A picture from another site.
pub fn remote_image(at: Place, address: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Ảnh lấy từ nơi khác: “{address}”."))
}

/// A picture that is not in the folder for files.
pub fn image_elsewhere(at: Place, address: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Ảnh “{address}” không nằm trong thư mục tep/."))
}
