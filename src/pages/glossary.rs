//! Terms and abbreviations.
//!
//! In: the glossary. Out: [`GlossaryView`], all that `glossary.html` may read.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::{Term, TermOrigin};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts;
use crate::text::Collator;
use crate::text::slug::slug;

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
pub(super) fn view(here: Context<'_>) -> GlossaryView {
    let terms = &here.site().terms;
    let description =
        format!("{} thuật ngữ và chữ viết tắt dùng trên trang.", parts::number(terms.len()));
    GlossaryView {
        frame: here.frame(Head::new("Thuật ngữ, chữ viết tắt", description)),
        terms: in_order(terms),
    }
}

fn in_order(terms: &[Term]) -> Vec<TermView> {
    let collator = Collator::vietnamese();
    let mut terms: Vec<&Term> = terms.iter().collect();
    terms.sort_by_cached_key(|term| collator.sort_key(&term.word));
    let mut fragments = Fragments::default();
    let view = |term: &Term| TermView {
        id: fragments.of(&term.word),
        word: term.word.clone(),
        meaning: term.meaning.clone(),
        scope: term.scope.clone(),
        origin: match term.origin {
            TermOrigin::Document => "Theo văn bản".to_owned(),
            TermOrigin::Editors => "Ban biên tập giải thích".to_owned(),
        },
        note: term.note.clone(),
    };
    terms.into_iter().map(view).collect()
}

/// Fragments of a page, no two alike: two words may share a slug.
#[derive(Default)]
struct Fragments {
    taken: BTreeSet<String>,
    times: BTreeMap<String, usize>,
}

impl Fragments {
    fn of(&mut self, word: &str) -> String {
        let slug = slug(word);
        let times = self.times.entry(slug.clone()).or_default();
        loop {
            *times += 1;
            let fragment = if *times == 1 { slug.clone() } else { format!("{slug}-{times}") };
            if self.taken.insert(fragment.clone()) {
                return fragment;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_read_alike_have_fragments_of_their_own() {
        let mut fragments = Fragments::default();
        let found = ["DN", "DN-2", "ĐN", "ĐN"].map(|word| fragments.of(word));
        assert_eq!(found, ["dn", "dn-2", "dn-3", "dn-4"]);
    }
}
