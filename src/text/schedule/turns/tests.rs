use jiff::civil::date;

use super::*;
use crate::text::schedule::{Column, Schedule, Setting, read};

fn recurrence(words: &str) -> Recurrence {
    let setting = Setting {
        column: Column::Unclear,
        heading_year: None,
        issued: date(2026, 1, 15),
        is_undated: false,
        plan: Some((date(2026, 1, 1), date(2030, 12, 31))),
    };
    match read(words, &setting).unwrap().unwrap().schedule {
        Schedule::Recurring(recurrence) => recurrence,
        other => panic!("{words}: {other:?}"),
    }
}

#[track_caller]
fn check_turns(words: &str, from: Date, to: Date, expected: &[&str]) {
    let recurrence = recurrence(words);
    let turns = recurrence.turns(from, to);
    let line = |turn: &Turn| {
        let due = turn.due.map_or(String::new(), |due| format!(" due {due}"));
        format!("{} {}..{}{due}", turn.key, turn.from, turn.to)
    };
    assert_eq!(turns.iter().map(line).collect::<Vec<_>>(), expected, "{words}");
    for turn in turns {
        assert_eq!(recurrence.turn(&turn.key).as_ref(), Some(&turn), "{words}");
    }
}

#[test]
fn turns_and_their_days_follow_the_calendar() {
    let (first, last) = (date(2027, 11, 1), date(2028, 3, 31));
    check_turns(
        "Hằng quý",
        first,
        last,
        &["2027-Q4 2027-10-01..2027-12-31", "2028-Q1 2028-01-01..2028-03-31"],
    );
    check_turns(
        "Trước ngày 30 hằng tháng",
        date(2028, 1, 1),
        date(2028, 3, 1),
        &[
            "2028-01 2028-01-01..2028-01-31 due 2028-01-30",
            "2028-02 2028-02-01..2028-02-29 due 2028-02-29",
            "2028-03 2028-03-01..2028-03-31 due 2028-03-30",
        ],
    );
    check_turns(
        "Trước ngày 08 của tháng liền kề",
        date(2030, 11, 1),
        date(2030, 12, 31),
        &[
            "2030-11 2030-11-01..2030-11-30 due 2030-12-08",
            "2030-12 2030-12-01..2030-12-31 due 2031-01-08",
        ],
    );
    check_turns(
        "Chậm nhất trong tháng 02 hằng năm",
        date(2027, 1, 1),
        date(2028, 12, 31),
        &[
            "2027 2027-01-01..2027-12-31 due 2027-02-28",
            "2028 2028-01-01..2028-12-31 due 2028-02-29",
        ],
    );
    check_turns(
        "Trước ngày 29/02 hằng năm",
        date(2027, 1, 1),
        date(2028, 12, 31),
        &[
            "2027 2027-01-01..2027-12-31 due 2027-02-28",
            "2028 2028-01-01..2028-12-31 due 2028-02-29",
        ],
    );
    check_turns(
        "Trước ngày 18 của tháng cuối quý",
        date(2026, 4, 1),
        date(2026, 6, 30),
        &["2026-Q2 2026-04-01..2026-06-30 due 2026-06-18"],
    );
    check_turns(
        "Trước ngày 05 của tháng đầu quý sau",
        date(2030, 10, 1),
        date(2030, 12, 31),
        &["2030-Q4 2030-10-01..2030-12-31 due 2031-01-05"],
    );
    check_turns(
        "Trước ngày 20/01 năm liền kề",
        date(2030, 1, 1),
        date(2030, 12, 31),
        &["2030 2030-01-01..2030-12-31 due 2031-01-20"],
    );
    check_turns(
        "Trước ngày 25/12 năm trước liền kề",
        date(2027, 1, 1),
        date(2027, 12, 31),
        &["2027 2027-01-01..2027-12-31 due 2026-12-25"],
    );
    check_turns(
        "Trước ngày 15/6 và 20/12 hằng năm",
        date(2026, 1, 1),
        date(2026, 12, 31),
        &[
            "2026-H1 2026-01-01..2026-06-30 due 2026-06-15",
            "2026-H2 2026-07-01..2026-12-31 due 2026-12-20",
        ],
    );
}

