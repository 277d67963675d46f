use crate::model::Nature;
use crate::progress;
use crate::progress::fixture::{date, site_with, task};

const DUE: Nature = Nature::Deadline;
const WHILE: Nature = Nature::Continuous;
const OPEN: Nature = Nature::Undetermined;

fn shown(site: &crate::model::Record, as_of: &str) -> String {
    let progress = progress::on(site, date(as_of));
    let task = &progress.plans[0].tasks[0];
    format!("{:?} | {:?}", task.standing, task.cell)
}

#[track_caller]
fn check(period: &str, nature: Nature, log: &str, as_of: &str, expected: &str) {
    let site = site_with([task("1.1", period, nature, log)]);
    assert_eq!(shown(&site, as_of), expected, "{period} {nature:?} [{log}] {as_of}");
}

#[test]
fn silence_is_never_lateness() {
    let in_time = "NoInformation { past: Nothing }";
    for (nature, cell, past, past_cell) in [
        (DUE, "NoInformationInTime", "Deadline", "NoInformationPastDue"),
        (WHILE, "NoInformationWithoutDeadline", "Period", "NoInformationWithoutDeadline"),
        (OPEN, "NoInformationWithoutDeadline", "Period", "NoInformationWithoutDeadline"),
    ] {
        let over = format!("NoInformation {{ past: {past} }} | {past_cell}");
        check("2016", nature, "", "2015-06-01", &format!("{in_time} | {cell}"));
        check("2016", nature, "", "2016-12-31", &format!("{in_time} | {cell}"));
        check("2016", nature, "", "2017-01-01", &over);
        check("2015-2020", nature, "", "2026-11-24", &over);
        check("2016", nature, "2016-05-01 fact", "2026-11-24", &over);
    }
    let moved = "2016-05-01 moved 2018-06-30";
    check(
        "2016",
        DUE,
        moved,
        "2018-06-30",
        "NoInformation { past: Nothing } | NoInformationInTime",
    );
    check(
        "2016",
        DUE,
        moved,
        "2018-07-01",
        "NoInformation { past: Deadline } | NoInformationPastDue",
    );
}

/// What is told after a deadline is late by the days until the word, and by no day of the silence after it.
fn overdue(deadline: &str, told: &str) -> String {
    format!("Overdue(Delay {{ deadline: {deadline}, told: {told} }}) | UnfinishedOverdue")
}

const PAST_DUE: &str = "PastDue | LastWordBeforeDeadline";

#[test]
fn unfinished_work_is_measured_by_its_deadline() {
    let log = "2015-09-01 not-started";
    check("2016", DUE, log, "2015-12-31", "NotYetDue | UnfinishedInTime");
    check("2016", DUE, log, "2016-01-01", "OnTrack | UnfinishedInTime");
    check("2016", DUE, log, "2017-01-01", PAST_DUE);
    let log = "2015-09-01 under-way";
    check("2016", DUE, log, "2015-12-31", "OnTrack | UnfinishedInTime");
    check("2016", DUE, log, "2016-10-02", "OnTrack | UnfinishedInTime");
    check("2016", DUE, log, "2016-10-03", "DueSoon { days: 89 } | UnfinishedInTime");
    check("2016", DUE, log, "2016-12-31", "DueSoon { days: 0 } | UnfinishedInTime");
    check("2016", DUE, log, "2018-01-01", PAST_DUE);
    check("Quý II/2016", DUE, log, "2016-07-01", PAST_DUE);
    check("30/7/2016", DUE, log, "2016-07-30", "DueSoon { days: 0 } | UnfinishedInTime");
}

#[test]
fn only_a_word_from_after_the_deadline_makes_late() {
    let late = overdue("2016-12-31", "2017-02-15");
    let log = "2015-09-01 under-way; 2017-02-15 under-way";
    check("2016", DUE, log, "2017-02-14", PAST_DUE);
    check("2016", DUE, log, "2017-02-15", &late);
    check("2016", DUE, log, "2026-11-24", &late);
    // A word is as old as the first day that its date allows.
    check("15/6/2016", DUE, "2016-06 under-way", "2017-01-01", PAST_DUE);
    check(
        "15/6/2016",
        DUE,
        "2016-07 under-way",
        "2017-01-01",
        &overdue("2016-06-15", "2016-07-01"),
    );
    // A fact without a state tells nothing of where the work stands.
    check("2016", DUE, "2016-02-01 under-way; 2017-03-01 fact", "2018-01-01", PAST_DUE);
}

