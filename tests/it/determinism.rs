//! The same content and the same date give the same bytes.

use std::collections::BTreeMap;
use std::fs;

use crate::support::{Files, build_well, copy, request, root, shipped};

fn site() -> std::path::PathBuf {
    root().join("tests/sites/lam-giang/content")
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let build = |threads: usize| -> Files {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| build_well(&request(&site(), None)))
    };
    let one = build(1);
    for threads in [2, 3, 8] {
        assert!(build(threads) == one, "{threads} threads");
    }
}

#[test]
fn the_order_of_the_folder_changes_no_byte() {
    let scene = tempfile::tempdir().unwrap();
    let forwards = scene.path().join("a/content");
    let backwards = scene.path().join("b/content");
    copy(&site(), &forwards);
    let files: BTreeMap<_, _> = walkdir::WalkDir::new(site())
        .into_iter()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            (entry.path().strip_prefix(site()).unwrap().to_owned(), fs::read(entry.path()).unwrap())
        })
        .collect();
    for (path, bytes) in files.iter().rev() {
        let target = backwards.join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
    assert!(build_well(&request(&forwards, None)) == build_well(&request(&backwards, None)));
}

#[test]
fn two_runs_of_the_program_write_the_same_bytes() {
    let scene = tempfile::tempdir().unwrap();
    let outputs = ["a", "b"].map(|name| scene.path().join(name));
    for output in &outputs {
        let run = assert_cmd::Command::cargo_bin("congkhai")
            .unwrap()
            .args(["build", "--quiet", "--content"])
            .arg(shipped())
            .arg("--output")
            .arg(output)
            .output()
            .unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    }
    let read = |output: &std::path::Path| -> BTreeMap<_, _> {
        let files = walkdir::WalkDir::new(output).into_iter().map(|entry| entry.unwrap());
        let files = files.filter(|entry| entry.file_type().is_file());
        files
            .map(|f| {
                (f.path().strip_prefix(output).unwrap().to_owned(), fs::read(f.path()).unwrap())
            })
            .collect()
    };
    assert!(read(&outputs[0]) == read(&outputs[1]));
}

#[test]
fn another_date_changes_pages_and_only_the_date_does() {
    let on = |date: &str| build_well(&request(&site(), Some(date)));
    let (before, after) = (on("2024-06-30"), on("2024-07-01"));
    assert!(before != after);
    assert!(on("2024-06-30") == before);
}
