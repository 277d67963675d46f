//! The whole content, withheld parts among them.
//!
//! Who proves, derives and edits has the [`Record`]; what is made for readers has its [`Site`] only, which leads
//! to no task (design: house, `Disclosed`).

use std::collections::BTreeMap;
use std::ops::Deref;

use super::{Correction, Event, Evidence, Piece, Plan, PlanId, Site, Task, TaskId, TaskNumber};

/// The whole content.
#[derive(Clone, Debug)]
pub struct Record {
    /// What readers may see as it stands.
    pub site: Site,
    /// What is told of each plan's tasks.
    pub logs: BTreeMap<PlanId, Log>,
}

/// What is told of a plan's tasks.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// The tasks, in natural order.
    pub tasks: BTreeMap<TaskNumber, Task>,
    /// Corrections.
    pub corrections: Vec<Correction>,
    /// The evidence that readers may not see.
    pub withheld: Withheld,
}

/// Withheld evidence, by task, position of the event in its file and position in the event.
pub type Withheld = BTreeMap<(TaskNumber, usize, usize), Piece>;

impl Deref for Record {
    type Target = Site;

    fn deref(&self) -> &Site {
        &self.site
    }
}

impl Record {
    /// What is told of a plan's tasks.
    pub fn log(&self, plan: &PlanId) -> &Log {
        self.logs.get(plan).expect("every plan of this Record has a log")
    }

    /// The task of this id.
    pub fn task(&self, id: &TaskId) -> &Task {
        self.log(&id.plan).tasks.get(&id.number).expect("every TaskId comes from this Record")
    }

    /// Each plan with what is told of its tasks, in order.
    pub fn plans(&self) -> impl Iterator<Item = (&Plan, &Log)> {
        self.site.plans.values().map(|plan| (plan, self.log(&plan.id)))
    }

    /// All tasks of all plans, in order.
    pub fn tasks(&self) -> impl Iterator<Item = (&Plan, &Task)> {
        self.plans().flat_map(|(plan, log)| log.tasks.values().map(move |task| (plan, task)))
    }

    /// The evidence of an event of a task, with what readers may not see.
    pub fn evidence<'a>(&'a self, plan: &Plan, task: &Task, event: &'a Event) -> Vec<&'a Piece> {
        let withheld = &self.log(&plan.id).withheld;
        let piece = |(position, evidence): (usize, &'a Evidence)| match evidence {
            Evidence::Public(piece) => piece,
            Evidence::Withheld { .. } => withheld
                .get(&(task.number.clone(), event.index, position))
                .expect("a withheld piece is kept in the log"),
        };
        event.evidence.iter().enumerate().map(piece).collect()
    }
}
