//! Every table of open data: what it holds, its columns and keys.
//!
//! One list: it writes the heads of CSV and workbook, `datapackage.json` and the data pages, so that a description
//! cannot drift from its file. A row a column: a new one is a row here and its value in `export/tables`. A column's name is the content's own word; its meaning is for readers.

use super::kinds::{
    Branch, Capacity, CorrectionKind, CorrectionOrigin, CorrectionSubject, Direction, EventName,
    EvidenceKind, Force, Frequency, IndicatorRow, Level, LevelName, Pending, RelationKind,
    ReorganisationKind, Reported, Role, TimeKind,
};
use super::measures;
use super::standings::{FateName, PlanStateName, ReportStateName, StandingKind, StateName};
use super::{Meanings, meanings};

/// A table of open data.
#[derive(Debug)]
pub struct Table {
    /// The file's name without ending, and the sheet's.
    pub name: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What a row is.
    pub about: &'static str,
    /// Its columns, in order; every table ends in [`AS_OF`].
    pub columns: &'static [Column],
    /// The columns that name a row.
    pub key: &'static [&'static str],
    /// Where columns lead.
    pub links: &'static [Link],
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Its name in every format.
    pub name: &'static str,
    /// What its values are.
    pub kind: Kind,
    /// What it means.
    pub meaning: &'static str,
}

/// What a column's values are.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Words.
    Text,
    /// One of some codes.
    Code(fn() -> Meanings),
    /// Ids; in CSV and workbook parted by `;`.
    List,
    /// A whole number.
    Integer,
    /// A number with decimals.
    Decimal,
    /// A day.
    Date,
    /// A day, month or year, as precise as it is known.
    PartialDate,
    /// Yes or no.
    Flag,
    /// An address.
    Address,
}

impl Kind {
    /// The kind in words.
    pub fn in_words(self) -> &'static str {
        match self {
            Kind::Text => "chữ",
            Kind::Code(_) => "mã",
            Kind::List => "các mã, cách nhau bằng dấu chấm phẩy",
            Kind::Integer => "số nguyên",
            Kind::Decimal => "số",
            Kind::Date => "ngày (năm-tháng-ngày)",
            Kind::PartialDate => "ngày, tháng hoặc năm",
            Kind::Flag => "true hoặc false",
            Kind::Address => "địa chỉ",
        }
    }

    /// The codes, each with its meaning; none for other kinds.
    pub fn codes(self) -> Meanings {
        match self {
            Kind::Code(codes) => codes(),
            Kind::Text
            | Kind::List
            | Kind::Integer
            | Kind::Decimal
            | Kind::Date
            | Kind::PartialDate
            | Kind::Flag
            | Kind::Address => Vec::new(),
        }
    }
}

/// Columns that name a row of another table.
#[derive(Debug)]
pub struct Link {
    /// The columns here.
    pub columns: &'static [&'static str],
    /// The other table.
    pub table: &'static str,
    /// Its key.
    pub to: &'static [&'static str],
}

const fn column(name: &'static str, kind: Kind, meaning: &'static str) -> Column {
    Column { name, kind, meaning }
}

const fn link(
    columns: &'static [&'static str],
    table: &'static str,
    to: &'static [&'static str],
) -> Link {
    Link { columns, table, to }
}

/// Where nobody knows, the column is empty.
fn known_forces() -> Meanings {
    meanings::<Force>().into_iter().filter(|(code, _)| code != Force::Unknown.code()).collect()
}

const AS_OF: Column =
    column("tinh_den_ngay", Kind::Date, "Ngày mà mọi giá trị của dòng này được tính đến.");
const PLAN: Column = column("ke_hoach", Kind::Text, "Mã kế hoạch.");
const TASK: Column = column(
    "so",
    Kind::Text,
    "Số nhiệm vụ như trong văn bản; là chữ, nên 6.10 khác 6.1. Bảng hay nhóm đánh số lại từ đầu thì có mã của nó đứng trước, như pl2-1.1.",
);
const PLAN_LINK: Link = link(&["ke_hoach"], "ke-hoach", &["id"]);
const TASK_LINK: Link = link(&["ke_hoach", "so"], "nhiem-vu", &["ke_hoach", "so"]);

