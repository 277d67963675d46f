//! Where a task stands on a date.
//!
//! In: its state, the day of the last word on it, and its [`Timing`]. Out: its [`Standing`] and the [`Cell`] of the
//! state's own statistics. Silence is never lateness, and never counted: only a word from after the deadline makes a
//! task overdue, by the days until that word (design: any-plan §2).

use jiff::civil::Date;

use super::{Past, State, Timing};
use crate::model::Settings;
use crate::text::dates::{PartialDate, days_between};
use crate::text::numbers::integer;
use crate::text::schedule::Schedule;
use crate::vocabulary::dates::{at_least, over};
use crate::vocabulary::standings::{self, StandingKind};

/// Where a task stands on a date, with what its sentence needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// No word came.
    NoInformation {
        /// What is over.
        past: Past,
    },
    /// Reported as not begun, before its period.
    NotYetDue,
    /// Reported as not begun; no deadline to be in time for.
    NotStarted,
    /// Under way; no deadline to be in time for.
    UnderWay,
    /// Unfinished, in time.
    OnTrack,
    /// Unfinished, the deadline near.
    DueSoon {
        /// Days left; 0 on the last day.
        days: u32,
    },
    /// Told to be unfinished after the deadline.
    Overdue(Delay),
    /// The deadline is over; the last word, unfinished, is from before.
    PastDue,
    /// The last word is unfinished, and the period over.
    PeriodOver,
    /// Work without an end, of which something was told.
    Ongoing,
    /// Work that comes again, some turns of which were told of.
    Turns,
    /// Reported as completed; not confirmed, so not counted as done.
    ReportedDone,
    /// Completed.
    Confirmed(Timeliness),
    /// Halted; the clock runs on.
    Paused {
        /// Whether the deadline is over.
        past_due: bool,
    },
    /// Cancelled.
    Cancelled,
    /// It goes on in another plan.
    CarriedOver,
    /// Ended, finished in part.
    PartlyDone,
}

/// How long after a deadline something was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delay {
    /// The deadline.
    pub deadline: Date,
    /// The day told: of the word, or of the completion; where only a month or year is known, its first day.
    pub told: Date,
}

impl Delay {
    /// In days; at least so many.
    pub fn days(self) -> u32 {
        days(self.deadline, self.told)
    }
}

/// Whether a completed task was in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timeliness {
    /// By the original deadline.
    OnTime,
    /// By the deadline as it was moved.
    OnTimeAfterAdjustment,
    /// After the deadline.
    Late(Delay),
    /// The date known straddles the deadline.
    Unknown,
    /// There is no deadline.
    NoDeadline,
}

/// A cell of the state's own statistics (finished or not, in time or late), and what stands apart from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell {
    /// Finished in time.
    FinishedInTime,
    /// Finished late.
    FinishedLate,
    /// Finished; whether in time is unknown.
    FinishedUnknown,
    /// Finished; there was no deadline.
    FinishedWithoutDeadline,
    /// Unfinished, in time.
    UnfinishedInTime,
    /// Told to be unfinished after the deadline.
    UnfinishedOverdue,
    /// No word, in time.
    NoInformationInTime,
    /// No word, the deadline over: in the state's statistics overdue, here shown apart.
    NoInformationPastDue,
    /// The last word is from before the deadline, which is over.
    LastWordBeforeDeadline,
    /// Completion was reported and not confirmed, and the deadline is over.
    ReportedPastDue,
    /// Halted, and the deadline is over.
    PausedPastDue,
    /// No word, and no deadline.
    NoInformationWithoutDeadline,
    /// Unfinished, and no deadline to be in time for.
    WithoutDeadline,
    /// Cancelled or carried over: in the ledger, in no rate.
    OutOfRates,
}

impl Cell {
    /// Whether the deadline of what stands here is over and it is not known to be done.
    pub fn is_past_deadline(self) -> bool {
        match self {
            Self::UnfinishedOverdue
            | Self::NoInformationPastDue
            | Self::LastWordBeforeDeadline
            | Self::ReportedPastDue
            | Self::PausedPastDue => true,
            Self::FinishedInTime
            | Self::FinishedLate
            | Self::FinishedUnknown
            | Self::FinishedWithoutDeadline
            | Self::UnfinishedInTime
            | Self::NoInformationInTime
            | Self::NoInformationWithoutDeadline
            | Self::WithoutDeadline
            | Self::OutOfRates => false,
        }
    }

