use super::*;
use crate::model::Nature;
use crate::progress::fixture::{date, events, task};

#[track_caller]
fn check(log: &str, expected: &str) {
    let mut state = State::Unknown;
    let mut shown = String::new();
    for event in &events(log) {
        match step(&state, event) {
            Ok(next) => state = next,
            Err(impossible) => {
                assert_eq!(impossible.from, state);
                shown = format!("! {:?}", impossible.way);
            }
        }
    }
    if shown.is_empty() {
        shown = match state {
            State::ReportedDone { completed } => format!("ReportedDone {completed}"),
            State::Confirmed { completed } => format!("Confirmed {completed}"),
            other => format!("{other:?}"),
        };
    }
    assert_eq!(shown, expected, "{log}");
}

#[test]
fn each_step_leads_to_a_state() {
    check("", "Unknown");
    check("2016 fact", "Unknown");
    check("2016 not-started", "NotStarted");
    check("2016 not-started; 2016 under-way; 2016 under-way", "UnderWay");
    check("2016 under-way; 2016-11-30 done", "ReportedDone 30/11/2016");
    check("2016 done", "ReportedDone 2016");
    check("2016-11-30 done; 2017-01-05 confirmed", "Confirmed 30/11/2016");
    check("2016-11 done; 2017-01-05 confirmed", "Confirmed 11/2016");
    check("2016 done; 2016 returned", "UnderWay");
    check("2016 done; 2016 confirmed; 2016 returned", "UnderWay");
    check("2016 done; 2016 returned; 2017 done", "ReportedDone 2017");
    check("2016 under-way; 2016 partly", "PartlyDone");
    check("2016 partly; 2016 confirmed", "PartlyDone");
    check("2016 partly; 2017 done", "ReportedDone 2017");
    check("2016 partly; 2017 carried", "CarriedOver");
    check("2016 paused", "Paused(Unknown)");
    check("2016 not-started; 2016 paused", "Paused(NotStarted)");
    check("2016 under-way; 2016 paused", "Paused(UnderWay)");
    check("2016 not-started; 2016 paused; 2016 resumed", "NotStarted");
    check("2016 under-way; 2016 paused; 2016 resumed", "UnderWay");
    check("2016 paused; 2016 resumed", "UnderWay");
    check("2016 cancelled", "Cancelled");
    check("2016 done; 2016 cancelled", "Cancelled");
    check("2016 paused; 2016 carried; 2016 fact", "CarriedOver");
}

#[test]
fn deadlines_leads_and_words_change_no_state() {
    let changes = "2016 moved 2017-06-30; 2016 lead a b; 2016 handed b c; 2016 reworded; 2016 fact";
    for (before, after) in [
        ("", "Unknown"),
        ("2016 under-way;", "UnderWay"),
        ("2016 done;", "ReportedDone 2016"),
        ("2016 under-way; 2016 paused;", "Paused(UnderWay)"),
    ] {
        check(&format!("{before} {changes}"), after);
    }
}

#[test]
fn each_impossible_step_has_a_way() {
    check("2016 update-done", "! ReportDone");
    check("2016 under-way; 2016 not-started", "! Correct");
    check("2016 done; 2016 under-way", "! Return");
    check("2016 done; 2016 not-started", "! Return");
    check("2016 done; 2016 done", "! Return");
    check("2016 done; 2016 partly", "! Return");
    check("2016 done; 2016 paused", "! Return");
    check("2016 done; 2016 confirmed; 2016 under-way", "! Return");
    check("2016 done; 2016 confirmed; 2016 done", "! Return");
    check("2016 done; 2016 confirmed; 2016 confirmed", "! FactOnly");
    check("2016 done; 2016 confirmed; 2016 cancelled", "! Return");
    check("2016 done; 2016 confirmed; 2016 carried", "! Return");
    check("2016 partly; 2016 under-way", "! Return");
    check("2016 partly; 2016 partly", "! Return");
    check("2016 partly; 2016 cancelled", "! Return");
    check("2016 confirmed", "! ReportDone");
    check("2016 under-way; 2016 confirmed", "! ReportDone");
    check("2016 returned", "! ReportDone");
    check("2016 paused; 2016 under-way", "! Resume");
    check("2016 paused; 2016 done", "! Resume");
    check("2016 paused; 2016 paused", "! Resume");
    check("2016 paused; 2016 confirmed", "! Resume");
    check("2016 resumed", "! Update");
    check("2016 under-way; 2016 resumed", "! Update");
    for last in ["under-way", "done", "moved 2017-06-30", "handed a b", "cancelled", "carried"] {
        check(&format!("2016 cancelled; 2016 {last}"), "! Nothing");
        check(&format!("2016 carried; 2016 {last}"), "! Nothing");
    }
}

#[test]
fn an_impossible_step_changes_nothing_and_is_told() {
    let log =
        "2016-02-01 done; 2016-01-01 under-way; 2016-03-01 a: under-way; 2016-04-01 under-way";
    let task = task("1.1", "2016", Nature::Deadline, log);
    let found = impossible_steps(&task);
    let found: Vec<_> = found.iter().map(|(event, step)| (event.index, step.way)).collect();
    assert_eq!(found, [(3, Way::Return)]);
    let (after, _) =
        after(in_order(&task.events).into_iter().filter(|event| event.sub_work.is_none()));
    assert!(matches!(after, State::ReportedDone { .. }));
}

#[test]
fn an_event_counts_when_it_was_published_and_had_happened() {
    let log = events("2016-05/2016-06-10 under-way; 2016-05-01/2016-05-02 not-started");
    for (as_of, expected) in [
        ("2016-04-30", vec![]),
        ("2016-05-01", vec![]),
        ("2016-05-02", vec![1]),
        ("2016-06-09", vec![1]),
        ("2016-06-10", vec![0, 1]),
    ] {
        let counting = counting(&log, Day { as_of: date(as_of), known: date(as_of) });
        let found: Vec<usize> = counting.iter().map(|event| event.index).collect();
        assert_eq!(found, expected, "{as_of}");
    }
}