/// Plans.
pub static PLANS: Table = Table {
    name: "ke-hoach",
    title: "Kế hoạch",
    about: "Mỗi dòng là một kế hoạch.",
    columns: &[
        column("id", Kind::Text, "Mã kế hoạch: số hiệu và năm."),
        column("so_hieu", Kind::Text, "Số, ký hiệu."),
        column("ten_ngan", Kind::Text, "Tên gọi ngắn."),
        column("trich_yeu", Kind::Text, "Trích yếu nội dung."),
        column("co_quan_ban_hanh", Kind::Text, "Mã cơ quan ban hành."),
        column("ngay_ban_hanh", Kind::Date, "Ngày ban hành."),
        column("ngay_hieu_luc", Kind::Date, "Ngày có hiệu lực; trống nếu văn bản không ghi."),
        column("hieu_luc", Kind::Code(known_forces), "Tình trạng hiệu lực; trống nếu chưa rõ."),
        column("tu", Kind::Date, "Ngày đầu giai đoạn; trống nếu văn bản không nêu giai đoạn."),
        column("den", Kind::Date, "Ngày cuối giai đoạn; trống nếu văn bản không nêu giai đoạn."),
        column("so_nhiem_vu_goc", Kind::Integer, "Số nhiệm vụ trong văn bản."),
        column(
            "tinh_trang",
            Kind::Code(meanings::<PlanStateName>),
            "Tình trạng của cả văn bản, suy từ giai đoạn và báo cáo tổng kết; trống nếu văn bản không nêu giai đoạn.",
        ),
        column("url", Kind::Address, "Trang của kế hoạch."),
        AS_OF,
    ],
    key: &["id"],
    links: &[link(&["co_quan_ban_hanh"], "co-quan", &["id"])],
};

