//! Lists of tasks that numbers lead to: a column of standings, a selection of the site, the lists of a plan.

pub mod branch;
pub mod by_standing;
pub mod column;
pub mod duties;
pub(crate) mod fields;
pub mod plan_card;
pub mod plan_list;
pub(crate) mod sections;
pub mod selection;
pub(crate) mod squares;
pub mod summary;
