//! The law of publishing, on the real program: whatever ends it, the folder holds the old site or the new one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::support::shipped;

fn build(output: &Path, as_of: &str) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("congkhai"));
    command
        .args(["build", "--quiet", "--as-of", as_of, "--content"])
        .arg(shipped())
        .arg("--output")
        .arg(output);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn read(output: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = walkdir::WalkDir::new(output).into_iter().map(|entry| entry.unwrap());
    let files = files.filter(|entry| entry.file_type().is_file());
    files
        .map(|f| (f.path().strip_prefix(output).unwrap().to_owned(), fs::read(f.path()).unwrap()))
        .collect()
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let scene = tempfile::tempdir().unwrap();
    let site = |date: &str| {
        let output = scene.path().join(format!("as-of-{date}"));
        assert!(build(&output, date).status().unwrap().success());
        read(&output)
    };
    let (old, new) = (site("2026-11-24"), site("2026-11-25"));
    let output = scene.path().join("output");
    assert!(build(&output, "2026-11-24").status().unwrap().success());
    for delay in (0..40).map(|step| Duration::from_millis(step * step)) {
        let mut child = build(&output, "2026-11-25").spawn().unwrap();
        std::thread::sleep(delay);
        let _ = child.kill();
        let _ = child.wait();
        let found = read(&output);
        assert!(found == old || found == new, "killed after {delay:?}");
        if found == new {
            assert!(build(&output, "2026-11-24").status().unwrap().success());
        }
    }
    assert!(
        build(&output, "2026-11-25").status().unwrap().success(),
        "a killed build locks nobody out"
    );
    assert!(read(&output) == new);
}

#[cfg(unix)]
#[test]
fn an_interrupted_build_ends_cleanly() {
    let scene = tempfile::tempdir().unwrap();
    let output = scene.path().join("output");
    for delay in [0, 20, 60, 120, 250, 400] {
        let mut child = build(&output, "2026-11-24").spawn().unwrap();
        std::thread::sleep(Duration::from_millis(delay));
        let _ = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
        let code = child.wait().unwrap().code();
        // Before the handler stands, the signal itself ends the program, and nothing was begun.
        assert!([Some(0), Some(130), None].contains(&code), "{code:?} after {delay} ms");
        if code == Some(130) {
            let beside =
                fs::read_dir(scene.path()).unwrap().map(|entry| entry.unwrap().file_name());
            let left: Vec<_> =
                beside.filter(|name| name.to_string_lossy().contains("-moi")).collect();
            assert!(left.is_empty(), "{left:?}");
        }
    }
    assert!(build(&output, "2026-11-24").status().unwrap().success());
}
