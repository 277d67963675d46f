//! Open data: every format read back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::sync::OnceLock;

use calamine::{Data, Reader, Xlsx};
use congkhai::diagnostic::Diagnostics;
use congkhai::export::formats::{FORMATS, Format, Owner, Subject};
use congkhai::export::{names, readable};
use congkhai::hosting;
use congkhai::model::Record;
use congkhai::output::Checksum;
use congkhai::progress::Disclosed;
use congkhai::source::{Roots, load};
use congkhai::text::dates::parse_date;
use congkhai::vocabulary::columns::{Kind, TABLES};
use congkhai::{model, parse, progress};
use jiff::ToSpan;
use serde_json::Value;

use crate::support::{FICTIONAL, Files, SHIPPED, build_well, copy, fictional, request, root};

/// The fictional site on its own date.
pub(crate) fn built() -> &'static BTreeMap<String, Vec<u8>> {
    static BUILT: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    BUILT.get_or_init(|| by_name(FICTIONAL.clone()))
}

pub(crate) fn by_name(files: Files) -> BTreeMap<String, Vec<u8>> {
    files.into_iter().map(|(path, bytes)| (path.to_string(), bytes)).collect()
}

pub(crate) fn named<'a>(
    ending: &'a str,
) -> impl Iterator<Item = (&'static String, &'static Vec<u8>)> + 'a {
    built().iter().filter(move |(path, _)| path.ends_with(ending))
}

pub(crate) fn site() -> Record {
    let roots = Roots { content: fictional(), themes: root().join("themes") };
    let mut problems = Diagnostics::default();
    let tree = load::read(&roots).unwrap();
    model::assemble(&parse::all(&tree, &mut problems), &mut problems).unwrap()
}

