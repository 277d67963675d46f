//! One report in words: its state, its period, its document.
//!
//! In: a cell of a matrix. Out: what the matrix, the lists of reports, a year and an agency show of it.

use jiff::civil::Weekday;
use serde::Serialize;

use crate::model::{Frequency, Plan, Report, ReportingDuty};
use crate::pages::context::{Context, date_view};
use crate::pages::values::{DateView, Reference};
use crate::progress::{DutyReports, ReportCell, ReportPeriod, ReportState};
use crate::text::dates;
use crate::text::dues::{Due, YearOfDue};
use crate::text::numbers::{integer, to_roman};
use crate::vocabulary::{enumeration, plan as plan_words, reports as words};

/// One agency in one period.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixCell {
    /// The family.
    pub tone: ReportTone,
    /// The words, such as "chậm 12 ngày".
    pub report: Reference,
    /// What belongs to them: that it was sent again, or who says that it was not sent.
    pub more: Option<String>,
}

/// A version of a report that was sent after the first one.
#[derive(Clone, Debug, Serialize)]
pub struct Version {
    /// When it was sent.
    pub sent: DateView,
    /// Number and address.
    pub document: Option<Reference>,
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
    /// Not sent, as a source says.
    Missing,
    /// Not received after its due date by the authority whose site it is.
    NotReceived,
    /// Not due yet.
    NotDue,
    /// Not bound by the duty in that period.
    NotBound,
    /// No due date is set and no word came.
    NoInformation,
}

impl ReportTone {
    /// Whether nothing is known of the report.
    pub(crate) fn is_silent(self) -> bool {
        matches!(self, Self::NoInformation | Self::NotReceived | Self::NotDue)
    }
}

/// "Báo cáo gửi Sở Thông tin và Truyền thông", told apart from other duties to the same receiver.
pub(crate) fn duty_name(here: Context<'_>, plan: &Plan, duty: &DutyReports<'_>) -> String {
    told_apart(plan, duty.duty, words::duty_name(here.agency_then(&duty.duty.to, plan.issued).name))
}

/// `name`, with how often and, where that is alike as well, for which years, if another duty has the same receiver.
pub(crate) fn told_apart(plan: &Plan, duty: &ReportingDuty, name: String) -> String {
    let twins = || plan.duties.iter().filter(|other| other.id != duty.id && other.to == duty.to);
    if twins().next().is_none() {
        return name;
    }
    let name = words::duty_often(name, often(duty));
    match twins().any(|other| often(other) == often(duty)) {
        true => words::duty_in_part(name, span_words(duty)),
        false => name,
    }
}

/// "mỗi quý một lần".
pub(crate) fn often(duty: &ReportingDuty) -> String {
    enumeration::of(duty.rounds.iter().map(|round| round.frequency.label()))
}

/// "năm 2026", "từ năm 2026 đến năm 2030", "từ 01/03/2026 đến 30/09/2026".
pub(crate) fn span_words(duty: &ReportingDuty) -> String {
    let (from, to) = duty.span;
    if duty.is_open {
        return words::span_from(dates::short(from));
    }
    let whole = (from.month(), from.day(), to.month(), to.day()) == (1, 1, 12, 31);
    match whole {
        true if from.year() == to.year() => words::span_year(from.year()),
        true => words::span_years(from.year(), to.year()),
        false => words::span_days(dates::short(from), dates::short(to)),
    }
}

/// "2026", "2026–2030".
pub(crate) fn span_short(duty: &ReportingDuty) -> String {
    match duty.years() {
        (first, _) if duty.is_open => words::since(first),
        (first, last) if first == last => first.to_string(),
        (first, last) => plan_words::years(first, last),
    }
}

/// A report's number and address, where either is known.
pub(crate) fn document(report: &Report) -> Option<Reference> {
    (report.number.is_some() || report.url.is_some()).then(|| Reference {
        text: report.number.clone().unwrap_or_else(|| words::document().to_owned()),
        href: report.url.clone(),
    })
}

/// The same as [`cell`] for a place where the documents stand beside it with their addresses.
pub(crate) fn cell_alone(report: &ReportCell<'_>) -> MatrixCell {
    let mut shown = cell(report);
    if !report.versions.is_empty() {
        shown.report.href = None;
        shown.more = None;
    }
    shown
}

/// An agency in one period, with the address of the report, or of the source that says that none was sent.
pub(crate) fn cell(cell: &ReportCell<'_>) -> MatrixCell {
    let text = match cell.state {
        ReportState::Late { days } => words::late_by(integer(i64::from(days))),
        state => label(tone(state)).to_owned(),
    };
    let said = cell.unsent.map(|unsent| {
        let date = dates::short(unsent.said);
        match &unsent.basis {
            Some(basis) => words::said_unsent(basis, date),
            None => words::said_unsent_there(date),
        }
    });
    let again = cell.versions.iter().skip(1).map(|report| {
        let date = dates::short(report.sent);
        match &report.number {
            Some(number) => words::again(date, number),
            None => words::again_one(date),
        }
    });
    let again = (cell.versions.len() > 1).then(|| enumeration::of_phrases(again));
    let url = cell.report().map(|report| &report.url);
    let href = url.or(cell.unsent.map(|unsent| &unsent.url)).and_then(Clone::clone);
    MatrixCell { tone: tone(cell.state), report: Reference { text, href }, more: again.or(said) }
}

