//! Lists that are too long for one page: every thing stands once, in order, on pages that lead to each other.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use congkhai::output::OutputPath;
use scraper::{Html, Selector};

use crate::figures;
use crate::support::{Files, build_well, request};

/// How many tasks the large plan has; its table is longer than what stands on one page.
const TASKS: usize = 430;

/// The plans of one task, by their numbers: more than stand on a page of the list of plans.
const SMALL: std::ops::RangeInclusive<usize> = 110..=210;

/// What a page may weigh that is no plan's full text.
const LIMIT: usize = 150_000;

/// A site with a plan of many tasks and many of one; one agency leads half of them all.
static MANY: LazyLock<Files> = LazyLock::new(|| {
    let scene = tempfile::tempdir().unwrap();
    write_site(scene.path());
    build_well(&request(scene.path(), None))
});

/// Writes the content of such a site.
pub(crate) fn write_site(content: &Path) {
    let put = |path: &str, text: &str| {
        let path = content.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put(
        "trang.yml",
        "ten: \"Công khai tỉnh Lam Giang\"\nmo_ta: \"Trang mẫu.\"\ndia_phuong: \"tỉnh Lam Giang\"\nvai_tro: co_quan_chu_quan\nco_quan: ubnd-tinh\ndia_chi: \"https://lam-giang.example/\"\ntinh_den_ngay: \"2026-11-24\"\nthu_gon: \"khong\"\nlien_he:\n  don_vi: \"Văn phòng UBND tỉnh Lam Giang\"\n  dien_thoai: \"0200 000 000\"\n  thu: \"vanphong@lam-giang.example\"\n  trang: \"https://lam-giang.example/van-phong\"\n",
    );
    put(
        "co-quan/ubnd-tinh.yml",
        "id: ubnd-tinh\nkhoi: chinh_quyen\nten:\n  - ten: \"Ủy ban nhân dân tỉnh Lam Giang\"\n",
    );
    for agency in 1..=6 {
        let text = format!(
            "id: so-{agency}\nkhoi: chinh_quyen\nten:\n  - ten: \"Sở Chuyên ngành số {agency}\"\n    ten_tat: \"Sở CN{agency}\"\n"
        );
        put(&format!("co-quan/so-{agency}.yml"), &text);
    }
    put(
        "nhom-co-quan.yml",
        "nhom:\n  - id: cac-don-vi\n    ten: \"Các đơn vị liên quan\"\n    mo: true\n",
    );
    write_plan("1-kh-ubnd-2024", TASKS, &put);
    for plan in SMALL {
        write_plan(&format!("{plan}-kh-ubnd-2024"), 1, &put);
    }
}

fn write_plan(plan: &str, tasks: usize, put: &dyn Fn(&str, &str)) {
    let number = plan.split('-').next().unwrap();
    put(
        &format!("ke-hoach/{plan}/van-ban.md"),
        &format!(
            "::: dau_van_ban\nỦY BAN NHÂN DÂN\nTỈNH LAM GIANG\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: {number}/KH-UBND\n\nLam Giang, ngày 15 tháng 01 năm 2024\n\n::: ten_van_ban\nKẾ HOẠCH\n\nPHÁT TRIỂN ỨNG DỤNG\n\n::: noi_dung\n# I. NHIỆM VỤ\n\n## 1. Mục thứ nhất\n\na) Xây dựng các cơ chế.\n\nb) Hoàn thiện chính sách.\n\n## 2. Mục thứ hai\n\na) Phát triển ứng dụng.\n\n::: chu_ky\nCHỦ TỊCH\n\nNguyễn Văn Mẫu\n"
        ),
    );
    put(
        &format!("ke-hoach/{plan}/ke-hoach.yml"),
        &format!(
            "id: {plan}\nso_hieu: \"{number}/KH-UBND\"\nten_ngan: \"Kế hoạch mẫu số {number}\"\nloai: ke_hoach\ntrich_yeu: \"Phát triển ứng dụng\"\nco_quan_ban_hanh: ubnd-tinh\nngay_ban_hanh: \"2024-01-15\"\ngiai_doan: {{ tu: \"2024\", den: \"2027\" }}\nso_nhiem_vu_goc: \"{tasks}\"\nnguon: {{}}\nnghia_vu_bao_cao:\n  - ma: hang-nam\n    ai: [so-1]\n    ky: nam\n    han: \"15/12\"\n    gui_den: ubnd-tinh\n    nguyen_van: \"Báo cáo trước ngày 15 tháng 12 hằng năm.\"\nnhom_nhiem_vu:\n  - so: \"1\"\n    ten: \"Nhóm thứ nhất\"\n    ung_voi: i.1\n  - so: \"2\"\n    ten: \"Nhóm thứ hai\"\n    ung_voi: i.2\n"
        ),
    );
    for index in 0..tasks {
        let (group, number) = (index % 2 + 1, index / 2 + 1);
        let path = format!("ke-hoach/{plan}/nhiem-vu/{group}-{number}.md");
        put(&path, &task(group, number));
    }
}

fn task(group: usize, number: usize) -> String {
    // One agency leads every second task and takes part in the others.
    let (lead, partner) = if group == 1 { (1, number % 5 + 2) } else { (number % 5 + 2, 1) };
    let due = ["Trước ngày 31/12/2024", "Trước ngày 31/12/2026", "2024-2027"][number % 3];
    let mut text = format!(
        "---\nso: \"{group}.{number}\"\nnhom: \"{group}\"\nnguyen_van: \"Xây dựng và triển khai chương trình ứng dụng phần {number} của nhóm {group} trong các cơ quan nhà nước.\"\nchu_tri: [so-{lead}]\nchu_tri_nguyen_van: \"Sở CN{lead}\"\nphoi_hop:\n  nguyen_van: \"Sở CN{partner}; các đơn vị liên quan\"\n  co_quan: [so-{partner}]\n  nhom: [cac-don-vi]\nthoi_gian:\n  nguyen_van: \"{due}\"\ncan_cu_dieu: [i.{group}.a]\n"
    );
    let states = ["dang_thuc_hien", "dang_thuc_hien", ""];
    let (state, day) =
        (states[number % 3], if number.is_multiple_of(2) { "2025-03-20" } else { "2024-05-20" });
    if !state.is_empty() {
        write!(text, "dien_bien:\n  - ma: d1\n    ngay: \"{day}\"\n    ngay_cong_bo: \"{day}\"\n    loai: cap_nhat\n    trang_thai: {state}\n    co_quan_bao_cao: so-{lead}\n    noi_dung: \"Đã trình dự thảo.\"\n    minh_chung:\n      - loai: van_ban\n        ten: \"Tờ trình\"\n        so_hieu: \"{number}/TTr-S{lead}\"\n        ngay: \"{day}\"\n").unwrap();
    }
    text + "---\nViệc này có ba bước.\n"
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap()
}

fn page<'f>(files: &'f Files, path: &str) -> &'f str {
    let found = files.iter().find(|(name, _)| name.as_str() == path);
    std::str::from_utf8(found.unwrap_or_else(|| panic!("no page {path}")).1).unwrap()
}

