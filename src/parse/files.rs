//! Which file is which document.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::raw::{
    RawAgency, RawCorrections, RawGlossary, RawGroups, RawLibrary, RawPage, RawPlan,
    RawReorganisations, RawReports, RawSiteFile, RawTask,
};
use super::{Prose, RawPlanText, markdown, plan_text, yaml};
use crate::diagnostic::catalog::{ck005, ck006, ck009, ck104};
use crate::diagnostic::{Diagnostics, Severity, SourcePath};
use crate::memo::Memo;
use crate::output::Checksum;
use crate::source::conflict::conflicts;
use crate::source::{ContentFile, SourceFile, SourceTree, front_matter, layout};
use crate::text::is_id;

/// A document and the file that it was read from.
#[derive(Clone, Debug)]
pub struct Doc<T> {
    /// The file.
    pub source: SourcePath,
    /// The document; what remembers it between runs has the same.
    pub value: Arc<T>,
}

/// A task's file.
#[derive(Clone, Debug)]
pub struct RawTaskFile {
    /// The file's name without its ending, such as `3-1`.
    pub name: String,
    /// The front matter.
    pub front: RawTask,
    /// The narrative.
    pub prose: Prose,
}

/// Whether the text has the letters, digits and dots of a task's number.
pub fn is_task_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '.')
}

/// Whether the text names a task of a plan: its number, behind the code of its table or group where it has one.
pub fn is_task_key(text: &str) -> bool {
    let (code, number) = text.rsplit_once('-').unwrap_or(("a", text));
    is_code(code) && is_task_number(number)
}

/// Whether the text can stand before the numbers of a table or group: an id that begins with a letter.
pub fn is_code(text: &str) -> bool {
    is_id(text) && text.starts_with(|c: char| c.is_ascii_lowercase())
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
    /// `*.txt`, by name: copies of the source; nothing of one that could not be read.
    pub texts: BTreeMap<String, Option<Doc<SourceFile>>>,
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

/// What was read from a file, or that it could not be read.
#[derive(Clone, Debug)]
enum Document {
    Settings(Option<Arc<RawSiteFile>>),
    Agency(String, Option<Arc<RawAgency>>),
    Groups(Option<Arc<RawGroups>>),
    Reorganisations(Option<Arc<RawReorganisations>>),
    Glossary(Option<Arc<RawGlossary>>),
    Library(Option<Arc<RawLibrary>>),
    Page(String, Option<Arc<RawProsePage>>),
    Plan(String, Option<Arc<RawPlan>>),
    PlanText(String, Option<Arc<RawPlanTextFile>>),
    Task(String, Option<Arc<RawTaskFile>>),
    Reports(String, Option<Arc<RawReports>>),
    Corrections(String, Option<Arc<RawCorrections>>),
    SourceCopy(String, String, Option<Arc<SourceFile>>),
    None,
}

/// What was read from one file, with its problems.
#[derive(Clone, Debug)]
pub struct Parsed(Document, Diagnostics);

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
                Parsed(document, problems)
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
        site.add(path, document);
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
    let Some(kind) = ContentFile::of(path) else {
        problems.push(ck006::stray_file(path.whole(), layout::meant(path).as_deref()));
        return Document::None;
    };
    let conflicts = conflicts(text);
    if !conflicts.is_empty() {
        // What else is wrong follows from them, or is told once they are gone.
        conflicts.iter().for_each(|it| problems.push(ck009::conflict(path, text, it)));
        return without_text(path);
    }
    match kind {
        ContentFile::Site => Document::Settings(whole(path, text, problems)),
        ContentFile::Agency(name) => Document::Agency(name.to_owned(), whole(path, text, problems)),
        ContentFile::Groups => Document::Groups(whole(path, text, problems)),
        ContentFile::Reorganisations => Document::Reorganisations(whole(path, text, problems)),
        ContentFile::Glossary => Document::Glossary(whole(path, text, problems)),
        ContentFile::Library => Document::Library(whole(path, text, problems)),
        ContentFile::Page(name) => {
            let page = with_prose(path, text, problems).map(|(front, prose)| {
                Arc::new(RawProsePage { name: name.to_owned(), front, prose })
            });
            Document::Page(name.to_owned(), page)
        }
        ContentFile::Plan(plan) => Document::Plan(plan.to_owned(), whole(path, text, problems)),
        ContentFile::PlanText(plan) => {
            let errors = problems.count(Severity::Error);
            let text = plan_text::parse(path, text, problems);
            let is_disordered = problems.count(Severity::Error) > errors;
            let file = file.text.clone();
            let text = text.map(|text| Arc::new(RawPlanTextFile { text, file, is_disordered }));
            Document::PlanText(plan.to_owned(), text)
        }
        ContentFile::Task(plan, name) => {
            let task = with_prose(path, text, problems).map(|(front, prose)| {
                Arc::new(RawTaskFile { name: name.to_owned(), front, prose })
            });
            Document::Task(plan.to_owned(), task)
        }
        ContentFile::Reports(plan) => {
            Document::Reports(plan.to_owned(), whole(path, text, problems))
        }
        ContentFile::Corrections(plan) => {
            Document::Corrections(plan.to_owned(), whole(path, text, problems))
        }
        ContentFile::SourceCopy(plan, _) => {
            Document::SourceCopy(plan.to_owned(), kind.name(), Some(Arc::new(file.clone())))
        }
        ContentFile::ImportNotes(_) | ContentFile::Guide => Document::None,
    }
}

