//! Every change of a plan.
//!
//! In: one plan's events and corrections. Out: [`PlanHistoryView`], all that `plan-history.html`
//! may read.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::chronicle::{Chronicle, HERE, Log, PartLink, Sheet, Span};
use crate::pages::parts::corrections::{self, CorrectionView};
use crate::pages::parts::feeds;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::parts::updates::UpdateDay;
use crate::pages::site::updates::PeriodView;
use crate::pages::values::PlanHead;
use crate::paths::{self, PagePath};
use crate::text::{capitalised, dates};
use crate::vocabulary::changes as words;
use crate::vocabulary::pages;

/// What `plan-history.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct PlanHistoryView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// One sentence: how many changes, the last one's date.
    pub answer: Sentence,
    /// How many changes the page itself has, where that is not all of them.
    pub part: Option<Sentence>,
    /// The days of publication that stand here, newest first.
    pub days: Vec<UpdateDay>,
    /// The years before, and the year of what stands here, where it has other pages.
    pub periods: Vec<PartLink>,
    /// The corrections, newest first.
    pub corrections: Vec<CorrectionView>,
}

/// The page of a plan's changes in a period, or the first one.
fn path(plan: &Plan, span: Option<Span>) -> PagePath {
    match span {
        Some(span) => paths::history_of(&plan.id, &span.name()),
        None => paths::history(&plan.id),
    }
}

/// The history of a plan.
pub(crate) fn view(here: Context<'_>, plan: &Plan, chronicle: &Chronicle) -> PlanHistoryView {
    let history = &here.progress.plan(&plan.id).history;
    let Sheet { days, periods } = with_log(here, plan, chronicle, |log| log.sheet(None));
    let answer = match history.last_published() {
        Some(date) => Sentence::from(words::of_plan_so_far(
            Figure::of(history.events.len(), "#dien-bien"),
            Figure::of(history.corrections.len(), "#dinh-chinh"),
            dates::long(date),
        )),
        None => Sentence::from(words::none_yet()),
    };
    let held = Figure::of(chronicle.first().len(), HERE);
    let part = (!periods.is_empty()).then(|| Sentence::from(words::newest(held)));
    let head = Head::new(words::of_plan(plan.cited()), answer.plain())
        .above(here.above_plan(plan))
        .feeds(feeds::of_plan(here, plan))
        .source(&plan.source);
    let corrections = history.corrections.iter();
    PlanHistoryView {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        answer,
        part,
        days,
        periods,
        corrections: corrections.map(|entry| corrections::view(here, entry)).collect(),
    }
}

/// A plan's changes in a period.
pub(crate) fn period_view(
    here: Context<'_>,
    plan: &Plan,
    chronicle: &Chronicle,
    span: Span,
) -> PeriodView {
    let (answer, Sheet { days, periods }) =
        with_log(here, plan, chronicle, |log| (log.answer(span), log.sheet(Some(span))));
    let mut above = here.above_plan(plan);
    above.push((paths::history(&plan.id), pages::history().to_owned()));
    above.extend(
        span.above().map(|above| (path(plan, Some(above)), capitalised(&above.in_words()))),
    );
    let head = Head::new(words::of_plan_in(plan.cited(), span.in_words()), answer.plain())
        .above(above)
        .feeds(feeds::of_plan(here, plan))
        .source(&plan.source);
    let plan = Some(cards::plan_head(here, plan));
    PeriodView { frame: here.frame(head), plan, answer, days, periods }
}

/// Asks the log of a plan, which is of events: corrections have a list of their own.
fn with_log<T>(
    here: Context<'_>,
    plan: &Plan,
    chronicle: &Chronicle,
    ask: impl FnOnce(&Log<'_>) -> T,
) -> T {
    ask(&Log {
        here,
        chronicle,
        events: &here.progress.plan(&plan.id).history.events,
        corrections: &[],
        name_plan: false,
        path: &|span| path(plan, span),
    })
}
