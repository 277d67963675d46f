//! What editors read of every key: its title, what to write, and the form of its value.

use crate::model::choices as c;
use crate::model::choices::words;
use crate::vocabulary::Word;
use crate::vocabulary::kinds::{
    Adjustment, Branch, Capacity, CorrectionKind, CorrectionOrigin, Direction, DocumentKind,
    EventName, EvidenceKind, Force, Frequency, Level, Nature, RelationKind, ReorganisationKind,
    Server, TermOrigin, Voice,
};
use crate::vocabulary::table::{ColumnRole, TimeMeaning};

/// The form of a value, or of every item of a list.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// Any text, or what the key's own type says.
    Any,
    /// A day.
    Day,
    /// A day, a month or a year.
    DayOrLess,
    /// An id: a part of an address.
    Id,
    /// A whole number.
    Number,
    /// A web address.
    Web,
    /// A SHA-256.
    Checksum,
    /// One of these words.
    OneOf(fn() -> Vec<&'static str>),
}

use Form::{Any, Checksum, Day, DayOrLess, Id, Number, OneOf, Web};

/// A key: its name, title, what to write, and the form of its value.
pub(super) type Key = (&'static str, &'static str, &'static str, Form);

/// The keys of a type of `parse::raw`, by the type's name.
pub(super) fn keys(of: &str) -> &'static [Key] {
    match of {
        "RawSiteFile" => SITE,
        "RawAcknowledgement" => ACKNOWLEDGEMENT,
        "RawReleaseLedger" => RELEASE_LEDGER,
        "RawFormerAddress" => FORMER_ADDRESS,
        "RawThresholds" => THRESHOLDS,
        "RawContact" => CONTACT,
        "RawAgency" => AGENCY,
        "RawName" => NAME,
        "RawSpan" => SPAN,
        "RawSource" => SOURCE,
        "RawReorganisations" => &[
            (
                "bien_dong",
                "Biến động cơ quan",
                "Các lần sáp nhập, chia tách, đổi tên; cũ trước, mới sau.",
                Any,
            ),
            SEEN,
        ],
        "RawReorganisation" => REORGANISATION,
        "RawGroups" => &[
            (
                "nhom",
                "Các nhóm cơ quan",
                "Những nhóm mà văn bản gọi chung, như “Các sở, ban, ngành”.",
                Any,
            ),
            SEEN,
        ],
        "RawGroup" => GROUP,
        "RawMember" => MEMBER,
        "RawGlossary" => &[
            ("thuat_ngu", "Thuật ngữ", "Các từ, chữ viết tắt cần giải thích.", Any),
            (
                "dong_nghia",
                "Từ cùng nghĩa",
                "Những từ mà người tìm coi là một, mỗi nhóm một dòng: gõ từ nào trong nhóm cũng tìm thấy trang có từ kia.",
                Any,
            ),
            SEEN,
        ],
        "RawTerm" => TERM,
        "RawLibrary" => &[
            ("van_ban", "Văn bản được dẫn", "Những văn bản mà kế hoạch hay nhiệm vụ dẫn đến.", Any),
            SEEN,
        ],
        "RawDocument" => DOCUMENT,
        "RawPlan" => PLAN,
        "RawSignatory" => SIGNATORY,
        "RawTaskTable" => TASK_TABLE,
        "RawTaskGroup" => TASK_GROUP,
        "RawRelation" => RELATION,
        "RawReportingDuty" => DUTY,
        "RawIndicator" => INDICATOR,
        "RawPart" => INDICATOR_PART,
        "RawReading" => READING,
        "RawTarget" => TARGET,
        "RawOutcome" => OUTCOME,
        "RawOutcomeSource" => OUTCOME_SOURCE,
        "RawOrigin" => ORIGIN,
        "RawWrapper" => WRAPPER,
        "RawClosing" => CLOSING,
        "RawRelated" => RELATED,
        "RawTask" => TASK,
        "RawPartners" => PARTNERS,
        "RawPeriod" => PERIOD,
        "RawSubWork" => SUB_WORK,
        "RawResult" => RESULT,
        "RawFixing" => &[("den", "Thời hạn", "Ngày, tháng, quý hoặc năm được ấn định.", Any)],
        "RawRestriction" => {
            &[("ly_do", "Lý do", "Vì sao chỉ tên và tình trạng được công khai.", Any)]
        }
        "RawAddition" => ADDITION,
        "RawEvent" => EVENT,
        "RawAdjustment" => ADJUSTMENT,
        "RawCarryOver" => CARRY_OVER,
        "RawHandover" => HANDOVER,
        "RawEvidence" => EVIDENCE,
        "RawReports" => &[("bao_cao", "Báo cáo đã nhận", "Mỗi báo cáo một mục.", Any), SEEN],
        "RawReport" => REPORT,
        "RawUnsent" => UNSENT,
        "RawCorrections" => &[
            ("dinh_chinh", "Đính chính", "Mỗi đính chính một mục; chỉ thêm, không xóa.", Any),
            SEEN,
        ],
        "RawCorrection" => CORRECTION,
        "RawPage" => PAGE,
        _ => &[],
    }
}

/// A key of every file.
const SEEN: Key =
    ("da_xem", "Đã xem", "Những lưu ý, cảnh báo mà biên tập đã xem và thấy đúng.", Any);

const ACKNOWLEDGEMENT: &[Key] = &[
    ("ma", "Mã", "Mã của lưu ý hay cảnh báo, như CK113.", Any),
    ("vi_sao", "Vì sao", "Vì sao để nguyên là đúng.", Any),
    ("ve", "Về", "Vài chữ trong thông báo, khi chỉ một trong các thông báo cùng mã là đúng.", Any),
    (
        "tep",
        "Tệp",
        "Tệp được nói tới, tính từ thư mục của tệp này, khi tệp ấy không có phần khai báo: van-ban.md.",
        Any,
    ),
];