/// Head and records of a CSV file.
pub(crate) fn records(bytes: &[u8]) -> (Vec<String>, Vec<Vec<String>>) {
    let text = std::str::from_utf8(bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a mark for spreadsheets");
    assert!(text.ends_with("\r\n"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    // What the data dictionary says of a text that a spreadsheet would run.
    let words = |cell: &str| cell.strip_prefix('\'').unwrap_or(cell).to_owned();
    let fields = |record: &csv::StringRecord| record.iter().map(words).collect::<Vec<_>>();
    let head = fields(reader.headers().unwrap());
    (head, reader.records().map(|record| fields(&record.unwrap())).collect())
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

#[test]
fn a_package_describes_its_files_as_they_are() {
    let mut packages = 0;
    for (path, bytes) in named("datapackage.json") {
        packages += 1;
        let folder = path.strip_suffix("datapackage.json").unwrap();
        let package = json(bytes);
        let resources = package["resources"].as_array().unwrap();
        let is_excel = |resource: &&Value| resource["path"] == names::EXCEL;
        let of_plan = folder.starts_with("ke-hoach/");
        assert_eq!(resources.iter().filter(is_excel).count(), usize::from(of_plan), "{path}");
        assert_eq!(resources.len(), TABLES.len() + usize::from(of_plan));
        for resource in resources.iter().filter(|resource| !is_excel(resource)) {
            let file = &built()[&format!("{folder}{}", resource["path"].as_str().unwrap())];
            assert_eq!(resource["bytes"], file.len());
            assert_eq!(resource["hash"], format!("sha256:{}", Checksum::of(file)));
            let fields = resource["schema"]["fields"].as_array().unwrap();
            let fields: Vec<_> =
                fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
            assert_eq!(records(file).0, fields, "{path}");
        }
    }
    assert_eq!(packages, 3);
}

#[test]
fn tables_have_a_row_for_each_thing_of_the_model() {
    let site = site();
    let progress = progress::on(&site, site.settings.as_of.unwrap());
    let rows = |name: &str| records(&built()[&format!("du-lieu/{name}.csv")]).1;
    let open = || progress.counted().filter(|task| !task.task.is_restricted());
    let events = || open().flat_map(|task| &task.events);
    assert_eq!(rows("ke-hoach").len(), site.plans.len());
    assert_eq!(rows("nhiem-vu").len(), progress.counted().count());
    assert_eq!(rows("dien-bien").len(), events().count());
    assert_eq!(rows("minh-chung").len(), events().flat_map(|event| &event.evidence).count());
    assert_eq!(rows("dinh-chinh").len(), progress.history.corrections.len());
    assert_eq!(rows("co-quan").len(), site.agencies.len());
    let duties = progress.plans.iter().flat_map(|plan| &plan.reports);
    let cells: usize = duties.map(|duty| duty.rows.len() * duty.periods.len()).sum();
    assert_eq!(rows("bao-cao").len(), cells);
    let as_of = progress.as_of.to_string();
    for table in TABLES {
        let rows = rows(table.name);
        assert!(!rows.is_empty(), "{} is empty", table.name);
        assert!(rows.iter().all(|row| row.last() == Some(&as_of)), "{}", table.name);
    }
    let numbers: Vec<_> = rows("nhiem-vu").into_iter().map(|row| row[1].clone()).collect();
    assert_eq!(numbers[..4], ["1.1", "1.2", "1.9", "1.10"]);
}

#[test]
fn json_says_what_csv_says() {
    for table in TABLES {
        let (head, rows) = records(&built()[&format!("du-lieu/{}.csv", table.name)]);
        let view = json(&built()[&format!("du-lieu/{}.json", table.name)]);
        let objects = view["dong"].as_array().unwrap();
        assert_eq!(objects.len(), rows.len());
        for (object, row) in objects.iter().zip(rows) {
            let plain = |name: &String| match &object[name] {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                Value::Array(items) => {
                    items.iter().map(|item| item.as_str().unwrap()).collect::<Vec<_>>().join(";")
                }
                other => other.to_string(),
            };
            assert_eq!(head.iter().map(plain).collect::<Vec<_>>(), row, "{}", table.name);
        }
    }
}

#[test]
fn the_workbook_says_what_csv_says() {
    for (path, bytes) in named(".xlsx") {
        let folder = path.strip_suffix("cong-khai.xlsx").unwrap();
        let mut workbook = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
        for table in TABLES {
            let (head, rows) = records(&built()[&format!("{folder}{}.csv", table.name)]);
            assert_eq!(head.len(), table.columns.len());
            let range = workbook.worksheet_range(table.title).unwrap();
            let columns = readable::columns(table);
            let heads: Vec<_> = columns.iter().map(|column| column.head.as_str()).collect();
            let mut lines = range.rows().map(|row| row.iter().map(plain).collect::<Vec<_>>());
            assert_eq!(lines.next().unwrap(), heads, "{path}: {}", table.name);
            assert_eq!(heads.iter().collect::<BTreeSet<_>>().len(), heads.len(), "{}", table.name);
            for (row, line) in rows.iter().zip(lines) {
                for (column, cell) in columns.iter().zip(line) {
                    let value = &row[column.from];
                    if column.is_own() {
                        assert_eq!(cell, written(value, column.kind), "{path}: {}", column.head);
                    } else {
                        // What has a code, and is known to the site, has a name beside it.
                        assert!(
                            cell.is_empty() <= value.is_empty(),
                            "{path}: {} of {value}",
                            column.head
                        );
                    }
                }
            }
        }
    }
}

/// A value of the CSV as the workbook shows it.
fn written(value: &str, kind: Kind) -> String {
    match (kind, value) {
        (Kind::Flag, "true") => "có".to_owned(),
        (Kind::Flag, "false") => "không".to_owned(),
        (Kind::List, ids) => ids.replace(';', "; "),
        (Kind::PartialDate, month) if month.len() == 7 => {
            format!("{}/{}", &month[5..], &month[..4])
        }
        _ => value.to_owned(),
    }
}

#[test]
fn the_tasks_of_a_plan_open_in_a_spreadsheet_that_parts_cells_at_semicolons() {
    let (path, bytes) = named(names::EXCEL).next().unwrap();
    let text = std::str::from_utf8(bytes).unwrap().strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let heads: Vec<_> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let plain = path.replace(names::EXCEL, "nhiem-vu.csv");
    let (_, rows) = records(&built()[&plain]);
    let at = |head: &str| heads.iter().position(|own| own == head).unwrap();
    let read: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(read.len(), rows.len());
    for (record, row) in read.iter().zip(rows) {
        assert_eq!(&record[at("Số nhiệm vụ")], format!("Nhiệm vụ {}", row[1]));
        let day = &record[at("Tính đến ngày")];
        assert_eq!(day, "30/06/2026");
    }
}

#[test]
fn each_open_task_can_be_followed_and_has_a_calendar_where_it_has_a_day() {
    let site = site();
    let progress = progress::on(&site, site.settings.as_of.unwrap());
    for plan in &progress.plans {
        for task in plan.tasks() {
            let path = |ending| {
                congkhai::paths::task_feed(&plan.plan.id, task.number(), ending).to_string()
            };
            let open = task.open();
            assert_eq!(built().contains_key(&path("xml")), open.is_some(), "{}", path("xml"));
            let has_day = open.is_some_and(|task| task.timing.end().is_some());
            assert_eq!(built().contains_key(&path("ics")), has_day, "{}", path("ics"));
            let Some(open) = open else { continue };
            let ids = atom_ids(&built()[&path("xml")]);
            let told = |id: &String| id.contains("/nhiem-vu/") || id.contains("/dinh-chinh/");
            assert!(ids.iter().all(told) && ids.len() >= open.events.len().min(20), "{ids:?}");
        }
    }
}

fn plain(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(flag) => flag.to_string(),
        Data::DateTime(moment) => {
            // Day 60 of the workbook's count is one that never was; dates come after it.
            let days = moment.as_f64() as i64;
            (parse_date("1899-12-30").unwrap() + days.days()).to_string()
        }
        other => panic!("{other:?}"),
    }
}

/// The text of a part of a workbook.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn cells_of_a_workbook_have_the_type_and_format_of_their_column() {
    let bytes = &built()["du-lieu/cong-khai.xlsx"];
    let styles = part(bytes, "xl/styles.xml");
    let styles = roxmltree::Document::parse(&styles).unwrap();
    let name =
        |name: &'static str| ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", name);
    let all = |tag: &'static str| {
        let parent = styles.descendants().find(|node| node.has_tag_name(name(tag))).unwrap();
        parent.children().filter(roxmltree::Node::is_element).collect::<Vec<_>>()
    };
    let formats: BTreeMap<_, _> = all("numFmts")
        .into_iter()
        .map(|node| (node.attribute("numFmtId").unwrap(), node.attribute("formatCode").unwrap()))
        .collect();
    let styles_of_cells = all("cellXfs");
    let fonts = all("fonts");
    let mut days = 0;
    for (position, table) in TABLES.iter().enumerate() {
        let columns = readable::columns(table);
        let sheet = part(bytes, &format!("xl/worksheets/sheet{}.xml", position + 2));
        let sheet = roxmltree::Document::parse(&sheet).unwrap();
        for cell in sheet.descendants().filter(|node| node.has_tag_name(name("c"))) {
            let place = cell.attribute("r").unwrap();
            let letters = place.trim_end_matches(|c: char| c.is_ascii_digit());
            let index = letters.bytes().fold(0, |sum, b| sum * 26 + usize::from(b - b'A') + 1) - 1;
            let column = &columns[index];
            let kind = column.kind;
            let is_number =
                ["so", "so_van_ban", "thuoc_nhiem_vu"].contains(&table.columns[column.from].name);
            let style = cell.attribute("s").map_or(0, |style| style.parse::<usize>().unwrap());
            let style = styles_of_cells[style];
            let align = style.children().find(|node| node.has_tag_name(name("alignment"))).unwrap();
            assert_eq!(align.attribute("vertical"), Some("top"), "{} {place}", table.name);
            let font = fonts[style.attribute("fontId").unwrap().parse::<usize>().unwrap()];
            let is_bold = font.children().any(|node| node.has_tag_name(name("b")));
            let is_head = place.len() - letters.len() == 1 && place.ends_with('1');
            assert_eq!(is_bold, is_head, "{} {place}", table.name);
            let format = formats.get(style.attribute("numFmtId").unwrap()).copied();
            let value = cell.attribute("t").unwrap_or("n");
            let is_partial = matches!(kind, Kind::PartialDate) && value == "n";
            let is_day = !is_head && (matches!(kind, Kind::Date) || is_partial);
            let expected = match is_number && !is_head {
                true => Some("@"),
                false => is_day.then_some("dd/mm/yyyy"),
            };
            assert_eq!(format, expected, "{} {place}", table.name);
            let wraps = align.attribute("wrapText") == Some("1");
            assert_eq!(wraps, !is_day, "{} {place}", table.name);
            let expected = match kind {
                _ if is_head => "s",
                Kind::Integer | Kind::Decimal | Kind::Date => "n",
                Kind::PartialDate => value,
                _ => "s",
            };
            assert_eq!(value, expected, "{} {place}", table.name);
            days += usize::from(is_day);
        }
    }
    assert!(days > 100, "{days}");
}

/// What a gzip holds, which tells neither a time nor a name.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    assert_eq!(bytes[..8], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
    let mut plain = Vec::new();
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain).unwrap();
    plain
}

