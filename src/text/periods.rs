//! Periods as plans write them: a range of years, a year, a quarter, a month, a date.
//!
//! In: the words of a time cell. Out: the first and last day and how the period was written, or
//! what is wrong with it. A period ends on its last day: a year on 31 December.

use std::fmt;

use jiff::civil::Date;

use super::dates::{DateFault, digits, first_day, parse_date, short};
use super::normalize::{nfc, words};
use super::numbers::from_roman;

/// A span of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day, never before the first.
    pub to: Date,
    /// How it was written.
    pub kind: PeriodKind,
}

/// How a period was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PeriodKind {
    /// Two years: 2015-2020.
    Range,
    /// One year: 2016.
    Year,
    /// A quarter: Quý II/2026.
    Quarter,
    /// A month: tháng 6/2026.
    Month,
    /// One day.
    Date,
}

/// Why a text is no period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PeriodFault {
    /// Nothing like a period.
    Unreadable,
    /// The last year comes before the first.
    EndsBeforeStart {
        /// The first year as written.
        from: u16,
        /// The last year as written.
        to: u16,
    },
    /// A year has four quarters.
    NoSuchQuarter,
    /// It is written as a date, or holds a year or month, that does not exist.
    Date(DateFault),
}

impl fmt::Display for PeriodFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => f.write_str(
                "không đọc được thời gian; hãy ghi như 2015-2020, 2016, Quý II/2026, tháng 6/2026 hoặc 30/7/2015",
            ),
            Self::EndsBeforeStart { from, to } => {
                write!(f, "năm cuối {to} trước năm đầu {from}")
            }
            Self::NoSuchQuarter => f.write_str("một năm chỉ có quý I, II, III và IV"),
            Self::Date(fault) => fault.fmt(f),
        }
    }
}

impl From<DateFault> for PeriodFault {
    fn from(fault: DateFault) -> Self {
        Self::Date(fault)
    }
}

impl Period {
    /// Reads `2015-2020`, `2016`, `Quý II/2026`, `tháng 6/2026`, `2026-06` or a date.
    ///
    /// Letter case, spaces and the kind of dash do not count; “năm” may stand before a year.
    pub fn parse(text: &str) -> Result<Self, PeriodFault> {
        let plain = words(&nfc(text)).collect::<Vec<_>>().join(" ").to_lowercase();
        let plain = plain.replace(['–', '—'], "-").replace(" - ", "-").replace(" / ", "/");
        if let Some(rest) = plain.strip_prefix("quý ") {
            return quarter(rest);
        }
        if let Some(rest) = plain.strip_prefix("tháng ") {
            let (number, year) = of_year(rest)?;
            return month(year, short_number(number).ok_or(PeriodFault::Unreadable)?);
        }
        let plain = plain.strip_prefix("năm ").unwrap_or(&plain);
        if let Some(year) = digits(plain, 4) {
            return years(year, year, PeriodKind::Year);
        }
        match plain.split_once('-') {
            Some((from, to)) if plain.len() == 9 => match (digits(from, 4), digits(to, 4)) {
                (Some(from), Some(to)) => years(from, to, PeriodKind::Range),
                _ => day(plain),
            },
            Some((year, number)) if plain.len() == 7 => {
                match (digits(year, 4), digits(number, 2)) {
                    (Some(year), Some(number @ 1..=12)) => month(year, number),
                    _ => day(plain),
                }
            }
            _ => day(plain),
        }
    }
}

/// As readers see it: 2015-2020, 2016, Quý II/2026, tháng 6/2026, 30/07/2015.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.from.year(), self.from.month());
        match self.kind {
            PeriodKind::Range => write!(f, "{year}-{}", self.to.year()),
            PeriodKind::Year => write!(f, "{year}"),
            PeriodKind::Quarter => {
                let numeral = ["I", "II", "III", "IV"][usize::from(month.unsigned_abs() - 1) / 3];
                write!(f, "Quý {numeral}/{year}")
            }
            PeriodKind::Month => write!(f, "tháng {month}/{year}"),
            PeriodKind::Date => f.write_str(&short(self.from)),
        }
    }
}

