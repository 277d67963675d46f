//! Times with the words before them that say what they bound: “trước”, “trong”, “đến”, “từ”.
//!
//! In: tokens. Out: one time, with how its words bound it. Its days are found in `when`.

use super::clock::clock;
use super::issue::{counted, issue, own_document};
use super::kinds::Hours;
use super::points::{Point, this_year};
use super::raw::Raw;
use super::series::{Days, Series, length, series, single, until};
use super::tokens::{Tokens, is_edge, one_of, optional, phrase, sign, word};

/// A time, as the words bound it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) how: How,
    pub(super) what: What,
    /// Hours of its one day.
    pub(super) hours: Option<Hours>,
}

/// What stands before a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// Nothing, or the unit alone.
    Bare,
    /// “Trong”, “vào”.
    In,
    /// “Đến”, “hết”.
    Until,
    /// “Chậm nhất”.
    By,
    /// “Trước”.
    Before,
}

/// What a time names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Series(Series),
    /// A beginning, and what ends it: a point, or the plan's period; “trước” may stand before it.
    From(Start, Option<End>),
    /// What comes after a point.
    After(Series),
    /// The plan's period.
    Plan,
    /// So many days, or months, after the document's own day.
    Counted(i32, bool),
    /// “Trong tháng”, “trong quý”: a unit of the present.
    Passing,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Start {
    Issue,
    Point(Series),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum End {
    Plan,
    Point(Series),
    Before(Series),
}

/// The time at the beginning of the tokens.
pub(super) fn time(tokens: Tokens<'_>) -> Option<(Time, Tokens<'_>)> {
    let plain = |(what, how, rest)| (Time { how, what, hours: None }, rest);
    let found = counted(tokens)
        .map(|(count, in_months, rest)| (What::Counted(count, in_months), How::By, rest))
        .or_else(|| after(tokens).map(|(what, rest)| (what, How::In, rest)))
        .map(plain)
        .or_else(|| appointment(tokens))
        .or_else(|| from(tokens).map(|(what, rest)| plain((what, How::In, rest))))
        .or_else(|| bounded(tokens));
    let (time, rest) = found?;
    match (&time.what, onward(rest)) {
        (What::Series(series), Some(rest)) if matches!(time.how, How::Bare | How::In) => {
            let what = What::From(Start::Point(series.clone()), None);
            Some((Time { what, ..time }, rest))
        }
        (What::From(start, _), Some(rest)) => {
            let what = What::From(start.clone(), None);
            Some((Time { what, ..time }, rest))
        }
        _ => Some((time, rest)),
    }
}

/// What follows words that leave the end open: “trở đi”, “và các năm tiếp theo”.
fn onward(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    if let Some(rest) = one_of(tokens, &["trở đi", "trở về sau", "và về sau", "về sau"])
    {
        return Some(rest);
    }
    let comma = sign(tokens, ',');
    let rest = word(comma.unwrap_or(tokens), "và").or(comma)?;
    let rest = one_of(
        rest,
        &["các năm", "những năm", "các giai đoạn", "giai đoạn", "các quý", "các tháng"],
    )?;
    one_of(rest, &["tiếp theo", "kế tiếp", "tiếp sau", "sau", "sau đó", "về sau", "sau này"])
}

/// A time after words of limit, “trong”, “đến”, or none.
fn bounded(tokens: Tokens<'_>) -> Option<(Time, Tokens<'_>)> {
    let (how, rest) = how(tokens);
    let (hours, rest) = match matches!(how, How::Before | How::By).then(|| clock(rest)).flatten() {
        Some((from, rest)) => (Some(Hours { from, to: None }), sign(rest, ',').unwrap_or(rest)),
        None => (None, rest),
    };
    let (what, how, rest) = named(how, rest)?;
    let is_day = match &what {
        What::Series(series) => matches!(series.only().map(|p| p.raw), Some(Raw::Day { .. })),
        _ => false,
    };
    (hours.is_none() || is_day).then_some((Time { how, what, hours }, rest))
}

fn how(tokens: Tokens<'_>) -> (How, Tokens<'_>) {
    const LIMITS: [&str; 16] = [
        "chậm nhất",
        "muộn nhất",
        "trễ nhất",
        "không muộn hơn",
        "không chậm hơn",
        "không trễ hơn",
        "không quá",
        "hạn cuối",
        "hạn chót",
        "hạn cuối cùng",
        "thời hạn",
        "thời hạn cuối",
        "thời hạn hoàn thành",
        "hạn hoàn thành",
        "thời hạn chậm nhất",
        "hạn chậm nhất",
    ];
    const IN: [&str; 12] = [
        "trong",
        "ngay",
        "ngay trong",
        "vào",
        "trong thời gian",
        "trong khoảng thời gian",
        "trong cả",
        "cả",
        "trong suốt",
        "suốt",
        "vào lúc",
        "trong vòng",
    ];
    let tokens = optional(tokens, &["thời gian", "thời gian thực hiện"]);
    if let Some(rest) = one_of(tokens, &LIMITS) {
        let rest = optional(sign(rest, ':').unwrap_or(rest), &["là", "vào"]);
        return match how(rest) {
            (How::Before, rest) => (How::Before, rest),
            (_, rest) => (How::By, rest),
        };
    }
    if let Some(rest) = one_of(tokens, &["trước", "trước thời điểm", "đến trước"])
    {
        return (How::Before, rest);
    }
    if let Some(rest) = until(tokens).or_else(|| one_of(tokens, &["hết"])) {
        return (How::Until, rest);
    }
    match one_of(tokens, &IN) {
        Some(rest) => (How::In, rest),
        None => (How::Bare, tokens),
    }
}

/// What the words after “trong”, “đến” and their like name.
fn named(how: How, tokens: Tokens<'_>) -> Option<(What, How, Tokens<'_>)> {
    if let Some(rest) = phase(tokens) {
        if let Some((range, rest)) = counted_range(rest).or_else(|| range(rest)) {
            let is_whole = matches!(how, How::Bare | How::In | How::Until | How::By);
            return is_whole.then_some((What::Series(range), how, rest));
        }
        if matches!(how, How::Bare | How::In) {
            if let Some((what, rest)) = from(rest) {
                return Some((what, How::In, rest));
            }
            if let Some((series, rest)) = until(rest).and_then(single) {
                return Some((What::Series(series), How::Until, rest));
            }
        }
        let is_plan = matches!(how, How::In | How::Until | How::By);
        return plan_end(rest).filter(|_| is_plan).map(|rest| (What::Plan, how, rest));
    }
    if let Some(rest) = one_of(tokens, &["toàn giai đoạn", "cả giai đoạn"]) {
        return plan_end(rest).map(|rest| (What::Plan, How::In, rest));
    }
    if let Some((range, rest)) = counted_range(tokens) {
        return matches!(how, How::Bare | How::In).then_some((What::Series(range), how, rest));
    }
    if let Some((series, rest)) = series(tokens) {
        return Some((What::Series(series), how, rest));
    }
    if matches!(how, How::In | How::Until | How::By)
        && let Some((raw, rest)) = this_year(tokens)
    {
        let year = Point { raw, part: None, bytes: tokens.first()?.bytes.clone() };
        return Some((What::Series(Series::of(year)), how, rest));
    }
    let rest = one_of(tokens, &["tháng", "quý", "tuần"]).filter(|rest| is_edge(rest))?;
    (how == How::In).then_some((What::Passing, how, rest))
}

fn phase(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    one_of(tokens, &["giai đoạn", "thời kỳ", "kỳ kế hoạch", "các giai đoạn"])
}

/// What follows the plan's period, where no word makes it another one.
fn plan_end(rest: Tokens<'_>) -> Option<Tokens<'_>> {
    if let Some(rest) = one_of(rest, &["thực hiện", "của"])
        && let Some(rest) = own_document(rest)
    {
        return Some(rest);
    }
    let harmless = ["và", "thường xuyên", "liên tục", "hằng", "định kỳ", "theo"];
    (is_edge(rest) || one_of(rest, &harmless).is_some()).then_some(rest)
}

/// Two years or other points with a dash or “đến” between them.
fn range(tokens: Tokens<'_>) -> Option<(Series, Tokens<'_>)> {
    series(tokens).filter(|(series, _)| series.listed().is_none())
}

/// “02 năm 2026 - 2027”, “12 tháng (từ tháng 1 đến tháng 12/2026)”: a length that fits its range.
fn counted_range(tokens: Tokens<'_>) -> Option<(Series, Tokens<'_>)> {
    let (months, rest) = length(tokens)?;
    let open = sign(rest, '(');
    let inner = open.or_else(|| sign(rest, ',')).unwrap_or(rest);
    let inner = optional(inner, &["giai đoạn", "từ", "giai đoạn từ"]);
    let (found, rest) = series(inner)?;
    let rest = if open.is_some() { sign(rest, ')')? } else { rest };
    let Ok(Days::Range(first, last)) = found.days(None) else { return None };
    let after = last.to.tomorrow().ok()?;
    let between = (i32::from(after.year()) - i32::from(first.from.year())) * 12
        + i32::from(after.month())
        - i32::from(first.from.month());
    (u32::try_from(between) == Ok(months)).then_some((found, rest))
}

/// “Từ … (đến …)”.
fn from(tokens: Tokens<'_>) -> Option<(What, Tokens<'_>)> {
    const WORDS: [&str; 11] = [
        "từ",
        "ngay từ",
        "kể từ",
        "tính từ",
        "bắt đầu từ",
        "bắt đầu",
        "bắt đầu trong",
        "bắt đầu vào",
        "bắt đầu thực hiện từ",
        "bắt đầu triển khai từ",
        "bắt đầu áp dụng từ",
    ];
    let tokens = optional(tokens, &["thời gian", "thời gian thực hiện", "trong thời gian"]);
    let rest = one_of(tokens, &WORDS)?;
    let rest = sign(rest, ':').unwrap_or(rest);
    let (start, rest) = match issue(rest) {
        Some(rest) => (Start::Issue, rest),
        None => {
            if let Some((range, rest)) = range(rest) {
                return Some((What::Series(range), rest));
            }
            let (point, rest) = single(rest)?;
            (Start::Point(point), rest)
        }
    };
    match end(rest) {
        Some((end, rest)) => Some((What::From(start, Some(end)), rest)),
        None => Some((What::From(start, None), rest)),
    }
}

fn end(tokens: Tokens<'_>) -> Option<(End, Tokens<'_>)> {
    if let Some(rest) = phrase(tokens, "đến trước") {
        return single(rest).map(|(point, rest)| (End::Before(point), rest));
    }
    let rest = until(tokens).or_else(|| sign(tokens, '-'))?;
    if let Some(rest) = phase(rest) {
        return match range(rest) {
            Some((range, rest)) => Some((End::Point(range), rest)),
            None => plan_end(rest).map(|rest| (End::Plan, rest)),
        };
    }
    if let Some((point, rest)) = single(rest) {
        return Some((End::Point(point), rest));
    }
    let (raw, after) = this_year(rest)?;
    let year = Point { raw, part: None, bytes: rest.first()?.bytes.clone() };
    Some((End::Point(Series::of(year)), after))
}

/// “Sau năm 2030”.
fn after(tokens: Tokens<'_>) -> Option<(What, Tokens<'_>)> {
    let (point, rest) = single(one_of(tokens, &["sau", "sau khi hết", "từ sau"])?)?;
    (!point.is_yearless()).then_some((What::After(point), rest))
}

/// “Từ 19 giờ 30 - 20 giờ ngày 16 tháng 5”: hours, and their one day.
fn appointment(tokens: Tokens<'_>) -> Option<(Time, Tokens<'_>)> {
    let rest = optional(tokens, &["từ", "lúc", "vào lúc", "hồi", "bắt đầu từ", "bắt đầu lúc"]);
    let (from, rest) = clock(rest)?;
    let (to, rest) = match until(rest).or_else(|| sign(rest, '-')).and_then(clock) {
        Some((to, rest)) => (Some(to), rest),
        None => (None, rest),
    };
    let (day, rest) = single(sign(rest, ',').unwrap_or(rest))?;
    let is_day = matches!(day.only().map(|point| point.raw), Some(Raw::Day { .. }));
    let is_ordered = to.is_none_or(|to| from < to);
    let hours = Some(Hours { from, to });
    (is_day && is_ordered)
        .then_some((Time { how: How::Bare, what: What::Series(day), hours }, rest))
}
