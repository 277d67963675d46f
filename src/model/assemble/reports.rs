//! Duties to report, reports received, corrections.

use jiff::civil::Date;

use super::reader::Reader;
use crate::diagnostic::catalog::{ck100, ck121, ck130, ck153, ck159, ck230};
use crate::diagnostic::{Place, SourcePath};
use crate::model::{
    Correction, CorrectionKind, CorrectionTarget, DutyId, Frequency, PeriodId, Report,
    ReportPeriod, ReportingDuty, Round, Unsent, year_of_key,
};
use crate::parse::RawPlanFolder;
use crate::parse::raw::{RawPlan, RawReport, RawReportingDuty, RawUnsent};
use crate::text::dues::Due;
use crate::text::is_placeholder;
use crate::text::near::nearest;

/// How many years a duty to report may last: each of them becomes a page.
const LONGEST: i16 = 50;

pub(super) fn duties(
    plan: &str,
    file: &SourcePath,
    raw: &RawPlan,
    (issued, period): (Option<Date>, Option<(Date, Date)>),
    reader: &mut Reader<'_>,
) -> Vec<ReportingDuty> {
    let mut duties: Vec<ReportingDuty> = Vec::new();
    for (index, duty) in raw.nghia_vu_bao_cao.iter().enumerate() {
        let at = file.key("nghia_vu_bao_cao").index(index);
        let rounds = rounds(&at, duty, reader);
        let agencies = reader.agencies(&at.field("ai"), &duty.ai);
        let groups = reader.groups(&at.field("ai_nhom"), &duty.ai_nhom);
        let given = duty.giai_doan.as_ref();
        let span = given.map(|given| reader.span(&at.field("giai_doan"), given));
        let to = reader.agency(at.field("gui_den"), &duty.gui_den);
        let synthesis = duty.tong_hop_gui.as_deref();
        let synthesis_to =
            synthesis.and_then(|agency| reader.agency(at.field("tong_hop_gui"), agency));
        let node = duty.dieu.as_deref().and_then(|node| reader.node(at.field("dieu"), plan, node));
        reader.id(at.field("ma"), &duty.ma);
        if duty.ai.is_empty() && duty.ai_nhom.is_empty() {
            reader.problems.push(ck153::nobody_reports(at.field("ai")));
        }
        let earlier = &raw.nghia_vu_bao_cao[..index];
        if let Some(first) = earlier.iter().position(|other| other.ma == duty.ma) {
            let first = file.key("nghia_vu_bao_cao").index(first).field("ma");
            reader.problems.push(ck100::id_given_twice(at.field("ma"), &duty.ma, first));
        }
        let (span, is_open) = match (span, period) {
            (Some(span), _) => (span.first().zip(span.last()), false),
            (None, Some(period)) => (Some(period), false),
            (None, None) => (issued.and_then(|from| Some((from, latest(from)?))), true),
        };
        let Some((from, until)) = span else {
            if given.is_some() {
                reader.problems.push(ck130::open_plan_period(at.field("giai_doan")));
            }
            continue;
        };
        if until.year() - from.year() > LONGEST {
            reader.problems.push(ck130::too_long(at.field("giai_doan"), LONGEST));
            continue;
        }
        let (Some(rounds), Some(to)) = (rounds, to) else { continue };
        duties.push(ReportingDuty {
            id: DutyId::new(&duty.ma),
            agencies,
            groups,
            rounds,
            span: (from, until),
            is_open,
            to,
            synthesis_to,
            verbatim: duty.nguyen_van.clone(),
            node,
        });
    }
    duties
}

/// The last day that a duty without an end is looked at.
fn latest(from: Date) -> Option<Date> {
    from.checked_add(jiff::Span::new().years(LONGEST)).ok()
}

