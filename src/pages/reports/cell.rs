//! One report in words: its state, its period, its document.
//!
//! In: a cell of a matrix. Out: what the matrix, the lists of reports, a year and an agency show of it.

use serde::Serialize;

use crate::model::{Frequency, Plan, Report};
use crate::pages::context::Context;
use crate::pages::values::Reference;
use crate::progress::{DutyReports, ReportCell, ReportPeriod, ReportState};
use crate::text::numbers::{integer, to_roman};
use crate::vocabulary::reports as words;

/// One agency in one period.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixCell {
    /// The family.
    pub tone: ReportTone,
    /// The words, such as "chậm 12 ngày".
    pub report: Reference,
}

/// The family that a cell belongs to.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportTone {
    /// Received in time.
    InTime,
    /// Received late.
    Late,
    /// Received, with no due date to compare.
    Received,
    /// Not received after its due date.
    Missing,
    /// Not due yet.
    NotDue,
    /// Not bound by the duty in that period.
    NotBound,
    /// No due date is set and no word came.
    NoInformation,
}

/// "Báo cáo gửi Sở Thông tin và Truyền thông".
pub(crate) fn duty_name(here: Context<'_>, plan: &Plan, duty: &DutyReports<'_>) -> String {
    words::duty_name(here.agency_then(&duty.duty.to, plan.issued).name)
}

/// A report's number and address, where either is known.
pub(crate) fn document(report: &Report) -> Option<Reference> {
    (report.number.is_some() || report.url.is_some()).then(|| Reference {
        text: report.number.clone().unwrap_or_else(|| words::document().to_owned()),
        href: report.url.clone(),
    })
}

/// The same as [`cell`] for a place where the document beside it carries the address.
pub(crate) fn cell_without_address(report: &ReportCell<'_>) -> MatrixCell {
    let mut shown = cell(report);
    shown.report.href = None;
    shown
}

/// An agency in one period, with the report's address where it has one.
pub(crate) fn cell(cell: &ReportCell<'_>) -> MatrixCell {
    let text = match cell.state {
        ReportState::Late { days } => words::late_by(integer(i64::from(days))),
        state => label(tone(state)).to_owned(),
    };
    let href = cell.report.and_then(|report| report.url.clone());
    MatrixCell { tone: tone(cell.state), report: Reference { text, href } }
}

/// "Năm 2016", "Kỳ 2 năm 2016", "Quý IV năm 2016".
pub(crate) fn period_words(frequency: Frequency, period: &ReportPeriod) -> String {
    match part_words(frequency, period) {
        Some(part) => words::part_of_year(part, period.year),
        None => words::year(period.year),
    }
}

/// The part of the year, where a year has several: "Kỳ 2", "Quý IV".
pub(crate) fn part_words(frequency: Frequency, period: &ReportPeriod) -> Option<String> {
    match frequency {
        Frequency::Yearly => None,
        Frequency::HalfYearly => Some(words::half(period.part)),
        Frequency::Quarterly => Some(words::quarter(to_roman(u32::from(period.part)))),
    }
}

/// "2016", "Kỳ 2/2016", "Quý IV/2016".
pub(crate) fn short_period_words(frequency: Frequency, period: &ReportPeriod) -> String {
    match part_words(frequency, period) {
        Some(part) => words::part_of_year_short(part, period.year),
        None => period.year.to_string(),
    }
}

pub(crate) fn tone(state: ReportState) -> ReportTone {
    match state {
        ReportState::InTime => ReportTone::InTime,
        ReportState::Late { .. } => ReportTone::Late,
        ReportState::Received => ReportTone::Received,
        ReportState::NotSent => ReportTone::Missing,
        ReportState::NotBound => ReportTone::NotBound,
        ReportState::NotYetDue => ReportTone::NotDue,
        ReportState::NoInformation => ReportTone::NoInformation,
    }
}

/// The sign of a square, the same as before the words of a cell.
pub(crate) fn sign(tone: ReportTone) -> &'static str {
    match tone {
        ReportTone::InTime | ReportTone::Received => "✓",
        ReportTone::Late => "!",
        ReportTone::Missing => "×",
        ReportTone::NotDue => "○",
        ReportTone::NotBound => "",
        ReportTone::NoInformation => "–",
    }
}

pub(crate) fn label(tone: ReportTone) -> &'static str {
    match tone {
        ReportTone::InTime => words::in_time(),
        ReportTone::Late => words::late(),
        ReportTone::Received => words::sent(),
        ReportTone::Missing => words::missing(),
        ReportTone::NotDue => words::not_due(),
        ReportTone::NotBound => words::not_bound(),
        ReportTone::NoInformation => words::no_information(),
    }
}

pub(crate) fn meaning(tone: ReportTone) -> &'static str {
    match tone {
        ReportTone::InTime => words::meaning_in_time(),
        ReportTone::Late => words::meaning_late(),
        ReportTone::Received => words::meaning_sent(),
        ReportTone::Missing => words::meaning_missing(),
        ReportTone::NotDue => words::meaning_not_due(),
        ReportTone::NotBound => words::meaning_not_bound(),
        ReportTone::NoInformation => words::meaning_no_information(),
    }
}
