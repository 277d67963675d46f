//! What a document leaves in doubt is asked, with its words and its place, and never settled in silence.

use std::fs;

use assert_cmd::Command;
use congkhai::import::read::read;
use congkhai::import::{Answers, Imported, Into, import};
use congkhai::text::dates::parse_date;

use crate::support::root;

fn imported(name: &str, bytes: &[u8]) -> Imported {
    let reading = read(name, bytes).unwrap();
    let answers = Answers::default();
    let today = parse_date("2026-11-24").unwrap();
    import(&reading, None, &Into { file: name, tree: None, id: None, answers: &answers, today })
}

#[test]
fn words_that_nobody_accepted_are_asked_about_in_every_form() {
    for (name, words) in [
        ("tracked.docx", "15"),
        ("like-google.docx", "Gợi ý"),
        ("text.odt", "mới thêm"),
        ("repeated.odt", "Đoạn mới thêm."),
        ("word-1258.html", "15"),
    ] {
        let bytes = fs::read(root().join("tests/import/traps").join(name)).unwrap();
        let imported = imported(name, &bytes);
        let question = imported.questions.iter().find(|question| question.id == "chu-them");
        let question = question.unwrap_or_else(|| panic!("{name} asks nothing"));
        assert!(question.words.contains(words), "{name}: {}", question.words);
        assert!(question.at.is_some() && question.is_open(), "{name}");
        let notes = imported.files.iter().find(|(path, _)| path.ends_with("nhap.md")).unwrap().1;
        assert!(notes.contains("### chu-them"), "{name}: {notes}");
        assert!(imported.account.holds(), "{name}");
    }
}

#[test]
fn what_a_line_goes_through_stands_in_the_report() {
    for name in ["struck.docx", "repeated.odt", "word-1258.html"] {
        let bytes = fs::read(root().join("tests/import/traps").join(name)).unwrap();
        let imported = imported(name, &bytes);
        let notes = imported.files.iter().find(|(path, _)| path.ends_with("nhap.md")).unwrap().1;
        assert!(notes.contains("Chữ bị gạch ngang, vẫn nhập: "), "{name}: {notes}");
    }
}

#[test]
fn a_table_that_may_be_one_of_tasks_is_asked_about() {
    let text = "# KẾ HOẠCH\n\nLập sổ ruộng\n\n| TT | Nhiệm vụ | Số lượng |\n|---|---|---|\n| 1 | Lập sổ ruộng | 3 |\n| 2 | Đắp đê | 5 |\n";
    let imported = imported("a.md", text.as_bytes());
    let asked = imported.questions.iter().find(|question| question.asked.contains("Bảng này"));
    let asked = asked.unwrap_or_else(|| panic!("{:?}", imported.questions));
    assert!(
        asked.at.is_some() && !asked.context.is_empty() && !asked.taken.is_empty(),
        "{asked:?}"
    );
    assert!(imported.account.holds());
}

#[test]
fn what_is_refused_is_told_with_its_name_its_code_and_what_to_do() {
    for (name, bytes, code) in [
        ("a.pdf", &b"%PDF-1.7\n"[..], "CK011"),
        ("a.html", "<div>".repeat(2000).as_bytes(), "CK012"),
        ("a.txt", b"K\xd5 ho\xb9ch th\xf9c hi\xd6n nhi\xd6m v\xf4 c\xf1a t\xd8nh", "CK013"),
    ] {
        let scene = tempfile::tempdir().unwrap();
        fs::write(scene.path().join(name), bytes).unwrap();
        let mut program = Command::cargo_bin("congkhai").unwrap();
        let run = program.current_dir(scene.path()).args(["import", name]).output().unwrap();
        let told = String::from_utf8(run.stderr).unwrap();
        assert_eq!(run.status.code(), Some(1), "{told}");
        assert!(told.starts_with(&format!("lỗi[{code}]: {name}: ")), "{told}");
        assert!(told.trim_end().ends_with('.'), "{told}");
        assert_eq!(fs::read_dir(scene.path()).unwrap().count(), 1, "nothing was written");
    }
}

#[test]
fn words_that_two_readers_count_differently_are_not_written() {
    let scene = tempfile::tempdir().unwrap();
    // Marks of which one takes what the other leaves.
    fs::write(scene.path().join("a.md"), "# KẾ HOẠCH\n\n~~một ~~hai\n").unwrap();
    let mut program = Command::cargo_bin("congkhai").unwrap();
    let run = program.current_dir(scene.path()).args(["import", "a.md"]).output().unwrap();
    let told = String::from_utf8(run.stderr).unwrap();
    let code = "CK014";
    assert!(told.starts_with(&format!("lỗi[{code}]: ")) && told.contains("Thiếu: "), "{told}");
    assert_eq!(run.status.code(), Some(1));
    assert_eq!(fs::read_dir(scene.path()).unwrap().count(), 1, "nothing was written");
}
