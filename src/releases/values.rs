//! Values of facts in words: codes, dates, rounds of reports.
//!
//! In: a value as data have it. Out: what readers see; what has no words of its own stays as it is.

use crate::text::dates::{PartialDate, short};
use crate::text::numbers::to_roman;
use crate::vocabulary::columns::{TABLES, Table};
use crate::vocabulary::releases as words;
use crate::vocabulary::{Word, reports};

/// A table of open data by its name.
pub(super) fn table(name: &str) -> Option<&'static &'static Table> {
    TABLES.iter().find(|known| known.name == name)
}

/// The last part but one of a path to a value.
pub(super) fn second_last(column: &str) -> &str {
    column.rsplit('/').nth(1).unwrap_or_default()
}

/// A code of a column in words.
pub(super) fn code(table_name: &str, column: &str, value: &str) -> String {
    let column =
        table(table_name).and_then(|table| table.columns.iter().find(|known| known.name == column));
    let codes = column.map(|column| column.kind.codes()).unwrap_or_default();
    let meaning = codes.into_iter().find(|(code, _)| *code == value);
    meaning.map_or_else(|| value.to_owned(), |(_, meaning)| meaning)
}

/// A code of a kind in words.
pub(super) fn meaning<W: Word>(value: &str, say: fn(W) -> &'static str) -> String {
    W::from_code(value).map_or_else(|| value.to_owned(), |known| say(known).to_owned())
}

/// A date as readers see it.
pub(super) fn dated(value: &str) -> String {
    let is_full = value.parse().ok().filter(|_| value.len() == 10).map(short);
    let partial = || PartialDate::parse(value).map(|date| date.to_string()).ok();
    is_full.or_else(partial).unwrap_or_else(|| value.to_owned())
}

/// A span of days as readers see it.
pub(super) fn spanned(value: &str) -> String {
    let end = |value: &str| match value {
        "" => words::open_end().to_owned(),
        value => dated(value),
    };
    match value.split_once("..") {
        Some((from, to)) => words::span(end(from), end(to)),
        None => value.to_owned(),
    }
}

/// A round of reports in words: `2026-07` is "Tháng 7 năm 2026".
pub(super) fn round(key: &str) -> String {
    let of = |part: String, year: &str| reports::part_of_year(part, year);
    let named = |part: &str, year: &str| reports::part_of_named_year(part, year);
    let Some((year, part)) = key.split_once('-') else {
        return match key {
            "giua_ky" => reports::mid_term().to_owned(),
            "tong_ket" => reports::closing().to_owned(),
            year => reports::year(year),
        };
    };
    let number = |text: &str| text.parse::<u8>().ok();
    match (part.split_at_checked(1), number(part)) {
        (_, Some(month)) => of(reports::month(month), year),
        (Some(("H", "1")), _) => named(reports::first_half(), year),
        (Some(("H", "2")), _) => named(reports::second_half(), year),
        (Some(("9", "M")), _) => named(reports::nine_months(), year),
        (Some(("Q", part)), _) => match number(part) {
            Some(part) => of(reports::quarter(to_roman(u32::from(part))), year),
            None => key.to_owned(),
        },
        (Some(("W", part)), _) => match number(part) {
            Some(part) => of(reports::week(part), year),
            None => key.to_owned(),
        },
        _ => key.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_are_told_in_words() {
        let all = ["2026-07", "2026-Q2", "2026-H2", "2026-9M", "2026-W07", "2026", "tong_ket"];
        let words = all.map(round);
        assert_eq!(
            words,
            [
                "Tháng 7 năm 2026",
                "Quý II năm 2026",
                "6 tháng cuối năm 2026",
                "9 tháng đầu năm 2026",
                "Tuần 7 năm 2026",
                "Năm 2026",
                "Tổng kết",
            ]
        );
    }
}
