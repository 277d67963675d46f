//! The state that a task's log tells, step by step.
//!
//! In: events. Out: the last reported [`State`], or why a step cannot follow the state before it.
//! Knows no deadline and no date: what a state means on a day is a standing.

use super::known::Day;
use super::word::{Subject, Word};
use crate::model::{Event, EventKind, Reported, Task};
use crate::text::dates::PartialDate;
use crate::vocabulary::standings::StateName;

/// What the log says of a task or a sub-work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Nothing.
    #[default]
    Unknown,
    /// The work was reported as not begun.
    NotStarted,
    /// The work was reported as going on.
    UnderWay,
    /// Completion was reported, and not yet confirmed.
    ReportedDone {
        /// When the work was completed, as reported.
        completed: PartialDate,
    },
    /// The reported completion was confirmed.
    Confirmed {
        /// When the work was completed, as reported.
        completed: PartialDate,
    },
    /// The work ended, finished in part.
    PartlyDone,
    /// Halted for a while.
    Paused(Before),
    /// Cancelled.
    Cancelled,
    /// It goes on in another plan.
    CarriedOver,
}

impl State {
    /// What it is called; nothing where nothing was said.
    pub fn name(self) -> Option<StateName> {
        match self {
            Self::Unknown => None,
            Self::NotStarted => Some(StateName::NotStarted),
            Self::UnderWay => Some(StateName::UnderWay),
            Self::ReportedDone { .. } => Some(StateName::ReportedDone),
            Self::Confirmed { .. } => Some(StateName::Confirmed),
            Self::PartlyDone => Some(StateName::PartlyDone),
            Self::Paused(_) => Some(StateName::Paused),
            Self::Cancelled => Some(StateName::Cancelled),
            Self::CarriedOver => Some(StateName::CarriedOver),
        }
    }
}

/// The state before a pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// Nothing was known.
    Unknown,
    /// Not begun.
    NotStarted,
    /// Going on.
    UnderWay,
}

/// A step that cannot follow the state before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImpossibleStep {
    /// The state before.
    pub from: State,
    /// What could lead on from there.
    pub way: Way,
}

/// What an editor can write instead of an impossible step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A reported completion is first sent back (`tra_lai`).
    Return,
    /// A pause is first ended (`tiep_tuc`).
    Resume,
    /// There is no pause to end; a report of progress is an update (`cap_nhat`).
    Update,
    /// A completion is first reported (`bao_cao_hoan_thanh`).
    ReportDone,
    /// Work that was under way was begun; if the report was wrong, a correction says so.
    Correct,
    /// The completion is confirmed already; another fact is an update without a state.
    FactOnly,
    /// A cancelled or carried-over task has ended here; only a fact without a state may follow.
    Nothing,
}

/// The state after `event`, or why it cannot follow `state`.
///
/// A resumed task is again what it was before the pause; one that nothing was known of is under way.
pub fn step(state: &State, event: &Event) -> Result<State, ImpossibleStep> {
    use State::{
        Cancelled, CarriedOver, Confirmed, NotStarted, PartlyDone, Paused, ReportedDone, UnderWay,
        Unknown,
    };
    let from = *state;
    let impossible = |way| Err(ImpossibleStep { from, way });
    if event.kind == EventKind::Update(None) {
        return Ok(from);
    }
    if matches!(from, Cancelled | CarriedOver) {
        return impossible(Way::Nothing);
    }
    let completed = event.happened;
    match &event.kind {
        EventKind::Update(None)
        | EventKind::DeadlineMoved { .. }
        | EventKind::DeadlineFixed { .. }
        | EventKind::LeadChanged { .. }
        | EventKind::WordingChanged { .. }
        | EventKind::Assigned { .. }
        | EventKind::HandedOver { .. } => Ok(from),
        EventKind::Update(Some(Reported::Done | Reported::PartlyDone)) => {
            impossible(Way::ReportDone)
        }
        EventKind::Update(Some(reported)) => match (from, reported) {
            (UnderWay, Reported::NotStarted) => impossible(Way::Correct),
            (Unknown | NotStarted, Reported::NotStarted) => Ok(NotStarted),
            (Unknown | NotStarted | UnderWay, _) => Ok(UnderWay),
            (Paused(_), _) => impossible(Way::Resume),
            _ => impossible(Way::Return),
        },
        EventKind::ReportedDone(reported) => match (from, reported) {
            (_, Reported::NotStarted | Reported::UnderWay) => impossible(Way::Update),
            (Unknown | NotStarted | UnderWay | PartlyDone, Reported::Done) => {
                Ok(ReportedDone { completed })
            }
            (Unknown | NotStarted | UnderWay, Reported::PartlyDone) => Ok(PartlyDone),
            (Paused(_), _) => impossible(Way::Resume),
            _ => impossible(Way::Return),
        },
        EventKind::Confirmed => match from {
            ReportedDone { completed } => Ok(Confirmed { completed }),
            PartlyDone => Ok(PartlyDone),
            Confirmed { .. } => impossible(Way::FactOnly),
            Paused(_) => impossible(Way::Resume),
            _ => impossible(Way::ReportDone),
        },
        EventKind::SelfConfirmed => match from {
            ReportedDone { .. } | Confirmed { .. } | PartlyDone => Ok(from),
            Paused(_) => impossible(Way::Resume),
            _ => impossible(Way::ReportDone),
        },
        EventKind::Returned => match from {
            ReportedDone { .. } | Confirmed { .. } | PartlyDone => Ok(UnderWay),
            _ => impossible(Way::ReportDone),
        },
        EventKind::Paused => match from {
            Unknown => Ok(Paused(Before::Unknown)),
            NotStarted => Ok(Paused(Before::NotStarted)),
            UnderWay => Ok(Paused(Before::UnderWay)),
            Paused(_) => impossible(Way::Resume),
            _ => impossible(Way::Return),
        },
        EventKind::Resumed => match from {
            Paused(Before::NotStarted) => Ok(NotStarted),
            Paused(_) => Ok(UnderWay),
            _ => impossible(Way::Update),
        },
        EventKind::Cancelled => match from {
            Confirmed { .. } | PartlyDone => impossible(Way::Return),
            _ => Ok(Cancelled),
        },
        // What was left undone at a plan's close may go on in the next plan.
        EventKind::CarriedOver(_) => match from {
            Confirmed { .. } => impossible(Way::Return),
            _ => Ok(CarriedOver),
        },
    }
}