#[test]
fn a_period_without_a_deadline_only_ends() {
    let log = "2016-02-01 under-way";
    check("2016", OPEN, log, "2016-03-01", "UnderWay | WithoutDeadline");
    check("2016", OPEN, log, "2016-12-01", "UnderWay | WithoutDeadline");
    check("2016", OPEN, log, "2017-01-01", "PeriodOver | WithoutDeadline");
    check("2016", OPEN, "2017-06-01 under-way", "2017-07-01", "PeriodOver | WithoutDeadline");
    check("2016", WHILE, log, "2016-12-31", "Ongoing | WithoutDeadline");
    check("2016", WHILE, log, "2017-01-01", "PeriodOver | WithoutDeadline");
    let log = "2015-09-01 not-started";
    check("2016", WHILE, log, "2015-10-01", "NotYetDue | WithoutDeadline");
    check("2016", WHILE, log, "2016-03-01", "NotStarted | WithoutDeadline");
    check("2016", OPEN, log, "2017-01-01", "PeriodOver | WithoutDeadline");
}

#[test]
fn a_moved_or_set_deadline_counts_from_its_publication_and_binds() {
    let log = "2016-02-01 under-way; 2016-11-01/2017-02-01 moved 2017-06-30; 2017-08-01 under-way";
    check("2016", DUE, log, "2016-12-01", "DueSoon { days: 30 } | UnfinishedInTime");
    check("2016", DUE, log, "2017-01-31", PAST_DUE);
    check("2016", DUE, log, "2017-02-01", "OnTrack | UnfinishedInTime");
    check("2016", DUE, log, "2017-07-01", PAST_DUE);
    check("2016", DUE, log, "2017-08-01", &overdue("2017-06-30", "2017-08-01"));
    check("2016", OPEN, log, "2017-01-31", "PeriodOver | WithoutDeadline");
    check("2016", OPEN, log, "2017-08-01", &overdue("2017-06-30", "2017-08-01"));
    check("2016", WHILE, log, "2017-03-01", "OnTrack | UnfinishedInTime");
    let fixed = "2016-02-01 under-way; 2016-03-01 fixed 2016-06-30; 2016-08-01 under-way";
    check("2016", OPEN, fixed, "2016-07-15", PAST_DUE);
    check("2016", OPEN, fixed, "2016-08-01", &overdue("2016-06-30", "2016-08-01"));
    let twice = "2016-06-01 moved 2017-12-31; 2016-07-01 moved 2017-03-31; 2017-04-01 under-way";
    check("2016", DUE, twice, "2017-04-01", &overdue("2017-03-31", "2017-04-01"));
    let baseless = "2016-11-01 said-to-move 2017-06-30; 2017-01-01 under-way";
    check("2016", DUE, baseless, "2017-01-01", &overdue("2016-12-31", "2017-01-01"));
    check("2016", OPEN, baseless, "2017-01-01", "PeriodOver | WithoutDeadline");
    let of_a_part = "2016-11-01 a: moved 2017-06-30; 2017-01-01 under-way";
    check("2016", DUE, of_a_part, "2017-01-01", &overdue("2016-12-31", "2017-01-01"));
}

#[test]
fn a_deadline_from_before_the_document_makes_nothing_late() {
    let log = "2016-02-01 under-way";
    check("30/6/2015", DUE, log, "2017-01-01", "UnderWay | WithoutDeadline");
    check(
        "30/6/2015",
        DUE,
        "",
        "2017-01-01",
        "NoInformation { past: Nothing } | NoInformationWithoutDeadline",
    );
}

