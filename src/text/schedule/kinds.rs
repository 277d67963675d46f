//! The kinds of schedule that words can name.
//!
//! In: what the grammar has read. Out: deadlines, windows, rhythms and the rest, each with its
//! days and with the units in which they are shown. Computes no turns and knows no today.

use jiff::civil::{Date, Time, Weekday};

use super::span::{Span, Unit};

/// What a time cell says of its task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// The task is to be finished by a day.
    Deadline(Limit),
    /// The task is carried out within a span of days; it has no deadline and is never overdue.
    Window(Window),
    /// The task goes on, within bounds where the words name them.
    Ongoing {
        /// Where it begins; its first day counts.
        from: Option<Span>,
        /// Where it ends; its last day counts.
        to: Option<Span>,
        /// It arises on request only, so that silence is natural.
        on_request: bool,
    },
    /// The task comes again in a rhythm.
    Recurring(Recurrence),
    /// The cell names several times, each with its words; no step holds steps.
    Steps(Vec<Step>),
    /// The time depends on an event or on another document.
    Conditional {
        /// The time that stands beside the condition; never overdue by it alone.
        limit: Option<Limit>,
        /// Another text sets the time: “Theo …”.
        by_reference: bool,
    },
}

/// The last day of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limit {
    /// The last day that counts as in time.
    pub to: Date,
    /// The time that the words name; of a month, quarter or year with “trước” it begins after `to`.
    pub point: Span,
    /// “Trước” stands before it.
    pub before: bool,
}

/// A span of days within which a task is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// Where it begins; its first day counts.
    pub first: Span,
    /// Where it ends; its last day counts. The same as `first` where one time is named.
    pub last: Span,
    /// The words name an aim or an estimate: “phấn đấu”, “dự kiến”.
    pub aim: bool,
    /// The hours of its one day.
    pub hours: Option<Hours>,
}

impl Window {
    /// The first day.
    pub fn from(&self) -> Date {
        self.first.from
    }

    /// The last day.
    pub fn to(&self) -> Date {
        self.last.to
    }
}

/// Hours of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Hours {
    /// When it begins.
    pub from: Time,
    /// When it ends, where that is said.
    pub to: Option<Time>,
}

/// One of several times that a cell names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its words, as they stand in the cell.
    pub words: String,
    /// What they say.
    pub schedule: Schedule,
}

/// A task that comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    /// Its rhythms, in the order of the words; there is at least one.
    pub rhythms: Vec<Rhythm>,
    /// Where it begins, if that is said.
    pub from: Option<Span>,
    /// Where it ends, if that is said.
    pub to: Option<Span>,
}

/// How often a task comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rhythm {
    /// The period that comes again.
    pub every: Every,
    /// How often it comes in each period; 1 unless the words say more.
    pub times: u16,
    /// When each turn is due: none, so that no turn is ever late; one for every turn; or one for
    /// each turn of a year in their order.
    pub dues: Vec<Due>,
}

/// The period of a rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Every {
    /// A week, from Monday.
    Week,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// Half of a year.
    HalfYear,
    /// The first nine months of each year.
    NineMonths,
    /// A year.
    Year,
    /// So many years, at least two.
    Years(u8),
}

/// When the turns of a rhythm are due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Due {
    /// The day of each turn.
    pub on: DueOn,
    /// “Trước” stands before it; the day counts nevertheless.
    pub before: bool,
    /// Without a word of limit: how many months the words name, none of a day, and their unit. Such a day ends the
    /// turn and makes nothing late.
    pub named: Option<(u8, Unit)>,
}

/// The day of a turn on which it is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DueOn {
    /// A day of the week.
    Weekday(Weekday),
    /// A day of a month.
    Day {
        /// The period that the month belongs to, seen from the turn.
        period: Neighbour,
        /// Which month of that period, from 1.
        month: u8,
        /// The day, or nothing for the last day; a day that a month lacks is its last.
        day: Option<u8>,
    },
}

/// A period seen from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Neighbour {
    /// The one before it.
    Previous,
    /// The period itself.
    Same,
    /// The one after it.
    Next,
}
