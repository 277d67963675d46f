//! Indicators of plans and tasks.

use super::reader::Reader;
use crate::diagnostic::Place;
use crate::diagnostic::catalog::{ck100, ck125, ck153, ck159};
use crate::model::{Indicator, Outcome, Reading, Target};
use crate::parse::one_or_many::RawTargets;
use crate::parse::raw::{RawIndicator, RawOutcome, RawPart, RawReading};
use crate::text::amounts::{Amount, AmountFault, Level};
use crate::text::is_placeholder;

/// The indicators that stand at `at`, a key of a file of the plan.
pub(super) fn indicators(
    plan: &str,
    at: &Place,
    raw: &[RawIndicator],
    reader: &mut Reader<'_>,
) -> Vec<Indicator> {
    let mut indicators = Vec::new();
    for (index, raw) in raw.iter().enumerate() {
        let at = at.index(index);
        let fields = of_whole(raw);
        if raw.con.is_empty() {
            has_target(&at, &fields, reader);
        }
        let Some(mut whole) = indicator(plan, &at, &fields, reader) else { continue };
        let parts = at.field("con");
        for (index, part) in raw.con.iter().enumerate() {
            let (at, fields) = (parts.index(index), of_part(raw, part));
            has_target(&at, &fields, reader);
            let part = indicator(plan, &at, &fields, reader);
            whole.parts.extend(part.map(|part| Indicator { id: in_whole(&raw.ma, &part), ..part }));
        }
        indicators.push(whole);
    }
    distinct(&indicators, reader);
    indicators
}

/// Reports an indicator that wants to reach nothing.
fn has_target(at: &Place, fields: &Fields<'_>, reader: &mut Reader<'_>) {
    let none = match fields.targets {
        None => true,
        Some(RawTargets::One(_)) => false,
        Some(RawTargets::Many(targets)) => targets.is_empty(),
    };
    if none {
        reader.problems.push(ck153::no_target(at.field("muc_tieu")));
    }
}

/// A part is known within its whole.
fn in_whole(whole: &str, part: &Indicator) -> String {
    format!("{whole}-{}", part.id)
}

/// Reports every id that stands before; `c1` with the part `a` and an indicator `c1-a` share one address.
fn distinct(indicators: &[Indicator], reader: &mut Reader<'_>) {
    let all: Vec<&Indicator> = indicators.iter().flat_map(Indicator::family).collect();
    for (index, one) in all.iter().enumerate() {
        if let Some(first) = all[..index].iter().find(|other| other.id == one.id) {
            let (at, first) = (one.source.field("ma"), first.source.field("ma"));
            reader.problems.push(ck100::id_given_twice(at, &one.id, first));
        }
    }
}

/// What indicators and their parts have alike.
struct Fields<'a> {
    id: &'a str,
    name: &'a str,
    unit: Option<&'a str>,
    direction: Option<&'a str>,
    baseline: Option<&'a RawReading>,
    targets: Option<&'a RawTargets>,
    year: Option<&'a str>,
    date: Option<&'a str>,
    results: &'a [RawOutcome],
    node: Option<&'a str>,
    note: Option<&'a String>,
}

fn of_whole(raw: &RawIndicator) -> Fields<'_> {
    Fields {
        id: &raw.ma,
        name: &raw.ten,
        unit: raw.don_vi.as_deref(),
        direction: raw.chieu.as_deref(),
        baseline: raw.moc.as_ref(),
        targets: raw.muc_tieu.as_ref(),
        year: raw.nam.as_deref(),
        date: raw.ngay.as_deref(),
        results: &raw.ket_qua,
        node: raw.dieu.as_deref(),
        note: raw.ghi_chu.as_ref(),
    }
}

fn of_part<'a>(whole: &'a RawIndicator, raw: &'a RawPart) -> Fields<'a> {
    Fields {
        id: &raw.ma,
        name: &raw.ten,
        unit: raw.don_vi.as_deref().or(whole.don_vi.as_deref()),
        direction: raw.chieu.as_deref().or(whole.chieu.as_deref()),
        baseline: raw.moc.as_ref(),
        targets: raw.muc_tieu.as_ref(),
        year: raw.nam.as_deref(),
        date: raw.ngay.as_deref(),
        results: &raw.ket_qua,
        node: raw.dieu.as_deref(),
        note: raw.ghi_chu.as_ref(),
    }
}

