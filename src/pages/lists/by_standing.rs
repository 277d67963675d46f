//! Tasks in sections by standing, each section with an address of its own.
//!
//! In: tasks on the page's date. Out: [`Branch`]es: done, overdue, silent, the rest, as the tables of numbers part
//! them, so that each cell of a table leads to just the tasks that it counts.

use std::collections::BTreeMap;

use crate::pages::context::Context;
use crate::pages::lists::branch::Branch;
use crate::pages::lists::column::Column;
use crate::pages::lists::selection::{Lists, Selection};
use crate::pages::parts::pager::Places;
use crate::pages::values::Tone;
use crate::progress::{Cell, Disclosed, StandingKind};
use crate::vocabulary::lists as words;

/// The fragment of a task's family within a column.
fn family(column: Column, kind: StandingKind) -> (&'static str, &'static str) {
    match kind {
        StandingKind::Overdue if column != Column::Overdue => {
            ("ket-qua-noi-khac-qua-han", words::late_by_others())
        }
        StandingKind::NoInformationPastDue => {
            ("chua-co-thong-tin-het-han", words::silent_past_due())
        }
        StandingKind::NoInformationPeriodOver => {
            ("chua-co-thong-tin-het-ky", words::silent_period_over())
        }
        StandingKind::NoInformation => ("chua-co-thong-tin-trong-han", words::silent_in_time()),
        // The column itself is called by the name of this family.
        kind if kind.tone() == Tone::Done => (Tone::Done.slug(), words::done_not_late()),
        kind => {
            let tone = kind.tone();
            (tone.slug(), tone.label())
        }
    }
}

/// `tasks` in sections by standing; the fragment of each is what `id` makes of the standing's.
pub(crate) fn parted<'t>(
    tasks: impl IntoIterator<Item = Disclosed<'t>>,
    id: impl Fn(&str) -> String,
) -> Vec<Branch<'t>> {
    parted_by(tasks, id, |task| Column::of(task.kind()))
}

/// The same, each section with what belongs in it and what does not.
pub(crate) fn explained<'t>(tasks: impl IntoIterator<Item = Disclosed<'t>>) -> Vec<Branch<'t>> {
    let explain = |list: Selection, branch: Branch<'t>| branch.about(list.words().about);
    columns(tasks, str::to_owned, |task| Column::of(task.kind()), explain)
}

/// `tasks` in sections by standing, as `column_of` has it.
pub(crate) fn parted_by<'t>(
    tasks: impl IntoIterator<Item = Disclosed<'t>>,
    id: impl Fn(&str) -> String,
    column_of: impl Fn(Disclosed<'t>) -> Column,
) -> Vec<Branch<'t>> {
    columns(tasks, id, column_of, |_, branch| branch)
}

/// `finish` gets each section that holds just what a list does.
fn columns<'t>(
    tasks: impl IntoIterator<Item = Disclosed<'t>>,
    id: impl Fn(&str) -> String,
    column_of: impl Fn(Disclosed<'t>) -> Column,
    finish: impl Fn(Selection, Branch<'t>) -> Branch<'t>,
) -> Vec<Branch<'t>> {
    let mut columns: BTreeMap<Column, Vec<Disclosed<'t>>> = BTreeMap::new();
    for task in tasks {
        columns.entry(column_of(task)).or_default().push(task);
    }
    let branches = columns.into_iter().map(|(column, tasks)| {
        let (id_of_column, head) = (id(column.id()), column.words().head);
        let mut families: Vec<(StandingKind, &str, &str, Vec<Disclosed<'_>>)> = Vec::new();
        for task in tasks.iter().copied().filter(|_| column != Column::Overdue) {
            let (slug, label) = family(column, task.kind());
            match families.iter_mut().find(|(_, other, ..)| *other == slug) {
                Some((.., tasks)) => tasks.push(task),
                None => families.push((task.kind(), slug, label, vec![task])),
            }
        }
        families.sort_by_key(|(kind, ..)| *kind);
        let families = families.into_iter().map(|(kind, slug, label, tasks)| {
            let branch = Branch::leaf(id(slug), label, tasks);
            match column {
                Column::Silent => branch,
                _ => finish(Selection::Of(kind.tone()), branch),
            }
        });
        let families: Vec<_> = families.collect();
        let branch = match families.is_empty() {
            true => Branch::leaf(id_of_column, head, tasks),
            false => Branch::of(id_of_column, head, families),
        };
        let branch = branch.under(column);
        match column {
            Column::Done => finish(Selection::Done, branch),
            Column::Overdue => finish(Selection::Of(Tone::Overdue), branch),
            Column::Silent => finish(Selection::Of(Tone::NoInformation), branch),
            Column::Rest | Column::Gone => branch,
        }
    });
    branches.collect()
}

/// The section of a list by standing that holds just what `list` does, if one does; `all` holds what still belongs to
/// the plan.
pub(crate) fn section(list: Selection, all: &'static str) -> Option<&'static str> {
    match list {
        Selection::Live => Some(all),
        Selection::Done => Some(Column::Done.id()),
        Selection::In(Cell::NoInformationPastDue) => Some("chua-co-thong-tin-het-han"),
        Selection::SilentPeriodOver => Some("chua-co-thong-tin-het-ky"),
        Selection::Of(tone) => Some(tone.slug()),
        Selection::In(_)
        | Selection::Due
        | Selection::DoneForDeadline
        | Selection::NoDeadline
        | Selection::Proved
        | Selection::Updated
        | Selection::Original
        | Selection::Added => None,
    }
}

/// Lists that stand as sections by standing on the pages of one list.
pub(crate) struct InSections<'a> {
    pub(crate) here: Context<'a>,
    pub(crate) places: &'a Places,
    /// The fragment of all its tasks that still belong to the plan.
    pub(crate) all: &'static str,
}

impl Lists for InSections<'_> {
    fn href(&self, list: Selection) -> String {
        let section = section(list, self.all).unwrap_or("moi-nhiem-vu");
        self.places.href(self.here, section)
    }
}
