//! Runs the stages in order; the only caller of them all.
//!
//! In: what a command asked for. Out: every finished file in a sink, or the problems that stand in the way.
//! Reads no clock and decides nothing about the site.

use std::collections::BTreeSet;
use std::fmt;
use std::io;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use include_dir::{Dir, include_dir};
use jiff::civil::Date;
use rayon::prelude::*;

use crate::assets::{self, AssetMap, Chain};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck260;
use crate::export::{self, Addresses, File, Files};
use crate::memo::Memo;
use crate::model::{self, Record, Settings};
use crate::output::{Checksum, OutputPath, Sink};
use crate::pages::{self, Page, PageOptions, PageSet, View};
use crate::parse::Parsed;
use crate::paths::{self, PagePath};
use crate::progress::{self, Progress, Whole};
use crate::render::PageFacts;
use crate::render::links::LinkTable;
use crate::render::minify::{self, Minified};
use crate::render::theme::Theme;
use crate::search::SearchIndex;
use crate::source::{LoadError, Roots, SourceTree, layout, load};
use crate::{check, hosting, parse};

static BUILTIN_THEME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/mac-dinh");

/// What a command asks for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The folders to read.
    pub roots: Roots,
    /// The as-of date that the command line chose.
    pub as_of: Option<Date>,
    /// Today in Viet Nam, for a site that names no date.
    pub today: Date,
    /// The address that the command line chose.
    pub base_url: Option<String>,
    /// Whether warnings are errors.
    pub strict: bool,
}

impl Request {
    /// The as-of date of a site: what the command line chose, else what the site names, else today.
    pub fn as_of_in(&self, settings: &Settings) -> Date {
        self.as_of.or(settings.as_of).unwrap_or(self.today)
    }
}

/// What a run tells while it lasts, and whether it should go on.
#[derive(Debug, Default)]
pub struct Watch {
    /// Pages to render; 0 until they are counted.
    pub pages: AtomicUsize,
    /// Pages rendered so far.
    pub done: AtomicUsize,
    /// Set from outside to end the run.
    pub interrupted: AtomicBool,
}

/// What a run found.
pub struct Outcome {
    /// All problems.
    pub problems: Diagnostics,
    /// The files that were read, to show lines of.
    pub tree: SourceTree,
    /// The as-of date; none where the site's own file could not be read.
    pub as_of: Option<Date>,
    /// The path under which the site is to stand; begins and ends in `/`.
    pub base_path: String,
    /// Pages that went to the sink.
    pub pages: usize,
    /// Whether everything went to the sink and no error stands in the way.
    pub complete: bool,
}

impl Outcome {
    /// The outcome of a run that made no page.
    fn early(problems: Diagnostics, tree: SourceTree, as_of: Option<Date>) -> Self {
        let base_path = "/".to_owned();
        Self { problems, tree, as_of, base_path, pages: 0, complete: false }
    }
}

/// Why a run ended early, beside problems of content and theme.
#[derive(Debug)]
pub enum RunError {
    /// The folders could not be read.
    Load(LoadError),
    /// A finished file could not be kept.
    Sink(io::Error),
    /// It was interrupted.
    Interrupted,
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RunError::Load(error) => error.fmt(f),
            RunError::Sink(error) => error.fmt(f),
            RunError::Interrupted => {
                f.write_str("Đã dừng theo yêu cầu; trang đã công bố giữ nguyên.")
            }
        }
    }
}

impl std::error::Error for RunError {}

impl From<LoadError> for RunError {
    fn from(error: LoadError) -> Self {
        RunError::Load(error)
    }
}

/// What is remembered between runs: a file's document under its path and bytes, a finished page under
/// theme, template and view. Nothing else is: the stages between are quick and see the whole site.
#[derive(Debug)]
pub struct Memory {
    documents: Memo<Parsed>,
    pages: Memo<FinishedPage>,
}

impl Memory {
    /// An empty memory.
    pub fn new() -> Self {
        Self { documents: Memo::new(), pages: Memo::new() }
    }

    /// A memory that keeps nothing, for a single run.
    pub fn off() -> Self {
        Self { documents: Memo::off(), pages: Memo::off() }
    }

    /// How many documents and pages are remembered.
    pub fn sizes(&self) -> (usize, usize) {
        (self.documents.len(), self.pages.len())
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self::new()
    }
}

/// A page as it was made, with what was noticed.
#[derive(Clone, Debug)]
struct FinishedPage {
    /// Its bytes; none where the template failed.
    bytes: Option<Arc<[u8]>>,
    /// The checksum of what it was minified from, where it was minified.
    rendered: Option<Checksum>,
    /// Its links and ids, where it is HTML.
    facts: Option<Arc<PageFacts>>,
    problems: Diagnostics,
}

