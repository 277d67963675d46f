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

    /// A measure (design: model §3.3); `sign` is what readers call it by, `unit` what its numbers count, `note`
    /// what it does not say.
    pub enum Measure(code, label, sign, unit, formula, note) {
        /// Done, of done, overdue and silent past the deadline.
        DueDone =
            "m1", "Tỷ lệ hoàn thành nhiệm vụ đến hạn", "M1", "nhiệm vụ",
            "Trong các nhiệm vụ có thời hạn: số đã ghi nhận hoàn thành ÷ (số ấy + số có thời hạn đã qua mà trang chưa ghi nhận hoàn thành).",
            "Dựa theo công thức của Văn phòng Chính phủ, thêm vào mẫu số những nhiệm vụ chưa có thông tin, chưa được xác nhận hay tạm dừng mà thời hạn đã qua, để im lặng không làm tỷ lệ đẹp lên. Nhiệm vụ không có thời hạn không tính ở đây.";
        /// Done, of all live tasks.
        Done =
            "m2", "Tỷ lệ hoàn thành chung", "M2", "nhiệm vụ",
            "Số đã hoàn thành ÷ số nhiệm vụ hiện hành (gốc + bổ sung − bãi bỏ − chuyển tiếp).",
            "Không nói nhiệm vụ lớn hay nhỏ: mỗi nhiệm vụ tính là một.";
        /// In time, of done.
        InTime =
            "m3", "Tỷ lệ đúng hạn trong số có thời hạn đã hoàn thành", "M3", "nhiệm vụ",
            "Số hoàn thành đúng hạn ÷ số nhiệm vụ có thời hạn đã hoàn thành.",
            "Đúng hạn sau điều chỉnh cũng tính là đúng hạn; hoàn thành mà chưa đủ dữ liệu về thời hạn thì không.";
        /// With public proof, of done.
        Proved =
            "m4", "Tỷ lệ có minh chứng công khai trong số đã hoàn thành", "M4", "nhiệm vụ",
            "Số hoàn thành có ít nhất một văn bản, sản phẩm hoặc số liệu công khai, có địa chỉ hoặc tệp ÷ số đã hoàn thành.",
            "Tin bài và báo cáo không tính là minh chứng hoàn thành ở chỉ số này.";
        /// Reports received, of those received or due.
        Reports =
            "m5", "Tỷ lệ báo cáo trang ghi nhận đã gửi", "M5", "báo cáo",
            "Số báo cáo trang ghi nhận đã gửi ÷ số báo cáo đã gửi hoặc đã đến lúc phải gửi.",
            "Nơi trang không ghi ngày phải gửi, báo cáo được coi là phải gửi khi kỳ báo cáo kết thúc. Báo cáo mà trang chưa ghi nhận vẫn ở trong mẫu số và không bị coi là chưa gửi. Nhóm mở không đếm được.";
        /// Days since the last publication.
        SinceUpdate =
            "m6", "Số ngày từ tin gần nhất, theo ngày của nguồn (trung vị)", "M6", "ngày",
            "Trung vị số ngày từ ngày theo nguồn của tin gần nhất về mỗi nhiệm vụ hiện hành chưa ghi nhận hoàn thành đến ngày số liệu.",
            "Tính từ ngày nguồn ghi, không phải ngày đưa lên trang; tin chỉ ghi tháng hoặc năm thì tính từ ngày cuối của tháng hoặc năm đó. Nhiệm vụ mà trang chưa có tin không nằm trong trung vị này.";
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
