//! A plan on the last day of a reporting period, as the site told it by then, or as it is known now where the site
//! did not publish yet; the page says which.
//!
//! In: progress on that day. Out: [`PastView`], all that `past.html` may read. Of a day on which the site published
//! it knows nothing later, neither events nor today's date, so that the page never changes again.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::{Context, Head, date_view};
use crate::pages::frame::Frame;
use crate::pages::lists::branch::{self, Branch, TaskSection};
use crate::pages::lists::by_standing::{InSections, parted};
use crate::pages::lists::column::Column;
use crate::pages::lists::selection::{self, live};
use crate::pages::lists::summary;
use crate::pages::parts::cards;
use crate::pages::parts::figures::{self, Bar, Count, Figure, Ledger, LedgerRow};
use crate::pages::parts::pager::{Cutter, PageNumber, Pager, Places, Things};
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
    /// The tasks of the page that belonged to the plan, by standing.
    pub columns: Vec<TaskSection>,
    /// Those cancelled or carried over by then.
    pub gone: Vec<TaskSection>,
    /// The way to the other pages.
    pub pager: Option<Pager>,
    /// What changed in the period.
    pub changes: Link,
}

/// The page of a day; `here` holds the progress of that day.
pub(crate) fn view(here: Context<'_>, plan: &Plan, page: PageNumber) -> PastView {
    let progress = here.progress.plan(&plan.id);
    let day = here.as_of();
    let all = parted(progress.counted(), str::to_owned);
    let (gone, columns): (Vec<Branch<'_>>, Vec<_>) =
        all.into_iter().partition(|branch| branch.id == Column::Gone.id());
    let first = paths::past(&plan.id, day);
    let places = branch::places(first.clone(), columns.iter().chain(&gone));
    let lists = InSections { here, places: &places, all: "tat-ca" };
    let answer = summary::answer(&progress.summary, &lists);
    let title = words::of_plan(plan.cited(), dates::long(day));
    let mut above = here.above_plan(plan);
    above.push((paths::changes(&plan.id), pages::changes().to_owned()));
    let head = Head::new(title, answer.plain()).above(above).source(&plan.source);
    let mut cutter = Cutter::new(page);
    let columns = branch::sections(here, &columns, &mut cutter, false);
    let gone = branch::sections(here, &gone, &mut cutter, false);
    let mut frame = here.frame(cutter.head(head, &first));
    // The date of the next publication belongs to today.
    frame.next_release = None;
    PastView {
        frame,
        plan: cards::plan_head(here, plan),
        date: date_view(day),
        answer,
        more: summary::more(&progress.summary, &lists),
        bar: figures::bar(live(progress.counted()), selection::of_tone(&lists)),
        ledger: ledger(here, &places, &progress.summary.ledger),
        notice: notice(here, plan),
        columns,
        gone,
        pager: cutter.pager(here, &first, Things::Tasks),
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

fn ledger(here: Context<'_>, places: &Places, ledger: &crate::progress::Ledger) -> Ledger {
    let all = ledger.original + ledger.added;
    let row = |sign: &str, figure: Figure, label: &str| LedgerRow {
        sign: sign.to_owned(),
        figure,
        label: label.to_owned(),
    };
    let gone = places.figure(here, Column::Gone.id(), ledger.cancelled + ledger.carried_over);
    Ledger {
        is_plain: false,
        rows: vec![
            row("", places.figure(here, "moi-nhiem-vu", all), words::all()),
            row("−", gone, words::gone()),
        ],
        total: Count {
            figure: places.figure(here, "tat-ca", ledger.live),
            label: ledgers::live().to_owned(),
            tone: None,
        },
    }
}
