//! A plan's answer alone, for a portal to show in a frame of its own page.
//!
//! In: one plan's progress. Out: [`EmbedView`], all that `embed.html` may read. Its links leave the frame.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::lists::plan_list::OfPlan;
use crate::pages::lists::selection::{self, live};
use crate::pages::lists::summary;
use crate::pages::parts::figures::{self, Bar, Ledger};
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::Link;
use crate::paths;
use crate::vocabulary::plan as words;

/// What `embed.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct EmbedView {
    /// What every page shares; the template shows little of it.
    pub frame: Frame,
    /// The plan's page.
    pub link: Link,
    /// What citizens call the plan.
    pub short_name: String,
    /// The answer.
    pub answer: Sentence,
    /// The bar under it.
    pub bar: Bar,
    /// How its denominator comes about.
    pub ledger: Ledger,
}

/// The fragment of a plan.
pub(crate) fn view(here: Context<'_>, plan: &Plan) -> EmbedView {
    let progress = here.progress.plan(&plan.id);
    let lists = OfPlan::new(here, plan);
    let answer = summary::answer(&progress.summary, &lists);
    let head = Head::new(words::embedded(plan.cited()), answer.plain());
    EmbedView {
        frame: here.frame(head),
        link: here.link(&paths::plan(&plan.id), plan.cited()),
        short_name: plan.short_name.clone(),
        answer,
        bar: figures::bar(live(progress.counted()), selection::of_tone(&lists)),
        ledger: summary::ledger(&progress.summary.ledger, &lists),
    }
}
