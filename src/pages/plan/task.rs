//! One task.
//!
//! In: one task's facts, standing and responsible agencies on the page's date. Out: [`TaskView`],
//! all that `task.html` may read. For a restricted task everything but number, words, standing and
//! the sentence why stays empty, so that no template can leak it.

use serde::Serialize;

use crate::model::{CorrectionTarget, Event, EventKind, Nature, Origin, Plan, Task, TaskNumber};
use crate::pages::context::{Context, Head, date_view, runs};
use crate::pages::frame::Frame;
use crate::pages::parts::cards::{self, TaskCard};
use crate::pages::parts::charts::{self, HistoryChart};
use crate::pages::parts::corrections::{self, CorrectionView};
use crate::pages::parts::cut;
use crate::pages::parts::events::{self, EventView, RelatedView};
use crate::pages::parts::feeds;
use crate::pages::parts::parties;
use crate::pages::parts::standings;
use crate::pages::plan::points::{self, PointView};
use crate::pages::values::{
    AgencyLink, DateView, Link, PlanHead, ProseView, Reference, Run, StandingView,
};
use crate::paths;
use crate::progress::{Disclosed, TaskProgress};
use crate::text::one_line;
use crate::vocabulary::pages;
use crate::vocabulary::plan as plans;
use crate::vocabulary::task as words;

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
    /// The same as a picture.
    pub chart: Option<HistoryChart>,
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

/// The page of a task; of a restricted one title and standing only.
pub(crate) fn view(here: Context<'_>, task: Disclosed<'_>) -> TaskView {
    let (plan, number) = (task.plan(), task.number());
    let title = one_line(task.words());
    let standing = standings::of_task(task);
    let description = words::about(number, plan.cited(), &standing.label);
    let mut above = here.above_plan(plan);
    above.push((paths::tasks(&plan.id), pages::tasks().to_owned()));
    let head = Head::new(words::named(number, cut::shortened(&title)), description)
        .above(above)
        .feeds(feeds::of_plan(here, plan))
        .source(task.source());
    let group = &plan.groups[task.group()];
    let neighbours = here.progress.plan(&plan.id).neighbours(task);
    let [previous, next] = neighbours.map(|task| Some(here.task_link(plan, task?.number())));
    let mut view = TaskView {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        number: number.to_string(),
        title: cut::lines(task.words()),
        group: Link {
            href: format!(
                "{}#{}",
                here.href(&paths::tasks(&plan.id)),
                paths::group_fragment(&group.number)
            ),
            text: plans::group(&group.number, &group.title),
        },
        standing,
        restricted: None,
        leads: Vec::new(),
        leads_verbatim: None,
        partners: Vec::new(),
        partners_verbatim: None,
        period_verbatim: None,
        period_note: None,
        deadline: None,
        adjusted: Vec::new(),
        added_by: None,
        points: Vec::new(),
        products: Vec::new(),
        sub_works: Vec::new(),
        depends_on: Vec::new(),
        needed_by: Vec::new(),
        notes: Vec::new(),
        narrative: None,
        events: Vec::new(),
        chart: None,
        corrections: Vec::new(),
        related: Vec::new(),
        previous,
        next,
    };
    match task {
        Disclosed::Restricted(task) => view.restricted = Some(task.reason().to_owned()),
        Disclosed::Open(task) => fill(here, task, &mut view),
    }
    view
}

fn fill(here: Context<'_>, progress: &TaskProgress<'_>, view: &mut TaskView) {
    let (plan, task) = (progress.plan, progress.task);
    view.leads = parties::leads(here, progress);
    view.leads_verbatim = task.leads.verbatim.clone();
    if let Some(partners) = &task.partners {
        let agencies = partners.agencies.iter().map(|id| here.agency(id));
        view.partners = agencies.chain(partners.groups.iter().map(|id| here.group(id))).collect();
        view.partners_verbatim = Some(partners.verbatim.clone());
    }
    view.period_verbatim = Some(task.period.verbatim.clone());
    view.period_note = match task.nature {
        Nature::Deadline => None,
        Nature::Continuous => Some(words::continuous().to_owned()),
        Nature::Undetermined => Some(words::undetermined().to_owned()),
    };
    view.deadline = Some(date_view(task.period.to));
    view.adjusted = progress.events.iter().filter_map(|event| adjusted(here, event)).collect();
    view.added_by = match &task.origin {
        Origin::Plan => None,
        Origin::Added { basis, .. } => Some(here.basis(basis)),
    };
    view.points = task.nodes.iter().map(|node| points::point(here, plan, node)).collect();
    view.products = task.products.clone();
    let works = progress.sub_works.iter();
    view.sub_works = works
        .map(|work| SubWorkView {
            letter: work.work.letter.clone(),
            words: runs(&work.work.verbatim),
            standing: standings::plain(&work.standing),
        })
        .collect();
    let tasks = here.progress.plan(&plan.id);
    let card = |number: &TaskNumber| cards::card(here, tasks.task(number), false);
    view.depends_on = task.depends_on.iter().map(card).collect();
    view.needed_by = tasks.needed_by(&task.number).map(card).collect();
    view.notes = task.notes.clone();
    view.narrative = here.prose(Some(plan), &task.narrative);
    view.chart = charts::history(progress, here.as_of());
    let events = progress.events.iter().rev();
    view.events = events.map(|event| events::event(here, plan, task, event)).collect();
    view.corrections = corrections(here, plan, task);
    view.related = task.related.iter().map(events::related).collect();
}

fn adjusted(here: Context<'_>, event: &Event) -> Option<AdjustedDeadline> {
    let EventKind::DeadlineMoved { to, .. } = &event.kind else { return None };
    let basis = event.basis.as_ref().map(|basis| here.basis(basis));
    Some(AdjustedDeadline { date: date_view(*to), basis })
}

fn corrections(here: Context<'_>, plan: &Plan, task: &Task) -> Vec<CorrectionView> {
    let about = CorrectionTarget::Task(task.number.clone());
    let known = here.progress.plan(&plan.id).history.corrections.iter();
    let known = known.filter(|entry| *entry.target == about);
    known.map(|entry| corrections::view(here, entry)).collect()
}
