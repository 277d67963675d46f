//! Rows of counts and rates: the ledger, the tasks by standing, M1 to M6.

use super::Scope;
use crate::export::catalogue::FIGURES;
use crate::export::rows::{Cell, Row, row};
use crate::progress::{Ratio, StandingKind, Summary};

/// What a summary speaks of.
struct Subject {
    scope: String,
    plan: Option<String>,
    group: Option<String>,
}

pub(super) fn rows(scope: Scope<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    if scope.plan.is_none() {
        let all = Subject { scope: "toan_trang".to_owned(), plan: None, group: None };
        add(scope, &all, &scope.progress.total, &mut rows);
    }
    for plan in scope.plans() {
        let id = plan.plan.id.to_string();
        let whole = Subject { scope: id.clone(), plan: Some(id.clone()), group: None };
        add(scope, &whole, &plan.summary, &mut rows);
        for (group, summary) in plan.plan.groups.iter().zip(&plan.by_group) {
            let part = Subject {
                scope: format!("{id}/{}", group.number),
                plan: Some(id.clone()),
                group: Some(group.number.clone()),
            };
            add(scope, &part, summary, &mut rows);
        }
    }
    rows
}

/// A figure: code, words, value, denominator, unit.
type Figure = (String, String, Option<usize>, Option<usize>, &'static str);

fn add(scope: Scope<'_>, subject: &Subject, summary: &Summary, rows: &mut Vec<Row>) {
    for (code, name, value, of, unit) in figures(summary, subject.group.is_none()) {
        rows.push(row(
            &FIGURES,
            [
                ("pham_vi", Cell::text(&subject.scope)),
                ("ke_hoach", Cell::from(&subject.plan)),
                ("nhom", Cell::from(&subject.group)),
                ("chi_tieu", Cell::Text(code)),
                ("ten", Cell::Text(name)),
                ("gia_tri", value.map(Cell::count).into()),
                ("mau_so", of.map(Cell::count).into()),
                ("don_vi", Cell::text(unit)),
                scope.as_of(),
            ],
        ));
    }
}

/// Reports are counted by agency, so that a group of tasks has no M5.
fn figures(summary: &Summary, with_reports: bool) -> Vec<Figure> {
    let ledger = summary.ledger;
    let count = |code: &str, name: &str, value: usize| -> Figure {
        (code.to_owned(), name.to_owned(), Some(value), None, "nhiệm vụ")
    };
    let mut figures = vec![
        count("goc", "Nhiệm vụ của văn bản gốc", ledger.original),
        count("bo_sung", "Nhiệm vụ được bổ sung", ledger.added),
        count("bai_bo", "Nhiệm vụ đã bãi bỏ", ledger.cancelled),
        count("chuyen_tiep", "Nhiệm vụ đã chuyển sang kế hoạch khác", ledger.carried_over),
        count("hien_hanh", "Nhiệm vụ hiện hành", ledger.live),
    ];
    figures.extend(StandingKind::ALL.iter().map(|kind| {
        count(
            &format!("tinh_trang_{}", kind.code()),
            &format!("Tình trạng: {}", kind.label()),
            summary.tally.of(*kind),
        )
    }));
    let rate = |code: &str, name: &str, ratio: Ratio, unit| -> Figure {
        (code.to_owned(), name.to_owned(), Some(ratio.n), Some(ratio.of), unit)
    };
    let measures = &summary.measures;
    figures.extend([
        rate("m1", "Hoàn thành nhiệm vụ đến hạn", measures.due_done, "nhiệm vụ"),
        rate("m2", "Hoàn thành chung", measures.done, "nhiệm vụ"),
        rate("m3", "Hoàn thành đúng hạn", measures.in_time, "nhiệm vụ"),
        rate("m4", "Hoàn thành có minh chứng công khai", measures.proved, "nhiệm vụ"),
    ]);
    if with_reports {
        let reports = measures.reports.unwrap_or_default();
        figures.push(rate(
            "m5",
            "Báo cáo đã nhận, trên số đến hạn hoặc đã nhận",
            reports,
            "báo cáo",
        ));
    }
    let median = measures.since_update;
    figures.push((
        "m6".to_owned(),
        "Số ngày từ tin mới nhất, trung vị của các nhiệm vụ chưa hoàn thành đã có tin".to_owned(),
        median.map(|median| usize::try_from(median.days).unwrap_or(usize::MAX)),
        Some(median.map_or(0, |median| median.tasks)),
        "ngày",
    ));
    figures
}