#[test]
fn a_large_table_is_published_compressed_and_told_so() {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&fictional(), &content);
    // News so long that the table of events is larger than two megabytes in the site, and not in a plan.
    let path = content.join("ke-hoach/45-kh-ubnd-2026/nhiem-vu/2.md");
    let text = fs::read_to_string(&path).unwrap();
    let before = "    co_quan_bao_cao: so-dao-tao\n";
    assert!(text.contains(before));
    let words = "Đã trình dự thảo, đang lấy ý kiến. ".repeat(3_400);
    let news: String = (2..12).map(|number| {
        format!("  - {{ ma: d{number}, ngay: 2026-06-20, ngay_cong_bo: 2026-06-21, loai: cap_nhat, noi_dung: \"{}\" }}\n", words.trim())
    }).collect();
    fs::write(&path, text.replacen(before, &format!("{before}{news}"), 1)).unwrap();
    let other = content.join("ke-hoach/12-kh-ubnd-2022/nhiem-vu/1-10.md");
    let text = fs::read_to_string(&other).unwrap();
    let news: String = (20..30).map(|number| {
        format!("  - {{ ma: x{number}, ngay: 2026-06-20, ngay_cong_bo: 2026-06-21, loai: cap_nhat, noi_dung: \"{}\" }}\n", words.trim())
    }).collect();
    assert!(text.contains("dien_bien:\n"));
    fs::write(&other, text.replacen("dien_bien:\n", &format!("dien_bien:\n{news}"), 1)).unwrap();
    let files = by_name(build_well(&request(&content, None)));
    for ending in ["csv", "json"] {
        let path = format!("du-lieu/dien-bien.{ending}");
        assert!(!files.contains_key(&path), "{path}");
        assert!(files.contains_key(&format!("{path}.gz")), "{path}");
        assert!(files.contains_key(&format!("du-lieu/nhiem-vu.{ending}")));
    }
    let csv = unpacked(&files["du-lieu/dien-bien.csv.gz"]);
    assert!(csv.len() > 2_000_000);
    let rows = records(&csv).1;
    let object = json(&unpacked(&files["du-lieu/dien-bien.json.gz"]));
    assert_eq!(object["dong"].as_array().unwrap().len(), rows.len());
    // Plan by plan, in the order of the site's table, nothing more and nothing less.
    let of_plans = ["12-kh-ubnd-2022", "45-kh-ubnd-2026"]
        .map(|plan| records(&files[&format!("ke-hoach/{plan}/du-lieu/dien-bien.csv")]).1);
    assert_eq!(rows, of_plans.concat());
    let package = json(&files["du-lieu/datapackage.json"]);
    for resource in package["resources"].as_array().unwrap() {
        let path = resource["path"].as_str().unwrap();
        let file = &files[&format!("du-lieu/{path}")];
        assert_eq!(resource["bytes"], file.len());
        assert_eq!(resource["hash"], format!("sha256:{}", Checksum::of(file)));
        assert_eq!(resource["compression"] == "gz", path.ends_with(".gz"), "{path}");
    }
    let catalogue = String::from_utf8_lossy(&files["du-lieu/dcat.jsonld"]);
    assert!(catalogue.contains("du-lieu/dien-bien.csv.gz"));
    assert!(catalogue.contains("dcat:compressFormat"));
    // Nothing speaks of a workbook of the whole site, and the plans' are there.
    assert!(!files.contains_key("du-lieu/cong-khai.xlsx"));
    assert!(files.contains_key("ke-hoach/45-kh-ubnd-2026/du-lieu/cong-khai.xlsx"));
    let page = String::from_utf8_lossy(&files["du-lieu/index.html"]);
    assert!(page.contains("dien-bien.csv.gz") && page.contains("nén .gz"));
    assert!(page.contains("7-Zip") && !page.contains("cong-khai.xlsx"));
    assert!(page.contains("bảng ở dạng CSV và JSON"));
    let small = String::from_utf8_lossy(&built()["du-lieu/index.html"]);
    assert!(small.contains("cong-khai.xlsx") && !small.contains("7-Zip"));
}

