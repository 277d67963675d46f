//! Words in every file of open data, read back by readers that are not ours.
//!
//! In: the site's name, an agency's, an event's and a task's words, parted by a sign that no words can hold.
#![no_main]

use std::collections::BTreeMap;
use std::io::{self, Cursor};
use std::sync::Mutex;

use calamine::{Data, Reader, Xlsx};
use congkhai::diagnostic::Severity;
use congkhai::export::{self, Addresses, File, Files, Put};
use congkhai::progress::{self, Progress};
use congkhai::text::normalize::is_unfit_in_text;
use congkhai::text::one_line;
use congkhai_fuzz::{PLAN, with};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

const SITE: &str = include_str!("../../problems/base/content/trang.yml");
const AGENCY: &str = include_str!("../../problems/base/content/co-quan/so-a.yml");
const TASK: &str =
    include_str!("../../problems/base/content/ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md");

fuzz_target!(|text: &str| {
    let fit = |words: &str| words.chars().filter(|c| !is_unfit_in_text(*c)).collect::<String>();
    let mut words = text.splitn(4, '\0').map(fit);
    let mut next =
        |other: &str| words.next().filter(|words| !words.is_empty()).unwrap_or(other.to_owned());
    let site = next("Công khai tiến độ");
    let agency = next("Sở Đồng Ruộng");
    let event = next("Đã lập sổ.");
    let task = next("Lập sổ theo dõi bến đò trên địa bàn tỉnh.");
    let texts = [
        ("trang.yml", put(SITE, "Công khai tiến độ kế hoạch tỉnh Lam Giang", &site)),
        ("co-quan/so-a.yml", put(AGENCY, "Sở Đồng Ruộng", &agency)),
        (&format!("{PLAN}/nhiem-vu/1-1.md"), {
            let text = put(TASK, "Lập sổ theo dõi bến đò trên địa bàn tỉnh.", &task);
            let head = put(&text, "Sở Đồng Ruộng", &agency);
            let head = head.rsplit_once("---").expect("the front matter ends in a fence").0;
            let words = yaml(&event);
            format!(
                "{head}dien_bien:\n  - ma: d1\n    ngay: \"2025-05-01\"\n    ngay_cong_bo: \"2025-05-02\"\n    \
                 loai: cap_nhat\n    trang_thai: dang_thuc_hien\n    noi_dung: {words}\n    co_quan_bao_cao: so-a\n---\n"
            )
        }),
    ];
    let content = with(&texts);
    if std::env::var_os("TOLD").is_some() {
        congkhai_fuzz::tell(&content);
    }
    let (Some(record), 0) = (&content.record, content.problems.count(Severity::Error)) else {
        return;
    };
    let progress = progress::on(record, date(2026, 6, 30));
    let addresses = Addresses::new(None, &record.site.settings);
    let made = Mutex::new((BTreeMap::new(), Files::default()));
    // Workbooks take twenty times as long as all the rest. The files of the site and of the plan, which have one each, are
    // written for one input in sixteen, so that hundreds go through in a second; the agency's for all others.
    let put = |file: File| {
        let (files, known) = &mut *made.lock().expect("no file makes a thread panic");
        known.add(file.path.clone(), file.facts());
        files.insert(file.path.to_string(), file.content.bytes().to_vec());
        Ok(())
    };
    let is_of_site = text.len() % 16 == 0;
    if is_of_site {
        of_site(&progress, &addresses, &put).expect("memory takes every file");
    } else if text.len() % 16 == 8 {
        for plan in &progress.plans {
            export::of_plan(&progress, plan, &addresses, &put).expect("memory takes every file");
        }
    } else {
        let agency = record.site.agencies.keys().find(|id| id.as_str() == "so-a");
        let agency = agency.expect("the agency stands in the site");
        let calendar = export::calendar_of_agency(&progress, agency, &addresses);
        let feeds = || export::feeds_of_agency(&progress, agency, &addresses, &put);
        put(calendar).and_then(|()| feeds()).expect("memory takes every file");
    }
    let (mut files, known) = made.into_inner().expect("no file makes a thread panic");
    let catalogue = export::closing(&progress, &addresses, &known);
    files.insert(catalogue.path.to_string(), catalogue.content.bytes().to_vec());

    for (path, bytes) in &files {
        match path.rsplit_once('.').expect("every file has an ending").1 {
            "csv" => table(path, &files),
            "json" | "jsonld" => drop(json(bytes)),
            "ics" => calendar(path, bytes),
            "xml" => markup(path, &files),
            "xlsx" => workbook(path, &files),
            _ => panic!("nobody reads {path}"),
        }
    }
    if !is_of_site {
        return;
    }
    // The words stand in the files as they were given.
    let named = |of: &str| {
        let of = files.iter().find(|(path, _)| path.ends_with(of)).expect("the site has the file");
        rows(of.1)
    };
    let is_named = |cell: &String| {
        one_line(cell.strip_prefix('\'').unwrap_or(cell)) == one_line(&record_name(record))
    };
    assert!(named("co-quan.csv").iter().flatten().any(is_named));
});

