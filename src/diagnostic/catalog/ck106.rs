//! CK106: text of `van-ban.md` that stands where it cannot.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK106",
    severity: Severity::Error,
    title: "Mỗi đoạn trong van-ban.md phải nằm đúng chỗ",
    why: "Cấu trúc của văn bản đọc từ chỗ đứng của từng đoạn: điểm nằm trong mục, mục nằm trong \
          phần, ghi chú nằm ở cuối đoạn. Đoạn đặt sai chỗ sẽ mất tên, không nhiệm vụ nào dẫn tới \
          được.",
    mend: "Phần mở đầu bằng “# I. …”, mục bằng “## 1. …”, tiểu mục bằng “### 1.1. …”, điểm bằng “a) …”, gạch đầu \
           dòng bằng “- …”, ý nhỏ bằng “+ …”; chương, điều mở đầu bằng chính tên của nó: “Chương I”, “Điều 1. …”. \
           Bảng là các dòng “| … | … |” có dòng “|---|---|” dưới tiêu đề; chú thích là “[^1]” trong lời và “[^1]: …” \
           ở dưới. Giữa hai đoạn có một dòng trống; mọi chữ của văn bản nằm trong một vùng “:::”.",
    example: "# II. NHIỆM VỤ\n\na) Điểm này không nằm trong mục nào.",
};

/// Text before the first region.
pub fn text_before_regions(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Có chữ đứng trước vùng đầu tiên, không thuộc vùng nào.").help(
        "Đặt dòng “::: dau_van_ban” lên trên, hoặc bỏ đoạn này nếu không phải lời văn bản."
            .to_owned(),
    )
}

/// A point that belongs to no section.
pub fn point_outside_section(at: Place, label: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Điểm “{label}” không nằm trong mục nào."))
        .help("Thêm dòng tiêu đề mục “## 1. …” phía trên điểm này.".to_owned())
}

/// A section that belongs to no part.
pub fn section_outside_part(at: Place, label: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Mục “{label}” không nằm trong phần nào."))
        .help("Thêm dòng tiêu đề phần “# I. …” phía trên mục này.".to_owned())
}

/// A heading with three marks or more.
pub fn heading_too_deep(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "“###” chỉ mở đầu tiểu mục có số như “1.1.”.").help(
        "Viết “#” cho phần (I.), “##” cho mục (1.), “###” cho tiểu mục (1.1.), “####” cho cấp dưới nữa (1.1.1.)."
            .to_owned(),
    )
}

/// A line inside a block that opens like a block of its own.
pub fn missing_blank_line(at: Place, opening: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Dòng mở đầu bằng “{opening}” dính vào đoạn phía trên."))
        .help(
            "Thêm một dòng trống phía trên, hoặc nối dòng này vào dòng trước nếu cùng một câu."
                .to_owned(),
        )
}

/// A paragraph that opens like a heading; `marks` is what a heading would have.
pub fn heading_without_marks(at: Place, label: &str, marks: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("Đoạn mở đầu bằng “{label}” như một tiêu đề, nhưng thiếu “{marks}”."),
    )
    .severity(Severity::Warning)
    .help(format!("Nếu là tiêu đề, viết “{marks} {label} …”."))
    .help(
        "Nếu không phải tiêu đề, ghi trong ke-hoach.yml: da_xem: [ { ma: CK106, tep: van-ban.md, vi_sao: \"…\" } ]."
            .to_owned(),
    )
}

/// A note that no text goes before.
pub fn note_without_text(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Ghi chú “{sic: …}” không đi với đoạn nào.")
        .help("Đặt ghi chú ở cuối đoạn mà nó nói tới, không để dòng trống ở giữa.".to_owned())
}

/// A note before the end of its block.
pub fn note_inside_text(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Ghi chú “{sic: …}” đứng giữa đoạn, hoặc thiếu dấu “}”.")
        .help("Chuyển ghi chú xuống cuối đoạn, sau mọi chữ của văn bản.".to_owned())
}

/// A note of a kind that there is not.
pub fn unknown_note(at: Place, key: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Không có loại ghi chú “{key}”; chỉ có “{{sic: …}}”.")).help(
        match key {
            "nhiem-vu" => Some(
                "Nhiệm vụ dẫn tới điểm bằng khóa can_cu_dieu trong tệp của nhiệm vụ.".to_owned(),
            ),
            _ => None,
        },
    )
}

/// A note in a region that shows none.
pub fn note_not_shown(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Tiêu đề cột của bảng nhiệm vụ không mang được ghi chú “{sic: …}”.")
        .help("Chuyển lời ghi chú vào ghi_chu_bien_tap trong ke-hoach.yml.".to_owned())
}

/// A section of a section whose section is not open; `wanted` is its number.
pub fn subsection_outside_section(at: Place, label: &str, wanted: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Tiểu mục “{label}” không nằm trong mục {wanted}."))
        .help(format!("Kiểm tra số, hoặc thêm dòng tiêu đề “## {wanted}. …” phía trên."))
}

/// A table of the text without a line between headings and rows.
pub fn table_without_rule(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Bảng thiếu dòng “|---|---|” giữa tiêu đề cột và các dòng.").help(
        "Thêm dòng ấy ngay dưới dòng tiêu đề, mỗi cột một “---”. Nếu không phải bảng, đừng mở đầu dòng bằng “|”."
            .to_owned(),
    )
}

/// A row that has another number of cells than the headings.
pub fn row_of_other_length(at: Place, cells: usize, columns: usize) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Dòng này có {cells} ô, còn tiêu đề có {columns} cột."))
        .help(
            "Giữ cả những ô trống: “| 1 | | 2026 |”. Dấu “|” trong lời văn viết là “\\|”."
                .to_owned(),
        )
}

/// A table is said to be of a sort that there is not.
pub fn unknown_table_sort(at: Place, found: &str, known: &[&str]) -> Diagnostic {
    let known = known.join(", ");
    Diagnostic::new(&RULE, at, format!("Không có loại bảng “{found}”; chỉ có: {known}."))
        .help("Bảng thường thì bỏ ghi chú này.".to_owned())
}

/// The sort of a table behind something else.
pub fn sort_without_table(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Ghi chú “{bang: …}” không đi với bảng nào.")
        .help("Đặt ghi chú ngay sau dòng cuối của bảng, không để dòng trống ở giữa.".to_owned())
}

/// A mark of a footnote that is not there.
pub fn call_without_footnote(at: Place, label: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Không có chú thích nào là “[^{label}]: …”.")).help(
        "Thêm một đoạn riêng, mở đầu như vậy, vào van-ban.md, trong chính văn bản có chỗ này \
             (văn bản kèm theo có chú thích của riêng nó); hoặc bỏ dấu."
            .to_owned(),
    )
}

/// A footnote that nothing calls.
pub fn footnote_without_call(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Không chỗ nào trong văn bản dẫn tới chú thích này.")
        .help(
            "Đặt dấu của nó, như “[^1]”, ngay sau chữ được chú thích: trong van-ban.md, hay trong ô của nhiệm vụ."
                .to_owned(),
        )
}

/// A footnote that stands there before, at `first`.
pub fn repeated_footnote(at: Place, first: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Chú thích này đã có ở phía trên.")
        .help("Đổi số của một trong hai, ở cả dấu trong lời văn.".to_owned())
        .related(first, "có lần đầu ở đây")
}

/// Words between the line that opens an enclosed document and its first region.
pub fn text_in_enclosed(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Có chữ ngay dưới “::: van_ban_kem”, không thuộc vùng nào.")
        .help("Đặt dòng “::: ten_van_ban” lên trên các chữ này.".to_owned())
}
