//! All corrections, of documents and of this site.
//!
//! In: all corrections. Out: [`CorrectionsView`], all that `corrections.html` may read.

use serde::Serialize;

use crate::export::names;
use crate::model::CorrectionKind;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::corrections::{self, CorrectionView};
use crate::pages::parts::feeds;
use crate::pages::parts::figures::Figure;
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::Link;
use crate::paths;
use crate::progress::CorrectionEntry;
use crate::vocabulary::changes as words;
use crate::vocabulary::pages;

/// What `corrections.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct CorrectionsView {
    /// What every page shares.
    pub frame: Frame,
    /// The first sentence: how many of each kind.
    pub answer: Sentence,
    /// Corrections of documents, newest first.
    pub documents: Vec<CorrectionView>,
    /// Corrections of this site, newest first.
    pub site: Vec<CorrectionView>,
    /// How to report an error.
    pub petition_page: Link,
}

/// The corrections of all plans.
pub(crate) fn view(here: Context<'_>) -> CorrectionsView {
    let (documents, site) =
        (of_kind(here, CorrectionKind::Document), of_kind(here, CorrectionKind::Site));
    let answer = match (documents.len(), site.len()) {
        (0, 0) => Sentence::from(words::no_correction_yet()),
        (documents, site) => Sentence::from(words::corrected(
            Figure::of(documents, "#dinh-chinh-van-ban"),
            Figure::of(site, "#dinh-chinh-trang"),
        )),
    };
    let head = Head::new(words::corrections(), answer.plain())
        .feeds(feeds::of_site(here, names::CORRECTIONS));
    CorrectionsView {
        frame: here.frame(head),
        answer,
        documents,
        site,
        petition_page: here.link(&paths::petition(), pages::petition()),
    }
}

fn of_kind(here: Context<'_>, kind: CorrectionKind) -> Vec<CorrectionView> {
    let corrections = here.progress.history.corrections.iter().filter(|entry| entry.kind == kind);
    let view = |entry: &CorrectionEntry<'_>| {
        let view = corrections::view(here, entry);
        CorrectionView { id: paths::correction_fragment(&entry.plan.id, &view.id), ..view }
    };
    corrections.map(view).collect()
}
