//! What happened, what proves it, what is only related.
//!
//! In: ready words and addresses. Out: values that templates place as they are. The kinds
//! have types of their own so that a related document can never be placed as proof.

use serde::Serialize;

use crate::model::{AgencyId, Destination, Event, EventKind, Evidence, Piece, Plan, Related, Task};
use crate::pages::context::{Context, date_view, partial_view};
use crate::pages::values::{AgencyLink, DateView, FileLink, Reference};
use crate::paths;
use crate::progress::event_label;
use crate::text::dates;
use crate::vocabulary::dates::limit;
use crate::vocabulary::plan as plans;
use crate::vocabulary::task as words;

/// One event of a task.
#[derive(Clone, Debug, Serialize)]
pub struct EventView {
    /// The event's fragment on the task's page, such as `dien-bien-d1`.
    pub id: String,
    /// The kind, such as "Cập nhật", "Xác nhận hoàn thành", "Điều chỉnh".
    pub kind: String,
    /// When it happened.
    pub happened: DateView,
    /// When it was published here.
    pub published: DateView,
    /// The state reported, such as "Đang thực hiện".
    pub state: Option<String>,
    /// What happened.
    pub content: Option<String>,
    /// What stands in the way.
    pub difficulty: Option<String>,
    /// Who reported it.
    pub reporter: Option<AgencyLink>,
    /// What it changed.
    pub changes: Vec<Change>,
    /// The document that it rests on.
    pub basis: Option<Reference>,
    /// Where the task goes on.
    pub carried_to: Option<Reference>,
    /// The proof.
    pub evidence: Vec<EvidenceView>,
}

/// A value before and after.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// What was changed, such as "Thời hạn", "Cơ quan chủ trì".
    pub what: String,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
}

/// A piece of evidence, or why readers may not see it.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceView {
    /// The piece.
    pub piece: Option<PieceView>,
    /// Why it is not public.
    pub withheld: Option<String>,
}

/// A piece of evidence that readers may see.
#[derive(Clone, Debug, Serialize)]
pub struct PieceView {
    /// The kind, such as "Văn bản", "Số liệu", "Tin bài".
    pub kind: String,
    /// The title.
    pub title: String,
    /// Number and symbol.
    pub number: Option<String>,
    /// Who issued it.
    pub agency: Option<String>,
    /// When.
    pub date: Option<DateView>,
    /// Where the date comes from, if it is not printed there.
    pub date_note: Option<String>,
    /// Where it can be read.
    pub href: Option<String>,
    /// A copy on this site.
    pub file: Option<FileLink>,
    /// Its own words.
    pub quote: Option<String>,
    /// What a reader should know.
    pub note: Option<String>,
}

/// Something related, which sets no standing.
#[derive(Clone, Debug, Serialize)]
pub struct RelatedView {
    /// The kind, as for evidence.
    pub kind: String,
    /// The title.
    pub title: String,
    /// Number and symbol.
    pub number: Option<String>,
    /// Who published it.
    pub agency: Option<String>,
    /// When.
    pub date: Option<DateView>,
    /// Where the date comes from, if it is not printed there.
    pub date_note: Option<String>,
    /// Where it can be read.
    pub href: Option<String>,
    /// What it says, in our words.
    pub says: String,
    /// Its own words.
    pub quote: Option<String>,
    /// A figure in it.
    pub figure: Option<String>,
    /// How it was read, such as "Đọc trực tiếp", "Chỉ thấy được dẫn lại".
    pub trust: Option<String>,
    /// Why it sets no standing.
    pub note: Option<String>,
}

/// One entry of a task's log.
pub(crate) fn event(here: Context<'_>, plan: &Plan, task: &Task, event: &Event) -> EventView {
    let carried_to = match &event.kind {
        EventKind::CarriedOver(destination) => Some(destination_reference(here, destination)),
        _ => None,
    };
    EventView {
        id: paths::event_fragment(event),
        kind: event_label(task, event),
        happened: partial_view(event.happened),
        published: date_view(event.published),
        state: event.kind.reported().map(|state| state.within().to_owned()),
        content: event.text.clone(),
        difficulty: event.difficulty.clone(),
        reporter: event
            .reporter
            .as_ref()
            .map(|id| here.agency_then(id, event.happened.first_day())),
        changes: changes(here, &event.kind),
        basis: event.basis.as_ref().map(|basis| here.basis(basis)),
        carried_to,
        evidence: event.evidence.iter().map(|piece| evidence(here, plan, piece)).collect(),
    }
}

