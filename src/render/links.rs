//! The check of every link of the finished site.
//!
//! In: the [`PageFacts`] of each page, from any thread in any order. Out: a problem for each link,
//! id or address that is wrong, once however many pages have it. Keeps addresses and hashes of
//! ids, never a page; fetches nothing.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Mutex, PoisonError};

use crate::diagnostic::catalog::{ck261, ck262, ck263, ck264, ck265};
use crate::diagnostic::{Diagnostic, Place};
use crate::output::OutputPath;
use crate::render::facts::{PageFacts, Use};
use crate::text::nearest;

/// For how many dead links a likely target is looked for; the rest is told without.
const GUESSES: usize = 50;

/// The links of a site, as they are gathered.
#[derive(Debug)]
pub struct LinkTable {
    base_path: String,
    gathered: Mutex<Gathered>,
}

/// A page and the template that made it; the first page by path stands for all.
type Seen = (String, String);

#[derive(Debug, Default)]
struct Gathered {
    /// Files of the site that are linked to, each with the fragments, the empty one for none.
    targets: BTreeMap<String, BTreeMap<String, Seen>>,
    outside: BTreeMap<String, Seen>,
    unsafe_addresses: BTreeMap<String, Seen>,
    remote: BTreeMap<String, Seen>,
    /// Ids that stand twice, by template.
    twice: BTreeMap<(String, String), Seen>,
    /// Hashes of page and id.
    ids: BTreeSet<u64>,
}

impl LinkTable {
    /// An empty table of a site that stands under `base_path`, such as `/` or `/tien-do/`.
    pub fn new(base_path: &str) -> Self {
        Self {
            base_path: format!("{}/", base_path.trim_end_matches('/')),
            gathered: Mutex::default(),
        }
    }

    /// Adds a page and the template that made it.
    pub fn add(&self, page: &OutputPath, template: &str, facts: &PageFacts) {
        let page = page.as_str();
        let seen = || (page.to_owned(), template.to_owned());
        let targets: Vec<_> = facts
            .links
            .iter()
            .map(|(purpose, address)| self.target(page, *purpose, address))
            .collect();
        let mut gathered = self.gathered.lock().unwrap_or_else(PoisonError::into_inner);
        gathered.ids.extend(facts.ids.iter().map(|id| id_hash(page, id)));
        for id in &facts.twice {
            note(&mut gathered.twice, (template.to_owned(), id.clone()), seen());
        }
        for target in targets {
            match target {
                Target::Elsewhere => {}
                Target::File { path, fragment } => {
                    note(gathered.targets.entry(path).or_default(), fragment, seen());
                }
                Target::Outside(address) => note(&mut gathered.outside, address, seen()),
                Target::Unsafe(address) => note(&mut gathered.unsafe_addresses, address, seen()),
                Target::Remote(address) => note(&mut gathered.remote, address, seen()),
            }
        }
    }

    /// The problems, once all pages were added; `files` are all files of the site, `place_of` gives
    /// the place of a template.
    pub fn check(
        self,
        files: &BTreeSet<OutputPath>,
        place_of: impl Fn(&str) -> Place,
    ) -> Vec<Diagnostic> {
        let Gathered { targets, outside, unsafe_addresses, remote, twice, ids } =
            self.gathered.into_inner().unwrap_or_else(PoisonError::into_inner);
        let files: BTreeSet<&str> = files.iter().map(OutputPath::as_str).collect();
        let mut problems = Vec::new();
        let mut guesses = GUESSES;
        for (target, fragments) in &targets {
            if !files.contains(target.as_str()) {
                let Some((page, template)) = fragments.values().min() else { continue };
                let near = if guesses == 0 { None } else { likely(target, &files) };
                guesses = guesses.saturating_sub(1);
                let shown = if target.is_empty() { "./" } else { target };
                problems.push(ck261::no_such_file(
                    place_of(template),
                    page,
                    shown,
                    near.as_deref(),
                ));
                continue;
            }
            for (id, (page, template)) in fragments {
                if has_ids(target) && !is_top(id) && !ids.contains(&id_hash(target, id)) {
                    problems.push(ck262::no_such_id(place_of(template), page, target, id));
                }
            }
        }
        let each = |list: &BTreeMap<String, Seen>,
                    problem: fn(Place, &str, &str) -> Diagnostic|
         -> Vec<Diagnostic> {
            list.iter()
                .map(|(address, (page, template))| problem(place_of(template), page, address))
                .collect()
        };
        problems.extend(each(&outside, ck261::outside));
        problems.extend(each(&unsafe_addresses, ck264::unsafe_address));
        problems.extend(each(&remote, ck265::remote));
        problems.extend(
            twice
                .iter()
                .map(|((_, id), (page, template))| ck263::id_twice(place_of(template), page, id)),
        );
        problems
    }

    fn target(&self, page: &str, purpose: Use, address: &str) -> Target {
        // Browsers drop tabs and line ends within an address, so `java\nscript:` is one too.
        let address: String =
            address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
        if let Some(scheme) = scheme(&address) {
            return match (scheme.as_str(), purpose) {
                ("http" | "https", Use::Load) => Target::Remote(address),
                ("http" | "https" | "mailto" | "tel", Use::Visit) => Target::Elsewhere,
                _ => Target::Unsafe(address),
            };
        }
        if address.starts_with("//") {
            return if purpose == Use::Load { Target::Remote(address) } else { Target::Elsewhere };
        }
        let (path, fragment) = address.split_once('#').unwrap_or((&address, ""));
        let path = path.split('?').next().unwrap_or_default();
        let resolved = match path.strip_prefix('/') {
            None if path.is_empty() => Some(page.to_owned()),
            None => resolve(page, &decoded(path)),
            Some(_) => path
                .strip_prefix(self.base_path.as_str())
                .and_then(|path| resolve("", &decoded(path))),
        };
        match resolved {
            Some(path) => Target::File { path, fragment: decoded(fragment) },
            None => Target::Outside(address),
        }
    }
}

