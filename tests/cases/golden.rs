//! Golden sites: a folder is a site with the output expected of it.
//!
//! A reviewer reads each thing once. Of every page kind one page's own part stands whole in `pages/`, without
//! the frame that all pages share; the frame stands whole in `frame.html`, of the home page and of a task's page;
//! all the rest is kept by checksum: own parts and files of data in `hashes.txt`, frames in `frames.txt`. The
//! shipped site keeps whole only the kinds that no fictional site has.
//!
//! The page kept of a kind is the one whose file stands in `pages/`, so that another can be chosen by renaming
//! the file and rewriting it; where none stands, it is the first.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, OnceLock};

use congkhai::output::Checksum;
use libtest_mimic::Trial;
use walkdir::WalkDir;

use crate::support::{Files, build, differs, request, root, told, updating};
use crate::{Failure, folders, trial};

/// A golden site.
struct Site {
    name: String,
    content: PathBuf,
    expected: PathBuf,
    /// Whether all its kinds are kept whole.
    fictional: bool,
    built: OnceLock<Built>,
}

/// What a golden site gave.
struct Built {
    problems: String,
    files: Files,
}

static SITES: LazyLock<Vec<Arc<Site>>> = LazyLock::new(|| {
    let site = |name: String, content, expected, fictional| {
        Arc::new(Site { name, content, expected, fictional, built: OnceLock::new() })
    };
    let fictional = folders(&root().join("tests/sites")).into_iter().map(|folder| {
        let name = folder.file_name().unwrap().display().to_string();
        site(name, folder.join("content"), folder.join("expected"), true)
    });
    let shipped =
        site("shipped".into(), root().join("content"), root().join("tests/shipped"), false);
    fictional.chain([shipped]).collect()
});

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for site in SITES.iter() {
        let mut add = |name: &str, check: fn(&Site) -> Result<(), Failure>| {
            let (name, site) = (format!("golden::{}::{name}", site.name), Arc::clone(site));
            trials.push(trial(name, move || check(&site)));
        };
        add("messages", messages);
        add("hashes", hashes);
        add("kinds", kinds);
        if site.fictional {
            add("frame", frame);
        }
        for path in site.standing() {
            let (name, site) = (format!("golden::{}::{path}", site.name), Arc::clone(site));
            trials.push(trial(name, move || site.check_whole(&path)));
        }
    }
    trials
}

impl Site {
    fn built(&self) -> &Built {
        self.built.get_or_init(|| {
            let (outcome, files) = build(&request(&self.content, None));
            let problems = told(&outcome).replace(&format!("{}/", root().display()), "");
            Built { problems, files }
        })
    }

    /// The site's files by name.
    fn files(&self) -> impl Iterator<Item = (&str, &Vec<u8>)> {
        self.built().files.iter().map(|(path, bytes)| (path.as_str(), bytes))
    }

    fn page(&self, path: &str) -> Option<Page> {
        let bytes = self.files().find(|(name, _)| *name == path)?.1;
        Some(Page::of(std::str::from_utf8(bytes).unwrap()))
    }

    /// The names of the files that are kept whole today.
    fn standing(&self) -> BTreeSet<String> {
        let pages = self.expected.join("pages");
        let files = WalkDir::new(&pages).into_iter().filter_map(Result::ok);
        let files = files.filter(|entry| entry.file_type().is_file());
        files.map(|file| file.path().strip_prefix(&pages).unwrap().display().to_string()).collect()
    }

    fn kinds(&self) -> BTreeMap<String, Vec<&str>> {
        let mut kinds: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (path, _) in self.files() {
            if let Some(kind) = kind_of(path) {
                kinds.entry(kind).or_default().push(path);
            }
        }
        kinds
    }

    /// The names of the files that are to be kept whole: of each kind the one that stands, else the first.
    fn wanted(&self) -> BTreeSet<String> {
        let mut kinds = self.kinds();
        if !self.fictional {
            let others = SITES.iter().filter(|site| site.fictional);
            let others: BTreeSet<_> = others.flat_map(|site| site.kinds().into_keys()).collect();
            kinds.retain(|kind, _| !others.contains(kind));
        }
        let standing = self.standing();
        let chosen = |paths: Vec<&str>| {
            let stands = paths.iter().find(|path| standing.contains(**path));
            (*stands.unwrap_or(&paths[0])).to_owned()
        };
        kinds.into_values().map(chosen).collect()
    }

