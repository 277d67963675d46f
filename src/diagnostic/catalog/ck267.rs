//! CK267: Mã lệnh và kiểu nằm trong tệp của giao diện

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK267",
    severity: Severity::Error,
    title: "Mã lệnh và kiểu nằm trong tệp của giao diện",
    why: "Chính sách an toàn của trang chỉ cho chạy mã và dùng kiểu từ tệp của chính trang. Mã, kiểu viết ngay trong HTML bị \
          trình duyệt bỏ qua, hoặc là cửa cho mã lạ nếu máy chủ không đặt chính sách ấy.",
    mend: "Chuyển mã vào một tệp trong assets/js và gọi bằng <script src>; chuyển kiểu vào tệp .css trong assets.",
    example: "<p style=\"color: red\" onclick=\"mo()\">Xem thêm</p>",
};

/// A script between its tags.
pub fn script(at: Place, pages: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Trang {pages} có mã lệnh viết ngay trong thẻ <script>."))
        .help("Chuyển mã vào một tệp trong assets/js; gọi bằng <script defer src=\"{{ frame.root }}{{ asset(name=\"js/….js\") }}\">.".to_owned())
}

/// A script in an attribute.
pub fn handler(at: Place, pages: &str, name: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Trang {pages} có mã lệnh trong thuộc tính {name}."))
        .help("Bỏ thuộc tính ấy; gắn việc cần làm từ một tệp trong assets/js.".to_owned())
}

/// A style sheet between its tags.
pub fn style(at: Place, pages: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Trang {pages} có kiểu viết ngay trong thẻ <style>.")).help(
        "Chuyển vào một tệp .css trong assets của giao diện; mọi trang tự dùng tệp ấy.".to_owned(),
    )
}

/// A style in an attribute.
pub fn style_attribute(at: Place, pages: &str, element: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Trang {pages} có thuộc tính style ở thẻ <{element}>."))
        .help("Đặt class cho thẻ ấy và viết kiểu trong một tệp .css của giao diện.".to_owned())
}

/// A script in a picture of the theme.
pub fn script_in_picture(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Hình của giao diện có mã lệnh.")
        .help("Xuất lại hình mà không kèm mã lệnh (thẻ script, thuộc tính on…).".to_owned())
}
