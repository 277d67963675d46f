//! A plan's relations to other documents.
//!
//! In: one plan and the documents that it cites. Out: [`RelationsView`], all that `relations.html`
//! may read.

use serde::Serialize;

use crate::pages::common::{DateView, PlanHead, SourceView};
use crate::pages::frame::Frame;

/// What `relations.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct RelationsView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// The relations by kind, each kind with at least one document.
    pub kinds: Vec<RelationKind>,
}

/// The documents that one relation leads to.
#[derive(Clone, Debug, Serialize)]
pub struct RelationKind {
    /// The heading, such as "Căn cứ", "Được sửa đổi bởi".
    pub name: String,
    /// The documents, oldest first.
    pub documents: Vec<RelatedDocument>,
}

/// A document on the other end of a relation.
#[derive(Clone, Debug, Serialize)]
pub struct RelatedDocument {
    /// Kind and number, such as "Nghị quyết 26/NQ-CP".
    pub name: String,
    /// Its page, where it is a plan of this site.
    pub href: Option<String>,
    /// Its abstract.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// When.
    pub issued: Option<DateView>,
    /// What part it concerns.
    pub scope: Option<String>,
    /// Since when.
    pub since: Option<DateView>,
    /// Where it can be read.
    pub sources: Vec<SourceView>,
    /// What a reader should know.
    pub note: Option<String>,
}
