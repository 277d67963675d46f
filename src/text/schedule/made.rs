//! Limits and turns that other stages name by themselves.
//!
//! In: a day, or the one time of an event. Out: limits with the unit that they were written in.

use jiff::civil::Date;

use super::kinds::{Limit, Recurrence};
use super::span::{Span, Unit};
use crate::text::periods::{Period, PeriodKind};

impl Limit {
    /// The end of a day.
    pub fn day(day: Date) -> Self {
        Self { to: day, point: Span { from: day, to: day, unit: Unit::Day }, before: false }
    }
}

impl From<Period> for Span {
    fn from(period: Period) -> Self {
        let unit = match period.kind {
            PeriodKind::Range => Unit::Range,
            PeriodKind::Year => Unit::Year,
            PeriodKind::Quarter => Unit::Quarter,
            PeriodKind::Month => Unit::Month,
            PeriodKind::Date => Unit::Day,
        };
        Self { from: period.from, to: period.to, unit }
    }
}

impl From<Period> for Limit {
    fn from(period: Period) -> Self {
        Self { to: period.to, point: period.into(), before: false }
    }
}

impl Recurrence {
    /// The key of a turn on this day, as an example.
    pub fn example(&self, day: Date) -> Option<String> {
        self.turns(day, day).into_iter().next().map(|turn| turn.key)
    }
}
