//! Every page, rendered, minified and sent to the sink, with the problems that this brings.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::forms::Forms;
use super::outcome::RunError;
use super::parts::{self, Kind, Parts, output_path};
use super::request::Watch;
use super::stages::Work;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::{ck260, pages};
use crate::model::PlanId;
use crate::output::{Checksum, Digest, OutputPath, Part, Sink};
use crate::pages::{Page, PageSet, View};
use crate::paths::PagePath;
use crate::progress::Progress;
use crate::render::links::{LinkTable, Links};
use crate::render::minify::{self, Minified};
use crate::render::theme::{Form, Theme};
use crate::render::{Failure, PageFacts};

/// How many pages a thread takes at a time: some take a hundred times as long as others.
const TOGETHER: usize = 4;

/// What pages are rendered with.
pub(super) struct Rendering<'a> {
    pub(super) theme: &'a Theme,
    pub(super) pages: &'a PageSet<'a>,
    pub(super) forms: Forms,
    /// All plans, with what comes of the pages of those whose pages are made.
    pub(super) plans: BTreeMap<&'a PlanId, Option<Mutex<PagesOfPlan>>>,
    pub(super) links: LinkTable,
    pub(super) sink: &'a dyn Sink,
    pub(super) watch: &'a Watch,
    /// Whether a page reached a limit, and those behind it were not looked at.
    pub(super) broken_off: AtomicBool,
    /// The bytes that went to the sink.
    pub(super) bytes: AtomicU64,
}

/// What is known of the pages of a plan that were made.
#[derive(Debug)]
pub(super) struct PagesOfPlan {
    part: Part,
    /// How many are still to be made.
    left: usize,
    files: Vec<OutputPath>,
    links: Links,
    /// Whether something went wrong with one of them.
    is_torn: bool,
}

impl PagesOfPlan {
    fn new(part: Part, left: usize) -> Self {
        Self { part, left, files: Vec::new(), links: Links::default(), is_torn: false }
    }
}

/// All plans, with a place for the pages of those that are to be made; those of the others are kept, and their links added.
pub(super) fn pages_of_plans<'a>(
    progress: &'a Progress<'a>,
    pages: &PageSet<'_>,
    parts: &Parts,
    looks: Checksum,
    links: &LinkTable,
    sink: &dyn Sink,
) -> Result<BTreeMap<&'a PlanId, Option<Mutex<PagesOfPlan>>>, RunError> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for plan in pages.pages().iter().filter_map(|page| page.path.plan()) {
        *counts.entry(plan).or_default() += 1;
    }
    let plans = progress.plans.par_iter().map(|plan| {
        let id = &plan.plan.id;
        let part = parts.part(Kind::Pages, id, looks);
        match kept(&part, links, sink)? {
            true => Ok((id, None)),
            false => {
                let left = counts.get(id.as_str()).copied().unwrap_or_default();
                Ok((id, Some(Mutex::new(PagesOfPlan::new(part, left)))))
            }
        }
    });
    plans.collect()
}

/// Keeps the pages of a part where all that they lead to is still there, and adds their links.
fn kept(part: &Part, links: &LinkTable, sink: &dyn Sink) -> Result<bool, RunError> {
    let Some(notes) = sink.left_with(part) else { return Ok(false) };
    let left: Links = parts::read(&notes);
    let is_kept = links.bears(&left) && sink.keep(part).map_err(RunError::Sink)?.is_some();
    if is_kept {
        links.add(left);
    }
    Ok(is_kept)
}

