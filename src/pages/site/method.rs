//! How standings and measures come about.
//!
//! In: the site's thresholds. Out: [`MethodView`], all that `method.html` may read.

use serde::Serialize;

use crate::model::Settings;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::values::{ProseView, StandingView, Tone};
use crate::paths::prose_names;
use crate::progress::{Standing, Timeliness};
use crate::text::numbers::integer;
use crate::vocabulary::method as words;

/// What `method.html` may read.
#[derive(Clone, Debug, Serialize)]
pub struct MethodView {
    /// What every page shares.
    pub frame: Frame,
    /// Days before a deadline at which a task is due soon.
    pub due_soon_days: String,
    /// Whether a reported completion waits for a confirmation.
    pub confirmation: bool,
    /// The table of standings.
    pub standings: Vec<StandingRule>,
    /// M1 to M6.
    pub measures: Vec<MeasureRule>,
    /// The editors' own words.
    pub prose: Option<ProseView>,
}

/// A row of the table of standings.
#[derive(Clone, Debug, Serialize)]
pub struct StandingRule {
    /// The tag.
    pub standing: StandingView,
    /// When it is shown.
    pub condition: String,
    /// Where the state's own statistics would count it.
    pub national: String,
}

/// How a measure is computed.
#[derive(Clone, Debug, Serialize)]
pub struct MeasureRule {
    /// "M1".
    pub code: String,
    /// Its name.
    pub name: String,
    /// The formula.
    pub formula: String,
    /// What it does not say.
    pub note: String,
}

/// How this site counts.
pub(crate) fn view(here: Context<'_>) -> MethodView {
    let settings = &here.site().settings;
    let page = here.site().prose.get(prose_names::METHOD);
    let mut head = Head::new(words::method(), words::about());
    if let Some(page) = page {
        head = head.source(&page.source);
    }
    MethodView {
        frame: here.frame(head),
        due_soon_days: due_soon_days(settings),
        confirmation: settings.confirmation_required,
        standings: standings(settings),
        measures: MEASURES.iter().map(Formula::view).collect(),
        prose: page.and_then(|page| here.prose(None, &page.prose)),
    }
}

fn due_soon_days(settings: &Settings) -> String {
    integer(i64::from(settings.due_soon_days))
}

/// The table of standings (design: model §3.1), with the site's own thresholds.
fn standings(settings: &Settings) -> Vec<StandingRule> {
    let days = due_soon_days(settings);
    let (in_time, adjusted, late, unknown) = if settings.confirmation_required {
        (
            words::when_in_time_confirmed(),
            words::when_adjusted_confirmed(),
            words::when_late_confirmed(),
            words::when_unknown_confirmed(),
        )
    } else {
        (words::when_in_time(), words::when_adjusted(), words::when_late(), words::when_unknown())
    };
    let mut rules = vec![
        rule(
            Standing::NoInformation { past_due: false },
            words::when_silent(),
            words::counted_in_time_apart(),
        ),
        rule(
            Standing::NoInformation { past_due: true },
            words::when_silent_past_due(),
            words::counted_late_apart(),
        ),
        rule(Standing::NotYetDue, words::when_not_yet_due(), words::counted_in_time()),
        rule(Standing::OnTrack, words::when_on_track(&days), words::counted_in_time()),
        rule(Standing::DueSoon { days: 0 }, words::when_due_soon(&days), words::counted_in_time()),
        rule(Standing::Overdue { days: 0 }, words::when_overdue(), words::counted_late()),
        rule(Standing::Continuous, words::when_continuous(), words::counted_without_deadline()),
        rule(
            Standing::EndedAwaiting,
            words::when_ended_awaiting(),
            words::counted_without_deadline(),
        ),
        rule(Standing::Confirmed(Timeliness::OnTime), in_time, words::counted_done_in_time()),
        rule(
            Standing::Confirmed(Timeliness::OnTimeAfterAdjustment),
            adjusted,
            words::counted_done_in_time(),
        ),
        rule(Standing::Confirmed(Timeliness::Late { days: 0 }), late, words::counted_done_late()),
        rule(Standing::Confirmed(Timeliness::Unknown), unknown, words::counted_done()),
        rule(Standing::PartlyDone, words::when_partly_done(), words::counted_late()),
        rule(
            Standing::Paused { past_due: false },
            words::when_paused(),
            words::counted_by_deadline(),
        ),
        rule(Standing::Cancelled, words::when_cancelled(), words::not_counted()),
        rule(Standing::CarriedOver, words::when_carried_over(), words::not_counted()),
    ];
    if settings.confirmation_required {
        let reported =
            rule(Standing::ReportedDone, words::when_reported(), words::counted_by_deadline());
        let confirmed =
            rules.iter().position(|rule| rule.standing.tone == Tone::Done).unwrap_or(rules.len());
        rules.insert(confirmed, reported);
    }
    rules
}

