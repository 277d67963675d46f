//! CK114: an event is reported by an agency that there was at the time.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck114;
use crate::model::{AgencyId, Record, Reorganisation, ReorganisationKind};
use crate::text::dates::PartialDate;

pub(super) fn check(record: &Record, problems: &mut Diagnostics) {
    for (_, task) in record.tasks() {
        for event in &task.events {
            let Some(id) = &event.reporter else { continue };
            let (at, number) = (task.key(&event.key("co_quan_bao_cao")), task.number.as_str());
            let day = event.happened.named();
            let exists = record.agency(id).exists;
            if let Some(end) = end(record, id, event.happened) {
                let followers = followers(record, id, event.happened);
                let followers: Vec<_> = followers.iter().map(|id| id.as_str()).collect();
                problems.push(ck114::after_its_end(
                    at,
                    number,
                    id.as_str(),
                    &day,
                    &end,
                    &followers,
                ));
            } else if let Some(first) =
                exists.from.filter(|from| event.happened.last_day() < from.first_day())
            {
                problems.push(ck114::before_its_beginning(at, number, id.as_str(), &day, first));
            }
        }
    }
}

/// How the agency had ended before all days that `date` may mean, if it had.
///
/// Its own last day says so; where it has none, a reorganisation that left it out. On the very day of that
/// the old agency may still have signed.
fn end(record: &Record, id: &AgencyId, date: PartialDate) -> Option<String> {
    let first = date.first_day();
    match record.agency(id).exists.to {
        Some(last) => (last.last_day() < first).then(|| match last {
            PartialDate::Full(_) => format!("cơ quan kết thúc {}", last.named()),
            PartialDate::YearMonth(..) | PartialDate::Year(_) => {
                format!("cơ quan chỉ được biết có đến {}", last.named())
            }
        }),
        None => {
            departures(record, id).find(|change| change.date.last_day() < first).map(|change| {
                format!(
                    "cơ quan không còn từ {} ({})",
                    change.date,
                    change.kind.label().to_lowercase()
                )
            })
        }
    }
}

/// The changes that ended an agency.
fn departures<'a>(
    record: &'a Record,
    id: &'a AgencyId,
) -> impl Iterator<Item = &'a Reorganisation> {
    record.reorganisations.iter().filter(move |change| {
        let ends = match change.kind {
            ReorganisationKind::Consolidated
            | ReorganisationKind::Merged
            | ReorganisationKind::Divided
            | ReorganisationKind::Dissolved => true,
            ReorganisationKind::Renamed
            | ReorganisationKind::SplitOff
            | ReorganisationKind::FunctionsMoved => false,
        };
        ends && change.from.contains(id) && !change.to.contains(id)
    })
}

/// Who took its place, one after the other, and goes on at that time.
fn followers<'a>(
    record: &'a Record,
    id: &'a AgencyId,
    date: PartialDate,
) -> BTreeSet<&'a AgencyId> {
    let mut seen = BTreeSet::from([id]);
    let mut open = vec![id];
    let mut followers = BTreeSet::new();
    while let Some(one) = open.pop() {
        for next in departures(record, one).flat_map(|change| &change.to) {
            if !seen.insert(next) {
                continue;
            }
            if end(record, next, date).is_some() {
                open.push(next);
            } else {
                followers.insert(next);
            }
        }
    }
    followers
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Content, messages};

    /// So-a was taken into so-b on 01/03/2025, so-b into so-c on 01/07/2025; so-d is of 2025.
    #[track_caller]
    fn check(reporter: &str, happened: &str, expected: &[&str]) {
        let mut content = Content::default();
        content.agency("so-c", "ten: [ { ten: Sở C } ]");
        content
            .agency("so-d", "ten: [ { ten: Sở D } ]\nton_tai: { tu: \"2025\", den: \"2025-08\" }");
        content.changes = "bien_dong:\n\
             - { ma: b1, ngay: \"2025-03-01\", loai: sap_nhap, tu: [so-a], den: [so-b] }\n\
             - { ma: b2, ngay: \"2025-07\", loai: sap_nhap, tu: [so-b], den: [so-c] }"
            .to_owned();
        content.task(
            "1.1",
            &format!(
                "dien_bien: [ {{ ma: d1, ngay: \"{happened}\", ngay_cong_bo: \"2026-01-01\", loai: cap_nhat, co_quan_bao_cao: {reporter} }} ]"
            ),
        );
        assert_eq!(messages(&content, super::check), expected, "{reporter} {happened}");
    }

    #[test]
    fn nobody_reports_after_the_end() {
        check(
            "so-a",
            "2025-05-20",
            &[
                "1.1: “so-a” không thể báo cáo việc ngày 20/05/2025: cơ quan không còn từ 01/03/2025 (sáp nhập).",
            ],
        );
        check("so-b", "2025-05-20", &[]);
        check(
            "so-d",
            "2025-09-01",
            &[
                "1.1: “so-d” không thể báo cáo việc ngày 01/09/2025: cơ quan chỉ được biết có đến tháng 08/2025.",
            ],
        );
    }

    #[test]
    fn nobody_reports_before_the_beginning() {
        check(
            "so-d",
            "2024-12-31",
            &["1.1: “so-d” không thể báo cáo việc ngày 31/12/2024: cơ quan có từ năm 2025."],
        );
    }

    #[test]
    fn what_a_date_leaves_open_is_no_fault() {
        check("so-a", "2025-03-01", &[]);
        check("so-a", "2025-03", &[]);
        check("so-a", "2025", &[]);
        check("so-b", "2025-07-31", &[]);
        check(
            "so-d",
            "2024",
            &["1.1: “so-d” không thể báo cáo việc năm 2024: cơ quan có từ năm 2025."],
        );
    }

    #[test]
    fn the_one_who_followed_is_named() {
        let help = |happened: &str| {
            let mut content = Content::default();
            content.agency("so-c", "ten: [ { ten: Sở C } ]");
            content.changes = "bien_dong:\n\
                 - { ma: b1, ngay: \"2024-03-01\", loai: sap_nhap, tu: [so-b], den: [so-a] }\n\
                 - { ma: b2, ngay: \"2024-06-01\", loai: chia, tu: [so-a], den: [so-c, so-d] }"
                .to_owned();
            content.agency("so-d", "ten: [ { ten: Sở D } ]");
            content.task("1.1", &format!(
                "chu_tri: [so-b]\ndien_bien: [ {{ ma: d1, ngay: \"{happened}\", ngay_cong_bo: \"2026-01-01\", loai: cap_nhat, co_quan_bao_cao: so-b }} ]"
            ));
            let mut problems = crate::diagnostic::Diagnostics::default();
            super::check(&content.site(), &mut problems);
            problems.into_vec().pop().map(|problem| problem.help.join(" ")).unwrap_or_default()
        };
        assert!(help("2024-05-01").contains("co_quan_bao_cao: so-a"), "{}", help("2024-05-01"));
        assert!(help("2024-08-01").contains("so-c, so-d"), "{}", help("2024-08-01"));
        assert_eq!(help("2024-02-01"), "");
    }
}
