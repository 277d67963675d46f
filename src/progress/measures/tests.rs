use std::collections::BTreeMap;

use super::*;
use crate::model::{EvidenceKind, Nature, Openness, Origin, Task};
use crate::progress;
use crate::progress::fixture::{date, evidence, id, led_by, site_with, task};

const DONE: &str = "2016-06-01 done; 2016-06-02 confirmed";

fn due(number: &str, log: &str) -> Task {
    task(number, "2016", Nature::Deadline, log)
}

fn added(mut task: Task, on: &str) -> Task {
    task.origin = Origin::Added { basis: "2/QĐ-UBND".to_owned(), date: date(on) };
    task
}

fn some_tasks() -> Vec<Task> {
    vec![
        due("1.1", DONE),
        due("1.2", "2017-02-01 done; 2017-02-02 confirmed"),
        due("1.3", "2016-06-01 under-way"),
        due("1.4", ""),
        due("1.5", "2016-06-01 cancelled"),
        due("1.6", "2016-06-01 carried"),
        task("2.1", "2015-2020", Nature::Undetermined, "2016-06-11 under-way"),
        added(due("2.2", "2016-12-01 under-way; 2016-12-05 done"), "2016-07-01"),
        added(due("2.3", ""), "2018-01-01"),
    ]
}

fn ratio(n: usize, of: usize) -> Ratio {
    Ratio { n, of }
}

#[test]
fn every_rate_has_its_denominator() {
    let site = site_with(some_tasks());
    let progress = progress::on(&site, date("2017-06-01"));
    let total = &progress.total;
    assert_eq!(
        total.measures.due_done,
        ratio(2, 5),
        "two done; one last told of before the deadline, one silent, one only reported"
    );
    assert_eq!(total.measures.done, ratio(2, 6));
    assert_eq!(total.measures.in_time, ratio(1, 2));
    assert_eq!(total.measures.proved, ratio(0, 2));
    assert_eq!(total.measures.since_update, Some(Median { days: 355, tasks: 3 }));
    let cells: Vec<_> = total.cells.iter().collect();
    assert_eq!(
        cells,
        [
            (Cell::FinishedInTime, 1),
            (Cell::FinishedLate, 1),
            (Cell::NoInformationPastDue, 1),
            (Cell::LastWordBeforeDeadline, 1),
            (Cell::ReportedPastDue, 1),
            (Cell::WithoutDeadline, 1),
            (Cell::OutOfRates, 2),
        ]
    );
}

#[test]
fn the_ledger_counts_tasks_from_the_day_that_adds_them() {
    for (as_of, added, cancelled, carried_over, live) in [
        ("2016-05-31", 0, 0, 0, 7),
        ("2016-06-30", 0, 1, 1, 5),
        ("2017-01-01", 1, 1, 1, 6),
        ("2018-01-01", 2, 1, 1, 7),
    ] {
        let site = site_with(some_tasks());
        let progress = progress::on(&site, date(as_of));
        let expected = Ledger { original: 7, added, cancelled, carried_over, live };
        assert_eq!(progress.total.ledger, expected, "{as_of}");
        assert_eq!(progress.plans[0].summary.ledger, expected, "{as_of}");
        assert_eq!(progress.counted().count(), 7 + added, "{as_of}");
        assert_eq!(progress.plans[0].tasks.len(), 9);
    }
}

#[test]
fn sums_over_groups_and_years_equal_the_total() {
    let site = site_with(some_tasks());
    let progress = progress::on(&site, date("2018-06-01"));
    let plan = &progress.plans[0];
    let total = |summaries: Vec<&Summary>| -> (usize, usize, Ratio) {
        let measures = |summary: &&Summary| summary.measures.due_done;
        (
            summaries.iter().map(|summary| summary.tally.total()).sum(),
            summaries.iter().map(|summary| summary.ledger.live).sum(),
            summaries.iter().map(measures).sum(),
        )
    };
    let whole = total(vec![&plan.summary]);
    assert_eq!(whole, (9, 7, ratio(2, 6)));
    assert_eq!(total(plan.parts().by_group.iter().collect()), whole);
    assert_eq!(total(plan.parts().open_by_year.values().collect()), (8, 6, ratio(2, 6)));
    assert_eq!(plan.parts().open_by_year.keys().collect::<Vec<_>>(), [&2016]);
}

#[test]
fn a_joint_task_counts_for_each_lead() {
    let site = site_with([
        led_by(due("1.1", DONE), "a b"),
        led_by(due("1.2", "2016-02-01 handed b c"), "b"),
    ]);
    let progress = progress::on(&site, date("2017-06-01"));
    let plan = &progress.plans[0];
    let live = |summaries: &BTreeMap<_, Summary>, name: &str| {
        summaries.get(&id(name)).map_or(0, |summary| summary.ledger.live)
    };
    assert_eq!(["a", "b", "c"].map(|name| live(&plan.parts().by_lead, name)), [1, 2, 0]);
    let agency = progress.agency(&id("b"));
    assert_eq!((agency.leads.len(), agency.responsible.len()), (2, 1));
    assert_eq!((agency.led.measures.done, agency.held.measures.done), (ratio(1, 2), ratio(1, 1)));
    assert_eq!(progress.at(agency.leads[1]).number().as_str(), "1.2");
    assert_eq!(plan.summary.ledger.live, 2);
}

#[test]
fn only_public_documents_products_and_figures_prove() {
    #[track_caller]
    fn check(kind: EvidenceKind, public: bool, restricted: bool, expected: usize) {
        let mut task = due("1.1", DONE);
        task.events[0].evidence.push(evidence(kind, public));
        if restricted {
            task.openness = Openness::Restricted { reason: String::new() };
        }
        let site = site_with([task]);
        let measures = progress::on(&site, date("2017-06-01")).total.measures;
        assert_eq!(measures.proved, ratio(expected, 1), "{kind:?} {public} {restricted}");
    }
    check(EvidenceKind::Document, true, false, 1);
    check(EvidenceKind::Product, true, false, 1);
    check(EvidenceKind::Figures, true, false, 1);
    check(EvidenceKind::Document, false, false, 0);
    check(EvidenceKind::Document, true, true, 0);
    check(EvidenceKind::Report, true, false, 0);
    check(EvidenceKind::News, true, false, 0);
}

#[test]
fn a_median_takes_the_middle() {
    let of = |ages: &[i64]| median(ages.to_vec()).map(|median| (median.days, median.tasks));
    assert_eq!(of(&[]), None);
    assert_eq!(of(&[7]), Some((7, 1)));
    assert_eq!(of(&[9, 1]), Some((5, 2)));
    assert_eq!(of(&[1, 2]), Some((2, 2)));
    assert_eq!(of(&[30, 1, 2]), Some((2, 3)));
}
