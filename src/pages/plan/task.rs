//! One task.
//!
//! In: one task's facts, standing and responsible agencies on the page's date. Out: [`TaskView`],
//! all that `task.html` may read. For a restricted task everything but number, words, standing and
//! the sentence why stays empty, so that no template can leak it.

use serde::Serialize;

use crate::model::{
    Column, CorrectionTarget, Event, EventKind, Leads, Origin, Plan, Task, TaskNumber, TimeKind,
    TimeReading,
};
use crate::pages::context::{Context, Head, date_view, limit_view};
use crate::pages::frame::Frame;
use crate::pages::lists::sections::Section;
use crate::pages::parts::cards::{self, TaskCard};
use crate::pages::parts::charts::{self, HistoryChart};
use crate::pages::parts::corrections::{self, CorrectionView};
use crate::pages::parts::events::{self, EventView, RelatedView};
use crate::pages::parts::feeds;
use crate::pages::parts::indicators::{self, IndicatorView};
use crate::pages::parts::parties;
use crate::pages::parts::standings;
use crate::pages::plan::answers::{self, Answers};
use crate::pages::plan::passage;
use crate::pages::plan::points::{self, PointView};
use crate::pages::plan::tasks;
use crate::pages::values::{
    AgencyLink, DateView, Link, PlanHead, ProseView, Reference, Run, StandingView,
};
use crate::parse::{Quoted, Verbatim};
use crate::paths;
use crate::progress::{Disclosed, TaskProgress, TurnProgress};
use crate::vocabulary::cut;
use crate::vocabulary::dates;
use crate::vocabulary::pages;
use crate::vocabulary::table as tables;
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
    /// The editors' short title.
    pub short_title: Option<String>,
    /// The task's words, verbatim, a passage a line.
    pub title: Vec<Vec<Run>>,
    /// Whether they are too long to stand whole above the answers.
    pub is_long: bool,
    /// How the signed text numbers the task, where that is another way or not at all.
    pub numbering: Option<String>,
    /// The group, with number and title, or else the table; nothing where the plan has one table without groups.
    pub group: Option<Link>,
    /// Whether that is a table.
    pub is_table: bool,
    /// The task that this one is a part of.
    pub part_of: Option<Link>,
    /// The tasks that are parts of this one, with standings of their own.
    pub parts: Vec<TaskCard>,
    /// What the table's other columns say, each under its own heading.
    pub other_cells: Vec<OtherCell>,
    /// The standing, with its reason.
    pub standing: StandingView,
    /// Done or not, who, what proves it, when.
    pub answers: Answers,
    /// Why only words and standing are public.
    pub restricted: Option<String>,
    /// Who is responsible on the page's date; a successor says so in its note.
    pub leads: Vec<AgencyLink>,
    /// The words of the column "Cơ quan chủ trì", where they say more than the links.
    pub leads_verbatim: Option<Vec<Run>>,
    /// The partners that could be named.
    pub partners: Vec<AgencyLink>,
    /// The words of the column "Cơ quan phối hợp".
    pub partners_verbatim: Option<Vec<Run>>,
    /// The words of the column "Thời gian".
    pub period_verbatim: Option<Vec<Run>>,
    /// How the words are read, such as "kỳ thực hiện, không phải thời hạn".
    pub period_note: Option<String>,
    /// Why an editor reads them so.
    pub period_reason: Option<String>,
    /// The deadline that the plan itself names.
    pub deadline: Option<DateView>,
    /// The deadlines set later, oldest first.
    pub adjusted: Vec<AdjustedDeadline>,
    /// The document that added the task, where the signed text has it not.
    pub added_by: Option<Reference>,
    /// The points of the plan that the task carries out.
    pub points: Vec<PointView>,
    /// The products promised.
    pub products: Vec<Vec<Run>>,
    /// What the task wants to reach.
    pub indicators: Vec<IndicatorView>,
    /// The works inside the task.
    pub sub_works: Vec<SubWorkView>,
    /// Whether these are its results.
    pub has_results: bool,
    /// Its turns, newest first, if it comes again.
    pub turns: Vec<TurnView>,
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

