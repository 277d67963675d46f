//! A publisher who wants to rewrite history: every kind of published fact is edited, and each edit is refused or told.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use congkhai::releases::{Facts, Names, taken};
use congkhai::{pipeline, progress};

use crate::releases::{Desk, NAME, proposed};
use crate::support::{copy, request, root, shipped};

/// An edit of a content file of the fictional province, and what the message on it names.
type Edit = (&'static str, &'static str, &'static str, &'static str);

const FIRST: &str = "ke-hoach/12-kh-ubnd-2022";
const SECOND: &str = "ke-hoach/45-kh-ubnd-2026";

/// One edit of each kind of fact that editors wrote.
#[rustfmt::skip]
const EDITS: &[Edit] = &[
    // What belongs to no plan.
    ("trang.yml", "dùng để kiểm thử: mọi", "dùng để thử: mọi", "trang thông tin, lời giới thiệu trang"),
    ("trang/gioi-thieu.md", "Trang giả định.", "Trang thật.", "trang “Giới thiệu”, đoạn"),
    ("trang/gioi-thieu.md", "(co-quan:so-khoa-hoc)", "(co-quan:so-van-hoa)", "trang “Giới thiệu”, đoạn"),
    ("trang/phuong-phap.md", "tieu_de: \"Cách tính tình trạng\"", "tieu_de: \"Cách tính\"", "trang “Cách tính”, tiêu đề"),
    ("trang/kha-nang-tiep-can.md", "Trang đọc được khi tắt JavaScript.", "Khác hẳn.", "trang “Khả năng tiếp cận”, đoạn"),
    ("thuat-ngu.yml", "cơ sở dữ liệu", "cơ sở", "thuật ngữ “CSDL”, nghĩa"),
    ("thuat-ngu.yml", "tu: \"Dữ liệu mở\"", "tu: \"Dữ liệu rất mở\"", "thuật ngữ “Dữ liệu mở”"),
    ("can-cu-phap-ly.yml", "Điều chỉnh thời hạn một số", "Điều chỉnh một số", "văn bản được dẫn 77/QĐ-UBND, trích yếu"),
    ("nhom-co-quan.yml", "ten: \"Các đơn vị liên quan\"", "ten: \"Các đơn vị\"", "nhóm cơ quan “Các đơn vị”, tên"),
    ("nhom-co-quan.yml", "tu: \"2023-01-01\"", "tu: \"2023-02-01\"", "nhóm cơ quan “Các huyện”, thành viên"),
    ("co-quan/so-dao-tao.yml", "ten: \"Sở Đào tạo\"", "ten: \"Sở Giáo dục\"", "cơ quan “Sở Giáo dục”, tên gọi 1"),
    ("bien-dong.yml", "Chia theo chức năng.", "Chia theo người.", "biến động tổ chức b2, "),
    // A plan.
    ("ke-hoach/12-kh-ubnd-2022/ke-hoach.yml", "Trần Thị Mẫu", "Trần Thị Khác", "kế hoạch “Dữ liệu số 2022–2026”, người ký họ tên"),
    ("ke-hoach/12-kh-ubnd-2022/ke-hoach.yml", "ngay_hieu_luc: \"2022-03-01\"", "ngay_hieu_luc: \"2022-03-02\"", "ngày có hiệu lực"),
    ("ke-hoach/12-kh-ubnd-2022/ke-hoach.yml", "ten_ngan: \"Con người\"", "ten_ngan: \"Nhân lực\"", "nhóm nhiệm vụ 3 tên ngắn"),
    ("ke-hoach/12-kh-ubnd-2022/ke-hoach.yml", "hạng 3", "hạng 2", "thông tin liên quan 1 số liệu"),
    ("ke-hoach/12-kh-ubnd-2022/van-ban.md", "bản gốc viết “lưu trử”", "bản gốc viết sai", "lời ghi của người biên tập"),
    ("ke-hoach/45-kh-ubnd-2026/ke-hoach.yml", "don_vi: \"ngày\"", "don_vi: \"giờ\"", "chỉ số “Thời gian trung bình xử lý yêu cầu dữ liệu”"),
    ("ke-hoach/45-kh-ubnd-2026/ke-hoach.yml", "gia_tri: \"41,5%\"", "gia_tri: \"44,5%\"", "chỉ số “Tỷ lệ hồ sơ trực tuyến toàn trình”, kết quả 1"),
    ("ke-hoach/45-kh-ubnd-2026/bao-cao.yml", "so_hieu: \"2/BC-SKH\"", "so_hieu: \"3/BC-SKH\"", "báo cáo của Sở Khoa học gửi Ủy ban nhân dân tỉnh Lam Giang, kỳ tháng 1 năm 2026"),
    // Tasks.
    ("ke-hoach/12-kh-ubnd-2022/nhiem-vu/1-2.md", "ten_ngan: \"Cổng dữ liệu mở\"", "ten_ngan: \"Cổng\"", "nhiệm vụ 1.2, tên ngắn"),
    ("ke-hoach/12-kh-ubnd-2022/nhiem-vu/1-2.md", "ten: \"Thống kê truy cập\"", "ten: \"Thống kê\"", "nhiệm vụ 1.2, diễn biến d2, minh chứng 3, tên"),
    ("ke-hoach/12-kh-ubnd-2022/nhiem-vu/2-2.md", "Thiếu kinh phí duy trì.", "Thiếu kinh phí.", "nhiệm vụ 2.2, diễn biến d2, khó khăn"),
    ("ke-hoach/12-kh-ubnd-2022/nhiem-vu/2-2.md", "ngay: \"2025-03-01\"", "ngay: \"2025-03-02\"", "nhiệm vụ 2.2, diễn biến d2, ngày"),
    ("ke-hoach/12-kh-ubnd-2022/nhiem-vu/1-1.md", "nhom: [cac-don-vi]", "nhom: [cac-huyen]", "nhiệm vụ 1.1, cơ quan phối hợp"),
    // What was corrected once.
    ("ke-hoach/12-kh-ubnd-2022/dinh-chinh.yml", "Người dân báo số sai.", "Chép nhầm số.", "đính chính c2, lý do"),
];

