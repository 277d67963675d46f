//! `init`, `new` and `schema`: what they write, and what they leave alone.

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use congkhai::editor::entry::{self, Assignment, Target};
use congkhai::editor::starter::{self, Answers, Issuer, Locality, PlanNumber};
use congkhai::source::load;
use jiff::civil::date;

use crate::support::{build, request, root, small_site, told, typed};

fn congkhai(at: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::cargo_bin("congkhai").unwrap();
    command.current_dir(at).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Every file below `folder`, with its bytes.
fn snapshot(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name();
    let files = files.into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| (entry.path().display().to_string(), fs::read(entry.path()).unwrap()))
        .collect()
}

#[test]
fn a_new_site_of_any_issuer_builds_without_problems() {
    let today = date(2026, 5, 25);
    for (issuer, number, issued) in [
        ("UBND tỉnh Lam Giang", "12/KH-UBND", date(2026, 1, 15)),
        ("ỦY BAN NHÂN DÂN XÃ BẾN ĐÒ", "1/KH-UBND", date(2015, 7, 30)),
        ("HĐND tỉnh Lam Giang", "8/NQ-HĐND", date(2026, 1, 15)),
        ("Ban Bến Nước", "3/KH-BBN", today),
        ("SỞ BẾN NƯỚC TỈNH LAM GIANG", "345/QĐ-SBN", today),
        ("Đảng ủy phường Bến Đò", "07-KH/ĐU", date(2025, 12, 31)),
        ("TỈNH ỦY LAM GIANG", "12-CTr/TU", date(2025, 12, 31)),
        ("BAN CHẤP HÀNH ĐẢNG BỘ TỈNH", "9-NQ/TU", date(2025, 12, 31)),
    ] {
        let number = PlanNumber::read(number).unwrap();
        let issuer_of_it = Issuer::read(issuer).unwrap();
        let named = issuer_of_it.place.clone();
        let is_compiled = issuer.contains("NƯỚC");
        let answers = Answers {
            kind: number.kind().unwrap(),
            number,
            date: issued,
            place: named.unwrap_or_else(|| Locality::read("tỉnh Lam Giang").unwrap()),
            issuer: issuer_of_it,
            compiler: is_compiled.then(|| "Nhóm \"Sông Lam\"".to_owned()),
        };
        let scene = tempfile::tempdir().unwrap();
        for (path, text) in starter::files(&answers, today) {
            let path = scene.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let mut request = request(&scene.path().join("content"), None);
        request.strict = true;
        let (outcome, files) = build(&request);
        assert!(outcome.complete, "{issuer}: {}", told(&outcome));
        assert_eq!(told(&outcome), "", "{issuer}");
        let home = files.iter().find(|(path, _)| path.as_str() == "index.html").unwrap().1;
        assert!(String::from_utf8_lossy(home).contains("Trang mẫu"), "{issuer}");
        let left = snapshot(scene.path()).into_iter().find(|(path, bytes)| {
            !path.contains(".vscode") && !path.contains("README") && bytes.contains(&b'{')
        });
        assert_eq!(left.map(|(path, _)| path), None, "a blank was not filled");
    }
}

const NEW: &[&str] =
    &["--number", "12/KH-UBND", "--date", "2026-01-15", "--issuer", "UBND tỉnh Lam Giang"];

#[test]
fn init_on_a_pipe_takes_what_is_given_and_invents_nothing() {
    let scene = tempfile::tempdir().unwrap();
    let run = congkhai(scene.path(), &["init", "moi"]);
    assert_eq!(run.status.code(), Some(2));
    let told = text(&run.stderr);
    for option in ["--number", "--date", "--issuer"] {
        assert!(told.contains(option), "{told}");
    }
    assert!(!scene.path().join("moi").exists());
    let party = ["--number", "12-KH/TU", "--date", "2026-01-15", "--issuer", "TỈNH ỦY"];
    let run = congkhai(scene.path(), &[&["init", "moi"], &party[..]].concat());
    assert_eq!(run.status.code(), Some(2));
    assert!(text(&run.stderr).contains("--place"), "{}", text(&run.stderr));
    let run = congkhai(scene.path(), &[&["init", "moi"], NEW].concat());
    assert!(run.status.success(), "{}", text(&run.stderr));
    assert!(text(&run.stdout).contains("Kế hoạch 12/KH-UBND"), "{}", text(&run.stdout));
    let site = scene.path().join("moi");
    let guide = fs::read_to_string(site.join("content/README.md")).unwrap();
    let own = fs::read_to_string(root().join("content/README.md")).unwrap();
    assert!(guide == own, "the new site has the guide of this program");
    let run = congkhai(&site, &["build", "--strict"]);
    assert!(run.status.success(), "{}", text(&run.stderr));
    assert!(site.join("output/index.html").is_file());
}

#[test]
fn a_partys_programme_has_its_own_head_and_place() {
    let scene = tempfile::tempdir().unwrap();
    let run = congkhai(
        scene.path(),
        &[
            "init",
            "moi",
            "--number",
            "12-CTr/TU",
            "--date",
            "2026-01-15",
            "--issuer",
            "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH",
            "--place",
            "TỈNH LAM GIANG",
        ],
    );
    assert!(run.status.success(), "{}", text(&run.stderr));
    assert!(text(&run.stdout).contains("viết lại từ chữ hoa"), "{}", text(&run.stdout));
    let plan = scene.path().join("moi/content/ke-hoach/12-ctr-tu-2026");
    let attributes = fs::read_to_string(plan.join("ke-hoach.yml")).unwrap();
    assert!(attributes.contains("loai: chuong_trinh"), "{attributes}");
    let words = fs::read_to_string(plan.join("van-ban.md")).unwrap();
    let head = "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\n*\nSố 12-CTr/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nLam Giang, ngày 15";
    assert!(words.contains(head), "{words}");
    assert!(words.contains("\nCHƯƠNG TRÌNH\n") && words.contains("T/M BAN CHẤP HÀNH"), "{words}");
}

#[test]
fn init_refuses_a_folder_that_is_not_empty() {
    let scene = tempfile::tempdir().unwrap();
    fs::write(scene.path().join("co-san.txt"), "của tôi").unwrap();
    let before = snapshot(scene.path());
    let run = congkhai(scene.path(), &["init", "."]);
    assert_eq!(run.status.code(), Some(2));
    assert!(text(&run.stderr).contains("không trống"), "{}", text(&run.stderr));
    assert_eq!(snapshot(scene.path()), before);
    fs::create_dir(scene.path().join("trong")).unwrap();
    assert!(
        congkhai(scene.path(), &[&["init", "trong"], NEW].concat()).status.success(),
        "an empty folder is taken"
    );
}

#[cfg(unix)]
#[test]
fn init_asks_on_a_terminal() {
    use std::io::{Read, Write};
    use std::process::Stdio;

    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

    let scene = tempfile::tempdir().unwrap();
    let keyboard = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&keyboard).unwrap();
    unlockpt(&keyboard).unwrap();
    let name = ptsname(&keyboard, Vec::new()).unwrap().into_string().unwrap();
    let terminal = fs::File::options().read(true).write(true).open(name).unwrap();
    let mut run = std::process::Command::new(env!("CARGO_BIN_EXE_congkhai"))
        .args(["init", "moi"])
        .current_dir(scene.path())
        .stdin(Stdio::from(terminal))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut keyboard = fs::File::from(keyboard);
    keyboard.write_all("9/KH-UBND\n15/1/2026\nUBND xã Bến Đò\n".as_bytes()).unwrap();
    let mut asked = String::new();
    run.stderr.take().unwrap().read_to_string(&mut asked).unwrap();
    assert!(run.wait().unwrap().success(), "{asked}");
    for question in ["Số hiệu văn bản", "Ngày ban hành", "Cơ quan ban hành"] {
        assert!(asked.contains(question), "{asked}");
    }
    let plan = scene.path().join("moi/content/ke-hoach/9-kh-ubnd-2026/ke-hoach.yml");
    assert!(fs::read_to_string(plan).unwrap().contains("co_quan_ban_hanh: ubnd-xa-ben-do"));
}

