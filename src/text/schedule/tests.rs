use jiff::civil::{Weekday, date};
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::text::dates::DateFault;
use crate::text::periods::PeriodFault;

/// Spellings with the reading expected of each, of a plan of 2026-2030 issued on 15/01/2026.
///
/// `every` is period@due: `next:` and `prev:` the neighbouring period, `M3-18` day 18 of the third
/// month, `end` the last day. `note` may hold `cot=` for what the column means, `nam=` for a year
/// in the heading, `ke_hoach=` for a plan of one year, `gio=` for hours, and the parts of steps.
const WORDS: &str = include_str!("words.tsv");

struct Row {
    words: &'static str,
    expected: String,
    setting: Setting,
}

fn plan() -> Setting {
    Setting {
        column: Column::Unclear,
        heading_year: None,
        issued: date(2026, 1, 15),
        is_undated: false,
        plan: Some((date(2026, 1, 1), date(2030, 12, 31))),
    }
}

fn rows() -> Vec<Row> {
    WORDS.lines().skip(1).map(row).collect()
}

fn row(line: &'static str) -> Row {
    let [words, reading, from, to, every, note] = line.split('\t').collect::<Vec<_>>()[..] else {
        panic!("six columns: {line}");
    };
    let mut setting = plan();
    let mut hours = "";
    for mark in note.split([' ', ';', ',']) {
        match mark.split_once('=') {
            Some(("cot", "thoi_han")) => setting.column = Column::Deadline,
            Some(("cot", "ky_thuc_hien")) => setting.column = Column::Period,
            Some(("cot", "khong_ro")) => {}
            Some(("nam", year)) => setting.heading_year = Some(year.parse().unwrap()),
            Some(("gio", found)) => hours = found,
            Some(("ke_hoach", year)) => {
                let year = year.parse().unwrap();
                setting.plan = Some((date(year, 1, 1), date(year, 12, 31)));
            }
            Some(("", _)) => {}
            Some(other) => panic!("{other:?}: {line}"),
            None => {}
        }
    }
    let parts = note.split_once("parts: ").map(|(_, parts)| parts.split("; ").next().unwrap());
    let parts = parts.map(|parts| parts.split(" for ").next().unwrap());
    let expected = match (reading, parts) {
        ("Steps", Some(parts)) if parts.contains([' ']) && !parts.contains("that do not") => {
            format!("Steps: {parts}")
        }
        _ => [reading, from, to, every, hours]
            .iter()
            .filter(|text| !text.is_empty())
            .fold(String::new(), |all, text| all + " " + text)
            .trim()
            .to_owned(),
    };
    Row { words, expected, setting }
}

fn show(read: &Result<Option<Reading>, Unread>, expected: &str) -> String {
    match read {
        Ok(None) => "(none)".to_owned(),
        Ok(Some(reading)) => match &reading.schedule {
            // Where the table does not spell parts out, any will do.
            Schedule::Steps(_) if expected == "Steps" => "Steps".to_owned(),
            schedule => shown(schedule),
        },
        Err(_) => "Unread".to_owned(),
    }
}

/// As a row of the table has it.
fn shown(schedule: &Schedule) -> String {
    let day = |span: &Option<Span>, last: bool| {
        span.map_or(String::new(), |span| if last { span.to } else { span.from }.to_string())
    };
    let line = |parts: &[String]| {
        parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
    };
    match schedule {
        Schedule::Deadline(limit) => format!("Deadline {}", limit.to),
        Schedule::Window(window) => {
            let hours = window.hours.map_or(String::new(), |hours| {
                let short =
                    |time: jiff::civil::Time| format!("{:02}:{:02}", time.hour(), time.minute());
                let end = hours.to.map_or(String::new(), |to| format!("-{}", short(to)));
                format!("{}{end}", short(hours.from))
            });
            line(&[format!("Window {} {}", window.from(), window.to()), hours])
        }
        Schedule::Ongoing { from, to, on_request: _ } => {
            line(&["Ongoing".to_owned(), day(from, false), day(to, true)])
        }
        Schedule::Recurring(recurrence) => {
            let rhythms: Vec<_> = recurrence.rhythms.iter().map(rhythm).collect();
            let (from, to) = (day(&recurrence.from, false), day(&recurrence.to, true));
            line(&["Recurring".to_owned(), from, to, rhythms.join(",")])
        }
        Schedule::Steps(steps) => {
            let parts: Vec<_> = steps.iter().map(|step| part(&step.schedule)).collect();
            format!("Steps: {}", parts.join(" + "))
        }
        Schedule::Conditional { limit, by_reference: _ } => line(&[
            "Conditional".to_owned(),
            limit.map_or(String::new(), |limit| limit.to.to_string()),
        ]),
    }
}

