//! Documents that are not signed yet: they are previewed, and what is published knows nothing of them.

use super::{Destination, EventKind, PlanId, Record, RelationTarget};
use crate::diagnostic::Place;

/// What stood in the way of a published site.
#[derive(Debug, Default)]
pub struct LeftOut {
    /// The drafts.
    pub plans: Vec<PlanId>,
    /// Events of other plans that say that a task goes on in a draft: what is published cannot say so.
    pub said: Vec<Place>,
}

impl Record {
    /// Takes the drafts out, and the relations of other plans to them.
    pub fn leave_out(&mut self, is_draft: impl Fn(&PlanId) -> bool) -> LeftOut {
        let mut left = LeftOut::default();
        self.site.plans.retain(|id, _| !is_draft(id));
        self.logs.retain(|id, _| {
            let keep = !is_draft(id);
            if !keep {
                left.plans.push(id.clone());
            }
            keep
        });
        for plan in self.site.plans.values_mut() {
            plan.relations.retain(|relation| match &relation.target {
                RelationTarget::Plan(id) => !is_draft(id),
                RelationTarget::Document(_) => true,
            });
        }
        for task in self.logs.values().flat_map(|log| log.tasks.values()) {
            let to_draft = task.events.iter().any(|event| match &event.kind {
                EventKind::CarriedOver(Destination::Here(plan, _)) => is_draft(plan),
                _ => false,
            });
            if to_draft {
                left.said.push(task.key("dien_bien"));
            }
        }
        left
    }
}
