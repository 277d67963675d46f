//! The check of every link of the finished site.
//!
//! In: the [`PageFacts`] of each page, from any thread in any order. Out: a problem for each link,
//! id or address that is wrong and for all that loads or leads elsewhere, once however many pages have it. Keeps
//! addresses, and hashes of ids and of files that are sure to be there, never a page; fetches nothing.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Mutex, MutexGuard, PoisonError};

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

use crate::diagnostic::catalog::pages::told;
use crate::diagnostic::catalog::{ck261, ck262, ck263, ck264, ck265, ck266, ck267, ck268};
use crate::diagnostic::{Diagnostic, Place};
use crate::output::OutputPath;
use crate::render::facts::{Mark, PageFacts, Use};
use crate::text::address::{as_browsers_read, scheme};
use crate::text::nearest;

/// For how many dead links a likely target is looked for; the rest is told without.
const GUESSES: usize = 50;

/// The links of a site, as they are gathered.
#[derive(Debug)]
pub struct LinkTable {
    base_path: String,
    /// Hashes of the paths of files that are sure to be there, in order.
    sure: Vec<u64>,
    gathered: Mutex<Links>,
    /// Pages that could not be rendered: what they lack follows from that.
    failed: Mutex<BTreeSet<String>>,
}

/// The links of some pages, which can be kept and added to those of others. Of those that lead to files which are sure to
/// be there no more is known than that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Links {
    /// The pages that stand for others, each with the template that made it.
    pages: Vec<(String, String)>,
    /// Hashes of the files that are linked to and sure to be there.
    sure: Vec<u64>,
    /// Files of the site that are linked to and not sure to be there, or by places that other pages must have.
    files: BTreeMap<String, Linked>,
    /// Addresses that no page may have, by what is wrong.
    wrong: BTreeMap<(Wrong, String), Found>,
    /// What stands in pages against the site's policy.
    marks: BTreeMap<Mark, Found>,
    /// Ids that stand twice.
    twice: BTreeMap<String, Found>,
    /// Hashes of page and id.
    ids: Vec<u64>,
}

/// A file that is linked to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Linked {
    /// Where from, with or without a fragment; nothing where it is sure to be there.
    found: Option<Found>,
    /// The fragments.
    places: BTreeMap<String, Found>,
}

/// Where something stands: the first page by path, and on how many pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Found {
    /// The page's position among those that stand for others.
    page: u32,
    pages: u32,
    /// The address as that page writes it.
    written: String,
}

/// What is wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Wrong {
    /// It leaves the site's folder.
    Outside,
    /// Its kind is none that a page may have.
    Unsafe,
    /// Something is loaded from another host.
    Remote,
    /// What readers type goes to another host.
    Sent,
    /// The page goes to another host by itself.
    Moved,
}

