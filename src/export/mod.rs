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
pub mod packed;
mod plan_record;
pub mod readable;
mod rows;
mod tables;
mod whole;
mod workbook;

use std::io::{self, BufWriter, IntoInnerError};

use rayon::prelude::*;

use crate::model::AgencyId;
use crate::paths;
use crate::progress::{PlanProgress, Progress};
use crate::vocabulary::columns::{TASKS, Table};
use delimited::Delimited;
use packed::Growing;
use tables::Scope;

pub use addresses::Addresses;
pub use calendar::checksum_of_agency as checksum_of_calendar;
pub use dcat::dataset;
pub use feeds::{NEWEST, of_agency as feeds_of_agency, of_site as feeds_of_site};
pub(in crate::export) use file::lines;
pub use file::{Facts, File, Files, Put, names};
pub use package::licence_address;
pub use plan_record::{attributes, details};
pub use rows::{Cell, Row, Sheet};
pub use whole::{
    RowSums, SiteTable, have_workbook, package_of_site, tables_of_site, workbook_of_site,
};

/// Makes all files of a plan, which are in memory one after another; out come the checksums of its rows.
///
/// # Errors
/// Those of `put`.
pub fn of_plan(
    progress: &Progress<'_>,
    plan: &PlanProgress<'_>,
    addresses: &Addresses,
    put: &Put<'_>,
) -> io::Result<RowSums> {
    let scope = Scope { progress, plan: Some(plan), addresses };
    let sheets = tables(scope, put)?;
    let sums = RowSums::of(&sheets);
    let path = |name| paths::export(Some(&plan.plan.id), name);
    let record = plan_record::bytes(plan, &sheets, progress.as_of);
    drop(sheets);
    put(File::new(path(names::RECORD), record))?;
    let text = akoma::bytes(progress, plan.plan, addresses);
    put(File::new(path(names::TEXT), text))?;
    let calendar = calendar::of_plan(progress, plan, addresses);
    put(File::new(path(names::CALENDAR), calendar))?;
    feeds::of_plan(progress, plan, addresses, put)?;
    of_tasks(progress, plan, addresses, put)?;
    Ok(sums)
}

/// The calendar of an agency.
pub fn calendar_of_agency(progress: &Progress<'_>, id: &AgencyId, addresses: &Addresses) -> File {
    let calendar = calendar::of_agency(progress, id, addresses);
    File::new(paths::agency_feed(id, "ics"), calendar)
}

/// What can be followed of each task of a plan that is open.
fn of_tasks(
    progress: &Progress<'_>,
    plan: &PlanProgress<'_>,
    addresses: &Addresses,
    put: &Put<'_>,
) -> io::Result<()> {
    let beginning = feeds::beginning(progress);
    for task in plan.tasks() {
        let Some(open) = task.open() else { continue };
        feeds::of_task(progress, plan, open, beginning, addresses, put)?;
        if let Some(calendar) = calendar::of_task(progress, task, addresses) {
            let path = paths::task_feed(&plan.plan.id, task.number(), "ics");
            put(File::new(path, calendar))?;
        }
    }
    Ok(())
}

/// The tables of a plan in every format, then their description; out come the tables, for its record.
fn tables(scope: Scope<'_>, put: &Put<'_>) -> io::Result<Vec<Sheet>> {
    let plan = scope.plan.map(|plan| &plan.plan.id);
    let mut files = Vec::new();
    let mut sheets = Vec::new();
    for source in &tables::SOURCES {
        let Written { csv, sheet } = table(scope, source, put)?;
        files.push(csv);
        sheets.extend(sheet);
    }
    let workbook = workbook::bytes(&sheets, scope.progress);
    put(File::new(paths::export(plan, names::WORKBOOK), workbook))?;
    let excel = for_excel(scope, &sheets, put)?;
    let package = package::bytes(scope, &files, Some(&excel));
    put(File::new(paths::export(plan, names::PACKAGE), package))?;
    Ok(sheets)
}

/// A plan's tasks for a spreadsheet that parts cells at a semicolon.
fn for_excel(scope: Scope<'_>, sheets: &[Sheet], put: &Put<'_>) -> io::Result<Facts> {
    let tasks = sheets.iter().find(|sheet| sheet.table.name == TASKS.name);
    let tasks = tasks.expect("of a plan every table is held");
    let bytes = delimited::for_excel(tasks, scope.progress.site)?;
    let plan = scope.plan.map(|plan| &plan.plan.id);
    let rows = Some(tasks.rows.len());
    let file = File { rows, ..File::new(paths::export(plan, names::EXCEL), bytes) };
    let facts = file.facts();
    put(file)?;
    Ok(facts)
}

/// A table that was written.
#[derive(Debug)]
pub struct Written {
    /// What is known of its CSV.
    pub csv: Facts,
    /// The table itself, where it is held: a plan's, and the site's while its CSV needs no compression.
    pub sheet: Option<Sheet>,
}

/// Writes a table, as CSV and, of the whole site, as JSON.
fn table(scope: Scope<'_>, source: &tables::Source, put: &Put<'_>) -> io::Result<Written> {
    let (table, plan) = (source.table, scope.plan.map(|plan| &plan.plan.id));
    let mut csv = Delimited::new(table, Growing::new(packed::LARGE))?;
    let mut json = match plan {
        None => {
            let to = BufWriter::new(Growing::new(packed::LARGE));
            Some(json::Rows::new(table, scope.progress.as_of, to)?)
        }
        Some(_) => None,
    };
    let (mut rows, mut held) = (0, Some(Vec::new()));
    for part in source.parts(scope) {
        for row in &part {
            csv.row(row)?;
            json.iter_mut().try_for_each(|json| json.row(row))?;
        }
        rows += part.len();
        if plan.is_none() && csv.to().is_packed() {
            held = None;
        }
        if let Some(held) = &mut held {
            held.extend(part);
        }
    }
    let csv = csv.finish()?.finish()?;
    if plan.is_none() && csv.packed {
        held = None;
    }
    let file = File::of_table(file::table_path(plan, table, "csv"), csv, rows);
    let facts = file.facts();
    put(file)?;
    if let Some(json) = json {
        let json = json.finish()?.into_inner().map_err(IntoInnerError::into_error)?.finish()?;
        put(File::of_table(file::table_path(plan, table, "json"), json, rows))?;
    }
    Ok(Written { csv: facts, sheet: held.map(|rows| Sheet { table, rows }) })
}

/// What `take` makes of the rows of every table of the whole site, as its files tell them; addresses go from the site's
/// root. In the order of tables and, within them, of plans; several rows are taken together, and several threads take.
pub fn of_rows<T: Send>(
    progress: &Progress<'_>,
    take: impl Fn(&'static Table, &[Row]) -> T + Sync,
) -> Vec<T> {
    let addresses = Addresses::new(None, &progress.site.settings);
    let scope = Scope { progress, plan: None, addresses: &addresses };
    let makers = tables::SOURCES
        .iter()
        .flat_map(|source| source.makers(scope).map(|(rows, scope)| (source.table, rows, scope)));
    let makers: Vec<_> = makers.collect();
    makers.into_par_iter().map(|(table, rows, scope)| take(table, &rows(scope))).collect()
}

/// The catalogue of all datasets, once the other files are made.
pub fn closing(progress: &Progress<'_>, addresses: &Addresses, files: &Files) -> File {
    File::new(paths::export(None, names::CATALOGUE), dcat::bytes(progress, addresses, files))
}
