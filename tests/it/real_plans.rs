//! Shapes that plans in force have, each by the number under which it was found, and where the tests hold it.
//!
//! Most stand in a golden site, whose pages are compared word for word, or in a broken one. What an editor meets at the
//! command line (19 to 22) is tried here.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

use crate::support::{root, small_site, typed};

const RIVER: &str = "tests/sites/moi-hinh/content/ke-hoach/18-qd-ubnd-2025";
const TABLES: &str = "tests/sites/nhieu-bang/content/ke-hoach/21-kh-ubnd-2026";
const TEXTS: &str = "tests/sites/hinh-van-ban/content/ke-hoach";

/// The shape, what it is, the file that has it and the words that are it.
const SHAPES: &[(&str, &str, &str, &str)] = &[
    ("01", "columns in an order of their own", RIVER, "van-ban.md: Tiến độ\nViệc\nKết quả"),
    ("02a", "a task without end", RIVER, "nhiem-vu/pl1-3.md: nguyen_van: \"Thường xuyên\""),
    ("02b", "a time by reference", RIVER, "nhiem-vu/pl1-8.md: nguyen_van: \"Theo hướng dẫn"),
    ("02c", "a task without end that has news", RIVER, "nhiem-vu/pl1-4.md: Thường xuyên, liên tục"),
    ("03", "nobody is named", RIVER, "nhiem-vu/pl1-13.md: o_trong: [\"Đơn vị\", \"Tiến độ\""),
    ("04", "articles and clauses", TEXTS, "12-qd-ubnd-2026/van-ban.md: Điều 1. Ban hành"),
    ("04b", "articles without marks", RIVER, "van-ban.md: Điều 2. Tổ chức thực hiện"),
    ("05a", "1.1 under 1", RIVER, "van-ban.md: ### 1.1. Danh mục"),
    ("05b", "1.2 with one paragraph", RIVER, "van-ban.md: ### 1.2. Thuyền sách\n\nBa thuyền"),
    ("06", "a table in the text", RIVER, "van-ban.md: {bang: lich}"),
    (
        "07",
        "a decision that encloses a programme",
        TEXTS,
        "12-qd-ubnd-2026/van-ban.md: ::: van_ban_kem",
    ),
    ("07b", "the programme is an appendix", "tests/it/real_plans.rs", "CHƯƠNG TRÌNH GIỮ BẾN"),
    ("08", "no tasks", TEXTS, "5-kh-tu-2026/ke-hoach.yml: so_hieu"),
    ("08b", "a table without groups", RIVER, "nhiem-vu/pl1-1.md: bang: pl1\nnguyen_van"),
    ("08c", "numbers of one level", TABLES, "nhiem-vu/1.md: so: \"1\""),
    ("09", "footnotes, in cells too", RIVER, "nhiem-vu/1.md: \"Quý II/2025[^4]\""),
    ("10", "results with times of their own", RIVER, "nhiem-vu/n2-3.md: ket_qua:\n  - ma: a"),
    ("11", "a document of the Party", TEXTS, "5-kh-tu-2026/van-ban.md: # I- MỤC ĐÍCH"),
    ("12", "a report each month", RIVER, "bao-cao.yml: ky: \"2026-05\""),
    ("13", "indicators with targets", RIVER, "ke-hoach.yml: chi_so:"),
    ("14", "appendices with a table each", RIVER, "van-ban.md: PHỤ LỤC II"),
    ("15", "a copy of the source with many columns", RIVER, "nguon.txt: Nguồn kinh phí"),
    (
        "16",
        "tasks that no point is linked with",
        "tests/sites/moi-hinh/expected/pages",
        "ke-hoach/18-qd-ubnd-2025/doi-chieu.html: Nhiệm vụ chưa gắn với điểm, mục nào",
    ),
    (
        "17",
        "a lead that confirms itself",
        "tests/problems/ck124-confirmed-by-the-lead",
        "content/ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-2.md: # ! CK124",
    ),
    (
        "23",
        "an event of an agency that had ended",
        "tests/problems/ck114-reported-by-an-agency-that-ended",
        "content/ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-2.md: # ! CK114",
    ),
    ("25", "no time is named", RIVER, "nhiem-vu/pl1-13.md: \"Tiến độ\""),
    ("26", "results with leads of their own", RIVER, "nhiem-vu/n2-1.md: chu_tri: [so-duong-thuy]"),
];

#[test]
fn every_shape_stands_in_a_test() {
    for (number, what, folder, place) in SHAPES {
        let path = root().join(folder);
        let (path, words) = match place.split_once(": ") {
            Some((file, words)) if path.is_dir() => (path.join(file), words),
            _ => (path, *place),
        };
        let text = fs::read_to_string(&path).unwrap_or_default();
        assert!(text.contains(words), "{number}, {what}: {} has no “{words}”", path.display());
    }
}

