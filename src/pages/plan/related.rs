//! What bears on a plan as a whole and sets no task's standing: news, and notes of the editors.
//!
//! In: one plan. Out: [`RelatedPage`], all that `related.html` may read.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::events::{self, RelatedView};
use crate::pages::values::PlanHead;
use crate::vocabulary::plan as words;

/// What `related.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct RelatedPage {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// Facts about the whole plan; they set no task's standing.
    pub related: Vec<RelatedView>,
    /// Editorial notes.
    pub notes: Vec<String>,
}

/// What bears on a plan.
pub(crate) fn view(here: Context<'_>, plan: &Plan) -> RelatedPage {
    let head = Head::new(words::related_to(plan.cited()), words::about_related())
        .above(here.above_plan(plan))
        .source(&plan.source);
    RelatedPage {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        related: plan.related.iter().map(events::related).collect(),
        notes: plan.notes.clone(),
    }
}