fn rule(standing: Standing, condition: impl Into<String>, national: &str) -> StandingRule {
    let label = match standing {
        Standing::DueSoon { .. } => words::due_soon().to_owned(),
        Standing::Overdue { .. } => words::overdue().to_owned(),
        Standing::Confirmed(Timeliness::Late { .. }) => words::done_late().to_owned(),
        other => other.label(),
    };
    StandingRule {
        standing: StandingView { tone: standing.kind().tone(), label, reason: None },
        condition: condition.into(),
        national: national.to_owned(),
    }
}

/// A measure in fixed words.
struct Formula {
    code: &'static str,
    name: &'static str,
    formula: &'static str,
    note: &'static str,
}

impl Formula {
    fn view(&self) -> MeasureRule {
        MeasureRule {
            code: self.code.to_owned(),
            name: self.name.to_owned(),
            formula: self.formula.to_owned(),
            note: self.note.to_owned(),
        }
    }
}

/// M1 to M6 (design: model §3.3).
const MEASURES: [Formula; 6] = [
    Formula {
        code: "M1",
        name: "Tỷ lệ hoàn thành nhiệm vụ đến hạn",
        formula: "Số đã hoàn thành ÷ (số đã hoàn thành + số quá hạn + số chưa có thông tin mà thời hạn đã qua).",
        note: "Công thức Văn phòng Chính phủ dùng. Nhiệm vụ chưa có thông tin vẫn ở trong mẫu số, để im lặng không làm tỷ lệ đẹp lên.",
    },
    Formula {
        code: "M2",
        name: "Tỷ lệ hoàn thành chung",
        formula: "Số đã hoàn thành ÷ số nhiệm vụ hiện hành (gốc + bổ sung − bãi bỏ − chuyển tiếp).",
        note: "Không nói nhiệm vụ lớn hay nhỏ: mỗi nhiệm vụ tính là một.",
    },
    Formula {
        code: "M3",
        name: "Tỷ lệ đúng hạn",
        formula: "Số hoàn thành đúng hạn ÷ số đã hoàn thành.",
        note: "Đúng hạn sau điều chỉnh cũng tính là đúng hạn; hoàn thành mà chưa đủ dữ liệu về thời hạn thì không.",
    },
    Formula {
        code: "M4",
        name: "Tỷ lệ có minh chứng công khai",
        formula: "Số hoàn thành có ít nhất một văn bản, sản phẩm hoặc số liệu công khai ÷ số đã hoàn thành.",
        note: "Tin bài và báo cáo không tính là minh chứng hoàn thành ở chỉ số này.",
    },
    Formula {
        code: "M5",
        name: "Tỷ lệ báo cáo đã gửi",
        formula: "Số báo cáo đã gửi ÷ số báo cáo đã gửi hoặc đã đến lúc phải gửi.",
        note: "Nơi kế hoạch không quy định ngày gửi, báo cáo được coi là phải gửi khi kỳ báo cáo kết thúc. Nhóm mở không đếm được.",
    },
    Formula {
        code: "M6",
        name: "Số ngày từ lần cập nhật gần nhất",
        formula: "Trung vị số ngày từ lần công bố gần nhất về mỗi nhiệm vụ hiện hành chưa hoàn thành đến ngày số liệu.",
        note: "Nhiệm vụ chưa từng có thông tin được công bố không nằm trong trung vị này.",
    },
];
