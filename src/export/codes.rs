//! What machines call the kinds of things: the words that content itself uses.
//!
//! In: a kind. Out: its code, and for whole families every code with its meaning, for descriptions
//! of columns. Codes of standings are in `wording`, since pages name standings too.

use crate::model::{
    Branch, CorrectionKind, CorrectionOrigin, CorrectionTarget, EventKind, EvidenceKind, Force,
    Frequency, Level, Nature, RelationKind, ReorganisationKind, Reported,
};
use crate::progress::{Fate, PlanState, ReportState, State};
use crate::wording;

/// Codes, each with its meaning.
pub type Codes = Vec<(&'static str, String)>;

/// Every standing.
pub(super) fn standings() -> Codes {
    wording::STANDINGS.iter().map(|(_, code, name)| (*code, (*name).to_owned())).collect()
}

fn family<K: Copy>(
    kinds: &[K],
    code: impl Fn(K) -> &'static str,
    words: impl Fn(K) -> &'static str,
) -> Codes {
    kinds.iter().map(|kind| (code(*kind), words(*kind).to_owned())).collect()
}

fn listed(codes: &[(&'static str, &str)]) -> Codes {
    codes.iter().map(|(code, words)| (*code, (*words).to_owned())).collect()
}

/// What a log last said.
pub(super) fn state(state: State) -> Option<&'static str> {
    match state {
        State::Unknown => None,
        State::NotStarted => Some("chua_bat_dau"),
        State::UnderWay => Some("dang_thuc_hien"),
        State::ReportedDone { .. } => Some("bao_cao_hoan_thanh"),
        State::Confirmed { .. } => Some("hoan_thanh"),
        State::PartlyDone => Some("hoan_thanh_mot_phan"),
        State::Paused(_) => Some("tam_dung"),
        State::Cancelled => Some("bai_bo"),
        State::CarriedOver => Some("chuyen_tiep"),
    }
}

/// Every state that a log may tell.
pub(super) fn states() -> Codes {
    listed(&[
        ("chua_bat_dau", "Chưa bắt đầu"),
        ("dang_thuc_hien", "Đang thực hiện"),
        ("bao_cao_hoan_thanh", "Đã báo cáo hoàn thành, chưa xác nhận"),
        ("hoan_thanh", "Hoàn thành, đã xác nhận"),
        ("hoan_thanh_mot_phan", "Hoàn thành một phần"),
        ("tam_dung", "Tạm dừng"),
        ("bai_bo", "Bãi bỏ"),
        ("chuyen_tiep", "Chuyển tiếp"),
    ])
}

/// The state that an event reports, if it reports one.
pub(super) fn reported(kind: &EventKind) -> Option<&'static str> {
    let reported = match kind {
        EventKind::Update(reported) => (*reported)?,
        EventKind::ReportedDone(reported) => *reported,
        _ => return None,
    };
    Some(match reported {
        Reported::NotStarted => "chua_bat_dau",
        Reported::UnderWay => "dang_thuc_hien",
        Reported::Done => "hoan_thanh",
        Reported::PartlyDone => "hoan_thanh_mot_phan",
    })
}

/// Every state that an event may report.
pub(super) fn all_reported() -> Codes {
    listed(&[
        ("chua_bat_dau", "Chưa bắt đầu"),
        ("dang_thuc_hien", "Đang thực hiện"),
        ("hoan_thanh", "Hoàn thành"),
        ("hoan_thanh_mot_phan", "Hoàn thành một phần"),
    ])
}

/// The kind of an event.
pub(super) fn event(kind: &EventKind) -> &'static str {
    match kind {
        EventKind::Update(_) => "cap_nhat",
        EventKind::ReportedDone(_) => "bao_cao_hoan_thanh",
        EventKind::Confirmed => "xac_nhan",
        EventKind::Returned => "tra_lai",
        EventKind::Paused => "tam_dung",
        EventKind::Resumed => "tiep_tuc",
        EventKind::DeadlineMoved { .. } => "dieu_chinh_thoi_han",
        EventKind::LeadChanged { .. } => "dieu_chinh_chu_tri",
        EventKind::WordingChanged { .. } => "dieu_chinh_noi_dung",
        EventKind::Cancelled => "bai_bo",
        EventKind::CarriedOver(_) => "chuyen_tiep",
        EventKind::HandedOver { .. } => "chuyen_giao",
    }
}

