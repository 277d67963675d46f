//! Which open pages have to load again, and what is added to every page so that they do.
//!
//! In: the files before and after a build. Out: their [`Changes`], the events that tell them, and a served
//! page with its band and script. A tab that was asleep asks with the generation it has seen.

use std::collections::BTreeMap;

use axum::body::Bytes;
use serde::Serialize;

use super::preview::{Files, Preview};
use crate::output::OutputPath;

/// The folder of what only the preview has; no site can have a file there.
pub(super) const FOLDER: &str = "/__xem-thu/";
/// The script of every served page.
pub(super) const SCRIPT: &str = include_str!("xem-thu.js");
/// The looks of the band and of the page of problems.
pub(super) const STYLE: &str = include_str!("xem-thu.css");
/// The sign of the page of problems, or a browser would ask for one of its own.
pub(super) const ICON: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8" fill="#8c1515"/><path d="M8 3v6m0 2v2" stroke="#fff" stroke-width="2"/></svg>"##;

/// What differs between two builds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Changes {
    /// Pages that were added, changed or removed.
    #[serde(rename = "trang")]
    pages: Vec<String>,
    /// Style sheets: the old path and the new one.
    #[serde(rename = "kieu")]
    styles: Vec<(String, String)>,
    /// All other files.
    #[serde(rename = "tep")]
    files: Vec<String>,
}

impl Changes {
    /// Compares by bytes. A page in which only the name of a style sheet differs is the same page.
    pub(super) fn between(old: &Files, new: &Files) -> Self {
        let gone = old.keys().filter(|path| !new.contains_key(*path));
        let differing = new.iter().filter(|(path, bytes)| old.get(*path) != Some(*bytes));
        let mut changed: Vec<&OutputPath> = gone.chain(differing.map(|(path, _)| path)).collect();
        changed.sort();
        let mut changes = Self { styles: styles(old, new), ..Self::default() };
        for path in changed {
            let name = path.as_str();
            if name.ends_with(".css") {
                let paired = |(was, is): &(String, String)| was == name || is == name;
                if !changes.styles.iter().any(paired) {
                    changes.files.push(name.to_owned());
                }
            } else if !name.ends_with(".html") {
                changes.files.push(name.to_owned());
            } else if !changes.restyled(old.get(path), new.get(path)) {
                changes.pages.push(name.to_owned());
            }
        }
        changes
    }

    /// Whether a page differs from what it was in the names of style sheets only, and in the version of
    /// its citation, which follows from them.
    fn restyled(&self, old: Option<&Bytes>, new: Option<&Bytes>) -> bool {
        let text = |bytes| std::str::from_utf8(bytes).ok();
        let (Some(old), Some(new)) =
            (old.and_then(|bytes| text(bytes)), new.and_then(|bytes| text(bytes)))
        else {
            return false;
        };
        let renamed =
            self.styles.iter().fold(old.to_owned(), |page, (was, is)| page.replace(was, is));
        !self.styles.is_empty() && renamed == new
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(super) fn len(&self) -> usize {
        self.pages.len() + self.styles.len() + self.files.len()
    }
}

/// Style sheets that took the place of another: the same path, but for the fingerprint in it.
fn styles(old: &Files, new: &Files) -> Vec<(String, String)> {
    let sheets = |files: &Files, others: &Files| -> BTreeMap<String, String> {
        files
            .iter()
            .filter(|(path, bytes)| {
                path.as_str().ends_with(".css") && others.get(*path) != Some(*bytes)
            })
            .map(|(path, _)| (without_fingerprint(path.as_str()), path.as_str().to_owned()))
            .collect()
    };
    let before = sheets(old, new);
    let after = sheets(new, old);
    before.iter().filter_map(|(name, was)| Some((was.clone(), after.get(name)?.clone()))).collect()
}

/// `tai-nguyen/trang.0a1b2c3d4e.css` as `tai-nguyen/trang.css`.
fn without_fingerprint(path: &str) -> String {
    let mut parts: Vec<&str> = path.rsplitn(3, '.').collect();
    if parts.len() == 3 {
        parts.remove(1);
    }
    parts.reverse();
    parts.join(".")
}

/// In which generation each file changed last.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    pages: BTreeMap<String, u64>,
    files: BTreeMap<String, u64>,
    styles: Vec<(u64, (String, String))>,
}

