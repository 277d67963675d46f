//! Where a task stands on a date.
//!
//! In: its state, its nature, its period and its deadline. Out: its [`Standing`] and the [`Cell`] of
//! the state's own statistics. Silence is never lateness: only a report can make a task overdue.

use jiff::civil::Date;

use super::{Deadline, State};
use crate::model::{Nature, Settings, Task};
use crate::text::dates::{PartialDate, days_between};
use crate::text::numbers::integer;
use crate::vocabulary::standings::{self, StandingKind};

/// Where a task stands on a date, with what its sentence needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// No word came.
    NoInformation {
        /// Whether the period is over.
        past_due: bool,
    },
    /// Reported as not begun, before its period.
    NotYetDue,
    /// Unfinished, in time.
    OnTrack,
    /// Unfinished, the deadline near.
    DueSoon {
        /// Days left; 0 on the last day.
        days: u32,
    },
    /// Unfinished, after a deadline.
    Overdue {
        /// Days since the deadline.
        days: u32,
    },
    /// Under way, without a deadline by its nature.
    Continuous,
    /// Unfinished, after the end of a period that is no deadline.
    EndedAwaiting,
    /// Reported as completed; not confirmed, so not counted as done.
    ReportedDone,
    /// Completed.
    Confirmed(Timeliness),
    /// Halted; the clock runs on.
    Paused {
        /// Whether the period is over.
        past_due: bool,
    },
    /// Cancelled.
    Cancelled,
    /// It goes on in another plan.
    CarriedOver,
    /// Ended, finished in part.
    PartlyDone,
}

/// Whether a completed task was in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timeliness {
    /// By the original deadline.
    OnTime,
    /// By the deadline as it was moved.
    OnTimeAfterAdjustment,
    /// After the deadline.
    Late {
        /// Days after it; where only a month or year of completion is known, the fewest possible.
        days: u32,
    },
    /// The date known straddles the deadline, or the plan names no deadline.
    Unknown,
}

/// A cell of the state's own statistics (finished or not, in time or late), and what it leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell {
    /// Finished in time.
    FinishedInTime,
    /// Finished late.
    FinishedLate,
    /// Finished; whether in time is unknown.
    FinishedUnknown,
    /// Unfinished, in time.
    UnfinishedInTime,
    /// Unfinished, overdue.
    UnfinishedOverdue,
    /// No word, in time.
    NoInformationInTime,
    /// No word, the period over: in the state's statistics overdue, here shown apart.
    NoInformationPastDue,
    /// Unfinished, without a deadline to be late for.
    WithoutDeadline,
    /// Cancelled or carried over: in the ledger, in no rate.
    OutOfRates,
}

impl Standing {
    /// Its kind.
    pub fn kind(self) -> StandingKind {
        match self {
            Self::NoInformation { past_due: false } => StandingKind::NoInformation,
            Self::NoInformation { past_due: true } => StandingKind::NoInformationPastDue,
            Self::NotYetDue => StandingKind::NotYetDue,
            Self::OnTrack => StandingKind::OnTrack,
            Self::DueSoon { .. } => StandingKind::DueSoon,
            Self::Overdue { .. } => StandingKind::Overdue,
            Self::Continuous => StandingKind::Continuous,
            Self::EndedAwaiting => StandingKind::EndedAwaiting,
            Self::ReportedDone => StandingKind::ReportedDone,
            Self::Confirmed(Timeliness::OnTime) => StandingKind::ConfirmedOnTime,
            Self::Confirmed(Timeliness::OnTimeAfterAdjustment) => {
                StandingKind::ConfirmedAfterAdjustment
            }
            Self::Confirmed(Timeliness::Late { .. }) => StandingKind::ConfirmedLate,
            Self::Confirmed(Timeliness::Unknown) => StandingKind::ConfirmedUnknown,
            Self::Paused { past_due: false } => StandingKind::Paused,
            Self::Paused { past_due: true } => StandingKind::PausedPastDue,
            Self::Cancelled => StandingKind::Cancelled,
            Self::CarriedOver => StandingKind::CarriedOver,
            Self::PartlyDone => StandingKind::PartlyDone,
        }
    }

