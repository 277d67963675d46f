//! The ready lists: tasks of all plans that have something in common, such as being overdue.
//!
//! In: progress on the page's date. Out: [`SelectionView`], all that `selection.html` may read, and
//! the figures that lead to such a list. A number and its list come from the same predicate.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::{Plan, PlanId};
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::parts::cards::{self, TaskGroup};
use crate::pages::parts::figures::{Count, Figure};
use crate::pages::parts::sentence::Sentence;
use crate::pages::values::Tone;
use crate::paths::{self, PagePath};
use crate::progress::{Cell, Disclosed, Progress, StandingKind, TaskProgress};
use crate::wording;

/// What `selection.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct SelectionView {
    /// What every page shares.
    pub frame: Frame,
    /// One sentence: how many.
    pub answer: Sentence,
    /// What belongs in the list and what does not.
    pub explanation: String,
    /// The tasks, a group a plan.
    pub plans: Vec<TaskGroup>,
    /// The main lists, and their sizes.
    pub lists: Vec<Count>,
}

/// What the tasks of a list have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Selection {
    /// They still belong to their plan: the denominator of the rates.
    Live,
    /// Done and confirmed.
    Done,
    /// Their standing is of one family.
    Of(Tone),
    /// They stand in one cell of the state's statistics.
    In(Cell),
    /// Their time is over: done, overdue or silent (M1).
    Due,
    /// Done, with public proof (M4).
    Proved,
    /// Not done, and something was published about them (M6).
    Updated,
    /// The signed text has them.
    Original,
    /// Later documents added them.
    Added,
}

/// The words of a list.
struct Words {
    /// The name of its page.
    slug: &'static str,
    /// Its heading.
    title: &'static str,
    /// What follows "3 nhiệm vụ".
    label: &'static str,
    /// What belongs in it and what does not.
    explanation: &'static str,
}

impl Selection {
    /// The lists that every site has, in the order of menus; they stand even where they are empty.
    pub const MAIN: [Selection; 4] = [
        Selection::Of(Tone::Overdue),
        Selection::Of(Tone::DueSoon),
        Selection::Of(Tone::NoInformation),
        Selection::Done,
    ];

    /// The lists that a site has where they hold something.
    const OTHERS: [Selection; 21] = [
        Selection::Live,
        Selection::In(Cell::FinishedInTime),
        Selection::In(Cell::FinishedUnknown),
        Selection::In(Cell::UnfinishedInTime),
        Selection::In(Cell::UnfinishedOverdue),
        Selection::In(Cell::NoInformationPastDue),
        Selection::In(Cell::WithoutDeadline),
        Selection::Of(Tone::Done),
        Selection::Of(Tone::DoneLate),
        Selection::Of(Tone::Partial),
        Selection::Of(Tone::Running),
        Selection::Of(Tone::NotBegun),
        Selection::Of(Tone::EndedAwaiting),
        Selection::Of(Tone::Reported),
        Selection::Of(Tone::Paused),
        Selection::Of(Tone::Cancelled),
        Selection::Of(Tone::CarriedOver),
        Selection::Due,
        Selection::Proved,
        Selection::Updated,
        Selection::Original,
    ];

    /// The lists that `progress` fills, and those that always stand.
    pub(crate) fn present(progress: &Progress<'_>) -> Vec<Selection> {
        let filled = |list: &Selection| progress.counted().any(|task| list.holds(task));
        let others = Self::OTHERS.into_iter().chain([Selection::Added]).filter(filled);
        Self::MAIN.into_iter().chain(others).collect()
    }

    /// Its page.
    pub(crate) fn path(self) -> PagePath {
        let slug = self.words().slug;
        if Self::MAIN.contains(&self) { paths::single(slug) } else { paths::list(slug) }
    }