impl LinkTable {
    /// An empty table of a site that stands under `base_path`, such as `/` or `/tien-do/`; `sure` are the files that it
    /// is sure to have.
    pub fn new<'f>(base_path: &str, sure: impl Iterator<Item = &'f str>) -> Self {
        let mut sure: Vec<u64> = sure.map(path_hash).collect();
        sure.sort_unstable();
        Self {
            base_path: format!("{}/", base_path.trim_end_matches('/')),
            sure,
            gathered: Mutex::default(),
            failed: Mutex::default(),
        }
    }

    /// The links of a page that this template made.
    pub fn links_of(&self, page: &OutputPath, template: &str, facts: PageFacts<'_>) -> Links {
        let page = page.as_str();
        let found = |written: &str| Found { page: 0, pages: 1, written: written.to_owned() };
        let mut sure = Vec::new();
        let mut files: BTreeMap<String, Linked> = BTreeMap::new();
        let mut wrong = BTreeMap::new();
        // A page that writes one address in two ways counts once.
        for (purpose, written) in &facts.links {
            match self.target(page, *purpose, written) {
                Target::Elsewhere => {}
                Target::File { path, fragment } => {
                    let hash = path_hash(&path);
                    let is_sure = self.sure.binary_search(&hash).is_ok();
                    if is_sure {
                        sure.push(hash);
                    }
                    let is_here = || path == page && facts.ids.contains(fragment.as_str());
                    // A fragment of a PDF means a page of it.
                    let is_place = !is_top(&fragment) && path.ends_with(".html") && !is_here();
                    if is_sure && !is_place {
                        continue;
                    }
                    let file = files.entry(path).or_default();
                    if !is_sure {
                        let written = written.split(['#', '?']).next().unwrap_or_default();
                        file.found.get_or_insert_with(|| found(written));
                    }
                    if is_place {
                        file.places.entry(fragment).or_insert_with(|| found(written));
                    }
                }
                Target::Wrong(kind, address) => {
                    wrong.insert((kind, address), found(written));
                }
            }
        }
        Links {
            pages: vec![(page.to_owned(), template.to_owned())],
            sure,
            files,
            wrong,
            marks: facts
                .marks
                .into_iter()
                .map(|mark| {
                    let found = found(&in_markup(&mark));
                    (mark, found)
                })
                .collect(),
            twice: facts.twice.into_iter().map(|id| (id.into_owned(), found(""))).collect(),
            ids: facts.ids.iter().map(|id| id_hash(page, id)).collect(),
        }
    }

    /// Whether all files that pages of a former site were sure of are sure to be in this one.
    pub fn bears(&self, links: &Links) -> bool {
        links.sure.iter().all(|hash| self.sure.binary_search(hash).is_ok())
    }

    /// Adds the links of some pages.
    pub fn add(&self, mut links: Links) {
        links.sure = Vec::new();
        hold(&self.gathered).add(links);
    }

    /// Tells of a page that could not be rendered: that it lacks what others link to is no fault of theirs.
    pub fn add_failed(&self, page: &OutputPath) {
        hold(&self.failed).insert(page.as_str().to_owned());
    }

    /// The problems, once all pages were added; `files` gives all files of the site, and is asked only where a link leads
    /// to none that is sure to be there, `place_of` gives the place of a
    /// template, or where the theme writes these words. What is wrong on many pages is told once.
    pub fn check(
        self,
        files: impl FnOnce() -> BTreeSet<OutputPath>,
        place_of: impl Fn(&str, &str) -> Place,
    ) -> Vec<Diagnostic> {
        let failed = self.failed.into_inner().unwrap_or_else(PoisonError::into_inner);
        let links = self.gathered.into_inner().unwrap_or_else(PoisonError::into_inner);
        let Links { pages: seen, sure: _, files: linked, wrong, marks, twice, mut ids } = links;
        ids.sort_unstable();
        let files = LazyCell::new(files);
        let place = |found: &Found| place_of(&seen[found.page as usize].1, &found.written);
        let pages = |found: &Found| told(&seen[found.page as usize].0, found.pages as usize);
        let mut problems = Vec::new();
        let (mut no_files, mut no_ids) = (BTreeMap::new(), BTreeMap::new());
        for (target, file) in &linked {
            let unsure = file.found.as_ref();
            if let Some(found) = unsure.filter(|_| !files.contains(target.as_str())) {
                same_words(&mut no_files, target, found, (target, ""), &seen);
            } else if !failed.contains(target) {
                for (id, found) in &file.places {
                    if ids.binary_search(&id_hash(target, id)).is_err() {
                        let place = format!("{target}#{id}");
                        same_words(&mut no_ids, &place, found, (target, id), &seen);
                    }
                }
            }
        }
        let mut guesses = GUESSES;
        for (found, (target, _)) in no_files.values() {
            let near = if guesses == 0 { None } else { likely(target, &files) };
            guesses = guesses.saturating_sub(1);
            let shown = if target.is_empty() { "./" } else { target };
            problems.push(ck261::no_such_file(place(found), &pages(found), shown, near.as_deref()));
        }
        for (found, (target, id)) in no_ids.values() {
            problems.push(ck262::no_such_id(place(found), &pages(found), target, id));
        }
        problems.extend(wrong.iter().map(|((wrong, address), found)| {
            let problem = match wrong {
                Wrong::Outside => ck261::outside,
                Wrong::Unsafe => ck264::unsafe_address,
                Wrong::Remote => ck265::remote,
                Wrong::Sent => ck266::sent,
                Wrong::Moved => ck266::moved,
            };
            problem(place(found), &pages(found), address)
        }));
        problems.extend(marks.iter().map(|(mark, found)| {
            let (at, pages) = (place(found), pages(found));
            match mark {
                Mark::Script => ck267::script(at, &pages),
                Mark::Handler(name) => ck267::handler(at, &pages, name),
                Mark::Style => ck267::style(at, &pages),
                Mark::StyleAttribute(element) => ck267::style_attribute(at, &pages, element),
                Mark::Frame(element) => ck268::frame(at, &pages, element),
                Mark::Document => ck268::document(at, &pages),
                Mark::Base(address) => ck266::base(at, &pages, address),
            }
        }));
        problems.extend(
            twice.iter().map(|(id, found)| ck263::id_twice(place(found), &pages(found), id)),
        );
        problems
    }

    fn target(&self, page: &str, purpose: Use, address: &str) -> Target {
        let address = as_browsers_read(address);
        if let Some(scheme) = scheme(&address) {
            let wrong = match (scheme.as_str(), purpose) {
                ("http" | "https" | "mailto" | "tel", Use::Visit) => return Target::Elsewhere,
                ("http" | "https", Use::Load) => Wrong::Remote,
                ("http" | "https" | "mailto", Use::Send) => Wrong::Sent,
                ("http" | "https", Use::Move) => Wrong::Moved,
                _ => Wrong::Unsafe,
            };
            return Target::Wrong(wrong, address.into_owned());
        }
        if address.starts_with("//") {
            let wrong = match purpose {
                Use::Visit => return Target::Elsewhere,
                Use::Load => Wrong::Remote,
                Use::Send => Wrong::Sent,
                Use::Move => Wrong::Moved,
            };
            return Target::Wrong(wrong, address.into_owned());
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
            Some(path) => Target::File { path, fragment: decoded(fragment).into_owned() },
            None => Target::Wrong(Wrong::Outside, address.into_owned()),
        }
    }
}

