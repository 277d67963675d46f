//! What readers may see of a task.
//!
//! In: a task on a date. Out: [`Disclosed`], the only form in which pages, open data and search receive it: the
//! whole of an open task, and of a restricted one no more than [`Restricted`] can tell. What is made for readers has
//! no other road to a task, so that nothing there asks whether one is restricted. [`super::Whole`] is for rules
//! and editors (design: house, `Disclosed`).

use jiff::civil::Date;

use super::task::is_overdue;
use super::{Cell, Responsible, Standing, TaskProgress, TaskRef};
use crate::diagnostic::SourcePath;
use crate::model::{
    AgencyId, Column, Correction, CorrectionKind, CorrectionOrigin, CorrectionTarget, GroupId,
    NodeId, Openness, Origin, Plan, RowPlace, TaskNumber,
};
use crate::parse::{Quoted, RawLine};
use crate::vocabulary::standings::StandingKind;

/// A task as readers may see it.
#[derive(Clone, Copy, Debug)]
pub enum Disclosed<'a> {
    /// All of it; of its evidence, what is public.
    Open(&'a TaskProgress<'a>),
    /// Words and standing.
    Restricted(Restricted<'a>),
}

/// A task of which only words and standing are public. What else there is of it stays in here.
#[derive(Clone, Copy, Debug)]
pub struct Restricted<'a> {
    kept: &'a TaskProgress<'a>,
    reason: &'a str,
}

impl<'a> Restricted<'a> {
    /// Why no more is public.
    pub fn reason(self) -> &'a str {
        self.reason
    }
}

impl<'a> Disclosed<'a> {
    pub(super) fn of(task: &'a TaskProgress<'a>) -> Self {
        match &task.task.openness {
            Openness::Full => Self::Open(task),
            Openness::Restricted { reason } => Self::Restricted(Restricted { kept: task, reason }),
        }
    }

    /// All of it, if it is open.
    pub fn open(self) -> Option<&'a TaskProgress<'a>> {
        match self {
            Self::Open(task) => Some(task),
            Self::Restricted(_) => None,
        }
    }

