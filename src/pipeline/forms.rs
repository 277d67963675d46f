//! In which form each template is rendered.
//!
//! In: what the site wishes, the theme and the pages. Out: [`Forms`]. A template is minified once for all of its pages;
//! that this keeps their words is proved when it is read, and here once more on the first page that it makes.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::memory;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck260;
use crate::memo::Memo;
use crate::model::Minify;
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
        memo: &Memo<Option<(String, String)>>,
    ) -> Self {
        let mut firsts: BTreeMap<&str, &Page> = BTreeMap::new();
        if minify == Minify::Templates {
            for page in pages.pages() {
                firsts.entry(page.template()).or_insert(page);
            }
        }
        let changed = firsts.into_par_iter().filter_map(|(template, page)| {
            let (view, checksum) = pages.view_with_checksum(page);
            let key = || memory::key(theme, &format!("{template}\0{checksum}"));
            let (before, after) = memo.get(key, || words_changed(theme, template, &view))?;
            Some((page.template(), Changed { page: page.path.to_string(), before, after }))
        });
        Self { minify, changed: changed.collect() }
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
