//! Why words are not read, where the grammar says only that it does not cover them.
//!
//! In: the tokens of a cell that is not read, its setting. Out: the reason that helps its editor
//! most: a fault of the calendar first, then what kind of words they are.

use super::marks::either;
use super::points::point;
use super::series::length;
use super::span::{Setting, is_year};
use super::times::time;
use super::tokens::{Tokens, is_edge, number, one_of, sign, word};
use super::unread::Unread;

/// The reason why a cell is not read, beginning with what the grammar says.
pub(super) fn reason(tokens: Tokens<'_>, setting: &Setting, found: Unread) -> Unread {
    if let Some(fault) = fault(tokens, setting) {
        return fault;
    }
    if !matches!(found, Unread::Uncovered | Unread::NoTime | Unread::Several) {
        return found;
    }
    const STATES: [&str; 8] = [
        "đã",
        "đang",
        "chưa thực hiện",
        "chưa triển khai",
        "xong",
        "hoàn thành",
        "chưa hoàn thành",
        "không thực hiện",
    ];
    const VAGUE: [&str; 13] = [
        "chưa xác định",
        "trong thời gian tới",
        "ngay",
        "khẩn trương",
        "kịp thời",
        "sớm",
        "đột xuất",
        "trong năm",
        "trong tháng",
        "trong quý",
        "thời gian tới",
        "trong thời gian sớm nhất",
        "càng sớm càng tốt",
    ];
    const ELSEWHERE: [&str; 8] =
        ["năm học", "niên độ", "niên khóa", "nhiệm kỳ", "vụ đông", "vụ xuân", "vụ mùa", "khóa học"];
    let is = |words: &[&str]| one_of(tokens, words).is_some();
    let holds = |words: &[&str]| (0..tokens.len()).any(|at| one_of(&tokens[at..], words).is_some());
    let has_time = (0..tokens.len()).any(|at| point(&tokens[at..]).is_some());
    if is(&STATES) && !has_time {
        return Unread::State;
    }
    if is(&VAGUE) && !has_time {
        return Unread::Vague;
    }
    if holds(&ELSEWHERE) {
        return Unread::SetElsewhere;
    }
    if (0..tokens.len()).any(|at| either(&tokens[at..]).is_some() || is_two_years(&tokens[at..])) {
        return Unread::Either;
    }
    if length(tokens).is_some_and(|(_, rest)| is_edge(rest) || rest.is_empty()) {
        return Unread::Duration;
    }
    if is(&["định kỳ"]) && !has_time {
        return Unread::NoRhythm;
    }
    if !has_time && found == Unread::Uncovered {
        return Unread::NoTime;
    }
    found
}

/// The first day, month, quarter or range that the calendar does not have.
fn fault(tokens: Tokens<'_>, setting: &Setting) -> Option<Unread> {
    (0..tokens.len()).find_map(|at| {
        let (time, _) = time(&tokens[at..])?;
        match time.when(setting, setting.year()) {
            Err(fault @ (Unread::Faulty(_) | Unread::Backwards { .. })) => Some(fault),
            _ => None,
        }
    })
}

/// “2026/2027”: a range or a slip.
fn is_two_years(tokens: Tokens<'_>) -> bool {
    let year = |tokens| {
        number(tokens).and_then(|(value, width, rest)| is_year(value, width).then_some(rest))
    };
    let rest = year(tokens).and_then(|rest| sign(rest, '/'));
    rest.is_some_and(|rest| year(rest).is_some() || word(rest, "năm").is_some())
}