/// How often, each with its due date; none where a frequency cannot be read.
fn rounds(at: &Place, duty: &RawReportingDuty, reader: &mut Reader<'_>) -> Option<Vec<Round>> {
    let often = at.field("ky");
    let mut rounds: Vec<Round> = Vec::new();
    for (at, word) in duty.ky.placed(&often) {
        let frequency: Frequency = reader.word(at.clone(), word)?;
        let twin = |other: &Round| is_twin(other.frequency, frequency);
        if rounds.iter().any(twin) {
            reader.problems.push(ck100::id_given_twice(at, word, often.clone()));
            return None;
        }
        rounds.push(Round { frequency, due: None });
    }
    if rounds.is_empty() {
        reader.problems.push(ck153::empty_list(often, "ky"));
        return None;
    }
    let Some(due) = &duty.han else { return Some(rounds) };
    let at = at.field("han");
    if due.texts.len() != 1 && due.texts.len() != rounds.len() {
        reader.problems.push(ck159::not_a_due_date_each(at, due.texts.len(), rounds.len()));
        return Some(rounds);
    }
    let texts: Vec<_> = due.placed(&at).collect();
    for (index, round) in rounds.iter_mut().enumerate() {
        let (at, text) = &texts[if texts.len() == 1 { 0 } else { index }];
        round.due = Due::parse(text)
            .filter(|due| round.frequency.takes(due))
            .map(|due| (due, (*text).to_owned()));
        if round.due.is_none() && !is_placeholder(text) {
            let (code, forms) = (round.frequency.code(), round.frequency.due());
            reader.problems.push(ck159::not_a_due_date(at.clone(), text, code, forms));
        }
    }
    Some(rounds)
}

/// Whether periods of two frequencies bear the same keys.
fn is_twin(one: Frequency, other: Frequency) -> bool {
    let half = |it| matches!(it, Frequency::HalfYearly | Frequency::FirstHalf);
    one == other || (half(one) && half(other))
}

/// What was sent, and what a source says was not.
pub(super) fn reports(
    folder: &RawPlanFolder,
    raw: &RawPlan,
    duties: &[ReportingDuty],
    issued: Option<Date>,
    reader: &mut Reader<'_>,
) -> (Vec<Report>, Vec<Unsent>) {
    let (mut reports, mut unsent): (Vec<Report>, Vec<Unsent>) = Default::default();
    let Some(doc) = &folder.reports else { return (reports, unsent) };
    let known: Vec<&str> = raw.nghia_vu_bao_cao.iter().map(|duty| duty.ma.as_str()).collect();
    for (index, report) in doc.value.bao_cao.iter().enumerate() {
        let at = doc.source.key("bao_cao").index(index);
        let duty = duties.iter().find(|duty| duty.id.as_str() == report.nghia_vu);
        // A duty that is faulty was told where it stands.
        if !known.contains(&report.nghia_vu.as_str()) {
            let near = nearest(&report.nghia_vu, known.iter().copied());
            reader.problems.push(ck230::unknown_duty(at.field("nghia_vu"), &report.nghia_vu, near));
        }
        let period = duty.zip(issued).and_then(|(duty, issued)| {
            let periods = duty.periods(issued);
            period(&at, report, duty, &periods, reader)
        });
        let agency = reader.agency(at.field("co_quan"), &report.co_quan);
        let sent = reader.optional_date(at.field("ngay_gui"), report.ngay_gui.as_deref());
        let url = report.url.as_deref().map(|url| reader.address(at.field("url"), url));
        if report.ngay_gui.is_some() == report.chua_gui.is_some() {
            let both = report.ngay_gui.is_some();
            reader.problems.push(ck153::sent_or_not(at.clone(), both));
            continue;
        }
        let word = report.chua_gui.as_ref().and_then(|word| said(&at, word, reader));
        let (Some(duty), Some(period), Some(agency)) = (duty, period, agency) else { continue };
        if let Some((said, basis, url)) = word {
            let over = issued.and_then(|issued| over(duty, period, issued));
            if let Some(over) = over.filter(|over| said <= *over) {
                let at = at.field("chua_gui.ngay");
                reader.problems.push(ck121::said_before_due(at, said, over));
            }
            let duty = duty.id.clone();
            unsent.push(Unsent { duty, period, agency, said, basis, url, source: at });
            continue;
        }
        let Some(sent) = sent else { continue };
        let twin = |other: &&Report| {
            (&other.duty, other.period, &other.agency) == (&duty.id, period, &agency)
                && (other.sent, &other.number) == (sent, &report.so_hieu)
        };
        if let Some(first) = reports.iter().find(twin) {
            let first = first.source.clone();
            reader.problems.push(ck100::report_given_twice(at.clone(), &report.co_quan, first));
        }
        reports.push(Report {
            duty: duty.id.clone(),
            period,
            agency,
            sent,
            number: report.so_hieu.clone(),
            url,
            summary: report.tom_tat.clone(),
            source: at,
        });
    }
    (reports, unsent)
}

