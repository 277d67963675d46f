//! A task: what the plan asks of whom until when, and what happened since.

use jiff::civil::Date;

use super::{AgencyId, Event, GroupId, Indicator, NodeId, Related, TaskNumber};
use crate::diagnostic::{Place, SourcePath};
use crate::parse::Prose;
use crate::text::periods::Period;
use crate::vocabulary::kinds::Nature;

/// A period with the words that the plan uses for it.
#[derive(Clone, Debug)]
pub struct TaskPeriod {
    /// The plan's words.
    pub verbatim: String,
    /// First day.
    pub from: Date,
    /// Last day: the original deadline.
    pub to: Date,
    /// How the words were read.
    pub reading: Period,
}

/// Who leads: agencies by name, groups, or both; never nobody.
#[derive(Clone, Debug)]
pub struct Leads {
    /// Agencies.
    pub agencies: Vec<AgencyId>,
    /// Groups.
    pub groups: Vec<GroupId>,
    /// The plan's words.
    pub verbatim: Option<String>,
}

/// Who takes part.
#[derive(Clone, Debug)]
pub struct Partners {
    /// The plan's words.
    pub verbatim: String,
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
    pub verbatim: String,
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
    /// The position of its group in the plan, from 0.
    pub group: usize,
    /// Its words, slips and all.
    pub verbatim: String,
    /// Who leads.
    pub leads: Leads,
    /// Who takes part.
    pub partners: Option<Partners>,
    /// When.
    pub period: TaskPeriod,
    /// What the end of the period means.
    pub nature: Nature,
    /// Works inside it.
    pub sub_works: Vec<SubWork>,
    /// Products promised.
    pub products: Vec<String>,
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
    /// The place of a key of its file.
    pub fn key(&self, path: &str) -> Place {
        self.source.key(path)
    }

    /// Whether only title and standing are public.
    pub fn is_restricted(&self) -> bool {
        matches!(self.openness, Openness::Restricted { .. })
    }
}
