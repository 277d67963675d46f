//! The end of a document: to whom it is sent, and who signed it.
//!
//! In: lines, or the cells of a table without lines. Out: where they begin, and the signatory.

use crate::import::found::Signatory;
use crate::import::sheet::Line;
use crate::text::search_key;
use crate::text::{capitalised, one_line};

/// How a signature opens, with the word of `hinh_thuc`; the longer of two that open alike first.
const CAPACITIES: [(&[&str], &str); 6] = [
    (&["TUQ.", "TUQ ", "T.U.Q"], "TUQ"),
    (&["TM.", "TM ", "T/M", "T.M"], "TM"),
    (&["KT.", "KT ", "K.T", "K/T"], "KT"),
    (&["TL.", "TL ", "T.L", "T/L"], "TL"),
    (&["Q. ", "Q."], "Q"),
    (&["TT.", "T.T"], "TT"),
];

/// Offices that sign, in capitals.
const OFFICES: [&str; 22] = [
    "CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "THỦ TƯỚNG",
    "PHÓ THỦ TƯỚNG",
    "BỘ TRƯỞNG",
    "THỨ TRƯỞNG",
    "GIÁM ĐỐC",
    "PHÓ GIÁM ĐỐC",
    "BÍ THƯ",
    "PHÓ BÍ THƯ",
    "TỔNG BÍ THƯ",
    "CHÁNH VĂN PHÒNG",
    "PHÓ CHÁNH VĂN PHÒNG",
    "CHÁNH THANH TRA",
    "TRƯỞNG BAN",
    "PHÓ TRƯỞNG BAN",
    "CỤC TRƯỞNG",
    "TỔNG GIÁM ĐỐC",
    "HIỆU TRƯỞNG",
    "THỦ TRƯỞNG",
    "CHỦ NHIỆM",
    "TRƯỞNG PHÒNG",
];

/// The capacity that a line opens with.
fn capacity(text: &str) -> Option<&'static str> {
    let loud = !text.chars().any(char::is_lowercase);
    let found =
        CAPACITIES.iter().find(|(marks, _)| marks.iter().any(|mark| text.starts_with(mark)));
    found.filter(|_| loud && text.chars().count() <= 80).map(|(_, word)| *word)
}

/// The office of a line: what stands behind its capacity.
fn office(text: &str) -> Option<&str> {
    let marks = CAPACITIES.iter().flat_map(|(marks, _)| marks.iter());
    let rest = marks.filter_map(|mark| text.strip_prefix(mark)).min_by_key(|rest| rest.len());
    let rest = rest.unwrap_or(text).trim_start_matches(['.', ' ']);
    let fits = |office: &&&str| {
        rest.strip_prefix(**office).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    OFFICES.iter().find(fits).map(|_| rest)
}

/// Whether the line may open a signature.
pub(crate) fn opens_signature(text: &str) -> bool {
    let text = one_line(text);
    capacity(&text).is_some() || office(&text).is_some_and(|office| office.chars().count() <= 60)
}

/// Whether the line opens the list of recipients.
pub(crate) fn opens_recipients(text: &str) -> bool {
    let key = search_key(&one_line(text));
    key.starts_with("noi nhan") && key.chars().count() <= 20
}

/// Whether the line is a person's name: two to six words, each with a capital and the rest small.
pub(crate) fn is_person(text: &str) -> bool {
    let text = text.trim_start_matches(['(', ' ']).trim_end_matches([')', ' ']);
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=6).contains(&words.len())
        && words.iter().all(|word| {
            let mut chars = word.chars();
            chars.next().is_some_and(char::is_uppercase) && chars.all(char::is_lowercase)
        })
}

/// Who signed, by the lines of the signature.
pub(crate) fn signatory(lines: &[&Line]) -> Option<Signatory> {
    let texts: Vec<String> = lines.iter().map(|line| one_line(&line.text)).collect();
    let name = texts.iter().rev().find(|text| is_person(text))?;
    // “TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH”: who signs for another is told last.
    let capacity = texts.iter().filter_map(|text| capacity(text)).next_back();
    let office = texts.iter().filter_map(|text| office(text)).next_back()?;
    Some(Signatory { capacity, office: quiet(office), name: name.clone() })
}

/// An office in small letters: “Phó Chủ tịch”.
fn quiet(office: &str) -> String {
    let small = office.to_lowercase();
    let heads = ["phó ", "quyền "];
    for head in heads {
        if let Some(rest) = small.strip_prefix(head) {
            return format!("{}{}", capitalised(head), capitalised(rest));
        }
    }
    capitalised(&small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], expected: Option<(Option<&'static str>, &str, &str)>) {
        let lines: Vec<Line> =
            lines.iter().map(|text| Line { text: (*text).to_owned(), ..Line::default() }).collect();
        let found = signatory(&lines.iter().collect::<Vec<_>>());
        let found = found.as_ref().map(|s| (s.capacity, s.office.as_str(), s.name.as_str()));
        assert_eq!(found, expected);
    }

    #[test]
    fn who_signed_and_for_whom() {
        check(
            &["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thí Dụ"],
            Some((Some("KT"), "Phó Chủ tịch", "Lê Thí Dụ")),
        );
        check(
            &["T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Lê Thị Thí Dụ"],
            Some((Some("TM"), "Bí thư", "Lê Thị Thí Dụ")),
        );
        check(
            &["K.T. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Dụ"],
            Some((Some("KT"), "Phó Giám đốc", "Lê Dụ")),
        );
        check(&["CHỦ TỊCH"], None);
    }

    #[test]
    fn sentences_open_no_signature() {
        assert!(!opens_signature("Chủ tịch UBND tỉnh chịu trách nhiệm."));
        assert!(!opens_signature("TT"));
        assert!(opens_signature("TM. CHÍNH PHỦ"));
        assert!(opens_signature("THỦ TƯỚNG"));
    }
}
