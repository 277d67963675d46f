//! A plan on the last day of a reporting period, as the site told it by then, or as it is known now where the site
//! did not publish yet; the page says which.
//!
//! In: progress on that day. Out: [`PastView`], all that `past.html` may read. Of a day on which the site published
//! it knows nothing later, neither events nor today's date, so that the page never changes again.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head, date_view};
use crate::pages::frame::Frame;
use crate::pages::lists::column::{self, Column, ColumnSection, OnPage};
use crate::pages::lists::selection::{self, live};
use crate::pages::lists::summary;
use crate::pages::parts::cards;
use crate::pages::parts::figures::{self, Bar, Count, Figure, Ledger, LedgerRow};
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::{DateView, Link, PlanHead};
use crate::paths;
use crate::text::dates;
use crate::vocabulary::home as ledgers;
use crate::vocabulary::pages;
use crate::vocabulary::past as words;

/// What `past.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct PastView {
    /// What every page shares; its date is that of the page.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// The day.
    pub date: DateView,
    /// The first sentence: the answer of that day.
    pub answer: Sentence,
    /// The sentences that complete it.
    pub more: Vec<Sentence>,
    /// The bar under the answer.
    pub bar: Bar,
    /// How the denominator came about.
    pub ledger: Ledger,
    /// What the page knows and what it does not.
    pub notice: String,
    /// The tasks that belonged to the plan, by standing.
    pub columns: Vec<ColumnSection>,
    /// Those cancelled or carried over by then.
    pub gone: Vec<ColumnSection>,
    /// What changed in the period.
    pub changes: Link,
}

/// The page of a day; `here` holds the progress of that day.
pub(crate) fn view(here: Context<'_>, plan: &Plan) -> PastView {
    let progress = here.progress.plan(&plan.id);
    let day = here.as_of();
    let lists = OnPage { page: "", all: "tat-ca" };
    let answer = summary::answer(&progress.summary, &lists);
    let title = words::of_plan(plan.cited(), dates::long(day));
    let mut above = here.above_plan(plan);
    above.push((paths::changes(&plan.id), pages::changes().to_owned()));
    let head = Head::new(title, answer.plain()).above(above).source(&plan.source);
    let mut frame = here.frame(head);
    // The date of the next publication belongs to today.
    frame.next_release = None;
    let (columns, gone) = column::sections(here, "", progress.counted(), false)
        .into_iter()
        .partition(|column| column.id != Column::Gone.id());
    PastView {
        frame,
        plan: cards::plan_head(here, plan),
        date: date_view(day),
        answer,
        more: summary::more(&progress.summary, &lists),
        bar: figures::bar(live(progress.counted()), selection::of_tone(&lists)),
        ledger: ledger(&progress.summary.ledger),
        notice: notice(here, plan),
        columns,
        gone,
        changes: Link {
            href: format!(
                "{}#{}",
                here.href(&paths::changes(&plan.id)),
                paths::period_fragment(day)
            ),
            text: words::changes().to_owned(),
        },
    }
}

/// Whether the page tells what was published by its day, or what became known later.
fn notice(here: Context<'_>, plan: &Plan) -> String {
    let progress = here.progress;
    let is_empty = progress.plan(&plan.id).history.events.is_empty();
    let (day, known) = (dates::long(here.as_of()), dates::long(progress.known));
    match (progress.is_as_published(), progress.site.settings.published_since) {
        (true, _) if is_empty => words::notice_without_events(day),
        (true, _) => words::notice(day),
        (false, Some(_)) => words::notice_before(known),
        (false, None) => words::notice_computed(known),
    }
}

fn ledger(ledger: &crate::progress::Ledger) -> Ledger {
    let all = ledger.original + ledger.added;
    let row = |sign: &str, figure: Figure, label: &str| LedgerRow {
        sign: sign.to_owned(),
        figure,
        label: label.to_owned(),
    };
    let gone =
        Figure::of(ledger.cancelled + ledger.carried_over, format!("#{}", Column::Gone.id()));
    Ledger {
        rows: vec![
            row("", Figure::of(all, "#moi-nhiem-vu"), words::all()),
            row("−", gone, words::gone()),
        ],
        total: Count {
            figure: Figure::of(ledger.live, "#tat-ca"),
            label: ledgers::live().to_owned(),
            tone: None,
        },
    }
}
