//! CK111: where a lead ended and several took its place, an editor says who took over.

use crate::diagnostic::catalog::ck111;
use crate::diagnostic::{Diagnostics, Place};
use crate::model::{AgencyId, EventKind, Record, Task};
use crate::progress::{Responsible, State, Whole};

pub(super) fn check(record: &Record, progress: &Whole<'_>, problems: &mut Diagnostics) {
    for task in progress.counted().filter(|task| is_open(task.state)) {
        for responsible in &task.responsible {
            if let Responsible::Unresolved { id, successors } = responsible {
                let at = place(task.task, id);
                let number = task.task.number.as_str();
                let successors: Vec<_> = successors.iter().map(|id| id.as_str()).collect();
                let ended = end(record, id);
                problems.push(ck111::several_successors(
                    at,
                    number,
                    id.as_str(),
                    &ended,
                    &successors,
                ));
            }
        }
    }
}

/// Whether somebody still has to answer for it: nobody takes over what has ended.
fn is_open(state: State) -> bool {
    match state {
        State::Confirmed { .. } | State::Cancelled | State::CarriedOver => false,
        State::Unknown
        | State::NotStarted
        | State::UnderWay
        | State::ReportedDone { .. }
        | State::PartlyDone
        | State::Paused(_) => true,
    }
}

/// Where the agency became the lead: in the list of leads, or by an event.
fn place(task: &Task, id: &AgencyId) -> Place {
    let given = task.events.iter().rev().find(|event| match &event.kind {
        EventKind::HandedOver { to, .. }
        | EventKind::Assigned { to }
        | EventKind::LeadChanged { to, .. } => to == id,
        _ => false,
    });
    match (task.leads.agencies.iter().position(|lead| lead == id), given) {
        (Some(position), _) => task.key("chu_tri").index(position),
        (None, Some(event)) => task.key(&event.key("loai")),
        (None, None) => task.key("chu_tri"),
    }
}

/// When the agency ended: by its own dates, else by its last reorganisation.
fn end(record: &Record, id: &AgencyId) -> String {
    let change = || record.reorganisations.iter().rev().find(|change| change.from.contains(id));
    match record.agency(id).exists.to {
        Some(last) => last.to_string(),
        None => change().map_or_else(String::new, |change| change.date.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::check::testing::{Content, messages};
    use crate::progress;

    /// So-a ends on 28/02/2025; so-b and so-c take its place.
    #[track_caller]
    fn check(keys: &str, year: i16, expected: &[&str]) {
        let mut content = Content::default();
        content.agency("so-a", "ten: [ { ten: Sở A } ]\nton_tai: { den: \"2025-02-28\" }");
        content.agency("so-c", "ten: [ { ten: Sở C } ]");
        content.changes =
            "bien_dong: [ { ma: b1, ngay: \"2025-03-01\", loai: chia, tu: [so-a], den: [so-b, so-c] } ]"
                .to_owned();
        content.task("1.1", keys);
        let rule = |record: &_, problems: &mut _| {
            super::check(record, &progress::on(record, date(year, 12, 31)), problems);
        };
        assert_eq!(messages(&content, rule), expected, "{keys} {year}");
    }

    const TOLD: &str =
        "1.1: cơ quan chủ trì “so-a” kết thúc ngày 28/02/2025, có 2 cơ quan kế thừa: so-b, so-c.";

    #[test]
    fn several_successors_need_a_word() {
        check("", 2025, &[TOLD]);
        check("", 2024, &[]);
        check("chu_tri: [so-b]", 2025, &[]);
    }

    #[test]
    fn a_handover_is_that_word() {
        let event =
            Content::event("loai: chuyen_giao, can_cu: 5/QĐ, chuyen_giao: { tu: so-a, den: so-b }");
        check(&event, 2025, &[]);
    }

    #[test]
    fn nobody_takes_over_what_has_ended() {
        check(&Content::event("loai: bai_bo, can_cu: 5/QĐ"), 2025, &[]);
        check(&Content::event("loai: bao_cao_hoan_thanh"), 2025, &[TOLD]);
        check(
            &Content::events(&[
                "loai: bao_cao_hoan_thanh",
                "loai: xac_nhan, minh_chung: [ { loai: van_ban, ten: TB, co_quan: UBND } ]",
            ]),
            2025,
            &[],
        );
    }
}
