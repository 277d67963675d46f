//! All tasks of a plan, as a table that a reader can filter and sort.
//!
//! In: one plan's progress. Out: [`TasksView`], all that `tasks.html` may read. The whole table
//! stands on the page; the script only hides and moves rows. Of a restricted task the row has title
//! and standing, and nothing to filter by but these and its group. A table that is too long for one page stands on
//! several, and its filters are links to the plan's lists, which cover them all.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::{AgencyId, GroupId, Plan, TaskNumber};
use crate::pages::context::{Context, Head, limit_view, partial_view};
use crate::pages::frame::Frame;
use crate::pages::lists::plan_list::{self, OfPlan, PlanList, Slice};
use crate::pages::lists::sections::sections;
use crate::pages::lists::selection::{self, Lists, Selection};
use crate::pages::parts::cards;
use crate::pages::parts::feeds;
use crate::pages::parts::figures::Count;
use crate::pages::parts::pager::{Cutter, PageNumber, Pager, Places, Things};
use crate::pages::parts::parties;
use crate::pages::parts::sentence::Sentence;
use crate::pages::parts::standings;
use crate::pages::values::{AgencyLink, DateView, Link, PlanHead, StandingView, Tone};
use crate::paths;
use crate::progress::{Disclosed, PlanProgress, Responsible, TaskProgress};
use crate::text::in_order;
use crate::vocabulary::enumeration;
use crate::vocabulary::plan as plans;
use crate::vocabulary::tasks as words;

/// What `tasks.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct TasksView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// One sentence: how many tasks in how many groups.
    pub answer: Sentence,
    /// Ready lists by state, and their sizes.
    pub lists: Vec<Count>,
    /// Ready lists by group, by agency, by year.
    pub ready: Vec<ReadyLists>,
    /// What a reader can filter by; none where the table has several pages.
    pub filters: Option<Filters>,
    /// How many rows the table has.
    pub rows: usize,
    /// The groups of the page, in the order of the text.
    pub groups: Vec<RowGroup>,
    /// The way to the other pages.
    pub pager: Option<Pager>,
    /// Where the lists stand that the table of several pages can be filtered by.
    pub filtered: Vec<Link>,
    /// What the source's numbering skips, and the like.
    pub notes: Vec<String>,
}

/// Ready lists of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct ReadyLists {
    /// The fragment.
    pub id: String,
    /// "Theo nhóm".
    pub name: String,
    /// The lists.
    pub lists: Vec<Count>,
}

/// What a reader can filter by: only what some row has.
#[derive(Clone, Debug, Serialize)]
pub struct Filters {
    /// Standings, in the fixed order of the families.
    pub standings: Vec<Choice>,
    /// Groups of tasks.
    pub groups: Vec<Choice>,
    /// Agencies and groups of agencies, in Vietnamese order.
    pub agencies: Vec<Choice>,
    /// Years.
    pub years: Vec<Choice>,
    /// With evidence, and without.
    pub evidence: Vec<Choice>,
}

/// One choice of a filter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Choice {
    /// The value in the address.
    pub value: String,
    /// The words.
    pub text: String,
}

/// A group of rows.
#[derive(Clone, Debug, Serialize)]
pub struct RowGroup {
    /// The fragment, such as `nhom-6`.
    pub id: String,
    /// The value that a filter knows it by.
    pub value: String,
    /// Number and title; of tasks of no group their table's name; empty where there is neither.
    pub name: String,
    /// The document's words for it, where the name is the editors'.
    pub official: Option<String>,
    /// Whether it goes on from the page before.
    pub goes_on: bool,
    /// The rows.
    pub rows: Vec<TaskRow>,
}

/// One task.
#[derive(Clone, Debug, Serialize)]
pub struct TaskRow {
    /// What tells it from all other tasks of the site.
    pub key: String,
    /// Its number.
    pub number: String,
    /// Its words.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Its standing.
    pub standing: StandingView,
    /// Who is responsible on the page's date.
    pub leads: Vec<AgencyLink>,
    /// The deadline in force, or the end of its period.
    pub deadline: Option<DateView>,
    /// Whether no more than its words and standing are public.
    pub withheld: bool,
    /// When the last news of it happened.
    pub updated: Option<DateView>,
    /// Whether readers can see evidence: "có", "chưa có"; nothing for a restricted task.
    pub evidence: Option<bool>,
    /// The value of its standing that a filter knows it by.
    pub standing_value: String,
    /// Who leads, in the plan or today, by id.
    pub lead_ids: String,
    /// Who takes part, by id.
    pub partner_ids: String,
    /// First and last year of its period as it stands now.
    pub years: Option<(i16, i16)>,
}

/// How many rows a table has at most that stands on one page.
const WHOLE: usize = 300;

/// The pages of a plan's table.
pub(crate) fn pages(progress: &PlanProgress<'_>) -> impl Iterator<Item = PageNumber> + use<> {
    let rows = progress.counted().count();
    PageNumber::all(if rows <= WHOLE { 0 } else { rows })
}

