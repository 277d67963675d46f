//! A plan's dashboard.
//!
//! In: one plan's progress. Out: [`PlanView`], all that `plan.html` may read.

use serde::Serialize;
use serde_json::json;

use super::common::{DateView, Link, PlanHead, Run, TaskCard, Tone};
use super::context::{Context, Head, date_view, runs};
use super::feeds;
use super::figures::{
    Bar, Count, FigureRow, FigureTable, FourCells, GroupBar, Ledger, Measure, Ratio,
};
use super::{home, parts};
use crate::model::Plan;
use crate::pages::frame::Frame;
use crate::pages::history::{RelatedView, UpdateItem};
use crate::paths;
use crate::progress::{self, Cell, PlanProgress, Standing, StandingKind, Summary};
use crate::text::collate::Collator;
use crate::text::numbers::{integer, percent};
use crate::text::slug::slug;
use crate::wording;

/// What `plan.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct PlanView {
    /// What every page shares.
    pub frame: Frame,
    /// The plan and its pages.
    pub plan: PlanHead,
    /// The abstract, verbatim.
    pub title: Vec<Run>,
    /// Who issued it, such as "UBND tỉnh Thanh Hóa".
    pub issuer: String,
    /// When.
    pub issued: DateView,
    /// First and last year, such as "2015–2020".
    pub period: String,
    /// The plan's own state, such as "Hết kỳ, chưa tổng kết".
    pub state: String,
    /// The first sentence: the answer.
    pub answer: String,
    /// The sentences that complete it.
    pub more: Vec<String>,
    /// The bar under the answer, over all live tasks.
    pub bar: Bar,
    /// Finished or not, in time or late, and silence apart.
    pub cells: FourCells,
    /// The overdue tasks, oldest deadline first.
    pub overdue: Vec<TaskCard>,
    /// The groups of tasks, in the order of the text.
    pub groups: Vec<GroupBar>,
    /// By agency.
    pub agencies: FigureTable,
    /// By year of deadline.
    pub years: FigureTable,
    /// The latest changes.
    pub updates: Vec<UpdateItem>,
    /// The page of all the plan's changes.
    pub updates_page: String,
    /// How the denominator comes about.
    pub ledger: Ledger,
    /// M1 to M6.
    pub measures: Vec<Measure>,
    /// The page that explains them.
    pub method_page: Link,
    /// Facts about the whole plan; they set no task's standing.
    pub related: Vec<RelatedView>,
    /// Editorial notes.
    pub notes: Vec<String>,
}

/// A plan's dashboard.
pub(super) fn view(here: Context<'_>, plan: &Plan) -> PlanView {
    let progress = here.progress.plan(&plan.id);
    let summary = &progress.summary;
    let answer = home::answer(summary);
    let issuer = here.agency_then(&plan.issuer, plan.issued).name;
    let head = Head::new(format!("Kế hoạch {}: {}", plan.number, plan.short_name), answer.clone())
        .above(vec![(paths::plans(), "Kế hoạch".to_owned())])
        .source(&plan.source)
        .feeds(feeds::of_plan(here, plan))
        .json_ld(legislation(here, plan, &issuer));
    PlanView {
        frame: here.frame(head),
        plan: parts::plan_head(here, plan),
        title: runs(&plan.title),
        issuer,
        issued: date_view(plan.issued),
        period: home::period(plan),
        state: wording::plan_state(&progress.state),
        answer,
        more: home::more(summary),
        bar: parts::bar(here, home::live(progress.counted())),
        cells: cells(here, summary),
        overdue: home::overdue(here, progress.counted(), false),
        groups: groups(here, progress),
        agencies: agencies(here, progress),
        years: years(progress),
        updates: parts::latest(here, &progress.history, home::LATEST, false),
        updates_page: here.href(&paths::of_plan(&plan.id, "lich-su")),
        ledger: home::ledger(here, &summary.ledger),
        measures: measures(summary),
        method_page: here.link(&paths::single(super::method::PROSE), "Cách tính"),
        related: plan.related.iter().map(parts::related).collect(),
        notes: plan.notes.clone(),
    }
}

