//! By when something that recurs is due, as plans write it.
//!
//! In: the words of a due date. Out: [`Due`], which gives the day for a period of known ends; nothing where the words
//! are no such date. Only what stands in the table of the tests is read: a due date decides what is called late.

use jiff::civil::{Date, Weekday};

use super::dates::days_between;
use super::normalize::{nfc, words};
use super::periods::Period;

/// By when something is due for a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// Days of the year, month before day, one for each period of a year in their order: `15/12`, `20/6 và 20/12`.
    DaysOfYear {
        /// Month and day.
        days: Vec<(i8, i8)>,
        /// The year in which they lie.
        year: YearOfDue,
    },
    /// A day of the month that the period is: `18`, `ngày 18 hằng tháng`.
    DayOfMonth(i8),
    /// A day of the last month of the period: `ngày 18 tháng cuối quý`.
    DayOfLastMonth(i8),
    /// A day of the month after the period: `ngày 05 tháng sau`.
    DayOfNextMonth(i8),
    /// The last day of the period: `ngày cuối kỳ`.
    LastDay,
    /// So many days after the last one of the period: `10 ngày sau kỳ`.
    DaysAfter(u16),
    /// A day of the week that the period is, or of the next: `thứ sáu`, `thứ hai tuần sau`.
    DayOfWeek {
        /// Which.
        day: Weekday,
        /// Whether of the next week.
        next: bool,
    },
    /// The last day of a date, month, quarter or year: `30/6/2028`, `Quý II/2028`.
    By(Period),
}

/// Which year a day and a month lie in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearOfDue {
    /// Not said: that in which the day comes shortly before the period's end or after it.
    Nearest,
    /// The year before the period's: `25/12 năm trước`.
    Before,
    /// The year after the period's: `20/01 năm sau`.
    After,
}

/// How many days before its period ends something may fall due where no year is named: a quarter.
const EARLIEST: i64 = 92;

/// How many days after its period ends something may fall due, where a year has several of them.
const LATEST: i64 = 92;

impl Due {
    /// Reads a due date; “trước”, “chậm nhất” and “hằng …” around it add nothing to the day.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = words(&nfc(text)).collect::<Vec<_>>().join(" ").to_lowercase();
        let mut plain = plain.as_str();
        for opening in ["trước ", "chậm nhất ", "ngày "] {
            plain = plain.strip_prefix(opening).unwrap_or(plain);
        }
        for closing in [" hằng tháng", " hàng tháng", " hằng quý", " hằng năm", " hằng tuần"]
        {
            plain = plain.strip_suffix(closing).unwrap_or(plain);
        }
        day_of_week(plain)
            .or_else(|| last_day(plain))
            .or_else(|| days_after(plain))
            .or_else(|| day_of_month(plain))
            .or_else(|| days_of_year(plain))
            .or_else(|| Period::parse(plain).ok().map(Self::By))
    }

    /// The day for a period of these ends, which is the `part`th of its year, from 1.
    pub fn day(&self, from: Date, to: Date, part: u8) -> Date {
        match self {
            Self::DaysOfYear { days, year } => {
                let at = usize::from(part).saturating_sub(1) % days.len().max(1);
                let Some((month, date)) = days.get(at).copied() else { return to };
                let on = |year: i16| day(year, month, date);
                match year {
                    YearOfDue::Before => on(to.year().saturating_sub(1)),
                    YearOfDue::After => on(to.year().saturating_add(1)),
                    YearOfDue::Nearest => match on(to.year()) {
                        due if days_between(due, to) > EARLIEST => on(to.year().saturating_add(1)),
                        due => due,
                    },
                }
            }
            Self::DayOfMonth(date) | Self::DayOfLastMonth(date) => {
                day(to.year(), to.month(), *date)
            }
            Self::DayOfNextMonth(date) => {
                let next = to.tomorrow().unwrap_or(Date::MAX);
                day(next.year(), next.month(), *date)
            }
            Self::LastDay => to,
            Self::DaysAfter(days) => later(to, i64::from(*days)),
            Self::DayOfWeek { day, next } => {
                let first = if *next { to.tomorrow().unwrap_or(Date::MAX) } else { from };
                later(first, i64::from(day.to_monday_zero_offset()))
            }
            Self::By(period) => period.to,
        }
    }

    /// Whether days of the year, in this order, each fall near the end of a period of these ends.
    pub fn follows(&self, ends: &[(Date, Date)]) -> bool {
        let parts = (1..).zip(ends);
        let due = parts.map(|(part, (from, to))| (self.day(*from, *to, part), *to));
        due.into_iter().all(|(due, to)| days_between(to, due) <= LATEST)
    }
}

