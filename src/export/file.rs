//! Finished files of open data, their names, and what is known of them once they are gone.

use std::collections::BTreeMap;
use std::io;

use crate::model::PlanId;
use crate::output::Checksum;
use crate::paths::{self, PagePath};
use crate::vocabulary::columns::Table;

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

    /// The sizes, in the order of paths.
    pub fn sizes(&self) -> impl Iterator<Item = usize> {
        self.0.values().map(|facts| facts.bytes)
    }

    /// The paths, in order.
    pub fn paths(&self) -> impl Iterator<Item = &PagePath> {
        self.0.keys()
    }
}

impl File {
    pub(super) fn new(path: PagePath, bytes: Vec<u8>) -> Self {
        Self { path, bytes, rows: None }
    }

    /// What is known of it once it is gone.
    pub fn facts(&self) -> Facts {
        Facts { bytes: self.bytes.len(), rows: self.rows, sha256: Checksum::of(&self.bytes) }
    }
}

/// Where finished files go.
pub type Put<'p> = dyn FnMut(File) -> io::Result<()> + 'p;

/// The file of a table.
pub fn table_path(plan: Option<&PlanId>, table: &Table, ending: &str) -> PagePath {
    paths::export(plan, &format!("{}.{ending}", table.name))
}

/// JSON for people as well: indented, closed by a line's end.
pub(super) fn pretty(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("values have text for keys");
    bytes.push(b'\n');
    bytes
}