fn legislation(here: Context<'_>, plan: &Plan, issuer: &str) -> serde_json::Value {
    let mut value = json!({
        "@type": "Legislation",
        "name": format!("Kế hoạch {}: {}", plan.number, plan.title),
        "legislationIdentifier": plan.number,
        "legislationType": "Kế hoạch",
        "legislationDate": plan.issued.to_string(),
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": issuer},
        "legislationJurisdiction": here.site().settings.locality,
        "inLanguage": "vi",
    });
    if let Some(address) = here.address_of(&paths::of_plan(&plan.id, "toan-van")) {
        value["url"] = json!(address);
    }
    value
}

/// Finished or not, in time or late; silence and the rest stand beside.
fn cells(here: Context<'_>, summary: &Summary) -> FourCells {
    let count = |cells: &[Cell], label: &str, tone: Tone| Count {
        n: parts::number(summary.cells.of_any(cells)),
        label: label.to_owned(),
        href: parts::list_of(tone)
            .filter(|_| summary.cells.of_any(cells) > 0)
            .map(|path| here.href(&path)),
        tone: Some(tone),
    };
    let silent = [Cell::NoInformationInTime, Cell::NoInformationPastDue];
    let others = [
        (Cell::FinishedUnknown, "hoàn thành, chưa rõ đúng hạn hay không", Tone::Done),
        (
            Cell::WithoutDeadline,
            "không có thời hạn rõ, hoặc hết kỳ, chờ đánh giá",
            Tone::EndedAwaiting,
        ),
    ];
    let others = others.into_iter().filter(|(cell, ..)| summary.cells.of(*cell) > 0);
    FourCells {
        done_in_time: count(&[Cell::FinishedInTime], "hoàn thành đúng hạn", Tone::Done),
        done_late: count(&[Cell::FinishedLate], "hoàn thành quá hạn", Tone::DoneLate),
        open_in_time: count(&[Cell::UnfinishedInTime], "chưa hoàn thành, trong hạn", Tone::Running),
        open_late: count(&[Cell::UnfinishedOverdue], "chưa hoàn thành, quá hạn", Tone::Overdue),
        no_information: count(&silent, "chưa có thông tin", Tone::NoInformation),
        others: others.map(|(cell, label, tone)| count(&[cell], label, tone)).collect(),
        sum: format!("Cộng lại là {} nhiệm vụ hiện hành.", parts::number(summary.ledger.live)),
    }
}

fn groups(here: Context<'_>, progress: &PlanProgress<'_>) -> Vec<GroupBar> {
    let plan = progress.plan;
    let mut standings: Vec<Vec<&Standing>> = vec![Vec::new(); plan.groups.len()];
    for task in progress.counted().filter(|task| task.standing.is_live()) {
        standings[task.task.group].push(&task.standing);
    }
    let groups = plan.groups.iter().zip(standings);
    groups
        .map(|(group, standings)| {
            let bar = parts::bar(here, standings.into_iter());
            let words = bar
                .segments
                .iter()
                .map(|segment| format!("{} {}", segment.n, lowered(&segment.label)));
            GroupBar {
                number: group.number.clone(),
                link: Link {
                    href: format!(
                        "{}#nhom-{}",
                        here.href(&paths::tasks(&plan.id)),
                        slug(&group.number)
                    ),
                    text: group.title.clone(),
                },
                summary: words.collect::<Vec<_>>().join(", "),
                bar,
            }
        })
        .collect()
}

