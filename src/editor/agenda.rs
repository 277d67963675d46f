//! What editors must do next, on one date.
//!
//! In: [`Progress`]. Out: [`Item`]s, the most pressing kind first: tasks whose time is over without a word,
//! overdue ones, those due soon, those silent for long, reports that did not come, corrections that wait
//! for an answer. It says what is true and asks nobody: what to do stands in the guide.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::model::{AgencyId, Correction, Plan};
use crate::parse::import_notes;
use crate::progress::{Fate, Past, ReportState, Responsible, Standing, TaskProgress, Whole};
use crate::source::{ContentFile, SourceTree};
use crate::text::Collator;
use crate::text::dates::{self, days_between};
use crate::vocabulary::dates::limit;

/// Why something needs an editor, the most pressing first.
pub use crate::vocabulary::kinds::Pending as Kind;

/// Days within which a petition is to be answered (design: model §3.4).
const ANSWER_WITHIN: i64 = 10;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Why.
    #[serde(rename = "loai", serialize_with = "code")]
    pub kind: Kind,
    /// The plan's number.
    #[serde(rename = "ke_hoach")]
    pub plan: String,
    /// The task's number, the correction's id, or the reporting agency.
    #[serde(rename = "ve")]
    pub what: String,
    /// The day that counts: the deadline, the last word, the day by which to answer.
    #[serde(rename = "ngay")]
    pub date: String,
    /// Days from that day to the as-of date; negative while it lies ahead.
    #[serde(rename = "so_ngay")]
    pub days: i64,
    /// One sentence.
    #[serde(rename = "noi_dung")]
    pub words: String,
    /// The agencies to ask, as they are called on the as-of date; none where nobody is known.
    #[serde(rename = "hoi")]
    pub ask: Vec<String>,
    /// The content file to open.
    #[serde(rename = "tep")]
    pub file: String,
}

fn code<S: Serializer>(kind: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.code())
}

/// What is to be done; tasks are silent after `silent_days` without a word.
pub fn of(progress: &Whole<'_>, silent_days: i64) -> Vec<Item> {
    let mut items = Vec::new();
    for plan in &progress.plans {
        for task in progress.tasks(plan).iter().filter(|task| task.counted) {
            items.extend(of_task(progress, task, silent_days));
        }
        let answers = progress.site.speaker_name(progress.as_of).to_owned();
        corrections(plan.plan, progress.corrections(plan), progress.as_of, &answers, &mut items);
        for duty in &plan.reports {
            for row in &duty.rows {
                for (period, cell) in duty.periods.iter().zip(&row.cells) {
                    let (
                        ReportState::NotSent
                        | ReportState::NotReceived
                        | ReportState::NoInformation,
                        Some(due),
                    ) = (cell.state, period.due)
                    else {
                        continue;
                    };
                    let name = &progress.site.agency(row.agency).name_on(period.to).full;
                    items.push(Item {
                        kind: Kind::ReportMissing,
                        plan: plan.plan.number.clone(),
                        what: row.agency.to_string(),
                        date: due.to_string(),
                        days: days_between(due, progress.as_of),
                        words: format!(
                            "Chưa ghi nhận báo cáo của {name} kỳ kết thúc {}, hạn {}",
                            dates::short(period.to),
                            dates::short(due)
                        ),
                        ask: vec![who_goes_on(progress, row.agency)],
                        file: ContentFile::Reports(plan.plan.id.as_str()).path().to_string(),
                    });
                }
            }
        }
    }
    let collator = Collator::vietnamese();
    items.sort_by(|a, b| {
        let urgency = (a.kind, -a.days).cmp(&(b.kind, -b.days));
        urgency.then_with(|| collator.compare(&a.words, &b.words))
    });
    items
}

/// The questions of imports that nobody has answered, plan by plan in the order of their files.
pub fn questions(tree: &SourceTree) -> Vec<Item> {
    let mut items = Vec::new();
    for (path, file) in &tree.texts {
        let Some(ContentFile::ImportNotes(plan)) = ContentFile::of(path) else { continue };
        let open = import_notes::questions(&file.text).into_iter();
        items.extend(open.filter(|question| question.answer.is_none()).map(|question| Item {
            kind: Kind::Question,
            plan: plan.to_owned(),
            what: question.id,
            date: String::new(),
            days: 0,
            words: question.asked,
            ask: Vec::new(),
            file: path.to_string(),
        }));
    }
    items
}

