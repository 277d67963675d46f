//! Golden sites: a folder is a test.
//!
//! Of every page kind, and of most kinds of open data, the first file is kept whole; all of them by hash.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use congkhai::output::Checksum;

use crate::support::{build, build_well, expect_file, folders, request, root, told};

#[test]
fn every_site_gives_the_expected_pages() {
    for site in folders(&root().join("tests/sites")) {
        check(&site.join("content"), &site.join("expected"));
    }
}

#[test]
fn the_shipped_site_gives_the_expected_pages() {
    check(&root().join("content"), &root().join("tests/shipped"));
}

#[track_caller]
fn check(content: &Path, expected: &Path) {
    let (outcome, files) = build(&request(content, None));
    expect_file(&expected.join("problems.txt"), &relative(&told(&outcome)));
    let mut kinds = BTreeSet::new();
    let mut hashes = String::new();
    for (path, bytes) in &files {
        writeln!(hashes, "{} {path}", Checksum::of(bytes)).unwrap();
        let kind = kind_of(path.as_str());
        if path.as_str().ends_with(".html") && kinds.insert(kind) {
            let text = String::from_utf8(bytes.clone()).unwrap().replace("><", ">\n<");
            expect_file(&expected.join("pages").join(path.as_str()), &text);
        }
        if data_kind_of(path.as_str()).is_some_and(|kind| kinds.insert(kind)) {
            // Git turns CRLF into LF; the hash keeps the bytes.
            let text = String::from_utf8(bytes.clone()).unwrap().replace("\r\n", "\n");
            expect_file(&expected.join("pages").join(path.as_str()), &text);
        }
    }
    expect_file(&expected.join("hashes.txt"), &hashes);
}

/// A page's kind: its path without the names of things.
fn kind_of(path: &str) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        ["ke-hoach", _, folder, name] if name != "index.html" => format!("ke-hoach/*/{folder}/*"),
        ["ke-hoach", _, folder, name] => format!("ke-hoach/*/{folder}/{name}"),
        ["ke-hoach", _, name] => format!("ke-hoach/*/{name}"),
        [folder, name] if name != "index.html" => format!("{folder}/*"),
        _ => path.to_owned(),
    }
}

/// The kind of a file of open data that is worth reading whole: none for what only repeats others.
fn data_kind_of(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (_, ending) = name.rsplit_once('.')?;
    match (folder.split('/').next()?, ending) {
        ("du-lieu", "csv") | ("", "xml" | "json") => Some(path.to_owned()),
        ("du-lieu", "json") if name == "datapackage.json" => Some(path.to_owned()),
        ("du-lieu", "json") => Some("du-lieu/*.json".to_owned()),
        ("ke-hoach", "ics" | "xml") if folder.ends_with("/du-lieu") => Some(name.to_owned()),
        ("co-quan", "ics") => Some("co-quan/*.ics".to_owned()),
        _ => None,
    }
}

fn relative(text: &str) -> String {
    text.replace(&format!("{}/", root().display()), "")
}

#[test]
fn a_page_of_the_past_does_not_know_the_future() {
    let site = root().join("tests/sites/lam-giang/content");
    let files = build_well(&request(&site, Some("2023-12-31")));
    let later = "2025";
    for (path, bytes) in files.iter().filter(|(path, _)| path.as_str() == "cap-nhat.html") {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(&format!("datetime=\"{later}")), "{path} speaks of {later}");
    }
}
