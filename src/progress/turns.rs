//! The turns of a task that comes again.
//!
//! In: a task read as recurring, its plan, and the events that count. Out: the turns that have begun by the date, each
//! with a standing of its own. A turn without a due day is never late (design: any-plan §1).

use jiff::civil::Date;

use super::word::{Subject, Word};
use super::{Past, Standing, State, Timing, standing, state};
use crate::model::{Event, Plan, Settings, TaskTime};
use crate::text::dates::PartialDate;
use crate::text::schedule::{Limit, Schedule, Turn};

/// A turn of a task on one date.
#[derive(Clone, Debug)]
pub struct TurnProgress<'a> {
    /// The turn.
    pub turn: Turn,
    /// What the log says of it.
    pub state: State,
    /// The last word on it.
    pub word: Option<Word<'a>>,
    /// Where it stands.
    pub standing: Standing,
    /// Its own time.
    pub timing: Timing<'a>,
}

impl TurnProgress<'_> {
    /// Whether it was to be done by now.
    pub fn is_due(&self, as_of: Date) -> bool {
        self.timing.past(as_of) != Past::Nothing
    }

    /// When it was done, as reported.
    pub fn completed(&self) -> Option<PartialDate> {
        match self.state {
            State::ReportedDone { completed } | State::Confirmed { completed } => Some(completed),
            _ => None,
        }
    }

    /// Whether completion was told.
    pub fn is_told_done(&self) -> bool {
        matches!(self.state, State::ReportedDone { .. } | State::Confirmed { .. })
    }
}

/// The turns that have begun by `as_of`, oldest first; none of what does not come again.
pub(super) fn of<'a>(
    plan: &'a Plan,
    time: &'a TaskTime,
    events: &[&'a Event],
    as_of: Date,
    settings: &Settings,
) -> Vec<TurnProgress<'a>> {
    let Some(Schedule::Recurring(recurrence)) = time.schedule() else { return Vec::new() };
    let from = recurrence.from.map(|span| span.from).or(plan.period.map(|(from, _)| from));
    let from = from.unwrap_or(plan.issued).max(plan.issued);
    let to = recurrence.to.map(|span| span.to).or(plan.period.map(|(_, to)| to));
    let to = to.unwrap_or(as_of).min(as_of);
    if to < from {
        return Vec::new();
    }
    let turns = recurrence.turns(from, to).into_iter();
    turns.map(|turn| on(turn, time, events, as_of, settings)).collect()
}

fn on<'a>(
    turn: Turn,
    time: &'a TaskTime,
    events: &[&'a Event],
    as_of: Date,
    settings: &Settings,
) -> TurnProgress<'a> {
    let timing = Timing {
        time,
        from: Some(turn.from),
        original: turn.due.map(Limit::day),
        deadline: turn.due.map(Limit::day),
        until: turn.due.is_none().then_some(turn.to),
        moves: Vec::new(),
    };
    let (state, word) = state::after(Subject::Turn(&turn.key).of(events));
    let standing = standing::of(state, word.map(Word::day), &timing, as_of, settings);
    TurnProgress { turn, state, word, standing, timing }
}
