//! The law of rebuilding: after any sequence of edits, the rebuilt site and its messages equal those of
//! a build from nothing, byte for byte.
//!
//! The nightly form, `.ci/nightly`, takes more steps, and others each night.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use congkhai::output::{Checksum, Held, InMemory, MemorySink, OutputPath};
use congkhai::pipeline::{self, Memory, Outcome, Request, Watch};
use congkhai::publish::{Made, Meta, RealDisk, Remembered, Target};
use congkhai::source::Roots;
use congkhai::text::dates::parse_date;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use walkdir::WalkDir;

use crate::support::{Files, build, copy, files, request, root, steps, told};

/// What an editor may do; numbers choose among what is there.
#[derive(Clone, Debug)]
enum Edit {
    /// Words at the end of a file.
    Append(usize),
    /// A line that breaks YAML.
    Break(usize),
    /// A file as it was at first.
    Mend(usize),
    /// A file gone.
    Delete(usize),
    /// A file under another name.
    Rename(usize),
    /// A task copied under another number.
    Add(usize),
    /// Another footer of the theme; every third is broken.
    Theme(usize),
    /// Another date.
    Date(usize),
    /// Everything as it was at first.
    MendAll,
}

fn edit() -> impl Strategy<Value = Edit> {
    let any = 0_usize..1000;
    prop_oneof![
        4 => any.clone().prop_map(Edit::Append),
        1 => any.clone().prop_map(Edit::Break),
        2 => any.clone().prop_map(Edit::Mend),
        1 => any.clone().prop_map(Edit::Delete),
        1 => any.clone().prop_map(Edit::Rename),
        1 => any.clone().prop_map(Edit::Add),
        1 => any.clone().prop_map(Edit::Theme),
        1 => any.prop_map(Edit::Date),
        2 => Just(Edit::MendAll),
    ]
}

/// What comes of a build after `before`, which may keep parts of it.
fn rebuilt(request: &Request, memory: &Memory, before: &InMemory) -> (Outcome, InMemory) {
    let sink = MemorySink::after(before.clone());
    let outcome = pipeline::run_again(request, &sink, &Watch::default(), memory).unwrap();
    (outcome, sink.into_site())
}

struct Scene {
    folder: tempfile::TempDir,
    original: PathBuf,
    date: usize,
    memory: Memory,
    site: RefCell<InMemory>,
}