/// Runs every stage but publishing; finished files go to `sink`.
///
/// # Errors
/// The disk, or an interruption. Problems of content and theme are in the [`Outcome`].
pub fn run(request: &Request, sink: &dyn Sink, watch: &Watch) -> Result<Outcome, RunError> {
    run_again(request, sink, watch, &Memory::off())
}

/// The same, with what earlier runs remembered. The files and the problems are those of [`run`].
///
/// # Errors
/// As [`run`].
pub fn run_again(
    request: &Request,
    sink: &dyn Sink,
    watch: &Watch,
    memory: &Memory,
) -> Result<Outcome, RunError> {
    let Content { mut problems, mut tree, record } = content_again(request, memory)?;
    let Some(record) = record else {
        return Ok(Outcome::early(problems, tree, request.as_of));
    };
    let site = &record.site;
    let as_of = request.as_of_in(&site.settings);
    let progress = progress::on(&record, as_of);
    rules(&record, &progress, &tree, request, &mut problems);
    let theme = theme(&mut tree, &site.settings, &mut problems);
    if request.strict {
        problems.make_strict();
    }
    let (Some((theme, assets)), ControlFlow::Continue(())) = (theme, problems.stop_on_errors())
    else {
        return Ok(Outcome::early(problems, tree, Some(as_of)));
    };
    let mut options = options(request, &site.settings, &assets);
    let base_path = options.base_path.clone();
    let index = SearchIndex::of(&progress);
    // Pages tell the sizes of these files, so that they are made first.
    options.files = exports(&progress, &options.addresses, sink, watch)?;
    let exported: Vec<_> = options.files.paths().cloned().collect();
    let pages = pages::list(&progress, &index, options);
    let links = LinkTable::new(&base_path);
    let rendering = Rendering {
        theme: &theme,
        pages: &pages,
        minify: site.settings.minify,
        memo: &memory.pages,
        links: &links,
        sink,
        watch,
    };
    let mut files = copy_files(&progress, &tree, &assets, sink)?;
    for (path, bytes) in &index.files {
        sink.put(&output_path(path), bytes).map_err(RunError::Sink)?;
        files.insert(path.clone());
    }
    for server in &site.settings.servers {
        let path = hosting::path(*server);
        let text = hosting::text(*server, &base_path);
        sink.put(&output_path(&path), text.as_bytes()).map_err(RunError::Sink)?;
        files.insert(path);
    }
    problems.append(rendering.all()?);
    memory.pages.forget_unused();
    files.extend(exported);
    files.extend(pages.pages().iter().map(|page| page.path.clone()));
    let files = files.iter().map(output_path).collect();
    links
        .check(&files, |template| theme.place(template))
        .into_iter()
        .for_each(|problem| problems.push(problem));
    if request.strict {
        problems.make_strict();
    }
    let count = pages.pages().len();
    let complete = problems.stop_on_errors().is_continue();
    Ok(Outcome { problems, tree, as_of: Some(as_of), base_path, pages: count, complete })
}

/// The content as far as it could be read.
pub struct Content {
    /// What was found so far.
    pub problems: Diagnostics,
    /// The files that were read, to show lines of.
    pub tree: SourceTree,
    /// The content, proved; none where the site's own file could not be read.
    pub record: Option<Record>,
}

/// Reads the content and proves it, without theme and pages.
///
/// # Errors
/// Where the folders cannot be read.
pub fn content(request: &Request) -> Result<Content, RunError> {
    content_again(request, &Memory::off())
}

fn content_again(request: &Request, memory: &Memory) -> Result<Content, RunError> {
    Ok(proved(load::read(&request.roots)?, memory))
}

fn proved(tree: SourceTree, memory: &Memory) -> Content {
    let mut problems = Diagnostics::default();
    let raw = parse::all_remembered(&tree, &memory.documents, &mut problems);
    memory.documents.forget_unused();
    check::sources(&tree, &mut problems);
    let record = model::assemble(&raw, &mut problems);
    Content { problems, tree, record }
}

/// What `check` says of the content in a tree: everything but theme and pages. Documents that `memory` knows
/// are not read again.
pub fn judge(tree: SourceTree, request: &Request, memory: &Memory) -> Content {
    let mut content = proved(tree, memory);
    if let Some(record) = &content.record {
        let progress = progress::on(record, request.as_of_in(&record.settings));
        rules(record, &progress, &content.tree, request, &mut content.problems);
    }
    content
}