/// Makes the files of the whole site.
fn of_site(progress: &Progress<'_>, addresses: &Addresses, put: &Put<'_>) -> io::Result<()> {
    let tables = export::tables_of_site(progress, addresses);
    let written = tables.iter().map(|table| table.write(put)).collect::<io::Result<Vec<_>>>()?;
    let csv: Vec<_> = written.iter().map(|written| written.csv).collect();
    let sheets: Vec<_> = written.into_iter().filter_map(|written| written.sheet).collect();
    if export::have_workbook(&csv) {
        put(export::workbook_of_site(progress, &sheets))?;
    }
    put(export::package_of_site(progress, addresses, &csv))?;
    export::feeds_of_site(progress, addresses, put)
}

/// The agency's name as the content has it.
fn record_name(record: &congkhai::model::Record) -> String {
    let agency = record.site.agencies.values().find(|agency| agency.id.as_str() == "so-a");
    agency.expect("the agency stands in the site").name_on(date(2026, 6, 30)).full.clone()
}

fn put(text: &str, words: &str, others: &str) -> String {
    text.replace(&format!("\"{words}\""), &yaml(others))
}

/// The words in the quotes of YAML, which reads what JSON writes.
fn yaml(words: &str) -> String {
    let quoted = serde_json::to_string(words).expect("a text is written");
    quoted
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
        .replace('\u{85}', "\\u0085")
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("JSON")
}

/// The cells of a table, heads first.
fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).expect("the mark at the head");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let rows = reader.records().map(|row| row.expect("CSV").iter().map(str::to_owned).collect());
    rows.collect()
}

/// Without the guard the cells are those of the JSON, and none of them is run.
fn table(path: &str, files: &BTreeMap<String, Vec<u8>>) {
    let rows = rows(&files[path]);
    for cell in rows.iter().flatten().filter(|cell| cell.parse::<f64>().is_err()) {
        let first = cell.trim_start_matches(|c: char| {
            c.is_whitespace() || !c.is_ascii_graphic() && c.is_ascii()
        });
        assert!(!first.starts_with(['=', '+', '-', '@']), "{path}: {cell:?}");
        assert!(
            !cell.starts_with(['\t', '\r', '\n']) || first.is_empty() || !first.starts_with('='),
            "{path}: {cell:?}"
        );
    }
    let Some(json) = files.get(&path.replace(".csv", ".json")) else { return };
    let json = self::json(json);
    // A plan's record has the name of the table of plans.
    let Some(lines) = json["dong"].as_array() else { return };
    assert_eq!(lines.len() + 1, rows.len(), "{path}");
    for (line, row) in lines.iter().zip(&rows[1..]) {
        for (head, cell) in rows[0].iter().zip(row) {
            let words = cell.strip_prefix('\'').unwrap_or(cell);
            match &line[head] {
                Value::Null => assert_eq!(cell, "", "{path} {head}"),
                Value::String(text) => assert_eq!(words, text, "{path} {head}"),
                Value::Bool(flag) => assert_eq!(*cell, flag.to_string(), "{path} {head}"),
                Value::Number(number) => {
                    assert_eq!(cell.parse::<f64>().ok(), number.as_f64(), "{path} {head}");
                }
                Value::Array(items) => {
                    let items: Vec<_> =
                        items.iter().map(|item| item.as_str().expect("an id")).collect();
                    assert_eq!(words, items.join(";"), "{path} {head}");
                }
                Value::Object(_) => panic!("{path} {head}"),
            }
        }
    }
}

