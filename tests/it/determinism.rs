//! The same content and the same date give the same bytes.

use std::collections::BTreeMap;
use std::fs;

use crate::support::{FICTIONAL, Files, build_well, fictional, request, shipped};

#[test]
fn the_number_of_threads_changes_no_byte() {
    let build = |threads: usize| -> Files {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| build_well(&request(&fictional(), None)))
    };
    for threads in [1, 3, 8] {
        assert!(build(threads) == *FICTIONAL, "{threads} threads");
    }
}

#[test]
fn the_order_of_the_folder_changes_no_byte() {
    let scene = tempfile::tempdir().unwrap();
    let backwards = scene.path().join("content");
    let files: BTreeMap<_, _> = walkdir::WalkDir::new(fictional())
        .into_iter()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            (
                entry.path().strip_prefix(fictional()).unwrap().to_owned(),
                fs::read(entry.path()).unwrap(),
            )
        })
        .collect();
    for (path, bytes) in files.iter().rev() {
        let target = backwards.join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
    assert!(build_well(&request(&backwards, None)) == *FICTIONAL);
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
    let on = |date: &str| build_well(&request(&fictional(), Some(date)));
    let (before, after) = (on("2024-06-30"), on("2024-07-01"));
    assert!(before != after);
    assert!(on("2024-06-30") == before);
}
