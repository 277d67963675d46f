//! CK243: marks that stayed text.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK243",
    severity: Severity::Warning,
    title: "Dấu trình bày không được còn sót thành chữ",
    why: "Dấu ** sát chữ và dấu câu, hay khoảng trắng giữa “]” và “(”, làm Markdown không nhận ra; chú thích cuối trang, chữ \
          gạch ngang, ô đánh dấu, [[liên kết]] của những Markdown khác thì hồ sơ không dùng; bảng thiếu dòng |---| thì không \
          thành bảng. Người đọc sẽ thấy chính các dấu ấy trên trang. Dấu ``` mở ra mà không đóng thì cả phần sau thành mã.",
    mend: "Đặt ** sát chữ cần in đậm và cách chữ bên ngoài một khoảng trắng; viết liên kết liền \
           nhau: [chữ](địa chỉ). Muốn hiện đúng dấu nào thì viết “\\” trước nó, như “\\*”.",
    example: "**“Đẩy mạnh”**ứng dụng công nghệ thông tin.",
};

/// Prose shows `mark` as text.
pub fn leftover_mark(at: Place, mark: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Dấu “{mark}” còn sót, người đọc sẽ thấy nó như chữ."))
}

/// A mark of another Markdown, shown as text.
fn foreign(at: Place, shown: &str, what: &str, help: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{shown}” {what}; người đọc sẽ thấy nó như chữ."))
        .help(help.to_owned())
}

/// The mark, or the words, of a footnote.
pub fn footnote(at: Place, shown: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{shown}” là chú thích cuối trang, mà lời viết không có."))
        .help(
            "Hồ sơ nói ngay tại chỗ: đưa lời chú thích vào câu, trong ngoặc; là nguồn thì dẫn bằng liên kết [chữ](địa chỉ). Muốn hiện đúng như vậy thì viết “\\[^”."
                .to_owned(),
        )
}

/// Words struck through.
pub fn strikethrough(at: Place, shown: &str) -> Diagnostic {
    foreign(
        at,
        shown,
        "là chữ gạch ngang, mà lời viết không có",
        "Hồ sơ không gạch chữ: bỏ hẳn phần ấy; điều đã công bố mà sai thì ghi vào dinh-chinh.yml.",
    )
}

/// Words highlighted.
pub fn highlight(at: Place, shown: &str) -> Diagnostic {
    foreign(
        at,
        shown,
        "là chữ tô nền, mà lời viết không có",
        "Muốn nhấn mạnh thì viết **đậm** hoặc *nghiêng*.",
    )
}

/// A heading without the blank behind its signs.
pub fn heading(at: Place, shown: &str) -> Diagnostic {
    foreign(
        at,
        shown,
        "đứng liền chữ nên không thành tiêu đề",
        &format!("Thêm một khoảng trắng: “{shown} Tiêu đề”. Muốn hiện đúng dấu # thì viết “\\#”."),
    )
}

/// The sign of a table of contents.
pub fn contents(at: Place, shown: &str) -> Diagnostic {
    foreign(
        at,
        shown,
        "là chỗ đặt mục lục của công cụ khác",
        "Bỏ dòng này: công cụ không làm mục lục cho lời viết.",
    )
}

/// The sign of a list to be ticked off.
pub fn checkbox(at: Place, shown: &str) -> Diagnostic {
    foreign(
        at,
        shown,
        "là ô đánh dấu việc, mà lời viết không có",
        "Hồ sơ ghi việc đã làm thành diễn biến có ngày và minh chứng (dien_bien); ở đây viết danh sách thường, “- việc”.",
    )
}

/// The sign of a coloured box.
pub fn alert(at: Place, shown: &str) -> Diagnostic {
    foreign(
        at,
        shown,
        "là khung lưu ý của công cụ khác",
        "Bỏ dòng này; viết “**Lưu ý:**” ở đầu đoạn.",
    )
}

/// Words put in, as programs mark them that compare texts.
pub fn insertion(at: Place, shown: &str) -> Diagnostic {
    foreign(
        at,
        shown,
        "là chữ chèn thêm của công cụ khác, mà lời viết không có",
        "Bỏ dấu ++; muốn nhấn mạnh thì viết **đậm** hoặc *nghiêng*.",
    )
}

/// A heading of more signs than there are levels.
pub fn too_deep_heading(at: Place, shown: &str) -> Diagnostic {
    foreign(
        at,
        shown,
        "không thành tiêu đề: tiêu đề có nhiều nhất sáu dấu #",
        "Bớt dấu #. Muốn hiện đúng dấu # thì viết “\\#” ở đầu.",
    )
}

/// A link with its brackets the other way round.
pub fn turned_link(at: Place, shown: &str) -> Diagnostic {
    foreign(
        at,
        shown,
        "đặt ngược hai loại ngoặc nên không thành liên kết",
        "Chữ trong ngoặc vuông, địa chỉ trong ngoặc tròn: [chữ](https://…).",
    )
}

/// A link as wikis have it.
pub fn wiki_link(at: Place, shown: &str) -> Diagnostic {
    foreign(
        at,
        shown,
        "là liên kết của công cụ khác, mà lời viết không có",
        "Viết [chữ](địa chỉ); dẫn trong trang thì địa chỉ là nhiem-vu:4.1, co-quan:so-tttt, trang:phuong-phap…",
    )
}

/// A line of a table that is none.
pub fn table_row(at: Place, shown: &str) -> Diagnostic {
    foreign(
        at,
        shown,
        "có dạng một dòng của bảng mà không thành bảng",
        "Dưới dòng đầu của bảng phải có dòng |---|---| với đúng số cột; trước bảng để một dòng trống. Muốn hiện đúng dấu | thì viết “\\|”.",
    )
}

/// A fence of code that nothing ends.
pub fn open_fence(at: Place, shown: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("“{shown}” mở một khối mã mà không có dòng đóng; mọi chữ sau nó thành mã, không còn được trình bày."),
    )
    .help("Thêm một dòng chỉ gồm cùng dấu ấy ở nơi khối mã hết, hoặc bỏ dòng này.".to_owned())
}
