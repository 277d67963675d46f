//! The words of standings, events and kinds, each in one place.

use serde::{Serialize, Serializer};

use crate::model::{
    Branch, Capacity, CorrectionKind, CorrectionOrigin, DocumentKind, EventKind, EvidenceKind,
    Force, Frequency, Level, RelationKind, ReorganisationKind, Reported,
};
use crate::progress::{Disclosed, PlanState, Standing, StandingKind, Timeliness};
use crate::text::numbers::integer;

/// The family that a standing belongs to: it decides colour and sign, never the words.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Tone {
    /// Done, in time or with no deadline to compare.
    Done,
    /// Done after the deadline.
    DoneLate,
    /// Closed with a part done.
    Partial,
    /// Under way, in time.
    Running,
    /// In time, the deadline near.
    DueSoon,
    /// Known to be unfinished after its deadline.
    Overdue,
    /// Its period has not begun.
    NotBegun,
    /// Its period has ended, nobody has judged it yet.
    EndedAwaiting,
    /// Reported as done, not confirmed.
    Reported,
    /// Paused.
    Paused,
    /// Cancelled.
    Cancelled,
    /// Goes on in another plan.
    CarriedOver,
    /// No word from any agency.
    NoInformation,
}

impl Tone {
    /// Its name in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Tone::Done => "hoan-thanh-khong-cham",
            Tone::DoneLate => "hoan-thanh-qua-han",
            Tone::Partial => "hoan-thanh-mot-phan",
            Tone::Running => "dang-thuc-hien",
            Tone::DueSoon => "sap-den-han",
            Tone::Overdue => "qua-han",
            Tone::NotBegun => "chua-den-ky",
            Tone::EndedAwaiting => "cho-danh-gia",
            Tone::Reported => "cho-xac-nhan",
            Tone::Paused => "tam-dung",
            Tone::Cancelled => "bai-bo",
            Tone::CarriedOver => "chuyen-tiep",
            Tone::NoInformation => "chua-co-thong-tin",
        }
    }

    /// Its class in templates and scripts.
    pub fn class(self) -> &'static str {
        match self {
            Tone::Done => "done",
            Tone::DoneLate => "done-late",
            Tone::Partial => "partial",
            Tone::Running => "running",
            Tone::DueSoon => "due-soon",
            Tone::Overdue => "overdue",
            Tone::NotBegun => "not-begun",
            Tone::EndedAwaiting => "ended-awaiting",
            Tone::Reported => "reported",
            Tone::Paused => "paused",
            Tone::Cancelled => "cancelled",
            Tone::CarriedOver => "carried-over",
            Tone::NoInformation => "no-information",
        }
    }

    /// What its colour stands for.
    pub fn label(self) -> &'static str {
        match self {
            Tone::Done => "Hoàn thành",
            Tone::DoneLate => "Hoàn thành quá hạn",
            Tone::Partial => "Hoàn thành một phần",
            Tone::Running => "Đang thực hiện",
            Tone::DueSoon => "Sắp đến hạn",
            Tone::Overdue => "Quá hạn",
            Tone::NotBegun => "Chưa đến kỳ",
            Tone::EndedAwaiting => "Hết kỳ, chờ đánh giá",
            Tone::Reported => "Chờ xác nhận",
            Tone::Paused => "Tạm dừng",
            Tone::Cancelled => "Bãi bỏ",
            Tone::CarriedOver => "Chuyển tiếp",
            Tone::NoInformation => "Chưa có thông tin",
        }
    }
}

impl Serialize for Tone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.class())
    }
}

/// A standing in a few words.
pub fn standing_label(standing: &Standing) -> String {
    let days = |days: u32| integer(i64::from(days));
    match standing {
        Standing::NoInformation { past_due: false } => "Chưa có thông tin".to_owned(),
        Standing::NoInformation { past_due: true } => {
            "Chưa có thông tin, đã hết thời hạn".to_owned()
        }
        Standing::NotYetDue => "Chưa đến kỳ".to_owned(),
        Standing::OnTrack => "Trong hạn".to_owned(),
        Standing::DueSoon { days: n } => format!("Sắp đến hạn ({} ngày)", days(*n)),
        Standing::Overdue { days: n } => format!("Quá hạn {} ngày", days(*n)),
        Standing::Continuous => "Đang thực hiện thường xuyên".to_owned(),
        Standing::EndedAwaiting => "Hết kỳ thực hiện, chờ đánh giá".to_owned(),
        Standing::ReportedDone => "Đã báo cáo hoàn thành, chờ xác nhận".to_owned(),
        Standing::Confirmed(Timeliness::OnTime) => "Hoàn thành đúng hạn".to_owned(),
        Standing::Confirmed(Timeliness::OnTimeAfterAdjustment) => {
            "Hoàn thành đúng hạn sau điều chỉnh".to_owned()
        }
        Standing::Confirmed(Timeliness::Late { days: n }) => {
            format!("Hoàn thành quá hạn {} ngày", days(*n))
        }
        Standing::Confirmed(Timeliness::Unknown) => {
            "Hoàn thành, chưa đủ dữ liệu về thời hạn".to_owned()
        }
        Standing::Paused { .. } => "Tạm dừng".to_owned(),
        Standing::Cancelled => "Bãi bỏ".to_owned(),
        Standing::CarriedOver => "Chuyển sang kế hoạch khác".to_owned(),
        Standing::PartlyDone => "Kết thúc, hoàn thành một phần".to_owned(),
    }
}

