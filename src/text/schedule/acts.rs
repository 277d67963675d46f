//! What is done: the acts beside a time, and the parts of the work that a time is meant for.
//!
//! In: tokens. Out: acts, each with what its words say of its end. An act begins with a known verb;
//! the words after it are free as long as none of them speaks of time, of a condition, or of an
//! exception. Nothing here is kept but what decides how a time beside it is read.

use super::conditions::condition;
use super::marks::{ad_hoc, aim, constant, course, either, outlook};
use super::rhythms::{anchor, rhythms};
use super::times::time;
use super::tokens::{Kind, Token, Tokens, is_edge, number, one_of, optional, sign, taken, word};
use super::verbs::{End, verb};

/// An act, or the part of the work that a time is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Act {
    pub(super) end: End,
    /// Words follow its verb, so that a bare time after them may belong to these words.
    pub(super) has_object: bool,
    /// A time after it may tell what the act looks back on: “báo cáo kết quả (năm 2026)”.
    pub(super) looks_back: bool,
    /// Its object holds an act itself, which a time after it may belong to: “(hồ sơ) nhận”.
    pub(super) in_object: InObject,
}

/// Whether the object of an act holds an act itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InObject {
    /// No act.
    Thing,
    /// An act that “trước” may belong to where the whole looks back: (văn bản) ban hành.
    Act,
    /// An act that a time belongs to in any case: (hồ sơ) nhận, (trẻ em) sinh.
    Dated,
}

/// Verbs whose object may hold a time of its own.
const LOOKING_BACK: [&str; 16] = [
    "báo cáo",
    "sơ kết",
    "tổng kết",
    "đánh giá",
    "kiểm tra",
    "rà soát",
    "thống kê",
    "tổng hợp",
    "quyết toán",
    "xử lý",
    "công bố",
    "công khai",
    "công nhận",
    "điều tra",
    "khắc phục",
    "giám sát",
];

/// Whom one reports to: words that no time belongs to.
const ADDRESSEES: [&str; 18] = [
    "ubnd",
    "hđnd",
    "ủy",
    "hội",
    "bộ",
    "sở",
    "ban",
    "chính",
    "thủ",
    "tỉnh",
    "thường",
    "chủ",
    "cấp",
    "cơ",
    "trung",
    "lãnh",
    "đ",
    "đồng",
];

/// Acts in an object that a time after them belongs to: “hồ sơ tiếp nhận (trước ngày …)”.
const DATED: [&str; 10] = [
    "tiếp nhận",
    "hiệu lực",
    "đăng ký",
    "thành lập",
    "tồn đọng",
    "phát sinh",
    "xảy ra",
    "khởi công",
    "tuyển dụng",
    "được",
];

/// The same, where they stand last; and words that end like one.
const DATED_LAST: [&str; 5] = ["nhận", "nộp", "sinh", "cấp", "cũ"];
const NOT_DATED: [&str; 12] = [
    "học sinh",
    "vệ sinh",
    "thí sinh",
    "nâng cấp",
    "phân cấp",
    "cung cấp",
    "các cấp",
    "công nhận",
    "xác nhận",
    "ghi nhận",
    "chứng nhận",
    "trung cấp",
];

/// Acts in the object of a verb that looks back, which “trước” may belong to.
const ACTS: [&str; 7] =
    ["ban hành", "ký", "phê duyệt", "công bố", "thông qua", "hoàn thành", "xây dựng"];

/// The act at the beginning of the tokens.
pub(super) fn act(tokens: Tokens<'_>) -> Option<(Act, Tokens<'_>)> {
    let (_, after) = verb(tokens)?;
    let rest = free_words(after);
    Some((describe(taken(tokens, rest)), rest))
}

/// The part of the work that a time is meant for: “đối với …”, “riêng …”, and a mark at its end.
pub(super) fn scope(tokens: Tokens<'_>) -> Option<(Act, Tokens<'_>)> {
    const WORDS: [&str; 6] =
        ["đối với", "riêng", "riêng đối với", "riêng việc", "riêng với", "còn lại"];
    let after = one_of(tokens, &WORDS)?;
    let mut rest = free_words(after);
    // A phase by its name is no time.
    while let Some(phase) = word(rest, "giai").and_then(|rest| word(rest, "đoạn")) {
        if number(phase).is_some() || is_edge(phase) || time(rest).is_some() {
            break;
        }
        rest = free_words(phase);
    }
    let words = taken(after, rest);
    let completed = ends_with(words, &["hoàn thành", "hoàn tất", "xong"]);
    let end = if completed { End::Completed } else { End::Open };
    let act = Act { end, has_object: !completed, looks_back: false, in_object: InObject::Thing };
    Some((act, rest))
}

