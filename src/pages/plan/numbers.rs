//! A plan in numbers: done and in time or not, by group, by agency and by year, the rates and how their denominators
//! come about.
//!
//! In: one plan's progress. Out: [`NumbersView`], all that `numbers.html` may read.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::lists::column::Column;
use crate::pages::lists::plan_list::{self, OfPlan, PlanList, Slice};
use crate::pages::lists::summary;
use crate::pages::parts::cards;
use crate::pages::parts::figures::{self, Bar, BarChart, BarRow, FigureRow, FigureTable, Ledger};
use crate::pages::parts::pager::Places;
use crate::pages::parts::sentence::Sentence;
use crate::pages::plan::measures::{self, FourCells, Measure};
use crate::pages::values::{Link, PlanHead};
use crate::paths;
use crate::progress::{Disclosed, PlanProgress, StandingKind, Summary};
use crate::text::in_order;
use crate::vocabulary::plan as words;
use crate::vocabulary::tasks;

/// What `numbers.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct NumbersView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// The first sentence: the answer.
    pub answer: Sentence,
    /// Finished or not, in time or late, and silence apart.
    pub cells: FourCells,
    /// The groups of tasks; none where the document has none.
    pub groups: Option<BarChart>,
    /// By agency.
    pub agencies: Option<BarChart>,
    /// By year of deadline.
    pub years: Option<FigureTable>,
    /// How the denominator comes about.
    pub ledger: Ledger,
    /// M1 to M6.
    pub measures: Vec<Measure>,
    /// The page that explains them.
    pub method_page: Link,
}

/// Whether a plan has numbers to tell: where it has tasks.
pub(crate) fn present(progress: &PlanProgress<'_>) -> bool {
    !progress.summary.ledger.is_empty()
}

/// Whether one of a plan's groups holds a live task.
pub(crate) fn has_groups(progress: &PlanProgress<'_>) -> bool {
    progress.parts().by_group.iter().any(is_present)
}

/// Whether an agency or a group of agencies leads a live task.
pub(crate) fn has_leads(progress: &PlanProgress<'_>) -> bool {
    progress.parts().by_lead.values().chain(progress.parts().by_lead_group.values()).any(is_present)
}

fn is_present(summary: &Summary) -> bool {
    summary.ledger.live > 0
}

/// A plan's numbers.
pub(crate) fn view(here: Context<'_>, plan: &Plan) -> NumbersView {
    let progress = here.progress.plan(&plan.id);
    let summary = &progress.summary;
    let lists = OfPlan::new(here, plan);
    let place = |list: PlanList| plan_list::places(here, plan, list);
    let (groups, leads) = (groups(progress), leads(here, progress));
    let counts = groups.iter().chain(&leads).map(|(.., summary)| summary.ledger.live);
    let longest = counts.max().unwrap_or(0);
    let chart = Chart { here, progress, place: &place, longest };
    let of_groups = Words {
        message: words::groups_chart(),
        caption: tasks::by_group(),
        head: words::groups_head(),
    };
    let of_leads = Words {
        message: words::agencies_chart(),
        caption: words::agencies_caption(),
        head: words::agencies_head(),
    };
    let answer = summary::answer(summary, &lists);
    let head = Head::new(words::numbers_of(plan.cited()), answer.plain())
        .above(here.above_plan(plan))
        .source(&plan.source);
    NumbersView {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        answer,
        cells: measures::cells(summary, &lists),
        groups: (!groups.is_empty()).then(|| chart.bars(PlanList::Group, groups, of_groups, None)),
        agencies: (!leads.is_empty())
            .then(|| chart.bars(PlanList::Lead, leads, of_leads, Some(words::agencies_note()))),
        years: chart.years(),
        ledger: summary::ledger(&summary.ledger, &lists),
        measures: measures::measures(here, plan, summary, &lists),
        method_page: here.link(&paths::method(), words::method()),
    }
}

/// A bar and a row for each slice that holds a live task.
struct Chart<'a> {
    here: Context<'a>,
    progress: &'a PlanProgress<'a>,
    place: &'a dyn Fn(PlanList) -> Places,
    /// What the longest bar of all charts counts.
    longest: usize,
}

/// A part of the tasks: what it is called, what it holds, how much.
type Part<'p> = (String, Slice, &'p Summary);

/// The parts of a chart that hold a live task, the largest first; of equal ones as they came.
fn by_count<'p>(parts: impl Iterator<Item = Part<'p>>) -> Vec<Part<'p>> {
    let mut parts: Vec<_> = parts.filter(|(.., summary)| is_present(summary)).collect();
    parts.sort_by_key(|(.., summary)| std::cmp::Reverse(summary.ledger.live));
    parts
}

/// A plan's groups.
fn groups<'p>(progress: &'p PlanProgress<'_>) -> Vec<Part<'p>> {
    let groups = progress.plan.groups.iter().zip(&progress.parts().by_group).enumerate();
    by_count(groups.map(|(at, (group, summary))| (group.name(), Slice::Group(at), summary)))
}