/// As the parts of steps stand in a note: `Deadline(2026-06-30)`.
fn part(schedule: &Schedule) -> String {
    let shown = shown(schedule);
    match shown.split_once(' ') {
        Some((name, rest)) => format!("{name}({})", rest.replace(' ', ",")),
        None => shown,
    }
}

fn rhythm(rhythm: &Rhythm) -> String {
    let every = match rhythm.every {
        Every::Week => "tuan".to_owned(),
        Every::Month => "thang".to_owned(),
        Every::Quarter => "quy".to_owned(),
        Every::HalfYear => "6_thang".to_owned(),
        Every::NineMonths => "9_thang".to_owned(),
        Every::Year => "nam".to_owned(),
        Every::Years(years) => format!("{years}_nam"),
    };
    if rhythm.dues.is_empty() {
        return every;
    }
    let turns = if rhythm.every == Every::HalfYear { 2 } else { rhythm.dues.len() };
    let dues = (0..turns).map(|at| due(rhythm.every, at, rhythm.dues[at % rhythm.dues.len()]));
    format!("{every}@{}", dues.collect::<Vec<_>>().join(","))
}

fn due(every: Every, at: usize, due: Due) -> String {
    let (period, month, day) = match due.on {
        DueOn::Weekday(Weekday::Sunday) => return "CN".to_owned(),
        DueOn::Weekday(day) => return format!("T{}", day.to_monday_one_offset() + 1),
        DueOn::Day { period, month, day } => (period, month, day),
    };
    let period = match period {
        Neighbour::Previous => "prev:",
        Neighbour::Same => "",
        Neighbour::Next => "next:",
    };
    let day = day.map_or("end".to_owned(), |day| format!("{day:02}"));
    let month = match every {
        Every::Month => String::new(),
        Every::Quarter => format!("M{month}-"),
        Every::HalfYear => format!("{:02}-", usize::from(month) + 6 * at),
        _ => format!("{month:02}-"),
    };
    format!("{period}{month}{day}")
}