/// When a report is due, or its period over where no date is set.
fn over(duty: &ReportingDuty, id: PeriodId, issued: Date) -> Option<Date> {
    let periods = duty.periods(issued);
    let period = periods.iter().find(|period| period.id() == id)?;
    Some(period.due.unwrap_or(period.to))
}

type Said = (Date, Option<String>, Option<String>);

/// A word that a report was not sent, which readers can look up.
fn said(at: &Place, raw: &RawUnsent, reader: &mut Reader<'_>) -> Option<Said> {
    let at = at.field("chua_gui");
    let said = reader.date(at.field("ngay"), &raw.ngay);
    let url = reader.optional_address(at.field("url"), raw.url.as_deref());
    if raw.can_cu.is_none() && url.is_none() {
        reader.problems.push(ck153::unsent_without_source(at));
        return None;
    }
    Some((said?, raw.can_cu.clone(), url))
}

/// The period that a report is about: by its key, or by the year and the part of it.
fn period(
    at: &Place,
    report: &RawReport,
    duty: &ReportingDuty,
    periods: &[ReportPeriod],
    reader: &mut Reader<'_>,
) -> Option<PeriodId> {
    let keys = || periods.iter().map(ReportPeriod::key);
    let examples = || examples(duty, periods);
    let key = report.ky.as_deref().map(str::trim);
    let year = report.nam.as_deref().map(|year| reader.number::<i16>(at.field("nam"), year));
    if let Some((key, named)) = key.and_then(|key| Some((key, year_of_key(key)?))) {
        let found = periods.iter().find(|period| period.key() == key);
        let years = duty.years();
        match (found, named) {
            (Some(found), _) if year.flatten().is_some_and(|year| year != found.year) => {
                reader.problems.push(ck159::years_differ(at.field("nam"), key, found.year));
            }
            (Some(found), _) => return Some(found.id()),
            (None, Some(year)) if year < years.0 || years.1 < year => {
                reader.problems.push(ck230::outside_the_duty(at.field("ky"), year, years));
            }
            (None, _) => {
                let ends = keys().next().zip(keys().next_back());
                reader.problems.push(ck230::no_such_period(at.field("ky"), key, ends));
            }
        }
        return None;
    }
    let Some(year) = year else {
        reader.problems.push(match key {
            Some(key) => ck159::not_a_period(at.field("ky"), key, &examples()),
            None => ck153::report_without_period(at.field("ky"), &examples()),
        });
        return None;
    };
    let year = year?;
    let years = duty.years();
    if year < years.0 || years.1 < year {
        reader.problems.push(ck230::outside_the_duty(at.field("nam"), year, years));
        return None;
    }
    let ([round], Some(parts)) = (&duty.rounds[..], duty.rounds[0].frequency.per_year()) else {
        reader.problems.push(ck159::year_is_not_enough(at.field("nam"), &examples()));
        return None;
    };
    let part = match key {
        Some(part) => reader.number(at.field("ky"), part)?,
        None if parts == 1 => 1,
        None => {
            reader.problems.push(ck153::report_without_period(at.field("ky"), &examples()));
            return None;
        }
    };
    let id = (round.frequency, year, part);
    let found = periods.iter().any(|period| period.id() == id);
    if !found && (1..=parts).contains(&part) {
        let ends = keys().next().zip(keys().next_back());
        reader.problems.push(ck230::period_before_the_plan(at.field("nam"), year, part, ends));
    } else if !found {
        reader.problems.push(ck230::no_such_part(at.field("ky"), part, parts));
    }
    found.then_some(id)
}

