//! The kinds of pages, a row a kind.
//!
//! A row says what a page of the kind speaks of, its template, which pages there are, how their view is made, and
//! where menus and the map of the site name them. A new kind is its row, its file and its template.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::{AgencyId, GroupId, PlanId, TaskNumber};
use crate::pages::context::Context;
use crate::pages::frame::Frame;
use crate::pages::lists::duties;
use crate::pages::lists::plan_list::{self, PlanList};
use crate::pages::lists::selection::{self, Selection};
use crate::pages::matter::{Matter, PlanPage, once};
use crate::pages::menus::Menu::{self, Foot, Main, OfPlan};
use crate::pages::parts::chronicle::Span;
use crate::pages::parts::pager::PageNumber;
use crate::pages::plan;
use crate::pages::plan::period::PeriodKey;
use crate::pages::reports::list::ReportList;
use crate::pages::reports::{list, overview, year};
use crate::pages::site;
use crate::pages::site::search::Shelf;
use crate::pages::site::site_map::Place::{self, Hidden, Unnamed};
use crate::pages::site::site_map::is_parted;
use crate::paths::{self, PagePath, prose_names};
use crate::text::dates;
use crate::vocabulary::cut::shortened;
use crate::vocabulary::{changes, documents, indicators, pages as words, releases, task};

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
        self.kind.template()
    }

    /// Whether it tells of all other files, so that it is made after them.
    pub fn comes_last(&self) -> bool {
        matches!(self.kind, PageKind::Releases | PageKind::ReleaseChanges(_))
    }

    /// What the page speaks of, for messages.
    pub fn record(&self) -> String {
        match &self.kind {
            PageKind::Task(plan, number) => format!("nhiệm vụ {number} của {plan}"),
            PageKind::Agency(id, _) => format!("cơ quan {id}"),
            PageKind::Group(id, _) => format!("nhóm {id}"),
            _ => format!("trang {}", self.path),
        }
    }
}

