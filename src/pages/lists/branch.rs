//! A list of tasks as a tree of headings, and what of it stands on one of its pages.
//!
//! In: tasks under headings, in the order of the list. Out: where each heading begins, and [`TaskSection`]s for
//! templates. Cards are made of the tasks of the page only.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::pages::context::Context;
use crate::pages::lists::column::Column;
use crate::pages::parts::cards::{self, TaskCard};
use crate::pages::parts::figures::Figure;
use crate::pages::parts::pager::{Cutter, Places};
use crate::paths::PagePath;
use crate::progress::Disclosed;
use crate::vocabulary::plan as plans;

/// Tasks under one heading, as far as they stand on the page.
#[derive(Clone, Debug, Serialize)]
pub struct TaskSection {
    /// The fragment.
    pub id: String,
    /// The heading; none where the template has it.
    pub label: String,
    /// Whether it goes on from the page before.
    pub goes_on: bool,
    /// What belongs under it and what does not.
    pub about: Option<Cow<'static, str>>,
    /// How many tasks, on all pages.
    pub figure: Figure,
    /// The tasks, where they have no headings of their own.
    pub tasks: Vec<TaskCard>,
    /// The headings below.
    pub sections: Vec<TaskSection>,
}

/// Tasks under one heading, all of them.
#[derive(Clone, Debug)]
pub(crate) struct Branch<'t> {
    pub(crate) id: String,
    label: String,
    about: Option<Cow<'static, str>>,
    column: Option<Column>,
    tasks: Vec<Disclosed<'t>>,
    below: Vec<Branch<'t>>,
}

impl<'t> Branch<'t> {
    /// Tasks under a heading.
    pub(crate) fn leaf(
        id: impl Into<String>,
        label: impl Into<String>,
        tasks: Vec<Disclosed<'t>>,
    ) -> Self {
        Self { tasks, ..Self::of(id, label, Vec::new()) }
    }

    /// Headings under a heading.
    pub(crate) fn of(
        id: impl Into<String>,
        label: impl Into<String>,
        below: Vec<Branch<'t>>,
    ) -> Self {
        let (id, label) = (id.into(), label.into());
        Self { id, label, about: None, column: None, tasks: Vec::new(), below }
    }

    /// The same, as a column of the tables of numbers.
    pub(crate) fn under(self, column: Column) -> Self {
        Self { column: Some(column), ..self }
    }

    /// The same, with what belongs under it.
    pub(crate) fn about(self, about: impl Into<Cow<'static, str>>) -> Self {
        Self { about: Some(about.into()), ..self }
    }

    /// The headings below it.
    pub(crate) fn below(&self) -> &[Branch<'t>] {
        &self.below
    }

    /// How many tasks stand under it.
    pub(crate) fn count(&self) -> usize {
        self.tasks.len() + count(&self.below)
    }

    /// Whether no task stands under it.
    pub(crate) fn is_empty(&self) -> bool {
        self.count() == 0
    }

    fn start(&self, at: &mut usize, starts: &mut BTreeMap<String, usize>) {
        starts.insert(self.id.clone(), *at);
        *at += self.tasks.len();
        for branch in &self.below {
            branch.start(at, starts);
        }
    }

    /// What of it stands on the page of `cutter`; none where nothing does.
    pub(crate) fn section(
        &self,
        here: Context<'_>,
        cutter: &mut Cutter,
        name_plan: bool,
    ) -> Option<TaskSection> {
        let goes_on = cutter.is_past_start();
        let tasks = cutter.cut(&self.tasks).iter();
        let tasks: Vec<_> = tasks.map(|task| cards::card(here, *task, name_plan)).collect();
        let sections = sections(here, &self.below, cutter, name_plan);
        (!tasks.is_empty() || !sections.is_empty()).then(|| TaskSection {
            id: self.id.clone(),
            label: self.label.clone(),
            goes_on,
            about: self.about.clone().filter(|_| !goes_on),
            figure: Figure::of(self.count(), format!("#{}", self.id)),
            tasks,
            sections,
        })
    }
}

/// What of a list stands on the page of `cutter`.
pub(crate) fn sections(
    here: Context<'_>,
    branches: &[Branch<'_>],
    cutter: &mut Cutter,
    name_plan: bool,
) -> Vec<TaskSection> {
    branches.iter().filter_map(|branch| branch.section(here, cutter, name_plan)).collect()
}

/// How many tasks a list holds, each as often as it stands there.
pub(crate) fn count(branches: &[Branch<'_>]) -> usize {
    branches.iter().map(Branch::count).sum()
}

/// Where the sections of a list begin whose first page is at `first`.
pub(crate) fn places<'b, 't: 'b>(
    first: PagePath,
    branches: impl IntoIterator<Item = &'b Branch<'t>>,
) -> Places {
    let (mut at, mut starts) = (0, BTreeMap::new());
    for branch in branches {
        branch.start(&mut at, &mut starts);
    }
    Places::new(first, starts)
}

/// The columns among sections, each with its number and where it stands.
pub(crate) fn columns<'b>(
    here: Context<'b>,
    places: &'b Places,
    branches: &'b [Branch<'_>],
) -> impl Iterator<Item = (Figure, Column)> + 'b {
    branches.iter().filter_map(move |branch| {
        let column = branch.column?;
        Some((places.figure(here, &branch.id, branch.count()), column))
    })
}

/// Tasks under the plans that they belong to; the fragment of each is its plan's id after `prefix`.
pub(crate) fn by_plan<'t>(
    tasks: impl Iterator<Item = Disclosed<'t>>,
    prefix: &str,
) -> Vec<Branch<'t>> {
    let mut plans: Vec<Branch<'t>> = Vec::new();
    for task in tasks {
        let plan = task.plan();
        let id = format!("{prefix}{}", plan.id);
        match plans.last_mut().filter(|last| last.id == id) {
            Some(last) => last.tasks.push(task),
            None => {
                let label = plans::named(plan.cited(), &plan.short_name);
                plans.push(Branch::leaf(id, label, vec![task]));
            }
        }
    }
    plans
}
