//! A plan: its attributes, its text, its tasks, duties, reports and corrections.

use jiff::civil::Date;

use super::{AgencyId, DocumentId, DutyId, GroupId, NodeId, PlanId, Related, Source, TaskNumber};
use crate::diagnostic::{Place, SourcePath};
use crate::parse::RawPlanText;
use crate::text::dates::PartialDate;
use crate::vocabulary::kinds::{
    Capacity, CorrectionKind, CorrectionOrigin, CorrectionSubject, DocumentKind, Force, Frequency,
    RelationKind,
};
use crate::vocabulary::relations;

/// Who signed.
#[derive(Clone, Debug)]
pub struct Signatory {
    /// In which capacity; none: in their own.
    pub capacity: Option<Capacity>,
    /// Office.
    pub office: String,
    /// Name.
    pub name: String,
}

/// A document that is only cited.
#[derive(Clone, Debug)]
pub struct CitedDocument {
    /// Its id.
    pub id: DocumentId,
    /// Number and symbol.
    pub number: String,
    /// Its kind.
    pub kind: DocumentKind,
    /// The abstract.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// When.
    pub issued: Option<PartialDate>,
    /// Where it can be read.
    pub sources: Vec<Source>,
    /// What a reader should know.
    pub note: Option<String>,
}

/// The other end of a relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RelationTarget {
    /// A plan of this site.
    Plan(PlanId),
    /// A cited document.
    Document(DocumentId),
}

/// A relation of a plan.
#[derive(Clone, Debug)]
pub struct Relation {
    /// Its kind.
    pub kind: RelationKind,
    /// The other document.
    pub target: RelationTarget,
    /// What part it concerns.
    pub scope: Option<String>,
    /// The day it took effect.
    pub date: Option<Date>,
}

/// A group of tasks.
#[derive(Clone, Debug)]
pub struct TaskGroup {
    /// Its number.
    pub number: String,
    /// Its title, verbatim.
    pub title: String,
    /// The node of the text that it carries out.
    pub node: Option<NodeId>,
}

impl Frequency {
    /// How many periods a year has.
    pub fn per_year(self) -> u8 {
        match self {
            Frequency::Yearly => 1,
            Frequency::HalfYearly => 2,
            Frequency::Quarterly => 4,
        }
    }
}

/// A duty to report.
#[derive(Clone, Debug)]
pub struct ReportingDuty {
    /// Its id.
    pub id: DutyId,
    /// The agencies bound by it.
    pub agencies: Vec<AgencyId>,
    /// The groups bound by it.
    pub groups: Vec<GroupId>,
    /// How often.
    pub frequency: Frequency,
    /// First and last year.
    pub years: (i16, i16),
    /// Month and day of the due date, just before or after the period's end; none where the plan names none.
    pub due: Option<(i8, i8)>,
    /// To whom.
    pub to: AgencyId,
    /// Who receives the synthesis.
    pub synthesis_to: Option<AgencyId>,
    /// The plan's own words.
    pub verbatim: String,
    /// The node that has them.
    pub node: Option<NodeId>,
}

/// A report that was sent.
#[derive(Clone, Debug)]
pub struct Report {
    /// The duty that it meets.
    pub duty: DutyId,
    /// The year.
    pub year: i16,
    /// The part of the year, from 1.
    pub part: u8,
    /// The agency.
    pub agency: AgencyId,
    /// When it was sent.
    pub sent: Date,
    /// Number and symbol.
    pub number: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// What it says.
    pub summary: Option<String>,
    /// The entry that it was read from.
    pub source: Place,
}

/// What a correction is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CorrectionTarget {
    /// A task.
    Task(TaskNumber),
    /// A node of the text.
    Node(NodeId),
    /// The plan as a whole.
    Plan,
}

impl CorrectionTarget {
    /// What it is called.
    pub fn subject(&self) -> CorrectionSubject {
        match self {
            Self::Task(_) => CorrectionSubject::Task,
            Self::Node(_) => CorrectionSubject::Node,
            Self::Plan => CorrectionSubject::Plan,
        }
    }
}