#[test]
fn a_workbook_does_not_know_when_it_was_made() {
    for (path, bytes) in named(".xlsx") {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for index in 0..archive.len() {
            let file = archive.by_index(index).unwrap();
            let year = file.last_modified().map(|moment| moment.year());
            assert_eq!(year, Some(1980), "{path}: {:?}", file.name());
        }
        let mut properties = String::new();
        let mut file = archive.by_name("docProps/core.xml").unwrap();
        file.read_to_string(&mut properties).unwrap();
        assert!(properties.contains("2026-06-30T00:00:00Z"), "{properties}");
    }
}

/// The ids of a feed's entries, newest first.
pub(crate) fn atom_ids(bytes: &[u8]) -> Vec<String> {
    let feed = atom_syndication::Feed::read_from(bytes).unwrap();
    let newest = feed.entries.first().map_or(feed.updated, |entry| entry.updated);
    assert_eq!(feed.updated, newest);
    assert!(feed.entries.is_sorted_by(|a, b| a.updated >= b.updated));
    assert!(feed.entries.iter().all(|entry| entry.id.starts_with("tag:lam-giang.example,2026:")));
    assert!(feed.links.iter().any(|link| link.rel == "self"));
    feed.entries.into_iter().map(|entry| entry.id).collect()
}

