//! A task's standing with its reason.

use crate::model::Destination;
use crate::pages::context::partial_view;
use crate::pages::values::StandingView;
use crate::progress::{Standing, TaskProgress};
use crate::text::dates;
use crate::wording;

/// A standing as pages show it (design: model §3.1).
pub(crate) fn plain(standing: &Standing) -> StandingView {
    let reason = match standing {
        Standing::NoInformation { past_due: true } => Some(
            "Đã hết thời hạn; chưa cơ quan nào báo cáo, nên trang không kết luận là xong hay chậm."
                .to_owned(),
        ),
        Standing::NoInformation { past_due: false } => {
            Some("Chưa có báo cáo nào về nhiệm vụ này.".to_owned())
        }
        Standing::EndedAwaiting => Some(
            "Lần cuối được ghi nhận là đang thực hiện; kỳ thực hiện đã hết, chưa có đánh giá."
                .to_owned(),
        ),
        Standing::ReportedDone => {
            Some("Cơ quan đã báo cáo hoàn thành, chưa có xác nhận.".to_owned())
        }
        Standing::Paused { past_due: true } => Some("Đang tạm dừng, thời hạn đã qua.".to_owned()),
        _ => None,
    };
    StandingView { tone: wording::tone(standing), label: wording::standing_label(standing), reason }
}

/// A task's standing with its reason.
pub(crate) fn of_task(task: &TaskProgress<'_>) -> StandingView {
    let mut view = plain(&task.standing);
    view.label = wording::public_label(&task.standing, task.task.is_restricted());
    if task.task.is_restricted() {
        // Its deadline and its log are not public.
        return view;
    }
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