/// `thứ sáu`, `thứ 6 tuần sau`, `chủ nhật`.
fn day_of_week(text: &str) -> Option<Due> {
    const DAYS: [(&str, &str, Weekday); 7] = [
        ("thứ hai", "thứ 2", Weekday::Monday),
        ("thứ ba", "thứ 3", Weekday::Tuesday),
        ("thứ tư", "thứ 4", Weekday::Wednesday),
        ("thứ năm", "thứ 5", Weekday::Thursday),
        ("thứ sáu", "thứ 6", Weekday::Friday),
        ("thứ bảy", "thứ 7", Weekday::Saturday),
        ("chủ nhật", "chủ nhật", Weekday::Sunday),
    ];
    let (name, next) = match text.strip_suffix(" tuần sau") {
        Some(name) => (name, true),
        None => (text, false),
    };
    let found = DAYS.iter().find(|(word, short, _)| name == *word || name == *short);
    found.map(|(_, _, day)| Due::DayOfWeek { day: *day, next })
}

/// `cuối kỳ`, `cuối quý`, after “ngày”.
fn last_day(text: &str) -> Option<Due> {
    const ENDS: [&str; 5] = ["cuối kỳ", "cuối tuần", "cuối tháng", "cuối quý", "cuối năm"];
    ENDS.contains(&text).then_some(Due::LastDay)
}

/// `10 ngày sau kỳ`.
fn days_after(text: &str) -> Option<Due> {
    let number = ["kỳ", "khi hết kỳ", "khi kết thúc kỳ"]
        .iter()
        .find_map(|end| text.strip_suffix(end)?.strip_suffix(" ngày sau "))?;
    let days = small(number, 3)?;
    (days > 0).then_some(Due::DaysAfter(days))
}

/// `18`, `18 tháng cuối quý`, `05 tháng sau`.
fn day_of_month(text: &str) -> Option<Due> {
    const LAST: [&str; 4] = ["tháng cuối", "tháng cuối quý", "tháng cuối kỳ", "tháng cuối năm"];
    const NEXT: [&str; 4] = ["tháng sau", "tháng liền kề", "tháng đầu quý sau", "tháng đầu kỳ sau"];
    let (number, rest) = text.split_once(' ').unwrap_or((text, ""));
    let date = i8::try_from(small(number, 2)?).ok().filter(|date| (1..=31).contains(date))?;
    match rest.strip_prefix("của ").unwrap_or(rest) {
        "" => Some(Due::DayOfMonth(date)),
        rest if LAST.contains(&rest) => Some(Due::DayOfLastMonth(date)),
        rest if NEXT.contains(&rest) => Some(Due::DayOfNextMonth(date)),
        _ => None,
    }
}

/// `15/12`, `20/6 và 20/12`, `20/01 năm sau`.
fn days_of_year(text: &str) -> Option<Due> {
    let (text, year) = match (text.strip_suffix(" năm sau"), text.strip_suffix(" năm trước")) {
        (Some(text), _) => (text, YearOfDue::After),
        (_, Some(text)) => (text, YearOfDue::Before),
        (None, None) => (text, YearOfDue::Nearest),
    };
    let parts = text.replace(" và ", ",").replace(';', ",");
    let days: Option<Vec<_>> = parts.split(',').map(|part| day_and_month(part.trim())).collect();
    let days = days?;
    (days.len() == 1 || year == YearOfDue::Nearest).then_some(Due::DaysOfYear { days, year })
}

/// `15/12` as month and day; 29 February is one.
fn day_and_month(text: &str) -> Option<(i8, i8)> {
    let text = text.strip_prefix("ngày ").unwrap_or(text);
    let (day, month) = text.split_once('/')?;
    let part = |text| i8::try_from(small(text, 2)?).ok();
    let (day, month) = (part(day)?, part(month)?);
    Date::new(2000, month, day).ok().map(|_| (month, day))
}

/// A number of at most so many ASCII digits.
fn small(text: &str, digits: usize) -> Option<u16> {
    let plain =
        (1..=digits).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// The day, or the month's last one where the month is shorter; no year comes after the last.
fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, 1).map_or(Date::MAX, |first| {
        Date::new(year, month, day).unwrap_or_else(|_| first.last_of_month())
    })
}

