//! The contract of the command line: exit codes, messages, formats.

use std::fs;

use assert_cmd::Command;
use unicode_normalization::UnicodeNormalization;

use crate::support::{copy, expect_file, root, shipped};

fn congkhai() -> Command {
    let mut command = Command::cargo_bin("congkhai").unwrap();
    command.env_remove("COLUMNS");
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn the_help_is_what_is_expected() {
    for command in [
        "",
        "build",
        "check",
        "serve",
        "status",
        "release",
        "diff",
        "verify",
        "restore",
        "key",
        "key new",
        "key show",
        "key rotate",
        "init",
        "new",
        "new agency",
        "new task",
        "new event",
        "new correction",
        "new report",
        "schema",
        "explain",
        "completions",
        "man",
    ] {
        let mut run = congkhai();
        run.args(command.split_whitespace());
        let output = run.arg("--help").output().unwrap();
        assert!(output.status.success());
        let name =
            if command.is_empty() { "congkhai".to_owned() } else { command.replace(' ', "-") };
        expect_file(&root().join(format!("tests/cli/help-{name}.txt")), &text(&output.stdout));
    }
}

#[test]
fn exit_codes_are_the_contract() {
    let scene = tempfile::tempdir().unwrap();
    let broken = scene.path().join("content");
    copy(&shipped(), &broken);
    fs::write(broken.join("trang.yml"), "ten: x\nsai: y\n").unwrap();
    let output = scene.path().join("output");
    let cases: &[(&[&str], i32)] = &[
        (&["explain", "CK110"], 0),
        (&["explain", "ck110"], 0),
        (&["explain", "CK999"], 2),
        (&["--khong-co"], 2),
        (&["xay"], 2),
        (&["check", "--format", "csv"], 2),
        (&["status", "--content", broken.to_str().unwrap()], 1),
        (&["build", "--as-of", "31/02/2016"], 2),
        (&["build", "--base-url", "ftp://x"], 2),
        (&["build", "--base-url", "http://"], 2),
        (&["build", "--base-url", "//x"], 2),
        (&["build", "--base-url", "javascript:alert(1)"], 2),
        (&["build", "--base-url", "https://a:b@x.example"], 2),
        (&["check", "--base-url", "https://x.example/?a"], 2),
        (&["serve", "--base-url", "https://x.example/#a"], 2),
        (&["status", "--base-url", "https://x.example/a/../b"], 2),
        (&["status", "--format", "sarif"], 2),
        (&["status", "--format", "github"], 2),
        (&["new", "task", "khong-co", "1.1", "nhom=1"], 2),
        (&["new", "event", "111-kh-ubnd-2015", "99.9", "loai=cap_nhat"], 2),
        (&["new", "event", "111-kh-ubnd-2015", "3.1", "lai=cap_nhat"], 2),
        (&["new", "agency", "-", "khoi=chinh_quyen"], 2),
        (&["serve", "--port", "70000"], 2),
        (&["check", "--content", "khong-co-thu-muc"], 3),
        (&["check", "--content", broken.to_str().unwrap()], 1),
        (
            &["build", "--content", broken.to_str().unwrap(), "--output", output.to_str().unwrap()],
            1,
        ),
    ];
    for (arguments, code) in cases {
        let run = congkhai().args(*arguments).output().unwrap();
        assert_eq!(run.status.code(), Some(*code), "{arguments:?}: {}", text(&run.stderr));
    }
    assert!(!output.exists(), "a failed build publishes nothing");
}

/// What `status` says of the fictional site.
fn status(arguments: &[&str]) -> String {
    let run = congkhai()
        .current_dir(root())
        .args(["status", "--content", "tests/sites/lam-giang/content"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", text(&run.stderr));
    text(&run.stdout)
}

#[test]
fn status_tells_what_to_do_next() {
    expect_file(&root().join("tests/cli/status.txt"), &status(&[]));
    let silent = |text: &str| text.contains("Lâu không có cập nhật");
    assert!(silent(&status(&[])));
    assert!(!silent(&status(&["--silent", "100000"])));
    let json: serde_json::Value = serde_json::from_str(&status(&["--format", "json"])).unwrap();
    let items = json.as_array().unwrap();
    let table = status(&["--format", "csv"]);
    let table = table.strip_prefix('\u{feff}').expect("a spreadsheet knows the letters");
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let heads: Vec<_> = rows.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(heads[..3], ["Việc", "Kế hoạch", "Về"]);
    let asked = heads.iter().position(|head| head == "Hỏi").unwrap();
    let rows: Vec<_> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), items.len());
    assert!(rows.iter().all(|row| !row[asked].is_empty() && !row[0].contains('_')), "{rows:?}");
    assert!(items.iter().any(|item| item["loai"] == "qua_han" && item["ve"] == "2.2"));
    // Nothing of a petition waits once it was answered; before, its clock runs.
    let waits = |as_of: &str| status(&["--as-of", as_of]).contains("Kiến nghị c2");
    assert!(waits("2025-03-15"));
    assert!(!waits("2025-03-21"));
}

#[test]
fn fix_changes_only_what_it_names() {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&root().join("tests/sites/lam-giang/content"), &content);
    let page = content.join("trang/gioi-thieu.md");
    let glossary = content.join("thuat-ngu.yml");
    let task = content.join("ke-hoach/12-kh-ubnd-2022/nhiem-vu/2-2.md");
    let whole = |path: &std::path::Path| fs::read_to_string(path).unwrap();
    let right = [&page, &glossary, &task].map(|path| whole(path));
    let wrong = [
        right[0].nfd().collect::<String>().replacen(' ', "\u{a0}", 1),
        right[1].replacen(": ", ": \u{200b}", 1).replacen('\n', "  \n", 1),
        right[2].replacen("\"2025-03-01\"", "\"2025-3-1\"", 1),
    ];
    assert!(right.iter().zip(&wrong).all(|(right, wrong)| right != wrong));
    let run = |arguments: &[&str]| {
        let output = congkhai().args(["check", "--content"]).arg(&content).args(arguments).output();
        text(&output.unwrap().stderr)
    };
    for (path, text) in [&page, &glossary, &task].into_iter().zip(&wrong) {
        fs::write(path, text).unwrap();
    }
    let told = run(&["--fix", "--dry-run"]);
    for part in
        ["-    ngay: \"2025-3-1\"", "+    ngay: \"2025-03-01\"", "Sẽ sửa thuat-ngu.yml", "NFC"]
    {
        assert!(told.contains(part), "{part} is not in\n{told}");
    }
    assert_eq!(
        [&page, &glossary, &task].map(|path| whole(path)),
        wrong,
        "a dry run writes nothing"
    );
    run(&["--fix"]);
    assert_eq!([&page, &glossary, &task].map(|path| whole(path)), right);
    assert!(!run(&["--fix"]).contains("Đã sửa"), "what is mended stays as it is");
}

