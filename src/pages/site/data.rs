//! The data behind the site.
//!
//! In: the files of open data and the catalogue of their columns. Out: [`DataView`], all that `data.html` may read.

use serde::Serialize;

use crate::export::{self, names};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::downloads::{self, DownloadSection, TableView};
use crate::pages::parts::feeds;
use crate::pages::values::{Link, ProseView, Reference};
use crate::paths::{self, prose_names};
use crate::vocabulary::downloads as words;
use crate::vocabulary::pages;
use crate::vocabulary::plan as plans;

/// What `data.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct DataView {
    /// What every page shares.
    pub frame: Frame,
    /// How many tables there are, and in which formats.
    pub answer: String,
    /// How words stand in CSV that a spreadsheet would run.
    pub guarded: &'static str,
    /// What readers must know of compressed files, where there are some.
    pub packed: Option<String>,
    /// The tables.
    pub tables: Vec<TableView>,
    /// The other files, by subject.
    pub sections: Vec<DownloadSection>,
    /// The data pages of plans.
    pub plans: Vec<Link>,
    /// The licence of the data, with its text where that is known.
    pub licence: Option<Reference>,
    /// How to cite the site, ready to be copied.
    pub citation: String,
    /// The editors' own words.
    pub prose: Option<ProseView>,
}

/// The files of the whole site.
pub(crate) fn view(here: Context<'_>) -> DataView {
    let site = here.site();
    let page = site.prose.get(prose_names::DATA);
    let mut head = Head::new(pages::data(), words::about())
        .feeds(feeds::of_site(here, names::UPDATES))
        .json_ld(export::dataset(
            here.progress,
            None,
            &here.options.addresses,
            &here.options.files,
        ));
    if let Some(page) = page {
        head = head.source(&page.source);
    }
    let plans = site.plans.values().map(|plan| {
        here.link(&paths::plan_data(&plan.id), plans::named(plan.cited(), &plan.short_name))
    });
    DataView {
        frame: here.frame(head),
        answer: downloads::answer(here, None),
        guarded: words::guarded(),
        packed: downloads::packed(here, None),
        tables: downloads::tables(here, None),
        sections: vec![whole(here), downloads::followed(here, None)],
        plans: plans.collect(),
        licence: downloads::licence(here),
        citation: downloads::citation(here, &site.settings.name, &paths::home()),
        prose: page.and_then(|page| here.prose(None, &page.prose)),
    }
}

fn whole(here: Context<'_>) -> DownloadSection {
    let files = [
        (names::WORKBOOK, words::workbook()),
        (names::PACKAGE, words::package()),
        (names::CATALOGUE, words::catalogue()),
    ];
    let made = |name: &str| name != names::WORKBOOK || downloads::has_workbook(here, None);
    let files = files.into_iter().filter(|(name, _)| made(name)).map(|(name, description)| {
        downloads::download(here, &paths::export(None, name), description)
    });
    DownloadSection { name: words::whole_site().to_owned(), files: files.collect() }
}