    pub(crate) fn title(self) -> &'static str {
        self.words().title
    }

    fn holds(self, task: Disclosed<'_>) -> bool {
        match self {
            Selection::Live => task.is_live(),
            Selection::Done => task.is_done(),
            Selection::Of(tone) => wording::tone(task.kind()) == tone,
            Selection::In(cell) => task.cell() == cell,
            Selection::Due => {
                let late = [Cell::UnfinishedOverdue, Cell::NoInformationPastDue];
                task.is_done() || late.contains(&task.cell())
            }
            Selection::Proved => {
                task.is_done() && task.open().is_some_and(TaskProgress::has_public_proof)
            }
            Selection::Updated => {
                let told = |task: &TaskProgress<'_>| task.last_update.is_some();
                task.is_live() && !task.is_done() && task.open().is_some_and(told)
            }
            Selection::Original => task.is_original(),
            Selection::Added => !task.is_original(),
        }
    }

    fn words(self) -> Words {
        let words = |slug, title, label, explanation| Words { slug, title, label, explanation };
        match self {
            Selection::Live => words(
                "hien-hanh",
                "Nhiệm vụ hiện hành",
                "hiện hành",
                "Nhiệm vụ gốc và bổ sung, không kể đã bãi bỏ hoặc chuyển tiếp. Đây là mẫu số của các tỷ lệ.",
            ),
            Selection::Done => words(
                "hoan-thanh",
                "Nhiệm vụ đã hoàn thành",
                "đã hoàn thành",
                "Đã báo cáo hoàn thành, có minh chứng và có xác nhận.",
            ),
            Selection::Due => words(
                "da-den-han",
                "Nhiệm vụ đã hoàn thành hoặc đã hết thời hạn",
                "đã hoàn thành hoặc đã hết thời hạn",
                "Đã hoàn thành, chưa hoàn thành khi đã quá hạn, hoặc hết thời hạn mà chưa có thông tin: mẫu số của tỷ lệ M1.",
            ),
            Selection::Proved => words(
                "co-minh-chung",
                "Nhiệm vụ hoàn thành có minh chứng công khai",
                "hoàn thành có minh chứng công khai",
                "Có ít nhất một văn bản, sản phẩm hoặc số liệu mà ai cũng xem được.",
            ),
            Selection::Updated => words(
                "da-co-cap-nhat",
                "Nhiệm vụ chưa xong đã có cập nhật",
                "chưa xong đã có cập nhật",
                "Chưa hoàn thành, và trang đã công bố ít nhất một diễn biến.",
            ),
            Selection::Original => words(
                "goc",
                "Nhiệm vụ gốc",
                "có trong văn bản đã ký",
                "Nhiệm vụ có trong văn bản đã ký, kể cả đã bãi bỏ hoặc chuyển tiếp.",
            ),
            Selection::Added => words(
                "bo-sung",
                "Nhiệm vụ bổ sung",
                "được bổ sung",
                "Nhiệm vụ do văn bản ban hành sau kế hoạch bổ sung.",
            ),
            Selection::In(cell) => Self::words_of_cell(cell),
            Selection::Of(tone) => Self::words_of_tone(tone),
        }
    }

    fn words_of_cell(cell: Cell) -> Words {
        let words = |slug, title, label, explanation| Words { slug, title, label, explanation };
        match cell {
            Cell::FinishedInTime => words(
                "hoan-thanh-dung-han",
                "Nhiệm vụ hoàn thành đúng hạn",
                "hoàn thành đúng hạn",
                "Hoàn thành không sau thời hạn gốc, hoặc không sau thời hạn đã được điều chỉnh bằng văn bản.",
            ),
            Cell::FinishedLate => Self::words_of_tone(Tone::DoneLate),
            Cell::FinishedUnknown => words(
                "hoan-thanh-chua-ro-thoi-han",
                "Nhiệm vụ hoàn thành, chưa rõ đúng hạn hay không",
                "hoàn thành, chưa rõ đúng hạn hay không",
                "Ngày hoàn thành chưa đủ rõ để so với thời hạn, hoặc văn bản không đặt thời hạn.",
            ),
            Cell::UnfinishedInTime => words(
                "chua-xong-trong-han",
                "Nhiệm vụ chưa hoàn thành, trong hạn",
                "chưa hoàn thành, trong hạn",
                "Có báo cáo là chưa hoàn thành hoặc chưa được xác nhận; thời hạn chưa qua.",
            ),
            Cell::UnfinishedOverdue => words(
                "chua-xong-qua-han",
                "Nhiệm vụ chưa hoàn thành, quá hạn",
                "chưa hoàn thành, quá hạn",
                "Chưa hoàn thành khi thời hạn đã qua, kể cả mới báo cáo, đang tạm dừng hoặc kết thúc khi mới xong một phần. Nhiệm vụ chưa có thông tin để riêng.",
            ),
            Cell::NoInformationPastDue => words(
                "het-thoi-han-chua-co-thong-tin",
                "Nhiệm vụ đã hết thời hạn, chưa có thông tin",
                "đã hết thời hạn mà chưa có thông tin",
                "Thời hạn đã qua và trang chưa tìm thấy thông tin: không rõ đã làm hay chưa, nên không gọi là quá hạn.",
            ),
            Cell::NoInformationInTime => words(
                "chua-co-thong-tin-trong-han",
                "Nhiệm vụ chưa có thông tin, trong hạn",
                "chưa có thông tin, thời hạn chưa qua",
                "Chưa có thông tin; thời hạn chưa qua.",
            ),
            Cell::WithoutDeadline => words(
                "khong-co-thoi-han",
                "Nhiệm vụ không có thời hạn rõ",
                "không có thời hạn rõ, hoặc hết kỳ, chờ đánh giá",
                "Việc thường xuyên, hoặc đã hết kỳ thực hiện mà văn bản không nói ngày cuối kỳ là thời hạn.",
            ),
            Cell::OutOfRates => words(
                "ngoai-ty-le",
                "Nhiệm vụ không tính vào tỷ lệ",
                "không tính vào tỷ lệ",
                "Nhiệm vụ đã bãi bỏ hoặc chuyển tiếp.",
            ),
        }
    }

    fn words_of_tone(tone: Tone) -> Words {
        let words =
            |title, label, explanation| Words { slug: tone.slug(), title, label, explanation };
        match tone {
            Tone::Done => words(
                "Nhiệm vụ hoàn thành, không quá hạn",
                "hoàn thành, không quá hạn",
                "Hoàn thành đúng hạn, đúng hạn sau điều chỉnh, hoặc chưa đủ dữ liệu về thời hạn.",
            ),
            Tone::DoneLate => words(
                "Nhiệm vụ hoàn thành quá hạn",
                "hoàn thành quá hạn",
                "Đã hoàn thành, sau thời hạn đang áp dụng.",
            ),
            Tone::Partial => words(
                "Nhiệm vụ kết thúc, hoàn thành một phần",
                "kết thúc khi mới hoàn thành một phần",
                "Đã kết thúc khi mới hoàn thành một phần.",
            ),
            Tone::Running => words(
                "Nhiệm vụ đang thực hiện, trong hạn",
                "đang thực hiện, trong hạn",
                "Có báo cáo, chưa hoàn thành, chưa gần đến thời hạn; hoặc là việc thường xuyên trong kỳ.",
            ),
            Tone::DueSoon => words(
                "Nhiệm vụ sắp đến hạn",
                "sắp đến hạn",
                "Gần đến thời hạn và chưa báo cáo hoàn thành.",
            ),
            Tone::Overdue => words(
                "Nhiệm vụ quá hạn",
                "quá hạn",
                "Có báo cáo là chưa xong khi thời hạn đã qua. Nhiệm vụ không ai báo cáo không bị coi là quá hạn: xem danh sách chưa có thông tin.",
            ),
            Tone::NotBegun => words(
                "Nhiệm vụ chưa đến kỳ",
                "chưa đến kỳ",
                "Có báo cáo là chưa bắt đầu; kỳ thực hiện chưa đến.",
            ),
            Tone::EndedAwaiting => words(
                "Nhiệm vụ hết kỳ thực hiện, chờ đánh giá",
                "hết kỳ thực hiện, chờ đánh giá",
                "Lần cuối được ghi nhận là đang thực hiện; kỳ thực hiện đã hết, chưa có đánh giá.",
            ),
            Tone::Reported => words(
                "Nhiệm vụ đã báo cáo hoàn thành, chờ xác nhận",
                "đã báo cáo hoàn thành, chờ xác nhận",
                "Cơ quan đã báo cáo hoàn thành; chưa có xác nhận nên chưa tính là hoàn thành.",
            ),
            Tone::Paused => words(
                "Nhiệm vụ tạm dừng",
                "tạm dừng",
                "Có văn bản hoặc báo cáo là tạm dừng; thời hạn vẫn tính tiếp.",
            ),
            Tone::Cancelled => words("Nhiệm vụ bãi bỏ", "bãi bỏ", "Có văn bản bãi bỏ nhiệm vụ."),
            Tone::CarriedOver => words(
                "Nhiệm vụ chuyển tiếp",
                "chuyển tiếp",
                "Nhiệm vụ được chuyển sang kế hoạch khác.",
            ),
            Tone::NoInformation => words(
                "Nhiệm vụ chưa có thông tin",
                "chưa có thông tin",
                "Trang chưa tìm thấy báo cáo hay tài liệu công khai nào về các nhiệm vụ này. Không có thông tin không có nghĩa là không làm.",
            ),
        }
    }
}

