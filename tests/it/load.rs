//! Faults that cannot be marked in a text: names, links, sizes, bytes.

use std::fs;
use std::path::Path;

use congkhai::diagnostic::sorted;
use congkhai::pipeline::Request;

use crate::support::{build, copy, request, shipped, told};

#[track_caller]
fn check(break_it: impl FnOnce(&Path), expected: &str) {
    let scene = tempfile::tempdir().unwrap();
    let content = scene.path().join("content");
    copy(&shipped(), &content);
    break_it(&content);
    // A strict run stops at warnings, too, and spares the rendering of pages.
    let (outcome, _) = build(&Request { strict: true, ..request(&content, None) });
    let found = sorted(&outcome.problems, &outcome.tree);
    assert!(
        found.iter().any(|problem| problem.diagnostic.rule.code == expected),
        "{}",
        told(&outcome)
    );
}

#[test]
fn bytes_that_are_no_text() {
    check(
        |content| fs::write(content.join("thuat-ngu.yml"), b"thuat_ngu:\n- tu: \xff\n").unwrap(),
        "CK001",
    );
    check(|content| fs::write(content.join("thuat-ngu.yml"), b"thuat_ngu: []\0").unwrap(), "CK001");
}

#[test]
fn a_file_over_the_limit() {
    check(
        |content| fs::write(content.join("thuat-ngu.yml"), vec![b'#'; 2_000_001]).unwrap(),
        "CK002",
    );
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder() {
    use std::os::unix::fs::symlink;
    check(|content| symlink("/etc/hostname", content.join("co-quan/x.yml")).unwrap(), "CK003");
    check(|content| symlink("khong-co", content.join("co-quan/x.yml")).unwrap(), "CK003");
}

#[test]
fn a_name_with_loose_accents() {
    check(
        |content| fs::write(content.join("co-quan/so\u{31b}\u{309}.yml"), "id: x\n").unwrap(),
        "CK004",
    );
}

#[test]
fn two_names_that_differ_in_case_alone() {
    check(
        |content| {
            fs::copy(content.join("co-quan/so-tttt.yml"), content.join("co-quan/So-TTTT.yml"))
                .map(drop)
                .unwrap()
        },
        "CK005",
    );
}

#[test]
fn a_file_without_a_place() {
    check(|content| fs::write(content.join("thuat-ngu.yaml"), "thuat_ngu: []\n").unwrap(), "CK006");
}

#[test]
fn a_site_without_its_own_file() {
    check(|content| fs::remove_file(content.join("trang.yml")).unwrap(), "CK007");
    check(
        |content| fs::remove_file(content.join("ke-hoach/111-kh-ubnd-2015/van-ban.md")).unwrap(),
        "CK007",
    );
}

#[test]
fn loose_accents_in_a_text_are_joined_and_told() {
    let loose = |content: &Path| {
        let path = content.join("thuat-ngu.yml");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replacen('ế', "e\u{302}\u{301}", 1)).unwrap();
    };
    check(loose, "CK140");
}
