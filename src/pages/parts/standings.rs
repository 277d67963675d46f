//! A standing with what it rests on.
//!
//! In: a task, a part or a turn of it, on the page's date. Out: its label and the sentence beside it, which claims no
//! more than the last word on record (design: any-plan §2).

use crate::model::{Destination, Reported, Speaker};
use crate::pages::context::{Context, partial_view};
use crate::pages::values::StandingView;
use crate::progress::{
    Disclosed, Past, Standing, StandingKind, State, SubProgress, TaskProgress, Timeliness, Timing,
    TurnProgress, Word,
};
use crate::text::dates::short;
use crate::text::schedule::Schedule;
use crate::vocabulary::dates::{at_least, bounds, limit, over, turn, window};
use crate::vocabulary::plan as plans;
use crate::vocabulary::task as words;

/// A task's standing with its reason.
pub(crate) fn of_task(here: Context<'_>, task: Disclosed<'_>) -> StandingView {
    let kind = task.kind();
    let reason = match task {
        Disclosed::Open(task) => of_open(here, task),
        Disclosed::Restricted(_) => in_general(here, kind),
    };
    StandingView { tone: kind.tone(), label: task.label(), reason }
}

/// The standing of a part of a task.
pub(crate) fn of_part(here: Context<'_>, part: &SubProgress<'_>) -> StandingView {
    let standing = part.standing;
    let reason = sentence(here, standing, part.state, part.word, &part.timing);
    StandingView { tone: standing.kind().tone(), label: standing.label(), reason }
}

/// The standing of a turn of a task that comes again.
pub(crate) fn of_turn(here: Context<'_>, progress: &TurnProgress<'_>) -> StandingView {
    let standing = progress.standing;
    let name = turn(&progress.turn);
    let done = progress.completed().map(|date| partial_view(date).short);
    let reason = match (standing, done) {
        (Standing::NoInformation { past: Past::Deadline | Past::Period }, _) => {
            Some(words::turn_silent(name))
        }
        (Standing::NoInformation { past: Past::Nothing }, _) => {
            let silent = match here.site().settings.speaker {
                Speaker::Compiler { .. } => words::silent_turn(),
                Speaker::Authority(_) => words::nothing_received_turn(),
            };
            Some(silent.to_owned())
        }
        (Standing::ReportedDone, Some(done)) => Some(words::turn_reported(name, done)),
        (Standing::Confirmed(Timeliness::Late(delay)), Some(done)) => {
            Some(words::turn_late(name, done, over(delay.deadline, delay.told)))
        }
        (Standing::Confirmed(Timeliness::OnTime), Some(done)) => {
            Some(words::turn_in_time(name, done))
        }
        (Standing::Confirmed(_), Some(done)) => Some(words::turn_told(name, done)),
        _ => sentence(here, standing, progress.state, progress.word, &progress.timing),
    };
    StandingView { tone: standing.kind().tone(), label: standing.label(), reason }
}

fn of_open(here: Context<'_>, task: &TaskProgress<'_>) -> Option<String> {
    if let (Standing::CarriedOver, Some(destination)) = (task.standing, task.destination) {
        return Some(match destination {
            Destination::Here(plan, _) => words::went_on(here.site().plan(plan).cited()),
            Destination::Elsewhere(plan, _) => words::went_on(plans::numbered(plan)),
        });
    }
    if let Some(part) = task.late_part {
        let part = &task.sub_works[part];
        let reason = sentence(here, part.standing, part.state, part.word, &part.timing);
        let reason = reason.map(|reason| words::of_one_result(part.work.printed_letter(), reason));
        return Some(joined(reason, &results_done(task)));
    }
    if task.standing == Standing::Turns {
        return Some(of_turns(here, task));
    }
    let reason = sentence(here, task.standing, task.state, task.word, &task.timing);
    if task.task.has_results && task.from_sub_works {
        return Some(joined(reason, &results_done(task)));
    }
    match task.from_sub_works {
        true => Some(joined(reason, words::sub_work())),
        false => reason,
    }
}

fn results_done(task: &TaskProgress<'_>) -> String {
    let done = task.sub_works.iter().filter(|part| part.standing.is_done()).count();
    words::results_done(done, task.sub_works.len())
}

fn joined(first: Option<String>, second: &str) -> String {
    match first {
        Some(first) => words::and(first, second),
        None => second.to_owned(),
    }
}

fn of_turns(here: Context<'_>, task: &TaskProgress<'_>) -> String {
    let due: Vec<_> = task.turns.iter().filter(|turn| turn.is_due(here.as_of())).collect();
    let told = due.iter().filter(|turn| turn.is_told_done()).count();
    let has_due_days = task.turns.iter().any(|turn| turn.timing.deadline.is_some());
    let counted = match (due.len(), has_due_days) {
        (0, true) => words::no_turn_due().to_owned(),
        (0, false) => words::no_turn_ended().to_owned(),
        (due, true) => words::turns_told(told, due),
        (ended, false) => words::turns_told_of_ended(told, ended),
    };
    let of =
        |standing: fn(Standing) -> bool| due.iter().filter(|turn| standing(turn.standing)).count();
    let reported = of(|standing| standing == Standing::ReportedDone);
    let missed = of(|standing| matches!(standing, Standing::Overdue(_)));
    let more = [
        (reported > 0).then(|| words::turns_reported(reported)),
        (missed > 0).then(|| words::turns_missed(missed)),
    ];
    more.into_iter().flatten().fold(counted, words::and)
}

