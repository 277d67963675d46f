//! Laws that hold for any log.

use jiff::ToSpan;
use proptest::prelude::*;

use super::fixture::{date, events, id, site_with, task};
use super::{Past, Standing, StandingKind, State, on};
use crate::model::{Leads, Nature, Record, Task, TimeReading};

#[test]
fn a_plan_without_events_accuses_nobody() {
    let periods = [("2015-2020", Nature::Undetermined), ("2016", Nature::Deadline)];
    let tasks = (1..30).map(|number| {
        let (period, nature) = periods[number % 2];
        task(&format!("1.{number}"), period, nature, "")
    });
    let site = site_with(tasks);
    let progress = on(&site, date("2026-11-24"));
    assert_eq!(progress.counted().count(), 29);
    for task in progress.counted() {
        assert!(matches!(
            task.standing,
            Standing::NoInformation { past: Past::Deadline | Past::Period }
        ));
    }
    let measures = progress.total.measures;
    assert_eq!((measures.due_done.n, measures.due_done.of), (0, 15));
    assert_eq!(progress.total.without_deadline, 14);
    assert_eq!(measures.since_update, None);
    let numbers: Vec<_> = progress.counted().map(|task| task.task.number.as_str()).collect();
    assert_eq!(numbers[8..11], ["1.9", "1.10", "1.11"]);
}

/// A log of up to eight events of any kind, in any order, possible or not.
fn any_log() -> impl Strategy<Value = String> {
    let dates =
        prop_oneof!["201[5-8]", "201[5-8]-0[1-9]", "201[5-8]-0[1-9]-(0[1-9]|1[0-9]|2[0-8])",];
    let words = prop::sample::select(vec![
        "fact",
        "not-started",
        "under-way",
        "done",
        "partly",
        "confirmed",
        "returned",
        "paused",
        "resumed",
        "cancelled",
        "carried",
        "reworded",
        "moved 2017-05-15",
        "fixed 2017-06-15",
        "said-to-move 2018-05-15",
        "handed a b",
        "lead a c",
    ]);
    let work = prop::sample::select(vec!["", "", "a: ", "b: "]);
    let event = (dates, 0..400i32, work, words).prop_map(|(happened, wait, work, word)| {
        let first = crate::text::dates::PartialDate::parse(&happened).unwrap().first_day();
        format!("{happened}/{} {work}{word}", first + wait.days())
    });
    prop::collection::vec(event, 0..8).prop_map(|events| events.join("; "))
}

fn any_task() -> impl Strategy<Value = Task> {
    let natures =
        prop::sample::select(vec![Nature::Deadline, Nature::Continuous, Nature::Undetermined]);
    let periods = prop::sample::select(vec!["2016", "2015-2017", "Quý II/2017", "15/6/2016"]);
    (any_log(), periods, natures)
        .prop_map(|(log, period, nature)| task("1.1", period, nature, &log))
}

/// The same, and tasks that promise two results with deadlines of their own, which they have not themselves.
fn any_shape() -> impl Strategy<Value = Task> {
    let results =
        (any_log(), prop::sample::select(vec!["2016", "Quý II/2017"])).prop_map(|(log, limit)| {
            let mut promised = task("1.1", "2016", Nature::Undetermined, &log);
            promised.has_results = true;
            promised.time.reading = TimeReading::Unread;
            promised.sub_works[0].time = Some(task("1.1", limit, Nature::Deadline, "").time);
            promised.sub_works[1].time = Some(task("1.1", "15/6/2016", Nature::Deadline, "").time);
            promised
        });
    prop_oneof![any_task(), results]
}

/// The days that the fixture's words name.
fn period(task: &Task) -> (jiff::civil::Date, jiff::civil::Date) {
    let words = task.time.verbatim.as_deref().unwrap();
    let period = crate::text::periods::Period::parse(words).unwrap();
    (period.from, period.to)
}

