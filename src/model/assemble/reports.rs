//! Duties to report, reports received, corrections.

use super::reader::Reader;
use crate::diagnostic::SourcePath;
use crate::diagnostic::catalog::{ck100, ck121, ck130, ck153, ck159, ck230};
use crate::model::{Correction, CorrectionKind, CorrectionTarget, DutyId, Report, ReportingDuty};
use crate::parse::RawPlanFolder;
use crate::parse::raw::RawPlan;
use crate::text::near::nearest;

/// How many years a duty to report may last: each of them becomes a page.
const LONGEST: i16 = 50;

pub(super) fn duties(
    plan: &str,
    file: &SourcePath,
    raw: &RawPlan,
    reader: &mut Reader<'_>,
) -> Vec<ReportingDuty> {
    let mut duties: Vec<ReportingDuty> = Vec::new();
    for (index, duty) in raw.nghia_vu_bao_cao.iter().enumerate() {
        let at = file.key("nghia_vu_bao_cao").index(index);
        let frequency = reader.word(at.field("ky"), &duty.ky);
        let agencies = reader.agencies(&at.field("ai"), &duty.ai);
        let groups = reader.groups(&at.field("ai_nhom"), &duty.ai_nhom);
        let span = reader.span(&at.field("giai_doan"), &duty.giai_doan);
        let to = reader.agency(at.field("gui_den"), &duty.gui_den);
        let synthesis = duty.tong_hop_gui.as_deref();
        let synthesis_to =
            synthesis.and_then(|agency| reader.agency(at.field("tong_hop_gui"), agency));
        let node = duty.dieu.as_deref().and_then(|node| reader.node(at.field("dieu"), plan, node));
        let due = duty.han.as_deref().and_then(|due| {
            let day = day_and_month(due);
            if day.is_none() {
                reader.problems.push(ck159::not_a_day_of_the_year(at.field("han"), due));
            }
            day
        });
        reader.id(at.field("ma"), &duty.ma);
        if duty.ai.is_empty() && duty.ai_nhom.is_empty() {
            reader.problems.push(ck153::nobody_reports(at.field("ai")));
        }
        let earlier = &raw.nghia_vu_bao_cao[..index];
        if let Some(first) = earlier.iter().position(|other| other.ma == duty.ma) {
            let first = file.key("nghia_vu_bao_cao").index(first).field("ma");
            reader.problems.push(ck100::id_given_twice(at.field("ma"), &duty.ma, first));
        }
        let (Some(from), Some(until)) = (span.from, span.to) else {
            reader.problems.push(ck130::open_plan_period(at.field("giai_doan")));
            continue;
        };
        if until.year() - from.year() > LONGEST {
            reader.problems.push(ck130::too_long(at.field("giai_doan"), LONGEST));
            continue;
        }
        let (Some(frequency), Some(to)) = (frequency, to) else { continue };
        duties.push(ReportingDuty {
            id: DutyId::new(&duty.ma),
            agencies,
            groups,
            frequency,
            years: (from.year(), until.year()),
            due,
            to,
            synthesis_to,
            verbatim: duty.nguyen_van.clone(),
            node,
        });
    }
    duties
}

/// "15/12" as month and day; the year follows from the period.
fn day_and_month(text: &str) -> Option<(i8, i8)> {
    let (day, month) = text.split_once('/')?;
    let (day, month) = (day.trim().parse().ok()?, month.trim().parse().ok()?);
    jiff::civil::Date::new(2000, month, day).ok().map(|_| (month, day))
}

pub(super) fn reports(
    folder: &RawPlanFolder,
    raw: &RawPlan,
    duties: &[ReportingDuty],
    reader: &mut Reader<'_>,
) -> Vec<Report> {
    let Some(doc) = &folder.reports else { return Vec::new() };
    let known: Vec<&str> = raw.nghia_vu_bao_cao.iter().map(|duty| duty.ma.as_str()).collect();
    let mut reports: Vec<Report> = Vec::new();
    for (index, report) in doc.value.bao_cao.iter().enumerate() {
        let at = doc.source.key("bao_cao").index(index);
        let duty = duties.iter().find(|duty| duty.id.as_str() == report.nghia_vu);
        // A duty that is faulty was told where it stands.
        if !known.contains(&report.nghia_vu.as_str()) {
            let near = nearest(&report.nghia_vu, known.iter().copied());
            reader.problems.push(ck230::unknown_duty(at.field("nghia_vu"), &report.nghia_vu, near));
        }
        let year = reader.number(at.field("nam"), &report.nam);
        let part = report.ky.as_deref().map_or(Some(1), |part| reader.number(at.field("ky"), part));
        let agency = reader.agency(at.field("co_quan"), &report.co_quan);
        let sent = reader.date(at.field("ngay_gui"), &report.ngay_gui);
        let url = report.url.as_deref().map(|url| reader.address(at.field("url"), url));
        let (Some(duty), Some(year), Some(part), Some(agency), Some(sent)) =
            (duty, year, part, agency, sent)
        else {
            continue;
        };
        if year < duty.years.0 || duty.years.1 < year {
            reader.problems.push(ck230::outside_the_duty(at.field("nam"), year, duty.years));
        }
        if part == 0 || part > duty.frequency.per_year() {
            reader.problems.push(ck230::no_such_part(
                at.field("ky"),
                part,
                duty.frequency.per_year(),
            ));
        }
        let twin = |other: &Report| {
            (&other.duty, other.year, other.part, &other.agency) == (&duty.id, year, part, &agency)
        };
        if let Some(first) = reports.iter().find(|other| twin(other)) {
            reader.problems.push(ck100::report_given_twice(
                at.clone(),
                &report.co_quan,
                &report.nam,
                first.source.clone(),
            ));
        }
        reports.push(Report {
            duty: duty.id.clone(),
            year,
            part,
            agency,
            sent,
            number: report.so_hieu.clone(),
            url,
            summary: report.tom_tat.clone(),
            source: at,
        });
    }
    reports
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
        _ => {
            reader.problems.push(ck159::not_a_target(at, text));
            None
        }
    }
}