/// An event is added to every task of the sites that we have, and nothing else changes.
#[test]
fn an_added_event_leaves_every_other_byte() {
    let values = ["loai=cap_nhat", "ngay=2026-05-20", "noi_dung=Đã gửi: “tờ trình”."];
    let values: Vec<_> = values.iter().map(|value| Assignment::read(value).unwrap()).collect();
    let mut tasks = 0;
    for content in ["content", "tests/sites/lam-giang/content", "tests/problems/base/content"] {
        let request = request(&root().join(content), None);
        let tree = load::read(&request.roots).unwrap();
        for (path, file) in &tree.texts {
            let parts: Vec<&str> = path.as_str().split('/').collect();
            let ["ke-hoach", plan, "nhiem-vu", name] = parts[..] else { continue };
            let number = name.trim_end_matches(".md").replace('-', ".");
            let target = Target::Event(plan.to_owned(), number);
            let added = entry::added(&tree, &target, &values, date(2026, 5, 25)).unwrap();
            let same = |a: &[u8], b: &[u8]| a.iter().zip(b).take_while(|(a, b)| a == b).count();
            let (old, new) = (file.text.as_bytes(), added.after.as_bytes());
            let start = same(old, new);
            let reversed = |bytes: &[u8]| bytes.iter().rev().copied().collect::<Vec<_>>();
            let end = same(&reversed(&old[start..]), &reversed(&new[start..]));
            assert_eq!(start + end, old.len(), "{path}: something else changed");
            tasks += 1;
        }
    }
    assert!(tasks > 30, "only {tasks} tasks were seen");
}

