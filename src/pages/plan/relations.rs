//! A plan's relations to other documents.
//!
//! In: one plan and the documents that it cites. Out: [`RelationsView`], all that `relations.html`
//! may read.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::model::{self, Plan, Relation, RelationTarget};
use crate::pages::context::{Context, Head, date_view, partial_view};
use crate::pages::frame::Frame;
use crate::pages::parts::cards;
use crate::pages::parts::feeds;
use crate::pages::values::{DateView, PlanHead, SourceView};
use crate::paths;
use crate::text::PartialDate;
use crate::vocabulary::relations as words;

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

/// The relations of a plan, its own and those of other plans to it.
pub(crate) fn view(here: Context<'_>, plan: &Plan) -> RelationsView {
    let head = Head::new(words::of_plan(plan.cited()), words::about(plan.cited()))
        .above(here.above_plan(plan))
        .feeds(feeds::of_plan(here, plan))
        .source(&plan.source);
    let own = plan
        .relations
        .iter()
        .filter(|relation| relation.date.unwrap_or(plan.issued) <= here.as_of());
    let own = own.map(|relation| (relation.kind, other_end(here, relation)));
    let others = here.progress.plan(&plan.id).referred_by.iter();
    let others = others.map(|(other, relation)| (relation.kind, of_plan(here, other, relation)));
    let kinds = by_kind(own, model::RelationKind::label)
        .chain(by_kind(others, model::RelationKind::inverse));
    RelationsView {
        frame: here.frame(head),
        plan: cards::plan_head(here, plan),
        kinds: kinds.collect(),
    }
}

/// A document with the first day on which it may have been issued.
type Dated = (Option<Date>, RelatedDocument);

/// Documents under their kinds, the oldest first; those without a date last.
fn by_kind(
    documents: impl Iterator<Item = (model::RelationKind, Dated)>,
    name: fn(model::RelationKind) -> &'static str,
) -> impl Iterator<Item = RelationKind> {
    let mut kinds: BTreeMap<model::RelationKind, Vec<Dated>> = BTreeMap::new();
    for (kind, document) in documents {
        kinds.entry(kind).or_default().push(document);
    }
    kinds.into_iter().map(move |(kind, mut documents)| {
        documents.sort_by_key(|(issued, _)| (issued.is_none(), *issued));
        let documents = documents.into_iter().map(|(_, document)| document).collect();
        RelationKind { name: name(kind).to_owned(), documents }
    })
}

fn other_end(here: Context<'_>, relation: &Relation) -> Dated {
    let id = match &relation.target {
        RelationTarget::Plan(id) => return of_plan(here, here.site().plan(id), relation),
        RelationTarget::Document(id) => id,
    };
    let document = here.site().documents.get(id).expect("every DocumentId comes from this Site");
    let view = RelatedDocument {
        name: words::document(document.kind.label(), &document.number),
        href: None,
        title: document.title.clone(),
        issuer: document.issuer.clone(),
        issued: document.issued.map(partial_view),
        scope: relation.scope.clone(),
        since: relation.date.map(date_view),
        sources: here.sources(&document.sources),
        note: document.note.clone(),
    };
    (document.issued.map(PartialDate::first_day), view)
}

fn of_plan(here: Context<'_>, plan: &Plan, relation: &Relation) -> Dated {
    let view = RelatedDocument {
        name: plan.cited(),
        href: Some(here.href(&paths::plan(&plan.id))),
        title: plan.title.to_string(),
        issuer: here.agency_then(&plan.issuer, plan.issued).name,
        issued: plan.dated().map(date_view),
        scope: relation.scope.clone(),
        since: relation.date.map(date_view),
        sources: Vec::new(),
        note: None,
    };
    (Some(plan.issued), view)
}