#[test]
fn the_contents_of_this_repository_need_no_mending() {
    for content in ["content", "tests/sites/lam-giang/content"] {
        let run = congkhai()
            .current_dir(root())
            .args(["check", "--quiet", "--fix", "--dry-run", "--content", content])
            .output()
            .unwrap();
        assert_eq!(text(&run.stderr), "", "{content}");
    }
}

#[test]
fn check_writes_sarif() {
    let run = congkhai()
        .current_dir(root())
        .args([
            "check",
            "--content",
            "tests/problems/ck110-unknown-agency/content",
            "--format",
            "sarif",
        ])
        .output()
        .unwrap();
    let log: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert!(!results.is_empty());
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    for result in results {
        assert!(rules.iter().any(|rule| rule["id"] == result["ruleId"]), "{result}");
    }
}

#[test]
fn a_failed_build_leaves_the_published_site_as_it_was() {
    let scene = tempfile::tempdir().unwrap();
    let (content, output) = (scene.path().join("content"), scene.path().join("output"));
    copy(&shipped(), &content);
    let build = |code: i32| {
        let run = congkhai()
            .args(["build", "--quiet", "--content"])
            .arg(&content)
            .arg("--output")
            .arg(&output)
            .output();
        let run = run.unwrap();
        assert_eq!(run.status.code(), Some(code), "{}", text(&run.stderr));
    };
    build(0);
    let before = fs::read(output.join("index.html")).unwrap();
    fs::write(content.join("thuat-ngu.yml"), "thuat_ngu: {").unwrap();
    build(1);
    assert!(fs::read(output.join("index.html")).unwrap() == before);
    let beside: Vec<_> =
        fs::read_dir(scene.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(beside.iter().all(|name| !name.to_string_lossy().contains("-moi")), "{beside:?}");
}

#[test]
fn strict_turns_warnings_into_errors() {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&shipped(), &content);
    fs::write(content.join("ghi-chu.txt"), "lạc chỗ").unwrap();
    let check = |strict: bool| {
        let mut run = congkhai();
        run.args(["check", "--content"]).arg(&content);
        if strict {
            run.arg("--strict");
        }
        run.output().unwrap().status.code()
    };
    assert_eq!(check(false), Some(0));
    assert_eq!(check(true), Some(1));
}

