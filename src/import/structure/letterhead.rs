//! The head of a document: who issued it, its number, place and day, its kind and title.
//!
//! In: the lines before the text. Out: [`Head`], blank where the document is: the copy that an office holds is often the
//! one without number and day.

use jiff::civil::Date;

use crate::editor::starter::PlanNumber;
use crate::import::found::Head;
use crate::import::sheet::Line;
use crate::text::one_line;
use crate::text::search_key;
use crate::vocabulary::kinds::DocumentKind;

/// Words of the national head and of the Party's, which name no issuer.
const MOTTOS: [&str; 3] =
    ["cong hoa xa hoi chu nghia viet nam", "doc lap - tu do - hanh phuc", "dang cong san viet nam"];

/// The most letters of such a line; both names may stand on one.
const MOTTO: usize = 110;

/// How the second line of an issuer's name begins, where it goes on with the first.
const PLACES: [&str; 9] = [
    "tinh ",
    "thanh pho ",
    "huyen ",
    "quan ",
    "thi xa ",
    "xa ",
    "phuong ",
    "dac khu ",
    "thi tran ",
];

/// Whether the line is one of the national head or of the Party's.
pub(crate) fn is_motto(text: &str) -> bool {
    // A sentence may name the nation or the Party too.
    if text.chars().count() > MOTTO {
        return false;
    }
    let key = search_key(&one_line(text));
    MOTTOS.iter().any(|motto| key.contains(motto))
}

/// The kind that a line names, and what it says behind the name.
pub(crate) fn kind(text: &str) -> Option<(DocumentKind, &str)> {
    let kinds = DocumentKind::ALL.iter().filter_map(|kind| {
        let label = kind.label().to_uppercase();
        let rest = text.strip_prefix(label.as_str())?;
        (rest.is_empty() || rest.starts_with([' ', ':']))
            .then(|| (*kind, rest.trim_start_matches([' ', ':'])))
    });
    kinds.max_by_key(|(kind, _)| kind.label().len())
}

/// Whether the line is the kind of a document and nothing else.
pub(crate) fn is_kind(text: &str) -> bool {
    kind(text).is_some_and(|(_, rest)| rest.is_empty())
}

/// Whether a name, without marks and in lower case, is that of many bodies: its place stands on a line that is lost.
pub(crate) fn lacks_place(key: &str) -> bool {
    ["uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd"].contains(&key)
}

/// Reads the lines of a letterhead into `head`.
pub(crate) fn read(lines: &[&Line], head: &mut Head) {
    let mut names: Vec<String> = Vec::new();
    for line in lines {
        let text = one_line(&line.text);
        let key = search_key(&text);
        let rest = text.strip_prefix("Số").or_else(|| text.strip_prefix("SỐ"));
        if let Some(rest) = rest.filter(|rest| !rest.starts_with(char::is_alphabetic)) {
            number(rest.trim_start_matches([':', ' ']), head);
        }
        if let Some(at) = key.find("ngay") {
            dateline(&text, &key[at..], head);
        }
        let is_number = rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
        let loud = !text.chars().any(char::is_lowercase) && text.chars().any(char::is_alphabetic);
        if loud && !is_number && !is_motto(&text) && !key.contains("ngay ") {
            names.push(text);
        }
    }
    head.issuer = issuer(&names);
}

/// The issuer among the names of a head: the last level, with the place that its name goes on with.
fn issuer(names: &[String]) -> Option<String> {
    let mut whole: Vec<String> = Vec::new();
    for name in names {
        let key = search_key(name);
        let is_head = key.starts_with("tinh uy") || key.starts_with("thanh uy");
        let goes_on = PLACES.iter().any(|place| key.starts_with(place)) && !is_head;
        match whole.last_mut() {
            Some(last) if goes_on => *last = format!("{last} {name}"),
            _ => whole.push(name.clone()),
        }
    }
    whole.pop()
}

