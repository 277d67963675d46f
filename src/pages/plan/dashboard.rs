//! A plan's dashboard.
//!
//! In: one plan's progress. Out: [`PlanView`], all that `plan.html` may read.

use serde::Serialize;
use serde_json::json;

use crate::model::Plan;
use crate::pages::context::{Context, Head, date_view, runs};
use crate::pages::frame::Frame;
use crate::pages::lists::column::Column;
use crate::pages::lists::plan_card;
use crate::pages::lists::plan_list::{self, OfPlan, PlanList, Slice};
use crate::pages::lists::selection::{self, live};
use crate::pages::lists::summary;
use crate::pages::parts::cards::{self, TaskCard};
use crate::pages::parts::events::{self, RelatedView};
use crate::pages::parts::feeds;
use crate::pages::parts::figures::{self, Bar, BarChart, BarRow, FigureRow, FigureTable, Ledger};
use crate::pages::parts::indicators::{self, IndicatorView};
use crate::pages::parts::pager::Places;
use crate::pages::parts::sentence::Sentence;
use crate::pages::parts::updates::{self, UpdateItem};
use crate::pages::plan::indicators as all_indicators;
use crate::pages::plan::measures::{self, FourCells, Measure};
use crate::pages::plan::outline;
use crate::pages::values::{DateView, Link, PlanHead, Run};
use crate::paths;
use crate::progress::{Disclosed, PlanProgress, StandingKind, Summary};
use crate::text::in_order;
use crate::vocabulary::pages;
use crate::vocabulary::plan as words;
use crate::vocabulary::tasks;

/// What `plan.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct PlanView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// The abstract, verbatim.
    pub title: Vec<Run>,
    /// Who issued it, such as "UBND tỉnh Thanh Hóa".
    pub issuer: String,
    /// When.
    pub issued: Option<DateView>,
    /// First and last year, such as "2015–2020".
    pub period: Option<String>,
    /// The plan's own state, such as "Trong giai đoạn của văn bản"; none where it names no period.
    pub state: Option<String>,
    /// The first sentence: the answer.
    pub answer: Sentence,
    /// The sentences that complete it.
    pub more: Vec<Sentence>,
    /// The bar under the answer, over all live tasks.
    pub bar: Bar,
    /// Finished or not, in time or late, and silence apart.
    pub cells: FourCells,
    /// The overdue tasks, oldest deadline first; of many the first.
    pub overdue: Vec<TaskCard>,
    /// That they are not all, and where all are.
    pub overdue_more: Option<Sentence>,
    /// The groups of tasks, in the order of the text.
    pub groups: BarChart,
    /// By agency.
    pub agencies: BarChart,
    /// By year of deadline.
    pub years: FigureTable,
    /// The latest changes.
    pub updates: Vec<UpdateItem>,
    /// The page of all the plan's changes.
    pub updates_page: String,
    /// What the plan itself wants to reach.
    pub indicators: Vec<IndicatorView>,
    /// The page of all indicators of the plan and its tasks.
    pub indicators_page: Option<Link>,
    /// What the document has, where it has no tasks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contents: Option<Vec<Link>>,
    /// How the denominator comes about.
    pub ledger: Ledger,
    /// M1 to M6.
    pub measures: Vec<Measure>,
    /// The page that explains them.
    pub method_page: Link,
    /// Facts about the whole plan; they set no task's standing.
    pub related: Vec<RelatedView>,
    /// Editorial notes.
    pub notes: Vec<String>,
}

/// A plan's dashboard.
pub(crate) fn view(here: Context<'_>, plan: &Plan) -> PlanView {
    let progress = here.progress.plan(&plan.id);
    let summary = &progress.summary;
    let lists = OfPlan::new(here, plan);
    let place = |list: PlanList| plan_list::places(here, plan, list);
    let chart = Chart { here, progress, place: &place };
    let (overdue, overdue_more) = summary::overdue(here, progress.counted(), false, &lists);
    let answer = summary::answer(summary, &lists);
    let issuer = here.agency_then(&plan.issuer, plan.issued).name;
    let head = Head::new(words::named(plan.cited(), &plan.short_name), answer.plain())
        .above(vec![(paths::plans(), pages::plans().to_owned())])
        .source(&plan.source)
        .feeds(feeds::of_plan(here, plan))
        .json_ld(legislation(here, plan, &issuer));
    PlanView {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        title: runs(&plan.title),
        issuer,
        issued: plan.dated().map(date_view),
        period: plan_card::period(plan),
        state: plan_card::state(progress),
        answer,
        more: summary::more(summary, &lists),
        bar: figures::bar(live(progress.counted()), selection::of_tone(&lists)),
        cells: measures::cells(summary, &lists),
        overdue,
        overdue_more,
        groups: chart.groups(),
        agencies: chart.agencies(),
        years: chart.years(),
        updates: updates::latest(here, &progress.history, updates::LATEST, false),
        updates_page: here.href(&paths::history(&plan.id)),
        indicators: indicators::of(here, plan, None, &plan.indicators),
        indicators_page: all_indicators::link(here, plan),
        contents: summary::has_none(summary).then(|| contents(here, plan)),
        ledger: summary::ledger(&summary.ledger, &lists),
        measures: measures::measures(here, plan, summary, &lists),
        method_page: here.link(&paths::method(), words::method()),
        related: plan.related.iter().map(events::related).collect(),
        notes: plan.notes.clone(),
    }
}