const SITE: &[Key] = &[
    ("ten", "Tên trang", "Tên hiện ở đầu mỗi trang.", Any),
    ("mo_ta", "Mô tả", "Một câu nói trang để làm gì.", Any),
    ("dia_phuong", "Địa phương", "Nơi mà trang nói đến, như “tỉnh Lam Giang”.", Any),
    (
        "vai_tro",
        "Ai nói trên trang",
        "tong_hop: người khác tổng hợp từ nguồn công khai; co_quan_chu_quan: trang của chính cơ quan.",
        OneOf(Voice::codes),
    ),
    (
        "nguoi_tong_hop",
        "Người tổng hợp",
        "Chỉ với vai_tro: tong_hop. Tên người, nhóm hay dự án.",
        Any,
    ),
    (
        "co_quan",
        "Cơ quan công bố",
        "Chỉ với vai_tro: co_quan_chu_quan. Mã của cơ quan, có tệp trong co-quan/.",
        Id,
    ),
    (
        "cong_bo_tu",
        "Công bố từ ngày",
        "Ngày trang này bắt đầu đăng; trang về những ngày trước đó được tính lại từ điều biết nay.",
        Day,
    ),
    ("dia_chi", "Địa chỉ đăng trang", "Địa chỉ mà người đọc sẽ gõ, bắt đầu bằng https://.", Web),
    (
        "tinh_den_ngay",
        "Tính đến ngày",
        "Ngày số liệu: mọi tình trạng được tính tại ngày này. Đổi mỗi lần đăng.",
        Day,
    ),
    ("ky_cong_bo_toi", "Kỳ công bố tới", "Ngày dự kiến đăng lần sau.", Day),
    ("giao_dien", "Giao diện", "Tên thư mục giao diện; không ghi thì dùng mac-dinh.", Any),
    (
        "thu_gon",
        "Thu gọn trang",
        "co: thu gọn các mẫu, như khi không ghi; toi_da: thu gọn từng trang, dựng lâu hơn; khong: không thu gọn.",
        OneOf(|| words(c::MINIFY)),
    ),
    ("nguong", "Các ngưỡng", "Những con số dùng khi tính tình trạng.", Any),
    (
        "can_xac_nhan",
        "Hoàn thành cần xác nhận",
        "co: báo hoàn thành phải chờ cơ quan theo dõi xác nhận; khong: không cần.",
        OneOf(|| words(c::SWITCH)),
    ),
    ("lien_he", "Đầu mối liên hệ", "Đơn vị để người đọc hỏi; không ghi tên cá nhân.", Any),
    ("kenh_kien_nghi", "Kênh kiến nghị", "Địa chỉ nhận kiến nghị trên cổng của tỉnh.", Web),
    (
        "bao_sai_sot",
        "Nơi báo sai sót",
        "Hộp thư dạng mailto:… hoặc địa chỉ bắt đầu bằng https://.",
        Any,
    ),
    (
        "tra_loi_trong",
        "Trả lời trong",
        "Nơi nhận hứa trả lời người báo sai sót trong bao lâu, như “10 ngày làm việc”; chưa hứa thì không ghi.",
        Any,
    ),
    ("may_chu", "Máy chủ", "Viết sẵn tệp cấu hình cho những máy chủ này.", OneOf(Server::codes)),
    ("giay_phep", "Giấy phép dữ liệu", "Giấy phép mà dữ liệu tải về được dùng theo.", Any),
    ("thong_bao", "Thông báo", "Một câu hiện trên mọi trang.", Any),
    (
        "so_cong_bo",
        "Sổ công bố",
        "Sổ ghi từng bản đã công bố để ai cũng kiểm được; congkhai release --lan-dau ghi mục này.",
        Any,
    ),
    (
        "dia_chi_cu",
        "Địa chỉ cũ",
        "Địa chỉ của những trang đã công bố mà nay không còn; mở địa chỉ ấy sẽ thấy trang thay thế, hoặc lý do rút.",
        Any,
    ),
    SEEN,
];

const FORMER_ADDRESS: &[Key] = &[
    (
        "tu",
        "Địa chỉ đã công bố",
        "Tính từ gốc của trang, như ke-hoach/12-kh-ubnd-2026/nhiem-vu/1-3.html.",
        Any,
    ),
    (
        "den",
        "Trang thay thế",
        "Địa chỉ của trang thay thế, tính từ gốc của trang; không có thì ghi ly_do.",
        Any,
    ),
    ("ly_do", "Lý do rút", "Vì sao trang ấy bị rút, nói cho người đọc.", Any),
];

const RELEASE_LEDGER: &[Key] = &[
    (
        "khoa",
        "Khóa công khai",
        "Khóa để kiểm chữ ký của sổ, như congkhai key show in ra; đổi khóa bằng congkhai key rotate.",
        Any,
    ),
    (
        "tep_ngoai",
        "Tệp ngoài trang",
        "Tệp, thư mục (có dấu / ở cuối) do máy chủ hay người khác đặt trong thư mục công bố, không phải của trang.",
        Any,
    ),
];

const THRESHOLDS: &[Key] = &[
    ("sap_den_han", "Sắp đến hạn", "Số ngày trước thời hạn thì gọi là sắp đến hạn.", Number),
    (
        "tin_cu",
        "Tin cũ",
        "Số ngày sau đó thì tin gần nhất được gọi là cũ; không ghi là 365.",
        Number,
    ),
];

const CONTACT: &[Key] = &[
    ("don_vi", "Đơn vị", "Tên phòng, ban phụ trách; không ghi tên cá nhân.", Any),
    ("dien_thoai", "Điện thoại", "Số điện thoại của đơn vị.", Any),
    ("thu", "Thư điện tử", "Hộp thư của đơn vị.", Any),
    ("dia_chi", "Địa chỉ", "Địa chỉ bưu chính.", Any),
    ("trang", "Trang", "Trang của đơn vị trên mạng, bắt đầu bằng https://.", Web),
];

