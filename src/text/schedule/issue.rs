//! The document's own day, as its words name it.
//!
//! In: tokens. Out: where such words end, and lengths that are counted from that day. “Ban hành”
//! without “này” may speak of another document, so that nothing is counted from it.

use super::series::until;
use super::tokens::{Tokens, is_edge, number, one_of, word};

/// The day on which the document was issued: “nay”, “khi ban hành”, “ngày ký Kế hoạch này”.
pub(super) fn issue(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    if let Some(rest) = word(tokens, "nay") {
        return Some(rest);
    }
    let moment = one_of(tokens, &["ngày", "khi", "thời điểm"])?;
    if let Some(rest) = own_issue(moment) {
        return Some(rest);
    }
    let rest = one_of(moment, &["ban hành", "ký ban hành", "ký", "được ban hành"])?;
    (is_edge(rest) || until(rest).is_some()).then_some(rest)
}

/// “Ban hành Kế hoạch này”, “Kế hoạch này được ban hành”.
fn own_issue(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    const ISSUE: [&str; 5] = ["ban hành", "ký ban hành", "ký", "được ban hành", "được ký ban hành"];
    match one_of(tokens, &ISSUE) {
        Some(rest) => own_document(rest),
        None => own_document(tokens).and_then(|rest| one_of(rest, &ISSUE)),
    }
}

/// “Kế hoạch này” and its like: the document itself.
pub(super) fn own_document(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    const KINDS: [&str; 9] = [
        "kế hoạch",
        "quyết định",
        "chương trình",
        "nghị quyết",
        "chỉ thị",
        "đề án",
        "văn bản",
        "kế hoạch hành động",
        "chương trình hành động",
    ];
    word(one_of(tokens, &KINDS)?, "này")
}

/// “Trong vòng 90 ngày kể từ ngày ban hành Kế hoạch này”: counted from a day that is known,
/// in days, or in months.
pub(super) fn counted(tokens: Tokens<'_>) -> Option<(i32, bool, Tokens<'_>)> {
    const WITHIN: [&str; 9] = [
        "trong vòng",
        "trong thời hạn",
        "trong thời gian",
        "trong",
        "chậm nhất",
        "chậm nhất là",
        "chậm nhất trong",
        "chậm nhất trong vòng",
        "không quá",
    ];
    let (count, width, rest) = number(one_of(tokens, &WITHIN)?)?;
    let count = i32::try_from(count).ok().filter(|_| width <= 3)?;
    let (count, in_months, rest) = None
        .or_else(|| word(rest, "ngày").map(|rest| (count, false, rest)))
        .or_else(|| word(rest, "tuần").map(|rest| (count * 7, false, rest)))
        .or_else(|| word(rest, "tháng").map(|rest| (count, true, rest)))
        .or_else(|| word(rest, "năm").map(|rest| (count * 12, true, rest)))?;
    let rest = one_of(rest, &["kể từ", "tính từ", "từ", "sau"])?;
    let rest = own_issue(one_of(rest, &["ngày", "khi", "thời điểm"])?)?;
    Some((count, in_months, rest))
}
