//! The rows of every table.
//!
//! In: progress on a date, and whether all plans or one are meant. Out: [`Sheet`]s, in the order of the catalogue.
//! A cell that a restricted task or withheld evidence does not disclose is empty.

mod agencies;
mod figures;
mod indicators;
mod log;
mod plans;
mod scope;
mod tasks;

use super::rows::{Row, Sheet};
use crate::vocabulary::columns::{self, Table};

pub(super) use scope::Scope;

/// Every table, filled.
pub(super) fn of(scope: Scope<'_>) -> Vec<Sheet> {
    let fill = |table: &'static Table, rows: Vec<Row>| Sheet { table, rows };
    vec![
        fill(&columns::PLANS, plans::rows(scope)),
        fill(&columns::TASKS, tasks::rows(scope)),
        fill(&columns::ASSIGNMENTS, tasks::assignments(scope)),
        fill(&columns::EVENTS, log::events(scope)),
        fill(&columns::EVIDENCE, log::evidence(scope)),
        fill(&columns::CORRECTIONS, log::corrections(scope)),
        fill(&columns::REPORTS, plans::reports(scope)),
        fill(&columns::INDICATORS, indicators::rows(scope)),
        fill(&columns::AGENCIES, agencies::rows(scope)),
        fill(&columns::REORGANISATIONS, agencies::changes(scope)),
        fill(&columns::FIGURES, figures::rows(scope)),
    ]
}
