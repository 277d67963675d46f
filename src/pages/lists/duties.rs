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

/// What the fragments of sections of tasks that it may have taken over begin with.
pub(crate) const PERHAPS: &str = "co-the-da-nhan-";

/// "Được giao chủ trì 14 nhiệm vụ: 2 hoàn thành, 12 chưa có thông tin; phối hợp 9 nhiệm vụ."
///
/// The lists are on the agency's own page at `page`, which is empty on that page.
pub(crate) fn of_agency(here: Context<'_>, agency: &Agency, page: &str) -> Sentence {
    let index = here.progress.agency(&agency.id);
    let figure = |count: usize, fragment: &str| Figure::of(count, format!("{page}#{fragment}"));
    let partners = index.partners.len();
    let partnered = figure(partners, "phoi-hop");
    let before = led_before(index).len();
    if !matches!(index.fate, Fate::Alive) {
        return Sentence::from(words::ended(figure(before, "tung-chu-tri"), partnered));
    }
    let counts =
        |tasks: &[TaskRef], prefix: &str| {
            let mut columns: BTreeMap<Column, usize> = BTreeMap::new();
            for task in tasks.iter().map(|place| here.progress.at(*place)) {
                *columns.entry(Column::for_agency(task, &agency.id)).or_default() += 1;
            }
            let columns = columns.into_iter();
            column::counts(columns.map(|(column, count)| {
                (figure(count, &format!("{prefix}{}", column.id())), column)
            }))
        };
    let given = given(index);
    let led = counts(&given, LED).map(|counts| (figure(given.len(), "chu-tri"), counts));
    let perhaps = counts(&index.perhaps, PERHAPS)
        .map(|counts| (figure(index.perhaps.len(), "co-the-da-nhan"), counts));
    Sentence::from(match (led, perhaps) {
        (Some((led, counts)), None) => words::leads(led, counts, partnered),
        (Some((led, counts)), Some((perhaps, others))) => {
            words::leads_and_perhaps(led, counts, perhaps, others, partnered)
        }
        (None, Some((perhaps, others))) => words::perhaps_leads(perhaps, others, partnered),
        (None, None) if before > 0 => words::once_led(figure(before, "tung-chu-tri"), partnered),
        (None, None) if partners == 0 => return Sentence::from(words::not_named()),
        (None, None) => words::partner(partnered),
    })
}

/// The tasks that it was given by name: by the plan, or by a document on the task itself.
pub(crate) fn given(index: &AgencyIndex<'_>) -> Vec<TaskRef> {
    let perhaps: BTreeSet<&TaskRef> = index.perhaps.iter().collect();
    index.responsible.iter().filter(|task| !perhaps.contains(task)).copied().collect()
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