/// A numbered part: “Giai đoạn 1”, “Đợt II”, “Lần thứ 2”.
pub(super) fn numbered(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    const WORDS: [&str; 7] =
        ["giai đoạn", "đợt", "lần", "bước", "đợt thứ", "lần thứ", "giai đoạn thứ"];
    let rest = one_of(tokens, &WORDS)?;
    let (first, rest) = rest.split_first()?;
    let is_small = match &first.kind {
        Kind::Number(_, width) => *width == 1 || *width == 2,
        Kind::Word(word) => {
            ["i", "ii", "iii", "iv", "v", "nhất", "hai", "ba", "một"].contains(&word.as_str())
        }
        Kind::Sign(_) => false,
    };
    let is_label = rest.is_empty() || [':', '(', ')'].iter().any(|c| sign(rest, *c).is_some());
    (is_small && is_label).then_some(rest)
}

/// Words with a colon after them, which say what the time after it is meant for.
pub(super) fn label(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    let rest = free_words(tokens);
    (rest.len() < tokens.len()).then_some(rest).and_then(|rest| sign(rest, ':'))
}

/// Words that say nothing of time, as far as they go.
pub(super) fn free_words(tokens: Tokens<'_>) -> Tokens<'_> {
    let mut rest = tokens;
    while !rest.is_empty() && !begins_piece(rest) {
        let joined = sign(rest, ',').or_else(|| word(rest, "và"));
        let next = match joined {
            Some(after) if begins_piece(after) || after.is_empty() => break,
            Some(after) => free(optional(after, &["và"])),
            None => free(rest),
        };
        match next {
            Some(next) => rest = next,
            None => break,
        }
    }
    rest
}

fn describe(words: Tokens<'_>) -> Act {
    let mut parts = words.split(|token| match &token.kind {
        Kind::Sign(sign) => *sign == ',',
        Kind::Word(word) => word == "và",
        Kind::Number(..) => false,
    });
    let first = parts.next().unwrap_or_default();
    let (mut end, object) = verb(first).unwrap_or((End::Open, first));
    let others: Vec<Tokens<'_>> = parts.collect();
    let more: Vec<End> = others.iter().filter_map(|part| verb(part).map(|(end, _)| end)).collect();
    let goes_on = more.contains(&End::Continuing)
        || others.iter().any(|part| holds(part, &["thực hiện", "triển khai", "duy trì"]));
    let looks_back =
        one_of(first, &LOOKING_BACK).is_some() && one_of(object, &ADDRESSEES).is_none();
    let completed = ends_with(words, &["xong"])
        || end != End::Ending && !looks_back && ends_with(words, &["hoàn thành", "hoàn tất"]);
    if completed || more.contains(&End::Completed) {
        end = End::Completed;
    } else if goes_on && end != End::Completed {
        end = End::Continuing;
    } else if more.contains(&End::Ending) && end < End::Ending {
        end = End::Ending;
    }
    let has_object = words.len() > taken(first, object).len() && !completed;
    // “Hoàn thành việc tuyển dụng trước …”: the first word is the act that is meant.
    let is_dated = holds(object.get(1..).unwrap_or_default(), &DATED)
        || looks_back && holds(object, &DATED)
        || ends_with(words, &DATED_LAST) && !ends_with(words, &NOT_DATED);
    let in_object = match () {
        () if !has_object => InObject::Thing,
        () if is_dated => InObject::Dated,
        () if holds(object, &ACTS) => InObject::Act,
        () => InObject::Thing,
    };
    Act { end, has_object, looks_back, in_object }
}

fn holds(words: Tokens<'_>, phrases: &[&str]) -> bool {
    (0..words.len()).any(|at| one_of(&words[at..], phrases).is_some())
}

fn ends_with(words: Tokens<'_>, phrases: &[&str]) -> bool {
    (0..words.len()).any(|at| one_of(&words[at..], phrases).is_some_and(<[Token]>::is_empty))
}

/// Whether words of time, of a condition or of a purpose begin here.
pub(super) fn begins_piece(tokens: Tokens<'_>) -> bool {
    aim(tokens).is_some()
        || constant(tokens).is_some()
        || course(tokens).is_some()
        || ad_hoc(tokens).is_some()
        || outlook(tokens).is_some()
        || rhythms(tokens).is_some()
        || time(tokens).is_some()
        || anchor(tokens).is_some()
        || condition(tokens).is_some()
        || one_of(tokens, &["đối với", "riêng"]).is_some()
        || either(tokens).is_some()
}

/// What follows one free word, number with its thing, or bracket of free words.
fn free(tokens: Tokens<'_>) -> Option<Tokens<'_>> {
    let (first, rest) = tokens.split_first()?;
    match &first.kind {
        Kind::Word(word) => is_free(word, rest).then(|| match abbreviated(rest) {
            Some(after) => after,
            None => rest,
        }),
        Kind::Number(value, width) => quantity(*value, *width, rest),
        Kind::Sign('"') => Some(rest),
        Kind::Sign('-') if matches!(rest.first()?.kind, Kind::Word(_)) => Some(rest),
        Kind::Sign('(') => {
            let after = sign(free_words(rest), ')')?;
            (after.len() + 2 < tokens.len()).then_some(after)
        }
        Kind::Sign(_) => None,
    }
}

/// “Đ/c”, “UBND/HĐND”: a slash between letters.
fn abbreviated(rest: Tokens<'_>) -> Option<Tokens<'_>> {
    let after = sign(rest, '/')?;
    let (next, end) = after.split_first()?;
    match &next.kind {
        Kind::Word(word) if !rest.first()?.spaced && !next.spaced => {
            is_free(word, end).then_some(end)
        }
        Kind::Word(_) | Kind::Number(..) | Kind::Sign(_) => None,
    }
}

/// “05 mô hình”, “Đề án 06”, “100%”: a number that is no year, no date and no share.
fn quantity(value: u32, width: usize, rest: Tokens<'_>) -> Option<Tokens<'_>> {
    if let Some(after) = sign(rest, '%') {
        return (value == 100).then_some(after);
    }
    let is_short = width <= 3 || width == 4 && !(1900..2200).contains(&value);
    let is_alone = sign(rest, '/').is_none()
        && sign(rest, ',').is_none()
        && sign(rest, '.').is_none()
        && sign(rest, '-').is_none()
        && sign(rest, ':').is_none();
    (is_short && is_alone).then_some(rest)
}

/// Whether a word in an act speaks neither of time nor of conditions, exceptions or states.
fn is_free(word: &str, rest: Tokens<'_>) -> bool {
    const NEVER: [&str; 43] = [
        "năm", "tháng", "quý", "giờ", "phút", "kỳ", "lần", "trước", "sau", "khi", "nếu", "trừ",
        "chưa", "chẳng", "đã", "đang", "hoặc", "hay", "tùy", "hằng", "mỗi", "từng", "khoảng",
        "riêng", "hết", "cuối", "giữa", "nay", "mai", "âm", "mùa", "niên", "trễ", "muộn", "chậm",
        "sớm", "hoãn", "lùi", "dừng", "hủy", "nhưng", "ngoại", "phấn",
    ];
    let followed = |words: &[&str]| one_of(rest, words).is_some();
    match word {
        "ngày" => followed(&["hội"]),
        "tuần" => followed(&["tra"]),
        "đầu" => followed(&["tư", "mối", "ra", "vào", "cơ"]),
        "hạn" => followed(&["chế", "mặn", "hán"]),
        "thời" => !followed(&["gian", "hạn", "điểm", "kỳ"]),
        "giai" => !followed(&["đoạn"]),
        "không" => followed(&["gian", "dây", "giấy", "dùng"]),
        "đợt" => number(rest).is_none() && !is_edge(rest),
        "gia" => !followed(&["hạn"]),
        "ngoài" => !followed(&["ra"]),
        "ít" => !followed(&["nhất"]),
        "lộ" => !followed(&["trình"]),
        "tiến" => !followed(&["độ"]),
        "tiếp" => !followed(&["theo"]),
        "liền" => !followed(&["kề"]),
        "thường" => followed(&["vụ", "trực", "lệ"]),
        "liên" => !followed(&["tục"]),
        "đột" => !followed(&["xuất"]),
        "tối" => !followed(&["thiểu", "đa"]),
        "dự" => followed(&["án", "thảo", "toán", "báo", "phòng", "thầu", "thi", "trữ", "luật"]),
        "khóa" => number(rest).is_none(),
        _ => !NEVER.contains(&word),
    }
}
