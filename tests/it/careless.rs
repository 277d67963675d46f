//! What editors and their machines leave in a folder, and what a published file must not do: names, kinds of files,
//! characters, cells that run.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Cursor};
use std::path::{Path, PathBuf};
use std::sync::Once;

use calamine::{Data, Reader, Xlsx};
use congkhai::diagnostic::sorted;
use congkhai::export::names;
use congkhai::output::{Hashed, MemorySink, Output, OutputPath, Sink};
use congkhai::pipeline::{self, Outcome, Request, RunError, Watch};
use congkhai::vocabulary::columns::TABLES;
use tempfile::TempDir;

use crate::export::{by_name, records};
use crate::support::{Files, build, copy, fictional, request, root, told};

const PLAN: &str = "ke-hoach/12-kh-ubnd-2024";

/// A task of that plan, whose last event is a report.
const TASK: &str = "ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-2.md";

/// A copy of a site's content.
struct Scene(TempDir);

impl Scene {
    /// The smallest sound site.
    fn new() -> Self {
        Self::of(&root().join("tests/problems/base/content"))
    }

    fn of(content: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(content, &folder.path().join("content"));
        Self(folder)
    }

    fn content(&self) -> PathBuf {
        self.0.path().join("content")
    }

    fn at(&self, path: &str) -> PathBuf {
        self.content().join(path)
    }

    /// Puts words in place of others that stand in the file once.
    #[track_caller]
    fn put(&self, path: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.at(path)).unwrap();
        assert!(text.contains(old), "{old} stands in {path}");
        fs::write(self.at(path), text.replacen(old, new, 1)).unwrap();
    }

    /// Makes a file the evidence of the task's report.
    #[track_caller]
    fn evidence(&self, name: &str, bytes: &[u8]) {
        let file = self.at(PLAN).join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
        let name = serde_json::to_string(name).unwrap();
        self.piece(&format!("tep: {name}"));
    }

    /// Gives the report a piece of evidence with these keys.
    #[track_caller]
    fn piece(&self, keys: &str) {
        let said = "    noi_dung: \"Đã gửi báo cáo năm 2024.\"\n";
        let piece = format!("{{ loai: van_ban, ten: Báo cáo, so_hieu: 9/BC, {keys} }}");
        self.put(TASK, said, &format!("{said}    minh_chung: [ {piece} ]\n"));
    }

    fn request(&self) -> Request {
        request(&self.content(), None)
    }

    fn build(&self) -> (Outcome, Files) {
        build(&self.request())
    }

    #[track_caller]
    fn built(&self) -> BTreeMap<String, Vec<u8>> {
        let (outcome, files) = self.build();
        assert!(outcome.complete, "{}", told(&outcome));
        by_name(files)
    }

    /// The codes of the errors and warnings of a run, which must not publish.
    #[track_caller]
    fn refused(&self) -> Vec<&'static str> {
        let (outcome, _) = build(&Request { strict: true, ..self.request() });
        assert!(!outcome.complete);
        codes(&outcome)
    }
}

/// The codes of what was told, without notes that the sound site has.
fn codes(outcome: &Outcome) -> Vec<&'static str> {
    let problems = sorted(&outcome.problems, &outcome.tree);
    let told = problems.iter().map(|problem| problem.diagnostic.rule.code);
    told.filter(|code| !["CK113", "CK125", "CK161"].contains(code)).collect()
}

