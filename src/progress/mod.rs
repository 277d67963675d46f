//! What is true on one date.
//!
//! In: the [`crate::model::Record`] and a date. Out: [`Whole`], and in it [`Progress`], which is all that readers may
//! see: the standing of every task, its deadline, who is responsible for it that day, and the counts, rates, reports
//! and history that follow. A function of its two arguments: it reads no clock, changes no content, and words nothing
//! for readers.

mod breakdown;
mod day;
mod disclosed;
mod history;
mod index;
pub mod indicators;
mod known;
mod ledger;
mod measures;
mod plan;
mod reports;
mod standing;
mod state;
mod succession;
mod task;
mod timing;
mod turns;
mod word;

pub use crate::model::ReportPeriod;
pub use crate::vocabulary::standings::StandingKind;
pub use breakdown::Breakdown;
pub use day::{OtherDay, Progress, Whole, on};
pub use disclosed::{CorrectionEntry, Disclosed, Restricted};
pub use history::{EventEntry, History};
pub use index::{AgencyIndex, GroupIndex, Index, RowRef};
pub use ledger::Ledger;
pub use measures::{Counts, Measures, Median, Ratio, Summary};
pub use plan::{PlanProgress, PlanState};
pub use reports::{DutyReports, ReportCell, ReportRow, ReportState};
pub use standing::{Cell, Delay, Standing, Timeliness};
pub use state::{Before, ImpossibleStep, State, Way, impossible_steps, in_order, step};
pub use succession::{Fate, Responsible};
pub use task::{SubProgress, TaskProgress, TaskRef, proves};
pub use timing::{Past, Timing};
pub use turns::TurnProgress;
pub use word::{Word, event_label};

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;
