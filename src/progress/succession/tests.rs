use super::*;
use crate::model::{Nature, Record, Span};
use crate::progress;
use crate::progress::fixture::{
    date, group, id, led_by, only_log, reorganisation, site_with, task,
};
use crate::text::dates::PartialDate;

/// `changes`, parted by `;`; `ended` lists agencies with the last day on which they existed.
fn site(leads: &str, log: &str, changes: &str, ended: &[(&str, &str)]) -> Record {
    let mut site = site_with([led_by(task("1.1", "2016", Nature::Deadline, log), leads)]);
    let changes = changes.split(';').map(str::trim).filter(|line| !line.is_empty());
    site.site.reorganisations =
        changes.enumerate().map(|(index, line)| reorganisation(line, index)).collect();
    for (name, last) in ended {
        site.site.agencies.get_mut(&id(name)).unwrap().exists.to =
            Some(PartialDate::Full(date(last)));
    }
    site
}

fn shown(site: &Record, as_of: &str) -> String {
    let progress = progress::on(site, date(as_of));
    let shown = progress.plans[0].tasks[0].responsible.iter().map(|one| match one {
        Responsible::Agency { id } => id.to_string(),
        Responsible::Inherited { id, from, via } => {
            let via: Vec<_> = via.iter().map(|change| change.id.as_str()).collect();
            format!("{id} from {from} by {}", via.join("+"))
        }
        Responsible::Assigned { id, event } => format!("{id} by {}", event.id),
        Responsible::HandedOver { id, from, event } => format!("{id} from {from} by {}", event.id),
        Responsible::Group { id, ended } => {
            format!("group {id}{}", if *ended { " ended" } else { "" })
        }
        Responsible::Unresolved { id, successors } => {
            let successors: Vec<_> = successors.iter().map(ToString::to_string).collect();
            format!("{id}: {}?", successors.join("/"))
        }
        Responsible::Ended { id } => format!("{id} ended"),
    });
    shown.collect::<Vec<_>>().join(", ")
}

#[track_caller]
fn check(site: &Record, as_of: &str, expected: &str) {
    assert_eq!(shown(site, as_of), expected, "{as_of}");
}

#[test]
fn a_lead_that_goes_on_stays_responsible() {
    check(&site("a b", "", "", &[]), "2026-11-24", "a, b");
    check(&site("a", "", "2020 renamed a > a; 2021 functions-moved a > b", &[]), "2026-11-24", "a");
    check(&site("a", "", "2020 merged b > a", &[("b", "2019-12-31")]), "2026-11-24", "a");
    check(&site("a", "", "2020 merged a b > a", &[]), "2026-11-24", "a");
    check(&site("a", "", "2020 split-off a > b", &[]), "2026-11-24", "a");
}

#[test]
fn a_single_successor_inherits_from_the_day_after_the_end() {
    let merged = site("a", "", "2025-03-01 merged a > b", &[("a", "2025-02-28")]);
    check(&merged, "2025-02-28", "a");
    check(&merged, "2025-03-01", "b from a by r0");
    let chain = "2020-01-01 consolidated a c > b; 2025-03-01 merged b > d";
    let chain = site("a", "", chain, &[("a", "2019-12-31"), ("b", "2025-02-28")]);
    check(&chain, "2020-01-01", "b from a by r0");
    check(&chain, "2025-03-01", "d from a by r0+r1");
}

#[test]
fn where_only_a_year_is_known_an_agency_ends_when_the_year_has() {
    let merged = site("a", "", "2025 merged a > b", &[]);
    check(&merged, "2025-12-30", "a");
    check(&merged, "2025-12-31", "b from a by r0");
    let merged = site("a", "", "2025 merged a > b", &[("a", "2025-02-28")]);
    check(&merged, "2025-03-01", "b from a by r0");
}