enum Target {
    File {
        path: String,
        fragment: String,
    },
    Wrong(Wrong, String),
    /// Another site: neither ours to check nor loaded with the page.
    Elsewhere,
}

impl Links {
    /// Adds the links of other pages.
    pub fn add(&mut self, others: Links) {
        let Links { pages, sure, files, wrong, marks, twice, ids } = others;
        self.sure.extend(sure);
        let first = u32::try_from(self.pages.len()).expect("a site has fewer pages");
        self.pages.extend(pages);
        let seen = &self.pages;
        for (path, Linked { found, places }) in files {
            let known = self.files.entry(path).or_default();
            if let Some(mut found) = found {
                found.page += first;
                match &mut known.found {
                    Some(known) => known.join(found, seen),
                    None => known.found = Some(found),
                }
            }
            note_all(&mut known.places, places, first, seen);
        }
        note_all(&mut self.wrong, wrong, first, seen);
        note_all(&mut self.marks, marks, first, seen);
        note_all(&mut self.twice, twice, first, seen);
        self.ids.extend(ids);
    }

    /// The same without what these pages have themselves, and without those that stand for nothing.
    #[must_use]
    pub fn compact(mut self) -> Self {
        self.sure.sort_unstable();
        self.sure.dedup();
        self.ids.sort_unstable();
        let ids = &self.ids;
        self.files.retain(|path, file| {
            file.places.retain(|id, _| ids.binary_search(&id_hash(path, id)).is_err());
            file.found.is_some() || !file.places.is_empty()
        });
        let mut positions = BTreeMap::new();
        let mut pages = Vec::new();
        let found = self
            .files
            .values_mut()
            .flat_map(|file| file.found.iter_mut().chain(file.places.values_mut()));
        let others = self.wrong.values_mut().chain(self.marks.values_mut());
        for found in found.chain(others).chain(self.twice.values_mut()) {
            let position = positions.entry(found.page).or_insert_with(|| {
                pages.push(std::mem::take(&mut self.pages[found.page as usize]));
                u32::try_from(pages.len() - 1).expect("there were as many before")
            });
            found.page = *position;
        }
        self.pages = pages;
        self
    }
}

impl Found {
    /// Takes note of the same on other pages.
    fn join(&mut self, other: Found, seen: &[(String, String)]) {
        let pages = self.pages + other.pages;
        if seen[other.page as usize] < seen[self.page as usize] {
            *self = other;
        }
        self.pages = pages;
    }
}

