//! The home page: the answer over all plans.
//!
//! In: progress on the page's date. Out: [`HomeView`], all that `home.html` may read.

use serde::Serialize;

use crate::export::names;
use crate::model::Plan;
use crate::pages::context::{Context, Head, date_view};
use crate::pages::frame::Frame;
use crate::pages::lists::selection::{self, Lists, OfPlan, OfSite, Selection, live};
use crate::pages::parts::cards;
use crate::pages::parts::events::UpdateItem;
use crate::pages::parts::feeds;
use crate::pages::parts::figures::{Bar, Count, Figure, Ledger, LedgerRow};
use crate::pages::parts::sentence::Sentence;
use crate::pages::parts::values::{DateView, Link, TaskCard, Tone};
use crate::paths;
use crate::progress::{self, Cell, Standing, StandingKind, Summary, TaskProgress};
use crate::text::lowered;
use crate::wording;

/// What `home.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// What every page shares.
    pub frame: Frame,
    /// The first sentence: the answer.
    pub answer: Sentence,
    /// The sentences that complete it, such as on overdue tasks and on silence.
    pub more: Vec<Sentence>,
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
    /// The plan's id.
    pub id: String,
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
    pub answer: Sentence,
    /// The bar under it.
    pub bar: Bar,
    /// How its denominator comes about.
    pub ledger: Ledger,
}

/// How many entries the dashboards show of the latest changes.
pub(crate) const LATEST: usize = 5;

/// The first page.
pub(crate) fn view(here: Context<'_>) -> HomeView {
    let settings = &here.site().settings;
    let summary = &here.progress.total;
    let lists = OfSite(here);
    let answer = answer(summary, &lists);
    let description = format!("{} {}", settings.description, answer.plain());
    let head =
        Head::new(settings.name.clone(), description).feeds(feeds::of_site(here, names::UPDATES));
    let mut plans: Vec<&Plan> = here.site().plans.values().collect();
    plans.sort_by_key(|plan| std::cmp::Reverse(plan.issued));
    let several = plans.len() > 1;
    HomeView {
        frame: here.frame(head),
        answer,
        more: more(summary, &lists),
        bar: cards::bar(live(here.progress.counted()), selection::of_tone(&lists)),
        plans: plans.into_iter().map(|plan| plan_card(here, plan)).collect(),
        overdue: overdue(here, here.progress.counted(), several),
        overdue_page: here.href(&paths::single("qua-han")),
        ledger: ledger(&summary.ledger, &lists),
        updates: cards::latest(here, &here.progress.history, LATEST, several),
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
    guides.push(
        here.link(
            &paths::single(crate::pages::site::method::PROSE),
            "Tình trạng được tính thế nào",
        ),
    );
    guides.push(here.link(&paths::data(), "Tải dữ liệu"));
    guides
}

/// A plan in a list.
pub(crate) fn plan_card(here: Context<'_>, plan: &Plan) -> PlanCard {
    let progress = here.progress.plan(&plan.id);
    let lists = OfPlan(here, &plan.id);
    PlanCard {
        id: plan.id.to_string(),
        link: here.link(&paths::plan(&plan.id), format!("Kế hoạch {}", plan.number)),
        short_name: plan.short_name.clone(),
        issuer: here.agency_then(&plan.issuer, plan.issued).name,
        issued: date_view(plan.issued),
        period: period(plan),
        state: wording::plan_state(&progress.state),
        answer: answer(&progress.summary, &lists),
        bar: cards::bar(live(progress.counted()), selection::of_tone(&lists)),
        ledger: ledger(&progress.summary.ledger, &lists),
    }
}

/// "2015–2020".
pub(crate) fn period(plan: &Plan) -> String {
    format!("{}–{}", plan.from.year(), plan.to.year())
}

/// The overdue tasks, oldest deadline first.
pub(crate) fn overdue<'t>(
    here: Context<'_>,
    tasks: impl Iterator<Item = &'t TaskProgress<'t>>,
    name_plan: bool,
) -> Vec<TaskCard> {
    let mut tasks: Vec<_> =
        tasks.filter(|task| matches!(task.standing, Standing::Overdue { .. })).collect();
    tasks.sort_by_key(|task| task.deadline.in_force);
    tasks.into_iter().map(|task| cards::card(here, task.plan, task.task, name_plan)).collect()
}