enum Target {
    File {
        path: String,
        fragment: String,
    },
    Outside(String),
    Unsafe(String),
    Remote(String),
    /// Another site: neither ours to check nor loaded with the page.
    Elsewhere,
}

fn note<K: Ord>(list: &mut BTreeMap<K, Seen>, key: K, seen: Seen) {
    match list.entry(key) {
        Entry::Vacant(entry) => drop(entry.insert(seen)),
        Entry::Occupied(mut entry) if seen < *entry.get() => drop(entry.insert(seen)),
        Entry::Occupied(_) => {}
    }
}

fn id_hash(page: &str, id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (page, id).hash(&mut hasher);
    hasher.finish()
}

/// The scheme in lower case: letters, digits, `+`, `-`, `.` before the first colon.
fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let scheme = scheme.trim_start_matches(|c: char| c <= ' ');
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

/// The path as seen from the page; nothing where it leaves the site.
fn resolve(page: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            _ => parts.push(part),
        }
    }
    // A path that ends in a folder stays one, so that it is no file.
    if path.ends_with("/.") || path.ends_with("/..") || matches!(path, "." | "..") {
        parts.push("");
    }
    Some(parts.join("/"))
}

/// The text with `%C4%91` and the like decoded.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|c| char::from(*c).to_digit(16));
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = if bytes[at] == b'%' { digit(at + 1).zip(digit(at + 2)) } else { None };
        match pair {
            Some((high, low)) => {
                decoded.push(
                    u8::try_from(high * 16 + low).expect("two hexadecimal digits make a byte"),
                );
                at += 3;
            }
            None => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

/// Whether ids of the file were gathered; a fragment of a PDF means a page of it.
fn has_ids(path: &str) -> bool {
    path.ends_with(".html")
}

fn is_top(fragment: &str) -> bool {
    fragment.is_empty() || fragment.eq_ignore_ascii_case("top")
}

/// The file that was likely meant.
fn likely(target: &str, files: &BTreeSet<&str>) -> Option<String> {
    let folder = target.trim_end_matches('/');
    let index =
        if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") };
    if files.contains(index.as_str()) {
        return Some(index);
    }
    nearest(target, files.iter().copied()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourcePath;

    fn path(path: &str) -> OutputPath {
        OutputPath::new(path).unwrap()
    }

    /// Checks one page, `a/trang.html`, of a site under `/tien-do/` that also has `index.html`
    /// with the id `dd`, `a/b.pdf` and `đ.html`.
    #[track_caller]
    fn check(html: &str, expected: &[&str]) {
        let table = LinkTable::new("/tien-do");
        table.add(&path("index.html"), "home.html", &PageFacts::of(b"<p id=dd>"));
        table.add(&path("a/trang.html"), "task.html", &PageFacts::of(html.as_bytes()));
        let files = ["index.html", "a/trang.html", "a/b.pdf", "đ.html"].map(path).into();
        let problems = table.check(&files, |template| SourcePath::theme(template).whole());
        let found: Vec<String> = problems
            .iter()
            .map(|p| format!("{} {} {}", p.rule.code, p.place.file, p.what))
            .collect();
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            let parts = expected.split(" … ").all(|part| found.contains(part));
            assert!(parts, "{found} has not {expected}");
        }
    }

    #[test]
    fn good_links_pass() {
        check(
            "<a href=../index.html#dd><a href=b.pdf#page=2><a href='?x'><a href='#'><a href='#top'>",
            &[],
        );
        check(
            "<a href=/tien-do/index.html><a href=../%C4%91.html><a href=https://x.example><a href=tel:1>",
            &[],
        );
        check("<p id=x><a href='#x'><a href='trang.html?y#x'>", &[]);
    }

    #[test]
    fn dead_links_are_told_once() {
        check("<a href=c.html><img src=c.html>", &["CK261 task.html … “a/c.html”"]);
        check("<a href=..>", &["CK261 task.html … “./”"]);
        check(
            "<a href=../../x.html><a href=/khac/index.html>",
            &["CK261 … ../../", "CK261 … /khac/"],
        );
        check("<a href='../index.html#đ'>", &["CK262 … index.html không có chỗ mang id “đ”"]);
        check("<a href='#y'>", &["CK262 … a/trang.html … “y”"]);
    }

    #[test]
    fn addresses_that_no_page_may_have_are_told() {
        check("<a href=' JavaScript:x()'>", &["CK264"]);
        check("<a href='java&#10;script:x()'>", &["CK264"]);
        check("<img src='data:image/png;base64,AA=='>", &["CK264"]);
        check(
            "<img src=//x.example/a.png><script src=https://x.example></script>",
            &["CK265", "CK265"],
        );
    }

    #[test]
    fn ids_that_stand_twice_are_told() {
        check("<p id=x><p id=x>", &["CK263 task.html … “x”"]);
    }
}