    /// Whether what stands here is done and had a deadline.
    pub fn is_done_with_deadline(self) -> bool {
        matches!(self, Self::FinishedInTime | Self::FinishedLate | Self::FinishedUnknown)
    }

    /// Whether what stands here still belongs to its plan and has no deadline.
    pub fn has_no_deadline(self) -> bool {
        matches!(
            self,
            Self::FinishedWithoutDeadline
                | Self::NoInformationWithoutDeadline
                | Self::WithoutDeadline
        )
    }
}

impl Standing {
    /// Its kind.
    pub fn kind(self) -> StandingKind {
        match self {
            Self::NoInformation { past: Past::Nothing } => StandingKind::NoInformation,
            Self::NoInformation { past: Past::Deadline } => StandingKind::NoInformationPastDue,
            Self::NoInformation { past: Past::Period } => StandingKind::NoInformationPeriodOver,
            Self::NotYetDue => StandingKind::NotYetDue,
            Self::NotStarted => StandingKind::NotStarted,
            Self::UnderWay => StandingKind::UnderWay,
            Self::OnTrack => StandingKind::OnTrack,
            Self::DueSoon { .. } => StandingKind::DueSoon,
            Self::Overdue(_) => StandingKind::Overdue,
            Self::PastDue => StandingKind::PastDue,
            Self::PeriodOver => StandingKind::PeriodOver,
            Self::Ongoing => StandingKind::Ongoing,
            Self::Turns => StandingKind::Turns,
            Self::ReportedDone => StandingKind::ReportedDone,
            Self::Confirmed(Timeliness::OnTime) => StandingKind::ConfirmedOnTime,
            Self::Confirmed(Timeliness::OnTimeAfterAdjustment) => {
                StandingKind::ConfirmedAfterAdjustment
            }
            Self::Confirmed(Timeliness::Late(_)) => StandingKind::ConfirmedLate,
            Self::Confirmed(Timeliness::Unknown) => StandingKind::ConfirmedUnknown,
            Self::Confirmed(Timeliness::NoDeadline) => StandingKind::Confirmed,
            Self::Paused { past_due: false } => StandingKind::Paused,
            Self::Paused { past_due: true } => StandingKind::PausedPastDue,
            Self::Cancelled => StandingKind::Cancelled,
            Self::CarriedOver => StandingKind::CarriedOver,
            Self::PartlyDone => StandingKind::PartlyDone,
        }
    }

    /// In a few words.
    pub fn label(self) -> String {
        match self {
            Self::DueSoon { days } => standings::due_soon(integer(i64::from(days))),
            Self::Overdue(delay) => standings::overdue(at_least(delay.deadline, delay.told)),
            Self::Confirmed(Timeliness::Late(delay)) => {
                standings::done_late(over(delay.deadline, delay.told))
            }
            other => other.kind().label().to_owned(),
        }
    }

    /// Whether the task still belongs to the plan.
    pub fn is_live(self) -> bool {
        !matches!(self, Self::Cancelled | Self::CarriedOver)
    }

    /// Whether it counts as done.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Confirmed(_))
    }
}

/// The standing on `as_of` of what has this state, told on the day `word`, and this time.
pub(super) fn of(
    state: State,
    word: Option<Date>,
    timing: &Timing<'_>,
    as_of: Date,
    settings: &Settings,
) -> Standing {
    let past = timing.past(as_of);
    match state {
        State::Unknown => Standing::NoInformation { past },
        State::NotStarted | State::UnderWay => unfinished(state, word, timing, as_of, settings),
        State::ReportedDone { .. } if settings.confirmation_required => Standing::ReportedDone,
        State::ReportedDone { completed } | State::Confirmed { completed } => {
            Standing::Confirmed(timeliness(completed, timing))
        }
        State::PartlyDone => Standing::PartlyDone,
        State::Paused(_) => Standing::Paused { past_due: past == Past::Deadline },
        State::Cancelled => Standing::Cancelled,
        State::CarriedOver => Standing::CarriedOver,
    }
}

