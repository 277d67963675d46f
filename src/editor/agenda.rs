//! What editors must do next, on one date.
//!
//! In: [`Progress`]. Out: [`Item`]s, the most pressing kind first: tasks whose time is over without a word,
//! overdue ones, those due soon, those silent for long, reports that did not come, corrections that wait
//! for an answer. It says what is true and asks nobody: what to do stands in the guide.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::model::{Correction, Plan};
use crate::progress::{ReportState, Standing, TaskProgress, Whole};
use crate::source::ContentFile;
use crate::text::Collator;
use crate::text::dates::{self, days_between};

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
            items.extend(of_task(task, progress.as_of, silent_days));
        }
        corrections(plan.plan, progress.corrections(plan), progress.as_of, &mut items);
        for duty in &plan.reports {
            for row in &duty.rows {
                for (period, cell) in duty.periods.iter().zip(&row.cells) {
                    let (ReportState::NotSent | ReportState::NoInformation, Some(due)) =
                        (cell.state, period.due)
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

fn of_task(task: &TaskProgress<'_>, as_of: Date, silent_days: i64) -> Option<Item> {
    let deadline = task.deadline.in_force;
    let quiet = task.last_update.filter(|last| days_between(*last, as_of) > silent_days);
    let (kind, date, words) = match task.standing {
        Standing::NoInformation { past_due: true } => (
            Kind::SilentPastDue,
            deadline,
            format!("hết thời hạn {}, chưa cơ quan nào báo cáo", dates::short(deadline)),
        ),
        Standing::Overdue { .. } => (
            Kind::Overdue,
            deadline,
            format!("thời hạn {}, báo cáo gần nhất là chưa xong", dates::short(deadline)),
        ),
        Standing::DueSoon { .. } => {
            (Kind::DueSoon, deadline, format!("thời hạn {}", dates::short(deadline)))
        }
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
        file: task.task.source.to_string(),
    })
}

fn corrections(plan: &Plan, corrections: &[Correction], as_of: Date, items: &mut Vec<Item>) {
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
            file: ContentFile::Corrections(plan.id.as_str()).path().to_string(),
        });
    }
}
