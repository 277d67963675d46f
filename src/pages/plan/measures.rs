//! A plan in numbers: the state's own four cells, and the measures M1 to M6.

use serde::Serialize;

use crate::model::Plan;
use crate::pages::context::Context;
use crate::pages::lists::selection::{Lists, Selection};
use crate::pages::lists::summary;
use crate::pages::parts::figures::{Count, Figure, Ratio};
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::Tone;
use crate::paths::{self, PagePath};
use crate::progress::{self, Cell, Summary};
use crate::text::numbers::integer;
use crate::vocabulary::lists as sorts;
use crate::vocabulary::measures::Measure as Named;
use crate::vocabulary::plan as words;

/// The two axes of the state's own statistics, and what stands beside them.
#[derive(Clone, Debug, Serialize)]
pub struct FourCells {
    /// Finished in time.
    pub done_in_time: Count,
    /// Finished late.
    pub done_late: Count,
    /// Unfinished, in time.
    pub open_in_time: Count,
    /// Unfinished, late.
    pub open_late: Count,
    /// Silence, never merged with lateness.
    pub no_information: Count,
    /// What fits in none of them, such as tasks without a deadline.
    pub others: Vec<Count>,
    /// The sentence that adds them up.
    pub sum: Sentence,
}

/// One of the measures M1 to M6.
#[derive(Clone, Debug, Serialize)]
pub struct Measure {
    /// "M1".
    pub code: String,
    /// Its name.
    pub name: String,
    /// The ratio, for all measures but M6.
    pub ratio: Option<Ratio>,
    /// The value where it is no ratio, such as "112 ngày", or "chưa tính được".
    pub value: Option<String>,
    /// What stands in the denominator, in a sentence.
    pub note: Sentence,
}

/// Finished or not, in time or late; silence and the rest stand beside.
pub(crate) fn cells(summary: &Summary, lists: &dyn Lists) -> FourCells {
    let count = |list: Selection, n: usize, label: &str, tone: Tone| Count {
        figure: lists.figure(list, n),
        label: label.to_owned(),
        tone: Some(tone),
    };
    let of = |cell: Cell, label: &str, tone: Tone| {
        count(Selection::In(cell), summary.cells.of(cell), label, tone)
    };
    let others = [
        (Cell::FinishedUnknown, sorts::FINISHED_UNKNOWN.label, Tone::Done),
        (Cell::FinishedWithoutDeadline, sorts::FINISHED_WITHOUT_DEADLINE.label, Tone::Done),
        (Cell::LastWordBeforeDeadline, sorts::LAST_WORD_BEFORE.label, Tone::EndedAwaiting),
        (Cell::ReportedPastDue, sorts::REPORTED_PAST_DUE.label, Tone::Reported),
        (Cell::PausedPastDue, sorts::PAUSED_PAST_DUE.label, Tone::Paused),
        (Cell::WithoutDeadline, sorts::WITHOUT_DEADLINE.label, Tone::EndedAwaiting),
    ];
    let others = others.into_iter().filter(|(cell, ..)| summary.cells.of(*cell) > 0);
    FourCells {
        done_in_time: of(Cell::FinishedInTime, sorts::FINISHED_IN_TIME.label, Tone::Done),
        done_late: count(
            Selection::Of(Tone::DoneLate),
            summary.cells.of(Cell::FinishedLate),
            sorts::DONE_LATE.label,
            Tone::DoneLate,
        ),
        open_in_time: of(Cell::UnfinishedInTime, sorts::UNFINISHED_IN_TIME.label, Tone::Running),
        open_late: of(Cell::UnfinishedOverdue, sorts::UNFINISHED_OVERDUE.label, Tone::Overdue),
        no_information: count(
            Selection::Of(Tone::NoInformation),
            summary::silent(summary),
            sorts::SILENT.label,
            Tone::NoInformation,
        ),
        others: others.map(|(cell, label, tone)| of(cell, label, tone)).collect(),
        sum: Sentence::from(words::cells_sum(lists.figure(Selection::Live, summary.ledger.live))),
    }
}

/// M1 to M6, each with its denominator in words.
pub(crate) fn measures(
    here: Context<'_>,
    plan: &Plan,
    summary: &Summary,
    lists: &dyn Lists,
) -> Vec<Measure> {
    let measures = &summary.measures;
    // A rate of nothing is a sentence, not a number.
    let of_tasks = |named: Named, ratio: progress::Ratio, (n, of), nothing: &str, note| Measure {
        code: named.sign().to_owned(),
        name: named.label().to_owned(),
        ratio: (ratio.of > 0)
            .then(|| Ratio::new(lists.figure(n, ratio.n), lists.figure(of, ratio.of))),
        value: (ratio.of == 0).then(|| nothing.to_owned()),
        note,
    };
    let due_reports = measures.reports.filter(|ratio| ratio.of > 0);
    let nothing_due = measures.reports.is_some() && due_reports.is_none();
    let duties = &here.progress.plan(&plan.id).reports;
    let uncounted = duties.iter().any(|duty| duty.is_due_uncounted(here.as_of()));
    let reports = due_reports.map(|ratio| {
        let list = |path: &PagePath| here.href(path);
        Ratio::new(
            Figure::of(ratio.n, list(&paths::reports_received(&plan.id))),
            Figure::of(ratio.of, list(&paths::reports_due(&plan.id))),
        )
    });
    vec![
        of_tasks(
            Named::DueDone,
            measures.due_done,
            (Selection::DoneForDeadline, Selection::Due),
            words::nothing_due(),
            match summary.without_deadline {
                0 => Sentence::from(words::of_due()),
                n => Sentence::from(words::of_due_beside(lists.figure(Selection::NoDeadline, n))),
            },
        ),
        of_tasks(
            Named::Done,
            measures.done,
            (Selection::Done, Selection::Live),
            words::nothing_live(),
            Sentence::from(words::of_live()),
        ),
        of_tasks(
            Named::InTime,
            measures.in_time,
            (Selection::In(Cell::FinishedInTime), Selection::DoneForDeadline),
            words::nothing_done_for_deadline(),
            Sentence::from(words::of_done_for_deadline()),
        ),
        of_tasks(
            Named::Proved,
            measures.proved,
            (Selection::Proved, Selection::Done),
            words::nothing_done(),
            Sentence::from(words::of_done()),
        ),
        Measure {
            code: Named::Reports.sign().to_owned(),
            name: Named::Reports.label().to_owned(),
            value: reports.is_none().then(|| match nothing_due {
                true if uncounted => words::nothing_countable().to_owned(),
                true => words::nothing_reported().to_owned(),
                false => words::not_known().to_owned(),
            }),
            ratio: reports,
            note: Sentence::from(words::of_due_reports()),
        },
        Measure {
            code: Named::SinceUpdate.sign().to_owned(),
            name: Named::SinceUpdate.label().to_owned(),
            ratio: None,
            value: Some(match measures.since_update {
                Some(median) => words::days(integer(median.days.into())),
                None => words::not_known().to_owned(),
            }),
            note: match measures.since_update {
                Some(median) => Sentence::from(words::computed_on(
                    lists.figure(Selection::Updated, median.tasks),
                )),
                None => Sentence::from(words::none_updated()),
            },
        },
    ]
}
