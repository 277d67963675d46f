//! Which file is which document.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::raw::{
    RawAgency, RawCorrections, RawGlossary, RawGroups, RawLibrary, RawPage, RawPlan,
    RawReorganisations, RawReports, RawSiteFile, RawTask,
};
use super::{Prose, RawPlanText, front_matter, markdown, plan_text, yaml};
use crate::diagnostic::catalog::{ck005, ck006, ck104};
use crate::diagnostic::{Diagnostics, Severity, SourcePath};
use crate::load::{SourceFile, SourceTree};
use crate::memo::Memo;
use crate::output::Checksum;
use crate::text::near::nearest;
use crate::text::slug;

/// A document and the file that it was read from.
#[derive(Clone, Debug)]
pub struct Doc<T> {
    /// The file.
    pub source: SourcePath,
    /// The document.
    pub value: T,
}

/// A task's file.
#[derive(Clone, Debug)]
pub struct RawTaskFile {
    /// The file's name in the plan's folder, such as `nhiem-vu/3-1.md`.
    pub name: String,
    /// The front matter.
    pub front: RawTask,
    /// The narrative.
    pub prose: Prose,
}

impl RawTaskFile {
    /// Whether the number is one, and its file bears it: task 3.1 stands in `3-1.md`.
    pub fn bears_its_number(&self) -> bool {
        let number = &self.front.so;
        is_task_number(number) && self.name == format!("nhiem-vu/{}.md", slug(number))
    }
}

/// Whether the text has the letters, digits and dots of a task's number.
pub fn is_task_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '.')
}

/// A plan's text and the file that its spans lie in.
#[derive(Clone, Debug)]
pub struct RawPlanTextFile {
    /// What was read.
    pub text: RawPlanText,
    /// The file's own text.
    pub file: Arc<str>,
    /// Whether its regions or labels are faulty, so that its nodes may have other ids once mended.
    pub is_disordered: bool,
}

/// A page of prose.
#[derive(Clone, Debug)]
pub struct RawProsePage {
    /// The file's name without its ending.
    pub name: String,
    /// The front matter.
    pub front: RawPage,
    /// The text.
    pub prose: Prose,
}

/// The files of one plan.
#[derive(Clone, Debug, Default)]
pub struct RawPlanFolder {
    /// `ke-hoach.yml`.
    pub attributes: Option<Doc<RawPlan>>,
    /// `ke-hoach.yml` is there but could not be read.
    pub has_faulty_attributes: bool,
    /// `van-ban.md`.
    pub text: Option<Doc<RawPlanTextFile>>,
    /// `van-ban.md` is there but could not be read.
    pub has_faulty_text: bool,
    /// `nhiem-vu/*.md`, by path.
    pub tasks: Vec<Doc<RawTaskFile>>,
    /// Some file of a task could not be read.
    pub has_faulty_tasks: bool,
    /// `bao-cao.yml`.
    pub reports: Option<Doc<RawReports>>,
    /// `dinh-chinh.yml`.
    pub corrections: Option<Doc<RawCorrections>>,
    /// `*.txt`, by name: copies of the source.
    pub texts: BTreeMap<String, Doc<SourceFile>>,
}

/// All documents.
#[derive(Clone, Debug, Default)]
pub struct RawSite {
    /// `trang.yml`.
    pub settings: Option<Doc<RawSiteFile>>,
    /// `trang.yml` is there but could not be read.
    pub settings_faulty: bool,
    /// `co-quan/*.yml`, by path.
    pub agencies: Vec<Doc<RawAgency>>,
    /// The names of agencies' files that could not be read: the ids that they would have given.
    pub faulty_agencies: Vec<String>,
    /// `nhom-co-quan.yml`.
    pub groups: Option<Doc<RawGroups>>,
    /// `nhom-co-quan.yml` is there but could not be read.
    pub groups_faulty: bool,
    /// `bien-dong.yml`.
    pub reorganisations: Option<Doc<RawReorganisations>>,
    /// `thuat-ngu.yml`.
    pub glossary: Option<Doc<RawGlossary>>,
    /// `can-cu-phap-ly.yml`.
    pub library: Option<Doc<RawLibrary>>,
    /// `can-cu-phap-ly.yml` is there but could not be read.
    pub library_faulty: bool,
    /// `trang/*.md`, by path.
    pub pages: Vec<Doc<RawProsePage>>,
    /// The names of the pages' files that could not be read.
    pub faulty_pages: Vec<String>,
    /// `ke-hoach/<id>/`, by id.
    pub plans: BTreeMap<String, RawPlanFolder>,
}