/// A key for each of the ways in which a duty recurs.
fn examples(duty: &ReportingDuty, periods: &[ReportPeriod]) -> Vec<String> {
    let example = |round: &Round| {
        let mut own = periods.iter().filter(|period| period.frequency == round.frequency);
        own.next().map(ReportPeriod::key)
    };
    duty.rounds.iter().filter_map(example).collect()
}

pub(super) fn corrections(
    plan: &str,
    folder: &RawPlanFolder,
    reader: &mut Reader<'_>,
) -> Vec<Correction> {
    let Some(doc) = &folder.corrections else { return Vec::new() };
    let mut corrections: Vec<Correction> = Vec::new();
    for (index, raw) in doc.value.dinh_chinh.iter().enumerate() {
        let at = doc.source.key("dinh_chinh").index(index);
        let kind = reader.word(at.field("loai"), &raw.loai);
        let origin = reader.word(at.field("nguon"), &raw.nguon);
        let published = reader.date(at.field("ngay"), &raw.ngay);
        let received = reader.optional_date(at.field("ngay_nhan"), raw.ngay_nhan.as_deref());
        let answered = reader.optional_date(at.field("ngay_tra_loi"), raw.ngay_tra_loi.as_deref());
        let target = target(plan, &at, &raw.dich, reader);
        if kind == Some(CorrectionKind::Document) && raw.cong_van.is_none() {
            reader
                .problems
                .push(crate::diagnostic::catalog::ck123::correction_without_letter(at.clone()));
        }
        reader.id(at.field("ma"), &raw.ma);
        if let (Some(received), Some(answered)) = (received, answered)
            && answered < received
        {
            let at = at.field("ngay_tra_loi");
            reader.problems.push(ck121::answered_before_received(at, answered, received));
        }
        if let Some(first) =
            doc.value.dinh_chinh[..index].iter().position(|other| other.ma == raw.ma)
        {
            let first = doc.source.key("dinh_chinh").index(first).field("ma");
            reader.problems.push(ck100::id_given_twice(at.field("ma"), &raw.ma, first));
        }
        let (Some(kind), Some(origin), Some(published), Some(target)) =
            (kind, origin, published, target)
        else {
            continue;
        };
        corrections.push(Correction {
            id: raw.ma.clone(),
            kind,
            published,
            target,
            before: raw.truoc.clone(),
            after: raw.sau.clone(),
            reason: raw.ly_do.clone(),
            origin,
            received,
            answered,
            letter: raw.cong_van.clone(),
            source: at,
        });
    }
    corrections
}

fn target(
    plan: &str,
    at: &crate::diagnostic::Place,
    text: &str,
    reader: &mut Reader<'_>,
) -> Option<CorrectionTarget> {
    let at = at.field("dich");
    match text.split_once('/') {
        Some(("nhiem-vu", number)) => reader.task(at, plan, number).map(CorrectionTarget::Task),
        Some(("diem", node)) => reader.node(at, plan, node).map(CorrectionTarget::Node),
        _ if text == "ke-hoach" => Some(CorrectionTarget::Plan),
        _ if text == "trang" => Some(CorrectionTarget::Site),
        _ => {
            reader.problems.push(ck159::not_a_target(at, text));
            None
        }
    }
}