/// The parts of the text, or the text itself where it has none.
fn contents(here: Context<'_>, plan: &Plan) -> Vec<Link> {
    let text = here.link(&paths::text(&plan.id), pages::text());
    let parts = outline::of(&plan.text).into_iter().map(|item| Link {
        href: format!("{}{}", text.href, item.link.href),
        text: item.link.text,
    });
    let parts: Vec<Link> = parts.collect();
    if parts.is_empty() { vec![text] } else { parts }
}

fn legislation(here: Context<'_>, plan: &Plan, issuer: &str) -> serde_json::Value {
    let mut value = json!({
        "@type": "Legislation",
        "name": words::named(plan.cited(), &plan.title),
        "legislationIdentifier": plan.number,
        "legislationType": plan.kind.label(),
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": issuer},
        "legislationJurisdiction": here.site().settings.locality,
        "inLanguage": "vi",
    });
    if let Some(date) = plan.dated() {
        value["legislationDate"] = json!(date.to_string());
    }
    if let Some(address) = here.address_of(&paths::text(&plan.id)) {
        value["url"] = json!(address);
    }
    value
}

/// A bar and a row for each slice that holds a live task.
struct Chart<'a> {
    here: Context<'a>,
    progress: &'a PlanProgress<'a>,
    place: &'a dyn Fn(PlanList) -> Places,
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
        figures::bar(live(tasks), plan_list::of_tone(self.here, places, &section))
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

    fn groups(&self) -> BarChart {
        let plan = self.progress.plan;
        let places = (self.place)(PlanList::Group);
        let present = plan.groups.iter().zip(&self.progress.by_group).enumerate();
        let present: Vec<_> = present.filter(|(_, (_, summary))| summary.ledger.live > 0).collect();
        let name = |at: usize| plan.groups[at].name();
        let bars = present.iter().map(|(at, _)| {
            let slice = Slice::Group(*at);
            let tasks = self.progress.counted().filter(|task| task.group() == Some(*at));
            BarRow {
                link: self.link(&places, &slice, name(*at)),
                bar: self.bar(&places, &slice, tasks),
            }
        });
        let rows = present
            .iter()
            .map(|(at, (_, summary))| self.row(&places, &Slice::Group(*at), name(*at), summary));
        BarChart {
            message: words::groups_chart().to_owned(),
            rows: bars.collect(),
            table: table(tasks::by_group(), words::groups_head(), rows.collect(), None),
        }
    }

    fn agencies(&self) -> BarChart {
        let (here, plan) = (self.here, self.progress.plan);
        let places = (self.place)(PlanList::Lead);
        let leads = self.progress.by_lead.iter();
        let leads = leads.map(|(id, summary)| {
            (here.agency_then(id, plan.issued).name, Slice::Lead((*id).clone()), summary)
        });
        let groups = self.progress.by_lead_group.iter();
        let groups = groups.map(|(id, summary)| {
            let name = words::group_of_agencies(here.group(id).name);
            (name, Slice::LeadGroup((*id).clone()), summary)
        });
        let present = |(_, _, summary): &(String, Slice, &Summary)| summary.ledger.live > 0;
        let leads = in_order(leads.filter(present).collect(), |(name, ..)| name);
        let groups = in_order(groups.filter(present).collect(), |(name, ..)| name);
        let (mut bars, mut rows) = (Vec::new(), Vec::new());
        for (name, slice, summary) in leads.into_iter().chain(groups) {
            let tasks = self.progress.counted().filter(|task| slice.holds(*task));
            let bar = self.bar(&places, &slice, tasks);
            bars.push(BarRow { link: self.link(&places, &slice, name.clone()), bar });
            rows.push(self.row(&places, &slice, name, summary));
        }
        let note = Some(words::agencies_note());
        BarChart {
            message: words::agencies_chart().to_owned(),
            rows: bars,
            table: table(words::agencies_caption(), words::agencies_head(), rows, note),
        }
    }

    fn years(&self) -> FigureTable {
        let years = self.progress.open_by_year.iter();
        let years = years.filter(|(_, summary)| summary.ledger.live > 0);
        let places = (self.place)(PlanList::Year);
        let rows = years.map(|(year, summary)| {
            self.row(&places, &Slice::Year(*year), year.to_string(), summary)
        });
        let hidden = self.progress.counted().any(|task| task.open().is_none());
        let note = hidden.then_some(words::years_note());
        table(words::years_caption(), words::years_head(), rows.collect(), note)
    }
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
