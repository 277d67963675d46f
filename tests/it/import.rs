//! Importing as people do it: into an empty folder, once more with answers, once more after edits.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use congkhai::import::read::{Form, read};
use congkhai::import::{Answers, Imported, Into, import};
use congkhai::parse::raw::{RawAgency, RawGroups, RawPlan, RawTask};
use congkhai::text::dates::parse_date;
use proptest::prelude::*;

use crate::support::{expect_file, root};

const PLAN: &str = "content/ke-hoach/ke-hoach-quan-ly-ben-bai-ven-song-2026";

/// The program's answer in a folder, and whether it did what was asked.
#[track_caller]
fn run(folder: &Path, arguments: &[&str]) -> (bool, String, String) {
    let mut program = Command::cargo_bin("congkhai").unwrap();
    let run = program.current_dir(folder).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (run.status.success(), text(run.stdout), text(run.stderr))
}

/// A folder with a document in it.
fn scene() -> tempfile::TempDir {
    let scene = tempfile::tempdir().unwrap();
    let source = root().join("tests/import/docs/ke-hoach-khai-thac/source.docx");
    fs::copy(source, scene.path().join("kh.docx")).unwrap();
    scene
}

fn file(scene: &tempfile::TempDir, path: &str) -> String {
    fs::read_to_string(scene.path().join(PLAN).join(path)).unwrap()
}

