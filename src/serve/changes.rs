//! What a build changed in the files that are shown, and when each changed last.
//!
//! In: the files before and after a build. Out: their [`Changes`]; all of those since a generation.

use std::cmp::Ordering;
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
        let mut changes = Self { styles: styles(old, new), ..Self::default() };
        for path in differing(old, new) {
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

/// The files that are not the same in both, in order; both are walked once, side by side.
fn differing<'f>(old: &'f Files, new: &'f Files) -> Vec<&'f OutputPath> {
    let (mut old, mut new) = (old.iter().peekable(), new.iter().peekable());
    let mut differing = Vec::new();
    loop {
        let order = match (old.peek(), new.peek()) {
            (Some((was, _)), Some((is, _))) => was.cmp(is),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return differing,
        };
        let was = if order.is_le() { old.next() } else { None };
        let is = if order.is_ge() { new.next() } else { None };
        if was.map(|(_, bytes)| bytes) != is.map(|(_, bytes)| bytes) {
            differing.extend(was.or(is).map(|(path, _)| path));
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn files(all: &str) -> Files {
        let file = |(path, bytes): (&str, &str)| {
            (OutputPath::new(path).unwrap(), Held::of(bytes.as_bytes()))
        };
        all.split_whitespace().filter_map(|file| file.split_once('=')).map(file).collect()
    }

    #[test]
    fn every_file_that_came_went_or_changed_is_told_once() {
        for (old, new, expected) in [
            ("", "", ""),
            ("a=1 b=1", "a=1 b=1", ""),
            ("", "a=1 b=1", "a b"),
            ("a=1 b=1", "", "a b"),
            ("b=1", "a=1 b=1 c=1", "a c"),
            ("a=1 b=1 c=1", "b=1", "a c"),
            ("a=1 b=1 c=1", "a=2 b=1 d=1", "a c d"),
            ("a=1 c=1", "b=1 c=2", "a b c"),
        ] {
            let changes = Changes::between(&files(old), &files(new));
            assert_eq!(changes.files.join(" "), expected, "{old:?} {new:?}");
            assert_eq!(changes.len(), expected.split_whitespace().count());
        }
    }

    #[test]
    fn a_page_whose_style_sheet_alone_has_another_name_is_the_same() {
        let old = files("a.0a.css=1 trang.html=xem:a.0a.css khac.html=xem:a.0a.css,1");
        let new = files("a.0b.css=2 trang.html=xem:a.0b.css khac.html=xem:a.0b.css,2");
        let changes = Changes::between(&old, &new);
        assert_eq!(changes.pages, ["khac.html"]);
        assert_eq!(changes.styles, [("a.0a.css".to_owned(), "a.0b.css".to_owned())]);
        assert!(changes.files.is_empty());
    }
}
