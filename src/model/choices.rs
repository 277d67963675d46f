//! The words that a key may have, each with what it means; a schema offers the same words.

use super::{
    Branch, Capacity, CorrectionKind, CorrectionOrigin, DocumentKind, EvidenceKind, Force,
    Frequency, Level, Nature, RelationKind, ReorganisationKind, Server, TermOrigin,
};

/// The words of a key and their meanings.
pub type Choices<T> = &'static [(&'static str, T)];

/// The words alone.
pub fn words<T>(choices: Choices<T>) -> Vec<&'static str> {
    choices.iter().map(|(word, _)| *word).collect()
}

/// `co` and `khong`.
pub const SWITCH: Choices<bool> = &[("co", true), ("khong", false)];

/// `may_chu`.
pub const SERVERS: Choices<Server> =
    &[("headers", Server::Headers), ("nginx", Server::Nginx), ("iis", Server::Iis)];

/// `khoi` of an agency.
pub const BRANCHES: Choices<Branch> = &[
    ("dang", Branch::Party),
    ("chinh_quyen", Branch::Administration),
    ("luc_luong_vu_trang", Branch::ArmedForces),
    ("su_nghiep", Branch::PublicService),
    ("doanh_nghiep", Branch::Enterprise),
    ("hoi", Branch::Association),
    ("bao_chi", Branch::Press),
    ("trung_uong", Branch::Central),
];

/// `cap` of an agency.
pub const LEVELS: Choices<Level> = &[
    ("tinh", Level::Province),
    ("huyen", Level::District),
    ("xa", Level::Commune),
    ("trung_uong", Level::Central),
];

/// `loai` of a change of agencies.
pub const REORGANISATIONS: Choices<ReorganisationKind> = &[
    ("doi_ten", ReorganisationKind::Renamed),
    ("hop_nhat", ReorganisationKind::Consolidated),
    ("sap_nhap", ReorganisationKind::Merged),
    ("chia", ReorganisationKind::Divided),
    ("tach", ReorganisationKind::SplitOff),
    ("giai_the", ReorganisationKind::Dissolved),
    ("chuyen_chuc_nang", ReorganisationKind::FunctionsMoved),
];

/// `nguon` of a term.
pub const TERM_ORIGINS: Choices<TermOrigin> =
    &[("van_ban", TermOrigin::Document), ("bien_tap", TermOrigin::Editors)];

/// `loai` of a document.
pub const DOCUMENT_KINDS: Choices<DocumentKind> = &[
    ("luat", DocumentKind::Law),
    ("nghi_quyet", DocumentKind::Resolution),
    ("nghi_dinh", DocumentKind::Decree),
    ("thong_tu", DocumentKind::Circular),
    ("quyet_dinh", DocumentKind::Decision),
    ("chi_thi", DocumentKind::Directive),
    ("ke_hoach", DocumentKind::Plan),
    ("cong_van", DocumentKind::Letter),
    ("bao_cao", DocumentKind::Report),
    ("huong_dan", DocumentKind::Guidance),
];

/// `hinh_thuc` of a signature (Decree 30/2020/NĐ-CP).
pub const CAPACITIES: Choices<Capacity> = &[
    ("TM", Capacity::OnBehalfOf),
    ("TT", Capacity::ByMandate),
    ("KT", Capacity::ForTheHead),
    ("TL", Capacity::ByOrder),
    ("TUQ", Capacity::ByAuthorisation),
    ("Q", Capacity::Acting),
];

/// `hieu_luc` of a plan.
pub const FORCES: Choices<Force> = &[
    ("con", Force::InForce),
    ("mot_phan", Force::InPart),
    ("het", Force::Ended),
    ("chua", Force::NotYet),
    ("khong_ro", Force::Unknown),
];

/// `loai` of a relation between documents.
pub const RELATIONS: Choices<RelationKind> = &[
    ("can_cu", RelationKind::GroundedOn),
    ("thuc_hien", RelationKind::CarriesOut),
    ("tiep_tuc", RelationKind::Continues),
    ("thay_the", RelationKind::Replaces),
    ("sua_doi", RelationKind::Amends),
    ("bo_sung", RelationKind::Supplements),
    ("dinh_chinh", RelationKind::Corrects),
    ("cu_the_hoa", RelationKind::Details),
    ("bao_cao_ve", RelationKind::ReportsOn),
];

