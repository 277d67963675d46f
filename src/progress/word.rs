//! What events of a log speak of, and the last word on it.

use jiff::civil::Date;

use crate::model::Event;

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