/// Every kind of standing: what machines call it, and its name without days.
pub const STANDINGS: [(StandingKind, &str, &str); 18] = [
    (StandingKind::ConfirmedOnTime, "hoan_thanh_dung_han", "Hoàn thành đúng hạn"),
    (
        StandingKind::ConfirmedAfterAdjustment,
        "hoan_thanh_dung_han_sau_dieu_chinh",
        "Hoàn thành đúng hạn sau điều chỉnh",
    ),
    (StandingKind::ConfirmedLate, "hoan_thanh_qua_han", "Hoàn thành quá hạn"),
    (
        StandingKind::ConfirmedUnknown,
        "hoan_thanh_chua_ro_han",
        "Hoàn thành, chưa đủ dữ liệu về thời hạn",
    ),
    (StandingKind::ReportedDone, "cho_xac_nhan", "Đã báo cáo hoàn thành, chờ xác nhận"),
    (StandingKind::PartlyDone, "hoan_thanh_mot_phan", "Kết thúc, hoàn thành một phần"),
    (StandingKind::Continuous, "thuc_hien_thuong_xuyen", "Đang thực hiện thường xuyên"),
    (StandingKind::OnTrack, "trong_han", "Trong hạn"),
    (StandingKind::DueSoon, "sap_den_han", "Sắp đến hạn"),
    (StandingKind::NotYetDue, "chua_den_ky", "Chưa đến kỳ"),
    (StandingKind::Overdue, "qua_han", "Quá hạn"),
    (StandingKind::EndedAwaiting, "het_ky_cho_danh_gia", "Hết kỳ thực hiện, chờ đánh giá"),
    (StandingKind::Paused, "tam_dung", "Tạm dừng"),
    (StandingKind::PausedPastDue, "tam_dung_het_han", "Tạm dừng, đã hết thời hạn"),
    (StandingKind::NoInformation, "chua_co_thong_tin", "Chưa có thông tin"),
    (
        StandingKind::NoInformationPastDue,
        "chua_co_thong_tin_het_han",
        "Chưa có thông tin, đã hết thời hạn",
    ),
    (StandingKind::Cancelled, "bai_bo", "Bãi bỏ"),
    (StandingKind::CarriedOver, "chuyen_tiep", "Chuyển sang kế hoạch khác"),
];

/// What machines call a kind of standing: `qua_han`.
pub fn standing_code(kind: StandingKind) -> &'static str {
    standing_entry(kind).1
}

/// A kind of standing in words, without days: "Quá hạn".
pub fn standing_name(kind: StandingKind) -> &'static str {
    standing_entry(kind).2
}

fn standing_entry(kind: StandingKind) -> &'static (StandingKind, &'static str, &'static str) {
    let entry = STANDINGS.iter().find(|(known, ..)| *known == kind);
    entry.expect("STANDINGS lists every kind; a test compares it with the labels")
}

/// A task's standing as readers may see it: of a restricted one without days, since days and a date tell the
/// deadline.
pub fn public_label(task: Disclosed<'_>) -> String {
    match task {
        Disclosed::Open(task) => standing_label(&task.standing),
        Disclosed::Restricted(_) => {
            let kind = task.kind();
            match kind {
                StandingKind::Overdue | StandingKind::DueSoon | StandingKind::ConfirmedLate => {
                    tone(kind).label().to_owned()
                }
                _ => standing_name(kind).to_owned(),
            }
        }
    }
}

