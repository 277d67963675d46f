//! Pages of one plan.

pub mod answers;
pub mod attributes;
pub mod changes;
pub mod coverage;
pub mod dashboard;
pub mod data;
pub mod days;
pub mod embed;
pub mod ends;
pub mod history;
pub mod indicators;
pub mod measures;
pub mod numbers;
pub mod outline;
pub mod passage;
pub mod past;
pub mod period;
pub mod periods;
pub mod points;
pub mod related;
pub mod relations;
pub mod task;
pub mod tasks;
pub mod text;
pub mod timeline;