/// The keys of the things on the pages of a list that begins at `first`, page by page, as links lead on.
fn walked(files: &Files, first: &str, things: &str) -> Vec<Vec<String>> {
    let (next, things) = (selector("nav.pager a[rel=next]"), selector(things));
    let mut pages = Vec::new();
    let mut path = first.to_owned();
    loop {
        let html = Html::parse_document(page(files, &path));
        let keys = html.select(&things).map(|thing| thing.attr("data-muc").unwrap().to_owned());
        pages.push(keys.collect());
        let Some(href) = html.select(&next).next().and_then(|link| link.attr("href")) else {
            return pages;
        };
        path = figures::resolved(&path, href);
    }
}

#[test]
fn a_long_list_has_each_task_once_on_pages_of_a_hundred() {
    let numbers = |group: usize| {
        (1..=TASKS / 2).map(move |number| format!("1-kh-ubnd-2024/{group}-{number}"))
    };
    let all: Vec<String> = numbers(1).chain(numbers(2)).collect();
    let plan = "ke-hoach/1-kh-ubnd-2024";
    let table = walked(&MANY, &format!("{plan}/nhiem-vu/index.html"), "tr[data-muc]");
    assert_eq!(table.concat(), all);
    assert_eq!(table.iter().map(Vec::len).collect::<Vec<_>>(), [100, 100, 100, 100, 30]);
    let site = walked(&MANY, "danh-sach/hien-hanh.html", "[data-muc]");
    let small = SMALL.map(|plan| format!("{plan}-kh-ubnd-2024/1-1"));
    assert_eq!(site.concat(), all.iter().cloned().chain(small).collect::<Vec<_>>());
    for list in ["nhom", "noi-chu-tri", "tinh-trang", "thoi-han"] {
        let pages = walked(&MANY, &format!("{plan}/danh-sach/{list}.html"), "[data-muc]");
        assert_eq!(
            pages.iter().map(Vec::len).collect::<Vec<_>>(),
            [100, 100, 100, 100, 30],
            "{list}"
        );
        let found: BTreeSet<String> = pages.concat().into_iter().collect();
        assert_eq!(found, all.iter().cloned().collect(), "{list}");
    }
}