/// Every kind of event.
pub(super) fn events() -> Codes {
    listed(&[
        ("cap_nhat", "Cập nhật"),
        ("bao_cao_hoan_thanh", "Báo cáo hoàn thành"),
        ("xac_nhan", "Xác nhận hoàn thành"),
        ("tra_lai", "Trả lại"),
        ("tam_dung", "Tạm dừng"),
        ("tiep_tuc", "Tiếp tục"),
        ("dieu_chinh_thoi_han", "Điều chỉnh thời hạn"),
        ("dieu_chinh_chu_tri", "Điều chỉnh cơ quan chủ trì"),
        ("dieu_chinh_noi_dung", "Điều chỉnh nội dung"),
        ("bai_bo", "Bãi bỏ"),
        ("chuyen_tiep", "Chuyển tiếp"),
        ("chuyen_giao", "Chuyển giao"),
    ])
}

/// What the end of a period means.
pub(super) fn nature(nature: Nature) -> &'static str {
    match nature {
        Nature::Deadline => "co_thoi_han",
        Nature::Continuous => "thuong_xuyen",
        Nature::Undetermined => "chua_xac_dinh",
    }
}

/// Everything that the end of a period may mean.
pub(super) fn natures() -> Codes {
    listed(&[
        ("co_thoi_han", "Cuối kỳ là thời hạn"),
        ("thuong_xuyen", "Việc thường xuyên trong cả kỳ"),
        ("chua_xac_dinh", "Văn bản không nói rõ là kỳ thực hiện hay thời hạn"),
    ])
}

/// Every role of an agency in a task.
pub(super) fn roles() -> Codes {
    listed(&[
        ("chu_tri", "Chủ trì theo kế hoạch"),
        ("phoi_hop", "Phối hợp theo kế hoạch"),
        ("ke_thua", "Kế thừa việc chủ trì sau sắp xếp tổ chức"),
        ("nhan_chuyen_giao", "Nhận việc chủ trì theo văn bản về chính nhiệm vụ"),
    ])
}

const EVIDENCE: [EvidenceKind; 5] = [
    EvidenceKind::Document,
    EvidenceKind::Product,
    EvidenceKind::Figures,
    EvidenceKind::Report,
    EvidenceKind::News,
];

/// A kind of evidence.
pub(super) fn evidence(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Document => "van_ban",
        EvidenceKind::Product => "san_pham",
        EvidenceKind::Figures => "so_lieu",
        EvidenceKind::Report => "bao_cao",
        EvidenceKind::News => "tin_bai",
    }
}

/// Every kind of evidence.
pub(super) fn evidence_kinds() -> Codes {
    family(&EVIDENCE, evidence, wording::evidence)
}

/// Whose error a correction mends.
pub(super) fn correction(kind: CorrectionKind) -> &'static str {
    match kind {
        CorrectionKind::Document => "van_ban",
        CorrectionKind::Site => "trang_thong_tin",
    }
}

/// Every kind of correction.
pub(super) fn corrections() -> Codes {
    family(&[CorrectionKind::Document, CorrectionKind::Site], correction, wording::correction)
}

/// Who noticed an error.
pub(super) fn correction_origin(origin: CorrectionOrigin) -> &'static str {
    match origin {
        CorrectionOrigin::Editors => "tu_phat_hien",
        CorrectionOrigin::Petition => "kien_nghi",
        CorrectionOrigin::Agency => "co_quan_khac",
    }
}

