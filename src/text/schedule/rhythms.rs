//! How often: “hằng năm”, “02 lần/năm”, “6 tháng, năm”; and where in a period a day stands.
//!
//! In: tokens. Out: rhythms, days of the week, and the months and years that days belong to.

use jiff::civil::Weekday;

use super::kinds::{Every, Neighbour};
use super::raw::raw;
use super::tokens::{
    Tokens, count, is_edge, number, one_of, optional, phrase, short_number, sign, word,
};

/// The rhythms at the beginning of the tokens, and how often each comes in its period.
pub(super) fn rhythms(tokens: Tokens<'_>) -> Option<(Vec<(Every, u16)>, Tokens<'_>)> {
    let periodic = one_of(tokens, &["định kỳ", "theo định kỳ"]);
    let rest = periodic.unwrap_or(tokens);
    let rest = periodic.map_or(rest, |rest| optional(rest, &["vào", "là"]));
    if let Some((found, rest)) = counted(rest) {
        return Some((vec![found], with_phases(rest)));
    }
    let (first, is_each, mut rest) = item(rest)?;
    let mut found = vec![first];
    while let Some((next, _, after)) = joint(rest).and_then(item) {
        found.push(next);
        rest = after;
    }
    let is_rhythm = is_each || periodic.is_some() || found.len() > 1;
    is_rhythm.then_some((found, with_phases(rest)))
}

/// A unit of a list; and whether “hằng”, “mỗi” or “từng” stands before it.
fn item(tokens: Tokens<'_>) -> Option<((Every, u16), bool, Tokens<'_>)> {
    let each = one_of(tokens, &["hằng", "mỗi", "từng", "định kỳ", "định kỳ hằng", "định kỳ mỗi"]);
    let (every, rest) = unit(each.unwrap_or(tokens))?;
    if each.is_some()
        && let Some((times, after)) = count(optional(rest, &["ít nhất", "tối thiểu"]))
        && let Some(rest) = word(after, "lần")
    {
        return Some(((every, times_of(times)?), true, rest));
    }
    Some(((every, 1), each.is_some(), rest))
}

fn joint(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    match sign(tokens, ',') {
        Some(rest) => Some(optional(rest, &["và"])),
        None => word(tokens, "và"),
    }
}

/// 02 lần/năm, 02 năm/lần, 6 tháng một lần, mỗi năm 01 lần.
fn counted(tokens: Tokens<'_>) -> Option<((Every, u16), Tokens<'_>)> {
    let tokens = optional(tokens, &["ít nhất", "tối thiểu"]);
    if let Some((times, rest)) = count(tokens)
        && let Some(rest) = word(rest, "lần")
    {
        let rest = sign(rest, '/')
            .or_else(|| one_of(rest, &["một", "mỗi", "trên", "trong một", "trong mỗi", "hằng"]))?;
        let (every, rest) = unit(rest)?;
        return Some(((every, times_of(times)?), rest));
    }
    let tokens = optional(tokens, &["mỗi", "hằng", "cứ", "cứ mỗi"]);
    let tokens = match one_of(tokens, &["một", "01"]) {
        Some(rest) if unit(rest).is_some() => rest,
        _ => tokens,
    };
    let (every, rest) = unit(tokens)?;
    if let Some(rest) = sign(rest, '/') {
        let rest = match count(rest) {
            Some((1, rest)) => rest,
            _ => rest,
        };
        return word(rest, "lần").map(|rest| ((every, 1), rest));
    }
    let (times, rest) = count(rest)?;
    Some(((every, times_of(times)?), word(rest, "lần")?))
}

fn times_of(times: u32) -> Option<u16> {
    u16::try_from(times).ok().filter(|times| *times > 0)
}