/// The site's file with another as-of date.
fn settings_until(day: &str) -> String {
    let settings = root().join("tests/problems/base/content/trang.yml");
    fs::read_to_string(settings).unwrap().replace("2026-06-30", day)
}

const PLAN: &str = "12-kh-ubnd-2024";

#[test]
fn what_new_writes_passes_check() {
    let scene = small_site();
    fs::write(scene.path().join("content/trang.yml"), settings_until("2099-12-31")).unwrap();
    let entries: &[&[&str]] = &[
        &["agency", "so-d", "khoi=chinh_quyen", "cap=tinh", "ten.ten=Sở Đò Ngang"],
        &[
            "task",
            PLAN,
            "1.3",
            "nhom=1",
            "nguyen_van=Sửa bến đò.",
            "chu_tri=so-d",
            "chu_tri_nguyen_van=Sở Đò Ngang",
            "thoi_gian.nguyen_van=2025",
            "bo_sung.can_cu=9/QĐ-UBND",
            "bo_sung.ngay=2024-06-01",
        ],
        &[
            "event",
            PLAN,
            "1.3",
            "loai=bao_cao_hoan_thanh",
            "ngay=2025-03-01",
            "trang_thai=hoan_thanh",
            "co_quan_bao_cao=so-d",
            "minh_chung.loai=van_ban",
            "minh_chung.ten=Biên bản",
            "minh_chung.so_hieu=7/BB-SĐN",
        ],
        &[
            "event",
            PLAN,
            "1.3",
            "loai=xac_nhan",
            "ngay=2025-04-01",
            "co_quan_bao_cao=so-a",
            "can_cu=8/TB-SĐR",
        ],
        &[
            "correction",
            PLAN,
            "loai=trang_thong_tin",
            "dich=nhiem-vu/1.2",
            "truoc=Sở Bến",
            "sau=Sở Bến Nước",
            "ly_do=Viết thiếu.",
            "nguon=tu_phat_hien",
        ],
        &["report", PLAN, "nghia_vu=hang-nam", "nam=2024", "co_quan=so-b", "ngay_gui=2024-12-20"],
    ];
    for arguments in entries {
        let run = congkhai(scene.path(), &[&["new"], *arguments].concat());
        assert!(run.status.success(), "{arguments:?}: {}", text(&run.stderr));
        assert!(text(&run.stdout).contains("\n+ "), "{}", text(&run.stdout));
    }
    let run = congkhai(scene.path(), &["check"]);
    assert!(run.status.success(), "{}", text(&run.stderr));
    let task = scene.path().join(format!("content/ke-hoach/{PLAN}/nhiem-vu/1-3.md"));
    let events = fs::read_to_string(task).unwrap();
    assert!(events.contains("- ma: d1") && events.contains("- ma: d2"), "{events}");
}

