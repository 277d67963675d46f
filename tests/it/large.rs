//! A site so large that its lists have pages: nothing is lost, nothing is said twice, and all of it can be reached.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::{LazyLock, OnceLock};

use scraper::{Html, Selector};
use tempfile::TempDir;

use crate::figures::{self, resolved};
use crate::support::{Files, build_well, request};

/// Twelve plans, one of 320 tasks with 535 events: more than a page of any list holds.
pub(crate) fn content() -> &'static Path {
    static CONTENT: LazyLock<TempDir> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path());
        folder
    });
    CONTENT.path()
}

fn built() -> &'static Files {
    static BUILT: OnceLock<Files> = OnceLock::new();
    BUILT.get_or_init(|| build_well(&request(content(), None)))
}

fn pages() -> &'static BTreeMap<String, String> {
    static PAGES: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let pages = built().iter().filter(|(path, _)| path.as_str().ends_with(".html"));
        pages.map(|(path, bytes)| (path.to_string(), text(bytes))).collect()
    })
}

fn text(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).unwrap().to_owned()
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn write(content: &Path) {
    put(
        &content.join("trang.yml"),
        "ten: \"Công khai tỉnh Lam Giang\"\nmo_ta: \"Trang thử.\"\ndia_phuong: \"tỉnh Lam Giang\"\nvai_tro: co_quan_chu_quan\nco_quan: ubnd-tinh\n\
         dia_chi: \"https://lam-giang.example/\"\ntinh_den_ngay: \"2026-11-24\"\nthu_gon: khong\n\
         lien_he:\n  don_vi: \"Văn phòng\"\n  thu: vp@lam-giang.example\n  dien_thoai: \"0200 000 000\"\n  trang: \"https://lam-giang.example/vp\"\n",
    );
    for (id, name) in [("ubnd-tinh", "Ủy ban nhân dân tỉnh Lam Giang"), ("so-a", "Sở A")] {
        let agency = format!("id: {id}\nkhoi: chinh_quyen\nten:\n  - ten: \"{name}\"\n");
        put(&content.join(format!("co-quan/{id}.yml")), &agency);
    }
    for plan in 1..=12 {
        let folder = content.join(format!("ke-hoach/{plan}-kh-ubnd-2024"));
        let tasks = if plan == 1 { 320 } else { 1 };
        let mut text = String::from(
            "::: dau_van_ban\nỦY BAN NHÂN DÂN\nTỈNH LAM GIANG\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n\
             Số: KH-UBND\n\nLam Giang, ngày 15 tháng 01 năm 2024\n\n::: ten_van_ban\nKẾ HOẠCH\n\nPHÁT TRIỂN ỨNG DỤNG\n\n::: noi_dung\n# I. NHIỆM VỤ\n\n",
        );
        for group in 1..=12 {
            writeln!(text, "## {group}. Mục số {group}\n").unwrap();
            for point in ["a", "b", "c"] {
                writeln!(
                    text,
                    "{point}) Xây dựng, hoàn thiện các cơ chế, chính sách về ứng dụng công nghệ.\n"
                )
                .unwrap();
            }
        }
        text.push_str("::: chu_ky\nCHỦ TỊCH\n\nNguyễn Văn Mẫu\n");
        put(&folder.join("van-ban.md"), &text);
        put(
            &folder.join("ke-hoach.yml"),
            &format!(
                "id: {plan}-kh-ubnd-2024\nso_hieu: \"{plan}/KH-UBND\"\nten_ngan: \"Kế hoạch mẫu số {plan}\"\nloai: ke_hoach\n\
                 trich_yeu: \"Phát triển ứng dụng\"\nco_quan_ban_hanh: ubnd-tinh\nngay_ban_hanh: \"2024-01-{plan:02}\"\n\
                 giai_doan: {{ tu: \"2024\", den: \"2027\" }}\nso_nhiem_vu_goc: \"{tasks}\"\nnguon: {{}}\nnhom_nhiem_vu:\n  - so: \"1\"\n    ten: \"Nhóm 1\"\n",
            ),
        );
        for number in 1..=tasks {
            put(&folder.join(format!("nhiem-vu/1-{number}.md")), &task(number));
        }
    }
}

fn task(number: usize) -> String {
    let mut text = format!(
        "---\nso: \"1.{number}\"\nnhom: \"1\"\nnguyen_van: >-\n  Xây dựng chương trình phần {number} trong các cơ quan nhà nước.\nchu_tri: [so-a]\nchu_tri_nguyen_van: \"Sở A\"\n\
         thoi_gian:\n  nguyen_van: \"{}\"\ncan_cu_dieu: [i.1.a]\n",
        2024 + number % 4,
    );
    let event = |id: &str, day: &str, kind: &str| {
        format!(
            "  - {{ ma: {id}, ngay: {day}, ngay_cong_bo: {day}, loai: {kind}, co_quan_bao_cao: so-a, noi_dung: \"Tin {id} của việc {number}.\" }}\n"
        )
    };
    if !number.is_multiple_of(3) {
        text.push_str("dien_bien:\n");
        text.push_str(&event("d1", "2024-05-25", "cap_nhat"));
        text.push_str(&event("d2", &format!("2025-{:02}-05", number % 12 + 1), "cap_nhat"));
        if number % 3 == 1 {
            text.push_str(&event("d3", "2026-03-21", "cap_nhat"));
        }
    }
    text.push_str("---\n");
    text
}

#[test]
fn every_figure_of_a_large_site_agrees_with_its_lists() {
    figures::check(built());
}