/// The rules of content that need a site and a date.
fn rules(
    record: &Record,
    progress: &Whole<'_>,
    tree: &SourceTree,
    request: &Request,
    problems: &mut Diagnostics,
) {
    check::attachments(record, tree, problems);
    check::site(record, progress, request.as_of.is_some(), problems);
}

/// The theme that the site chose; the default theme is built into the program.
fn theme(
    tree: &mut SourceTree,
    settings: &Settings,
    problems: &mut Diagnostics,
) -> Option<(Theme, AssetMap)> {
    let at = settings.source.key("giao_dien");
    let builtin = assets::embedded(&BUILTIN_THEME);
    let chain = Chain::resolve(&tree.themes, &settings.theme, &at, &builtin, problems)?;
    tree.add_theme_texts(chain.texts());
    let assets = AssetMap::of(&chain, problems);
    let theme = Theme::load(&chain, &assets, problems)?;
    Some((theme, assets))
}

fn options(request: &Request, settings: &Settings, assets: &AssetMap) -> PageOptions {
    let address = request.base_url.as_ref().or(settings.address.as_ref());
    let address = address.map(|address| format!("{}/", address.trim_end_matches('/')));
    let base_path = address.as_deref().and_then(|address| {
        let rest = address.split_once("://")?.1;
        rest.find('/').map(|slash| rest[slash..].to_owned())
    });
    let published = |ending: &str| {
        let assets = assets.iter().filter(move |(name, _)| name.ends_with(ending));
        assets.map(|(_, asset)| PagePath::new(asset.path.as_str())).collect::<Vec<_>>()
    };
    PageOptions {
        addresses: Addresses::new(address.as_deref(), settings),
        address,
        base_path: base_path.unwrap_or_else(|| "/".to_owned()),
        stylesheets: published(".css"),
        icon: published("bieu-tuong.svg").pop(),
        generator: format!("congkhai {}", env!("CARGO_PKG_VERSION")),
        files: Files::default(),
    }
}

/// Makes the files of open data, in parallel; what is known of each is kept, its bytes are not.
fn exports(
    progress: &Progress<'_>,
    addresses: &Addresses,
    sink: &dyn Sink,
    watch: &Watch,
) -> Result<Files, RunError> {
    let files = Mutex::new(Files::default());
    let put = |file: File| {
        sink.put(&output_path(&file.path), &file.bytes)?;
        let facts = file.facts();
        let mut files = files.lock().expect("no thread panics while it holds the files");
        files.add(file.path, facts);
        Ok(())
    };
    export::jobs(progress).into_par_iter().try_for_each(|job| {
        if watch.interrupted.load(Ordering::Relaxed) {
            return Err(RunError::Interrupted);
        }
        job.run(progress, addresses, &mut |file| put(file)).map_err(RunError::Sink)
    })?;
    let all = files.lock().expect("no thread panics while it holds the files").clone();
    put(export::closing(progress, addresses, &all)).map_err(RunError::Sink)?;
    Ok(files.into_inner().expect("no thread panics while it holds the files"))
}

/// Copies what is published as it is: assets, the source's copies, public evidence.
fn copy_files(
    progress: &Progress<'_>,
    tree: &SourceTree,
    assets: &AssetMap,
    sink: &dyn Sink,
) -> Result<BTreeSet<PagePath>, RunError> {
    let mut files = BTreeSet::new();
    let mut put = |path: PagePath, bytes: &[u8]| {
        // Several passages may show one picture.
        if files.contains(&path) {
            return Ok(());
        }
        sink.put(&output_path(&path), bytes).map_err(RunError::Sink)?;
        files.insert(path);
        Ok::<(), RunError>(())
    };
    for (_, asset) in assets.iter() {
        put(PagePath::new(asset.path.as_str()), &asset.bytes)?;
    }
    for progress in &progress.plans {
        let plan = progress.plan;
        if let Some(copy) = &plan.source_text.copy {
            put(paths::source_copy(&plan.id), copy.text.as_bytes())?;
        }
        for name in pages::published_evidence(progress).chain(pages::pictures(progress)) {
            let source = layout::attachment_of_plan(plan.id.as_str(), name);
            if let Some(path) = tree.attachments.get(&source) {
                let bytes = load::attachment(path)?;
                put(paths::file_of_plan(&plan.id, name), &bytes)?;
            }
        }
    }
    for image in progress.site.prose.values().flat_map(|page| &page.prose.images) {
        let source = layout::attachment_of_page(&image.path);
        if let Some(path) = tree.attachments.get(&source) {
            put(paths::picture(None, &image.path), &load::attachment(path)?)?;
        }
    }
    Ok(files)
}