#[test]
fn problems_can_be_read_by_programs() {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&shipped(), &content);
    let task = content.join("ke-hoach/111-kh-ubnd-2015/nhiem-vu/3-1.md");
    let broken = fs::read_to_string(&task).unwrap().replace("[so-tttt]", "[so-tttt-th]");
    fs::write(&task, broken).unwrap();
    let run = |format: &str| {
        let run = congkhai()
            .args(["check", "--format", format, "--content"])
            .arg(&content)
            .output()
            .unwrap();
        assert_eq!(run.status.code(), Some(1));
        text(&run.stdout)
    };
    let json: serde_json::Value = serde_json::from_str(&run("json")).unwrap();
    assert!(json.to_string().contains("\"CK110\""), "{json}");
    assert!(run("github").contains("::error file="));
}

#[test]
fn a_reader_who_goes_away_is_no_fault() {
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("congkhai"))
        .arg("explain")
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn an_output_that_is_not_ours_is_refused() {
    let scene = tempfile::tempdir().unwrap();
    let output = scene.path().join("anh");
    fs::create_dir(&output).unwrap();
    fs::write(output.join("anh-cuoi.jpg"), "jpg").unwrap();
    let run = congkhai()
        .args(["build", "--content"])
        .arg(shipped())
        .arg("--output")
        .arg(&output)
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(3));
    assert!(output.join("anh-cuoi.jpg").exists());
}

#[test]
fn without_a_themes_folder_the_built_in_theme_serves() {
    let scene = tempfile::tempdir().unwrap();
    let run = congkhai()
        .current_dir(scene.path())
        .args(["build", "--quiet", "--content"])
        .arg(shipped())
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", text(&run.stderr));
    assert!(scene.path().join("output/index.html").exists());
}

