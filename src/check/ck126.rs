//! CK126: one member does not complete a task for the whole group that leads it.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck126;
use crate::model::{AgencyId, Event, EventKind, Members, Plan, Record, Speaker, Task};

pub(super) fn check(record: &Record, problems: &mut Diagnostics) {
    for (plan, task) in record.tasks() {
        let watching = watching(record, plan);
        for event in task.events.iter().filter(|event| completes(event)) {
            let Some(reporter) = &event.reporter else { continue };
            if watching.contains(reporter) || is_led_by_name(task, event) {
                continue;
            }
            if let Some(group) = group_of(record, task, event, reporter) {
                let at = task.key(&event.key("co_quan_bao_cao"));
                let number = task.number.as_str();
                problems.push(ck126::one_for_all(at, number, reporter.as_str(), group));
            }
        }
    }
}

/// Whether an event says of the whole task that it is done.
fn completes(event: &Event) -> bool {
    let is_whole = event.sub_work.is_none() && event.turn.is_none();
    is_whole && matches!(event.kind, EventKind::ReportedDone(_) | EventKind::Confirmed)
}

/// Who may speak of the whole: the issuer, whoever keeps watch for it, those to whom is reported, the site's authority.
fn watching<'a>(record: &'a Record, plan: &'a Plan) -> BTreeSet<&'a AgencyId> {
    let mut watching = BTreeSet::from([&plan.issuer]);
    watching.extend(&plan.standing_agency);
    for duty in &plan.duties {
        watching.insert(&duty.to);
        watching.extend(&duty.synthesis_to);
    }
    if let Speaker::Authority(agency) = &record.settings.speaker {
        watching.insert(agency);
    }
    watching
}

/// Whether an agency leads by its name, from the beginning or since an earlier event.
fn is_led_by_name(task: &Task, event: &Event) -> bool {
    !task.leads.agencies.is_empty()
        || task.events.iter().any(|other| {
            let gives = matches!(
                other.kind,
                EventKind::Assigned { .. }
                    | EventKind::HandedOver { .. }
                    | EventKind::LeadChanged { .. }
            );
            gives && other.happened.first_day() <= event.happened.last_day()
        })
}

/// The leading group to which the agency belongs, or may belong, and which has others; by its name.
fn group_of<'a>(
    record: &'a Record,
    task: &'a Task,
    event: &Event,
    agency: &AgencyId,
) -> Option<&'a str> {
    let day = event.happened.first_day();
    let groups = task.leads.groups.iter().map(|id| record.group(id));
    groups
        .filter(|group| match &group.members {
            Members::Open => true,
            Members::Listed(members) => {
                members.len() > 1
                    && members.iter().any(|(member, span)| member == agency && span.contains(day))
            }
        })
        .map(|group| group.name.as_str())
        .next()
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Content, check_task};

    const FILE: &str = "CK126 ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md";
    const DONE: &str = "loai: bao_cao_hoan_thanh, co_quan_bao_cao: so-b";

    #[track_caller]
    fn check(leads: &str, events: &[&str], expected: &[&str]) {
        let expected: Vec<_> = expected.iter().map(|key| format!("{FILE} {key}")).collect();
        let expected: Vec<_> = expected.iter().map(String::as_str).collect();
        check_task(&format!("{leads}\n{}", Content::events(events)), super::check, &expected);
    }

    #[test]
    fn a_member_speaks_for_itself() {
        let at = ["dien_bien[0].co_quan_bao_cao"];
        check("chu_tri_nhom: [cac-so]", &[DONE], &at);
        check("chu_tri_nhom: [cac-so]", &["loai: cap_nhat, co_quan_bao_cao: so-b"], &[]);
    }

    #[test]
    fn the_issuer_and_an_agency_that_leads_by_name_speak_for_the_whole() {
        let issuer = "loai: bao_cao_hoan_thanh, co_quan_bao_cao: so-a";
        check("chu_tri_nhom: [cac-so]", &[issuer], &[]);
        check("chu_tri: [so-b]\nchu_tri_nhom: [cac-so]", &[DONE], &[]);
        let given = "loai: chuyen_giao, can_cu: 5/QĐ, chuyen_giao: { den: so-b }";
        check("chu_tri_nhom: [cac-so]", &[given, DONE], &[]);
    }
}
