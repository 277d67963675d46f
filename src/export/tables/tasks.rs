//! Rows of tasks and of who is to do them.

use std::collections::BTreeSet;

use super::Scope;
use crate::export::catalogue::{ASSIGNMENTS, TASKS};
use crate::export::codes;
use crate::export::rows::{Cell, Row, row};
use crate::model::{AgencyId, GroupId, Origin};
use crate::paths;
use crate::progress::{PlanProgress, Responsible, Standing, State, TaskProgress, Timeliness};
use crate::wording;

pub(super) fn rows(scope: Scope<'_>) -> Vec<Row> {
    let tasks = scope.plans().flat_map(PlanProgress::counted);
    tasks.map(|task| of_task(scope, task)).collect()
}

fn of_task(scope: Scope<'_>, progress: &TaskProgress<'_>) -> Row {
    let (plan, task) = (progress.plan, progress.task);
    let group = &plan.groups[task.group];
    let open = !task.is_restricted();
    let leads = task.leads.agencies.iter().map(AgencyId::as_str);
    let leads = leads.chain(task.leads.groups.iter().map(GroupId::as_str));
    let partners = task.partners.as_ref().map(|partners| partners.verbatim.as_str());
    let evidence: usize = progress.events.iter().map(|event| event.evidence.len()).sum();
    let added_by = match &task.origin {
        Origin::Plan => None,
        Origin::Added { basis, .. } => Some(basis.as_str()),
    };
    let kind = progress.standing.kind();
    row(
        &TASKS,
        [
            ("ke_hoach", Cell::text(plan.id.as_str())),
            ("so", Cell::text(task.number.as_str())),
            ("nhom", Cell::text(&group.number)),
            ("ten_nhom", Cell::text(&group.title)),
            ("nguyen_van", Cell::text(&task.verbatim)),
            ("chu_tri", Cell::list(leads).open(open)),
            ("chu_tri_nguyen_van", Cell::from(&task.leads.verbatim).open(open)),
            ("phoi_hop_nguyen_van", Cell::from(partners).open(open)),
            ("thoi_gian_nguyen_van", Cell::text(&task.period.verbatim).open(open)),
            ("tu", Cell::Day(task.period.from).open(open)),
            ("han_goc", Cell::Day(progress.deadline.original).open(open)),
            ("han_hien_hanh", Cell::Day(progress.deadline.in_force).open(open)),
            ("tinh_chat", Cell::text(codes::nature(task.nature)).open(open)),
            ("trang_thai", Cell::from(codes::state(progress.state)).open(open)),
            ("tinh_trang", Cell::text(wording::standing_code(kind))),
            ("tinh_trang_ten", Cell::text(wording::standing_name(kind))),
            // With the as-of date the days would tell the deadline.
            ("so_ngay_qua_han", Cell::from(days_late(progress.standing)).open(open)),
            ("ngay_hoan_thanh", completed(progress).open(open)),
            ("ngay_cap_nhat", Cell::from(progress.last_update).open(open)),
            ("so_minh_chung", Cell::count(evidence).open(open)),
            ("bo_sung_theo", Cell::from(added_by).open(open)),
            ("han_che", Cell::Flag(!open)),
            ("url", Cell::text(scope.addresses.of(&paths::task(&plan.id, &task.number)))),
            scope.as_of(),
        ],
    )
}

fn days_late(standing: Standing) -> Option<Cell> {
    match standing {
        Standing::Overdue { days } | Standing::Confirmed(Timeliness::Late { days }) => {
            Some(Cell::Number(i64::from(days)))
        }
        _ => None,
    }
}

/// The day of a completion that counts as one.
fn completed(progress: &TaskProgress<'_>) -> Cell {
    match progress.state {
        State::ReportedDone { completed } | State::Confirmed { completed }
            if progress.standing.is_done() =>
        {
            Some(completed).into()
        }
        _ => Cell::Empty,
    }
}

