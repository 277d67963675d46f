//! Conditions and references: “theo …”, “khi có …”, “sau 30 ngày kể từ …”, “tại kỳ họp …”.
//!
//! In: tokens. Out: where the condition ends, and what kind it is. Words and dates inside it belong
//! to the text that it speaks of and are not read; only a session may name its own time.

use super::marks::{ad_hoc, constant};
use super::raw::raw;
use super::rhythms::rhythms;
use super::series::{Series, single};
use super::times::{How, Time, What, time};
use super::tokens::{Kind, Token, Tokens, count, number, one_of, optional, sign, taken, word};

/// What a time depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Condition {
    /// Another text sets the time.
    pub(super) by_reference: bool,
    /// The task arises on request.
    pub(super) on_request: bool,
    /// The time of the session that it waits for.
    pub(super) session: Option<Series>,
}

/// The condition at the beginning of the tokens.
pub(super) fn condition(tokens: Tokens<'_>) -> Option<(Condition, Tokens<'_>)> {
    const REQUESTS: [&str; 8] = [
        "khi có yêu cầu",
        "khi được yêu cầu",
        "khi có đề nghị",
        "khi phát sinh",
        "khi có phát sinh",
        "khi có nhu cầu",
        "theo yêu cầu",
        "theo đề nghị",
    ];
    let on_request = one_of(tokens, &REQUESTS).is_some();
    if let Some((session, rest)) = session(tokens) {
        let found = Condition { by_reference: false, on_request, session };
        return Some((found, end(rest)));
    }
    let reference = one_of(tokens, &["theo", "căn cứ", "định kỳ theo"])
        .filter(|rest| word(rest, "dõi").is_none());
    let rest = reference.or_else(|| event(tokens)).or_else(|| length_from_event(tokens))?;
    let by_reference = reference.is_some();
    (!rest.is_empty()).then(|| (Condition { by_reference, on_request, session: None }, end(rest)))
}

/// Words that wait for an event.
fn event(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    const WORDS: [&str; 19] = [
        "khi",
        "sau khi",
        "ngay sau khi",
        "ngay khi",
        "nếu",
        "tùy",
        "tùy theo",
        "tùy thuộc",
        "trường hợp",
        "trong trường hợp",
        "phụ thuộc",
        "phụ thuộc vào",
        "trước khi",
        "đến khi",
        "cho đến khi",
        "từ khi",
        "kể từ khi",
        "từ thời điểm",
        "kể từ thời điểm",
    ];
    if let Some(rest) = one_of(tokens, &WORDS) {
        return Some(rest);
    }
    let rest = one_of(tokens, &["từ ngày", "kể từ ngày", "sau ngày", "tính từ ngày"])?;
    number(rest).is_none().then_some(rest)
}

/// “Sau 30 ngày kể từ …”, “chậm nhất 05 ngày làm việc sau khi …”.
fn length_from_event(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    const WITHIN: [&str; 16] = [
        "sau",
        "trong",
        "trong vòng",
        "trong thời hạn",
        "trong thời gian",
        "chậm nhất",
        "chậm nhất là",
        "chậm nhất trong",
        "chậm nhất sau",
        "chậm nhất trong vòng",
        "muộn nhất",
        "không quá",
        "tối đa",
        "trước",
        "ngay trong",
        "thời hạn",
    ];
    let (_, rest) = count(optional(tokens, &WITHIN))?;
    let rest = one_of(rest, &["ngày", "tuần", "tháng", "quý", "năm", "giờ"])?;
    let rest = optional(rest, &["làm việc"]);
    one_of(rest, &["kể từ", "tính từ", "từ", "sau", "sau khi", "khi", "trước khi"])
}

