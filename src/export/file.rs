//! Finished files of open data, their names, and what is known of them once they are gone.

use std::collections::BTreeMap;
use std::io;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::json::Lines;
use super::packed::{self, Grown};
use crate::model::PlanId;
use crate::output::{Checksum, Hashed};
use crate::paths::{self, PagePath};
use crate::vocabulary::columns::Table;

/// The files' names that pages speak of, beside the tables'.
pub mod names {
    /// The workbook.
    pub const WORKBOOK: &str = "cong-khai.xlsx";
    /// A plan's tasks, for a spreadsheet that parts cells at a semicolon.
    pub const EXCEL: &str = "nhiem-vu-excel.csv";
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
    pub content: Hashed<Vec<u8>>,
    /// How many rows it has, if it is one table.
    pub rows: Option<usize>,
}

/// What is known of a finished file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Number of bytes.
    pub bytes: usize,
    /// How many rows it has, if it is one table.
    pub rows: Option<usize>,
    /// Whether it is compressed.
    pub packed: bool,
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

    /// A table's file and what is known of it, in the form in which it was made.
    pub fn table(
        &self,
        plan: Option<&PlanId>,
        table: &Table,
        ending: &str,
    ) -> Option<(PagePath, Facts)> {
        let plain = table_path(plan, table, ending);
        let packed = paths::packed(&plain);
        let made = |path: PagePath| self.get(&path).map(|facts| (path.clone(), *facts));
        made(plain).or_else(|| made(packed))
    }

    /// The paths, in order.
    pub fn paths(&self) -> impl Iterator<Item = &PagePath> {
        self.0.keys()
    }
}

impl File {
    pub(super) fn new(path: PagePath, bytes: Vec<u8>) -> Self {
        Self { path, content: Hashed::of(bytes), rows: None }
    }

    /// The file of a table that would stand at `path`.
    pub(super) fn of_table(path: PagePath, grown: Grown, rows: usize) -> Self {
        let path = if grown.packed { paths::packed(&path) } else { path };
        Self { rows: Some(rows), ..Self::new(path, grown.bytes) }
    }

    /// What is known of it once it is gone.
    pub fn facts(&self) -> Facts {
        let ending = self.path.as_str().rsplit_once('.').map(|(_, ending)| ending);
        Facts {
            bytes: self.content.bytes().len(),
            rows: self.rows,
            packed: ending == Some(packed::ENDING),
            sha256: self.content.entry().sha256,
        }
    }
}

/// Where finished files go, from any thread.
pub type Put<'p> = dyn Fn(File) -> io::Result<()> + Sync + 'p;

/// The file of a table, as it stands while it is small.
pub(super) fn table_path(plan: Option<&PlanId>, table: &Table, ending: &str) -> PagePath {
    paths::export(plan, &format!("{}.{ending}", table.name))
}

/// JSON in lines: an entry of the object a line, an item of its lists a line.
pub(super) fn lines(object: &Value) -> Vec<u8> {
    closed(in_lines(object).and_then(Lines::close))
}

/// The same, with a list at its end, each item of which is made when it is written.
pub(super) fn lines_with(
    object: &Value,
    key: &str,
    items: impl IntoIterator<Item = Value>,
) -> Vec<u8> {
    closed(in_lines(object).and_then(|mut lines| {
        lines.list(key, items)?;
        lines.close()
    }))
}

fn in_lines(object: &Value) -> io::Result<Lines<Vec<u8>>> {
    let mut lines = Lines::new(Vec::new())?;
    for (key, value) in object.as_object().into_iter().flatten() {
        match value {
            Value::Array(items) => lines.list(key, items)?,
            value => lines.entry(key, value)?,
        }
    }
    Ok(lines)
}

pub(super) fn closed(bytes: io::Result<Vec<u8>>) -> Vec<u8> {
    bytes.expect("memory takes it, and keys are text")
}
