//! Open data: every format read back, and nothing of a restricted task in any of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::sync::OnceLock;

use calamine::{Data, Reader, Xlsx};
use congkhai::diagnostic::Diagnostics;
use congkhai::export::{self, Addresses};
use congkhai::load::{self, Roots};
use congkhai::model::{
    Correction, CorrectionKind, CorrectionOrigin, CorrectionTarget, Destination, Event, EventKind,
    Evidence, EvidenceKind, Openness, Origin, Partners, Related, Site, SubWork, Task,
};
use congkhai::output::Checksum;
use congkhai::pages::{self, PageKind, PageOptions};
use congkhai::parse::Prose;
use congkhai::progress::Progress;
use congkhai::text::dates::parse_date;
use congkhai::{model, parse, progress};
use jiff::ToSpan;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{Files, build_well, copy, request, root};

fn content() -> std::path::PathBuf {
    root().join("tests/sites/lam-giang/content")
}

/// The fictional site on its own date.
fn built() -> &'static BTreeMap<String, Vec<u8>> {
    static BUILT: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    BUILT.get_or_init(|| by_name(build_well(&request(&content(), None))))
}

fn by_name(files: Files) -> BTreeMap<String, Vec<u8>> {
    files.into_iter().map(|(path, bytes)| (path.to_string(), bytes)).collect()
}

fn named<'a>(ending: &'a str) -> impl Iterator<Item = (&'static String, &'static Vec<u8>)> + 'a {
    built().iter().filter(move |(path, _)| path.ends_with(ending))
}

fn site() -> Site {
    let roots = Roots { content: content(), themes: root().join("themes") };
    let mut problems = Diagnostics::default();
    let tree = load::read(&roots, &mut problems).unwrap();
    model::assemble(&parse::all(&tree, &mut problems), &mut problems).unwrap()
}

