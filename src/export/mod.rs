//! Open data: every file that readers and machines take away.
//!
//! In: [`Progress`] and the site's address. Out: finished files, one by one, and [`Files`], what pages may tell of
//! them. Tables are filled once (`tables`), where it is decided what is withheld; a format only writes what it gets.
//! Libraries write the formats; nothing here reads a clock, and no file depends on when it was made.

pub mod catalogue;

mod akoma;
mod calendar;
mod codes;
mod dcat;
mod delimited;
mod feeds;
mod json;
mod package;
mod plan_record;
mod rows;
mod tables;
mod workbook;

use std::collections::BTreeMap;
use std::io;

use crate::model::{AgencyId, Correction, Event, Plan, Settings, Task};
use crate::output::Checksum;
use crate::paths::{self, PagePath};
use crate::progress::{PlanProgress, Progress};
use crate::text::slug::slug;
use catalogue::Table;
use tables::Scope;

pub use codes::Codes;
pub use dcat::dataset;
pub use package::licence_address;
pub use rows::{Cell, Row, Sheet};

/// The files' names that pages speak of, beside the tables'.
pub mod names {
    /// The workbook.
    pub const WORKBOOK: &str = "cong-khai.xlsx";
    /// The description of the tables.
    pub const PACKAGE: &str = "datapackage.json";
    /// The catalogue of datasets.
    pub const CATALOGUE: &str = "dcat.jsonld";
    /// A plan's full record.
    pub const RECORD: &str = "ke-hoach.json";
    /// A plan's text.
    pub const TEXT: &str = "van-ban.akn.xml";
    /// A plan's deadlines.
    pub const CALENDAR: &str = "lich.ics";
    /// Feeds of updates, corrections among them.
    pub const UPDATES: &str = "cap-nhat";
    /// Feeds of corrections.
    pub const CORRECTIONS: &str = "dinh-chinh";
}

/// Absolute addresses of things, where the site knows its own.
#[derive(Clone, Debug)]
pub struct Addresses {
    address: Option<String>,
    authority: String,
}

/// Who names things where the site states no address; RFC 2606 keeps the name from everybody.
const NOBODY: &str = "congkhai.invalid";

impl Addresses {
    /// `address` ends in `/`. Ids are named by the address that the content states, so that a trial build under
    /// another address has the same ids.
    pub fn new(address: Option<&str>, settings: &Settings) -> Self {
        let stated = settings.address.as_deref().or(address);
        let host = stated.and_then(|address| {
            let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
            rest.split(['/', ':']).next().filter(|host| !host.is_empty())
        });
        Self {
            address: address.map(str::to_owned),
            authority: host.unwrap_or(NOBODY).to_lowercase(),
        }
    }

    /// A file or page: absolute, or from the site's root.
    pub(crate) fn of(&self, path: &PagePath) -> String {
        match &self.address {
            Some(address) => format!("{address}{}", path.public()),
            None => path.to_string(),
        }
    }

    /// The same, as the file at `here` names it.
    fn from(&self, here: &PagePath, path: &PagePath) -> String {
        match &self.address {
            Some(address) => format!("{address}{}", path.public()),
            None => here.to(path),
        }
    }

    /// An event on its task's page.
    fn of_event(&self, plan: &Plan, task: &Task, event: &Event) -> String {
        format!("{}{}", self.of(&paths::task(&plan.id, &task.number)), event_fragment(event))
    }

    /// A correction on the page of all corrections.
    fn of_correction(&self, plan: &Plan, correction: &Correction) -> String {
        let page = self.of(&paths::single(names::CORRECTIONS));
        format!("{page}{}", correction_fragment(plan, correction))
    }

    /// A tag URI (RFC 4151): the same for ever, whatever the file is called.
    fn tag(&self, parts: &[&str]) -> String {
        // The year in which these names were first given, as the format asks for a date of the authority.
        const SINCE: &str = "2026";
        let path: Vec<_> = parts.iter().map(|part| encoded(part)).collect();
        format!("tag:{},{SINCE}:{}", self.authority, path.join("/"))
    }
}

fn event_fragment(event: &Event) -> String {
    format!("#dien-bien-{}", slug(&event.id))
}

fn correction_fragment(plan: &Plan, correction: &Correction) -> String {
    format!("#{}-{}", plan.id, correction.id)
}

/// A part of a URI: what is not a letter, a digit or one of `-._~` is told by its bytes.
fn encoded(part: &str) -> String {
    let mut text = String::new();
    for byte in part.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                text.push(char::from(byte));
            }
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

/// A finished file.
#[derive(Debug)]
pub struct File {
    /// Where it is published.
    pub path: PagePath,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How many rows it has, if it is one table.
    pub rows: Option<usize>,
}

/// What is known of a finished file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Number of bytes.
    pub bytes: usize,
    /// How many rows it has, if it is one table.
    pub rows: Option<usize>,
    /// Its checksum.
    pub sha256: Checksum,
}

/// All files of open data, by path.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<PagePath, Facts>);

impl Files {
    /// Takes note of a file.
    pub fn add(&mut self, path: PagePath, facts: Facts) {
        self.0.insert(path, facts);
    }

    /// What is known of the file at `path`.
    pub fn get(&self, path: &PagePath) -> Option<&Facts> {
        self.0.get(path)
    }

    /// The paths, in order.
    pub fn paths(&self) -> impl Iterator<Item = &PagePath> {
        self.0.keys()
    }
}