/// Where a page's lists are: of the whole site, of one plan, or on the page itself.
pub(crate) trait Lists {
    /// The address of a list.
    fn href(&self, list: Selection) -> String;

    /// So many tasks, with their list.
    fn figure(&self, list: Selection, count: usize) -> Figure {
        Figure::of(count, self.href(list))
    }
}

/// The lists of all plans.
pub(crate) struct OfSite<'a>(pub(crate) Context<'a>);

impl Lists for OfSite<'_> {
    fn href(&self, list: Selection) -> String {
        self.0.href(&list.path())
    }

    fn figure(&self, list: Selection, count: usize) -> Figure {
        match Selection::MAIN.contains(&list) {
            true => Figure::listed(count, self.href(list)),
            false => Figure::of(count, self.href(list)),
        }
    }
}

/// One plan's parts of the lists.
pub(crate) struct OfPlan<'a>(pub(crate) Context<'a>, pub(crate) &'a PlanId);

impl Lists for OfPlan<'_> {
    fn href(&self, list: Selection) -> String {
        format!("{}#{}", self.0.href(&list.path()), self.1)
    }
}

/// The main lists with what they count of all plans or of one, but the list that is being shown.
pub(crate) fn counts(here: Context<'_>, plan: Option<&Plan>, but: Option<Selection>) -> Vec<Count> {
    let mut lists = Vec::new();
    for list in Selection::MAIN.into_iter().filter(|list| Some(*list) != but) {
        let tasks = here.progress.counted().filter(|task| list.holds(*task));
        let tasks = tasks.filter(|task| plan.is_none_or(|plan| task.plan().id == plan.id));
        let count = tasks.count();
        let figure = match plan {
            // Of nothing in this plan the list of all plans has no part.
            Some(plan) if count > 0 || here.site().plans.len() > 1 => {
                OfPlan(here, &plan.id).figure(list, count)
            }
            _ => OfSite(here).figure(list, count),
        };
        lists.push(Count {
            figure,
            label: list.words().label.to_owned(),
            tone: Some(match list {
                Selection::Of(tone) => tone,
                _ => Tone::Done,
            }),
        });
    }
    lists
}

