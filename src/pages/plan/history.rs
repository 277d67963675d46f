//! Every change of a plan.
//!
//! In: one plan's events and corrections. Out: [`PlanHistoryView`], all that `plan-history.html`
//! may read.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::events::{CorrectionView, UpdateDay};
use crate::pages::parts::feeds;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::parts::values::PlanHead;
use crate::pages::site::updates;
use crate::text::dates;

/// What `plan-history.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct PlanHistoryView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// One sentence: how many changes, the last one's date.
    pub answer: Sentence,
    /// The days of publication, newest first.
    pub days: Vec<UpdateDay>,
    /// The corrections, newest first.
    pub corrections: Vec<CorrectionView>,
}

/// The history of a plan.
pub(crate) fn view(here: Context<'_>, plan: &Plan) -> PlanHistoryView {
    let history = &here.progress.plan(&plan.id).history;
    let answer = match history.last_published() {
        Some(date) => Sentence::default()
            .figure(Figure::of(history.events.len(), "#dien-bien"))
            .text(" diễn biến và ")
            .figure(Figure::of(history.corrections.len(), "#dinh-chinh"))
            .text(format!(" đính chính đã được công bố; lần gần nhất: {}.", dates::long(date))),
        None => Sentence::new("Chưa có thay đổi nào từ khi công bố."),
    };
    let head = Head::new(format!("Thay đổi của Kế hoạch {}", plan.number), answer.plain())
        .above(here.above_plan(plan))
        .feeds(feeds::of_plan(here, plan))
        .source(&plan.source);
    let corrections = history.corrections.iter();
    PlanHistoryView {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        answer,
        days: updates::days(here, &history.events, &[], false),
        corrections: corrections
            .map(|entry| cards::correction(here, plan, entry.correction))
            .collect(),
    }
}
