//! Every form of open data, once: what is made, what it is called, its media type, and who has it.
//!
//! `dcat` tells of what stands here; tests hold the made files and the settings of web servers to it.

use super::{Facts, Files, names};
use crate::model::PlanId;
use crate::paths::{self, PagePath};
use crate::vocabulary::columns::TABLES;
use crate::vocabulary::{changes, files as words};

/// A form of open data.
#[derive(Debug)]
pub struct Format {
    /// What has this form.
    pub subject: Subject,
    /// How the file's name ends.
    pub ending: &'static str,
    /// Its media type.
    pub media: &'static str,
    /// Who has it.
    pub owner: Owner,
    title: Title,
}

/// What a form's files are called.
#[derive(Clone, Copy, Debug)]
enum Title {
    /// Always so.
    Fixed(fn() -> &'static str),
    /// After the table or feed.
    After(fn(&'static str) -> String),
}

/// What has a form.
#[derive(Clone, Copy, Debug)]
pub enum Subject {
    /// Each table.
    Table,
    /// One file of this name.
    File(&'static str),
    /// A feed: its name, and what readers call it.
    Feed(&'static str, fn() -> &'static str),
}

/// Who has a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The site and every plan.
    Everybody,
    /// The site alone.
    Site,
    /// Every plan, but not the site.
    Plans,
}

const fn format(
    subject: Subject,
    ending: &'static str,
    media: &'static str,
    owner: Owner,
    title: Title,
) -> Format {
    Format { subject, ending, media, owner, title }
}

use Title::{After, Fixed};

const JSON: &str = "application/json";
const UPDATES: Subject = Subject::Feed(names::UPDATES, changes::updates);
const CORRECTIONS: Subject = Subject::Feed(names::CORRECTIONS, changes::corrections);

/// All forms, in the order in which datasets tell of them.
pub static FORMATS: [Format; 13] = [
    format(Subject::Table, "csv", "text/csv", Owner::Everybody, After(words::csv)),
    format(Subject::Table, "json", JSON, Owner::Site, After(words::json)),
    format(
        Subject::File(names::WORKBOOK),
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Owner::Everybody,
        Fixed(words::workbook),
    ),
    format(Subject::File(names::EXCEL), "csv", "text/csv", Owner::Plans, Fixed(words::excel_tasks)),
    format(Subject::File(names::PACKAGE), "json", JSON, Owner::Everybody, Fixed(words::package)),
    format(
        Subject::File(names::CATALOGUE),
        "jsonld",
        "application/ld+json",
        Owner::Site,
        Fixed(words::catalogue),
    ),
    format(Subject::File(names::RECORD), "json", JSON, Owner::Plans, Fixed(words::record)),
    format(
        Subject::File(names::TEXT),
        "xml",
        "application/akn+xml",
        Owner::Plans,
        Fixed(words::text),
    ),
    format(
        Subject::File(names::CALENDAR),
        "ics",
        "text/calendar",
        Owner::Plans,
        Fixed(words::calendar),
    ),
    format(UPDATES, "xml", "application/atom+xml", Owner::Everybody, After(words::atom)),
    format(UPDATES, "json", "application/feed+json", Owner::Everybody, After(words::json_feed)),
    format(CORRECTIONS, "xml", "application/atom+xml", Owner::Everybody, After(words::atom)),
    format(CORRECTIONS, "json", "application/feed+json", Owner::Everybody, After(words::json_feed)),
];

/// A file of a dataset.
pub(super) struct Offer {
    pub(super) path: PagePath,
    /// What it is called.
    pub(super) title: String,
    /// Its media type; of a compressed file that of what it holds.
    pub(super) media: &'static str,
    pub(super) facts: Facts,
}

impl Format {
    /// Whether a plan, or the site, has it.
    fn is_of(&self, plan: Option<&PlanId>) -> bool {
        match self.owner {
            Owner::Everybody => true,
            Owner::Site => plan.is_none(),
            Owner::Plans => plan.is_some(),
        }
    }

    /// What its file for a table or feed is called.
    fn title(&self, of: &'static str) -> String {
        match self.title {
            Fixed(title) => title().to_owned(),
            After(title) => title(of),
        }
    }
}

/// The files of a dataset that were made, tables first; the catalogue is about them and none of them.
pub(super) fn offers(plan: Option<&PlanId>, files: &Files) -> Vec<Offer> {
    let formats = || FORMATS.iter().filter(|format| format.is_of(plan));
    let offer = |made: Option<(PagePath, Facts)>, format: &Format, of| {
        made.map(|(path, facts)| Offer {
            path,
            title: format.title(of),
            media: format.media,
            facts,
        })
    };
    let tables = TABLES.iter().flat_map(|table| {
        let formats = formats().filter(|format| matches!(format.subject, Subject::Table));
        formats.filter_map(move |format| {
            offer(files.table(plan, table, format.ending), format, table.title)
        })
    });
    let others = formats().filter_map(|format| {
        let (path, of) = match format.subject {
            Subject::Table | Subject::File(names::CATALOGUE) => return None,
            Subject::File(name) => (paths::export(plan, name), name),
            Subject::Feed(name, title) => (paths::feed(plan, name, format.ending), title()),
        };
        let made = files.get(&path).copied();
        offer(made.map(|facts| (path, facts)), format, of)
    });
    tables.chain(others).collect()
}