/// Tasks.
pub static TASKS: Table = Table {
    name: "nhiem-vu",
    title: "Nhiệm vụ",
    about: "Mỗi dòng là một nhiệm vụ, với tình trạng tính đến ngày. Nhiệm vụ hạn chế công khai chỉ có số, nhóm, lời và tình trạng.",
    columns: &[
        PLAN,
        TASK,
        column("so_van_ban", Kind::Text, "Số đúng như văn bản ghi; trống nếu dòng ấy không có số."),
        column("bang", Kind::Text, "Mã của bảng nhiệm vụ; trống nếu là bảng đầu."),
        column(
            "nhom",
            Kind::Text,
            "Số của nhóm nhiệm vụ, sau mã bảng nếu có; trống nếu không thuộc nhóm nào.",
        ),
        column("ten_nhom", Kind::Text, "Tên nhóm, đúng nguyên văn."),
        column(
            "ten_ngan_nhom",
            Kind::Text,
            "Tên ngắn của nhóm, do ban biên tập đặt; trống nếu chưa đặt.",
        ),
        column(
            "thuoc_nhiem_vu",
            Kind::Text,
            "Số của nhiệm vụ mà việc này là một phần; trống nếu không.",
        ),
        column("nguyen_van", Kind::Text, "Lời của nhiệm vụ, đúng nguyên văn."),
        column(
            "ten_ngan",
            Kind::Text,
            "Tên ngắn của nhiệm vụ, do ban biên tập đặt, không phải lời của văn bản; trống nếu chưa đặt.",
        ),
        column("chu_tri", Kind::List, "Mã các cơ quan và nhóm cơ quan được kế hoạch giao chủ trì."),
        column("chu_tri_nguyen_van", Kind::Text, "Lời của cột “Cơ quan chủ trì”."),
        column("phoi_hop_nguyen_van", Kind::Text, "Lời của cột “Cơ quan phối hợp”."),
        column("thoi_gian_nguyen_van", Kind::Text, "Lời của cột “Thời gian”."),
        column("san_pham", Kind::Text, "Sản phẩm, kết quả mà kế hoạch nêu, mỗi mục một dòng."),
        column(
            "cot_khac",
            Kind::Text,
            "Lời của các cột khác trong bảng của văn bản, mỗi cột một dòng sau tiêu đề cột.",
        ),
        column("tu", Kind::Date, "Ngày đầu, nếu lời của văn bản nêu."),
        column(
            "han_goc",
            Kind::Date,
            "Thời hạn trong văn bản; trống nếu kế hoạch không đặt thời hạn.",
        ),
        column(
            "han_hien_hanh",
            Kind::Date,
            "Thời hạn đang áp dụng, sau các văn bản điều chỉnh hoặc ấn định; trống nếu không có thời hạn.",
        ),
        column("den", Kind::Date, "Ngày cuối kỳ thực hiện không phải là thời hạn."),
        column("tinh_chat", Kind::Code(meanings::<TimeKind>), "Lời về thời gian nói điều gì."),
        column("doc_la_vi", Kind::Text, "Vì sao người biên tập hiểu lời về thời gian như vậy."),
        column(
            "trang_thai",
            Kind::Code(meanings::<StateName>),
            "Trạng thái mà các diễn biến đã công bố cho biết; trống nếu chưa có tin.",
        ),
        column(
            "tinh_trang",
            Kind::Code(meanings::<StandingKind>),
            "Tình trạng tính từ trạng thái, thời hạn và ngày tính đến.",
        ),
        column("tinh_trang_ten", Kind::Text, "Tình trạng bằng lời, không kèm số ngày."),
        column(
            "so_ngay_qua_han",
            Kind::Integer,
            "Số ngày quá hạn, khi tình trạng là quá hạn hoặc hoàn thành quá hạn.",
        ),
        column(
            "ngay_hoan_thanh",
            Kind::PartialDate,
            "Ngày hoàn thành theo báo cáo đã được xác nhận.",
        ),
        column(
            "ngay_cap_nhat",
            Kind::PartialDate,
            "Ngày theo nguồn của tin gần nhất về nhiệm vụ; ngày đưa lên trang ở bảng diễn biến.",
        ),
        column("so_minh_chung", Kind::Integer, "Số minh chứng, kể cả minh chứng không công khai."),
        column(
            "bo_sung_theo",
            Kind::Text,
            "Văn bản bổ sung nhiệm vụ; trống nếu có từ kế hoạch gốc.",
        ),
        column(
            "han_che",
            Kind::Flag,
            "Nhiệm vụ hạn chế công khai: các cột khác số, nhóm, lời và tình trạng để trống.",
        ),
        column("url", Kind::Address, "Trang của nhiệm vụ."),
        AS_OF,
    ],
    key: &["ke_hoach", "so"],
    links: &[PLAN_LINK],
};

/// Who is to do what.
pub static ASSIGNMENTS: Table = Table {
    name: "phan-cong",
    title: "Phân công",
    about: "Mỗi dòng là một vai của một cơ quan, hoặc một nhóm cơ quan, trong một nhiệm vụ. Một nhiệm vụ có thể có nhiều cơ quan chủ trì, nên tổng theo cơ quan lớn hơn số nhiệm vụ.",
    columns: &[
        PLAN,
        TASK,
        column("co_quan", Kind::Text, "Mã cơ quan; trống nếu là nhóm."),
        column("nhom_co_quan", Kind::Text, "Mã nhóm cơ quan; trống nếu là một cơ quan."),
        column("vai", Kind::Code(meanings::<Role>), "Vai trong nhiệm vụ."),
        column("tu", Kind::PartialDate, "Từ khi nào."),
        column("den", Kind::PartialDate, "Đến khi nào; trống nếu vẫn còn hoặc chưa rõ."),
        column(
            "can_cu",
            Kind::Text,
            "Văn bản làm căn cứ; với vai theo kế hoạch là chính kế hoạch hoặc văn bản bổ sung.",
        ),
        AS_OF,
    ],
    key: &[],
    links: &[TASK_LINK, link(&["co_quan"], "co-quan", &["id"])],
};

