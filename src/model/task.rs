//! A task: what the plan asks of whom until when, and what happened since.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{AgencyId, Event, GroupId, Indicator, NodeId, Related, TaskNumber};
use crate::diagnostic::{Place, SourcePath};
use crate::parse::{Prose, Verbatim};
use crate::text::schedule::Schedule;
use crate::text::{one_line, printed_point};
use crate::vocabulary::kinds::TimeKind;

/// The time of a task or of a part of it.
#[derive(Clone, Debug)]
pub struct TaskTime {
    /// The document's words; none where it names no time.
    pub verbatim: Option<Verbatim>,
    /// What they say.
    pub reading: TimeReading,
    /// Whether they are one bare time under a heading that does not say whether it is a deadline or a period.
    pub is_unclear: bool,
}

/// What the words of a time say.
#[derive(Clone, Debug)]
pub enum TimeReading {
    /// The document names no time.
    Unnamed,
    /// As the grammar reads them.
    Read(Schedule),
    /// As an editor reads them, and why.
    Given {
        /// The reading.
        schedule: Schedule,
        /// The reason.
        reason: String,
    },
    /// No date is derived from them.
    Unread,
}

impl TaskTime {
    /// The schedule, where there is one.
    pub fn schedule(&self) -> Option<&Schedule> {
        match &self.reading {
            TimeReading::Read(schedule) | TimeReading::Given { schedule, .. } => Some(schedule),
            TimeReading::Unnamed | TimeReading::Unread => None,
        }
    }

    /// Its kind.
    pub fn kind(&self) -> TimeKind {
        match (&self.reading, self.schedule()) {
            (TimeReading::Unnamed, _) => TimeKind::Unnamed,
            (_, None) => TimeKind::Unread,
            (_, Some(Schedule::Deadline(_))) => TimeKind::Deadline,
            (_, Some(Schedule::Window(_))) => TimeKind::Window,
            (_, Some(Schedule::Ongoing { .. })) => TimeKind::Ongoing,
            (_, Some(Schedule::Recurring(_))) => TimeKind::Recurring,
            (_, Some(Schedule::Steps(_))) => TimeKind::Steps,
            (_, Some(Schedule::Conditional { .. })) => TimeKind::Conditional,
        }
    }
}

/// Who leads: agencies by name, groups, both, or nobody by name: then the words stand.
#[derive(Clone, Debug)]
pub struct Leads {
    /// Agencies.
    pub agencies: Vec<AgencyId>,
    /// Groups.
    pub groups: Vec<GroupId>,
    /// The plan's words.
    pub verbatim: Option<Verbatim>,
}

impl Leads {
    /// Whether nobody is named.
    pub fn is_unnamed(&self) -> bool {
        self.agencies.is_empty() && self.groups.is_empty()
    }
}

/// Who takes part.
#[derive(Clone, Debug)]
pub struct Partners {
    /// The plan's words.
    pub verbatim: Verbatim,
    /// Agencies among them.
    pub agencies: Vec<AgencyId>,
    /// Groups among them.
    pub groups: Vec<GroupId>,
}

/// A work inside a task, with a standing of its own; the task still counts once.
#[derive(Clone, Debug)]
pub struct SubWork {
    /// Its letter.
    pub letter: String,
    /// Its words.
    pub verbatim: Verbatim,
    /// Who leads it, where it has leads of its own.
    pub leads: Option<Leads>,
    /// When, where it has a time of its own.
    pub time: Option<TaskTime>,
    /// Products promised.
    pub products: Vec<Verbatim>,
}

impl SubWork {
    /// Its letter as documents print it.
    pub fn printed_letter(&self) -> &str {
        printed_point(&self.letter)
    }
}

/// How much of a task is public.
#[derive(Clone, Debug)]
pub enum Openness {
    /// All of it.
    Full,
    /// Title and standing only.
    Restricted {
        /// Why.
        reason: String,
    },
}

/// Where a task comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// The signed text.
    Plan,
    /// A later document.
    Added {
        /// Its number.
        basis: String,
        /// Its date.
        date: Date,
    },
}

/// A task of a plan.
#[derive(Clone, Debug)]
pub struct Task {
    /// Its number.
    pub number: TaskNumber,
    /// The number as the text prints it, where that is another; empty where it prints none.
    pub printed: Option<String>,
    /// The position of its table in the plan, from 0.
    pub table: usize,
    /// The position of its group in the plan, from 0, where it has one.
    pub group: Option<usize>,
    /// The task that it is a part of; neither standing follows from the other.
    pub parent: Option<TaskNumber>,
    /// Its words, slips and all.
    pub verbatim: Verbatim,
    /// A short plain title of the editors.
    pub short_title: Option<String>,
    /// Who leads.
    pub leads: Leads,
    /// The share of an agency that leads a part of it, in the plan's words.
    pub shares: BTreeMap<AgencyId, Verbatim>,
    /// Who takes part.
    pub partners: Option<Partners>,
    /// When.
    pub time: TaskTime,
    /// Works or results inside it.
    pub sub_works: Vec<SubWork>,
    /// Whether these are its results: all of them done is the task done.
    pub has_results: bool,
    /// Products promised.
    pub products: Vec<Verbatim>,
    /// The words of its table's other columns, by heading.
    pub other_cells: BTreeMap<String, Verbatim>,
    /// Headings of the columns whose cell is one with the cell above or at the left.
    pub merged: BTreeSet<String>,
    /// What it wants to reach.
    pub indicators: Vec<Indicator>,
    /// Nodes of the text that it carries out.
    pub nodes: Vec<NodeId>,
    /// Tasks that it waits for.
    pub depends_on: Vec<TaskNumber>,
    /// How much of it is public.
    pub openness: Openness,
    /// Where it comes from.
    pub origin: Origin,
    /// Editorial notes.
    pub notes: Vec<String>,
    /// What happened, in the order of the file.
    pub events: Vec<Event>,
    /// Related information that sets no standing.
    pub related: Vec<Related>,
    /// The public narrative.
    pub narrative: Prose,
    /// Its file.
    pub source: SourcePath,
}

impl Task {
    /// What lists call it: the editors' short title, else its own words on one line.
    pub fn called(&self) -> String {
        self.short_title.clone().unwrap_or_else(|| one_line(&self.verbatim))
    }

    /// The place of a key of its file.
    pub fn key(&self, path: &str) -> Place {
        self.source.key(path)
    }

    /// Whether only title and standing are public.
    pub fn is_restricted(&self) -> bool {
        matches!(self.openness, Openness::Restricted { .. })
    }
}
