use super::*;
use crate::diagnostic::SourcePath;
use crate::model::{Frequency, Nature, Record, Round, Speaker};
use crate::progress;
use crate::progress::fixture::{date, group, id, only_plan, site_with, task};
use crate::text::dues::Due;

fn duty(agencies: &[&str], frequency: Frequency, due: Option<&str>) -> ReportingDuty {
    let due = due.map(|text| (Due::parse(text).unwrap(), text.to_owned()));
    ReportingDuty {
        id: DutyId::new("bao-cao"),
        agencies: agencies.iter().map(|name| id(name)).collect(),
        groups: Vec::new(),
        rounds: vec![Round { frequency, due }],
        span: (date("2015-01-01"), date("2017-12-31")),
        is_open: false,
        to: id("f"),
        synthesis_to: None,
        verbatim: Default::default(),
        node: None,
    }
}

fn report(agency: &str, year: i16, sent: &str) -> Report {
    Report {
        duty: DutyId::new("bao-cao"),
        period: (Frequency::Yearly, year, 1),
        agency: id(agency),
        sent: date(sent),
        number: None,
        url: None,
        summary: None,
        source: SourcePath::content("bao-cao.yml").key("bao_cao[0]"),
    }
}

fn unsent(agency: &str, year: i16, said: &str) -> Unsent {
    Unsent {
        duty: DutyId::new("bao-cao"),
        period: (Frequency::Yearly, year, 1),
        agency: id(agency),
        said: date(said),
        basis: Some("9/TB-UBND".to_owned()),
        url: None,
        source: SourcePath::content("bao-cao.yml").key("bao_cao[0]"),
    }
}

/// A site that a compiler makes: what it does not know says nothing of the agencies.
fn site(duty: ReportingDuty, reports: Vec<Report>) -> Record {
    let mut site = site_with([task("1.1", "2016", Nature::Deadline, "")]);
    site.site.settings.speaker = Speaker::Compiler { name: "Người theo dõi".to_owned() };
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
    let by_agency = plan.parts().by_lead.values().filter_map(|summary| summary.measures.reports);
    assert_eq!(by_agency.sum::<Ratio>(), expected, "{as_of}");
    let periods = 0..plan.reports[0].periods.len();
    let by_period = periods.map(|period| plan.reports[0].received_in(period));
    assert_eq!(by_period.sum::<Ratio>(), expected, "{as_of}");
}

#[test]
fn with_a_due_date_a_report_is_in_time_or_late_and_silence_is_silence() {
    let sent = vec![report("a", 2015, "2016-01-15"), report("a", 2016, "2017-01-27")];
    let site = site(duty(&["a", "b"], Frequency::Yearly, Some("15/01")), sent);
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
        &["a: InTime NoInformation NotYetDue", "b: NoInformation NoInformation NotYetDue"],
        (1, 4),
    );
    check(
        &site,
        "2018-01-16",
        &[
            "a: InTime Late { days: 12 } NoInformation",
            "b: NoInformation NoInformation NoInformation",
        ],
        (2, 6),
    );
}

#[test]
fn without_a_due_date_silence_is_no_fault() {
    let sent = vec![report("a", 2015, "2016-07-01")];
    let site = site(duty(&["a"], Frequency::Yearly, None), sent);
    check(&site, "2015-12-31", &["a: NotYetDue NotYetDue NotYetDue"], (0, 0));
    check(&site, "2016-01-01", &["a: NoInformation NotYetDue NotYetDue"], (0, 1));
    check(&site, "2018-01-01", &["a: Received NoInformation NoInformation"], (1, 3));
}

#[test]
fn of_a_duty_without_an_end_only_what_has_begun_is_known() {
    let mut duty = duty(&["a"], Frequency::Yearly, Some("15/01"));
    (duty.is_open, duty.span.1) = (true, date("2065-07-30"));
    check(
        &site(duty, Vec::new()),
        "2017-02-01",
        &["a: NoInformation NoInformation NotYetDue"],
        (0, 2),
    );
}

#[test]
fn an_agency_is_bound_while_it_exists_and_belongs() {
    let full = |day: &str| crate::text::dates::PartialDate::Full(date(day));
    let span =
        |from: Option<&str>, to: Option<&str>| Span { from: from.map(full), to: to.map(full) };
    let members = vec![
        ("a", Span::default()),
        ("c", span(Some("2016-03-01"), None)),
        ("d", span(None, Some("2016-12-30"))),
    ];
    let mut duty = duty(&["a", "b"], Frequency::Yearly, None);
    let groups = [group("closed", Some(members)), group("open", None)];
    duty.groups = groups.iter().map(|group| group.id.clone()).collect();
    let mut site = site(duty, vec![report("d", 2017, "2018-01-02")]);
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
fn only_a_source_says_that_none_was_sent() {
    let mut site = site(duty(&["a", "b", "c"], Frequency::Yearly, Some("15/01")), Vec::new());
    let plan = only_plan(&mut site);
    // Of 2016 the word came before the report was due, and of `c` a report came after the word.
    plan.unsent = vec![
        unsent("a", 2015, "2016-02-01"),
        unsent("a", 2016, "2017-01-10"),
        unsent("c", 2015, "2016-02-01"),
    ];
    plan.reports = vec![report("c", 2015, "2016-03-01")];
    let silent = "NoInformation NoInformation NotYetDue";
    check(
        &site,
        "2017-02-01",
        &[
            "a: NotSent NoInformation NotYetDue",
            &format!("b: {silent}"),
            "c: Late { days: 46 } NoInformation NotYetDue",
        ],
        (1, 6),
    );
    check(
        &site,
        "2016-01-31",
        &[
            "a: NoInformation NotYetDue NotYetDue",
            "b: NoInformation NotYetDue NotYetDue",
            "c: NoInformation NotYetDue NotYetDue",
        ],
        (0, 3),
    );
    assert_eq!(silence(false, false), ReportState::NoInformation);
    assert_eq!(silence(true, false), ReportState::NotSent);
    assert_eq!(silence(false, true), ReportState::NotReceived);
    assert_eq!(silence(true, true), ReportState::NotSent);
}

#[test]
fn the_receiver_itself_knows_what_it_did_not_receive() {
    let sent = vec![report("a", 2015, "2016-01-15")];
    let mut site = site(duty(&["a", "b"], Frequency::Yearly, Some("15/01")), sent);
    site.site.settings.speaker = Speaker::Authority(id("f"));
    let expected = ["a: InTime NotReceived NotYetDue", "b: NotReceived NotReceived NotYetDue"];
    check(&site, "2017-01-16", &expected, (1, 4));
    site.site.settings.speaker = Speaker::Authority(id("a"));
    let expected =
        ["a: InTime NoInformation NotYetDue", "b: NoInformation NoInformation NotYetDue"];
    check(&site, "2017-01-16", &expected, (1, 4));
}

#[test]
fn of_a_report_sent_twice_the_first_decides_and_both_are_kept() {
    let sent = vec![report("a", 2015, "2016-03-01"), report("a", 2015, "2016-01-10")];
    let site = site(duty(&["a"], Frequency::Yearly, Some("15/01")), sent);
    check(&site, "2016-12-01", &["a: InTime NotYetDue NotYetDue"], (1, 1));
    let progress = progress::on(&site, date("2016-12-01"));
    let versions = &progress.plans[0].reports[0].rows[0].cells[0].versions;
    let sent: Vec<_> = versions.iter().map(|report| report.sent.to_string()).collect();
    assert_eq!(sent, ["2016-01-10", "2016-03-01"]);
}