/// `111/KH-UBND`, or `/KH-UBND` where the number is still to come; what stands behind it is not looked at.
fn number(rest: &str, head: &mut Head) {
    let first = rest.split_whitespace().next().unwrap_or_default();
    let first = first.replace("//", "/");
    if PlanNumber::read(&first).is_ok() {
        head.number = Some(first);
        return;
    }
    let tight: String = rest.split_whitespace().take(3).collect();
    let tight = tight.replace("//", "/");
    if let Ok(number) = PlanNumber::read(&tight).map(|number| number.to_string())
        && number.chars().filter(|c| *c == '/').count() == 1
        && rest.chars().filter(|c| c.is_whitespace()).count() <= 2
    {
        head.number = Some(number);
        return;
    }
    let symbol = rest.trim_start_matches([' ', '.', '…', '_']);
    if symbol.starts_with(['/', '-']) && symbol.chars().nth(1).is_some_and(char::is_uppercase) {
        let symbol = symbol.split_whitespace().next().unwrap_or_default();
        head.symbol = Some(symbol.to_owned());
    }
}

/// `Lam Giang, ngày 15 tháng 01 năm 2026`; numbers may be blank.
fn dateline(text: &str, key: &str, head: &mut Head) {
    let (Some(month_at), Some(year_at)) = (key.find("thang"), key.find("nam")) else { return };
    let number = |piece: &str| {
        let digits: String = piece.chars().filter(char::is_ascii_digit).collect();
        digits.parse::<i16>().ok()
    };
    let day = number(&key["ngay".len()..month_at]);
    let month = (month_at < year_at).then(|| number(&key[month_at..year_at])).flatten();
    let year = number(&key[year_at..].chars().take(12).collect::<String>());
    let lower = text.to_lowercase();
    if let Some(at) = lower.find("ngày").filter(|_| lower.len() == text.len()) {
        let place = text[..at].trim_end_matches([' ', ',']).trim();
        // Behind the number on one line, the place is the last that is no part of it.
        let place = place.rsplit_once("  ").map_or(place, |(_, place)| place);
        if !place.is_empty() && !place.contains('/') {
            head.place = Some(place.to_owned());
        }
    }
    head.year = year.filter(|year| (1900..2200).contains(year));
    let parts = (
        head.year,
        month.and_then(|m| i8::try_from(m).ok()),
        day.and_then(|d| i8::try_from(d).ok()),
    );
    if let (Some(year), Some(month), Some(day)) = parts {
        head.day = Date::new(year, month, day).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], issuer: &str, number: Option<&str>, day: Option<&str>) {
        let lines: Vec<Line> =
            lines.iter().map(|text| Line { text: (*text).to_owned(), ..Line::default() }).collect();
        let mut head = Head::default();
        read(&lines.iter().collect::<Vec<_>>(), &mut head);
        assert_eq!(head.issuer.as_deref(), Some(issuer));
        assert_eq!(head.number.as_deref(), number);
        assert_eq!(head.day.map(|day| day.to_string()).as_deref(), day);
    }

    #[test]
    fn a_head_of_the_state_and_one_of_the_party() {
        check(
            &[
                "ỦY BAN NHÂN DÂN",
                "TỈNH LAM GIANG",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Số: 12/KH-UBND",
                "Lam Giang, ngày 15 tháng 01 năm 2026",
            ],
            "ỦY BAN NHÂN DÂN TỈNH LAM GIANG",
            Some("12/KH-UBND"),
            Some("2026-01-15"),
        );
        check(
            &[
                "TỈNH ỦY LAM GIANG",
                "*",
                "Số 12-NQ/TU",
                "ĐẢNG CỘNG SẢN VIỆT NAM",
                "Lam Giang, ngày 5 tháng 3 năm 2026",
            ],
            "TỈNH ỦY LAM GIANG",
            Some("12-NQ/TU"),
            Some("2026-03-05"),
        );
        check(
            &[
                "UBND TỈNH LAM GIANG",
                "SỞ BẾN NƯỚC",
                "Số:      //KH-SBN",
                "Lam Giang, ngày    tháng 3 năm 2026",
            ],
            "SỞ BẾN NƯỚC",
            None,
            None,
        );
        check(
            &["UBND TỈNH LAM GIANG", "Số: 12/KH-UBND Lam Giang, ngày 1 tháng 2 năm 2026"],
            "UBND TỈNH LAM GIANG",
            Some("12/KH-UBND"),
            Some("2026-02-01"),
        );
    }

    #[test]
    fn a_blank_number_keeps_its_symbol() {
        let line = Line { text: "Số: /KH-UBND".to_owned(), ..Line::default() };
        let mut head = Head::default();
        read(&[&line], &mut head);
        assert_eq!(head.symbol.as_deref(), Some("/KH-UBND"));
    }
}
