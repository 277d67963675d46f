//! Results of a task, each with its own time: what stands in the cells, and what a passed deadline of one says.

use std::fs;

use crate::support::{Files, build_well, copy, page_words, request, root};

const PLAN: &str = "ke-hoach/12-kh-ubnd-2024";

/// The sound site in which task 1.2 promises two results, of which only the first was spoken of.
fn site(as_of: &str) -> Files {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&root().join("tests/problems/base/content"), &content);
    let task = content.join(PLAN).join("nhiem-vu/1-2.md");
    let text = fs::read_to_string(&task).unwrap();
    let text = text
        .replace("thoi_gian:\n  nguyen_van: \"2024-2025\"\n", RESULTS)
        .replace("nguyen_van: \"Sở Bến Nước\"\n", SHARE)
        .replace("    loai: cap_nhat\n", "    loai: cap_nhat\n    ket_qua: a\n");
    fs::write(&task, text).unwrap();
    build_well(&request(&content, Some(as_of)))
}

const SHARE: &str =
    "nguyen_van: \"Sở Bến Nước (đối với bến đò)\"\nphan_viec: { so-b: đối với bến đò }\n";

const RESULTS: &str = "ket_qua:
  - { ma: a, nguyen_van: Sổ bến, thoi_gian: { nguyen_van: \"Xong trước 31/12/2025\" } }
  - { ma: b, nguyen_van: Biển bến, thoi_gian: { nguyen_van: \"Xong trong quý II/2025\" } }
";

#[track_caller]
fn words(files: &Files, page: &str) -> String {
    page_words(files, &format!("{PLAN}/{page}"))
}

#[test]
fn a_result_that_nobody_spoke_of_is_told_when_its_deadline_has_passed() {
    let files = site("2025-08-01");
    let page = words(&files, "nhiem-vu/1-2.html");
    for part in [
        "Thời hạn đã qua, chưa có tin mới",
        "Kết quả b: Thời hạn quý II/2025 đã qua; trang chưa có thông tin về kết quả.",
        "0/2 kết quả đã xong.",
        "thời gian ghi ở từng kết quả",
        "Sở Bến Nước (đối với bến đò) Nguyên văn:",
    ] {
        assert!(page.contains(part), "“{part}” is not in: {page}");
    }
    assert!(!page.contains("Quá hạn"), "{page}");
    assert!(!page.contains("không nêu thời gian"), "{page}");
}

#[test]
fn before_that_nothing_of_it_is_over() {
    let page = words(&site("2025-03-01"), "nhiem-vu/1-2.html");
    assert!(!page.contains("đã qua"), "{page}");
}
