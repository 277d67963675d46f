//! Rows of agencies and of their changes.

use super::Scope;
use crate::export::rows::{Cell, Row, row};
use crate::model::{Agency, Level, Reorganisation};
use crate::paths;
use crate::progress::Fate;
use crate::vocabulary::columns::{AGENCIES, REORGANISATIONS};

pub(super) fn rows(scope: Scope<'_>) -> Vec<Row> {
    let agencies = scope.agencies().into_iter();
    agencies.map(|id| of_agency(scope, scope.progress.site.agency(id))).collect()
}

fn of_agency(scope: Scope<'_>, agency: &Agency) -> Row {
    let fate = &scope.progress.agency(&agency.id).fate;
    let name = agency.name_on(scope.progress.as_of);
    // A name of later days is not known yet.
    let begun = agency
        .names
        .iter()
        .filter(|name| name.span.first().is_none_or(|first| first <= scope.progress.as_of));
    let others = begun.map(|name| &name.full).filter(|full| **full != name.full);
    let successors = match fate {
        Fate::Succeeded { by, .. } => vec![*by],
        Fate::Divided { successors } => successors.clone(),
        Fate::Alive | Fate::Ended => Vec::new(),
    };
    let ended = agency.exists.to.filter(|end| end.last_day() <= scope.progress.as_of);
    row(
        &AGENCIES,
        [
            ("id", Cell::text(agency.id.as_str())),
            ("ten", Cell::text(&name.full)),
            ("ten_tat", Cell::from(&name.short)),
            ("ten_khac", Cell::list(others.chain(&agency.aliases))),
            ("khoi", Cell::text(agency.branch.code())),
            ("cap", agency.level.map(Level::code).into()),
            ("ton_tai_tu", agency.exists.from.into()),
            ("ton_tai_den", ended.into()),
            ("tinh_trang", Cell::text(fate.name().code())),
            ("ke_thua_boi", Cell::list(successors)),
            ("url", Cell::text(scope.addresses.of(&paths::agency(&agency.id)))),
            scope.as_of(),
        ],
    )
}

/// The changes that had begun by the date, of the agencies that are meant.
pub(super) fn changes(scope: Scope<'_>) -> Vec<Row> {
    let meant = scope.agencies();
    let changes = scope.progress.site.reorganisations.iter();
    changes
        .filter(|change| change.date.first_day() <= scope.progress.as_of)
        .filter(|change| change.from.iter().chain(&change.to).any(|id| meant.contains(id)))
        .map(|change| of_change(scope, change))
        .collect()
}

fn of_change(scope: Scope<'_>, change: &Reorganisation) -> Row {
    row(
        &REORGANISATIONS,
        [
            ("ma", Cell::text(&change.id)),
            ("ngay", Cell::text(change.date.iso())),
            ("loai", Cell::text(change.kind.code())),
            ("tu", Cell::list(&change.from)),
            ("den", Cell::list(&change.to)),
            ("can_cu", Cell::from(&change.basis)),
            ("chuc_nang", Cell::list(&change.functions)),
            ("ghi_chu", Cell::from(&change.note)),
            scope.as_of(),
        ],
    )
}