/// The program's whole answer to a command line, and whether it did what was asked.
#[track_caller]
fn answer(site: &Path, line: &str) -> (bool, String) {
    let mut program = Command::cargo_bin("congkhai").unwrap();
    let run = program.current_dir(site).args(typed(line)).output().unwrap();
    let told = [run.stdout, run.stderr].concat();
    // Lines are broken for the width of the screen.
    let told = String::from_utf8(told).unwrap();
    (run.status.success(), told.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A sound site, and what a command line is answered there.
#[track_caller]
fn check(lines: &[(&str, bool, &[&str])]) -> tempfile::TempDir {
    let scene = small_site();
    for (line, succeeds, expected) in lines {
        let (success, told) = answer(scene.path(), line);
        assert_eq!(success, *succeeds, "{line}: {told}");
        for words in *expected {
            assert!(told.contains(words), "{line}: {told}");
        }
    }
    scene
}

#[test]
fn shape_07b_a_programme_in_an_appendix_has_places_of_its_own() {
    let scene = check(&[]);
    let file = scene.path().join("content/ke-hoach/12-kh-ubnd-2024/van-ban.md");
    let text = fs::read_to_string(&file).unwrap();
    let programme = "\n::: phu_luc\n\nCHƯƠNG TRÌNH GIỮ BẾN\n\n(Kèm theo Kế hoạch này)\n\n\
                     # I. NHIỆM VỤ\n\n## 1. Bến đò\n\na) Kè bến.\n\nb) Cắm biển.\n";
    fs::write(&file, text + programme).unwrap();
    let (success, told) = answer(scene.path(), "build --output trang");
    assert!(success, "{told}");
    let page = scene.path().join("trang/ke-hoach/12-kh-ubnd-2024/toan-van.html");
    let page = fs::read_to_string(page).unwrap();
    for place in ["phu-luc", "pl-i", "pl-i-1", "pl-i-1-b"] {
        assert!(page.contains(&format!("id=\"{place}\"")), "{place}: {page}");
    }
}

#[test]
fn shape_19_a_deadline_is_moved_to_a_quarter() {
    let moved = |to: &str| {
        format!(
            "new event 12-kh-ubnd-2024 1.1 loai=dieu_chinh ngay=2024-05-20 ngay_cong_bo=2024-05-21 \
             can_cu=8/QĐ-UBND dieu_chinh.muc=thoi_han dieu_chinh.moi=\"{to}\""
        )
    };
    check(&[
        (&moved("Quý II/2025"), true, &["cu: \"2024\"", "moi: \"Quý II/2025\""]),
        (&moved("tháng 9/2025"), true, &["cu: \"Quý II/2025\""]),
        (
            &moved("cuối năm"),
            false,
            &["CK121", "Viết một mốc như trong văn bản: “Quý III/2026”", "Chưa ghi gì"],
        ),
    ]);
}

#[test]
fn shape_20_a_report_sent_again_is_its_second_version() {
    let sent = |day: &str, number: &str| {
        format!(
            "new report 12-kh-ubnd-2024 nghia_vu=hang-nam nam=2024 co_quan=so-b ngay_gui={day} so_hieu={number}"
        )
    };
    let scene = check(&[
        (&sent("2024-12-10", "40/BC-SBN"), true, &[]),
        (&sent("2025-01-06", "2/BC-SBN"), true, &[]),
        (&sent("2025-01-06", "2/BC-SBN"), false, &["CK100", "Chưa ghi gì"]),
        ("build --output trang", true, &[]),
    ]);
    let page = scene.path().join("trang/ke-hoach/12-kh-ubnd-2024/bao-cao/2024.html");
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("40/BC-SBN") && page.contains("gửi lại"), "{page}");
}

#[test]
fn shape_21_what_is_typed_is_told_apart_before_it_names_a_file() {
    check(&[
        (
            "new task nhom=1 12-kh-ubnd-2024 1.3",
            false,
            &["mã kế hoạch, số nhiệm vụ đứng trước mọi khóa"],
        ),
        (
            "new task 12/KH-UBND 1.3 nhom=1",
            false,
            &["“12/KH-UBND” không phải mã kế hoạch", "Ý bạn là “12-kh-ubnd-2024”"],
        ),
        (
            "new event 12-kh-ubnd-2024 ii-1 loai=cap_nhat",
            false,
            &["không có nhiệm vụ ii-1. Có: 1.1, 1.2.", "congkhai new task"],
        ),
    ]);
}

#[test]
fn shape_22_a_day_of_publication_behind_the_sites_own_is_told_with_the_day_to_write() {
    check(&[(
        "new event 12-kh-ubnd-2024 1.1 loai=cap_nhat ngay=2026-07-02 ngay_cong_bo=2026-07-02 \
         trang_thai=dang_thuc_hien noi_dung=Đang_làm co_quan_bao_cao=so-a",
        false,
        &["CK121", "tinh_den_ngay trong trang.yml thành \"2026-07-02\"", "Chưa ghi gì"],
    )]);
}
