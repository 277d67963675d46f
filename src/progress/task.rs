//! A task on one date.
//!
//! In: the task, its plan, who succeeded whom, and the date. Out: [`TaskProgress`]. The task's own standing comes from
//! events of the whole task; its parts and its turns have standings of their own, and where nothing was told of the
//! whole, it follows from theirs.

use jiff::civil::Date;

use super::known::Day;
use super::succession::{Responsible, Successions};
use super::word::{Subject, Word};
use super::{
    Cell, Past, Standing, State, Timeliness, Timing, TurnProgress, standing, state, turns,
};
use crate::model::{
    Destination, Event, EventKind, Evidence, EvidenceKind, Origin, Piece, Plan, Settings, SubWork,
    Task,
};
use crate::text::dates::{PartialDate, days_between};
use crate::text::schedule::Schedule;
use crate::vocabulary::dates::over;
use crate::vocabulary::standings;

/// A task of a [`super::Progress`], by its place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskRef {
    pub(super) plan: usize,
    pub(super) task: usize,
}

/// A task on one date.
#[derive(Clone, Debug)]
pub struct TaskProgress<'a> {
    /// Its place.
    pub place: TaskRef,
    /// Its plan.
    pub plan: &'a Plan,
    /// The task.
    pub task: &'a Task,
    /// False where a document later than the date adds the task: then it stands in no list or count.
    pub counted: bool,
    /// What its log says.
    pub state: State,
    /// True where only sub-works were spoken of, and the state is taken from theirs.
    pub from_sub_works: bool,
    /// The last word on where it stands, or on where the part of it stands that it follows.
    pub word: Option<Word<'a>>,
    /// The part whose passed deadline the standing tells of.
    pub late_part: Option<usize>,
    /// Its turns that have begun, oldest first, if it comes again.
    pub turns: Vec<TurnProgress<'a>>,
    /// Where it stands.
    pub standing: Standing,
    /// Its cell in the state's statistics.
    pub cell: Cell,
    /// What its time lets one say.
    pub timing: Timing<'a>,
    /// How long the last word has been old, by the site's threshold; its day and the date.
    pub old_word: Option<(Date, Date)>,
    /// Its sub-works, in the order of the plan.
    pub sub_works: Vec<SubProgress<'a>>,
    /// The events that count, oldest first.
    pub events: Vec<&'a Event>,
    /// When the last of them happened.
    pub last_news: Option<PartialDate>,
    /// The last day on which such an event was published.
    pub last_update: Option<Date>,
    /// Who is responsible on the date, one for each lead.
    pub responsible: Vec<Responsible<'a>>,
    /// Where it goes on, if it was carried over.
    pub destination: Option<&'a Destination>,
}

/// A sub-work on one date.
#[derive(Clone, Debug)]
pub struct SubProgress<'a> {
    /// The sub-work.
    pub work: &'a SubWork,
    /// What the log says of it.
    pub state: State,
    /// True where the state is the whole task's, which ended before the sub-work was told of.
    pub from_task: bool,
    /// The last word on it.
    pub word: Option<Word<'a>>,
    /// Where it stands.
    pub standing: Standing,
    /// What its time lets one say.
    pub timing: Timing<'a>,
}