#[test]
fn plans_and_documents_stand_on_several_pages() {
    let plans = walked(&MANY, "ke-hoach/index.html", "#danh-sach li[data-muc]");
    assert_eq!(plans.iter().map(Vec::len).collect::<Vec<_>>(), [100, 2]);
    let documents = walked(&MANY, "tai-lieu.html", "li[data-muc]");
    assert!(documents.len() > 1 && documents[0].len() == 100, "{}", documents.len());
}

#[test]
fn of_many_overdue_tasks_the_first_are_named_and_it_is_said() {
    for path in ["index.html", "ke-hoach/1-kh-ubnd-2024/index.html"] {
        let html = Html::parse_document(page(&MANY, path));
        let named = html.select(&selector("#qua-han-som-nhat li[data-muc]")).count();
        assert_eq!(named, 20, "{path}");
        let said = html.select(&selector("section[aria-labelledby=qua-han] p.summary")).next();
        let said: String = said.unwrap().text().collect();
        assert!(said.starts_with("Ở đây nêu 20 nhiệm vụ có thời hạn sớm nhất trong "), "{said}");
    }
}

#[test]
fn a_page_says_which_things_stand_on_it() {
    let second = page(&MANY, "danh-sach/hien-hanh/2.html");
    let html = Html::parse_document(second);
    let text = |within: &str| {
        let words: String = html.select(&selector(within)).next().unwrap().text().collect();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(text("nav.pager p"), "Nhiệm vụ 101–200 trong 531 của danh sách này.");
    assert_eq!(text("nav.pager [aria-current=page]"), "2");
    assert_eq!(text("h1"), "Nhiệm vụ hiện hành (trang 2)");
    assert_eq!(text("h2"), "Kế hoạch 1/KH-UBND: Kế hoạch mẫu số 1 (tiếp theo)");
}

#[test]
fn every_figure_of_a_long_list_agrees_with_its_pages() {
    figures::check(&MANY);
}

#[test]
fn no_page_is_heavy() {
    let heavy: Vec<String> = MANY
        .iter()
        .map(|(path, bytes)| (path.as_str(), bytes.len()))
        .filter(|(path, size)| path.ends_with(".html") && *size > LIMIT)
        .filter(|(path, _)| !path.ends_with("/toan-van.html") && !of_the_whole_site(path))
        .map(|(path, size)| format!("{path}: {size}"))
        .collect();
    assert!(heavy.is_empty(), "{heavy:#?}");
}

/// Pages that no list of tasks is.
fn of_the_whole_site(path: &str) -> bool {
    ["cap-nhat.html", "so-do-trang.html"].contains(&path) || path.starts_with("tim-kiem")
}

/// What lies in a folder of lists, by the first of its pages.
fn lists(files: &Files) -> BTreeSet<&str> {
    let paths = files.keys().map(OutputPath::as_str);
    paths
        .filter(|path| {
            let rest = path.split_once("danh-sach/").map(|(_, rest)| rest);
            rest.is_some_and(|rest| !rest.contains('/'))
        })
        .collect()
}

#[test]
fn a_number_leads_to_every_list() {
    let links = selector("a:has(data), a.figure");
    for files in [&*MANY, &*crate::support::SHIPPED, &*crate::support::FICTIONAL] {
        let mut led_to = BTreeSet::new();
        for (path, bytes) in files.iter().filter(|(path, _)| path.as_str().ends_with(".html")) {
            let html = Html::parse_document(std::str::from_utf8(bytes).unwrap());
            for link in html.select(&links) {
                let href = link.attr("href").unwrap().split('#').next().unwrap();
                if !href.is_empty() && !path.as_str().contains("danh-sach/") {
                    led_to.insert(figures::resolved(path.as_str(), href));
                }
            }
        }
        let idle: Vec<_> =
            lists(files).into_iter().filter(|list| !led_to.contains(*list)).collect();
        assert!(idle.is_empty(), "no number leads to {idle:?}");
    }
}
