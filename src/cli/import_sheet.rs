//! What import keeps of the tables that a sheet put into a plan, so that the same sheet can come once more.

use std::collections::BTreeMap;
use std::path::Path;

use super::desk::{Desk, Was};
use super::file_error::FileError;
use super::files;
use crate::import::{Addition, Imported};
use crate::output::Checksum;

/// The numbers of the tables and tasks, in this order: the first table's position, how many tables, how many tasks.
const NUMBERS: &str = "so.txt";
const TEXT: &str = "van-ban.md";
const COPY: &str = "nguon.txt";
const REPORT: &str = "nhap.md";
/// The folder of the tasks' files, each by its path in the content folder.
const TASKS: &str = "nhiem-vu";

/// What was put in last.
pub(super) struct Last {
    pub(super) addition: Addition,
    /// The files of tasks as they were written, by path below the content folder.
    pub(super) tasks: BTreeMap<String, String>,
}

/// Reads what is kept in a folder; none where nothing is.
pub(super) fn last(folder: &Path) -> Result<Option<Last>, FileError> {
    let Some(numbers) = files::text(&folder.join(NUMBERS))? else { return Ok(None) };
    let read = |name: &str| files::text(&folder.join(name)).map(Option::unwrap_or_default);
    let mut numbers = numbers.split_whitespace().filter_map(|number| number.parse().ok());
    let mut number = || numbers.next().unwrap_or_default();
    let addition = Addition {
        first: number(),
        tables: number(),
        tasks: number(),
        text: read(TEXT)?,
        copy: read(COPY)?,
        report: read(REPORT)?,
    };
    let mut tasks = BTreeMap::new();
    for name in files::below(&folder.join(TASKS)) {
        let text = read(&format!("{TASKS}/{name}"))?;
        tasks.insert(name, text);
    }
    Ok(Some(Last { addition, tasks }))
}

/// The files of tasks among those that were made.
pub(super) fn tasks(imported: &Imported, plan: &str) -> BTreeMap<String, String> {
    let folder = format!("ke-hoach/{plan}/nhiem-vu/");
    let files = imported.files.iter().filter(|(path, _)| path.starts_with(&folder));
    files.map(|(path, text)| (path.clone(), text.clone())).collect()
}

/// Keeps what was put in.
pub(super) fn keep(
    desk: &Desk,
    folder: &Path,
    addition: &Addition,
    tasks: &BTreeMap<String, String>,
) -> Result<(), FileError> {
    let Addition { first, tables, tasks: count, text, copy, report } = addition;
    let mut kept: BTreeMap<String, String> =
        tasks.iter().map(|(path, text)| (format!("{TASKS}/{path}"), text.clone())).collect();
    kept.insert(NUMBERS.to_owned(), format!("{first} {tables} {count}\n"));
    kept.insert(TEXT.to_owned(), text.clone());
    kept.insert(COPY.to_owned(), copy.clone());
    kept.insert(REPORT.to_owned(), report.clone());
    for name in files::below(folder).iter().filter(|name| !kept.contains_key(*name)) {
        let path = folder.join(name);
        if let Some(text) = files::text(&path)? {
            desk.remove(&path, Checksum::of(text.as_bytes()))?;
        }
    }
    for (name, text) in kept {
        let path = folder.join(name);
        let was = files::text(&path)?
            .map_or(Was::Missing, |old| Was::Bytes(Checksum::of(old.as_bytes())));
        desk.put(&path, was, &text)?;
    }
    Ok(())
}
