//! An indicator: where it began, what is to be reached by when, what sources say was reached.
//!
//! In: an indicator on a date. Out: [`IndicatorView`] with a picture and the table of the same values. What is said of
//! a target is what its last result says, with the result's date.

use serde::Serialize;

use crate::model::{Indicator, Outcome, Plan, Reading, Target, TaskNumber};
use crate::pages::context::{Context, partial_view};
use crate::pages::parts::charts::{Scale, YearMark};
use crate::pages::parts::figures;
use crate::pages::values::{DateView, Link, Reference};
use crate::paths;
use crate::progress::indicators::{self, Judgement, Share};
use crate::text::amounts::{Amount, Decimal};
use crate::text::dates::PartialDate;
use crate::vocabulary::kinds::IndicatorRow;
use crate::vocabulary::{enumeration, indicators as words};

/// An indicator, or a part of one.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorView {
    /// The fragment.
    pub id: String,
    /// What tells it from all others of the plan.
    pub key: String,
    /// What it measures, and what its numbers count.
    pub name: String,
    /// Facts in a few words: the unit, which way is better.
    pub facts: Vec<String>,
    /// The point of the plan that names it.
    pub point: Option<Link>,
    /// What a reader should know.
    pub note: Option<String>,
    /// What is to be reached, and what is known of it.
    pub targets: Vec<TargetView>,
    /// The same as a picture; none where there are no two numbers of one unit.
    pub chart: Option<IndicatorChart>,
    /// Every value, as the table beside the picture.
    pub rows: Vec<ValueView>,
    /// The caption of the table.
    pub caption: String,
    /// Its parts.
    pub parts: Vec<IndicatorView>,
}

/// A target, and what is known of it.
#[derive(Clone, Debug, Serialize)]
pub struct TargetView {
    /// The level and its time: "ít nhất 80 % (đến năm 2026)".
    pub words: String,
    /// What its last result says.
    pub judgement: String,
    /// How much of it that is.
    pub share: Option<String>,
}

/// A value of an indicator.
#[derive(Clone, Debug, Serialize)]
pub struct ValueView {
    /// "mốc", "mục tiêu", "kết quả".
    pub kind: &'static str,
    /// Of when, or by when; none where the plan does not say.
    pub date: Option<DateView>,
    /// The value.
    pub value: String,
    /// Who says so; the plan, where it is none.
    pub source: Option<Reference>,
    /// Who issued the source.
    pub issuer: Option<String>,
}

/// The values as a picture.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorChart {
    /// What it shows, in a sentence.
    pub label: String,
    /// The years, from left to right.
    pub years: Vec<YearMark>,
    /// What the upright axis shows.
    pub axis: String,
    /// The lines between results, one after another.
    pub lines: Vec<ChartLine>,
    /// The points.
    pub marks: Vec<ChartMark>,
}

/// A line from point to point.
#[derive(Clone, Debug, Serialize)]
pub struct ChartLine {
    /// From: left and top.
    pub from: (String, String),
    /// To: left and top.
    pub to: (String, String),
}

/// A point.
#[derive(Clone, Debug, Serialize)]
pub struct ChartMark {
    /// The shape: `baseline`, `target`, `result`.
    pub shape: &'static str,
    /// From the left.
    pub x: String,
    /// From the top.
    pub y: String,
}

/// The indicators of a plan or of a task, with pictures.
pub(crate) fn of(
    here: Context<'_>,
    plan: &Plan,
    task: Option<&TaskNumber>,
    all: &[Indicator],
) -> Vec<IndicatorView> {
    all.iter()
        .map(|whole| {
            let parts = whole.parts.iter().map(|part| view(here, plan, task, part)).collect();
            IndicatorView { parts, ..view(here, plan, task, whole) }
        })
        .collect()
}

fn view(
    here: Context<'_>,
    plan: &Plan,
    task: Option<&TaskNumber>,
    indicator: &Indicator,
) -> IndicatorView {
    let as_of = here.as_of();
    let fragment = paths::indicator_fragment(task, &indicator.id);
    let results: Vec<&Outcome> = indicators::results(indicator, as_of).collect();
    let target = |target: &Target| {
        let judgement = indicators::judge(indicator, target, as_of);
        TargetView {
            words: words::target(value(indicator, &target.words), by(target.by)),
            judgement: judged(indicator, &judgement, !results.is_empty()),
            share: judgement.share.map(share),
        }
    };
    let unit = indicator.unit.as_ref().map(words::unit);
    let direction = indicator.direction.map(|direction| direction.label().to_owned());
    IndicatorView {
        key: fragment.clone(),
        id: fragment,
        name: indicator.name.clone(),
        facts: unit.into_iter().chain(direction).collect(),
        point: indicator.node.as_ref().map(|node| here.node_link(plan, node)),
        note: indicator.note.clone(),
        targets: indicator.targets.iter().map(target).collect(),
        chart: chart(indicator, &results),
        rows: rows(indicator, &results),
        caption: words::table(&indicator.name),
        parts: Vec::new(),
    }
}

