//! What a dashboard begins with: the answer, what completes it, how its denominator comes about.
//!
//! In: sums over tasks, and where their lists are. Out: sentences whose numbers lead to the lists.

use crate::pages::context::Context;
use crate::pages::lists::selection::{Lists, Selection, deadline_or_last};
use crate::pages::parts::cards::{self, TaskCard};
use crate::pages::parts::figures::{Count, Figure, Ledger, LedgerRow};
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::Tone;
use crate::progress::{self, Cell, Disclosed, StandingKind, Summary};
use crate::vocabulary::home as words;

/// The first sentence: how many are done, how many are late, how many nobody speaks of.
pub(crate) fn answer(summary: &Summary, lists: &dyn Lists) -> Sentence {
    if summary.ledger.is_empty() {
        return Sentence::from(words::no_tasks());
    }
    let done = lists.figure(Selection::Done, summary.measures.done.n);
    let live = lists.figure(Selection::Live, summary.measures.done.of);
    let some =
        |tone: Tone, count: usize| (count > 0).then(|| lists.figure(Selection::Of(tone), count));
    let overdue = some(Tone::Overdue, summary.tally.of(StandingKind::Overdue));
    Sentence::from(match (overdue, some(Tone::NoInformation, silent(summary))) {
        (None, None) => words::answer(done, live),
        (Some(overdue), None) => words::answer_overdue(done, live, overdue),
        (None, Some(silent)) => words::answer_silent(done, live, silent),
        (Some(overdue), Some(silent)) => words::answer_overdue_silent(done, live, overdue, silent),
    })
}

/// The sentences that complete the answer.
pub(crate) fn more(summary: &Summary, lists: &dyn Lists) -> Vec<Sentence> {
    if summary.ledger.is_empty() {
        return Vec::new();
    }
    let tally = &summary.tally;
    let mut sentences = Vec::new();
    let silent_past = tally.of(StandingKind::NoInformationPastDue);
    if silent_past > 0 {
        let list = Selection::In(Cell::NoInformationPastDue);
        sentences.push(words::silent_past_due(lists.figure(list, silent_past)).into());
    }
    let silent_over = tally.of(StandingKind::NoInformationPeriodOver);
    if silent_over > 0 {
        let list = Selection::SilentPeriodOver;
        sentences.push(words::silent_period_over(lists.figure(list, silent_over)).into());
    }
    let over = tally.of_any(&[StandingKind::PastDue, StandingKind::PeriodOver]);
    if over > 0 {
        let list = Selection::Of(Tone::EndedAwaiting);
        sentences.push(list.some(lists.figure(list, over)));
    }
    let kinds =
        [(StandingKind::ReportedDone, Tone::Reported), (StandingKind::DueSoon, Tone::DueSoon)];
    for (kind, tone) in kinds {
        if tally.of(kind) > 0 {
            sentences
                .push(Selection::Of(tone).some(lists.figure(Selection::Of(tone), tally.of(kind))));
        }
    }
    if tally.of(StandingKind::Overdue) == 0 {
        sentences.push(Sentence::from(Selection::Of(Tone::Overdue).none()));
    }
    sentences
}

pub(crate) fn silent(summary: &Summary) -> usize {
    summary.tally.of_any(&[
        StandingKind::NoInformation,
        StandingKind::NoInformationPastDue,
        StandingKind::NoInformationPeriodOver,
    ])
}

/// How the denominator comes about.
pub(crate) fn ledger(ledger: &progress::Ledger, lists: &dyn Lists) -> Ledger {
    let row = |sign: &str, list: Selection, count: usize, label: &str| LedgerRow {
        sign: sign.to_owned(),
        figure: lists.figure(list, count),
        label: label.to_owned(),
    };
    Ledger {
        is_plain: ledger.is_plain(),
        rows: vec![
            row("", Selection::Original, ledger.original, words::original()),
            row("+", Selection::Added, ledger.added, words::added()),
            row("−", Selection::Of(Tone::Cancelled), ledger.cancelled, words::cancelled()),
            row("−", Selection::Of(Tone::CarriedOver), ledger.carried_over, words::carried_over()),
        ],
        total: Count {
            figure: lists.figure(Selection::Live, ledger.live),
            label: words::live().to_owned(),
            tone: None,
        },
    }
}

/// How many overdue tasks are named beside what else a page has.
const NAMED: usize = 20;

/// The overdue tasks, oldest deadline first; restricted ones last, since their place would tell theirs. Of many the
/// first, and a sentence that says so.
pub(crate) fn overdue<'t>(
    here: Context<'_>,
    tasks: impl Iterator<Item = Disclosed<'t>>,
    name_plan: bool,
    lists: &dyn Lists,
) -> (Vec<TaskCard>, Option<Sentence>) {
    let mut tasks: Vec<_> = tasks.filter(|task| task.kind() == StandingKind::Overdue).collect();
    tasks.sort_by_key(|task| deadline_or_last(*task));
    let more = (tasks.len() > NAMED).then(|| {
        let shown = Figure::of(NAMED, "#qua-han-som-nhat");
        let all = lists.figure(Selection::Of(Tone::Overdue), tasks.len());
        Sentence::from(words::overdue_shown(shown, all))
    });
    let named = tasks.into_iter().take(NAMED);
    (named.map(|task| cards::card(here, task, name_plan)).collect(), more)
}
