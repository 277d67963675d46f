//! Where tasks, plans, reports and agencies stand.

use serde::{Serialize, Serializer};

use super::patterns;
use super::word::words;

words! {
    /// What a task's log last said.
    pub enum StateName(code, meaning) {
        /// Not begun.
        NotStarted = "chua_bat_dau", "Chưa bắt đầu";
        /// Going on.
        UnderWay = "dang_thuc_hien", "Đang thực hiện";
        /// Completion was reported.
        ReportedDone = "bao_cao_hoan_thanh", "Đã báo cáo hoàn thành, chưa xác nhận";
        /// The completion was confirmed.
        Confirmed = "hoan_thanh", "Hoàn thành, đã xác nhận";
        /// It ended, finished in part.
        PartlyDone = "hoan_thanh_mot_phan", "Hoàn thành một phần";
        /// Halted.
        Paused = "tam_dung", "Tạm dừng";
        /// Cancelled.
        Cancelled = "bai_bo", "Bãi bỏ";
        /// It goes on in another plan.
        CarriedOver = "chuyen_tiep", "Chuyển tiếp";
    }

    /// A kind of standing, to count by.
    pub enum StandingKind(code, label) {
        /// Completed by the original deadline.
        ConfirmedOnTime = "hoan_thanh_dung_han", "Hoàn thành đúng hạn";
        /// Completed by the deadline as it was moved.
        ConfirmedAfterAdjustment =
            "hoan_thanh_dung_han_sau_dieu_chinh", "Hoàn thành đúng hạn sau điều chỉnh";
        /// Completed late.
        ConfirmedLate = "hoan_thanh_qua_han", "Hoàn thành quá hạn";
        /// Completed; the date does not tell whether in time.
        ConfirmedUnknown = "hoan_thanh_chua_ro_han", "Hoàn thành, chưa đủ dữ liệu về thời hạn";
        /// Completed; there is no deadline to compare with.
        Confirmed = "hoan_thanh", "Hoàn thành";
        /// Reported as completed.
        ReportedDone = "cho_xac_nhan", "Đã báo cáo hoàn thành, chờ xác nhận";
        /// Ended, finished in part.
        PartlyDone = "hoan_thanh_mot_phan", "Kết thúc, hoàn thành một phần";
        /// Under way, without a deadline to be in time for.
        UnderWay = "dang_thuc_hien", "Đang thực hiện";
        /// Reported as not begun, without a deadline to be in time for.
        NotStarted = "chua_bat_dau", "Chưa bắt đầu";
        /// Work without an end, of which something was told.
        Ongoing = "thuc_hien_thuong_xuyen", "Nhiệm vụ thường xuyên";
        /// Work that comes again, of some turns of which something was told.
        Turns = "theo_ky", "Thực hiện theo kỳ";
        /// Unfinished, in time.
        OnTrack = "trong_han", "Trong hạn";
        /// Unfinished, the deadline near.
        DueSoon = "sap_den_han", "Sắp đến hạn";
        /// Not begun, before its period.
        NotYetDue = "chua_den_ky", "Chưa đến kỳ";
        /// Told to be unfinished after the deadline.
        Overdue = "qua_han", "Quá hạn";
        /// The deadline is over; the last word, unfinished, is older.
        PastDue = "het_thoi_han_chua_co_tin_moi", "Thời hạn đã qua, chưa có tin mới";
        /// The last word is unfinished, the period over.
        PeriodOver = "het_ky_chua_ro_ket_qua", "Kỳ thực hiện đã kết thúc, chưa rõ kết quả";
        /// Halted.
        Paused = "tam_dung", "Tạm dừng";
        /// Halted, after the deadline.
        PausedPastDue = "tam_dung_het_han", "Tạm dừng, thời hạn đã qua";
        /// No word.
        NoInformation = "chua_co_thong_tin", "Chưa có thông tin";
        /// No word, after the deadline.
        NoInformationPastDue = "chua_co_thong_tin_het_han", "Chưa có thông tin, thời hạn đã qua";
        /// No word, after the period.
        NoInformationPeriodOver =
            "chua_co_thong_tin_het_ky", "Chưa có thông tin, kỳ thực hiện đã kết thúc";
        /// Cancelled.
        Cancelled = "bai_bo", "Bãi bỏ";
        /// Carried over.
        CarriedOver = "chuyen_tiep", "Chuyển sang kế hoạch khác";
    }

    /// The family that a standing belongs to: it decides colour and sign, never the words.
    ///
    /// `class` is its name in templates and scripts, `mark` the class that draws its fill, short since a page can have
    /// hundreds, `slug` its name in addresses, `label` what its colour stands for.
    pub enum Tone(class, mark, slug, label) {
        /// Done, in time or with no deadline to compare.
        Done = "done", "dn", "hoan-thanh-khong-cham", "Hoàn thành";
        /// Done after the deadline.
        DoneLate = "done-late", "dl", "hoan-thanh-qua-han", "Hoàn thành quá hạn";
        /// Closed with a part done.
        Partial = "partial", "pt", "hoan-thanh-mot-phan", "Hoàn thành một phần";
        /// Under way, in time.
        Running = "running", "rn", "dang-thuc-hien", "Đang thực hiện";
        /// In time, the deadline near.
        DueSoon = "due-soon", "ds", "sap-den-han", "Sắp đến hạn";
        /// Known to be unfinished after its deadline.
        Overdue = "overdue", "od", "qua-han", "Quá hạn";
        /// Not begun, as a word tells, or its period has not.
        NotBegun = "not-begun", "nb", "chua-den-ky", "Chưa bắt đầu";
        /// Its time is over, and the last word is older.
        EndedAwaiting = "ended-awaiting", "ea", "het-ky-chua-ro-ket-qua", "Thời gian đã qua, chưa rõ kết quả";
        /// Reported as done, not confirmed.
        Reported = "reported", "rp", "cho-xac-nhan", "Chờ xác nhận";
        /// Paused.
        Paused = "paused", "ps", "tam-dung", "Tạm dừng";
        /// Cancelled.
        Cancelled = "cancelled", "cx", "bai-bo", "Bãi bỏ";
        /// Goes on in another plan.
        CarriedOver = "carried-over", "co", "chuyen-tiep", "Chuyển tiếp";
        /// No word from any agency.
        NoInformation = "no-information", "ni", "chua-co-thong-tin", "Chưa có thông tin";
    }

    /// A plan's own state.
    pub enum PlanStateName(code, label) {
        /// Its period has not begun.
        NotYet = "chua_den_giai_doan", "Giai đoạn của văn bản chưa bắt đầu";
        /// Its period runs.
        UnderWay = "trong_giai_doan", "Trong giai đoạn của văn bản";
        /// Its period is over; nobody closed it.
        EndedNotClosed = "het_giai_doan", "Giai đoạn đã kết thúc; trang chưa có báo cáo tổng kết";
        /// A closing report was made.
        Closed = "da_tong_ket", "Đã tổng kết";
        /// Another plan took the place of the whole of it.
        Replaced = "duoc_thay_the", "Được văn bản khác thay thế";
        /// It lost its force within its period.
        Repealed = "het_hieu_luc", "Hết hiệu lực";
    }

    /// What is true of a report; pages tell it in the words of `reports`.
    pub enum ReportStateName(code, meaning) {
        /// Sent by its due date.
        InTime = "dung_han", "Gửi đúng hạn";
        /// Sent later.
        Late = "cham", "Gửi chậm";
        /// Sent; no due date is set.
        Received = "da_gui", "Đã gửi; trang không ghi hạn để so";
        /// Not sent, as a source says.
        NotSent = "chua_gui", "Chưa gửi khi đã đến lúc phải gửi, theo nguồn được dẫn";
        /// The receiver, whose site it is, knows of none.
        NotReceived = "chua_nhan_duoc", "Đã đến lúc phải gửi, cơ quan nhận báo cáo, cũng là cơ quan đăng trang này, chưa nhận được";
        /// The agency is not bound to send it.
        NotBound = "khong_phai_gui", "Không phải gửi kỳ này";
        /// Not sent, and not due yet.
        NotYetDue = "chua_den_han", "Chưa đến hạn";
        /// Its time is over, and no report is known.
        NoInformation = "chua_co_thong_tin", "Đã đến lúc phải gửi, trang chưa có thông tin; không có nghĩa là không gửi";
    }

    /// What became of an agency.
    pub enum FateName(code, meaning) {
        /// It goes on, or is not known to have ended.
        Alive = "dang_hoat_dong", "Đang hoạt động, hoặc không có thông tin là đã kết thúc";
        /// It ended, and one agency took its place.
        Succeeded = "co_mot_co_quan_ke_thua", "Đã kết thúc, một cơ quan kế thừa";
        /// It ended, and several took its place.
        Divided = "co_nhieu_co_quan_ke_thua", "Đã kết thúc, nhiều cơ quan kế thừa";
        /// It ended, and no successor is known.
        Ended = "ket_thuc", "Đã kết thúc, chưa rõ cơ quan kế thừa";
    }
}

