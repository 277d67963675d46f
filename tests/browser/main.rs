//! The browser suite: the built sites in a real Chromium, one trial a spec.
//!
//! The specs are scripts (`specs/`), driven by Playwright: it waits for pages, finds elements as a screen
//! reader names them, emulates dark schemes, forced colours, paper and readers without scripts, and keeps
//! browser drivers out of Cargo. Where Chromium, Node.js or the packages are missing the trials are
//! reported as ignored, with the command that installs them; with `CONGKHAI_BROWSER=required` that is a
//! failure.

#![expect(
    clippy::disallowed_methods,
    reason = "tests set scenes on the disk and read the environment"
)]
#![expect(clippy::unwrap_used, reason = "a test that cannot set its scene has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, LazyLock};

use congkhai::paths::PagePath;
use congkhai::search::{EntryKind, SearchEntry, SearchIndex, Synonyms, Target};
use congkhai::vocabulary::standings::Tone;
use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::json;

/// The one command that installs what the suite needs.
const INSTALL: &str = "bash tests/browser/cai-dat.sh";

/// How many tasks the large index has.
const LARGE: usize = 10_000;

fn main() {
    let arguments = Arguments::from_args();
    let missing = missing();
    let required = std::env::var("CONGKHAI_BROWSER").is_ok_and(|word| word == "required");
    if let Some(missing) = missing {
        eprintln!("browser suite: {missing} is missing; install all that it needs with: {INSTALL}");
    }
    // Set when the first spec runs: a run of other tests only names the specs.
    let scene = Arc::new(LazyLock::new(Scene::set));
    let trials = specs().into_iter().map(|spec| {
        let scene = Arc::clone(&scene);
        let ignored = missing.is_some() && !required;
        Trial::test(format!("browser::{spec}"), move || match missing {
            None => scene.run(&spec),
            Some(missing) => Err(format!("{missing} is missing: {INSTALL}").into()),
        })
        .with_ignored_flag(ignored)
    });
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    // Leaving the process would leave the scene's folder behind.
    drop(scene);
    conclusion.exit();
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What the suite needs and this machine lacks.
fn missing() -> Option<&'static str> {
    let runs = |program: &str, argument: &str| {
        Command::new(program).arg(argument).output().is_ok_and(|output| output.status.success())
    };
    if !runs("node", "--version") {
        return Some("node");
    }
    if !Path::new("/usr/bin/chromium").exists() {
        return Some("chromium");
    }
    if !runs("java", "-version") {
        return Some("java");
    }
    let packages = root().join("tests/browser/node_modules/playwright-core");
    (!packages.exists()).then_some("tests/browser/node_modules")
}

/// The names of the specs, which are those of their files; what measures speed is run by hand.
fn specs() -> Vec<String> {
    let files = fs::read_dir(root().join("tests/browser/specs")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> =
        names.filter_map(|name| Some(name.strip_suffix(".mjs")?.to_owned())).collect();
    names.retain(|name| name != "vitals");
    names.sort();
    names
}

/// The sites that the specs look at.
struct Scene {
    folder: tempfile::TempDir,
}

impl Scene {
    fn set() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        build("content", &at("thanh-hoa"), "https://thanh-hoa.example/");
        build("content", &at("thanh-hoa-tien-do"), "https://thanh-hoa.example/tien-do/");
        released(&at("lam-giang"), &at("lam-giang-so"));
        with_theme("song-lam", &at("song-lam"), &at("song-lam-noi-dung"));
        large(&at("thanh-hoa"), &at("lon"));
        let site = |name: &str, base: &str| json!({"name": name, "root": at(name), "base": base});
        let sites = json!({
            "sites": [
                site("thanh-hoa", "/"),
                site("lam-giang", "/"),
                site("thanh-hoa-tien-do", "/tien-do/"),
                site("song-lam", "/song-lam/"),
            ],
            "large": at("lon"),
            "program": env!("CARGO_BIN_EXE_congkhai"),
        });
        fs::write(at("sites.json"), sites.to_string()).unwrap();
        Self { folder }
    }

    fn run(&self, spec: &str) -> Result<(), Failed> {
        let output = Command::new("node")
            .arg(root().join("tests/browser/run.mjs"))
            .arg(spec)
            .arg(self.folder.path().join("sites.json"))
            .output()
            .map_err(|error| format!("node: {error}"))?;
        let told = String::from_utf8_lossy(&output.stdout);
        if output.status.success() {
            println!("{told}");
            return Ok(());
        }
        Err(format!("{told}{}", String::from_utf8_lossy(&output.stderr)).into())
    }
}