#[test]
fn a_time_of_each_year_without_a_word_of_limit_is_the_turn_and_no_deadline() {
    let year = (date(2026, 2, 1), date(2026, 12, 31));
    let quarters = ["2026-Q2 2026-04-01..2026-06-30", "2026-Q4 2026-10-01..2026-12-31"];
    check_turns("Quý II, IV hằng năm", year.0, year.1, &quarters);
    let months = ["2026-05 2026-05-01..2026-05-31", "2026-10 2026-10-01..2026-10-31"];
    check_turns("Tháng 5 và tháng 10 hằng năm", year.0, year.1, &months);
    let days = ["2026-H1 2026-06-20..2026-06-20", "2026-H2 2026-12-20..2026-12-20"];
    check_turns("Ngày 20/6 và ngày 20/12 hằng năm", year.0, year.1, &days);
    // A quarter that the words do not name is no turn; a half of the year is still understood.
    let twice = recurrence("Quý II, IV hằng năm");
    assert_eq!(twice.turn("2026-Q1"), None);
    assert_eq!(twice.turn("2026-H2").unwrap().key, "2026-Q4");
    check_turns("Quý I hằng năm", year.0, year.1, &["2026 2026-01-01..2026-03-31"]);
    check_turns("Quý I hằng năm", date(2026, 4, 1), year.1, &[]);
    check_turns("Ngày 10/10 hằng năm", year.0, year.1, &["2026 2026-10-10..2026-10-10"]);
    let due = ["2026 2026-01-01..2026-12-31 due 2026-12-31"];
    check_turns("Hoàn thành trong quý IV hằng năm", year.0, year.1, &due);
}

#[test]
fn weeks_are_those_of_the_iso_calendar() {
    check_turns(
        "Thứ Sáu hằng tuần",
        date(2026, 12, 21),
        date(2027, 1, 10),
        &[
            "2026-W52 2026-12-21..2026-12-27 due 2026-12-25",
            "2026-W53 2026-12-28..2027-01-03 due 2027-01-01",
            "2027-W01 2027-01-04..2027-01-10 due 2027-01-08",
        ],
    );
    // 30 and 31 December 2030 belong to the first week of 2031.
    let plan = recurrence("Hằng tuần").turns(date(2026, 1, 1), date(2030, 12, 31));
    assert_eq!(plan.first().unwrap().key, "2026-W01");
    assert_eq!(plan.last().unwrap().key, "2030-W52");
    assert_eq!(plan.len(), 53 + 52 * 4);
}

#[test]
fn rhythms_of_one_cell_come_in_the_order_in_which_they_end() {
    let keys = |words: &str, from, to| -> Vec<String> {
        recurrence(words).turns(from, to).into_iter().map(|turn| turn.key).collect()
    };
    assert_eq!(
        keys("6 tháng, 9 tháng, năm", date(2026, 1, 1), date(2026, 12, 31)),
        ["2026-H1", "2026-9M", "2026-H2", "2026"]
    );
    assert_eq!(
        keys("Hằng quý, hằng năm", date(2026, 10, 1), date(2027, 1, 31)),
        ["2026-Q4", "2026", "2027-Q1", "2027"]
    );
    assert_eq!(keys("02 lần/năm", date(2026, 1, 1), date(2026, 12, 31)), ["2026-L1", "2026-L2"]);
    assert_eq!(
        keys("02 năm/lần", date(2026, 1, 1), date(2030, 12, 31)),
        ["2026-2027", "2028-2029", "2030-2031"]
    );
    assert_eq!(keys("Định kỳ 9 tháng", date(2026, 10, 1), date(2027, 1, 1)), ["2027-9M"]);
    assert_eq!(keys("Hằng năm từ 2027", date(2026, 1, 1), date(2028, 12, 31)), ["2027", "2028"]);
    assert_eq!(
        keys(
            "Hằng tháng, từ tháng 11/2026 đến tháng 01/2027",
            date(2026, 1, 1),
            date(2030, 12, 31)
        ),
        ["2026-11", "2026-12", "2027-01"]
    );
}

#[test]
fn a_key_of_no_rhythm_names_no_turn() {
    let year = recurrence("Hằng năm từ 2027");
    assert!(year.turn("2027").is_some());
    for key in ["2026", "2027-Q1", "2027-01", "2027-L1", "27", "2027 ", "", "năm", "2027-H1"] {
        assert_eq!(year.turn(key), None, "{key}");
    }
    let quarter = recurrence("Hằng quý");
    for key in ["2026-Q0", "2026-Q5", "2026-Q", "2026-q1", "2026-Q01", "+026-Q1", "2026"] {
        assert_eq!(quarter.turn(key), None, "{key}");
    }
    let week = recurrence("Hằng tuần");
    assert!(week.turn("2026-W53").is_some());
    for key in ["2027-W53", "2026-W00", "2026-W7", "2026-W54"] {
        assert_eq!(week.turn(key), None, "{key}");
    }
    let twice = recurrence("02 lần/năm");
    assert!(twice.turn("2026-L2").is_some());
    for key in ["2026", "2026-L0", "2026-L3", "2026-Lx"] {
        assert_eq!(twice.turn(key), None, "{key}");
    }
    assert!(recurrence("Hằng tháng").turn("2026-13").is_none());
    assert!(recurrence("02 năm/lần").turn("2026-2027").is_some());
    assert!(recurrence("02 năm/lần").turn("2026-2028").is_none());
}