/// What happened.
pub static EVENTS: Table = Table {
    name: "dien-bien",
    title: "Diễn biến",
    about: "Mỗi dòng là một diễn biến đã công bố của một nhiệm vụ. Diễn biến chỉ được thêm, không bị sửa hay xóa.",
    columns: &[
        PLAN,
        TASK,
        column("ma", Kind::Text, "Mã diễn biến, riêng trong nhiệm vụ."),
        column("viec_con", Kind::Text, "Chữ của việc con; trống nếu nói về cả nhiệm vụ."),
        column("ngay", Kind::PartialDate, "Ngày theo nguồn: ngày, tháng hoặc năm mà nguồn ghi."),
        column("ngay_cong_bo", Kind::Date, "Ngày đưa lên trang."),
        column("loai", Kind::Code(meanings::<EventName>), "Loại diễn biến."),
        column(
            "trang_thai",
            Kind::Code(meanings::<Reported>),
            "Trạng thái mà diễn biến báo cáo; trống nếu không báo cáo trạng thái.",
        ),
        column("noi_dung", Kind::Text, "Nội dung."),
        column("kho_khan", Kind::Text, "Khó khăn, vướng mắc."),
        column("co_quan_bao_cao", Kind::Text, "Mã cơ quan báo cáo."),
        column(
            "gia_tri_cu",
            Kind::Text,
            "Với diễn biến điều chỉnh, chuyển giao: giá trị trước (ngày, mã cơ quan hoặc lời).",
        ),
        column(
            "gia_tri_moi",
            Kind::Text,
            "Giá trị sau; với chuyển tiếp: kế hoạch, rồi số nhiệm vụ nếu biết.",
        ),
        column("can_cu", Kind::Text, "Văn bản làm căn cứ."),
        column("so_minh_chung", Kind::Integer, "Số minh chứng kèm theo."),
        column("url", Kind::Address, "Chỗ của diễn biến trên trang nhiệm vụ."),
        AS_OF,
    ],
    key: &["ke_hoach", "so", "ma"],
    links: &[TASK_LINK, link(&["co_quan_bao_cao"], "co-quan", &["id"])],
};

/// What proves it.
pub static EVIDENCE: Table = Table {
    name: "minh-chung",
    title: "Minh chứng",
    about: "Mỗi dòng là một minh chứng của một diễn biến. Của minh chứng không công khai chỉ có lý do.",
    columns: &[
        PLAN,
        TASK,
        column("dien_bien", Kind::Text, "Mã diễn biến."),
        column("thu_tu", Kind::Integer, "Thứ tự trong diễn biến, từ 1."),
        column(
            "loai",
            Kind::Code(meanings::<EvidenceKind>),
            "Loại minh chứng; tin bài không chứng minh việc hoàn thành.",
        ),
        column("ten", Kind::Text, "Tên."),
        column("so_hieu", Kind::Text, "Số, ký hiệu."),
        column("ngay", Kind::PartialDate, "Ngày của tài liệu."),
        column("nguon_ngay", Kind::Text, "Ngày ấy từ đâu, nếu không in trong tài liệu."),
        column("co_quan", Kind::Text, "Tên cơ quan ban hành."),
        column("cong_khai", Kind::Flag, "Có công khai không."),
        column("ly_do_khong_cong_khai", Kind::Text, "Vì sao không công khai."),
        column("url", Kind::Address, "Nơi đọc tài liệu."),
        column("tep", Kind::Address, "Bản lưu trên trang này."),
        column("sha256", Kind::Text, "SHA-256 của bản lưu, hệ mười sáu."),
        column("trich_dan", Kind::Text, "Lời của tài liệu."),
        column("ghi_chu", Kind::Text, "Điều người đọc cần biết."),
        AS_OF,
    ],
    key: &["ke_hoach", "so", "dien_bien", "thu_tu"],
    links: &[link(&["ke_hoach", "so", "dien_bien"], "dien-bien", &["ke_hoach", "so", "ma"])],
};

