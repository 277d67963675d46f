//! The matrix of reports: who was to report for which period, and who did.
//!
//! In: a plan's duties, reports and words that none was sent. Out: [`DutyReports`], a row an agency and a column a
//! period. A report that is not known of was not "not sent": only a source, or the authority that receives it,
//! can say so.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Ratio;
use super::succession::Successions;
use crate::model::{
    AgencyId, DutyId, Group, GroupId, Members, PeriodId, Plan, Report, ReportPeriod, ReportingDuty,
    Site, Span, Unsent,
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

/// An agency's reports.
#[derive(Clone, Debug)]
pub struct ReportRow<'a> {
    /// The agency.
    pub agency: &'a AgencyId,
    /// One cell for each period.
    pub cells: Vec<ReportCell<'a>>,
}

/// An agency's report for one period.
#[derive(Clone, Debug)]
pub struct ReportCell<'a> {
    /// What is true of it.
    pub state: ReportState,
    /// Every version that was sent by the date, the first one first: it decides whether the report was in time.
    pub versions: Vec<&'a Report>,
    /// The source that says that it was not sent, where no version is known.
    pub unsent: Option<&'a Unsent>,
}

impl<'a> ReportCell<'a> {
    /// The first version.
    pub fn report(&self) -> Option<&'a Report> {
        self.versions.first().copied()
    }
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
    /// Not sent, as a source says.
    NotSent,
    /// Its time is over, and the authority that receives it, whose site this is, knows of none.
    NotReceived,
    /// The agency did not exist at the end of the period, or did not belong to the group.
    NotBound,
    /// Not known of, and not due yet.
    NotYetDue,
    /// Its time is over, and the site knows of no report: not that none was sent.
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
            Self::NotReceived => ReportStateName::NotReceived,
            Self::NotBound => ReportStateName::NotBound,
            Self::NotYetDue => ReportStateName::NotYetDue,
            Self::NoInformation => ReportStateName::NoInformation,
        }
    }

    /// What it adds to the rate of reports received.
    pub fn counts(self) -> Ratio {
        match self {
            Self::InTime | Self::Late { .. } | Self::Received => Ratio { n: 1, of: 1 },
            Self::NotSent | Self::NotReceived | Self::NoInformation => Ratio { n: 0, of: 1 },
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

/// How many periods a matrix shows, a column each; more are told year by year.
const COLUMNS: usize = 12;

impl<'a> DutyReports<'a> {
    /// Whether it binds classes of agencies only: then nobody can count who sent a report.
    pub fn is_uncounted(&self) -> bool {
        self.rows.is_empty() && !self.not_counted.is_empty()
    }

    /// Whether the report for some period should have come by the date from classes that cannot be counted.
    pub fn is_due_uncounted(&self, as_of: Date) -> bool {
        let over = |period: &ReportPeriod| period.due.unwrap_or(period.to) < as_of;
        !self.not_counted.is_empty() && self.periods.iter().any(over)
    }

    /// Whether it has more periods than a matrix can show.
    pub fn is_dense(&self) -> bool {
        self.periods.len() > COLUMNS
    }

    /// An agency's reports for a year, received of those received or due.
    pub fn received_in_year(&self, row: &ReportRow<'_>, year: i16) -> Ratio {
        let cells = self.periods.iter().zip(&row.cells);
        cells.filter(|(period, _)| period.year == year).map(|(_, cell)| cell.state.counts()).sum()
    }

    /// Reports received, of those received or due.
    pub fn received(&self) -> Ratio {
        self.rows.iter().map(ReportRow::received).sum()
    }

    /// The same, for the period at `position`.
    pub fn received_in(&self, position: usize) -> Ratio {
        self.rows.iter().map(|row| row.cells[position].state.counts()).sum()
    }

    /// The matrices of a plan's duties on `as_of`; `publisher`: the authority whose site it is, which knows of the
    /// reports owed to itself, and of no others, which did not come.
    pub(super) fn of_plan(
        site: &'a Site,
        plan: &'a Plan,
        successions: &Successions<'a>,
        publisher: Option<&'a AgencyId>,
        as_of: Date,
    ) -> Vec<Self> {
        let known = Known::of(plan, as_of);
        let duties = plan.duties.iter();
        let of = |duty: &'a ReportingDuty| {
            let is_receivers = publisher == Some(&duty.to);
            Self::of(site, plan, (duty, is_receivers), &known, successions, as_of)
        };
        duties.map(of).collect()
    }

    fn of(
        site: &'a Site,
        plan: &'a Plan,
        (duty, is_receivers): (&'a ReportingDuty, bool),
        known: &Known<'a>,
        successions: &Successions<'a>,
        as_of: Date,
    ) -> Self {
        let mut periods = duty.periods(plan.issued);
        if duty.is_open {
            let known = |period: &ReportPeriod| {
                period.from <= as_of
                    && (period.due.is_some() || period.frequency.per_year().is_some())
            };
            periods.retain(known);
        }
        let groups = || duty.groups.iter().map(|id| site.group(id));
        let rows = bound(duty, groups())
            .into_iter()
            .map(|(agency, spans)| {
                let cells = periods.iter().map(|period| {
                    let is_bound = spans.iter().any(|span| span.contains(period.to))
                        && exists(site, agency, successions, period.to);
                    let key = (&duty.id, agency, period.id());
                    known.cell(key, period, is_bound, is_receivers, as_of)
                });
                ReportRow { agency, cells: cells.collect() }
            })
            .collect();
        let is_open = |group: &&Group| matches!(group.members, Members::Open);
        let not_counted = groups().filter(is_open).map(|group| &group.id).collect();
        Self { duty, periods, rows, not_counted }
    }
}

type ReportKey<'a> = (&'a DutyId, &'a AgencyId, PeriodId);

/// What is known of a plan's reports on a date.
struct Known<'a> {
    sent: BTreeMap<ReportKey<'a>, Vec<&'a Report>>,
    unsent: BTreeMap<ReportKey<'a>, &'a Unsent>,
}

impl<'a> Known<'a> {
    fn of(plan: &'a Plan, as_of: Date) -> Self {
        let mut sent: BTreeMap<ReportKey<'a>, Vec<&'a Report>> = BTreeMap::new();
        for report in plan.reports.iter().filter(|report| report.sent <= as_of) {
            sent.entry((&report.duty, &report.agency, report.period)).or_default().push(report);
        }
        // Versions of one day keep the order of the file.
        sent.values_mut().for_each(|versions| versions.sort_by_key(|report| report.sent));
        let said = plan.unsent.iter().filter(|unsent| unsent.said <= as_of);
        let unsent = said.map(|it| ((&it.duty, &it.agency, it.period), it)).collect();
        Self { sent, unsent }
    }

    fn cell(
        &self,
        key: ReportKey<'a>,
        period: &ReportPeriod,
        is_bound: bool,
        is_receivers: bool,
        as_of: Date,
    ) -> ReportCell<'a> {
        let versions = self.sent.get(&key).cloned().unwrap_or_default();
        let over = period.due.unwrap_or(period.to);
        // A word from before the report was due says nothing of what came by then.
        let unsent = self.unsent.get(&key).copied().filter(|unsent| over < unsent.said);
        let state = match (versions.first(), period.due) {
            (Some(report), Some(due)) => match u32::try_from(days_between(due, report.sent)) {
                Ok(days) if days > 0 => ReportState::Late { days },
                _ => ReportState::InTime,
            },
            (Some(_), None) => ReportState::Received,
            (None, _) if !is_bound => ReportState::NotBound,
            (None, _) if as_of <= over => ReportState::NotYetDue,
            (None, _) => silence(unsent.is_some(), is_receivers),
        };
        ReportCell { state, unsent: unsent.filter(|_| state == ReportState::NotSent), versions }
    }
}

/// What no report after its time means: that none was sent where a source says so, that none was received where
/// the site is the receiver's own, else nothing.
fn silence(source_says_so: bool, site_is_the_receivers: bool) -> ReportState {
    match (source_says_so, site_is_the_receivers) {
        (true, _) => ReportState::NotSent,
        (false, true) => ReportState::NotReceived,
        (false, false) => ReportState::NoInformation,
    }
}

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
    let from = [one.from, other.from].into_iter().flatten();
    let to = [one.to, other.to].into_iter().flatten();
    Span {
        from: from.max_by_key(|date| date.first_day()),
        to: to.min_by_key(|date| date.last_day()),
    }
}

fn exists(site: &Site, agency: &AgencyId, successions: &Successions<'_>, date: Date) -> bool {
    site.agency(agency).exists.contains(date) && !successions.had_ended(agency, date)
}

#[cfg(test)]
mod tests;