/// What a file's path says it is.
enum Kind<'a> {
    Settings,
    Agency(&'a str),
    Groups,
    Reorganisations,
    Glossary,
    Library,
    Page(&'a str),
    Plan(&'a str),
    PlanText(&'a str),
    Task(&'a str, &'a str),
    Reports(&'a str),
    Corrections(&'a str),
    SourceCopy(&'a str, &'a str),
    Guide,
    Stray,
}

impl<'a> Kind<'a> {
    fn of(path: &'a str) -> Self {
        let parts: Vec<&str> = path.split('/').collect();
        let stem =
            |name: &'a str, ending: &str| name.strip_suffix(ending).filter(|stem| !stem.is_empty());
        match parts[..] {
            ["trang.yml"] => Kind::Settings,
            ["nhom-co-quan.yml"] => Kind::Groups,
            ["bien-dong.yml"] => Kind::Reorganisations,
            ["thuat-ngu.yml"] => Kind::Glossary,
            ["can-cu-phap-ly.yml"] => Kind::Library,
            ["README.md"] => Kind::Guide,
            ["co-quan", name] => stem(name, ".yml").map_or(Kind::Stray, Kind::Agency),
            ["trang", name] => stem(name, ".md").map_or(Kind::Stray, Kind::Page),
            ["ke-hoach", plan, "ke-hoach.yml"] => Kind::Plan(plan),
            ["ke-hoach", plan, "van-ban.md"] => Kind::PlanText(plan),
            ["ke-hoach", plan, "bao-cao.yml"] => Kind::Reports(plan),
            ["ke-hoach", plan, "dinh-chinh.yml"] => Kind::Corrections(plan),
            ["ke-hoach", plan, name] if name.ends_with(".txt") => Kind::SourceCopy(plan, name),
            ["ke-hoach", plan, "nhiem-vu", name] if stem(name, ".md").is_some() => {
                Kind::Task(plan, name)
            }
            _ => Kind::Stray,
        }
    }
}

/// What was read from a file, or that it could not be read.
#[derive(Clone, Debug)]
enum Document {
    Settings(Option<RawSiteFile>),
    Agency(String, Option<RawAgency>),
    Groups(Option<RawGroups>),
    Reorganisations(Option<RawReorganisations>),
    Glossary(Option<RawGlossary>),
    Library(Option<RawLibrary>),
    Page(String, Option<RawProsePage>),
    Plan(String, Option<Box<RawPlan>>),
    PlanText(String, Option<RawPlanTextFile>),
    Task(String, Option<Box<RawTaskFile>>),
    Reports(String, Option<RawReports>),
    Corrections(String, Option<RawCorrections>),
    SourceCopy(String, String, SourceFile),
    None,
}

/// What was read from one file, with its problems.
#[derive(Clone, Debug)]
pub struct Parsed(Arc<Document>, Diagnostics);

/// All documents of `tree`; each file is read by itself, in parallel.
pub fn all(tree: &SourceTree, problems: &mut Diagnostics) -> RawSite {
    all_remembered(tree, &Memo::off(), problems)
}

/// The same, where a file that was read before is not read again: its path and bytes say all.
pub fn all_remembered(
    tree: &SourceTree,
    memo: &Memo<Parsed>,
    problems: &mut Diagnostics,
) -> RawSite {
    two_sources(tree, problems);
    let files: Vec<_> = tree.texts.iter().collect();
    let documents: Vec<_> = files
        .into_par_iter()
        .map(|(path, file)| {
            let key = || Checksum::of(&[path.to_string().as_bytes(), b"\0", &file.sha256].concat());
            let parsed = memo.get(key, || {
                let mut problems = Diagnostics::default();
                let document = document(path, file, &mut problems);
                Parsed(Arc::new(document), problems)
            });
            (path, parsed)
        })
        .collect();
    let mut site = RawSite::default();
    for path in &tree.unreadable {
        site.add(path, without_text(path));
    }
    for (path, Parsed(document, its_problems)) in documents {
        problems.append(its_problems);
        site.add(path, Arc::unwrap_or_clone(document));
    }
    site
}

/// Two files whose names differ in case alone would become one page.
fn two_sources(tree: &SourceTree, problems: &mut Diagnostics) {
    let mut seen: BTreeMap<String, &SourcePath> = BTreeMap::new();
    for path in tree.texts.keys().chain(tree.attachments.keys()) {
        let folded = path.as_str().to_lowercase();
        if let Some(first) = seen.get(&folded) {
            problems.push(ck005::two_sources(path.whole(), &folded, first.whole()));
        } else {
            seen.insert(folded, path);
        }
    }
}

fn document(path: &SourcePath, file: &SourceFile, problems: &mut Diagnostics) -> Document {
    let text = &*file.text;
    match Kind::of(path.as_str()) {
        Kind::Settings => Document::Settings(whole(path, text, problems)),
        Kind::Agency(name) => Document::Agency(name.to_owned(), whole(path, text, problems)),
        Kind::Groups => Document::Groups(whole(path, text, problems)),
        Kind::Reorganisations => Document::Reorganisations(whole(path, text, problems)),
        Kind::Glossary => Document::Glossary(whole(path, text, problems)),
        Kind::Library => Document::Library(whole(path, text, problems)),
        Kind::Page(name) => {
            let page = with_prose(path, text, problems).map(|(front, prose)| RawProsePage {
                name: name.to_owned(),
                front,
                prose,
            });
            Document::Page(name.to_owned(), page)
        }
        Kind::Plan(plan) => {
            Document::Plan(plan.to_owned(), whole(path, text, problems).map(Box::new))
        }
        Kind::PlanText(plan) => {
            let errors = problems.count(Severity::Error);
            let text = plan_text::parse(path, text, problems);
            let is_disordered = problems.count(Severity::Error) > errors;
            let file = file.text.clone();
            let text = text.map(|text| RawPlanTextFile { text, file, is_disordered });
            Document::PlanText(plan.to_owned(), text)
        }
        Kind::Task(plan, name) => {
            let task = with_prose(path, text, problems).map(|(front, prose)| {
                Box::new(RawTaskFile { name: format!("nhiem-vu/{name}"), front, prose })
            });
            Document::Task(plan.to_owned(), task)
        }
        Kind::Reports(plan) => Document::Reports(plan.to_owned(), whole(path, text, problems)),
        Kind::Corrections(plan) => {
            Document::Corrections(plan.to_owned(), whole(path, text, problems))
        }
        Kind::SourceCopy(plan, name) => {
            Document::SourceCopy(plan.to_owned(), name.to_owned(), file.clone())
        }
        Kind::Guide => Document::None,
        Kind::Stray => {
            problems.push(ck006::stray_file(path.whole(), meant(path.as_str()).as_deref()));
            Document::None
        }
    }
}

/// The document of a file whose text could not be read: nothing but its kind and name.
fn without_text(path: &SourcePath) -> Document {
    match Kind::of(path.as_str()) {
        Kind::Settings => Document::Settings(None),
        Kind::Agency(name) => Document::Agency(name.to_owned(), None),
        Kind::Groups => Document::Groups(None),
        Kind::Reorganisations => Document::Reorganisations(None),
        Kind::Glossary => Document::Glossary(None),
        Kind::Library => Document::Library(None),
        Kind::Page(name) => Document::Page(name.to_owned(), None),
        Kind::Plan(plan) => Document::Plan(plan.to_owned(), None),
        Kind::PlanText(plan) => Document::PlanText(plan.to_owned(), None),
        Kind::Task(plan, _) => Document::Task(plan.to_owned(), None),
        Kind::Reports(plan) => Document::Reports(plan.to_owned(), None),
        Kind::Corrections(plan) => Document::Corrections(plan.to_owned(), None),
        Kind::SourceCopy(..) | Kind::Guide | Kind::Stray => Document::None,
    }
}

/// The name that a stray file was perhaps to have.
fn meant(path: &str) -> Option<String> {
    let has_place = |path: &str| !matches!(Kind::of(path), Kind::Stray | Kind::SourceCopy(..));
    let path = path.to_lowercase();
    let stem = ENDINGS.iter().find_map(|ending| path.strip_suffix(ending)).unwrap_or(&path);
    let inner = stem.strip_prefix("content/").unwrap_or(stem);
    let candidates = [stem, inner]
        .into_iter()
        .flat_map(|stem| [".yml", ".md"].into_iter().map(move |ending| format!("{stem}{ending}")));
    let same = candidates.into_iter().find(|candidate| has_place(candidate));
    same.or_else(|| nearest(&path, NAMES.iter().copied()).map(str::to_owned)).or_else(|| {
        let mut parts = path.splitn(3, '/');
        let (Some("ke-hoach"), Some(plan), Some(rest)) = (parts.next(), parts.next(), parts.next())
        else {
            return None;
        };
        if let Some((_, task)) = rest.split_once('/') {
            let candidate = format!("ke-hoach/{plan}/nhiem-vu/{task}");
            return Some(candidate).filter(|candidate| has_place(candidate));
        }
        let name = nearest(rest, PLAN_NAMES.iter().copied())?;
        Some(format!("ke-hoach/{plan}/{name}"))
    })
}

/// Endings that editors and their programs give to texts.
const ENDINGS: &[&str] = &[".md.txt", ".yml.txt", ".markdown", ".yaml", ".txt", ".yml", ".md"];

/// The files of a plan's folder.
const PLAN_NAMES: &[&str] = &["ke-hoach.yml", "van-ban.md", "bao-cao.yml", "dinh-chinh.yml"];

const NAMES: &[&str] = &[
    "trang.yml",
    "nhom-co-quan.yml",
    "bien-dong.yml",
    "thuat-ngu.yml",
    "can-cu-phap-ly.yml",
    "README.md",
];

fn whole<T: DeserializeOwned>(
    path: &SourcePath,
    text: &str,
    problems: &mut Diagnostics,
) -> Option<T> {
    yaml::read(path, text, 0..text.len(), problems)
}

fn with_prose<T: DeserializeOwned>(
    path: &SourcePath,
    text: &str,
    problems: &mut Diagnostics,
) -> Option<(T, Prose)> {
    match front_matter::split(text) {
        Ok(parts) => {
            let yaml = parts.yaml_start..parts.yaml_start + parts.yaml.len();
            let front = yaml::read(path, text, yaml, problems);
            let prose = markdown::parse(path, parts.body, parts.body_start, problems);
            front.map(|front| (front, prose))
        }
        Err(fault) => {
            problems.push(ck104::front_matter(path, fault));
            None
        }
    }
}

impl RawSite {
    fn add(&mut self, path: &SourcePath, document: Document) {
        match document {
            Document::Settings(value) => {
                self.settings_faulty = value.is_none();
                self.settings = doc(path, value);
            }
            Document::Agency(name, None) => self.faulty_agencies.push(name),
            Document::Agency(_, value) => self.agencies.extend(doc(path, value)),
            Document::Groups(value) => {
                self.groups_faulty = value.is_none();
                self.groups = doc(path, value);
            }
            Document::Reorganisations(value) => self.reorganisations = doc(path, value),
            Document::Glossary(value) => self.glossary = doc(path, value),
            Document::Library(value) => {
                self.library_faulty = value.is_none();
                self.library = doc(path, value);
            }
            Document::Page(name, None) => self.faulty_pages.push(name),
            Document::Page(_, value) => self.pages.extend(doc(path, value)),
            Document::Plan(plan, value) => {
                let plan = self.plan(plan);
                plan.has_faulty_attributes = value.is_none();
                plan.attributes = doc(path, value.map(|plan| *plan));
            }
            Document::PlanText(plan, value) => {
                let plan = self.plan(plan);
                plan.has_faulty_text = value.is_none();
                plan.text = doc(path, value);
            }
            Document::Task(plan, None) => self.plan(plan).has_faulty_tasks = true,
            Document::Task(plan, value) => {
                self.plan(plan).tasks.extend(doc(path, value.map(|task| *task)))
            }
            Document::Reports(plan, value) => self.plan(plan).reports = doc(path, value),
            Document::Corrections(plan, value) => self.plan(plan).corrections = doc(path, value),
            Document::SourceCopy(plan, name, file) => {
                self.plan(plan).texts.insert(name, Doc { source: path.clone(), value: file });
            }
            Document::None => {}
        }
    }

    fn plan(&mut self, id: String) -> &mut RawPlanFolder {
        self.plans.entry(id).or_default()
    }
}

fn doc<T>(path: &SourcePath, value: Option<T>) -> Option<Doc<T>> {
    value.map(|value| Doc { source: path.clone(), value })
}