#[cfg(unix)]
#[test]
fn a_name_that_no_server_carries_is_told() {
    let long = format!("tep/{}.txt", "đ".repeat(125));
    let deep =
        format!("tep/{}/a.txt", ["b".repeat(180), "c".repeat(180), "d".repeat(100)].join("/"));
    let names = [
        "tep/có sao?.txt",
        "tep/\"a\".txt",
        "tep/a<b>.txt",
        "tep/a|b.txt",
        "tep/a*.txt",
        "tep/a\\b.txt",
        "tep/hai\ndòng.txt",
        "tep/a.txt.",
        "tep/a.txt ",
        "tep/con.txt",
        "tep/COM1.txt",
        "tep/aux/a.txt",
        "tep/a\u{202e}txt.exe.txt",
        &long,
        &deep,
    ];
    let scene = Scene::new();
    for name in names {
        let file = scene.at(PLAN).join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, "x").unwrap();
    }
    assert_eq!(scene.refused(), vec!["CK008"; names.len()]);
    for name in ["tep/Biên bản: nghiệm thu.txt", "tep/a.txt."] {
        let scene = Scene::new();
        scene.evidence(name, b"x");
        assert_eq!(scene.refused(), ["CK008"], "{name:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_picture_of_such_a_name_is_told_too() {
    let scene = Scene::new();
    fs::create_dir(scene.at(PLAN).join("tep")).unwrap();
    fs::write(scene.at(PLAN).join("tep/a\"b.png"), PNG).unwrap();
    let text = fs::read_to_string(scene.at(TASK)).unwrap();
    fs::write(scene.at(TASK), format!("{text}\n![ảnh](tep/a\"b.png)\n")).unwrap();
    assert!(scene.refused().contains(&"CK008"));
}

#[test]
fn an_id_that_is_a_device_is_told() {
    let scene = Scene::new();
    fs::rename(scene.at("trang/gioi-thieu.md"), scene.at("trang/nul.md")).unwrap();
    assert!(scene.refused().contains(&"CK008"));
}

#[test]
fn signs_of_addresses_are_encoded_in_every_link() {
    let name = "tep/Biên bản #3, 100% (ký).txt";
    let encoded = "tep/Bi%C3%AAn%20b%E1%BA%A3n%20%233,%20100%25%20(k%C3%BD).txt";
    let scene = Scene::new();
    scene.evidence(name, "Đã nghiệm thu.".as_bytes());
    let files = scene.built();
    assert!(files.contains_key(&format!("{PLAN}/{name}")));
    let page = String::from_utf8(files[&TASK.replace(".md", ".html")].clone()).unwrap();
    assert!(page.contains(&format!("../{encoded}")), "{page}");
    assert!(page.contains("Biên bản #3, 100% (ký).txt"));
    let (head, rows) = records(&files["du-lieu/minh-chung.csv"]);
    let column = head.iter().position(|column| column == "tep").unwrap();
    let told = rows.iter().find(|row| !row[column].is_empty()).unwrap();
    assert!(told[column] == format!("{PLAN}/{encoded}"), "{told:?}");
}

#[test]
fn what_programs_leave_behind_is_passed_over() {
    let scene = Scene::new();
    let clean = scene.built();
    for name in [
        "Thumbs.db",
        "desktop.ini",
        "Icon\r",
        "trang/.gioi-thieu.md.swp",
        "trang/gioi-thieu.md~",
        "trang/gioi-thieu.md.bak",
        "trang/#gioi-thieu.md#",
        "co-quan/~$so-a.yml",
        "trang/.~lock.a.odt#",
        "co-quan/ehthumbs.db",
        "co-quan/._so-a.yml",
        "trang.yml.orig",
        "trang/4913",
    ] {
        fs::write(scene.at(name), b"\0\xff").unwrap();
    }
    for folder in ["__MACOSX", "trang/@eaDir"] {
        fs::create_dir(scene.at(folder)).unwrap();
        fs::write(scene.at(folder).join("trang.yml"), b"\0").unwrap();
    }
    let (outcome, files) = scene.build();
    assert!(codes(&outcome).is_empty(), "{}", told(&outcome));
    assert!(by_name(files) == clean);
}

#[cfg(unix)]
#[test]
fn a_root_may_be_a_link() {
    use std::os::unix::fs::symlink;
    let scene = Scene::new();
    let clean = scene.built();
    let link = scene.0.path().join("lnk");
    symlink("content", &link).unwrap();
    for content in [link.clone(), link.join("")] {
        let (outcome, files) = build(&request(&content, None));
        assert!(outcome.complete, "{}", told(&outcome));
        assert!(by_name(files) == clean, "{content:?}");
    }
    symlink("nhiem-vu", scene.at(PLAN).join("tep")).unwrap();
    assert_eq!(scene.refused(), ["CK003"]);
}

#[cfg(unix)]
#[test]
fn pipes_and_sockets_are_told_and_never_read() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    let pipe =
        |path: &Path| mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    for path in ["trang/a.md", "la", &format!("{PLAN}/a.pdf"), "co-quan/a.yml"] {
        let scene = Scene::new();
        pipe(&scene.at(path));
        assert_eq!(scene.refused(), ["CK010"], "{path}");
    }
    let scene = Scene::new();
    let _socket = UnixListener::bind(scene.at("co-quan/a.yml")).unwrap();
    assert_eq!(scene.refused(), ["CK010"]);
    let scene = Scene::new();
    symlink("/dev/zero", scene.at("co-quan/a.yml")).unwrap();
    assert_eq!(scene.refused(), ["CK003"]);
    let scene = Scene::new();
    let content = scene.0.path().join("ong");
    pipe(&content);
    let failed = pipeline::run(&request(&content, None), &MemorySink::new(), &Watch::default());
    assert!(matches!(failed, Err(RunError::Load(_))));
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0\0IEND\xae\x42\x60\x82";

#[test]
fn nothing_that_runs_is_published_as_evidence() {
    for (name, bytes) in [
        ("tep/x.html", "<script>alert(1)</script>"),
        ("tep/x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"),
        ("tep/x.php", "<?php"),
        ("tep/x.php.txt", "x"),
        ("tep/web.config", "<configuration/>"),
        ("tep/x.txt", "<!DOCTYPE html>"),
        ("tep/x.pdf", "<script>alert(1)</script>"),
        ("tep/x.pdf", "x"),
        ("tep/x", "x"),
    ] {
        let scene = Scene::new();
        scene.evidence(name, bytes.as_bytes());
        assert_eq!(scene.refused(), ["CK231"], "{name}");
    }
    let scene = Scene::new();
    scene.evidence("tep/x.png", PNG);
    let (outcome, files) = scene.build();
    assert!(codes(&outcome).is_empty(), "{}", told(&outcome));
    assert!(by_name(files).contains_key(&format!("{PLAN}/tep/x.png")));
}

#[test]
fn what_is_kept_back_is_not_judged_as_if_it_were_published() {
    let scene = Scene::new();
    scene.piece("tep: tep/mat.html, cong_khai: false, ly_do_khong_cong_khai: Mật");
    fs::create_dir(scene.at(PLAN).join("tep")).unwrap();
    fs::write(scene.at(PLAN).join("tep/mat.html"), "<p>x</p>").unwrap();
    let files = scene.built();
    assert!(!files.keys().any(|path| path.ends_with("mat.html")));
}

/// Writes into a file of the content as soon as the first finished file comes.
struct Meddling {
    memory: MemorySink,
    once: Once,
    file: PathBuf,
}

impl Sink for Meddling {
    fn put_hashed(&self, path: &OutputPath, file: Hashed<&[u8]>) -> io::Result<()> {
        self.once.call_once(|| fs::write(&self.file, "Bản khác.").unwrap());
        self.memory.put_hashed(path, file)
    }

    fn so_far(&self) -> Output {
        self.memory.so_far()
    }
}

#[test]
fn what_was_judged_is_what_is_published() {
    let scene = Scene::new();
    scene.evidence("tep/nghiem-thu.txt", "Bản đầu.".as_bytes());
    let file = scene.at(PLAN).join("tep/nghiem-thu.txt");
    let sink = Meddling { memory: MemorySink::new(), once: Once::new(), file: file.clone() };
    match pipeline::run(&scene.request(), &sink, &Watch::default()) {
        Err(RunError::Changed(path)) => assert_eq!(path, file),
        other => panic!("{:?}", other.map(|outcome| told(&outcome))),
    }
    let published = sink.memory.into_site().files;
    assert!(!published.keys().any(|path| path.as_str().ends_with("nghiem-thu.txt")));
}

/// Words that some format takes for more than words.
const HOSTILE: &[&str] = &[
    "=HYPERLINK(\"http://x.example/\",\"x\")",
    "+84 237 3852 246",
    "-1+1",
    "@SUM(A1)",
    "  =1",
    "'chữ",
    "a,b;c\\n\\d",
    "<b>&amp;</b> ]]> <!--",
    "END:VCALENDAR",
    "{{ 7 * 7 }} {% raw %}",
];

#[test]
fn every_format_keeps_hostile_words() {
    let scene = Scene::of(&fictional());
    let quoted = |words: &str| serde_json::to_string(words).unwrap();
    let task = "ke-hoach/12-kh-ubnd-2022/nhiem-vu/2-2.md";
    let text = fs::read_to_string(scene.at(task)).unwrap();
    let all = HOSTILE.iter().enumerate();
    let events: String = all
        .map(|(index, words)| {
            format!(
                "  - ma: dx{index}\n    ngay: \"2026-06-01\"\n    ngay_cong_bo: \"2026-06-02\"\n    loai: cap_nhat\n    trang_thai: dang_thuc_hien\n    co_quan_bao_cao: so-khoa-hoc\n    noi_dung: {}\n",
                quoted(words)
            )
        })
        .collect();
    let end = text.rfind("---").unwrap();
    fs::write(scene.at(task), format!("{}{events}{}", &text[..end], &text[end..])).unwrap();
    scene.put(
        "co-quan/vp-ubnd.yml",
        "ten: \"Văn phòng UBND tỉnh Lam Giang\"",
        "ten: \"Văn phòng; UBND, tỉnh\\nEND:VCALENDAR\\nX-A:1\"",
    );
    let long = format!("Tiến độ {}", "đ".repeat(33_000));
    let site = fs::read_to_string(scene.at("trang.yml")).unwrap();
    let name = site.lines().find(|line| line.starts_with("ten:")).unwrap();
    scene.put("trang.yml", name, &format!("ten: {}", quoted(&long)));
    let files = scene.built();

    // CSV runs nothing, and without its guards says what JSON says.
    let told: Vec<String> = words_of(&files, "dien-bien");
    for words in HOSTILE {
        assert!(told.iter().any(|cell| cell == words), "{words}");
    }
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".csv")) {
        let comma = if path.ends_with(names::EXCEL) { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new().delimiter(comma).from_reader(&bytes[3..]);
        for record in reader.records() {
            for cell in &record.unwrap() {
                let runs = cell.trim_start().starts_with(['=', '+', '@', '-']);
                assert!(!runs || cell.parse::<f64>().is_ok(), "{path}: {cell}");
            }
        }
    }
    let calendar = String::from_utf8(files["co-quan/vp-ubnd.ics"].clone()).unwrap();
    assert_eq!(calendar.matches("\r\nEND:VCALENDAR").count(), 1);
    let parsed: icalendar::Calendar = calendar.parse().unwrap();
    let name = parsed.property_value("NAME").unwrap();
    assert!(name.ends_with("Văn phòng; UBND, tỉnh END:VCALENDAR X-A:1"), "{name}");
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75));
    for (path, bytes) in &files {
        if [".xml", ".svg", ".akn.xml"].iter().any(|ending| path.ends_with(ending)) {
            let text = std::str::from_utf8(bytes).unwrap();
            roxmltree::Document::parse(text).unwrap_or_else(|fault| panic!("{path}: {fault}"));
        }
        if path.ends_with(".xlsx") {
            let mut workbook = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
            let first = workbook.worksheet_range("Đọc trước").unwrap();
            assert!(matches!(first.get((0, 0)), Some(Data::String(name)) if name.ends_with('…')));
            for table in TABLES {
                workbook.worksheet_range(table.title).unwrap();
            }
        }
    }
}