impl File {
    fn new(path: PagePath, bytes: Vec<u8>) -> Self {
        Self { path, bytes, rows: None }
    }

    /// What is known of it once it is gone.
    pub fn facts(&self) -> Facts {
        Facts { bytes: self.bytes.len(), rows: self.rows, sha256: Checksum::of(&self.bytes) }
    }
}

/// Files that are made together.
#[derive(Clone, Copy, Debug)]
pub struct Job<'a>(Subject<'a>);

#[derive(Clone, Copy, Debug)]
enum Subject<'a> {
    Site,
    Plan(&'a PlanProgress<'a>),
    Agency(&'a AgencyId),
}

/// Where finished files go.
pub type Put<'p> = dyn FnMut(File) -> io::Result<()> + 'p;

/// Everything to be made but the catalogue of datasets, which tells of all the rest.
pub fn jobs<'a>(progress: &'a Progress<'a>) -> Vec<Job<'a>> {
    let plans = progress.plans.iter().map(Subject::Plan);
    let agencies = progress.site.agencies.keys().map(Subject::Agency);
    std::iter::once(Subject::Site).chain(plans).chain(agencies).map(Job).collect()
}

impl<'a> Job<'a> {
    /// Makes the files, one after another, so that only one of them is in memory.
    ///
    /// # Errors
    /// Those of `put`.
    pub fn run(
        self,
        progress: &'a Progress<'a>,
        addresses: &'a Addresses,
        put: &mut Put<'_>,
    ) -> io::Result<()> {
        match self.0 {
            Subject::Site => {
                tables(Scope { progress, plan: None, addresses }, put)?;
                feeds::of_site(progress, addresses, put)
            }
            Subject::Plan(plan) => {
                let sheets = tables(Scope { progress, plan: Some(plan), addresses }, put)?;
                let path = |name| paths::export(Some(&plan.plan.id), name);
                let record = plan_record::bytes(plan, &sheets, progress.as_of);
                drop(sheets);
                put(File::new(path(names::RECORD), record))?;
                let text = akoma::bytes(progress, plan.plan, addresses);
                put(File::new(path(names::TEXT), text))?;
                let calendar = calendar::of_plan(progress, plan, addresses);
                put(File::new(path(names::CALENDAR), calendar))?;
                feeds::of_plan(progress, plan, addresses, put)
            }
            Subject::Agency(id) => {
                let calendar = calendar::of_agency(progress, id, addresses);
                put(File::new(paths::agency_feed(id, "ics"), calendar))?;
                feeds::of_agency(progress, id, addresses, put)
            }
        }
    }
}

/// The tables of a scope in every format, then their description.
fn tables(scope: Scope<'_>, put: &mut Put<'_>) -> io::Result<Vec<Sheet>> {
    let plan = scope.plan.map(|plan| &plan.plan.id);
    let sheets = tables::of(scope);
    let mut files = Vec::new();
    for sheet in &sheets {
        let path = table_path(plan, sheet.table, "csv");
        let file = File { path, bytes: delimited::bytes(sheet), rows: Some(sheet.rows.len()) };
        files.push((sheet.table, file.facts()));
        put(file)?;
        if plan.is_none() {
            let path = table_path(None, sheet.table, "json");
            let bytes = json::bytes(sheet, scope.progress.as_of);
            put(File { path, bytes, rows: Some(sheet.rows.len()) })?;
        }
    }
    let workbook = workbook::bytes(&sheets, scope.progress);
    put(File::new(paths::export(plan, names::WORKBOOK), workbook))?;
    let package = package::bytes(scope, &files);
    put(File::new(paths::export(plan, names::PACKAGE), package))?;
    Ok(sheets)
}

/// The catalogue of all datasets, once the other files are made.
pub fn closing(progress: &Progress<'_>, addresses: &Addresses, files: &Files) -> File {
    File::new(paths::export(None, names::CATALOGUE), dcat::bytes(progress, addresses, files))
}

/// The file of a table.
pub fn table_path(plan: Option<&crate::model::PlanId>, table: &Table, ending: &str) -> PagePath {
    paths::export(plan, &format!("{}.{ending}", table.name))
}

/// JSON for people as well: indented, closed by a line's end.
fn pretty(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("values have text for keys");
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: Option<&str>, path: &str, tag: &str) {
        let host = address.map_or(NOBODY, |address| {
            address.trim_start_matches("https://").split('/').next().unwrap()
        });
        let addresses =
            Addresses { address: address.map(str::to_owned), authority: host.to_owned() };
        let page = paths::agency(&AgencyId::new("so-a"));
        assert_eq!(addresses.from(&paths::export(None, names::CATALOGUE), &page), path);
        assert_eq!(addresses.tag(&["ke-hoach", "1-kh", "nhiem-vu", "6.10", "đợt 1"]), tag);
    }

    #[test]
    fn a_thing_has_one_name_for_ever_and_an_address_where_the_site_knows_its_own() {
        check(
            Some("https://tinh.example/tien-do/"),
            "https://tinh.example/tien-do/co-quan/so-a.html",
            "tag:tinh.example,2026:ke-hoach/1-kh/nhiem-vu/6.10/%C4%91%E1%BB%A3t%201",
        );
        check(
            None,
            "../co-quan/so-a.html",
            "tag:congkhai.invalid,2026:ke-hoach/1-kh/nhiem-vu/6.10/%C4%91%E1%BB%A3t%201",
        );
    }
}
