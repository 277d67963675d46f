//! Counts of tasks and the measures M1 to M6.

use super::standings::StandingKind;
use super::word::words;
use super::{Meanings, meanings, patterns};

words! {
    /// How the number of live tasks comes about.
    pub enum Count(code, label) {
        /// Tasks of the signed text.
        Original = "goc", "Nhiệm vụ của văn bản gốc";
        /// Those that later documents added.
        Added = "bo_sung", "Nhiệm vụ được bổ sung";
        /// Those dropped.
        Cancelled = "bai_bo", "Nhiệm vụ đã bãi bỏ";
        /// Those that go on elsewhere.
        CarriedOver = "chuyen_tiep", "Nhiệm vụ đã chuyển sang kế hoạch khác";
        /// What is left.
        Live = "hien_hanh", "Nhiệm vụ hiện hành";
    }

    /// A measure; `sign` is what readers call it by, `unit` what its numbers count.
    pub enum Measure(code, label, sign, unit) {
        /// Done, of done, overdue and silent past the deadline.
        DueDone = "m1", "Tỷ lệ hoàn thành nhiệm vụ đến hạn", "M1", "nhiệm vụ";
        /// Done, of all live tasks.
        Done = "m2", "Tỷ lệ hoàn thành chung", "M2", "nhiệm vụ";
        /// In time, of done.
        InTime = "m3", "Tỷ lệ đúng hạn trong số đã hoàn thành", "M3", "nhiệm vụ";
        /// With public proof, of done.
        Proved = "m4", "Tỷ lệ có minh chứng công khai trong số đã hoàn thành", "M4", "nhiệm vụ";
        /// Reports received, of those received or due.
        Reports = "m5", "Tỷ lệ báo cáo đã gửi", "M5", "báo cáo";
        /// Days since the last publication.
        SinceUpdate = "m6", "Số ngày từ lần cập nhật gần nhất (trung vị)", "M6", "ngày";
    }
}

/// The unit of counts.
pub const TASKS: &str = "nhiệm vụ";

patterns! {
    /// How many tasks are of a standing.
    of_standing(standing) = "Tình trạng: {standing}";
}

/// What machines call the count of tasks of a standing.
pub(crate) fn standing_code(kind: StandingKind) -> String {
    format!("tinh_trang_{}", kind.code())
}

/// Every figure of open data: counts, tasks by standing, measures.
pub(super) fn figures() -> Meanings {
    let standings = StandingKind::ALL.iter();
    let standings = standings.map(|kind| (standing_code(*kind), of_standing(kind.label())));
    meanings::<Count>().into_iter().chain(standings).chain(meanings::<Measure>()).collect()
}
