//! A plan's tasks under the heads that its document gives them: its groups, and its tables where tasks have no group.
//!
//! In: one plan's tasks. Out: heads with their tasks, in the order of the document.

use crate::model::Plan;
use crate::pages::context::Context;
use crate::paths;
use crate::progress::Disclosed;
use crate::text::{capitalised, slug::slug};
use crate::vocabulary::tasks as words;

/// What tasks stand under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    /// The group at this position of the plan.
    Group(usize),
    /// No group, in the table at this position.
    Table(usize),
}

impl Section {
    /// What a task stands under.
    pub(crate) fn of(task: Disclosed<'_>) -> Self {
        task.group().map_or(Self::Table(task.table()), Self::Group)
    }

    /// What readers call it; empty for the one table of a plan.
    pub(crate) fn name(self, plan: &Plan) -> String {
        match self {
            Self::Group(at) if plan.groups[at].table > 0 => {
                let group = &plan.groups[at];
                words::of_table(group.name(), &plan.tables[group.table].name)
            }
            Self::Group(at) => plan.groups[at].name(),
            Self::Table(_) if plan.tables.len() == 1 => String::new(),
            Self::Table(at) => capitalised(&plan.tables[at].name),
        }
    }

    /// The document's words for it, where the name is the editors'.
    pub(crate) fn official(self, plan: &Plan) -> Option<&str> {
        match self {
            Self::Group(at) => plan.groups[at].official(),
            Self::Table(_) => None,
        }
    }

    /// Its fragment in the plan's list.
    pub(crate) fn fragment(self, plan: &Plan) -> String {
        match self {
            Self::Group(at) => paths::group_fragment(&plan.groups[at]),
            Self::Table(at) => paths::ungrouped_fragment(&plan.tables[at]),
        }
    }

    /// The value that a filter knows it by.
    pub(crate) fn value(self, plan: &Plan) -> String {
        match self {
            Self::Group(at) => slug(&plan.groups[at].key),
            Self::Table(at) => paths::ungrouped_fragment(&plan.tables[at]),
        }
    }

    /// All of a plan, in the order of its document; of each table first what has no group.
    fn all(plan: &Plan) -> Vec<Self> {
        let mut sections = Vec::new();
        for table in 0..plan.tables.len() {
            sections.push(Self::Table(table));
            let groups = plan.groups.iter().enumerate();
            let mine = groups.filter(|(_, group)| group.table == table);
            sections.extend(mine.map(|(at, _)| Self::Group(at)));
        }
        sections
    }
}

/// The sections that hold a task which counts, each with its tasks.
pub(crate) fn sections<'p>(here: Context<'p>, plan: &Plan) -> Vec<(Section, Vec<Disclosed<'p>>)> {
    let mut sections: Vec<_> =
        Section::all(plan).into_iter().map(|section| (section, Vec::new())).collect();
    for task in here.progress.plan(&plan.id).counted() {
        let mine = Section::of(task);
        let found = sections.iter_mut().find(|(section, _)| *section == mine);
        found.expect("every group and table comes from its plan").1.push(task);
    }
    sections.retain(|(_, tasks): &(_, Vec<_>)| !tasks.is_empty());
    sections
}