/// Every command that prints, in a folder of its own with a site in it, and how it ends where all is well.
#[cfg(target_os = "linux")]
const PRINTING: [(&str, i32); 32] = [
    ("", 0),
    ("build", 0),
    ("build --format json", 0),
    ("build --timings", 0),
    ("build --timings=json", 0),
    ("build --format sarif", 0),
    ("check", 0),
    ("check --all", 0),
    ("check --fix --dry-run", 0),
    ("check --format json", 0),
    ("check --content hong --format github", 1),
    ("check --format sarif", 0),
    ("check --content hong", 1),
    ("check --content hong --format json", 1),
    ("build --content hong --format github", 1),
    ("status", 0),
    ("status --format json", 0),
    ("status --format csv", 0),
    ("serve --port 0", 0),
    ("init moi --number 12/KH-UBND --date 2026-01-15 --issuer UBND_tỉnh_Lam_Giang", 0),
    ("new event 12-kh-ubnd-2024 1.1 loai=cap_nhat ngay=2024-05-01 ngay_cong_bo=2024-06-01", 0),
    ("schema", 0),
    ("schema ghi", 0),
    ("explain", 0),
    ("explain CK110", 0),
    ("completions bash", 0),
    ("completions fish", 0),
    ("man", 0),
    ("--help", 0),
    ("new event --help", 0),
    ("check --help", 0),
    ("--version", 0),
];

#[cfg(target_os = "linux")]
fn printing(command: &str) -> (tempfile::TempDir, std::process::Command) {
    let scene = tempfile::tempdir().unwrap();
    let base = root().join("tests/problems/base");
    copy(&base.join("content"), &scene.path().join("content"));
    copy(&base.join("content"), &scene.path().join("hong"));
    fs::write(scene.path().join("hong/trang.yml"), "ten: x\n").unwrap();
    let mut run = std::process::Command::new(assert_cmd::cargo::cargo_bin("congkhai"));
    run.current_dir(scene.path());
    run.args(
        command
            .split_whitespace()
            .map(|word| word.replace('_', if word.contains("UBND_") { " " } else { "_" })),
    );
    (scene, run)
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_takes_nothing_is_a_fault_of_the_machine_in_every_command() {
    for (command, _) in PRINTING {
        let (_scene, mut run) = printing(command);
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let run = run.stdout(full).output().unwrap();
        let told = text(&run.stderr);
        assert_eq!(run.status.code(), Some(3), "{command}: {told}");
        assert_eq!(told.matches("lỗi máy: Không in được").count(), 1, "{command}: {told}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_reader_who_goes_away_is_no_fault_in_any_command() {
    for (command, expected) in PRINTING {
        if command.starts_with("serve") {
            continue;
        }
        let (_scene, mut run) = printing(command);
        let mut child = run
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let run = child.wait_with_output().unwrap();
        let told = text(&run.stderr);
        assert_eq!(run.status.code(), Some(expected), "{command}: {told}");
        assert!(!told.contains("lỗi máy"), "{command}: {told}");
    }
}

#[test]
fn an_address_in_vietnamese_letters_is_encoded_for_machines_and_shown_to_people() {
    let scene = tempfile::tempdir().unwrap();
    let output = scene.path().join("output");
    let run = congkhai()
        .args(["build", "--quiet", "--base-url", "HTTPS://Tỉnh.example:443/tiến-độ", "--content"])
        .arg(root().join("tests/problems/base/content"))
        .arg("--output")
        .arg(&output)
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", text(&run.stderr));
    let read = |path: &str| fs::read_to_string(output.join(path)).unwrap();
    let address = "https://xn--tnh-dlz.example/ti%E1%BA%BFn-%C4%91%E1%BB%99/";
    let page = read("index.html");
    for part in [
        format!("<link rel=\"canonical\" href=\"{address}\">"),
        "https://tỉnh.example/tiến-độ/".to_owned(),
    ] {
        assert!(page.contains(&part), "{part} is not in {page}");
    }
    assert!(read("sitemap.xml").contains(&format!("<loc>{address}")));
    let feeds: String = walkdir::WalkDir::new(&output)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| {
            ["xml", "ics", "json"]
                .iter()
                .any(|ending| entry.path().extension().is_some_and(|found| found == *ending))
        })
        .map(|entry| fs::read_to_string(entry.path()).unwrap())
        .collect();
    assert!(feeds.contains(address) && !feeds.contains("://tỉnh.example"));
    assert!(feeds.contains("tag:xn--tnh-dlz.example,"));
}
