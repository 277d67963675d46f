//! CK131: a period in a task's words that is not the task's period.

use std::fmt;

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck131;
use crate::model::{Record, TaskTime};
use crate::text::schedule::Schedule;

pub(super) fn check(record: &Record, problems: &mut Diagnostics) {
    for (_, task) in record.tasks() {
        let Some(years) = named(&task.time) else { continue };
        if let Some(other) = differing(&task.verbatim, years) {
            let (at, number) = (task.key("nguyen_van"), task.number.as_str());
            problems.push(ck131::period_differs(
                at,
                number,
                &other.to_string(),
                task.time.verbatim.as_deref().unwrap_or_default(),
            ));
        }
    }
}

/// The first and last year of a time that has both.
fn named(time: &TaskTime) -> Option<(i16, i16)> {
    match time.schedule()? {
        Schedule::Window(window) => Some((window.from().year(), window.to().year())),
        Schedule::Deadline(limit) => Some((limit.point.from.year(), limit.to.year())),
        _ => None,
    }
}

/// Years that a text names: one, or a first and a last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Years {
    from: i16,
    to: Option<i16>,
}

impl fmt::Display for Years {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => write!(f, "{}-{to}", self.from),
            None => write!(f, "{}", self.from),
        }
    }
}

/// The years to tell of, if any: a range is a statement on the period, and one that agrees
/// settles it; without a range, a year outside the period counts.
fn differing(text: &str, (from, to): (i16, i16)) -> Option<Years> {
    let found = years(text);
    let mut ranges = found.iter().filter(|years| years.to.is_some()).peekable();
    if ranges.peek().is_some() {
        let agreed = ranges.clone().any(|years| (years.from, years.to) == (from, Some(to)));
        return if agreed { None } else { ranges.next().copied() };
    }
    found.into_iter().find(|years| years.from < from || to < years.from)
}

/// The years in a text, in order; those in dates and in numbers of documents are none.
fn years(text: &str) -> Vec<Years> {
    let mut found: Vec<Years> = Vec::new();
    let mut range_from = None;
    let mut rest = text;
    let mut before = None;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits = rest[start..].len()
            - rest[start..].trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let before_it = rest[..start].chars().next_back().or(before);
        let (number, tail) = rest[start..].split_at(digits);
        let alone = !before_it.is_some_and(joins) && !tail.chars().next().is_some_and(joins);
        let year = if alone { as_year(number) } else { None };
        let dash = rest[..start].trim();
        match (range_from.take(), year) {
            (Some(from), Some(to)) if matches!(dash, "-" | "–" | "—") && from <= to => {
                found.pop();
                found.push(Years { from, to: Some(to) });
            }
            (_, Some(from)) => {
                found.push(Years { from, to: None });
                range_from = Some(from);
            }
            (_, None) => {}
        }
        before = number.chars().next_back();
        rest = tail;
    }
    found
}

/// Whether the sign makes a number beside it a part of something longer.
fn joins(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '/' | '_')
}

fn as_year(number: &str) -> Option<i16> {
    let year = if number.len() == 4 { number.parse().ok()? } else { return None };
    (1900..2200).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, period: (i16, i16), expected: Option<&str>) {
        let found = differing(text, period).map(|years| years.to_string());
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn another_range_is_told() {
        check("Kế hoạch giai đoạn 2016-2020.", (2015, 2015), Some("2016-2020"));
        check("Kế hoạch giai đoạn 2016 – 2020", (2015, 2015), Some("2016-2020"));
        check("giai đoạn 2019-2025, định hướng đến 2030", (2019, 2019), Some("2019-2025"));
    }

    #[test]
    fn the_same_range_settles_it() {
        check("Kế hoạch giai đoạn 2016-2020, định hướng đến năm 2030", (2016, 2020), None);
    }

    #[test]
    fn a_year_within_the_period_is_no_other_period() {
        check("hoàn thành trong năm 2018", (2016, 2020), None);
        check("đến năm 2020, định hướng đến năm 2030", (2016, 2016), Some("2020"));
    }

    #[test]
    fn dates_and_numbers_of_documents_are_no_periods() {
        check("Quyết định số 1755/QĐ-TTg ngày 22/9/2010", (2016, 2016), None);
        check("Nghị quyết 26/2015/NQ-CP; 2010/QĐ; 20155 hộ; mức 3, 4; IPv2000", (2016, 2016), None);
    }

    #[test]
    fn years_apart_are_no_range() {
        check("năm 2016 - bước một, 2017", (2016, 2017), None);
        check("2018-2016", (2016, 2018), None);
    }
}