impl<'a> TaskProgress<'a> {
    /// The task on `as_of`.
    pub(super) fn on(
        plan: &'a Plan,
        task: &'a Task,
        place: TaskRef,
        successions: &Successions<'a>,
        day: Day,
        settings: &Settings,
    ) -> Self {
        let as_of = day.as_of;
        let events = state::counting(&task.events, day);
        let (own, own_word) = state::after(Subject::Whole.of(&events));
        let sub_works = (0..task.sub_works.len())
            .map(|position| {
                SubProgress::on(plan, task, position, (own, own_word), &events, as_of, settings)
            })
            .collect::<Vec<_>>();
        let turns = turns::of(plan, &task.time, &events, as_of, settings);
        let timing = Timing::of(plan, &task.time, None, &events);
        let from_works = state::from_sub_works(sub_works.iter().map(|work| work.state));
        let from_sub_works = own == State::Unknown && from_works != State::Unknown;
        let (state, word) = if from_sub_works {
            let words = sub_works.iter().filter_map(|work| work.word);
            (from_works, words.max_by_key(|word| word.day()))
        } else {
            (own, own_word)
        };
        let mut standing = standing::of(state, word.map(Word::day), &timing, as_of, settings);
        let mut late_part = None;
        if !is_ended(state) && task.has_results {
            if let Some(done) = all_done(&sub_works) {
                standing = Standing::Confirmed(done);
            } else if !matches!(state, State::Paused(_) | State::PartlyDone)
                && let Some(position) = latest(&sub_works, as_of)
            {
                late_part = Some(position);
                standing = match (standing, sub_works[position].standing) {
                    (_, Standing::Overdue(delay)) => Standing::Overdue(delay),
                    (Standing::NoInformation { .. }, _) => {
                        Standing::NoInformation { past: Past::Deadline }
                    }
                    _ => Standing::PastDue,
                };
            }
        }
        if matches!(timing.schedule(), Some(Schedule::Recurring(_))) {
            standing = of_turns(standing, &turns);
        }
        let word = word
            .or_else(|| turns.iter().filter_map(|turn| turn.word).max_by_key(|word| word.day()));
        let destination = Subject::Whole.of(&events).find_map(|event| match &event.kind {
            EventKind::CarriedOver(destination) if state == State::CarriedOver => Some(destination),
            _ => None,
        });
        Self {
            place,
            plan,
            task,
            counted: match &task.origin {
                Origin::Plan => true,
                Origin::Added { date, .. } => *date <= as_of,
            },
            state,
            from_sub_works,
            old_word: word.and_then(|word| old(word, standing, as_of, settings)),
            cell: {
                let limit = limiting(&sub_works, late_part, &timing, task.has_results);
                standing::cell(standing, word.map(Word::day), limit, as_of)
            },
            standing,
            word,
            late_part,
            turns,
            timing,
            sub_works,
            last_news: events.last().map(|event| event.happened),
            last_update: events.iter().map(|event| event.published).max(),
            responsible: successions.responsible(task, &events),
            destination,
            events,
        }
    }

    /// Its standing in a few words, with the age of an old word.
    pub fn label(&self) -> String {
        let label = match (self.late_part, self.standing) {
            (Some(part), Standing::Overdue(_)) => {
                standings::part_late(self.task.sub_works[part].printed_letter())
            }
            _ => self.standing.label(),
        };
        match self.old_word {
            Some((told, as_of)) => standings::old(label, over(told, as_of)),
            None => label,
        }
    }

    /// The events of the whole task that tell of its completion, oldest first.
    pub fn completions(&self) -> impl Iterator<Item = &'a Event> {
        let completes = |event: &&Event| {
            matches!(
                event.kind,
                EventKind::ReportedDone(_) | EventKind::Confirmed | EventKind::SelfConfirmed
            )
        };
        Subject::Whole.of(&self.events).filter(completes)
    }

    /// Whether readers can open a document, a product or figures that prove the completion.
    pub fn has_public_proof(&self) -> bool {
        let evidence = self.completions().flat_map(|event| &event.evidence);
        !self.task.is_restricted() && evidence.filter_map(Evidence::public).any(proves)
    }
}

/// Whether a piece that comes with a completion proves it: a document, a product or figures that can be opened.
pub fn proves(piece: &Piece) -> bool {
    let is_proof = match piece.kind {
        EvidenceKind::Document | EvidenceKind::Product | EvidenceKind::Figures => true,
        EvidenceKind::Report | EvidenceKind::News => false,
    };
    is_proof && (piece.url.is_some() || piece.file.is_some())
}

