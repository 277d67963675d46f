//! What was published, newest first.
//!
//! In: the events and corrections that count. Out: [`History`] of a plan or of the site. A restricted task has no
//! events in it, since neither their kinds nor their dates are public.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::{CorrectionEntry, TaskProgress, TaskRef};
use crate::model::{Event, Log, Plan, Task};

/// Events and corrections, newest publication first.
#[derive(Clone, Debug, Default)]
pub struct History<'a> {
    /// Events; of one day, the plans in order, then the tasks in natural order, then the last event.
    pub events: Vec<EventEntry<'a>>,
    /// Corrections.
    pub corrections: Vec<CorrectionEntry<'a>>,
}

/// An event and its task, which is open.
#[derive(Clone, Copy, Debug)]
pub struct EventEntry<'a> {
    /// The task's place.
    pub place: TaskRef,
    /// The plan.
    pub plan: &'a Plan,
    /// The task.
    pub task: &'a Task,
    /// The event.
    pub event: &'a Event,
}

impl<'a> History<'a> {
    /// The last day of publication.
    pub fn last_published(&self) -> Option<Date> {
        let event = self.events.first().map(|entry| entry.event.published);
        event.max(self.corrections.first().map(|entry| entry.published))
    }

    pub(super) fn of_plan(
        plan: &'a Plan,
        log: &'a Log,
        tasks: &[TaskProgress<'a>],
        known: Date,
    ) -> Self {
        let open = |task: &&TaskProgress<'_>| task.counted && !task.task.is_restricted();
        let events = tasks.iter().filter(open).flat_map(|task| {
            let entry = |event| EventEntry { place: task.place, plan, task: task.task, event };
            task.events.iter().map(move |event| entry(*event))
        });
        let corrections = log.corrections.iter();
        let corrections = corrections.filter(|correction| correction.published <= known);
        let restricted = |number: &_| log.tasks.get(number).is_some_and(Task::is_restricted);
        let corrections =
            corrections.map(|correction| CorrectionEntry::of(plan, correction, restricted));
        Self { events: events.collect(), corrections: corrections.collect() }.sorted()
    }

    pub(super) fn of_all<'h>(histories: impl Iterator<Item = &'h Self> + Clone) -> Self
    where
        'a: 'h,
    {
        let events = histories.clone().flat_map(|history| &history.events);
        let corrections = histories.flat_map(|history| &history.corrections);
        Self { events: events.copied().collect(), corrections: corrections.copied().collect() }
            .sorted()
    }

    fn sorted(mut self) -> Self {
        self.events.sort_by_key(|EventEntry { place, event, .. }| {
            let within = (event.happened.first_day(), event.index);
            (Reverse(event.published), *place, Reverse(within))
        });
        self.corrections.sort_by_key(|entry| Reverse(entry.published));
        self
    }
}

#[cfg(test)]
mod tests;
