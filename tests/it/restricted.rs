//! Nothing of a restricted task but its words and its standing leaves the site, and nothing of withheld evidence but
//! that it exists and why, in any byte of any file; dates and counts of days among them.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};

use congkhai::diagnostic::SourcePath;
use congkhai::export::Addresses;
use congkhai::model::{
    self, Correction, CorrectionKind, CorrectionOrigin, CorrectionTarget, Destination, Event,
    EventKind, Evidence, EvidenceKind, Leads, Openness, Origin, Partners, Piece, Related, SubWork,
    Task, TaskTime, TimeReading, Withheld,
};
use congkhai::pages::{self, PageKind};
use congkhai::parse::Prose;
use congkhai::progress::{self, Progress};
use congkhai::search::SearchIndex;
use congkhai::text::dates::{PartialDate, days_between, parse_date};
use congkhai::text::numbers::integer;
use congkhai::text::schedule::{Schedule, Span, Unit, Window};
use jiff::civil::Date;
use proptest::prelude::*;

use crate::export::{atom_ids, built, by_name, is_atom, named, records, site};
use crate::support::{
    ADDRESS, build_well, copy, fictional, known, open_data, page_options, request, steps,
};

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
        task.leads.verbatim = Some(self.signed().into());
        let known = task.partners.take();
        task.partners = Some(Partners {
            verbatim: self.signed().into(),
            agencies: known.iter().flat_map(|known| known.agencies.clone()).collect(),
            groups: known.iter().flat_map(|known| known.groups.clone()).collect(),
        });
        let on = |date| Span { from: day(date), to: day(date), unit: Unit::Day };
        let (first, last) = (on("1986-02-03"), on("1986-11-05"));
        task.time = TaskTime {
            verbatim: Some(self.signed().into()),
            reading: TimeReading::Given {
                schedule: Schedule::Window(Window { first, last, aim: false, hours: None }),
                reason: self.word(),
            },
            is_unclear: false,
        };
        task.sub_works.push(SubWork {
            letter: self.word(),
            verbatim: self.word().into(),
            leads: Some(Leads {
                agencies: Vec::new(),
                groups: Vec::new(),
                verbatim: Some(self.word().into()),
            }),
            time: Some(TaskTime {
                verbatim: Some(self.word().into()),
                reading: TimeReading::Unread,
                is_unclear: false,
            }),
            products: vec![self.word().into()],
        });
        let signed = self.signed().into();
        task.other_cells.insert("Ghi chú".to_owned(), signed);
        task.products.push(self.word().into());
        task.notes.push(self.word());
        task.related.push(self.related());
        task.narrative = Prose { text: self.word(), ..Prose::default() };
        if let Origin::Added { basis, .. } = &mut task.origin {
            *basis = self.word();
        }
        for event in &mut task.events {
            self.hide_in(event);
            event.happened = PartialDate::Full(day("1987-05-17"));
            event.published = day("1987-05-19");
        }
        let told = day("1987-06-21");
        let happened = PartialDate::Full(told);
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
                turn: None,
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

    /// Withholds every other piece of evidence of an open task.
    fn withhold(&mut self, task: &mut Task) -> Withheld {
        let mut withheld = Withheld::new();
        for event in &mut task.events {
            for (position, evidence) in event.evidence.iter_mut().enumerate().skip(1).step_by(2) {
                *evidence = Evidence::Withheld { reason: "An ninh".to_owned() };
                withheld.insert((task.number.clone(), event.index, position), self.piece());
            }
        }
        withheld
    }

    fn hide_in(&mut self, event: &mut Event) {
        event.id = self.word();
        event.text = self.some();
        event.difficulty = self.some();
        event.basis = self.some();
        event.evidence.push(match self.next.is_multiple_of(2) {
            true => Evidence::Public(self.piece()),
            false => Evidence::Withheld { reason: self.word() },
        });
    }

    fn piece(&mut self) -> Piece {
        Piece {
            kind: EvidenceKind::Document,
            title: self.word(),
            date: Some(PartialDate::Full(day("1987-08-09"))),
            date_note: self.some(),
            number: self.some(),
            issuer: self.some(),
            url: Some(format!("https://{}.example/", self.word())),
            file: Some(format!("tep/{}.pdf", self.word())),
            sha256: self.some(),
            quote: self.some(),
            note: self.some(),
        }
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
            received: Some(day("1985-03-07")),
            answered: Some(day("1985-04-29")),
            letter: self.some(),
            source: SourcePath::content("dinh-chinh.yml").key("dinh_chinh").index(index),
        }
    }
}

