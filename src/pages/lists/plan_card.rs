//! A plan in a list of plans.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, date_view};
use crate::pages::lists::plan_list::OfPlan;
use crate::pages::lists::selection::{self, live};
use crate::pages::lists::summary;
use crate::pages::parts::figures::{self, Bar, Ledger};
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::{DateView, Link};
use crate::paths;
use crate::progress::PlanProgress;
use crate::vocabulary::frame;
use crate::vocabulary::plan as plans;

/// A plan in a list of plans.
#[derive(Clone, Debug, Serialize)]
pub struct PlanCard {
    /// The plan's id.
    pub id: String,
    /// The plan's page; its words are the number, such as "Kế hoạch 111/KH-UBND".
    pub link: Link,
    /// What citizens call it.
    pub short_name: String,
    /// Who issued it.
    pub issuer: String,
    /// When; none of a draft without a day.
    pub issued: Option<DateView>,
    /// First and last year, such as "2015–2020", where the document names them.
    pub period: Option<String>,
    /// The plan's own state, such as "Trong giai đoạn của văn bản"; none where it names no period.
    pub state: Option<String>,
    /// The plan's answer, in a sentence.
    pub answer: Sentence,
    /// The bar under it.
    pub bar: Bar,
    /// How its denominator comes about.
    pub ledger: Ledger,
}

/// A plan in a list.
pub(crate) fn card(here: Context<'_>, plan: &Plan) -> PlanCard {
    let progress = here.progress.plan(&plan.id);
    let lists = OfPlan::new(here, plan);
    PlanCard {
        id: plan.id.to_string(),
        link: here.link(&paths::plan(&plan.id), plan.cited()),
        short_name: plan.short_name.clone(),
        issuer: here.agency_then(&plan.issuer, plan.issued).name,
        issued: plan.dated().map(date_view),
        period: period(plan),
        state: state(progress),
        answer: summary::answer(&progress.summary, &lists),
        bar: figures::bar(live(progress.counted()), selection::of_tone(&lists)),
        ledger: summary::ledger(&progress.summary.ledger, &lists),
    }
}

/// The plan's own state.
pub(crate) fn state(progress: &PlanProgress<'_>) -> Option<String> {
    match progress.plan.is_draft {
        true => Some(frame::draft_state().to_owned()),
        false => progress.state.label(),
    }
}

/// "2015–2020".
pub(crate) fn period(plan: &Plan) -> Option<String> {
    plan.period.map(|(from, to)| match (from.year(), to.year()) {
        (first, last) if first == last => first.to_string(),
        (first, last) => plans::years(first, last),
    })
}
