//! The program keeps a release ledger: an editor cannot change what is published without a word.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::support::{copy, root};

const PLAN: &str = "12-kh-ubnd-2024";
pub(crate) const NAME: &str = "lam-giang.example/tien-do";

/// A folder with the content of a small site, a key and what is published of it.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        copy(&root().join("tests/problems/base/content"), &desk.at("content"));
        desk.done(&["key", "new", "khoa.pem", "--ten", NAME]);
        desk
    }

    /// The same, with one release of an event in it.
    pub(crate) fn released() -> Self {
        let desk = Self::new();
        desk.event("2026-06-30", "Đã lập.");
        desk.done(&["release", "--lan-dau", "--ten", NAME]);
        desk
    }

    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_congkhai"));
        command.current_dir(self.folder.path()).args(arguments).stdin(Stdio::null());
        command.env("CONGKHAI_KHOA", "khoa.pem").env_remove("CONGKHAI_MAT_KHAU");
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs a command that must be done; out comes what it printed.
    #[track_caller]
    pub(crate) fn done(&self, arguments: &[&str]) -> String {
        self.ends(arguments, 0)
    }

    #[track_caller]
    pub(crate) fn ends(&self, arguments: &[&str], code: i32) -> String {
        let output = self.run(arguments);
        let text = [output.stdout, output.stderr].concat();
        let text = String::from_utf8(text).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
        text
    }

    /// Does a line as a shell does it.
    #[track_caller]
    pub(crate) fn shell(&self, line: &str) -> String {
        let program = Path::new(env!("CARGO_BIN_EXE_congkhai")).parent().unwrap();
        let path = std::env::var("PATH").unwrap();
        let mut shell = Command::new("sh");
        shell.current_dir(self.folder.path()).arg("-c").arg(line);
        shell.env("PATH", format!("{}:{path}", program.display()));
        let output = shell.output().unwrap();
        let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(output.status.success(), "{line}: {text}");
        text
    }

    #[track_caller]
    pub(crate) fn event(&self, published: &str, words: &str) {
        let (published, words) = (format!("ngay_cong_bo={published}"), format!("noi_dung={words}"));
        self.done(&[
            "new",
            "event",
            PLAN,
            "1.1",
            "loai=cap_nhat",
            "ngay=2026-05-20",
            &published,
            &words,
            "trang_thai=dang_thuc_hien",
            "co_quan_bao_cao=so-a",
            "minh_chung.loai=van_ban",
            "minh_chung.ten=Báo cáo",
            "minh_chung.so_hieu=1/BC-SA",
        ]);
    }

    pub(crate) fn task(&self) -> PathBuf {
        self.at(&format!("content/ke-hoach/{PLAN}/nhiem-vu/1-1.md"))
    }

    /// Puts a key where only its owner can read it.
    pub(crate) fn key(&self, path: &str, pem: &str) {
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let mut file = options.open(self.at(path)).unwrap();
        std::io::Write::write_all(&mut file, pem.as_bytes()).unwrap();
    }

    #[track_caller]
    pub(crate) fn edit(&self, path: &Path, from: &str, to: &str) {
        let text = fs::read_to_string(path).unwrap();
        assert!(text.contains(from), "{from} in {text}");
        fs::write(path, text.replace(from, to)).unwrap();
    }

    pub(crate) fn as_of(&self, date: &str) {
        let path = self.at("content/trang.yml");
        let text = fs::read_to_string(&path).unwrap();
        let line = text.lines().find(|line| line.starts_with("tinh_den_ngay")).unwrap();
        fs::write(&path, text.replace(line, &format!("tinh_den_ngay: \"{date}\""))).unwrap();
    }

    /// Every published file.
    pub(crate) fn published(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let root = self.at("output");
        let files = walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap);
        let files = files.filter(|entry| entry.file_type().is_file());
        files
            .map(|file| {
                let path = file.path().strip_prefix(&root).unwrap().to_owned();
                (path, fs::read(file.path()).unwrap())
            })
            .collect()
    }
}

/// The lines that propose a correction.
pub(crate) fn proposed(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.starts_with("congkhai new correction")).collect()
}

