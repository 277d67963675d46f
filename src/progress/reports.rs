//! The matrix of reports: who was to report for which period, and who did.
//!
//! In: a plan's duties and reports. Out: [`DutyReports`], a row an agency and a column a period.
//! Where the plan sets no date, a report that did not come is no fault, only silence.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Ratio;
use super::succession::Successions;
use crate::model::{
    AgencyId, DutyId, Frequency, Group, GroupId, Members, Plan, Report, ReportingDuty, Site, Span,
};
use crate::text::dates::days_between;
use crate::vocabulary::standings::ReportStateName;

/// The reports under one duty.
#[derive(Clone, Debug)]
pub struct DutyReports<'a> {
    /// The duty.
    pub duty: &'a ReportingDuty,
    /// The periods, oldest first.
    pub periods: Vec<ReportPeriod>,
    /// The agencies bound: those named, then the members of closed groups, each once.
    pub rows: Vec<ReportRow<'a>>,
    /// Open groups that the duty binds: nobody can list their members, so they are not counted.
    pub not_counted: Vec<&'a GroupId>,
}

/// A period of a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportPeriod {
    /// The year.
    pub year: i16,
    /// The part of the year, from 1.
    pub part: u8,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// By when the report is due; none where the plan sets no date.
    pub due: Option<Date>,
}

/// An agency's reports.
#[derive(Clone, Debug)]
pub struct ReportRow<'a> {
    /// The agency.
    pub agency: &'a AgencyId,
    /// One cell for each period.
    pub cells: Vec<ReportCell<'a>>,
}

/// An agency's report for one period.
#[derive(Clone, Copy, Debug)]
pub struct ReportCell<'a> {
    /// What is true of it.
    pub state: ReportState,
    /// The report, if it was sent by the date.
    pub report: Option<&'a Report>,
}

/// What is true of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportState {
    /// Sent by its due date.
    InTime,
    /// Sent later.
    Late {
        /// Days after the due date.
        days: u32,
    },
    /// Sent; no due date is set.
    Received,
    /// Not sent, and the due date is over.
    NotSent,
    /// The agency did not exist at the end of the period, or did not belong to the group.
    NotBound,
    /// Not sent, and not due yet.
    NotYetDue,
    /// No due date is set, the period is over, and no report is known.
    NoInformation,
}

impl ReportState {
    /// What it is called.
    pub fn name(self) -> ReportStateName {
        match self {
            Self::InTime => ReportStateName::InTime,
            Self::Late { .. } => ReportStateName::Late,
            Self::Received => ReportStateName::Received,
            Self::NotSent => ReportStateName::NotSent,
            Self::NotBound => ReportStateName::NotBound,
            Self::NotYetDue => ReportStateName::NotYetDue,
            Self::NoInformation => ReportStateName::NoInformation,
        }
    }

    /// What it adds to the rate of reports received.
    pub fn counts(self) -> Ratio {
        match self {
            Self::InTime | Self::Late { .. } | Self::Received => Ratio { n: 1, of: 1 },
            Self::NotSent | Self::NoInformation => Ratio { n: 0, of: 1 },
            Self::NotBound | Self::NotYetDue => Ratio::default(),
        }
    }
}

impl ReportRow<'_> {
    /// Reports received, of those received or due.
    pub fn received(&self) -> Ratio {
        self.cells.iter().map(|cell| cell.state.counts()).sum()
    }
}

impl<'a> DutyReports<'a> {
    /// Reports received, of those received or due.
    pub fn received(&self) -> Ratio {
        self.rows.iter().map(ReportRow::received).sum()
    }

    /// The same, for the period at `position`.
    pub fn received_in(&self, position: usize) -> Ratio {
        self.rows.iter().map(|row| row.cells[position].state.counts()).sum()
    }

    /// The matrices of a plan's duties on `as_of`.
    pub(super) fn of_plan(
        site: &'a Site,
        plan: &'a Plan,
        successions: &Successions<'a>,
        as_of: Date,
    ) -> Vec<Self> {
        let sent: BTreeMap<ReportKey<'a>, &'a Report> = plan
            .reports
            .iter()
            .filter(|report| report.sent <= as_of)
            .map(|report| ((&report.duty, &report.agency, report.year, report.part), report))
            .collect();
        plan.duties.iter().map(|duty| Self::of(site, duty, &sent, successions, as_of)).collect()
    }

