//! What a plan's tasks come to by group, by agency and by year.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{DutyReports, Summary, TaskProgress};
use crate::model::{AgencyId, GroupId, Plan};

/// What a plan's tasks come to by group, by agency and by year.
#[derive(Clone, Debug)]
pub struct Breakdown<'a> {
    /// What the tasks of each group of the plan come to, in the order of the text.
    pub by_group: Vec<Summary>,
    /// What the tasks come to that the plan names an agency for, and the agency's reports (M5); a
    /// joint task counts for each lead, and who only reports stands here with no task.
    pub by_lead: BTreeMap<&'a AgencyId, Summary>,
    /// The same, for groups of agencies that lead.
    pub by_lead_group: BTreeMap<&'a GroupId, Summary>,
    /// What the tasks come to whose deadline in force falls in a year; restricted tasks stand in none,
    /// since their deadline is not public, and what has none.
    pub open_by_year: BTreeMap<i16, Summary>,
}

impl<'a> Breakdown<'a> {
    /// Of the tasks of a plan and the reports on it, those left out that do not count on the date.
    pub(super) fn of(
        plan: &'a Plan,
        tasks: &[TaskProgress<'a>],
        reports: &[DutyReports<'a>],
        as_of: Date,
    ) -> Self {
        let counted = || tasks.iter().filter(|task| task.counted);
        let mut by_group = by(counted(), as_of, |task| task.task.group.into_iter().collect());
        let mut by_lead = by(counted(), as_of, |task| task.task.leads.agencies.iter().collect());
        for row in reports.iter().flat_map(|duty| &duty.rows) {
            let led: &mut Summary = by_lead.entry(row.agency).or_default();
            led.measures.add_reports(row.received());
        }
        Self {
            by_group: (0..plan.groups.len())
                .map(|group| by_group.remove(&group).unwrap_or_default())
                .collect(),
            by_lead,
            by_lead_group: by(counted(), as_of, |task| task.task.leads.groups.iter().collect()),
            open_by_year: by(counted().filter(|task| !task.task.is_restricted()), as_of, |task| {
                task.timing.deadline.map(|limit| limit.to.year()).into_iter().collect()
            }),
        }
    }
}

/// What tasks come to by `keys`, each task once under each of its keys.
fn by<'t, 'a: 't, K: Ord + Copy>(
    tasks: impl Iterator<Item = &'t TaskProgress<'a>>,
    as_of: Date,
    keys: impl Fn(&TaskProgress<'a>) -> Vec<K>,
) -> BTreeMap<K, Summary> {
    let mut lists: BTreeMap<K, Vec<&TaskProgress<'a>>> = BTreeMap::new();
    for task in tasks {
        let mut keys = keys(task);
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            lists.entry(key).or_default().push(task);
        }
    }
    let sum = |(key, tasks): (K, Vec<_>)| (key, Summary::of(tasks.into_iter(), as_of));
    lists.into_iter().map(sum).collect()
}