#[test]
fn a_silent_edit_is_refused_and_the_proposed_correction_explains_it() {
    let desk = Desk::released();
    let before = desk.published();
    let changed = "Đã lập 'xong' \\\"hết\\\" $HOME.";
    desk.edit(&desk.task(), "Đã lập.", changed);
    let told = desk.ends(&["release"], 1);
    for words in ["CK270", "“Đã lập.”", "“Đã lập 'xong' \"hết\" $HOME.”", "nhiem-vu/1-1.md:"]
    {
        assert!(told.contains(words), "{words} in {told}");
    }
    assert!(desk.published() == before, "nothing was published");
    let commands = proposed(&told);
    assert_eq!(commands.len(), 1, "{told}");
    desk.shell(commands[0]);
    let told = desk.done(&["release"]);
    assert!(told.contains("bản số 2"), "{told}");
    assert!(desk.done(&["diff"]).contains("thêm 1 đính chính"));
    desk.done(&["verify", "output"]);
}

#[test]
fn a_command_that_bears_a_later_date_than_the_site_says_what_to_write_first() {
    let desk = Desk::released();
    desk.edit(&desk.task(), "Đã lập.", "Đã lập xong.");
    let plain = desk.ends(&["release"], 1);
    assert!(!plain.contains("trước hết ghi"), "{plain}");
    let told = desk.ends(&["release", "--as-of", "2026-07-01"], 1);
    assert!(told.contains("trước hết ghi tinh_den_ngay: \"2026-07-01\" vào trang.yml"), "{told}");
    desk.as_of("2026-07-01");
    desk.shell(proposed(&told)[0]);
    desk.done(&["release"]);
}

#[test]
fn what_is_taken_out_whole_needs_one_correction() {
    let desk = Desk::released();
    let text = fs::read_to_string(desk.task()).unwrap();
    let at = text.find("dien_bien:").unwrap();
    let end = at + text[at..].find("\n---").unwrap();
    fs::write(desk.task(), format!("{}{}", &text[..at], text[end..].trim_start_matches('\n')))
        .unwrap();
    let told = desk.ends(&["release"], 1);
    let commands = proposed(&told);
    assert_eq!(commands.len(), 1, "the event with its evidence is one thing: {told}");
    assert!(told.contains("nay không còn"), "{told}");
    desk.shell(commands[0]);
    desk.done(&["release"]);
    desk.done(&["verify", "output"]);
}

/// Edits of the task's file, and whether the gate lets them through.
#[test]
fn every_written_fact_of_a_task_is_held() {
    let desk = Desk::released();
    let task = fs::read_to_string(desk.task()).unwrap();
    let edits = [
        ("noi_dung: \"Đã lập.\"", "noi_dung: \"Chưa lập.\""),
        ("trang_thai: dang_thuc_hien", "trang_thai: chua_bat_dau"),
        ("ngay: \"2026-05-20\"", "ngay: \"2026-05-21\""),
        ("co_quan_bao_cao: so-a", "co_quan_bao_cao: so-b"),
        ("so_hieu: \"1/BC-SA\"", "so_hieu: \"2/BC-SA\""),
        ("ten: \"Báo cáo\"", "ten: \"Tờ trình\""),
        ("chu_tri: [so-a]", "chu_tri: [so-b]"),
        ("nguyen_van: \"2024\"", "nguyen_van: \"2025\""),
        ("Lập sổ theo dõi bến đò", "Lập sổ theo dõi các bến đò"),
    ];
    for (from, to) in edits {
        assert!(task.contains(from), "{from} in {task}");
        fs::write(desk.task(), task.replacen(from, to, 1)).unwrap();
        let told = [desk.run(&["diff", "--nhap"]).stderr, desk.run(&["release"]).stderr].concat();
        let told = String::from_utf8(told).unwrap();
        assert!(told.contains("CK270"), "{from} → {to} went through: {told}");
    }
    fs::write(desk.task(), task).unwrap();
    desk.done(&["release"]);
    assert!(!desk.at("output/phat-hanh/2").exists(), "nothing changed, and nothing is released");
}

#[test]
fn an_unrelated_correction_explains_nothing() {
    let desk = Desk::released();
    desk.edit(&desk.task(), "Đã lập.", "Đã lập xong.");
    let correct = |before: &str, after: &str, target: &str| {
        let (before, after) = (format!("truoc={before}"), format!("sau={after}"));
        let target = format!("dich={target}");
        desk.done(&[
            "new",
            "correction",
            PLAN,
            "loai=trang_thong_tin",
            "ngay=2026-06-30",
            &target,
            &before,
            &after,
            "ly_do=Viết thiếu.",
            "nguon=tu_phat_hien",
        ]);
    };
    correct("Đã lập.", "Đã lập rồi.", "nhiem-vu/1.1");
    correct("Sắp lập.", "Đã lập xong.", "nhiem-vu/1.1");
    assert!(desk.ends(&["release"], 1).contains("CK270"));
    // Step by step it leads there, from words to words.
    correct("Đã lập rồi.", "Đã lập xong.", "nhiem-vu/1.1");
    desk.done(&["release"]);
}

