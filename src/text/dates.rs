//! Dates as editors write them and as readers read them.
//!
//! In: `2015-07-30`, `30/7/2015`, or a date known only by month or year. Out: the date, or what
//! is wrong with it; and its two Vietnamese forms. Reads no clock.

use std::fmt;

use jiff::civil::Date;

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateFault {
    /// Nothing like a date.
    NotADate,
    /// The parts are there, but joined by other signs: `30.7.2015`, `30-7-2015`.
    OtherSeparator,
    /// The year has fewer than four digits: `30/7/15`.
    ShortYear,
    /// Written year first, but a month or day lacks its zero: `2015-7-30`.
    Unpadded,
    /// There is no such year here; years run from 1000 to 9999.
    NoSuchYear(u16),
    /// No year has such a month.
    NoSuchMonth(u8),
    /// The month of that year has no such day.
    NoSuchDay {
        /// Day as written.
        day: u8,
        /// Month, from 1.
        month: u8,
        /// Year.
        year: u16,
    },
}

impl fmt::Display for DateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotADate => {
                f.write_str("không phải một ngày; hãy ghi như 30/7/2015 hoặc 2015-07-30")
            }
            Self::OtherSeparator => {
                f.write_str("ngày, tháng, năm phải cách nhau bằng dấu gạch chéo, như 30/7/2015")
            }
            Self::ShortYear => f.write_str("năm phải ghi đủ bốn chữ số, như 30/7/2015"),
            Self::Unpadded => {
                f.write_str("khi ghi năm trước, tháng và ngày phải đủ hai chữ số, như 2015-07-30")
            }
            Self::NoSuchYear(year) => write!(f, "không dùng được năm {year}"),
            Self::NoSuchMonth(month) => write!(f, "không có tháng {month}"),
            Self::NoSuchDay { day, month, year } => {
                write!(f, "tháng {month} năm {year} không có ngày {day}")
            }
        }
    }
}

/// A date of which perhaps only the year, or the year and month, are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// A year.
    Year(i16),
    /// A month of a year.
    YearMonth(i16, i8),
    /// A day.
    Full(Date),
}

impl PartialDate {
    /// Reads `2018`, `2018-05` or a date in either of its forms.
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        let text = text.trim();
        if let Some(year) = digits(text, 4) {
            return Ok(Self::Year(first_day(year, 1)?.year()));
        }
        if let Some((year, month)) = text.split_once('-')
            && let (Some(year), Some(month)) = (digits(year, 4), digits(month, 2))
        {
            let first = first_day(year, month)?;
            return Ok(Self::YearMonth(first.year(), first.month()));
        }
        parse_date(text).map(Self::Full)
    }

    /// The first day it may mean.
    pub fn first_day(self) -> Date {
        match self {
            Self::Year(year) => made(year, 1, 1),
            Self::YearMonth(year, month) => made(year, month, 1),
            Self::Full(date) => date,
        }
    }

    /// The last day it may mean.
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => made(year, 12, 31),
            Self::YearMonth(year, month) => made(year, month, 1).last_of_month(),
            Self::Full(date) => date,
        }
    }

    /// As a sentence names it: “năm 2018”, “tháng 05/2018”, “ngày 20/05/2018”.
    pub fn named(self) -> String {
        match self {
            Self::Year(_) => format!("năm {self}"),
            Self::YearMonth(..) => format!("tháng {self}"),
            Self::Full(_) => format!("ngày {self}"),
        }
    }

    /// The text for a machine: `2018`, `2018-05`, `2018-05-20`.
    pub fn iso(self) -> String {
        match self {
            Self::Year(year) => format!("{year:04}"),
            Self::YearMonth(year, month) => format!("{year:04}-{month:02}"),
            Self::Full(date) => date.to_string(),
        }
    }
}

/// As readers see it in a table: 2018, 05/2018, 20/05/2018.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(year) => write!(f, "{year}"),
            Self::YearMonth(year, month) => write!(f, "{month:02}/{year}"),
            Self::Full(date) => f.write_str(&short(date)),
        }
    }
}

/// Reads `2015-07-30`, `30/7/2015` or `30/07/2015`; spaces around it do not count.
pub fn parse_date(text: &str) -> Result<Date, DateFault> {
    let text = text.trim();
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).collect();
    let separator = text.find(['-', '/', '.', ' ']).map(|at| &text[at..=at]);
    let [first, second, third] = parts[..] else { return Err(DateFault::NotADate) };
    if parts.iter().any(|part| !matches!(part.len(), 1..=4) || number(part).is_none()) {
        return Err(DateFault::NotADate);
    }
    let year_first = first.len() == 4;
    let (year, month, day) =
        if year_first { (first, second, third) } else { (third, second, first) };
    if month.len() > 2 || day.len() > 2 {
        return Err(DateFault::NotADate);
    }
    let expected = if year_first { "-" } else { "/" };
    if separator != Some(expected) || text.matches(expected).count() != 2 {
        return Err(DateFault::OtherSeparator);
    }
    if year.len() < 4 {
        return Err(DateFault::ShortYear);
    }
    if year_first && (month.len() < 2 || day.len() < 2) {
        return Err(DateFault::Unpadded);
    }
    let value = |part: &str| number(part).ok_or(DateFault::NotADate);
    on_day(value(year)?, value(month)?, value(day)?)
}

/// The date in a table or a heading: 30/07/2015.
pub fn short(date: Date) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}

/// The date in prose: “ngày 30 tháng 7 năm 2015”, “ngày 05 tháng 02 năm 2016”.
///
/// A zero stands only before days 1 to 9 and months 1 and 2 (Decree 30/2020, Appendix I).
pub fn long(date: Date) -> String {
    let (day, month, year) = (date.day(), date.month(), date.year());
    let zero = if month <= 2 { "0" } else { "" };
    format!("ngày {day:02} tháng {zero}{month} năm {year}")
}

/// How many days after `from` the day `to` is; negative where it comes before.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

/// The first day of a month that an editor wrote.
pub(super) fn first_day(year: u16, month: u16) -> Result<Date, DateFault> {
    on_day(year, month, 1)
}

/// The value of text that consists of exactly `length` ASCII digits.
pub(super) fn digits(text: &str, length: usize) -> Option<u16> {
    if text.len() == length { number(text) } else { None }
}

fn number(text: &str) -> Option<u16> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

fn on_day(year: u16, month: u16, day: u16) -> Result<Date, DateFault> {
    let small = |value: u16| u8::try_from(value).unwrap_or(u8::MAX);
    if !(1000..=9999).contains(&year) {
        return Err(DateFault::NoSuchYear(year));
    }
    if !(1..=12).contains(&month) {
        return Err(DateFault::NoSuchMonth(small(month)));
    }
    let fault = DateFault::NoSuchDay { day: small(day), month: small(month), year };
    let day = i8::try_from(day).map_err(|_| fault)?;
    Date::new(year.cast_signed(), small(month).cast_signed(), day).map_err(|_| fault)
}

/// A day whose year and month were proved when the value was made.
fn made(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).expect("a partial date holds a year and month that exist")
}

#[cfg(test)]
mod tests;
