//! The preview over HTTP: what is served, what is refused, and what open tabs are told.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use congkhai::pipeline::{Request, RunError, Watch};
use congkhai::serve::{self, Build, News, Options, watch::Way};
use congkhai::source::SourceTree;
use congkhai::text::SiteAddress;
use serde_json::{Value, json};

use crate::support::{build_well, copy, interrupt, request, root};

/// Long enough for any machine; only a test that fails waits for it.
const LIMIT: Duration = Duration::from_secs(60);

const BAND: &str = "Bản xem thử, chưa công bố.";
const TASK: &str = "ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md";
const TASK_PAGE: &str = "ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.html";

/// A small site with a theme of its own.
fn scene() -> tempfile::TempDir {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&root().join("tests/problems/base/content"), &content);
    let settings = content.join("trang.yml");
    let text = fs::read_to_string(&settings).unwrap() + "giao_dien: rieng\n";
    fs::write(settings, text).unwrap();
    let theme = scene.path().join("themes/rieng");
    fs::create_dir_all(theme.join("assets/css")).unwrap();
    fs::write(theme.join("theme.yml"), "ten: rieng\ncha: mac-dinh\n").unwrap();
    fs::write(theme.join("assets/css/rieng.css"), "body { color: black }\n").unwrap();
    scene
}

/// A running preview.
struct Served {
    scene: tempfile::TempDir,
    address: String,
    built: Receiver<String>,
    stop: Arc<Watch>,
    thread: Option<JoinHandle<()>>,
}

impl Served {
    fn start() -> Self {
        Self::of(scene(), None)
    }

    fn of(scene: tempfile::TempDir, base_url: Option<&str>) -> Self {
        let content = scene.path().join("content");
        let request = Request {
            base_url: base_url.map(|text| SiteAddress::read(text).unwrap()),
            ..request(&content, None)
        };
        Self::with(scene, |watch| serve::builder(request, watch, None))
    }

    fn with<B>(scene: tempfile::TempDir, builder: impl FnOnce(Arc<Watch>) -> B) -> Self
    where
        B: FnMut(Option<SourceTree>) -> Result<Build, RunError> + Send + 'static,
    {
        let roots = request(&scene.path().join("content"), None).roots;
        let stop = Arc::new(Watch::default());
        let (ready, address) = mpsc::channel();
        let (told, built) = mpsc::channel();
        let tell = move |news: News<'_>| match news {
            News::Ready { address, .. } => drop(ready.send(address.to_owned())),
            News::Built { trouble, .. } => {
                let text = trouble.filter(|trouble| trouble.blocking).map(|it| it.text.clone());
                drop(told.send(text.unwrap_or_default()));
            }
            News::Polling(_) => {}
        };
        let build = builder(Arc::clone(&stop));
        let stopped = Arc::clone(&stop);
        let thread = thread::spawn(move || {
            let options = Options { roots, port: 0, way: Way::Events };
            serve::run(&options, &stopped, build, tell).unwrap();
        });
        let address = address.recv_timeout(LIMIT).expect("the first build ends");
        let served = Self { scene, address, built, stop, thread: Some(thread) };
        served.built.recv_timeout(LIMIT).expect("the first build is told");
        served
    }

    fn content(&self, path: &str) -> PathBuf {
        self.scene.path().join("content").join(path)
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let path = self.content(path);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{text}");
        fs::write(path, text.replace(from, to)).unwrap();
    }

    fn host(&self) -> &str {
        self.address.strip_prefix("http://").unwrap().split('/').next().unwrap()
    }

    /// Sends a whole request and gives the whole answer.
    fn raw(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(self.host()).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn ask(&self, method: &str, path: &str, more: &str) -> String {
        let host = self.host();
        self.raw(&format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n"
        ))
    }

    fn get(&self, path: &str) -> String {
        self.ask("GET", path, "")
    }

    /// The generation that a page bears.
    fn version(&self, path: &str) -> String {
        let page = self.get(path);
        page.split("data-ban=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    }

    /// What a tab hears that shows this page as it is now.
    fn tab(&self, path: &str) -> Tab {
        self.tab_of(&self.version(path), "")
    }

    fn tab_of(&self, version: &str, more: &str) -> Tab {
        let mut stream = TcpStream::connect(self.host()).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        // In this version of HTTP a stream comes as it is, without chunks.
        let host = self.host();
        write!(
            stream,
            "GET /__xem-thu/su-kien?tu={version} HTTP/1.0\r\nHost: {host}\r\n{more}\r\n"
        )
        .unwrap();
        Tab(BufReader::new(stream))
    }

    fn wait_for_build(&self) -> String {
        self.built.recv_timeout(LIMIT).expect("a change leads to a build")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.stop.interrupted.store(true, Ordering::Relaxed);
        let ended = self.thread.take().unwrap().join();
        if !thread::panicking() {
            ended.unwrap();
        }
    }
}

struct Tab(BufReader<TcpStream>);

impl Tab {
    /// The next event: its name and what it tells.
    fn next(&mut self) -> (String, Value) {
        let mut name = String::new();
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the stream ended");
            if let Some(event) = line.strip_prefix("event: ") {
                event.trim().clone_into(&mut name);
            } else if let Some(data) = line.strip_prefix("data: ") {
                return (name, serde_json::from_str(data).unwrap());
            }
        }
    }

    /// The next change.
    fn change(&mut self) -> Value {
        let (name, told) = self.next();
        assert_eq!(name, "doi");
        told
    }
}

