//! CK122: Trạng thái chuyển đúng trình tự

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK122",
    severity: Severity::Error,
    title: "Trạng thái chuyển đúng trình tự",
    why: "Một nhiệm vụ đã báo hoàn thành không thể lặng lẽ quay lại; mỗi bước phải có loại diễn biến của nó.",
    mend: "Dùng đúng loại: tra_lai (có can_cu) để mở lại, tiep_tuc sau tam_dung, xac_nhan sau bao_cao_hoan_thanh.",
    example: "- { loai: bao_cao_hoan_thanh, … }\n- { loai: cap_nhat, trang_thai: dang_thuc_hien, … }",
};

/// A state that this kind of event cannot report; `fit` are the kinds that can.
pub fn state_does_not_fit(at: Place, state: &str, kind: &str, fit: &[&str]) -> Diagnostic {
    let fit = fit.join(" hoặc ");
    Diagnostic::new(&RULE, at, format!("Diễn biến loại “{kind}” không mang trạng thái “{state}”."))
        .help(format!("Trạng thái “{state}” đi với loai: {fit}. Hoặc bỏ dòng trang_thai."))
}

/// A key that belongs to another kind of event.
pub fn key_does_not_fit(at: Place, key: &str, kind: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Khóa “{key}” không dùng với diễn biến loại “{kind}”."))
        .help(format!("Bỏ khóa này, hoặc đổi thành loai: {key}."))
}

/// A step that cannot follow the state before it; `way` says what can.
pub fn impossible_step(at: Place, number: &str, from: &str, to: &str, way: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("{number}: từ “{from}” không thể sang “{to}”."))
        .help(way.to_owned())
}

/// Completion in part, although the plan is not closed or was closed only later.
pub fn partly_done_before_the_close(
    at: Place,
    number: &str,
    close: Option<jiff::civil::Date>,
) -> Diagnostic {
    let when = match close {
        Some(close) => format!(" (từ ngày {})", crate::text::dates::short(close)),
        None => "; kế hoạch chưa tổng kết".to_owned(),
    };
    let what = format!("{number}: “hoan_thanh_mot_phan” chỉ dùng khi tổng kết kế hoạch{when}.");
    Diagnostic::new(&RULE, at, what)
        .help("Trước khi tổng kết, báo loai: cap_nhat, trang_thai: dang_thuc_hien; tổng kết thì khai tong_ket trong ke-hoach.yml.".to_owned())
}

/// A turn of a task that does not come again.
pub fn no_turns(at: Place, key: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Có ky: “{key}”, nhưng nhiệm vụ không phải việc lặp lại theo kỳ.")).help(
        "Bỏ ky; hoặc xem lại thoi_gian của nhiệm vụ: chỉ “hằng năm”, “hằng quý”, “hằng tháng” và các lời \
         tương tự mới có kỳ."
            .to_owned(),
    )
}

/// A completion of a task that comes again, and not of which turn; `example` is a turn by its name.
pub fn turn_missing(at: Place, example: Option<&str>) -> Diagnostic {
    let what = "Việc làm theo kỳ mà diễn biến không nói kỳ nào.";
    Diagnostic::new(&RULE, at, what).severity(Severity::Warning).help(format!(
        "Thêm ky{}. Không có ky thì trang đọc là cả nhiệm vụ đã xong, không phải một kỳ.",
        example.map(|example| format!(": \"{example}\"")).unwrap_or_default()
    ))
}

/// A turn from before the first or after the last one.
pub fn turn_outside(
    at: Place,
    key: &str,
    first: jiff::civil::Date,
    last: Option<jiff::civil::Date>,
) -> Diagnostic {
    let first = crate::text::dates::short(first);
    let until = last.map(|last| format!(" đến {}", crate::text::dates::short(last)));
    let until = until.unwrap_or_default();
    let what = format!("Kỳ “{key}” nằm ngoài thời gian của nhiệm vụ (từ {first}{until}).");
    Diagnostic::new(&RULE, at, what).help(
        "Sửa ky; nếu việc có từ trước khi văn bản ban hành thì ghi thành loai: cap_nhat, không có ky."
            .to_owned(),
    )
}

/// A turn that the task does not have; `example` is one that it has.
pub fn no_such_turn(at: Place, key: &str, example: Option<&str>) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Nhiệm vụ không có kỳ “{key}”."))
        .help(example.map(|example| format!("Kỳ của nhiệm vụ này viết như “{example}”.")))
}