/// What was corrected.
pub static CORRECTIONS: Table = Table {
    name: "dinh-chinh",
    title: "Đính chính",
    about: "Mỗi dòng là một đính chính của văn bản hoặc của trang này. Lời trước và sau của nhiệm vụ hạn chế công khai để trống.",
    columns: &[
        PLAN,
        column("ma", Kind::Text, "Mã đính chính, riêng trong kế hoạch."),
        column(
            "loai",
            Kind::Code(meanings::<CorrectionKind>),
            "Sai sót của văn bản hay của trang này.",
        ),
        column("ngay", Kind::Date, "Ngày đưa lên trang."),
        column("dich_loai", Kind::Code(meanings::<CorrectionSubject>), "Đính chính về điều gì."),
        column(
            "dich",
            Kind::Text,
            "Số nhiệm vụ hoặc mã điểm; trống nếu là cả kế hoạch hoặc không thuộc kế hoạch nào.",
        ),
        column("truoc", Kind::Text, "Trước."),
        column("sau", Kind::Text, "Sau."),
        column("ly_do", Kind::Text, "Lý do."),
        column(
            "nguon",
            Kind::Code(meanings::<CorrectionOrigin>),
            "Ai phát hiện; không ghi người kiến nghị.",
        ),
        column("ngay_nhan", Kind::Date, "Ngày nhận kiến nghị."),
        column("ngay_tra_loi", Kind::Date, "Ngày trả lời."),
        column("cong_van", Kind::Text, "Công văn đính chính."),
        column("url", Kind::Address, "Chỗ của đính chính trên trang."),
        AS_OF,
    ],
    key: &["ke_hoach", "ma"],
    links: &[PLAN_LINK],
};

/// Who reported when.
pub static REPORTS: Table = Table {
    name: "bao-cao",
    title: "Báo cáo định kỳ",
    about: "Mỗi dòng là một kỳ báo cáo của một cơ quan theo một nghĩa vụ báo cáo trong kế hoạch, trang ghi nhận thế nào.",
    columns: &[
        PLAN,
        column("nghia_vu", Kind::Text, "Mã nghĩa vụ báo cáo, riêng trong kế hoạch."),
        column("co_quan", Kind::Text, "Mã cơ quan phải báo cáo."),
        column("ma_ky", Kind::Text, "Mã kỳ: 2026, 2026-H1, 2026-Q2, 2026-06, 2026-W07, giua_ky…"),
        column("loai_ky", Kind::Code(meanings::<Frequency>), "Bao lâu báo cáo một lần."),
        column("nam", Kind::Integer, "Năm; của tuần là năm theo ISO 8601."),
        column("ky", Kind::Integer, "Kỳ trong năm, từ 1."),
        column("tu", Kind::Date, "Ngày đầu kỳ."),
        column("den", Kind::Date, "Ngày cuối kỳ."),
        column("han", Kind::Date, "Hạn gửi; trống nếu kế hoạch không đặt hạn."),
        column("tinh_trang", Kind::Code(meanings::<ReportStateName>), "Trang biết gì về báo cáo."),
        column("so_ngay_cham", Kind::Integer, "Số ngày gửi chậm."),
        column("ngay_gui", Kind::Date, "Ngày gửi lần đầu; lần ấy quyết định đúng hạn hay chậm."),
        column("so_hieu", Kind::Text, "Số, ký hiệu của báo cáo gửi lần đầu."),
        column("url", Kind::Address, "Nơi đọc báo cáo gửi lần đầu."),
        column("tom_tat", Kind::Text, "Tóm tắt."),
        column("gui_lai", Kind::List, "Các lần gửi lại: ngày, rồi số hiệu nếu có."),
        column("chua_gui_theo", Kind::Text, "Văn bản nói báo cáo chưa gửi."),
        column("chua_gui_ngay", Kind::Date, "Ngày của lời ấy."),
        column("chua_gui_url", Kind::Address, "Nơi đọc lời ấy."),
        AS_OF,
    ],
    key: &["ke_hoach", "nghia_vu", "co_quan", "ma_ky"],
    links: &[PLAN_LINK, link(&["co_quan"], "co-quan", &["id"])],
};