const AGENCY: &[Key] = &[
    ("id", "Mã cơ quan", "Trùng tên tệp, chữ thường không dấu; không bao giờ đổi.", Id),
    ("khoi", "Khối", "Cơ quan thuộc khối nào.", OneOf(Branch::codes)),
    ("cap", "Cấp", "Cấp hành chính.", OneOf(Level::codes)),
    (
        "ten",
        "Các tên gọi",
        "Mỗi tên một mục, cũ trước; đổi tên thì thêm mục, không sửa mục cũ.",
        Any,
    ),
    ("bi_danh", "Cách viết khác", "Mọi cách viết tên gặp trong văn bản.", Any),
    ("ton_tai", "Thời gian tồn tại", "Ngày lập và ngày kết thúc, nếu biết.", Any),
    ("lien_he", "Đầu mối liên hệ", "Đơn vị để người đọc hỏi.", Any),
    ("nguon", "Nguồn", "Những điều trên đọc ở đâu.", Any),
    (
        "ghi_chu_bien_tap",
        "Ghi chú biên tập",
        "Điều người đọc nên biết, như chỗ chưa rõ ai tiếp nhận.",
        Any,
    ),
    SEEN,
];

const NAME: &[Key] = &[
    ("ten", "Tên đầy đủ", "Tên chính thức.", Any),
    ("ten_tat", "Tên tắt", "Tên ngắn để hiện trong bảng.", Any),
    ("tu", "Từ ngày", "Ngày đầu dùng tên này.", DayOrLess),
    ("den", "Đến ngày", "Ngày cuối dùng tên này.", DayOrLess),
];

const SPAN: &[Key] = &[
    ("tu", "Từ", "Ngày, tháng hoặc năm đầu.", DayOrLess),
    ("den", "Đến", "Ngày, tháng hoặc năm cuối.", DayOrLess),
];

const SOURCE: &[Key] = &[
    ("ten", "Tên nguồn", "Nguồn được gọi là gì.", Any),
    ("url", "Địa chỉ", "Bắt đầu bằng https:// hoặc http://.", Web),
    ("ngay_lay", "Ngày đọc", "Ngày đọc nguồn này.", Day),
    ("ghi_chu", "Ghi chú", "Nguồn nói gì, hoặc điều gì chưa chắc.", Any),
];

const REORGANISATION: &[Key] = &[
    ("ma", "Mã", "Không trùng trong tệp.", Any),
    ("ngay", "Ngày có hiệu lực", "Ngày, tháng hoặc năm.", DayOrLess),
    ("loai", "Loại", "Thay đổi thế nào.", OneOf(ReorganisationKind::codes)),
    ("tu", "Cơ quan trước", "Mã các cơ quan trước khi thay đổi.", Id),
    ("den", "Cơ quan sau", "Mã các cơ quan sau khi thay đổi.", Id),
    ("can_cu", "Căn cứ", "Số hiệu văn bản quyết định.", Any),
    ("chuc_nang", "Chức năng", "Những chức năng được chuyển.", Any),
    ("nguon", "Nguồn", "Đọc điều này ở đâu.", Any),
    ("ghi_chu", "Ghi chú", "Điều gì chưa chắc.", Any),
];

const GROUP: &[Key] = &[
    ("id", "Mã nhóm", "Chữ thường không dấu; không bao giờ đổi.", Id),
    ("ten", "Tên nhóm", "Đúng như văn bản viết.", Any),
    ("bi_danh", "Cách viết khác", "Mọi cách viết gặp trong văn bản.", Any),
    ("thanh_vien", "Thành viên", "Các cơ quan của nhóm, nếu kể được hết.", Any),
    ("mo", "Nhóm mở", "true nếu không ai kể được hết thành viên; nhóm mở không được đếm.", Any),
    ("ton_tai", "Thời gian tồn tại", "Nhóm có từ khi nào đến khi nào.", Any),
    ("ghi_chu", "Ghi chú", "Điều người đọc nên biết.", Any),
    ("nguon", "Nguồn", "Đọc điều này ở đâu.", Any),
];

const MEMBER: &[Key] = &[
    ("co_quan", "Cơ quan", "Mã cơ quan.", Id),
    ("tu", "Từ ngày", "Ngày đầu thuộc nhóm.", DayOrLess),
    ("den", "Đến ngày", "Ngày cuối thuộc nhóm.", DayOrLess),
];

const TERM: &[Key] = &[
    ("tu", "Từ", "Từ hoặc chữ viết tắt.", Any),
    ("nghia", "Nghĩa", "Giải thích.", Any),
    ("pham_vi", "Phạm vi", "Nghĩa này đúng ở đâu.", Any),
    (
        "nguon",
        "Ai giải thích",
        "van_ban: chính văn bản nói; bien_tap: biên tập giải thích.",
        OneOf(TermOrigin::codes),
    ),
    ("tu_ngay", "Từ ngày", "Nghĩa này có từ khi nào.", DayOrLess),
    ("ghi_chu", "Ghi chú", "Điều đã thay đổi.", Any),
];

const DOCUMENT: &[Key] = &[
    ("id", "Mã văn bản", "Như 36-nq-tw; dùng để dẫn đến văn bản này.", Any),
    ("so_hieu", "Số hiệu", "Như 36-NQ/TW.", Any),
    ("loai", "Loại văn bản", "Loại của văn bản.", OneOf(DocumentKind::codes)),
    ("trich_yeu", "Trích yếu", "Văn bản nói về việc gì.", Any),
    ("co_quan_ban_hanh", "Cơ quan ban hành", "Tên cơ quan, không cần có tệp trong co-quan/.", Any),
    ("ngay_ban_hanh", "Ngày ban hành", "Ngày; chỉ biết năm thì ghi năm.", DayOrLess),
    ("nguon", "Nguồn", "Đọc được ở đâu.", Any),
    ("ghi_chu", "Ghi chú", "Điều người đọc nên biết.", Any),
];

