//! CK112: every agency that the plan's words name is linked to its id.

mod names;
mod reading;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::catalog::ck112;
use crate::diagnostic::{Diagnostics, Severity, SourcePath};
use crate::model::{AgencyId, GroupId, Plan, Record, Task};
use crate::source::ContentFile;

use names::{Bearers, Names};
use reading::{Reading, read};

/// `before` is what earlier stages found.
pub(super) fn check(record: &Record, before: &Diagnostics, problems: &mut Diagnostics) {
    let names = Names::of(record);
    let faulty = faulty_files(before);
    let unread = names_may_be_unread(before);
    // Plans repeat the same few strings in most of their cells.
    let mut readings: BTreeMap<&str, Reading<'_>> = BTreeMap::new();
    for (plan, task) in record.tasks().filter(|(_, task)| !faulty.contains(&task.source)) {
        for cell in cells(task) {
            let reading = readings.entry(cell.words).or_insert_with(|| read(cell.words, &names));
            report(record, plan, task, &cell, reading, unread, problems);
        }
    }
}

/// The files whose lists of ids are told to be faulty: what is wrong there is not missed again here.
fn faulty_files(problems: &Diagnostics) -> BTreeSet<SourcePath> {
    let faulty = problems.iter().filter(|problem| matches!(problem.rule.code, "CK110" | "CK153"));
    faulty.map(|problem| problem.place.file.clone()).collect()
}

/// Whether some file of agencies or groups is faulty, so that names in it may be unknown here.
fn names_may_be_unread(problems: &Diagnostics) -> bool {
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
    let mut files = errors.map(|problem| ContentFile::of(&problem.place.file));
    files.any(|file| matches!(file, Some(ContentFile::Agency(_) | ContentFile::Groups)))
}

/// The words of a column, and the ids beside them.
struct Cell<'a> {
    key: &'static str,
    column: &'static str,
    words: &'a str,
    agencies: &'a [AgencyId],
    groups: &'a [GroupId],
}

fn cells(task: &Task) -> impl Iterator<Item = Cell<'_>> {
    let leads = task.leads.verbatim.as_deref().map(|words| Cell {
        key: "chu_tri_nguyen_van",
        column: "chủ trì",
        words,
        agencies: &task.leads.agencies,
        groups: &task.leads.groups,
    });
    let partners = task.partners.as_ref().map(|partners| Cell {
        key: "phoi_hop.nguyen_van",
        column: "phối hợp",
        words: &partners.verbatim,
        agencies: &partners.agencies,
        groups: &partners.groups,
    });
    leads.into_iter().chain(partners)
}

fn report(
    record: &Record,
    plan: &Plan,
    task: &Task,
    cell: &Cell<'_>,
    reading: &Reading<'_>,
    unread: bool,
    problems: &mut Diagnostics,
) {
    let number = task.number.as_str();
    for (name, bearers) in &reading.known {
        if !is_linked(bearers, cell) {
            let id = likeliest(record, plan, bearers);
            problems.push(ck112::name_not_linked(
                task.key(cell.key),
                number,
                cell.column,
                name,
                id,
            ));
        }
    }
    for name in reading.unknown.iter().filter(|_| !unread) {
        problems.push(ck112::name_not_known(task.key(cell.key), number, cell.column, name));
    }
}

fn is_linked(bearers: &Bearers<'_>, cell: &Cell<'_>) -> bool {
    bearers.agencies.iter().any(|id| cell.agencies.contains(id))
        || bearers.groups.iter().any(|id| cell.groups.contains(id))
}

/// Of several bearers of a name, the one that existed when the plan was issued.
fn likeliest<'a>(record: &Record, plan: &Plan, bearers: &Bearers<'a>) -> &'a str {
    let existed = |id: &&&AgencyId| record.agency(id).exists.contains(plan.issued);
    let agency = bearers.agencies.iter().find(existed).or(bearers.agencies.first());
    let group = bearers.groups.first();
    agency.map(|id| id.as_str()).or(group.map(|id| id.as_str())).unwrap_or_default()
}

#[cfg(test)]
mod tests;