/// The pages of lists that grow with the site.
fn of_lists(path: &str) -> bool {
    let named = ["index.html", "ke-hoach/index.html", "so-do-trang.html", "tim-kiem.html"];
    named.contains(&path)
        || ["cap-nhat", "tim-kiem/", "ke-hoach/trang/"].iter().any(|start| path.starts_with(start))
        || ["/lich-su", "/so-do-trang"].iter().any(|part| path.contains(part))
}

#[test]
fn no_page_of_a_list_is_large() {
    for (path, page) in pages().iter().filter(|(path, _)| of_lists(path)) {
        assert!(page.len() < 150_000, "{path}: {}", page.len());
    }
}

#[test]
fn every_page_is_reached_by_links_from_the_first() {
    let link = Selector::parse("a[href]").unwrap();
    let mut seen = BTreeSet::from(["index.html".to_owned()]);
    let mut open = vec!["index.html".to_owned()];
    while let Some(path) = open.pop() {
        let html = Html::parse_document(&pages()[&path]);
        for link in html.select(&link) {
            let href = link.attr("href").unwrap();
            let href = href.split_once('#').map_or(href, |(page, _)| page);
            if href.is_empty() || href.contains(':') {
                continue;
            }
            let target = resolved(&path, href);
            if pages().contains_key(&target) && seen.insert(target.clone()) {
                open.push(target);
            }
        }
    }
    let missed: Vec<_> = pages().keys().filter(|path| !seen.contains(*path)).collect();
    let alone = |path: &&&String| path.as_str() == "404.html" || path.ends_with("/nhung.html");
    assert_eq!(missed.iter().find(|path| !alone(path)), None);
}

/// What the entries on some pages say, each with how often it stands.
fn entries(of: impl Fn(&str) -> bool, item: &str) -> BTreeMap<String, usize> {
    let item = Selector::parse(item).unwrap();
    let mut entries = BTreeMap::new();
    for (_, page) in pages().iter().filter(|(path, _)| of(path)) {
        for entry in Html::parse_document(page).select(&item) {
            let words: String = entry.text().collect();
            *entries.entry(words).or_default() += 1;
        }
    }
    entries
}

#[test]
fn every_entry_of_a_log_stands_on_one_page() {
    // Of 320 tasks, 214 have two events and 107 of these a third; so has the only task of each other plan.
    let of_plan = 214 * 2 + 107;
    let logs = [("cap-nhat", of_plan + 11 * 3), ("ke-hoach/1-kh-ubnd-2024/lich-su", of_plan)];
    for (log, events) in logs {
        let entries = entries(|path| path.starts_with(log), "ul.updates > li");
        assert_eq!(entries.len(), events, "{log}");
        assert!(entries.values().all(|times| *times == 1), "{log}");
        let own: Vec<_> = pages().keys().filter(|path| path.starts_with(log)).collect();
        assert!(own.len() > 8, "{own:?}");
    }
    let first = &pages()["cap-nhat.html"];
    // It has the newest, says that they are not all, and of a day that goes on says so.
    assert!(first.contains("mục mới nhất; các mục trước ở trang của từng năm"), "{first}");
    assert!(first.contains("Ngày này còn các mục khác ở trang sau"));
    assert!(pages().contains_key("cap-nhat/2024-05-1.html"));
}

#[test]
fn every_entry_of_a_letter_stands_on_one_page() {
    let entries =
        entries(|path| path.starts_with("tim-kiem/"), "section[id^=chu-] > ul > li[data-muc]");
    // Twelve plans with 36 points each, and their tasks.
    assert!(entries.values().sum::<usize>() > 320 + 12 * 36);
    assert!(
        entries.iter().filter(|(words, _)| words.contains("phần")).all(|(_, times)| *times == 1)
    );
    let first = &pages()["tim-kiem/x.html"];
    assert!(first.contains("x-1.html") && first.contains("x-2.html"));
}

#[test]
fn the_site_map_for_engines_lists_every_page_once() {
    let files: BTreeMap<_, _> =
        built().iter().map(|(path, bytes)| (path.to_string(), bytes)).collect();
    let listed = |path: &str| {
        let text = text(files[path]);
        let document = roxmltree::Document::parse(&text).unwrap();
        let places = document.descendants().filter(|node| node.tag_name().name() == "loc");
        places.map(|place| place.text().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let site = "https://lam-giang.example/";
    let parts = listed("sitemap.xml");
    assert!(parts.len() > 1, "{parts:?}");
    let mut all: Vec<String> =
        parts.iter().flat_map(|part| listed(part.strip_prefix(site).unwrap())).collect();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count);
    let alone = |path: &str| path == "404.html" || path.ends_with("/nhung.html");
    assert_eq!(count, pages().keys().filter(|path| !alone(path)).count());
    assert!(text(files["robots.txt"]).contains("https://lam-giang.example/sitemap.xml"));
}

#[test]
fn the_first_page_and_the_list_of_plans_do_not_grow() {
    let home = Html::parse_document(&pages()["index.html"]);
    let cards = Selector::parse("article.plan-card").unwrap();
    assert_eq!(home.select(&cards).count(), 5);
    assert!(pages()["index.html"].contains("kế hoạch mới nhất trong"));
    let plans = Html::parse_document(&pages()["ke-hoach/index.html"]);
    let rows = Selector::parse("#danh-sach li[data-muc]").unwrap();
    assert_eq!(plans.select(&rows).count(), 12);
}
