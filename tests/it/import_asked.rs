//! Answering an import's questions at a terminal: a pseudo-terminal that types and looks, as a person does.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use rustix::pty::{OpenptFlags, grantpt, ioctl_tiocgptpeer, openpt, unlockpt};

use crate::support::root;

const PLAN: &str = "content/ke-hoach/ke-hoach-quan-ly-ben-bai-ven-song-2026";
/// How long a program may be silent before it counts as stuck; no test waits so long that passes.
const STUCK: Duration = Duration::from_secs(120);

/// A program at a terminal of its own.
struct Terminal {
    child: Child,
    keys: File,
    screen: Receiver<Vec<u8>>,
    seen: String,
}

impl Terminal {
    /// Begins to import the document of the folder. `setsid` makes the terminal the program's own, as a shell does, so
    /// that keys become signals.
    fn import(folder: &Path) -> Self {
        Self::run(folder, &["import", "kh.docx"])
    }

    fn run(folder: &Path, arguments: &[&str]) -> Self {
        // Programs that other tests start meanwhile must not hold an end of this terminal.
        let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC;
        let keys = openpt(flags).unwrap();
        grantpt(&keys).unwrap();
        unlockpt(&keys).unwrap();
        let own = || Stdio::from(ioctl_tiocgptpeer(&keys, flags).unwrap());
        let mut command = Command::new("setsid");
        command.arg("--ctty").arg(env!("CARGO_BIN_EXE_congkhai")).args(arguments);
        command.current_dir(folder).stdin(own()).stdout(own()).stderr(own());
        let child = command.spawn().unwrap();
        drop(command);
        let keys = File::from(keys);
        let mut shown = keys.try_clone().unwrap();
        let (send, screen) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            // The terminal fails once nobody holds its other end.
            while let Ok(count @ 1..) = shown.read(&mut bytes) {
                if send.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { child, keys, screen, seen: String::new() }
    }

    /// Waits until words are shown, and forgets what stood before them.
    #[track_caller]
    fn see(&mut self, words: &str) -> String {
        loop {
            if let Some(at) = self.seen.find(words) {
                let rest = self.seen.split_off(at + words.len());
                return std::mem::replace(&mut self.seen, rest);
            }
            let more = self.screen.recv_timeout(STUCK);
            let more = more.unwrap_or_else(|_| panic!("“{words}” never came: {}", self.seen));
            self.seen.push_str(&String::from_utf8_lossy(&more));
        }
    }

    fn press(&mut self, keys: &[u8]) {
        self.keys.write_all(keys).unwrap();
    }

    fn answer(&mut self, line: &str) {
        self.press(format!("{line}\n").as_bytes());
    }

    /// Waits for the end; what was shown until then.
    fn end(mut self) -> (ExitStatus, String) {
        let status = self.child.wait().unwrap();
        while let Ok(more) = self.screen.recv_timeout(STUCK) {
            self.seen.push_str(&String::from_utf8_lossy(&more));
        }
        (status, self.seen)
    }
}

/// A folder with a document in it about which two things are asked; none where no program gives out terminals.
fn scene() -> Option<tempfile::TempDir> {
    if Command::new("setsid").arg("--version").stdout(Stdio::null()).status().is_err() {
        eprintln!("bỏ qua: máy này không có setsid");
        return None;
    }
    let scene = tempfile::tempdir().unwrap();
    let source = root().join("tests/import/docs/ke-hoach-khai-thac/source.docx");
    fs::copy(source, scene.path().join("kh.docx")).unwrap();
    Some(scene)
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    files.map(|entry| (name(entry.path()), fs::read(entry.path()).unwrap())).collect()
}

fn file(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap()
}

/// The only plan of the folder.
fn plan(folder: &Path) -> std::path::PathBuf {
    let plans = fs::read_dir(folder.join("content/ke-hoach")).unwrap();
    let plans: Vec<_> = plans.map(|entry| entry.unwrap().path()).collect();
    assert_eq!(plans.len(), 1, "{plans:?}");
    plans[0].clone()
}

#[track_caller]
fn check_passes(folder: &Path) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_congkhai"));
    let checked = program.arg("check").current_dir(folder).output().unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
}

