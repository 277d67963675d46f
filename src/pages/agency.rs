//! One agency.
//!
//! In: an agency's names, changes and duties. Out: [`AgencyView`], all that `agency.html` may read.

use serde::Serialize;

use crate::pages::common::{AgencyLink, DateView, Reference, SourceView, TaskGroup};
use crate::pages::figures::Count;
use crate::pages::frame::{Contact, Frame};
use crate::pages::reports::MatrixCell;

/// What `agency.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct AgencyView {
    /// What every page shares.
    pub frame: Frame,
    /// The short form of its name.
    pub short: Option<String>,
    /// Branch and level, such as "Khối chính quyền, cấp tỉnh".
    pub branch: String,
    /// The first sentence: leads, partners, overdue.
    pub answer: String,
    /// That it exists no more, and what follows.
    pub ended: Option<String>,
    /// The same numbers.
    pub counts: Vec<Count>,
    /// The tasks that it answers for, a group a plan; each carries its plan.
    pub led: Vec<TaskGroup>,
    /// The tasks that it once led and others answer for now.
    pub led_before: Vec<TaskGroup>,
    /// The tasks in which it is a partner.
    pub partnered: Vec<TaskGroup>,
    /// The groups that it belongs to.
    pub groups: Vec<AgencyLink>,
    /// Its reports, newest first.
    pub reports: Vec<AgencyReport>,
    /// Its names, newest first.
    pub names: Vec<AgencyName>,
    /// What became of it, newest first.
    pub reorganisations: Vec<Reorganisation>,
    /// The office to ask.
    pub contact: Option<Contact>,
    /// Where these facts come from.
    pub sources: Vec<SourceView>,
    /// Editorial notes.
    pub notes: Vec<String>,
}

/// A report of the agency.
#[derive(Clone, Debug, Serialize)]
pub struct AgencyReport {
    /// The year's page; its words are plan and year.
    pub period: Reference,
    /// The state of the report.
    pub cell: MatrixCell,
}

/// A name and when it was in force.
#[derive(Clone, Debug, Serialize)]
pub struct AgencyName {
    /// The full name.
    pub name: String,
    /// The short form.
    pub short: Option<String>,
    /// When, such as "đến 28/2/2025".
    pub span: String,
}

/// A change of agencies.
#[derive(Clone, Debug, Serialize)]
pub struct Reorganisation {
    /// When it took effect.
    pub date: DateView,
    /// The kind, such as "Hợp nhất", "Chuyển chức năng".
    pub kind: String,
    /// The agencies before.
    pub before: Vec<AgencyLink>,
    /// The agencies after.
    pub after: Vec<AgencyLink>,
    /// The functions that moved.
    pub functions: Vec<String>,
    /// The document that orders it.
    pub basis: Option<Reference>,
    /// Where this was read.
    pub sources: Vec<SourceView>,
    /// What is uncertain.
    pub note: Option<String>,
}