/// A cell of a column that has no other place on the page.
#[derive(Clone, Debug, Serialize)]
pub struct OtherCell {
    /// The column's heading.
    pub heading: String,
    /// The cell's words, a passage a line.
    pub lines: Vec<Vec<Run>>,
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
    /// Who leads it, where it has leads of its own.
    pub leads: Vec<AgencyLink>,
    /// The words of the column "Cơ quan chủ trì".
    pub leads_verbatim: Option<Vec<Run>>,
    /// The words of its own time.
    pub period: Option<Vec<Run>>,
    /// The products promised.
    pub products: Vec<Vec<Run>>,
    /// Its standing.
    pub standing: StandingView,
}

/// One turn of a task that comes again.
#[derive(Clone, Debug, Serialize)]
pub struct TurnView {
    /// The fragment.
    pub id: String,
    /// Its name, such as "quý II/2026".
    pub name: String,
    /// When it is due, where that is said.
    pub due: Option<DateView>,
    /// Its standing.
    pub standing: StandingView,
}

/// How many letters of the plan's own words stand between a short title and the answers; more of them unfold.
const WHOLE: usize = 70;

/// The page of a task; of a restricted one title and standing only.
pub(crate) fn view(here: Context<'_>, task: Disclosed<'_>) -> TaskView {
    let (plan, number) = (task.plan(), task.number());
    let standing = standings::of_task(here, task);
    let description = words::about(number, plan.cited(), &standing.label);
    let mut above = here.above_plan(plan);
    above.push((paths::tasks(&plan.id), pages::tasks().to_owned()));
    let head = Head::new(words::named(number, cut::shortened(&task.called())), description)
        .above(above)
        .feeds(feeds::of_task(here, task))
        .source(task.source());
    let section = Section::of(task);
    let section_name = section.name(plan);
    let neighbours = here.progress.plan(&plan.id).neighbours(task);
    let [previous, next] = neighbours.map(|task| {
        let task = task?;
        let name = words::named(task.number(), cut::shortened(&task.called()));
        Some(here.link(&paths::task(&plan.id, task.number()), name))
    });
    let mut view = TaskView {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        number: number.to_string(),
        short_title: task.short_title().map(str::to_owned),
        title: passage::quoted(here, task, task.quoted()),
        is_long: task.words().chars().count() > WHOLE,
        numbering: task.is_numbered_here().then(|| match task.printed_number() {
            "" => tables::unnumbered().to_owned(),
            number => tables::numbered_as(number),
        }),
        group: (!section_name.is_empty()).then(|| Link {
            href: tasks::places(here, plan).href(here, &section.fragment(plan)),
            text: section_name,
        }),
        is_table: matches!(section, Section::Table(_)),
        part_of: None,
        parts: Vec::new(),
        other_cells: Vec::new(),
        answers: answers::of_restricted(here, task),
        standing,
        restricted: None,
        leads: Vec::new(),
        leads_verbatim: None,
        partners: Vec::new(),
        partners_verbatim: None,
        period_verbatim: None,
        period_note: None,
        period_reason: None,
        deadline: None,
        adjusted: Vec::new(),
        added_by: None,
        points: Vec::new(),
        products: Vec::new(),
        indicators: Vec::new(),
        sub_works: Vec::new(),
        has_results: false,
        turns: Vec::new(),
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
    let quoted = |words: Quoted<'_>| passage::quoted(here, Disclosed::Open(progress), words);
    let passage = |words: &Verbatim| quoted(words.quoted()).join(&Run::space());
    view.leads = parties::leads(here, progress);
    view.leads_verbatim = task.leads.verbatim.as_ref().map(passage);
    if let Some(partners) = &task.partners {
        let agencies = partners.agencies.iter().map(|id| here.agency(id));
        view.partners = agencies.chain(partners.groups.iter().map(|id| here.group(id))).collect();
        view.partners_verbatim = Some(passage(&partners.verbatim));
    }
    view.period_verbatim = task.time.verbatim.as_ref().map(passage);
    view.period_note = time_note(progress);
    let in_results = has_times_of_results(task);
    view.answers = answers::of(here, progress, view.period_note.clone(), in_results);
    if view.standing.reason.is_none() {
        view.standing.reason = answers::last_word(progress);
    }
    view.period_reason = match &task.time.reading {
        TimeReading::Given { reason, .. } => Some(words::read_as(reason)),
        TimeReading::Read(_) | TimeReading::Unread | TimeReading::Unnamed => None,
    };
    view.deadline = charts::own_deadline(&progress.timing).map(limit_view);
    view.adjusted = progress.events.iter().filter_map(|event| adjusted(here, event)).collect();
    view.added_by = match &task.origin {
        Origin::Plan => None,
        Origin::Added { basis, .. } => Some(here.basis(basis)),
    };
    view.points = task.nodes.iter().map(|node| points::point(here, plan, node)).collect();
    view.products = task.products.iter().map(passage).collect();
    let other = plan.tables[task.table].columns.iter().filter_map(|column| match column {
        Column::Other(heading) => Some((heading, task.cell_lines(column))),
        _ => None,
    });
    view.other_cells = other
        .map(|(heading, words)| (heading, words.into_iter().flat_map(quoted).collect::<Vec<_>>()))
        .filter(|(_, lines)| !lines.is_empty())
        .map(|(heading, lines)| OtherCell { heading: heading.clone(), lines })
        .collect();
    view.indicators = indicators::of(here, plan, Some(&task.number), &task.indicators);
    let works = progress.sub_works.iter();
    view.sub_works = works
        .map(|work| SubWorkView {
            letter: work.work.printed_letter().to_owned(),
            words: passage(&work.work.verbatim),
            leads: own_leads(here, work.work.leads.as_ref()),
            leads_verbatim: work
                .work
                .leads
                .as_ref()
                .and_then(|leads| leads.verbatim.as_ref())
                .map(passage),
            period: work.work.time.as_ref().and_then(|time| time.verbatim.as_ref()).map(passage),
            products: work.work.products.iter().map(passage).collect(),
            standing: standings::of_part(here, work),
        })
        .collect();
    view.has_results = task.has_results;
    view.turns = progress.turns.iter().rev().map(|turn| turn_view(here, turn)).collect();
    let tasks = here.progress.plan(&plan.id);
    let card = |number: &TaskNumber| cards::card(here, tasks.task(number), false);
    view.depends_on = task.depends_on.iter().map(card).collect();
    view.part_of = task.parent.as_ref().map(|parent| here.task_link(plan, parent));
    let parts = tasks.parts_of(&task.number);
    view.parts = parts.map(|part| cards::card(here, part, false)).collect();
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
    let (EventKind::DeadlineMoved { to, .. } | EventKind::DeadlineFixed { to }) = &event.kind
    else {
        return None;
    };
    let basis = event.basis.as_ref().map(|basis| here.basis(basis));
    Some(AdjustedDeadline { date: limit_view(*to), basis })
}

/// What a reader should know of how the words of the time are read.
fn time_note(progress: &TaskProgress<'_>) -> Option<String> {
    let note = match progress.task.time.kind() {
        TimeKind::Deadline if progress.timing.deadline.is_none() => words::deadline_before_issue(),
        TimeKind::Deadline => return None,
        TimeKind::Window if progress.task.time.is_unclear => words::is_unclear(),
        TimeKind::Window => words::is_period(),
        TimeKind::Ongoing => words::is_ongoing(),
        TimeKind::Recurring => words::is_recurring(),
        TimeKind::Steps => words::is_several(),
        TimeKind::Conditional => words::is_conditional(),
        TimeKind::Unread => words::is_unread(),
        TimeKind::Unnamed if has_times_of_results(progress.task) => words::by_results(),
        TimeKind::Unnamed => words::is_unnamed(),
    };
    Some(note.to_owned())
}

fn has_times_of_results(task: &Task) -> bool {
    task.sub_works.iter().any(|result| result.time.is_some())
}

fn own_leads(here: Context<'_>, leads: Option<&Leads>) -> Vec<AgencyLink> {
    let Some(leads) = leads else { return Vec::new() };
    let agencies = leads.agencies.iter().map(|id| here.agency(id));
    agencies.chain(leads.groups.iter().map(|id| here.group(id))).collect()
}

fn turn_view(here: Context<'_>, turn: &TurnProgress<'_>) -> TurnView {
    TurnView {
        id: paths::turn_fragment(&turn.turn.key),
        name: dates::turn(&turn.turn),
        due: turn.turn.due.map(date_view),
        standing: standings::of_turn(here, turn),
    }
}

fn corrections(here: Context<'_>, plan: &Plan, task: &Task) -> Vec<CorrectionView> {
    let about = CorrectionTarget::Task(task.number.clone());
    let known = here.progress.plan(&plan.id).history.corrections.iter();
    let known = known.filter(|entry| *entry.target == about);
    known.map(|entry| corrections::view(here, entry)).collect()
}
