//! Tables of tasks of a sheet, added to a plan that is there.
//!
//! In: what was read of a sheet, the site, the plan. Out: the files that change: the plan's own, its text and its copy of
//! the source with the tables behind, and a file a task; and what was put where, so that the same sheet can be taken out
//! again before it comes once more.

use serde_json::{Value, json};

use super::account::Account;
use super::agencies::registry::Registry;
use super::answers::Answers;
use super::found::{Found, Region};
use super::read::Reading;
use super::sheet::{Item, Sheet};
use super::{Imported, again, complete, counts, fresh, report_of, tables, tasks, write};
use crate::editor::entry;
use crate::editor::schema::FileKind;
use crate::output::Checksum;
use crate::source::{ContentFile, SourceTree};

/// What opens a table in a plan's text.
const TABLE: &str = "::: bang_nhiem_vu";

/// What a sheet put into the files of its plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addition {
    /// The position of its first table among those of the plan, from 1.
    pub first: usize,
    /// How many tables it has.
    pub tables: usize,
    /// How many tasks it has.
    pub tasks: usize,
    /// Its tables in the plan's text.
    pub text: String,
    /// Its lines in the copy of the source.
    pub copy: String,
    /// Its part of `nhap.md`.
    pub report: String,
}

/// The site without what a sheet put into a plan; nothing where that no longer stands as it was put, behind all others.
pub fn without(tree: &SourceTree, plan: &str, put: &Addition) -> Option<SourceTree> {
    let text =
        |file: ContentFile<'_>| tree.texts.get(&file.path()).map(|file| file.text.to_string());
    let words = text(ContentFile::PlanText(plan))?;
    let words = words.strip_suffix(&put.text)?.trim_end().to_owned() + "\n";
    if words.matches(TABLE).count() + 1 != put.first {
        return None;
    }
    let settings = text(ContentFile::Plan(plan))?;
    let own: Value = serde_yaml::from_str(&settings).ok()?;
    let mut source = own.get("nguon").cloned().unwrap_or_else(|| json!({}));
    let name = source.get("tep").and_then(Value::as_str).unwrap_or("nguon.txt").to_owned();
    let stem = name.trim_end_matches(".txt");
    let mut site = tree.clone();
    if let Some(copy) = text(ContentFile::SourceCopy(plan, stem)) {
        let copy = copy.strip_suffix(&put.copy)?;
        let lines = copy.trim_end().lines().count();
        let apart = source.get("khung_trang").and_then(Value::as_array).cloned();
        let first = |one: &Value| -> usize {
            let said = one.get("dong").and_then(Value::as_str).unwrap_or_default();
            said.split('-').next().and_then(|line| line.parse().ok()).unwrap_or_default()
        };
        let apart: Vec<Value> =
            apart.unwrap_or_default().into_iter().filter(|one| first(one) <= lines).collect();
        source["khung_trang"] = json!(apart);
        site = site.with_text(ContentFile::SourceCopy(plan, stem).path(), copy);
    }
    let codes: Vec<String> = (put.first..put.first + put.tables)
        .map(|nth| if nth > 1 { format!("b{nth}") } else { String::new() })
        .collect();
    let list = |key: &str| own.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let mut declared = list("bang_nhiem_vu");
    declared.truncate(put.first - 1);
    let code = |one: &Value| one.get("bang").and_then(Value::as_str).unwrap_or_default().to_owned();
    let groups = list("nhom_nhiem_vu").into_iter().filter(|one| !codes.contains(&code(one)));
    let count = own.get("so_nhiem_vu_goc").and_then(Value::as_str).unwrap_or_default();
    let count = count.parse::<usize>().unwrap_or_default().saturating_sub(put.tasks);
    let keys = json!({
        "so_nhiem_vu_goc": count.to_string(),
        "bang_nhiem_vu": declared,
        "nhom_nhiem_vu": groups.collect::<Vec<_>>(),
        "nguon": source,
    });
    let keys = entry::file_of(FileKind::Plan, &keys);
    if let Some(notes) = text(ContentFile::ImportNotes(plan)) {
        let notes = notes.replace(put.report.trim_end(), "");
        site = site.with_text(ContentFile::ImportNotes(plan).path(), notes.trim_end());
    }
    let settings = again::with_keys(&settings, &keys);
    site = site.with_text(ContentFile::Plan(plan).path(), &settings);
    Some(site.with_text(ContentFile::PlanText(plan).path(), &words))
}

