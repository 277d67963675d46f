//! What is added, and that the rest stays.

use super::*;
use crate::source::{Roots, load};

const PATH: &str = "ke-hoach/12-kh-ubnd-2026/nhiem-vu/1-1.md";

fn tree(text: Option<&str>) -> SourceTree {
    let scene = tempfile::tempdir().unwrap();
    let roots = Roots { content: scene.path().to_owned(), themes: scene.path().join("khong-co") };
    let tree = load::read(&roots).unwrap();
    match text {
        Some(text) => tree.with_text(SourcePath::content(PATH), text),
        None => tree,
    }
    .with_text(SourcePath::content("ke-hoach/12-kh-ubnd-2026/ke-hoach.yml"), "")
}

fn event(text: &str, values: &[&str]) -> Result<String, Refusal> {
    let target = Target::Event("12-kh-ubnd-2026".into(), "1.1".into());
    let values: Vec<_> = values.iter().map(|value| Assignment::read(value).unwrap()).collect();
    added(&tree(Some(text)), &target, &values, jiff::civil::date(2026, 5, 25))
        .map(|added| added.after)
}

const VALUES: &[&str] =
    &["noi_dung=Đã trình: “xong”", "loai=cap_nhat", "ngay=2026-05-20", "trang_thai=dang_thuc_hien"];

const LINES: &str = "  - ma: d1
    ngay: \"2026-05-20\"
    ngay_cong_bo: \"2026-05-25\"
    loai: cap_nhat
    trang_thai: dang_thuc_hien
    noi_dung: \"Đã trình: “xong”\"
";

#[test]
fn a_first_event_opens_the_list_in_the_order_of_the_schema() {
    let text = "---\nso: \"1.1\" # giữ nguyên\n---\nLời kể.\n";
    let expected = format!("---\nso: \"1.1\" # giữ nguyên\ndien_bien:\n{LINES}---\nLời kể.\n");
    assert_eq!(event(text, VALUES), Ok(expected));
}

#[test]
fn another_event_follows_the_last_one_and_its_manner() {
    let text = "---\ndien_bien:\n- ma: d7 # cũ\n  noi_dung: >-\n    Dài\n    dòng.\n\n# ghi chú\nso: '1.1'\n---\n";
    let lines = LINES.replace("d1", "d8").replace("\n    ", "\n  ").replace("  - ma", "- ma");
    let expected = text.replace("dòng.\n", &format!("dòng.\n{lines}"));
    assert_eq!(event(text, VALUES), Ok(expected));
}

#[test]
fn a_key_without_items_gets_the_first() {
    let text = "---\ndien_bien: # chưa có\nso: \"1.1\"\n---\n";
    let expected = text.replace("chưa có\n", &format!("chưa có\n{LINES}"));
    assert_eq!(event(text, VALUES), Ok(expected));
}

#[test]
fn a_remark_on_the_last_item_stays_with_it() {
    let text =
        "---\ndien_bien:\n  - ma: d1\n    # ghi chú của d1\n  # của cả danh sách\n---\n- ma: d50\n";
    let lines = LINES.replace("d1", "d2");
    let expected = text.replace("của d1\n", &format!("của d1\n{lines}"));
    assert_eq!(event(text, VALUES), Ok(expected));
}

#[test]
fn windows_line_ends_stay() {
    let text = "---\r\nso: \"1.1\"\r\ndien_bien:\r\n  - ma: d1\r\n---\r\n";
    let lines = LINES.replace("d1", "d2").replace('\n', "\r\n");
    let expected = text.replace("- ma: d1\r\n", &format!("- ma: d1\r\n{lines}"));
    assert_eq!(event(text, VALUES), Ok(expected));
}

#[test]
fn a_list_that_cannot_take_an_item_is_left_alone() {
    let refused = |text: &str| match event(text, VALUES) {
        Err(Refusal::Insert(_, fault)) => fault,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused("---\ndien_bien: [{ma: d1}]\n---\n"), InsertFault::NotALineEach);
    assert_eq!(refused("---\ndien_bien: không\n---\n"), InsertFault::NotALineEach);
    assert_eq!(refused("---\ndien_bien: []\n---\n"), InsertFault::EmptyBrackets);
    assert_eq!(refused("so: \"1.1\"\n"), InsertFault::Unreadable);
    assert_eq!(refused("---\nso: \"1.1\"\nLời kể.\n"), InsertFault::Unreadable);
    assert_eq!(refused(""), InsertFault::Unreadable);
    assert_eq!(refused("---\nso: \"1\n---\n"), InsertFault::Unreadable);
    let kept = "---\ndien_bien:\n  - noi_dung: |+\n      Dòng.\n\n---\n";
    assert_eq!(refused(kept), InsertFault::Unsafe);
    assert_eq!(refused("---\n{so: \"1\"}\n---\n"), InsertFault::Unsafe);
}

