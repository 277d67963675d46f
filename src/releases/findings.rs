//! What looking through a ledger finds that is not as it was published.
//!
//! In: what was found. Out: [`Finding`]s, each in a Vietnamese sentence and with a code for programs.

use std::fmt;

use crate::transparency::NoteFault;

/// Something that is not as it was published.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// A file of the ledger is not there.
    Missing(String),
    /// A file of the ledger cannot be read.
    Unreadable(String, String),
    /// The checkpoint is none, or not signed by the key.
    Checkpoint(String),
    /// The entries are not those that the checkpoint speaks of.
    Tree,
    /// A tile is not that of its tree.
    Tile(String),
    /// An entry is none, or not the one of its place.
    Entry(u64),
    /// The date of a release lies before that of the release before.
    ClockBack(u64),
    /// A key changed and nobody vouches for it.
    KeySwapped(u64),
    /// The key that the entries end with does not sign the checkpoint.
    KeyElsewhere,
    /// A release's list of files is another than the signed one.
    Manifest(u64),
    /// A file that follows from others is another.
    Derived(String),
    /// A release's facts are others than the signed ones.
    Facts(u64),
    /// A fact was taken out without an entry that says so.
    Withdrawn(u64),
    /// A time stamp speaks of another checkpoint.
    Stamp(u64),
    /// A published file is gone.
    FileGone(String),
    /// A published file has other bytes.
    FileChanged(String),
    /// A published file has other line ends only.
    LineEnds(String),
    /// A file that no release lists.
    FileAdded(String),
    /// A page of the ledger itself is another than the signed one.
    OwnPage(String),
    /// The ledger is shorter than the kept checkpoint.
    Behind {
        /// Releases in the ledger.
        has: u64,
        /// Releases that the kept one speaks of.
        kept: u64,
    },
    /// What the kept checkpoint speaks of was rewritten.
    Rewritten(u64),
    /// The kept checkpoint is no checkpoint of this log.
    Kept(String),
}

impl Finding {
    /// The finding for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing(_) => "thieu_tep_so",
            Self::Unreadable(..) => "khong_doc_duoc",
            Self::Checkpoint(_) => "diem_moc_sai",
            Self::Tree => "cay_sai",
            Self::Tile(_) => "o_cay_sai",
            Self::Entry(_) => "muc_sai",
            Self::ClockBack(_) => "ngay_lui",
            Self::KeySwapped(_) => "khoa_la",
            Self::KeyElsewhere => "khoa_khong_khop",
            Self::Manifest(_) => "danh_muc_sai",
            Self::Derived(_) => "tep_suy_ra_sai",
            Self::Facts(_) => "su_kien_sai",
            Self::Withdrawn(_) => "rut_khong_bao",
            Self::Stamp(_) => "dau_thoi_gian_sai",
            Self::FileGone(_) => "mat_tep",
            Self::FileChanged(_) => "tep_khac",
            Self::LineEnds(_) => "doi_dau_dong",
            Self::FileAdded(_) => "tep_la",
            Self::OwnPage(_) => "trang_so_khac",
            Self::Behind { .. } => "so_cu_hon",
            Self::Rewritten(_) => "viet_lai",
            Self::Kept(_) => "diem_moc_luu_sai",
        }
    }

    /// Whether bytes are other and words are not.
    pub fn is_of_form(&self) -> bool {
        matches!(self, Self::LineEnds(_))
    }

    pub(super) fn checkpoint(fault: NoteFault) -> Self {
        Self::Checkpoint(fault.to_string())
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(f, "Thiếu tệp {path} của sổ công bố."),
            Self::Unreadable(path, why) => write!(f, "Không đọc được {path}: {why}."),
            Self::Checkpoint(why) => write!(f, "Điểm mốc (checkpoint) không dùng được: {why}."),
            Self::Tree => {
                f.write_str("Các bản ghi trong sổ không phải là các bản mà điểm mốc đã ký.")
            }
            Self::Tile(path) => write!(f, "Tệp {path} của cây không khớp với các bản ghi."),
            Self::Entry(number) => {
                write!(f, "Bản ghi của bản số {number} không đúng dạng, hoặc không đúng chỗ.")
            }
            Self::ClockBack(number) => {
                write!(f, "Bản số {number} có ngày số liệu trước bản liền trước.")
            }
            Self::KeySwapped(number) => {
                write!(f, "Từ bản số {number}, sổ dùng khóa khác mà khóa trước không ký nhận.")
            }
            Self::KeyElsewhere => f.write_str("Khóa dùng để kiểm không dẫn đến khóa đang ký sổ."),
            Self::Manifest(number) => {
                write!(f, "Danh mục tệp của bản số {number} khác với danh mục đã ký.")
            }
            Self::Derived(path) => {
                write!(f, "Tệp {path} khác với điều suy ra được từ các tệp đã ký.")
            }
            Self::Facts(number) => {
                write!(f, "Các điều đã công bố của bản số {number} khác với bản đã ký.")
            }
            Self::Withdrawn(number) => write!(
                f,
                "Có dòng của bản số {number} bị rút mà không bản nào sau đó nói là rút và vì sao."
            ),
            Self::Stamp(number) => {
                write!(f, "Dấu thời gian của bản số {number} không phải của điểm mốc bản ấy.")
            }
            Self::FileGone(path) => write!(f, "Mất tệp đã công bố: {path}."),
            Self::FileChanged(path) => write!(f, "Tệp khác với bản đã công bố: {path}."),
            Self::LineEnds(path) => write!(
                f,
                "Tệp {path} khác byte nhưng lời vẫn như đã công bố: máy chủ đã đổi dấu xuống dòng."
            ),
            Self::FileAdded(path) => write!(f, "Tệp không có trong danh mục đã ký: {path}."),
            Self::OwnPage(path) => write!(f, "Trang của sổ khác với bản đã ký: {path}."),
            Self::Behind { has, kept } => write!(
                f,
                "Sổ có {has} bản, ít hơn {kept} bản mà điểm mốc bạn lưu đã ghi: sổ bị cắt bớt, hoặc được phục hồi từ bản sao cũ."
            ),
            Self::Rewritten(kept) => write!(
                f,
                "{kept} bản mà bạn đã lưu điểm mốc không còn như khi ấy: sổ đã bị viết lại."
            ),
            Self::Kept(why) => write!(f, "Điểm mốc bạn lưu không dùng được: {why}."),
        }
    }
}
