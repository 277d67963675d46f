//! Notes of `check`: what repeats is told once, and what was looked at is told no more.

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;

use crate::support::small_site;

fn check(at: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::cargo_bin("congkhai").unwrap();
    command.current_dir(at).arg("check").args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

const PLAN: &str = "content/ke-hoach/12-kh-ubnd-2024";

/// A site whose two tasks are led by a group, with a file that belongs nowhere.
fn site() -> tempfile::TempDir {
    let scene = small_site();
    for (name, lead) in [("1-1", "so-a"), ("1-2", "so-b")] {
        let path = scene.path().join(format!("{PLAN}/nhiem-vu/{name}.md"));
        let task = fs::read_to_string(&path).unwrap();
        let task = task.replace(&format!("chu_tri: [{lead}]"), "chu_tri_nhom: [cac-so]");
        let words = ["\"Sở Đồng Ruộng\"", "\"Sở Bến Nước\"\nthoi_gian"];
        let task = task.replace(words[0], "\"Các sở, ban, ngành\"");
        fs::write(path, task.replace(words[1], "\"Các sở, ban, ngành\"\nthoi_gian")).unwrap();
    }
    fs::write(scene.path().join("content/ghi-chu.txt"), "lạc chỗ").unwrap();
    scene
}

fn add(scene: &Path, file: &str, keys: &str) {
    let path = scene.join(file);
    let text = fs::read_to_string(&path).unwrap();
    let text = match text.strip_prefix("---\n") {
        Some(rest) => format!("---\n{keys}{rest}"),
        None => format!("{text}{keys}"),
    };
    fs::write(path, text).unwrap();
}

#[test]
fn notes_of_a_rule_are_told_once() {
    let scene = site();
    let told = text(&check(scene.path(), &[]).stderr);
    assert_eq!(told.matches("lưu ý[CK113]").count(), 1, "{told}");
    assert!(told.contains("còn 1 chỗ: "), "{told}");
    assert!(told.contains("nhiem-vu/1-2.md:5"), "{told}");
    let told = text(&check(scene.path(), &["--all"]).stderr);
    assert_eq!(told.matches("lưu ý[CK113]").count(), 2, "{told}");
    assert!(!told.contains("cùng loại"), "{told}");
    let json = text(&check(scene.path(), &["--format", "json"]).stdout);
    assert_eq!(json.matches("\"CK113\"").count(), 2, "{json}");
    assert_eq!(
        text(&check(scene.path(), &["--format", "github"]).stdout).matches("title=CK113").count(),
        2
    );
}

#[test]
fn every_error_is_told() {
    let scene = site();
    for name in ["1-1", "1-2"] {
        let file = format!("{PLAN}/nhiem-vu/{name}.md");
        let task = fs::read_to_string(scene.path().join(&file)).unwrap();
        fs::write(scene.path().join(&file), task.replace("[cac-so]\nchu", "[khong-co]\nchu"))
            .unwrap();
    }
    let run = check(scene.path(), &[]);
    assert_eq!(run.status.code(), Some(1));
    assert_eq!(text(&run.stderr).matches("lỗi[CK110]").count(), 2, "{}", text(&run.stderr));
}

#[test]
fn what_was_looked_at_is_told_no_more_and_fails_no_strict_run() {
    let scene = site();
    assert_eq!(check(scene.path(), &["--strict"]).status.code(), Some(1));
    let group = "da_xem:\n  - ma: CK113\n    vi_sao: \"Kế hoạch giao chung.\"\n";
    for name in ["1-1", "1-2"] {
        add(scene.path(), &format!("{PLAN}/nhiem-vu/{name}.md"), group);
    }
    let stray =
        "da_xem:\n  - ma: CK006\n    tep: ghi-chu.txt\n    vi_sao: \"Ghi chú của phòng.\"\n";
    add(scene.path(), "content/trang.yml", stray);
    let run = check(scene.path(), &["--strict"]);
    assert_eq!((text(&run.stderr).as_str(), run.status.code()), ("", Some(0)));
    let said = text(&run.stdout);
    assert!(said.starts_with("Đã kiểm tra: không có vấn đề; 3 điều đã xem."), "{said}");
    let json: serde_json::Value =
        serde_json::from_slice(&check(scene.path(), &["--format", "json"]).stdout).unwrap();
    assert_eq!(json["summary"]["acknowledged"], 3);
    assert_eq!(json["problems"], serde_json::json!([]));
    let sarif = text(&check(scene.path(), &["--format", "sarif"]).stdout);
    assert_eq!(sarif.matches("\"justification\"").count(), 3, "{sarif}");
}

/// Of a text without keys, its plan's file keeps what was looked at.
#[test]
fn a_note_on_the_text_is_looked_at_in_the_plans_file() {
    let scene = site();
    let path = scene.path().join(format!("{PLAN}/van-ban.md"));
    let text_of_plan = fs::read_to_string(&path).unwrap();
    fs::write(&path, text_of_plan.replacen("::: chu_ky", "3. Bến đò là gì.\n\n::: chu_ky", 1))
        .unwrap();
    let told = |scene: &Path| text(&check(scene, &[]).stderr);
    assert!(told(scene.path()).contains("cảnh báo[CK106]"), "{}", told(scene.path()));
    let seen = "da_xem:\n  - ma: CK106\n    tep: van-ban.md\n    vi_sao: \"Không phải tiêu đề.\"\n";
    add(scene.path(), &format!("{PLAN}/ke-hoach.yml"), seen);
    assert!(!told(scene.path()).contains("CK106"), "{}", told(scene.path()));
}