pub(crate) fn is_atom(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes).contains("http://www.w3.org/2005/Atom")
}

#[test]
fn feeds_name_each_entry_once_and_alike_in_both_formats() {
    let mut feeds = 0;
    let mut own = BTreeSet::new();
    for (path, bytes) in named(".xml").filter(|(_, bytes)| is_atom(bytes)) {
        let ids = atom_ids(bytes);
        assert!(ids.len() <= 50);
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}");
        let feed = atom_syndication::Feed::read_from(bytes.as_slice()).unwrap();
        assert!(own.insert(feed.id.clone()), "{path} has the id of another feed");
        if path.contains("/nhiem-vu/") {
            continue;
        }
        feeds += 1;
        let twin = json(&built()[&path.replace(".xml", ".json")]);
        let items = twin["items"].as_array().unwrap();
        let theirs: Vec<_> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
        assert_eq!(ids, theirs, "{path}");
    }
    assert_eq!(feeds, 2 + 2 * 2 + 14);
    assert!(!atom_ids(&built()["cap-nhat.xml"]).is_empty());
    let corrections = atom_ids(&built()["dinh-chinh.xml"]);
    assert_eq!(
        corrections.last().unwrap(),
        "tag:lam-giang.example,2026:ke-hoach/12-kh-ubnd-2022/dinh-chinh/c1"
    );
}

