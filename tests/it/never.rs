//! No sentence beside a task says more than its last word (design: any-plan, §2, column “Never”).
//!
//! Each golden site is judged task by task, wherever its standing is shown, by the code that the open data give.

use std::collections::BTreeMap;
use std::path::PathBuf;

use congkhai::vocabulary::standings::StandingKind;
use scraper::{ElementRef, Html, Selector};

use crate::support::{Files, build_well, request, root, shipped};

/// What is never said of a task that stands so: lateness of what is silent, a deadline of what has none, days of
/// silence, an assessment that nobody is known to make.
fn never(kind: StandingKind) -> &'static [&'static str] {
    match kind {
        StandingKind::NoInformationPastDue => &["uá hạn", "ang thực hiện", "đúng hạn", "# ngày"],
        StandingKind::NoInformationPeriodOver => {
            &["hết thời hạn", "thời hạn", "uá hạn", "ang thực hiện", "# ngày"]
        }
        StandingKind::NoInformation => {
            &["uá hạn", "Đang thực hiện", "hết thời hạn", "đúng hạn", "chưa làm"]
        }
        StandingKind::PastDue => &["uá hạn", "# ngày", "# tháng", "# năm", "chờ đánh giá"],
        StandingKind::PeriodOver => &["hết thời hạn", "thời hạn", "uá hạn", "chờ đánh giá"],
        StandingKind::Ongoing => &["thời hạn", "uá hạn", "đúng hạn", "hoàn thành"],
        StandingKind::Turns => &["uá hạn", "chậm"],
        StandingKind::UnderWay | StandingKind::NotStarted | StandingKind::Confirmed => {
            &["uá hạn", "đúng hạn", "hết thời hạn"]
        }
        StandingKind::ReportedDone => &["đúng hạn", "đã xác nhận"],
        _ => &["hết thời hạn", "chờ đánh giá"],
    }
}

/// What no page says of anything: a search that nobody made, the world where only the site is known.
const NOWHERE: &[&str] =
    &["chờ đánh giá", "Chưa tìm thấy", "Chưa cơ quan nào báo cáo", "hết thời hạn", " 0/0 "];

fn sites() -> Vec<PathBuf> {
    let folders = std::fs::read_dir(root().join("tests/sites")).unwrap();
    let mut sites: Vec<_> = folders.map(|entry| entry.unwrap().path().join("content")).collect();
    sites.sort();
    sites.push(shipped());
    sites
}

/// How each task of a site stands, by its plan and number.
fn standings(files: &Files) -> BTreeMap<String, StandingKind> {
    let table = files.iter().find(|(path, _)| path.as_str() == "du-lieu/nhiem-vu.csv");
    let Some((_, table)) = table else { return BTreeMap::new() };
    let mut reader = csv::Reader::from_reader(table.as_slice());
    let heads = reader.headers().unwrap().clone();
    let column = |name: &str| {
        heads.iter().position(|head| head.trim_start_matches('\u{feff}') == name).unwrap()
    };
    let (plan, number, standing) = (column("ke_hoach"), column("so"), column("tinh_trang"));
    let row = |row: csv::StringRecord| {
        let kind = StandingKind::ALL.iter().find(|kind| kind.code() == &row[standing]).unwrap();
        (format!("{}/{}", &row[plan], &row[number]), *kind)
    };
    reader.records().map(|found| row(found.unwrap())).collect()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `text` has `pattern`, in which `#` stands for a number.
fn has(text: &str, pattern: &str) -> bool {
    match pattern.strip_prefix('#') {
        Some(unit) => text
            .match_indices(unit)
            .any(|(at, _)| text[..at].ends_with(|c: char| c.is_ascii_digit())),
        None => text.contains(pattern),
    }
}

#[test]
fn no_sentence_beside_a_task_is_one_that_is_never_said_of_it() {
    let select = |text: &str| Selector::parse(text).unwrap();
    let (entries, tags) = (select("[data-muc]"), select(".tag"));
    let main = select("main");
    let own = select("main .answers :is(.tag, .label, .reason), main > .state .tag");
    let mut judged = BTreeMap::<StandingKind, usize>::new();
    let mut faults = Vec::new();
    for content in sites() {
        let files = build_well(&request(&content, None));
        let standings = standings(&files);
        // A past page tells how a task stood then.
        let pages = files.iter().filter(|(path, _)| {
            path.as_str().ends_with(".html") && !path.as_str().contains("/tien-do/")
        });
        for (path, bytes) in pages {
            let html = Html::parse_document(std::str::from_utf8(bytes).unwrap());
            let mut beside: Vec<(&str, String)> = Vec::new();
            for entry in html.select(&entries) {
                if let Some((key, _)) =
                    standings.get_key_value(entry.attr("data-muc").unwrap_or_default())
                {
                    beside.extend(entry.select(&tags).map(|tag| (key.as_str(), words(tag))));
                }
            }
            let page =
                path.as_str().strip_prefix("ke-hoach/").and_then(|path| path.strip_suffix(".html"));
            let key = page.map(|page| page.replacen("/nhiem-vu/", "/", 1)).unwrap_or_default();
            if let Some((key, _)) = standings.get_key_value(&key) {
                let told: Vec<_> = html.select(&own).map(words).collect();
                assert!(!told.is_empty(), "{path} shows no standing");
                beside.extend(told.into_iter().map(|told| (key.as_str(), told)));
            }
            for (key, told) in beside {
                let kind = standings[key];
                *judged.entry(kind).or_default() += 1;
                let said = never(kind).iter().filter(|pattern| has(&told, pattern));
                faults.extend(
                    said.map(|said| format!("{path}: “{told}” beside {key} ({kind:?}): “{said}”")),
                );
            }
            let text = html.select(&main).map(words).collect::<String>();
            let said = NOWHERE.iter().filter(|pattern| text.contains(**pattern));
            faults.extend(said.map(|said| format!("{path}: “{said}”")));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    // A standing that no site has is not judged at all.
    let unseen: Vec<_> = [
        StandingKind::NoInformationPastDue,
        StandingKind::NoInformationPeriodOver,
        StandingKind::PastDue,
        StandingKind::PeriodOver,
        StandingKind::Overdue,
        StandingKind::Ongoing,
        StandingKind::Turns,
        StandingKind::ReportedDone,
    ]
    .into_iter()
    .filter(|kind| !judged.contains_key(kind))
    .collect();
    assert!(unseen.is_empty(), "no task stands so on any site: {unseen:?}");
}
