//! A task on one date.
//!
//! In: the task, its plan, who succeeded whom, and the date. Out: [`TaskProgress`]. The task's own
//! standing comes from events of the whole task; its sub-works have standings of their own.

use jiff::civil::Date;

use super::succession::{Responsible, Successions};
use super::{Cell, Deadline, Standing, State, standing, state};
use crate::model::{
    Destination, Event, EventKind, Evidence, EvidenceKind, Origin, Plan, Settings, SubWork, Task,
};

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
    /// Where it stands.
    pub standing: Standing,
    /// Its cell in the state's statistics.
    pub cell: Cell,
    /// By when it was to be done.
    pub deadline: Deadline<'a>,
    /// Its sub-works, in the order of the plan.
    pub sub_works: Vec<SubProgress<'a>>,
    /// The events that count, oldest first.
    pub events: Vec<&'a Event>,
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
    /// Where it stands.
    pub standing: Standing,
    /// By when it was to be done.
    pub deadline: Deadline<'a>,
}

impl<'a> TaskProgress<'a> {
    /// The task on `as_of`.
    pub(super) fn on(
        plan: &'a Plan,
        task: &'a Task,
        place: TaskRef,
        successions: &Successions<'a>,
        as_of: Date,
        settings: &Settings,
    ) -> Self {
        let events = state::counting(&task.events, as_of);
        let own = state::after(of_work(&events, None));
        let sub_works = (0..task.sub_works.len())
            .map(|position| SubProgress::on(task, position, own, &events, as_of, settings))
            .collect::<Vec<_>>();
        let from_works = state::from_sub_works(sub_works.iter().map(|work| work.state));
        let from_sub_works = own == State::Unknown && from_works != State::Unknown;
        let state = if from_sub_works { from_works } else { own };
        let deadline = Deadline::of(task, None, &events);
        let standing = standing::of(state, task, &deadline, as_of, settings);
        let destination = of_work(&events, None).find_map(|event| match &event.kind {
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
            standing,
            cell: standing::cell(standing, &deadline, as_of),
            deadline,
            sub_works,
            last_update: events.iter().map(|event| event.published).max(),
            responsible: successions.responsible(task, &events),
            destination,
            events,
        }
    }

    /// Whether readers may see a document, a product or figures that prove the completion.
    pub fn has_public_proof(&self) -> bool {
        let proves = |kind: EvidenceKind| match kind {
            EvidenceKind::Document | EvidenceKind::Product | EvidenceKind::Figures => true,
            EvidenceKind::Report | EvidenceKind::News => false,
        };
        let completes =
            |kind: &EventKind| matches!(kind, EventKind::ReportedDone(_) | EventKind::Confirmed);
        !self.task.is_restricted()
            && of_work(&self.events, None)
                .filter(|event| completes(&event.kind))
                .flat_map(|event| &event.evidence)
                .filter_map(Evidence::public)
                .any(|piece| proves(piece.kind))
    }
}

impl<'a> SubProgress<'a> {
    fn on(
        task: &'a Task,
        position: usize,
        whole: State,
        events: &[&'a Event],
        as_of: Date,
        settings: &Settings,
    ) -> Self {
        let own = state::after(of_work(events, Some(position)));
        let deadline = Deadline::of(task, Some(position), events);
        // The end of the task is the end of what is still open in it.
        let from_task = is_ended(whole) && !is_ended(own);
        let state = if from_task { whole } else { own };
        let standing = standing::of(state, task, &deadline, as_of, settings);
        Self { work: &task.sub_works[position], state, from_task, standing, deadline }
    }
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

fn of_work<'s, 'a: 's>(
    events: &'s [&'a Event],
    sub_work: Option<usize>,
) -> impl Iterator<Item = &'a Event> + 's {
    events.iter().copied().filter(move |event| event.sub_work == sub_work)
}