/// “Tại kỳ họp thường lệ cuối năm 2026”: the session, and its time where it follows at once.
fn session(tokens: Tokens<'_>) -> Option<(Option<Series>, Tokens<'_>)> {
    const KINDS: [&str; 6] =
        ["thường lệ", "thường kỳ", "chuyên đề", "thứ nhất", "bất thường", "lần"];
    const AT: [&str; 7] = ["tại", "tại các", "trong", "trước", "sau", "vào", "các"];
    let is_after = word(tokens, "sau").is_some();
    let mut rest = one_of(optional(tokens, &AT), &["kỳ họp", "phiên họp"])?;
    loop {
        if let Some(next) = one_of(rest, &KINDS) {
            rest = next;
        } else if let Some((_, next)) = word(rest, "thứ").and_then(count) {
            rest = next;
        } else {
            break;
        }
    }
    let open = sign(rest, '(');
    let inner = optional(open.unwrap_or(rest), &["trong", "vào", "dự kiến", "dự kiến trong"]);
    match single(inner).filter(|_| !is_after) {
        Some((series, after)) if open.is_none() => Some((Some(series), after)),
        Some((series, after)) => match sign(after, ')') {
            Some(after) => Some((Some(series), after)),
            None => Some((None, rest)),
        },
        None => Some((None, rest)),
    }
}

/// Where a condition ends: at the end of its sentence, or before a part that sets its own time.
fn end(tokens: Tokens<'_>) -> Tokens<'_> {
    let mut rest = tokens;
    let mut depth = 0_u32;
    while let Some((first, after)) = rest.split_first() {
        match &first.kind {
            Kind::Sign('(') => depth += 1,
            Kind::Sign(')') if depth == 0 => break,
            Kind::Sign(')') => depth -= 1,
            Kind::Sign(';') => break,
            Kind::Sign('.') if is_full_stop(after) => break,
            Kind::Sign(',') if depth == 0 && begins_part(optional(after, &["và"])) => break,
            Kind::Word(word) if depth == 0 && word == "và" && begins_part(after) => break,
            Kind::Word(_) if depth == 0 && is_last_limit(taken(tokens, rest), rest) => break,
            Kind::Word(_) | Kind::Number(..) | Kind::Sign(_) => {}
        }
        rest = after;
    }
    rest
}

/// Whether a limit that is not the last word's own ends the cell: “theo Đề án trước ngày 30/6/2026”.
fn is_last_limit(before: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const OWN: [&str; 7] = ["hành", "ký", "duyệt", "lực", "nhận", "qua", "sinh"];
    let is_own = before.iter().any(|token| match &token.kind {
        Kind::Word(word) => OWN.contains(&word.as_str()),
        Kind::Number(..) | Kind::Sign(_) => false,
    });
    let has_number = before.iter().any(|token| matches!(token.kind, Kind::Number(..)));
    !before.is_empty()
        && !is_own
        && !has_number
        && time(rest).is_some_and(|(time, rest)| {
            matches!(time.how, How::By | How::Before) && rest.is_empty()
        })
}

/// Whether a point before these tokens ends a sentence.
pub(super) fn is_full_stop(after: Tokens<'_>) -> bool {
    after.first().is_none_or(|next: &Token| next.spaced)
}

/// Whether words begin here that set a time of their own.
fn begins_part(tokens: Tokens<'_>) -> bool {
    const PARTS: [&str; 8] = [
        "riêng",
        "đối với",
        "hoàn thành",
        "hoàn tất",
        "xong",
        "phấn đấu",
        "dự kiến",
        "tổ chức thực hiện",
    ];
    let bounds = |time: &Time| {
        matches!(time.how, How::By | How::Before) || matches!(time.what, What::From(..))
    };
    let is_time = || time(tokens).is_some_and(|(time, _)| bounds(&time));
    let is_rhythm = || raw(tokens).is_none() && rhythms(tokens).is_some();
    one_of(tokens, &PARTS).is_some()
        || constant(tokens).is_some()
        || one_of(tokens, &["thực hiện", "triển khai"]).is_some_and(|rest| constant(rest).is_some())
        || ad_hoc(tokens).is_some()
        || is_rhythm()
        || is_time()
}