/// Where work stands whose last word is that it is not finished.
fn unfinished(
    state: State,
    word: Option<Date>,
    timing: &Timing<'_>,
    as_of: Date,
    settings: &Settings,
) -> Standing {
    let not_begun = state == State::NotStarted;
    if not_begun && timing.from.is_some_and(|from| as_of < from) {
        return Standing::NotYetDue;
    }
    match (timing.past(as_of), timing.deadline) {
        (Past::Period, _) => Standing::PeriodOver,
        (Past::Deadline, Some(limit)) => match word {
            Some(told) if told > limit.to => Standing::Overdue(Delay { deadline: limit.to, told }),
            _ => Standing::PastDue,
        },
        (_, Some(limit)) => match days(as_of, limit.to) {
            left if left < settings.due_soon_days => Standing::DueSoon { days: left },
            _ => Standing::OnTrack,
        },
        (_, None) if not_begun => Standing::NotStarted,
        (_, None) if matches!(timing.schedule(), Some(Schedule::Ongoing { .. })) => {
            Standing::Ongoing
        }
        (_, None) => Standing::UnderWay,
    }
}

/// The cell on `as_of` of a task that stands so, its last word told on the day `word`.
///
/// A completion that is only reported counts as not done; a pause does not stop the clock; what ended finished in
/// part is late only where that was told after the deadline.
pub(super) fn cell(
    standing: Standing,
    word: Option<Date>,
    timing: &Timing<'_>,
    as_of: Date,
) -> Cell {
    let past = timing.past(as_of) == Past::Deadline;
    let by_deadline = |over: Cell| match (timing.deadline, past) {
        (None, _) => Cell::WithoutDeadline,
        (Some(_), false) => Cell::UnfinishedInTime,
        (Some(_), true) => over,
    };
    match standing {
        Standing::NoInformation { .. } => match (timing.deadline, past) {
            (None, _) => Cell::NoInformationWithoutDeadline,
            (Some(_), false) => Cell::NoInformationInTime,
            (Some(_), true) => Cell::NoInformationPastDue,
        },
        Standing::NotYetDue
        | Standing::NotStarted
        | Standing::UnderWay
        | Standing::OnTrack
        | Standing::DueSoon { .. }
        | Standing::PastDue
        | Standing::PeriodOver
        | Standing::Ongoing
        | Standing::Turns => by_deadline(Cell::LastWordBeforeDeadline),
        Standing::Overdue(_) => Cell::UnfinishedOverdue,
        Standing::PartlyDone => by_deadline(match (word, timing.deadline) {
            (Some(told), Some(limit)) if told > limit.to => Cell::UnfinishedOverdue,
            _ => Cell::LastWordBeforeDeadline,
        }),
        Standing::ReportedDone => by_deadline(Cell::ReportedPastDue),
        Standing::Paused { .. } => by_deadline(Cell::PausedPastDue),
        Standing::Confirmed(Timeliness::OnTime | Timeliness::OnTimeAfterAdjustment) => {
            Cell::FinishedInTime
        }
        Standing::Confirmed(Timeliness::Late(_)) => Cell::FinishedLate,
        Standing::Confirmed(Timeliness::Unknown) => Cell::FinishedUnknown,
        Standing::Confirmed(Timeliness::NoDeadline) => Cell::FinishedWithoutDeadline,
        Standing::Cancelled | Standing::CarriedOver => Cell::OutOfRates,
    }
}

fn timeliness(completed: PartialDate, timing: &Timing<'_>) -> Timeliness {
    let Some(deadline) = timing.deadline.map(|limit| limit.to) else {
        return Timeliness::NoDeadline;
    };
    // A deadline that was moved forward binds; one that was moved back forgives.
    let original = timing.original_end().unwrap_or(deadline).min(deadline);
    let (first, last) = (completed.first_day(), completed.last_day());
    if last <= original {
        Timeliness::OnTime
    } else if last <= deadline {
        Timeliness::OnTimeAfterAdjustment
    } else if first > deadline {
        Timeliness::Late(Delay { deadline, told: first })
    } else {
        Timeliness::Unknown
    }
}

/// The days from one date to a later one.
fn days(from: Date, to: Date) -> u32 {
    u32::try_from(days_between(from, to)).expect("the caller compared the two dates")
}

#[cfg(test)]
mod tests;
