//! `build --timings`: every stage is told, and nothing of it reaches the site.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use congkhai::pipeline::Stage;
use serde_json::Value;

use crate::support::{copy, root};

/// The names of the stages, in the order in which they run.
const STAGES: [&str; 13] = [
    "open", "read", "parse", "model", "progress", "check", "theme", "search", "exports", "copies",
    "pages", "links", "publish",
];

/// What a build of a small site into `output` ends in.
fn build(scene: &Path, output: &str, arguments: &[&str]) -> Output {
    let content = scene.join("content");
    if !content.exists() {
        copy(&root().join("tests/problems/base/content"), &content);
    }
    let mut command = Command::cargo_bin("congkhai").unwrap();
    command.current_dir(scene).args(["build", "--output", output]).args(arguments);
    command.output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The files below a folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn the_table_names_every_stage_and_the_site_is_the_same() {
    let scene = tempfile::tempdir().unwrap();
    let plain = build(scene.path(), "khong", &[]);
    assert!(plain.status.success(), "{}", text(&plain.stderr));
    let timed = build(scene.path(), "co", &["--timings"]);
    let (told, said) = (text(&timed.stderr), text(&timed.stdout));
    assert!(timed.status.success(), "{told}");
    assert!(said.starts_with("Đã công bố"), "{said}");
    let rows = told.lines().skip_while(|line| !line.starts_with("Chặng")).skip(1);
    let names: Vec<_> = rows.map(|row| row.split("  ").next().unwrap()).collect();
    assert_eq!(names.len(), Stage::ALL.len() + 2, "{told}");
    for (name, place) in [("mở thư mục công bố", 0), ("trang", 10), ("cả lần dựng", 14)]
    {
        assert_eq!(names[place], name, "{told}");
    }
    assert!(!text(&plain.stderr).contains("Chặng"));
    let json = build(scene.path(), "json", &["--timings=json"]);
    assert!(json.status.success());
    let site = files(&scene.path().join("khong"));
    assert!(site.len() > 30);
    assert!(site == files(&scene.path().join("co")));
    assert!(site == files(&scene.path().join("json")));
}

#[test]
fn programs_read_sums_that_hold() {
    let scene = tempfile::tempdir().unwrap();
    let run = build(scene.path(), "output", &["--timings=json"]);
    let (told, said) = (text(&run.stderr), text(&run.stdout));
    assert!(told.contains("Đã công bố"), "what people read is on the error stream: {told}");
    let report: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(report["published"], true);
    let stages = report["stages"].as_array().unwrap();
    let names: Vec<_> = stages.iter().map(|stage| stage["stage"].as_str().unwrap()).collect();
    assert_eq!(names, STAGES);
    let number = |of: &Value, key: &str| of[key].as_u64().unwrap_or_else(|| panic!("{key}: {of}"));
    let wall = number(&report, "wall_us");
    let mut covered = vec![false; usize::try_from(wall).unwrap()];
    for stage in stages {
        let from = usize::try_from(number(stage, "start_us")).unwrap();
        let to = from + usize::try_from(number(stage, "wall_us")).unwrap();
        covered[from..to].fill(true);
    }
    let other = covered.iter().filter(|covered| !**covered).count();
    assert_eq!(number(&report, "other_us"), u64::try_from(other).unwrap());
    let stage = |name: &str| stages.iter().find(|stage| stage["stage"] == name).unwrap();
    let mut site = files(&scene.path().join("output"));
    let pages = site.keys().filter(|path| path.extension().is_some_and(|end| end == "html"));
    assert!(number(stage("pages"), "count") >= pages.count() as u64);
    // The manifest is no file of the site.
    site.remove(Path::new(congkhai::publish::MANIFEST)).expect("there is a manifest");
    let published = stage("publish");
    assert_eq!(number(published, "count"), site.len() as u64);
    let bytes: usize = site.values().map(Vec::len).sum();
    assert_eq!(number(published, "bytes"), bytes as u64);
    let sources = files(&scene.path().join("content"));
    assert_eq!(number(stage("read"), "count"), sources.len() as u64);
    let parts = ["exports", "copies", "pages"].map(|name| number(stage(name), "count"));
    assert_eq!(parts.iter().sum::<u64>(), site.len() as u64, "{said}");
    assert_eq!(stage("open")["count"], Value::Null);
}

#[test]
fn one_format_for_programs_at_a_time() {
    let scene = tempfile::tempdir().unwrap();
    let refused = build(scene.path(), "output", &["--timings=json", "--format", "json"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("--timings=json"));
    assert!(!scene.path().join("output").exists());
    // The table is on the error stream, so that it stands in no program's way.
    let both = build(scene.path(), "output", &["--timings", "--format", "json"]);
    assert!(both.status.success());
    serde_json::from_slice::<Value>(&both.stdout).unwrap();
    assert!(text(&both.stderr).contains("cả lần dựng"));
}

#[test]
fn of_a_build_that_was_not_published_the_stages_that_ran_are_told() {
    let scene = tempfile::tempdir().unwrap();
    build(scene.path(), "output", &[]);
    fs::write(scene.path().join("content/trang.yml"), "ten: x\n").unwrap();
    let run = build(scene.path(), "output", &["--timings=json"]);
    assert_eq!(run.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!(report["published"], false);
    let stages = report["stages"].as_array().unwrap();
    let names: Vec<_> = stages.iter().map(|stage| stage["stage"].as_str().unwrap()).collect();
    assert_eq!(names, STAGES[..4], "{report}");
}

/// The stages that a build told of.
fn stages_of(run: &Output) -> Vec<String> {
    let report: Value = serde_json::from_slice(&run.stdout).unwrap();
    let stages = report["stages"].as_array().unwrap();
    stages.iter().map(|stage| stage["stage"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn where_all_that_is_read_is_the_same_nothing_more_is_done_and_the_same_is_told() {
    let scene = tempfile::tempdir().unwrap();
    let timed = |arguments: &[&str]| {
        let run = build(scene.path(), "output", &[&["--timings=json"], arguments].concat());
        assert!(run.status.success(), "{}", text(&run.stderr));
        // The summary tells how long it took.
        let told = text(&run.stderr);
        let told = told.split("Đã công bố").next().unwrap().to_owned();
        (stages_of(&run), told)
    };
    const READ_ONLY: [&str; 3] = ["open", "read", "publish"];
    let content = |path: &str| scene.path().join("content").join(path);
    build(scene.path(), "nhap", &[]);
    let task = content("ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md");
    let plain = fs::read_to_string(&task).unwrap();
    let evidence = content("ke-hoach/12-kh-ubnd-2024/tep/bien-ban.txt");
    let cited = "dien_bien:\n  - ma: d1\n    ngay: \"2024-05-01\"\n    ngay_cong_bo: \"2024-05-02\"\n    loai: cap_nhat\n    trang_thai: dang_thuc_hien\n    noi_dung: \"Đang lập.\"\n    minh_chung:\n      - { loai: van_ban, ten: \"Biên bản\", tep: tep/bien-ban.txt }\n---\n";
    let plain = plain.trim_end().strip_suffix("---").unwrap().to_owned() + cited;
    fs::write(&task, &plain).unwrap();
    fs::create_dir_all(evidence.parent().unwrap()).unwrap();
    fs::write(&evidence, "Biên bản số 1").unwrap();
    fs::write(content("ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1 (1).txt"), "x").unwrap();
    let first = timed(&[]);
    assert_eq!(first.0, STAGES);
    assert!(first.1.contains("CK"), "there is nothing to tell again: {}", first.1);
    let again = timed(&[]);
    assert_eq!(again.0, READ_ONLY);
    assert_eq!(again.1, first.1);
    // Another date, and bytes that change behind the same size.
    assert_ne!(timed(&["--as-of", "2027-01-01"]).0, READ_ONLY);
    assert_ne!(timed(&[]).0, READ_ONLY);
    assert_eq!(timed(&[]).0, READ_ONLY);
    let about = fs::metadata(&evidence).unwrap();
    fs::write(&evidence, "Biên bản số 2").unwrap();
    fs::File::open(&evidence).unwrap().set_modified(about.modified().unwrap()).unwrap();
    assert_ne!(timed(&[]).0, READ_ONLY);
    // A published file that someone changed is made again.
    fs::write(scene.path().join("output/index.html"), "x").unwrap();
    assert_ne!(timed(&[]).0, READ_ONLY);
    assert_ne!(fs::read(scene.path().join("output/index.html")).unwrap(), b"x");
    fs::write(&task, format!("{plain}\nThêm một câu.\n")).unwrap();
    assert_ne!(timed(&[]).0, READ_ONLY);
    assert_eq!(timed(&[]).0, READ_ONLY);
}
