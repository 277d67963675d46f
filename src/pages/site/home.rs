//! The home page: the answer over all plans.
//!
//! In: progress on the page's date. Out: [`HomeView`], all that `home.html` may read.

use serde::Serialize;

use crate::export::names;
use crate::model::Plan;
use crate::pages::context::{Context, Head, date_view};
use crate::pages::frame::Frame;
use crate::pages::lists::fields;
use crate::pages::lists::plan_card::{self, PlanCard};
use crate::pages::lists::selection::{self, OfSite, live};
use crate::pages::lists::summary;
use crate::pages::parts::cards::TaskCard;
use crate::pages::parts::feeds;
use crate::pages::parts::field::Field;
use crate::pages::parts::figures::{self, Bar, Figure, Ledger};
use crate::pages::parts::sentence::Sentence;
use crate::pages::parts::updates::{self, UpdateItem};
use crate::pages::values::{DateView, Link};
use crate::paths;
use crate::vocabulary::home as words;
use crate::vocabulary::kinds::DocumentKind;
use crate::vocabulary::pages;
use crate::vocabulary::plan as plan_words;
use crate::vocabulary::tasks;
use crate::vocabulary::text;

/// What `home.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// What every page shares.
    pub frame: Frame,
    /// The first sentence: the answer.
    pub answer: Sentence,
    /// The sentences that complete it, such as on overdue tasks and on silence.
    pub more: Vec<Sentence>,
    /// The tasks as squares, a row a plan, or a group of the only one; none where there are too many.
    pub field: Option<Field>,
    /// The bar over all live tasks, where there are too many for squares.
    pub bar: Option<Bar>,
    /// The only plan, of which the whole page speaks.
    pub only: Option<PlanLink>,
    /// The newest plans, where there are several.
    pub plans: Vec<PlanCard>,
    /// Where all plans are listed, if these are not all.
    pub more_plans: Option<Sentence>,
    /// That no task is known to be overdue; shown where none is.
    pub none_overdue: &'static str,
    /// The overdue tasks, oldest deadline first; of many the first.
    pub overdue: Vec<TaskCard>,
    /// How many of them stand here, where these are not all.
    pub overdue_more: Option<Sentence>,
    /// The page of all overdue tasks.
    pub overdue_page: String,
    /// How the denominator comes about.
    pub ledger: Ledger,
    /// The latest changes.
    pub updates: Vec<UpdateItem>,
    /// The page of all changes.
    pub updates_page: String,
    /// Where to go next.
    pub guides: Vec<Link>,
}

/// The plan of a site that has one.
#[derive(Clone, Debug, Serialize)]
pub struct PlanLink {
    /// The plan's page; its words are the number.
    pub link: Link,
    /// What citizens call it.
    pub short_name: String,
    /// When; none of a draft without a day.
    pub issued: Option<DateView>,
}

/// The first page.
pub(crate) fn view(here: Context<'_>) -> HomeView {
    let settings = &here.site().settings;
    let summary = &here.progress.total;
    let lists = OfSite(here);
    let answer = summary::answer(summary, &lists);
    let description = words::described(&settings.description, answer.plain());
    let head =
        Head::new(settings.name.clone(), description).feeds(feeds::of_site(here, names::UPDATES));
    let mut plans: Vec<&Plan> = here.site().plans.values().collect();
    plans.sort_by_key(|plan| std::cmp::Reverse(plan.issued));
    let several = plans.len() > 1;
    let (overdue, overdue_more) = summary::overdue(here, here.progress.counted(), several, &lists);
    let field = fields::of_site(here, &plans, &lists);
    let bar = || figures::bar(live(here.progress.counted()), selection::of_tone(&lists));
    let latest = if several { updates::LATEST } else { LATEST };
    let cards = plans.iter().take(if several { NEWEST } else { 0 });
    HomeView {
        frame: here.frame(head),
        answer,
        more: summary::more(summary, &lists),
        bar: field.is_none().then(bar),
        field,
        only: (!several).then(|| plan_link(here, &plans)).flatten(),
        plans: cards.map(|plan| plan_card::card(here, plan)).collect(),
        more_plans: (plans.len() > NEWEST).then(|| more_plans(here)),
        none_overdue: words::none_overdue(),
        overdue,
        overdue_more,
        overdue_page: here.href(&paths::overdue()),
        ledger: summary::ledger(&summary.ledger, &lists),
        updates: updates::latest(here, &here.progress.history, latest, several),
        updates_page: here.href(&paths::updates()),
        guides: guides(here),
    }
}

fn plan_link(here: Context<'_>, plans: &[&Plan]) -> Option<PlanLink> {
    let plan = plans.first()?;
    Some(PlanLink {
        link: here.link(&paths::plan(&plan.id), plan.cited()),
        short_name: plan.short_name.clone(),
        issued: plan.dated().map(date_view),
    })
}

/// How many plans the page shows.
const NEWEST: usize = 5;

/// How many changes it names where there is one plan.
const LATEST: usize = 2;

fn more_plans(here: Context<'_>) -> Sentence {
    let plans = &here.site().plans;
    let list = format!("{}#danh-sach", here.href(&paths::plans()));
    let count = Figure::of(plans.len(), list);
    Sentence::from(match plans.values().all(|plan| plan.kind == DocumentKind::Plan) {
        true => plan_words::newest(count),
        false => plan_words::newest_documents(count),
    })
}

/// Where to go next; the plans' own pages only while they are few.
fn guides(here: Context<'_>) -> Vec<Link> {
    let mut guides = vec![here.link(&paths::agencies(), words::to_agencies())];
    let plans = &here.site().plans;
    if plans.len() > NEWEST {
        guides.push(here.link(&paths::plans(), pages::list_of_plans()));
    }
    for plan in plans.values().filter(|_| plans.len() <= NEWEST) {
        // The main menu has the tasks of the only plan.
        if plans.len() > 1 && here.progress.plan(&plan.id).tasks().next().is_some() {
            guides.push(here.link(&paths::tasks(&plan.id), tasks::of_plan(plan.cited())));
        }
        let whole = text::of_plan(plan.cited());
        guides.push(here.link(&paths::text(&plan.id), whole));
    }
    guides.push(here.link(&paths::method(), words::to_method()));
    guides.push(here.link(&paths::data(), words::to_data()));
    guides
}
