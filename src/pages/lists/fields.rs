//! The fields of squares of a dashboard: of a plan in the groups of its document, of a site a row a plan.
//!
//! In: progress on the page's date. Out: [`Field`]s whose keys lead to the lists of the same page.

use crate::model::Plan;
use crate::pages::context::Context;
use crate::pages::lists::plan_list::{self, PlanList};
use crate::pages::lists::sections::{Section, sections};
use crate::pages::lists::selection::{Lists, Selection};
use crate::pages::parts::field::{Field, FieldRow, MOST, Square, field};
use crate::pages::values::Tone;
use crate::paths;
use crate::progress::Disclosed;
use crate::vocabulary::plan as words;

/// A plan's tasks, a row a group.
pub(crate) fn of_plan(here: Context<'_>, plan: &Plan, lists: &dyn Lists) -> Option<Field> {
    if here.progress.plan(&plan.id).counted().nth(MOST).is_some() {
        return None;
    }
    let places = plan_list::places(here, plan, PlanList::Group);
    let rows = sections(here, plan).into_iter().map(|(section, tasks)| {
        let is_listed = tasks.iter().any(|task| task.is_live());
        FieldRow {
            name: section.name(plan),
            href: match section {
                Section::Group(_) if is_listed => Some(places.href(here, &section.fragment(plan))),
                Section::Group(_) | Section::Table(_) => None,
            },
            squares: squares(here, tasks),
        }
    });
    field(rows.collect(), MOST, listed(lists))
}

/// The tasks of all plans, a row a plan, newest first; of one plan its groups.
pub(crate) fn of_site(here: Context<'_>, plans: &[&Plan], lists: &dyn Lists) -> Option<Field> {
    if let [plan] = plans {
        return of_plan(here, plan, lists);
    }
    if here.progress.counted().nth(MOST).is_some() {
        return None;
    }
    let rows = plans.iter().map(|plan| FieldRow {
        name: words::named(plan.cited(), &plan.short_name),
        href: Some(here.href(&paths::plan(&plan.id))),
        squares: squares(here, here.progress.plan(&plan.id).counted()),
    });
    field(rows.filter(|row| !row.squares.is_empty()).collect(), MOST, listed(lists))
}

fn squares<'t>(here: Context<'_>, tasks: impl IntoIterator<Item = Disclosed<'t>>) -> Vec<Square> {
    tasks.into_iter().map(|task| Square::of(here, task)).collect()
}

fn listed(lists: &dyn Lists) -> impl Fn(Tone) -> Option<String> + '_ {
    |tone| Some(lists.href(Selection::Of(tone)))
}