fn fictional(desk: &Desk) {
    fs::remove_dir_all(desk.at("content")).unwrap();
    copy(&root().join("tests/sites/lam-giang/content"), &desk.at("content"));
}

#[test]
fn every_kind_of_silent_edit_is_refused_and_its_printed_command_explains_it() {
    let desk = Desk::new();
    fictional(&desk);
    desk.done(&["release", "--quiet", "--lan-dau", "--ten", NAME]);
    let before = desk.published();
    for (file, from, to, _) in EDITS {
        desk.edit(&desk.at("content").join(file), from, to);
    }
    let told = desk.ends(&["release"], 1);
    assert!(desk.published() == before, "nothing was published");
    let plain = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for (file, from, _, named) in EDITS {
        assert!(plain.contains(named), "{file}, {from}: no “{named}” in {told}");
    }
    let commands = proposed(&told);
    let faults = told.matches("[CK270]").count().max(told.matches("CK270").count());
    assert!(commands.len() >= EDITS.len(), "{} commands for {faults}: {told}", commands.len());
    for command in &commands {
        desk.shell(command);
    }
    let told = desk.done(&["release"]);
    assert!(told.contains("bản số 2"), "{told}");
    desk.done(&["verify", "output"]);
    // A correction that is published is a fact itself.
    let corrections = desk.at("content").join(FIRST).join("dinh-chinh.yml");
    let text = fs::read_to_string(&corrections).unwrap();
    let at = text.find("  - ma: c2").unwrap();
    let end = text.find("  - ma: c3").unwrap();
    fs::write(&corrections, format!("{}{}", &text[..at], &text[end..])).unwrap();
    assert!(desk.ends(&["release"], 1).contains("đính chính c2"));
}

