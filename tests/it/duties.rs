//! Duties to report and indicators as real plans have them: what a page says, and what it never says.

use std::fs;

use crate::support::{Files, build_well, copy, page_words, request, root};

const PLAN: &str = "ke-hoach/12-kh-ubnd-2024";

/// The sound site with `keys` at the end of the plan's attributes and with these reports.
fn site(duty: Option<&str>, keys: &str, reports: &str, as_of: &str) -> Files {
    spoken_by(COMPILER, duty, keys, reports, as_of)
}

/// Who only knows what was published.
const COMPILER: &str = "vai_tro: tong_hop\nnguoi_tong_hop: Nhóm Sông Lam";
/// An authority that receives no reports.
const AUTHORITY: &str = "vai_tro: co_quan_chu_quan\nco_quan: ubnd-tinh";
/// Who receives the reports.
const RECEIVER: &str = "vai_tro: co_quan_chu_quan\nco_quan: so-a";

fn spoken_by(speaker: &str, duty: Option<&str>, keys: &str, reports: &str, as_of: &str) -> Files {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&root().join("tests/problems/base/content"), &content);
    let settings = content.join("trang.yml");
    let text = fs::read_to_string(&settings).unwrap();
    let text = text.replace("co_quan: ubnd-tinh\n", "");
    fs::write(&settings, text.replace("vai_tro: co_quan_chu_quan", speaker)).unwrap();
    let plan = content.join(PLAN).join("ke-hoach.yml");
    let mut text = fs::read_to_string(&plan).unwrap();
    if let Some(duty) = duty {
        text = text.replace("    ky: nam\n", &format!("{duty}\n"));
    }
    fs::write(&plan, format!("{}\n{keys}\n", text.trim_end())).unwrap();
    if !reports.is_empty() {
        fs::write(content.join(PLAN).join("bao-cao.yml"), format!("bao_cao:\n{reports}\n"))
            .unwrap();
    }
    build_well(&request(&content, Some(as_of)))
}

#[track_caller]
fn words(files: &Files, page: &str) -> String {
    page_words(files, &format!("{PLAN}/{page}"))
}

#[track_caller]
fn says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "“{part}” is not in: {text}");
    }
}

#[test]
fn a_monthly_duty_has_a_due_date_each_month_and_silence_stays_silence() {
    let duty = "    ky: thang\n    han: \"18\"";
    let report =
        "  - { nghia_vu: hang-nam, ky: \"2024-02\", co_quan: so-b, ngay_gui: \"2024-02-19\" }";
    let files = site(Some(duty), "", report, "2024-03-20");
    let matrix = words(&files, "bao-cao/index.html");
    says(&matrix, &["Trang ghi nhận 1 trong 3 báo cáo phải gửi đến nay."]);
    says(&matrix, &["Hạn gửi: ngày 18 của chính tháng báo cáo."]);
    let year = words(&files, "bao-cao/2024.html");
    says(
        &year,
        &["Tháng 1 năm 2024 18/01/2024 0 / 1", "Tháng 2 năm 2024 18/02/2024 1 / 1", "chậm 1 ngày"],
    );
    says(&year, &["Tháng 12 năm 2024 18/12/2024 chưa đến hạn"]);
    for page in ["bao-cao/index.html", "bao-cao/2024.html", "bao-cao/phai-gui.html"] {
        assert!(!words(&files, page).contains("chưa gửi"), "{page}");
    }
}

#[test]
fn a_weekly_duty_is_told_by_weeks_on_the_pages_of_its_years() {
    let files = site(Some("    ky: tuan\n    han: \"thứ sáu\""), "", "", "2024-02-20");
    let matrix = words(&files, "bao-cao/index.html");
    says(&matrix, &["từng năm, 2024–2025"]);
    assert!(!matrix.contains("Tuần 7"), "{matrix}");
    says(
        &words(&files, "bao-cao/2024.html"),
        &["Tuần 7 năm 2024 16/02/2024 0 / 1", "Tuần 52 năm 2024 27/12/2024 chưa"],
    );
}

#[test]
fn of_a_report_sent_again_the_first_sending_decides_and_both_are_shown() {
    let duty = "    ky: quy\n    han: \"05 tháng sau\"";
    let reports = "  - { nghia_vu: hang-nam, nam: \"2024\", ky: \"1\", co_quan: so-b, ngay_gui: \"2024-04-20\", so_hieu: \"9/BC-B\" }\n  - { nghia_vu: hang-nam, ky: \"2024-Q1\", co_quan: so-b, ngay_gui: \"2024-04-04\", so_hieu: \"7/BC-B\" }";
    let files = site(Some(duty), "", reports, "2024-05-01");
    says(&words(&files, "bao-cao/index.html"), &["đúng hạn (gửi lại 20/04/2024, 9/BC-B)"]);
    let year = words(&files, "bao-cao/2024.html");
    says(&year, &["đúng hạn, gửi ngày 04/04/2024, 7/BC-B; gửi lại ngày 20/04/2024, 9/BC-B"]);
}

#[test]
fn a_source_may_say_that_a_report_was_not_sent() {
    let reports = "  - { nghia_vu: hang-nam, ky: \"2024\", co_quan: so-b, chua_gui: { ngay: \"2025-02-01\", can_cu: \"3/TB-UBND\" } }";
    let files = site(None, "", reports, "2025-03-01");
    says(&words(&files, "bao-cao/index.html"), &["chưa gửi (theo 3/TB-UBND, 01/02/2025)"]);
    let before = site(None, "", reports, "2025-01-15");
    assert!(!words(&before, "bao-cao/index.html").contains("chưa gửi"));
}

#[test]
fn only_the_receiver_knows_what_it_did_not_receive() {
    let duty = "    ky: thang\n    han: \"18\"";
    let page = |speaker| {
        words(&spoken_by(speaker, Some(duty), "", "", "2024-03-20"), "bao-cao/index.html")
    };
    assert!(page(RECEIVER).contains("chưa nhận được báo cáo"));
    for speaker in [AUTHORITY, COMPILER] {
        assert!(!page(speaker).contains("chưa nhận được"), "{speaker}");
    }
    for speaker in [AUTHORITY, COMPILER, RECEIVER] {
        assert!(!page(speaker).contains("chưa gửi"), "{speaker}");
    }
}

#[test]
fn an_indicator_says_no_more_than_its_last_result() {
    let keys = |results: &str| {
        format!(
            "chi_so:\n  - ma: c1\n    ten: \"Tỷ lệ bến đò có áo phao\"\n    muc_tieu: \"80%\"\n    nam: \"2024\"\n{results}"
        )
    };
    let files = site(None, &keys(""), "", "2024-12-31");
    let page = words(&files, "chi-so.html");
    says(&page, &["Mục tiêu: 80% (đến năm 2024)", "Trang chưa có kết quả."]);
    let results = "    chieu: tang\n    ket_qua:\n      - { ngay: \"2024-06\", gia_tri: \"62%\", nguon: { ten: \"Báo cáo\", so_hieu: \"9/BC-B\" } }";
    let files = site(None, &keys(results), "", "2025-06-30");
    let page = words(&files, "chi-so.html");
    says(&page, &["Kết quả 62% (06/2024): chưa đạt mức mục tiêu."]);
    assert!(!page.contains("77,5"), "no rate without a baseline: {page}");
    says(&page, &["Báo cáo, 9/BC-B"]);
    says(&words(&files, "index.html"), &["Chỉ số và mục tiêu"]);
    let without = site(None, "", "", "2025-06-30");
    let path = format!("{PLAN}/chi-so.html");
    assert!(without.iter().all(|(name, _)| name.as_str() != path));
}
