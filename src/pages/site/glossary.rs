//! Terms and abbreviations.
//!
//! In: the glossary. Out: [`GlossaryView`], all that `glossary.html` may read.

use serde::Serialize;

use crate::model::{Term, TermOrigin};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::paths;
use crate::text::numbers;
use crate::vocabulary::glossary as words;
use crate::vocabulary::pages;

/// What `glossary.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryView {
    /// What every page shares.
    pub frame: Frame,
    /// The terms, in Vietnamese order.
    pub terms: Vec<TermView>,
}

/// A term.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// The fragment, such as `cntt`.
    pub id: String,
    /// The word.
    pub word: String,
    /// What it means.
    pub meaning: String,
    /// Where the meaning holds.
    pub scope: Option<String>,
    /// Who says so: the document or the editors.
    pub origin: String,
    /// Since when, and what changed.
    pub note: Option<String>,
}

/// The glossary.
pub(crate) fn view(here: Context<'_>) -> GlossaryView {
    let terms = &here.site().terms;
    let description = words::about(numbers::count(terms.len()));
    GlossaryView {
        frame: here.frame(Head::new(pages::glossary_in_full(), description)),
        terms: in_order(terms),
    }
}

fn in_order(terms: &[Term]) -> Vec<TermView> {
    let view = |(id, term): (String, &Term)| TermView {
        id,
        word: term.word.clone(),
        meaning: term.meaning.clone(),
        scope: term.scope.clone(),
        origin: match term.origin {
            TermOrigin::Document => words::by_document().to_owned(),
            TermOrigin::Editors => words::by_editors().to_owned(),
        },
        note: term.note.clone(),
    };
    paths::terms(terms).into_iter().map(view).collect()
}