#[test]
fn additions_need_no_word_but_none_is_dated_back() {
    let desk = Desk::released();
    desk.event("2026-06-30", "Đã họp.");
    desk.done(&["release"]);
    desk.event("2026-06-29", "Đã họp từ trước.");
    let told = desk.ends(&["release"], 1);
    assert!(told.contains("CK271") && told.contains("2026-06-29"), "{told}");
    desk.edit(&desk.task(), "\"2026-06-29\"", "\"2026-06-30\"");
    desk.done(&["release"]);
    desk.as_of("2026-06-29");
    assert!(desk.ends(&["release"], 1).contains("CK271"));
}

#[test]
fn what_days_bring_is_told_as_brought_by_days() {
    let desk = Desk::released();
    desk.as_of("2027-06-30");
    let told = desk.done(&["diff", "--nhap"]);
    assert!(!told.contains("cách tính"), "{told}");
    desk.done(&["release"]);
    desk.edit(&desk.at("content/trang.yml"), "vai_tro:", "nguong: { tin_cu: \"30\" }\nvai_tro:");
    let told = desk.done(&["diff", "--nhap"]);
    assert!(told.contains("do đổi cách tính"), "{told}");
    desk.done(&["release"]);
    let json = fs::read_to_string(desk.at("output/phat-hanh/3/thay-doi.json")).unwrap();
    assert!(json.contains("\"vi\":\"cach_tinh\"") && !json.contains("bien_tap"), "{json}");
}

#[test]
fn a_task_that_is_withheld_later_says_so_and_leaves_no_word() {
    let desk = Desk::released();
    fs::copy(desk.at("output/phat-hanh/checkpoint"), desk.at("luu")).unwrap();
    let text = fs::read_to_string(desk.task()).unwrap();
    let at = text.find("dien_bien:").unwrap();
    let end = at + text[at..].find("\n---").unwrap();
    let reason = "han_che:\n  ly_do: \"Bí mật công tác.\"";
    fs::write(desk.task(), format!("{}{reason}{}", &text[..at], &text[end..])).unwrap();
    let told = desk.done(&["release"]);
    assert!(told.contains("bản số 2"), "{told}");
    for (path, bytes) in desk.published() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Đã lập."), "{} still tells it", path.display());
    }
    let manifest = fs::read_to_string(desk.at("output/phat-hanh/2/manifest.json")).unwrap();
    assert!(manifest.contains("Bí mật công tác."));
    assert!(desk.done(&["verify", "output", "--da-luu", "luu"]).contains("còn nguyên, thêm 1 bản"));
}

#[test]
fn a_fresh_checkout_begins_no_second_history() {
    let desk = Desk::released();
    fs::rename(desk.at("output"), desk.at("noi-dang")).unwrap();
    desk.event("2026-06-30", "Đã họp.");
    let told = desk.ends(&["release"], 1);
    assert!(told.contains("--truoc"), "{told}");
    desk.ends(&["release", "--lan-dau"], 2);
    assert!(!desk.at("output").exists());
    desk.ends(&["release", "--truoc", "khong-co"], 1);
    let told = desk.done(&["release", "--truoc", "noi-dang"]);
    assert!(told.contains("bản số 2"), "{told}");
    fs::copy(desk.at("noi-dang/phat-hanh/checkpoint"), desk.at("luu")).unwrap();
    desk.done(&["verify", "output", "--da-luu", "luu"]);
    // The older folder is behind what is published now.
    fs::copy(desk.at("output/phat-hanh/checkpoint"), desk.at("luu-2")).unwrap();
    assert!(desk.ends(&["verify", "noi-dang", "--da-luu", "luu-2"], 1).contains("ít hơn 2 bản"));
}