#[test]
fn what_moves_or_changes_places_is_not_the_same_as_before() {
    let desk = Desk::new();
    fictional(&desk);
    desk.done(&["release", "--quiet", "--lan-dau", "--ten", NAME]);
    let path = |file: &str| desk.at("content").join(SECOND).join("nhiem-vu").join(file);
    let read = |file: &str| fs::read_to_string(path(file)).unwrap();
    let (one, two) = (read("1.md"), read("2.md"));
    // Two tasks exchange their numbers.
    fs::write(
        path("1.md"),
        two.replace("so: \"2\"", "so: \"1\"").replace("nhom: \"2\"", "nhom: \"1\""),
    )
    .unwrap();
    fs::write(
        path("2.md"),
        one.replace("so: \"1\"", "so: \"2\"").replace("nhom: \"1\"", "nhom: \"2\""),
    )
    .unwrap();
    let told = desk.ends(&["release"], 1);
    assert!(
        told.contains("nhiệm vụ 1, nguyên văn") && told.contains("nhiệm vụ 2, nguyên văn"),
        "{told}"
    );
    fs::write(path("1.md"), &one).unwrap();
    fs::write(path("2.md"), &two).unwrap();
    // A task takes another number.
    fs::rename(path("3.md"), path("4.md")).unwrap();
    desk.edit(&path("4.md"), "so: \"3\"", "so: \"4\"");
    let told = desk.ends(&["release"], 1);
    assert!(told.contains("nhiệm vụ 3") || told.contains("CK1"), "{told}");
    fs::rename(path("4.md"), path("3.md")).unwrap();
    desk.edit(&path("3.md"), "so: \"4\"", "so: \"3\"");
    // Evidence goes to another event.
    let task = desk.at("content").join(FIRST).join("nhiem-vu/1-2.md");
    let text = fs::read_to_string(&task).unwrap();
    let at = text.find("      - loai: so_lieu").unwrap();
    let end = text.find("      - loai: bao_cao\n").unwrap();
    let evidence = &text[at..end];
    let moved = text.replace(evidence, "");
    let event = "  - ma: d3\n";
    let moved = moved.replace(event, &format!("    minh_chung_khac: x\n{event}"));
    let moved = moved.replace("    minh_chung_khac: x\n", "");
    let d1 = "    co_quan_bao_cao: so-khoa-hoc\n  - ma: d2";
    assert!(moved.contains(d1));
    let there = format!("    co_quan_bao_cao: so-khoa-hoc\n    minh_chung:\n{evidence}  - ma: d2");
    fs::write(&task, moved.replacen(d1, &there, 1)).unwrap();
    let told = desk.ends(&["release"], 1);
    assert!(told.contains("nhiệm vụ 1.2, diễn biến d2, minh chứng"), "{told}");
    fs::write(&task, text).unwrap();
    assert!(desk.done(&["release"]).contains("Không có gì khác"));
}

#[test]
fn the_printed_words_of_a_correction_of_no_plan_are_told_of_the_site() {
    let desk = Desk::released();
    desk.edit(
        &desk.at("content/trang/gioi-thieu.md"),
        "một tỉnh không có thật",
        "một tỉnh có thật",
    );
    let told = desk.ends(&["release"], 1);
    let commands = proposed(&told);
    assert!(commands.len() == 1 && commands[0].contains("dich=trang"), "{told}");
    desk.shell(commands[0]);
    desk.done(&["release"]);
    let page = fs::read_to_string(desk.at("output/dinh-chinh.html"))
        .or_else(|_| fs::read_to_string(desk.at("output/dinh-chinh/index.html")))
        .unwrap();
    assert!(page.contains("trang thông tin này"), "{page}");
    let changes = fs::read_to_string(desk.at("output/phat-hanh/2/thay-doi.html")).unwrap();
    for words in ["trang “Giới thiệu”, đoạn", "một tỉnh không có thật", "một tỉnh có thật"]
    {
        assert!(changes.contains(words), "{words} in {changes}");
    }
}