/// The plan with the tables of a sheet; nothing where the site has no such plan, or the sheet no such table.
pub fn added(
    reading: &Reading,
    tree: &SourceTree,
    plan: &str,
    file: &str,
    answers: &Answers,
) -> Option<(Imported, Addition)> {
    let text =
        |file: ContentFile<'_>| tree.texts.get(&file.path()).map(|file| file.text.to_string());
    let settings = text(ContentFile::Plan(plan))?;
    let own: Value = serde_yaml::from_str(&settings).ok()?;
    let words = text(ContentFile::PlanText(plan)).unwrap_or_default();
    let before = words.matches(TABLE).count();
    let mut sheet = Sheet::of(&reading.document);
    let mut found = Found::default();
    for item in std::mem::take(&mut sheet.items) {
        let Item::Grid(grid) = item else { continue };
        let nth = before + found.tables.len() + 1;
        let tables::grid::Kind::Tasks(mut table) =
            tables::grid::read(&grid, nth, answers, &mut found.questions)
        else {
            continue;
        };
        table.code = (nth > 1).then(|| format!("b{nth}"));
        tables::settle(&table, &mut sheet);
        found.notes.extend(tables::doubts::of(&table, &sheet));
        found.regions.push(Region::Table(found.tables.len()));
        found.tables.push(table);
    }
    if found.tables.is_empty() {
        return None;
    }
    let mut registry = Registry::of(Some(tree));
    complete::agencies(&mut found, &mut registry, answers, &sheet);
    complete::times(&mut found, answers, &sheet);
    let copy = write::copy(&sheet, &found, None);
    let mut imported = Imported {
        plan: plan.to_owned(),
        counts: counts(&found, &sheet),
        account: Account::of(&sheet, &reading.words),
        ..Imported::default()
    };
    let mut put = |file: ContentFile<'_>, text: String| {
        imported.files.insert(file.path().to_string(), text);
    };
    let mut addition = Addition {
        first: before + 1,
        tables: found.tables.len(),
        tasks: imported.counts.tasks,
        text: write::tables(&found),
        copy: copy.text.clone(),
        report: String::new(),
    };
    put(ContentFile::PlanText(plan), format!("{}\n\n{}", words.trim_end(), addition.text));
    let mut source = own.get("nguon").cloned().unwrap_or_else(|| json!({}));
    let name = source.get("tep").and_then(Value::as_str).unwrap_or("nguon.txt").to_owned();
    let stem = name.trim_end_matches(".txt").to_owned();
    if let Some(old) = text(ContentFile::SourceCopy(plan, &stem)) {
        let lines = old.trim_end().lines().count();
        let whole = format!("{}\n{}", old.trim_end(), copy.text);
        source["sha256"] = json!(Checksum::of(whole.as_bytes()).to_string());
        let apart = copy.apart.iter().map(|(first, last, name)| {
            json!({ "dong": format!("{}-{}", first + lines, last + lines), "ten": name })
        });
        let mut all: Vec<Value> =
            source.get("khung_trang").and_then(Value::as_array).cloned().unwrap_or_default();
        all.extend(apart);
        source["khung_trang"] = json!(all);
        put(ContentFile::SourceCopy(plan, &stem), whole);
    }
    let list = |key: &str| own.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let mut declared = list("bang_nhiem_vu");
    while declared.len() < before {
        declared.push(json!({ "y_nghia_thoi_gian": "khong_ro" }));
    }
    declared.extend(write::declared(&found));
    let mut groups = list("nhom_nhiem_vu");
    groups.extend(write::task_groups(&found));
    let old: usize = own
        .get("so_nhiem_vu_goc")
        .and_then(Value::as_str)
        .and_then(|count| count.parse().ok())
        .unwrap_or_default();
    let keys = json!({
        "so_nhiem_vu_goc": (old + imported.counts.tasks).to_string(),
        "bang_nhiem_vu": declared,
        "nhom_nhiem_vu": groups,
        "nguon": source,
    });
    let keys = entry::file_of(FileKind::Plan, &keys);
    let mut put = |file: ContentFile<'_>, text: String| {
        imported.files.insert(file.path().to_string(), text);
    };
    put(ContentFile::Plan(plan), again::with_keys(&settings, &keys));
    tasks(&found, plan, &mut put);
    imported.groups = fresh(&registry, None, &mut found, &mut put);
    let report = report_of(file, plan, reading, &found, &sheet, &imported.account, &copy);
    addition.report.clone_from(&report);
    let notes = text(ContentFile::ImportNotes(plan))
        .map(|notes| format!("{}\n\n{report}", notes.trim_end()));
    imported
        .files
        .insert(ContentFile::ImportNotes(plan).path().to_string(), notes.unwrap_or(report));
    imported.questions = found.questions;
    imported.notes = found.notes;
    Some((imported, addition))
}