#[test]
fn a_feed_changes_only_when_its_own_matter_does() {
    let scene = tempfile::tempdir().unwrap();
    let edited = scene.path().join("content");
    copy(&fictional(), &edited);
    let change = |file: &str, from: &str, to: &str| {
        let path = edited.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    };
    // A note at a task of one plan; news about a task of the other.
    change(
        "ke-hoach/12-kh-ubnd-2022/nhiem-vu/1-1.md",
        "can_cu_dieu: [ii.1.a]\n",
        "can_cu_dieu: [ii.1.a]\nghi_chu_bien_tap: [\"Ghi chú mới.\"]\n",
    );
    change(
        "ke-hoach/45-kh-ubnd-2026/nhiem-vu/2.md",
        "    co_quan_bao_cao: so-dao-tao\n",
        "    co_quan_bao_cao: so-dao-tao\n  - { ma: d2, ngay: 2026-06-20, ngay_cong_bo: 2026-06-21, loai: cap_nhat, noi_dung: Tin mới. }\n",
    );
    let after = by_name(build_well(&request(&edited, None)));
    let changed: Vec<_> = named(".xml")
        .filter(|(path, bytes)| is_atom(bytes) && after[*path] != **bytes)
        .map(|(path, _)| path.as_str())
        .collect();
    let of_agency = |path: &str| path.starts_with("co-quan/");
    let (agencies, others): (Vec<_>, Vec<_>) =
        changed.into_iter().partition(|path| of_agency(path));
    let own = "ke-hoach/45-kh-ubnd-2026/nhiem-vu/2.xml";
    assert_eq!(others, ["cap-nhat.xml", "ke-hoach/45-kh-ubnd-2026/du-lieu/cap-nhat.xml", own]);
    assert!(agencies.len() < 5, "{agencies:?}");
    for (path, bytes) in named(".xml").filter(|(_, bytes)| is_atom(bytes)) {
        let kept = atom_ids(bytes);
        let now: BTreeSet<_> = atom_ids(&after[path]).into_iter().collect();
        assert!(kept.iter().all(|id| now.contains(id)), "{path} lost an id");
    }
}

#[test]
fn the_next_day_changes_no_feed() {
    let next = by_name(build_well(&request(&fictional(), Some("2026-07-01"))));
    for (path, bytes) in named(".xml").filter(|(_, bytes)| is_atom(bytes)) {
        assert!(next[path] == *bytes, "{path}");
        if path.contains("/nhiem-vu/") {
            continue;
        }
        let json = path.replace(".xml", ".json");
        assert!(next[&json] == built()[&json], "{json}");
    }
}

