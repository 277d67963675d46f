//! A task's standing with its reason.

use crate::model::Destination;
use crate::pages::context::partial_view;
use crate::pages::values::StandingView;
use crate::progress::{Disclosed, Standing, StandingKind, TaskProgress};
use crate::text::dates;
use crate::vocabulary::task as words;

/// A standing as pages show it (design: model §3.1).
pub(crate) fn plain(standing: &Standing) -> StandingView {
    let kind = standing.kind();
    StandingView { tone: kind.tone(), label: standing.label(), reason: reason(kind) }
}

/// What a standing rests on, where its kind alone tells it.
fn reason(kind: StandingKind) -> Option<String> {
    let reason = match kind {
        StandingKind::NoInformationPastDue => words::silent_past_due(),
        StandingKind::NoInformation => words::silent(),
        StandingKind::EndedAwaiting => words::ended_awaiting(),
        StandingKind::ReportedDone => words::reported(),
        StandingKind::PausedPastDue => words::paused_past_due(),
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
    Some(reason.to_owned())
}

/// A task's standing with its reason.
pub(crate) fn of_task(task: Disclosed<'_>) -> StandingView {
    let kind = task.kind();
    let view = StandingView { tone: kind.tone(), label: task.label(), reason: reason(kind) };
    match task {
        Disclosed::Open(task) => with_dates(view, task),
        Disclosed::Restricted(_) => view,
    }
}

fn with_dates(mut view: StandingView, task: &TaskProgress<'_>) -> StandingView {
    let deadline = dates::short(task.deadline.in_force);
    let last = task.events.iter().rev().find(|event| event.kind.reported().is_some());
    let last = last.map(|event| partial_view(event.happened).short);
    match task.standing {
        Standing::Overdue { .. } => {
            view.reason = Some(match last {
                Some(last) => words::deadline_last(deadline, last),
                None => words::deadline(deadline),
            });
        }
        Standing::DueSoon { .. } | Standing::OnTrack => {
            view.reason = Some(words::deadline(deadline))
        }
        _ if task.from_sub_works => {
            view.reason = Some(match view.reason {
                Some(reason) => words::and_sub_work(reason),
                None => words::sub_work().to_owned(),
            });
        }
        _ => {}
    }
    if let (Standing::CarriedOver, Some(destination)) = (&task.standing, task.destination) {
        view.reason = Some(match destination {
            Destination::Here(plan, _) => words::went_on_here(plan),
            Destination::Elsewhere(plan, _) => words::went_on(plan),
        });
    }
    view
}