#[test]
fn a_picture_is_not_exchanged_silently() {
    let desk = Desk::new();
    let pixel = |shade: u8| {
        // A picture of one point, without anything beside it.
        let mut bytes = b"GIF89a\x01\x00\x01\x00\x80\x00\x00".to_vec();
        bytes.extend([shade, shade, shade, 0, 0, 0]);
        bytes.extend(b"\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00\x3b");
        bytes
    };
    let page = desk.at("content/trang/gioi-thieu.md");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, format!("{text}\n![Bến đò](tep/ben.gif)\n")).unwrap();
    fs::create_dir_all(desk.at("content/trang/tep")).unwrap();
    fs::write(desk.at("content/trang/tep/ben.gif"), pixel(0)).unwrap();
    desk.done(&["release", "--lan-dau", "--ten", NAME]);
    fs::write(desk.at("content/trang/tep/ben.gif"), pixel(200)).unwrap();
    for command in [&["diff", "--nhap"][..], &["release"]] {
        let told = desk.ends(command, 1);
        let commands = proposed(&told);
        assert!(commands.len() == 1 && commands[0].contains("ảnh tep/ben.gif"), "{told}");
    }
    let told = desk.ends(&["release"], 1);
    desk.shell(proposed(&told)[0]);
    desk.done(&["diff", "--nhap"]);
    desk.done(&["release"]);
    desk.done(&["verify", "output"]);
}

#[test]
fn a_paragraph_more_needs_no_word_and_the_theme_alone_changes_no_fact() {
    let desk = Desk::released();
    let page = desk.at("content/trang/gioi-thieu.md");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text.replace("Trang theo dõi", "Lời mở đầu.\n\nTrang theo dõi")).unwrap();
    desk.done(&["release"]);
    desk.done(&["verify", "output"]);
    let theme = desk.at("themes/rieng");
    fs::create_dir_all(theme.join("templates")).unwrap();
    fs::write(theme.join("theme.yml"), "ten: \"Riêng\"\ncha: mac-dinh\n").unwrap();
    let base = root().join("themes/mac-dinh/templates/prose.html");
    let base = fs::read_to_string(base).unwrap();
    let changed =
        base.replacen("{% block content %}", "{% block content %}<p>Lời của giao diện.</p>", 1);
    fs::write(theme.join("templates/prose.html"), changed).unwrap();
    let site = desk.at("content/trang.yml");
    let text = fs::read_to_string(&site).unwrap();
    fs::write(&site, format!("giao_dien: rieng\n{text}")).unwrap();
    desk.done(&["release"]);
    let diff = desk.done(&["diff"]);
    assert!(diff.contains("không điều nào thay đổi"), "{diff}");
}

#[test]
fn a_withheld_task_that_is_opened_again_is_compared_with_what_was_published() {
    let desk = Desk::released();
    let open = fs::read_to_string(desk.task()).unwrap();
    let at = open.find("dien_bien:").unwrap();
    let end = at + open[at..].find("\n---").unwrap();
    let reason = "han_che:\n  ly_do: \"Bí mật công tác.\"";
    fs::write(desk.task(), format!("{}{reason}{}", &open[..at], &open[end..])).unwrap();
    desk.done(&["release"]);
    let changed = open.replace("Đã lập.", "Đã lập xong.");
    fs::write(desk.task(), changed).unwrap();
    desk.done(&["release"]);
    desk.done(&["verify", "output"]);
    let told = desk.done(&["diff"]);
    assert!(told.contains("mở lại sau khi hạn chế công khai"), "{told}");
    assert!(told.contains("1 điều khác hoặc mới"), "{told}");
    assert!(!told.contains("thêm 1 diễn biến"), "what is told again is not new: {told}");
    let page = fs::read_to_string(desk.at("output/phat-hanh/index.html")).unwrap();
    assert!(page.contains("1 điều khác hoặc mới"), "{page}");
}