#[test]
fn new_refuses_what_check_would_refuse() {
    let cases: &[(&[&str], &str)] = &[
        (&["event", PLAN, "1.1", "loai=cap_nhat"], "CK153"),
        (&["event", PLAN, "1.1", "loai=cap", "ngay=2024-05-01"], "CK159"),
        (&["event", PLAN, "1.1", "loai=cap_nhat", "ngay=2023-05-01"], "CK121"),
        (&["event", PLAN, "1.1", "loai=cap_nhat", "ngay=31/02/2024"], "CK121"),
        (
            &[
                "event",
                PLAN,
                "1.1",
                "loai=bao_cao_hoan_thanh",
                "ngay=2024-05-01",
                "trang_thai=hoan_thanh",
            ],
            "CK120",
        ),
        (&["event", PLAN, "1.1", "lai=cap_nhat"], "Ý bạn là “loai”?"),
        (&["event", PLAN, "1.3", "loai=cap_nhat"], "không có nhiệm vụ 1.3. Có: 1.1, 1.2."),
        (&["event", PLAN, "II.1", "loai=cap_nhat"], "không có nhiệm vụ II.1. Có: 1.1, 1.2."),
        (&["event", PLAN, "1-1", "loai=cap_nhat"], "Ý bạn là “1.1”?"),
        (&["task", PLAN, "nhom=1", "nguyen_van=X."], "phải có mã kế hoạch và số nhiệm vụ"),
        (&["report", "nam=2026", "ky=1"], "phải có mã kế hoạch"),
        (&["event", "12/KH-UBND", "1.1", "loai=cap_nhat"], "Ý bạn là “12-kh-ubnd-2024”?"),
        (&["event", "12-kh-ubnd-2042", "1.1", "loai=cap_nhat"], "Ý bạn là “12-kh-ubnd-2024”?"),
        (&["agency", "-", "khoi=chinh_quyen", "ten.ten=Sở X"], "làm mã cơ quan được"),
        (
            &["event", PLAN, "1.1", "loai=cap_nhat", "ngay=2024-05-01", "noi_dung=a\u{b}b"],
            "ký tự điều khiển",
        ),
        (&["agency", "so-a", "khoi=chinh_quyen", "ten.ten=Sở A"], "Đã có tệp"),
        (&["agency", "Sở X", "khoi=chinh_quyen", "ten.ten=Sở X"], "Ý bạn là “so-x”?"),
        (
            &[
                "task",
                PLAN,
                "1.3",
                "nhom=1",
                "nguyen_van=X.",
                "chu_tri=so-x",
                "thoi_gian.nguyen_van=2025",
            ],
            "CK110",
        ),
        (&["correction", PLAN, "loai=trang_thong_tin"], "CK153"),
        (&["event", PLAN, "../1", "loai=cap_nhat"], "không phải số nhiệm vụ"),
        (&["correction", "khong-co", "loai=trang_thong_tin"], "Không có kế hoạch nào"),
        (&["agency", "../../thoat", "khoi=chinh_quyen", "ten.ten=Sở X"], "làm mã cơ quan được"),
    ];
    let scene = small_site();
    fs::write(scene.path().join("content/trang.yml"), settings_until("2099-12-31")).unwrap();
    let before = snapshot(scene.path());
    for (arguments, message) in cases {
        let run = congkhai(scene.path(), &[&["new"], *arguments].concat());
        let code = run.status.code();
        assert!(matches!(code, Some(1 | 2)), "{arguments:?}: {}", text(&run.stdout));
        assert!(text(&run.stderr).contains(message), "{arguments:?}: {}", text(&run.stderr));
        assert_eq!(snapshot(scene.path()), before, "{arguments:?}");
    }
}

