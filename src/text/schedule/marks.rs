//! Words of one meaning: an aim, a task that goes on, an outlook beyond the plan.
//!
//! In: tokens. Out: where such words end.

use super::points::point;
use super::tokens::{Tokens, one_of, optional, phrase, sign, word};

/// “Phấn đấu”, “dự kiến”: what follows is an aim or an estimate.
pub(super) fn aim(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    const WORDS: [&str; 12] = [
        "phấn đấu",
        "phấn đấu đạt",
        "dự kiến",
        "dự kiến là",
        "thời gian dự kiến",
        "cố gắng",
        "dự tính",
        "ước",
        "nỗ lực",
        "nỗ lực phấn đấu",
        "quyết tâm",
        "mục tiêu",
    ];
    // What is completed “for the most part” has no deadline for the rest.
    let mostly = || {
        let rest = one_of(tokens, &["cơ bản", "phấn đấu cơ bản"])?;
        one_of(rest, &["hoàn thành", "hoàn tất", "xong"]).map(|_| rest)
    };
    one_of(tokens, &WORDS).or_else(mostly)
}

/// “Thường xuyên” and what means the same.
pub(super) fn constant(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    const WORDS: [&str; 9] = [
        "thường xuyên",
        "liên tục",
        "hằng ngày",
        "mỗi ngày",
        "xuyên suốt",
        "quanh năm",
        "thường xuyên liên tục",
        "thường kỳ",
        "thường nhật",
    ];
    one_of(tokens, &WORDS)
}

/// “Trong quá trình thực hiện …”: whatever is carried out goes on as long.
pub(super) fn course(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    const WORDS: [&str; 7] = [
        "trong quá trình thực hiện",
        "trong suốt quá trình thực hiện",
        "suốt quá trình thực hiện",
        "trong suốt thời gian thực hiện",
        "trong quá trình triển khai",
        "trong suốt quá trình triển khai",
        "trong thời gian thực hiện",
    ];
    one_of(tokens, &WORDS)
}

/// “Đột xuất”: beside a rhythm it adds nothing to read.
pub(super) fn ad_hoc(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    one_of(tokens, &["đột xuất", "báo cáo đột xuất"])
}

/// “Định hướng đến năm 2035”, “tầm nhìn 2050”: beyond what the cell sets.
pub(super) fn outlook(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    let rest = one_of(tokens, &["định hướng", "tầm nhìn", "có định hướng", "có tầm nhìn"])?;
    let rest = optional(rest, &["đến", "tới", "cho", "cho đến", "đến hết", "giai đoạn", "các"]);
    let (_, rest) = point(rest)?;
    match sign(rest, '-').or_else(|| word(rest, "đến")).and_then(point) {
        Some((_, rest)) => Some(rest),
        None => Some(rest),
    }
}

/// What follows words that name a purpose, a place or an addressee: they may end a clause.
pub(super) fn purpose(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    const WORDS: [&str; 8] =
        ["để", "nhằm", "phục vụ", "làm cơ sở", "làm căn cứ", "gửi", "gửi về", "tại"];
    one_of(tokens, &WORDS)
}

/// “Hoặc”, “hay”: one or the other.
pub(super) fn either(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    phrase(tokens, "hoặc").or_else(|| word(tokens, "hay"))
}