/// The agencies that a plan names as leads, and the groups of agencies.
fn leads<'p>(here: Context<'_>, progress: &'p PlanProgress<'_>) -> Vec<Part<'p>> {
    let leads = progress.parts().by_lead.iter().map(|(id, summary)| {
        let name = here.agency_then(id, progress.plan.issued).name;
        (name, Slice::Lead((*id).clone()), summary)
    });
    let groups = progress.parts().by_lead_group.iter().map(|(id, summary)| {
        let name = words::group_of_agencies(here.group(id).name);
        (name, Slice::LeadGroup((*id).clone()), summary)
    });
    let leads = in_order(leads.collect(), |(name, ..)| name);
    let groups = in_order(groups.collect(), |(name, ..)| name);
    by_count(leads.into_iter().chain(groups))
}

impl<'a> Chart<'a> {
    fn link(&self, places: &Places, slice: &Slice, text: String) -> Link {
        let section = slice.section(self.progress.plan);
        Link { href: places.href(self.here, &section), text }
    }

    fn bar(
        &self,
        places: &Places,
        slice: &Slice,
        tasks: impl Iterator<Item = Disclosed<'a>>,
    ) -> Bar {
        let section = slice.section(self.progress.plan);
        let standings = tasks.map(Disclosed::kind);
        figures::bar_on(self.longest, standings, plan_list::of_tone(self.here, places, &section))
    }

    /// The numbers under [`COLUMNS`].
    fn row(&self, places: &Places, slice: &Slice, text: String, summary: &Summary) -> FigureRow {
        let section = slice.section(self.progress.plan);
        let figure = |column: Option<Column>, count: usize| {
            plan_list::figure(self.here, places, &section, column, count)
        };
        let live = summary.ledger.live;
        let done = summary.measures.done.n;
        let late = summary.tally.of(StandingKind::Overdue);
        let silent = summary::silent(summary);
        FigureRow {
            text,
            href: Some(places.href(self.here, &section)),
            cells: vec![
                figure(None, live),
                figure(Some(Column::Done), done),
                figure(Some(Column::Overdue), late),
                figure(Some(Column::Silent), silent),
                figure(Some(Column::Rest), live - done - late - silent),
            ],
        }
    }

    /// Bars and rows of `parts`, under the words of the chart.
    fn bars(
        &self,
        list: PlanList,
        parts: Vec<Part<'_>>,
        words: Words,
        note: Option<&str>,
    ) -> BarChart {
        let places = (self.place)(list);
        let tasks = |slice: &Slice| {
            let slice = slice.clone();
            let counted = self.progress.counted();
            counted.filter(move |task| task.is_live() && slice.holds(*task))
        };
        let bars = parts.iter().map(|(name, slice, summary)| {
            let section = slice.section(self.progress.plan);
            BarRow {
                link: self.link(&places, slice, name.clone()),
                figure: plan_list::figure(self.here, &places, &section, None, summary.ledger.live),
                bar: self.bar(&places, slice, tasks(slice)),
            }
        });
        let bars: Vec<BarRow> = bars.collect();
        let tones =
            parts.iter().flat_map(|(_, slice, _)| tasks(slice)).map(|task| task.kind().tone());
        let key = figures::key(tones, |_| None);
        let rows = parts
            .into_iter()
            .map(|(name, slice, summary)| self.row(&places, &slice, name, summary));
        BarChart {
            message: words.message.to_owned(),
            rows: bars,
            key,
            table: table(words.caption, words.head, rows.collect(), note),
        }
    }

    fn years(&self) -> Option<FigureTable> {
        let years = self.progress.parts().open_by_year.iter();
        let years: Vec<_> = years.filter(|(_, summary)| summary.ledger.live > 0).collect();
        if years.is_empty() {
            return None;
        }
        let places = (self.place)(PlanList::Year);
        let rows = years.into_iter().map(|(year, summary)| {
            self.row(&places, &Slice::Year(*year), year.to_string(), summary)
        });
        let hidden = self.progress.counted().any(|task| task.open().is_none());
        let note = hidden.then_some(words::years_note());
        Some(table(words::years_caption(), words::years_head(), rows.collect(), note))
    }
}

/// The words of a chart.
struct Words {
    message: &'static str,
    caption: &'static str,
    head: &'static str,
}

const COLUMNS: [Column; 4] = [Column::Done, Column::Overdue, Column::Silent, Column::Rest];

fn table(caption: &str, head: &str, rows: Vec<FigureRow>, note: Option<&str>) -> FigureTable {
    let columns = COLUMNS.map(|column| column.words().head.to_owned());
    FigureTable {
        caption: caption.to_owned(),
        head: head.to_owned(),
        columns: std::iter::once(words::tasks_head().to_owned()).chain(columns).collect(),
        rows,
        note: note.map(str::to_owned),
    }
}
