//! CK121: events lie between the plan's issue and the date of the site's facts.

use jiff::civil::Date;

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck121;
use crate::model::{CorrectionKind, Log, Plan, Record};

/// `chosen`: the date was given for this run, so that later events are only left out.
pub(super) fn check(record: &Record, as_of: Date, chosen: bool, problems: &mut Diagnostics) {
    let since = record.site.settings.published_since;
    for (plan, log) in record.plans() {
        plan_itself(plan, log, as_of, chosen, problems);
        let corrections = log.corrections.iter();
        for (correction, since) in corrections
            .filter(|correction| correction.kind == CorrectionKind::Site)
            .filter_map(|correction| Some((correction, since?)))
            .filter(|(correction, since)| correction.published < *since)
        {
            let at = correction.source.field("ngay");
            problems.push(ck121::before_the_site(at, correction.published, since));
        }
    }
    for (plan, task) in record.tasks() {
        for event in &task.events {
            if event.happened.last_day() < plan.issued {
                let (at, text) = (task.key(&event.key("ngay")), event.happened.to_string());
                problems.push(ck121::before_the_plan(at, &text, plan.issued));
            }
            if event.published > as_of {
                let at = task.key(&event.key("ngay_cong_bo"));
                problems.push(ck121::after_as_of(at, event.published, as_of, chosen));
            }
            if let Some(since) = since.filter(|since| event.published < *since) {
                let at = task.key(&event.key("ngay_cong_bo"));
                problems.push(ck121::before_the_site(at, event.published, since));
            }
        }
    }
}

/// The plan's reports, corrections and close.
fn plan_itself(plan: &Plan, log: &Log, as_of: Date, chosen: bool, problems: &mut Diagnostics) {
    for report in &plan.reports {
        let at = report.source.field("ngay_gui");
        if report.sent < plan.issued {
            problems.push(ck121::earlier_than_the_plan(at, report.sent, plan.issued));
        } else if report.sent > as_of {
            problems.push(ck121::sent_after_as_of(at, report.sent, as_of, chosen));
        }
    }
    for unsent in plan.unsent.iter().filter(|unsent| unsent.said > as_of) {
        let at = unsent.source.field("chua_gui.ngay");
        problems.push(ck121::said_after_as_of(at, unsent.said, as_of, chosen));
    }
    for correction in log.corrections.iter().filter(|correction| correction.published > as_of) {
        let at = correction.source.field("ngay");
        problems.push(ck121::after_as_of(at, correction.published, as_of, chosen));
    }
    if let Some(close) = plan.closing.as_ref().filter(|close| close.date < plan.issued) {
        let at = plan.source.key("tong_ket.ngay");
        problems.push(ck121::earlier_than_the_plan(at, close.date, plan.issued));
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::check::testing::{Content, check_task};

    /// The plan of the tests was issued on 15/01/2024.
    #[track_caller]
    fn check(happened: &str, published: &str, expected: &[&str]) {
        let event = format!(
            "dien_bien: [ {{ ma: d1, ngay: \"{happened}\", ngay_cong_bo: \"{published}\", loai: cap_nhat }} ]"
        );
        let file = "ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md";
        let expected: Vec<_> =
            expected.iter().map(|key| format!("CK121 {file} dien_bien[0].{key}")).collect();
        let rule = |record: &_, problems: &mut _| {
            super::check(record, date(2025, 6, 30), false, problems);
        };
        check_task(&event, rule, &expected.iter().map(String::as_str).collect::<Vec<_>>());
    }

    #[test]
    fn nothing_happens_before_the_plan() {
        check("2024-01-14", "2024-02-01", &["ngay"]);
        check("2024-01-15", "2024-02-01", &[]);
        check("2023", "2024-02-01", &["ngay"]);
        check("2024", "2024-02-01", &[]);
    }

    #[test]
    fn nothing_is_published_after_the_date_of_the_facts() {
        check("2025-06-01", "2025-06-30", &[]);
        check("2025-06-01", "2025-07-01", &["ngay_cong_bo"]);
    }

    #[test]
    fn nothing_is_published_before_the_site_is() {
        use crate::diagnostic::Diagnostics;
        let mut content = Content::default();
        content.task("1.1", &Content::event("loai: cap_nhat"));
        let check = |since: Option<&str>, expected: &[&str]| {
            let mut record = content.site();
            record.site.settings.published_since = since.map(|day| day.parse().unwrap());
            let mut problems = Diagnostics::default();
            super::check(&record, date(2025, 6, 30), false, &mut problems);
            let found: Vec<_> = problems.iter().map(|problem| problem.what.as_str()).collect();
            assert_eq!(found, expected, "{since:?}");
        };
        check(None, &[]);
        check(Some("2024-02-05"), &[]);
        check(
            Some("2024-02-06"),
            &["Ngày công bố 05/02/2024 trước ngày trang bắt đầu công bố 06/02/2024."],
        );
    }

    #[test]
    fn the_remedy_of_a_late_publication_is_the_sites_date() {
        use crate::diagnostic::Diagnostics;
        let mut content = Content::default();
        content.task("1.1", &Content::event("loai: cap_nhat"));
        let mut problems = Diagnostics::default();
        super::check(&content.site(), date(2024, 2, 1), false, &mut problems);
        let help = problems.into_vec().pop().map(|problem| problem.help.join(" "));
        let help = help.unwrap_or_default();
        assert!(help.contains("tinh_den_ngay trong trang.yml thành \"2024-02-05\""), "{help}");
    }

    #[test]
    fn a_chosen_date_only_leaves_events_out() {
        use crate::diagnostic::{Diagnostics, Severity};
        let mut content = Content::default();
        content.task("1.1", &Content::event("loai: cap_nhat"));
        let mut problems = Diagnostics::default();
        super::check(&content.site(), date(2024, 2, 1), true, &mut problems);
        assert_eq!(problems.count(Severity::Info), 1);
        assert_eq!(problems.count(Severity::Error), 0);
    }
}