#[test]
fn a_report_of_completion_is_not_yet_completion() {
    let log = "2016-11-30/2016-12-05 done";
    check("2016", DUE, log, "2016-12-04", "NoInformation { past: Nothing } | NoInformationInTime");
    check("2016", DUE, log, "2016-12-05", "ReportedDone | UnfinishedInTime");
    check("2016", DUE, log, "2017-01-01", "ReportedDone | ReportedPastDue");
    check("2016", OPEN, log, "2017-01-01", "ReportedDone | WithoutDeadline");
    let sent_back = "2016-11-30 done; 2016-12-05 returned";
    check("2016", DUE, sent_back, "2017-01-01", PAST_DUE);
    let sent_back = "2016-11-30 done; 2017-01-05 returned";
    check("2016", DUE, sent_back, "2017-01-05", &overdue("2016-12-31", "2017-01-05"));
}

#[test]
fn where_no_confirmation_is_required_a_report_completes() {
    let mut site = site_with([task("1.1", "2016", DUE, "2017-01-03 done")]);
    site.site.settings.confirmation_required = false;
    let late = "Confirmed(Late(Delay { deadline: 2016-12-31, told: 2017-01-03 })) | FinishedLate";
    assert_eq!(shown(&site, "2017-01-03"), late);
}

#[test]
fn the_date_of_completion_tells_whether_it_was_in_time() {
    let in_time = "Confirmed(OnTime) | FinishedInTime";
    let adjusted = "Confirmed(OnTimeAfterAdjustment) | FinishedInTime";
    let unknown = "Confirmed(Unknown) | FinishedUnknown";
    let none = "Confirmed(NoDeadline) | FinishedWithoutDeadline";
    let late = |deadline: &str, told: &str| {
        format!("Confirmed(Late(Delay {{ deadline: {deadline}, told: {told} }})) | FinishedLate")
    };
    let done = |on: &str| format!("{on}/2019-01-01 done; 2019-01-02 confirmed");
    let moved = |on: &str| format!("2016-06-01 moved 2017-06-30; {}", done(on));
    let forward = |on: &str| format!("2016-06-01 moved 2016-09-30; {}", done(on));
    let check = |period, nature, log: String, expected: &str| {
        check(period, nature, &log, "2019-01-02", expected);
    };
    check("2016", DUE, done("2016-12-31"), in_time);
    check("2016", DUE, done("2017-01-01"), &late("2016-12-31", "2017-01-01"));
    check("2016", DUE, done("2016"), in_time);
    check("2016", DUE, done("2017"), &late("2016-12-31", "2017-01-01"));
    check("2016", DUE, done("2017-02"), &late("2016-12-31", "2017-02-01"));
    check("tháng 6/2016", DUE, done("2016"), unknown);
    check("15/6/2016", DUE, done("2016-06"), unknown);
    check("15/6/2016", DUE, done("2016-05"), in_time);
    check("15/6/2016", DUE, done("2016-07"), &late("2016-06-15", "2016-07-01"));
    check("2016", DUE, moved("2016-12-31"), in_time);
    check("2016", DUE, moved("2017-06-30"), adjusted);
    check("2016", DUE, moved("2017-07-01"), &late("2017-06-30", "2017-07-01"));
    check("2016", DUE, moved("2017-06"), adjusted);
    check("2016", DUE, moved("2017"), unknown);
    check("2016", DUE, forward("2016-09-30"), in_time);
    check("2016", DUE, forward("2016-10-01"), &late("2016-09-30", "2016-10-01"));
    check("2016", OPEN, done("2016-12-31"), none);
    check("2016", OPEN, done("2017-01-01"), none);
    check("2016", WHILE, done("2017-01-01"), none);
    check("2016", OPEN, moved("2017-07-01"), &late("2017-06-30", "2017-07-01"));
}

