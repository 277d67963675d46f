//! In which form each template is rendered.
//!
//! In: what the site wishes, the theme and the pages. Out: [`Forms`]. A template is minified once for all of its pages;
//! that this keeps their words is proved when it is read, and here once more on the first page that it makes.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::outcome::RunError;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck260;
use crate::model::Minify;
use crate::output::{Checksum, Digest, Notes, Part, Sink};
use crate::pages::{Page, PageSet, View};
use crate::render::minify::change;
use crate::render::theme::{Form, Theme};

/// The form of each template.
pub(super) struct Forms {
    minify: Minify,
    /// The templates that would say something else if they were minified: their first page, its words before and after.
    changed: BTreeMap<&'static str, Changed>,
}

struct Changed {
    page: String,
    before: String,
    after: String,
}

impl Forms {
    pub(super) fn of(
        minify: Minify,
        theme: &Theme,
        pages: &PageSet<'_>,
        sink: &dyn Sink,
    ) -> Result<Self, RunError> {
        let mut firsts: BTreeMap<&str, &Page> = BTreeMap::new();
        if minify == Minify::Templates {
            // Pages that come last cannot be made yet: they stay as they are written.
            for page in pages.pages().iter().filter(|page| !page.comes_last()) {
                firsts.entry(page.template()).or_insert(page);
            }
        }
        let changed = firsts.into_par_iter().map(|(template, page)| {
            let (view, checksum) = pages.view_with_checksum(page);
            let mut made_from = Digest::new();
            made_from.add(theme.fingerprint().as_bytes());
            made_from.add(checksum.as_bytes());
            let name = format!("//mau/{template}");
            let proof = Part { name, made_from: made_from.checksum() };
            if sink.keep(&proof).map_err(RunError::Sink)?.is_some() {
                return Ok(None);
            }
            let Some((before, after)) = words_changed(theme, template, &view) else {
                sink.leave(proof, Vec::new(), Notes::default());
                return Ok(None);
            };
            let page_path = page.path.to_string();
            Ok(Some((page.template(), Changed { page: page_path, before, after })))
        });
        let changed = changed.collect::<Result<Vec<_>, RunError>>()?;
        Ok(Self { minify, changed: changed.into_iter().flatten().collect() })
    }

    /// Differs where any template is rendered in another form.
    pub(super) fn checksum(&self) -> Checksum {
        let changed: Vec<_> = self.changed.keys().collect();
        Checksum::of(format!("{:?} {changed:?}", self.minify).as_bytes())
    }

    /// The form that a template is rendered in.
    pub(super) fn of_template(&self, template: &str) -> Form {
        match self.minify {
            Minify::Templates if !self.changed.contains_key(template) => Form::Smaller,
            Minify::Templates | Minify::Pages | Minify::Nothing => Form::Written,
        }
    }

    /// Whether each page is minified once it is made.
    pub(super) fn of_pages(&self) -> bool {
        self.minify == Minify::Pages
    }

    /// The templates that stay as they were written, and why.
    pub(super) fn told(&self, theme: &Theme) -> Diagnostics {
        let mut problems = Diagnostics::default();
        for (template, Changed { page, before, after }) in &self.changed {
            problems.push(ck260::words_would_change(theme.place(template), page, before, after));
        }
        problems
    }
}

/// Some words of a page before and after, where its template says something else when it is minified.
fn words_changed(theme: &Theme, template: &str, view: &View) -> Option<(String, String)> {
    let (mut written, mut smaller) = (Vec::new(), Vec::new());
    // A page that fails is told where all are rendered.
    theme.render(template, Form::Written, view, &mut written).ok()?;
    theme.render(template, Form::Smaller, view, &mut smaller).ok()?;
    change(&written, &smaller)
}