impl Rendering<'_> {
    /// Renders every page, in parallel. What went wrong is told in the order of pages, one cause once.
    pub(super) fn all(&self) -> Result<Diagnostics, RunError> {
        self.watch.pages.store(self.pages.pages().len(), Ordering::Relaxed);
        let found = Mutex::new(BTreeMap::new());
        let costly = AtomicBool::new(false);
        let pages = self.pages.pages().par_iter().enumerate().with_max_len(TOGETHER);
        pages.try_for_each(|(index, page)| {
            if self.watch.interrupted.load(Ordering::Relaxed) {
                return Err(RunError::Interrupted);
            }
            if costly.load(Ordering::Relaxed) {
                return Ok(());
            }
            if page.comes_last() {
                return Ok(());
            }
            let fault = match self.plan_of(page) {
                PlanOf::Site => self.page_of_site(page)?,
                PlanOf::Made(plan) => self.page_of_plan(page, plan)?,
                PlanOf::Kept => None,
            };
            self.watch.done.fetch_add(1, Ordering::Relaxed);
            if let Some(fault) = fault {
                if matches!(&fault, PageFault::Failed(failure) if failure.is_costly()) {
                    costly.store(true, Ordering::Relaxed);
                }
                found.lock().unwrap_or_else(PoisonError::into_inner).insert(index, fault);
            }
            Ok(())
        })?;
        let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
        // Which pages came before the one that reached a limit is chance; in their order it is not. The pages behind it
        // would take as long each, and are not looked at.
        if costly.into_inner() {
            found = self.up_to_a_limit()?;
        }
        Ok(self.told(found))
    }

    /// Renders the pages that tell of all other files, with what went wrong and their bytes.
    pub(super) fn last(&self) -> Result<(Diagnostics, BTreeMap<OutputPath, Vec<u8>>), RunError> {
        let mut found = BTreeMap::new();
        let mut pages = BTreeMap::new();
        for (index, page) in self.pages.pages().iter().enumerate().filter(|(_, it)| it.comes_last())
        {
            let (view, _) = self.pages.view_with_checksum(page);
            let path = output_path(&page.path);
            let finished = self.finished(page, &path, &view)?;
            self.links.add(finished.links);
            found.extend(finished.fault.map(|fault| (index, fault)));
            pages.insert(path, finished.bytes);
        }
        Ok((self.told(found), pages))
    }

    /// The faults of the pages in order, up to the first that reaches a limit.
    fn up_to_a_limit(&self) -> Result<BTreeMap<usize, PageFault>, RunError> {
        let mut found = BTreeMap::new();
        let pages = self.pages.pages().iter().enumerate().filter(|(_, page)| !page.comes_last());
        for (index, page) in pages {
            if self.watch.interrupted.load(Ordering::Relaxed) {
                return Err(RunError::Interrupted);
            }
            let (view, _) = self.pages.view_with_checksum(page);
            if let Err(failure) =
                self.theme.render(page.template(), Form::Written, &view, &mut Vec::new())
            {
                let last = failure.is_costly();
                found.insert(index, PageFault::Failed(*failure));
                if last {
                    break;
                }
            }
        }
        self.broken_off.store(true, Ordering::Relaxed);
        Ok(found)
    }

    /// The problems: each cause once, with the first page and the number of all that it is found on.
    fn told(&self, found: BTreeMap<usize, PageFault>) -> Diagnostics {
        let mut causes: Vec<(usize, usize, PageFault)> = Vec::new();
        for (index, fault) in found {
            match causes.iter_mut().find(|(_, _, cause)| cause.is_as(&fault)) {
                Some((_, count, _)) => *count += 1,
                None => causes.push((index, 1, fault)),
            }
        }
        let mut problems = self.forms.told(self.theme);
        for (index, count, cause) in causes {
            let page = &self.pages.pages()[index];
            problems.push(match cause {
                PageFault::Failed(failure) => failure.told(&page.record(), count),
                PageFault::Changed { before, after } => ck260::words_would_change(
                    self.theme.place(page.template()),
                    &pages::told(page.path.as_str(), count),
                    &before,
                    &after,
                ),
            });
        }
        problems
    }

    /// What there was to do: all pages, and the bytes of those that were put.
    pub(super) fn work(&self) -> Work {
        let bytes = Some(self.bytes.load(Ordering::Relaxed));
        Work { count: self.pages.pages().len(), bytes }
    }

    /// What is wrong with the links of the pages, once all are rendered; `files` are all others.
    pub(super) fn faulty_links(self, files: impl Iterator<Item = PagePath>) -> Diagnostics {
        let mut problems = Diagnostics::default();
        // Where pages were not looked at, what is missing follows from that.
        if self.broken_off.into_inner() {
            return problems;
        }
        let pages = self.pages.pages().iter().map(|page| output_path(&page.path));
        let all = || files.map(|path| output_path(&path)).chain(pages).collect();
        let theme = self.theme;
        for problem in self.links.check(all, |template, words| theme.place_of(template, words)) {
            problems.push(problem);
        }
        problems
    }

    fn plan_of(&self, page: &Page) -> PlanOf<'_> {
        // The list of plans has a folder among them.
        let plan = page.path.plan().and_then(|plan| self.plans.get(&PlanId::new(plan)));
        match plan {
            None => PlanOf::Site,
            Some(None) => PlanOf::Kept,
            Some(Some(made)) => PlanOf::Made(made),
        }
    }

    /// Makes a page that may show anything of the site: it is kept where its view is the same.
    fn page_of_site(&self, page: &Page) -> Result<Option<PageFault>, RunError> {
        let (view, checksum) = self.pages.view_with_checksum(page);
        let part = Part { name: page.path.to_string(), made_from: self.made_from(page, checksum) };
        if kept(&part, &self.links, self.sink)? {
            return Ok(None);
        }
        let path = output_path(&page.path);
        let Finished { links, fault, .. } = self.finished(page, &path, &view)?;
        let links = links.compact();
        if fault.is_none() {
            self.sink.leave(part, vec![path], parts::noted(&links));
        }
        self.links.add(links);
        Ok(fault)
    }

    /// Makes a page of a plan whose pages are kept all together.
    fn page_of_plan(
        &self,
        page: &Page,
        plan: &Mutex<PagesOfPlan>,
    ) -> Result<Option<PageFault>, RunError> {
        let (view, _) = self.pages.view_with_checksum(page);
        let path = output_path(&page.path);
        let Finished { links, fault, .. } = self.finished(page, &path, &view)?;
        let mut plan = plan.lock().unwrap_or_else(PoisonError::into_inner);
        plan.left -= 1;
        plan.is_torn |= fault.is_some();
        plan.links.add(links);
        plan.files.push(path);
        if plan.left == 0 {
            self.leave(&mut plan);
        }
        Ok(fault)
    }

    /// Leaves the pages of a plan, all of which were made, for the next build, and adds their links to those of the site.
    fn leave(&self, plan: &mut PagesOfPlan) {
        let links = std::mem::take(&mut plan.links).compact();
        let mut files = std::mem::take(&mut plan.files);
        if !plan.is_torn {
            files.sort();
            self.sink.leave(plan.part.clone(), files, parts::noted(&links));
        }
        self.links.add(links);
    }

    /// The checksum of all that a page is made from.
    fn made_from(&self, page: &Page, view: Checksum) -> Checksum {
        let mut made_from = Digest::new();
        made_from.add(self.theme.fingerprint().as_bytes());
        made_from.add(page.template().as_bytes());
        let form = (self.forms.of_template(page.template()), self.forms.of_pages());
        made_from.add(format!("{form:?}").as_bytes());
        made_from.add(view.as_bytes());
        made_from.checksum()
    }

    /// Renders a page and puts it into the sink.
    fn finished(&self, page: &Page, path: &OutputPath, view: &View) -> Result<Finished, RunError> {
        let mut bytes = Vec::with_capacity(16 << 10);
        let form = match page.comes_last() {
            true => Form::Written,
            false => self.forms.of_template(page.template()),
        };
        if let Err(failure) = self.theme.render(page.template(), form, view, &mut bytes) {
            self.links.add_failed(path);
            let fault = Some(PageFault::Failed(*failure));
            return Ok(Finished { links: Links::default(), fault, bytes: Vec::new() });
        }
        let (mut links, mut fault) = (Links::default(), None);
        if page.path.as_str().ends_with(".html") {
            links = self.links.links_of(path, page.template(), PageFacts::of(&bytes));
            if self.forms.of_pages() {
                match minify::minify(&bytes) {
                    Minified::Smaller(smaller) => bytes = smaller,
                    Minified::WouldChange { before, after } => {
                        fault = Some(PageFault::Changed { before, after });
                    }
                }
            }
        }
        self.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        self.sink.put(path, &bytes).map_err(RunError::Sink)?;
        Ok(Finished { links, fault, bytes })
    }
}

/// Whose page it is.
enum PlanOf<'a> {
    /// The site's.
    Site,
    /// A plan's, which is made.
    Made(&'a Mutex<PagesOfPlan>),
    /// A plan's, whose pages were kept.
    Kept,
}

/// What came of a page that was made.
struct Finished {
    links: Links,
    fault: Option<PageFault>,
    bytes: Vec<u8>,
}

/// What is wrong with a page by itself.
enum PageFault {
    /// Its template failed.
    Failed(Failure),
    /// Minifying would change its words.
    Changed { before: String, after: String },
}

impl PageFault {
    fn is_as(&self, other: &PageFault) -> bool {
        match (self, other) {
            (PageFault::Failed(one), PageFault::Failed(other)) => one.is_as(other),
            (
                PageFault::Changed { before, after },
                PageFault::Changed { before: other, after: others_after },
            ) => before == other && after == others_after,
            _ => false,
        }
    }
}
