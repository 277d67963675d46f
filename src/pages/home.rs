//! The home page: the answer over all plans.
//!
//! In: progress on the page's date. Out: [`HomeView`], all that `home.html` may read.

use serde::Serialize;

use super::common::{DateView, Link, TaskCard};
use super::context::{Context, Head, date_view};
use super::feeds;
use super::figures::{Bar, Count, Ledger, LedgerRow};
use super::parts;
use crate::export::names;
use crate::model::Plan;
use crate::pages::frame::Frame;
use crate::pages::history::UpdateItem;
use crate::paths;
use crate::progress::{self, Standing, StandingKind, Summary, TaskProgress};
use crate::wording;

/// What `home.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// What every page shares.
    pub frame: Frame,
    /// The first sentence: the answer.
    pub answer: String,
    /// The sentences that complete it, such as on overdue tasks and on silence.
    pub more: Vec<String>,
    /// The bar under the answer, over all live tasks.
    pub bar: Bar,
    /// The plans, newest first.
    pub plans: Vec<PlanCard>,
    /// The overdue tasks, oldest deadline first.
    pub overdue: Vec<TaskCard>,
    /// The page of all overdue tasks.
    pub overdue_page: String,
    /// How the denominator comes about.
    pub ledger: Ledger,
    /// The latest changes.
    pub updates: Vec<UpdateItem>,
    /// The page of all changes.
    pub updates_page: String,
    /// Where to go next.
    pub guides: Vec<Link>,
}

/// A plan in a list of plans.
#[derive(Clone, Debug, Serialize)]
pub struct PlanCard {
    /// The plan's page; its words are the number, such as "Kế hoạch 111/KH-UBND".
    pub link: Link,
    /// What citizens call it.
    pub short_name: String,
    /// Who issued it.
    pub issuer: String,
    /// When.
    pub issued: DateView,
    /// First and last year, such as "2015–2020".
    pub period: String,
    /// The plan's own state, such as "Hết kỳ, chưa tổng kết".
    pub state: String,
    /// The plan's answer, in a sentence.
    pub answer: String,
    /// The bar under it.
    pub bar: Bar,
}

/// How many entries the dashboards show of the latest changes.
pub(super) const LATEST: usize = 5;

/// The first page.
pub(super) fn view(here: Context<'_>) -> HomeView {
    let settings = &here.site().settings;
    let summary = &here.progress.total;
    let answer = answer(summary);
    let description = format!("{} {answer}", settings.description);
    let head =
        Head::new(settings.name.clone(), description).feeds(feeds::of_site(here, names::UPDATES));
    let mut plans: Vec<&Plan> = here.site().plans.values().collect();
    plans.sort_by_key(|plan| std::cmp::Reverse(plan.issued));
    let several = plans.len() > 1;
    HomeView {
        frame: here.frame(head),
        answer,
        more: more(summary),
        bar: parts::bar(here, live(here.progress.counted())),
        plans: plans.into_iter().map(|plan| plan_card(here, plan)).collect(),
        overdue: overdue(here, here.progress.counted(), several),
        overdue_page: here.href(&paths::single("qua-han")),
        ledger: ledger(here, &summary.ledger),
        updates: parts::latest(here, &here.progress.history, LATEST, several),
        updates_page: here.href(&paths::single("cap-nhat")),
        guides: guides(here),
    }
}

fn guides(here: Context<'_>) -> Vec<Link> {
    let mut guides: Vec<Link> = Vec::new();
    for plan in here.site().plans.values() {
        guides.push(
            here.link(&paths::tasks(&plan.id), format!("Nhiệm vụ của Kế hoạch {}", plan.number)),
        );
        let text = format!("Toàn văn Kế hoạch {}", plan.number);
        guides.push(here.link(&paths::of_plan(&plan.id, "toan-van"), text));
    }
    guides.push(here.link(&paths::agencies(), "Cơ quan nào làm gì"));
    guides.push(here.link(&paths::single(super::method::PROSE), "Tình trạng được tính thế nào"));
    guides.push(here.link(&paths::data(), "Tải dữ liệu"));
    guides
}