const PLAN: &[Key] = &[
    ("id", "Mã kế hoạch", "Trùng tên thư mục, như 12-kh-ubnd-2026.", Id),
    ("so_hieu", "Số hiệu", "Như 12/KH-UBND.", Any),
    ("ten_ngan", "Tên ngắn", "Vài chữ mà người dân gọi.", Any),
    (
        "loai",
        "Loại văn bản",
        "Loại của chính văn bản, như ke_hoach, quyet_dinh.",
        OneOf(DocumentKind::codes),
    ),
    (
        "ban_nhap",
        "Bản nháp",
        "co: văn bản chưa ký, chỉ xem trước bằng serve, không có trong trang được dựng.",
        OneOf(|| words(c::SWITCH)),
    ),
    ("trich_yeu", "Trích yếu", "Đúng từng chữ như văn bản.", Any),
    ("co_quan_ban_hanh", "Cơ quan ban hành", "Mã cơ quan, có tệp trong co-quan/.", Id),
    ("ngay_ban_hanh", "Ngày ban hành", "Ngày ký.", Day),
    ("nguoi_ky", "Người ký", "Ai ký, với tư cách gì.", Any),
    ("ngay_hieu_luc", "Ngày có hiệu lực", "Nếu khác ngày ban hành.", Day),
    ("noi_nhan", "Nơi nhận", "Mỗi nơi một mục.", Any),
    ("hieu_luc", "Hiệu lực", "Văn bản còn hiệu lực không.", OneOf(Force::codes)),
    ("linh_vuc", "Lĩnh vực", "Mỗi lĩnh vực một mục.", Any),
    (
        "giai_doan",
        "Giai đoạn",
        "Năm đầu và năm cuối mà văn bản nêu; văn bản không nêu giai đoạn thì bỏ khóa này.",
        Any,
    ),
    ("co_quan_thuong_truc", "Cơ quan thường trực", "Mã cơ quan theo dõi chung.", Id),
    (
        "so_nhiem_vu_goc",
        "Số nhiệm vụ gốc",
        "Văn bản đã ký có bao nhiêu nhiệm vụ; văn bản không giao nhiệm vụ thì bỏ khóa này.",
        Number,
    ),
    (
        "bang_nhiem_vu",
        "Bảng nhiệm vụ",
        "Mỗi bảng một mục, theo thứ tự trong văn bản; chỉ cần khi tiêu đề cột chưa nói đủ.",
        Any,
    ),
    ("nhom_nhiem_vu", "Nhóm nhiệm vụ", "Các nhóm, theo thứ tự trong văn bản, nếu có.", Any),
    ("bo_qua_so", "Số bị bỏ qua", "Những số nhiệm vụ mà chính văn bản nhảy qua.", Any),
    ("quan_he", "Quan hệ với văn bản khác", "Căn cứ, thay thế, sửa đổi…", Any),
    (
        "chi_so",
        "Chỉ số",
        "Điều kế hoạch muốn đạt, bằng số hoặc bằng lời, và kết quả có nguồn.",
        Any,
    ),
    ("nghia_vu_bao_cao", "Nghĩa vụ báo cáo", "Ai phải báo cáo, kỳ nào, gửi ai.", Any),
    ("nguon", "Nguồn", "Bản mà nội dung được chép từ đó.", Any),
    ("tong_ket", "Tổng kết", "Khi kế hoạch đã được tổng kết.", Any),
    ("ghi_chu_bien_tap", "Ghi chú biên tập", "Chỗ kế hoạch viết sai hoặc chưa rõ.", Any),
    (
        "thong_tin_lien_quan",
        "Thông tin liên quan",
        "Nguồn nói về cả kế hoạch; không đổi tình trạng nhiệm vụ nào.",
        Any,
    ),
    SEEN,
];

const SIGNATORY: &[Key] = &[
    (
        "hinh_thuc",
        "Hình thức ký",
        "TM: thay mặt; KT: ký thay; TL: thừa lệnh; TUQ: thừa ủy quyền; Q: quyền.",
        OneOf(Capacity::codes),
    ),
    ("chuc_vu", "Chức vụ", "Chức vụ của người ký.", Any),
    ("ho_ten", "Họ tên", "Họ tên người ký.", Any),
];

const TASK_TABLE: &[Key] = &[
    (
        "ma",
        "Mã bảng",
        "Chữ cái đứng đầu, như pl2; đứng trước số nhiệm vụ trong tên tệp và địa chỉ. Bảng đầu không có mã.",
        Id,
    ),
    ("ten", "Tên bảng", "Người đọc gọi là gì, như “Phụ lục II”.", Any),
    (
        "cot",
        "Cột",
        "Tiêu đề cột: nội dung của cột, cho cột mà tiêu đề chưa nói rõ.",
        OneOf(ColumnRole::codes),
    ),
    (
        "y_nghia_thoi_gian",
        "Cột thời gian nói gì",
        "Một ngày đứng riêng trong cột là thời hạn, kỳ thực hiện, hay không rõ.",
        OneOf(TimeMeaning::codes),
    ),
    ("nam", "Năm", "Năm mà tiêu đề bảng cho những thời gian không ghi năm.", Number),
    ("o_trong", "Cột để trống", "Tiêu đề những cột mà văn bản để trống.", Any),
];

const TASK_GROUP: &[Key] = &[
    ("so", "Số của nhóm", "Để trong nháy kép.", Any),
    ("ten", "Tên nhóm", "Đúng từng chữ như văn bản.", Any),
    (
        "ten_ngan",
        "Tên ngắn của nhóm",
        "Vài chữ dễ hiểu do biên tập đặt, không nói gì hơn tên nhóm; không ghi thì trang dùng tên nhóm.",
        Any,
    ),
    ("bang", "Bảng", "Mã bảng của nhóm; bảng đầu thì không ghi.", Id),
    ("thuoc", "Thuộc nhóm", "Số của nhóm lớn hơn, nếu có.", Any),
    ("ma", "Mã nhóm", "Khi số nhiệm vụ đếm lại từ đầu trong mỗi nhóm; chữ cái đứng đầu.", Id),
    ("so_van_ban", "Số như văn bản ghi", "Nếu văn bản ghi khác so.", Any),
    (
        "danh_so",
        "Văn bản có đánh số không",
        "khong: dòng này trong văn bản không có số.",
        OneOf(|| words(c::SWITCH)),
    ),
    ("ung_voi", "Ứng với", "Mã chỗ trong văn bản, như i.1.", Any),
];