fn indicator(
    plan: &str,
    at: &Place,
    raw: &Fields<'_>,
    reader: &mut Reader<'_>,
) -> Option<Indicator> {
    let fits = reader.id(at.field("ma"), raw.id);
    let direction = raw.direction.and_then(|word| reader.word(at.field("chieu"), word));
    let baseline = raw.baseline.and_then(|baseline| {
        reading(&at.field("moc"), &baseline.ngay, &baseline.gia_tri, raw.unit, reader)
    });
    let targets = targets(at, raw, reader);
    let mut results = Vec::new();
    for (index, result) in raw.results.iter().enumerate() {
        results.extend(outcome(&at.field("ket_qua").index(index), result, raw.unit, reader));
    }
    // A sort that keeps the order of the file where dates are the same.
    results.sort_by_key(|result: &Outcome| result.reading.date.last_day());
    let node = raw.node.and_then(|node| reader.node(at.field("dieu"), plan, node));
    fits.then(|| Indicator {
        id: raw.id.to_owned(),
        name: raw.name.to_owned(),
        unit: raw.unit.map(str::to_owned),
        direction,
        baseline,
        targets,
        results,
        parts: Vec::new(),
        node,
        note: raw.note.cloned(),
        source: at.clone(),
    })
}

fn targets(at: &Place, raw: &Fields<'_>, reader: &mut Reader<'_>) -> Vec<Target> {
    let key = at.field("muc_tieu");
    match raw.targets {
        Some(RawTargets::One(words)) => {
            target(at, key, words, (raw.year, raw.date), raw.unit, reader).into_iter().collect()
        }
        Some(RawTargets::Many(many)) => {
            if let Some(name) = raw.year.map(|_| "nam").or(raw.date.map(|_| "ngay")) {
                reader.problems.push(ck159::date_beside_targets(at.field(name), name));
            }
            let mut targets = Vec::new();
            for (index, raw_target) in many.iter().enumerate() {
                let at = key.index(index);
                let by = (raw_target.nam.as_deref(), raw_target.ngay.as_deref());
                let words = at.field("gia_tri");
                targets.extend(target(&at, words, &raw_target.gia_tri, by, raw.unit, reader));
            }
            targets
        }
        None => Vec::new(),
    }
}

/// A level with its date, at whose keys `dates` the year and the day stand.
fn target(
    dates: &Place,
    words_at: Place,
    words: &str,
    (year, date): (Option<&str>, Option<&str>),
    unit: Option<&str>,
    reader: &mut Reader<'_>,
) -> Option<Target> {
    if year.is_some() && date.is_some() {
        reader.problems.push(ck159::two_dates(dates.field("ngay")));
    }
    let by = match (year, date) {
        (Some(year), _) => reader.year(dates.field("nam"), year),
        (None, date) => reader.optional_partial(dates.field("ngay"), date),
    };
    let mut level = match Level::parse(words) {
        Ok(level) => level,
        Err(fault) => {
            no_amount(words_at, words, fault, reader);
            return None;
        }
    };
    level.amounts_mut().into_iter().for_each(|amount| meant(amount, unit));
    Some(Target { by, words: words.trim().to_owned(), level })
}

fn reading(
    at: &Place,
    date: &str,
    words: &str,
    unit: Option<&str>,
    reader: &mut Reader<'_>,
) -> Option<Reading> {
    let date = reader.partial_date(at.field("ngay"), date);
    let mut amount = match Amount::parse(words) {
        Ok(amount) => amount,
        Err(fault) => {
            no_amount(at.field("gia_tri"), words, fault, reader);
            return None;
        }
    };
    if let Some(amount) = &mut amount {
        meant(amount, unit);
    }
    Some(Reading { date: date?, words: words.trim().to_owned(), amount })
}

/// A number without a unit has the indicator's.
fn meant(amount: &mut Amount, unit: Option<&str>) {
    if amount.unit.is_none() {
        amount.unit = unit.map(str::to_owned);
    }
}

fn no_amount(at: Place, words: &str, fault: AmountFault, reader: &mut Reader<'_>) {
    if !is_placeholder(words) {
        reader.problems.push(ck159::not_an_amount(at, words, &fault.to_string()));
    }
}

/// A result; one without a source that readers can look up is none.
fn outcome(
    at: &Place,
    raw: &RawOutcome,
    unit: Option<&str>,
    reader: &mut Reader<'_>,
) -> Option<Outcome> {
    let reading = reading(at, &raw.ngay, &raw.gia_tri, unit, reader);
    let Some(source) = &raw.nguon else {
        reader.problems.push(ck125::result_without_source(at.clone(), &raw.gia_tri));
        return None;
    };
    let url = reader.optional_address(at.field("nguon.url"), source.url.as_deref());
    if source.so_hieu.is_none() && source.url.is_none() {
        reader.problems.push(ck125::source_nowhere(at.field("nguon"), &source.ten));
    }
    Some(Outcome {
        reading: reading?,
        title: source.ten.clone(),
        number: source.so_hieu.clone(),
        issuer: source.co_quan.clone(),
        url,
        source: at.clone(),
    })
}
