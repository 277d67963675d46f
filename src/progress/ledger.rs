//! The ledger under every rate: how the number of live tasks comes about.
//!
//! In: the tasks that count. Out: original + added − cancelled − carried over = live.

use super::{Standing, TaskProgress};
use crate::model::Origin;

/// How the number of live tasks comes about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Tasks of the signed text.
    pub original: usize,
    /// Tasks that later documents added.
    pub added: usize,
    /// Of both, those cancelled.
    pub cancelled: usize,
    /// Of both, those carried over into another plan.
    pub carried_over: usize,
    /// What is left: the denominator of the rates.
    pub live: usize,
}

impl Ledger {
    /// Whether there is no task to speak of, neither now nor before.
    pub fn is_empty(&self) -> bool {
        self.original + self.added == 0
    }

    /// Whether no task came or went, so that there is nothing to add up.
    pub fn is_plain(&self) -> bool {
        self.added + self.cancelled + self.carried_over == 0
    }

    /// Takes a task into account.
    pub(super) fn add(&mut self, task: &TaskProgress<'_>) {
        match task.task.origin {
            Origin::Plan => self.original += 1,
            Origin::Added { .. } => self.added += 1,
        }
        match task.standing {
            Standing::Cancelled => self.cancelled += 1,
            Standing::CarriedOver => self.carried_over += 1,
            _ => self.live += 1,
        }
    }
}