const RELATION: &[Key] = &[
    (
        "loai",
        "Loại quan hệ",
        "Kế hoạch này quan hệ thế nào với văn bản kia.",
        OneOf(RelationKind::codes),
    ),
    ("den", "Văn bản kia", "Mã trong can-cu-phap-ly.yml hoặc mã một kế hoạch.", Any),
    ("pham_vi", "Phạm vi", "Phần nào.", Any),
    ("ngay", "Ngày", "Ngày có hiệu lực, khi nó đổi hiệu lực của kế hoạch.", Day),
];

const DUTY: &[Key] = &[
    ("ma", "Mã", "Để báo cáo dẫn đến nghĩa vụ này.", Any),
    ("ai", "Ai báo cáo", "Mã các cơ quan.", Id),
    ("ai_nhom", "Nhóm nào báo cáo", "Mã các nhóm cơ quan.", Id),
    (
        "ky",
        "Kỳ báo cáo",
        "nam: hằng năm; 6_thang: cả hai nửa năm; quy: hằng quý; thang: hằng tháng; tuan: hằng tuần; 6_thang_dau_nam, 9_thang: mỗi năm một lần; giua_ky, tong_ket: một lần. Nhiều kỳ thì ghi danh sách.",
        OneOf(Frequency::codes),
    ),
    (
        "giai_doan",
        "Giai đoạn",
        "Năm hoặc tháng đầu và cuối phải báo cáo; bỏ khóa này thì là giai đoạn của văn bản, văn bản không nêu thì từ ngày ban hành đến ngày số liệu.",
        Any,
    ),
    (
        "han",
        "Hạn",
        "Như “15/12” (nam), “20/6 và 20/12” (6_thang), “ngày 18 tháng cuối quý” (quy), “18” hoặc “05 tháng sau” (thang), “thứ sáu” (tuan), “30/6/2028” (giua_ky); không ghi nếu kế hoạch không nêu. Nhiều kỳ có hạn khác nhau thì ghi danh sách theo thứ tự của ky.",
        Any,
    ),
    ("gui_den", "Gửi đến", "Mã cơ quan nhận.", Id),
    ("tong_hop_gui", "Tổng hợp gửi", "Mã cơ quan nhận bản tổng hợp.", Id),
    ("nguyen_van", "Nguyên văn", "Đúng từng chữ của kế hoạch.", Any),
    ("dieu", "Chỗ trong văn bản", "Mã như iv.1.", Any),
];

const INDICATOR: &[Key] = &[
    ("ma", "Mã", "c1, c2… không trùng trong kế hoạch hay nhiệm vụ.", Id),
    ("ten", "Tên", "Đo điều gì, đúng lời văn bản.", Any),
    ("don_vi", "Đơn vị", "Như % hoặc hồ sơ; dùng cho số không ghi đơn vị bên cạnh.", Any),
    (
        "chieu",
        "Chiều",
        "tang: càng cao càng tốt; giam: càng thấp càng tốt.",
        OneOf(Direction::codes),
    ),
    ("moc", "Mốc", "Giá trị ban đầu, nếu văn bản nêu.", Any),
    (
        "muc_tieu",
        "Mục tiêu",
        "Danh sách các mức theo thời điểm; hoặc một mức, khi đó ghi nam hay ngay bên cạnh.",
        Any,
    ),
    ("nam", "Năm", "Năm của một mức duy nhất.", Number),
    ("ngay", "Ngày", "Ngày hoặc tháng của một mức duy nhất.", DayOrLess),
    ("ket_qua", "Kết quả", "Điều nguồn được dẫn ghi; chưa có nguồn thì không ghi.", Any),
    ("con", "Chỉ số con", "Các phần của chỉ số; phần không có phần nữa.", Any),
    ("dieu", "Chỗ trong văn bản", "Mã như ii.1.", Any),
    ("ghi_chu", "Ghi chú", "Điều người đọc nên biết.", Any),
];

const INDICATOR_PART: &[Key] = &[
    ("ma", "Mã", "a, b… không trùng trong chỉ số.", Id),
    ("ten", "Tên", "Đo điều gì, đúng lời văn bản.", Any),
    ("don_vi", "Đơn vị", "Nếu khác chỉ số cha.", Any),
    ("chieu", "Chiều", "Nếu khác chỉ số cha.", OneOf(Direction::codes)),
    ("moc", "Mốc", "Giá trị ban đầu, nếu văn bản nêu.", Any),
    ("muc_tieu", "Mục tiêu", "Danh sách các mức theo thời điểm; hoặc một mức.", Any),
    ("nam", "Năm", "Năm của một mức duy nhất.", Number),
    ("ngay", "Ngày", "Ngày hoặc tháng của một mức duy nhất.", DayOrLess),
    ("ket_qua", "Kết quả", "Điều nguồn được dẫn ghi; chưa có nguồn thì không ghi.", Any),
    ("dieu", "Chỗ trong văn bản", "Mã như ii.1.", Any),
    ("ghi_chu", "Ghi chú", "Điều người đọc nên biết.", Any),
];

const READING: &[Key] = &[
    ("gia_tri", "Giá trị", "Như “35%”, “1.250”, “0,5”.", Any),
    ("ngay", "Ngày", "Ngày, tháng hoặc năm.", DayOrLess),
];

const TARGET: &[Key] = &[
    (
        "gia_tri",
        "Mức",
        "Đúng lời văn bản: “80%”, “ít nhất 80%”, “không quá 5%”, “70 - 80%”, hoặc bằng lời.",
        Any,
    ),
    ("nam", "Năm", "Đến hết năm nào.", Number),
    ("ngay", "Ngày", "Đến ngày hoặc tháng nào.", DayOrLess),
];

