//! What content calls its things may be what a page calls a place by itself.

use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use crate::support::{build, request, small_site, told};

/// Writes other words into all files of the content, and into their names.
fn rename(content: &Path, from: &str, to: &str) {
    let entries = WalkDir::new(content).contents_first(true);
    for entry in entries.into_iter().map(|entry| entry.unwrap().into_path()) {
        if entry.is_file() {
            let text = fs::read_to_string(&entry).unwrap().replace(from, to);
            fs::write(&entry, text).unwrap();
        }
        let name = entry.file_name().unwrap().to_str().unwrap();
        if entry != content && name.contains(from) {
            fs::rename(&entry, entry.with_file_name(name.replace(from, to))).unwrap();
        }
    }
}

/// Builds the small site after an edit; every page has each id once, and every link finds its place.
#[track_caller]
fn check(edit: impl FnOnce(&Path)) {
    let scene = small_site();
    let content = scene.path().join("content");
    edit(&content);
    let (outcome, files) = build(&request(&content, Some("2026-11-24")));
    assert!(outcome.complete, "{}", told(&outcome));
    assert!(!files.is_empty());
}

#[test]
fn a_term() {
    check(|content| {
        let term =
            |word: &str| format!("  - {{ tu: \"{word}\", nghia: \"x\", nguon: bien_tap }}\n");
        let terms = ["Nội dung", "NỘI DUNG", "Tất cả", "Trang"].map(term).concat();
        fs::write(content.join("thuat-ngu.yml"), format!("thuat_ngu:\n{terms}")).unwrap();
    });
}

#[test]
fn a_plan() {
    check(|content| {
        let said = "noi_dung: \"Đã gửi báo cáo năm 2024.\"";
        let proof = "minh_chung: [{ loai: tin_bai, ten: Tin, url: \"https://a.example/\" }]";
        rename(content, said, &format!("{said}\n    {proof}"));
        rename(content, "12-kh-ubnd-2024", "tat-ca");
    });
}

#[test]
fn a_duty() {
    check(|content| rename(content, "ma: hang-nam", "ma: noi-dung"));
}

#[test]
fn an_agency_named_as_the_heading_of_another() {
    check(|content| rename(content, "so-b", "so-a-ten"));
}

/// The text of an appendix and the rows of its table are both numbered from 1.
#[test]
fn a_row_and_a_passage_of_one_number() {
    check(|content| {
        let group =
            "nhom_nhiem_vu:\n  - so: \"1\"\n    ten: \"An toàn bến đò\"\n    ung_voi: ii.1\n";
        rename(content, group, "");
        rename(content, "nhom: \"1\"\n", "");
        rename(content, "so: \"1.1\"", "so: \"1\"");
        rename(content, "so: \"1.2\"", "so: \"2\"");
        rename(content, "1-1.md", "1.md");
        rename(content, "1-2.md", "2.md");
        rename(content, "nhiem-vu:1.1", "nhiem-vu:1");
        let text = "::: phu_luc\n\nPHỤ LỤC\n\nDanh mục\n\n::: noi_dung\n\n## 1. Cách đọc bảng\n\n\
                    Đọc từ trên xuống.\n\n::: bang_nhiem_vu";
        rename(content, "::: bang_nhiem_vu", text);
    });
}
