//! Scenes of the tests of this binary.

use std::path::{Path, PathBuf};
#[cfg(unix)]
use std::process::Child;
use std::sync::{LazyLock, Mutex};

use congkhai::export::{self, Addresses};
use congkhai::pages::PageOptions;
use congkhai::pipeline::Request;
use congkhai::progress::Progress;

#[path = "../support/mod.rs"]
mod shared;

pub(crate) use shared::{Files, build, copy, differs, files, request, root, told, updating};

/// The shipped content.
pub(crate) fn shipped() -> PathBuf {
    root().join("content")
}

/// The content of the fictional site, where everything happens.
pub(crate) fn fictional() -> PathBuf {
    root().join("tests/sites/lam-giang/content")
}

/// The shipped site, built once for all tests.
pub(crate) static SHIPPED: LazyLock<Files> =
    LazyLock::new(|| build_well(&request(&shipped(), None)));

/// A copy of the small sound site, to be edited.
pub(crate) fn small_site() -> tempfile::TempDir {
    let scene = tempfile::tempdir().unwrap();
    copy(&root().join("tests/problems/base"), scene.path());
    scene
}

/// The fictional site on its own date, built once for all tests.
pub(crate) static FICTIONAL: LazyLock<Files> =
    LazyLock::new(|| build_well(&request(&fictional(), None)));

/// The address of a site that is not built but looked at page by page.
pub(crate) const ADDRESS: &str = "https://lam-giang.example/tien-do/";

/// The options of the pages of such a site, without a theme's files.
pub(crate) fn page_options(addresses: Addresses, files: export::Files) -> PageOptions {
    PageOptions {
        address: Some(ADDRESS.to_owned()),
        base_path: "/tien-do/".to_owned(),
        stylesheets: Vec::new(),
        icon: None,
        generator: "congkhai".to_owned(),
        addresses,
        files,
        releases: None,
    }
}

/// All files of open data, made anew; the catalogue is the last.
pub(crate) fn open_data(progress: &Progress<'_>, addresses: &Addresses) -> Vec<export::File> {
    let made = Mutex::new(Vec::new());
    let put = |file: export::File| {
        made.lock().unwrap().push(file);
        Ok(())
    };
    for plan in &progress.plans {
        export::of_plan(progress, plan, addresses, &put).unwrap();
    }
    for agency in progress.site.agencies.keys() {
        put(export::calendar_of_agency(progress, agency, addresses)).unwrap();
        export::feeds_of_agency(progress, agency, addresses, &put).unwrap();
    }
    let tables = export::tables_of_site(progress, addresses);
    let written: Vec<_> = tables.iter().map(|table| table.write(&put).unwrap()).collect();
    let csv: Vec<_> = written.iter().map(|written| written.csv).collect();
    let sheets: Vec<_> = written.into_iter().filter_map(|written| written.sheet).collect();
    if export::have_workbook(&csv) {
        put(export::workbook_of_site(progress, &sheets)).unwrap();
    }
    put(export::package_of_site(progress, addresses, &csv)).unwrap();
    export::feeds_of_site(progress, addresses, &put).unwrap();
    let mut made = made.into_inner().unwrap();
    let closing = export::closing(progress, addresses, &known(&made));
    made.push(closing);
    made
}

/// What pages may tell of these files.
pub(crate) fn known(files: &[export::File]) -> export::Files {
    let mut known = export::Files::default();
    files.iter().for_each(|file| known.add(file.path.clone(), file.facts()));
    known
}

/// Builds a site that must have no errors.
#[track_caller]
pub(crate) fn build_well(request: &Request) -> Files {
    let (outcome, files) = build(request);
    assert!(outcome.complete, "{}", told(&outcome));
    files
}

/// How many steps a random walk takes in the nightly form, `.ci/nightly`; none in the usual one.
pub(crate) fn steps() -> Option<u32> {
    let steps = std::env::var("CONGKHAI_STEPS").ok()?;
    Some(steps.parse().expect("CONGKHAI_STEPS is a number"))
}

/// Compares with a file of expectations, or rewrites it.
#[track_caller]
pub(crate) fn expect_file(path: &Path, found: &str) {
    if let Err(told) = differs(path, found) {
        panic!("{told}");
    }
}

/// Sends a program what Ctrl-C sends it, as far as it still runs.
#[cfg(unix)]
pub(crate) fn interrupt(child: &Child) {
    use rustix::process::{Pid, Signal, kill_process};
    let _ = kill_process(Pid::from_child(child), Signal::INT);
}

/// The words of a command line; double quotes hold blanks.
pub(crate) fn typed(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words
}

/// The words of a page's own part, every space one.
#[track_caller]
pub(crate) fn page_words(files: &Files, path: &str) -> String {
    let found = files.iter().find(|(name, _)| name.as_str() == path);
    let (_, bytes) = found.unwrap_or_else(|| panic!("no page {path}"));
    let text = text_of(std::str::from_utf8(bytes).unwrap(), "id=noi-dung", None);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The visible words of a page's part, without what editors added.
pub(crate) fn text_of(html: &str, within: &str, without: Option<&str>) -> String {
    use html5gum::{Token, Tokenizer};
    const VOID: &[&[u8]] =
        &[b"area", b"br", b"col", b"hr", b"img", b"input", b"link", b"meta", b"wbr", b"rect"];
    const INLINE: &[&[u8]] = &[b"a", b"abbr", b"span", b"b", b"strong", b"em", b"small", b"time"];
    let mut text = String::new();
    let (mut depth, mut inside, mut skipped) = (0_usize, None, None);
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let has = |needle: &str| {
                    tag.attributes.iter().any(|(name, value)| {
                        let pair = format!(
                            "{}={}",
                            String::from_utf8_lossy(name),
                            String::from_utf8_lossy(value)
                        );
                        pair == needle || String::from_utf8_lossy(name) == *needle
                    })
                };
                if !INLINE.contains(&tag.name.as_slice()) {
                    text.push(' ');
                }
                if inside.is_none() && has(within) {
                    inside = Some(depth);
                }
                if skipped.is_none() && without.is_some_and(has) {
                    skipped = Some(depth);
                }
                if !tag.self_closing && !VOID.contains(&tag.name.as_slice()) {
                    depth += 1;
                } else if skipped == Some(depth) {
                    skipped = None;
                }
            }
            Token::EndTag(tag) => {
                if VOID.contains(&tag.name.as_slice()) {
                    continue;
                }
                if !INLINE.contains(&tag.name.as_slice()) {
                    text.push(' ');
                }
                depth = depth.saturating_sub(1);
                if inside == Some(depth) {
                    inside = None;
                }
                if skipped == Some(depth) {
                    skipped = None;
                }
            }
            Token::String(words) if inside.is_some() && skipped.is_none() => {
                text.push_str(&String::from_utf8_lossy(&words));
            }
            _ => {}
        }
    }
    text
}
