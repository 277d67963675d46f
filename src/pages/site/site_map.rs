//! The list of all pages, for people.
//!
//! In: all pages. Out: [`SiteMapView`], all that `site-map.html` may read.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Plan, PlanId, TaskNumber};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::values::Link;
use crate::paths::{self, PagePath};
use crate::progress::Progress;
use crate::text::in_order;
use crate::text::numbers::count;
use crate::vocabulary::pages as words;

/// What `site-map.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct SiteMapView {
    /// What every page shares.
    pub frame: Frame,
    /// What the map leaves out, where it does.
    pub note: Option<String>,
    /// The pages by subject.
    pub sections: Vec<SiteMapSection>,
}

/// Pages of one subject.
#[derive(Clone, Debug, Serialize)]
pub struct SiteMapSection {
    /// The subject.
    pub name: String,
    /// The pages, in order.
    pub links: Vec<Link>,
}

/// Where the map names a page, and its name there.
#[derive(Debug)]
pub(crate) enum Place<'a> {
    /// Among the pages of the whole site, by rank.
    Main(u8, String),
    /// Among the pages of a plan.
    OfPlan(&'a PlanId, Rank<'a>, String),
    /// Among the agencies.
    Agency(String),
    /// Among the groups of agencies.
    Group(String),
    /// Nowhere, since another page leads there; search engines list it.
    Unnamed,
    /// Nowhere, nor do search engines list it.
    Hidden,
}

/// The rank of a page within its plan: its own, then its task, then its year or place among its like.
pub(crate) type Rank<'a> = (u8, Option<&'a TaskNumber>, i16);

/// How many tasks a site, or a plan, has at most whose map names the page of each.
const MOST: usize = 300;

/// How many agencies, groups of agencies or plans the map names at most; else it leads to their list.
const LISTED: usize = 300;

/// Whether each plan has a map of its own, since one of all pages would be too long.
pub(crate) fn is_parted(progress: &Progress<'_>) -> bool {
    progress.plans.iter().map(|plan| plan.tasks().count()).sum::<usize>() > MOST
}

/// The map of all pages; of a large site that of its common pages, which leads to those of plans.
pub(crate) fn view<'a>(
    here: Context<'_>,
    pages: impl Iterator<Item = (Place<'a>, &'a PagePath)>,
) -> SiteMapView {
    let mut sections = Sections::default();
    for (place, path) in pages {
        sections.add(here, place, path);
    }
    let description = match is_parted(here.progress) {
        true => words::about_parted_map().to_owned(),
        false => words::about_site_map(count(sections.total())),
    };
    if is_parted(here.progress) {
        sections.part(here);
    }
    SiteMapView {
        frame: here.frame(Head::new(words::site_map(), description)),
        note: None,
        sections: sections.in_order(here),
    }
}

/// The map of a plan's pages; of a large plan without those of its tasks, which its list of tasks names.
pub(crate) fn plan_view<'a>(
    here: Context<'_>,
    plan: &Plan,
    pages: impl Iterator<Item = (Place<'a>, &'a PagePath)>,
) -> SiteMapView {
    let is_large = here.progress.plan(&plan.id).tasks().count() > MOST;
    let mut sections = Sections::default();
    for (place, path) in pages {
        let is_task = matches!(place, Place::OfPlan(_, (_, Some(_), _), _));
        if !(is_large && is_task) {
            sections.add(here, place, path);
        }
    }
    let about = words::about_map_of_plan(plan.cited());
    let head = Head::new(words::map_of_plan(plan.cited()), about).above(here.above_plan(plan));
    SiteMapView {
        frame: here.frame(head),
        note: is_large.then(|| words::tasks_elsewhere().to_owned()),
        sections: sections.in_order(here),
    }
}

#[derive(Default)]
struct Sections<'a> {
    main: Vec<(u8, Link)>,
    plans: BTreeMap<&'a PlanId, Vec<(Rank<'a>, Link)>>,
    maps: Vec<Link>,
    agencies: Vec<Link>,
    groups: Vec<Link>,
}

impl<'a> Sections<'a> {
    fn add(&mut self, here: Context<'_>, place: Place<'a>, path: &PagePath) {
        match place {
            Place::Main(rank, name) => self.main.push((rank, here.link(path, name))),
            Place::OfPlan(plan, rank, name) => {
                self.plans.entry(plan).or_default().push((rank, here.link(path, name)));
            }
            Place::Agency(name) => self.agencies.push(here.link(path, name)),
            Place::Group(name) => self.groups.push(here.link(path, name)),
            Place::Unnamed | Place::Hidden => {}
        }
    }

    fn total(&self) -> usize {
        let of_plans: usize = self.plans.values().map(Vec::len).sum();
        self.main.len() + of_plans + self.agencies.len() + self.groups.len()
    }

    /// Puts the maps of plans in the place of their pages, and lists in the place of what is too much for one page.
    fn part(&mut self, here: Context<'_>) {
        let plans = &here.site().plans;
        self.plans.clear();
        if plans.len() <= LISTED {
            self.maps = plans
                .values()
                .map(|plan| here.link(&paths::plan_map(&plan.id), words::map_of_plan(plan.cited())))
                .collect();
        }
        for links in [&mut self.agencies, &mut self.groups] {
            if links.len() > LISTED {
                links.clear();
            }
        }
    }

    fn in_order(mut self, here: Context<'_>) -> Vec<SiteMapSection> {
        self.main.sort_by_key(|(rank, _)| *rank);
        let section =
            |name: &str, links: Vec<Link>| SiteMapSection { name: name.to_owned(), links };
        let mut sections =
            vec![section(words::common(), self.main.into_iter().map(|(_, link)| link).collect())];
        for (id, mut links) in self.plans {
            links.sort_by_key(|(place, _)| *place);
            let name = here.site().plan(id).cited();
            sections.push(section(&name, links.into_iter().map(|(_, link)| link).collect()));
        }
        sections.push(section(words::plans(), self.maps));
        sections.push(section(words::agencies(), in_order(self.agencies, |link| &link.text)));
        sections.push(section(words::groups(), in_order(self.groups, |link| &link.text)));
        sections.retain(|section| !section.links.is_empty());
        sections
    }
}
