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