    fn check_whole(&self, path: &str) -> Result<(), Failure> {
        let Some((_, bytes)) = self.files().find(|(name, _)| *name == path) else {
            // That the file is to go is told with the kinds.
            return if updating() { Ok(()) } else { Err(format!("{path} is made no more")) };
        };
        let text = std::str::from_utf8(bytes).unwrap();
        let text = if path.ends_with(".html") {
            lines(&Page::of(text).own)
        } else if path.ends_with(".json") {
            compact(text)
        } else {
            // Git turns CRLF into LF; the checksum keeps the bytes.
            text.replace("\r\n", "\n")
        };
        differs(&self.expected.join("pages").join(path), &text)
    }
}

fn messages(site: &Site) -> Result<(), Failure> {
    differs(&site.expected.join("problems.txt"), &site.built().problems)
}

/// Every byte of every file is compared, the frame of a page apart from its own part.
fn hashes(site: &Site) -> Result<(), Failure> {
    let (mut hashes, mut frames) = (String::new(), String::new());
    for (path, bytes) in site.files() {
        if path.ends_with(".html") {
            let page = Page::of(std::str::from_utf8(bytes).unwrap());
            writeln!(hashes, "{} {path}", Checksum::of(page.own.as_bytes())).unwrap();
            writeln!(frames, "{} {path}", Checksum::of(page.frame.as_bytes())).unwrap();
        } else {
            writeln!(hashes, "{} {path}", Checksum::of(bytes)).unwrap();
        }
    }
    let found = [("hashes.txt", hashes), ("frames.txt", frames)];
    let failures: Vec<_> = found
        .iter()
        .filter_map(|(name, found)| {
            let path = site.expected.join(name);
            let changed = changed(&fs::read_to_string(&path).unwrap_or_default(), found);
            differs(&path, found).err().map(|told| format!("{told}\nchanged: {changed}"))
        })
        .collect();
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

/// The names of the files whose lines differ, a kind a word.
fn changed(expected: &str, found: &str) -> String {
    let (expected, found): (BTreeSet<_>, BTreeSet<_>) =
        (expected.lines().collect(), found.lines().collect());
    let mut kinds: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for line in expected.symmetric_difference(&found) {
        let path = line.split_once(' ').map_or(*line, |(_, path)| path);
        kinds.entry(kind_of(path).unwrap_or_else(|| path.to_owned())).or_default().insert(path);
    }
    let kinds = kinds.into_iter().map(|(kind, paths)| format!("{kind} ({})", paths.len()));
    kinds.collect::<Vec<_>>().join(", ")
}

/// Of every kind one file is kept whole, and no other.
fn kinds(site: &Site) -> Result<(), Failure> {
    let (wanted, standing) = (site.wanted(), site.standing());
    if updating() {
        wanted.iter().try_for_each(|path| site.check_whole(path))?;
        for path in standing.difference(&wanted) {
            fs::remove_file(site.expected.join("pages").join(path)).unwrap();
        }
        return Ok(());
    }
    let missing: Vec<_> = wanted.difference(&standing).collect();
    let surplus: Vec<_> = standing.difference(&wanted).collect();
    if missing.is_empty() && surplus.is_empty() {
        return Ok(());
    }
    Err(format!("to be kept: {missing:?}\nto go: {surplus:?}\nUPDATE=1 cargo test sees to it"))
}

/// The frame of the home page, and of a page that has all parts of a frame.
fn frame(site: &Site) -> Result<(), Failure> {
    let tasks = site.kinds().remove("ke-hoach/*/nhiem-vu/*").unwrap();
    let mut text = String::new();
    for path in ["index.html", tasks[0]] {
        let page = site.page(path).unwrap();
        writeln!(text, "== {path}\n{}\n", lines(&page.frame)).unwrap();
    }
    differs(&site.expected.join("frame.html"), &text)
}

/// A page's own part, and what frames it.
struct Page {
    own: String,
    frame: String,
}

/// What stands in `<main>` and is the frame's: the pages of the plan, the tools with the citation.
const FRAMING: [(&str, &str); 2] =
    [(" class=plan-pages>", "</nav>"), (" class=page-tools>", "</section>")];

impl Page {
    fn of(html: &str) -> Self {
        let Some((head, rest)) = html.split_once("<main") else {
            return Self { own: html.to_owned(), frame: String::new() };
        };
        let (mut rest, foot) = rest.split_once("</main>").expect("a page ends its main part");
        let (mut own, mut frame) = (String::new(), format!("{head}<main"));
        let parts = FRAMING.iter().filter_map(|(class, end)| {
            let start = rest.find(class)?;
            let start = rest[..start].rfind('<')?;
            Some((start, start + rest[start..].find(end)? + end.len()))
        });
        let mut parts: Vec<_> = parts.collect();
        parts.sort_unstable();
        let mut taken = 0;
        for (start, end) in parts {
            own.push_str(&rest[..start - taken]);
            frame.push('…');
            frame.push_str(&rest[start - taken..end - taken]);
            own.push('…');
            rest = &rest[end - taken..];
            taken = end;
        }
        own.push_str(rest);
        frame.push('…');
        frame.push_str("</main>");
        frame.push_str(foot);
        Self { own, frame }
    }
}

/// Elements that begin a line.
const BLOCKS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "script",
    "section",
    "select",
    "style",
    "svg",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "title",
    "tr",
    "ul",
];

