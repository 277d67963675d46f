//! Rows of counts and rates: the ledger, the tasks by standing, M1 to M6.

use super::Scope;
use crate::export::rows::{Cell, Row, row};
use crate::progress::{Median, Ratio, StandingKind, Summary};
use crate::vocabulary::columns::FIGURES;
use crate::vocabulary::measures::{self, Count, Measure, TASKS};

/// What a summary speaks of.
struct Subject {
    scope: String,
    plan: Option<String>,
    group: Option<String>,
}

/// Those over all plans, where all are meant.
pub(super) fn of_site(scope: Scope<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    if scope.plan.is_none() {
        let all = Subject { scope: "toan_trang".to_owned(), plan: None, group: None };
        add(scope, &all, &scope.progress.total, &mut rows);
    }
    rows
}

/// Those of plans and of their groups.
pub(super) fn of_plans(scope: Scope<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for plan in scope.plans() {
        let id = plan.plan.id.to_string();
        let whole = Subject { scope: id.clone(), plan: Some(id.clone()), group: None };
        add(scope, &whole, &plan.summary, &mut rows);
        for (group, summary) in plan.plan.groups.iter().zip(&plan.parts().by_group) {
            let part = Subject {
                scope: format!("{id}/{}", group.key),
                plan: Some(id.clone()),
                group: Some(group.key.clone()),
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
    let counts = Count::ALL.iter().map(|count| {
        let value = match count {
            Count::Original => ledger.original,
            Count::Added => ledger.added,
            Count::Cancelled => ledger.cancelled,
            Count::CarriedOver => ledger.carried_over,
            Count::Live => ledger.live,
        };
        (count.code().to_owned(), count.label().to_owned(), Some(value), None, TASKS)
    });
    let standings = StandingKind::ALL.iter().map(|kind| {
        let name = measures::of_standing(kind.label());
        (measures::standing_code(*kind), name, Some(summary.tally.of(*kind)), None, TASKS)
    });
    let found = &summary.measures;
    let shown = Measure::ALL.iter().filter(|measure| with_reports || **measure != Measure::Reports);
    let measures = shown.map(|measure| {
        let rate = |ratio: Ratio| (Some(ratio.n), ratio.of);
        let (value, of) = match measure {
            Measure::DueDone => rate(found.due_done),
            Measure::Done => rate(found.done),
            Measure::InTime => rate(found.in_time),
            Measure::Proved => rate(found.proved),
            Measure::Reports => rate(found.reports.unwrap_or_default()),
            Measure::SinceUpdate => {
                let days = |median: Median| usize::try_from(median.days).unwrap_or(usize::MAX);
                (found.since_update.map(days), found.since_update.map_or(0, |found| found.tasks))
            }
        };
        (measure.code().to_owned(), measure.label().to_owned(), value, Some(of), measure.unit())
    });
    counts.chain(standings).chain(measures).collect()
}
