//! The rows of every table.
//!
//! In: progress on a date, and whether all plans or one are meant. Out: the rows of each table, plan by plan where they
//! are a plan's, so that those of the whole site are never held together. A cell that a restricted task or withheld
//! evidence does not disclose is empty.

mod agencies;
mod figures;
mod indicators;
mod log;
mod plans;
mod scope;
mod tasks;

use super::rows::Row;
use crate::vocabulary::columns::{self, Table};

pub(super) use scope::Scope;

/// Rows of a scope.
pub(super) type Rows = fn(Scope<'_>) -> Vec<Row>;

/// Where the rows of a table come from.
pub(super) struct Source {
    /// The table.
    pub(super) table: &'static Table,
    /// The rows that are no plan's, which come first.
    whole: Option<Rows>,
    /// The rows of each plan, asked plan by plan.
    of_plan: Option<Rows>,
}

/// All tables, in the order of the catalogue.
pub(super) static SOURCES: [Source; 11] = [
    of_plans(&columns::PLANS, plans::rows),
    of_plans(&columns::TASKS, tasks::rows),
    of_plans(&columns::ASSIGNMENTS, tasks::assignments),
    of_plans(&columns::EVENTS, log::events),
    of_plans(&columns::EVIDENCE, log::evidence),
    of_plans(&columns::CORRECTIONS, log::corrections),
    of_plans(&columns::REPORTS, plans::reports),
    of_plans(&columns::INDICATORS, indicators::rows),
    Source { table: &columns::AGENCIES, whole: Some(agencies::rows), of_plan: None },
    Source { table: &columns::REORGANISATIONS, whole: Some(agencies::changes), of_plan: None },
    Source {
        table: &columns::FIGURES,
        whole: Some(figures::of_site),
        of_plan: Some(figures::of_plans),
    },
];

const fn of_plans(table: &'static Table, rows: Rows) -> Source {
    Source { table, whole: None, of_plan: Some(rows) }
}

impl Source {
    /// The rows, some at a time.
    pub(super) fn parts<'a>(&self, scope: Scope<'a>) -> impl Iterator<Item = Vec<Row>> + use<'a> {
        self.makers(scope).map(|(rows, scope)| rows(scope))
    }

    /// What makes the rows, some at a time: each from its own scope.
    pub(super) fn makers<'a>(
        &self,
        scope: Scope<'a>,
    ) -> impl Iterator<Item = (Rows, Scope<'a>)> + use<'a> {
        let whole = self.whole.map(|rows| (rows, scope));
        let plans = self.of_plan.into_iter().flat_map(move |rows| {
            scope.plans().map(move |plan| (rows, Scope { plan: Some(plan), ..scope }))
        });
        whole.into_iter().chain(plans)
    }

    /// The rows that are no plan's.
    pub(super) fn of_no_plan(&self, scope: Scope<'_>) -> Vec<Row> {
        self.whole.map(|rows| rows(scope)).unwrap_or_default()
    }

    /// Whether it has rows of plans.
    pub(super) fn has_rows_of_plans(&self) -> bool {
        self.of_plan.is_some()
    }
}