#[test]
fn with_a_fact_that_is_withdrawn_only_its_lines_go_from_earlier_files() {
    let desk = Desk::released();
    desk.event("2026-06-30", "Đã họp.");
    desk.done(&["release"]);
    let lines = |number: u64, name: &str| -> Vec<String> {
        let path = desk.at(&format!("output/phat-hanh/{number}/{name}"));
        let text = fs::read_to_string(path).unwrap();
        // A list parts its lines by commas: those are no words of any line.
        text.lines().map(|line| line.trim_end_matches([',', ']', '}']).to_owned()).collect()
    };
    let names = ["thay-doi.json", "thay-doi.csv", "manifest.json", "SHA256SUMS"];
    let before: Vec<_> = names.iter().map(|name| lines(2, name)).collect();
    let open = fs::read_to_string(desk.task()).unwrap();
    let at = open.find("dien_bien:").unwrap();
    let end = at + open[at..].find("\n---").unwrap();
    let reason = "han_che:\n  ly_do: \"Bí mật công tác.\"";
    fs::write(desk.task(), format!("{}{reason}{}", &open[..at], &open[end..])).unwrap();
    desk.done(&["release"]);
    desk.done(&["verify", "output"]);
    for (name, before) in names.iter().zip(before) {
        let after = lines(2, name);
        let kept: BTreeSet<&String> = after.iter().collect();
        let gone: Vec<_> = before.iter().filter(|line| !kept.contains(line)).collect();
        assert!(
            gone.iter().all(|line| line.contains("\"1.1\"") || line.contains("/1.1")),
            "{name}: {gone:?}"
        );
        assert_eq!(gone.is_empty(), !name.starts_with("thay-doi"), "{name}: {gone:?}");
        let mut rest = before.iter().filter(|line| kept.contains(line));
        assert!(after.iter().all(|line| rest.next() == Some(line)), "{name}: something came");
    }
}

/// A desk with the content of the last release of a ledger in an earlier form, which lies in `truoc`.
fn with_earlier_ledger(form: &str, releases: u64) -> Desk {
    let desk = Desk::new();
    let history = root().join("tests/histories");
    for number in 1..=releases {
        copy(&history.join(format!("nam-ban/{number}")), &desk.at("content"));
    }
    copy(&history.join(form).join("phat-hanh"), &desk.at("truoc/phat-hanh"));
    let key = congkhai::transparency::SigningKey::from_seed(NAME, &[7; 32]).unwrap();
    fs::remove_file(desk.at("khoa.pem")).unwrap();
    desk.key("khoa.pem", &key.to_pem(None));
    let site = desk.at("content/trang.yml");
    let text = fs::read_to_string(&site).unwrap();
    fs::write(&site, format!("{text}so_cong_bo:\n  khoa: \"{}\"\n", key.public())).unwrap();
    desk
}

#[test]
fn a_ledger_of_the_second_form_goes_on_and_keeps_every_byte() {
    let desk = with_earlier_ledger("dang-2", 2);
    let read = |path: &str| fs::read_to_string(desk.at(path)).unwrap();
    assert!(read("truoc/phat-hanh/2/manifest.json").starts_with("{\"dang\":2,"));
    desk.as_of("2026-06-30");
    desk.event("2026-06-30", "Đã họp.");
    let told = desk.done(&["release", "--truoc", "truoc"]);
    assert!(told.contains("bản số 3"), "{told}");
    desk.done(&["verify", "output", "--da-luu", "truoc/phat-hanh/checkpoint"]);
    for number in [1, 2] {
        for name in
            ["su-kien.jsonl", "manifest.json", "thay-doi.json", "thay-doi.csv", "SHA256SUMS"]
        {
            let of = |root: &str| read(&format!("{root}/phat-hanh/{number}/{name}"));
            assert!(of("truoc") == of("output"), "{name} of release {number} is kept");
        }
    }
    let new = read("output/phat-hanh/3/manifest.json");
    assert!(new.starts_with("{\"dang\":3,") && !new.contains(".html"), "{new}");
    // The lines are those of the form before, and there are more.
    let (old, new) =
        (read("truoc/phat-hanh/2/su-kien.jsonl"), read("output/phat-hanh/3/su-kien.jsonl"));
    let (old, new): (BTreeSet<&str>, BTreeSet<&str>) =
        (old.lines().collect(), new.lines().collect());
    let other: Vec<_> = old.difference(&new).collect();
    assert!(
        new.len() > old.len() && other.iter().all(|line| line.contains("\"suy_ra\"")),
        "{other:?}"
    );
    // Its list is signed as those of the first two forms are.
    let list = desk.at("output/phat-hanh/2/SHA256SUMS");
    let text = fs::read_to_string(&list).unwrap();
    fs::write(&list, format!("{text}\n")).unwrap();
    assert!(desk.ends(&["verify", "output"], 1).contains("phat-hanh/2/SHA256SUMS"));
}