fn pages(told: &Value) -> BTreeSet<String> {
    told["trang"].as_array().unwrap().iter().map(|page| page.as_str().unwrap().to_owned()).collect()
}

/// The pages that differ between two builds, each made for itself.
fn differing(content: &Path, edit: impl FnOnce()) -> BTreeSet<String> {
    let before = build_well(&request(content, None));
    edit();
    let after = build_well(&request(content, None));
    let paths = before.keys().chain(after.keys()).collect::<BTreeSet<_>>();
    let differs = |path: &&&_| before.get(**path) != after.get(**path);
    let names = paths.iter().filter(differs).map(|path| path.as_str().to_owned());
    names.filter(|name| name.ends_with(".html")).collect()
}

#[test]
fn pages_are_those_of_a_build_with_a_band() {
    let served = Served::start();
    let content = served.content("");
    let files =
        build_well(&request(Path::new(content.to_str().unwrap().trim_end_matches('/')), None));
    for (path, bytes) in files.iter().filter(|(path, _)| path.as_str().ends_with(".html")) {
        let built = String::from_utf8(bytes.clone()).unwrap();
        assert!(!built.contains("xem-thu") && !built.contains(BAND), "{path}");
        let answer = served.get(&format!("/{path}"));
        let body = answer.split_once("\r\n\r\n").unwrap().1;
        let (before, rest) =
            body.split_once("<link rel=\"stylesheet\" href=\"/__xem-thu/").unwrap();
        let (band, after) = rest.split_once("</script>").unwrap();
        assert!(band.contains(BAND), "{path}");
        assert_eq!(format!("{before}{after}"), built, "{path}");
    }
    for name in ["xem-thu.js", "xem-thu.css"] {
        assert!(served.get(&format!("/__xem-thu/{name}")).starts_with("HTTP/1.1 200"));
    }
}

#[test]
fn a_changed_task_is_told_to_the_tabs_that_show_it() {
    let served = Served::start();
    let twin = scene();
    let content = twin.path().join("content");
    let expected = differing(&content, || {
        let task = content.join(TASK);
        let text = fs::read_to_string(&task).unwrap().replace("so-b]", "so-b, so-c]");
        fs::write(task, text).unwrap();
    });
    assert!(expected.contains(TASK_PAGE) && !expected.contains("gioi-thieu.html"), "{expected:?}");
    let mut tab = served.tab(&format!("/{TASK_PAGE}"));
    served.edit(TASK, "so-b]", "so-b, so-c]");
    let told = tab.change();
    assert_eq!(pages(&told), expected);
    assert_eq!(told["kieu"], json!([]));
    let page = served.get(&format!("/{TASK_PAGE}"));
    assert!(page.contains("so-c.html"), "{page}");
}

