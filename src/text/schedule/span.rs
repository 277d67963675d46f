//! Points of time as words name them: days with the unit that they were written in.
//!
//! In: numbers of days, months, quarters and years. Out: spans of days that exist, or the fault.
//! Also what stands around a cell: the meaning of its column, the document's day and period.

use jiff::civil::Date;

use super::unread::Unread;
use crate::text::dates::{DateFault, first_day};
use crate::text::periods::PeriodFault;

/// What a time column means, said once for its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// It names deadlines: a bare time is one.
    Deadline,
    /// It names periods: a bare time is one.
    Period,
    /// It mixes both, or nobody has said: a bare time is read as a period.
    Unclear,
}

/// What stands around a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Setting {
    /// What the column means.
    pub column: Column,
    /// The year that the heading gives to days and months without one.
    pub heading_year: Option<i16>,
    /// The document's own date.
    pub issued: Date,
    /// Whether that date stands in for one that nobody knows yet.
    pub is_undated: bool,
    /// The first and last day of the plan's period, where it names one.
    pub plan: Option<(Date, Date)>,
}

impl Setting {
    /// The year of a day or month that is written without one: the heading's, or that of a plan
    /// of one year.
    pub fn year(&self) -> Option<i16> {
        let of_plan = self.plan.filter(|(from, to)| from.year() == to.year());
        self.heading_year.or(of_plan.map(|(from, _)| from.year()))
    }

    /// The plan's period, as a span.
    pub(super) fn plan_span(&self) -> Option<Span> {
        self.plan.map(|(from, to)| Span { from, to, unit: Unit::Plan })
    }

    /// The day of the document, as a span.
    pub(super) fn issue_span(&self) -> Span {
        Span { from: self.issued, to: self.issued, unit: Unit::Issue }
    }
}

/// A span of days, both ends included, and the unit in which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// The first day.
    pub from: Date,
    /// The last day, never before the first.
    pub to: Date,
    /// How it was written.
    pub unit: Unit,
}

/// The unit of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// One day: 30/6/2026.
    Day,
    /// A month: tháng 6/2026.
    Month,
    /// Several months of a year: 9 tháng đầu năm 2026.
    Months,
    /// A quarter: quý II/2026.
    Quarter,
    /// Half of a year: 6 tháng đầu năm 2026.
    HalfYear,
    /// A year: 2026.
    Year,
    /// A range that is one point of time together: (đến hết) giai đoạn 2026 - 2030.
    Range,
    /// The day on which the document was issued; the words name it, but no date.
    Issue,
    /// The plan's period; the words name it, but no date.
    Plan,
    /// A part of a point whose bounds nobody names: cuối năm 2026, đầu quý III/2026. Its days are the point's.
    Part(Part, Whole),
}

/// The part of a point that words mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Đầu.
    Beginning,
    /// Giữa.
    Middle,
    /// Cuối.
    End,
}

/// What a part is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Whole {
    /// Of a month.
    Month,
    /// Of a quarter.
    Quarter,
    /// Of a year.
    Year,
}

/// Years that a cell may speak of.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2199;

/// Whether four digits are a year.
pub(super) fn is_year(value: u32, width: usize) -> bool {
    width == 4 && YEARS.contains(&value)
}

impl Span {
    /// The day on which it begins; nobody says on which day the end of a year does.
    pub fn start(&self) -> Option<Date> {
        match self.unit {
            Unit::Part(..) => None,
            _ => Some(self.from),
        }
    }

    /// The part of it that is meant; its days stay.
    pub(super) fn part(self, part: Option<Part>) -> Self {
        let whole = match self.unit {
            Unit::Month => Whole::Month,
            Unit::Quarter => Whole::Quarter,
            Unit::Year => Whole::Year,
            _ => return self,
        };
        match part {
            Some(part) => Self { unit: Unit::Part(part, whole), ..self },
            None => self,
        }
    }

    /// One day.
    pub(super) fn day(day: u32, month: u32, year: u32) -> Result<Self, Unread> {
        let first = first_of(year, month)?;
        let small = u8::try_from(day).unwrap_or(u8::MAX);
        let fault = DateFault::NoSuchDay {
            day: small,
            month: first.month().unsigned_abs(),
            year: short(year),
        };
        let day = i8::try_from(day).map_err(|_| fault)?;
        let date = Date::new(first.year(), first.month(), day).map_err(|_| fault)?;
        Ok(Self { from: date, to: date, unit: Unit::Day })
    }

    /// From the first day of one month of a year to the last day of another.
    pub(super) fn months(first: u32, last: u32, year: u32, unit: Unit) -> Result<Self, Unread> {
        let (from, to) = (first_of(year, first)?, first_of(year, last)?.last_of_month());
        Ok(Self { from, to, unit })
    }

    /// A quarter of a year.
    pub(super) fn quarter(quarter: u32, year: u32) -> Result<Self, Unread> {
        if !(1..=4).contains(&quarter) {
            return Err(PeriodFault::NoSuchQuarter.into());
        }
        Self::months(quarter * 3 - 2, quarter * 3, year, Unit::Quarter)
    }

    /// A year.
    pub(super) fn year(year: u32) -> Result<Self, Unread> {
        Self::months(1, 12, year, Unit::Year)
    }

    /// The span that follows at once, of the same length in its unit.
    pub(super) fn following(self) -> Option<Self> {
        let from = self.to.tomorrow().ok()?;
        let months = match self.unit {
            Unit::Month => 1,
            Unit::Quarter => 3,
            Unit::HalfYear => 6,
            Unit::Year => 12,
            Unit::Day | Unit::Months | Unit::Range | Unit::Issue | Unit::Plan | Unit::Part(..) => {
                return Some(Self { from, to: from, unit: Unit::Day });
            }
        };
        Some(Self { from, to: months_later(from, months - 1)?.last_of_month(), unit: self.unit })
    }
}

/// The first day of the month so many months after the day's; negative counts go back.
pub(super) fn months_later(day: Date, months: i32) -> Option<Date> {
    let index = i32::from(day.year()) * 12 + i32::from(day.month()) - 1 + months;
    let year = i16::try_from(index.div_euclid(12)).ok()?;
    let month = i8::try_from(index.rem_euclid(12) + 1).ok()?;
    Date::new(year, month, 1).ok()
}

fn first_of(year: u32, month: u32) -> Result<Date, Unread> {
    if year < 100 {
        return Err(DateFault::ShortYear.into());
    }
    if !YEARS.contains(&year) {
        return Err(DateFault::NoSuchYear(short(year)).into());
    }
    Ok(first_day(short(year), short(month))?)
}

fn short(value: u32) -> u16 {
    u16::try_from(value).unwrap_or(u16::MAX)
}
