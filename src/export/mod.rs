//! Open data: every file that readers and machines take away.
//!
//! In: [`Progress`] and the site's address. Out: finished files, one by one, and [`Files`], what pages may tell of
//! them. Tables are filled once (`tables`), where it is decided what is withheld; a format only writes what it gets.
//! Libraries write the formats; nothing here reads a clock, and no file depends on when it was made.

mod addresses;
mod akoma;
mod calendar;
mod channel;
mod dcat;
mod delimited;
mod feeds;
pub mod formats;
mod json;
mod package;
mod plan_record;
mod rows;
mod tables;
mod workbook;

use std::collections::BTreeMap;
use std::io;

use crate::model::AgencyId;
use crate::output::Checksum;
use crate::paths::{self, PagePath};
use crate::progress::{PlanProgress, Progress};
use crate::vocabulary::columns::Table;
use tables::Scope;

pub use addresses::Addresses;
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