/// All cells of a table, as the data dictionary says that they are read.
fn words_of(files: &BTreeMap<String, Vec<u8>>, table: &str) -> Vec<String> {
    records(&files[&format!("du-lieu/{table}.csv")]).1.into_iter().flatten().collect()
}

#[test]
fn characters_that_no_file_can_hold_are_told_however_they_are_spelled() {
    let text = format!("{PLAN}/van-ban.md");
    let seen = Cell::new(0);
    let check = |path: &str, old: &str, new: &str, code: &str| {
        let scene = Scene::new();
        scene.put(path, old, new);
        // Words of that place are read by these stages; no page is needed.
        let content = pipeline::content(&scene.request()).unwrap();
        let codes: Vec<_> = content.problems.iter().map(|problem| problem.rule.code).collect();
        assert!(codes.contains(&code), "{new:?}: {codes:?}");
        seen.set(seen.get() + 1);
    };
    let said = "\"Đã gửi";
    for escape in [
        "\\u000c",
        "\\v",
        "\\b",
        "\\x08",
        "\\uFFFE",
        "\\U0000FFFF",
        "\\uFDD0",
        "\\u202E",
        "\\u2066",
        "\\e",
    ] {
        check(TASK, said, &format!("\"Đã{escape} gửi"), "CK150");
    }
    for raw in ["\u{c}", "\u{b}", "\u{8}", "\u{fffe}", "\u{1fffe}"] {
        check(TASK, said, &format!("\"Đã{raw} gửi"), "CK150");
    }
    for raw in ["\u{202e}", "\u{2067}", "\u{200f}", "\u{61c}"] {
        check(TASK, said, &format!("\"Đã{raw} gửi"), "CK143");
        check("trang/gioi-thieu.md", "\n---\n", &format!("\n---\nChữ{raw} ngược.\n\n"), "CK143");
        check(&text, "a) Lập sổ", &format!("a) Lập {raw}sổ"), "CK143");
    }
    for raw in ["\u{c}", "\u{b}", "\u{8}", "\u{fffe}", "\u{86}"] {
        check(&text, "a) Lập sổ", &format!("a) Lập{raw} sổ"), "CK143");
        check("trang/gioi-thieu.md", "\n---\n", &format!("\n---\nChữ{raw} lạ.\n\n"), "CK143");
    }
    for entity in ["&#12;", "&#x0B;", "&#xFFFE;", "&#x202E;", "&rlm;", "&#8;"] {
        for prose in [
            format!("Chữ {entity} lạ."),
            format!("[a](https://x.example \"{entity}\")"),
            format!("**{entity}**"),
        ] {
            check("trang/gioi-thieu.md", "\n---\n", &format!("\n---\n{prose}\n\n"), "CK143");
        }
    }
    assert!(seen.get() > 50);
}

