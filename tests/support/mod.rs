//! Building a site in memory, and files of expectations: what every binary of tests needs.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use congkhai::output::{InMemory, MemorySink, OutputPath};
use congkhai::pipeline::{self, Drafts, Outcome, Request, Watch};
use congkhai::source::Roots;
use congkhai::text::dates::parse_date;

/// The package's folder.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A request for the site at `content` under the built-in theme.
pub(crate) fn request(content: &Path, as_of: Option<&str>) -> Request {
    Request {
        roots: Roots { content: content.to_owned(), themes: content.with_file_name("themes") },
        as_of: as_of.map(|date| parse_date(date).unwrap()),
        today: parse_date("2026-11-24").unwrap(),
        base_url: None,
        strict: false,
        drafts: Drafts::LeftOut,
    }
}

/// The files of a site, by path.
pub(crate) type Files = BTreeMap<OutputPath, Vec<u8>>;

/// Builds into memory. What `check` says of the site, mostly without a page, must be the same.
#[track_caller]
pub(crate) fn build(request: &Request) -> (Outcome, Files) {
    let sink = MemorySink::new();
    let outcome = pipeline::run(request, &sink, &Watch::default()).unwrap();
    // A draft is judged by one and left out by the other; a theme of the site's own is judged on pages by both.
    if request.drafts == Drafts::LeftOut
        && !request.roots.themes.exists()
        && !outcome.problems.iter().any(|problem| problem.rule.code == "CK108")
    {
        let judging = Request { drafts: Drafts::Judged, ..request.clone() };
        let judged = pipeline::run(&judging, &MemorySink::new(), &Watch::default()).unwrap();
        assert_eq!(told(&judged), told(&outcome));
        assert_eq!(judged.complete, outcome.complete);
    }
    (outcome, files(sink.into_site()))
}

/// The files of a site in memory.
pub(crate) fn files(site: InMemory) -> Files {
    site.files.into_iter().map(|(path, bytes)| (path, bytes.bytes())).collect()
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
pub(crate) fn differs(path: &Path, found: &str) -> Result<(), String> {
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == found {
        return Ok(());
    }
    if updating() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, found).unwrap();
        return Ok(());
    }
    let line = expected.lines().zip(found.lines()).take_while(|(a, b)| a == b).count();
    Err(format!(
        "{} differs at line {}:\n  expected: {:?}\n  found:    {:?}\nUPDATE=1 cargo test rewrites it",
        path.display(),
        line + 1,
        expected.lines().nth(line).unwrap_or(""),
        found.lines().nth(line).unwrap_or(""),
    ))
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