/// A party, its role, from when until when, by which document.
struct Role<'a> {
    agency: Option<&'a AgencyId>,
    group: Option<&'a GroupId>,
    role: &'static str,
    from: String,
    to: Option<String>,
    basis: Option<&'a str>,
}

pub(super) fn assignments(scope: Scope<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for plan in scope.plans() {
        for task in plan.counted().filter(|task| !task.task.is_restricted()) {
            rows.extend(roles(scope, task).into_iter().map(|role| {
                row(
                    &ASSIGNMENTS,
                    [
                        ("ke_hoach", Cell::text(plan.plan.id.as_str())),
                        ("so", Cell::text(task.task.number.as_str())),
                        ("co_quan", role.agency.map(AgencyId::as_str).into()),
                        ("nhom_co_quan", role.group.map(GroupId::as_str).into()),
                        ("vai", Cell::text(role.role)),
                        ("tu", Cell::text(role.from)),
                        ("den", Cell::from(&role.to)),
                        ("can_cu", role.basis.into()),
                        scope.as_of(),
                    ],
                )
            }));
        }
    }
    rows
}

/// What the plan says, then who stands in the place of a lead; each party once in each role.
fn roles<'a>(scope: Scope<'a>, progress: &'a TaskProgress<'a>) -> Vec<Role<'a>> {
    let (plan, task) = (progress.plan, progress.task);
    let (basis, from) = match &task.origin {
        Origin::Plan => (plan.number.as_str(), plan.issued),
        Origin::Added { basis, date } => (basis.as_str(), *date),
    };
    let named = |agency, group, role, to| Role {
        agency,
        group,
        role,
        from: from.to_string(),
        to,
        basis: Some(basis),
    };
    let mut roles = Vec::new();
    for id in &task.leads.agencies {
        roles.push(named(Some(id), None, "chu_tri", end_of_lead(scope, progress, id)));
    }
    for id in &task.leads.groups {
        let end = scope.progress.site.group(id).exists.to;
        let end = end.filter(|end| *end < scope.progress.as_of);
        roles.push(named(None, Some(id), "chu_tri", end.map(|end| end.to_string())));
    }
    if let Some(partners) = &task.partners {
        for id in &partners.agencies {
            roles.push(named(Some(id), None, "phoi_hop", None));
        }
        for id in &partners.groups {
            roles.push(named(None, Some(id), "phoi_hop", None));
        }
    }
    for responsible in &progress.responsible {
        match responsible {
            Responsible::Inherited { id, via, .. } => {
                let last = via.last().expect("a successor comes by at least one change");
                roles.push(Role {
                    agency: Some(id),
                    group: None,
                    role: "ke_thua",
                    from: last.date.iso(),
                    to: None,
                    basis: last.basis.as_deref(),
                });
            }
            Responsible::HandedOver { id, event, .. } => roles.push(Role {
                agency: Some(id),
                group: None,
                role: "nhan_chuyen_giao",
                from: event.happened.iso(),
                to: None,
                basis: event.basis.as_deref(),
            }),
            Responsible::Agency { .. }
            | Responsible::Group { .. }
            | Responsible::Unresolved { .. }
            | Responsible::Ended { .. } => {}
        }
    }
    let mut seen = BTreeSet::new();
    roles.retain(|role| seen.insert((role.agency, role.group, role.role)));
    roles
}

/// When a lead that the plan names gave the task up, if it did.
fn end_of_lead(scope: Scope<'_>, progress: &TaskProgress<'_>, lead: &AgencyId) -> Option<String> {
    progress.responsible.iter().find_map(|responsible| match responsible {
        Responsible::Inherited { from, via, .. } if *from == lead => {
            via.first().map(|change| change.date.iso())
        }
        Responsible::HandedOver { from, event, .. } if *from == lead => Some(event.happened.iso()),
        Responsible::Unresolved { id, .. } | Responsible::Ended { id } if *id == lead => {
            scope.progress.site.agency(id).exists.to.map(|end| end.to_string())
        }
        _ => None,
    })
}