impl Scene {
    fn set() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let original = root().join("tests/problems/base/content");
        let (memory, site) = (Memory::new(), RefCell::default());
        let scene = Self { folder, original, date: 0, memory, site };
        scene.restore();
        scene
    }

    fn content(&self) -> PathBuf {
        self.folder.path().join("content")
    }

    fn restore(&self) {
        let _ = fs::remove_dir_all(self.content());
        copy(&self.original, &self.content());
        let settings = self.content().join("trang.yml");
        let text = fs::read_to_string(&settings).unwrap();
        fs::write(settings, format!("{text}giao_dien: tinh\nthu_gon: khong\n")).unwrap();
        self.theme("<footer><p>Chân trang</p></footer>\n");
    }

    fn theme(&self, footer: &str) {
        let theme = self.folder.path().join("themes/tinh");
        fs::create_dir_all(theme.join("templates/slots")).unwrap();
        fs::write(theme.join("theme.yml"), "ten: Tỉnh\ncha: mac-dinh\n").unwrap();
        fs::write(theme.join("templates/slots/footer.html"), footer).unwrap();
    }

    fn file(&self, choice: usize) -> Option<PathBuf> {
        let files = WalkDir::new(self.content()).sort_by_file_name().into_iter();
        let files: Vec<_> =
            files.map(|entry| entry.unwrap().into_path()).filter(|path| path.is_file()).collect();
        (!files.is_empty()).then(|| files[choice % files.len()].clone())
    }

    fn apply(&mut self, edit: &Edit) {
        let text = |path: &Path| fs::read_to_string(path).unwrap();
        match edit {
            Edit::Append(choice) => {
                if let Some(path) = self.file(*choice) {
                    let words = if path.extension().is_some_and(|ending| ending == "md") {
                        "Thêm.\n"
                    } else {
                        "# thêm\n"
                    };
                    fs::write(&path, text(&path) + words).unwrap();
                }
            }
            Edit::Break(choice) => {
                if let Some(path) = self.file(*choice) {
                    fs::write(&path, format!("a: b: c\n{}", text(&path))).unwrap();
                }
            }
            Edit::Mend(choice) => {
                let original = WalkDir::new(&self.original).sort_by_file_name().into_iter();
                let files: Vec<_> = original
                    .map(|entry| entry.unwrap().into_path())
                    .filter(|path| path.is_file() && !path.ends_with("trang.yml"))
                    .collect();
                let from = &files[choice % files.len()];
                let to = self.content().join(from.strip_prefix(&self.original).unwrap());
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                fs::copy(from, to).unwrap();
            }
            Edit::Delete(choice) => {
                if let Some(path) = self.file(*choice) {
                    fs::remove_file(path).unwrap();
                }
            }
            Edit::Rename(choice) => {
                if let Some(path) = self.file(*choice) {
                    let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                    fs::rename(&path, path.with_file_name(format!("moi-{name}"))).unwrap();
                }
            }
            Edit::Add(number) => {
                let tasks = self.content().join("ke-hoach/12-kh-ubnd-2024/nhiem-vu");
                let from = tasks.join("1-1.md");
                if from.is_file() {
                    let number = number % 5 + 3;
                    let task = text(&from).replace("so: \"1.1\"", &format!("so: \"1.{number}\""));
                    fs::write(tasks.join(format!("1-{number}.md")), task).unwrap();
                }
            }
            Edit::Theme(number) if number % 3 == 0 => {
                self.theme("<footer>{{ khong.co }}</footer>\n")
            }
            Edit::Theme(number) => self.theme(&format!("<footer><p>Chân {number}</p></footer>\n")),
            Edit::Date(number) => self.date = *number,
            Edit::MendAll => self.restore(),
        }
    }

    fn request(&self) -> Request {
        let today = parse_date("2026-11-24").unwrap();
        Request {
            roots: Roots { content: self.content(), themes: self.folder.path().join("themes") },
            as_of: today.checked_add(jiff::Span::new().days(self.date as i64)).ok(),
            today,
            base_url: None,
            strict: false,
            drafts: congkhai::pipeline::Drafts::LeftOut,
        }
    }

    fn warm(&self, request: &Request) -> (Outcome, Files) {
        let (outcome, site) = rebuilt(request, &self.memory, &self.site.borrow());
        if site.has_parts() {
            self.site.replace(site.clone());
        }
        (outcome, files(site))
    }

    fn check(&self) -> Result<(), TestCaseError> {
        let request = self.request();
        let (warm, files) = self.warm(&request);
        let (cold, expected) = build(&request);
        prop_assert_eq!(told(&warm), told(&cold));
        prop_assert_eq!(warm.complete, cold.complete);
        for (path, bytes) in &expected {
            prop_assert!(files.get(path) == Some(bytes), "{} differs", path);
        }
        prop_assert_eq!(files.len(), expected.len());
        Ok(())
    }
}

#[test]
fn a_warm_site_equals_a_cold_one_after_any_edits() {
    const SEQUENCE: u32 = 10;
    let nightly = steps();
    let config = Config {
        cases: nightly.unwrap_or(200) / SEQUENCE,
        failure_persistence: None,
        max_shrink_iters: 60,
        ..Config::default()
    };
    // The usual run walks the same way each time, the nightly one another each night.
    let mut runner = match nightly {
        Some(_) => TestRunner::new(config),
        None => TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha)),
    };
    let sequence = proptest::collection::vec(edit(), SEQUENCE as usize);
    runner
        .run(&sequence, |edits| {
            let mut scene = Scene::set();
            scene.check()?;
            for edit in &edits {
                scene.apply(edit);
                scene.check()?;
            }
            Ok(())
        })
        .unwrap();
}