fn output_path(path: &PagePath) -> OutputPath {
    OutputPath::new(path.as_str()).expect("every PagePath is a relative path of plain names")
}

struct Rendering<'a> {
    theme: &'a Theme,
    pages: &'a PageSet<'a>,
    minify: bool,
    memo: &'a Memo<FinishedPage>,
    links: &'a LinkTable,
    sink: &'a dyn Sink,
    watch: &'a Watch,
}

impl Rendering<'_> {
    /// Renders every page, in parallel; problems come back in the order of pages.
    fn all(&self) -> Result<Diagnostics, RunError> {
        self.watch.pages.store(self.pages.pages().len(), Ordering::Relaxed);
        let found = Mutex::new(Vec::new());
        self.pages.pages().par_iter().enumerate().try_for_each(|(index, page)| {
            if self.watch.interrupted.load(Ordering::Relaxed) {
                return Err(RunError::Interrupted);
            }
            let mut problems = Diagnostics::default();
            self.page(page, &mut problems)?;
            self.watch.done.fetch_add(1, Ordering::Relaxed);
            if problems.iter().next().is_some() {
                let mut found = found.lock().expect("no thread panics while it holds the problems");
                found.push((index, problems));
            }
            Ok(())
        })?;
        let mut found = found.into_inner().expect("no thread panics while it holds the problems");
        found.sort_by_key(|(index, _)| *index);
        let mut problems = Diagnostics::default();
        found.into_iter().for_each(|(_, its)| problems.append(its));
        Ok(problems)
    }

    fn page(&self, page: &Page, problems: &mut Diagnostics) -> Result<(), RunError> {
        let path = output_path(&page.path);
        let (view, checksum) = self.pages.view_with_checksum(page);
        let key = || self.key(page, checksum);
        let mut kept = Ok(false);
        let finished = self.memo.get(key, || {
            let mut finished = self.rendered(page, &view);
            kept = self.minified(page, &path, &mut finished);
            finished
        });
        problems.append(finished.problems);
        if let Some(facts) = &finished.facts {
            self.links.add(&path, page.template(), facts);
        }
        let put = match (kept, finished.bytes, finished.rendered) {
            (Err(error), ..) => Err(error),
            (Ok(true), ..) | (_, None, _) => Ok(()),
            (_, Some(bytes), Some(rendered)) => self.sink.put_minified(&path, &bytes, rendered),
            (_, Some(bytes), None) => self.sink.put(&path, &bytes),
        };
        put.map_err(RunError::Sink)
    }

    /// All that a page is made from.
    fn key(&self, page: &Page, view: Checksum) -> Checksum {
        let theme = self.theme.fingerprint();
        let words = format!("{}\0{}\0{}\0{view}", page.path, page.template(), self.minify);
        Checksum::of(&[&theme[..], words.as_bytes()].concat())
    }

    fn rendered(&self, page: &Page, view: &View) -> FinishedPage {
        let mut bytes = Vec::with_capacity(16 << 10);
        let mut problems = Diagnostics::default();
        if let Err(problem) = self.theme.render(page.template(), view, &page.record(), &mut bytes) {
            problems.push(*problem);
            return FinishedPage { bytes: None, rendered: None, facts: None, problems };
        }
        let is_html = page.path.as_str().ends_with(".html");
        let facts = is_html.then(|| Arc::new(PageFacts::of(&bytes)));
        FinishedPage { bytes: Some(bytes.into()), rendered: None, facts, problems }
    }

    /// Minifies an HTML page; true where the sink keeps what it had minified before.
    fn minified(
        &self,
        page: &Page,
        path: &OutputPath,
        finished: &mut FinishedPage,
    ) -> io::Result<bool> {
        let (Some(bytes), true) = (&finished.bytes, self.minify && finished.facts.is_some()) else {
            return Ok(false);
        };
        let before = Checksum::of(bytes);
        // A page that the sink keeps has no bytes here, so that nothing of it could be remembered.
        if self.memo.is_off() && self.sink.keep(path, before)? {
            return Ok(true);
        }
        match minify::minify(bytes) {
            Minified::Smaller(smaller) => {
                finished.bytes = Some(smaller.into());
                finished.rendered = Some(before);
            }
            Minified::WouldChange { before, after } => {
                let template = self.theme.place(page.template());
                let problem =
                    ck260::words_would_change(template, page.path.as_str(), &before, &after);
                finished.problems.push(problem);
            }
        }
        Ok(false)
    }
}
