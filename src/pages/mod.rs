//! Every page, with the data that its template may read.
//!
//! In: [`Progress`] and what a build decides about all pages. Out: [`PageSet`], the list of pages; the view of
//! each is made when it is rendered, so that memory does not grow with the bytes of the site. A view is the page's
//! whole list of dependencies: same theme, same view, same bytes. Order, wording and numbers are decided here.

mod context;
pub mod frame;
pub mod lists;
mod matter;
mod menus;
pub mod parts;
pub mod plan;
mod register;
pub mod reports;
pub mod site;
pub mod values;

use std::collections::BTreeMap;

use context::Context;
pub use context::PageOptions;
use frame::Frame;
use matter::Matter;
use menus::Menus;
pub use register::{Page, PageKind, View};

use crate::model::Evidence;
use crate::output::Checksum;
use crate::paths::PagePath;
use crate::progress::{Disclosed, PlanProgress, Progress};
use crate::search::SearchIndex;

/// How many digits of a page's checksum are its version.
const VERSION_DIGITS: usize = 10;

/// Every page of the site, in the order of their paths.
pub struct PageSet<'a> {
    matter: Matter<'a>,
    menus: Menus,
    pages: Vec<Page>,
}

/// The pages that `progress` makes; `index` is what they can be searched by.
pub fn list<'a>(
    progress: &'a Progress<'a>,
    index: &'a SearchIndex,
    options: PageOptions,
) -> PageSet<'a> {
    let matter = Matter::new(progress, index, options);
    let mut pages: BTreeMap<PagePath, PageKind> = BTreeMap::new();
    let all = PageKind::all(&matter);
    let parts = PageKind::parts_of_sitemap(&matter, all.len());
    // A page that is there again takes its address back.
    let (former, all): (Vec<_>, Vec<_>) =
        all.into_iter().chain(parts).partition(|(_, kind)| matches!(kind, PageKind::Former(_)));
    for (path, kind) in all {
        let twin = pages.insert(path, kind);
        assert!(twin.is_none(), "ids are unique and kinds of pages have folders of their own");
    }
    for (path, kind) in former {
        pages.entry(path).or_insert(kind);
    }
    let mut menus = Menus::default();
    for (path, kind) in &pages {
        for (menu, name) in kind.menus(&matter) {
            menus.add(menu, path, name);
        }
    }
    let pages = pages.into_iter().map(|(path, kind)| Page { path, kind }).collect();
    PageSet { matter, menus, pages }
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

    /// The checksum of what a build decides about all pages, but for the files of open data.
    pub fn options(&self) -> Checksum {
        let PageOptions {
            address,
            base_path,
            stylesheets,
            icon,
            generator,
            addresses,
            files: _,
            releases,
        } = &self.matter.options;
        let releases = releases.is_some();
        let all = (address, base_path, stylesheets, icon, generator, addresses, releases);
        Checksum::of(format!("{all:?}").as_bytes())
    }

    /// The view of a page of this set.
    pub fn view(&self, page: &Page) -> View {
        self.view_with_checksum(page).0
    }

    /// The view of a page, and the checksum of all that it says; how it looks is the theme's.
    pub fn view_with_checksum(&self, page: &Page) -> (View, Checksum) {
        let mut view = self.made(page);
        // A style sheet's name changes with its bytes, which are no words of the page.
        let looks = view.frame_mut().map(Frame::take_looks);
        let checksum = Checksum::of(&serde_json::to_vec(&view).expect("a view is plain data"));
        let version = checksum.to_string();
        if let (Some(frame), Some(looks)) = (view.frame_mut(), looks) {
            frame.put_looks(looks);
            frame.cite(&version[..VERSION_DIGITS]);
        }
        (view, checksum)
    }

    fn made(&self, page: &Page) -> View {
        let Matter { progress, options, .. } = &self.matter;
        let (path, kind) = (&page.path, page.kind.name());
        let here = Context { progress, options, menus: &self.menus, path, kind };
        page.kind.view(&self.matter, &self.pages, here)
    }
}