fn later(date: Date, days: i64) -> Date {
    date.checked_add(jiff::Span::new().days(days)).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, from: &str, to: &str, part: u8, expected: &str) {
        let date = |text: &str| text.parse::<Date>().unwrap();
        let due = Due::parse(text).map(|due| due.day(date(from), date(to), part).to_string());
        assert_eq!(due.as_deref().unwrap_or("unread"), expected, "{text}");
    }

    #[test]
    fn what_plans_write_gives_the_day_of_each_period() {
        let year = |text, expected| check(text, "2026-01-01", "2026-12-31", 1, expected);
        year("15/12", "2026-12-15");
        year("Trước ngày 15/12 hằng năm", "2026-12-15");
        year("15/01", "2027-01-15");
        year("20/01 năm sau", "2027-01-20");
        year("25/12 năm trước", "2025-12-25");
        year("ngày 10 tháng cuối năm", "2026-12-10");
        year("10 ngày sau kỳ", "2027-01-10");
        year("29/02", "2027-02-28");
        let half = |text, part, expected| {
            let ends = [("2026-01-01", "2026-06-30"), ("2026-07-01", "2026-12-31")];
            let (from, to) = ends[usize::from(part) - 1];
            check(text, from, to, part, expected);
        };
        half("20/6 và 20/12", 1, "2026-06-20");
        half("20/6 và 20/12", 2, "2026-12-20");
        half("05/07, 05/01", 1, "2026-07-05");
        half("05/07, 05/01", 2, "2027-01-05");
        let quarter = |text, expected| check(text, "2026-10-01", "2026-12-31", 4, expected);
        quarter("ngày 18 tháng cuối quý", "2026-12-18");
        quarter("Trước ngày 18 của tháng cuối quý", "2026-12-18");
        quarter("05 tháng sau", "2027-01-05");
        quarter("ngày 05 của tháng đầu quý sau", "2027-01-05");
        quarter("ngày cuối quý", "2026-12-31");
        quarter("15/3, 15/6, 15/9, 15/12", "2026-12-15");
        let month = |text, expected| check(text, "2026-02-01", "2026-02-28", 2, expected);
        month("18", "2026-02-18");
        month("Trước ngày 18 hằng tháng", "2026-02-18");
        month("05 tháng sau", "2026-03-05");
        month("ngày 08 của tháng liền kề", "2026-03-08");
        month("31", "2026-02-28");
        let week = |text, expected| check(text, "2026-02-09", "2026-02-15", 7, expected);
        week("thứ sáu", "2026-02-13");
        week("Thứ 6 hằng tuần", "2026-02-13");
        week("chủ nhật", "2026-02-15");
        week("thứ hai tuần sau", "2026-02-16");
        let whole = |text, expected| check(text, "2026-01-01", "2030-12-31", 1, expected);
        whole("30/6/2028", "2028-06-30");
        whole("Quý III/2028", "2028-09-30");
    }

    #[test]
    fn what_is_no_such_date_is_not_read() {
        for text in [
            "",
            "sớm",
            "0",
            "32",
            "18 tháng giữa",
            "31/13",
            "30/02",
            "15-12",
            "tháng sau",
            "thứ tám",
            "ngày sau kỳ",
            "0 ngày sau kỳ",
            "20/6 và",
            "20/6, 20/12 năm sau",
            "ngày 5 quý sau",
        ] {
            assert_eq!(Due::parse(text), None, "{text}");
        }
    }

    #[test]
    fn days_of_the_year_stand_in_the_order_of_their_periods() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        let halves =
            [(date("2026-01-01"), date("2026-06-30")), (date("2026-07-01"), date("2026-12-31"))];
        let follows = |text| Due::parse(text).unwrap().follows(&halves);
        assert!(follows("20/6 và 20/12"));
        assert!(follows("05/7 và 05/01"));
        assert!(!follows("20/12 và 20/6"));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_without_a_fall(text in ".*", part in 0_u8..60, days in "[0-9]{1,3}(/[0-9]{1,2})?[a-zà-ỹ ]*") {
            let (from, to) = (Date::new(9999, 12, 1).unwrap(), Date::MAX);
            for due in [&text, &days].into_iter().filter_map(|text| Due::parse(text)) {
                let _ = due.day(from, to, part);
            }
        }
    }

    #[test]
    fn no_year_comes_after_the_last() {
        assert_eq!(day(2017, 2, 29).to_string(), "2017-02-28");
        assert_eq!(day(i16::MAX, 1, 1), Date::MAX);
        assert_eq!(Due::DayOfNextMonth(5).day(Date::MAX, Date::MAX, 1).year(), 9999);
    }
}