#[test]
fn an_edit_undone_is_told_once_there_and_once_back_and_not_again() {
    let served = Served::start();
    let mut tab = served.tab("/");
    served.edit("trang/gioi-thieu.md", "không có thật", "tưởng tượng");
    assert_eq!(pages(&tab.change()), BTreeSet::from(["gioi-thieu.html".to_owned()]));
    // A file that changes no page leads to a build and to no event.
    served.wait_for_build();
    let version = served.version("/");
    served.edit("co-quan/so-c.yml", "id: so-c\n", "id: so-c # một lời ghi\n");
    served.wait_for_build();
    assert_eq!(served.version("/"), version);
    served.edit("trang/gioi-thieu.md", "tưởng tượng", "không có thật");
    assert_eq!(pages(&tab.change()), BTreeSet::from(["gioi-thieu.html".to_owned()]));
}

#[test]
fn a_style_sheet_is_swapped_and_no_page_is_loaded_again() {
    let served = Served::start();
    let mut tab = served.tab("/");
    let sheet = served.scene.path().join("themes/rieng/assets/css/rieng.css");
    fs::write(&sheet, "body { color: blue }\n").unwrap();
    let told = tab.change();
    assert_eq!((&told["trang"], &told["tep"]), (&json!([]), &json!([])));
    let pair = told["kieu"][0].as_array().unwrap();
    let (old, new) = (pair[0].as_str().unwrap(), pair[1].as_str().unwrap());
    assert!(old != new && [old, new].iter().all(|name| name.starts_with("tai-nguyen/rieng.")));
    assert!(served.get(&format!("/{new}")).contains("blue"));
    assert!(served.get("/").contains(new));
}

#[test]
fn a_problem_keeps_the_last_good_pages_and_goes_when_it_is_mended() {
    let served = Served::start();
    let mut tab = served.tab("/");
    let good = served.get(&format!("/{TASK_PAGE}"));
    served.edit(TASK, "[so-a]", "[so-<b>]");
    let told = tab.change();
    assert_eq!((&told["trang"], &told["loi"]), (&json!([]), &json!(true)));
    assert!(told["bang"].as_str().unwrap().starts_with("Có 1 lỗi"), "{told}");
    let page = served.get(&format!("/{TASK_PAGE}"));
    assert!(page.contains("class=\"loi\"") && page.contains("đang hiện bản tốt gần nhất"));
    let main = |page: &str| {
        page.split("<main").nth(1).unwrap().split("</main>").next().unwrap().to_owned()
    };
    assert_eq!(main(&page), main(&good));
    let problems = served.get("/__xem-thu/van-de");
    for part in
        ["Chưa dựng được trang", "CK110", "nhiem-vu/1-1.md:5:11", "cách sửa", "so-&lt;b&gt;"]
    {
        assert!(problems.contains(part), "no {part}: {problems}");
    }
    assert!(!problems.contains("so-<b>"));
    served.edit(TASK, "[so-<b>]", "[so-a]");
    let told = tab.change();
    assert_eq!(
        (&told["trang"], &told["loi"], &told["bang"]),
        (&json!([]), &json!(false), &json!(""))
    );
    assert!(!served.get("/").contains("class=\"loi\""));
    assert!(served.get("/__xem-thu/van-de").contains("Không còn vấn đề nào"));
}