/// All that is made of a site: the files of open data inflated, and all that templates may read.
fn everything(progress: &Progress<'_>) -> Vec<(String, Vec<u8>, bool)> {
    let addresses = Addresses::new(Some(ADDRESS), &progress.site.settings);
    let made = open_data(progress, &addresses);
    let files = known(&made);
    let mut all: Vec<_> = made
        .into_iter()
        .map(|file| (file.path.to_string(), inflated(file.content.bytes().to_vec()), false))
        .collect();
    let options = page_options(addresses, files);
    let index = SearchIndex::of(progress);
    for (path, bytes) in &index.files {
        all.push((path.to_string(), bytes.clone(), false));
    }
    let pages = pages::list(progress, &index, options);
    for page in pages.pages() {
        let view = serde_json::to_vec(&pages.view(page)).unwrap();
        all.push((page.path.to_string(), view, matches!(page.kind, PageKind::Text(_))));
    }
    all
}

/// A workbook's parts one after another, what a gzip holds; any other file as it is.
fn inflated(bytes: Vec<u8>) -> Vec<u8> {
    if bytes.starts_with(&[0x1f, 0x8b]) {
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut plain).unwrap();
        return plain;
    }
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

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

/// The years in which all that is dated of restricted tasks and withheld evidence lies, and nothing else does.
const YEARS: [&str; 3] = ["1985", "1986", "1987"];

/// The secret dates that a file tells, in any of the forms that dates are written in, and the days since a deadline.
fn dates_told(bytes: &[u8], as_of: Date) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let dated = YEARS
        .iter()
        .flat_map(|year| [format!("{year}-"), format!("/{year}"), format!("năm {year}")]);
    let compact = ["19860203", "19861105", "19870517", "19870519", "19870621", "19870809"];
    let days = ["1986-02-03", "1986-11-05", "1987-05-17", "1987-05-19", "1987-06-21"]
        .map(|from| days_between(day(from), as_of));
    let days = days.iter().map(|days| format!("{} ngày", integer(*days)));
    let forms = dated.chain(compact.map(str::to_owned)).chain(days);
    forms.filter(|form| text.contains(form.as_str())).collect()
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
    #![proptest_config(ProptestConfig::with_cases(steps().map_or(8, |steps| steps / 10)))]

    #[test]
    fn nothing_of_a_restricted_task_leaves_the_site(
        restricted in prop::collection::btree_set(0..26_usize, 1..8),
        date in prop::sample::select(vec!["2023-12-31", "2024-06-30", "2026-06-30"]),
    ) {
        let mut record = site();
        let mut secrets = Secrets { next: 0, signed: BTreeSet::new() };
        let mut position = 0;
        for log in record.logs.values_mut() {
            let mut corrected = Vec::new();
            for task in log.tasks.values_mut() {
                if restricted.contains(&position) {
                    secrets.restrict(task);
                    corrected.push(task.number.clone());
                } else {
                    log.withheld.extend(secrets.withhold(task));
                }
                position += 1;
            }
            for number in corrected {
                let index = log.corrections.len();
                let correction = secrets.correction(&number, index);
                log.corrections.push(correction);
            }
        }
        let as_of = day(date);
        let progress = progress::on(&record, as_of);
        for (path, bytes, has_text) in everything(&progress) {
            let none = BTreeSet::new();
            let but = if has_text { &secrets.signed } else { &none };
            let told = told(&bytes, but);
            prop_assert!(told.is_empty(), "{path}: {told:?}");
            let told = dates_told(&bytes, as_of);
            prop_assert!(told.is_empty(), "{path}: {told:?}");
        }
    }
}

#[test]
fn of_a_restricted_task_only_words_and_standing_are_told() {
    let public = [
        "ke_hoach",
        "so",
        "so_van_ban",
        "nhom",
        "ten_nhom",
        "ten_ngan_nhom",
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
    copy(&fictional(), &hidden);
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