/// A correction; what stood before stays readable.
#[derive(Clone, Debug)]
pub struct Correction {
    /// Its id.
    pub id: String,
    /// Whose error.
    pub kind: CorrectionKind,
    /// When it was published here.
    pub published: Date,
    /// What it is about.
    pub target: CorrectionTarget,
    /// The reading before.
    pub before: String,
    /// The reading after.
    pub after: String,
    /// Why.
    pub reason: String,
    /// Who noticed.
    pub origin: CorrectionOrigin,
    /// When the petition came.
    pub received: Option<Date>,
    /// When it was answered.
    pub answered: Option<Date>,
    /// The official letter.
    pub letter: Option<String>,
    /// The entry that it was read from.
    pub source: Place,
}

/// The text that the content was transcribed from.
#[derive(Clone, Debug)]
pub struct SourceText {
    /// Where it was published.
    pub url: Option<String>,
    /// When it was copied.
    pub copied: Option<Date>,
    /// The copy, and its SHA-256 as the plan states it.
    pub copy: Option<SourceCopy>,
}

/// The copy of the source text that stands in the plan's folder.
#[derive(Clone, Debug)]
pub struct SourceCopy {
    /// Its file.
    pub file: SourcePath,
    /// Its text.
    pub text: std::sync::Arc<str>,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
    /// Lines that are the portal's own: first and last, from 1, and what they are.
    pub wrapper: Vec<(usize, usize, String)>,
}

/// A plan's close.
#[derive(Clone, Debug)]
pub struct Closing {
    /// The day of the closing report.
    pub date: Date,
    /// The report.
    pub basis: String,
}

/// A plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its id.
    pub id: PlanId,
    /// The kind of document.
    pub kind: DocumentKind,
    /// Whether it is not signed yet, and only previewed.
    pub is_draft: bool,
    /// Number and symbol.
    pub number: String,
    /// What citizens call it.
    pub short_name: String,
    /// The abstract.
    pub title: String,
    /// Who issued it.
    pub issuer: AgencyId,
    /// When.
    pub issued: Date,
    /// Who signed.
    pub signatory: Option<Signatory>,
    /// When it took effect.
    pub effective: Option<Date>,
    /// To whom it was sent.
    pub recipients: Vec<String>,
    /// Whether it is in force.
    pub force: Force,
    /// Fields of government.
    pub fields: Vec<String>,
    /// First and last day of the period.
    pub from: Date,
    /// Last day of the period.
    pub to: Date,
    /// The standing agency.
    pub standing_agency: Option<AgencyId>,
    /// How many tasks the signed text has.
    pub original_tasks: usize,
    /// Groups of tasks, in the order of the text.
    pub groups: Vec<TaskGroup>,
    /// Numbers that the text itself skips.
    pub skipped_numbers: Vec<TaskNumber>,
    /// Relations to other documents.
    pub relations: Vec<Relation>,
    /// Duties to report.
    pub duties: Vec<ReportingDuty>,
    /// Reports received.
    pub reports: Vec<Report>,
    /// The text.
    pub text: RawPlanText,
    /// The text that it was transcribed from.
    pub source_text: SourceText,
    /// The close.
    pub closing: Option<Closing>,
    /// Editorial notes.
    pub notes: Vec<String>,
    /// Facts about the whole plan that set no task's standing.
    pub related: Vec<Related>,
    /// The file of its attributes.
    pub source: SourcePath,
    /// The file of its text.
    pub text_source: SourcePath,
    /// That file's own text, in which spans of [`Plan::text`] lie.
    pub text_file: std::sync::Arc<str>,
}

impl Plan {
    /// The plan by its own kind and number: "Quyết định 12/QĐ-UBND".
    pub fn cited(&self) -> String {
        relations::document(self.kind.label(), &self.number)
    }
}