/// A value's words, with the unit where they have none of their own.
fn value(indicator: &Indicator, text: &str) -> String {
    let bare = text.ends_with(|c: char| c.is_ascii_digit());
    match &indicator.unit {
        Some(unit) if bare => words::with_unit(text, unit),
        _ => text.to_owned(),
    }
}

fn by(by: Option<PartialDate>) -> String {
    match by {
        Some(PartialDate::Year(year)) => words::by_year(year),
        Some(date) => words::by(date),
        None => words::by_no_date().to_owned(),
    }
}

fn judged(indicator: &Indicator, judgement: &Judgement<'_>, any: bool) -> String {
    let Some(result) = judgement.result else {
        return match any {
            true => words::no_result_then(),
            false => words::no_result(),
        }
        .to_owned();
    };
    let (value, date) = (value(indicator, &result.reading.words), result.reading.date);
    match judgement.reached {
        Some(true) => words::reached(value, date),
        _ if judgement.is_outdated => words::outdated(value, date),
        Some(false) => words::below(value, date),
        None => words::not_compared(value, date),
    }
}

fn share(share: Share) -> String {
    let percent = |tenths: i64| format!("{},{}\u{a0}%", figures::whole(tenths / 10), tenths % 10);
    words::of_the_way(percent(share.0))
}

fn rows(indicator: &Indicator, results: &[&Outcome]) -> Vec<ValueView> {
    let row = |kind: IndicatorRow, date: Option<PartialDate>, text: &str| ValueView {
        kind: kind.label(),
        date: date.map(partial_view),
        value: value(indicator, text),
        source: None,
        issuer: None,
    };
    let baseline = indicator.baseline.iter();
    let baseline = baseline.map(|it| row(IndicatorRow::Baseline, Some(it.date), &it.words));
    let targets = indicator.targets.iter();
    let targets = targets.map(|it| row(IndicatorRow::Target, it.by, &it.words));
    let results = results.iter().map(|it| ValueView {
        source: Some(source(it)),
        issuer: it.issuer.clone(),
        ..row(IndicatorRow::Result, Some(it.reading.date), &it.reading.words)
    });
    baseline.chain(targets).chain(results).collect()
}

fn source(result: &Outcome) -> Reference {
    let text = match &result.number {
        Some(number) => enumeration::of([result.title.as_str(), number]),
        None => result.title.clone(),
    };
    Reference { text, href: result.url.clone() }
}

/// A point before it has its place.
struct Point {
    kind: IndicatorRow,
    date: PartialDate,
    number: Decimal,
    words: String,
}

/// The values that can be drawn: numbers of one unit, with dates.
fn chart(indicator: &Indicator, results: &[&Outcome]) -> Option<IndicatorChart> {
    let of_reading = |kind, reading: &Reading| {
        let amount = reading.amount.clone()?;
        Some((kind, reading.date, amount, reading.words.clone()))
    };
    let of_target = |target: &Target| {
        let by = target.by;
        let amounts = target.level.amounts().into_iter().cloned();
        let points = amounts.filter_map(move |amount| Some((by?, amount)));
        let points: Vec<_> = points
            .map(|(by, amount)| (IndicatorRow::Target, by, amount, target.words.clone()))
            .collect();
        points
    };
    let baseline = indicator.baseline.iter();
    let baseline = baseline.filter_map(|it| of_reading(IndicatorRow::Baseline, it));
    let targets = indicator.targets.iter().flat_map(of_target);
    let known = results.iter();
    let known = known.filter_map(|it| of_reading(IndicatorRow::Result, &it.reading));
    let all: Vec<(IndicatorRow, PartialDate, Amount, String)> =
        baseline.chain(targets).chain(known).collect();
    let unit = all.first()?.2.unit.clone();
    let points = all.into_iter().filter(|(_, _, amount, _)| amount.unit == unit);
    let points: Vec<Point> = points
        .map(|(kind, date, amount, words)| Point { kind, date, number: amount.number, words })
        .collect();
    if points.len() < 2 {
        return None;
    }
    drawn(indicator, unit.as_deref(), &points)
}

