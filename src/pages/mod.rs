//! Every page, with the data that its template may read.
//!
//! In: [`Progress`] and what a build decides about all pages. Out: [`PageSet`], the list of pages; the view of
//! each is made when it is rendered, so that memory does not grow with the bytes of the site. A view is the page's
//! whole list of dependencies: same theme, same view, same bytes. Order, wording and numbers are decided here.

mod context;
pub mod frame;
pub mod lists;
pub mod parts;
pub mod plan;
pub mod reports;
pub mod site;
pub mod values;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use context::Context;
pub use context::PageOptions;
use lists::selection::Selection;
use lists::slice::Slice;
use reports::list::ReportList;
use site::search::Letter;

use crate::model::{AgencyId, Evidence, GroupId, PlanId, TaskNumber};
use crate::output::Checksum;
use crate::paths::{self, PagePath, prose_names};
use crate::progress::{Disclosed, PlanProgress, Progress};
use crate::search::SearchIndex;

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The first page.
    Home,
    /// The list of plans.
    Plans,
    /// A plan's dashboard.
    Plan(PlanId),
    /// A plan's text.
    Text(PlanId),
    /// A plan's attributes.
    Attributes(PlanId),
    /// A plan's relations.
    Relations(PlanId),
    /// Every change of a plan.
    PlanHistory(PlanId),
    /// A plan's answer for a frame of another page.
    Embed(PlanId),
    /// A plan's tasks.
    Tasks(PlanId),
    /// A task.
    Task(PlanId, TaskNumber),
    /// A plan's tasks over the years.
    Timeline(PlanId),
    /// What changed in a plan from period to period.
    Changes(PlanId),
    /// A plan on the last day of a period.
    Past(PlanId, Date),
    /// A plan's reports.
    Reports(PlanId),
    /// A plan's reports of one year.
    ReportYear(PlanId, i16),
    /// Points without task, tasks without point.
    Coverage(PlanId),
    /// The list of agencies.
    Agencies,
    /// An agency.
    Agency(AgencyId),
    /// A group of agencies.
    Group(GroupId),
    /// Reports of a plan.
    ReportList(PlanId, ReportList),
    /// Tasks of a plan of one group, lead or year.
    Slice(PlanId, Slice),
    /// Tasks of all plans that have something in common.
    Selection(Selection),
    /// What was published lately.
    Updates,
    /// Corrections.
    Corrections,
    /// How to ask and report errors.
    Petition,
    /// The glossary.
    Glossary,
    /// How standings are derived.
    Method,
    /// What can be downloaded.
    Data,
    /// What can be downloaded of a plan.
    PlanData(PlanId),
    /// A page of prose, by name.
    Prose(String),
    /// The map of the site.
    SiteMap,
    /// The search page.
    Search,
    /// The entries under the letter at this place in the alphabet.
    Letter(usize),
    /// What a wrong address shows.
    NotFound,
    /// `sitemap.xml`.
    Sitemap,
    /// `robots.txt`.
    Robots,
}

/// A page of the site.
#[derive(Clone, Debug)]
pub struct Page {
    /// Where it is published.
    pub path: PagePath,
    /// What it shows.
    pub kind: PageKind,
}

