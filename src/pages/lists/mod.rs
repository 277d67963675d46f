//! Lists of tasks that numbers lead to: a column of standings, a selection of the site, a slice of a plan.

pub mod column;
pub mod duties;
pub mod plan_card;
pub mod selection;
pub mod slice;
pub mod summary;