#[test]
fn a_first_build_with_problems_shows_them_on_every_page() {
    let scene = scene();
    let settings = scene.path().join("content/trang.yml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("{text}sai: 1\n")).unwrap();
    let served = Served::of(scene, None);
    for path in ["/", &format!("/{TASK_PAGE}")] {
        let page = served.get(path);
        assert!(page.starts_with("HTTP/1.1 503"), "{page}");
        assert!(page.contains("CK151") && page.contains(BAND), "{page}");
    }
    let mut tab = served.tab("/");
    fs::write(&settings, text).unwrap();
    assert!(pages(&tab.change()).contains("index.html"));
    assert!(served.get("/").starts_with("HTTP/1.1 200"));
}

#[test]
fn content_that_went_away_is_a_problem_until_it_is_back() {
    let served = Served::start();
    let (there, away) = (served.content(""), served.scene.path().join("cat"));
    let there = PathBuf::from(there.to_str().unwrap().trim_end_matches('/'));
    let mut tab = served.tab("/");
    fs::rename(&there, &away).unwrap();
    assert_eq!(tab.change()["loi"], json!(true));
    assert!(served.get("/").starts_with("HTTP/1.1 200"));
    fs::rename(&away, &there).unwrap();
    assert_eq!(tab.change()["loi"], json!(false));
}

#[test]
fn a_build_that_panics_is_shown_and_survived() {
    let scene = scene();
    let request = request(&scene.path().join("content"), None);
    let introduction = request.roots.content.join("trang/gioi-thieu.md");
    let served = Served::with(scene, |watch| {
        let mut build = serve::builder(request, watch, None);
        move |tree| {
            let text = fs::read_to_string(&introduction).unwrap();
            assert!(!text.contains("hỏng"), "một lời hứa <không giữ>");
            build(tree)
        }
    });
    let mut tab = served.tab("/");
    served.edit("trang/gioi-thieu.md", "không có thật", "hỏng");
    assert_eq!(tab.change()["loi"], json!(true));
    let problems = served.get("/__xem-thu/van-de");
    assert!(problems.contains("một lời hứa &lt;không giữ&gt;"), "{problems}");
    assert!(served.get("/gioi-thieu.html").contains("không có thật"));
    served.edit("trang/gioi-thieu.md", "hỏng", "tưởng tượng");
    let told = tab.change();
    assert_eq!(told["loi"], json!(false));
    assert_eq!(pages(&told), BTreeSet::from(["gioi-thieu.html".to_owned()]));
}

#[test]
fn a_tab_that_was_asleep_hears_what_it_missed() {
    let served = Served::start();
    let version = served.version("/");
    let mut awake = served.tab("/");
    served.edit("trang/gioi-thieu.md", "không có thật", "tưởng tượng");
    awake.change();
    let expected = BTreeSet::from(["gioi-thieu.html".to_owned()]);
    assert_eq!(pages(&served.tab_of(&version, "").change()), expected);
    // The browser's own word is newer than the page's.
    let newest = served.version("/");
    let mut tab = served.tab_of(&version, &format!("Last-Event-ID: {newest}\r\n"));
    served.edit(TASK, "so-b]", "so-b, so-c]");
    assert!(!pages(&tab.change()).contains("gioi-thieu.html"));
    assert_eq!(served.tab_of("0123456789abcdef.1", "").next().0, "tai-lai");
}

#[test]
fn only_this_machine_is_answered() {
    let served = Served::start();
    let port = served.host().split_once(':').unwrap().1;
    let ask = |host: &str| {
        let line = if host.is_empty() { String::new() } else { format!("Host: {host}\r\n") };
        let answer = served.raw(&format!("GET / HTTP/1.1\r\n{line}Connection: close\r\n\r\n"));
        answer.split(' ').nth(1).unwrap().to_owned()
    };
    for host in ["127.0.0.1", "localhost", &format!("localhost:{port}"), "LOCALHOST"] {
        assert_eq!(ask(host), "200", "{host}");
    }
    for host in [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil:80",
        "127.0.0.1@evil",
        "",
        "0.0.0.0",
    ] {
        assert_eq!(ask(host), "421", "{host}");
    }
    let absolute =
        "GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
    assert!(served.raw(absolute).starts_with("HTTP/1.1 421"));
    for path in ["/", "/__xem-thu/su-kien", "/__xem-thu/van-de"] {
        let host = "GET {} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
        assert!(served.raw(&host.replace("{}", path)).starts_with("HTTP/1.1 421"));
    }
    let answer = served.ask("GET", "/", "Origin: http://evil.example\r\n").to_lowercase();
    assert!(!answer.contains("access-control"), "{answer}");
}

#[test]
fn no_path_leads_out_of_the_site() {
    let served = Served::start();
    fs::write(served.scene.path().join("bi-mat.txt"), "bí mật").unwrap();
    for path in [
        "/../bi-mat.txt",
        "/%2e%2e/bi-mat.txt",
        "/..%2fbi-mat.txt",
        "/%2e%2e%5cbi-mat.txt",
        "/ke-hoach/../../bi-mat.txt",
        "//bi-mat.txt",
        "/content/trang.yml",
        "/%00",
        "/%ff",
        "/__xem-thu/../../bi-mat.txt",
        "/C:/bi-mat.txt",
        "//evil.example/..",
        "//ke-hoach",
    ] {
        let answer = served.get(path);
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        assert!(!answer.contains("bí mật"), "{path}");
    }
}

#[test]
fn answers_are_those_of_a_good_server() {
    let served = Served::start();
    let folder = served.get("/ke-hoach");
    assert!(folder.starts_with("HTTP/1.1 307") && folder.contains("location: /ke-hoach/\r\n"));
    assert!(served.get("/ke-hoach/").starts_with("HTTP/1.1 200"));
    let missing = served.get("/khong-co.html");
    assert!(
        missing.starts_with("HTTP/1.1 404") && missing.contains("Địa chỉ này không có trên trang")
    );
    assert!(missing.contains("data-trang=\"404.html|khong-co.html\""));
    assert!(served.ask("POST", "/", "Content-Length: 0\r\n").starts_with("HTTP/1.1 405"));
    let length = |answer: &str| {
        answer.split("content-length: ").nth(1).unwrap().split('\r').next().unwrap().to_owned()
    };
    let head = served.ask("HEAD", "/", "");
    assert!(head.starts_with("HTTP/1.1 200") && head.ends_with("\r\n\r\n"), "{head}");
    assert_eq!(length(&head), length(&served.get("/")));
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/cap-nhat.xml", "application/xml; charset=utf-8"),
        ("/du-lieu/nhiem-vu.csv", "text/csv; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
    ] {
        let answer = served.get(path);
        assert!(answer.contains(&format!("content-type: {kind}\r\n")), "{path}: {answer}");
        assert!(answer.contains("cache-control: no-store\r\n"));
    }
    let part = |range: &str| served.ask("GET", "/robots.txt", &format!("Range: {range}\r\n"));
    let whole = served.get("/robots.txt");
    let whole = whole.split_once("\r\n\r\n").unwrap().1;
    let first = part("bytes=0-3");
    assert!(first.starts_with("HTTP/1.1 206"), "{first}");
    assert!(first.contains(&format!("content-range: bytes 0-3/{}\r\n", whole.len())));
    assert!(first.ends_with(&format!("\r\n\r\n{}", &whole[..4])));
    assert!(part("bytes=-2").ends_with(&format!("\r\n\r\n{}", &whole[whole.len() - 2..])));
    assert!(part("bytes=999999-").starts_with("HTTP/1.1 416"));
    assert!(part("lines=1-2").starts_with("HTTP/1.1 200"));
}

#[test]
fn a_site_below_a_path_is_served_below_it() {
    let served = Served::of(scene(), Some("https://lam-giang.example/tien-do"));
    assert!(served.address.ends_with("/tien-do/"), "{}", served.address);
    assert!(served.get("/").contains("location: /tien-do/\r\n"));
    assert!(served.get("/tien-do").contains("location: /tien-do/\r\n"));
    assert!(served.get("/tien-do/").starts_with("HTTP/1.1 200"));
    assert!(served.get("/tien-do/ke-hoach").contains("location: /tien-do/ke-hoach/\r\n"));
    let missing = served.get("/ke-hoach/");
    assert!(missing.starts_with("HTTP/1.1 404") && missing.contains("/tien-do/"), "{missing}");
}

#[test]
fn a_port_in_use_is_a_fault_of_the_machine() {
    let served = Served::start();
    let port = served.host().split_once(':').unwrap().1;
    let run = program(served.scene.path()).args(["--port", port]).output().unwrap();
    assert_eq!(run.status.code(), Some(3));
    let told = String::from_utf8(run.stderr).unwrap();
    assert!(told.contains("đang có chương trình khác dùng"), "{told}");
}

fn program(scene: &Path) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("congkhai"));
    command.arg("serve").current_dir(scene);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[cfg(unix)]
