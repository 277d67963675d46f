//! Corrections: each stands beside what it corrects.
//!
//! In: a correction. Out: [`CorrectionView`]; of a restricted task its words are withheld.

use serde::Serialize;

use crate::model::{Correction, CorrectionTarget};
use crate::pages::context::{Context, date_view};
use crate::pages::values::{DateView, Link, Reference};
use crate::paths;
use crate::progress::CorrectionEntry;
use crate::text::dates;
use crate::text::numbers::integer;
use crate::vocabulary::task as words;

/// A correction: it stands beside what it corrects and never replaces it silently.
#[derive(Clone, Debug, Serialize)]
pub struct CorrectionView {
    /// Its fragment, such as `dinh-chinh-c1`.
    pub id: String,
    /// "Đính chính văn bản" or "Đính chính trang thông tin".
    pub kind: String,
    /// When it was published here.
    pub date: DateView,
    /// What it corrects.
    pub target: Link,
    /// The reading before.
    pub before: String,
    /// The reading after.
    pub after: String,
    /// Why.
    pub reason: String,
    /// Who found it, such as "Kiến nghị của người đọc".
    pub source: String,
    /// When the petition came.
    pub received: Option<DateView>,
    /// When it was answered.
    pub answered: Option<DateView>,
    /// How long the answer took, such as "trả lời sau 4 ngày".
    pub days: Option<String>,
    /// The official letter.
    pub letter: Option<Reference>,
}

/// A correction, with what it corrects.
pub(crate) fn view(here: Context<'_>, entry: &CorrectionEntry<'_>) -> CorrectionView {
    let (plan, open) = (entry.plan, entry.open);
    let shown = |field: fn(&Correction) -> &String| {
        open.map_or_else(|| words::withheld().to_owned(), |entry| field(entry).clone())
    };
    let target = match entry.target {
        CorrectionTarget::Task(number) => {
            here.link(&paths::task(&plan.id, number), words::of_plan(number, plan.cited()))
        }
        CorrectionTarget::Node(node) => {
            let link = here.node_link(plan, node);
            Link { text: words::passage_of_plan(&link.text, plan.cited()), href: link.href }
        }
        CorrectionTarget::Plan => here.link(&paths::plan(&plan.id), plan.cited()),
        CorrectionTarget::Site => here.link(&paths::home(), words::the_site()),
    };
    let received = open.and_then(|correction| correction.received);
    let answered = open.and_then(|correction| correction.answered);
    let days = received.zip(answered).map(|(received, answered)| {
        words::answered_after(integer(dates::days_between(received, answered)))
    });
    CorrectionView {
        id: entry.id.to_owned(),
        kind: entry.kind.label().to_owned(),
        date: date_view(entry.published),
        target,
        before: shown(|correction| &correction.before),
        after: shown(|correction| &correction.after),
        reason: shown(|correction| &correction.reason),
        source: entry.origin.label().to_owned(),
        received: received.map(date_view),
        answered: answered.map(date_view),
        days,
        letter: open
            .and_then(|correction| correction.letter.as_ref())
            .map(|letter| here.basis(letter)),
    }
}