/// What the help of each kind shows can be typed as it stands.
#[test]
fn the_examples_of_the_help_work() {
    let scene = tempfile::tempdir().unwrap();
    let run = congkhai(scene.path(), &[&["init", "moi", "--as-of", "2026-05-25"], NEW].concat());
    assert!(run.status.success(), "{}", text(&run.stderr));
    let site = scene.path().join("moi");
    let plan = site.join("content/ke-hoach/12-kh-ubnd-2026/ke-hoach.yml");
    let duty = "nghia_vu_bao_cao:\n  - ma: sau-thang\n    ai: [ubnd-tinh-lam-giang]\n    ky: \"6_thang\"\n    \
                giai_doan: { tu: \"2026\", den: \"2027\" }\n    gui_den: ubnd-tinh-lam-giang\n    \
                nguyen_van: \"theo dõi việc thực hiện\"\n";
    fs::write(&plan, fs::read_to_string(&plan).unwrap() + duty).unwrap();
    let mut examples = 0;
    for kind in ["agency", "task", "event", "correction", "report"] {
        let help = text(&congkhai(&site, &["new", kind, "--help"]).stdout);
        assert!(help.contains("\n* "), "{kind} lists its keys: {help}");
        let help = help.replace(" \\\n", "");
        for line in help.lines().filter_map(|line| line.trim().strip_prefix("congkhai new ")) {
            let words = typed(&format!("new {line}"));
            // Examples stand in columns.
            let words: Vec<_> =
                words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
            let run = congkhai(&site, &words);
            assert!(run.status.success(), "{line}: {}", text(&run.stderr));
            examples += 1;
        }
    }
    assert_eq!(examples, 6);
    let run = congkhai(&site, &["check", "--strict"]);
    assert!(run.status.success(), "{}", text(&run.stderr));
    let task = site.join("content/ke-hoach/12-kh-ubnd-2026/nhiem-vu/1-1.md");
    let task = fs::read_to_string(task).unwrap();
    assert!(task.contains("cu: \"2026\"\n      moi: \"Quý II/2027\""), "{task}");
}

/// A site that has errors already can still be filled, or a plan could not be copied task by task.
#[test]
fn old_errors_stand_in_no_entrys_way() {
    let scene = small_site();
    let plan = scene.path().join(format!("content/ke-hoach/{PLAN}/ke-hoach.yml"));
    let attributes = fs::read_to_string(&plan).unwrap();
    fs::write(&plan, attributes.replace("so_nhiem_vu_goc: \"2\"", "so_nhiem_vu_goc: \"5\""))
        .unwrap();
    assert_eq!(congkhai(scene.path(), &["check"]).status.code(), Some(1));
    let task = [
        "new",
        "task",
        PLAN,
        "1.3",
        "nhom=1",
        "nguyen_van=Sửa bến đò.",
        "chu_tri=so-a",
        "chu_tri_nguyen_van=Sở Đồng Ruộng",
        "thoi_gian.nguyen_van=2025",
    ];
    let run = congkhai(scene.path(), &task);
    assert!(run.status.success(), "{}", text(&run.stderr));
}

