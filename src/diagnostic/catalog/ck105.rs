//! CK105: the regions of `van-ban.md`.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK105",
    severity: Severity::Error,
    title: "van-ban.md phải có đủ các vùng, đúng thứ tự",
    why: "Các vùng cho biết đâu là phần đầu, tên, nội dung, chữ ký và phụ lục của văn bản; bản \
          chép được đối chiếu với bản gốc theo đúng thứ tự này.",
    mend: "Mở mỗi vùng bằng một dòng riêng, theo thứ tự: ::: dau_van_ban, ::: ten_van_ban, \
           ::: noi_dung, ::: noi_nhan (nếu có), ::: chu_ky, rồi mỗi phụ lục một ::: phu_luc. \
           ::: bang_nhiem_vu đứng đúng chỗ của bảng, sau tên văn bản; lời văn còn tiếp sau bảng thì mở lại \
           ::: noi_dung. Văn bản ban hành kèm theo mở bằng ::: van_ban_kem, rồi các vùng của riêng nó.",
    example: "::: noi_dung\n\n# I. MỤC ĐÍCH\n\n::: ten_van_ban\n\nKẾ HOẠCH",
};

/// No region has this name.
pub fn unknown_region(at: Place, name: &str, near: Option<&str>) -> Diagnostic {
    let what = if name.is_empty() {
        "Dòng “:::” thiếu tên vùng.".to_owned()
    } else {
        format!("Không có vùng nào tên là “{name}”.")
    };
    Diagnostic::new(&RULE, at, what).help(near.map(|near| format!("Ý bạn là “::: {near}”?")))
}

/// A region is opened by fewer or more than three colons.
pub fn colons(at: Place, name: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Dòng mở vùng phải có đúng ba dấu hai chấm.")
        .help(format!("Viết “::: {name}”."))
}

/// A region that every document has is not there.
pub fn missing_region(at: Place, name: &str, holds: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Thiếu vùng “::: {name}” ({holds})."))
}

/// A region has no text.
pub fn empty_region(at: Place, name: &str, holds: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Vùng “::: {name}” ({holds}) không có chữ nào."))
}

/// A region was opened before, at `first`.
pub fn repeated_region(at: Place, name: &str, first: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Vùng “::: {name}” được mở lần thứ hai."))
        .help(
            "Gộp hai vùng cùng tên thành một. Nếu từ đây là văn bản ban hành kèm theo, thêm dòng \
             “::: van_ban_kem” lên trên; nếu lời văn tiếp tục sau một bảng, đặt “::: bang_nhiem_vu” ở giữa."
                .to_owned(),
        )
        .related(first, "mở lần đầu ở đây")
}

/// A region stands behind `later`, which it has to precede.
pub fn misordered_region(at: Place, name: &str, later: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Vùng “::: {name}” phải đứng trước vùng “::: {later}”."))
}

/// A region stands before `earlier`, which it has to follow.
pub fn misordered_region_before(at: Place, name: &str, earlier: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Vùng “::: {name}” phải đứng sau vùng “::: {earlier}”."))
}

/// An enclosed document lacks a region.
pub fn enclosed_without(at: Place, name: &str, holds: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Văn bản kèm theo thiếu vùng “::: {name}” ({holds})."))
        .help(format!("Thêm dòng “::: {name}” dưới dòng “::: van_ban_kem”."))
}
