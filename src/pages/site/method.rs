//! How standings and measures come about.
//!
//! In: the site's thresholds. Out: [`MethodView`], all that `method.html` may read.

use serde::Serialize;

use crate::model::Settings;
use crate::pages::context::{Context, Head};
use crate::pages::frame::Frame;
use crate::pages::values::{ProseView, StandingView, Tone};
use crate::progress::{Standing, Timeliness};
use crate::text::numbers::integer;
use crate::wording;

/// The editors' page whose words this page takes in, if they wrote one.
pub(crate) const PROSE: &str = "phuong-phap";

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
    let page = here.site().prose.get(PROSE);
    let description = "Tình trạng, thời hạn và các chỉ số trên trang được tính như thế nào.";
    let mut head = Head::new("Cách tính tình trạng", description);
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
    let done = if settings.confirmation_required {
        "Đã báo cáo hoàn thành và có xác nhận"
    } else {
        "Đã báo cáo hoàn thành (trang này không chờ xác nhận)"
    };
    let mut rules = vec![
        rule(
            Standing::NoInformation { past_due: false },
            "Trang chưa có báo cáo hay tài liệu nào về nhiệm vụ; thời hạn chưa qua.",
            "chưa hoàn thành, trong hạn; trang để riêng",
        ),
        rule(
            Standing::NoInformation { past_due: true },
            "Trang chưa có báo cáo hay tài liệu nào về nhiệm vụ; thời hạn đã qua.",
            "chưa hoàn thành, quá hạn; trang để riêng, không gọi là quá hạn",
        ),
        rule(
            Standing::NotYetDue,
            "Có báo cáo là chưa bắt đầu; kỳ thực hiện chưa đến.",
            "chưa hoàn thành, trong hạn",
        ),
        rule(
            Standing::OnTrack,
            format!("Có báo cáo, chưa hoàn thành; còn từ {days} ngày trở lên đến thời hạn."),
            "chưa hoàn thành, trong hạn",
        ),
        rule(
            Standing::DueSoon { days: 0 },
            format!("Có báo cáo, chưa hoàn thành; còn dưới {days} ngày đến thời hạn."),
            "chưa hoàn thành, trong hạn",
        ),
        rule(
            Standing::Overdue { days: 0 },
            "Có báo cáo, chưa hoàn thành; thời hạn đã qua n ngày.",
            "chưa hoàn thành, quá hạn",
        ),
        rule(
            Standing::Continuous,
            "Việc thường xuyên, có báo cáo là đang thực hiện; kỳ thực hiện chưa hết.",
            "không có thời hạn",
        ),
        rule(
            Standing::EndedAwaiting,
            "Có báo cáo, chưa hoàn thành; kỳ thực hiện đã hết, nhưng văn bản không nói ngày cuối kỳ là thời hạn.",
            "không có thời hạn",
        ),
        rule(
            Standing::Confirmed(Timeliness::OnTime),
            format!("{done}; ngày hoàn thành không sau thời hạn gốc."),
            "hoàn thành, đúng hạn",
        ),
        rule(
            Standing::Confirmed(Timeliness::OnTimeAfterAdjustment),
            format!(
                "{done}; ngày hoàn thành sau thời hạn gốc, không sau thời hạn đã được điều chỉnh bằng văn bản."
            ),
            "hoàn thành, đúng hạn",
        ),
        rule(
            Standing::Confirmed(Timeliness::Late { days: 0 }),
            format!("{done}; ngày hoàn thành sau thời hạn đang áp dụng n ngày."),
            "hoàn thành, quá hạn",
        ),
        rule(
            Standing::Confirmed(Timeliness::Unknown),
            format!(
                "{done}; không đủ dữ liệu để nói trước hay sau thời hạn, hoặc văn bản không đặt thời hạn."
            ),
            "hoàn thành",
        ),
        rule(
            Standing::PartlyDone,
            "Nhiệm vụ đã kết thúc khi mới hoàn thành một phần.",
            "chưa hoàn thành, quá hạn",
        ),
        rule(
            Standing::Paused { past_due: false },
            "Có văn bản hoặc báo cáo là tạm dừng; thời hạn vẫn tính tiếp.",
            "chưa hoàn thành, trong hạn hay quá hạn tùy thời hạn",
        ),
        rule(Standing::Cancelled, "Có văn bản bãi bỏ nhiệm vụ.", "không tính vào tỷ lệ"),
        rule(
            Standing::CarriedOver,
            "Nhiệm vụ được chuyển sang kế hoạch khác.",
            "không tính vào tỷ lệ",
        ),
    ];
    if settings.confirmation_required {
        let reported = rule(
            Standing::ReportedDone,
            "Cơ quan đã báo cáo hoàn thành; chưa có xác nhận.",
            "chưa hoàn thành, trong hạn hay quá hạn tùy thời hạn",
        );
        let confirmed =
            rules.iter().position(|rule| rule.standing.tone == Tone::Done).unwrap_or(rules.len());
        rules.insert(confirmed, reported);
    }
    rules
}

fn rule(standing: Standing, condition: impl Into<String>, national: &str) -> StandingRule {
    let label = match standing {
        Standing::DueSoon { .. } => "Sắp đến hạn (n ngày)".to_owned(),
        Standing::Overdue { .. } => "Quá hạn n ngày".to_owned(),
        Standing::Confirmed(Timeliness::Late { .. }) => "Hoàn thành quá hạn n ngày".to_owned(),
        other => wording::standing_label(&other),
    };
    StandingRule {
        standing: StandingView { tone: wording::tone(standing.kind()), label, reason: None },
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
