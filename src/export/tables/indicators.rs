//! Rows of indicators: a baseline, a target or a result each.

use super::Scope;
use crate::export::rows::{Cell, Row, row};
use crate::model::{Indicator, Outcome, TaskNumber};
use crate::paths;
use crate::progress::{PlanProgress, indicators};
use crate::text::amounts::{Amount, Level};
use crate::text::dates::PartialDate;
use crate::vocabulary::columns::INDICATORS;
use crate::vocabulary::kinds::{Direction, IndicatorRow, LevelName};

pub(super) fn rows(scope: Scope<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for plan in scope.plans() {
        for (task, whole) in plan.indicators() {
            for indicator in whole.family() {
                let whole = (indicator.id != whole.id).then_some(whole);
                rows.extend(Of { scope, plan, task, whole, indicator }.rows());
            }
        }
    }
    rows
}

/// An indicator with what it belongs to.
struct Of<'a> {
    scope: Scope<'a>,
    plan: &'a PlanProgress<'a>,
    task: Option<&'a TaskNumber>,
    whole: Option<&'a Indicator>,
    indicator: &'a Indicator,
}

/// What the rows of an indicator tell apart.
struct Value<'a> {
    kind: IndicatorRow,
    /// From 1.
    number: usize,
    date: Option<PartialDate>,
    words: &'a str,
    level: Option<LevelName>,
    amounts: Vec<&'a Amount>,
    source: Option<&'a Outcome>,
}

impl<'a> Of<'a> {
    fn rows(&self) -> Vec<Row> {
        let indicator = self.indicator;
        let baseline = indicator.baseline.iter().map(|reading| Value {
            kind: IndicatorRow::Baseline,
            number: 1,
            date: Some(reading.date),
            words: &reading.words,
            level: None,
            amounts: reading.amount.iter().collect(),
            source: None,
        });
        let targets = (1..).zip(&indicator.targets).map(|(number, target)| Value {
            kind: IndicatorRow::Target,
            number,
            date: target.by,
            words: &target.words,
            level: Some(level_name(&target.level)),
            amounts: target.level.amounts(),
            source: None,
        });
        let results = indicators::results(indicator, self.scope.progress.as_of);
        let results = (1..).zip(results).map(|(number, result)| Value {
            kind: IndicatorRow::Result,
            number,
            date: Some(result.reading.date),
            words: &result.reading.words,
            level: None,
            amounts: result.reading.amount.iter().collect(),
            source: Some(result),
        });
        baseline.chain(targets).chain(results).map(|value| self.row(&value)).collect()
    }

    /// Its id, which is unique in its plan.
    fn id(&self, indicator: &Indicator) -> String {
        match self.task {
            Some(task) => format!("{task}/{}", indicator.id),
            None => indicator.id.clone(),
        }
    }

    fn row(&self, value: &Value<'_>) -> Row {
        let (indicator, source) = (self.indicator, value.source);
        let number = |at: usize| {
            let amount = value.amounts.get(at);
            Cell::from(amount.map(|amount| Cell::Decimal(amount.number.plain())))
        };
        let unit = value.amounts.first().and_then(|amount| amount.unit.as_deref());
        let page = self.scope.addresses.of(&paths::indicators(&self.plan.plan.id));
        let fragment = paths::indicator_fragment(self.task, &indicator.id);
        row(
            &INDICATORS,
            [
                ("ke_hoach", Cell::text(self.plan.plan.id.as_str())),
                ("so", self.task.map(TaskNumber::as_str).into()),
                ("chi_so", Cell::text(self.id(indicator))),
                ("thuoc_chi_so", self.whole.map(|whole| Cell::text(self.id(whole))).into()),
                ("ten", Cell::text(&indicator.name)),
                ("don_vi", Cell::from(&indicator.unit)),
                ("chieu", indicator.direction.map(Direction::code).into()),
                ("loai", Cell::text(value.kind.code())),
                ("thu_tu", Cell::count(value.number)),
                ("ngay", value.date.into()),
                ("nguyen_van", Cell::text(value.words)),
                ("muc", value.level.map(LevelName::code).into()),
                ("gia_tri", number(0)),
                ("gia_tri_den", number(1)),
                ("don_vi_gia_tri", unit.into()),
                ("nguon", source.map(|source| source.title.as_str()).into()),
                ("so_hieu", source.and_then(|source| source.number.as_deref()).into()),
                ("noi_ban_hanh", source.and_then(|source| source.issuer.as_deref()).into()),
                ("nguon_url", source.and_then(|source| source.url.as_deref()).into()),
                ("url", Cell::text(format!("{page}#{fragment}"))),
                self.scope.as_of(),
            ],
        )
    }
}

fn level_name(level: &Level) -> LevelName {
    match level {
        Level::AtLeast(_) => LevelName::AtLeast,
        Level::MoreThan(_) => LevelName::MoreThan,
        Level::AtMost(_) => LevelName::AtMost,
        Level::LessThan(_) => LevelName::LessThan,
        Level::Exactly(_) => LevelName::Exactly,
        Level::Between(..) => LevelName::Between,
        Level::InWords => LevelName::InWords,
    }
}