/// The events of a log in the order in which they happened; on one day, in the order of the file.
pub fn in_order(events: &[Event]) -> Vec<&Event> {
    let mut events: Vec<&Event> = events.iter().collect();
    events.sort_by_key(|event| (event.happened.first_day(), event.index));
    events
}

/// The steps of a task's whole log that cannot follow what stands before them, oldest first.
///
/// The task, each of its parts and each of its turns have a state of their own; a step that is impossible changes
/// nothing.
pub fn impossible_steps(task: &Task) -> Vec<(&Event, ImpossibleStep)> {
    let mut states: Vec<(Subject<'_>, State)> = Vec::new();
    let mut found = Vec::new();
    for event in in_order(&task.events) {
        let subject = Subject::named(event);
        let position = states.iter().position(|(known, _)| *known == subject);
        let position = position.unwrap_or_else(|| {
            states.push((subject, State::Unknown));
            states.len() - 1
        });
        match step(&states[position].1, event) {
            Ok(next) => states[position].1 = next,
            Err(step) => found.push((event, step)),
        }
    }
    found
}

/// The events that count on a day, in order.
pub(super) fn counting(events: &[Event], day: Day) -> Vec<&Event> {
    let mut events = in_order(events);
    events.retain(|event| event.published <= day.known && event.happened.first_day() <= day.as_of);
    events
}

/// The state after `events`, of which impossible ones change nothing (a rule reports them), and the last that told it.
pub(super) fn after<'a>(events: impl Iterator<Item = &'a Event>) -> (State, Option<Word<'a>>) {
    events.fold((State::Unknown, None), |(state, word), event| match step(&state, event) {
        Ok(next) if tells(&event.kind) => (next, Some(Word { event })),
        Ok(next) => (next, word),
        Err(_) => (state, word),
    })
}

/// Whether an event says where the work stands, and not only what changed around it.
fn tells(kind: &EventKind) -> bool {
    match kind {
        EventKind::Update(state) => state.is_some(),
        EventKind::ReportedDone(_)
        | EventKind::Confirmed
        | EventKind::Returned
        | EventKind::Paused
        | EventKind::Resumed
        | EventKind::Cancelled
        | EventKind::CarriedOver(_) => true,
        EventKind::SelfConfirmed
        | EventKind::DeadlineMoved { .. }
        | EventKind::DeadlineFixed { .. }
        | EventKind::LeadChanged { .. }
        | EventKind::WordingChanged { .. }
        | EventKind::Assigned { .. }
        | EventKind::HandedOver { .. } => false,
    }
}

/// The state of a whole task of which only sub-works were spoken of.
///
/// Work on one of them is work on the task; all of them done is still not the task done.
pub(super) fn from_sub_works(works: impl Iterator<Item = State>) -> State {
    works.fold(State::Unknown, |task, work| match work {
        State::UnderWay
        | State::ReportedDone { .. }
        | State::Confirmed { .. }
        | State::PartlyDone
        | State::Paused(Before::UnderWay) => State::UnderWay,
        State::NotStarted | State::Paused(Before::NotStarted) if task == State::Unknown => {
            State::NotStarted
        }
        State::NotStarted
        | State::Paused(Before::Unknown | Before::NotStarted)
        | State::Unknown
        | State::Cancelled
        | State::CarriedOver => task,
    })
}

#[cfg(test)]
mod tests;
