//! Pages of the reports that agencies owe on a plan.

pub mod cell;
pub mod list;
pub mod overview;
pub mod year;