#[test]
fn a_pause_does_not_stop_the_clock() {
    let log = "2016-02-01 under-way; 2016-03-01 paused";
    check("2016", DUE, log, "2016-12-31", "Paused { past_due: false } | UnfinishedInTime");
    check("2016", DUE, log, "2017-01-01", "Paused { past_due: true } | PausedPastDue");
    check("2016", OPEN, log, "2017-01-01", "Paused { past_due: false } | WithoutDeadline");
    let log = "2016-02-01 under-way; 2016-03-01 paused; 2016-04-01 resumed";
    check("2016", DUE, log, "2017-01-01", PAST_DUE);
}

#[test]
fn what_left_the_plan_is_out_of_the_rates() {
    check("2016", DUE, "2016-02-01 cancelled", "2017-01-01", "Cancelled | OutOfRates");
    check("2016", DUE, "2016-02-01 carried", "2017-01-01", "CarriedOver | OutOfRates");
    check("2016", DUE, "2016-02-01 partly", "2017-01-01", "PartlyDone | LastWordBeforeDeadline");
    check("2016", DUE, "2017-02-01 partly", "2017-02-01", "PartlyDone | UnfinishedOverdue");
}

#[test]
fn sub_works_stand_for_themselves() {
    #[track_caller]
    fn check(log: &str, as_of: &str, whole: &str, works: &str) {
        let site = site_with([task("4.4", "2016", DUE, log)]);
        let progress = progress::on(&site, date(as_of));
        let task = &progress.plans[0].tasks[0];
        let mark = if task.from_sub_works { " (from sub-works)" } else { "" };
        assert_eq!(format!("{:?}{mark}", task.standing), whole, "{log}");
        let shown: Vec<_> = task.sub_works.iter().map(|w| format!("{:?}", w.standing)).collect();
        assert_eq!(shown.join(", "), works, "{log}");
    }
    let silent = "NoInformation { past: Deadline }";
    check("", "2017-01-01", silent, &format!("{silent}, {silent}"));
    let done = "2016-05-01 a: done; 2016-06-01 a: confirmed";
    check(done, "2017-01-01", "PastDue (from sub-works)", &format!("Confirmed(OnTime), {silent}"));
    let both = format!("{done}; 2016-05-01 b: done; 2016-06-01 b: confirmed");
    check(&both, "2016-07-01", "OnTrack (from sub-works)", "Confirmed(OnTime), Confirmed(OnTime)");
    check(
        "2015-05-01 a: not-started",
        "2015-06-01",
        "NotYetDue (from sub-works)",
        "NotYetDue, NoInformation { past: Nothing }",
    );
    check("2016-05-01 a: cancelled", "2017-01-01", silent, &format!("Cancelled, {silent}"));
    check(
        "2016-05-01 under-way; 2016-06-01 a: done",
        "2016-07-01",
        "OnTrack",
        "ReportedDone, NoInformation { past: Nothing }",
    );
    check(
        "2016-05-01 a: under-way; 2016-06-01 cancelled",
        "2017-01-01",
        "Cancelled",
        "Cancelled, Cancelled",
    );
    check(
        "2016-05-01 a: under-way; 2016-11-01 b: moved 2017-06-30; 2016-11-02 b: under-way",
        "2017-01-01",
        "PastDue (from sub-works)",
        "PastDue, OnTrack",
    );
}

#[test]
fn all_results_done_is_the_task_done_and_one_late_is_the_task_late() {
    #[track_caller]
    fn check(log: &str, as_of: &str, expected: &str) {
        let mut task = task("4.4", "2016", DUE, log);
        task.has_results = true;
        let site = site_with([task]);
        let progress = progress::on(&site, date(as_of));
        let task = &progress.plans[0].tasks[0];
        assert_eq!(format!("{:?} {:?}", task.standing, task.late_part), expected, "{log}");
    }
    let done = "2016-05-01 a: done; 2016-06-01 a: confirmed";
    check(done, "2016-07-01", "OnTrack None");
    check(
        &format!("{done}; 2016-06-01 b: done; 2016-06-02 b: confirmed"),
        "2016-07-01",
        "Confirmed(OnTime) None",
    );
    check(
        &format!("{done}; 2017-02-01 b: under-way"),
        "2017-03-01",
        "Overdue(Delay { deadline: 2016-12-31, told: 2017-02-01 }) Some(1)",
    );
}