/// Publishes into `output` as `build` does; what was published, and the messages.
fn published(
    request: &Request,
    output: &Path,
    program: &str,
) -> (Option<BTreeMap<PathBuf, Vec<u8>>>, String) {
    let target = Target::open(&RealDisk, output, &[]).unwrap();
    let staging = target.stage().unwrap().made_by(Checksum::of(program.as_bytes()));
    let outcome = pipeline::run(request, &staging, &Watch::default()).unwrap();
    let told = told(&outcome);
    let (true, Some(as_of)) = (outcome.complete, outcome.as_of) else { return (None, told) };
    let noted = outcome.noted.clone();
    let made = outcome.inputs.map(|inputs| Made { inputs, pages: outcome.pages, noted });
    staging.publish(Meta { tool_version: "0".to_owned(), as_of, made }).unwrap();
    (Some(files_below(output)), told)
}

/// What `check` tells where `output` was published by this program.
fn looked_at(request: &Request, output: &Path, program: &str) -> String {
    let remembered = Remembered::beside(output, Checksum::of(program.as_bytes()));
    told(&pipeline::run(request, &remembered, &Watch::default()).unwrap())
}

fn files_below(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = WalkDir::new(folder).into_iter().map(|entry| entry.unwrap().into_path());
    let files = entries.filter(|path| path.is_file());
    files
        .map(|path| (path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect()
}

#[test]
fn a_published_site_equals_one_published_from_nothing_after_any_edits() {
    let config =
        Config { cases: 4, failure_persistence: None, max_shrink_iters: 20, ..Config::default() };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let sequence = proptest::collection::vec((edit(), 0_usize..3), 8);
    runner
        .run(&sequence, |edits| {
            let mut scene = Scene::set();
            let output = scene.folder.path().join("output");
            for (edit, program) in &edits {
                scene.apply(edit);
                let request = scene.request();
                // Twice, so that the second finds nothing changed.
                for _ in 0..2 {
                    let before = output.is_dir().then(|| files_below(&output));
                    let (warm, told) = published(&request, &output, &program.to_string());
                    let nothing = scene.folder.path().join("moi");
                    let (cold, expected) = published(&request, &nothing, "x");
                    prop_assert_eq!(&told, &expected);
                    prop_assert_eq!(looked_at(&request, &output, &program.to_string()), expected);
                    prop_assert!(warm == cold, "after {edit:?}");
                    if warm.is_none() && before.is_some() {
                        prop_assert!(before == Some(files_below(&output)), "{edit:?}");
                    }
                    let _ = fs::remove_dir_all(&nothing);
                    let _ = fs::remove_file(scene.folder.path().join(".moi.congkhai-bo-nho"));
                }
            }
            Ok(())
        })
        .unwrap();
}

#[cfg(unix)]
#[test]
fn a_site_of_which_nothing_changed_is_left_where_it_stands() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let scene = Scene::set();
    let request = scene.request();
    let output = scene.folder.path().join("output");
    let cache = scene.folder.path().join(".output.congkhai-bo-nho");
    let folder = || fs::metadata(&output).unwrap().ino();
    let build = |program: &str| {
        let before = output.is_dir().then(folder);
        let (files, _) = published(&request, &output, program);
        (before == Some(folder()), files.unwrap())
    };
    let (_, first) = build("a");
    assert_eq!(fs::metadata(&cache).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(!first.keys().any(|path| path.ends_with(".output.congkhai-bo-nho")));
    let (stays, second) = build("a");
    assert!(stays && second == first);
    // Another program, a torn or missing memory, a page that someone changed or took away: made again.
    let page = output.join("index.html");
    let spoilt: [&dyn Fn(); 5] = [
        &|| fs::write(&cache, "{").unwrap(),
        &|| fs::remove_file(&cache).unwrap(),
        &|| fs::write(&page, "x").unwrap(),
        &|| fs::remove_file(&page).unwrap(),
        &|| {
            fs::write(
                output.join(".congkhai-manifest.json"),
                fs::read_to_string(output.join(".congkhai-manifest.json")).unwrap() + " ",
            )
            .unwrap()
        },
    ];
    for (number, spoil) in spoilt.iter().enumerate() {
        spoil();
        let (stays, files) = build("a");
        assert!(!stays && files == first, "{number}");
        assert!(build("a").0, "{number}");
    }
    let (stays, files) = build("b");
    assert!(!stays && files == first);
    // What others put there stays with the site, and is no change of it.
    fs::write(output.join("robots-cua-cong.txt"), "x").unwrap();
    let (stays, files) = build("b");
    assert!(stays && files.len() == first.len() + 1);
}

#[test]
fn what_did_not_change_is_not_made_again() {
    let scene = Scene::set();
    let request = scene.request();
    let (_, first) = scene.warm(&request);
    let (_, second) = scene.warm(&request);
    assert_eq!(first, second);
}

/// What an editor may do to a file of a plan, in turn.
fn edit_of_plan(number: usize, path: &Path) {
    let text = fs::read_to_string(path).unwrap();
    let events = text.find("\ndien_bien:").zip(text.rfind("\n---\n"));
    match (number % 3, events) {
        (0, Some((from, to))) if from < to => {
            fs::write(path, format!("{}{}", &text[..from], &text[to..])).unwrap();
        }
        (1, _) => fs::remove_file(path).unwrap(),
        _ if path.extension().is_some_and(|ending| ending == "md") => {
            fs::write(path, text + "\nThêm một câu.\n").unwrap();
        }
        _ => fs::write(path, text + "# thêm\n").unwrap(),
    }
}

#[test]
fn plans_that_did_not_change_are_kept_and_are_what_they_would_be() {
    for (site, step) in [("lam-giang", 9), ("hinh-van-ban", 4)] {
        let folder = tempfile::tempdir().unwrap();
        let original = root().join("tests/sites").join(site).join("content");
        let content = folder.path().join("content");
        copy(&original, &content);
        let request = request(&content, Some("2026-11-24"));
        let memory = Memory::new();
        let warm = |before: &InMemory| rebuilt(&request, &memory, before);
        let (_, first) = warm(&InMemory::default());
        let below = content.join("ke-hoach");
        let plans = WalkDir::new(&below).sort_by_file_name().into_iter();
        let plans = plans.map(|entry| entry.unwrap().into_path()).filter(|path| path.is_file());
        let mut kept = 0;
        for (number, path) in plans.step_by(step).enumerate() {
            let text = fs::read(&path).unwrap();
            edit_of_plan(number, &path);
            let (outcome, site) = warm(&first);
            let (cold, expected) = build(&request);
            assert_eq!(told(&outcome), told(&cold), "{}", path.display());
            let plan = path.strip_prefix(&below).unwrap().components().next().unwrap();
            let own = format!("ke-hoach/{}/", plan.as_os_str().to_str().unwrap());
            let same = |(path, bytes): &(&OutputPath, &Held)| {
                let is_other = !path.as_str().starts_with(&own);
                let is_page = path.as_str().starts_with("ke-hoach/");
                is_other && is_page && first.files.get(*path).is_some_and(|at| at.is(bytes))
            };
            kept += site.files.iter().filter(same).count();
            assert!(files(site) == expected, "after an edit of {}", path.display());
            fs::write(&path, text).unwrap();
        }
        assert!(kept > 0, "{site}");
    }
}

/// The site's tables and workbook among `site` that are those of `before`, not made again, and those that are not.
fn tables_kept(site: &InMemory, before: &InMemory) -> (Vec<String>, Vec<String>) {
    let tables = site.files.iter().filter_map(|(path, bytes)| {
        let name = path.as_str().strip_prefix("du-lieu/")?;
        let is_table = [".csv", ".json", ".xlsx"].iter().any(|ending| name.ends_with(ending));
        let is_kept = before.files.get(path).is_some_and(|known| known.is(bytes));
        (is_table && name != "datapackage.json").then(|| (name.to_owned(), is_kept))
    });
    let (kept, made): (Vec<_>, Vec<_>) = tables.partition(|(_, is_kept)| *is_kept);
    let names = |tables: Vec<(String, bool)>| tables.into_iter().map(|(name, _)| name).collect();
    (names(kept), names(made))
}

#[test]
fn tables_of_the_site_whose_rows_are_the_same_are_not_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    copy(&root().join("tests/sites/lam-giang/content"), &content);
    let request = request(&content, Some("2026-11-24"));
    let memory = Memory::new();
    let warm = |before: &InMemory| rebuilt(&request, &memory, before).1;
    let first = warm(&InMemory::default());
    let task = content.join("ke-hoach/12-kh-ubnd-2022/nhiem-vu/1-1.md");
    let text = fs::read_to_string(&task).unwrap();

    // A narrative stands in no table.
    fs::write(&task, format!("{text}\nThêm một câu.\n")).unwrap();
    let narrated = warm(&first);
    let (kept, made) = tables_kept(&narrated, &first);
    assert_eq!(made, <[&str; 0]>::default());
    assert_eq!(kept.len(), 23, "{kept:?}");
    let is_calendar = |path: &str| path.starts_with("co-quan/") && path.ends_with(".ics");
    let calendars = narrated.files.iter().filter(|(path, _)| is_calendar(path.as_str()));
    let (kept, made): (Vec<_>, Vec<_>) =
        calendars.partition(|(path, bytes)| first.files[*path].is(bytes));
    assert_eq!((kept.len(), made.len()), (14, 0));

    // What a task is called stands in the table of tasks, and in the workbook.
    fs::write(&task, text.replacen("nhom:", "ten_ngan: \"Danh mục dữ liệu\"\nnhom:", 1)).unwrap();
    let renamed = warm(&narrated);
    let (kept, made) = tables_kept(&renamed, &narrated);
    assert_eq!(made, ["cong-khai.xlsx", "nhiem-vu.csv", "nhiem-vu.json"]);
    assert_eq!(kept.len(), 20, "{kept:?}");
    assert_eq!(files(renamed), build(&request).1);

    // What plans share is on the sheets, if only as a name.
    let agency = content.join("co-quan/so-khoa-hoc.yml");
    let named = fs::read_to_string(&agency).unwrap();
    fs::write(&agency, named + "# thêm\n").unwrap();
    fs::write(&task, text).unwrap();
    assert_eq!(files(warm(&first)), build(&request).1);
}

#[test]
fn pages_that_lead_to_what_is_gone_are_made_again_and_say_so() {
    let scene = Scene::set();
    let plans = scene.content().join("ke-hoach");
    let (known, other) = (plans.join("12-kh-ubnd-2024"), plans.join("13-kh-ubnd-2024"));
    copy(&known, &other);
    for file in ["ke-hoach.yml", "van-ban.md"] {
        let text = fs::read_to_string(other.join(file)).unwrap();
        fs::write(other.join(file), text.replace("12-kh", "13-kh").replace("12/KH", "13/KH"))
            .unwrap();
    }
    let added = other.join("nhiem-vu/1-3.md");
    let task = fs::read_to_string(other.join("nhiem-vu/1-1.md")).unwrap();
    fs::write(&added, task.replace("so: \"1.1\"", "so: \"1.3\"")).unwrap();
    scene.theme("<a href=/ke-hoach/13-kh-ubnd-2024/nhiem-vu/1.3.html>Xem</a>\n");
    let is_dead = || told(&scene.warm(&scene.request()).0).contains("CK261");
    scene.check().unwrap();
    assert!(!is_dead());
    fs::remove_file(added).unwrap();
    scene.check().unwrap();
    assert!(is_dead());
}
