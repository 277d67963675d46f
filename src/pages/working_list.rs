//! The ready lists by state: overdue, due soon, no information, done.
//!
//! In: progress on the page's date. Out: [`WorkingListView`], all that `working-list.html` may read.

use serde::Serialize;

use super::common::{TaskGroup, Tone};
use super::context::{Context, Head};
use super::parts;
use crate::model::{Plan, Task};
use crate::pages::figures::Count;
use crate::pages::frame::Frame;
use crate::paths;
use crate::progress::{Standing, StandingKind};

/// What `working-list.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct WorkingListView {
    /// What every page shares.
    pub frame: Frame,
    /// One sentence: how many.
    pub answer: String,
    /// What belongs in the list and what does not.
    pub explanation: String,
    /// The tasks, a group a plan.
    pub plans: Vec<TaskGroup>,
    /// The other lists, and their sizes.
    pub lists: Vec<Count>,
}

/// Which tasks a list gathers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkingList {
    /// Past their deadline with work under way.
    Overdue,
    /// Due soon.
    DueSoon,
    /// Nobody said anything.
    Silent,
    /// Done and confirmed.
    Done,
}

impl WorkingList {
    /// All of them, in the order of menus.
    pub const ALL: [WorkingList; 4] =
        [WorkingList::Overdue, WorkingList::DueSoon, WorkingList::Silent, WorkingList::Done];

    /// The name of its page.
    pub fn name(self) -> &'static str {
        match self {
            WorkingList::Overdue => "qua-han",
            WorkingList::DueSoon => "sap-den-han",
            WorkingList::Silent => "chua-co-thong-tin",
            WorkingList::Done => "hoan-thanh",
        }
    }

    pub(super) fn title(self) -> &'static str {
        match self {
            WorkingList::Overdue => "Nhiệm vụ quá hạn",
            WorkingList::DueSoon => "Nhiệm vụ sắp đến hạn",
            WorkingList::Silent => "Nhiệm vụ chưa có thông tin",
            WorkingList::Done => "Nhiệm vụ đã hoàn thành",
        }
    }

    fn label(self) -> &'static str {
        match self {
            WorkingList::Overdue => "quá hạn",
            WorkingList::DueSoon => "sắp đến hạn",
            WorkingList::Silent => "chưa có thông tin",
            WorkingList::Done => "đã hoàn thành",
        }
    }

    fn tone(self) -> Tone {
        match self {
            WorkingList::Overdue => Tone::Overdue,
            WorkingList::DueSoon => Tone::DueSoon,
            WorkingList::Silent => Tone::NoInformation,
            WorkingList::Done => Tone::Done,
        }
    }

    fn holds(self, standing: &Standing) -> bool {
        match self {
            WorkingList::Overdue => matches!(standing, Standing::Overdue { .. }),
            WorkingList::DueSoon => matches!(standing, Standing::DueSoon { .. }),
            WorkingList::Silent => matches!(standing, Standing::NoInformation { .. }),
            WorkingList::Done => matches!(standing, Standing::Confirmed(_)),
        }
    }

    fn explanation(self, here: Context<'_>) -> String {
        let days = here.site().settings.due_soon_days;
        match self {
            WorkingList::Overdue => {
                "Có báo cáo là chưa xong khi thời hạn đã qua. Nhiệm vụ không ai báo cáo không bị \
                coi là quá hạn: xem danh sách chưa có thông tin."
                    .to_owned()
            }
            WorkingList::DueSoon => {
                format!("Còn dưới {days} ngày đến thời hạn và chưa báo cáo hoàn thành.")
            }
            WorkingList::Silent => {
                "Trang chưa tìm thấy báo cáo hay tài liệu công khai nào về các nhiệm vụ này. Không \
                có thông tin không có nghĩa là không làm."
                    .to_owned()
            }
            WorkingList::Done => "Đã báo cáo hoàn thành, có minh chứng và có xác nhận.".to_owned(),
        }
    }

    /// How many tasks it holds, without listing them.
    fn count(self, here: Context<'_>) -> usize {
        let tally = &here.progress.total.tally;
        match self {
            WorkingList::Overdue => tally.of(StandingKind::Overdue),
            WorkingList::DueSoon => tally.of(StandingKind::DueSoon),
            WorkingList::Silent => {
                tally.of_any(&[StandingKind::NoInformation, StandingKind::NoInformationPastDue])
            }
            WorkingList::Done => here.progress.total.measures.done.n,
        }
    }

    fn tasks<'a>(self, here: Context<'a>) -> impl Iterator<Item = (&'a Plan, &'a Task)> {
        here.progress
            .counted()
            .filter(move |task| self.holds(&task.standing))
            .map(|task| (task.plan, task.task))
    }
}

/// The ready lists with what they count, but the one that is being shown.
pub(super) fn counts(here: Context<'_>, but: Option<WorkingList>) -> Vec<Count> {
    let lists = WorkingList::ALL.into_iter().filter(|list| Some(*list) != but);
    lists
        .map(|list| Count {
            n: parts::number(list.count(here)),
            label: list.label().to_owned(),
            href: Some(here.href(&paths::single(list.name()))),
            tone: Some(list.tone()),
        })
        .collect()
}

/// The page of a ready list.
pub(super) fn view(here: Context<'_>, list: WorkingList) -> WorkingListView {
    let mut tasks: Vec<_> = list.tasks(here).collect();
    if list == WorkingList::Overdue {
        tasks.sort_by_key(|(plan, task)| (&plan.id, here.task(plan, task).deadline.in_force));
    }
    let answer = match tasks.len() {
        0 => format!("Không có nhiệm vụ {}.", list.label()),
        count => format!("{} nhiệm vụ {}.", parts::number(count), list.label()),
    };
    WorkingListView {
        frame: here.frame(Head::new(list.title(), answer.clone())),
        answer,
        explanation: list.explanation(here),
        plans: parts::by_plan(here, tasks.into_iter()),
        lists: counts(here, Some(list)),
    }
}