impl Page {
    /// The template that renders it.
    pub fn template(&self) -> &'static str {
        match &self.kind {
            PageKind::Home => "home.html",
            PageKind::Plans => "plans.html",
            PageKind::Plan(_) => "plan.html",
            PageKind::Text(_) => "text.html",
            PageKind::Attributes(_) => "attributes.html",
            PageKind::Relations(_) => "relations.html",
            PageKind::PlanHistory(_) => "plan-history.html",
            PageKind::Embed(_) => "embed.html",
            PageKind::Tasks(_) => "tasks.html",
            PageKind::Task(..) => "task.html",
            PageKind::Timeline(_) => "timeline.html",
            PageKind::Changes(_) => "changes.html",
            PageKind::Past(..) => "past.html",
            PageKind::Reports(_) => "reports.html",
            PageKind::ReportYear(..) => "report-year.html",
            PageKind::Coverage(_) => "coverage.html",
            PageKind::Agencies => "agencies.html",
            PageKind::Agency(_) => "agency.html",
            PageKind::Group(_) => "group.html",
            PageKind::ReportList(..) => "report-list.html",
            PageKind::Slice(..) => "slice.html",
            PageKind::Selection(_) => "selection.html",
            PageKind::Updates => "updates.html",
            PageKind::Corrections => "corrections.html",
            PageKind::Petition => "petition.html",
            PageKind::Glossary => "glossary.html",
            PageKind::Method => "method.html",
            PageKind::Data => "data.html",
            PageKind::PlanData(_) => "plan-data.html",
            PageKind::Prose(_) => "prose.html",
            PageKind::SiteMap => "site-map.html",
            PageKind::Search => "search.html",
            PageKind::Letter(_) => "letter.html",
            PageKind::NotFound => "404.html",
            PageKind::Sitemap => "sitemap.xml",
            PageKind::Robots => "robots.txt",
        }
    }

    /// What the page speaks of, for messages.
    pub fn record(&self) -> String {
        match &self.kind {
            PageKind::Task(plan, number) => format!("nhiệm vụ {number} của {plan}"),
            PageKind::Agency(id) => format!("cơ quan {id}"),
            PageKind::Group(id) => format!("nhóm {id}"),
            _ => format!("trang {}", self.path),
        }
    }
}

/// The view of any page.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum View {
    /// Of the first page.
    Home(Box<site::home::HomeView>),
    /// Of the list of plans.
    Plans(Box<site::plans::PlansView>),
    /// Of a plan's dashboard.
    Plan(Box<plan::dashboard::PlanView>),
    /// Of a plan's text.
    Text(Box<plan::text::TextView>),
    /// Of a plan's attributes.
    Attributes(Box<plan::attributes::AttributesView>),
    /// Of a plan's relations.
    Relations(Box<plan::relations::RelationsView>),
    /// Of a plan's changes.
    PlanHistory(Box<plan::history::PlanHistoryView>),
    /// Of a plan's answer for a frame.
    Embed(Box<plan::embed::EmbedView>),
    /// Of a plan's tasks.
    Tasks(Box<plan::tasks::TasksView>),
    /// Of a task.
    Task(Box<plan::task::TaskView>),
    /// Of a plan's tasks over the years.
    Timeline(Box<plan::timeline::TimelineView>),
    /// Of a plan's changes from period to period.
    Changes(Box<plan::changes::ChangesView>),
    /// Of a plan on a day in the past.
    Past(Box<plan::past::PastView>),
    /// Of a plan's reports.
    Reports(Box<reports::overview::ReportsView>),
    /// Of a year's reports.
    ReportYear(Box<reports::year::ReportYearView>),
    /// Of the coverage.
    Coverage(Box<plan::coverage::CoverageView>),
    /// Of the list of agencies.
    Agencies(Box<site::agencies::AgenciesView>),
    /// Of an agency.
    Agency(Box<site::agency::AgencyView>),
    /// Of a group.
    Group(Box<site::group::GroupView>),
    /// Of a list of reports.
    ReportList(Box<reports::list::ReportListView>),
    /// Of a part of a plan's tasks.
    Slice(Box<lists::slice::SliceView>),
    /// Of a ready list.
    Selection(Box<lists::selection::SelectionView>),
    /// Of the updates.
    Updates(Box<site::updates::UpdatesView>),
    /// Of the corrections.
    Corrections(Box<site::corrections::CorrectionsView>),
    /// Of the page on petitions.
    Petition(Box<site::petition::PetitionView>),
    /// Of the glossary.
    Glossary(Box<site::glossary::GlossaryView>),
    /// Of the method.
    Method(Box<site::method::MethodView>),
    /// Of the data page.
    Data(Box<site::data::DataView>),
    /// Of a plan's data page.
    PlanData(Box<plan::data::PlanDataView>),
    /// Of a page of prose.
    Prose(Box<site::prose::ProsePageView>),
    /// Of the map of the site.
    SiteMap(Box<site::site_map::SiteMapView>),
    /// Of the search page and of a letter's page.
    Search(Box<site::search::SearchView>),
    /// Of the page for wrong addresses.
    NotFound(Box<site::not_found::NotFoundView>),
    /// Of `sitemap.xml`.
    Sitemap(Box<site::crawlers::SitemapView>),
    /// Of `robots.txt`.
    Robots(Box<site::crawlers::RobotsView>),
}

