//! What an agency or a group is charged with, in a sentence whose numbers lead to the lists on its page.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Agency, Group};
use crate::pages::context::Context;
use crate::pages::lists::column::{self, Column};
use crate::pages::parts::cards::{self, TaskGroup};
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::progress::{AgencyIndex, Fate, TaskRef};
use crate::vocabulary::agencies as words;

/// What the fragments of sections of tasks that it answers for begin with.
pub(crate) const LED: &str = "chu-tri-";

/// "Chủ trì 14 nhiệm vụ: 2 hoàn thành, 12 chưa có thông tin; phối hợp 9 nhiệm vụ."
///
/// The lists are on the agency's own page at `page`, which is empty on that page.
pub(crate) fn of_agency(here: Context<'_>, agency: &Agency, page: &str) -> Sentence {
    let index = here.progress.agency(&agency.id);
    let figure = |count: usize, fragment: &str| Figure::of(count, format!("{page}#{fragment}"));
    let (held, partners) = (index.responsible.len(), index.partners.len());
    if !matches!(index.fate, Fate::Alive) {
        return Sentence::from(words::ended(
            figure(led_before(index).len(), "tung-chu-tri"),
            figure(partners, "phoi-hop"),
        ));
    }
    let mut columns: BTreeMap<Column, usize> = BTreeMap::new();
    for task in index.responsible.iter().map(|place| here.progress.at(*place)) {
        *columns.entry(Column::of(task.kind())).or_default() += 1;
    }
    let columns = columns
        .into_iter()
        .map(|(column, count)| (figure(count, &format!("{LED}{}", column.id())), column));
    let partnered = figure(partners, "phoi-hop");
    match (column::counts(columns), partners) {
        (Some(counts), _) => {
            Sentence::from(words::leads(figure(held, "chu-tri"), counts, partnered))
        }
        (None, 0) => Sentence::from(words::not_named()),
        (None, _) => Sentence::from(words::partner(partnered)),
    }
}

/// "Được giao chủ trì 2 nhiệm vụ, phối hợp 11."
///
/// The lists are on the group's own page at `page`, which is empty on that page.
pub(crate) fn of_group(here: Context<'_>, group: &Group, page: &str) -> Sentence {
    let index = here.progress.group(&group.id);
    Sentence::from(words::duties(
        Figure::of(index.leads.len(), format!("{page}#chu-tri")),
        Figure::of(index.partners.len(), format!("{page}#phoi-hop")),
    ))
}

/// The tasks that a plan names it for as a lead and that it does not answer for on the date.
pub(crate) fn led_before(index: &AgencyIndex<'_>) -> Vec<TaskRef> {
    let held: BTreeSet<TaskRef> = index.responsible.iter().copied().collect();
    index.leads.iter().filter(|task| !held.contains(task)).copied().collect()
}

/// Tasks of an index, plan by plan.
pub(crate) fn tasks(here: Context<'_>, tasks: &[TaskRef], prefix: &str) -> Vec<TaskGroup> {
    let tasks = tasks.iter().map(|place| here.progress.at(*place));
    cards::by_plan(here, tasks, prefix)
}