fn calendar(path: &str, bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "{path}");
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert!(lines.iter().all(|line| line.len() <= 75), "{path}: {text}");
    let unfolded = text.replace("\r\n ", "").replace("\r\n\t", "");
    let begun = unfolded.split("\r\n").filter(|line| line.starts_with("BEGIN:"));
    assert_eq!(begun.filter(|line| *line == "BEGIN:VCALENDAR").count(), 1, "{path}");
    let ended = unfolded.split("\r\n").filter(|line| line.starts_with("END:"));
    assert_eq!(ended.filter(|line| *line == "END:VCALENDAR").count(), 1, "{path}");
    let calendar: icalendar::Calendar =
        text.parse().unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
    let named = unfolded.split("\r\n").filter(|line| line.starts_with("NAME")).count();
    assert_eq!(named, 1, "{path}: {text}");
    let of = |key: &str| unfolded.split("\r\n").filter(|line| *line == key).count();
    assert_eq!(calendar.components.len(), of("BEGIN:VEVENT"), "{path}");
    assert_eq!(of("BEGIN:VEVENT"), of("END:VEVENT"), "{path}");
    let known = [
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "METHOD",
        "NAME",
        "X-WR-CALNAME",
        "DESCRIPTION",
        "X-WR-CALDESC",
        "X-TINH-DEN-NGAY",
        "UID",
        "SUMMARY",
        "URL",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "STATUS",
        "SEQUENCE",
        "TRANSP",
    ];
    for line in unfolded.split("\r\n").filter(|line| !line.is_empty()) {
        let key = line.split([':', ';']).next().unwrap_or_default();
        assert!(known.contains(&key), "{path}: {line:?}");
    }
}

/// XML is XML; a feed says the same in both formats.
fn markup(path: &str, files: &BTreeMap<String, Vec<u8>>) {
    let text = std::str::from_utf8(&files[path]).expect("UTF-8");
    let document =
        roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
    let Some(other) = files.get(&path.replace(".xml", ".json")) else { return };
    let other = json(other);
    let child = |node: roxmltree::Node<'_, '_>, name: &str| {
        let found =
            node.children().find(|child| child.has_tag_name(("http://www.w3.org/2005/Atom", name)));
        found.and_then(|found| found.text().map(str::to_owned)).unwrap_or_default()
    };
    let feed = document.root_element();
    let title = |value: &Value| value["title"].as_str().map(lines);
    assert_eq!(Some(lines(&child(feed, "title"))), title(&other), "{path}");
    let entries = feed.children().filter(|node| node.tag_name().name() == "entry");
    let entries: Vec<_> =
        entries.map(|entry| (child(entry, "title"), child(entry, "content"))).collect();
    let items = other["items"].as_array().expect("a list");
    assert_eq!(entries.len(), items.len(), "{path}");
    for ((its_title, words), item) in entries.iter().zip(items) {
        assert_eq!(Some(lines(its_title)), title(item), "{path}");
        let told = item["content_text"].as_str().map(lines);
        assert_eq!(Some(lines(words)), told, "{path}");
    }
}

/// The text with the one kind of line end that XML has.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The sheets have the cells of the tables, as far as a cell has room.
fn workbook(path: &str, files: &BTreeMap<String, Vec<u8>>) {
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(&files[path])).expect("XLSX");
    for (name, range) in book.worksheets() {
        let table = path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let Some(bytes) = files.get(&format!("{table}{name}.csv")) else { continue };
        let rows = rows(bytes);
        for (line, row) in rows.iter().enumerate() {
            for (index, cell) in row.iter().enumerate() {
                let at = (
                    u32::try_from(line).expect("few rows"),
                    u32::try_from(index).expect("few columns"),
                );
                let Some(Data::String(found)) = range.get_value(at) else { continue };
                let words = cell.strip_prefix('\'').unwrap_or(cell);
                let (words, found) = (lines(words), lines(found));
                assert!(
                    found == words || found.ends_with('…'),
                    "{path} {name} {at:?}: {found:?} {words:?}"
                );
            }
        }
    }
}
