//! Pages of past periods never change again.

use std::fs;
use std::path::Path;

use congkhai::output::OutputPath;

use crate::support::{FICTIONAL, Files, build_well, copy, fictional, request};

fn frozen(files: &Files) -> Vec<(&OutputPath, &Vec<u8>)> {
    files.iter().filter(|(path, _)| path.as_str().contains("/tien-do/")).collect()
}

#[track_caller]
fn check(before: &Files, after: &Files) {
    let pages = frozen(before);
    assert!(pages.len() >= 2, "only {} pages of the past", pages.len());
    for (path, bytes) in pages {
        let now = after.get(path).unwrap_or_else(|| panic!("{path} is gone"));
        assert!(now == bytes, "{path} changed");
    }
}

#[test]
fn a_later_date_leaves_the_past_as_it_was() {
    let content = fictional();
    let before = build_well(&request(&content, Some("2024-06-30")));
    let after = build_well(&request(&content, Some("2026-06-30")));
    check(&before, &after);
    assert!(frozen(&after).len() > frozen(&before).len());
}

/// Adds an event of 2022 that is published only lately.
fn publish_late(content: &Path) {
    let task = content.join("ke-hoach/12-kh-ubnd-2022/nhiem-vu/1-1.md");
    let text = fs::read_to_string(&task).unwrap();
    let event = "dien_bien:\n  - ma: muon\n    ngay: \"2022-06-01\"\n    ngay_cong_bo: \"2026-06-29\"\n    loai: cap_nhat\n    trang_thai: dang_thuc_hien\n    noi_dung: \"Tin công bố muộn.\"\n    co_quan_bao_cao: so-khoa-hoc\n";
    let (front, rest) = text.strip_prefix("---\n").unwrap().split_once("---\n").unwrap();
    fs::write(&task, format!("---\n{front}{event}---\n{rest}")).unwrap();
}

#[test]
fn later_events_and_corrections_leave_the_past_as_it_was() {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&fictional(), &content);
    let before = &*FICTIONAL;
    publish_late(&content);
    let corrections = content.join("ke-hoach/12-kh-ubnd-2022/dinh-chinh.yml");
    let more = "  - ma: c-muon\n    loai: trang_thong_tin\n    ngay: \"2026-06-29\"\n    dich: \"nhiem-vu/1.1\"\n    truoc: \"a\"\n    sau: \"b\"\n    ly_do: \"Nhầm.\"\n    nguon: tu_phat_hien\n";
    let text = fs::read_to_string(&corrections).unwrap();
    fs::write(&corrections, format!("{}\n{more}", text.trim_end())).unwrap();
    let after = build_well(&request(&content, None));
    check(before, &after);
    let changed = before.iter().filter(|(path, bytes)| after.get(*path) != Some(*bytes)).count();
    assert!(changed > 2, "the later event shows nowhere");
}

#[test]
fn days_before_the_first_publication_are_told_as_known_now() {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&fictional(), &content);
    let settings = content.join("trang.yml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("{}\ncong_bo_tu: \"2024-01-01\"\n", text.trim_end())).unwrap();
    // What the site did not publish before it began.
    let plan = content.join("ke-hoach/12-kh-ubnd-2022");
    let files = walkdir::WalkDir::new(plan).into_iter().map(Result::unwrap);
    for file in files.filter(|file| file.file_type().is_file()) {
        let Ok(text) = fs::read_to_string(file.path()) else { continue };
        let key = match file.file_name().to_str() {
            Some("dinh-chinh.yml") => "    ngay: \"",
            _ => "    ngay_cong_bo: \"",
        };
        let moved = text.lines().map(|line| match line.strip_prefix(key) {
            Some(day) if day < "2024" => format!("{key}2024-01-01\"\n"),
            _ => format!("{line}\n"),
        });
        fs::write(file.path(), moved.collect::<String>()).unwrap();
    }
    let since = build_well(&request(&content, None));
    publish_late(&content);
    let late = build_well(&request(&content, None));
    let page = |files: &Files, day: &str| {
        let wanted = format!("ke-hoach/12-kh-ubnd-2022/tien-do/{day}.html");
        let (_, bytes) = files.iter().find(|(path, _)| path.as_str() == wanted).expect("a page");
        String::from_utf8(bytes.clone()).unwrap()
    };
    for files in [&since, &late] {
        let told = page(files, "2022-12-31");
        assert!(told.contains("Trang chưa đăng vào ngày này"), "{told}");
        assert!(told.contains("trang biết ngày 30 tháng 6 năm 2026"), "{told}");
        assert!(!told.contains("giữ nguyên những gì đã công bố"), "{told}");
    }
    assert!(page(&since, "2022-12-31") != page(&late, "2022-12-31"));
    assert!(page(&FICTIONAL, "2022-12-31").contains("giữ nguyên những gì đã công bố"));
    assert_eq!(page(&since, "2025-12-31"), page(&late, "2025-12-31"));
    assert!(page(&late, "2025-12-31").contains("giữ nguyên những gì đã công bố"));
}

/// The dates that a page's own part marks as such.
fn dates(files: &Files, page: &str) -> Vec<String> {
    let (_, bytes) =
        files.iter().find(|(path, _)| path.as_str() == page).expect("the page is there");
    let text = String::from_utf8(bytes.clone()).unwrap();
    let own = text.split("<main").nth(1).and_then(|rest| rest.split("</main>").next());
    let dates = own.expect("the page has its own part").split("datetime=").skip(1);
    dates.map(|rest| rest.trim_start_matches('"').chars().take(10).collect()).collect()
}

#[test]
fn a_page_of_the_past_does_not_know_the_future() {
    const DATE: &str = "2023-12-31";
    let then = build_well(&request(&fictional(), Some(DATE)));
    for page in ["cap-nhat.html", "ke-hoach/12-kh-ubnd-2022/lich-su.html"] {
        let told = dates(&then, page);
        assert!(told.len() > 3, "{page} tells only {told:?}");
        let future: Vec<_> = told.iter().filter(|date| date.as_str() > DATE).collect();
        assert!(future.is_empty(), "{page} knows {future:?}");
        assert!(dates(&FICTIONAL, page).iter().any(|date| date.as_str() > DATE), "{page}");
    }
}