#[test]
fn lists_and_groups_are_laid_out() {
    let values = [
        "minh_chung.loai=van_ban",
        "minh_chung.ten=Quyết định",
        "minh_chung.loai=bao_cao",
        "minh_chung.ten=Báo cáo",
        "minh_chung.cong_khai=false",
        "dieu_chinh.muc=thoi_han",
    ];
    let after = event("---\nso: \"1.1\"\n---\n", &values).unwrap();
    let expected = "    minh_chung:
      - loai: van_ban
        ten: \"Quyết định\"
      - loai: bao_cao
        ten: \"Báo cáo\"
        cong_khai: false
    dieu_chinh:
      muc: thoi_han
---
";
    assert!(after.ends_with(expected), "{after}");
}

#[test]
fn values_that_no_key_takes_are_refused() {
    let refused = |value: &str| match event("---\nso: \"1.1\"\n---\n", &[value, value]) {
        Err(Refusal::Given(fault)) => fault.to_string(),
        other => panic!("{other:?}"),
    };
    assert!(
        refused("trang_thay=x").starts_with("Không có khóa “trang_thay”. Ý bạn là “trang_thai”?")
    );
    assert!(
        refused("minh_chung=x")
            .starts_with("Khóa “minh_chung” gồm nhiều ô: viết minh_chung.loai=…")
    );
    assert_eq!(refused("loai.x=y"), "Khóa “loai” là một giá trị, không có ô bên trong.");
    assert_eq!(refused("loai=x"), "Khóa “loai” chỉ nhận một giá trị, đã được ghi hai lần.");
    assert_eq!(
        refused("minh_chung.cong_khai=đúng"),
        "Khóa “minh_chung.cong_khai” chỉ nhận true (có) hoặc false (không)."
    );
    assert!(matches!(Assignment::read("loai"), Err(GivenFault::NoValue(_))));
    assert!(matches!(Assignment::read("noi_dung=a\u{b}b"), Err(GivenFault::Control(_))));
}

#[test]
fn a_task_is_a_file_of_its_own() {
    let target = Target::Task("12-kh-ubnd-2026".into(), "1.1".into());
    let values = [
        "nhom=1",
        "chu_tri=so-a",
        "chu_tri=so-b, so-c",
        "thoi_gian.nguyen_van=2026",
        "san_pham=a, b",
    ];
    let values: Vec<_> = values.iter().map(|value| Assignment::read(value).unwrap()).collect();
    let today = jiff::civil::date(2026, 5, 25);
    let added = |tree: &SourceTree| added(tree, &target, &values, today);
    let expected = "---\nso: \"1.1\"\nnhom: \"1\"\nchu_tri: [so-a, so-b, so-c]\nthoi_gian:\n  nguyen_van: \"2026\"\nsan_pham:\n  - \"a, b\"\n---\n";
    assert_eq!(added(&tree(None)).unwrap().after, expected);
    assert!(matches!(added(&tree(Some("có"))), Err(Refusal::Exists(_))));
}

#[test]
fn a_task_of_a_further_table_bears_its_code_in_the_file_name_only() {
    let target = Target::Task("12-kh-ubnd-2026".into(), "pl2-1.1".into());
    let values = ["cot_khac.Ghi chú=Gấp", "cot_khac.Số tiền (tr. đ)=12"];
    let values: Vec<_> = values.iter().map(|value| Assignment::read(value).unwrap()).collect();
    let added = added(&tree(None), &target, &values, jiff::civil::date(2026, 5, 25)).unwrap();
    assert_eq!(added.path.as_str(), "ke-hoach/12-kh-ubnd-2026/nhiem-vu/pl2-1-1.md");
    let expected = "---\nso: \"1.1\"\nbang: pl2\ncot_khac:\n  \"Ghi chú\": \"Gấp\"\n  \"Số tiền (tr. đ)\": \"12\"\n---\n";
    assert_eq!(added.after, expected);
}
