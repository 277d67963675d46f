//! What events of a log speak of, and the last word on it.

use jiff::civil::Date;

use crate::model::{Event, Task};
use crate::text::schedule::Schedule;
use crate::vocabulary::{dates, task as words};

/// What an event speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject<'k> {
    /// The whole task.
    Whole,
    /// The part at this position.
    Part(usize),
    /// The turn of this name.
    Turn(&'k str),
}

impl<'k> Subject<'k> {
    /// What `event` speaks of.
    pub(super) fn named(event: &'k Event) -> Self {
        match (&event.turn, event.sub_work) {
            (Some(turn), _) => Self::Turn(turn),
            (None, Some(part)) => Self::Part(part),
            (None, None) => Self::Whole,
        }
    }

    /// The events that speak of it.
    pub(super) fn of<'s, 'a: 's>(
        self,
        events: &'s [&'a Event],
    ) -> impl Iterator<Item = &'a Event> + use<'s, 'a, 'k> {
        events.iter().copied().filter(move |event| Subject::named(event) == self)
    }
}

/// The last word on where something stands.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    /// The event that tells it.
    pub event: &'a Event,
}

impl Word<'_> {
    /// The first day on which it may have been true.
    pub fn day(self) -> Date {
        self.event.happened.first_day()
    }
}

/// What kind of thing happened, with the turn or the part of the task of which it is told.
pub fn event_label(task: &Task, event: &Event) -> String {
    let kind = event.kind.name().label();
    if let Some(key) = &event.turn {
        let turn = match task.time.schedule() {
            Some(Schedule::Recurring(recurrence)) => recurrence.turn(key),
            _ => None,
        };
        return words::of_turn(kind, turn.map_or_else(|| key.clone(), |turn| dates::turn(&turn)));
    }
    match event.sub_work.map(|position| task.sub_works[position].printed_letter()) {
        Some(letter) if task.has_results => words::of_result(kind, letter),
        Some(letter) => words::of_part(kind, letter),
        None => kind.to_owned(),
    }
}