/// “Hằng năm và từng giai đoạn”: the last turn may be the end of a period.
fn with_phases(tokens: Tokens<'_>) -> Tokens<'_> {
    const WORDS: [&str; 6] = [
        "và từng giai đoạn",
        "và cả giai đoạn",
        "và cuối giai đoạn",
        "và theo giai đoạn",
        "và khi kết thúc giai đoạn",
        "và giai đoạn",
    ];
    one_of(tokens, &WORDS).filter(|rest| is_edge(rest)).unwrap_or(tokens)
}

/// A unit of time that is no point: “năm” without its number.
fn unit(tokens: Tokens<'_>) -> Option<(Every, Tokens<'_>)> {
    if raw(tokens).is_some() {
        return None;
    }
    let (length, rest) = match count(tokens) {
        Some((length, rest)) => (Some(length), rest),
        None => (None, tokens),
    };
    if length.is_none() && phrase(tokens, "nửa năm").is_some() {
        return Some((Every::HalfYear, phrase(tokens, "nửa năm")?));
    }
    if let Some(rest) = word(rest, "tháng") {
        let every = match length {
            None | Some(1) => Every::Month,
            Some(3) => Every::Quarter,
            Some(6) => Every::HalfYear,
            Some(9) => Every::NineMonths,
            Some(12) => Every::Year,
            Some(_) => return None,
        };
        return Some((every, ends_unit(rest)?));
    }
    if let Some(rest) = one_of(rest, &["năm", "cả năm"]) {
        let every = match length {
            None | Some(1) => Every::Year,
            Some(years) => Every::Years(u8::try_from(years).ok().filter(|years| *years > 1)?),
        };
        return Some((every, ends_unit(rest)?));
    }
    let is_one = matches!(length, None | Some(1));
    if let Some(rest) = word(rest, "quý").filter(|_| is_one) {
        return Some((Every::Quarter, ends_unit(rest)?));
    }
    let rest = word(rest, "tuần").filter(|_| is_one)?;
    Some((Every::Week, ends_unit(rest)?))
}

/// That no word follows which makes the unit another one: “năm học”, “tháng sau”, “quý này”.
fn ends_unit(rest: Tokens<'_>) -> Option<Tokens<'_>> {
    const OTHER: [&str; 12] =
        ["học", "tài", "tới", "nay", "này", "đầu", "cuối", "giữa", "thứ", "lễ", "hành", "ngân"];
    (one_of(rest, &OTHER).is_none() && neighbour(rest).is_none()).then_some(rest)
}

/// A day of the week, as “thứ Sáu”, “thứ 6”, “Chủ nhật”.
pub(super) fn weekday(tokens: Tokens<'_>) -> Option<(Weekday, Tokens<'_>)> {
    const DAYS: [(&str, Weekday); 6] = [
        ("hai", Weekday::Monday),
        ("ba", Weekday::Tuesday),
        ("tư", Weekday::Wednesday),
        ("năm", Weekday::Thursday),
        ("sáu", Weekday::Friday),
        ("bảy", Weekday::Saturday),
    ];
    let tokens = optional(tokens, &["sáng", "trưa", "chiều", "tối", "đêm"]);
    let tokens = optional(tokens, &["ngày"]);
    if let Some(rest) = phrase(tokens, "chủ nhật") {
        return Some((Weekday::Sunday, rest));
    }
    let rest = word(tokens, "thứ")?;
    match short_number(rest) {
        Some((number, rest)) => {
            let at = usize::try_from(number).ok()?.checked_sub(2)?;
            DAYS.get(at).map(|(_, day)| (*day, rest))
        }
        None => DAYS.iter().find_map(|(name, day)| word(rest, name).map(|rest| (*day, rest))),
    }
}

/// The month or year that a day belongs to, seen from the turn: “tháng sau”, “tháng cuối quý”.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Anchor {
    pub(super) every: Every,
    pub(super) period: Neighbour,
    /// Which month of a quarter.
    pub(super) month: Option<u8>,
}

/// “Cuối mỗi quý”: the last month of a period that comes again.
fn closing(tokens: Tokens<'_>) -> Option<(Anchor, Tokens<'_>)> {
    let rest = one_of(tokens, &["cuối", "vào cuối"])?;
    let (every, rest) = unit(one_of(rest, &["hằng", "mỗi", "từng"])?)?;
    let month = match every {
        Every::Month => 1,
        Every::Quarter => 3,
        Every::HalfYear => 6,
        Every::Year => 12,
        Every::Week | Every::NineMonths | Every::Years(_) => return None,
    };
    Some((Anchor { every, period: Neighbour::Same, month: Some(month) }, rest))
}

/// The anchor at the beginning of the tokens.
pub(super) fn anchor(tokens: Tokens<'_>) -> Option<(Anchor, Tokens<'_>)> {
    const MONTHS: [(&str, u8); 8] = [
        ("đầu", 1),
        ("đầu tiên", 1),
        ("thứ nhất", 1),
        ("giữa", 2),
        ("thứ hai", 2),
        ("cuối", 3),
        ("cuối cùng", 3),
        ("thứ ba", 3),
    ];
    if let Some(found) = closing(tokens) {
        return Some(found);
    }
    let tokens = optional(tokens, &["của", "của các", "vào"]);
    if let Some(rest) = word(tokens, "tháng") {
        let months = MONTHS.iter().filter_map(|(name, month)| Some((*month, phrase(rest, name)?)));
        if let Some((month, rest)) = months.min_by_key(|(_, rest)| rest.len()) {
            let rest = optional(rest, &["của"]);
            let rest = word(optional(rest, &["mỗi", "hằng", "từng", "các"]), "quý")?;
            if number(rest).is_some() || raw(&tokens[tokens.len() - rest.len() - 1..]).is_some() {
                return None;
            }
            let (period, rest) = neighbour(rest).unwrap_or((Neighbour::Same, rest));
            return Some((Anchor { every: Every::Quarter, period, month: Some(month) }, rest));
        }
        let (period, rest) = neighbour(rest)?;
        return Some((Anchor { every: Every::Month, period, month: None }, rest));
    }
    let (period, rest) = neighbour(word(tokens, "năm")?)?;
    Some((Anchor { every: Every::Year, period, month: None }, rest))
}

fn neighbour(tokens: Tokens<'_>) -> Option<(Neighbour, Tokens<'_>)> {
    const NEXT: [&str; 9] = [
        "sau",
        "sau liền kề",
        "liền kề",
        "liền kề sau",
        "liền sau",
        "tiếp theo",
        "kế tiếp",
        "tiếp sau",
        "kế tiếp sau",
    ];
    const BEFORE: [&str; 4] = ["trước", "trước liền kề", "liền kề trước", "liền trước"];
    let before = one_of(tokens, &BEFORE).map(|rest| (Neighbour::Previous, rest));
    let next = one_of(tokens, &NEXT).map(|rest| (Neighbour::Next, rest));
    let longest = before.into_iter().chain(next).min_by_key(|(_, rest)| rest.len());
    // “Sau khi”, “trước ngày”: the word belongs to what follows.
    let harmless = ["và", "hằng", "để", "nhằm", "theo", "đối với", "của"];
    longest.filter(|(_, rest)| is_edge(rest) || one_of(rest, &harmless).is_some())
}