fn drawn(indicator: &Indicator, unit: Option<&str>, points: &[Point]) -> Option<IndicatorChart> {
    let first = points.iter().map(|point| point.date.first_day()).min()?;
    let last = points.iter().map(|point| point.date.last_day()).max()?;
    let scale = Scale::years(first, last);
    // From zero, or amounts would look more different than they are.
    let least = points.iter().map(|point| point.number).min()?.min(Decimal::ZERO);
    let most = points.iter().map(|point| point.number).max()?.max(Decimal::ZERO);
    let height = most.minus(least);
    let y = |point: &Point| {
        let part = most.minus(point.number).share_of(height).unwrap_or(0);
        figures::percent_of(usize::try_from(part).unwrap_or(0), 1000)
    };
    let place = |point: &Point| (scale.x(point.date.last_day()), y(point));
    let results: Vec<&Point> =
        points.iter().filter(|point| point.kind == IndicatorRow::Result).collect();
    let lines =
        results.windows(2).map(|pair| ChartLine { from: place(pair[0]), to: place(pair[1]) });
    let marks = points.iter().map(|point| {
        let (x, y) = place(point);
        ChartMark { shape: shape(point.kind), x, y }
    });
    let told = points
        .iter()
        .map(|point| words::point(point.kind.label(), point.date, value(indicator, &point.words)));
    let amount = |number: Decimal| match unit {
        Some(unit) => words::with_unit(number, unit),
        None => number.to_string(),
    };
    Some(IndicatorChart {
        label: words::chart(&indicator.name, enumeration::of_phrases(told)),
        years: scale.marks(),
        axis: words::axis(amount(least), amount(most)),
        lines: lines.collect(),
        marks: marks.collect(),
    })
}

fn shape(kind: IndicatorRow) -> &'static str {
    match kind {
        IndicatorRow::Baseline => "baseline",
        IndicatorRow::Target => "target",
        IndicatorRow::Result => "result",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourcePath;
    use crate::text::amounts::Level;

    fn indicator(baseline: Option<(&str, &str)>, targets: &[(&str, &str)]) -> Indicator {
        let date = |text| PartialDate::parse(text).unwrap();
        let targets = targets.iter().map(|(by, words)| Target {
            by: Some(date(by)),
            words: (*words).to_owned(),
            level: Level::parse(words).unwrap(),
        });
        Indicator {
            id: "c1".to_owned(),
            name: "Tỷ lệ".to_owned(),
            unit: Some("%".to_owned()),
            direction: None,
            baseline: baseline.map(|(day, words)| Reading {
                date: date(day),
                words: words.to_owned(),
                amount: Amount::parse(words).unwrap(),
            }),
            targets: targets.collect(),
            results: Vec::new(),
            parts: Vec::new(),
            node: None,
            note: None,
            source: SourcePath::content("x.yml").key("chi_so[0]"),
        }
    }

    #[track_caller]
    fn check(indicator: &Indicator, expected: Option<&[(&str, &str)]>) {
        let chart = chart(indicator, &[]);
        let marks = chart.as_ref().map(|chart| {
            let marks = chart.marks.iter();
            marks.map(|mark| (mark.x.as_str(), mark.y.as_str())).collect::<Vec<_>>()
        });
        assert_eq!(marks.as_deref(), expected);
    }

    #[test]
    fn a_picture_needs_two_numbers_of_one_unit_and_begins_at_zero() {
        check(&indicator(None, &[("2026", "80%")]), None);
        check(&indicator(Some(("2025", "40%")), &[("2026", "80 điểm")]), None);
        check(&indicator(Some(("2025", "40%")), &[("2026", "trong nhóm đầu")]), None);
        check(
            &indicator(Some(("2025", "40%")), &[("2026", "80%")]),
            Some(&[("49.863%", "50.000%"), ("99.863%", "0.000%")]),
        );
        check(
            &indicator(None, &[("2026", "70 - 80%")]),
            Some(&[("99.726%", "12.500%"), ("99.726%", "0.000%")]),
        );
    }

    #[test]
    fn a_value_without_a_unit_has_the_indicators() {
        let indicator = indicator(None, &[]);
        assert_eq!(value(&indicator, "80"), "80 %");
        assert_eq!(value(&indicator, "80%"), "80%");
        assert_eq!(value(&indicator, "trong nhóm đầu"), "trong nhóm đầu");
    }
}
