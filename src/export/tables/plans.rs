//! Rows of plans and of their reports.

use super::Scope;
use crate::export::rows::{Cell, Row, row};
use crate::model::Force;
use crate::paths;
use crate::progress::{PlanProgress, ReportState};
use crate::vocabulary::columns::{PLANS, REPORTS};
use crate::vocabulary::standings::PlanStateName;

pub(super) fn rows(scope: Scope<'_>) -> Vec<Row> {
    scope.plans().map(|plan| of_plan(scope, plan)).collect()
}

fn of_plan(scope: Scope<'_>, progress: &PlanProgress<'_>) -> Row {
    let plan = progress.plan;
    row(
        &PLANS,
        [
            ("id", Cell::text(plan.id.as_str())),
            ("so_hieu", Cell::text(&plan.number)),
            ("ten_ngan", Cell::text(&plan.short_name)),
            ("trich_yeu", Cell::text(&*plan.title)),
            ("co_quan_ban_hanh", Cell::text(plan.issuer.as_str())),
            ("ngay_ban_hanh", Cell::Day(plan.issued)),
            ("ngay_hieu_luc", plan.effective.into()),
            ("hieu_luc", plan.force.known().map(Force::code).into()),
            ("tu", plan.period.map(|(from, _)| from).into()),
            ("den", plan.period.map(|(_, to)| to).into()),
            ("so_nhiem_vu_goc", Cell::count(plan.original_tasks)),
            ("tinh_trang", progress.state.name().map(PlanStateName::code).into()),
            ("url", Cell::text(scope.addresses.of(&paths::plan(&plan.id)))),
            scope.as_of(),
        ],
    )
}

pub(super) fn reports(scope: Scope<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for plan in scope.plans() {
        for duty in &plan.reports {
            for reports in &duty.rows {
                for (period, cell) in duty.periods.iter().zip(&reports.cells) {
                    let late = match cell.state {
                        ReportState::Late { days } => Cell::Number(i64::from(days)),
                        _ => Cell::Empty,
                    };
                    let report = cell.report();
                    let again = cell.versions.iter().skip(1).map(|report| {
                        let number = report.number.as_deref().unwrap_or_default();
                        format!("{} {number}", report.sent).trim_end().to_owned()
                    });
                    let unsent = cell.unsent;
                    rows.push(row(
                        &REPORTS,
                        [
                            ("ke_hoach", Cell::text(plan.plan.id.as_str())),
                            ("nghia_vu", Cell::text(duty.duty.id.as_str())),
                            ("co_quan", Cell::text(reports.agency.as_str())),
                            ("ma_ky", Cell::text(period.key())),
                            ("loai_ky", Cell::text(period.frequency.code())),
                            ("nam", Cell::Number(i64::from(period.year))),
                            ("ky", Cell::Number(i64::from(period.part))),
                            ("tu", Cell::Day(period.from)),
                            ("den", Cell::Day(period.to)),
                            ("han", period.due.into()),
                            ("tinh_trang", Cell::text(cell.state.name().code())),
                            ("so_ngay_cham", late),
                            ("ngay_gui", report.map(|report| report.sent).into()),
                            ("so_hieu", report.and_then(|it| it.number.as_deref()).into()),
                            ("url", report.and_then(|it| it.url.as_deref()).into()),
                            ("tom_tat", report.and_then(|it| it.summary.as_deref()).into()),
                            ("gui_lai", Cell::list(again)),
                            ("chua_gui_theo", unsent.and_then(|it| it.basis.as_deref()).into()),
                            ("chua_gui_ngay", unsent.map(|unsent| unsent.said).into()),
                            ("chua_gui_url", unsent.and_then(|it| it.url.as_deref()).into()),
                            scope.as_of(),
                        ],
                    ));
                }
            }
        }
    }
    rows
}
