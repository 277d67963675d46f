//! CK125: a result is none of a day that is still to come.

use jiff::civil::Date;

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck125;
use crate::model::{Indicator, Record};

/// `chosen`: the date was given for this run, so that later results are only left out.
pub(super) fn check(record: &Record, as_of: Date, chosen: bool, problems: &mut Diagnostics) {
    let of_plans = record.plans.values().flat_map(|plan| &plan.indicators);
    let of_tasks = record.tasks().flat_map(|(_, task)| &task.indicators);
    for indicator in of_plans.chain(of_tasks).flat_map(Indicator::family) {
        for result in &indicator.results {
            if result.reading.date.first_day() > as_of {
                let (at, date) = (result.source.field("ngay"), result.reading.date.to_string());
                problems.push(ck125::later_than_the_facts(at, &date, as_of, chosen));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::check::testing::check_task;

    #[track_caller]
    fn check(day: &str, expected: &[&str]) {
        let keys = format!(
            "chi_so: [ {{ ma: c1, ten: Tỷ lệ, muc_tieu: 80%, ket_qua: [ {{ ngay: \"{day}\", gia_tri: 62%, nguon: {{ ten: Báo cáo, so_hieu: 9/BC }} }} ] }} ]"
        );
        let rule = |record: &_, problems: &mut _| {
            super::check(record, date(2025, 6, 30), false, problems);
        };
        check_task(&keys, rule, expected);
    }

    #[test]
    fn nobody_knows_a_result_before_its_day() {
        let found = "CK125 ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md chi_so[0].ket_qua[0].ngay";
        check("2025-06-30", &[]);
        check("2025", &[]);
        check("2025-07", &[found]);
        check("2026", &[found]);
    }
}
