//! The columns of the tables of numbers: done, overdue, silent, the rest.
//!
//! In: a standing. Out: its [`Column`], and how a sentence counts it.

use crate::model::AgencyId;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::Tone;
use crate::progress::{Disclosed, StandingKind};
use crate::vocabulary::lists as words;

/// A column of the tables of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    /// Done.
    Done,
    /// Overdue.
    Overdue,
    /// No word.
    Silent,
    /// All others that still belong to the plan.
    Rest,
    /// Cancelled or carried over.
    Gone,
}

impl Column {
    /// The column that a standing belongs to.
    pub(crate) fn of(kind: StandingKind) -> Self {
        match kind.tone() {
            Tone::Done | Tone::DoneLate => Column::Done,
            Tone::Overdue => Column::Overdue,
            Tone::NoInformation => Column::Silent,
            Tone::Cancelled | Tone::CarriedOver => Column::Gone,
            Tone::Partial
            | Tone::Running
            | Tone::DueSoon
            | Tone::NotBegun
            | Tone::EndedAwaiting
            | Tone::Reported
            | Tone::Paused => Column::Rest,
        }
    }

    /// The column of a task in an agency's list: a result that others lead does not make it late there.
    pub(crate) fn for_agency(task: Disclosed<'_>, agency: &AgencyId) -> Self {
        match Self::of(task.kind()) {
            Column::Overdue if task.is_late_by_others(agency) => Column::Rest,
            column => column,
        }
    }

    /// Its fragment; where it has one family only, the family's own.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Column::Done => "hoan-thanh",
            Column::Overdue => Tone::Overdue.slug(),
            Column::Silent => Tone::NoInformation.slug(),
            Column::Rest => "khac",
            Column::Gone => "khong-con",
        }
    }

    /// Its head in tables, and its count in sentences.
    pub(crate) fn words(self) -> words::Column {
        match self {
            Column::Done => words::COLUMN_DONE,
            Column::Overdue => words::COLUMN_OVERDUE,
            Column::Silent => words::COLUMN_SILENT,
            Column::Rest => words::COLUMN_REST,
            Column::Gone => words::COLUMN_GONE,
        }
    }
}

/// "3 hoàn thành, 1 quá hạn"; none where there is no column.
pub(crate) fn counts(columns: impl IntoIterator<Item = (Figure, Column)>) -> Option<Sentence> {
    let clauses = columns.into_iter().map(|(figure, column)| column.words().count.with(figure));
    Sentence::list(clauses.map(Sentence::from))
}
