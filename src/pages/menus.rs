//! The menus of the site: its own, those of plans, the links at the foot of every page.
//!
//! In: the places that pages have in menus. Out: the entries of each menu, in order.

use std::collections::BTreeMap;

use crate::model::PlanId;
use crate::paths::PagePath;

/// A menu, and the place of an entry in it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Menu<'a> {
    /// The main menu.
    Main(u8),
    /// The menu of a plan's pages.
    OfPlan(&'a PlanId, u8),
    /// The links at the foot.
    Foot(u8),
}

/// Entries by their places.
type Entries = BTreeMap<u8, (PagePath, &'static str)>;

/// Every menu.
#[derive(Debug, Default)]
pub(crate) struct Menus {
    main: Entries,
    plans: BTreeMap<PlanId, Entries>,
    foot: Entries,
}

impl Menus {
    /// Puts the page at `path` into a menu as `name`.
    pub(crate) fn add(&mut self, menu: Menu<'_>, path: &PagePath, name: &'static str) {
        let (entries, place) = match menu {
            Menu::Main(place) => (&mut self.main, place),
            Menu::OfPlan(plan, place) => (self.plans.entry(plan.clone()).or_default(), place),
            Menu::Foot(place) => (&mut self.foot, place),
        };
        let twin = entries.insert(place, (path.clone(), name));
        assert!(twin.is_none(), "each row of the register has a place of its own: {name}");
    }

    /// The main menu.
    pub(crate) fn main(&self) -> impl Iterator<Item = &(PagePath, &'static str)> {
        self.main.values()
    }

    /// The menu of a plan's pages.
    pub(crate) fn of_plan(&self, plan: &PlanId) -> impl Iterator<Item = &(PagePath, &'static str)> {
        self.plans.get(plan).into_iter().flat_map(Entries::values)
    }

    /// The links at the foot.
    pub(crate) fn foot(&self) -> impl Iterator<Item = &(PagePath, &'static str)> {
        self.foot.values()
    }
}
