//! What a task's time lets one say: a deadline, a period, or no date.
//!
//! In: the words of a task's time as they were read, and the events that count. Out: its [`Timing`]. Only what has
//! a deadline can be in time or late; what ends otherwise is over, and no more (design: any-plan §1). A document that
//! sets or moves an end makes it a deadline.

use jiff::civil::Date;

use crate::model::{Event, EventKind, Plan, TaskTime};
use crate::text::schedule::{Limit, Schedule, Span};

/// A task's time, as far as dates follow from it.
#[derive(Clone, Debug)]
pub struct Timing<'a> {
    /// The words, and how they were read.
    pub time: &'a TaskTime,
    /// The first day, where one is known.
    pub from: Option<Date>,
    /// The last day as the plan has it: of a deadline, or of a period.
    pub original: Option<Limit>,
    /// The day after which it is late; none where nothing is late, whatever the day.
    pub deadline: Option<Limit>,
    /// The last day of what is no deadline, where one is known.
    pub until: Option<Date>,
    /// The events that set or moved the deadline on a legal basis, oldest first.
    pub moves: Vec<&'a Event>,
}

/// What is over on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Past {
    /// Nothing that is known.
    Nothing,
    /// The deadline.
    Deadline,
    /// A period that is no deadline.
    Period,
}

impl<'a> Timing<'a> {
    /// Whether a document set or moved the deadline.
    pub fn is_adjusted(&self) -> bool {
        !self.moves.is_empty()
    }

    /// Whether a document moved the deadline, and did not only set one.
    pub fn is_moved(&self) -> bool {
        self.moves.iter().any(|event| matches!(event.kind, EventKind::DeadlineMoved { .. }))
    }

    /// The deadline in force, or else the last day of the period.
    pub fn end(&self) -> Option<Date> {
        self.deadline.map(|limit| limit.to).or(self.until)
    }

    /// The last day as the plan has it, whatever it means.
    pub fn original_end(&self) -> Option<Date> {
        self.original.map(|limit| limit.to)
    }

    /// What is over on `as_of`.
    pub fn past(&self, as_of: Date) -> Past {
        match (self.deadline, self.until) {
            (Some(limit), _) if limit.to < as_of => Past::Deadline,
            (None, Some(until)) if until < as_of => Past::Period,
            _ => Past::Nothing,
        }
    }

    /// The schedule that the words were read as.
    pub fn schedule(&self) -> Option<&'a Schedule> {
        self.time.schedule()
    }

    /// The time of a task, or of the part of it at `part`, by the events that count.
    ///
    /// The last move with a basis decides; what moves the whole task moves its parts with it. A deadline from before
    /// the document's own date makes nothing late: the document cannot have meant it so.
    pub(super) fn of(
        plan: &'a Plan,
        time: &'a TaskTime,
        part: Option<usize>,
        events: &[&'a Event],
    ) -> Self {
        let concerns = |event: &Event| event.sub_work.is_none() || event.sub_work == part;
        let mut timing = Self::as_written(plan, time);
        for &event in events.iter().filter(|event| concerns(event)) {
            let to = match &event.kind {
                EventKind::DeadlineMoved { to, .. } | EventKind::DeadlineFixed { to } => *to,
                _ => continue,
            };
            if event.basis.is_some() {
                timing.deadline = Some(to);
                timing.until = None;
                timing.moves.push(event);
            }
        }
        timing
    }

    fn as_written(plan: &Plan, time: &'a TaskTime) -> Self {
        let mut timing = Self {
            time,
            from: None,
            original: None,
            deadline: None,
            until: None,
            moves: Vec::new(),
        };
        match time.schedule() {
            Some(Schedule::Deadline(limit)) => {
                timing.original = Some(*limit);
                timing.deadline = Some(*limit).filter(|limit| plan.issued <= limit.to);
                timing.from = limit.point.start().filter(|_| !limit.before);
            }
            Some(Schedule::Window(window)) => {
                timing.from = window.first.start();
                timing.until = Some(window.to());
                timing.original = Some(ending(window.last));
            }
            Some(Schedule::Ongoing { from, to, .. }) => {
                timing.from = from.map(|span| span.from);
                timing.until = to.map(|span| span.to);
                timing.original = to.map(ending);
            }
            Some(Schedule::Recurring(turns)) => {
                timing.from = turns.from.map(|span| span.from);
                timing.until = turns.to.map(|span| span.to);
                timing.original = turns.to.map(ending);
            }
            // The last of several times is not the end of the task; a date with a condition binds nobody by itself.
            Some(Schedule::Steps(_) | Schedule::Conditional { .. }) | None => {}
        }
        timing
    }
}

/// The end of a span, in its own unit.
fn ending(span: Span) -> Limit {
    Limit { to: span.to, point: span, before: false }
}
