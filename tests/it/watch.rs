//! What is noticed of a real file system, and what is not.
//!
//! No test asks how fast: each waits for what must come, and adds up what came until then.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use congkhai::serve::Snapshot;
use congkhai::serve::watch::{Handler, Reason, Watcher, Way};
use congkhai::source::Roots;
use notify::event::{AccessKind, EventKind, ModifyKind};
use notify::{ErrorKind, Event, RecursiveMode};

use crate::support::{copy, root};

/// Long enough for any machine; only a test that fails waits for it.
const LIMIT: Duration = Duration::from_secs(60);
/// So long it is listened for what must not come; too short a time lets a fault pass, and no more.
const SILENCE: Duration = Duration::from_millis(400);

/// A folder with content, and somebody who watches it.
struct Watched {
    scene: tempfile::TempDir,
    changes: Receiver<(Vec<String>, Snapshot)>,
    reasons: Arc<Mutex<Vec<Reason>>>,
    stop: Arc<AtomicBool>,
}

fn scene() -> (tempfile::TempDir, Roots) {
    let scene = tempfile::tempdir().unwrap();
    copy(&root().join("tests/problems/base/content"), &scene.path().join("content"));
    let roots =
        Roots { content: scene.path().join("content"), themes: scene.path().join("themes") };
    (scene, roots)
}

impl Watched {
    fn start(way: Way) -> Self {
        let (scene, roots) = scene();
        Self::with(scene, Watcher::start(&roots, way))
    }

    fn with(scene: tempfile::TempDir, mut watcher: Watcher) -> Self {
        let (sender, changes) = mpsc::channel();
        let stop = Arc::new(AtomicBool::new(false));
        let reasons = Arc::new(Mutex::new(Vec::new()));
        let (stopped, told) = (Arc::clone(&stop), Arc::clone(&reasons));
        let mut seen = watcher.scan();
        thread::spawn(move || {
            let tell = |reason: &Reason| told.lock().unwrap().push(reason.clone());
            while let Some(found) = watcher.next(&seen, &stopped, tell) {
                if sender.send((seen.changes(&found), found.clone())).is_err() {
                    return;
                }
                seen = found;
            }
        });
        Self { scene, changes, reasons, stop }
    }