/// The colour and sign of a standing.
pub fn tone(kind: StandingKind) -> Tone {
    match kind {
        StandingKind::NoInformation | StandingKind::NoInformationPastDue => Tone::NoInformation,
        StandingKind::NotYetDue => Tone::NotBegun,
        StandingKind::OnTrack | StandingKind::Continuous => Tone::Running,
        StandingKind::DueSoon => Tone::DueSoon,
        StandingKind::Overdue => Tone::Overdue,
        StandingKind::EndedAwaiting => Tone::EndedAwaiting,
        StandingKind::ReportedDone => Tone::Reported,
        StandingKind::ConfirmedLate => Tone::DoneLate,
        StandingKind::ConfirmedOnTime
        | StandingKind::ConfirmedAfterAdjustment
        | StandingKind::ConfirmedUnknown => Tone::Done,
        StandingKind::Paused | StandingKind::PausedPastDue => Tone::Paused,
        StandingKind::Cancelled => Tone::Cancelled,
        StandingKind::CarriedOver => Tone::CarriedOver,
        StandingKind::PartlyDone => Tone::Partial,
    }
}

/// The kind of an event.
pub fn event(kind: &EventKind) -> &'static str {
    match kind {
        EventKind::Update(_) => "Cập nhật",
        EventKind::ReportedDone(_) => "Báo cáo hoàn thành",
        EventKind::Confirmed => "Xác nhận hoàn thành",
        EventKind::Returned => "Trả lại",
        EventKind::Paused => "Tạm dừng",
        EventKind::Resumed => "Tiếp tục",
        EventKind::DeadlineMoved { .. } => "Điều chỉnh thời hạn",
        EventKind::LeadChanged { .. } => "Điều chỉnh cơ quan chủ trì",
        EventKind::WordingChanged { .. } => "Điều chỉnh nội dung",
        EventKind::Cancelled => "Bãi bỏ",
        EventKind::CarriedOver(_) => "Chuyển tiếp",
        EventKind::HandedOver { .. } => "Chuyển giao",
    }
}

/// The state that an event reports, if it reports one.
pub fn reported(kind: &EventKind) -> Option<&'static str> {
    match kind {
        EventKind::Update(state) => state.map(state_word),
        EventKind::ReportedDone(state) => Some(state_word(*state)),
        _ => None,
    }
}

fn state_word(state: Reported) -> &'static str {
    match state {
        Reported::NotStarted => "chưa bắt đầu",
        Reported::UnderWay => "đang thực hiện",
        Reported::Done => "hoàn thành",
        Reported::PartlyDone => "hoàn thành một phần",
    }
}

/// A kind of evidence.
pub fn evidence(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Document => "Văn bản",
        EvidenceKind::Product => "Sản phẩm",
        EvidenceKind::Figures => "Số liệu",
        EvidenceKind::Report => "Báo cáo",
        EvidenceKind::News => "Tin bài",
    }
}

/// A branch of the political system.
pub fn branch(branch: Branch) -> &'static str {
    match branch {
        Branch::Party => "Cơ quan Đảng",
        Branch::Administration => "Cơ quan chính quyền",
        Branch::ArmedForces => "Lực lượng vũ trang",
        Branch::PublicService => "Đơn vị sự nghiệp",
        Branch::Enterprise => "Doanh nghiệp",
        Branch::Association => "Hội, hiệp hội",
        Branch::Press => "Báo chí",
        Branch::Central => "Cơ quan trung ương",
    }
}

/// A kind of document.
pub fn document(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Law => "Luật",
        DocumentKind::Resolution => "Nghị quyết",
        DocumentKind::Decree => "Nghị định",
        DocumentKind::Circular => "Thông tư",
        DocumentKind::Decision => "Quyết định",
        DocumentKind::Directive => "Chỉ thị",
        DocumentKind::Plan => "Kế hoạch",
        DocumentKind::Letter => "Công văn",
        DocumentKind::Report => "Báo cáo",
        DocumentKind::Guidance => "Hướng dẫn",
    }
}

/// Whether a document is in force; nothing where nobody knows.
pub fn force(force: Force) -> Option<&'static str> {
    match force {
        Force::InForce => Some("Còn hiệu lực"),
        Force::InPart => Some("Còn hiệu lực một phần"),
        Force::Ended => Some("Hết hiệu lực"),
        Force::NotYet => Some("Chưa có hiệu lực"),
        Force::Unknown => None,
    }
}

/// Whose error a correction mends.
pub fn correction(kind: CorrectionKind) -> &'static str {
    match kind {
        CorrectionKind::Document => "Đính chính văn bản",
        CorrectionKind::Site => "Đính chính trang thông tin",
    }
}

/// Who noticed an error.
pub fn correction_origin(origin: CorrectionOrigin) -> &'static str {
    match origin {
        CorrectionOrigin::Editors => "ban biên tập tự phát hiện",
        CorrectionOrigin::Petition => "kiến nghị của người dân",
        CorrectionOrigin::Agency => "cơ quan khác thông báo",
    }
}

