//! CK006: Mọi tệp trong thư mục nội dung phải có chỗ của nó

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK006",
    severity: Severity::Warning,
    title: "Mọi tệp trong thư mục nội dung phải có chỗ của nó",
    why: "Tệp đặt sai chỗ hoặc sai tên bị bỏ qua mà không ai biết.",
    mend: "Xem hướng dẫn content/README.md: tên tệp và thư mục đúng; hoặc xóa tệp. Cố ý để ở đó thì ghi da_xem, có khóa tep, trong trang.yml.",
    example: "nhiem-vu/3-1.markdown",
};

/// A file that no part of the content is read from.
pub fn stray_file(at: Place, near: Option<&str>) -> Diagnostic {
    let what = format!("Tệp “{}” không thuộc phần nào của nội dung, sẽ không được đọc.", at.file);
    Diagnostic::new(&RULE, at, what).help(near.map(|near| format!("Ý bạn là “{near}”?")))
}
