use super::*;
use crate::diagnostic::SourcePath;
use crate::model::{Nature, Record};
use crate::progress;
use crate::progress::fixture::{date, group, id, only_plan, site_with, task};

fn duty(agencies: &[&str], frequency: Frequency, due: Option<(i8, i8)>) -> ReportingDuty {
    ReportingDuty {
        id: DutyId::new("bao-cao"),
        agencies: agencies.iter().map(|name| id(name)).collect(),
        groups: Vec::new(),
        frequency,
        years: (2015, 2017),
        due,
        to: id("f"),
        synthesis_to: None,
        verbatim: String::new(),
        node: None,
    }
}

fn report(agency: &str, year: i16, part: u8, sent: &str) -> Report {
    Report {
        duty: DutyId::new("bao-cao"),
        year,
        part,
        agency: id(agency),
        sent: date(sent),
        number: None,
        url: None,
        summary: None,
        source: SourcePath::content("bao-cao.yml").key("bao_cao[0]"),
    }
}

fn site(duty: ReportingDuty, reports: Vec<Report>) -> Record {
    let mut site = site_with([task("1.1", "2016", Nature::Deadline, "")]);
    let plan = only_plan(&mut site);
    (plan.duties, plan.reports) = (vec![duty], reports);
    site
}

#[track_caller]
fn check(site: &Record, as_of: &str, expected: &[&str], received: (usize, usize)) {
    let progress = progress::on(site, date(as_of));
    let plan = &progress.plans[0];
    let shown: Vec<_> = plan.reports[0]
        .rows
        .iter()
        .map(|row| {
            let cells: Vec<_> = row.cells.iter().map(|cell| format!("{:?}", cell.state)).collect();
            format!("{}: {}", row.agency, cells.join(" "))
        })
        .collect();
    assert_eq!(shown, expected, "{as_of}");
    let expected = Ratio { n: received.0, of: received.1 };
    assert_eq!(plan.measures().reports, Some(expected), "{as_of}");
    assert_eq!(progress.total.measures.reports, Some(expected), "{as_of}");
    let by_agency = plan.by_lead.values().filter_map(|summary| summary.measures.reports);
    assert_eq!(by_agency.sum::<Ratio>(), expected, "{as_of}");
    let periods = 0..plan.reports[0].periods.len();
    let by_period = periods.map(|period| plan.reports[0].received_in(period));
    assert_eq!(by_period.sum::<Ratio>(), expected, "{as_of}");
}

#[test]
fn with_a_due_date_a_report_is_in_time_late_or_missing() {
    let sent = vec![report("a", 2015, 1, "2016-01-15"), report("a", 2016, 1, "2017-01-27")];
    let site = site(duty(&["a", "b"], Frequency::Yearly, Some((1, 15))), sent);
    check(
        &site,
        "2015-12-01",
        &["a: NotYetDue NotYetDue NotYetDue", "b: NotYetDue NotYetDue NotYetDue"],
        (0, 0),
    );
    check(
        &site,
        "2016-01-15",
        &["a: InTime NotYetDue NotYetDue", "b: NotYetDue NotYetDue NotYetDue"],
        (1, 1),
    );
    check(
        &site,
        "2017-01-16",
        &["a: InTime NotSent NotYetDue", "b: NotSent NotSent NotYetDue"],
        (1, 4),
    );
    check(
        &site,
        "2018-01-16",
        &["a: InTime Late { days: 12 } NotSent", "b: NotSent NotSent NotSent"],
        (2, 6),
    );
}

#[test]
fn without_a_due_date_silence_is_no_fault() {
    let sent = vec![report("a", 2015, 1, "2016-07-01")];
    let site = site(duty(&["a"], Frequency::Yearly, None), sent);
    check(&site, "2015-12-31", &["a: NotYetDue NotYetDue NotYetDue"], (0, 0));
    check(&site, "2016-01-01", &["a: NoInformation NotYetDue NotYetDue"], (0, 1));
    check(&site, "2018-01-01", &["a: Received NoInformation NoInformation"], (1, 3));
}

#[test]
fn an_agency_is_bound_while_it_exists_and_belongs() {
    let span =
        |from: Option<&str>, to: Option<&str>| Span { from: from.map(date), to: to.map(date) };
    let members = vec![
        ("a", Span::default()),
        ("c", span(Some("2016-03-01"), None)),
        ("d", span(None, Some("2016-12-30"))),
    ];
    let mut duty = duty(&["a", "b"], Frequency::Yearly, None);
    let groups = [group("closed", Some(members)), group("open", None)];
    duty.groups = groups.iter().map(|group| group.id.clone()).collect();
    let mut site = site(duty, vec![report("d", 2017, 1, "2018-01-02")]);
    site.site.groups = groups.map(|group| (group.id.clone(), group)).into();
    site.site.agencies.get_mut(&id("b")).unwrap().exists =
        span(Some("2016-01-01"), Some("2017-06-30"));
    check(
        &site,
        "2020-01-01",
        &[
            "a: NoInformation NoInformation NoInformation",
            "b: NotBound NoInformation NotBound",
            "c: NotBound NoInformation NoInformation",
            "d: NoInformation NotBound Received",
        ],
        (1, 8),
    );
    let progress = progress::on(&site, date("2020-01-01"));
    assert_eq!(progress.plans[0].reports[0].not_counted, [&GroupId::new("open")]);
}

#[test]
fn periods_are_parts_of_years_and_due_around_their_end() {
    #[track_caller]
    fn check(frequency: Frequency, part: u8, due: (i8, i8), expected: &str) {
        let period = ReportPeriod::of(2015, part, frequency, Some(due));
        let due = period.due.unwrap();
        assert_eq!(format!("{}..{} {due}", period.from, period.to), expected);
    }
    check(Frequency::Yearly, 1, (1, 15), "2015-01-01..2015-12-31 2016-01-15");
    check(Frequency::Yearly, 1, (12, 15), "2015-01-01..2015-12-31 2015-12-15");
    check(Frequency::Yearly, 1, (12, 31), "2015-01-01..2015-12-31 2015-12-31");
    check(Frequency::Yearly, 1, (2, 29), "2015-01-01..2015-12-31 2016-02-29");
    check(Frequency::HalfYearly, 1, (6, 15), "2015-01-01..2015-06-30 2015-06-15");
    check(Frequency::HalfYearly, 1, (7, 5), "2015-01-01..2015-06-30 2015-07-05");
    check(Frequency::HalfYearly, 2, (7, 5), "2015-07-01..2015-12-31 2016-07-05");
    check(Frequency::Quarterly, 3, (10, 10), "2015-07-01..2015-09-30 2015-10-10");
    check(Frequency::Quarterly, 4, (1, 10), "2015-10-01..2015-12-31 2016-01-10");
    assert_eq!(day(2017, 2, 29), date("2017-02-28"));
    assert_eq!(day(i16::MAX, 1, 1), Date::MAX);
}