    fn of(
        site: &'a Site,
        duty: &'a ReportingDuty,
        sent: &BTreeMap<ReportKey<'a>, &'a Report>,
        successions: &Successions<'a>,
        as_of: Date,
    ) -> Self {
        let (years, parts) = (duty.years.0..=duty.years.1, 1..=duty.frequency.per_year());
        let periods: Vec<_> = years
            .flat_map(|year| parts.clone().map(move |part| (year, part)))
            .map(|(year, part)| ReportPeriod::of(year, part, duty.frequency, duty.due))
            .collect();
        let groups = || duty.groups.iter().map(|id| site.group(id));
        let rows = bound(duty, groups())
            .into_iter()
            .map(|(agency, spans)| {
                let cells = periods.iter().map(|period| {
                    let key = (&duty.id, agency, period.year, period.part);
                    let report = sent.get(&key).copied();
                    let is_bound = spans.iter().any(|span| span.contains(period.to))
                        && exists(site, agency, successions, period.to);
                    ReportCell { state: period.state(report, is_bound, as_of), report }
                });
                ReportRow { agency, cells: cells.collect() }
            })
            .collect();
        let is_open = |group: &&Group| matches!(group.members, Members::Open);
        let not_counted = groups().filter(is_open).map(|group| &group.id).collect();
        Self { duty, periods, rows, not_counted }
    }
}

type ReportKey<'a> = (&'a DutyId, &'a AgencyId, i16, u8);

/// The agencies bound by a duty, each with the spans in which it is bound.
fn bound<'a>(
    duty: &'a ReportingDuty,
    groups: impl Iterator<Item = &'a Group>,
) -> Vec<(&'a AgencyId, Vec<Span>)> {
    let members = groups.flat_map(|group| {
        let members = match &group.members {
            Members::Open => &[][..],
            Members::Listed(members) => members,
        };
        members.iter().map(|(agency, span)| (agency, both(*span, group.exists)))
    });
    let named = duty.agencies.iter().map(|agency| (agency, Span::default()));
    let mut positions = BTreeMap::new();
    let mut bound: Vec<(&AgencyId, Vec<Span>)> = Vec::new();
    for (agency, span) in named.chain(members) {
        let position = *positions.entry(agency).or_insert(bound.len());
        if position == bound.len() {
            bound.push((agency, Vec::new()));
        }
        bound[position].1.push(span);
    }
    bound
}

/// The days that lie in both spans.
fn both(one: Span, other: Span) -> Span {
    let to = [one.to, other.to].into_iter().flatten().min();
    Span { from: one.from.max(other.from), to }
}

fn exists(site: &Site, agency: &AgencyId, successions: &Successions<'_>, date: Date) -> bool {
    site.agency(agency).exists.contains(date) && !successions.had_ended(agency, date)
}

/// How many days before its period ends a report may fall due: a quarter.
const EARLIEST_DUE: i64 = 92;

impl ReportPeriod {
    fn of(year: i16, part: u8, frequency: Frequency, due: Option<(i8, i8)>) -> Self {
        let months = 12 / frequency.per_year();
        let last = i8::try_from(part * months).expect("a year has twelve months");
        let first = last + 1 - i8::try_from(months).expect("a year has twelve months");
        let to = day(year, last, 31);
        // A yearly report may fall due shortly before its year ends (15/12) or after it (15/1).
        let due = due.map(|(month, date)| match day(year, month, date) {
            due if days_between(due, to) > EARLIEST_DUE => day(year.saturating_add(1), month, date),
            due => due,
        });
        Self { year, part, from: day(year, first, 1), to, due }
    }

    fn state(&self, report: Option<&Report>, is_bound: bool, as_of: Date) -> ReportState {
        match (report, self.due) {
            (Some(report), Some(due)) => match u32::try_from(days_between(due, report.sent)) {
                Ok(days) if days > 0 => ReportState::Late { days },
                _ => ReportState::InTime,
            },
            (Some(_), None) => ReportState::Received,
            (None, _) if !is_bound => ReportState::NotBound,
            (None, Some(due)) if as_of > due => ReportState::NotSent,
            (None, None) if as_of > self.to => ReportState::NoInformation,
            (None, _) => ReportState::NotYetDue,
        }
    }
}

/// The day, or the month's last one where the month is shorter; no year comes after the last.
fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, 1).map_or(Date::MAX, |first| {
        Date::new(year, month, day).unwrap_or_else(|_| first.last_of_month())
    })
}

#[cfg(test)]
mod tests;
