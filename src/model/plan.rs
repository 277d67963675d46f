//! A plan: its attributes, its text, its tasks, duties, reports and corrections.

use jiff::civil::Date;

use super::{
    AgencyId, DocumentId, Indicator, NodeId, PlanId, Related, Report, ReportingDuty, Source,
    TaskNumber, TaskTable, Unsent,
};
use crate::diagnostic::{Place, SourcePath};
use crate::parse::{RawPlanText, Verbatim};
use crate::text::dates::PartialDate;
use crate::vocabulary::kinds::{
    Capacity, CorrectionKind, CorrectionOrigin, CorrectionSubject, DocumentKind, Force,
    RelationKind,
};
use crate::vocabulary::plan as words;
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

/// A group of tasks, or a numbered heading within one.
#[derive(Clone, Debug)]
pub struct TaskGroup {
    /// Its number, unlike that of every other group of its table.
    pub number: String,
    /// The number as the text prints it, where that is another; empty where it prints none.
    pub printed: Option<String>,
    /// The position of its table in the plan.
    pub table: usize,
    /// The position of the group that it is a part of.
    pub parent: Option<usize>,
    /// What names it in addresses and data: its number, behind the code of its table.
    pub key: String,
    /// Its title, verbatim.
    pub title: Verbatim,
    /// A short plain title of the editors.
    pub short_title: Option<String>,
    /// The node of the text that it carries out.
    pub node: Option<NodeId>,
}

impl TaskGroup {
    /// The number as the text prints it; empty where it prints none.
    pub fn printed_number(&self) -> &str {
        self.printed.as_deref().unwrap_or(&self.number)
    }

    /// What lists call it: the editors' short title, else its own.
    pub fn called(&self) -> &str {
        self.short_title.as_deref().unwrap_or(&self.title)
    }

    /// Its own title, where lists call it by another.
    pub fn official(&self) -> Option<&str> {
        self.short_title.as_ref().map(|_| &*self.title)
    }

    /// Number and what lists call it.
    pub fn name(&self) -> String {
        match self.printed_number() {
            "" => self.called().to_owned(),
            number => words::group(number, self.called()),
        }
    }
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
    /// What belongs to no plan: agencies, the glossary, the editors' pages.
    Site,
}

impl CorrectionTarget {
    /// What it is called.
    pub fn subject(&self) -> CorrectionSubject {
        match self {
            Self::Task(_) => CorrectionSubject::Task,
            Self::Node(_) => CorrectionSubject::Node,
            Self::Plan => CorrectionSubject::Plan,
            Self::Site => CorrectionSubject::Site,
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
    pub title: Verbatim,
    /// Who issued it.
    pub issuer: AgencyId,
    /// When; of a draft without a day, the first day of its period, which stands on no page.
    pub issued: Date,
    /// Whether it is a draft that bears no day yet.
    pub is_undated: bool,
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
    /// First and last day of its period; none where the document names none.
    pub period: Option<(Date, Date)>,
    /// The standing agency.
    pub standing_agency: Option<AgencyId>,
    /// How many tasks the signed text has.
    pub original_tasks: usize,
    /// Tables of tasks, in the order of the text; at least one.
    pub tables: Vec<TaskTable>,
    /// Groups of tasks, in the order of the text.
    pub groups: Vec<TaskGroup>,
    /// Numbers that the text itself skips.
    pub skipped_numbers: Vec<TaskNumber>,
    /// Relations to other documents.
    pub relations: Vec<Relation>,
    /// What it wants to reach.
    pub indicators: Vec<Indicator>,
    /// Duties to report.
    pub duties: Vec<ReportingDuty>,
    /// Reports received, in the order of the file.
    pub reports: Vec<Report>,
    /// Reports of which a source says that they were not sent.
    pub unsent: Vec<Unsent>,
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

    /// Whether anything is told that bears on the whole plan: news, notes.
    pub fn has_related(&self) -> bool {
        !self.related.is_empty() || !self.notes.is_empty()
    }

    /// When it was issued; none of a draft without a day.
    pub fn dated(&self) -> Option<Date> {
        (!self.is_undated).then_some(self.issued)
    }
}