    fn content(&self, path: &str) -> PathBuf {
        self.scene.path().join("content").join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.content(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Waits until all of these were noticed, and says what else was.
    #[track_caller]
    fn expect(&self, expected: &[&str]) {
        let expected: BTreeSet<String> = expected.iter().map(|&path| path.to_owned()).collect();
        let mut noticed = BTreeSet::new();
        let folder = format!("{}/", self.scene.path().display());
        while !noticed.is_superset(&expected) {
            let Ok((changes, _)) = self.changes.recv_timeout(LIMIT) else {
                panic!("expected {expected:?}, noticed {noticed:?}");
            };
            noticed.extend(changes.into_iter().map(|path| path.replace(&folder, "")));
        }
        assert_eq!(noticed, expected);
    }

    /// Waits until what is seen is what there is.
    #[track_caller]
    fn expect_the_last(&self) {
        let roots = Roots { content: self.content(""), themes: self.scene.path().join("themes") };
        let there = Watcher::start(&roots, Way::Polling).scan();
        // The watcher names the folder without the slash at its end; the files are the same.
        loop {
            let (_, seen) = self.changes.recv_timeout(LIMIT).expect("the last state is seen");
            if seen.changes(&there).is_empty() {
                return;
            }
        }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// A source of events in the hands of the test.
#[derive(Clone, Default)]
struct Hand(Arc<Mutex<Option<Handler>>>);

impl Hand {
    fn watched() -> (Watched, Self) {
        let (scene, roots) = scene();
        let hand = Self::default();
        let source = hand.clone();
        let watcher = Watcher::with(&roots, move |handler| {
            *source.0.lock().unwrap() = Some(handler);
            Ok(Box::new(notify::NullWatcher))
        });
        (Watched::with(scene, watcher), hand)
    }

    fn send(&self, event: notify::Result<Event>) {
        (self.0.lock().unwrap().as_mut().unwrap())(event);
    }

    fn tell(&self, kind: EventKind, path: &Path) {
        let path = path.parent().unwrap().canonicalize().unwrap().join(path.file_name().unwrap());
        self.send(Ok(Event::new(kind).add_path(path)));
    }
}

const MODIFIED: EventKind = EventKind::Modify(ModifyKind::Any);

/// What an editor may do to a folder, and what is to be noticed.
fn check(way: Way, edit: impl FnOnce(&Watched), expected: &[&str]) {
    let watched = Watched::start(way);
    edit(&watched);
    watched.expect(expected);
}

#[test]
fn a_file_saved_in_place_is_noticed() {
    check(Way::Events, |it| it.write("trang.yml", "ten: a\n"), &["content/trang.yml"]);
}

#[test]
fn a_file_saved_by_rename_is_noticed() {
    let save = |it: &Watched| {
        let (new, old) = (it.content(".trang.yml.swp"), it.content("trang.yml"));
        fs::write(&new, "ten: a\n").unwrap();
        fs::rename(new, old).unwrap();
    };
    check(Way::Events, save, &["content/trang.yml"]);
}

#[test]
fn a_file_saved_with_a_copy_of_the_old_one_is_noticed() {
    let save = |it: &Watched| {
        let (old, copy) = (it.content("trang.yml"), it.content(".trang.yml~"));
        fs::rename(&old, &copy).unwrap();
        fs::write(&old, "ten: a\n").unwrap();
        fs::remove_file(copy).unwrap();
    };
    check(Way::Events, save, &["content/trang.yml"]);
}

#[test]
fn a_folder_moved_in_is_noticed_with_its_files_and_watched() {
    let watched = Watched::start(Way::Events);
    let made = watched.scene.path().join("moi");
    fs::create_dir_all(made.join("nhiem-vu")).unwrap();
    fs::write(made.join("nhiem-vu/1-1.md"), "a").unwrap();
    fs::write(made.join("ke-hoach.yml"), "a").unwrap();
    fs::rename(&made, watched.content("ke-hoach/moi")).unwrap();
    watched.expect(&["content/ke-hoach/moi/ke-hoach.yml", "content/ke-hoach/moi/nhiem-vu/1-1.md"]);
    watched.write("ke-hoach/moi/nhiem-vu/1-1.md", "b");
    watched.expect(&["content/ke-hoach/moi/nhiem-vu/1-1.md"]);
}

#[test]
fn folders_made_one_in_another_are_noticed() {
    check(Way::Events, |it| it.write("a/b/c/d.yml", "x"), &["content/a/b/c/d.yml"]);
}

#[test]
fn a_deleted_file_is_noticed() {
    let delete = |it: &Watched| fs::remove_file(it.content("co-quan/so-a.yml")).unwrap();
    check(Way::Events, delete, &["content/co-quan/so-a.yml"]);
}

#[test]
fn a_deleted_folder_is_noticed() {
    let delete = |it: &Watched| fs::remove_dir_all(it.content("trang")).unwrap();
    check(Way::Events, delete, &["content/trang/gioi-thieu.md"]);
}

#[test]
fn a_renamed_file_is_noticed_under_both_names() {
    let rename = |it: &Watched| {
        fs::rename(it.content("co-quan/so-a.yml"), it.content("co-quan/so-d.yml")).unwrap();
    };
    check(Way::Events, rename, &["content/co-quan/so-a.yml", "content/co-quan/so-d.yml"]);
}

#[test]
fn several_files_at_once_are_noticed() {
    let edit = |it: &Watched| {
        it.write("co-quan/so-a.yml", "a");
        it.write("trang.yml", "b");
        it.write("trang/moi.md", "c");
    };
    let expected = ["content/co-quan/so-a.yml", "content/trang.yml", "content/trang/moi.md"];
    check(Way::Events, edit, &expected);
}

#[test]
fn a_file_changed_twice_quickly_is_seen_in_its_last_state() {
    let watched = Watched::start(Way::Events);
    watched.write("trang.yml", "ten: a\n");
    watched.write("trang.yml", "ten: b\n");
    watched.expect_the_last();
}

#[test]
fn a_burst_of_edits_is_seen_in_its_last_state() {
    let watched = Watched::start(Way::Events);
    for round in 0..40 {
        for file in 0..20 {
            watched.write(&format!("trang/trang-{file}.md"), &format!("{round}"));
        }
    }
    watched.expect_the_last();
}

#[test]
fn a_theme_that_comes_later_is_noticed() {
    let watched = Watched::start(Way::Events);
    let theme = watched.scene.path().join("themes/rieng/theme.yml");
    fs::create_dir_all(theme.parent().unwrap()).unwrap();
    fs::write(&theme, "a").unwrap();
    watched.expect(&["themes/rieng/theme.yml"]);
    fs::write(&theme, "b").unwrap();
    watched.expect(&["themes/rieng/theme.yml"]);
}

#[test]
fn a_folder_in_the_place_of_the_content_is_watched() {
    let watched = Watched::start(Way::Events);
    let (old, other) = (watched.content(""), watched.scene.path().join("khac"));
    copy(&old, &other);
    fs::write(other.join("trang.yml"), "ten: a\n").unwrap();
    fs::rename(&old, watched.scene.path().join("cu")).unwrap();
    fs::rename(&other, &old).unwrap();
    watched.expect_the_last();
    watched.write("trang.yml", "ten: b\n");
    watched.expect_the_last();
}

#[test]
fn evidence_is_noticed() {
    let path = "ke-hoach/12-kh-ubnd-2024/tep/bien-ban.pdf";
    check(Way::Events, |it| it.write(path, "%PDF"), &[&format!("content/{path}")]);
}

#[test]
fn an_edit_undone_before_it_is_seen_is_none() {
    let (watched, hand) = Hand::watched();
    let path = watched.content("trang.yml");
    let text = fs::read(&path).unwrap();
    fs::write(&path, "ten: a\n").unwrap();
    fs::write(&path, text).unwrap();
    hand.tell(MODIFIED, &path);
    assert!(watched.changes.recv_timeout(SILENCE).is_err());
    watched.write("trang/moi.md", "a");
    hand.tell(MODIFIED, &path);
    watched.expect(&["content/trang/moi.md"]);
}

#[test]
fn many_events_are_one_change() {
    let (watched, hand) = Hand::watched();
    let path = watched.content("trang.yml");
    fs::write(&path, "ten: a\n").unwrap();
    for _ in 0..5000 {
        hand.tell(MODIFIED, &path);
    }
    watched.expect(&["content/trang.yml"]);
    watched.write("trang/moi.md", "a");
    hand.tell(MODIFIED, &path);
    watched.expect(&["content/trang/moi.md"]);
}

#[test]
fn reading_a_file_and_writing_the_output_are_no_hints() {
    let (watched, hand) = Hand::watched();
    let path = watched.content("trang.yml");
    fs::write(&path, "ten: a\n").unwrap();
    let output = watched.scene.path().join("output");
    fs::create_dir(&output).unwrap();
    hand.tell(EventKind::Access(AccessKind::Any), &path);
    hand.tell(MODIFIED, &output);
    hand.tell(MODIFIED, &output.join("index.html"));
    hand.tell(MODIFIED, &watched.content(".trang.yml.swp"));
    assert!(watched.changes.recv_timeout(SILENCE).is_err());
    hand.tell(MODIFIED, &path);
    watched.expect(&["content/trang.yml"]);
}

#[test]
fn where_nothing_is_told_the_files_are_looked_at() {
    let watched = Watched::start(Way::Polling);
    watched.write("trang.yml", "ten: a\n");
    watched.expect(&["content/trang.yml"]);
    fs::remove_file(watched.content("trang.yml")).unwrap();
    watched.expect(&["content/trang.yml"]);
}

#[test]
fn a_system_without_watches_is_polled_from_the_start() {
    let (scene, roots) = scene();
    let watcher =
        Watcher::with(&roots, |_| Err(notify::Error::new(notify::ErrorKind::MaxFilesWatch)));
    assert_eq!(watcher.reason(), Some(&Reason::Exhausted));
    let watched = Watched::with(scene, watcher);
    watched.write("trang.yml", "ten: a\n");
    watched.expect(&["content/trang.yml"]);
}

/// Watches the first folders, and has no watch left then.
struct Scarce(u32);

impl notify::Watcher for Scarce {
    fn new<F: notify::EventHandler>(_: F, _: notify::Config) -> notify::Result<Self> {
        Ok(Scarce(0))
    }

    fn watch(&mut self, _: &Path, _: RecursiveMode) -> notify::Result<()> {
        self.0 = self.0.checked_sub(1).ok_or(notify::Error::new(ErrorKind::MaxFilesWatch))?;
        Ok(())
    }

    fn unwatch(&mut self, _: &Path) -> notify::Result<()> {
        Ok(())
    }

    fn kind() -> notify::WatcherKind {
        notify::WatcherKind::NullWatcher
    }
}

#[test]
fn a_folder_that_finds_no_watch_is_polled() {
    let (_scene, roots) = scene();
    for watches in [0, 1] {
        let watcher = Watcher::with(&roots, |_| Ok(Box::new(Scarce(watches))));
        assert_eq!(watcher.reason(), Some(&Reason::Exhausted), "with {watches}");
    }
}

#[test]
fn when_watches_run_out_the_files_are_looked_at_and_it_is_said() {
    let (watched, hand) = Hand::watched();
    hand.send(Err(notify::Error::new(ErrorKind::MaxFilesWatch)));
    watched.write("trang.yml", "ten: a\n");
    watched.expect(&["content/trang.yml"]);
    watched.write("trang/moi.md", "a");
    watched.expect(&["content/trang/moi.md"]);
    let reasons = watched.reasons.lock().unwrap();
    assert_eq!(*reasons, [Reason::Exhausted]);
    assert_eq!(
        reasons[0].to_string(),
        "Hệ thống đã hết lượt theo dõi thư mục; công cụ tự xem lại các tệp mỗi giây."
    );
}