/// What can be said of a restricted task: nothing with a date.
fn in_general(here: Context<'_>, kind: StandingKind) -> Option<String> {
    let reason = match kind {
        StandingKind::NoInformation => silent(here),
        StandingKind::NoInformationPastDue => words::silent_past_due_in_general(),
        StandingKind::NoInformationPeriodOver => words::silent_period_over_in_general(),
        StandingKind::ReportedDone => words::reported(),
        _ => return None,
    };
    Some(reason.to_owned())
}

/// The site knows only itself; the authority knows what it received.
fn silent(here: Context<'_>) -> &'static str {
    match here.site().settings.speaker {
        Speaker::Compiler { .. } => words::silent(),
        Speaker::Authority(_) => words::nothing_received(),
    }
}

/// The day of a word, as precise as it is known.
fn day(word: Word<'_>) -> String {
    partial_view(word.event.happened).short
}

/// What a standing rests on.
fn sentence(
    here: Context<'_>,
    standing: Standing,
    state: State,
    word: Option<Word<'_>>,
    timing: &Timing<'_>,
) -> Option<String> {
    let is_unclear = timing.time.is_unclear;
    let deadline = timing.deadline.as_ref().map(limit).unwrap_or_default();
    let said = |state: &str| match word.and_then(|word| word.event.reporter.as_ref()) {
        Some(_) => words::says(state),
        None => words::read_out(state),
    };
    let halted = || said(words::halted());
    let said = || match state {
        State::NotStarted => said(Reported::NotStarted.within()),
        _ => said(Reported::UnderWay.within()),
    };
    let told = word.map(day).unwrap_or_default();
    Some(match standing {
        Standing::NoInformation { past: Past::Deadline } => words::silent_past_due(deadline),
        Standing::NoInformation { past: Past::Period } => match period(timing) {
            Some(period) if is_unclear => words::silent_time_over(period),
            Some(period) => words::silent_period_over(period),
            None => words::silent_period_over_in_general().to_owned(),
        },
        Standing::NoInformation { past: Past::Nothing } => silent_in_time(here, timing),
        Standing::Overdue(delay) => {
            words::overdue_told(at_least(delay.deadline, delay.told), told, said(), deadline)
        }
        Standing::PastDue => words::past_due(deadline, told, said()),
        Standing::PeriodOver => match period(timing) {
            Some(period) if is_unclear => words::time_over(period, told, said()),
            Some(period) => words::period_over(period, told, said()),
            None => words::period_over_in_general(told, said()),
        },
        Standing::Ongoing => words::ongoing(over_since(here, word), told),
        Standing::UnderWay | Standing::NotStarted => words::told(told, said()),
        Standing::OnTrack | Standing::DueSoon { .. } | Standing::NotYetDue => {
            match timing.deadline {
                Some(_) => words::deadline_told(deadline, told, said()),
                None => words::told(told, said()),
            }
        }
        Standing::ReportedDone => words::reported().to_owned(),
        Standing::Paused { past_due: true } => words::paused_past_due(deadline, told, halted()),
        Standing::Paused { past_due: false } => words::paused(told, halted()),
        Standing::Turns
        | Standing::Confirmed(_)
        | Standing::PartlyDone
        | Standing::Cancelled
        | Standing::CarriedOver => return None,
    })
}

/// Silence before the end of anything: what the words of the time allow one to say.
fn silent_in_time(here: Context<'_>, timing: &Timing<'_>) -> String {
    let silent = silent(here);
    let begun = timing.from.is_none_or(|from| from <= here.as_of());
    match timing.schedule() {
        Some(Schedule::Ongoing { .. }) if begun => words::within_period(silent),
        // Nobody knows when the end of a year begins.
        Some(Schedule::Window(_)) if begun && timing.from.is_some() => words::within_period(silent),
        Some(Schedule::Conditional { by_reference: true, .. }) => words::by_reference(silent),
        Some(Schedule::Conditional { .. }) => words::conditional(silent),
        _ => silent.to_owned(),
    }
}

/// The period in the unit of its words.
fn period(timing: &Timing<'_>) -> Option<String> {
    match timing.schedule()? {
        Schedule::Window(found) => Some(window(found)),
        Schedule::Ongoing { from, to: Some(to), .. } => Some(bounds(from.as_ref(), to)),
        Schedule::Recurring(turns) => match &turns.to {
            Some(to) => Some(bounds(turns.from.as_ref(), to)),
            None => timing.until.map(short),
        },
        _ => timing.until.map(short),
    }
}

fn over_since(here: Context<'_>, word: Option<Word<'_>>) -> String {
    word.map(|word| over(word.event.happened.last_day().min(here.as_of()), here.as_of()))
        .unwrap_or_default()
}
