//! Building a site in memory, and files of expectations.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use congkhai::export::{self, Addresses};
use congkhai::output::{MemorySink, OutputPath};
use congkhai::pages::PageOptions;
use congkhai::pipeline::{self, Outcome, Request, Watch};
use congkhai::source::Roots;
use congkhai::text::dates::parse_date;

/// The package's folder.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The shipped content.
pub(crate) fn shipped() -> PathBuf {
    root().join("content")
}

/// A request for the site at `content` under the built-in theme.
pub(crate) fn request(content: &Path, as_of: Option<&str>) -> Request {
    Request {
        roots: Roots { content: content.to_owned(), themes: content.with_file_name("themes") },
        as_of: as_of.map(|date| parse_date(date).unwrap()),
        today: parse_date("2026-11-24").unwrap(),
        base_url: None,
        strict: false,
    }
}

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
    }
}

/// The files of a site, by path.
pub(crate) type Files = BTreeMap<OutputPath, Vec<u8>>;

/// Builds into memory.
pub(crate) fn build(request: &Request) -> (Outcome, Files) {
    let sink = MemorySink::new();
    let outcome = pipeline::run(request, &sink, &Watch::default()).unwrap();
    (outcome, sink.into_parts().1)
}

/// Builds a site that must have no errors.
#[track_caller]
pub(crate) fn build_well(request: &Request) -> Files {
    let (outcome, files) = build(request);
    assert!(outcome.complete, "{}", told(&outcome));
    files
}

/// All problems of a run, as the terminal shows them.
pub(crate) fn told(outcome: &Outcome) -> String {
    use congkhai::diagnostic::{sorted, terminal};
    let located = sorted(&outcome.problems, &outcome.tree);
    terminal::render(&located, &outcome.tree, terminal::Style::Plain, 100)
}

/// Whether expectations are to be rewritten.
pub(crate) fn updating() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// Compares with a file of expectations, or rewrites it.
#[track_caller]
pub(crate) fn expect_file(path: &Path, found: &str) {
    if updating() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, found).unwrap();
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected != found {
        let line = expected.lines().zip(found.lines()).take_while(|(a, b)| a == b).count();
        panic!(
            "{} differs at line {}:\n  expected: {:?}\n  found:    {:?}\nUPDATE=1 cargo test rewrites it",
            path.display(),
            line + 1,
            expected.lines().nth(line).unwrap_or(""),
            found.lines().nth(line).unwrap_or(""),
        );
    }
}

/// Sub-folders of `folder`, by name.
pub(crate) fn folders(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    found
}

/// Copies a folder into another, file by file.
pub(crate) fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(&target).unwrap();
        } else {
            fs::copy(entry.path(), &target).unwrap();
        }
    }
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