fn years(from: u16, to: u16, kind: PeriodKind) -> Result<Period, PeriodFault> {
    let (first, last) = (first_day(from, 1)?, first_day(to, 12)?);
    if to < from {
        return Err(PeriodFault::EndsBeforeStart { from, to });
    }
    Ok(Period { from: first, to: last.last_of_month(), kind })
}

fn quarter(text: &str) -> Result<Period, PeriodFault> {
    let (number, year) = of_year(text)?;
    let number = from_roman(&number.to_uppercase())
        .or_else(|| short_number(number).map(u32::from))
        .ok_or(PeriodFault::Unreadable)?;
    let start = match number {
        1 => 1,
        2 => 4,
        3 => 7,
        4 => 10,
        _ => return Err(PeriodFault::NoSuchQuarter),
    };
    let (first, last) = (first_day(year, start)?, first_day(year, start + 2)?);
    Ok(Period { from: first, to: last.last_of_month(), kind: PeriodKind::Quarter })
}

fn month(year: u16, month: u16) -> Result<Period, PeriodFault> {
    let first = first_day(year, month)?;
    Ok(Period { from: first, to: first.last_of_month(), kind: PeriodKind::Month })
}

fn day(text: &str) -> Result<Period, PeriodFault> {
    match parse_date(text) {
        Ok(date) => Ok(Period { from: date, to: date, kind: PeriodKind::Date }),
        Err(DateFault::NotADate) => Err(PeriodFault::Unreadable),
        Err(fault) => Err(fault.into()),
    }
}

/// The number and the year of `6/2026` or `6 năm 2026`.
fn of_year(text: &str) -> Result<(&str, u16), PeriodFault> {
    let (number, year) =
        text.split_once('/').or_else(|| text.split_once(" năm ")).ok_or(PeriodFault::Unreadable)?;
    Ok((number, digits(year, 4).ok_or(PeriodFault::Unreadable)?))
}

fn short_number(text: &str) -> Option<u16> {
    digits(text, 1).or_else(|| digits(text, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = match Period::parse(text) {
            Ok(period) => format!("{}..{} {:?}", period.from, period.to, period.kind),
            Err(fault) => format!("{fault:?}"),
        };
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn every_way_of_writing_a_period_is_read() {
        check("2015-2020", "2015-01-01..2020-12-31 Range");
        check("2015 – 2020", "2015-01-01..2020-12-31 Range");
        check("2016", "2016-01-01..2016-12-31 Year");
        check("Năm 2016", "2016-01-01..2016-12-31 Year");
        check("tháng 6/2026", "2026-06-01..2026-06-30 Month");
        check("Tháng 02 năm 2016", "2016-02-01..2016-02-29 Month");
        check("2026-06", "2026-06-01..2026-06-30 Month");
        check("Quý II/2026", "2026-04-01..2026-06-30 Quarter");
        check("quý 4 năm 2026", "2026-10-01..2026-12-31 Quarter");
        check("30/7/2015", "2015-07-30..2015-07-30 Date");
        check("2015-07-30", "2015-07-30..2015-07-30 Date");
        check("Qu\u{79}\u{301} I/2026", "2026-01-01..2026-03-31 Quarter");
    }

    #[test]
    fn each_fault_has_its_name() {
        check("2020-2016", "EndsBeforeStart { from: 2020, to: 2016 }");
        check("Quý V/2026", "NoSuchQuarter");
        check("Quý 0/2026", "NoSuchQuarter");
        check("tháng 13/2026", "Date(NoSuchMonth(13))");
        check("31/02/2016", "Date(NoSuchDay { day: 31, month: 2, year: 2016 })");
        check("0000", "Date(NoSuchYear(0))");
        for text in ["", "sớm", "Quý II", "tháng 6", "2015-20", "2015-2020-2025", "quý abc/2026"]
        {
            check(text, "Unreadable");
        }
    }

    #[test]
    fn a_period_is_shown_as_it_is_written() {
        for text in ["2015-2020", "2016", "Quý III/2026", "tháng 6/2026", "30/07/2015"] {
            assert_eq!(Period::parse(text).map(|period| period.to_string()).as_deref(), Ok(text));
        }
    }
}