/// Where the groups of a plan's table begin.
pub(crate) fn places(here: Context<'_>, plan: &Plan) -> Places {
    let (mut at, mut starts) = (0, BTreeMap::new());
    if here.progress.plan(&plan.id).counted().count() > WHOLE {
        for (section, tasks) in sections(here, plan) {
            starts.insert(section.fragment(plan), at);
            at += tasks.len();
        }
    }
    Places::new(paths::tasks(&plan.id), starts)
}

/// A page of the list of a plan's tasks.
pub(crate) fn view(here: Context<'_>, plan: &Plan, page: PageNumber) -> TasksView {
    let progress = here.progress.plan(&plan.id);
    let lists = OfPlan::new(here, plan);
    let first = paths::tasks(&plan.id);
    let groups_held =
        progress.parts().by_group.iter().filter(|group| group.ledger.live > 0).count();
    let grouped: usize = progress.parts().by_group.iter().map(|group| group.ledger.live).sum();
    let live = lists.figure(Selection::Live, progress.summary.ledger.live);
    let held = Places::new(first.clone(), BTreeMap::new()).figure(here, "theo-nhom", groups_held);
    let answer = Sentence::from(match groups_held {
        0 => words::in_no_group(live),
        _ if grouped < progress.summary.ledger.live => words::partly_in_groups(live, held),
        _ => words::in_groups(live, held),
    });
    let head = Head::new(words::of_plan(plan.cited()), answer.plain())
        .above(here.above_plan(plan))
        .feeds(feeds::of_plan(here, plan))
        .source(&plan.source);
    let rows = progress.counted().count();
    let is_whole = rows <= WHOLE;
    let mut cutter = if is_whole { Cutter::whole() } else { Cutter::new(page) };
    let mut agencies = Agencies::default();
    let mut groups = Vec::new();
    for (section, tasks) in sections(here, plan) {
        let goes_on = cutter.is_past_start();
        let rows = cutter.cut(&tasks).iter().map(|task| row(here, *task, &mut agencies));
        groups.push(RowGroup {
            id: section.fragment(plan),
            value: section.value(plan),
            name: section.name(plan),
            official: section.official(plan).map(str::to_owned),
            goes_on,
            rows: rows.collect(),
        });
    }
    groups.retain(|group| !group.rows.is_empty());
    let ready = if page.is_first() { ready(here, plan) } else { Vec::new() };
    TasksView {
        frame: here.frame(cutter.head(head, &first)),
        plan: cards::plan_head(here, plan),
        answer,
        lists: selection::counts(&progress.summary, &lists, None),
        ready,
        filters: is_whole.then(|| filters(here, &groups, &agencies)),
        rows,
        groups,
        pager: cutter.pager(here, &first, Things::Tasks),
        filtered: if is_whole { Vec::new() } else { filtered(here, progress) },
        notes: skipped(plan),
    }
}

/// The lists by which a table of several pages can be filtered.
fn filtered(here: Context<'_>, progress: &PlanProgress<'_>) -> Vec<Link> {
    let is_only = here.site().plans.len() == 1;
    let lists = PlanList::present(progress, is_only).into_iter();
    lists.map(|list| here.link(&list.path(progress.plan), list.title())).collect()
}

fn skipped(plan: &Plan) -> Vec<String> {
    if plan.skipped_numbers.is_empty() {
        return Vec::new();
    }
    vec![words::skipped(enumeration::of(plan.skipped_numbers.iter().map(TaskNumber::as_str)))]
}

/// The agencies and groups that some open task names.
#[derive(Default)]
struct Agencies {
    agencies: BTreeSet<AgencyId>,
    groups: BTreeSet<GroupId>,
}

impl Agencies {
    /// The ids as one value, and each of them known from now on.
    fn ids<'a>(
        &mut self,
        agencies: impl Iterator<Item = &'a AgencyId>,
        groups: &[GroupId],
    ) -> String {
        let mut ids: Vec<&str> = Vec::new();
        for id in agencies {
            self.agencies.insert(id.clone());
            if !ids.contains(&id.as_str()) {
                ids.push(id.as_str());
            }
        }
        for id in groups {
            self.groups.insert(id.clone());
            ids.push(id.as_str());
        }
        ids.join(" ")
    }
}

fn row(here: Context<'_>, task: Disclosed<'_>, agencies: &mut Agencies) -> TaskRow {
    let mut row = TaskRow {
        key: cards::key(task),
        number: task.number().to_string(),
        title: task.called(),
        href: here.href(&paths::task(&task.plan().id, task.number())),
        standing: standings::of_task(here, task),
        leads: Vec::new(),
        deadline: None,
        withheld: task.open().is_none(),
        updated: None,
        evidence: None,
        standing_value: task.kind().tone().slug().to_owned(),
        lead_ids: String::new(),
        partner_ids: String::new(),
        years: None,
    };
    if let Some(progress) = task.open() {
        fill(here, progress, agencies, &mut row);
    }
    row
}