/// `ky` of a duty to report.
pub const FREQUENCIES: Choices<Frequency> = &[
    ("nam", Frequency::Yearly),
    ("6_thang", Frequency::HalfYearly),
    ("quy", Frequency::Quarterly),
];

/// `tinh_chat` of a task.
pub const NATURES: Choices<Nature> = &[
    ("co_thoi_han", Nature::Deadline),
    ("thuong_xuyen", Nature::Continuous),
    ("chua_xac_dinh", Nature::Undetermined),
];

/// A word of `loai` of an event; what it needs beside it is read with the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventWord {
    /// Something happened.
    Update,
    /// An agency says that it is done.
    ReportedDone,
    /// Who watches over it agrees.
    Confirmed,
    /// It was given back.
    Returned,
    /// It was halted.
    Paused,
    /// It goes on.
    Resumed,
    /// Deadline, lead or words were changed.
    Adjusted,
    /// It was dropped.
    Cancelled,
    /// It goes on in another plan.
    CarriedOver,
    /// Another agency took it.
    HandedOver,
}

/// `loai` of an event.
pub const EVENTS: Choices<EventWord> = &[
    ("cap_nhat", EventWord::Update),
    ("bao_cao_hoan_thanh", EventWord::ReportedDone),
    ("xac_nhan", EventWord::Confirmed),
    ("tra_lai", EventWord::Returned),
    ("tam_dung", EventWord::Paused),
    ("tiep_tuc", EventWord::Resumed),
    ("dieu_chinh", EventWord::Adjusted),
    ("bai_bo", EventWord::Cancelled),
    ("chuyen_tiep", EventWord::CarriedOver),
    ("chuyen_giao", EventWord::HandedOver),
];

/// `trang_thai` of an event, each with the kinds of event that may report it.
pub const STATES: Choices<&[EventWord]> = &[
    ("chua_bat_dau", &[EventWord::Update]),
    ("dang_thuc_hien", &[EventWord::Update, EventWord::Returned, EventWord::Resumed]),
    ("hoan_thanh", &[EventWord::ReportedDone, EventWord::Confirmed]),
    ("hoan_thanh_mot_phan", &[EventWord::ReportedDone, EventWord::Confirmed]),
    ("tam_dung", &[EventWord::Paused]),
    ("bai_bo", &[EventWord::Cancelled]),
    ("chuyen_tiep", &[EventWord::CarriedOver]),
];

/// What an adjustment may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjusted {
    /// The deadline.
    Deadline,
    /// The lead.
    Lead,
    /// The task's words.
    Wording,
}

/// `muc` of an adjustment.
pub const ADJUSTMENTS: Choices<Adjusted> = &[
    ("thoi_han", Adjusted::Deadline),
    ("chu_tri", Adjusted::Lead),
    ("noi_dung", Adjusted::Wording),
];

/// `loai` of evidence and of related information.
pub const EVIDENCE_KINDS: Choices<EvidenceKind> = &[
    ("van_ban", EvidenceKind::Document),
    ("san_pham", EvidenceKind::Product),
    ("so_lieu", EvidenceKind::Figures),
    ("bao_cao", EvidenceKind::Report),
    ("tin_bai", EvidenceKind::News),
];

/// `muc_tin_cay`: whether the source itself was read.
pub const GRADES: Choices<bool> = &[("a", true), ("b", false)];

/// `loai` of a correction.
pub const CORRECTION_KINDS: Choices<CorrectionKind> =
    &[("van_ban", CorrectionKind::Document), ("trang_thong_tin", CorrectionKind::Site)];

/// `nguon` of a correction.
pub const CORRECTION_ORIGINS: Choices<CorrectionOrigin> = &[
    ("tu_phat_hien", CorrectionOrigin::Editors),
    ("kien_nghi", CorrectionOrigin::Petition),
    ("co_quan_khac", CorrectionOrigin::Agency),
];