fn edit(scene: &tempfile::TempDir, path: &str, from: &str, to: &str) {
    let text = file(scene, path);
    assert!(text.contains(from), "{path}: {text}");
    fs::write(scene.path().join(PLAN).join(path), text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_document_becomes_a_site_that_is_previewed_and_not_published() {
    let scene = scene();
    let (success, told, errors) = run(scene.path(), &["import", "kh.docx"]);
    assert!(success, "{told}{errors}");
    assert!(told.contains("4 nhiệm vụ") && told.contains("Còn 2 câu hỏi"), "{told}");
    let (success, told, errors) = run(scene.path(), &["check"]);
    assert!(success, "{told}{errors}");
    assert!(errors.contains("CK109") && errors.contains("Số hiệu của văn bản là gì?"), "{errors}");
    let (_, told, _) = run(scene.path(), &["status"]);
    assert!(told.contains("Câu hỏi của bản nhập chưa trả lời (2)"), "{told}");
    let (success, _, errors) = run(scene.path(), &["build"]);
    assert!(!success && errors.contains("CK108"), "{errors}");
}

#[test]
fn answers_make_a_draft_a_document_that_is_published() {
    let scene = scene();
    run(scene.path(), &["import", "kh.docx"]);
    let notes = file(&scene, "nhap.md");
    let answered = notes.replacen("Trả lời:\n", "Trả lời: 12/KH-UBND\n", 1).replacen(
        "Trả lời:\n",
        "Trả lời: 15/02/2026\n",
        1,
    );
    assert_ne!(notes, answered);
    fs::write(scene.path().join(PLAN).join("nhap.md"), answered).unwrap();
    let answers = format!("{PLAN}/nhap.md");
    let (success, told, errors) = run(scene.path(), &["import", "kh.docx", "--answers", &answers]);
    assert!(success, "{told}{errors}");
    assert!(told.contains("Không còn câu hỏi nào"), "{told}");
    let settings = file(&scene, "ke-hoach.yml");
    assert!(settings.contains("so_hieu: \"12/KH-UBND\""), "{settings}");
    assert!(!settings.contains("ban_nhap"), "{settings}");
    let (success, told, errors) = run(scene.path(), &["build"]);
    assert!(success, "{told}{errors}");
    // What import asks and keeps is no page and no file of the site.
    for entry in walkdir::WalkDir::new(scene.path().join("output")) {
        let path = entry.unwrap().into_path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(!name.contains("nhap.md") && !path.to_str().unwrap().contains("/.nhap"), "{name}");
        if path.extension().is_some_and(|ending| ending == "html") {
            assert!(!fs::read_to_string(&path).unwrap().contains("Bản nhập từ"), "{name}");
        }
    }
}

#[test]
fn an_answer_that_cannot_be_taken_is_asked_again() {
    let scene = scene();
    run(scene.path(), &["import", "kh.docx"]);
    edit(&scene, "nhap.md", "Trả lời:\n", "Trả lời: mười hai\n");
    let (success, told, _) = run(scene.path(), &["import", "kh.docx"]);
    assert!(success && told.contains("Còn 2 câu hỏi"), "{told}");
    let notes = file(&scene, "nhap.md");
    assert!(
        notes.contains("Chưa nhận được câu trả lời") && notes.contains("Trả lời: mười hai"),
        "{notes}"
    );
}

#[test]
fn importing_the_same_again_writes_nothing() {
    let scene = scene();
    run(scene.path(), &["import", "kh.docx"]);
    let (success, told, errors) = run(scene.path(), &["import", "kh.docx"]);
    assert!(success, "{told}{errors}");
    assert!(told.contains("Không có gì mới để ghi"), "{told}");
}

#[test]
fn what_a_person_changed_stays_and_what_both_changed_is_shown() {
    let scene = scene();
    run(scene.path(), &["import", "kh.docx"]);
    // A person adds a short title, and corrects whom import took for the lead.
    edit(&scene, "nhiem-vu/2.md", "chu_tri:", "ten_ngan: \"Quy hoạch bến\"\nchu_tri:");
    edit(&scene, "ke-hoach.yml", "ten_ngan: \"", "ten_ngan: \"Của tôi: ");
    let (success, told, errors) = run(scene.path(), &["import", "kh.docx"]);
    assert!(success, "{told}{errors}");
    assert!(file(&scene, "nhiem-vu/2.md").contains("ten_ngan: \"Quy hoạch bến\""));
    // An answer changes the number, and with it what import would call the plan.
    edit(&scene, "nhap.md", "Trả lời:\n", "Trả lời: 12/KH-UBND\n");
    edit(&scene, "nhap.md", "Trả lời:\n", "Trả lời: 15/02/2026\n");
    let (success, told, errors) = run(scene.path(), &["import", "kh.docx"]);
    assert!(success, "{told}{errors}");
    let settings = file(&scene, "ke-hoach.yml");
    assert!(settings.contains("Của tôi: ") && settings.contains("12/KH-UBND"), "{settings}");
}

#[test]
fn a_dry_run_writes_nothing() {
    let scene = scene();
    let (success, told, _) =
        run(scene.path(), &["import", "kh.docx", "--dry-run", "--format", "json"]);
    assert!(success, "{told}");
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(
        (told["nhiem_vu"].as_u64(), told["cau_hoi"].as_array().unwrap().len()),
        (Some(4), 2)
    );
    assert_eq!(told["chu"]["nguon"], told["chu"]["noi_dung"]);
    assert!(!scene.path().join("content").exists());
}

#[test]
fn into_a_site_that_knows_the_names_no_agency_is_made_again() {
    let scene = scene();
    run(scene.path(), &["import", "kh.docx"]);
    let other = root().join("tests/import/docs/cong-van-ban/source.txt");
    fs::copy(other, scene.path().join("kh2.txt")).unwrap();
    let before = fs::read_dir(scene.path().join("content/co-quan")).unwrap().count();
    let (success, told, errors) = run(scene.path(), &["import", "kh2.txt"]);
    assert!(success, "{told}{errors}");
    let groups = fs::read_to_string(scene.path().join("content/nhom-co-quan.yml")).unwrap();
    assert_eq!(groups.matches("id: cac-so-ban-nganh\n").count(), 1, "{groups}");
    assert!(fs::read_dir(scene.path().join("content/co-quan")).unwrap().count() > before);
    let (success, told, errors) = run(scene.path(), &["check"]);
    assert!(success, "{told}{errors}");
}

#[test]
fn a_sheet_adds_its_table_to_a_plan() {
    let scene = scene();
    sheet(&scene, &[BOATS, CARDS]);
    let (success, _, errors) = run(scene.path(), &["import", "bang.xlsx"]);
    assert!(!success && errors.contains("--into"), "{errors}");
    run(scene.path(), &["import", "kh.docx"]);
    let plan = PLAN.rsplit('/').next().unwrap();
    let (success, told, errors) = run(scene.path(), &["import", "bang.xlsx", "--into", plan]);
    assert!(success, "{told}{errors}");
    assert!(told.contains("2 nhiệm vụ"), "{told}");
    let task = file(&scene, "nhiem-vu/b2-1.md");
    assert!(task.contains("\"Nguồn kinh phí\": \"Xã hội hóa\""), "{task}");
    assert!(file(&scene, "ke-hoach.yml").contains("so_nhiem_vu_goc: \"6\""));
    let (success, told, errors) = run(scene.path(), &["check"]);
    assert!(success, "{told}{errors}");

    // Once more, after an edit, with another cell and another row: the table comes once, and the edit stays.
    let path = scene.path().join(PLAN).join("nhiem-vu/b2-1.md");
    let edited = task.replacen("\n---\n", "\nten_ngan: \"Thuyền sách\"\n---\n", 1);
    fs::write(&path, &edited).unwrap();
    sheet(&scene, &[BOATS, ["2", "Phát thẻ đọc", "Sở Sách Báo", "31/12/2028", ""], READING]);
    for _ in 0..2 {
        let (success, told, errors) = run(scene.path(), &["import", "bang.xlsx", "--into", plan]);
        assert!(success, "{told}{errors}");
        assert_eq!(file(&scene, "nhiem-vu/b2-1.md"), edited);
        assert!(file(&scene, "nhiem-vu/b2-2.md").contains("31/12/2028"));
        assert!(file(&scene, "nhiem-vu/b2-3.md").contains("Đọc to nghe chung"));
        assert!(file(&scene, "ke-hoach.yml").contains("so_nhiem_vu_goc: \"7\""));
        assert_eq!(file(&scene, "van-ban.md").matches("Nguồn kinh phí").count(), 1);
        assert_eq!(file(&scene, "nguon.txt").matches("Đóng thuyền sách").count(), 1);
        let (success, told, errors) = run(scene.path(), &["check"]);
        assert!(success, "{told}{errors}");
    }
}

const BOATS: [&str; 5] = ["1", "Đóng thuyền sách", "Sở Đường Thủy", "Quý IV/2026", "Xã hội hóa"];
const CARDS: [&str; 5] = ["2", "Phát thẻ đọc", "Sở Sách Báo", "31/12/2027", ""];
const READING: [&str; 5] = ["3", "Đọc to nghe chung", "Sở Sách Báo", "Năm 2027", ""];

/// Writes `bang.xlsx` with these rows of a table of tasks.
fn sheet(scene: &tempfile::TempDir, rows: &[[&str; 5]]) {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let head = ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Nguồn kinh phí"];
    for (row, cells) in [head].iter().chain(rows).enumerate() {
        for (column, words) in cells.iter().enumerate() {
            let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
            sheet.write(row, column, *words).unwrap();
        }
    }
    book.save(scene.path().join("bang.xlsx")).unwrap();
}

fn imported(name: &str, text: &str) -> Option<Imported> {
    let reading = read(name, text.as_bytes()).ok()?;
    let own = (reading.form == Form::Text).then_some(text);
    let answers = Answers::default();
    let today = parse_date("2026-06-01").unwrap();
    Some(import(
        &reading,
        own,
        &Into { file: name, tree: None, id: None, answers: &answers, today },
    ))
}

/// The names of agencies and groups, by id.
fn names(texts: impl Iterator<Item = (String, String)>) -> BTreeMap<String, Vec<String>> {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in texts {
        if path.starts_with("co-quan/") {
            let agency: RawAgency = serde_yaml::from_str(&text).unwrap();
            let all = names.entry(agency.id).or_default();
            for name in agency.ten {
                all.push(name.ten);
                all.extend(name.ten_tat);
            }
            all.extend(agency.bi_danh);
        } else if path == "nhom-co-quan.yml" {
            let groups: RawGroups = serde_yaml::from_str(&text).unwrap();
            for group in groups.nhom {
                let all = names.entry(group.id).or_default();
                all.push(group.ten);
                all.extend(group.bi_danh);
            }
        }
    }
    names
}

fn task(text: &str) -> RawTask {
    serde_yaml::from_str(text.split("---\n").nth(1).unwrap()).unwrap()
}

fn key(name: &str) -> String {
    congkhai::text::search_key(name).chars().filter(char::is_ascii_alphanumeric).collect()
}

/// The shipped plan's source, imported, is the shipped plan but for what its editors added: the file says what.
#[test]
fn the_seed_becomes_the_shipped_plan() {
    let content = root().join("content");
    let plan = content.join("ke-hoach/111-kh-ubnd-2015");
    let source = fs::read_to_string(plan.join("nguon.txt")).unwrap();
    let found = imported("nguon.txt", &source).unwrap();
    assert!(found.account.holds());
    let within = "ke-hoach/111-kh-ubnd-2015/";
    let own = |name: &str| found.files[&format!("{within}{name}")].as_str();
    let shipped = |name: &str| fs::read_to_string(plan.join(name)).unwrap();
    assert_eq!(own("nguon.txt"), source);
    let mut told = String::new();
    let words = |text: &str| -> Vec<String> {
        let text = text.lines().filter(|line| !line.starts_with(":::"));
        let text: Vec<String> =
            text.map(|line| line.split(" {sic:").next().unwrap().to_owned()).collect();
        text.join(" ").split_whitespace().map(str::to_owned).collect()
    };
    assert!(words(own("van-ban.md")) == words(&shipped("van-ban.md")), "the text differs");
    let settings: RawPlan = serde_yaml::from_str(own("ke-hoach.yml")).unwrap();
    let theirs: RawPlan = serde_yaml::from_str(&shipped("ke-hoach.yml")).unwrap();
    let mut compare = |what: &str, own: String, theirs: String| {
        if own != theirs {
            told.push_str(&format!("{what}\n  import:  {own}\n  shipped: {theirs}\n"));
        }
    };
    let plain = |text: &dyn std::fmt::Debug| format!("{text:?}");
    compare("so_hieu", plain(&settings.so_hieu), plain(&theirs.so_hieu));
    compare("loai", plain(&settings.loai), plain(&theirs.loai));
    compare("ngay_ban_hanh", plain(&settings.ngay_ban_hanh), plain(&theirs.ngay_ban_hanh));
    compare("trich_yeu", settings.trich_yeu.to_string(), theirs.trich_yeu.to_string());
    compare("ten_ngan", settings.ten_ngan.clone(), theirs.ten_ngan.clone());
    compare("so_nhiem_vu_goc", plain(&settings.so_nhiem_vu_goc), plain(&theirs.so_nhiem_vu_goc));
    compare("bo_qua_so", plain(&settings.bo_qua_so), plain(&theirs.bo_qua_so));
    let signer = |plan: &RawPlan| {
        let one = plan.nguoi_ky.as_ref().unwrap();
        format!("{:?} {} {}", one.hinh_thuc, one.chuc_vu, one.ho_ten)
    };
    compare("nguoi_ky", signer(&settings), signer(&theirs));
    let groups = |plan: &RawPlan| -> String {
        plan.nhom_nhiem_vu.iter().map(|group| format!("{} {}; ", group.so, &*group.ten)).collect()
    };
    compare("nhom_nhiem_vu", groups(&settings), groups(&theirs));
    let meaning = |plan: &RawPlan| plan.bang_nhiem_vu[0].y_nghia_thoi_gian.clone().unwrap();
    compare("y_nghia_thoi_gian", meaning(&settings), meaning(&theirs));
    let mut files = found.files.clone();
    files.extend(found.groups.clone().map(|text| ("nhom-co-quan.yml".to_owned(), text)));
    let own_names = names(files.into_iter());
    let texts = walkdir::WalkDir::new(&content)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file());
    let their_names = names(texts.filter_map(|entry| {
        let path = entry.path().strip_prefix(&content).unwrap().to_str()?.to_owned();
        Some((path, fs::read_to_string(entry.path()).ok()?))
    }));
    let numbers: Vec<String> = fs::read_dir(plan.join("nhiem-vu"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(numbers.len(), 29);
    let mut numbers = numbers;
    numbers.sort();
    for name in numbers {
        let own = task(own(&format!("nhiem-vu/{name}")));
        let theirs = task(&shipped(&format!("nhiem-vu/{name}")));
        let cells = |task: &RawTask| {
            format!(
                "{} {:?} {} {:?} {:?} {:?}",
                task.so,
                task.nhom,
                &*task.nguyen_van,
                task.chu_tri_nguyen_van.as_deref().map(ToString::to_string),
                task.phoi_hop.as_ref().map(|partners| partners.nguyen_van.to_string()),
                task.thoi_gian.nguyen_van.as_deref().map(ToString::to_string),
            )
        };
        // A lead's words may be left out where the site's own name says the same.
        let (ours, other) = (cells(&own), cells(&theirs));
        compare(&format!("{name}: cells"), ours, other);
        for (what, ours, other) in [
            (
                "chu_tri",
                [&own.chu_tri[..], &own.chu_tri_nhom[..]].concat(),
                [&theirs.chu_tri[..], &theirs.chu_tri_nhom[..]].concat(),
            ),
            (
                "phoi_hop",
                own.phoi_hop.iter().flat_map(|p| [&p.co_quan[..], &p.nhom[..]].concat()).collect(),
                theirs
                    .phoi_hop
                    .iter()
                    .flat_map(|p| [&p.co_quan[..], &p.nhom[..]].concat())
                    .collect(),
            ),
        ] {
            let same = |a: &String, b: &String| {
                own_names[a]
                    .iter()
                    .any(|name| their_names[b].iter().any(|other| key(name) == key(other)))
            };
            let only: Vec<_> = ours
                .iter()
                .filter(|a| !other.iter().any(|b| same(a, b)))
                .map(|a| own_names[a][0].clone())
                .collect();
            let missing: Vec<_> =
                other.iter().filter(|b| !ours.iter().any(|a| same(a, b))).cloned().collect();
            if !only.is_empty() || !missing.is_empty() {
                compare(&format!("{name}: {what}"), only.join("; "), missing.join("; "));
            }
        }
    }
    expect_file(&root().join("tests/import/seed.txt"), &told);
}

/// Lines of the kinds that plans are made of, and others.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "(I|II|V|X)[.-] [A-ZĐ ]{0,12}",
        "[1-9][0-9]?[.)/] ?[a-zđ ]{0,20}",
        "[1-9]\\.[1-9]\\.? [a-zđ ]{0,20}",
        "[a-zđ]\\) [a-zđ ]{0,20}",
        "[-+–•*] ?[a-zđ ]{0,20}",
        "(Điều|Chương|Mục|Phần) [1-9IVX]{1,2}[.:]? [a-zđ ]{0,12}",
        Just("PHỤ LỤC".to_owned()),
        Just("Nơi nhận:".to_owned()),
        Just("KT. CHỦ TỊCH".to_owned()),
        Just("Lê Thí Dụ".to_owned()),
        Just("KẾ HOẠCH".to_owned()),
        Just("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".to_owned()),
        Just("TT\nNội dung\nChủ trì\nThời gian".to_owned()),
        Just("TT | Nội dung | Chủ trì | Thời gian".to_owned()),
        "[0-9] \\| [a-z ]{0,9} \\| Sở [A-Z][a-z]{0,5} \\| 20[0-9]{2}",
        "Sở [A-Z][a-z]{0,8}(, Sở [A-Z][a-z]{0,5})?",
        "(Quý I/2026|2026|Thường xuyên|như trên)",
        "[:#|{}\\[\\]^a-z ]{0,14}",
        "\\PC{0,30}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_lines_are_imported_without_a_lost_word(lines in prop::collection::vec(line(), 1..40)) {
        let text = lines.join("\n");
        // Lines that happen to be Markdown are their own reader's.
        let is_text = read("a.txt", text.as_bytes()).is_ok_and(|reading| reading.form == Form::Text);
        if let Some(imported) = imported("a.txt", &text).filter(|_| is_text) {
            prop_assert!(imported.account.holds(), "{:?}", imported.account);
        }
    }
}