const OUTCOME: &[Key] = &[
    ("ngay", "Ngày", "Kết quả của ngày, tháng hoặc năm nào.", DayOrLess),
    ("gia_tri", "Giá trị", "Như nguồn ghi: “62%”, “1.250”, “0,5”.", Any),
    ("nguon", "Nguồn", "Ai nói thế; bắt buộc.", Any),
];

const OUTCOME_SOURCE: &[Key] = &[
    ("ten", "Tên", "Tên của văn bản, báo cáo hay trang.", Any),
    ("so_hieu", "Số hiệu", "Nếu là văn bản.", Any),
    ("co_quan", "Nơi ban hành", "Tên cơ quan hay nơi đăng.", Any),
    ("url", "Địa chỉ", "Bắt đầu bằng https:// hoặc http://.", Web),
];

const ORIGIN: &[Key] = &[
    ("url", "Địa chỉ", "Nơi đăng văn bản.", Web),
    ("ngay_lay", "Ngày chép", "Ngày tải bản này về.", Day),
    ("tep", "Tệp", "Bản chữ đã tải, như nguon.txt, trong thư mục của kế hoạch.", Any),
    ("sha256", "SHA-256", "Mã nhận dạng của tệp, 64 chữ số thập lục phân.", Checksum),
    ("khung_trang", "Dòng của trang đăng", "Những dòng của tệp không thuộc văn bản.", Any),
];

const WRAPPER: &[Key] = &[
    ("dong", "Dòng", "Một dòng hoặc một khoảng dòng, như 1-7.", Any),
    ("ten", "Là gì", "Những dòng ấy là gì.", Any),
];

const CLOSING: &[Key] = &[
    ("ngay", "Ngày tổng kết", "Ngày của báo cáo tổng kết.", Day),
    ("can_cu", "Báo cáo", "Số hiệu báo cáo tổng kết.", Any),
];

const RELATED: &[Key] = &[
    ("ten", "Tên", "Tên của nguồn.", Any),
    ("loai", "Loại", "Nguồn là gì.", OneOf(EvidenceKind::codes)),
    ("co_quan", "Nơi đăng", "Ai đăng.", Any),
    ("so_hieu", "Số hiệu", "Nếu là văn bản.", Any),
    ("ngay", "Ngày", "Ngày, tháng hoặc năm.", DayOrLess),
    ("ghi_chu_ngay", "Ghi chú về ngày", "Ngày suy từ đâu, nếu không in trên nguồn.", Any),
    ("url", "Địa chỉ", "Bắt đầu bằng https:// hoặc http://.", Web),
    ("noi_dung", "Nói gì", "Tóm tắt bằng lời của biên tập.", Any),
    ("trich_dan", "Trích dẫn", "Đúng từng chữ của nguồn.", Any),
    ("so_lieu", "Số liệu", "Con số trong nguồn.", Any),
    (
        "muc_tin_cay",
        "Mức tin cậy",
        "a: đã đọc nguồn; b: mới thấy nơi khác dẫn lại.",
        OneOf(|| words(c::GRADES)),
    ),
    ("ghi_chu", "Ghi chú", "Vì sao không đặt tình trạng.", Any),
];

const TASK: &[Key] = &[
    ("so", "Số nhiệm vụ", "Để trong nháy kép: \"3.1\"; khớp tên tệp 3-1.md.", Any),
    ("bang", "Bảng", "Mã bảng trong ke-hoach.yml; bảng đầu thì không ghi.", Id),
    (
        "nhom",
        "Nhóm",
        "Số của nhóm nhiệm vụ trong ke-hoach.yml; bảng không có nhóm thì không ghi.",
        Any,
    ),
    ("cha", "Thuộc nhiệm vụ", "Số của nhiệm vụ mà việc này là một phần.", Any),
    ("so_van_ban", "Số như văn bản ghi", "Nếu văn bản ghi khác so, như “-” hoặc “2)”.", Any),
    (
        "danh_so",
        "Văn bản có đánh số không",
        "khong: dòng này trong văn bản không có số.",
        OneOf(|| words(c::SWITCH)),
    ),
    ("nguyen_van", "Nguyên văn", "Đúng từng chữ của kế hoạch, cả chỗ sai.", Any),
    (
        "ten_ngan",
        "Tên ngắn",
        "Vài chữ dễ hiểu do biên tập đặt, không nói gì hơn nguyên văn, không nói việc đã làm đến đâu; không ghi thì trang dùng nguyên văn.",
        Any,
    ),
    ("chu_tri", "Cơ quan chủ trì", "Mã các cơ quan được nêu đích danh.", Id),
    ("chu_tri_nhom", "Nhóm chủ trì", "Mã các nhóm cơ quan.", Id),
    (
        "chu_tri_nguyen_van",
        "Cột chủ trì, nguyên văn",
        "Đúng từng chữ của cột “Cơ quan chủ trì”.",
        Any,
    ),
    (
        "phan_viec",
        "Phần việc",
        "Mã cơ quan: phần của cơ quan ấy, đúng lời trong cột chủ trì, như “đối với cấp xã”.",
        Any,
    ),
    ("phoi_hop", "Phối hợp", "Các cơ quan phối hợp.", Any),
    ("thoi_gian", "Thời gian", "Cột “Thời gian” và cách hiểu.", Any),
    (
        "tinh_chat",
        "Tính chất",
        "co_thoi_han: thời gian là hạn chót; thuong_xuyen: việc thường xuyên; chua_xac_dinh: chưa rõ.",
        OneOf(Nature::codes),
    ),
    ("viec_con", "Việc con", "Những phần việc có tình trạng riêng.", Any),
    (
        "ket_qua",
        "Các kết quả",
        "Những kết quả của nhiệm vụ, mỗi kết quả có thể có chủ trì, thời gian riêng; xong hết là xong nhiệm vụ.",
        Any,
    ),
    ("san_pham", "Sản phẩm", "Sản phẩm mà kế hoạch hứa.", Any),
    ("cot_khac", "Cột khác", "Tiêu đề cột: đúng từng chữ của ô, cho cột không có khóa riêng.", Any),
    ("o_trong", "Ô để trống", "Tiêu đề những cột mà ô của dòng này để trống.", Any),
    (
        "o_gop",
        "Ô gộp",
        "Tiêu đề những cột mà ô của dòng này gộp với ô ở trên hoặc ở bên trái; lời của ô vẫn ghi đủ.",
        Any,
    ),
    (
        "chi_so",
        "Chỉ số",
        "Điều nhiệm vụ muốn đạt, bằng số hoặc bằng lời, và kết quả có nguồn.",
        Any,
    ),
    ("can_cu_dieu", "Thực hiện điểm nào", "Mã chỗ trong văn bản, như i.1.a.", Any),
    ("phu_thuoc", "Chờ nhiệm vụ", "Số những nhiệm vụ phải xong trước.", Any),
    ("han_che", "Hạn chế công khai", "Có ô này thì chỉ nguyên văn và tình trạng được hiện.", Any),
    ("ghi_chu_bien_tap", "Ghi chú biên tập", "Chỗ nghi sai, chỗ chưa rõ.", Any),
    ("bo_sung", "Được bổ sung bởi", "Chỉ khi nhiệm vụ không có trong bản đã ký.", Any),
    (
        "dien_bien",
        "Diễn biến",
        "Việc đã xảy ra, cũ trước; chỉ thêm vào cuối, không sửa, không xóa.",
        Any,
    ),
    ("thong_tin_lien_quan", "Thông tin liên quan", "Nguồn cùng chủ đề; không đổi tình trạng.", Any),
    SEEN,
];