impl View {
    /// What the page shares with all others; files for crawlers share nothing.
    fn frame_mut(&mut self) -> Option<&mut frame::Frame> {
        Some(match self {
            View::Home(view) => &mut view.frame,
            View::Plans(view) => &mut view.frame,
            View::Plan(view) => &mut view.frame,
            View::Text(view) => &mut view.frame,
            View::Attributes(view) => &mut view.frame,
            View::Relations(view) => &mut view.frame,
            View::PlanHistory(view) => &mut view.frame,
            View::Embed(view) => &mut view.frame,
            View::Tasks(view) => &mut view.frame,
            View::Task(view) => &mut view.frame,
            View::Timeline(view) => &mut view.frame,
            View::Changes(view) => &mut view.frame,
            View::Past(view) => &mut view.frame,
            View::Reports(view) => &mut view.frame,
            View::ReportYear(view) => &mut view.frame,
            View::Coverage(view) => &mut view.frame,
            View::Agencies(view) => &mut view.frame,
            View::Agency(view) => &mut view.frame,
            View::Group(view) => &mut view.frame,
            View::ReportList(view) => &mut view.frame,
            View::Slice(view) => &mut view.frame,
            View::Selection(view) => &mut view.frame,
            View::Updates(view) => &mut view.frame,
            View::Corrections(view) => &mut view.frame,
            View::Petition(view) => &mut view.frame,
            View::Glossary(view) => &mut view.frame,
            View::Method(view) => &mut view.frame,
            View::Data(view) => &mut view.frame,
            View::PlanData(view) => &mut view.frame,
            View::Prose(view) => &mut view.frame,
            View::SiteMap(view) => &mut view.frame,
            View::Search(view) => &mut view.frame,
            View::NotFound(view) => &mut view.frame,
            View::Sitemap(_) | View::Robots(_) => return None,
        })
    }
}

/// How many digits of a page's checksum are its version.
const VERSION_DIGITS: usize = 10;

/// Every page of the site, in the order of their paths.
pub struct PageSet<'a> {
    progress: &'a Progress<'a>,
    index: &'a SearchIndex,
    /// The letters that entries of the index begin with.
    letters: Vec<Letter>,
    /// Progress at the end of each period of each plan.
    past: BTreeMap<Date, Progress<'a>>,
    options: PageOptions,
    pages: Vec<Page>,
}

/// The pages that `progress` makes; `index` is what they can be searched by.
pub fn list<'a>(
    progress: &'a Progress<'a>,
    index: &'a SearchIndex,
    options: PageOptions,
) -> PageSet<'a> {
    let site = progress.site;
    let mut past = BTreeMap::new();
    let mut pages: BTreeMap<PagePath, PageKind> = BTreeMap::new();
    let mut add = |path: PagePath, kind: PageKind| {
        let twin = pages.insert(path, kind);
        assert!(twin.is_none(), "ids are unique and kinds of pages have folders of their own");
    };
    for plan in &progress.plans {
        let ends = plan::periods::ends(plan, progress.as_of);
        plan_pages(plan, &ends, &mut add);
        for end in ends {
            past.entry(end).or_insert_with(|| progress.on_day(end));
        }
    }
    for id in site.agencies.keys() {
        add(paths::agency(id), PageKind::Agency(id.clone()));
    }
    for id in site.groups.keys() {
        add(paths::group(id), PageKind::Group(id.clone()));
    }
    let taken_in = [prose_names::METHOD, prose_names::PETITION, prose_names::DATA];
    for name in site.prose.keys().filter(|name| !taken_in.contains(&name.as_str())) {
        add(paths::prose(name), PageKind::Prose(name.clone()));
    }
    for list in Selection::present(progress) {
        add(list.path(), PageKind::Selection(list));
    }
    add(paths::home(), PageKind::Home);
    add(paths::plans(), PageKind::Plans);
    add(paths::agencies(), PageKind::Agencies);
    add(paths::data(), PageKind::Data);
    add(paths::updates(), PageKind::Updates);
    add(paths::corrections(), PageKind::Corrections);
    add(paths::petition(), PageKind::Petition);
    add(paths::glossary(), PageKind::Glossary);
    add(paths::method(), PageKind::Method);
    add(paths::site_map(), PageKind::SiteMap);
    add(paths::not_found(), PageKind::NotFound);
    add(paths::search(), PageKind::Search);
    let letters = site::search::letters(index);
    for (at, path) in site::search::letter_pages(index, &letters).into_iter().enumerate() {
        add(path, PageKind::Letter(at));
    }
    if options.address.is_some() {
        add(paths::sitemap(), PageKind::Sitemap);
    }
    add(paths::robots(), PageKind::Robots);
    let pages = pages.into_iter().map(|(path, kind)| Page { path, kind }).collect();
    PageSet { progress, index, letters, past, options, pages }
}