/// Builds a site into `output` for the address at which it is looked at: 404.html alone knows its path.
fn build(content: &str, output: &Path, address: &str) {
    build_with(content, output, address, &[]);
}

/// The same, with other arguments.
fn build_with(content: &str, output: &Path, address: &str, arguments: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_congkhai"));
    command.current_dir(root()).args(["build", "--quiet", "--content", content, "--output"]);
    command.arg(output).args(["--base-url", address]).args(arguments);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Releases the fictional site twice, so that it has the pages of a ledger.
fn released(output: &Path, scene: &Path) {
    let content = scene.join("content");
    copy_folder(&root().join("tests/sites/lam-giang/content"), &content);
    let key = scene.join("khoa.pem");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_congkhai"));
        command.current_dir(root()).args(arguments).arg("--quiet").env("CONGKHAI_KHOA", &key);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    run(&["key", "new", key.to_str().unwrap(), "--ten", "lam-giang.example"]);
    let folders = ["--content", content.to_str().unwrap(), "--output", output.to_str().unwrap()];
    let address = ["--base-url", "https://lam-giang.example/"];
    let release = [&["release"], &folders[..], &address].concat();
    run(&[&release[..], &["--lan-dau", "--ten", "lam-giang.example", "--as-of", "2026-05-31"]]
        .concat());
    run(&release);
}

/// Builds the fictional site in the theme of a province, for a path of its own.
fn with_theme(theme: &str, output: &Path, scene: &Path) {
    let copied = copy_folder(&root().join("tests/sites/lam-giang/content"), scene);
    assert!(copied > 0, "the fictional site has files");
    let settings = scene.join("trang.yml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("giao_dien: mac-dinh", &format!("giao_dien: {theme}")))
        .unwrap();
    let content = scene.display().to_string();
    let address = format!("https://lam-giang.example/{theme}/");
    build_with(&content, output, &address, &["--themes", "tests/themes"]);
}

/// Copies a folder with all that is in it; how many files.
fn copy_folder(from: &Path, to: &Path) -> usize {
    fs::create_dir_all(to).unwrap();
    let entries = fs::read_dir(from).unwrap().map(Result::unwrap);
    let copy = |entry: fs::DirEntry| {
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy_folder(&entry.path(), &target),
            false => fs::copy(entry.path(), target).map(|_| 1).unwrap(),
        }
    };
    entries.map(copy).sum()
}

/// The search page of `small` over an index of many tasks, their words drawn from the plan's own.
fn large(small: &Path, output: &Path) {
    let source = root().join("content/ke-hoach/111-kh-ubnd-2015/nguon.txt");
    let source = fs::read_to_string(source).unwrap();
    let words: Vec<&str> = source.split_whitespace().collect();
    let mut chance: usize = 1;
    let mut draw = |below: usize| {
        chance =
            chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) % below
    };
    let mut entries = Vec::new();
    for number in 0..LARGE {
        // Runs of three words keep what stands together together.
        let text: Vec<&str> = (0..12)
            .flat_map(|_| {
                let at = draw(words.len() - 3);
                words[at..at + 3].iter().copied()
            })
            .collect();
        entries.push(SearchEntry {
            kind: EntryKind::Task,
            label: text.join(" "),
            place: format!(
                "Nhiệm vụ {}.{}, Kế hoạch {}/KH-UBND",
                number % 40 / 5 + 1,
                number % 5 + 1,
                number / 40 + 1
            ),
            text: String::new(),
            names: String::new(),
            more: String::new(),
            target: Target::Here(PagePath::new(format!("nhiem-vu/{number}.html")), None),
            standing: Some((Tone::NoInformation, "Chưa có thông tin".to_owned())),
        });
    }
    let index = SearchIndex::from_entries(
        entries,
        &[Synonyms {
            typed: vec!["CNTT".to_owned()],
            meant: vec!["công nghệ thông tin".to_owned()],
        }],
        "tỉnh Thanh Hóa",
    );
    fs::create_dir_all(output.join("tim-kiem")).unwrap();
    for (path, bytes) in &index.files {
        fs::write(output.join(path.as_str()), bytes).unwrap();
    }
    fs::create_dir_all(output.join("tai-nguyen")).unwrap();
    for asset in fs::read_dir(small.join("tai-nguyen")).unwrap() {
        let asset = asset.unwrap();
        fs::copy(asset.path(), output.join("tai-nguyen").join(asset.file_name())).unwrap();
    }
    for page in ["index.html", "tim-kiem.html"] {
        fs::copy(small.join(page), output.join(page)).unwrap();
    }
}
