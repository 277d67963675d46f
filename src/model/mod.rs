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
mod indicator;
mod plan;
mod record;
mod reporting;
mod rows;
mod site;
mod table;
mod task;

pub use crate::parse::NodeId;
pub use agency::{Agency, Contact, Group, Members, Name, Reorganisation, Source, Span};
pub use assemble::{assemble, roles_of};
pub use drafts::LeftOut;
pub use event::{Destination, Event, EventKind, Evidence, Piece, Related};
pub use ids::{AgencyId, DocumentId, DutyId, GroupId, Numbering, PlanId, TaskId, TaskNumber};
pub use indicator::{Indicator, Outcome, Reading, Target};
pub use plan::{
    CitedDocument, Closing, Correction, CorrectionTarget, Plan, Relation, RelationTarget,
    Signatory, SourceCopy, SourceText, TaskGroup,
};
pub use record::{Log, Record, Withheld};
pub use reporting::{PeriodId, Report, ReportPeriod, ReportingDuty, Round, Unsent, year_of_key};
pub use site::{
    AddressFate, FormerAddress, Minify, ProsePage, ReleaseLedger, Settings, Site, Speaker, Term,
};
pub use table::{Column, HeadCell, Heading, RowPlace, SharedHeading, TableRow, TaskTable};
pub use task::{Leads, Openness, Origin, Partners, SubWork, Task, TaskTime, TimeReading};

// The kinds of things are words, and a word is a row of the vocabulary.
pub use crate::vocabulary::kinds::{
    Branch, Capacity, CorrectionKind, CorrectionOrigin, CorrectionSubject, Direction, DocumentKind,
    EventName, EvidenceKind, Force, Frequency, Level, Nature, RelationKind, ReorganisationKind,
    Reported, Role, Server, TermOrigin, TimeKind, Voice,
};
pub use crate::vocabulary::table::{ColumnRole, TimeMeaning};