patterns! {
    /// The deadline is so many days ahead.
    due_soon(days) = "Sắp đến hạn ({days} ngày)";
    /// A word tells that it was unfinished so long after the deadline.
    overdue(span) = "Quá hạn ít nhất {span}";
    /// A part of it is late.
    part_late(letter) = "Quá hạn kết quả {letter}";
    /// Completed so long after the deadline.
    done_late(span) = "Hoàn thành quá hạn {span}";
    /// A standing whose last word is old.
    old(standing, span) = "{standing} (tin cách đây {span})";
    /// A plan that a report closed.
    closed(basis) = "Đã tổng kết theo {basis}";
    /// A plan whose place another one took.
    replaced(plan) = "Được thay thế bởi {plan}";
}

impl StandingKind {
    /// The colour and sign of a standing.
    pub fn tone(self) -> Tone {
        match self {
            Self::ConfirmedOnTime
            | Self::ConfirmedAfterAdjustment
            | Self::ConfirmedUnknown
            | Self::Confirmed => Tone::Done,
            Self::ConfirmedLate => Tone::DoneLate,
            Self::ReportedDone => Tone::Reported,
            Self::PartlyDone => Tone::Partial,
            Self::Ongoing | Self::OnTrack | Self::UnderWay | Self::Turns => Tone::Running,
            Self::DueSoon => Tone::DueSoon,
            Self::NotYetDue | Self::NotStarted => Tone::NotBegun,
            Self::Overdue => Tone::Overdue,
            Self::PastDue | Self::PeriodOver => Tone::EndedAwaiting,
            Self::Paused | Self::PausedPastDue => Tone::Paused,
            Self::NoInformation | Self::NoInformationPastDue | Self::NoInformationPeriodOver => {
                Tone::NoInformation
            }
            Self::Cancelled => Tone::Cancelled,
            Self::CarriedOver => Tone::CarriedOver,
        }
    }
}

impl Serialize for Tone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.class())
    }
}
