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
mod file;
pub mod formats;
mod json;
mod package;
mod plan_record;
mod rows;
mod tables;
mod workbook;

use std::io;

use crate::model::AgencyId;
use crate::paths;
use crate::progress::{PlanProgress, Progress};
use tables::Scope;

pub use addresses::Addresses;
pub use dcat::dataset;
pub(in crate::export) use file::pretty;
pub use file::{Facts, File, Files, Put, names, table_path};
pub use package::licence_address;
pub use rows::{Cell, Row, Sheet};

/// Files that are made together.
#[derive(Clone, Copy, Debug)]
pub struct Job<'a>(Subject<'a>);

#[derive(Clone, Copy, Debug)]
enum Subject<'a> {
    Site,
    Plan(&'a PlanProgress<'a>),
    Agency(&'a AgencyId),
}

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
