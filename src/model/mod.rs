//! The domain, proved.
//!
//! In: raw documents. Out: [`Record`], in which every reference leads somewhere, every date exists and
//! every number is unique. Reads no file and no clock; what depends on a date is a later stage's.

mod agency;
mod assemble;
pub mod choices;
mod event;
mod ids;
mod plan;
mod record;
mod site;
mod task;

pub use crate::parse::NodeId;
pub use agency::{
    Agency, Branch, Contact, Group, Level, Members, Name, Reorganisation, ReorganisationKind,
    Source, Span,
};
pub use assemble::assemble;
pub use event::{Destination, Event, EventKind, Evidence, EvidenceKind, Piece, Related, Reported};
pub use ids::{AgencyId, DocumentId, DutyId, GroupId, PlanId, TaskId, TaskNumber};
pub use plan::{
    Capacity, CitedDocument, Closing, Correction, CorrectionKind, CorrectionOrigin,
    CorrectionTarget, DocumentKind, Force, Frequency, Plan, Relation, RelationKind, RelationTarget,
    Report, ReportingDuty, Signatory, SourceCopy, SourceText, TaskGroup,
};
pub use record::{Log, Record, Withheld};
pub use site::{ProsePage, Server, Settings, Site, Term, TermOrigin};
pub use task::{Leads, Nature, Openness, Origin, Partners, SubWork, Task, TaskPeriod};
