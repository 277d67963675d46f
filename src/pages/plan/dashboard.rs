//! A plan's dashboard.
//!
//! In: one plan's progress. Out: [`PlanView`], all that `plan.html` may read.

use serde::Serialize;
use serde_json::json;

use crate::model::Plan;
use crate::pages::context::{Context, Head, date_view, runs};
use crate::pages::frame::Frame;
use crate::pages::lists::fields;
use crate::pages::lists::plan_card;
use crate::pages::lists::plan_list::OfPlan;
use crate::pages::lists::selection::{self, live};
use crate::pages::lists::summary;
use crate::pages::parts::cards::{self, TaskCard};
use crate::pages::parts::feeds;
use crate::pages::parts::field::Field;
use crate::pages::parts::figures::{self, Bar, Ledger};
use crate::pages::parts::sentence::Sentence;
use crate::pages::parts::updates::{self, UpdateItem};
use crate::pages::plan::indicators as all_indicators;
use crate::pages::plan::numbers;
use crate::pages::plan::outline;
use crate::pages::values::{DateView, Link, PlanHead, Run};
use crate::paths::{self, PagePath};
use crate::progress::PlanProgress;
use crate::vocabulary::pages;
use crate::vocabulary::plan as words;

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
    /// The tasks as squares in the groups of the document; none where there are too many, or none.
    pub field: Option<Field>,
    /// The bar over all live tasks, where there are too many for squares.
    pub bar: Option<Bar>,
    /// The overdue tasks, oldest deadline first; of many the first.
    pub overdue: Vec<TaskCard>,
    /// That they are not all, and where all are.
    pub overdue_more: Option<Sentence>,
    /// The latest changes.
    pub updates: Vec<UpdateItem>,
    /// The page of all the plan's changes.
    pub updates_page: String,
    /// What the document has, where it has no tasks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contents: Option<Vec<Link>>,
    /// How the denominator comes about.
    pub ledger: Ledger,
    /// What stands on other pages, under the fragments that it had here.
    pub further: Vec<Further>,
}

/// Where a part of the plan's page went.
#[derive(Clone, Debug, Serialize)]
pub struct Further {
    /// Its fragment on this page.
    pub id: &'static str,
    /// The same place on its page.
    pub link: Link,
}

/// How many changes a plan's page names.
const LATEST: usize = 3;

/// A plan's dashboard.
pub(crate) fn view(here: Context<'_>, plan: &Plan) -> PlanView {
    let progress = here.progress.plan(&plan.id);
    let summary = &progress.summary;
    let lists = OfPlan::new(here, plan);
    let (overdue, overdue_more) = summary::overdue(here, progress.counted(), false, &lists);
    let answer = summary::answer(summary, &lists);
    let issuer = here.agency_then(&plan.issuer, plan.issued).name;
    let head = Head::new(words::named(plan.cited(), &plan.short_name), answer.plain())
        .above(vec![(paths::plans(), pages::plans().to_owned())])
        .source(&plan.source)
        .feeds(feeds::of_plan(here, plan))
        .json_ld(legislation(here, plan, &issuer));
    let field = fields::of_plan(here, plan, &lists);
    let bar = || figures::bar(live(progress.counted()), selection::of_tone(&lists));
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
        bar: field.is_none().then(bar),
        field,
        overdue,
        overdue_more,
        updates: updates::latest(here, &progress.history, LATEST, false),
        updates_page: here.href(&paths::history(&plan.id)),
        contents: summary.ledger.is_empty().then(|| contents(here, plan)),
        ledger: summary::ledger(&summary.ledger, &lists),
        further: further(here, progress),
    }
}

/// What once stood on the page, and where it stands now.
fn further(here: Context<'_>, progress: &PlanProgress<'_>) -> Vec<Further> {
    let plan = progress.plan;
    let at = |page: &PagePath, id: &'static str, text: &str| Further {
        id,
        link: Link { href: format!("{}#{id}", here.href(page)), text: text.to_owned() },
    };
    let mut further = Vec::new();
    if numbers::present(progress) {
        let page = paths::numbers(&plan.id);
        let parts = [
            (true, paths::plan_parts::CELLS, words::cells()),
            (numbers::has_groups(progress), paths::plan_parts::GROUPS, words::groups()),
            (numbers::has_leads(progress), paths::plan_parts::AGENCIES, words::agencies()),
            (true, paths::plan_parts::YEARS, words::years_of_deadlines()),
            (true, paths::plan_parts::MEASURES, words::measures()),
        ];
        let parts = parts.into_iter().filter(|(is_there, ..)| *is_there);
        further.extend(parts.map(|(_, id, text)| at(&page, id, text)));
    }
    if all_indicators::link(here, plan).is_some() {
        let page = here.link(&paths::indicators(&plan.id), words::indicators());
        further.push(Further { id: paths::plan_parts::INDICATORS, link: page });
    }
    let page = paths::related(&plan.id);
    if !plan.related.is_empty() {
        further.push(at(&page, paths::plan_parts::RELATED, words::related()));
    }
    if !plan.notes.is_empty() {
        further.push(at(&page, paths::plan_parts::NOTES, words::notes()));
    }
    further
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
