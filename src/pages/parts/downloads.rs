//! Files to download: tables with the meaning of their columns, feeds, the copy of a text.
//!
//! In: the files of open data and the catalogue of their columns. Out: what the data pages of the site and of a plan share.

use serde::Serialize;

use crate::export::catalogue::{Column, TABLES, Table};
use crate::export::{self, names};
use crate::model::{Plan, PlanId, SourceCopy};
use crate::pages::context::Context;
use crate::pages::values::{FileLink, Reference};
use crate::paths::{self, PagePath};
use crate::text::dates;
use crate::text::numbers;

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
    /// Its columns.
    pub columns: Vec<ColumnView>,
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

pub(crate) fn answer() -> String {
    format!("{} bảng ở dạng CSV và XLSX, kèm ý nghĩa từng cột.", numbers::count(TABLES.len()))
}

/// Every table with its files: of a plan, or of the whole site.
pub(crate) fn tables(here: Context<'_>, plan: Option<&PlanId>) -> Vec<TableView> {
    TABLES.iter().map(|table| table_view(here, plan, table)).collect()
}

fn table_view(here: Context<'_>, plan: Option<&PlanId>, table: &Table) -> TableView {
    let csv = export::table_path(plan, table, "csv");
    let rows = here.options.files.get(&csv).and_then(|facts| facts.rows);
    let mut files = vec![file(here, &csv, "CSV")];
    if plan.is_none() {
        files.push(file(here, &export::table_path(None, table, "json"), "JSON"));
    }
    files.push(file(here, &paths::export(plan, names::WORKBOOK), "XLSX, mọi bảng"));
    TableView {
        name: table.name.to_owned(),
        title: table.title.to_owned(),
        about: table.about.to_owned(),
        rows: rows.map(|rows| format!("{} dòng", numbers::count(rows))),
        files,
        count: format!("{} cột", numbers::count(table.columns.len())),
        columns: table.columns.iter().map(column).collect(),
    }
}

fn column(column: &Column) -> ColumnView {
    let codes = column.kind.codes().into_iter();
    ColumnView {
        name: column.name.to_owned(),
        kind: column.kind.in_words().to_owned(),
        meaning: column.meaning.to_owned(),
        codes: codes.map(|(code, meaning)| CodeView { code: code.to_owned(), meaning }).collect(),
    }
}

/// A file of open data, with its size once it is made.
fn file(here: Context<'_>, path: &PagePath, words: &str) -> FileLink {
    let facts = here.options.files.get(path);
    FileLink {
        href: here.href(path),
        text: words.to_owned(),
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
    let mut files = vec![
        feed(names::UPDATES, "xml", "Diễn biến và đính chính mới công bố, dạng Atom."),
        feed(names::UPDATES, "json", "Như trên, dạng JSON Feed."),
        feed(names::CORRECTIONS, "xml", "Chỉ các đính chính, dạng Atom."),
        feed(names::CORRECTIONS, "json", "Như trên, dạng JSON Feed."),
    ];
    if let Some(plan) = plan {
        let calendar = paths::export(Some(plan), names::CALENDAR);
        let words = "Lịch thời hạn, thêm được vào ứng dụng lịch của điện thoại, máy tính.";
        files.push(download(here, &calendar, words));
    }
    DownloadSection { name: "Theo dõi thay đổi".to_owned(), files }
}

/// The text that a plan was transcribed from.
pub(crate) fn source_copy(here: Context<'_>, plan: &Plan, copy: &SourceCopy) -> Download {
    let address = plan.source_text.url.as_ref().map(|url| format!(" từ {url}")).unwrap_or_default();
    let day =
        plan.source_text.copied.map(|date| format!(" {}", dates::long(date))).unwrap_or_default();
    let file = FileLink {
        href: here.href(&paths::file_of_plan(&plan.id, "nguon.txt")),
        text: "nguon.txt".to_owned(),
        size: size(copy.text.len()),
        sha256: Some(copy.sha256.clone()).filter(|sum| !sum.is_empty()),
    };
    let description = format!(
        "Bản chữ của văn bản, chép{address}{day}. Toàn văn và bảng nhiệm vụ trên trang được so với tệp này từng chữ."
    );
    Download { file, description }
}

/// "45 kB"; a file of less than half a thousand bytes is told by its bytes.
fn size(bytes: usize) -> String {
    match (bytes + 500) / 1000 {
        0 => format!("{} byte", numbers::count(bytes)),
        thousands => format!("{} kB", numbers::count(thousands)),
    }
}

pub(crate) fn licence(here: Context<'_>) -> Option<Reference> {
    let words = here.site().settings.licence.as_ref()?;
    let href = export::licence_address(words).map(str::to_owned);
    Some(Reference { text: words.clone(), href })
}

/// How to cite what is called `name` and stands at `path`.
pub(crate) fn citation(here: Context<'_>, name: &str, path: &PagePath) -> String {
    let address = here.address_of(path).map(|address| format!(", {address}")).unwrap_or_default();
    format!("“{name}”, số liệu đến {}{address}", dates::long(here.as_of()))
}