const PARTNERS: &[Key] = &[
    ("nguyen_van", "Nguyên văn", "Đúng từng chữ của cột “Cơ quan phối hợp”.", Any),
    ("co_quan", "Cơ quan", "Mã các cơ quan trong đó.", Id),
    ("nhom", "Nhóm", "Mã các nhóm trong đó.", Id),
];

const PERIOD: &[Key] = &[
    ("nguyen_van", "Nguyên văn", "Đúng từng chữ của cột “Thời gian”.", Any),
    (
        "doc_la",
        "Đọc là",
        "Cách hiểu, khi công cụ không đọc được nguyên văn: “trước ngày 30/6/2026”, “từ 2026 đến 2028”, “thường xuyên”.",
        Any,
    ),
    ("doc_la_vi", "Vì sao đọc như vậy", "Bắt buộc khi có doc_la.", Any),
    ("tu", "Từ", "Ngày, tháng hoặc năm đầu, khi nguyên văn không nói rõ.", DayOrLess),
    ("den", "Đến", "Ngày, tháng hoặc năm cuối, khi nguyên văn không nói rõ.", DayOrLess),
];

const SUB_WORK: &[Key] = &[
    ("ma", "Mã", "Một chữ, như a.", Any),
    ("nguyen_van", "Nguyên văn", "Một đoạn trong lời của nhiệm vụ.", Any),
];

const RESULT: &[Key] = &[
    ("ma", "Mã", "Một chữ, như a.", Any),
    ("nguyen_van", "Nguyên văn", "Đúng từng chữ của văn bản về kết quả này.", Any),
    ("chu_tri", "Cơ quan chủ trì", "Nếu kết quả này có cơ quan chủ trì riêng.", Id),
    ("chu_tri_nhom", "Nhóm chủ trì", "Mã các nhóm cơ quan.", Id),
    ("chu_tri_nguyen_van", "Cột chủ trì, nguyên văn", "Đúng từng chữ của cột ấy.", Any),
    ("thoi_gian", "Thời gian", "Nếu kết quả này có thời gian riêng.", Any),
    ("san_pham", "Sản phẩm", "Sản phẩm mà kế hoạch hứa.", Any),
];

const ADDITION: &[Key] = &[
    ("can_cu", "Căn cứ", "Số hiệu văn bản bổ sung.", Any),
    ("ngay", "Ngày", "Ngày ban hành văn bản ấy.", Day),
];

const EVENT: &[Key] = &[
    ("ma", "Mã", "d1, d2, d3… không trùng trong cùng nhiệm vụ.", Any),
    ("ngay", "Ngày xảy ra", "Ngày; chỉ biết tháng hay năm thì ghi tháng hay năm.", DayOrLess),
    ("ngay_cong_bo", "Ngày công bố", "Ngày đưa lên trang này.", Day),
    ("loai", "Loại diễn biến", "Việc gì đã xảy ra.", OneOf(|| words(&EventName::by_word()))),
    ("trang_thai", "Trạng thái được báo", "Không có “quá hạn”: công cụ tự tính.", OneOf(c::states)),
    ("viec_con", "Việc con", "Mã việc con; không ghi là nói về cả nhiệm vụ.", Any),
    ("ket_qua", "Kết quả", "Mã kết quả; không ghi là nói về cả nhiệm vụ.", Any),
    ("ky", "Kỳ", "Kỳ được nói đến, của việc lặp lại: 2026, 2026-Q2, 2026-06.", Any),
    ("noi_dung", "Nội dung", "Điều đã xảy ra.", Any),
    ("kho_khan", "Khó khăn", "Vướng mắc mà cơ quan nêu.", Any),
    (
        "co_quan_bao_cao",
        "Cơ quan báo cáo",
        "Mã cơ quan đã báo; tự đọc ở trang công khai thì không ghi.",
        Id,
    ),
    ("minh_chung", "Minh chứng", "Văn bản, sản phẩm, số liệu, báo cáo hay tin bài.", Any),
    ("can_cu", "Căn cứ", "Số hiệu văn bản cho phép.", Any),
    ("dieu_chinh", "Điều chỉnh", "Chỉ với loai: dieu_chinh.", Any),
    ("an_dinh_thoi_han", "Ấn định thời hạn", "Chỉ với loai: an_dinh_thoi_han.", Any),
    ("chuyen_tiep", "Chuyển tiếp", "Chỉ với loai: chuyen_tiep.", Any),
    ("chuyen_giao", "Chuyển giao", "Chỉ với loai: chuyen_giao.", Any),
];