/// The page of a ready list.
pub(crate) fn view(here: Context<'_>, list: Selection) -> SelectionView {
    let mut tasks: Vec<Disclosed<'_>> =
        here.progress.counted().filter(|task| list.holds(*task)).collect();
    if list == Selection::Of(Tone::Overdue) {
        tasks.sort_by_key(|task| (&task.plan().id, deadline_or_last(*task)));
    }
    let words = list.words();
    let answer = match tasks.len() {
        0 => Sentence::new(format!("Không có nhiệm vụ {}.", words.label)),
        count => Sentence::default()
            .figure(Figure::of(count, "#danh-sach"))
            .text(format!(" nhiệm vụ {}.", words.label)),
    };
    let explanation = match list {
        Selection::Of(Tone::DueSoon) => {
            let days = here.site().settings.due_soon_days;
            format!("Còn dưới {days} ngày đến thời hạn và chưa báo cáo hoàn thành.")
        }
        _ => words.explanation.to_owned(),
    };
    SelectionView {
        frame: here.frame(Head::new(words.title, answer.plain())),
        answer,
        explanation,
        plans: cards::by_plan(here, tasks.into_iter(), ""),
        lists: counts(here, None, Some(list)),
    }
}

/// What tasks are sorted by that stand in the order of their deadlines; a restricted one has none to show.
pub(crate) fn deadline_or_last(task: Disclosed<'_>) -> Date {
    task.open().map_or(Date::MAX, |task| task.deadline.in_force)
}

/// The standings of the tasks that still belong to their plan.
pub(crate) fn live<'t>(
    tasks: impl Iterator<Item = Disclosed<'t>>,
) -> impl Iterator<Item = StandingKind> {
    tasks.filter(|task| task.is_live()).map(Disclosed::kind)
}

/// The address of the tasks of one family in a plan's lists.
pub(crate) fn of_tone(lists: &dyn Lists) -> impl Fn(Tone) -> String + '_ {
    |tone| lists.href(Selection::Of(tone))
}