#[test]
fn schema_keeps_an_editors_own_settings() {
    let scene = tempfile::tempdir().unwrap();
    let run = congkhai(scene.path(), &["schema"]);
    assert!(run.status.success(), "{}", text(&run.stderr));
    let first = snapshot(scene.path());
    assert_eq!(first.len(), 12);
    assert!(congkhai(scene.path(), &["schema"]).status.success());
    assert_eq!(snapshot(scene.path()), first, "a second run changes nothing");
    let settings = scene.path().join(".vscode/settings.json");
    fs::write(&settings, "{ \"editor.wordWrap\": \"on\" }\n").unwrap();
    let run = congkhai(scene.path(), &["schema"]);
    assert!(text(&run.stdout).contains("\"yaml.schemas\""), "{}", text(&run.stdout));
    assert_eq!(fs::read_to_string(settings).unwrap(), "{ \"editor.wordWrap\": \"on\" }\n");
}

/// Today is no day of publication while the site's facts end before it; the editor is told what to do.
#[test]
fn a_day_of_publication_behind_the_as_of_date_is_told_first() {
    let scene = small_site();
    let settings = scene.path().join("content/trang.yml");
    fs::write(settings, settings_until("2025-01-01")).unwrap();
    let event = ["new", "event", PLAN, "1.1", "loai=cap_nhat", "ngay=2024-05-01"];
    let run = congkhai(scene.path(), &event);
    assert_eq!(run.status.code(), Some(1));
    assert!(text(&run.stderr).contains("Đổi tinh_den_ngay"), "{}", text(&run.stderr));
    let run = congkhai(scene.path(), &[&event[..], &["ngay_cong_bo=2024-06-01"]].concat());
    assert!(run.status.success(), "{}", text(&run.stderr));
}

/// Where a file or its plan was not read, nothing says that an entry is sound; so none is written.
#[test]
fn an_entry_that_cannot_be_judged_is_refused() {
    let task = format!("content/ke-hoach/{PLAN}/nhiem-vu/1-1.md");
    let plan = format!("content/ke-hoach/{PLAN}/ke-hoach.yml");
    let corrections = format!("content/ke-hoach/{PLAN}/dinh-chinh.yml");
    let front = fs::read_to_string(root().join("tests/problems/base").join(&task)).unwrap();
    let attributes = fs::read_to_string(root().join("tests/problems/base").join(&plan)).unwrap();
    let event = [
        "new",
        "event",
        PLAN,
        "1.1",
        "loai=bao_cao_hoan_thanh",
        "ngay=2024-05-01",
        "ngay_cong_bo=2024-06-01",
        "trang_thai=hoan_thanh",
        "co_quan_bao_cao=khong-co",
    ];
    let correction = [
        "new",
        "correction",
        PLAN,
        "loai=trang_thong_tin",
        "ngay=2026-05-01",
        "dich=nhiem-vu/1.2",
        "truoc=Sở Bến",
        "sau=Sở Bến Nước",
        "ly_do=Viết thiếu.",
        "nguon=tu_phat_hien",
    ];
    let cases: &[(&str, String, &[&str])] = &[
        (&task, front.replacen("nhom:", "la_lung: x\nnhom:", 1), &event),
        (&task, String::new(), &event),
        (&task, front.replace("---\n", ""), &event),
        (&task, front.trim_end().trim_end_matches('-').to_owned(), &event),
        (&plan, attributes.replacen("so_hieu:", "so_hieuu:", 1), &event),
        (&corrections, "dinh_chinh:\n  - {ma: dc1}\n".to_owned(), &correction),
    ];
    for (file, text_of_file, arguments) in cases {
        let scene = small_site();
        fs::write(scene.path().join(file), text_of_file).unwrap();
        let before = snapshot(scene.path());
        let run = congkhai(scene.path(), arguments);
        assert_eq!(run.status.code(), Some(1), "{text_of_file}: {}", text(&run.stdout));
        assert!(text(&run.stderr).contains("congkhai check"), "{}", text(&run.stderr));
        assert_eq!(snapshot(scene.path()), before, "{text_of_file}");
    }
}