impl<'a> SubProgress<'a> {
    fn on(
        plan: &'a Plan,
        task: &'a Task,
        position: usize,
        (whole, whole_word): (State, Option<Word<'a>>),
        events: &[&'a Event],
        as_of: Date,
        settings: &Settings,
    ) -> Self {
        let (own, own_word) = state::after(Subject::Part(position).of(events));
        let work = &task.sub_works[position];
        let time = work.time.as_ref().unwrap_or(&task.time);
        let timing = Timing::of(plan, time, Some(position), events);
        // The end of the task is the end of what is still open in it.
        let from_task = is_ended(whole) && !is_ended(own);
        let (state, word) = if from_task { (whole, whole_word) } else { (own, own_word) };
        let standing = standing::of(state, word.map(Word::day), &timing, as_of, settings);
        Self { work, state, from_task, word, standing, timing }
    }
}

/// Where a task stands that comes again: the state of the whole where it ended or halted, else its turns.
fn of_turns(standing: Standing, turns: &[TurnProgress<'_>]) -> Standing {
    let told = turns.iter().any(|turn| turn.state != State::Unknown);
    match standing {
        Standing::NoInformation { .. } if told => Standing::Turns,
        Standing::UnderWay | Standing::NotStarted | Standing::PeriodOver => Standing::Turns,
        other => other,
    }
}

/// How a task was completed all of whose results are, if they are: as the worst of them.
fn all_done(results: &[SubProgress<'_>]) -> Option<Timeliness> {
    let done: Option<Vec<Timeliness>> = results
        .iter()
        .map(|result| match result.standing {
            Standing::Confirmed(timeliness) => Some(timeliness),
            _ => None,
        })
        .collect();
    let rank = |timeliness: &Timeliness| match timeliness {
        Timeliness::OnTime => 0,
        Timeliness::OnTimeAfterAdjustment => 1,
        Timeliness::NoDeadline => 2,
        Timeliness::Unknown => 3,
        Timeliness::Late(delay) => 4 + delay.days(),
    };
    done?.into_iter().max_by_key(rank)
}

/// The result whose passed deadline is told: one that a source calls late, else the first that is not known as done.
fn latest(results: &[SubProgress<'_>], as_of: Date) -> Option<usize> {
    let passed = |result: &SubProgress<'_>| {
        let open = matches!(result.standing, Standing::NoInformation { .. } | Standing::PastDue);
        open && result.timing.past(as_of) == Past::Deadline
    };
    results.iter().position(is_overdue).or_else(|| results.iter().position(passed))
}

/// The time whose deadline puts a task in its cell: its own; without one, that of the result that is late, or of one
/// that is still open, so that silence on a result improves no rate.
fn limiting<'t, 'a>(
    results: &'t [SubProgress<'a>],
    late: Option<usize>,
    own: &'t Timing<'a>,
    has_results: bool,
) -> &'t Timing<'a> {
    if own.deadline.is_some() || !has_results {
        return own;
    }
    let open =
        |result: &&SubProgress<'_>| result.timing.deadline.is_some() && !result.standing.is_done();
    let limited = late.map(|position| &results[position]).or_else(|| results.iter().find(open));
    limited.map_or(own, |result| &result.timing)
}

pub(super) fn is_overdue(result: &SubProgress<'_>) -> bool {
    matches!(result.standing, Standing::Overdue(_))
}

/// The day of a word and the date, where the word is old and the standing still rests on it.
fn old(
    word: Word<'_>,
    standing: Standing,
    as_of: Date,
    settings: &Settings,
) -> Option<(Date, Date)> {
    let told = word.event.happened.last_day();
    let rests = match standing {
        Standing::NotYetDue
        | Standing::NotStarted
        | Standing::UnderWay
        | Standing::OnTrack
        | Standing::DueSoon { .. }
        | Standing::Overdue(_)
        | Standing::PastDue
        | Standing::PeriodOver
        | Standing::Ongoing
        | Standing::Turns
        | Standing::ReportedDone
        | Standing::Paused { .. } => true,
        Standing::NoInformation { .. }
        | Standing::Confirmed(_)
        | Standing::Cancelled
        | Standing::CarriedOver
        | Standing::PartlyDone => false,
    };
    let age = days_between(told, as_of);
    (rests && age > i64::from(settings.old_word_days)).then_some((told, as_of))
}

fn is_ended(state: State) -> bool {
    match state {
        State::ReportedDone { .. }
        | State::Confirmed { .. }
        | State::Cancelled
        | State::CarriedOver => true,
        State::Unknown
        | State::NotStarted
        | State::UnderWay
        | State::PartlyDone
        | State::Paused(_) => false,
    }
}
