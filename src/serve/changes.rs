//! What a build changed in the files that are shown, and when each changed last.
//!
//! In: the files before and after a build. Out: their [`Changes`]; all of those since a generation.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::output::{Held, OutputPath};

/// The files that are shown.
pub(super) type Files = BTreeMap<OutputPath, Held>;

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
    fn restyled(&self, old: Option<&Held>, new: Option<&Held>) -> bool {
        if self.styles.is_empty() {
            return false;
        }
        let text = |held: &Held| String::from_utf8(held.bytes()).ok();
        let (Some(old), Some(new)) = (old.and_then(text), new.and_then(text)) else {
            return false;
        };
        let renamed = self.styles.iter().fold(old, |page, (was, is)| page.replace(was, is));
        renamed == new
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
    pub(super) fn since(&self, seen: u64) -> Changes {
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
