//! Deadlines: the original one and the one in force.
//!
//! In: a task and the events that count. Out: its [`Deadline`]. Whether the end of the period is a
//! deadline at all is the task's nature; a document that moves the end makes it one.

use jiff::civil::Date;

use crate::model::{Event, EventKind, Nature, Task};

/// By when a task was to be done.
#[derive(Clone, Debug)]
pub struct Deadline<'a> {
    /// The last day of the period in the plan.
    pub original: Date,
    /// The last day that counts.
    pub in_force: Date,
    /// The events that moved it on a legal basis, oldest first.
    pub moves: Vec<&'a Event>,
    /// Whether a day after it is late: false where the plan names a period but no deadline.
    pub binding: bool,
}

impl<'a> Deadline<'a> {
    /// Whether a document moved it.
    pub fn is_adjusted(&self) -> bool {
        !self.moves.is_empty()
    }

    /// The deadline of a task, or of the sub-work at `sub_work`, by the events that count.
    ///
    /// The last move with a basis decides; what moves the whole task moves its sub-works with it.
    pub(super) fn of(task: &Task, sub_work: Option<usize>, events: &[&'a Event]) -> Self {
        let concerns = |event: &Event| event.sub_work.is_none() || event.sub_work == sub_work;
        let mut in_force = task.period.to;
        let mut moves = Vec::new();
        for &event in events.iter().filter(|event| concerns(event)) {
            if let (EventKind::DeadlineMoved { to, .. }, Some(_)) = (&event.kind, &event.basis) {
                in_force = *to;
                moves.push(event);
            }
        }
        let binding = match task.nature {
            Nature::Deadline => true,
            Nature::Undetermined => !moves.is_empty(),
            Nature::Continuous => false,
        };
        Self { original: task.period.to, in_force, moves, binding }
    }
}