/// The versions of a report after its first one, oldest first.
pub(crate) fn again(cell: &ReportCell<'_>) -> Vec<Version> {
    let later = cell.versions.iter().skip(1);
    let version =
        |report: &&Report| Version { sent: date_view(report.sent), document: document(report) };
    later.map(version).collect()
}

/// "Năm 2016", "6 tháng cuối năm 2016", "Quý IV năm 2016".
pub(crate) fn period_words(period: &ReportPeriod) -> String {
    let year = period.year;
    match (part_words(period), period.frequency) {
        (None, _) => words::year(year),
        (Some(part), Frequency::HalfYearly | Frequency::FirstHalf | Frequency::NineMonths) => {
            words::part_of_named_year(part, year)
        }
        (Some(part), Frequency::MidTerm | Frequency::Closing) => part,
        (Some(part), _) => words::part_of_year(part, year),
    }
}

/// Words within a sentence: their first letter small.
pub(crate) fn within(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// The part of the year, where it is not the whole: "6 tháng cuối năm", "Quý IV", "Tháng 6".
pub(crate) fn part_words(period: &ReportPeriod) -> Option<String> {
    Some(match period.frequency {
        Frequency::Yearly => return None,
        Frequency::HalfYearly if period.part == 2 => words::second_half().to_owned(),
        Frequency::Quarterly => words::quarter(to_roman(u32::from(period.part))),
        Frequency::Monthly => words::month(period.part),
        Frequency::Weekly => words::week(period.part),
        Frequency::HalfYearly | Frequency::FirstHalf => words::first_half().to_owned(),
        Frequency::NineMonths => words::nine_months().to_owned(),
        Frequency::MidTerm => words::mid_term().to_owned(),
        Frequency::Closing => words::closing().to_owned(),
    })
}

/// "2016", "6 tháng cuối năm 2016", "Quý IV/2016".
pub(crate) fn short_period_words(period: &ReportPeriod) -> String {
    match (part_words(period), period.frequency) {
        (None, _) => period.year.to_string(),
        (Some(part), Frequency::MidTerm | Frequency::Closing) => part,
        (Some(part), Frequency::HalfYearly | Frequency::FirstHalf | Frequency::NineMonths) => {
            words::part_of_named_year(part, period.year)
        }
        (Some(part), _) => words::part_of_year_short(part, period.year),
    }
}

/// A due date in words: "ngày 05 của tháng sau kỳ báo cáo".
pub(crate) fn due_words(due: &Due) -> String {
    match due {
        Due::DaysOfYear { days, year } => match (&days[..], year) {
            ([(month, day)], YearOfDue::Nearest) => words::due_nearest(day, month),
            ([(month, day)], YearOfDue::After) => words::due_year_after(day, month),
            ([(month, day)], YearOfDue::Before) => words::due_year_before(day, month),
            (days, _) => {
                enumeration::of(days.iter().map(|(month, day)| words::due_day(day, month)))
            }
        },
        Due::DayOfMonth(day) => words::due_day_of_month(day),
        Due::DayOfLastMonth(day) => words::due_last_month(day),
        Due::DayOfNextMonth(day) => words::due_next_month(day),
        Due::LastDay => words::due_last_day().to_owned(),
        Due::DaysAfter(days) => words::due_days_after(days),
        Due::DayOfWeek { day, next: true } => words::due_next_week(weekday(*day)),
        Due::DayOfWeek { day, next: false } => words::due_in_week(weekday(*day)),
        Due::By(period) => period.to_string(),
    }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => words::monday(),
        Weekday::Tuesday => words::tuesday(),
        Weekday::Wednesday => words::wednesday(),
        Weekday::Thursday => words::thursday(),
        Weekday::Friday => words::friday(),
        Weekday::Saturday => words::saturday(),
        Weekday::Sunday => words::sunday(),
    }
}

pub(crate) fn tone(state: ReportState) -> ReportTone {
    match state {
        ReportState::InTime => ReportTone::InTime,
        ReportState::Late { .. } => ReportTone::Late,
        ReportState::Received => ReportTone::Received,
        ReportState::NotSent => ReportTone::Missing,
        ReportState::NotReceived => ReportTone::NotReceived,
        ReportState::NotBound => ReportTone::NotBound,
        ReportState::NotYetDue => ReportTone::NotDue,
        ReportState::NoInformation => ReportTone::NoInformation,
    }
}

pub(crate) fn label(tone: ReportTone) -> &'static str {
    match tone {
        ReportTone::InTime => words::in_time(),
        ReportTone::Late => words::late(),
        ReportTone::Received => words::sent(),
        ReportTone::Missing => words::missing(),
        ReportTone::NotReceived => words::not_received(),
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
        ReportTone::NotReceived => words::meaning_not_received(),
        ReportTone::NotDue => words::meaning_not_due(),
        ReportTone::NotBound => words::meaning_not_bound(),
        ReportTone::NoInformation => words::meaning_no_information(),
    }
}