#[test]
fn the_program_says_where_it_serves_writes_nothing_and_ends_with_ctrl_c() {
    let scene = scene();
    let mut child = program(scene.path())
        .args(["--port", "0", "--poll", "--as-of", "2026-05-31"])
        .spawn()
        .unwrap();
    let mut told = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let line = told.find(|line| line.starts_with("Bản xem thử, chưa công bố: http://127.0.0.1:"));
    assert!(line.is_some());
    let next = told.next().unwrap();
    assert_eq!(
        next,
        "Số liệu đến ngày 31/05/2026. Sửa rồi lưu tệp, trang tự cập nhật. Dừng: Ctrl-C."
    );
    // A tab that stays open keeps nothing alive.
    let host = line.unwrap();
    let host = host.split("http://").nth(1).unwrap().trim_end_matches('/').to_owned();
    let mut tab = TcpStream::connect(&host).unwrap();
    write!(tab, "GET /__xem-thu/su-kien HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
    tab.set_read_timeout(Some(LIMIT)).unwrap();
    assert!(tab.read(&mut [0; 64]).unwrap() > 0);
    interrupt(&child);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let mut errors = String::new();
    child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    assert!(errors.contains("Theo yêu cầu, công cụ tự xem lại các tệp mỗi giây."), "{errors}");
    let mut left: Vec<_> =
        fs::read_dir(scene.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["content", "themes"]);
}

/// No file changes when the machine has again what it refused: the build is tried anew by itself.
#[test]
fn a_build_that_the_machine_refused_is_tried_again() {
    use congkhai::source::LoadError;

    let served = Served::with(scene(), |watch| {
        let scene = root().join("tests/problems/base/content");
        let mut build = serve::builder(request(&scene, None), watch, None);
        let mut refusals = 3;
        move |tree| {
            if refusals > 0 {
                refusals -= 1;
                let path = PathBuf::from("content");
                return Err(RunError::Load(LoadError {
                    path,
                    source: std::io::Error::from_raw_os_error(24),
                }));
            }
            build(tree)
        }
    });
    assert!(served.get("/").starts_with("HTTP/1.1 503"));
    // What was told already is not told again.
    assert_eq!(served.wait_for_build(), "");
    assert!(served.get("/").starts_with("HTTP/1.1 200"));
}

/// Connections that get nowhere leave the build what it needs, and others are served once they are gone.
#[cfg(unix)]
#[test]
fn few_descriptors_are_enough() {
    let scene = scene();
    for limit in [24, 64] {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("ulimit -n {limit} && exec \"$0\" serve --port 0 --poll")]);
        shell.arg(assert_cmd::cargo::cargo_bin("congkhai")).current_dir(scene.path());
        let mut child = shell
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut told = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let line = told.find(|line| line.contains("http://127.0.0.1:")).unwrap();
        let host = line.split("http://").nth(1).unwrap().trim_end_matches('/').to_owned();
        let held: Vec<_> = (0..limit * 2)
            .map(|_| {
                let mut stream = TcpStream::connect(&host).unwrap();
                stream.write_all(b"GET / HTTP/1.1\r\nHost: lo").unwrap();
                stream
            })
            .collect();
        let page = scene.path().join("content/trang/gioi-thieu.md");
        let words = format!("Thêm lần {limit}.");
        fs::write(&page, fs::read_to_string(&page).unwrap() + "\n" + &words + "\n").unwrap();
        let built = told.find(|line| line.contains("gioi-thieu.md")).unwrap();
        assert!(built.contains("đã dựng lại"), "{limit}: {built}");
        drop(held);
        let mut stream = TcpStream::connect(&host).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        write!(
            stream,
            "GET /gioi-thieu.html HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        assert!(String::from_utf8_lossy(&answer).contains(&words), "{limit}");
        interrupt(&child);
        assert_eq!(child.wait().unwrap().code(), Some(0), "{limit}");
    }
}