/// What plans and tasks want to reach.
pub static INDICATORS: Table = Table {
    name: "chi-so",
    title: "Chỉ số",
    about: "Mỗi dòng là một mốc, một mục tiêu hoặc một kết quả của một chỉ số. Kết quả nào cũng có nguồn và ngày; trang không suy ra giá trị nào.",
    columns: &[
        PLAN,
        column("so", Kind::Text, "Số nhiệm vụ; trống nếu là chỉ số của cả kế hoạch."),
        column(
            "chi_so",
            Kind::Text,
            "Mã chỉ số, riêng trong kế hoạch; của nhiệm vụ là số nhiệm vụ, dấu gạch chéo, mã.",
        ),
        column("thuoc_chi_so", Kind::Text, "Mã chỉ số cha; trống nếu không phải chỉ số con."),
        column("ten", Kind::Text, "Đo điều gì, đúng lời văn bản."),
        column("don_vi", Kind::Text, "Đơn vị của chỉ số."),
        column(
            "chieu",
            Kind::Code(meanings::<Direction>),
            "Cao hay thấp thì tốt; trống nếu không ghi.",
        ),
        column("loai", Kind::Code(meanings::<IndicatorRow>), "Dòng này là gì."),
        column("thu_tu", Kind::Integer, "Thứ tự trong loại ấy, từ 1."),
        column(
            "ngay",
            Kind::PartialDate,
            "Giá trị của khi nào, hoặc phải đạt đến khi nào; trống nếu văn bản không nêu.",
        ),
        column("nguyen_van", Kind::Text, "Giá trị, đúng như nguồn viết."),
        column("muc", Kind::Code(meanings::<LevelName>), "Với mục tiêu: mức được hiểu thế nào."),
        column(
            "gia_tri",
            Kind::Decimal,
            "Giá trị bằng số; với khoảng là đầu nhỏ; trống nếu không phải số.",
        ),
        column("gia_tri_den", Kind::Decimal, "Với khoảng: đầu lớn."),
        column("don_vi_gia_tri", Kind::Text, "Đơn vị của giá trị bằng số."),
        column("nguon", Kind::Text, "Với kết quả: tên nguồn."),
        column("so_hieu", Kind::Text, "Số, ký hiệu của nguồn."),
        column("noi_ban_hanh", Kind::Text, "Ai ban hành nguồn."),
        column("nguon_url", Kind::Address, "Nơi đọc nguồn."),
        column("url", Kind::Address, "Chỗ của chỉ số trên trang."),
        AS_OF,
    ],
    key: &["ke_hoach", "chi_so", "loai", "thu_tu"],
    links: &[PLAN_LINK],
};

/// Agencies.
pub static AGENCIES: Table = Table {
    name: "co-quan",
    title: "Cơ quan",
    about: "Mỗi dòng là một cơ quan. Mã không đổi khi tên đổi.",
    columns: &[
        column("id", Kind::Text, "Mã cơ quan."),
        column("ten", Kind::Text, "Tên vào ngày tính đến, hoặc tên cuối cùng."),
        column("ten_tat", Kind::Text, "Tên viết tắt."),
        column("ten_khac", Kind::List, "Các tên trước đây và cách viết khác trong nguồn."),
        column("khoi", Kind::Code(meanings::<Branch>), "Khối."),
        column("cap", Kind::Code(meanings::<Level>), "Cấp."),
        column(
            "ton_tai_tu",
            Kind::PartialDate,
            "Bắt đầu hoạt động từ ngày, tháng hoặc năm nào, nếu biết.",
        ),
        column(
            "ton_tai_den",
            Kind::PartialDate,
            "Hoạt động đến ngày, tháng hoặc năm nào, nếu biết.",
        ),
        column("tinh_trang", Kind::Code(meanings::<FateName>), "Còn hoạt động hay đã kết thúc."),
        column(
            "ke_thua_boi",
            Kind::List,
            "Mã các cơ quan có thể kế thừa, theo văn bản sắp xếp tổ chức.",
        ),
        column("url", Kind::Address, "Trang của cơ quan."),
        AS_OF,
    ],
    key: &["id"],
    links: &[],
};

/// Changes of agencies.
pub static REORGANISATIONS: Table = Table {
    name: "bien-dong",
    title: "Biến động tổ chức",
    about: "Mỗi dòng là một lần sắp xếp tổ chức: đổi tên, hợp nhất, chia tách, kết thúc hoạt động.",
    columns: &[
        column("ma", Kind::Text, "Mã biến động."),
        column("ngay", Kind::PartialDate, "Ngày có hiệu lực."),
        column("loai", Kind::Code(meanings::<ReorganisationKind>), "Loại biến động."),
        column("tu", Kind::List, "Mã các cơ quan trước."),
        column("den", Kind::List, "Mã các cơ quan sau."),
        column("can_cu", Kind::Text, "Văn bản làm căn cứ."),
        column("chuc_nang", Kind::List, "Các chức năng được chuyển."),
        column("ghi_chu", Kind::Text, "Điều chưa chắc chắn."),
        AS_OF,
    ],
    key: &["ma"],
    links: &[],
};