/// In which capacity a document was signed.
pub fn capacity(capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::OnBehalfOf => "thay mặt",
        Capacity::ByMandate => "thừa mệnh",
        Capacity::ForTheHead => "ký thay",
        Capacity::ByOrder => "thừa lệnh",
        Capacity::ByAuthorisation => "thừa ủy quyền",
        Capacity::Acting => "quyền",
    }
}

/// A level of government.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Province => "cấp tỉnh",
        Level::District => "cấp huyện",
        Level::Commune => "cấp xã",
        Level::Central => "cấp trung ương",
    }
}

/// What a change did to agencies.
pub fn reorganisation(kind: ReorganisationKind) -> &'static str {
    match kind {
        ReorganisationKind::Renamed => "Đổi tên",
        ReorganisationKind::Consolidated => "Hợp nhất",
        ReorganisationKind::Merged => "Sáp nhập",
        ReorganisationKind::Divided => "Chia",
        ReorganisationKind::SplitOff => "Tách",
        ReorganisationKind::Dissolved => "Kết thúc hoạt động",
        ReorganisationKind::FunctionsMoved => "Chuyển chức năng",
    }
}

/// What a plan does to another document.
pub fn relation(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::GroundedOn => "Căn cứ",
        RelationKind::CarriesOut => "Thực hiện",
        RelationKind::Continues => "Tiếp tục",
        RelationKind::Replaces => "Thay thế",
        RelationKind::Amends => "Sửa đổi",
        RelationKind::Supplements => "Bổ sung",
        RelationKind::Corrects => "Đính chính",
        RelationKind::Details => "Quy định chi tiết",
        RelationKind::ReportsOn => "Báo cáo về",
    }
}

/// What another plan does to a plan.
pub fn inverse_relation(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::GroundedOn => "Là căn cứ của",
        RelationKind::CarriesOut => "Được thực hiện bởi",
        RelationKind::Continues => "Được tiếp tục bởi",
        RelationKind::Replaces => "Được thay thế bởi",
        RelationKind::Amends => "Được sửa đổi bởi",
        RelationKind::Supplements => "Được bổ sung bởi",
        RelationKind::Corrects => "Được đính chính bởi",
        RelationKind::Details => "Được quy định chi tiết bởi",
        RelationKind::ReportsOn => "Được báo cáo trong",
    }
}

/// How often a report is due.
pub fn frequency(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Yearly => "mỗi năm một lần",
        Frequency::HalfYearly => "mỗi năm hai lần",
        Frequency::Quarterly => "mỗi quý một lần",
    }
}

/// A plan's own state.
pub fn plan_state(state: &PlanState<'_>) -> String {
    match state {
        PlanState::NotYet => "Chưa đến kỳ".to_owned(),
        PlanState::UnderWay => "Đang thực hiện".to_owned(),
        PlanState::EndedNotClosed => "Hết kỳ, chưa có tổng kết".to_owned(),
        PlanState::Closed(closing) => format!("Đã tổng kết theo {}", closing.basis),
        PlanState::ReplacedBy(plan) => format!("Được thay thế bởi Kế hoạch {}", plan.number),
        PlanState::Repealed => "Hết hiệu lực".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standing_has_a_code_and_the_name_that_its_label_opens_with() {
        let past_due = [false, true];
        let silent = past_due.map(|past_due| Standing::NoInformation { past_due });
        let paused = past_due.map(|past_due| Standing::Paused { past_due });
        let done = [
            Timeliness::OnTime,
            Timeliness::OnTimeAfterAdjustment,
            Timeliness::Late { days: 3 },
            Timeliness::Unknown,
        ];
        let others = [
            Standing::NotYetDue,
            Standing::OnTrack,
            Standing::DueSoon { days: 3 },
            Standing::Overdue { days: 3 },
            Standing::Continuous,
            Standing::EndedAwaiting,
            Standing::ReportedDone,
            Standing::Cancelled,
            Standing::CarriedOver,
            Standing::PartlyDone,
        ];
        let all = silent.into_iter().chain(done.map(Standing::Confirmed)).chain(others);
        let mut codes: Vec<_> = all
            .map(|standing| {
                let name = standing_name(standing.kind());
                assert!(standing_label(&standing).starts_with(name), "{name}");
                standing_code(standing.kind())
            })
            .chain(paused.map(|standing| standing_code(standing.kind())))
            .collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), STANDINGS.len());
    }
}