#[test]
fn questions_come_one_at_a_time_and_answers_stand_in_the_report() {
    let Some(scene) = scene() else { return };
    let mut terminal = Terminal::import(scene.path());
    terminal.see("2 câu hỏi");
    terminal.see("1/2. Số hiệu của văn bản là gì?");
    let shown = terminal.see("Trả lời (");
    assert!(!shown.contains("2/2."), "{shown}");
    terminal.see("): ");
    terminal.answer("?");
    // What stands around the words is the document's own.
    terminal.see("Độc lập - Tự do - Hạnh phúc / ");
    terminal.see("Trả lời (");
    terminal.answer("mười hai");
    terminal.see("Chưa nhận được câu trả lời trước");
    terminal.answer("12/KH-UBND");
    terminal.see("2/2. ");
    terminal.see("Trả lời (");
    terminal.answer("");
    let (status, shown) = terminal.end();
    assert!(status.success() && shown.contains("Còn 1 câu hỏi"), "{shown}");
    let plan = plan(scene.path());
    let notes = file(&plan, "nhap.md");
    assert!(notes.contains("Trả lời: 12/KH-UBND\n") && notes.contains("Trả lời:\n"), "{notes}");
    assert!(file(&plan, "ke-hoach.yml").contains("so_hieu: \"12/KH-UBND\""));
    check_passes(scene.path());
    // What was answered is not asked again.
    let mut terminal = Terminal::import(scene.path());
    terminal.see("1/1. ");
    terminal.answer("");
    let (status, shown) = terminal.end();
    assert!(status.success() && shown.contains("Không có gì mới để ghi"), "{shown}");
}

#[test]
fn the_end_of_the_input_keeps_what_was_answered() {
    let Some(scene) = scene() else { return };
    let mut terminal = Terminal::import(scene.path());
    terminal.see("1/2. ");
    terminal.answer("12/KH-UBND");
    terminal.see("2/2. ");
    terminal.see("Trả lời (");
    // Half a line, then twice the end: what was not entered is no answer.
    terminal.press(b"15/0\x04\x04");
    let (status, shown) = terminal.end();
    assert!(status.success() && shown.contains("Còn 1 câu hỏi"), "{shown}");
    let notes = file(&plan(scene.path()), "nhap.md");
    assert!(notes.contains("Trả lời: 12/KH-UBND\n") && !notes.contains("Trả lời: 15"), "{notes}");
    check_passes(scene.path());
}

#[test]
fn whoever_breaks_off_finds_what_was_there_before() {
    let Some(scene) = scene() else { return };
    const INTERRUPTED: i32 = 130;
    // Into an empty folder: nothing was begun.
    let mut terminal = Terminal::import(scene.path());
    terminal.see("1/2. ");
    terminal.answer("12/KH-UBND");
    terminal.see("2/2. ");
    terminal.see("Trả lời (");
    terminal.press(b"\x03");
    assert_eq!(terminal.end().0.code(), Some(INTERRUPTED));
    assert_eq!(files(scene.path()).into_keys().collect::<Vec<_>>(), ["kh.docx"]);
    // Into a site: every byte is as it was, and nobody is locked out.
    let mut terminal = Terminal::import(scene.path());
    terminal.see("1/2. ");
    terminal.press(b"\x04");
    assert!(terminal.end().0.success());
    let before = files(scene.path());
    assert!(before.contains_key(&format!("{PLAN}/nhap.md")), "{:?}", before.keys());
    let mut terminal = Terminal::import(scene.path());
    terminal.see("1/2. ");
    terminal.answer("12/KH-UBND");
    terminal.see("2/2. ");
    terminal.press(b"\x03");
    assert_eq!(terminal.end().0.code(), Some(INTERRUPTED));
    assert!(files(scene.path()) == before, "an import that was broken off wrote something");
    let mut terminal = Terminal::import(scene.path());
    terminal.see("1/2. ");
    terminal.answer("12/KH-UBND");
    terminal.see("2/2. ");
    terminal.answer("15/02/2026");
    let (status, shown) = terminal.end();
    assert!(status.success() && shown.contains("Không còn câu hỏi nào"), "{shown}");
    check_passes(scene.path());
}

#[test]
fn keys_that_are_no_letters_are_asked_for_again() {
    let Some(scene) = scene() else { return };
    let mut terminal = Terminal::import(scene.path());
    terminal.see("1/2. ");
    terminal.press(b"\x1b[A\n");
    terminal.see("không phải chữ");
    terminal.press(b"12/KH-UBND \xe9\n");
    terminal.see("không phải chữ");
    terminal.press(b"\x04");
    let (status, shown) = terminal.end();
    assert!(status.success() && shown.contains("Còn 2 câu hỏi"), "{shown}");
}

#[test]
fn whoever_breaks_off_a_new_site_finds_nothing_begun() {
    let Some(scene) = scene() else { return };
    let mut terminal = Terminal::run(scene.path(), &["init", "trang"]);
    terminal.see(": ");
    terminal.press(b"\x03");
    assert_eq!(terminal.end().0.code(), Some(130));
    assert_eq!(files(scene.path()).into_keys().collect::<Vec<_>>(), ["kh.docx"]);
}
