//! Every page, rendered, minified and sent to the sink, with the problems that this brings.

use std::io;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use super::extras::output_path;
use super::memory::FinishedPage;
use super::outcome::RunError;
use super::request::Watch;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck260;
use crate::memo::Memo;
use crate::output::{Checksum, OutputPath, Sink};
use crate::pages::{Page, PageSet, View};
use crate::paths::PagePath;
use crate::render::PageFacts;
use crate::render::links::LinkTable;
use crate::render::minify::{self, Minified};
use crate::render::theme::Theme;

/// What pages are rendered with.
pub(super) struct Rendering<'a> {
    pub(super) theme: &'a Theme,
    pub(super) pages: &'a PageSet<'a>,
    pub(super) minify: bool,
    pub(super) memo: &'a Memo<FinishedPage>,
    pub(super) links: LinkTable,
    pub(super) sink: &'a dyn Sink,
    pub(super) watch: &'a Watch,
}

impl Rendering<'_> {
    /// Renders every page, in parallel; problems come back in the order of pages.
    pub(super) fn all(&self) -> Result<Diagnostics, RunError> {
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

    /// What is wrong with the links of the pages, once all are rendered; `files` are all others.
    pub(super) fn faulty_links(self, files: impl Iterator<Item = PagePath>) -> Diagnostics {
        let pages = self.pages.pages().iter().map(|page| output_path(&page.path));
        let all = files.map(|path| output_path(&path)).chain(pages).collect();
        let theme = self.theme;
        let mut problems = Diagnostics::default();
        for problem in self.links.check(&all, |template| theme.place(template)) {
            problems.push(problem);
        }
        problems
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
