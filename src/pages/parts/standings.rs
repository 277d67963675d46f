//! A task's standing with its reason.

use crate::model::Destination;
use crate::pages::context::partial_view;
use crate::pages::values::StandingView;
use crate::progress::{Disclosed, Standing, StandingKind, TaskProgress};
use crate::text::dates;
use crate::wording;

/// A standing as pages show it (design: model §3.1).
pub(crate) fn plain(standing: &Standing) -> StandingView {
    let kind = standing.kind();
    StandingView {
        tone: wording::tone(kind),
        label: wording::standing_label(standing),
        reason: reason(kind),
    }
}

/// What a standing rests on, where its kind alone tells it.
fn reason(kind: StandingKind) -> Option<String> {
    let words = match kind {
        StandingKind::NoInformationPastDue => {
            "Đã hết thời hạn; chưa cơ quan nào báo cáo, nên trang không kết luận là xong hay chậm."
        }
        StandingKind::NoInformation => "Chưa có báo cáo nào về nhiệm vụ này.",
        StandingKind::EndedAwaiting => {
            "Lần cuối được ghi nhận là đang thực hiện; kỳ thực hiện đã hết, chưa có đánh giá."
        }
        StandingKind::ReportedDone => "Cơ quan đã báo cáo hoàn thành, chưa có xác nhận.",
        StandingKind::PausedPastDue => "Đang tạm dừng, thời hạn đã qua.",
        StandingKind::ConfirmedOnTime
        | StandingKind::ConfirmedAfterAdjustment
        | StandingKind::ConfirmedLate
        | StandingKind::ConfirmedUnknown
        | StandingKind::PartlyDone
        | StandingKind::Continuous
        | StandingKind::OnTrack
        | StandingKind::DueSoon
        | StandingKind::NotYetDue
        | StandingKind::Overdue
        | StandingKind::Paused
        | StandingKind::Cancelled
        | StandingKind::CarriedOver => return None,
    };
    Some(words.to_owned())
}

/// A task's standing with its reason.
pub(crate) fn of_task(task: Disclosed<'_>) -> StandingView {
    let kind = task.kind();
    let view = StandingView {
        tone: wording::tone(kind),
        label: wording::public_label(task),
        reason: reason(kind),
    };
    match task {
        Disclosed::Open(task) => with_dates(view, task),
        Disclosed::Restricted(_) => view,
    }
}

fn with_dates(mut view: StandingView, task: &TaskProgress<'_>) -> StandingView {
    let deadline = dates::short(task.deadline.in_force);
    let last = task.events.iter().rev().find(|event| wording::reported(&event.kind).is_some());
    let last = last.map(|event| {
        format!("; lần cuối ghi nhận đang thực hiện: {}", partial_view(event.happened).short)
    });
    match task.standing {
        Standing::Overdue { .. } => {
            view.reason = Some(format!("Thời hạn {deadline}{}.", last.unwrap_or_default()));
        }
        Standing::DueSoon { .. } | Standing::OnTrack => {
            view.reason = Some(format!("Thời hạn {deadline}."))
        }
        _ if task.from_sub_works => {
            let note = "Tình trạng này dựa trên tin về một phần việc của nhiệm vụ.".to_owned();
            view.reason =
                Some(view.reason.map_or(note.clone(), |reason| format!("{reason} {note}")));
        }
        _ => {}
    }
    if let (Standing::CarriedOver, Some(destination)) = (&task.standing, task.destination) {
        view.reason = Some(match destination {
            Destination::Here(plan, _) => format!("Chuyển sang kế hoạch {plan}."),
            Destination::Elsewhere(plan, _) => format!("Chuyển sang Kế hoạch {plan}."),
        });
    }
    view
}