/// The label inside a sentence.
fn lowered(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

const COLUMNS: [&str; 5] = ["Nhiệm vụ", "Hoàn thành", "Quá hạn", "Chưa có thông tin", "Khác"];

/// The numbers under [`COLUMNS`].
fn row(summary: &Summary) -> Vec<String> {
    let live = summary.ledger.live;
    let done = summary.measures.done.n;
    let late = summary.tally.of(StandingKind::Overdue);
    let silent =
        summary.tally.of_any(&[StandingKind::NoInformation, StandingKind::NoInformationPastDue]);
    let rest = live - done - late - silent;
    [live, done, late, silent, rest].map(parts::number).to_vec()
}

fn agencies(here: Context<'_>, progress: &PlanProgress<'_>) -> FigureTable {
    let collator = Collator::vietnamese();
    let mut rows: Vec<FigureRow> = progress
        .by_lead
        .iter()
        .filter(|(_, summary)| summary.ledger.live > 0)
        .map(|(id, summary)| {
            let agency = here.agency_then(id, progress.plan.issued);
            FigureRow { text: agency.name, href: Some(agency.href), cells: row(summary) }
        })
        .collect();
    rows.sort_by(|a, b| collator.compare(&a.text, &b.text));
    let mut groups: Vec<FigureRow> = progress
        .by_lead_group
        .iter()
        .map(|(id, summary)| {
            let group = here.group(id);
            FigureRow {
                text: format!("{} (nhóm)", group.name),
                href: Some(group.href),
                cells: row(summary),
            }
        })
        .collect();
    groups.sort_by(|a, b| collator.compare(&a.text, &b.text));
    rows.extend(groups);
    FigureTable {
        caption: "Theo cơ quan được giao chủ trì".to_owned(),
        head: "Cơ quan".to_owned(),
        columns: COLUMNS.map(str::to_owned).to_vec(),
        rows,
        note: Some(
            "Nhiệm vụ có nhiều cơ quan chủ trì được tính cho từng cơ quan, nên cộng các dòng lớn hơn tổng số.".to_owned(),
        ),
    }
}

fn years(progress: &PlanProgress<'_>) -> FigureTable {
    let years = progress.by_year.iter().filter(|(_, summary)| summary.ledger.live > 0);
    FigureTable {
        caption: "Theo năm cuối của thời gian thực hiện".to_owned(),
        head: "Năm".to_owned(),
        columns: COLUMNS.map(str::to_owned).to_vec(),
        rows: years
            .map(|(year, summary)| FigureRow {
                text: year.to_string(),
                href: None,
                cells: row(summary),
            })
            .collect(),
        note: None,
    }
}

/// M1 to M6, each with its denominator in words.
fn measures(summary: &Summary) -> Vec<Measure> {
    let measures = &summary.measures;
    let ratio = |code: &str, name: &str, ratio: Option<progress::Ratio>, note: &str| Measure {
        code: code.to_owned(),
        name: name.to_owned(),
        ratio: ratio.map(|ratio| Ratio {
            n: parts::number(ratio.n),
            of: parts::number(ratio.of),
            percent: percent(ratio.n as u64, ratio.of as u64),
        }),
        value: ratio.is_none().then(|| "chưa tính được".to_owned()),
        note: note.to_owned(),
    };
    let silence =
        "Mẫu số: nhiệm vụ đã hoàn thành, quá hạn, hoặc đã hết thời hạn mà chưa có thông tin.";
    vec![
        ratio("M1", "Hoàn thành trên số đến hạn", Some(measures.due_done), silence),
        ratio(
            "M2",
            "Hoàn thành trên tổng số",
            Some(measures.done),
            "Mẫu số: mọi nhiệm vụ hiện hành.",
        ),
        ratio(
            "M3",
            "Đúng hạn trong số đã hoàn thành",
            Some(measures.in_time),
            "Mẫu số: nhiệm vụ đã hoàn thành.",
        ),
        ratio(
            "M4",
            "Có minh chứng công khai trong số đã hoàn thành",
            Some(measures.proved),
            "Mẫu số: nhiệm vụ đã hoàn thành.",
        ),
        ratio(
            "M5",
            "Báo cáo đã nhận trên số phải gửi",
            measures.reports,
            "Mẫu số: báo cáo đã đến hạn gửi; nơi kế hoạch không quy định hạn thì không tính.",
        ),
        Measure {
            code: "M6".to_owned(),
            name: "Thời gian từ lần cập nhật cuối (trung vị)".to_owned(),
            ratio: None,
            value: Some(match measures.since_update {
                Some(median) => format!("{} ngày", integer(median.days.into())),
                None => "chưa tính được".to_owned(),
            }),
            note: match measures.since_update {
                Some(median) => {
                    format!(
                        "Tính trên {} nhiệm vụ chưa xong đã có cập nhật.",
                        parts::number(median.tasks)
                    )
                }
                None => "Chưa nhiệm vụ nào có cập nhật.".to_owned(),
            },
        },
    ]
}