#[test]
fn calendars_have_the_deadlines_in_force() {
    use icalendar::{Calendar, Component};
    let site = site();
    let progress = progress::on(&site, site.settings.as_of.unwrap());
    for (path, bytes) in named(".ics") {
        let text = std::str::from_utf8(bytes).unwrap();
        let lines: Vec<_> = text.split("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= 75 && !line.contains('\n')), "{path}");
        let calendar: Calendar = text.parse().unwrap();
        let mut ids = BTreeSet::new();
        for event in calendar.events() {
            assert!(ids.insert(event.get_uid().unwrap().to_owned()), "{path}");
            assert!(event.property_value("DTSTAMP").unwrap() <= "20260630T000000Z");
            assert!(event.get_start().is_some() && event.get_summary().is_some());
        }
        if let Some(plan) = path.strip_suffix("/du-lieu/lich.ics") {
            let plan = plan.strip_prefix("ke-hoach/").unwrap();
            let plan = progress.plan(&model::PlanId::new(plan));
            let open = plan.counted().filter_map(Disclosed::open);
            let due: BTreeSet<_> = open
                .filter_map(|task| task.timing.end())
                .map(|end| end.strftime("%Y%m%d").to_string())
                .collect();
            let told: BTreeSet<_> = calendar
                .events()
                .map(|event| event.property_value("DTSTART").unwrap().to_owned())
                .collect();
            assert_eq!(told, due);
        }
    }
}

#[test]
fn the_text_as_data_has_every_word_in_order() {
    let shipped = Roots { content: root().join("content"), themes: root().join("themes") };
    let mut problems = Diagnostics::default();
    let tree = load::read(&shipped).unwrap();
    let shipped = model::assemble(&parse::all(&tree, &mut problems), &mut problems).unwrap();
    let files = by_name(SHIPPED.clone());
    let sites = [(&shipped, &files), (&site(), built())];
    for (site, files) in sites {
        for plan in site.plans.values() {
            let bytes = &files[&format!("ke-hoach/{}/du-lieu/van-ban.akn.xml", plan.id)];
            let text = std::str::from_utf8(bytes).unwrap();
            let document = roxmltree::Document::parse(text).unwrap();
            let ids: Vec<_> =
                document.descendants().filter_map(|node| node.attribute("eId")).collect();
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
            let words = plan.text.words(&plan.text_file);
            let expected: String = words.iter().map(|word| word.text).collect();
            assert_eq!(letters_of(&document), expected, "{}", plan.id);
            for node in plan.text.nodes() {
                assert!(ids.contains(&node.id.anchor().as_str()));
            }
        }
    }
}

/// All letters of the document but those of remarks and of the rows of the table of tasks.
fn letters_of(document: &roxmltree::Document<'_>) -> String {
    let mut letters = String::new();
    for node in document.descendants().filter(roxmltree::Node::is_text) {
        let within = |name: &str| {
            node.ancestors().any(|parent| {
                parent.has_tag_name(("http://docs.oasis-open.org/legaldocml/ns/akn/3.0", name))
            })
        };
        // A row of hyphens is a line that somebody drew.
        let drawn = |word: &&str| word.len() >= 3 && word.bytes().all(|byte| byte == b'-');
        let words = node.text().unwrap().split_whitespace().filter(|word| !drawn(word));
        if !within("remark") && !within("td") {
            letters.extend(words);
        }
    }
    letters
}

#[test]
fn the_catalogue_of_datasets_knows_every_table() {
    let catalogue = json(&built()["du-lieu/dcat.jsonld"]);
    let datasets = catalogue["dcat:dataset"].as_array().unwrap();
    assert_eq!(datasets.len(), 3);
    for dataset in datasets {
        for distribution in dataset["dcat:distribution"].as_array().unwrap() {
            let address = distribution["dcat:downloadURL"]["@id"].as_str().unwrap();
            let path = address.strip_prefix("https://lam-giang.example/tien-do/").unwrap();
            let sum = distribution["spdx:checksum"]["spdx:checksumValue"].as_str().unwrap();
            assert_eq!(sum, Checksum::of(&built()[path]).to_string(), "{path}");
        }
    }
}

#[test]
fn every_form_of_data_is_made_and_known_to_servers() {
    let catalogue = json(&built()["du-lieu/dcat.jsonld"]);
    for (position, dataset) in catalogue["dcat:dataset"].as_array().unwrap().iter().enumerate() {
        let has = |format: &&Format| match format.owner {
            Owner::Everybody => true,
            Owner::Site => position == 0,
            Owner::Plans => position > 0,
        };
        // The catalogue does not tell of itself.
        let has = |format: &&Format| {
            has(format) && !matches!(format.subject, Subject::File(names::CATALOGUE))
        };
        let files = FORMATS.iter().filter(has).map(|format| match format.subject {
            Subject::Table => TABLES.len(),
            Subject::File(_) | Subject::Feed(..) => 1,
        });
        let told = dataset["dcat:distribution"].as_array().unwrap();
        assert_eq!(told.len(), files.sum::<usize>(), "of the files told, each is made");
    }
    for format in &FORMATS {
        assert!(hosting::media_type(format.ending).is_some(), "{}", format.ending);
    }
}