#[test]
fn an_altered_ledger_is_not_gone_on_from() {
    let desk = Desk::released();
    desk.event("2026-06-30", "Đã họp.");
    let facts = desk.at("output/phat-hanh/1/su-kien.jsonl");
    let text = fs::read_to_string(&facts).unwrap();
    fs::write(&facts, text.replace("Đã lập.", "Chưa lập.")).unwrap();
    let before = desk.published();
    assert!(desk.ends(&["release"], 1).contains("không còn như đã ký"));
    fs::remove_file(&facts).unwrap();
    assert!(desk.ends(&["release"], 1).contains("Thiếu tệp"));
    fs::write(&facts, &before[Path::new("phat-hanh/1/su-kien.jsonl")]).unwrap();
    assert!(desk.published() == before);
    fs::write(&facts, text).unwrap();
    desk.done(&["release"]);
}

#[test]
fn a_build_does_not_lose_a_ledger() {
    let desk = Desk::released();
    let before = desk.published();
    assert!(desk.ends(&["build"], 2).contains("sổ công bố"));
    assert!(desk.published() == before);
    desk.done(&["build", "--output", "thu"]);
}

#[test]
fn sums_and_signature_are_checked_by_common_tools() {
    let desk = Desk::released();
    desk.shell("cd output && sha256sum -c --quiet phat-hanh/1/SHA256SUMS");
    // As the page of the ledger tells it.
    let page = fs::read_to_string(desk.at("output/phat-hanh/index.html")).unwrap();
    let commands = page.split("<pre>").last().unwrap().split("</pre>").next().unwrap();
    let commands = commands.replace("&gt;", ">");
    assert!(commands.contains("openssl pkeyutl"), "{commands}");
    if Command::new("openssl").arg("version").output().is_ok() {
        let told = desk.shell(&format!("cd output && set -e\n{commands}"));
        assert!(told.contains("Signature Verified Successfully"), "{told}");
        let altered = "cd output && echo them >> goc.txt && ! openssl pkeyutl -verify -pubin -inkey \
                       phat-hanh/khoa.pem -rawin -in goc.txt -sigfile chu-ky.bin";
        desk.shell(altered);
    }
}

#[test]
fn a_key_is_its_owners_and_nobody_elses() {
    let desk = Desk::new();
    for place in ["content/k.pem", "output/k.pem"] {
        fs::create_dir_all(desk.at("output")).unwrap();
        desk.ends(&["key", "new", place, "--ten", NAME], 2);
        assert!(!desk.at(place).exists());
    }
    desk.ends(&["key", "new", "khoa.pem", "--ten", NAME], 3);
    let pem = fs::read_to_string(desk.at("khoa.pem")).unwrap();
    let secret = pem.lines().nth(1).unwrap();
    for told in [
        desk.done(&["key", "show", "khoa.pem", "--ten", NAME]),
        desk.done(&["release", "--lan-dau", "--ten", NAME]),
    ] {
        assert!(!told.contains(secret), "{told}");
    }
    for (path, bytes) in desk.published() {
        assert!(!String::from_utf8_lossy(&bytes).contains(secret), "{}", path.display());
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &str| fs::metadata(desk.at(path)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode("khoa.pem"), 0o600);
        fs::set_permissions(desk.at("khoa.pem"), fs::Permissions::from_mode(0o644)).unwrap();
        assert!(desk.ends(&["release"], 3).contains("chmod 600"));
    }
}

#[test]
fn a_key_under_a_passphrase_opens_with_it_only() {
    let desk = Desk::new();
    fs::write(desk.at("mat-khau"), "một câu dài\n").unwrap();
    desk.done(&["key", "new", "kin.pem", "--ten", NAME, "--mat-khau", "mat-khau"]);
    let first = ["release", "--lan-dau", "--ten", NAME, "--khoa", "kin.pem"];
    assert!(desk.ends(&first, 3).contains("mật khẩu"));
    fs::write(desk.at("sai"), "một câu khác\n").unwrap();
    desk.ends(&[&first[..], &["--mat-khau", "sai"]].concat(), 3);
    desk.done(&[&first[..], &["--mat-khau", "mat-khau"]].concat());
    desk.done(&["verify", "output"]);
}

