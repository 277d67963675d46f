//! One task.
//!
//! In: one task's facts, standing and responsible agencies on the page's date. Out: [`TaskView`],
//! all that `task.html` may read. For a restricted task everything but number, words, standing and
//! the sentence why stays empty, so that no template can leak it.

use serde::Serialize;

use crate::pages::common::{
    AgencyLink, DateView, Link, PlanHead, ProseView, Reference, Run, StandingView, TaskCard,
};
use crate::pages::frame::Frame;
use crate::pages::history::{CorrectionView, EventView, RelatedView};

/// What `task.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct TaskView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// The task's number, as the source has it.
    pub number: String,
    /// The task's words, verbatim, a passage a line.
    pub title: Vec<Vec<Run>>,
    /// The group; its words are number and title.
    pub group: Link,
    /// The standing, with its reason.
    pub standing: StandingView,
    /// Why only words and standing are public.
    pub restricted: Option<String>,
    /// Who is responsible on the page's date; a successor says so in its note.
    pub leads: Vec<AgencyLink>,
    /// The words of the column "Cơ quan chủ trì", where they say more than the links.
    pub leads_verbatim: Option<String>,
    /// The partners that could be named.
    pub partners: Vec<AgencyLink>,
    /// The words of the column "Cơ quan phối hợp".
    pub partners_verbatim: Option<String>,
    /// The words of the column "Thời gian".
    pub period_verbatim: Option<String>,
    /// How the period is read, such as "khoảng thời gian, không phải thời hạn".
    pub period_note: Option<String>,
    /// The end of the period.
    pub deadline: Option<DateView>,
    /// The deadlines set later, oldest first.
    pub adjusted: Vec<AdjustedDeadline>,
    /// The document that added the task, where the signed text has it not.
    pub added_by: Option<Reference>,
    /// The points of the plan that the task carries out.
    pub points: Vec<PointView>,
    /// The products promised.
    pub products: Vec<String>,
    /// The works inside the task.
    pub sub_works: Vec<SubWorkView>,
    /// The tasks that this one waits for.
    pub depends_on: Vec<TaskCard>,
    /// The tasks that wait for this one.
    pub needed_by: Vec<TaskCard>,
    /// Editorial notes: slips of the source, its contradictions.
    pub notes: Vec<String>,
    /// The editors' narrative.
    pub narrative: Option<ProseView>,
    /// What happened, newest first.
    pub events: Vec<EventView>,
    /// The corrections, newest first.
    pub corrections: Vec<CorrectionView>,
    /// What is related and sets no standing.
    pub related: Vec<RelatedView>,
    /// The task before, in the order of the numbers.
    pub previous: Option<Link>,
    /// The task after.
    pub next: Option<Link>,
}

/// A deadline set after the plan was signed.
#[derive(Clone, Debug, Serialize)]
pub struct AdjustedDeadline {
    /// The new deadline.
    pub date: DateView,
    /// The document that sets it.
    pub basis: Option<Reference>,
}

/// A point of the plan's text.
#[derive(Clone, Debug, Serialize)]
pub struct PointView {
    /// The very place in the full text; its words are such as "Điểm đ, mục II.4".
    pub link: Link,
    /// The point's words.
    pub words: Vec<Run>,
}

/// A work inside a task.
#[derive(Clone, Debug, Serialize)]
pub struct SubWorkView {
    /// Its letter.
    pub letter: String,
    /// Its words.
    pub words: Vec<Run>,
    /// Its standing.
    pub standing: StandingView,
}