/// Rows of kinds: `Kind(what it speaks of)` with
/// - `template`: the file of the theme; `frame: none` where it is no page for people;
/// - `pages`: which there are, each path with what that page speaks of;
/// - `view`: its type, and how it is made;
/// - `menus`: where menus name it and how, if they do;
/// - `map`: where the map of the site does.
macro_rules! register {
    (|$matter:ident, $pages:ident, $here:ident| $(
        $(#[$doc:meta])*
        $Kind:ident $(($($field:ident: $Type:ty),+))? {
            template: $template:literal,
            $(frame: $frame:ident,)?
            pages: $all:expr,
            view: $View:ty = $view:expr,
            $(menus: $menus:expr,)?
            map: $place:expr,
        }
    )+) => {
        /// What a page shows.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum PageKind {
            $($(#[$doc])* $Kind $(($($Type),+))?,)+
        }

        /// The view of any page.
        #[derive(Debug, Serialize)]
        #[serde(untagged)]
        pub enum View {
            $($(#[$doc])* $Kind(Box<$View>),)+
        }

        impl View {
            /// What the page shares with all others; files for crawlers share nothing.
            pub(super) fn frame_mut(&mut self) -> Option<&mut Frame> {
                match self {
                    $(View::$Kind(view) => register!(@frame view $($frame)?),)+
                }
            }
        }

        #[allow(unused_variables, reason = "a row uses what it needs")]
        impl PageKind {
            /// The pages of all kinds.
            pub(super) fn all($matter: &Matter<'_>) -> Vec<(PagePath, PageKind)> {
                let mut all = Vec::new();
                $(for (path, ($($($field,)+)?)) in $all {
                    all.push((path, PageKind::$Kind $(($($field),+))?));
                })+
                all
            }

            /// The name of the kind, as the page's body bears it: that of its template.
            pub(super) fn name(&self) -> &'static str {
                let template = self.template();
                template.split_once('.').map_or(template, |(name, _)| name)
            }

            fn template(&self) -> &'static str {
                match self {
                    $(PageKind::$Kind { .. } => $template,)+
                }
            }

            /// The view of the page; `pages` are all pages of the site.
            pub(super) fn view(
                &self,
                $matter: &Matter<'_>,
                $pages: &[Page],
                $here: Context<'_>,
            ) -> View {
                match self {
                    $(PageKind::$Kind $(($($field),+))? => View::$Kind(Box::new($view)),)+
                }
            }

            /// The menus that name the page, and its name there.
            pub(super) fn menus(&self, $matter: &Matter<'_>) -> Vec<(Menu<'_>, &'static str)> {
                match self {
                    $(PageKind::$Kind $(($($field),+))? => {
                        std::iter::empty()$(.chain($menus))?.collect()
                    })+
                }
            }

            /// Where the map of the site names the page.
            fn place<'a>(&'a self, $here: Context<'_>) -> Place<'a> {
                match self {
                    $(PageKind::$Kind $(($($field),+))? => $place,)+
                }
            }
        }
    };
    (@frame $view:ident) => { Some(&mut $view.frame) };
    (@frame $view:ident none) => {{
        let _ = $view;
        None
    }};
}

register! { |matter, pages, here|
    /// The first page.
    Home {
        template: "home.html",
        pages: once(paths::home()),
        view: site::home::HomeView = site::home::view(here),
        menus: [(Main(0), words::overview())],
        map: main(0, words::overview()),
    }
    /// The list of plans.
    Plans(page: PageNumber) {
        template: "plans.html",
        pages: site::plans::pages(matter.progress.plans.len())
            .map(|page| (page.path(&paths::plans()), (page,))),
        view: site::plans::PlansView = site::plans::view(here, *page),
        menus: page.is_first().then(|| (Main(1), words::plans())),
        map: on_first(*page, main(1, words::list_of_plans())),
    }
    /// A plan's dashboard.
    Plan(plan: PlanId) {
        template: "plan.html",
        pages: matter.plans(paths::plan),
        view: plan::dashboard::PlanView = plan::dashboard::view(here, here.site().plan(plan)),
        menus: [(OfPlan(plan, 0), words::overview())],
        map: of_plan(plan, 0, words::overview()),
    }
    /// A plan in numbers.
    Numbers(plan: PlanId) {
        template: "numbers.html",
        pages: matter.of_plans(
            |progress| plan::numbers::present(progress).then_some(()),
            |plan, ()| paths::numbers(&plan.id),
        ).into_iter().map(|(path, (plan, ()))| (path, (plan,))),
        view: plan::numbers::NumbersView = plan::numbers::view(here, here.site().plan(plan)),
        menus: [(OfPlan(plan, 13), words::numbers())],
        map: Place::OfPlan(plan, (0, None, 1), words::numbers().to_owned()),
    }
    /// News and notes about a plan.
    Related(plan: PlanId) {
        template: "related.html",
        pages: matter.of_plans(
            |progress| progress.plan.has_related().then_some(()),
            |plan, ()| paths::related(&plan.id),
        ).into_iter().map(|(path, (plan, ()))| (path, (plan,))),
        view: plan::related::RelatedPage = plan::related::view(here, here.site().plan(plan)),
        menus: [(OfPlan(plan, 14), words::related())],
        map: Place::OfPlan(plan, (0, None, 2), words::related().to_owned()),
    }
    /// A plan's text.
    Text(plan: PlanId) {
        template: "text.html",
        pages: matter.plans(paths::text),
        view: plan::text::TextView = plan::text::view(here, here.site().plan(plan)),
        menus: [(OfPlan(plan, 2), words::text())],
        map: of_plan(plan, 1, words::text()),
    }
    /// A plan's attributes.
    Attributes(plan: PlanId) {
        template: "attributes.html",
        pages: matter.plans(paths::attributes),
        view: plan::attributes::AttributesView = plan::attributes::view(here, here.site().plan(plan)),
        menus: [(OfPlan(plan, 7), words::attributes())],
        map: of_plan(plan, 2, words::attributes()),
    }
    /// A plan's relations.
    Relations(plan: PlanId) {
        template: "relations.html",
        pages: matter.plans(paths::relations),
        view: plan::relations::RelationsView = plan::relations::view(here, here.site().plan(plan)),
        menus: [(OfPlan(plan, 8), words::relations())],
        map: of_plan(plan, 3, words::relations()),
    }
    /// Every change of a plan.
    PlanHistory(plan: PlanId) {
        template: "plan-history.html",
        pages: matter.plans(paths::history),
        view: plan::history::PlanHistoryView =
            plan::history::view(here, here.site().plan(plan), &matter.histories[plan]),
        menus: [(OfPlan(plan, 6), words::history())],
        map: of_plan(plan, 4, words::history()),
    }
    /// A plan's changes in a period.
    PlanHistoryOf(plan: PlanId, span: Span) {
        template: "period.html",
        pages: matter.of_plans(
            |progress| matter.histories[&progress.plan.id].spans(),
            |plan, span| paths::history_of(&plan.id, &span.name()),
        ),
        view: site::updates::PeriodView =
            plan::history::period_view(here, here.site().plan(plan), &matter.histories[plan], *span),
        map: Unnamed,
    }
    /// A plan's answer for a frame of another page.
    Embed(plan: PlanId) {
        template: "embed.html",
        pages: matter.plans(paths::embed),
        view: plan::embed::EmbedView = plan::embed::view(here, here.site().plan(plan)),
        map: Hidden,
    }
    /// A plan's tasks.
    Tasks(plan: PlanId, page: PageNumber) {
        template: "tasks.html",
        pages: matter.paged_with_tasks(plan::tasks::pages, paths::tasks),
        view: plan::tasks::TasksView = plan::tasks::view(here, here.site().plan(plan), *page),
        menus: tasks_in_menus(matter, plan).filter(|_| page.is_first()),
        map: on_first(*page, of_plan(plan, 8, words::list_of_tasks())),
    }
    /// A task.
    Task(plan: PlanId, number: TaskNumber) {
        template: "task.html",
        pages: matter.of_plans(
            |progress| progress.tasks().map(|task| task.number().clone()).collect::<Vec<_>>(),
            |plan, number| paths::task(&plan.id, number),
        ),
        view: plan::task::TaskView =
            plan::task::view(here, here.progress.plan(plan).task(number)),
        map: {
            let words = shortened(&here.progress.plan(plan).task(number).called());
            Place::OfPlan(plan, (9, Some(number), 0), task::named(number, words))
        },
    }
    /// A plan's tasks over the years.
    Timeline(plan: PlanId, page: PageNumber) {
        template: "timeline.html",
        pages: matter.paged_with_tasks(plan::timeline::pages, paths::timeline),
        view: plan::timeline::TimelineView =
            plan::timeline::view(here, here.site().plan(plan), *page),
        menus: page.is_first().then(|| (OfPlan(plan, 4), words::timeline())),
        map: on_first(*page, Place::OfPlan(plan, (4, None, 1), words::timeline().to_owned())),
    }
    /// What changed in a plan from period to period.
    Changes(plan: PlanId) {
        template: "changes.html",
        pages: matter.plans_with_course(paths::changes),
        view: plan::changes::ChangesView =
            plan::changes::view(here, here.site().plan(plan), &matter.past.states(plan)),
        menus: [(OfPlan(plan, 5), words::changes())],
        map: Place::OfPlan(plan, (4, None, 2), words::changes().to_owned()),
    }
    /// What changed in a plan in one period.
    ChangesOfPeriod(plan: PlanId, period: PeriodKey, page: PageNumber) {
        template: "changes.html",
        pages: paged(matter.of_plans(
            |progress| matter.past.pages(&progress.plan.id).changes.clone(),
            |plan, (period, page)| page.path(&paths::changes_of(&plan.id, *period)),
        )),
        view: plan::changes::ChangesView = {
            let past = matter.past.states(plan);
            plan::changes::view_of_period(here, here.site().plan(plan), &past, *period, *page)
        },
        map: Unnamed,
    }
    /// A plan on the last day of a period.
    Past(plan: PlanId, end: Date, page: PageNumber) {
        template: "past.html",
        pages: paged(matter.of_plans(
            |progress| matter.past.pages(&progress.plan.id).states.clone(),
            |plan, (end, page)| page.path(&paths::past(&plan.id, *end)),
        )),
        view: plan::past::PastView = {
            let past = matter.past.states(plan);
            let here = Context { progress: &past[end], ..here };
            plan::past::view(here, here.site().plan(plan), *page)
        },
        map: on_first(
            *page,
            Place::OfPlan(plan, (5, None, end.year()), words::past(dates::long(*end))),
        ),
    }
    /// A plan's reports.
    Reports(plan: PlanId) {
        template: "reports.html",
        pages: matter.plans(paths::reports),
        view: overview::ReportsView = overview::view(here, here.site().plan(plan)),
        menus: [(OfPlan(plan, 3), words::reports())],
        map: of_plan(plan, 6, words::reports()),
    }
    /// A plan's reports of one year.
    ReportYear(plan: PlanId, year: i16, page: PageNumber) {
        template: "report-year.html",
        pages: paged(matter.of_plans(
            year::all,
            |plan, (year, page)| page.path(&paths::report_year(&plan.id, *year)),
        )),
        view: year::ReportYearView = year::view(here, here.site().plan(plan), *year, *page),
        map: on_first(*page, Place::OfPlan(plan, (7, None, *year), words::report_year(year))),
    }
    /// What a plan and its tasks want to reach.
    Indicators(plan: PlanId) {
        template: "indicators.html",
        pages: matter.of_plans(
            |progress| plan::indicators::present(progress).then_some(()),
            |plan, ()| paths::indicators(&plan.id),
        ).into_iter().map(|(path, (plan, ()))| (path, (plan,))),
        view: plan::indicators::IndicatorsView =
            plan::indicators::view(here, here.site().plan(plan)),
        menus: [(OfPlan(plan, 11), indicators::indicators())],
        map: Place::OfPlan(plan, (6, None, 1), indicators::indicators().to_owned()),
    }
    /// Points without task, tasks without point.
    Coverage(plan: PlanId, page: PageNumber) {
        template: "coverage.html",
        pages: matter.paged_with_tasks(plan::coverage::pages, paths::coverage),
        view: plan::coverage::CoverageView =
            plan::coverage::view(here, here.site().plan(plan), *page),
        menus: page.is_first().then(|| (OfPlan(plan, 9), words::coverage())),
        map: on_first(*page, of_plan(plan, 5, words::coverage_in_full())),
    }
    /// The list of agencies.
    Agencies {
        template: "agencies.html",
        pages: once(paths::agencies()),
        view: site::agencies::AgenciesView = site::agencies::view(here),
        menus: [(Main(3), words::agencies())],
        map: main(2, words::list_of_agencies()),
    }
    /// An agency.
    Agency(id: AgencyId, page: PageNumber) {
        template: "agency.html",
        pages: matter.progress.index.agencies.iter().flat_map(|(id, index)| {
            let pages = duties::pages_of_agency(index);
            pages.map(|page| (page.path(&paths::agency(id)), ((*id).clone(), page)))
        }),
        view: site::agency::AgencyView = site::agency::view(here, here.site().agency(id), *page),
        map: on_first(
            *page,
            Place::Agency(here.site().agency(id).name_on(here.as_of()).full.clone()),
        ),
    }
    /// A group of agencies.
    Group(id: GroupId, page: PageNumber) {
        template: "group.html",
        pages: matter.progress.index.groups.iter().flat_map(|(id, index)| {
            let pages = duties::pages_of_group(index);
            pages.map(|page| (page.path(&paths::group(id)), ((*id).clone(), page)))
        }),
        view: site::group::GroupView = site::group::view(here, here.site().group(id), *page),
        map: on_first(*page, Place::Group(here.site().group(id).name.clone())),
    }
    /// Reports of a plan.
    ReportList(plan: PlanId, list: ReportList) {
        template: "report-list.html",
        pages: matter.of_plans(
            |progress| ReportList::present(progress.plan),
            |plan, list| list.path(plan),
        ),
        view: list::ReportListView = list::view(here, here.site().plan(plan), *list),
        map: of_plan(plan, 7, list.title()),
    }
    /// A list of a plan's tasks.
    PlanList(plan: PlanId, list: PlanList, page: PageNumber) {
        template: "plan-list.html",
        pages: paged(matter.of_plans(
            |progress| {
                let lists = PlanList::present(progress, matter.progress.plans.len() == 1);
                let pages = |list: PlanList| list.pages(progress).map(move |page| (list, page));
                lists.into_iter().flat_map(pages).collect::<Vec<_>>()
            },
            |plan, (list, page)| page.path(&list.path(plan)),
        )),
        view: plan_list::PlanListView =
            plan_list::view(here, here.site().plan(plan), *list, *page),
        map: on_first(*page, Place::OfPlan(plan, (8, None, 1), list.title().to_owned())),
    }
    /// Tasks of all plans that have something in common.
    Selection(list: Selection, page: PageNumber) {
        template: "selection.html",
        pages: matter.lists.iter().flat_map(|(list, tasks)| {
            let pages = PageNumber::all(tasks.len());
            pages.map(|page| (page.path(&list.path()), (*list, page)))
        }),
        view: selection::SelectionView = selection::view(here, *list, *page, &matter.lists[list]),
        map: on_first(*page, main(3, list.title())),
    }
    /// What was published lately.
    Updates {
        template: "updates.html",
        pages: once(paths::updates()),
        view: site::updates::UpdatesView = site::updates::view(here, &matter.updates),
        menus: [(Main(4), changes::updates())],
        map: main(4, changes::updates()),
    }
    /// What was published in a period.
    UpdatesOf(span: Span) {
        template: "period.html",
        pages: matter.updates.spans().into_iter().map(|span| (paths::updates_of(&span.name()), (span,))),
        view: site::updates::PeriodView = site::updates::period_view(here, &matter.updates, *span),
        map: Unnamed,
    }
    /// Corrections.
    Corrections {
        template: "corrections.html",
        pages: once(paths::corrections()),
        view: site::corrections::CorrectionsView = site::corrections::view(here),
        menus: [(Foot(3), changes::corrections())],
        map: main(5, changes::corrections()),
    }
    /// How to ask and report errors.
    Petition {
        template: "petition.html",
        pages: once(paths::petition()),
        view: site::petition::PetitionView = site::petition::view(here),
        menus: [(Foot(4), words::petition())],
        map: main(9, words::petition()),
    }
    /// The glossary.
    Glossary {
        template: "glossary.html",
        pages: once(paths::glossary()),
        view: site::glossary::GlossaryView = site::glossary::view(here),
        menus: [(Foot(2), words::glossary())],
        map: main(8, words::glossary_in_full()),
    }
    /// How standings are derived.
    Method {
        template: "method.html",
        pages: once(paths::method()),
        view: site::method::MethodView = site::method::view(here),
        menus: [(Foot(1), words::method())],
        map: main(7, words::method()),
    }
    /// What can be downloaded.
    Data {
        template: "data.html",
        pages: once(paths::data()),
        view: site::data::DataView = site::data::view(here),
        menus: [(Main(5), words::data())],
        map: main(6, words::data()),
    }
    /// The documents that tasks cite.
    Documents(page: PageNumber) {
        template: "documents.html",
        pages: PageNumber::all(matter.documents.len())
            .map(|page| (page.path(&paths::documents()), (page,))),
        view: site::documents::DocumentsView =
            site::documents::view(here, &matter.documents, *page),
        map: on_first(*page, main(6, documents::title())),
    }
    /// What can be downloaded of a plan.
    PlanData(plan: PlanId) {
        template: "plan-data.html",
        pages: matter.plans(paths::plan_data),
        view: plan::data::PlanDataView = plan::data::view(here, here.site().plan(plan)),
        menus: [(OfPlan(plan, 10), words::data())],
        map: of_plan(plan, 10, words::data()),
    }
    /// A page of prose, by name.
    Prose(name: String) {
        template: "prose.html",
        pages: prose(matter),
        view: site::prose::ProsePageView = site::prose::view(here, &here.site().prose[name]),
        menus: prose_in_foot(name),
        map: main(10, &here.site().prose[name].title),
    }
    /// The map of the site.
    SiteMap {
        template: "site-map.html",
        pages: once(paths::site_map()),
        view: site::site_map::SiteMapView = {
            let places = pages.iter().map(|page| (page.kind.place(here), &page.path));
            site::site_map::view(here, places)
        },
        menus: [(Foot(6), words::site_map())],
        map: Unnamed,
    }
    /// The map of a plan's pages.
    PlanMap(plan: PlanId) {
        template: "site-map.html",
        pages: matter.plans(paths::plan_map).into_iter().filter(|_| is_parted(matter.progress)),
        view: site::site_map::SiteMapView = {
            let first = pages.partition_point(|page| page.path < paths::folder_of_plan(plan));
            let mine = pages[first..].iter().take_while(|page| paths::is_of_plan(&page.path, plan));
            let places = mine.map(|page| (page.kind.place(here), &page.path));
            site::site_map::plan_view(here, here.site().plan(plan), places)
        },
        menus: [(OfPlan(plan, 12), words::site_map())],
        map: Unnamed,
    }
    /// The search page.
    Search {
        template: "search.html",
        pages: once(paths::search()),
        view: site::search::SearchView = site::search::view(here, matter.index, &matter.letters),
        map: main(3, words::search()),
    }
    /// The entries under the letter at this place in the alphabet.
    Letter(at: usize) {
        template: "letter.html",
        pages: site::search::letter_pages(matter.index, &matter.letters)
            .into_iter()
            .enumerate()
            .map(|(at, path)| (path, (at,))),
        view: site::search::SearchView =
            site::search::letter_view(here, matter.index, &matter.letters, &matter.letters[*at], None),
        map: Unnamed,
    }
    /// Some of the entries under the letter at this place in the alphabet, or what leads to them.
    LetterShelf(at: usize, shelf: Shelf) {
        template: "letter.html",
        pages: site::search::shelves(matter.index, &matter.letters),
        view: site::search::SearchView = {
            let letter = &matter.letters[*at];
            site::search::letter_view(here, matter.index, &matter.letters, letter, Some(*shelf))
        },
        map: Unnamed,
    }
    /// The release ledger.
    Releases {
        template: "releases.html",
        pages: matter.options.releases.iter().map(|_| (paths::releases(), ())),
        view: site::releases::ReleasesView = site::releases::view(here),
        menus: [(Foot(7), releases::page())],
        map: main(11, releases::page()),
    }
    /// What changed with a release.
    ReleaseChanges(number: u64) {
        template: "release-changes.html",
        pages: matter.options.releases.iter().flat_map(|told| {
            (1..=told.count).map(|number| (paths::release_changes(number), (number,)))
        }),
        view: site::releases::ChangesView = site::releases::changes_view(here, *number),
        map: Hidden,
    }
    /// A former address.
    Former(at: usize) {
        template: "former.html",
        pages: matter.progress.site.settings.former_addresses.iter().enumerate()
            .map(|(at, former)| (PagePath::new(former.from.clone()), (at,))),
        view: site::former::FormerView = site::former::view(here, *at),
        map: Hidden,
    }
    /// What a wrong address shows.
    NotFound {
        template: "404.html",
        pages: once(paths::not_found()),
        view: site::not_found::NotFoundView = site::not_found::view(here),
        map: Hidden,
    }
    /// `sitemap.xml`.
    Sitemap {
        template: "sitemap.xml",
        frame: none,
        pages: matter.options.address.iter().map(|_| (paths::sitemap(), ())),
        view: site::crawlers::SitemapView = {
            let part = |page: &&Page| matches!(page.kind, PageKind::SitemapPart(_));
            match pages.iter().filter(part).count() {
                0 => site::crawlers::sitemap(here, listed(here, pages)),
                parts => site::crawlers::parted(here, parts),
            }
        },
        map: Hidden,
    }
    /// A part of `sitemap.xml`, from 1 on; [`PageKind::parts_of_sitemap`] tells them, once all pages are known.
    SitemapPart(part: usize) {
        template: "sitemap.xml",
        frame: none,
        pages: std::iter::empty(),
        view: site::crawlers::SitemapView = {
            let mine = pages.chunks(site::crawlers::LISTED).nth(part - 1).unwrap_or_default();
            site::crawlers::sitemap(here, listed(here, mine))
        },
        map: Hidden,
    }
    /// `robots.txt`.
    Robots {
        template: "robots.txt",
        frame: none,
        pages: once(paths::robots()),
        view: site::crawlers::RobotsView = site::crawlers::robots(here),
        map: Hidden,
    }
}

impl PageKind {
    /// The parts of the site map of so many pages.
    pub(super) fn parts_of_sitemap(
        matter: &Matter<'_>,
        pages: usize,
    ) -> impl Iterator<Item = (PagePath, PageKind)> + use<> {
        let parts = matter.options.address.as_ref().map_or(0, |_| site::crawlers::parts(pages));
        (1..=parts).map(|part| (paths::sitemap_part(part), PageKind::SitemapPart(part)))
    }
}

/// The pages that search engines may list.
fn listed<'p>(here: Context<'_>, pages: &'p [Page]) -> impl Iterator<Item = &'p PagePath> {
    let listed = pages.iter().filter(move |page| !matches!(page.kind.place(here), Hidden));
    listed.map(|page| &page.path)
}

/// A page among those of the whole site.
fn main<'a>(rank: u8, name: &str) -> Place<'a> {
    Place::Main(rank, name.to_owned())
}

/// A page among those of its plan.
fn of_plan<'a>(plan: &'a PlanId, rank: u8, name: &str) -> Place<'a> {
    Place::OfPlan(plan, (rank, None, 0), name.to_owned())
}

