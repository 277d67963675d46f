//! What happened to a task, and the proof of it.

use jiff::civil::Date;

use super::{AgencyId, PlanId, TaskNumber};
use crate::text::dates::PartialDate;
use crate::text::schedule::Limit;
use crate::vocabulary::kinds::{EventName, EvidenceKind, Reported};

/// Where a task goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// In a plan of this site.
    Here(PlanId, Option<TaskNumber>),
    /// In a plan outside it, by its number.
    Elsewhere(String, Option<String>),
}

/// What kind of thing happened, with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// A report of work not begun or under way, or a fact without a state.
    Update(Option<Reported>),
    /// An agency reports completion, whole or in part.
    ReportedDone(Reported),
    /// The completion was confirmed.
    Confirmed,
    /// The lead confirmed its own completion, which confirms nothing.
    SelfConfirmed,
    /// The completion was sent back.
    Returned,
    /// Halted for a while; the clock runs on.
    Paused,
    /// Taken up again.
    Resumed,
    /// The deadline was moved.
    DeadlineMoved {
        /// As the event says it was.
        from: Date,
        /// The new one.
        to: Limit,
    },
    /// A deadline was set where the plan names no date.
    DeadlineFixed {
        /// The deadline.
        to: Limit,
    },
    /// Another agency leads from now on.
    LeadChanged {
        /// Until now.
        from: AgencyId,
        /// From now on.
        to: AgencyId,
    },
    /// The task's words were changed.
    WordingChanged {
        /// Before.
        from: String,
        /// After.
        to: String,
    },
    /// Cancelled.
    Cancelled,
    /// Carried over into another plan.
    CarriedOver(Destination),
    /// A document gave an agency the lead of what the plan gave to nobody by name.
    Assigned {
        /// That agency.
        to: AgencyId,
    },
    /// Handed over to a successor.
    HandedOver {
        /// Until now.
        from: AgencyId,
        /// From now on.
        to: AgencyId,
    },
}

impl EventKind {
    /// What it is called.
    pub fn name(&self) -> EventName {
        match self {
            Self::Update(_) => EventName::Update,
            Self::ReportedDone(_) => EventName::ReportedDone,
            Self::Confirmed => EventName::Confirmed,
            Self::SelfConfirmed => EventName::SelfConfirmed,
            Self::Returned => EventName::Returned,
            Self::Paused => EventName::Paused,
            Self::Resumed => EventName::Resumed,
            Self::DeadlineMoved { .. } => EventName::DeadlineMoved,
            Self::DeadlineFixed { .. } => EventName::DeadlineFixed,
            Self::LeadChanged { .. } => EventName::LeadChanged,
            Self::WordingChanged { .. } => EventName::WordingChanged,
            Self::Cancelled => EventName::Cancelled,
            Self::CarriedOver(_) => EventName::CarriedOver,
            Self::HandedOver { .. } | Self::Assigned { .. } => EventName::HandedOver,
        }
    }

    /// The state that it reports, if it reports one.
    pub fn reported(&self) -> Option<Reported> {
        match self {
            Self::Update(state) => *state,
            Self::ReportedDone(state) => Some(*state),
            Self::Confirmed
            | Self::SelfConfirmed
            | Self::Returned
            | Self::Paused
            | Self::Resumed
            | Self::DeadlineMoved { .. }
            | Self::DeadlineFixed { .. }
            | Self::LeadChanged { .. }
            | Self::WordingChanged { .. }
            | Self::Cancelled
            | Self::CarriedOver(_)
            | Self::HandedOver { .. }
            | Self::Assigned { .. } => None,
        }
    }
}

/// A piece of evidence, as far as readers may see it.
#[derive(Clone, Debug)]
pub enum Evidence {
    /// Readers see all of it.
    Public(Piece),
    /// Readers see that it exists and why they may not see it; the piece itself is in its plan's [`super::Log`].
    Withheld {
        /// Why.
        reason: String,
    },
}

impl Evidence {
    /// The piece, if readers may see it.
    pub fn public(&self) -> Option<&Piece> {
        match self {
            Evidence::Public(piece) => Some(piece),
            Evidence::Withheld { .. } => None,
        }
    }
}

/// What a piece of evidence is and where it can be found.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its kind.
    pub kind: EvidenceKind,
    /// Its title.
    pub title: String,
    /// Its date.
    pub date: Option<PartialDate>,
    /// Where the date comes from.
    pub date_note: Option<String>,
    /// Number and symbol.
    pub number: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// A file of the plan's folder.
    pub file: Option<String>,
    /// The file's SHA-256.
    pub sha256: Option<String>,
    /// Its own words.
    pub quote: Option<String>,
    /// What a reader should know.
    pub note: Option<String>,
}

/// One entry of a task's log.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its id, unique in the task.
    pub id: String,
    /// When it happened.
    pub happened: PartialDate,
    /// When it was published here.
    pub published: Date,
    /// What happened.
    pub kind: EventKind,
    /// The position of the sub-work that it speaks of; none: the whole task.
    pub sub_work: Option<usize>,
    /// The turn that it speaks of, of a task that comes again.
    pub turn: Option<String>,
    /// In words.
    pub text: Option<String>,
    /// What stands in the way.
    pub difficulty: Option<String>,
    /// Who reported it.
    pub reporter: Option<AgencyId>,
    /// The proof.
    pub evidence: Vec<Evidence>,
    /// The document that it rests on.
    pub basis: Option<String>,
    /// Its position in the file, from 0.
    pub index: usize,
}

impl Event {
    /// The key of a field of this event in its task's file.
    pub fn key(&self, field: &str) -> String {
        format!("dien_bien[{}].{field}", self.index)
    }
}

/// Something related that sets no standing.
#[derive(Clone, Debug)]
pub struct Related {
    /// Its kind.
    pub kind: EvidenceKind,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Number and symbol.
    pub number: Option<String>,
    /// Its date.
    pub date: Option<PartialDate>,
    /// Where the date comes from.
    pub date_note: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// What it says, in our words.
    pub says: String,
    /// Its own words.
    pub quote: Option<String>,
    /// A figure in it.
    pub figure: Option<String>,
    /// Whether it was read itself, or only seen cited elsewhere.
    pub read_itself: bool,
    /// Why it sets no standing.
    pub note: Option<String>,
}