/// The first sentence: how many are done, how many are late, how many nobody speaks of.
pub(crate) fn answer(summary: &Summary, lists: &dyn Lists) -> Sentence {
    let done = summary.measures.done;
    let overdue = summary.tally.of(StandingKind::Overdue);
    let silent = silent(summary);
    let mut sentence = Sentence::default()
        .figure(lists.figure(Selection::Done, done.n))
        .text("/")
        .figure(lists.figure(Selection::Live, done.of))
        .text(" nhiệm vụ đã hoàn thành");
    if overdue > 0 {
        let figure = lists.figure(Selection::Of(Tone::Overdue), overdue);
        sentence = sentence.text(", ").figure(figure).text(" quá hạn");
    }
    if silent > 0 {
        let figure = lists.figure(Selection::Of(Tone::NoInformation), silent);
        sentence = sentence.text(", ").figure(figure).text(" chưa có thông tin");
    }
    sentence.text(".")
}

/// ": 3 hoàn thành, 1 quá hạn", for a sentence that began with the sum.
pub(crate) fn by_column<'l>(columns: impl IntoIterator<Item = (Figure, &'l str)>) -> Sentence {
    let mut sentence = Sentence::default();
    for (index, (figure, label)) in columns.into_iter().enumerate() {
        let before = if index == 0 { ": " } else { ", " };
        sentence = sentence.text(before).figure(figure).text(format!(" {}", lowered(label)));
    }
    sentence
}

pub(crate) fn silent(summary: &Summary) -> usize {
    summary.tally.of_any(&[StandingKind::NoInformation, StandingKind::NoInformationPastDue])
}

/// The sentences that complete the answer.
pub(crate) fn more(summary: &Summary, lists: &dyn Lists) -> Vec<Sentence> {
    let tally = &summary.tally;
    let counted = |list: Selection, count: usize, words: &str| {
        Sentence::default().figure(lists.figure(list, count)).text(format!(" nhiệm vụ {words}."))
    };
    let mut sentences = Vec::new();
    let silent_past = tally.of(StandingKind::NoInformationPastDue);
    if silent_past > 0 {
        sentences.push(counted(
            Selection::In(Cell::NoInformationPastDue),
            silent_past,
            "đã hết thời hạn mà trang chưa tìm thấy thông tin: không rõ đã làm hay chưa",
        ));
    }
    let kinds = [
        (StandingKind::ReportedDone, Tone::Reported, "đã báo cáo hoàn thành, chờ xác nhận"),
        (StandingKind::EndedAwaiting, Tone::EndedAwaiting, "hết kỳ thực hiện, chờ đánh giá"),
        (StandingKind::DueSoon, Tone::DueSoon, "sắp đến hạn"),
    ];
    for (kind, tone, words) in kinds {
        if tally.of(kind) > 0 {
            sentences.push(counted(Selection::Of(tone), tally.of(kind), words));
        }
    }
    if tally.of(StandingKind::Overdue) == 0 {
        sentences.push(Sentence::new("Không có nhiệm vụ quá hạn."));
    }
    sentences
}

/// How the denominator comes about.
pub(crate) fn ledger(ledger: &progress::Ledger, lists: &dyn Lists) -> Ledger {
    let row = |sign: &str, list: Selection, count: usize, label: &str| LedgerRow {
        sign: sign.to_owned(),
        figure: lists.figure(list, count),
        label: label.to_owned(),
    };
    Ledger {
        rows: vec![
            row("", Selection::Original, ledger.original, "nhiệm vụ gốc"),
            row("+", Selection::Added, ledger.added, "bổ sung"),
            row("−", Selection::Of(Tone::Cancelled), ledger.cancelled, "bãi bỏ"),
            row("−", Selection::Of(Tone::CarriedOver), ledger.carried_over, "chuyển tiếp"),
        ],
        total: Count {
            figure: lists.figure(Selection::Live, ledger.live),
            label: "nhiệm vụ hiện hành".to_owned(),
            tone: None,
        },
    }
}
