//! The tables of the whole site.
//!
//! In: [`Progress`], and of each plan the checksums of its rows. Out: a table at a time, each with the checksum of its
//! rows, so that one whose rows are those of an earlier run need not be made again; the workbook; the description. The
//! rows that a plan has here are those of its own tables.

use std::io;

use serde::{Deserialize, Serialize};

use super::file::names;
use super::rows::{self, Sheet};
use super::tables::{SOURCES, Scope, Source};
use super::{Addresses, Facts, File, Put, Written, package, table, workbook};
use crate::output::{Checksum, Digest};
use crate::paths;
use crate::progress::Progress;

/// The checksums of a plan's rows, a table each, in the order of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowSums(Vec<Checksum>);

impl RowSums {
    pub(super) fn of(sheets: &[Sheet]) -> Self {
        Self(sheets.iter().map(|sheet| rows::checksum(&sheet.rows)).collect())
    }
}

/// A table of the whole site.
#[derive(Clone, Copy)]
pub struct SiteTable<'a> {
    /// Its place in the catalogue.
    place: usize,
    source: &'static Source,
    scope: Scope<'a>,
}

/// All tables, in the order of the catalogue.
pub fn tables_of_site<'a>(
    progress: &'a Progress<'a>,
    addresses: &'a Addresses,
) -> Vec<SiteTable<'a>> {
    let scope = Scope { progress, plan: None, addresses };
    let all = SOURCES.iter().enumerate();
    all.map(|(place, source)| SiteTable { place, source, scope }).collect()
}

impl SiteTable<'_> {
    /// What its files are called.
    pub fn name(&self) -> &'static str {
        self.source.table.name
    }

    /// The checksum of its rows; `plans` are those of the plans, in their order.
    pub fn checksum(&self, plans: &[RowSums]) -> Checksum {
        let mut sum = Digest::new();
        sum.add(rows::checksum(&self.source.of_no_plan(self.scope)).as_bytes());
        if self.source.has_rows_of_plans() {
            plans.iter().for_each(|RowSums(sums)| sum.add(sums[self.place].as_bytes()));
        }
        sum.checksum()
    }

    /// Writes it, row by row.
    ///
    /// # Errors
    /// Those of `put`.
    pub fn write(&self, put: &Put<'_>) -> io::Result<Written> {
        table(self.scope, self.source, put)
    }

    /// The table itself, where none of its files is made.
    pub fn sheet(&self) -> Sheet {
        let rows = self.source.parts(self.scope).flatten().collect();
        Sheet { table: self.source.table, rows }
    }
}

/// Whether the tables, of which `files` are the CSV, have a workbook: of such as are too large to stand as they are it
/// would be one that nobody opens.
pub fn have_workbook(files: &[Facts]) -> bool {
    files.iter().all(|csv| !csv.packed)
}

/// The workbook of all tables.
pub fn workbook_of_site(progress: &Progress<'_>, sheets: &[Sheet]) -> File {
    File::new(paths::export(None, names::WORKBOOK), workbook::bytes(sheets, progress))
}

/// The description of all tables, of which `files` are the CSV.
pub fn package_of_site(progress: &Progress<'_>, addresses: &Addresses, files: &[Facts]) -> File {
    let scope = Scope { progress, plan: None, addresses };
    File::new(paths::export(None, names::PACKAGE), package::bytes(scope, files, None))
}