    /// Its plan.
    pub fn plan(self) -> &'a Plan {
        self.any().plan
    }

    /// Its place in its [`Progress`].
    pub fn place(self) -> TaskRef {
        self.any().place
    }

    /// Its number.
    pub fn number(self) -> &'a TaskNumber {
        &self.any().task.number
    }

    /// Its words, slips and all, without marks of footnotes.
    pub fn words(self) -> &'a str {
        &self.any().task.verbatim
    }

    /// The editors' short title.
    pub fn short_title(self) -> Option<&'a str> {
        self.any().task.short_title.as_deref()
    }

    /// What lists call it: the editors' short title, else its own words on one line.
    pub fn called(self) -> String {
        self.any().task.called()
    }

    /// Its words as the document has them.
    pub fn quoted(self) -> Quoted<'a> {
        self.any().task.verbatim.quoted()
    }

    /// The file that it was read from.
    pub fn source(self) -> &'a SourcePath {
        &self.any().task.source
    }

    /// The position of its table in the plan.
    pub fn table(self) -> usize {
        self.any().task.table
    }

    /// The position of its group in the plan, where it has one.
    pub fn group(self) -> Option<usize> {
        self.any().task.group
    }

    /// The nodes of the text that it carries out.
    pub fn nodes(self) -> &'a [NodeId] {
        &self.any().task.nodes
    }

    /// Where it stands, without days: with a date they would tell the deadline.
    pub fn kind(self) -> StandingKind {
        self.any().standing.kind()
    }

    /// Whether it is late only by a result that others than `agency` lead.
    pub fn is_late_by_others(self, agency: &AgencyId) -> bool {
        let late = |task: &'a TaskProgress<'a>| {
            let is_late = matches!(task.standing, Standing::Overdue(_));
            task.late_part.filter(|_| is_late).map(|part| (task, part))
        };
        let Some((task, part)) = self.open().and_then(late) else {
            return false;
        };
        let holds = |lead: &AgencyId| {
            let follows = |how: &Responsible<'_>| match how {
                Responsible::Inherited { id, from, .. }
                | Responsible::HandedOver { id, from, .. } => *id == agency && *from == lead,
                Responsible::Agency { .. }
                | Responsible::Assigned { .. }
                | Responsible::Group { .. }
                | Responsible::Unresolved { .. }
                | Responsible::Ended { .. } => false,
            };
            lead == agency || task.responsible.iter().any(follows)
        };
        let late = task.sub_works[part..].iter().filter(|work| is_overdue(work));
        late.map(|work| work.work.leads.as_ref()).all(|leads| {
            leads.is_some_and(|leads| {
                let somebody = !leads.agencies.is_empty() || !leads.groups.is_empty();
                somebody && !leads.agencies.iter().any(holds)
            })
        })
    }

    /// Its standing in a few words; of a restricted task without days.
    pub fn label(self) -> String {
        match self {
            Self::Open(task) => task.label(),
            Self::Restricted(_) => self.kind().label().to_owned(),
        }
    }

    /// Its cell in the state's statistics.
    pub fn cell(self) -> Cell {
        self.any().cell
    }

    /// Whether it still belongs to its plan.
    pub fn is_live(self) -> bool {
        self.any().standing.is_live()
    }

    /// Whether it counts as done.
    pub fn is_done(self) -> bool {
        self.any().standing.is_done()
    }

    /// False where a document later than the date adds the task.
    pub fn is_counted(self) -> bool {
        self.any().counted
    }

    /// Whether the signed text has it, and no later document added it.
    pub fn is_original(self) -> bool {
        matches!(self.any().task.origin, Origin::Plan)
    }

    /// Whether the plan names this agency as a lead.
    pub fn is_led_by(self, agency: &AgencyId) -> bool {
        self.any().task.leads.agencies.contains(agency)
    }

    /// Whether the plan names this group of agencies as a lead.
    pub fn is_led_by_group(self, group: &GroupId) -> bool {
        self.any().task.leads.groups.contains(group)
    }

    /// Where it stands among the rows of the signed text, which is a public document: for what shows that text, and
    /// nothing else.
    pub fn row_place(self) -> RowPlace<'a> {
        self.any().task.row_place()
    }

    /// The enclosed document that it stands in, whose footnotes its words call; none of the plan's own.
    pub fn document(self) -> Option<&'a NodeId> {
        self.plan().tables[self.table()].document.as_ref()
    }

    /// Its number as the signed text prints it; empty where that prints none.
    pub fn printed_number(self) -> &'a str {
        self.any().task.printed_number()
    }

    /// Whether the signed text writes its number in another way, or not at all.
    pub fn is_numbered_here(self) -> bool {
        self.any().task.printed.is_some()
    }

    /// The lines of its cell in this column of the signed text, which is a public document: for what shows that text,
    /// and nothing else.
    pub fn signed_cell(self, column: &Column) -> Vec<RawLine> {
        let lines = self.any().task.cell_lines(column).into_iter();
        lines.flat_map(|words| words.lines(self.document())).collect()
    }

    /// Whether its cell under this heading of the signed text is one with the cell above or at the left.
    pub fn is_merged(self, heading: &str) -> bool {
        self.any().task.merged.contains(heading)
    }

    fn any(self) -> &'a TaskProgress<'a> {
        match self {
            Self::Open(task) => task,
            Self::Restricted(restricted) => restricted.kept,
        }
    }
}

/// A correction as readers may see it.
#[derive(Clone, Copy, Debug)]
pub struct CorrectionEntry<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its id.
    pub id: &'a str,
    /// Whose error.
    pub kind: CorrectionKind,
    /// When it was published here.
    pub published: Date,
    /// What it is about.
    pub target: &'a CorrectionTarget,
    /// Who noticed.
    pub origin: CorrectionOrigin,
    /// The readings, the reason and the letters; none where they speak of a restricted task.
    pub open: Option<&'a Correction>,
}

impl<'a> CorrectionEntry<'a> {
    /// `correction` of `plan`, whose tasks are `tasks`.
    pub(super) fn of(
        plan: &'a Plan,
        correction: &'a Correction,
        is_restricted: impl Fn(&TaskNumber) -> bool,
    ) -> Self {
        let withheld =
            matches!(&correction.target, CorrectionTarget::Task(number) if is_restricted(number));
        Self {
            plan,
            id: &correction.id,
            kind: correction.kind,
            published: correction.published,
            target: &correction.target,
            origin: correction.origin,
            open: (!withheld).then_some(correction),
        }
    }
}
