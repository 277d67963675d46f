//! The domain, proved.
//!
//! In: raw documents. Out: [`Record`], in which every reference leads somewhere, every date exists and
//! every number is unique. Reads no file and no clock; what depends on a date is a later stage's.

mod agency;
mod assemble;
pub mod choices;
mod drafts;
mod event;
mod ids;
mod plan;
mod record;
mod site;
mod task;

pub use crate::parse::NodeId;
pub use agency::{Agency, Contact, Group, Members, Name, Reorganisation, Source, Span};
pub use assemble::assemble;
pub use drafts::LeftOut;
pub use event::{Destination, Event, EventKind, Evidence, Piece, Related};
pub use ids::{AgencyId, DocumentId, DutyId, GroupId, PlanId, TaskId, TaskNumber};
pub use plan::{
    CitedDocument, Closing, Correction, CorrectionTarget, Plan, Relation, RelationTarget, Report,
    ReportingDuty, Signatory, SourceCopy, SourceText, TaskGroup,
};
pub use record::{Log, Record, Withheld};
pub use site::{ProsePage, Settings, Site, Term};
pub use task::{Leads, Openness, Origin, Partners, SubWork, Task, TaskPeriod};

// The kinds of things are words, and a word is a row of the vocabulary.
pub use crate::vocabulary::kinds::{
    Branch, Capacity, CorrectionKind, CorrectionOrigin, CorrectionSubject, DocumentKind, EventName,
    EvidenceKind, Force, Frequency, Level, Nature, RelationKind, ReorganisationKind, Reported,
    Role, Server, TermOrigin,
};