/// Counts and rates.
pub static FIGURES: Table = Table {
    name: "tong-hop",
    title: "Tổng hợp",
    about: "Mỗi dòng là một con số của cả trang, của một kế hoạch hoặc của một nhóm nhiệm vụ: mẫu số, số nhiệm vụ theo tình trạng, các tỷ lệ M1 đến M6. Cách tính ở trang phương pháp.",
    columns: &[
        column(
            "pham_vi",
            Kind::Text,
            "toan_trang; hoặc mã kế hoạch; hoặc mã kế hoạch, dấu gạch chéo, số nhóm.",
        ),
        column("ke_hoach", Kind::Text, "Mã kế hoạch; trống nếu là cả trang."),
        column("nhom", Kind::Text, "Số nhóm nhiệm vụ; trống nếu không phải một nhóm."),
        column("chi_tieu", Kind::Code(measures::figures), "Mã con số."),
        column("ten", Kind::Text, "Con số nói gì."),
        column("gia_tri", Kind::Integer, "Giá trị; với tỷ lệ là tử số; trống nếu chưa tính được."),
        column("mau_so", Kind::Integer, "Với tỷ lệ: mẫu số; với M6: số nhiệm vụ được tính."),
        column("don_vi", Kind::Text, "Đơn vị."),
        AS_OF,
    ],
    key: &["pham_vi", "chi_tieu"],
    links: &[PLAN_LINK],
};

/// All tables, in the order in which pages and workbooks show them.
pub static TABLES: [&Table; 11] = [
    &PLANS,
    &TASKS,
    &ASSIGNMENTS,
    &EVENTS,
    &EVIDENCE,
    &CORRECTIONS,
    &REPORTS,
    &INDICATORS,
    &AGENCIES,
    &REORGANISATIONS,
    &FIGURES,
];

/// Codes that no column of a table has.
#[derive(Debug)]
pub struct OtherCodes {
    /// The file, or the command, that has them.
    pub file: &'static str,
    /// The key under which they stand.
    pub key: &'static str,
    /// What they tell.
    pub about: &'static str,
    /// The codes.
    pub codes: fn() -> Meanings,
}

const fn other(
    file: &'static str,
    key: &'static str,
    about: &'static str,
    codes: fn() -> Meanings,
) -> OtherCodes {
    OtherCodes { file, key, about, codes }
}

/// The codes of a plan's record and of what editors are told, which no table has.
pub static OTHER_CODES: [OtherCodes; 6] = [
    other(RECORD, "nguoi_ky.hinh_thuc", "Ký với tư cách nào.", meanings::<Capacity>),
    other(RECORD, "quan_he.loai", "Quan hệ với văn bản khác.", meanings::<RelationKind>),
    other(RECORD, "nghia_vu_bao_cao.ky", "Bao lâu báo cáo một lần.", meanings::<Frequency>),
    other(RECORD, "thong_tin_lien_quan.loai", "Loại tài liệu.", meanings::<EvidenceKind>),
    other(RECORD, "viec_con.tinh_trang", "Tình trạng của việc con.", meanings::<StandingKind>),
    other("congkhai status", "loai", "Việc chờ người biên tập.", meanings::<Pending>),
];

const RECORD: &str = "ke-hoach.json";

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn keys_and_links_name_columns_that_there_are() {
        for table in TABLES {
            let names: BTreeSet<_> = table.columns.iter().map(|column| column.name).collect();
            assert_eq!(names.len(), table.columns.len(), "{}", table.name);
            assert_eq!(table.columns.last().map(|column| column.name), Some(AS_OF.name));
            assert!(table.key.iter().all(|name| names.contains(name)), "{}", table.name);
            for link in table.links {
                assert!(link.columns.iter().all(|name| names.contains(name)), "{}", table.name);
                let there = TABLES.iter().find(|other| other.name == link.table);
                assert_eq!(there.map(|there| there.key), Some(link.to), "{}", table.name);
            }
        }
    }
}