#[test]
fn a_ledger_of_the_first_form_goes_on_and_what_it_did_not_record_is_no_editors_addition() {
    let desk = with_earlier_ledger("dang-1", 3);
    let told = desk.done(&["release", "--truoc", "truoc"]);
    assert!(told.contains("bản số 4"), "{told}");
    desk.done(&["verify", "output", "--da-luu", "truoc/phat-hanh/checkpoint"]);
    for name in ["su-kien.jsonl", "manifest.json", "thay-doi.json", "thay-doi.csv", "SHA256SUMS"] {
        let read = |root: &str| fs::read(desk.at(root).join("phat-hanh/3").join(name)).unwrap();
        assert!(read("truoc") == read("output"), "{name} of an earlier release is kept");
    }
    // Every old line is still a line of the new facts.
    let facts = |path: &str| fs::read_to_string(desk.at(path)).unwrap();
    let (old, new) =
        (facts("truoc/phat-hanh/3/su-kien.jsonl"), facts("output/phat-hanh/4/su-kien.jsonl"));
    let new: BTreeSet<&str> = new.lines().collect();
    for line in old.lines() {
        assert!(new.contains(line), "{line}");
    }
    let json = facts("output/phat-hanh/4/thay-doi.json");
    assert!(json.contains("\"vi\":\"cach_tinh\"") && !json.contains("bien_tap"), "{json}");
    let told = desk.done(&["diff"]);
    assert!(told.contains("thuộc những loại mà bản trước chưa ghi"), "{told}");
    // From now on they are held.
    desk.edit(&desk.at("content/trang/gioi-thieu.md"), "một tỉnh không có thật", "một tỉnh");
    assert!(desk.ends(&["release"], 1).contains("CK270"));
}

/// Whether readers are shown an id where a name could stand.
fn ids_in(label: &str, ids: &BTreeSet<String>) -> bool {
    let words = label.split(|c: char| !(c.is_alphanumeric() || "-_./".contains(c)));
    label.contains('_') || words.into_iter().any(|word| ids.contains(word))
}

