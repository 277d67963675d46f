//! CK113: a task that only groups lead has nobody to ask.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck113;
use crate::model::{EventKind, Record};

pub(super) fn check(record: &Record, problems: &mut Diagnostics) {
    for (_, task) in record.tasks() {
        let assigned = task.events.iter().any(|event| {
            matches!(
                event.kind,
                EventKind::LeadChanged { .. }
                    | EventKind::Assigned { .. }
                    | EventKind::HandedOver { .. }
            )
        });
        if task.leads.agencies.is_empty() && !task.leads.groups.is_empty() && !assigned {
            let at = task.key("chu_tri_nhom");
            problems.push(ck113::no_concrete_lead(at, task.number.as_str()));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Content, check_task};

    const FOUND: &[&str] = &["CK113 ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md chu_tri_nhom"];

    #[test]
    fn a_group_alone_is_told() {
        check_task("chu_tri_nhom: [cac-so]", super::check, FOUND);
        check_task("chu_tri: [so-a]\nchu_tri_nhom: [cac-so]", super::check, &[]);
    }

    #[test]
    fn a_later_assignment_settles_it() {
        let event = Content::event("loai: chuyen_giao, chuyen_giao: { tu: so-a, den: so-b }");
        check_task(&format!("chu_tri_nhom: [cac-so]\n{event}"), super::check, &[]);
    }
}
