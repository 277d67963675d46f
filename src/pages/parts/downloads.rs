//! Files to download: tables with the meaning of their columns, feeds, the copy of a text.
//!
//! In: the files of open data and the catalogue of their columns. Out: what the data pages of the site and of a plan share.

use serde::Serialize;

use crate::export::packed::LARGE;
use crate::export::{self, NEWEST, names};
use crate::model::{Plan, PlanId, SourceCopy};
use crate::pages::context::Context;
use crate::pages::values::{FileLink, Reference};
use crate::paths::{self, PagePath};
use crate::text::dates;
use crate::text::numbers;
use crate::vocabulary::columns::{Column, TABLES, TASKS, Table};
use crate::vocabulary::downloads as words;

/// A table with its files and columns.
#[derive(Clone, Debug, Serialize)]
pub struct TableView {
    /// Its name, which is its fragment and its sheet in the workbook.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What a row is.
    pub about: String,
    /// "29 dòng".
    pub rows: Option<String>,
    /// Its files.
    pub files: Vec<FileLink>,
    /// "14 cột".
    pub count: String,
    /// Its columns; none where they are described elsewhere.
    pub columns: Vec<ColumnView>,
    /// Where they are described, if not here: they are the same in every plan.
    pub described: Option<String>,
}

/// A column of a table.
#[derive(Clone, Debug, Serialize)]
pub struct ColumnView {
    /// Its name in every format.
    pub name: String,
    /// What its values are.
    pub kind: String,
    /// What it means.
    pub meaning: String,
    /// The codes that it may have.
    pub codes: Vec<CodeView>,
}

/// A code and its meaning.
#[derive(Clone, Debug, Serialize)]
pub struct CodeView {
    /// The code.
    pub code: String,
    /// What it means.
    pub meaning: String,
}

/// Files of one subject.
#[derive(Clone, Debug, Serialize)]
pub struct DownloadSection {
    /// The subject, such as a plan.
    pub name: String,
    /// The files.
    pub files: Vec<Download>,
}

/// A file to download.
#[derive(Clone, Debug, Serialize)]
pub struct Download {
    /// The file.
    pub file: FileLink,
    /// What it holds.
    pub description: String,
}

pub(crate) fn answer(here: Context<'_>, plan: Option<&PlanId>) -> String {
    let count = numbers::count(TABLES.len());
    match has_workbook(here, plan) {
        true => words::tables(count),
        false => words::tables_without_workbook(count),
    }
}

/// Every table with its files: of a plan, or of the whole site.
pub(crate) fn tables(here: Context<'_>, plan: Option<&PlanId>) -> Vec<TableView> {
    TABLES.iter().map(|table| table_view(here, plan, table)).collect()
}

fn table_view(here: Context<'_>, plan: Option<&PlanId>, table: &Table) -> TableView {
    let made = &here.options.files;
    let csv = made.table(plan, table, "csv");
    let rows = csv.as_ref().and_then(|(_, facts)| facts.rows);
    let json = made.table(plan, table, "json");
    let csv_and_json: Vec<FileLink> = [(csv, words::csv()), (json, words::json())]
        .into_iter()
        .filter_map(|(made, form)| made.map(|(path, facts)| (path, facts, form)))
        .map(|(path, facts, form)| match facts.packed {
            true => file(here, &path, &words::packed(form)),
            false => file(here, &path, form),
        })
        .collect();
    let workbook = has_workbook(here, plan)
        .then(|| file(here, &paths::export(plan, names::WORKBOOK), words::xlsx()));
    let excel = plan.filter(|_| table.name == TASKS.name);
    let excel =
        excel.map(|plan| file(here, &paths::export(Some(plan), names::EXCEL), words::csv_excel()));
    let files = workbook.into_iter().chain(excel).chain(csv_and_json).collect();
    TableView {
        name: paths::described_table_fragment(table.name).to_owned(),
        title: table.title.to_owned(),
        about: table.about.to_owned(),
        rows: rows.map(|rows| words::rows(numbers::count(rows))),
        files,
        count: words::columns(numbers::count(table.columns.len())),
        columns: match plan {
            None => table.columns.iter().map(column).collect(),
            Some(_) => Vec::new(),
        },
        described: plan.map(|_| {
            format!("{}#{}", here.href(&paths::data()), paths::described_table_fragment(table.name))
        }),
    }
}