#[test]
fn no_fact_is_called_by_an_id_where_it_has_a_name() {
    let folders = fs::read_dir(root().join("tests/sites")).unwrap();
    let mut sites: Vec<_> = folders.map(|it| it.unwrap().path().join("content")).collect();
    sites.push(shipped());
    let none = Facts::new();
    let mut faults = BTreeSet::new();
    for site in sites {
        let request = request(&site, None);
        let content = pipeline::content(&request).unwrap();
        let record = content.record.expect("the site has no error");
        let progress = progress::on(&record, request.as_of_in(&record.settings));
        let facts = taken::facts(&progress);
        let names = Names::of(&facts, &none);
        let agencies = progress.site.agencies.keys().map(ToString::to_string);
        let groups = progress.site.groups.keys().map(ToString::to_string);
        let plans = progress.site.plans.keys().map(ToString::to_string);
        let ids: BTreeSet<String> = agencies.chain(groups).chain(plans).collect();
        for (key, fact) in facts.iter() {
            let label = names.label(key);
            if ids_in(&label, &ids) {
                faults.insert(format!("{}: {label}", key.path()));
            }
            let shown = names.shown(key, &fact.value);
            if ids.contains(&shown) {
                faults.insert(format!("{} is shown as {shown}", key.path()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_release_is_gathered_from_what_is_still_published() {
    let desk = Desk::released();
    copy(&desk.at("output"), &desk.at("ban-luu"));
    fs::remove_dir_all(desk.at("ban-luu/phat-hanh")).unwrap();
    desk.event("2026-06-30", "Đã họp.");
    desk.done(&["release"]);
    fs::rename(desk.at("content"), desk.at("noi-dung")).unwrap();
    let told = desk.ends(&["restore", "1", "--to", "lai", "--tu", "output"], 1);
    let task = "ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.html";
    assert!(told.contains(&format!("không còn: {task}")), "{told}");
    assert!(!desk.at("lai").join(task).exists() && desk.at("lai/gioi-thieu.html").exists());
    // A copy that somebody kept has what is gone.
    let told = desk.done(&["restore", "1", "--to", "lai-2", "--tu", "output", "--tu", "ban-luu"]);
    assert!(told.contains("đúng từng byte"), "{told}");
    let sums = Path::new("../output/phat-hanh/1/SHA256SUMS");
    desk.shell(&format!("cd lai-2 && sha256sum -c --quiet {}", sums.display()));
    assert!(!desk.at("lai-2/phat-hanh").exists(), "no second ledger");
    desk.ends(&["restore", "1", "--to", "lai-3", "--tu", "ban-luu"], 1);
    desk.ends(&["restore", "9", "--to", "lai-4", "--tu", "output"], 2);
}

/// Runs a command where no file may grow beyond so many kilobytes.
#[cfg(unix)]
fn bounded(desk: &Desk, kilobytes: u32, arguments: &str) -> Option<(i32, String)> {
    let mut command = std::process::Command::new("bash");
    let line = format!("trap '' XFSZ; ulimit -f {kilobytes} && exec \"$0\" {arguments}");
    command.args(["-c", &line]).arg(env!("CARGO_BIN_EXE_congkhai"));
    command.current_dir(desk.at("")).env("CONGKHAI_KHOA", "khoa.pem");
    let Ok(run) = command.output() else {
        eprintln!("bỏ qua: máy này không có bash");
        return None;
    };
    let text = String::from_utf8([run.stdout, run.stderr].concat()).unwrap();
    Some((run.status.code().unwrap_or(-1), text))
}

/// The system refuses a write in the middle of a file: what was there stays, and no half file.
#[cfg(unix)]
#[test]
fn where_a_file_cannot_be_written_nothing_is_half_done() {
    let desk = Desk::released();
    desk.event("2026-06-30", "Đã họp.");
    let before = desk.published();
    let tell = |kilobytes: u32, arguments: &str, path: &str| {
        let Some((code, told)) = bounded(&desk, kilobytes, arguments) else { return };
        assert_eq!(code, 3, "{arguments}: {told}");
        assert!(told.contains(path), "{arguments}: {told}");
        assert!(desk.published() == before, "{arguments}");
    };
    for kilobytes in [0, 1, 4, 12] {
        tell(kilobytes, "release", "output");
    }
    tell(0, &format!("key new moi.pem --ten {NAME}"), "moi.pem");
    tell(0, "key rotate khoa.pem moi.pem", "moi.pem");
    assert!(!desk.at("moi.pem").exists(), "half a key would stand in the way");
    desk.done(&["key", "rotate", "khoa.pem", "moi.pem"]);
    tell(0, "restore 1 --to lai --tu output", "lai");
    assert!(!desk.at("lai").join("index.html").exists());
    tell(4, "restore 1 --to lai", "lai");
    fs::write(desk.at("hoi.tsq"), "cũ").unwrap();
    desk.done(&["release"]);
    let Some((code, told)) = bounded(&desk, 0, "release --tsq hoi.tsq") else { return };
    assert_eq!(code, 3, "{told}");
    assert!(told.contains("hoi.tsq") || told.contains("output"), "{told}");
    assert_eq!(fs::read_to_string(desk.at("hoi.tsq")).unwrap(), "cũ");
    desk.done(&["verify", "output"]);
}

#[test]
fn whoever_has_the_new_key_only_is_told_that_the_old_one_was_lost() {
    let desk = Desk::released();
    desk.done(&["key", "new", "moi.pem", "--ten", NAME]);
    let reason = "Máy giữ khóa bị hỏng.";
    desk.done(&["release", "--khoa", "moi.pem", "--mat-khoa", reason]);
    assert!(desk.done(&["verify", "output"]).contains(reason));
    let page = fs::read_to_string(desk.at("output/phat-hanh/index.html")).unwrap();
    let list = page.split("id=\"giu-lai\"").next().unwrap().split("id=giu-lai").next().unwrap();
    assert!(list.contains(reason), "the release itself tells it: {list}");
}