fn fill(
    here: Context<'_>,
    progress: &TaskProgress<'_>,
    agencies: &mut Agencies,
    row: &mut TaskRow,
) {
    let task = progress.task;
    row.leads = parties::leads(here, progress);
    row.deadline = progress.timing.deadline.map(limit_view);
    row.updated = progress.last_news.map(partial_view);
    let mut evidence = progress.events.iter().flat_map(|event| &event.evidence);
    row.evidence = Some(evidence.any(|evidence| evidence.public().is_some()));
    let named = task.leads.agencies.iter();
    let today = progress.responsible.iter().filter_map(Responsible::agency);
    row.lead_ids = agencies.ids(named.chain(today), &task.leads.groups);
    if let Some(partners) = &task.partners {
        row.partner_ids = agencies.ids(partners.agencies.iter(), &partners.groups);
    }
    row.years = years(progress);
}

/// First and last year that the task's time names; nothing where it names none.
fn years(progress: &TaskProgress<'_>) -> Option<(i16, i16)> {
    let timing = &progress.timing;
    let last = timing.end().max(timing.original_end())?;
    Some((timing.from.unwrap_or(last).min(last).year(), last.year()))
}

fn filters(here: Context<'_>, groups: &[RowGroup], known: &Agencies) -> Filters {
    let rows = || groups.iter().flat_map(|group| &group.rows);
    let standings: BTreeMap<Tone, &str> =
        rows().map(|row| (row.standing.tone, row.standing_value.as_str())).collect();
    let standings = standings
        .into_iter()
        .map(|(tone, value)| Choice { value: value.to_owned(), text: tone.label().to_owned() });
    let agencies = known.agencies.iter().map(|id| Choice {
        value: id.to_string(),
        text: here.site().agency(id).last_name().full.clone(),
    });
    let of_agencies = known.groups.iter().map(|id| Choice {
        value: id.to_string(),
        text: plans::group_of_agencies(&here.site().group(id).name),
    });
    let years: BTreeSet<i16> =
        rows().filter_map(|row| row.years).flat_map(|(first, last)| first..=last).collect();
    let years = years.into_iter().map(|year| year.to_string());
    Filters {
        standings: standings.collect(),
        groups: groups
            .iter()
            .filter(|group| !group.name.is_empty())
            .map(|group| Choice { value: group.value.clone(), text: group.name.clone() })
            .collect(),
        agencies: in_order(agencies.chain(of_agencies).collect(), |choice| &choice.text),
        evidence: [
            (true, "co", words::with_evidence()),
            (false, "khong", words::without_evidence()),
        ]
        .into_iter()
        .filter(|(has, ..)| rows().any(|row| row.evidence == Some(*has)))
        .map(|(_, value, text)| Choice { value: value.to_owned(), text: text.to_owned() })
        .collect(),
        years: years.map(|year| Choice { value: year.clone(), text: year }).collect(),
    }
}

/// The ready lists by group, agency and year.
fn ready(here: Context<'_>, plan: &Plan) -> Vec<ReadyLists> {
    let progress = here.progress.plan(&plan.id);
    let (mut groups, mut leads, mut years) = (Vec::new(), Vec::new(), Vec::new());
    let lists = [PlanList::Group, PlanList::Lead, PlanList::Year];
    let places = lists.map(|list| (list, plan_list::places(here, plan, list)));
    let places = |list: PlanList| {
        let found = places.iter().find(|(other, _)| *other == list);
        &found.expect("these are the lists of slices").1
    };
    for slice in Slice::present(progress) {
        let (list, summary, label) = match &slice {
            Slice::Group(at) => {
                (&mut groups, &progress.parts().by_group[*at], plan.groups[*at].name())
            }
            Slice::Lead(id) => {
                let label = here.agency_then(id, plan.issued).name;
                (&mut leads, &progress.parts().by_lead[id], label)
            }
            Slice::LeadGroup(id) => {
                let label = plans::group_of_agencies(&here.site().group(id).name);
                (&mut leads, &progress.parts().by_lead_group[id], label)
            }
            Slice::Year(year) => {
                (&mut years, &progress.parts().open_by_year[year], year.to_string())
            }
        };
        let count = summary.ledger.live;
        let figure = places(slice.list()).figure(here, &slice.section(plan), count);
        list.push(Count { figure, label, tone: None });
    }
    let leads = in_order(leads, |count| &count.label);
    [
        ("theo-nhom", words::by_group(), groups),
        ("theo-noi-chu-tri", words::by_lead(), leads),
        ("theo-nam", words::by_year(), years),
    ]
    .into_iter()
    .filter(|(.., lists)| !lists.is_empty())
    .map(|(id, name, lists)| ReadyLists { id: id.to_owned(), name: name.to_owned(), lists })
    .collect()
}
