//! CK132: Ô thời gian cần người xem lại

use jiff::civil::{Date, Weekday};

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::text::dates::short;
use crate::text::schedule::Unread;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK132",
    severity: Severity::Info,
    title: "Ô thời gian cần người xem lại",
    why: "Lời của văn bản luôn được giữ nguyên; ngày chỉ được quy ra khi lời nói rõ. Không quy ra ngày thì \
          nhiệm vụ không có thời hạn, và không bao giờ bị coi là quá hạn.",
    mend: "Đối chiếu với bản gốc. Nếu biết chắc cách hiểu, thêm doc_la (viết lại cho rõ, như “trước ngày \
           30/6/2026”, “2026 - 2028”, “thường xuyên”) và doc_la_vi (vì sao hiểu như vậy).",
    example: "thoi_gian: { nguyen_van: \"Quý III\" }   # thiếu năm",
};

/// Words that are not read, and why.
pub fn not_read(at: Place, words: &str, why: Unread) -> Diagnostic {
    let why = match why {
        Unread::Ditto => "nói theo ô ở trên; hãy đọc ô đó rồi ghi lại bằng doc_la".to_owned(),
        Unread::State => "là tình trạng, không phải thời gian; nếu kế hoạch ghi việc đã xong, thêm một diễn biến \
                          lấy chính kế hoạch làm nguồn"
            .to_owned(),
        Unread::Vague => "không nêu mốc nào".to_owned(),
        Unread::NoTime => "không có lời nào về thời gian; có thể là nội dung của cột khác".to_owned(),
        Unread::Faulty(fault) => format!("có chỗ không phải ngày tháng: {fault}"),
        Unread::Backwards { from, to } => {
            format!("kết thúc ({}) trước khi bắt đầu ({})", short(to), short(from))
        }
        Unread::NoYear => "không nêu năm, và tiêu đề cột cũng không".to_owned(),
        Unread::Either => "nêu hai mốc mà không rõ mốc nào".to_owned(),
        Unread::Duration => "là độ dài, không nói bắt đầu từ đâu".to_owned(),
        Unread::NoRhythm => "nói định kỳ mà không nói bao lâu một lần".to_owned(),
        Unread::DueUnclear => "nói kỳ và ngày không khớp nhau".to_owned(),
        Unread::SetElsewhere => "nêu một kỳ mà đầu, cuối do nơi khác đặt (năm học, mùa vụ)".to_owned(),
        Unread::InName => "có mốc có thể chỉ là một phần của tên văn bản".to_owned(),
        Unread::Partial => "chỉ nêu thời gian của một phần việc".to_owned(),
        Unread::Several => "nêu nhiều mốc không tách được".to_owned(),
        Unread::Uncovered => "có lời mà công cụ chưa đọc được chắc chắn".to_owned(),
    };
    Diagnostic::new(&RULE, at, format!("Thời gian “{words}” không quy ra ngày: {why}."))
}

/// The date falls on another day of the week.
pub fn weekday_differs(at: Place, words: &str, date: Date, written: Weekday) -> Diagnostic {
    let name = |day: Weekday| match day {
        Weekday::Monday => "thứ Hai",
        Weekday::Tuesday => "thứ Ba",
        Weekday::Wednesday => "thứ Tư",
        Weekday::Thursday => "thứ Năm",
        Weekday::Friday => "thứ Sáu",
        Weekday::Saturday => "thứ Bảy",
        Weekday::Sunday => "Chủ nhật",
    };
    Diagnostic::new(
        &RULE,
        at,
        format!(
            "“{words}”: {} là {}, không phải {}.",
            short(date),
            name(date.weekday()),
            name(written)
        ),
    )
    .help("Đối chiếu với bản gốc; nếu văn bản ghi như vậy thì giữ nguyên.".to_owned())
}

/// A deadline before the document's own date.
pub fn before_issue(at: Place, words: &str, date: Date) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!(
            "“{words}”: {} sớm hơn ngày ban hành văn bản, nên trang không tính nhiệm vụ là chậm.",
            short(date)
        ),
    )
    .help("Đối chiếu với bản gốc; nếu văn bản ghi như vậy thì giữ nguyên.".to_owned())
}

/// A time that ends after the plan.
pub fn after_plan(at: Place, words: &str, date: Date) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("“{words}”: {} nằm sau giai đoạn của kế hoạch.", short(date)),
    )
    .help("Đối chiếu với bản gốc; nếu văn bản ghi như vậy thì giữ nguyên.".to_owned())
}