#[test]
fn keys_are_rotated_and_the_site_names_the_new_one() {
    let desk = Desk::released();
    fs::copy(desk.at("output/phat-hanh/checkpoint"), desk.at("luu")).unwrap();
    let told = desk.done(&["key", "rotate", "khoa.pem", "moi.pem"]);
    let line = told.lines().find(|line| line.starts_with("congkhai release")).unwrap();
    assert!(desk.ends(&["release", "--khoa", "moi.pem"], 1).contains("--khoa-cu"));
    desk.shell(line);
    desk.done(&["verify", "output", "--da-luu", "luu"]);
    assert!(desk.ends(&["release"], 1).contains("không phải khóa đang ký"));
    desk.event("2026-06-30", "Đã họp.");
    desk.done(&["release", "--khoa", "moi.pem"]);
    desk.done(&["verify", "output", "--da-luu", "luu"]);
}

#[test]
fn a_release_is_built_again_byte_for_byte_or_told_what_differs() {
    let desk = Desk::released();
    copy(&desk.at("content"), &desk.at("khi-ay"));
    desk.event("2026-06-30", "Đã họp.");
    desk.done(&["release"]);
    let again = ["restore", "1", "--to", "lai", "--content", "khi-ay"];
    assert!(desk.done(&again).contains("đúng từng byte"));
    assert!(!desk.at("lai/phat-hanh").exists(), "no second ledger");
    let told = desk.ends(&["restore", "1", "--to", "lai-2"], 1);
    assert!(told.contains("khác: ke-hoach/"), "{told}");
    desk.ends(&["restore", "9", "--to", "lai-3"], 2);
}

#[test]
fn two_releases_at_once_are_one_release() {
    let desk = Desk::released();
    desk.event("2026-06-30", "Đã họp.");
    let children: Vec<_> = (0..2)
        .map(|_| desk.command(&["release", "--quiet"]).stderr(Stdio::null()).spawn().unwrap())
        .collect();
    let codes: Vec<_> = children.into_iter().map(|mut it| it.wait().unwrap().code()).collect();
    assert!(codes.contains(&Some(0)), "{codes:?}");
    assert!(desk.done(&["verify", "output"]).contains("2 bản"));
}

#[test]
fn a_killed_release_leaves_the_old_ledger_or_the_new_one() {
    let desk = Desk::released();
    desk.event("2026-06-30", "Đã họp.");
    let old = desk.published();
    copy(&desk.at("content"), &desk.at("noi-dung"));
    let staged = desk.at(".output.congkhai-moi");
    let mut killed = 0;
    for files in [0, 1, 20, 60, 120, 140] {
        let mut child = desk.command(&["release"]);
        let mut child = child.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let count = || walkdir::WalkDir::new(&staged).into_iter().filter_map(Result::ok).count();
        while count() < files && child.try_wait().unwrap().is_none() {}
        child.kill().unwrap_or_default();
        killed += usize::from(child.wait().unwrap().code().is_none());
        let found = desk.published();
        let is_new = found.contains_key(Path::new("phat-hanh/2/manifest.json"));
        assert!(is_new || found == old, "killed at {files} files");
        desk.done(&["verify", "output"]);
        if is_new {
            break;
        }
    }
    assert!(killed > 0, "every release ended before it was killed");
    desk.done(&["release"]);
    assert!(desk.done(&["verify", "output"]).contains("2 bản"));
}

#[test]
fn a_published_address_leads_on_or_says_why_not() {
    let desk = Desk::released();
    fs::write(
        desk.at("content/trang/them.md"),
        "---\ntieu_de: \"Thêm\"\nmo_ta: \"Một trang.\"\n---\nLời.\n",
    )
    .unwrap();
    desk.done(&["release"]);
    assert!(desk.at("output/them.html").exists());
    fs::remove_file(desk.at("content/trang/them.md")).unwrap();
    let before = desk.published();
    let told = desk.ends(&["release"], 1);
    assert!(told.contains("CK272") && told.contains("them.html"), "{told}");
    assert!(desk.published() == before);
    let site = desk.at("content/trang.yml");
    let text = fs::read_to_string(&site).unwrap();
    for (fate, words) in [
        ("ly_do: \"Trùng với trang khác.\"", "Trùng với trang khác."),
        ("den: \"index.html\"", "Xem trang thay thế"),
    ] {
        fs::write(&site, format!("{text}dia_chi_cu:\n  - tu: them.html\n    {fate}\n")).unwrap();
        desk.done(&["release"]);
        let page = fs::read_to_string(desk.at("output/them.html")).unwrap();
        assert!(page.contains(words), "{page}");
    }
    desk.done(&["verify", "output"]);
    fs::write(
        &site,
        format!("{text}dia_chi_cu:\n  - tu: ../../them.html\n    ly_do: \"Lý do.\"\n"),
    )
    .unwrap();
    assert!(desk.ends(&["release"], 1).contains("CK159"));
}