/// HTML to be read: an element a line, a row of a table and a drawing on one.
fn lines(html: &str) -> String {
    let mut lines = String::new();
    let (mut rest, mut whole, mut before) = (html, None, String::new());
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        let name = tag[1..].trim_start_matches('/');
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let opens = !tag.starts_with("</");
        // The terms of a group stand beside it; within text nothing begins a line.
        let grouped = name == "dt" && before == "div";
        let begins = opens && whole.is_none() && BLOCKS.contains(&name) && !grouped;
        // The space between blocks is nothing to read.
        if begins && text.trim().is_empty() {
            lines.push_str(if lines.is_empty() { "" } else { "\n" });
        } else {
            lines.push_str(text);
        }
        lines.push_str(tag);
        match whole {
            None if opens && ["tr", "svg"].contains(&name) => whole = Some(name),
            Some(element) if !opens && element == name => whole = None,
            _ => {}
        }
        before = if opens { name.to_owned() } else { String::new() };
        rest = after;
    }
    lines.push_str(rest);
    lines
}

/// JSON to be read: what fits on a line stands on one.
fn compact(json: &str) -> String {
    let (mut lines, mut openers): (Vec<String>, Vec<usize>) = (Vec::new(), Vec::new());
    for line in json.lines() {
        let closes = line.trim_start().starts_with(['}', ']']);
        if !closes && line.ends_with(['{', '[']) {
            openers.push(lines.len());
        }
        lines.push(line.to_owned());
        let Some(start) = closes.then(|| openers.pop()).flatten() else { continue };
        let rest = lines[start + 1..].iter().map(|line| line.trim_start());
        let joined = [lines[start].as_str()].into_iter().chain(rest).collect::<Vec<_>>().join(" ");
        if joined.chars().count() <= LINE {
            lines.truncate(start);
            lines.push(joined);
        }
    }
    lines.join("\n") + "\n"
}

/// So many characters of JSON a line has at most.
const LINE: usize = 160;

/// The kind of a file that is kept whole once: its path without the names of things; none where it only repeats
/// others.
fn kind_of(path: &str) -> Option<String> {
    if path.ends_with(".html") {
        let parts: Vec<&str> = path.split('/').collect();
        return Some(match parts[..] {
            ["ke-hoach", _, folder, name] if name != "index.html" => {
                format!("ke-hoach/*/{folder}/*")
            }
            ["ke-hoach", _, folder, name] => format!("ke-hoach/*/{folder}/{name}"),
            ["ke-hoach", _, name] => format!("ke-hoach/*/{name}"),
            [folder, name] if name != "index.html" => format!("{folder}/*"),
            _ => path.to_owned(),
        });
    }
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
