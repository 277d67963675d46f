//! The kinds of things that content names: agencies, documents, relations, events, evidence, corrections.

use super::word::words;

words! {
    /// A part of the political system: `khoi` of an agency.
    pub enum Branch(code, label) {
        /// The Party.
        Party = "dang", "Cơ quan Đảng";
        /// The administration.
        Administration = "chinh_quyen", "Cơ quan chính quyền";
        /// The armed forces.
        ArmedForces = "luc_luong_vu_trang", "Lực lượng vũ trang";
        /// A public service unit.
        PublicService = "su_nghiep", "Đơn vị sự nghiệp";
        /// An enterprise.
        Enterprise = "doanh_nghiep", "Doanh nghiệp";
        /// An association.
        Association = "hoi", "Hội, hiệp hội";
        /// The press.
        Press = "bao_chi", "Báo chí";
        /// A central body.
        Central = "trung_uong", "Cơ quan trung ương";
    }

    /// A level of government: `cap` of an agency.
    pub enum Level(code, label) {
        /// A province.
        Province = "tinh", "cấp tỉnh";
        /// A district, until 1/7/2025.
        District = "huyen", "cấp huyện";
        /// A commune.
        Commune = "xa", "cấp xã";
        /// The central level.
        Central = "trung_uong", "cấp trung ương";
    }

    /// What a change did to agencies: `loai` of it.
    pub enum ReorganisationKind(code, label) {
        /// A new name.
        Renamed = "doi_ten", "Đổi tên";
        /// Several became a new one.
        Consolidated = "hop_nhat", "Hợp nhất";
        /// One was taken into another.
        Merged = "sap_nhap", "Sáp nhập";
        /// One became several.
        Divided = "chia", "Chia";
        /// A part became an agency.
        SplitOff = "tach", "Tách";
        /// It ended.
        Dissolved = "giai_the", "Kết thúc hoạt động";
        /// Functions moved; the agency went on.
        FunctionsMoved = "chuyen_chuc_nang", "Chuyển chức năng";
    }

    /// Who says what a term means: `nguon` of it.
    pub enum TermOrigin(code) {
        /// A document defines it.
        Document = "van_ban";
        /// The editors explain it.
        Editors = "bien_tap";
    }

    /// A kind of web server: a word of `may_chu`.
    pub enum Server(code) {
        /// Hosts that read `_headers`.
        Headers = "headers";
        /// nginx.
        Nginx = "nginx";
        /// IIS.
        Iis = "iis";
    }

    /// The kind of a document: `loai` of it.
    pub enum DocumentKind(code, label) {
        /// A law.
        Law = "luat", "Luật";
        /// A resolution.
        Resolution = "nghi_quyet", "Nghị quyết";
        /// A decree.
        Decree = "nghi_dinh", "Nghị định";
        /// A circular.
        Circular = "thong_tu", "Thông tư";
        /// A decision.
        Decision = "quyet_dinh", "Quyết định";
        /// A directive.
        Directive = "chi_thi", "Chỉ thị";
        /// A plan.
        Plan = "ke_hoach", "Kế hoạch";
        /// A programme.
        Programme = "chuong_trinh", "Chương trình";
        /// A scheme.
        Scheme = "de_an", "Đề án";
        /// An official letter.
        Letter = "cong_van", "Công văn";
        /// A report.
        Report = "bao_cao", "Báo cáo";
        /// Guidance.
        Guidance = "huong_dan", "Hướng dẫn";
        /// An option or arrangement.
        Arrangement = "phuong_an", "Phương án";
        /// A strategy.
        Strategy = "chien_luoc", "Chiến lược";
        /// A notice.
        Notice = "thong_bao", "Thông báo";
        /// A conclusion (the Party).
        Conclusion = "ket_luan", "Kết luận";
        /// A regulation (the Party).
        Regulation = "quy_dinh", "Quy định";
    }

    /// In which capacity a document was signed (Decree 30/2020/NĐ-CP, art. 13): `hinh_thuc` of a signature.
    pub enum Capacity(code, label) {
        /// On behalf of a body.
        OnBehalfOf = "TM", "thay mặt";
        /// By mandate (older documents).
        ByMandate = "TT", "thừa mệnh";
        /// For the head.
        ForTheHead = "KT", "ký thay";
        /// By order.
        ByOrder = "TL", "thừa lệnh";
        /// By authorisation.
        ByAuthorisation = "TUQ", "thừa ủy quyền";
        /// Acting.
        Acting = "Q", "quyền";
    }

    /// Whether a document is in force: `hieu_luc` of a plan.
    pub enum Force(code, label) {
        /// In force.
        InForce = "con", "Còn hiệu lực";
        /// In part.
        InPart = "mot_phan", "Còn hiệu lực một phần";
        /// No longer.
        Ended = "het", "Hết hiệu lực";
        /// Not yet.
        NotYet = "chua", "Chưa có hiệu lực";
        /// Not known.
        Unknown = "khong_ro", "Chưa rõ hiệu lực";
    }

    /// What a plan does to another document, and the other way round: `loai` of a relation.
    pub enum RelationKind(code, label, inverse) {
        /// Its legal ground.
        GroundedOn = "can_cu", "Căn cứ", "Là căn cứ của";
        /// It carries the other out.
        CarriesOut = "thuc_hien", "Thực hiện", "Được thực hiện bởi";
        /// It continues the other.
        Continues = "tiep_tuc", "Tiếp tục", "Được tiếp tục bởi";
        /// It replaces the other.
        Replaces = "thay_the", "Thay thế", "Được thay thế bởi";
        /// It amends the other.
        Amends = "sua_doi", "Sửa đổi", "Được sửa đổi bởi";
        /// It adds to the other.
        Supplements = "bo_sung", "Bổ sung", "Được bổ sung bởi";
        /// It corrects the other.
        Corrects = "dinh_chinh", "Đính chính", "Được đính chính bởi";
        /// It details the other.
        Details = "cu_the_hoa", "Quy định chi tiết", "Được quy định chi tiết bởi";
        /// It reports on the other.
        ReportsOn = "bao_cao_ve", "Báo cáo về", "Được báo cáo trong";
    }

    /// How often a report is due: `ky` of a duty; `due` tells editors how its due date may be written.
    pub enum Frequency(code, label, due) {
        /// Once a year.
        Yearly = "nam", "mỗi năm một lần", "“15/12”, “20/01 năm sau” hoặc “05 tháng sau”";
        /// Twice a year.
        HalfYearly = "6_thang", "mỗi năm hai lần", "“20/6 và 20/12” (mỗi kỳ một ngày), “ngày 15 tháng cuối kỳ” hoặc “05 tháng sau”";
        /// Four times a year.
        Quarterly = "quy", "mỗi quý một lần", "“ngày 18 tháng cuối quý”, “05 tháng sau” hoặc “15/3, 15/6, 15/9, 15/12”";
        /// Twelve times a year.
        Monthly = "thang", "mỗi tháng một lần", "“18” (ngày 18 của chính tháng ấy), “05 tháng sau” hoặc “ngày cuối tháng”";
        /// Once a week.
        Weekly = "tuan", "mỗi tuần một lần", "“thứ sáu” hoặc “thứ hai tuần sau”";
        /// On the first half of each year.
        FirstHalf = "6_thang_dau_nam", "sáu tháng đầu mỗi năm", "“20/6” hoặc “05 tháng sau”";
        /// On the first nine months of each year.
        NineMonths = "9_thang", "chín tháng đầu mỗi năm", "“25/9” hoặc “05 tháng sau”";
        /// Once, in the middle of the span.
        MidTerm = "giua_ky", "một lần giữa kỳ", "“30/6/2028” hoặc “Quý II/2028”";
        /// Once, at the end of the span.
        Closing = "tong_ket", "một lần khi tổng kết", "“15/01/2031”, “Quý I/2031” hoặc “30 ngày sau kỳ”";
    }

    /// Which way an indicator is to go: `chieu` of it.
    pub enum Direction(code, label, meaning) {
        /// More is better.
        Up = "tang", "càng cao càng tốt", "Càng cao càng tốt";
        /// Less is better.
        Down = "giam", "càng thấp càng tốt", "Càng thấp càng tốt";
    }

    /// What a row of an indicator's table is.
    pub enum IndicatorRow(code, label, meaning) {
        /// Where it began.
        Baseline = "moc", "mốc", "Giá trị ban đầu";
        /// What is to be reached.
        Target = "muc_tieu", "mục tiêu", "Mức phải đạt theo kế hoạch";
        /// What a source says was reached.
        Result = "ket_qua", "kết quả", "Kết quả mà nguồn được dẫn ghi";
    }

    /// How a target's level is meant.
    pub enum LevelName(code, meaning) {
        /// That much or more.
        AtLeast = "it_nhat", "Ít nhất bằng";
        /// More than that.
        MoreThan = "tren", "Trên mức ấy";
        /// That much or less.
        AtMost = "khong_qua", "Không quá";
        /// Less than that.
        LessThan = "duoi", "Dưới mức ấy";
        /// That much.
        Exactly = "bang", "Chỉ nêu một số";
        /// Between two amounts.
        Between = "trong_khoang", "Trong khoảng, kể cả hai đầu";
        /// No amount.
        InWords = "bang_loi", "Bằng lời, không phải số";
    }

    /// Whether the end of a task's period is a deadline: `tinh_chat` of it.
    pub enum Nature(code, meaning) {
        /// The end is a deadline.
        Deadline = "co_thoi_han", "Cuối kỳ là thời hạn";
        /// The work goes on through the period.
        Continuous = "thuong_xuyen", "Việc thường xuyên trong cả kỳ";
        /// The plan does not say which of the two.
        Undetermined = "chua_xac_dinh", "Văn bản không nói rõ là kỳ thực hiện hay thời hạn";
    }

    /// What the words of a task's time name.
    pub enum TimeKind(code, meaning) {
        /// A day after which it is late.
        Deadline = "co_thoi_han", "Có thời hạn";
        /// A period; nothing is late after it.
        Window = "ky_thuc_hien", "Kỳ thực hiện, không phải thời hạn";
        /// Work without an end.
        Ongoing = "thuong_xuyen", "Việc thường xuyên";
        /// Work that comes again.
        Recurring = "dinh_ky", "Việc lặp lại theo kỳ";
        /// Several times in one cell.
        Steps = "nhieu_moc", "Nhiều mốc thời gian trong một ô";
        /// A time that waits for something.
        Conditional = "co_dieu_kien", "Thời gian phụ thuộc điều kiện hoặc văn bản khác";
        /// Words of which no date is derived.
        Unread = "khong_quy_ra_ngay", "Trang không quy ra ngày";
        /// The document names no time.
        Unnamed = "khong_neu", "Văn bản không nêu thời gian";
    }

    /// Who speaks on the site: `vai_tro` of it.
    pub enum Voice(code, meaning) {
        /// A compiler, from public sources.
        Compiler = "tong_hop", "Bên tổng hợp từ nguồn công khai";
        /// The authority that receives the reports.
        Authority = "co_quan_chu_quan", "Trang của chính cơ quan chủ quản";
    }

    /// An agency's part in a task.
    pub enum Role(code, meaning) {
        /// It leads, as the plan says.
        Lead = "chu_tri", "Chủ trì theo kế hoạch";
        /// It takes part, as the plan says.
        Partner = "phoi_hop", "Phối hợp theo kế hoạch";
        /// It may have taken the place of a lead: no document on the task says so.
        Successor = "co_the_ke_thua", "Có thể kế thừa việc chủ trì sau sắp xếp tổ chức; trang chưa có văn bản về chính nhiệm vụ";
        /// A document on the task itself gave it the lead.
        Receiver = "nhan_chuyen_giao", "Nhận việc chủ trì theo văn bản về chính nhiệm vụ";
    }

    /// What happened to a task. Content writes `loai: dieu_chinh` with a `muc`, open data both in one code.
    pub enum EventName(code, label, word) {
        /// Something happened.
        Update = "cap_nhat", "Cập nhật", "cap_nhat";
        /// An agency says that it is done.
        ReportedDone = "bao_cao_hoan_thanh", "Báo cáo hoàn thành", "bao_cao_hoan_thanh";
        /// Who watches over it agrees.
        Confirmed = "xac_nhan", "Xác nhận hoàn thành", "xac_nhan";
        /// The lead agrees with itself.
        SelfConfirmed = "xac_nhan_cua_chu_tri", "Tự xác nhận", "xac_nhan";
        /// It was given back.
        Returned = "tra_lai", "Trả lại", "tra_lai";
        /// It was halted.
        Paused = "tam_dung", "Tạm dừng", "tam_dung";
        /// It goes on.
        Resumed = "tiep_tuc", "Tiếp tục", "tiep_tuc";
        /// The deadline was moved.
        DeadlineMoved = "dieu_chinh_thoi_han", "Điều chỉnh thời hạn", "dieu_chinh";
        /// Another agency leads.
        LeadChanged = "dieu_chinh_chu_tri", "Điều chỉnh cơ quan chủ trì", "dieu_chinh";
        /// The task's words were changed.
        WordingChanged = "dieu_chinh_noi_dung", "Điều chỉnh nội dung", "dieu_chinh";
        /// A deadline was set where the plan names no date.
        DeadlineFixed = "an_dinh_thoi_han", "Ấn định thời hạn", "an_dinh_thoi_han";
        /// It was dropped.
        Cancelled = "bai_bo", "Bãi bỏ", "bai_bo";
        /// It goes on in another plan.
        CarriedOver = "chuyen_tiep", "Chuyển tiếp", "chuyen_tiep";
        /// Another agency took it.
        HandedOver = "chuyen_giao", "Chuyển giao", "chuyen_giao";
    }

    /// What a change is of: `muc` of it.
    pub enum Adjustment(code) {
        /// The deadline.
        Deadline = "thoi_han";
        /// The lead.
        Lead = "chu_tri";
        /// The task's words.
        Wording = "noi_dung";
    }

    /// A state that an agency or a page reports: `trang_thai` of an event.
    pub enum Reported(code, label, within) {
        /// Nothing was begun.
        NotStarted = "chua_bat_dau", "Chưa bắt đầu", "chưa bắt đầu";
        /// The work is going on.
        UnderWay = "dang_thuc_hien", "Đang thực hiện", "đang thực hiện";
        /// Finished.
        Done = "hoan_thanh", "Hoàn thành", "hoàn thành";
        /// Finished in part; only at the plan's close.
        PartlyDone = "hoan_thanh_mot_phan", "Hoàn thành một phần", "hoàn thành một phần";
    }

    /// A kind of evidence and of related information: `loai` of it.
    pub enum EvidenceKind(code, label) {
        /// A document.
        Document = "van_ban", "Văn bản";
        /// A product.
        Product = "san_pham", "Sản phẩm";
        /// Figures.
        Figures = "so_lieu", "Số liệu";
        /// A report.
        Report = "bao_cao", "Báo cáo";
        /// News: never supports completion.
        News = "tin_bai", "Tin bài";
    }

    /// Whose error a correction mends: `loai` of it.
    pub enum CorrectionKind(code, label) {
        /// The document's (Decree 30/2020/NĐ-CP, art. 18(3)).
        Document = "van_ban", "Đính chính văn bản";
        /// This site's.
        Site = "trang_thong_tin", "Đính chính trang thông tin";
    }

    /// Who noticed an error: `nguon` of a correction.
    pub enum CorrectionOrigin(code, label) {
        /// The editors.
        Editors = "tu_phat_hien", "ban biên tập tự phát hiện";
        /// A petition; the petitioner is never named.
        Petition = "kien_nghi", "kiến nghị của người dân";
        /// Another agency.
        Agency = "co_quan_khac", "cơ quan khác thông báo";
    }

    /// What a correction is about.
    pub enum CorrectionSubject(code, meaning) {
        /// A task.
        Task = "nhiem_vu", "Một nhiệm vụ";
        /// A node of the text.
        Node = "diem", "Một điểm của văn bản";
        /// The plan as a whole.
        Plan = "ke_hoach", "Cả kế hoạch";
        /// What belongs to no plan.
        Site = "trang", "Điều không thuộc kế hoạch nào: cơ quan, thuật ngữ, trang giới thiệu";
    }

    /// What waits for an editor, the most pressing first.
    pub enum Pending(code, label) {
        /// A petition whose answer is due.
        Correction = "kien_nghi_cho_tra_loi", "Kiến nghị chờ trả lời";
        /// Its time is over and no word came.
        SilentPastDue = "chua_co_thong_tin_het_han", "Thời gian đã qua, chưa có thông tin";
        /// Its time is over, and the last word is older.
        NoNewWord = "chua_co_tin_moi", "Thời gian đã qua, chưa có tin mới";
        /// Reported unfinished after the deadline.
        Overdue = "qua_han", "Quá hạn theo báo cáo";
        /// The deadline is near.
        DueSoon = "sap_den_han", "Sắp đến hạn";
        /// Nothing was published for long.
        Silent = "lau_khong_cap_nhat", "Lâu không có cập nhật";
        /// A report is not known of.
        ReportMissing = "bao_cao_chua_gui", "Báo cáo chưa ghi nhận";
        /// A question of import without an answer.
        Question = "cau_hoi_ban_nhap", "Câu hỏi của bản nhập chưa trả lời";
    }
}

impl Force {
    /// Nothing where nobody knows.
    pub fn known(self) -> Option<Self> {
        Some(self).filter(|force| *force != Self::Unknown)
    }
}

impl EventName {
    /// What content may write as `loai`, each with the first event that it may mean.
    pub fn by_word() -> Vec<(&'static str, Self)> {
        let mut words: Vec<_> = Self::ALL.iter().map(|name| (name.word(), *name)).collect();
        words.dedup_by_key(|(word, _)| *word);
        words
    }
}

#[cfg(test)]
mod tests {
    use super::{Adjustment, EventName};

    #[test]
    fn the_code_of_an_event_is_what_content_writes_of_it() {
        let part = |name: &EventName| match name {
            EventName::DeadlineMoved => Some(Adjustment::Deadline.code()),
            EventName::LeadChanged => Some(Adjustment::Lead.code()),
            EventName::WordingChanged => Some(Adjustment::Wording.code()),
            EventName::SelfConfirmed => Some("cua_chu_tri"),
            _ => None,
        };
        for name in EventName::ALL {
            let part = part(name).map(|part| format!("_{part}")).unwrap_or_default();
            assert_eq!(name.code(), format!("{}{part}", name.word()));
        }
    }
}