/// Serves a folder on a port of this machine; of a path that `lie` answers, what it says.
#[track_caller]
fn serve(root: PathBuf, lie: fn(&str) -> Option<Vec<u8>>) -> String {
    use std::io::{BufRead, BufReader, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/tien-do/", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let root = root.clone();
            std::thread::spawn(move || {
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                let Some(Ok(first)) = lines.next() else { return };
                while lines.next().is_some_and(|line| line.is_ok_and(|line| !line.is_empty())) {}
                let path = first.split(' ').nth(1).unwrap().to_owned();
                let path = path.strip_prefix("/tien-do/").unwrap_or("khong");
                let answer = lie(path).unwrap_or_else(|| match fs::read(root.join(path)) {
                    Ok(bytes) => {
                        let head = format!(
                            "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                            bytes.len()
                        );
                        [head.into_bytes(), bytes].concat()
                    }
                    Err(_) => {
                        b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .to_vec()
                    }
                });
                let _ = stream.write_all(&answer);
            });
        }
    });
    address
}

#[test]
fn a_site_on_the_web_is_verified_and_gone_on_from() {
    let desk = Desk::released();
    let address = serve(desk.at("output"), |_| None);
    let told = desk.done(&["verify", &address]);
    assert!(told.contains("1 bản") && told.contains("tệp lạ"), "{told}");
    desk.event("2026-06-30", "Đã họp.");
    assert!(desk.done(&["release", "--output", "moi", "--truoc", &address]).contains("bản số 2"));
    desk.done(&["verify", "moi"]);
}

#[test]
fn the_example_workflows_go_on_from_what_is_published() {
    let workflow =
        |name: &str| fs::read_to_string(root().join("docs/vi-du-ci").join(name)).unwrap();
    for (name, output) in [("github.yml", "output"), ("gitlab.yml", "public")] {
        let desk = Desk::released();
        fs::rename(desk.at("output"), desk.at("noi-dang")).unwrap();
        desk.event("2026-06-30", "Đã họp.");
        fs::create_dir(desk.at("kho")).unwrap();
        fs::rename(desk.at("content"), desk.at("kho/content")).unwrap();
        let text = workflow(name);
        let line = text.lines().find(|line| line.contains("congkhai release")).unwrap();
        let line = line.trim().trim_start_matches("- ");
        // A fresh checkout has no ledger, and begins none.
        let day = "cd kho && date() { echo 2026-06-30; }";
        assert!(
            desk.shell(&format!("{day}; ! {} 2>&1", line.replace("--truoc \"$DIA_CHI\"", "")))
                .contains("--truoc")
        );
        let address = serve(desk.at("noi-dang"), |_| None);
        desk.shell(&format!("{day}; DIA_CHI={address}; {line}"));
        let told = desk.done(&["verify", &format!("kho/{output}")]);
        assert!(told.contains("2 bản"), "{told}");
    }
}