fn destination_reference(here: Context<'_>, destination: &Destination) -> Reference {
    match destination {
        Destination::Here(plan, number) => {
            let plan = here.site().plan(plan);
            match number {
                Some(number) => Reference {
                    text: words::of_plan_within(number, plan.cited()),
                    href: Some(here.href(&paths::task(&plan.id, number))),
                },
                None => {
                    Reference { text: plan.cited(), href: Some(here.href(&paths::plan(&plan.id))) }
                }
            }
        }
        Destination::Elsewhere(plan, number) => {
            let text = match number {
                Some(number) => words::of_plan_within(number, plans::numbered(plan)),
                None => plans::numbered(plan),
            };
            Reference { text, href: None }
        }
    }
}

/// What an event changed in the plan's own terms.
pub(crate) fn changes(here: Context<'_>, kind: &EventKind) -> Vec<Change> {
    let name = |id: &AgencyId| here.site().agency(id).last_name().full.clone();
    let (what, before, after) = match kind {
        EventKind::DeadlineMoved { from, to } => {
            (words::changed_deadline(), dates::short(*from), limit(to))
        }
        EventKind::DeadlineFixed { to } => {
            (words::changed_deadline(), words::no_date().to_owned(), limit(to))
        }
        EventKind::LeadChanged { from, to } | EventKind::HandedOver { from, to } => {
            (words::changed_lead(), name(from), name(to))
        }
        EventKind::Assigned { to } => {
            (words::changed_lead(), words::no_lead().to_owned(), name(to))
        }
        EventKind::WordingChanged { from, to } => {
            (words::changed_words(), from.clone(), to.clone())
        }
        _ => return Vec::new(),
    };
    vec![Change { what: what.to_owned(), before, after }]
}

/// Whether an event of this kind changes something of its task, so that [`changes`] tells what.
pub(crate) fn is_change(kind: &EventKind) -> bool {
    matches!(
        kind,
        EventKind::DeadlineMoved { .. }
            | EventKind::DeadlineFixed { .. }
            | EventKind::LeadChanged { .. }
            | EventKind::HandedOver { .. }
            | EventKind::Assigned { .. }
            | EventKind::WordingChanged { .. }
    )
}

/// A piece of evidence, or why it is withheld.
pub(crate) fn evidence(here: Context<'_>, plan: &Plan, evidence: &Evidence) -> EvidenceView {
    match evidence {
        Evidence::Public(piece) => {
            EvidenceView { piece: Some(piece_view(here, plan, piece)), withheld: None }
        }
        Evidence::Withheld { reason } => {
            EvidenceView { piece: None, withheld: Some(reason.clone()) }
        }
    }
}

fn piece_view(here: Context<'_>, plan: &Plan, piece: &Piece) -> PieceView {
    let file = piece.file.as_ref().map(|name| FileLink {
        href: here.href(&paths::file_of_plan(&plan.id, name)),
        text: name.rsplit('/').next().unwrap_or(name).to_owned(),
        size: String::new(),
        sha256: piece.sha256.clone(),
    });
    PieceView {
        kind: piece.kind.label().to_owned(),
        title: piece.title.clone(),
        number: piece.number.clone(),
        agency: piece.issuer.clone(),
        date: piece.date.map(partial_view),
        date_note: piece.date_note.clone(),
        href: piece.url.clone(),
        file,
        quote: piece.quote.clone(),
        note: piece.note.clone(),
    }
}

/// Something related, plainly apart from proof.
pub(crate) fn related(related: &Related) -> RelatedView {
    RelatedView {
        kind: related.kind.label().to_owned(),
        title: related.title.clone(),
        number: related.number.clone(),
        agency: related.publisher.clone(),
        date: related.date.map(partial_view),
        date_note: related.date_note.clone(),
        href: related.url.clone(),
        says: related.says.clone(),
        quote: related.quote.clone(),
        figure: related.figure.clone(),
        trust: (!related.read_itself).then(|| words::not_read().to_owned()),
        note: related.note.clone(),
    }
}
