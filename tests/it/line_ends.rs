//! Texts whose line ends Git or an editor changed: what is told of them, and what keeps Git from it.

use std::fs;
use std::path::Path;
use std::process::Command;

use congkhai::output::Checksum;

use crate::support::{build, copy, fictional, request, told};

const PLAN: &str = "ke-hoach/12-kh-ubnd-2022";

/// The messages of a build whose copy of the source has these bytes, and whose plan states the hash of those.
fn messages(found: &[u8], stated: &[u8]) -> String {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&fictional(), &content);
    let (plan, source) =
        (content.join(PLAN).join("ke-hoach.yml"), content.join(PLAN).join("nguon.txt"));
    let old = Checksum::of(&fs::read(&source).unwrap()).to_string();
    let text = fs::read_to_string(&plan).unwrap();
    assert!(text.contains(&old));
    fs::write(&plan, text.replace(&old, &Checksum::of(stated).to_string())).unwrap();
    fs::write(&source, found).unwrap();
    told(&build(&request(&content, None)).0)
}

#[test]
fn a_source_that_differs_in_its_form_only_is_told_as_such() {
    let lf = fs::read_to_string(fictional().join(PLAN).join("nguon.txt")).unwrap();
    let (crlf, cr) = (lf.replace('\n', "\r\n"), lf.replace('\n', "\r"));
    let marked = format!("\u{feff}{lf}");
    let cases = [
        (&crlf, &lf, "CRLF (kiểu Windows), còn tệp đã khai xuống dòng bằng LF"),
        (&lf, &crlf, "LF, còn tệp đã khai xuống dòng bằng CRLF"),
        (&cr, &lf, "CR (kiểu máy Mac cũ), còn"),
        (&marked, &lf, "có thêm dấu thứ tự byte (BOM)"),
        (&lf, &marked, "mất dấu thứ tự byte (BOM)"),
        (&format!("\u{feff}{crlf}"), &lf, "CRLF (kiểu Windows)"),
        (&lf.trim_end().to_owned(), &lf, "mất dấu xuống dòng ở cuối"),
    ];
    for (found, stated, part) in cases {
        let told = messages(found.as_bytes(), stated.as_bytes());
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("đúng từng chữ") && told.contains(part), "{part}: {told}");
        assert_eq!(told.matches("lỗi[").count(), 1, "{part}: {told}");
    }
    let other = lf.replacen("Lam Giang", "Lam Gianh", 1);
    assert!(!messages(other.as_bytes(), lf.as_bytes()).contains("đúng từng chữ"));
}

/// What follows from a conflict in the source, such as another hash and other words, is not told beside it.
#[test]
fn a_conflict_in_a_source_is_told_alone() {
    let lf = fs::read_to_string(fictional().join(PLAN).join("nguon.txt")).unwrap();
    let merged = lf.replacen("\n", "\n<<<<<<< HEAD\nmột\n=======\nhai\n>>>>>>> nhanh\n", 1);
    let told = messages(merged.as_bytes(), lf.as_bytes());
    assert!(told.contains("lỗi[CK009]") && told.matches("lỗi[").count() == 1, "{told}");
}

#[test]
fn evidence_that_differs_in_its_form_only_is_told_as_such() {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/problems/base/content")), &content);
    let folder = content.join("ke-hoach/12-kh-ubnd-2024");
    let task = folder.join("nhiem-vu/1-2.md");
    let stated = Checksum::of("ngày,số\n1,2\n".as_bytes());
    let evidence = format!(
        "    noi_dung: \"Đã gửi báo cáo năm 2024.\"\n    minh_chung:\n      - loai: so_lieu\n        ten: \"Số liệu\"\n        \
         tep: tep/so-lieu.csv\n        sha256: \"{stated}\"\n"
    );
    let text = fs::read_to_string(&task).unwrap();
    let line = "    noi_dung: \"Đã gửi báo cáo năm 2024.\"\n";
    assert!(text.contains(line));
    fs::write(&task, text.replace(line, &evidence)).unwrap();
    fs::create_dir(folder.join("tep")).unwrap();
    let told = |bytes: &str| {
        fs::write(folder.join("tep/so-lieu.csv"), bytes).unwrap();
        told(&build(&request(&content, Some("2026-11-24"))).0)
    };
    assert!(!told("ngày,số\n1,2\n").contains("CK221"));
    let changed = told("ngày,số\r\n1,2\r\n");
    assert!(
        changed.contains("đúng từng chữ") && changed.contains("content/**/tep/**"),
        "{changed}"
    );
    assert!(told("ngày,số\n1,3\n").contains("không phải"));
}

/// What `init` writes keeps Git from changing a byte of the source, also where it is told to make every text CRLF.
#[test]
fn git_on_windows_leaves_sources_and_evidence_alone() {
    let scene = tempfile::tempdir().unwrap();
    let git = |at: &Path, arguments: &[&str]| {
        let mut git = Command::new("git");
        // Of nobody's own settings, and as on Windows.
        git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").current_dir(at);
        git.args([
            "-c",
            "core.autocrlf=true",
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@lam-giang.example",
        ]);
        git.args(arguments).output()
    };
    if git(scene.path(), &["--version"]).is_err() {
        eprintln!("bỏ qua: máy này không có git");
        return;
    }
    let site = scene.path().join("moi");
    let run = Command::new(env!("CARGO_BIN_EXE_congkhai"))
        .args([
            "init",
            "moi",
            "--number",
            "12/KH-UBND",
            "--date",
            "2026-01-15",
            "--issuer",
            "UBND tỉnh Lam Giang",
        ])
        .current_dir(scene.path())
        .output()
        .unwrap();
    assert!(run.status.success());
    let files = [
        ("content/ke-hoach/12-kh-ubnd-2026/nguon.txt", "một\nhai\n"),
        ("content/ke-hoach/12-kh-ubnd-2026/tep/so-lieu.csv", "a\r\nb\r\n"),
        ("content/trang/tep/ghi.txt", "a\nb\n"),
    ];
    for (path, text) in files {
        let path = site.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    for arguments in [&["init", "-q"][..], &["add", "-A"], &["commit", "-qm", "a"]] {
        assert!(git(&site, arguments).unwrap().status.success(), "{arguments:?}");
    }
    assert!(git(scene.path(), &["clone", "-q", "moi", "ban"]).unwrap().status.success());
    for (path, text) in files {
        assert_eq!(
            fs::read_to_string(scene.path().join("ban").join(path)).unwrap(),
            text,
            "{path}"
        );
    }
}

/// So does what stands in this repository.
#[test]
fn this_repository_keeps_its_sources_as_they_are() {
    let root = crate::support::root();
    for path in [
        "content/ke-hoach/a/nguon.txt",
        "content/ke-hoach/a/tep/b.csv",
        "tests/sites/lam-giang/content/ke-hoach/a/nguon.txt",
        "tests/sites/lam-giang/content/ke-hoach/a/tep/b.csv",
    ] {
        let run =
            Command::new("git").current_dir(&root).args(["check-attr", "text", path]).output();
        let Ok(run) = run else { return };
        let told = String::from_utf8(run.stdout).unwrap();
        // Nothing is told outside a repository, as in an archive of the sources.
        assert!(told.is_empty() || told.ends_with("text: unset\n"), "{told}");
    }
}