impl History {
    pub(super) fn add(&mut self, generation: u64, changes: &Changes) {
        self.pages.extend(changes.pages.iter().map(|page| (page.clone(), generation)));
        self.files.extend(changes.files.iter().map(|file| (file.clone(), generation)));
        self.styles.extend(changes.styles.iter().map(|pair| (generation, pair.clone())));
    }

    /// All that changed after a generation was seen.
    fn since(&self, seen: u64) -> Changes {
        let after = |paths: &BTreeMap<String, u64>| {
            let later = paths.iter().filter(|(_, generation)| **generation > seen);
            later.map(|(path, _)| path.clone()).collect()
        };
        let styles = self.styles.iter().filter(|(generation, _)| *generation > seen);
        Changes {
            pages: after(&self.pages),
            styles: styles.map(|(_, pair)| pair.clone()).collect(),
            files: after(&self.files),
        }
    }
}

/// What a tab is told.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    changes: Changes,
    /// What the band says.
    #[serde(rename = "bang")]
    complaint: &'a str,
    /// Whether newer pages are kept back.
    #[serde(rename = "loi")]
    blocked: bool,
}

/// What a tab that has seen a generation does not know yet, as JSON.
pub(super) fn told(preview: &Preview, seen: u64) -> String {
    let complaint = preview.complaint();
    let told = Told {
        changes: preview.history.since(seen),
        complaint: &complaint,
        blocked: preview.is_blocked(),
    };
    serde_json::to_string(&told).expect("text and numbers can be written as JSON")
}

/// What a served page is: it decides what makes its tab load again.
pub(super) enum Role<'a> {
    /// These files of the site; the second of them is one that was asked for in vain.
    Page(&'a [&'a str]),
    /// Problems, in place of a page or for themselves: any change makes it load again.
    Problems,
}

/// The page with its band and script, which stand before the end of its body.
pub(super) fn decorated(page: &[u8], preview: &Preview, session: &str, role: &Role<'_>) -> Vec<u8> {
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|part| part.eq_ignore_ascii_case(end));
    let (before, after) = page.split_at(at.unwrap_or(page.len()));
    let mut whole = Vec::with_capacity(page.len() + 1024);
    whole.extend_from_slice(before);
    whole.extend_from_slice(band(preview, session, role).as_bytes());
    whole.extend_from_slice(after);
    whole
}

fn band(preview: &Preview, session: &str, role: &Role<'_>) -> String {
    let complaint = escaped(&preview.complaint());
    let class = if preview.is_blocked() { " class=\"loi\"" } else { "" };
    let hidden = if complaint.is_empty() { " hidden" } else { "" };
    let files = match role {
        // No path of the site holds this sign (see OutputPath).
        Role::Page(paths) => format!("data-trang=\"{}\"", escaped(&paths.join("|"))),
        Role::Problems => "data-van-de".to_owned(),
    };
    let generation = preview.generation;
    format!(
        "<link rel=\"stylesheet\" href=\"{FOLDER}xem-thu.css\"><aside id=\"congkhai-xem-thu\"{class} aria-label=\"Bản xem thử\"><strong>Bản xem thử, chưa công bố.</strong> <span role=\"status\">{complaint}</span> <a href=\"{FOLDER}van-de\"{hidden}>Xem vấn đề</a></aside><script src=\"{FOLDER}xem-thu.js\" data-ban=\"{session}.{generation}\" {files}></script>"
    )
}

/// Text that HTML takes as text, also within quotes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
