//! What an agency or a group is charged with, in a sentence whose numbers lead to the lists on its page.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Agency, Group};
use crate::pages::context::Context;
use crate::pages::lists::branch::{self, Branch};
use crate::pages::lists::by_standing::parted_by;
use crate::pages::lists::column::{self, Column};
use crate::pages::parts::pager::{PageNumber, Places};
use crate::pages::parts::sentence::Sentence;
use crate::paths;
use crate::progress::{AgencyIndex, Fate, GroupIndex, TaskRef};
use crate::vocabulary::agencies as words;

/// The tasks that an agency or a group is charged with, as its pages list them one after another.
#[derive(Debug)]
pub(crate) struct Duties<'t> {
    /// Those that it answers for by name, by standing; a group's, by plan.
    pub(crate) led: Branch<'t>,
    /// Those that it may have taken over, by standing.
    pub(crate) perhaps: Branch<'t>,
    /// Those that it once led and others answer for now, by plan.
    pub(crate) led_before: Branch<'t>,
    /// Those in which it is a partner, by plan.
    pub(crate) partnered: Branch<'t>,
}

impl<'t> Duties<'t> {
    /// What `agency` is charged with.
    pub(crate) fn of_agency(here: Context<'t>, agency: &Agency) -> Self {
        let index = here.progress.agency(&agency.id);
        let by_standing = |id: &str, tasks: &[TaskRef]| {
            let tasks = tasks.iter().map(|place| here.progress.at(*place));
            let part = |part: &str| format!("{id}-{part}");
            Branch::of(id, "", parted_by(tasks, part, |task| Column::for_agency(task, &agency.id)))
        };
        Self {
            led: by_standing("chu-tri", &given(index)),
            perhaps: by_standing("co-the-da-nhan", &index.perhaps),
            led_before: by_plan(here, "tung-chu-tri", &led_before(index)),
            partnered: by_plan(here, "phoi-hop", &index.partners),
        }
    }

    /// What `group` is charged with.
    pub(crate) fn of_group(here: Context<'t>, group: &Group) -> Self {
        let index = here.progress.group(&group.id);
        Self {
            led: by_plan(here, "chu-tri", &index.leads),
            perhaps: by_plan(here, "co-the-da-nhan", &[]),
            led_before: by_plan(here, "tung-chu-tri", &[]),
            partnered: by_plan(here, "phoi-hop", &index.partners),
        }
    }

    fn starts(&self) -> [&Branch<'t>; 4] {
        [&self.led, &self.perhaps, &self.led_before, &self.partnered]
    }
}

fn by_plan<'t>(here: Context<'t>, id: &str, tasks: &[TaskRef]) -> Branch<'t> {
    let tasks = tasks.iter().map(|place| here.progress.at(*place));
    Branch::of(id, "", branch::by_plan(tasks, &format!("{id}-")))
}

/// The pages of an agency.
pub(crate) fn pages_of_agency(index: &AgencyIndex<'_>) -> impl Iterator<Item = PageNumber> + use<> {
    let led = index.responsible.len() + led_before(index).len();
    PageNumber::all(led + index.partners.len())
}

/// The pages of a group.
pub(crate) fn pages_of_group(index: &GroupIndex) -> impl Iterator<Item = PageNumber> + use<> {
    PageNumber::all(index.leads.len() + index.partners.len())
}

/// Where its sections of tasks begin.
fn places_of_agency(here: Context<'_>, agency: &Agency) -> Places {
    let first = paths::agency(&agency.id);
    // What fits on a page begins on the first.
    match pages_of_agency(here.progress.agency(&agency.id)).nth(1) {
        Some(_) => branch::places(first, Duties::of_agency(here, agency).starts()),
        None => Places::new(first, BTreeMap::new()),
    }
}

/// "Được giao chủ trì 14 nhiệm vụ: 2 hoàn thành, 12 chưa có thông tin; phối hợp 9 nhiệm vụ."
///
/// The lists are on the agency's own pages.
pub(crate) fn of_agency(here: Context<'_>, agency: &Agency) -> Sentence {
    let index = here.progress.agency(&agency.id);
    let places = places_of_agency(here, agency);
    let figure = |count: usize, section: &str| places.figure(here, section, count);
    let partners = index.partners.len();
    let partnered = figure(partners, "phoi-hop");
    let before = led_before(index).len();
    if !matches!(index.fate, Fate::Alive) {
        return Sentence::from(words::ended(figure(before, "tung-chu-tri"), partnered));
    }
    let counts =
        |tasks: &[TaskRef], section: &str| {
            let mut columns: BTreeMap<Column, usize> = BTreeMap::new();
            for task in tasks.iter().map(|place| here.progress.at(*place)) {
                *columns.entry(Column::for_agency(task, &agency.id)).or_default() += 1;
            }
            let columns = columns.into_iter();
            column::counts(columns.map(|(column, count)| {
                (figure(count, &format!("{section}-{}", column.id())), column)
            }))
        };
    let given = given(index);
    let led = counts(&given, "chu-tri").map(|counts| (figure(given.len(), "chu-tri"), counts));
    let perhaps = counts(&index.perhaps, "co-the-da-nhan")
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
fn given(index: &AgencyIndex<'_>) -> Vec<TaskRef> {
    let perhaps: BTreeSet<&TaskRef> = index.perhaps.iter().collect();
    index.responsible.iter().filter(|task| !perhaps.contains(task)).copied().collect()
}

/// "Được giao chủ trì 2 nhiệm vụ, phối hợp 11."
///
/// The lists are on the group's own pages.
pub(crate) fn of_group(here: Context<'_>, group: &Group) -> Sentence {
    let index = here.progress.group(&group.id);
    let starts = BTreeMap::from([("phoi-hop".to_owned(), index.leads.len())]);
    let places = Places::new(paths::group(&group.id), starts);
    Sentence::from(words::duties(
        places.figure(here, "chu-tri", index.leads.len()),
        places.figure(here, "phoi-hop", index.partners.len()),
    ))
}

/// The tasks that a plan names it for as a lead and that it does not answer for on the date.
fn led_before(index: &AgencyIndex<'_>) -> Vec<TaskRef> {
    let held: BTreeSet<TaskRef> = index.responsible.iter().copied().collect();
    index.leads.iter().filter(|task| !held.contains(task)).copied().collect()
}