#[test]
fn every_spelling_is_read_as_the_table_says() {
    let mut wrong = Vec::new();
    let rows = rows();
    for Row { words, expected, setting } in &rows {
        let read = read(words, setting);
        let found = show(&read, expected);
        if found != *expected {
            let reason = read.err();
            wrong
                .push(format!("{words}\n    expected {expected}\n    found    {found} {reason:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

/// What a cell says, with its units: for what a caller needs to print it.
fn details(words: &str, setting: &Setting) -> String {
    match read(words, setting) {
        Ok(Some(reading)) => match reading.schedule {
            Schedule::Deadline(limit) => {
                let before = if limit.before { "before " } else { "" };
                format!("{before}{:?} {}..{}", limit.point.unit, limit.point.from, limit.point.to)
            }
            Schedule::Window(Window { first, last, aim, hours: _ }) => {
                let aim = if aim { " aim" } else { "" };
                format!("{:?}..{:?}{aim}", first.unit, last.unit)
            }
            Schedule::Ongoing { from, to, on_request } => {
                let unit = |span: Option<Span>| span.map(|span| span.unit);
                format!("{:?}..{:?} {on_request}", unit(from), unit(to))
            }
            Schedule::Steps(steps) => {
                let words: Vec<_> = steps.iter().map(|step| step.words.as_str()).collect();
                words.join(" | ")
            }
            Schedule::Conditional { limit, by_reference } => {
                format!("{:?} {by_reference}", limit.map(|limit| limit.point.unit))
            }
            Schedule::Recurring(recurrence) => {
                let one = |rhythm: &Rhythm| format!("{:?} x{}", rhythm.every, rhythm.times);
                recurrence.rhythms.iter().map(one).collect::<Vec<_>>().join(", ")
            }
        },
        Ok(None) => "(none)".to_owned(),
        Err(unread) => format!("{unread:?}"),
    }
}

#[track_caller]
fn check(words: &str, expected: &str) {
    assert_eq!(details(words, &plan()), expected, "{words}");
}

#[test]
fn a_time_is_known_in_the_unit_of_its_words() {
    check("Trước ngày 30/6/2026", "before Day 2026-06-30..2026-06-30");
    check("Trước quý III/2026", "before Quarter 2026-07-01..2026-09-30");
    check("Chậm nhất trong tháng 9/2026", "Month 2026-09-01..2026-09-30");
    check("Hoàn thành trong 6 tháng đầu năm 2026", "HalfYear 2026-01-01..2026-06-30");
    check("Hoàn thành trong 9 tháng đầu năm 2026", "Months 2026-01-01..2026-09-30");
    check("2026 - 2030", "Year..Year");
    check("Từ quý III/2026 đến ngày 30/6/2028", "Quarter..Day");
    check("Từ khi ban hành đến hết năm 2030", "Issue..Year");
    check("Cả giai đoạn", "Plan..Plan");
    check("Phấn đấu hoàn thành trong năm 2027", "Issue..Year aim");
    check("Từ quý I/2027", "Some(Quarter)..None false");
    check("Sau năm 2030", "Some(Year)..None false");
    check("Quý II/2026 (nếu có)", "Some(Quarter) false");
    check("2026 - 2030 theo lộ trình của Đề án", "Some(Range) true");
    check("02 lần/năm", "Year x2");
}

#[test]
fn nothing_is_counted_from_a_day_that_nobody_knows() {
    let draft = Setting { is_undated: true, ..plan() };
    let words = "Trong vòng 90 ngày kể từ ngày ban hành Kế hoạch này";
    assert!(read(words, &plan()).is_ok_and(|found| found.is_some()));
    assert_eq!(read(words, &draft), Err(Unread::SetElsewhere));
}

#[test]
fn without_a_period_of_the_plan_its_words_name_no_days() {
    let bare = Setting { plan: None, ..plan() };
    assert_eq!(read("Cả giai đoạn", &bare), Err(Unread::SetElsewhere));
    assert!(read("2026 - 2030", &bare).is_ok_and(|found| found.is_some()));
}

#[test]
fn a_task_on_request_is_told_from_one_that_may_also_be_asked_for() {
    check("Thường xuyên khi có yêu cầu của cơ quan cấp trên", "None..None true");
    check("Thường xuyên (hoặc theo yêu cầu của UBND tỉnh)", "None..None false");
    check("Thường xuyên và khi có yêu cầu", "None..None false");
    check("Thường xuyên theo chức năng, nhiệm vụ", "None..None false");
}

#[test]
fn steps_keep_their_words() {
    check(
        "Ban hành quy chế trong tháng 02/2026, tập huấn chậm nhất trong tháng 5/2026 và báo cáo chậm nhất trong tháng 7/2026",
        "Ban hành quy chế trong tháng 02/2026 | tập huấn chậm nhất trong tháng 5/2026 | báo cáo chậm nhất trong tháng 7/2026",
    );
    check(
        "- Cấp tỉnh: Quý II/2026\n- Cấp xã: Quý III/2026.",
        "Cấp tỉnh: Quý II/2026 | Cấp xã: Quý III/2026",
    );
    check("Trước ngày 15/6 và 15/12/2026", "Trước ngày 15/6 | 15/12/2026");
    check("2026, 2028, 2030", "2026 | 2028 | 2030");
}

#[test]
fn words_that_are_not_read_have_a_reason() {
    let year = |from, to| {
        format!("{:?}", Unread::Backwards { from: date(from, 1, 1), to: date(to, 12, 31) })
    };
    check("2030 - 2026", &year(2030, 2026));
    check("Hoàn thành trong giai đoạn 2030 - 2026, định hướng 2035", &year(2030, 2026));
    let fault = |fault: PeriodFault| format!("{:?}", Unread::Faulty(fault));
    check("Quý V/2026", &fault(PeriodFault::NoSuchQuarter));
    check("Tháng 13/2026", &fault(PeriodFault::Date(DateFault::NoSuchMonth(13))));
    let day = DateFault::NoSuchDay { day: 31, month: 2, year: 2026 };
    check("Trước ngày 31/02/2026 (nếu có)", &fault(PeriodFault::Date(day)));
    check("Trước ngày 30/6/26", &fault(PeriodFault::Date(DateFault::ShortYear)));
    for (words, expected) in [
        ("Như trên", "Ditto"),
        ("nt", "Ditto"),
        ("Đã hoàn thành", "State"),
        ("Đang triển khai", "State"),
        ("Ngay", "Vague"),
        ("Chưa xác định", "Vague"),
        ("Trong thời gian tới", "Vague"),
        ("Trước giữa năm 2027", "Vague"),
        ("Sở Phát triển số xây dựng kế hoạch triển khai", "NoTime"),
        ("20%", "NoTime"),
        ("Quý III", "NoYear"),
        ("Trước ngày 15/10", "NoYear"),
        ("2026 hoặc 2027", "Either"),
        ("2026/2027", "Either"),
        ("12 tháng", "Duration"),
        ("Định kỳ", "NoRhythm"),
        ("Định kỳ, đột xuất", "NoRhythm"),
        ("Hằng quý, trước ngày 15", "DueUnclear"),
        ("Năm học 2026 - 2027", "SetElsewhere"),
        ("Vụ Đông Xuân 2026 - 2027", "SetElsewhere"),
        ("Ban hành Kế hoạch năm 2027", "InName"),
        ("Hoàn thành Đề án giai đoạn 2026 - 2030 trước ngày 30/6/2026", "InName"),
        ("Đối với cấp xã: quý II/2026", "Partial"),
        ("Thường xuyên, trước ngày 30/6/2026", "Several"),
        ("Quý II/2026 (*)", "Uncovered"),
    ] {
        check(words, expected);
    }
}

#[track_caller]
fn check_notes(words: &str, column: Column, expected: &[Note]) {
    let reading = read(words, &Setting { column, ..plan() }).unwrap().unwrap();
    assert_eq!(reading.notes, expected, "{words}");
}

#[test]
fn what_is_odd_is_noted_beside_the_reading() {
    check_notes("Thứ Tư, ngày 20/5/2026", Column::Unclear, &[]);
    let differs = |written| Note::WeekdayDiffers { date: date(2026, 5, 20), written };
    check_notes("Thứ Năm, ngày 20/5/2026", Column::Unclear, &[differs(Weekday::Thursday)]);
    check_notes("Chủ nhật 20/5/2026", Column::Unclear, &[differs(Weekday::Sunday)]);
    let before = Note::BeforeIssue(date(2025, 12, 31));
    check_notes("Tháng 12/2025", Column::Deadline, &[before]);
    check_notes("Tháng 12/2025", Column::Unclear, &[]);
    check_notes("2027 - 2035", Column::Unclear, &[Note::AfterPlan(date(2035, 12, 31))]);
    check_notes("Sau năm 2030", Column::Unclear, &[Note::AfterPlan(date(2031, 1, 1))]);
    check_notes("Trước ngày 25/12 năm trước liền kề", Column::Unclear, &[]);
}

/// A pseudo-random sequence: the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }
}

/// Words of two syllables between which no other word can stand: it would be other words then.
const COMPOUNDS: [[&str; 2]; 7] = [
    ["giai", "đoạn"],
    ["triển", "khai"],
    ["ban", "hành"],
    ["tồn", "đọng"],
    ["Trình", "diễn"],
    ["cơ", "bản"],
    ["thành", "cơ"],
];

#[test]
fn an_unknown_word_never_makes_a_stronger_reading() {
    let plain = |read: &Result<Option<Reading>, Unread>| match read {
        Ok(Some(reading)) => shown(&reading.schedule),
        Ok(None) => "(none)".to_owned(),
        Err(_) => "Unread".to_owned(),
    };
    let dates = |text: &str| -> Vec<String> {
        let words = text.split([' ', '(', ')', ',']).filter(|word| word.starts_with("20"));
        words.map(str::to_owned).collect()
    };
    let strength = |text: &str| text.matches("Deadline").count() + text.matches('@').count();
    let mut wrong = Vec::new();
    for (number, Row { words, setting, .. }) in rows().into_iter().enumerate() {
        let all: Vec<&str> = words.split(' ').collect();
        let before = plain(&read(words, &setting));
        // A third of the places, other ones in each row.
        for at in (number % 3..=all.len()).step_by(3) {
            if at > 0 && at < all.len() && COMPOUNDS.contains(&[all[at - 1], all[at]]) {
                continue;
            }
            let changed = [&all[..at], &["blốc"], &all[at..]].concat().join(" ");
            let found = plain(&read(&changed, &setting));
            let is_known = dates(&found).iter().all(|date| dates(&before).contains(date));
            let is_weaker = strength(&found) < strength(&before)
                || strength(&found) == strength(&before) && is_known;
            let is_new = before == "Unread" && !found.starts_with("Conditional");
            if found != "Unread" && found != before && (is_new || !is_weaker && before != "Unread")
            {
                wrong.push(format!("{changed}: {found}, not {before}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_unknown_word_beside_a_bare_time_is_not_read() {
    for words in [
        "Trước ngày 30/6/2026",
        "Chậm nhất trong tháng 9/2026",
        "Quý II/2026",
        "2026 - 2030",
        "Từ tháng 4 đến tháng 10/2026",
        "Trước ngày 05 hằng tháng",
        "Trước ngày 18 của tháng cuối quý",
        "Trong 6 tháng đầu năm 2026",
        "Sáng ngày 20/5/2026",
        "Năm 2027 và các năm tiếp theo",
    ] {
        let all: Vec<&str> = words.split(' ').collect();
        for at in 0..=all.len() {
            let changed = [&all[..at], &["blốc"], &all[at..]].concat().join(" ");
            assert!(read(&changed, &plan()).is_err(), "{changed}");
        }
    }
}

#[test]
fn no_text_makes_the_grammar_fail() {
    let mut dice = Dice(7);
    let rows = rows();
    let signs: Vec<char> = " ,.;:/-()\"%0123456789abđIVXưý\u{301}\u{200b}…–\n".chars().collect();
    for _ in 0..1_000 {
        let row = &rows[dice.below(rows.len())];
        let mut characters: Vec<char> = row.words.chars().collect();
        for _ in 0..=dice.below(4) {
            let at = dice.below(characters.len() + 1);
            match dice.below(4) {
                0 if at < characters.len() => {
                    characters.remove(at);
                }
                1 => characters.insert(at, signs[dice.below(signs.len())]),
                2 => {
                    let other: Vec<char> = rows[dice.below(rows.len())].words.chars().collect();
                    characters.splice(at..at, other);
                }
                _ => characters.truncate(at),
            }
        }
        let text: String = characters.into_iter().collect();
        if let Ok(Some(reading)) = read(&text, &row.setting) {
            ends_after_it_begins(&reading.schedule, &text);
        }
        let noise: String = (0..dice.below(60)).map(|_| signs[dice.below(signs.len())]).collect();
        let _ = read(&noise, &row.setting);
    }
    for text in
        ["(".repeat(3_000), "2026 và ".repeat(500), "6 tháng, ".repeat(90), "quý I, ".repeat(60)]
    {
        let _ = read(&text, &plan());
    }
}

#[track_caller]
fn ends_after_it_begins(schedule: &Schedule, text: &str) {
    match schedule {
        Schedule::Window(window) => assert!(window.from() <= window.to(), "{text}"),
        Schedule::Ongoing { from: Some(from), to: Some(to), .. } => {
            assert!(from.from <= to.to, "{text}");
        }
        Schedule::Recurring(recurrence) => {
            recurrence.turns(date(2026, 1, 1), date(2030, 12, 31));
        }
        Schedule::Steps(steps) => {
            assert!(steps.len() > 1, "{text}");
            for step in steps {
                assert!(!matches!(step.schedule, Schedule::Steps(_)), "{text}");
                assert!(!step.words.is_empty(), "{text}");
                ends_after_it_begins(&step.schedule, text);
            }
        }
        Schedule::Deadline(_) | Schedule::Ongoing { .. } | Schedule::Conditional { .. } => {}
    }
}

#[test]
fn spelling_does_not_count() {
    for Row { words, expected, setting } in rows() {
        let shout = words.to_uppercase();
        let apart: String = words.nfd().collect();
        let wide = words.replace(' ', "\u{a0} ");
        for other in [apart, wide, format!("  {words} \n")] {
            assert_eq!(show(&read(&other, &setting), &expected), expected, "{other}");
        }
        if !words.contains("nt") {
            assert_eq!(show(&read(&shout, &setting), &expected), expected, "{shout}");
        }
    }
}