/// Everybody who may notice an error.
pub(super) fn correction_origins() -> Codes {
    let all = [CorrectionOrigin::Editors, CorrectionOrigin::Petition, CorrectionOrigin::Agency];
    family(&all, correction_origin, wording::correction_origin)
}

/// What a correction is about, and its id there.
pub(super) fn correction_target(target: &CorrectionTarget) -> (&'static str, Option<String>) {
    match target {
        CorrectionTarget::Task(number) => ("nhiem_vu", Some(number.to_string())),
        CorrectionTarget::Node(node) => ("diem", Some(node.to_string())),
        CorrectionTarget::Plan => ("ke_hoach", None),
    }
}

/// Everything that a correction may be about.
pub(super) fn correction_targets() -> Codes {
    listed(&[
        ("nhiem_vu", "Một nhiệm vụ"),
        ("diem", "Một điểm của văn bản"),
        ("ke_hoach", "Cả kế hoạch"),
    ])
}

const BRANCHES: [Branch; 8] = [
    Branch::Party,
    Branch::Administration,
    Branch::ArmedForces,
    Branch::PublicService,
    Branch::Enterprise,
    Branch::Association,
    Branch::Press,
    Branch::Central,
];

/// A branch of the political system.
pub(super) fn branch(branch: Branch) -> &'static str {
    match branch {
        Branch::Party => "dang",
        Branch::Administration => "chinh_quyen",
        Branch::ArmedForces => "luc_luong_vu_trang",
        Branch::PublicService => "su_nghiep",
        Branch::Enterprise => "doanh_nghiep",
        Branch::Association => "hoi",
        Branch::Press => "bao_chi",
        Branch::Central => "trung_uong",
    }
}

/// Every branch.
pub(super) fn branches() -> Codes {
    family(&BRANCHES, branch, wording::branch)
}

/// A level of government.
pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Province => "tinh",
        Level::District => "huyen",
        Level::Commune => "xa",
        Level::Central => "trung_uong",
    }
}

/// Every level.
pub(super) fn levels() -> Codes {
    let all = [Level::Province, Level::District, Level::Commune, Level::Central];
    family(&all, level, wording::level)
}

/// What became of an agency.
pub(super) fn fate(fate: &Fate<'_>) -> &'static str {
    match fate {
        Fate::Alive => "dang_hoat_dong",
        Fate::Succeeded { .. } => "co_mot_co_quan_ke_thua",
        Fate::Divided { .. } => "co_nhieu_co_quan_ke_thua",
        Fate::Ended => "ket_thuc",
    }
}

/// Everything that may become of an agency.
pub(super) fn fates() -> Codes {
    listed(&[
        ("dang_hoat_dong", "Đang hoạt động, hoặc không có thông tin là đã kết thúc"),
        ("co_mot_co_quan_ke_thua", "Đã kết thúc, một cơ quan kế thừa"),
        ("co_nhieu_co_quan_ke_thua", "Đã kết thúc, nhiều cơ quan kế thừa"),
        ("ket_thuc", "Đã kết thúc, chưa rõ cơ quan kế thừa"),
    ])
}

const REORGANISATIONS: [ReorganisationKind; 7] = [
    ReorganisationKind::Renamed,
    ReorganisationKind::Consolidated,
    ReorganisationKind::Merged,
    ReorganisationKind::Divided,
    ReorganisationKind::SplitOff,
    ReorganisationKind::Dissolved,
    ReorganisationKind::FunctionsMoved,
];

/// What a change did to agencies.
pub(super) fn reorganisation(kind: ReorganisationKind) -> &'static str {
    match kind {
        ReorganisationKind::Renamed => "doi_ten",
        ReorganisationKind::Consolidated => "hop_nhat",
        ReorganisationKind::Merged => "sap_nhap",
        ReorganisationKind::Divided => "chia",
        ReorganisationKind::SplitOff => "tach",
        ReorganisationKind::Dissolved => "giai_the",
        ReorganisationKind::FunctionsMoved => "chuyen_chuc_nang",
    }
}