fn plan_pages(
    progress: &PlanProgress<'_>,
    ends: &BTreeSet<Date>,
    add: &mut impl FnMut(PagePath, PageKind),
) {
    let plan = progress.plan;
    let id = &plan.id;
    for slice in Slice::present(progress) {
        add(slice.path(plan), PageKind::Slice(id.clone(), slice));
    }
    if !plan.duties.is_empty() {
        for list in ReportList::ALL {
            add(list.path(plan), PageKind::ReportList(id.clone(), list));
        }
    }
    add(paths::plan(id), PageKind::Plan(id.clone()));
    add(paths::text(id), PageKind::Text(id.clone()));
    add(paths::attributes(id), PageKind::Attributes(id.clone()));
    add(paths::relations(id), PageKind::Relations(id.clone()));
    add(paths::history(id), PageKind::PlanHistory(id.clone()));
    add(paths::coverage(id), PageKind::Coverage(id.clone()));
    add(paths::embed(id), PageKind::Embed(id.clone()));
    add(paths::tasks(id), PageKind::Tasks(id.clone()));
    for task in progress.tasks() {
        let number = task.number();
        add(paths::task(id, number), PageKind::Task(id.clone(), number.clone()));
    }
    add(paths::timeline(id), PageKind::Timeline(id.clone()));
    add(paths::changes(id), PageKind::Changes(id.clone()));
    for end in ends {
        add(paths::past(id, *end), PageKind::Past(id.clone(), *end));
    }
    add(paths::plan_data(id), PageKind::PlanData(id.clone()));
    add(paths::reports(id), PageKind::Reports(id.clone()));
    for year in reports::year::years(plan) {
        add(paths::report_year(id, year), PageKind::ReportYear(id.clone(), year));
    }
}

/// The files of a plan's folder that are published as they are: evidence that readers may see.
pub fn published_evidence<'a>(progress: &'a PlanProgress<'a>) -> impl Iterator<Item = &'a str> {
    let tasks = progress.tasks().filter_map(Disclosed::open);
    let evidence = tasks.flat_map(|task| &task.events).flat_map(|event| &event.evidence);
    evidence.filter_map(Evidence::public).filter_map(|piece| piece.file.as_deref())
}

/// The pictures that the prose of a plan's tasks shows.
pub fn pictures<'a>(progress: &'a PlanProgress<'a>) -> impl Iterator<Item = &'a str> {
    let tasks = progress.tasks().filter_map(Disclosed::open);
    tasks.flat_map(|task| &task.task.narrative.images).map(|image| image.path.as_str())
}

