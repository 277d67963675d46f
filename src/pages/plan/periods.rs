//! The reporting periods of a plan that are over.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::Frequency;
use crate::progress::PlanProgress;

/// The last days of a plan's reporting periods that are over; where it has none of a quarter or longer, of
/// its years.
pub(crate) fn ends(progress: &PlanProgress<'_>, as_of: Date) -> BTreeSet<Date> {
    let plan = progress.plan;
    if !progress.has_course() {
        return BTreeSet::new();
    }
    let periods = progress.reports.iter().flat_map(|duty| &duty.periods);
    // A page a month or a week would say little, and there would be hundreds.
    let periods = periods.filter(|period| match period.frequency {
        Frequency::Weekly | Frequency::Monthly => false,
        Frequency::Quarterly
        | Frequency::HalfYearly
        | Frequency::FirstHalf
        | Frequency::NineMonths
        | Frequency::Yearly
        | Frequency::MidTerm
        | Frequency::Closing => true,
    });
    let mut ends: BTreeSet<Date> = periods.map(|period| period.to).collect();
    if ends.is_empty() {
        let (from, to) = plan.period.unwrap_or((plan.issued, as_of));
        let years = from.year()..=to.year();
        ends.extend(years.filter_map(|year| Date::new(year, 12, 31).ok()));
    }
    ends.retain(|end| plan.issued <= *end && *end <= as_of);
    ends
}