/// Everything that a change may do.
pub(super) fn reorganisations() -> Codes {
    family(&REORGANISATIONS, reorganisation, wording::reorganisation)
}

/// What is true of a report.
pub(super) fn report(state: ReportState) -> &'static str {
    match state {
        ReportState::InTime => "dung_han",
        ReportState::Late { .. } => "cham",
        ReportState::Received => "da_gui",
        ReportState::NotSent => "chua_gui",
        ReportState::NotBound => "khong_phai_gui",
        ReportState::NotYetDue => "chua_den_han",
        ReportState::NoInformation => "chua_co_thong_tin",
    }
}

/// Everything that may be true of a report.
pub(super) fn reports() -> Codes {
    listed(&[
        ("dung_han", "Gửi đúng hạn"),
        ("cham", "Gửi chậm"),
        ("da_gui", "Đã gửi; kế hoạch không đặt hạn"),
        ("chua_gui", "Chưa gửi, đã quá hạn"),
        ("khong_phai_gui", "Không phải gửi kỳ này"),
        ("chua_den_han", "Chưa đến hạn"),
        ("chua_co_thong_tin", "Kỳ đã qua, kế hoạch không đặt hạn, chưa biết có báo cáo"),
    ])
}

/// Whether a plan is in force.
pub(super) fn force(force: Force) -> Option<&'static str> {
    match force {
        Force::InForce => Some("con"),
        Force::InPart => Some("con_mot_phan"),
        Force::Ended => Some("het"),
        Force::NotYet => Some("chua"),
        Force::Unknown => None,
    }
}

/// Every degree of force.
pub(super) fn forces() -> Codes {
    let all = [Force::InForce, Force::InPart, Force::Ended, Force::NotYet];
    let known = |kind| Some((force(kind)?, wording::force(kind)?.to_owned()));
    all.into_iter().filter_map(known).collect()
}

/// A plan's own state.
pub(super) fn plan_state(state: &PlanState<'_>) -> &'static str {
    match state {
        PlanState::NotYet => "chua_den_ky",
        PlanState::UnderWay => "dang_thuc_hien",
        PlanState::EndedNotClosed => "het_ky_chua_tong_ket",
        PlanState::Closed(_) => "da_tong_ket",
        PlanState::ReplacedBy(_) => "duoc_thay_the",
        PlanState::Repealed => "het_hieu_luc",
    }
}

/// Every state of a plan.
pub(super) fn plan_states() -> Codes {
    listed(&[
        ("chua_den_ky", "Chưa đến kỳ"),
        ("dang_thuc_hien", "Đang thực hiện"),
        ("het_ky_chua_tong_ket", "Hết kỳ, chưa có tổng kết"),
        ("da_tong_ket", "Đã tổng kết"),
        ("duoc_thay_the", "Được kế hoạch khác thay thế"),
        ("het_hieu_luc", "Hết hiệu lực trong kỳ"),
    ])
}

/// What a plan does to another document.
pub(super) fn relation(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::GroundedOn => "can_cu",
        RelationKind::CarriesOut => "thuc_hien",
        RelationKind::Continues => "tiep_tuc",
        RelationKind::Replaces => "thay_the",
        RelationKind::Amends => "sua_doi",
        RelationKind::Supplements => "bo_sung",
        RelationKind::Corrects => "dinh_chinh",
        RelationKind::Details => "cu_the_hoa",
        RelationKind::ReportsOn => "bao_cao_ve",
    }
}

/// How often a report is due.
pub(super) fn frequency(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Yearly => "nam",
        Frequency::HalfYearly => "6_thang",
        Frequency::Quarterly => "quy",
    }
}