const ADJUSTMENT: &[Key] = &[
    ("muc", "Mục được đổi", "Đổi điều gì.", OneOf(Adjustment::codes)),
    ("cu", "Trước", "Giá trị trước khi đổi.", Any),
    (
        "moi",
        "Sau",
        "Ngày, tháng, quý hoặc năm nếu đổi thời hạn, mã cơ quan nếu đổi chủ trì, lời mới nếu đổi nội dung.",
        Any,
    ),
];

const CARRY_OVER: &[Key] = &[
    ("ke_hoach", "Kế hoạch", "Mã kế hoạch ở trang này, hoặc số hiệu kế hoạch khác.", Any),
    ("nhiem_vu", "Nhiệm vụ", "Số nhiệm vụ ở đó.", Any),
];

const HANDOVER: &[Key] = &[
    ("tu", "Bên giao", "Mã cơ quan giao việc.", Id),
    ("den", "Bên nhận", "Mã cơ quan nhận việc.", Id),
];

const EVIDENCE: &[Key] = &[
    ("loai", "Loại", "Tin bài không đủ để báo hoàn thành.", OneOf(EvidenceKind::codes)),
    ("ten", "Tên", "Tên của minh chứng.", Any),
    ("ngay", "Ngày", "Ngày, tháng hoặc năm.", DayOrLess),
    ("ghi_chu_ngay", "Ghi chú về ngày", "Ngày suy từ đâu, nếu không in trên nguồn.", Any),
    ("so_hieu", "Số hiệu", "Nếu là văn bản.", Any),
    ("co_quan", "Nơi ban hành", "Tên cơ quan hay nơi đăng.", Any),
    ("url", "Địa chỉ", "Bắt đầu bằng https:// hoặc http://.", Web),
    ("tep", "Tệp", "Tên tệp trong thư mục tep/ của kế hoạch.", Any),
    ("sha256", "SHA-256", "Mã nhận dạng của tệp, 64 chữ số thập lục phân.", Checksum),
    ("cong_khai", "Công khai", "false nếu người đọc không được xem; khi đó ghi lý do.", Any),
    ("ly_do_khong_cong_khai", "Lý do không công khai", "Vì sao.", Any),
    ("trich_dan", "Trích dẫn", "Đúng từng chữ của nguồn.", Any),
    ("ghi_chu", "Ghi chú", "Điều người đọc nên biết.", Any),
];

const REPORT: &[Key] = &[
    ("nghia_vu", "Nghĩa vụ", "Mã nghĩa vụ báo cáo trong ke-hoach.yml.", Any),
    ("nam", "Năm", "Năm được báo cáo, trong nháy kép; không cần nếu ky đã có năm.", Number),
    (
        "ky",
        "Kỳ",
        "Mã kỳ: 2026, 2026-H1, 2026-9M, 2026-Q2, 2026-06, 2026-W07, giua_ky, tong_ket; hoặc thứ tự trong năm, bên cạnh nam.",
        Any,
    ),
    ("co_quan", "Cơ quan", "Mã cơ quan gửi.", Id),
    ("ngay_gui", "Ngày gửi", "Ngày gửi báo cáo; gửi lại thì thêm một mục.", Day),
    (
        "chua_gui",
        "Chưa gửi",
        "Thay cho ngay_gui, chỉ khi có nguồn nói báo cáo chưa gửi; chưa biết thì không ghi mục nào.",
        Any,
    ),
    ("so_hieu", "Số hiệu", "Số hiệu báo cáo.", Any),
    ("url", "Địa chỉ", "Nơi đọc được.", Web),
    ("tom_tat", "Tóm tắt", "Báo cáo nói gì.", Any),
];

const UNSENT: &[Key] = &[
    ("ngay", "Ngày", "Ngày nguồn nói báo cáo chưa gửi.", Day),
    ("can_cu", "Căn cứ", "Số hiệu văn bản nói thế.", Any),
    ("url", "Địa chỉ", "Nơi đọc được lời ấy.", Web),
];

const CORRECTION: &[Key] = &[
    ("ma", "Mã", "dc1, dc2… không trùng trong tệp.", Any),
    (
        "loai",
        "Loại",
        "van_ban: cơ quan đính chính văn bản; trang_thong_tin: trang này viết sai.",
        OneOf(CorrectionKind::codes),
    ),
    ("ngay", "Ngày đăng", "Ngày đăng đính chính ở đây.", Day),
    (
        "dich",
        "Đính chính chỗ nào",
        "Như nhiem-vu/3.1, diem/ii.4.a, ke-hoach; điều không thuộc kế hoạch nào (cơ quan, thuật ngữ, trang giới thiệu) thì ghi trang.",
        Any,
    ),
    ("truoc", "Trước", "Đã viết thế nào.", Any),
    ("sau", "Sau", "Nay là thế nào.", Any),
    ("ly_do", "Lý do", "Vì sao sửa.", Any),
    (
        "nguon",
        "Do đâu",
        "tu_phat_hien, kien_nghi hoặc co_quan_khac.",
        OneOf(CorrectionOrigin::codes),
    ),
    ("ngay_nhan", "Ngày nhận kiến nghị", "Nếu sửa theo kiến nghị.", Day),
    ("ngay_tra_loi", "Ngày trả lời", "Ngày trả lời người kiến nghị.", Day),
    ("cong_van", "Công văn", "Số hiệu văn bản đính chính của cơ quan.", Any),
];

const PAGE: &[Key] = &[
    ("tieu_de", "Tiêu đề", "Tiêu đề của trang.", Any),
    ("mo_ta", "Mô tả", "Một câu cho danh sách và máy tìm kiếm.", Any),
    SEEN,
];