#[test]
fn several_successors_wait_for_an_editor() {
    let changes = "2025-03-01 divided a > b c";
    let ended = [("a", "2025-02-28")];
    check(&site("a", "", changes, &ended), "2025-03-01", "a: b/c?");
    let log = "2025-04-01 handed a c";
    check(&site("a", log, changes, &ended), "2025-03-31", "a: b/c?");
    check(&site("a", log, changes, &ended), "2025-04-01", "c from a by d0");
    let log = "2025-04-01 handed a c; 2025-04-01 handed a b";
    check(&site("a", log, changes, &ended), "2025-04-01", "c from a by d0, b from a by d1");
}

#[test]
fn a_part_that_split_off_is_no_successor_of_the_whole() {
    let changes = "2018-01-01 split-off a > c; 2025-03-01 merged a > b";
    check(&site("a", "", changes, &[("a", "2025-02-28")]), "2025-03-01", "b from a by r1");
    let changes = "2018-01-01 split-off a > c";
    check(&site("a", "", changes, &[("a", "2017-12-31")]), "2025-03-01", "c from a by r0");
}

#[test]
fn an_end_without_a_successor_is_told() {
    check(&site("a", "", "", &[("a", "2025-06-30")]), "2025-07-01", "a ended");
    check(&site("a", "", "2025-07-01 dissolved a >", &[]), "2025-07-01", "a ended");
    let later = site("a", "", "2025-07-01 merged a > b", &[("a", "2025-02-28")]);
    check(&later, "2025-06-30", "a ended");
    let circle = "2020-01-01 merged a > b; 2021-01-01 merged b > a";
    check(&site("a", "", circle, &[]), "2022-01-01", "a ended");
}

#[test]
fn the_tasks_own_events_come_first() {
    check(&site("a b", "2018-01-01 lead a c", "", &[]), "2018-01-01", "c from a by d0, b");
    check(&site("a b", "2018-01-01 said-to-lead a c", "", &[]), "2018-01-01", "a, b");
    let log = "2018-01-01 handed a c; 2019-01-01 handed c d";
    check(&site("a", log, "", &[]), "2018-06-01", "c from a by d0");
    check(&site("a", log, "", &[]), "2019-06-01", "d from c by d1");
    let ended = [("a", "2025-02-28")];
    let changes = "2025-03-01 merged a > b";
    let log = "2025-04-01 handed b c";
    check(&site("a", log, changes, &ended), "2025-04-01", "c from b by d0");
    let log = "2018-01-01 handed d a";
    check(&site("d", log, changes, &ended), "2025-04-01", "b from a by r0");
}

#[test]
fn groups_end_with_their_last_member() {
    let until = |last: &str| Span { from: None, to: Some(PartialDate::Full(date(last))) };
    let members = vec![("b", until("2025-06-30")), ("c", Span::default())];
    let mut site = site("", "", "", &[("c", "2025-06-30")]);
    let mut open = group("open", None);
    let closed = group("closed", Some(members));
    only_log(&mut site).tasks.values_mut().next().unwrap().leads.groups =
        vec![open.id.clone(), closed.id.clone()];
    site.site.groups = [&open, &closed].map(|group| (group.id.clone(), group.clone())).into();
    check(&site, "2025-06-30", "group open, group closed");
    check(&site, "2025-07-01", "group open, group closed ended");
    open.exists = until("2025-06-30");
    site.site.groups.insert(open.id.clone(), open);
    check(&site, "2025-07-01", "group open ended, group closed ended");
}

#[test]
fn what_no_document_on_the_task_hands_over_is_perhaps_the_successors() {
    #[track_caller]
    fn check(log: &str, expected: (usize, usize)) {
        let site = site("a", log, "2025-03-01 merged a > b", &[("a", "2025-02-28")]);
        let progress = progress::on(&site, date("2025-05-01"));
        let b = progress.agency(&id("b"));
        assert_eq!((b.responsible.len(), b.perhaps.len()), expected, "{log}");
    }
    check("", (1, 1));
    check("2025-04-01 handed a b", (1, 0));
}