/// The days on which something may change: events begin to count, the period begins, a deadline comes
/// near or passes. Within the last of these, only the number of days changes.
fn may_change(task: &Task, as_of: jiff::civil::Date, due_soon: i32) -> bool {
    let counts = |event: &crate::model::Event| event.published.max(event.happened.first_day());
    let moves = task.events.iter().filter_map(|event| match event.kind {
        crate::model::EventKind::DeadlineMoved { to, .. }
        | crate::model::EventKind::DeadlineFixed { to } => Some(to.to),
        _ => None,
    });
    let near = |deadline: jiff::civil::Date| {
        [deadline + 1.days(), deadline - (due_soon - 1).days()].contains(&as_of)
    };
    task.events.iter().any(|event| counts(event) == as_of)
        || period(task).0 == as_of
        || moves.chain([period(task).1]).any(near)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn silence_is_never_counted(task in any_shape(), start in 0..1900i32, wait in 1..2000i32) {
        let site: Record = site_with([task.clone()]);
        let start = date("2015-01-01") + start.days();
        let then = start + wait.days();
        let counts = |event: &crate::model::Event| event.published.max(event.happened.first_day());
        prop_assume!(!task.events.iter().any(|event| (start < counts(event)) && counts(event) <= then));
        let delay = |as_of| match on(&site, as_of).plans[0].tasks[0].standing {
            Standing::Overdue(delay) => Some(delay.days()),
            _ => None,
        };
        if let (Some(before), Some(after)) = (delay(start), delay(then)) {
            prop_assert_eq!(before, after);
        }
    }

    #[test]
    fn no_lateness_without_a_word_from_after_the_deadline(task in any_task(), days in 0..3000i32) {
        let site: Record = site_with([task]);
        let progress = on(&site, date("2015-01-01") + days.days());
        let task = &progress.plans[0].tasks[0];
        if let Standing::Overdue(delay) = task.standing {
            prop_assert!(task.word.is_some_and(|word| word.day() == delay.told));
            prop_assert!(delay.told > delay.deadline);
        }
        if task.cell == super::Cell::UnfinishedOverdue {
            let limit = task.timing.deadline.unwrap();
            prop_assert!(task.word.is_some_and(|word| word.day() > limit.to));
        }
    }

    #[test]
    fn silence_improves_no_rate(mut task in any_shape(), days in 0..2000i32) {
        let as_of = date("2015-01-01") + days.days();
        let told = on(&site_with([task.clone()]), as_of).total.measures.due_done;
        task.events.retain(|event| matches!(
            event.kind,
            crate::model::EventKind::DeadlineMoved { .. } | crate::model::EventKind::Cancelled | crate::model::EventKind::CarriedOver(_)
        ));
        let silent = on(&site_with([task]), as_of).total.measures.due_done;
        prop_assert!(silent.n * told.of.max(1) <= told.n * silent.of.max(1) || silent.of == 0);
    }

    #[test]
    fn a_standing_changes_only_on_its_days(task in any_task(), start in 0..1900i32) {
        let site: Record = site_with([task.clone()]);
        let kinds = |as_of| {
            let progress = on(&site, as_of);
            let task = &progress.plans[0].tasks[0];
            let works: Vec<_> = task.sub_works.iter().map(|work| work.standing.kind()).collect();
            (task.standing.kind(), task.cell, works, task.events.len())
        };
        let start = date("2015-01-01") + start.days();
        let mut before = kinds(start);
        let mut day = start + 1.days();
        while day < start + 250.days() {
            let now = kinds(day);
            if !may_change(&task, day, 90) {
                prop_assert_eq!(&now, &before, "{}", day);
            }
            (before, day) = (now, day + 1.days());
        }
    }

    #[test]
    fn sums_agree_and_silence_is_never_late(
        logs in prop::collection::vec(any_shape(), 1..6),
        days in 0..2000i32,
    ) {
        let tasks = logs.into_iter().enumerate().map(|(number, mut task)| {
            task.number = crate::model::TaskNumber::new(&format!("1.{number}"));
            task
        });
        let site = site_with(tasks);
        let progress = on(&site, date("2015-01-01") + days.days());
        let (total, ledger) = (&progress.total, progress.total.ledger);
        prop_assert_eq!(
            ledger.original + ledger.added,
            ledger.live + ledger.cancelled + ledger.carried_over
        );
        prop_assert_eq!(total.tally.total(), ledger.original + ledger.added);
        prop_assert_eq!(total.cells.total(), total.tally.total());
        prop_assert_eq!(total.measures.done.of, ledger.live);
        for task in progress.counted() {
            let silent = matches!(task.standing, Standing::NoInformation { .. });
            prop_assert_eq!(silent, task.state == State::Unknown);
        }
    }

    #[test]
    fn the_order_of_the_file_matters_only_within_a_day(log in any_log()) {
        let mut apart = events(&log);
        apart.sort_by_key(|event| event.happened.first_day());
        apart.dedup_by_key(|event| event.happened.first_day());
        let mut task = task("1.1", "2016", Nature::Deadline, "");
        task.events = apart;
        let there = site_with([task.clone()]);
        task.events.reverse();
        let back = site_with([task]);
        let as_of = date("2020-01-01");
        prop_assert_eq!(
            on(&there, as_of).plans[0].tasks[0].standing,
            on(&back, as_of).plans[0].tasks[0].standing
        );
    }
}

#[test]
fn a_result_that_others_lead_makes_only_them_late() {
    let log = "2016-06-01 a: under-way; 2017-02-01 b: under-way";
    let mut task = task("1.1", "2016", Nature::Deadline, log);
    task.has_results = true;
    task.sub_works[1].leads =
        Some(Leads { agencies: vec![id("b")], groups: Vec::new(), verbatim: None });
    let site = site_with([task]);
    let progress = on(&site, date("2017-03-01"));
    let task = progress.plans[0].counted().next().unwrap();
    assert_eq!(task.kind(), StandingKind::Overdue);
    assert!(task.is_late_by_others(&id("a")));
    assert!(!task.is_late_by_others(&id("b")));
}

#[test]
fn before_it_published_a_site_tells_what_it_knows_now() {
    let log = "2016-02-01/2018-05-01 under-way; 2018-03-01/2018-05-01 done";
    let mut site = site_with([task("1.1", "2016", Nature::Undetermined, log)]);
    let told = |site: &Record, day: &str| {
        let today = on(site, date("2018-12-31"));
        let then = today.on_day(date(day)).plan(&today.plans[0].plan.id);
        (then.history.events.len(), then.known.to_string())
    };
    let now = "2018-12-31".to_owned();
    assert_eq!(told(&site, "2015-12-31"), (0, now.clone()));
    assert_eq!(told(&site, "2016-12-31"), (1, now.clone()));
    assert_eq!(told(&site, "2018-06-30"), (2, "2018-06-30".to_owned()));
    site.site.settings.published_since = Some(date("2016-06-01"));
    assert_eq!(told(&site, "2016-03-31"), (1, now));
    assert_eq!(told(&site, "2016-12-31"), (0, "2016-12-31".to_owned()));
}