/// The document of a file whose text could not be read: nothing but its kind and name.
fn without_text(path: &SourcePath) -> Document {
    let Some(kind) = ContentFile::of(path) else { return Document::None };
    match kind {
        ContentFile::Site => Document::Settings(None),
        ContentFile::Agency(name) => Document::Agency(name.to_owned(), None),
        ContentFile::Groups => Document::Groups(None),
        ContentFile::Reorganisations => Document::Reorganisations(None),
        ContentFile::Glossary => Document::Glossary(None),
        ContentFile::Library => Document::Library(None),
        ContentFile::Page(name) => Document::Page(name.to_owned(), None),
        ContentFile::Plan(plan) => Document::Plan(plan.to_owned(), None),
        ContentFile::PlanText(plan) => Document::PlanText(plan.to_owned(), None),
        ContentFile::Task(plan, _) => Document::Task(plan.to_owned(), None),
        ContentFile::Reports(plan) => Document::Reports(plan.to_owned(), None),
        ContentFile::Corrections(plan) => Document::Corrections(plan.to_owned(), None),
        ContentFile::SourceCopy(plan, _) => {
            Document::SourceCopy(plan.to_owned(), kind.name(), None)
        }
        ContentFile::ImportNotes(_) | ContentFile::Guide => Document::None,
    }
}

fn whole<T: DeserializeOwned>(
    path: &SourcePath,
    text: &str,
    problems: &mut Diagnostics,
) -> Option<Arc<T>> {
    yaml::read(path, text, 0..text.len(), problems).map(Arc::new)
}

fn with_prose<T: DeserializeOwned>(
    path: &SourcePath,
    text: &str,
    problems: &mut Diagnostics,
) -> Option<(T, Prose)> {
    match front_matter::bounds(text) {
        Ok(found) => {
            let front = yaml::read(path, text, found.yaml, problems);
            let start = found.body.start;
            let prose = markdown::parse(path, &text[found.body], start, problems);
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
                plan.attributes = doc(path, value);
            }
            Document::PlanText(plan, value) => {
                let plan = self.plan(plan);
                plan.has_faulty_text = value.is_none();
                plan.text = doc(path, value);
            }
            Document::Task(plan, None) => self.plan(plan).has_faulty_tasks = true,
            Document::Task(plan, value) => self.plan(plan).tasks.extend(doc(path, value)),
            Document::Reports(plan, value) => self.plan(plan).reports = doc(path, value),
            Document::Corrections(plan, value) => self.plan(plan).corrections = doc(path, value),
            Document::SourceCopy(plan, name, file) => {
                self.plan(plan).texts.insert(name, doc(path, file));
            }
            Document::None => {}
        }
    }

    fn plan(&mut self, id: String) -> &mut RawPlanFolder {
        self.plans.entry(id).or_default()
    }
}

fn doc<T>(path: &SourcePath, value: Option<Arc<T>>) -> Option<Doc<T>> {
    value.map(|value| Doc { source: path.clone(), value })
}
