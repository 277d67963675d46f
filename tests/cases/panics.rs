//! The program's own faults: this binary is run once more, guarded as `main` guards the program, and panics.

use std::ffi::OsString;
use std::io;
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::thread;

use congkhai::cli::guarded;
use congkhai::pipeline::{RunError, Watch};
use congkhai::serve::{self, Options, watch::Way};
use congkhai::source::{LoadError, Roots};
use libtest_mimic::{Arguments, Trial};
use rayon::prelude::*;

use crate::{Failure, trial};

/// Tells the process where it is to panic.
const WHERE: &str = "CONGKHAI_TEST_PANIC";

/// The fault, with words of content as a message may quote them.
const FAULT: &str = "every AgencyId comes from this Site: `việc mật`";

/// Where a panic is planted, and the exit code.
const PLACES: &[(&str, i32)] =
    &[("main", 101), ("rayon", 101), ("scope", 101), ("preview", 101), ("no-thread", 3)];

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials: Vec<Trial> = PLACES
        .iter()
        .map(|(place, code)| trial(format!("panic::{place}"), || check(place, *code)))
        .collect();
    trials.push(trial("panic::fails-a-case", a_panic_fails_a_case));
    trials
}

/// Runs this binary with a panic planted; its exit code and what it told.
fn run(place: &str) -> (Option<i32>, String) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    let run = command.env(WHERE, place).output().unwrap();
    (run.status.code(), String::from_utf8_lossy(&run.stderr).into_owned())
}

fn check(place: &str, code: i32) -> Result<(), Failure> {
    let (found, told) = run(place);
    let version = format!("phiên bản: congkhai {}", env!("CARGO_PKG_VERSION"));
    let parts: &[&str] = match code {
        101 => &[
            "lỗi của chính công cụ",
            &version,
            "lệnh: congkhai new event noi_dung=…\n",
            "panics.rs:",
            "every AgencyId",
        ],
        _ => &["lỗi máy: Hệ thống không cho chạy thêm luồng"],
    };
    let missing = parts.iter().find(|part| !told.contains(**part));
    // Neither Rust's own words, nor the content, nor the same once more for a thread that waited.
    let unwanted =
        ["panicked at", "RUST_BACKTRACE", "mật"].into_iter().find(|it| told.contains(it));
    match (found == Some(code), missing, unwanted, told.matches("lỗi ").count()) {
        (true, None, None, 1) => Ok(()),
        _ => Err(format!("exit {found:?}, missing {missing:?}, unwanted {unwanted:?}:\n{told}")),
    }
}

/// A case whose pipeline panics in a thread of its own does not pass.
fn a_panic_fails_a_case() -> Result<(), Failure> {
    let (code, told) = run("case");
    if code == Some(101) { Ok(()) } else { Err(format!("exit {code:?}:\n{told}")) }
}

/// What this process is to do in place of its trials.
pub(crate) fn planted() -> Option<ExitCode> {
    let place = std::env::var_os(WHERE)?;
    let arguments = ["x", "new", "event", "noi_dung=việc mật"].map(OsString::from);
    Some(guarded(&arguments, || match place.to_str() {
        Some("main") => panic!("{FAULT}"),
        Some("rayon") => in_parallel(),
        Some("scope") => thread::scope(|scope| {
            scope.spawn(|| panic!("{FAULT}"));
            ExitCode::SUCCESS
        }),
        Some("preview") => in_the_preview(),
        Some("no-thread") => panic!("failed to spawn thread: Os {{ code: 11, kind: WouldBlock }}"),
        Some("case") => {
            let trial = Trial::test("a", || {
                in_parallel();
                Ok(())
            });
            libtest_mimic::run(&Arguments::default(), vec![trial]).exit_code()
        }
        other => unreachable!("{other:?} is no place"),
    }))
}

fn in_parallel() -> ExitCode {
    (0..1000).into_par_iter().for_each(|number| assert_ne!(number, 500, "{FAULT}"));
    ExitCode::SUCCESS
}

/// Whoever watches the folders of a preview panics, where nobody waits for him.
fn in_the_preview() -> ExitCode {
    let nowhere = Roots { content: "khong-co".into(), themes: "khong-co".into() };
    let options = Options { roots: nowhere, port: 0, way: Way::Polling };
    let mut built = 0;
    let build = move |_| {
        built += 1;
        let path = format!("lần {built}").into();
        Err(RunError::Load(LoadError { path, source: io::ErrorKind::Other.into() }))
    };
    let main = thread::current().id();
    let tell = move |_: serve::News<'_>| assert_eq!(thread::current().id(), main, "{FAULT}");
    let served = serve::run(&options, &Arc::new(Watch::default()), build, tell);
    if served.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
