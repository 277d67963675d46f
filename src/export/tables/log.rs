//! Rows of events, evidence and corrections that count on the date.

use super::Scope;
use crate::export::rows::{Cell, Row, row};
use crate::model::{
    AgencyId, Correction, CorrectionTarget, Destination, Event, EventKind, Evidence, Piece,
    Reported,
};
use crate::paths;
use crate::progress::{CorrectionEntry, Disclosed, PlanProgress, TaskProgress};
use crate::vocabulary::columns::{CORRECTIONS, EVENTS, EVIDENCE};

/// The events of open tasks, task by task, oldest first.
fn open_events<'a>(
    scope: Scope<'a>,
) -> impl Iterator<Item = (&'a TaskProgress<'a>, &'a Event)> + 'a {
    let tasks = scope.plans().flat_map(PlanProgress::counted).filter_map(Disclosed::open);
    tasks.flat_map(|task| task.events.iter().map(move |event| (task, *event)))
}

pub(super) fn events(scope: Scope<'_>) -> Vec<Row> {
    open_events(scope).map(|(task, event)| of_event(scope, task, event)).collect()
}

fn of_event(scope: Scope<'_>, progress: &TaskProgress<'_>, event: &Event) -> Row {
    let (plan, task) = (progress.plan, progress.task);
    let (before, after) = change(&event.kind);
    let work = event.sub_work.map(|position| task.sub_works[position].letter.as_str());
    row(
        &EVENTS,
        [
            ("ke_hoach", Cell::text(plan.id.as_str())),
            ("so", Cell::text(task.number.as_str())),
            ("ma", Cell::text(&event.id)),
            ("viec_con", work.into()),
            ("ngay", Cell::text(event.happened.iso())),
            ("ngay_cong_bo", Cell::Day(event.published)),
            ("loai", Cell::text(event.kind.name().code())),
            ("trang_thai", event.kind.reported().map(Reported::code).into()),
            ("noi_dung", Cell::from(&event.text)),
            ("kho_khan", Cell::from(&event.difficulty)),
            ("co_quan_bao_cao", event.reporter.as_ref().map(AgencyId::as_str).into()),
            ("gia_tri_cu", Cell::from(&before)),
            ("gia_tri_moi", Cell::from(&after)),
            ("can_cu", Cell::from(&event.basis)),
            ("so_minh_chung", Cell::count(event.evidence.len())),
            ("url", Cell::text(scope.addresses.of_event(plan, task, event))),
            scope.as_of(),
        ],
    )
}

/// What an event changed, in the values of the other columns.
pub(crate) fn change(kind: &EventKind) -> (Option<String>, Option<String>) {
    match kind {
        EventKind::DeadlineMoved { from, to } => (Some(from.to_string()), Some(to.to.to_string())),
        EventKind::DeadlineFixed { to } => (None, Some(to.to.to_string())),
        EventKind::LeadChanged { from, to } | EventKind::HandedOver { from, to } => {
            (Some(from.to_string()), Some(to.to_string()))
        }
        EventKind::Assigned { to } => (None, Some(to.to_string())),
        EventKind::WordingChanged { from, to } => (Some(from.clone()), Some(to.clone())),
        EventKind::CarriedOver(destination) => {
            let (plan, number) = match destination {
                Destination::Here(plan, number) => {
                    (plan.to_string(), number.as_ref().map(ToString::to_string))
                }
                Destination::Elsewhere(plan, number) => (plan.clone(), number.clone()),
            };
            (None, Some(number.map_or(plan.clone(), |number| format!("{plan} {number}"))))
        }
        EventKind::Update(_)
        | EventKind::ReportedDone(_)
        | EventKind::Confirmed
        | EventKind::SelfConfirmed
        | EventKind::Returned
        | EventKind::Paused
        | EventKind::Resumed
        | EventKind::Cancelled => (None, None),
    }
}

pub(super) fn evidence(scope: Scope<'_>) -> Vec<Row> {
    let pieces = open_events(scope).flat_map(|(task, event)| {
        let pieces = event.evidence.iter().enumerate();
        pieces.map(move |(position, piece)| of_evidence(scope, task, event, position, piece))
    });
    pieces.collect()
}

fn of_evidence(
    scope: Scope<'_>,
    progress: &TaskProgress<'_>,
    event: &Event,
    position: usize,
    evidence: &Evidence,
) -> Row {
    let plan = progress.plan;
    // Empty where the piece is withheld.
    let open = |cell: fn(&Piece) -> Cell| evidence.public().map(cell).into();
    let published = |piece: &Piece| {
        let file = piece.file.as_ref()?;
        Some(Cell::text(scope.addresses.of(&paths::file_of_plan(&plan.id, file))))
    };
    let reason = match evidence {
        Evidence::Public(_) => Cell::Empty,
        Evidence::Withheld { reason } => Cell::text(reason),
    };
    row(
        &EVIDENCE,
        [
            ("ke_hoach", Cell::text(plan.id.as_str())),
            ("so", Cell::text(progress.task.number.as_str())),
            ("dien_bien", Cell::text(&event.id)),
            ("thu_tu", Cell::count(position + 1)),
            ("loai", open(|piece| Cell::text(piece.kind.code()))),
            ("ten", open(|piece| Cell::text(&piece.title))),
            ("so_hieu", open(|piece| Cell::from(&piece.number))),
            ("ngay", open(|piece| piece.date.into())),
            ("nguon_ngay", open(|piece| Cell::from(&piece.date_note))),
            ("co_quan", open(|piece| Cell::from(&piece.issuer))),
            ("cong_khai", Cell::Flag(evidence.public().is_some())),
            ("ly_do_khong_cong_khai", reason),
            ("url", open(|piece| Cell::from(&piece.url))),
            ("tep", evidence.public().and_then(published).into()),
            ("sha256", open(|piece| Cell::from(&piece.sha256).open(piece.file.is_some()))),
            ("trich_dan", open(|piece| Cell::from(&piece.quote))),
            ("ghi_chu", open(|piece| Cell::from(&piece.note))),
            scope.as_of(),
        ],
    )
}

pub(super) fn corrections(scope: Scope<'_>) -> Vec<Row> {
    // The file's own order is not that of the history, which the newest correction opens.
    let entries = scope.plans().flat_map(|plan| plan.history.corrections.iter().rev());
    entries.map(|entry| of_correction(scope, entry)).collect()
}

fn of_correction(scope: Scope<'_>, entry: &CorrectionEntry<'_>) -> Row {
    let plan = entry.plan;
    // Empty where it speaks of a restricted task.
    let open = |cell: fn(&Correction) -> Cell| entry.open.map(cell).into();
    let target = match entry.target {
        CorrectionTarget::Task(number) => Some(number.to_string()),
        CorrectionTarget::Node(node) => Some(node.to_string()),
        CorrectionTarget::Plan | CorrectionTarget::Site => None,
    };
    row(
        &CORRECTIONS,
        [
            ("ke_hoach", Cell::text(plan.id.as_str())),
            ("ma", Cell::text(entry.id)),
            ("loai", Cell::text(entry.kind.code())),
            ("ngay", Cell::Day(entry.published)),
            ("dich_loai", Cell::text(entry.target.subject().code())),
            ("dich", Cell::from(&target)),
            ("truoc", open(|correction| Cell::text(&correction.before))),
            ("sau", open(|correction| Cell::text(&correction.after))),
            ("ly_do", open(|correction| Cell::text(&correction.reason))),
            ("nguon", Cell::text(entry.origin.code())),
            ("ngay_nhan", open(|correction| Cell::from(correction.received))),
            ("ngay_tra_loi", open(|correction| Cell::from(correction.answered))),
            ("cong_van", open(|correction| Cell::from(&correction.letter))),
            ("url", Cell::text(scope.addresses.of_correction(entry))),
            scope.as_of(),
        ],
    )
}