/// Adds what was found on other pages, whose positions begin at `first`.
fn note_all<K: Ord>(
    list: &mut BTreeMap<K, Found>,
    others: BTreeMap<K, Found>,
    first: u32,
    seen: &[(String, String)],
) {
    for (key, mut found) in others {
        found.page += first;
        match list.entry(key) {
            Entry::Vacant(entry) => drop(entry.insert(found)),
            Entry::Occupied(mut entry) => entry.get_mut().join(found, seen),
        }
    }
}

/// Adds a dead link to those that are told: one that a template writes alike on many pages leads from each folder to
/// another file that is not there, and is one fault. A way up is told by where it leads, since each depth writes another.
fn same_words<'a>(
    list: &mut BTreeMap<String, (Found, (&'a str, &'a str))>,
    target: &str,
    found: &Found,
    told: (&'a str, &'a str),
    seen: &[(String, String)],
) {
    let written = &found.written;
    let key = match written.starts_with("..") || written.starts_with('/') {
        true => format!("/{target}"),
        false => written.clone(),
    };
    match list.entry(key) {
        Entry::Vacant(entry) => drop(entry.insert((found.clone(), told))),
        Entry::Occupied(mut entry) => {
            let pages = entry.get().0.pages + found.pages;
            if seen[found.page as usize] < seen[entry.get().0.page as usize] {
                entry.insert((found.clone(), told));
            }
            entry.get_mut().0.pages = pages;
        }
    }
}

/// How a template is likely to write it.
fn in_markup(mark: &Mark) -> String {
    match mark {
        Mark::Script => "<script>".to_owned(),
        Mark::Handler(name) => format!("{name}="),
        Mark::Style => "<style".to_owned(),
        Mark::StyleAttribute(_) => " style=".to_owned(),
        Mark::Frame(element) => format!("<{element}"),
        Mark::Document => "srcdoc".to_owned(),
        Mark::Base(address) => address.clone(),
    }
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn id_hash(page: &str, id: &str) -> u64 {
    hash((page, id))
}

fn path_hash(path: &str) -> u64 {
    hash(path)
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The path as seen from the page; nothing where it leaves the site.
fn resolve(page: &str, path: &str) -> Option<String> {
    let mut resolved = String::with_capacity(page.len() + path.len());
    resolved.push_str(folder(page));
    // How many parts it has: a single one may be empty.
    let mut depth = page.matches('/').count();
    let push = |resolved: &mut String, depth: &mut usize, part: &str| {
        if *depth > 0 {
            resolved.push('/');
        }
        resolved.push_str(part);
        *depth += 1;
    };
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => {
                depth = depth.checked_sub(1)?;
                resolved.truncate(folder(&resolved).len());
            }
            _ => push(&mut resolved, &mut depth, part),
        }
    }
    // A path that ends in a folder stays one, so that it is no file.
    if path.ends_with("/.") || path.ends_with("/..") || matches!(path, "." | "..") {
        push(&mut resolved, &mut depth, "");
    }
    Some(resolved)
}

/// What stands before the last `/`.
fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The text with `%C4%91` and the like decoded.
fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8().unwrap_or(Cow::Borrowed(text))
}

fn is_top(fragment: &str) -> bool {
    fragment.is_empty() || fragment.eq_ignore_ascii_case("top")
}