/// Pages of a list of a plan, each with its list and its number.
fn paged<T>(
    pages: Vec<PlanPage<(T, PageNumber)>>,
) -> impl Iterator<Item = (PagePath, (PlanId, T, PageNumber))> {
    pages.into_iter().map(|(path, (plan, (thing, page)))| (path, (plan, thing, page)))
}

/// The map names the first page of a list, which leads to the others.
fn on_first(page: PageNumber, place: Place<'_>) -> Place<'_> {
    if page.is_first() { place } else { Unnamed }
}

/// The pages of the editors that no other page takes in.
fn prose(matter: &Matter<'_>) -> Vec<(PagePath, (String,))> {
    let is_taken_in = |name: &&String| prose_names::TAKEN_IN.contains(&name.as_str());
    let names = matter.progress.site.prose.keys().filter(|name| !is_taken_in(name));
    names.map(|name| (paths::prose(name), (name.clone(),))).collect()
}

fn prose_in_foot(name: &str) -> Option<(Menu<'static>, &'static str)> {
    match name {
        prose_names::ABOUT => Some((Foot(0), words::about())),
        prose_names::ACCESSIBILITY => Some((Foot(5), words::accessibility())),
        _ => None,
    }
}

/// The only plan's tasks are in the main menu too.
fn tasks_in_menus<'a>(
    matter: &Matter<'_>,
    plan: &'a PlanId,
) -> impl Iterator<Item = (Menu<'a>, &'static str)> {
    let only = matter.progress.plans.len() == 1;
    let menus = [Some(OfPlan(plan, 1)), only.then_some(Main(2))];
    menus.into_iter().flatten().map(|menu| (menu, words::tasks()))
}
