//! Rows of tasks and of who is to do them.

use std::collections::BTreeSet;

use super::Scope;
use crate::export::rows::{Cell, Row, row};
use jiff::civil::Date;

use crate::model::{AgencyId, Column, GroupId, Origin, Role, TaskNumber, TimeReading};
use crate::paths;
use crate::progress::{
    Disclosed, PlanProgress, Responsible, Standing, State, TaskProgress, Timeliness,
};
use crate::text::dates::PartialDate;
use crate::text::one_line;
use crate::text::schedule::Schedule;
use crate::vocabulary::columns::{ASSIGNMENTS, TASKS};
use crate::vocabulary::standings::StateName;
use crate::vocabulary::table as table_words;

pub(super) fn rows(scope: Scope<'_>) -> Vec<Row> {
    let tasks = scope.plans().flat_map(PlanProgress::counted);
    tasks.map(|task| of_task(scope, task)).collect()
}

fn of_task(scope: Scope<'_>, disclosed: Disclosed<'_>) -> Row {
    let (plan, number) = (disclosed.plan(), disclosed.number());
    let group = disclosed.group().map(|group| &plan.groups[group]);
    let table = &plan.tables[disclosed.table()];
    let kind = disclosed.kind();
    // Empty for a restricted task.
    let open = |cell: fn(&TaskProgress<'_>) -> Cell| disclosed.open().map(cell).into();
    row(
        &TASKS,
        [
            ("ke_hoach", Cell::text(plan.id.as_str())),
            ("so", Cell::text(number.as_str())),
            ("so_van_ban", Cell::text(disclosed.printed_number())),
            ("bang", Cell::from(&table.id)),
            ("nhom", group.map(|group| group.key.as_str()).into()),
            ("ten_nhom", group.map(|group| &*group.title).into()),
            ("ten_ngan_nhom", group.and_then(|group| group.short_title.as_deref()).into()),
            ("thuoc_nhiem_vu", open(part_of)),
            ("nguyen_van", Cell::text(disclosed.words())),
            ("ten_ngan", disclosed.short_title().into()),
            ("chu_tri", open(leads)),
            ("chu_tri_nguyen_van", open(|task| task.task.leads.verbatim.as_deref().into())),
            ("phoi_hop_nguyen_van", open(partners)),
            ("thoi_gian_nguyen_van", open(|task| task.task.time.verbatim.as_deref().into())),
            ("san_pham", open(products)),
            ("cot_khac", open(other_cells)),
            ("tu", open(|task| Cell::from(task.timing.from))),
            ("han_goc", open(|task| Cell::from(original_deadline(task)))),
            ("han_hien_hanh", open(|task| Cell::from(task.timing.deadline.map(|limit| limit.to)))),
            ("den", open(|task| Cell::from(task.timing.until))),
            ("tinh_chat", open(|task| Cell::text(task.task.time.kind().code()))),
            ("doc_la_vi", open(reason)),
            ("trang_thai", open(|task| Cell::from(task.state.name().map(StateName::code)))),
            ("tinh_trang", Cell::text(kind.code())),
            ("tinh_trang_ten", Cell::text(kind.label())),
            ("so_ngay_qua_han", open(|task| Cell::from(days_late(task.standing)))),
            ("ngay_hoan_thanh", open(completed)),
            ("ngay_cap_nhat", open(|task| Cell::from(task.last_news))),
            ("so_minh_chung", open(evidence)),
            ("bo_sung_theo", open(added_by)),
            ("han_che", Cell::Flag(disclosed.open().is_none())),
            ("url", Cell::text(scope.addresses.of(&paths::task(&plan.id, number)))),
            scope.as_of(),
        ],
    )
}

fn leads(task: &TaskProgress<'_>) -> Cell {
    let leads = &task.task.leads;
    let agencies = leads.agencies.iter().map(AgencyId::as_str);
    Cell::list(agencies.chain(leads.groups.iter().map(GroupId::as_str)))
}

fn partners(task: &TaskProgress<'_>) -> Cell {
    task.task.partners.as_ref().map(|partners| &*partners.verbatim).into()
}

fn part_of(task: &TaskProgress<'_>) -> Cell {
    task.task.parent.as_ref().map(TaskNumber::as_str).into()
}

fn products(task: &TaskProgress<'_>) -> Cell {
    let products: Vec<&str> = task.task.products.iter().map(|words| &**words).collect();
    (!products.is_empty()).then(|| products.join("\n")).as_deref().into()
}

/// The cells of the table's other columns, a column a line behind its heading.
fn other_cells(task: &TaskProgress<'_>) -> Cell {
    let columns = task.plan.tables[task.task.table].columns.iter();
    let cells = columns.filter_map(|column| match column {
        Column::Other(heading) => Some((heading, task.task.cell(column))),
        _ => None,
    });
    let cells = cells.filter(|(_, words)| !words.is_empty());
    let lines: Vec<String> =
        cells.map(|(heading, words)| table_words::other_cell(heading, one_line(&words))).collect();
    (!lines.is_empty()).then(|| lines.join("\n")).as_deref().into()
}

fn evidence(task: &TaskProgress<'_>) -> Cell {
    Cell::count(task.events.iter().map(|event| event.evidence.len()).sum())
}

fn added_by(task: &TaskProgress<'_>) -> Cell {
    match &task.task.origin {
        Origin::Plan => Cell::Empty,
        Origin::Added { basis, .. } => Cell::text(basis),
    }
}

/// The deadline that the plan itself names.
fn original_deadline(task: &TaskProgress<'_>) -> Option<Date> {
    match task.task.time.schedule() {
        Some(Schedule::Deadline(limit)) => Some(limit.to),
        _ => None,
    }
}

/// Why an editor reads the words of the time as it stands.
fn reason(task: &TaskProgress<'_>) -> Cell {
    match &task.task.time.reading {
        TimeReading::Given { reason, .. } => Cell::text(reason),
        _ => Cell::Empty,
    }
}

fn days_late(standing: Standing) -> Option<Cell> {
    match standing {
        Standing::Overdue(delay) | Standing::Confirmed(Timeliness::Late(delay)) => {
            Some(Cell::Number(i64::from(delay.days())))
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
struct Part<'a> {
    agency: Option<&'a AgencyId>,
    group: Option<&'a GroupId>,
    role: Role,
    from: String,
    to: Option<String>,
    basis: Option<&'a str>,
}

pub(super) fn assignments(scope: Scope<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for plan in scope.plans() {
        for task in plan.counted().filter_map(Disclosed::open) {
            rows.extend(roles(scope, task).into_iter().map(|role| {
                row(
                    &ASSIGNMENTS,
                    [
                        ("ke_hoach", Cell::text(plan.plan.id.as_str())),
                        ("so", Cell::text(task.task.number.as_str())),
                        ("co_quan", role.agency.map(AgencyId::as_str).into()),
                        ("nhom_co_quan", role.group.map(GroupId::as_str).into()),
                        ("vai", Cell::text(role.role.code())),
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
fn roles<'a>(scope: Scope<'a>, progress: &'a TaskProgress<'a>) -> Vec<Part<'a>> {
    let (plan, task) = (progress.plan, progress.task);
    let (basis, from) = match &task.origin {
        Origin::Plan => (plan.number.as_str(), plan.issued),
        Origin::Added { basis, date } => (basis.as_str(), *date),
    };
    let named = |agency, group, role, to| Part {
        agency,
        group,
        role,
        from: from.to_string(),
        to,
        basis: Some(basis),
    };
    let mut roles = Vec::new();
    for id in &task.leads.agencies {
        roles.push(named(Some(id), None, Role::Lead, end_of_lead(scope, progress, id)));
    }
    for id in &task.leads.groups {
        let end = scope.progress.site.group(id).exists.to;
        let end = end.filter(|end| end.last_day() < scope.progress.as_of);
        roles.push(named(None, Some(id), Role::Lead, end.map(PartialDate::iso)));
    }
    if let Some(partners) = &task.partners {
        for id in &partners.agencies {
            roles.push(named(Some(id), None, Role::Partner, None));
        }
        for id in &partners.groups {
            roles.push(named(None, Some(id), Role::Partner, None));
        }
    }
    for responsible in &progress.responsible {
        match responsible {
            Responsible::Inherited { id, via, .. } => {
                let last = via.last().expect("a successor comes by at least one change");
                roles.push(Part {
                    agency: Some(id),
                    group: None,
                    role: Role::Successor,
                    from: last.date.iso(),
                    to: None,
                    basis: last.basis.as_deref(),
                });
            }
            Responsible::HandedOver { id, event, .. } | Responsible::Assigned { id, event } => {
                roles.push(Part {
                    agency: Some(id),
                    group: None,
                    role: Role::Receiver,
                    from: event.happened.iso(),
                    to: None,
                    basis: event.basis.as_deref(),
                })
            }
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
            scope.progress.site.agency(id).exists.to.map(PartialDate::iso)
        }
        _ => None,
    })
}