/// The name of an agency on the as-of date.
fn name(progress: &Whole<'_>, id: &AgencyId) -> String {
    progress.site.agency(id).name_on(progress.as_of).full.clone()
}

/// The name of an agency, or of the one that took its place.
fn who_goes_on(progress: &Whole<'_>, id: &AgencyId) -> String {
    match &progress.agency(id).fate {
        Fate::Succeeded { by, .. } => name(progress, by),
        Fate::Alive | Fate::Divided { .. } | Fate::Ended => name(progress, id),
    }
}

/// Whom to ask about a task: who is responsible today; where nobody is known for sure, the successors of a lead, the
/// groups, and the plan's standing agency.
fn ask(progress: &Whole<'_>, task: &TaskProgress<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for responsible in &task.responsible {
        match responsible {
            Responsible::Agency { id }
            | Responsible::Inherited { id, .. }
            | Responsible::Assigned { id, .. }
            | Responsible::HandedOver { id, .. } => names.push(name(progress, id)),
            Responsible::Unresolved { successors, .. } => {
                names.extend(successors.iter().map(|id| name(progress, id)));
            }
            Responsible::Group { .. } | Responsible::Ended { .. } => {}
        }
    }
    if names.is_empty() {
        names.extend(task.plan.standing_agency.as_ref().map(|id| who_goes_on(progress, id)));
    }
    names
}

fn of_task(progress: &Whole<'_>, task: &TaskProgress<'_>, silent_days: i64) -> Option<Item> {
    let as_of = progress.as_of;
    let quiet = task.last_update.filter(|last| days_between(*last, as_of) > silent_days);
    let named = task.timing.deadline.as_ref().map(limit).unwrap_or_default();
    let over = || match task.timing.deadline {
        Some(_) => format!("thời hạn {named} đã qua"),
        None => "kỳ thực hiện đã kết thúc".to_owned(),
    };
    let end = task.timing.end();
    let (kind, date, words) = match task.standing {
        Standing::NoInformation { past: Past::Deadline | Past::Period } => {
            (Kind::SilentPastDue, end?, format!("{}, trang chưa có thông tin", over()))
        }
        Standing::PastDue | Standing::PeriodOver => {
            (Kind::NoNewWord, end?, format!("{}, tin gần nhất là chưa xong", over()))
        }
        Standing::Overdue(_) => {
            (Kind::Overdue, end?, format!("thời hạn {named}, tin sau đó ghi chưa xong"))
        }
        Standing::DueSoon { .. } => (Kind::DueSoon, end?, format!("thời hạn {named}")),
        standing if standing.is_live() && !standing.is_done() => {
            let last = quiet?;
            (Kind::Silent, last, format!("lần công bố gần nhất {}", dates::short(last)))
        }
        _ => return None,
    };
    Some(Item {
        kind,
        plan: task.plan.number.clone(),
        what: task.task.number.to_string(),
        date: date.to_string(),
        days: days_between(date, as_of),
        words: format!("Nhiệm vụ {}: {words}", task.task.number),
        ask: ask(progress, task),
        file: task.task.source.to_string(),
    })
}

fn corrections(
    plan: &Plan,
    corrections: &[Correction],
    as_of: Date,
    answers: &str,
    items: &mut Vec<Item>,
) {
    for correction in corrections {
        let Some(received) = correction.received.filter(|received| *received <= as_of) else {
            continue;
        };
        if correction.answered.is_some_and(|answered| answered <= as_of) {
            continue;
        }
        let Ok(due) = received.checked_add(jiff::Span::new().days(ANSWER_WITHIN)) else { continue };
        items.push(Item {
            kind: Kind::Correction,
            plan: plan.number.clone(),
            what: correction.id.clone(),
            date: due.to_string(),
            days: days_between(due, as_of),
            words: format!(
                "Kiến nghị {} nhận {}, trả lời trước {}",
                correction.id,
                dates::short(received),
                dates::short(due)
            ),
            ask: vec![answers.to_owned()],
            file: ContentFile::Corrections(plan.id.as_str()).path().to_string(),
        });
    }
}