/// Head and records of a CSV file.
fn records(bytes: &[u8]) -> (Vec<String>, Vec<Vec<String>>) {
    let text = std::str::from_utf8(bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a mark for spreadsheets");
    assert!(text.ends_with("\r\n"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let fields = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
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
        assert_eq!(resources.len(), export::catalogue::TABLES.len());
        for resource in resources {
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
    for table in export::catalogue::TABLES {
        let rows = rows(table.name);
        assert!(!rows.is_empty(), "{} is empty", table.name);
        assert!(rows.iter().all(|row| row.last() == Some(&as_of)), "{}", table.name);
    }
    let numbers: Vec<_> = rows("nhiem-vu").into_iter().map(|row| row[1].clone()).collect();
    assert_eq!(numbers[..4], ["1.1", "1.2", "1.9", "1.10"]);
}

#[test]
fn json_says_what_csv_says() {
    for table in export::catalogue::TABLES {
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
        for table in export::catalogue::TABLES {
            let (head, rows) = records(&built()[&format!("{folder}{}.csv", table.name)]);
            let range = workbook.worksheet_range(table.name).unwrap();
            let read = range.rows().map(|row| row.iter().map(plain).collect::<Vec<_>>());
            let expected = std::iter::once(head).chain(rows);
            assert!(read.eq(expected), "{path}: {}", table.name);
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
fn atom_ids(bytes: &[u8]) -> Vec<String> {
    let feed = atom_syndication::Feed::read_from(bytes).unwrap();
    let newest = feed.entries.first().map_or(feed.updated, |entry| entry.updated);
    assert_eq!(feed.updated, newest);
    assert!(feed.entries.is_sorted_by(|a, b| a.updated >= b.updated));
    assert!(feed.entries.iter().all(|entry| entry.id.starts_with("tag:lam-giang.example,2026:")));
    assert!(feed.links.iter().any(|link| link.rel == "self"));
    feed.entries.into_iter().map(|entry| entry.id).collect()
}

fn is_atom(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes).contains("http://www.w3.org/2005/Atom")
}

#[test]
fn feeds_name_each_entry_once_and_alike_in_both_formats() {
    let mut feeds = 0;
    let mut own = BTreeSet::new();
    for (path, bytes) in named(".xml").filter(|(_, bytes)| is_atom(bytes)) {
        feeds += 1;
        let ids = atom_ids(bytes);
        assert!(ids.len() <= 50);
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}");
        let feed = atom_syndication::Feed::read_from(bytes.as_slice()).unwrap();
        assert!(own.insert(feed.id.clone()), "{path} has the id of another feed");
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
    copy(&content(), &edited);
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
    let tasks = |path: &str| path.starts_with("co-quan/");
    let (agencies, others): (Vec<_>, Vec<_>) = changed.into_iter().partition(|path| tasks(path));
    assert_eq!(others, ["cap-nhat.xml", "ke-hoach/45-kh-ubnd-2026/du-lieu/cap-nhat.xml"]);
    assert!(agencies.len() < 5, "{agencies:?}");
    for (path, bytes) in named(".xml").filter(|(_, bytes)| is_atom(bytes)) {
        let kept = atom_ids(bytes);
        let now: BTreeSet<_> = atom_ids(&after[path]).into_iter().collect();
        assert!(kept.iter().all(|id| now.contains(id)), "{path} lost an id");
    }
}

#[test]
fn the_next_day_changes_no_feed() {
    let next = by_name(build_well(&request(&content(), Some("2026-07-01"))));
    for (path, bytes) in named(".xml").filter(|(_, bytes)| is_atom(bytes)) {
        assert!(next[path] == *bytes, "{path}");
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
            let open = plan.counted().filter(|task| !task.task.is_restricted());
            let due: BTreeSet<_> =
                open.map(|task| task.deadline.in_force.strftime("%Y%m%d").to_string()).collect();
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
    let tree = load::read(&shipped, &mut problems).unwrap();
    let shipped = model::assemble(&parse::all(&tree, &mut problems), &mut problems).unwrap();
    let files = by_name(build_well(&request(&root().join("content"), None)));
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
            for node in plan.text.body.iter().chain(&plan.text.appendix) {
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

/// Words that must not leave the site, in every field of a restricted task that can bear words.
struct Secrets {
    next: usize,
    /// The words that the signed text itself has, and so the page of the full text.
    signed: BTreeSet<String>,
}

impl Secrets {
    fn word(&mut self) -> String {
        self.next += 1;
        format!("bimat{}x", self.next)
    }

    fn some(&mut self) -> Option<String> {
        Some(self.word())
    }

    fn signed(&mut self) -> String {
        let word = self.word();
        self.signed.insert(word.clone());
        word
    }

    fn restrict(&mut self, task: &mut Task) {
        task.openness = Openness::Restricted { reason: "An ninh".to_owned() };
        task.leads.verbatim = Some(self.signed());
        let known = task.partners.take();
        task.partners = Some(Partners {
            verbatim: self.signed(),
            agencies: known.iter().flat_map(|known| known.agencies.clone()).collect(),
            groups: known.iter().flat_map(|known| known.groups.clone()).collect(),
        });
        task.period.verbatim = self.signed();
        task.sub_works.push(SubWork { letter: self.word(), verbatim: self.word() });
        task.products.push(self.word());
        task.notes.push(self.word());
        task.related.push(self.related());
        task.narrative = Prose { text: self.word(), ..Prose::default() };
        if let Origin::Added { basis, .. } = &mut task.origin {
            *basis = self.word();
        }
        for event in &mut task.events {
            self.hide_in(event);
        }
        let told =
            task.events.last().map_or(parse_date("2023-03-01").unwrap(), |last| last.published);
        let happened = congkhai::text::dates::PartialDate::Full(told);
        let kinds = [
            EventKind::WordingChanged { from: self.word(), to: self.word() },
            EventKind::CarriedOver(Destination::Elsewhere(self.word(), self.some())),
        ];
        for kind in kinds {
            let index = task.events.len();
            let mut event = Event {
                id: format!("e{index}"),
                happened,
                published: told,
                kind,
                sub_work: None,
                text: None,
                difficulty: None,
                reporter: None,
                evidence: Vec::new(),
                basis: None,
                index,
            };
            self.hide_in(&mut event);
            task.events.push(event);
        }
    }

    /// Evidence that readers may not see leads nowhere.
    fn withhold(&mut self, event: &mut Event) {
        for piece in event.evidence.iter_mut().filter(|piece| !piece.public) {
            piece.url = Some(format!("https://{}.example/", self.word()));
            piece.file = Some(format!("tep/{}.pdf", self.word()));
            piece.sha256 = self.some();
        }
    }

    fn hide_in(&mut self, event: &mut Event) {
        event.id = self.word();
        event.text = self.some();
        event.difficulty = self.some();
        event.basis = self.some();
        event.evidence.push(Evidence {
            kind: EvidenceKind::Document,
            title: self.word(),
            date: None,
            date_note: self.some(),
            number: self.some(),
            issuer: self.some(),
            url: Some(format!("https://{}.example/", self.word())),
            file: Some(format!("tep/{}.pdf", self.word())),
            sha256: self.some(),
            public: self.next.is_multiple_of(2),
            withheld_because: self.some(),
            quote: self.some(),
            note: self.some(),
        });
    }

    fn related(&mut self) -> Related {
        Related {
            kind: EvidenceKind::News,
            title: self.word(),
            publisher: self.some(),
            number: self.some(),
            date: None,
            date_note: self.some(),
            url: self.some(),
            says: self.word(),
            quote: self.some(),
            figure: self.some(),
            read_itself: true,
            note: self.some(),
        }
    }

    fn correction(&mut self, number: &model::TaskNumber, index: usize) -> Correction {
        Correction {
            id: format!("an{index}"),
            kind: CorrectionKind::Site,
            published: parse_date("2024-05-01").unwrap(),
            target: CorrectionTarget::Task(number.clone()),
            before: self.word(),
            after: self.word(),
            reason: self.word(),
            origin: CorrectionOrigin::Editors,
            received: None,
            answered: None,
            letter: self.some(),
        }
    }
}

/// All that is made of a site: the files of open data inflated, and all that templates may read.
fn everything(progress: &Progress<'_>) -> Vec<(String, Vec<u8>, bool)> {
    let address = "https://lam-giang.example/tien-do/";
    let addresses = Addresses::new(Some(address), &progress.site.settings);
    let mut files = export::Files::default();
    let mut all = Vec::new();
    for job in export::jobs(progress) {
        job.run(progress, &addresses, &mut |file| {
            files.add(file.path.clone(), file.facts());
            all.push((file.path.to_string(), inflated(file.bytes), false));
            Ok(())
        })
        .unwrap();
    }
    let closing = export::closing(progress, &addresses, &files);
    all.push((closing.path.to_string(), closing.bytes, false));
    let options = PageOptions {
        address: Some(address.to_owned()),
        base_path: "/tien-do/".to_owned(),
        stylesheets: Vec::new(),
        icon: None,
        generator: "congkhai".to_owned(),
        addresses,
        files,
    };
    let pages = pages::list(progress, options);
    for page in pages.pages() {
        let view = serde_json::to_vec(&pages.view(page)).unwrap();
        all.push((page.path.to_string(), view, matches!(page.kind, PageKind::Text(_))));
    }
    all
}

/// A workbook's parts one after another; any other file as it is.
fn inflated(bytes: Vec<u8>) -> Vec<u8> {
    if !bytes.starts_with(b"PK") {
        return bytes;
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = Vec::new();
    for index in 0..archive.len() {
        archive.by_index(index).unwrap().read_to_end(&mut all).unwrap();
    }
    all
}

/// The secrets that a file tells.
fn told(bytes: &[u8], but: &BTreeSet<String>) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    let words = text.match_indices("bimat").map(|(at, _)| {
        let word: String = text[at..].chars().take_while(char::is_ascii_alphanumeric).collect();
        word
    });
    words.filter(|word| !but.contains(word)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn nothing_of_a_restricted_task_leaves_the_site(
        restricted in prop::collection::btree_set(0..26_usize, 1..8),
        date in prop::sample::select(vec!["2023-12-31", "2024-06-30", "2026-06-30"]),
    ) {
        let mut site = site();
        let mut secrets = Secrets { next: 0, signed: BTreeSet::new() };
        let mut position = 0;
        for plan in site.plans.values_mut() {
            let mut corrected = Vec::new();
            for task in plan.tasks.values_mut() {
                if restricted.contains(&position) {
                    secrets.restrict(task);
                    corrected.push(task.number.clone());
                } else {
                    task.events.iter_mut().for_each(|event| secrets.withhold(event));
                }
                position += 1;
            }
            for number in corrected {
                let index = plan.corrections.len();
                let correction = secrets.correction(&number, index);
                plan.corrections.push(correction);
            }
        }
        let progress = progress::on(&site, parse_date(date).unwrap());
        for (path, bytes, has_text) in everything(&progress) {
            let none = BTreeSet::new();
            let but = if has_text { &secrets.signed } else { &none };
            let told = told(&bytes, but);
            prop_assert!(told.is_empty(), "{path}: {told:?}");
        }
    }
}

#[test]
fn of_a_restricted_task_only_words_and_standing_are_told() {
    let public = [
        "ke_hoach",
        "so",
        "nhom",
        "ten_nhom",
        "nguyen_van",
        "tinh_trang",
        "tinh_trang_ten",
        "han_che",
        "url",
        "tinh_den_ngay",
    ];
    let (head, rows) = records(&built()["du-lieu/nhiem-vu.csv"]);
    let column = |name: &str| head.iter().position(|head| head == name).unwrap();
    let restricted: Vec<_> = rows.iter().filter(|row| row[column("han_che")] == "true").collect();
    assert_eq!(restricted.len(), 1);
    for row in restricted {
        let told: Vec<_> = head
            .iter()
            .zip(row)
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(name, _)| name)
            .collect();
        assert_eq!(told, public);
        for table in ["phan-cong", "dien-bien", "minh-chung"] {
            let rows = records(&built()[&format!("du-lieu/{table}.csv")]).1;
            assert!(rows.iter().all(|other| other[..2] != row[..2]), "{table}");
        }
        let number = row[column("so")].replace('.', "-");
        for (path, bytes) in named(".ics") {
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains(&format!("UID:{number}.{}@", row[0])), "{path}");
        }
        for (path, bytes) in named(".xml").filter(|(_, bytes)| is_atom(bytes)) {
            let name = format!("{}/nhiem-vu/{}/", row[0], row[1]);
            assert!(atom_ids(bytes).iter().all(|id| !id.contains(&name)), "{path}");
        }
    }
}

#[test]
fn a_built_site_keeps_what_its_files_hide() {
    let scene = tempfile::tempdir().unwrap();
    let hidden = scene.path().join("content");
    copy(&content(), &hidden);
    let task = hidden.join("ke-hoach/12-kh-ubnd-2022/nhiem-vu/3-3.md");
    let text = fs::read_to_string(&task).unwrap();
    let state = "    trang_thai: dang_thuc_hien\n";
    assert!(text.contains(state));
    let text = text.replace(state, &format!("{state}    can_cu: bimat1x\n"));
    fs::write(&task, text).unwrap();
    let corrections = hidden.join("ke-hoach/12-kh-ubnd-2022/dinh-chinh.yml");
    let mut text = fs::read_to_string(&corrections).unwrap();
    text.push_str("  - { ma: c9, loai: trang_thong_tin, ngay: 2025-05-01, dich: nhiem-vu/3.3, truoc: bimat2x, sau: bimat3x, ly_do: bimat4x, nguon: tu_phat_hien }\n");
    fs::write(&corrections, text).unwrap();
    for (path, bytes) in by_name(build_well(&request(&hidden, None))) {
        let told = told(&inflated(bytes), &BTreeSet::new());
        assert!(told.is_empty(), "{path}: {told:?}");
    }
}