impl PageSet<'_> {
    /// The pages, in the order of their paths.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// The view of a page of this set.
    pub fn view(&self, page: &Page) -> View {
        self.view_with_checksum(page).0
    }

    /// The view of a page, and the checksum of all that it says; how it looks is the theme's.
    pub fn view_with_checksum(&self, page: &Page) -> (View, Checksum) {
        let mut view = self.made(page);
        // A style sheet's name changes with its bytes, which are no words of the page.
        let looks = view.frame_mut().map(frame::Frame::take_looks);
        let checksum = Checksum::of(&serde_json::to_vec(&view).expect("a view is plain data"));
        let version = checksum.to_string();
        if let (Some(frame), Some(looks)) = (view.frame_mut(), looks) {
            frame.put_looks(looks);
            frame.cite(&version[..VERSION_DIGITS]);
        }
        (view, checksum)
    }

    fn made(&self, page: &Page) -> View {
        let here = Context { progress: self.progress, options: &self.options, path: &page.path };
        let plan = |id: &PlanId| self.progress.site.plan(id);
        match &page.kind {
            PageKind::Home => View::Home(Box::new(site::home::view(here))),
            PageKind::Plans => View::Plans(Box::new(site::plans::view(here))),
            PageKind::Plan(id) => View::Plan(Box::new(plan::dashboard::view(here, plan(id)))),
            PageKind::Text(id) => View::Text(Box::new(plan::text::view(here, plan(id)))),
            PageKind::Attributes(id) => {
                View::Attributes(Box::new(plan::attributes::view(here, plan(id))))
            }
            PageKind::Relations(id) => {
                View::Relations(Box::new(plan::relations::view(here, plan(id))))
            }
            PageKind::PlanHistory(id) => {
                View::PlanHistory(Box::new(plan::history::view(here, plan(id))))
            }
            PageKind::Embed(id) => View::Embed(Box::new(plan::embed::view(here, plan(id)))),
            PageKind::Tasks(id) => View::Tasks(Box::new(plan::tasks::view(here, plan(id)))),
            PageKind::Task(id, number) => {
                let task = self.progress.plan(id).task(number);
                View::Task(Box::new(plan::task::view(here, task)))
            }
            PageKind::Timeline(id) => {
                View::Timeline(Box::new(plan::timeline::view(here, plan(id))))
            }
            PageKind::Changes(id) => {
                View::Changes(Box::new(plan::changes::view(here, plan(id), &self.past)))
            }
            PageKind::Past(id, date) => {
                let here = Context { progress: &self.past[date], ..here };
                View::Past(Box::new(plan::past::view(here, plan(id))))
            }
            PageKind::Reports(id) => {
                View::Reports(Box::new(reports::overview::view(here, plan(id))))
            }
            PageKind::ReportYear(id, year) => {
                View::ReportYear(Box::new(reports::year::view(here, plan(id), *year)))
            }
            PageKind::Coverage(id) => {
                View::Coverage(Box::new(plan::coverage::view(here, plan(id))))
            }
            PageKind::Agencies => View::Agencies(Box::new(site::agencies::view(here))),
            PageKind::Agency(id) => {
                View::Agency(Box::new(site::agency::view(here, self.progress.site.agency(id))))
            }
            PageKind::Group(id) => {
                View::Group(Box::new(site::group::view(here, self.progress.site.group(id))))
            }
            PageKind::ReportList(id, list) => {
                View::ReportList(Box::new(reports::list::view(here, plan(id), *list)))
            }
            PageKind::Slice(id, slice) => {
                View::Slice(Box::new(lists::slice::view(here, plan(id), slice)))
            }
            PageKind::Selection(list) => {
                View::Selection(Box::new(lists::selection::view(here, *list)))
            }
            PageKind::Updates => View::Updates(Box::new(site::updates::view(here))),
            PageKind::Corrections => View::Corrections(Box::new(site::corrections::view(here))),
            PageKind::Petition => View::Petition(Box::new(site::petition::view(here))),
            PageKind::Glossary => View::Glossary(Box::new(site::glossary::view(here))),
            PageKind::Method => View::Method(Box::new(site::method::view(here))),
            PageKind::Data => View::Data(Box::new(site::data::view(here))),
            PageKind::PlanData(id) => View::PlanData(Box::new(plan::data::view(here, plan(id)))),
            PageKind::Prose(name) => {
                View::Prose(Box::new(site::prose::view(here, &self.progress.site.prose[name])))
            }
            PageKind::SiteMap => View::SiteMap(Box::new(site::site_map::view(here, &self.pages))),
            PageKind::Search => {
                View::Search(Box::new(site::search::view(here, self.index, &self.letters)))
            }
            PageKind::Letter(at) => {
                let (letters, letter) = (&self.letters, &self.letters[*at]);
                View::Search(Box::new(site::search::letter_view(here, self.index, letters, letter)))
            }
            PageKind::NotFound => View::NotFound(Box::new(site::not_found::view(here))),
            PageKind::Sitemap => {
                View::Sitemap(Box::new(site::crawlers::sitemap(here, &self.pages)))
            }
            PageKind::Robots => View::Robots(Box::new(site::crawlers::robots(here))),
        }
    }
}
