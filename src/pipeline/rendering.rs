//! Every page, rendered, minified and sent to the sink, with the problems that this brings.

use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use super::extras::output_path;
use super::forms::Forms;
use super::memory::{self, FinishedPage};
use super::outcome::RunError;
use super::request::Watch;
use super::stages::Work;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::{ck260, pages};
use crate::memo::Memo;
use crate::output::{Checksum, OutputPath, Sink};
use crate::pages::{Page, PageSet, View};
use crate::paths::PagePath;
use crate::render::links::LinkTable;
use crate::render::minify::{self, Minified};
use crate::render::theme::{Form, Theme};
use crate::render::{Failure, PageFacts};

/// What pages are rendered with.
pub(super) struct Rendering<'a> {
    pub(super) theme: &'a Theme,
    pub(super) pages: &'a PageSet<'a>,
    pub(super) forms: Forms,
    pub(super) memo: &'a Memo<FinishedPage>,
    pub(super) links: LinkTable,
    pub(super) sink: &'a dyn Sink,
    pub(super) watch: &'a Watch,
    /// Whether a page reached a limit, and those behind it were not looked at.
    pub(super) broken_off: AtomicBool,
    /// The bytes that went to the sink.
    pub(super) bytes: AtomicU64,
}

impl Rendering<'_> {
    /// Renders every page, in parallel. What went wrong is told in the order of pages, one cause once.
    pub(super) fn all(&self) -> Result<Diagnostics, RunError> {
        self.watch.pages.store(self.pages.pages().len(), Ordering::Relaxed);
        let found = Mutex::new(BTreeMap::new());
        let costly = AtomicBool::new(false);
        self.pages.pages().par_iter().enumerate().try_for_each(|(index, page)| {
            if self.watch.interrupted.load(Ordering::Relaxed) {
                return Err(RunError::Interrupted);
            }
            if costly.load(Ordering::Relaxed) {
                return Ok(());
            }
            let fault = self.page(page)?;
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

    /// The faults of the pages in order, up to the first that reaches a limit.
    fn up_to_a_limit(&self) -> Result<BTreeMap<usize, PageFault>, RunError> {
        let mut found = BTreeMap::new();
        for (index, page) in self.pages.pages().iter().enumerate() {
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
        let all = files.map(|path| output_path(&path)).chain(pages).collect();
        let theme = self.theme;
        for problem in self.links.check(&all, |template, words| theme.place_of(template, words)) {
            problems.push(problem);
        }
        problems
    }

    fn page(&self, page: &Page) -> Result<Option<PageFault>, RunError> {
        let path = output_path(&page.path);
        let (view, checksum) = self.pages.view_with_checksum(page);
        let key = || self.key(page, checksum);
        let mut kept = Ok(false);
        let finished = self.memo.get(key, || {
            let mut finished = self.rendered(page, &view);
            kept = self.minified(&path, &mut finished);
            finished
        });
        match &finished.facts {
            Some(facts) => self.links.add(&path, page.template(), facts),
            None if finished.failure.is_some() => self.links.add_failed(&path),
            None => {}
        }
        let put = match (kept, finished.bytes, finished.rendered) {
            (Err(error), ..) => Err(error),
            (Ok(true), ..) | (_, None, _) => Ok(()),
            (_, Some(bytes), rendered) => {
                self.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
                match rendered {
                    Some(rendered) => self.sink.put_minified(&path, &bytes, rendered),
                    None => self.sink.put(&path, &bytes),
                }
            }
        };
        put.map_err(RunError::Sink)?;
        let changed = finished.changed.map(|(before, after)| PageFault::Changed { before, after });
        Ok(finished.failure.map(PageFault::Failed).or(changed))
    }

    /// All that a page is made from.
    fn key(&self, page: &Page, view: Checksum) -> Checksum {
        let form = (self.forms.of_template(page.template()), self.forms.of_pages());
        let words = format!("{}\0{}\0{form:?}\0{view}", page.path, page.template());
        memory::key(self.theme, &words)
    }

    fn rendered(&self, page: &Page, view: &View) -> FinishedPage {
        let mut bytes = Vec::with_capacity(16 << 10);
        let mut finished = FinishedPage::default();
        match self.theme.render(
            page.template(),
            self.forms.of_template(page.template()),
            view,
            &mut bytes,
        ) {
            Ok(()) => {
                let is_html = page.path.as_str().ends_with(".html");
                finished.facts = is_html.then(|| Arc::new(PageFacts::of(&bytes)));
                finished.bytes = Some(bytes.into());
            }
            Err(failure) => finished.failure = Some(*failure),
        }
        finished
    }

    /// Minifies an HTML page; true where the sink keeps what it had minified before.
    fn minified(&self, path: &OutputPath, finished: &mut FinishedPage) -> io::Result<bool> {
        let (Some(bytes), true) =
            (&finished.bytes, self.forms.of_pages() && finished.facts.is_some())
        else {
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
            Minified::WouldChange { before, after } => finished.changed = Some((before, after)),
        }
        Ok(false)
    }
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