/// Whether all tables stand in one workbook, too.
pub(crate) fn has_workbook(here: Context<'_>, plan: Option<&PlanId>) -> bool {
    here.options.files.get(&paths::export(plan, names::WORKBOOK)).is_some()
}

/// What readers must know of files that are compressed, where there are some.
pub(crate) fn packed(here: Context<'_>, plan: Option<&PlanId>) -> Option<String> {
    let made = |table: &Table, ending| here.options.files.table(plan, table, ending);
    let mut files = TABLES.iter().flat_map(|table| [made(table, "csv"), made(table, "json")]);
    files.any(|made| made.is_some_and(|(_, facts)| facts.packed)).then(|| {
        let about = words::how_to_unpack(numbers::count(LARGE / 1_000_000));
        match has_workbook(here, plan) {
            true => about,
            false => words::and_workbooks_of_plans(about),
        }
    })
}

fn column(column: &Column) -> ColumnView {
    let codes = column.kind.codes().into_iter();
    ColumnView {
        name: column.name.to_owned(),
        kind: column.kind.in_words().to_owned(),
        meaning: column.meaning.to_owned(),
        codes: codes.map(|(code, meaning)| CodeView { code, meaning }).collect(),
    }
}

/// A file of open data, with its size once it is made.
fn file(here: Context<'_>, path: &PagePath, text: &str) -> FileLink {
    let facts = here.options.files.get(path);
    FileLink {
        href: here.href(path),
        text: text.to_owned(),
        size: facts.map(|facts| size(facts.bytes)).unwrap_or_default(),
        sha256: None,
    }
}

pub(crate) fn download(here: Context<'_>, path: &PagePath, description: &str) -> Download {
    let name = path.as_str().rsplit('/').next().unwrap_or(path.as_str());
    Download { file: file(here, path, name), description: description.to_owned() }
}

/// The feeds of a plan, or of the whole site.
pub(crate) fn followed(here: Context<'_>, plan: Option<&PlanId>) -> DownloadSection {
    let feed = |name: &str, ending: &str, description: &str| {
        download(here, &paths::feed(plan, name, ending), description)
    };
    let most = || numbers::count(NEWEST);
    let mut files = vec![
        feed(names::UPDATES, "xml", &words::updates(most())),
        feed(names::UPDATES, "json", words::same_in_json()),
        feed(names::CORRECTIONS, "xml", &words::corrections(most())),
        feed(names::CORRECTIONS, "json", words::same_in_json()),
    ];
    if let Some(plan) = plan {
        let calendar = paths::export(Some(plan), names::CALENDAR);
        files.push(download(here, &calendar, words::calendar()));
    }
    DownloadSection { name: words::followed().to_owned(), files }
}

/// The text that a plan was transcribed from.
pub(crate) fn source_copy(here: Context<'_>, plan: &Plan, copy: &SourceCopy) -> Download {
    let file = FileLink {
        href: here.href(&paths::source_copy(&plan.id)),
        text: paths::SOURCE_COPY.to_owned(),
        size: size(copy.text.len()),
        sha256: Some(copy.sha256.clone()).filter(|sum| !sum.is_empty()),
    };
    let description = match (&plan.source_text.url, plan.source_text.copied.map(dates::long)) {
        (Some(address), Some(day)) => words::source_from_on(address, day),
        (Some(address), None) => words::source_from(address),
        (None, Some(day)) => words::source_on(day),
        (None, None) => words::source().to_owned(),
    };
    Download { file, description }
}

/// "45 kB"; a file of less than half a thousand bytes is told by its bytes.
fn size(bytes: usize) -> String {
    match (bytes + 500) / 1000 {
        0 => words::bytes(numbers::count(bytes)),
        thousands => words::kilobytes(numbers::count(thousands)),
    }
}

pub(crate) fn licence(here: Context<'_>) -> Option<Reference> {
    let licence = here.site().settings.licence.as_ref()?;
    let href = export::licence_address(licence).map(str::to_owned);
    Some(Reference { text: licence.clone(), href })
}

/// How to cite what is called `name` and stands at `path`.
pub(crate) fn citation(here: Context<'_>, name: &str, path: &PagePath) -> String {
    let date = dates::long(here.as_of());
    match here.address_of(path) {
        Some(address) => words::citation_at(name, date, address),
        None => words::citation(name, date),
    }
}