/// A Word file that its maker's name stands in, with other parts beside.
fn word(parts: &[(&str, &str)]) -> Vec<u8> {
    let core = "<c><dc:creator>Trần B</dc:creator></c>";
    let usual = [
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", "<w/>"),
        ("docProps/core.xml", core),
    ];
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in usual.iter().chain(parts) {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        io::Write::write_all(&mut writer, xml.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_a_file_carries_is_told_and_a_clean_copy_says_nothing() {
    let scene = Scene::new();
    let bytes = word(&[]);
    scene.evidence("tep/biên bản.docx", &bytes);
    let (outcome, files) = scene.build();
    assert_eq!(codes(&outcome), ["CK232"], "{}", told(&outcome));
    assert!(told(&outcome).contains("Trần B"));
    assert_eq!(by_name(files)[&format!("{PLAN}/tep/biên bản.docx")], bytes);
    let scrub = |name: &str| {
        let mut command = assert_cmd::Command::cargo_bin("congkhai").unwrap();
        let output = command.arg("scrub").arg(scene.at(PLAN).join(name)).output().unwrap();
        let told = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8(told).unwrap())
    };
    let (code, told_of_it) = scrub("tep/biên bản.docx");
    assert_eq!(code, Some(0), "{told_of_it}");
    assert!(told_of_it.contains("Trần B") && told_of_it.contains("biên bản.sach.docx"));
    assert_eq!(fs::read(scene.at(PLAN).join("tep/biên bản.docx")).unwrap(), bytes);
    let copy = fs::read(scene.at(PLAN).join("tep/biên bản.sach.docx")).unwrap();
    assert_eq!(scrub("tep/biên bản.docx").0, Some(1), "a copy that stands there is kept");
    assert_eq!(fs::read(scene.at(PLAN).join("tep/biên bản.sach.docx")).unwrap(), copy);
    assert_eq!(scrub("tep/biên bản.sach.docx").0, Some(0));
    scene.put(TASK, "biên bản.docx", "biên bản.sach.docx");
    assert!(codes(&scene.build().0).is_empty());
    for parts in [("_xmlsignatures/sig1.xml", "<x/>"), ("word/footnotes.xml", "<w><w:ins/></w>")] {
        fs::write(scene.at(PLAN).join("tep/a.docx"), word(&[parts])).unwrap();
        assert_eq!(scrub("tep/a.docx").0, Some(1), "{parts:?}");
    }
    assert_eq!(scrub("tep/khong-co.docx").0, Some(3));
    fs::write(scene.at(PLAN).join("tep/a.html"), "x").unwrap();
    assert_eq!(scrub("tep/a.html").0, Some(1));
    let left = fs::read_dir(scene.at(PLAN).join("tep")).unwrap().count();
    assert_eq!(left, 4, "three from here, one copy, and nothing half-written");
}

#[test]
fn a_file_that_nobody_opens_is_told() {
    let mut locked = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    locked.create_stream("/EncryptedPackage").unwrap();
    for bytes in [locked.into_inner().into_inner(), word(&[("word/comments.xml", "<w")])] {
        let scene = Scene::new();
        scene.evidence("tep/a.docx", &bytes);
        assert_eq!(scene.refused(), ["CK233"]);
    }
}

#[test]
fn a_broken_picture_in_a_file_is_told_alike_by_check_and_scrub() {
    let scene = Scene::new();
    let part = "word/media/image1.webp";
    scene.evidence("tep/a.docx", &word(&[(part, "RIFF\u{20}\0\0\0WEBPVP8 \u{20}\0\0\0")]));
    let (outcome, _) = scene.build();
    assert_eq!(codes(&outcome), ["CK232", "CK233"], "{}", told(&outcome));
    let same = format!("ảnh “{part}” có vẻ hỏng");
    assert!(told(&outcome).contains(&same), "{}", told(&outcome));
    let mut command = assert_cmd::Command::cargo_bin("congkhai").unwrap();
    let run = command.arg("scrub").arg(scene.at(PLAN).join("tep/a.docx")).output().unwrap();
    let said = String::from_utf8(run.stderr).unwrap();
    assert!(run.status.code() == Some(1) && said.contains(&same), "{said}");
    assert!(!scene.at(PLAN).join("tep/a.sach.docx").exists());
}