#[test]
fn a_hostile_server_is_told_of_and_never_followed() {
    let desk = Desk::released();
    let elsewhere = serve(desk.at("output"), |path| {
        (path == "index.html").then(|| {
            b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec()
        })
    });
    let told = desk.ends(&["verify", &elsewhere], 1);
    assert!(told.contains("chuyển hướng"), "{told}");
    let endless = serve(desk.at("output"), |path| {
        (path == "index.html").then(|| {
            let head = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_vec();
            [head, vec![b'x'; 10_000_000]].concat()
        })
    });
    let told = desk.ends(&["verify", &endless], 1);
    assert!(told.contains("Tệp khác với bản đã công bố: index.html"), "{told}");
    let nothing = serve(desk.at("output"), |_| {
        Some(b"HTTP/1.1 500 Loi\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec())
    });
    desk.ends(&["verify", &nothing], 1);
}

#[test]
fn a_time_stamp_is_asked_for_and_stored_with_the_checkpoint_that_it_speaks_of() {
    if Command::new("openssl").arg("version").output().is_err() {
        return;
    }
    let desk = Desk::released();
    desk.done(&["release", "--tsq", "hoi.tsq"]);
    fs::write(
        desk.at("tsa.cnf"),
        "[tsa]\ndefault_tsa=t\n[t]\nserial=./so\nsigner_digest=sha256\ndefault_policy=1.2.3.4\n\
         digests=sha256\ness_cert_id_alg=sha256\n",
    )
    .unwrap();
    fs::write(desk.at("so"), "01\n").unwrap();
    desk.shell(
        "openssl req -x509 -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.crt -days 2 -subj /CN=TSA \
         -addext extendedKeyUsage=critical,timeStamping 2>/dev/null && \
         openssl ts -reply -config tsa.cnf -queryfile hoi.tsq -signer tsa.crt -inkey tsa.key -out dap.tsr",
    );
    let told = desk.done(&["release", "--tsr", "dap.tsr"]);
    assert!(told.contains("bản số 1"), "{told}");
    desk.done(&["verify", "output"]);
    desk.shell(
        "openssl ts -verify -data output/phat-hanh/1/checkpoint -in output/phat-hanh/1/checkpoint.tsr \
         -CAfile tsa.crt",
    );
    desk.event("2026-06-30", "Đã họp.");
    desk.done(&["release"]);
    desk.done(&["verify", "output"]);
    let page = fs::read_to_string(desk.at("output/phat-hanh/index.html")).unwrap();
    assert!(page.contains("1/checkpoint.tsr"), "the stamp goes on with the ledger");
    assert!(desk.ends(&["release", "--tsr", "dap.tsr"], 1).contains("không phải dấu thời gian"));
    fs::write(desk.at("output/phat-hanh/1/checkpoint.tsr"), "khac").unwrap();
    assert!(desk.ends(&["verify", "output"], 1).contains("Dấu thời gian"));
}

#[test]
fn the_preview_shows_on_each_page_what_is_new_against_what_is_published() {
    use std::io::{Read, Write};
    let desk = Desk::released();
    desk.event("2026-06-30", "Đã họp.");
    let paper = desk.at("giay");
    let out = fs::File::create(&paper).unwrap();
    let mut preview = desk.command(&["serve", "--port", "0"]);
    let mut preview = preview.stderr(out.try_clone().unwrap()).stdout(out).spawn().unwrap();
    let port = loop {
        let text = fs::read_to_string(&paper).unwrap();
        let port = text.split("http://127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
        if let (Some(port), true) = (port, text.contains("Ctrl-C")) {
            break port.to_owned();
        }
        assert!(preview.try_wait().unwrap().is_none(), "{text}");
        std::thread::sleep(std::time::Duration::from_millis(50));
    };
    let get = |path: &str| {
        let mut stream = std::net::TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let changed = get(&format!("/ke-hoach/{PLAN}/nhiem-vu/1-1.html"));
    let same = get(&format!("/ke-hoach/{PLAN}/nhiem-vu/1-2.html"));
    preview.kill().unwrap();
    preview.wait().unwrap();
    let band = changed.split("Khác bản đã công bố").nth(1).expect("the band tells what is new");
    assert!(band.contains("diễn biến d2") && band.contains("Đã họp."), "{band}");
    assert!(!same.contains("Khác bản đã công bố"));
}

#[test]
fn the_shipped_site_is_released_twice_and_each_release_adds_little() {
    const MOST: u64 = 300_000;
    let desk = Desk::new();
    fs::remove_dir_all(desk.at("content")).unwrap();
    copy(&root().join("content"), &desk.at("content"));
    desk.done(&["release", "--quiet", "--lan-dau", "--ten", NAME]);
    desk.as_of("2026-12-24");
    desk.done(&["release", "--quiet"]);
    desk.done(&["verify", "output"]);
    for number in ["1", "2"] {
        let files = walkdir::WalkDir::new(desk.at("output/phat-hanh").join(number));
        let sizes = files.into_iter().map(|file| file.unwrap().metadata().unwrap());
        let size: u64 = sizes.filter(fs::Metadata::is_file).map(|it| it.len()).sum();
        assert!(size <= MOST, "release {number} has {size} bytes");
    }
}

#[test]
fn a_folder_without_ledger_is_no_proof_of_anything() {
    let desk = Desk::new();
    desk.done(&["build"]);
    desk.ends(&["verify", "output"], 1);
    desk.ends(&["verify", "khong-co"], 3);
    desk.ends(&["diff"], 1);
    desk.ends(&["release"], 2);
    desk.ends(&["verify", "output", "--khoa", "khong-phai-khoa"], 2);
}
