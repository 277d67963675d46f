//! Tasks in sections by standing, each section with an address of its own.
//!
//! In: tasks on the page's date. Out: [`ColumnSection`]s: done, overdue, silent, the rest, as the
//! tables of numbers part them, so that each cell of a table leads to just the tasks that it counts.

use serde::Serialize;

use crate::model::AgencyId;
use crate::pages::context::Context;
use crate::pages::lists::selection::{Lists, Selection};
use crate::pages::parts::cards::{self, TaskCard};
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::Tone;
use crate::progress::{Cell, Disclosed, StandingKind};
use crate::vocabulary::lists as words;

/// The tasks under one column of the tables of numbers.
#[derive(Clone, Debug, Serialize)]
pub struct ColumnSection {
    /// Which column.
    #[serde(skip)]
    column: Column,
    /// The fragment.
    pub id: String,
    /// The heading.
    pub label: String,
    /// How many tasks.
    pub figure: Figure,
    /// The tasks, where all are of one family.
    pub tasks: Vec<TaskCard>,
    /// The families, where the column has several.
    pub families: Vec<FamilySection>,
}

impl ColumnSection {
    /// The number and what it counts.
    pub(crate) fn count(&self) -> (Figure, Column) {
        (self.figure.clone(), self.column)
    }
}

/// The tasks of one family of standings.
#[derive(Clone, Debug, Serialize)]
pub struct FamilySection {
    /// The fragment.
    pub id: String,
    /// The heading.
    pub label: String,
    /// How many tasks.
    pub figure: Figure,
    /// The tasks.
    pub tasks: Vec<TaskCard>,
}

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
    const ALL: [Column; 5] =
        [Column::Done, Column::Overdue, Column::Silent, Column::Rest, Column::Gone];

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

/// The fragment of a task's family within a column.
fn family(column: Column, kind: StandingKind) -> (&'static str, &'static str) {
    match kind {
        StandingKind::Overdue if column != Column::Overdue => {
            ("ket-qua-noi-khac-qua-han", words::late_by_others())
        }
        StandingKind::NoInformationPastDue => {
            ("chua-co-thong-tin-het-han", words::silent_past_due())
        }
        StandingKind::NoInformationPeriodOver => {
            ("chua-co-thong-tin-het-ky", words::silent_period_over())
        }
        StandingKind::NoInformation => ("chua-co-thong-tin-trong-han", words::silent_in_time()),
        kind => {
            let tone = kind.tone();
            (tone.slug(), tone.label())
        }
    }
}

/// `tasks` in sections; every fragment begins with `prefix`.
pub(crate) fn sections<'t>(
    here: Context<'_>,
    prefix: &str,
    tasks: impl Iterator<Item = Disclosed<'t>>,
    name_plan: bool,
) -> Vec<ColumnSection> {
    sections_by(here, prefix, tasks, name_plan, |task| Column::of(task.kind()))
}

/// `tasks` of an agency in sections.
pub(crate) fn sections_of<'t>(
    here: Context<'_>,
    prefix: &str,
    tasks: impl Iterator<Item = Disclosed<'t>>,
    agency: &AgencyId,
) -> Vec<ColumnSection> {
    let name_plan = here.site().plans.len() > 1;
    sections_by(here, prefix, tasks, name_plan, |task| Column::for_agency(task, agency))
}

fn sections_by<'t>(
    here: Context<'_>,
    prefix: &str,
    tasks: impl Iterator<Item = Disclosed<'t>>,
    name_plan: bool,
    column_of: impl Fn(Disclosed<'t>) -> Column,
) -> Vec<ColumnSection> {
    let tasks: Vec<Disclosed<'_>> = tasks.collect();
    let cards = |tasks: &[Disclosed<'_>]| {
        tasks.iter().map(|task| cards::card(here, *task, name_plan)).collect()
    };
    let section = |column: Column| {
        let its = tasks.iter().filter(|task| column_of(**task) == column).copied();
        let its: Vec<_> = its.collect();
        if its.is_empty() {
            return None;
        }
        let mut families: Vec<(&str, &str, Vec<Disclosed<'_>>)> = Vec::new();
        for task in &its {
            let (id, label) = family(column, task.kind());
            match families.iter_mut().find(|(other, ..)| *other == id) {
                Some((.., tasks)) => tasks.push(*task),
                None => families.push((id, label, vec![*task])),
            }
        }
        families.sort_by_key(|(.., tasks)| tasks[0].kind());
        let id = format!("{prefix}{}", column.id());
        let apart = column != Column::Overdue;
        let families = families.into_iter().filter(|_| apart).map(|(slug, label, tasks)| {
            let id = format!("{prefix}{slug}");
            let figure = Figure::of(tasks.len(), format!("#{id}"));
            FamilySection { id, label: label.to_owned(), figure, tasks: cards(&tasks) }
        });
        Some(ColumnSection {
            column,
            figure: Figure::of(its.len(), format!("#{id}")),
            id,
            label: column.words().head.to_owned(),
            families: families.collect(),
            tasks: if apart { Vec::new() } else { cards(&its) },
        })
    };
    Column::ALL.into_iter().filter_map(section).collect()
}

/// Lists that stand on one page as [`sections`].
pub(crate) struct OnPage<'a> {
    /// The page's address, empty for the page itself.
    pub(crate) page: &'a str,
    /// The fragment of all its tasks that still belong to the plan.
    pub(crate) all: &'a str,
}

impl Lists for OnPage<'_> {
    fn href(&self, list: Selection) -> String {
        let fragment = match list {
            Selection::Live => self.all,
            Selection::Done => Column::Done.id(),
            Selection::In(Cell::NoInformationPastDue) => "chua-co-thong-tin-het-han",
            Selection::SilentPeriodOver => "chua-co-thong-tin-het-ky",
            Selection::Of(tone) => tone.slug(),
            Selection::In(_)
            | Selection::Due
            | Selection::DoneForDeadline
            | Selection::NoDeadline
            | Selection::Proved
            | Selection::Updated
            | Selection::Original
            | Selection::Added => "moi-nhiem-vu",
        };
        format!("{}#{fragment}", self.page)
    }
}

/// "3 hoàn thành, 1 quá hạn"; none where there is no column.
pub(crate) fn counts(columns: impl IntoIterator<Item = (Figure, Column)>) -> Option<Sentence> {
    let clauses = columns.into_iter().map(|(figure, column)| column.words().count.with(figure));
    Sentence::list(clauses.map(Sentence::from))
}