/// A plan in a list.
pub(super) fn plan_card(here: Context<'_>, plan: &Plan) -> PlanCard {
    let progress = here.progress.plan(&plan.id);
    PlanCard {
        link: here.link(&paths::plan(&plan.id), format!("Kế hoạch {}", plan.number)),
        short_name: plan.short_name.clone(),
        issuer: here.agency_then(&plan.issuer, plan.issued).name,
        issued: date_view(plan.issued),
        period: period(plan),
        state: wording::plan_state(&progress.state),
        answer: answer(&progress.summary),
        bar: parts::bar(here, live(progress.counted())),
    }
}

/// "2015–2020".
pub(super) fn period(plan: &Plan) -> String {
    format!("{}–{}", plan.from.year(), plan.to.year())
}

/// The standings of tasks that are live.
pub(super) fn live<'t>(
    tasks: impl Iterator<Item = &'t TaskProgress<'t>>,
) -> impl Iterator<Item = &'t Standing> {
    tasks.map(|task| &task.standing).filter(|standing| standing.is_live())
}

/// The overdue tasks, oldest deadline first.
pub(super) fn overdue<'t>(
    here: Context<'_>,
    tasks: impl Iterator<Item = &'t TaskProgress<'t>>,
    name_plan: bool,
) -> Vec<TaskCard> {
    let mut tasks: Vec<_> =
        tasks.filter(|task| matches!(task.standing, Standing::Overdue { .. })).collect();
    tasks.sort_by_key(|task| task.deadline.in_force);
    tasks.into_iter().map(|task| parts::card(here, task.plan, task.task, name_plan)).collect()
}

/// The first sentence: how many are done, how many are late, how many nobody speaks of.
pub(super) fn answer(summary: &Summary) -> String {
    let number = parts::number;
    let done = summary.measures.done;
    let overdue = summary.tally.of(StandingKind::Overdue);
    let silent = silent(summary);
    let mut sentence = format!("{}/{} nhiệm vụ đã hoàn thành", number(done.n), number(done.of));
    if overdue > 0 {
        sentence.push_str(&format!(", {} quá hạn", number(overdue)));
    }
    if silent > 0 {
        sentence.push_str(&format!(", {} chưa có thông tin", number(silent)));
    }
    sentence + "."
}

fn silent(summary: &Summary) -> usize {
    summary.tally.of_any(&[StandingKind::NoInformation, StandingKind::NoInformationPastDue])
}

/// The sentences that complete the answer.
pub(super) fn more(summary: &Summary) -> Vec<String> {
    let number = parts::number;
    let tally = &summary.tally;
    let mut sentences = Vec::new();
    let silent_past = tally.of(StandingKind::NoInformationPastDue);
    if silent_past > 0 {
        sentences.push(format!(
            "{} nhiệm vụ đã hết thời hạn mà trang chưa tìm thấy thông tin: không rõ đã làm hay chưa.",
            number(silent_past)
        ));
    }
    let kinds = [
        (StandingKind::ReportedDone, "đã báo cáo hoàn thành, chờ xác nhận"),
        (StandingKind::EndedAwaiting, "hết kỳ thực hiện, chờ đánh giá"),
        (StandingKind::DueSoon, "sắp đến hạn"),
    ];
    for (kind, words) in kinds {
        if tally.of(kind) > 0 {
            sentences.push(format!("{} nhiệm vụ {words}.", number(tally.of(kind))));
        }
    }
    if tally.of(StandingKind::Overdue) == 0 {
        sentences.push("Không có nhiệm vụ quá hạn.".to_owned());
    }
    sentences
}

/// How the denominator comes about.
pub(super) fn ledger(here: Context<'_>, ledger: &progress::Ledger) -> Ledger {
    let number = parts::number;
    let row = |sign: &str, count: usize, label: &str| LedgerRow {
        sign: sign.to_owned(),
        n: number(count),
        label: label.to_owned(),
        href: None,
    };
    let tasks = here.site().plans.values().next().filter(|_| here.site().plans.len() == 1);
    Ledger {
        rows: vec![
            row("", ledger.original, "nhiệm vụ gốc"),
            row("+", ledger.added, "bổ sung"),
            row("−", ledger.cancelled, "bãi bỏ"),
            row("−", ledger.carried_over, "chuyển tiếp"),
        ],
        total: Count {
            n: number(ledger.live),
            label: "nhiệm vụ hiện hành".to_owned(),
            href: tasks.map(|plan| here.href(&paths::tasks(&plan.id))),
            tone: None,
        },
    }
}