    /// In a few words.
    pub fn label(self) -> String {
        let words = |days: u32| integer(i64::from(days));
        match self {
            Self::DueSoon { days } => standings::due_soon(words(days)),
            Self::Overdue { days } => standings::overdue(words(days)),
            Self::Confirmed(Timeliness::Late { days }) => standings::done_late(words(days)),
            other => without_days(other.kind()).to_owned(),
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

/// A kind of standing in a few words, as lists and pages show it.
pub(super) fn without_days(kind: StandingKind) -> &'static str {
    match kind {
        // The reason beside it tells that the time is over.
        StandingKind::PausedPastDue => StandingKind::Paused.label(),
        kind => kind.label(),
    }
}

/// The standing on `as_of` of what has this state and deadline.
pub(super) fn of(
    state: State,
    task: &Task,
    deadline: &Deadline<'_>,
    as_of: Date,
    settings: &Settings,
) -> Standing {
    let past_due = as_of > deadline.in_force;
    match state {
        State::Unknown => Standing::NoInformation { past_due },
        State::NotStarted if as_of < task.period.from => Standing::NotYetDue,
        State::UnderWay if task.nature == Nature::Continuous && !past_due => Standing::Continuous,
        State::NotStarted | State::UnderWay if past_due && !deadline.binding => {
            Standing::EndedAwaiting
        }
        State::NotStarted | State::UnderWay if past_due => {
            Standing::Overdue { days: days(deadline.in_force, as_of) }
        }
        State::NotStarted | State::UnderWay => match days(as_of, deadline.in_force) {
            left if left < settings.due_soon_days => Standing::DueSoon { days: left },
            _ => Standing::OnTrack,
        },
        State::ReportedDone { .. } if settings.confirmation_required => Standing::ReportedDone,
        State::ReportedDone { completed } | State::Confirmed { completed } => {
            Standing::Confirmed(timeliness(completed, deadline))
        }
        State::PartlyDone => Standing::PartlyDone,
        State::Paused(_) => Standing::Paused { past_due },
        State::Cancelled => Standing::Cancelled,
        State::CarriedOver => Standing::CarriedOver,
    }
}

/// The cell on `as_of` of a task that stands so.
///
/// A completion that is only reported counts as not done; a pause does not stop the clock; what ended
/// finished in part counts as unfinished and overdue (design: the table of standings).
pub(super) fn cell(standing: Standing, deadline: &Deadline<'_>, as_of: Date) -> Cell {
    match standing {
        Standing::NoInformation { past_due: false } => Cell::NoInformationInTime,
        Standing::NoInformation { past_due: true } => Cell::NoInformationPastDue,
        Standing::NotYetDue | Standing::OnTrack | Standing::DueSoon { .. } => {
            Cell::UnfinishedInTime
        }
        Standing::Overdue { .. } | Standing::PartlyDone => Cell::UnfinishedOverdue,
        Standing::Continuous | Standing::EndedAwaiting => Cell::WithoutDeadline,
        Standing::ReportedDone | Standing::Paused { .. } => {
            match (as_of > deadline.in_force, deadline.binding) {
                (false, _) => Cell::UnfinishedInTime,
                (true, true) => Cell::UnfinishedOverdue,
                (true, false) => Cell::WithoutDeadline,
            }
        }
        Standing::Confirmed(Timeliness::OnTime | Timeliness::OnTimeAfterAdjustment) => {
            Cell::FinishedInTime
        }
        Standing::Confirmed(Timeliness::Late { .. }) => Cell::FinishedLate,
        Standing::Confirmed(Timeliness::Unknown) => Cell::FinishedUnknown,
        Standing::Cancelled | Standing::CarriedOver => Cell::OutOfRates,
    }
}

fn timeliness(completed: PartialDate, deadline: &Deadline<'_>) -> Timeliness {
    let (first, last) = (completed.first_day(), completed.last_day());
    // A deadline that was moved forward binds; one that was moved back forgives.
    if last <= deadline.original.min(deadline.in_force) {
        Timeliness::OnTime
    } else if last <= deadline.in_force {
        Timeliness::OnTimeAfterAdjustment
    } else if first > deadline.in_force && deadline.binding {
        Timeliness::Late { days: days(deadline.in_force, first) }
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