/// The file that was likely meant.
fn likely(target: &str, files: &BTreeSet<OutputPath>) -> Option<String> {
    let folder = target.trim_end_matches('/');
    let index =
        if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") };
    if files.contains(index.as_str()) {
        return Some(index);
    }
    nearest(target, files.iter().map(OutputPath::as_str)).map(str::to_owned)
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
        const FILES: [&str; 4] = ["index.html", "a/trang.html", "a/b.pdf", "đ.html"];
        // What is known of the files before the pages are read changes nothing of what is told.
        for sure in [&[][..], &FILES[..1], &FILES[..2], &FILES] {
            told(LinkTable::new("/tien-do", sure.iter().copied()), FILES, html, expected);
        }
    }

    #[track_caller]
    fn told(table: LinkTable, files: [&str; 4], html: &str, expected: &[&str]) {
        let add = |name, template, html: &str| {
            let links = table.links_of(&path(name), template, PageFacts::of(html.as_bytes()));
            table.add(links.compact());
        };
        add("index.html", "home.html", "<p id=dd>");
        add("a/trang.html", "task.html", html);
        let problems = table
            .check(|| files.map(path).into(), |template, _| SourcePath::theme(template).whole());
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
    fn what_sends_readers_away_or_runs_in_the_page_is_told() {
        check("<form action=//x.example>", &["CK266 … //x.example"]);
        check("<form action='mailto:a@x.example'>", &["CK266"]);
        check("<form action='javascript:x'>", &["CK264"]);
        check("<form action=''><form action=../index.html>", &[]);
        check("<meta http-equiv=refresh content='0;//x.example'>", &["CK266 … //x.example"]);
        check("<meta http-equiv=refresh content='0;url=c.html'>", &["CK261"]);
        check("<base href=/>", &["CK266"]);
        check("<a href=b.pdf ping=\\\\x.example/a>", &["CK265 … //x.example/a"]);
        check("<p style='a:url(//x.example)'>", &["CK265", "CK267 … p"]);
        check("<script>x</script><style>a{}</style><p onclick=x>", &["CK267"; 3]);
        check("<iframe srcdoc=x></iframe>", &["CK268 … iframe", "CK268 … srcdoc"]);
    }

    /// The problems of a site in which each of these pages has this part.
    fn on_pages(html: &str, pages: &[&str], failed: &[&str]) -> Vec<String> {
        let table = LinkTable::new("/", pages.iter().copied());
        for page in pages {
            table.add(table.links_of(&path(page), "base.html", PageFacts::of(html.as_bytes())));
        }
        failed.iter().for_each(|page| table.add_failed(&path(page)));
        let files = || pages.iter().chain(failed).map(|name| path(name)).collect();
        let problems = table.check(files, |template, _| SourcePath::theme(template).whole());
        problems.into_iter().map(|problem| problem.what).collect()
    }

    #[test]
    fn what_is_wrong_on_many_pages_is_told_once() {
        let pages = ["a.html", "b/c.html", "b/d/e.html"];
        for part in [
            "<a href=khong-co.html>",
            "<a href='#khong-co'>",
            "<img src=https://x.example>",
            "<p id=x><p id=x>",
            "<p onclick=x>",
        ] {
            let told = on_pages(part, &pages, &[]);
            assert_eq!(told.len(), 1, "{told:?}");
            assert!(told[0].contains("Trang a.html và 2 trang khác"), "{told:?}");
        }
    }

    #[test]
    fn a_page_that_could_not_be_rendered_is_no_fault_of_those_that_lead_to_it() {
        assert_eq!(on_pages("<a href='b.html#x'>", &["a.html"], &["b.html"]), [""; 0]);
    }

    #[test]
    fn links_that_were_sure_hold_while_their_files_are_there() {
        let html = "<a href=c.html><a href=../x.html>";
        let of = |sure: &[&str]| LinkTable::new("/", sure.iter().copied());
        let table = of(&["a/b.html", "a/c.html"]);
        let links = table.links_of(&path("a/b.html"), "a.html", PageFacts::of(html.as_bytes()));
        let links = links.compact();
        assert!(table.bears(&links) && of(&["a/c.html"]).bears(&links));
        assert!(!of(&["a/b.html", "x.html"]).bears(&links));
    }

    #[test]
    fn addresses_are_read_from_their_page() {
        for (page, address, expected) in [
            ("a.html", "b.html", Some("b.html")),
            ("a.html", "./b/c.html", Some("b/c.html")),
            ("x/y/a.html", "../../b.html", Some("b.html")),
            ("x/y/a.html", "../b/../c.html", Some("x/c.html")),
            ("x/a.html", "..", Some("")),
            ("x/y/a.html", "..", Some("x/")),
            ("x/a.html", "b/.", Some("x/b/")),
            ("a.html", "b//c.html", Some("b//c.html")),
            ("", "/b.html", Some("/b.html")),
            ("", "/../b.html", Some("b.html")),
            ("a.html", "../b.html", None),
            ("x/a.html", "../../b.html", None),
        ] {
            assert_eq!(resolve(page, address).as_deref(), expected, "{page} {address}");
        }
    }

    #[test]
    fn ids_that_stand_twice_are_told() {
        check("<p id=x><p id=x>", &["CK263 task.html … “x”"]);
    }
}
