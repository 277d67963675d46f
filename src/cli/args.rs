//! The command line: one definition for parsing, help, completions and the man page.

use std::path::PathBuf;

use clap::{Args, ColorChoice, CommandFactory, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::editor::entry::{self, Assignment, Kind};
use crate::editor::starter::{self, DocumentKind, Issuer, Locality, PlanNumber};
use crate::text::SiteAddress;

const HELP: &str = "{about-with-newline}\nCách dùng: {usage}\n\n{all-args}{after-help}";
const EXIT_CODES: &str = "Mã thoát: 0 xong; 1 nội dung hoặc giao diện có lỗi; 2 gõ sai lệnh; 3 lỗi máy (đĩa, quyền, cổng); 101 lỗi của chính công cụ.";

const NEW_EXAMPLES: &str =
    "Giá trị viết khóa=giá_trị, như trong tệp nội dung; ô bên trong nối bằng dấu chấm. Ví dụ:
  congkhai new event 12-kh-ubnd-2026 1.1 loai=cap_nhat ngay=2026-05-20 \\
    trang_thai=dang_thuc_hien noi_dung=\"Đã trình dự thảo.\" \\
    minh_chung.loai=van_ban minh_chung.ten=\"Tờ trình\" minh_chung.so_hieu=\"21/TTr-TTCĐS\"
Các khóa của mỗi loại, có ví dụ: congkhai new event --help";

const TASK_EXAMPLE: &str = "Ví dụ, một nhiệm vụ do văn bản sau thêm vào:
  congkhai new task 12-kh-ubnd-2026 1.3 nhom=1 nguyen_van=\"Tập huấn cho cán bộ các xã.\" \\
    chu_tri=ubnd-tinh-lam-giang chu_tri_nguyen_van=\"UBND tỉnh Lam Giang\" \\
    thoi_gian.nguyen_van=\"Quý II/2026\" bo_sung.can_cu=45/QĐ-UBND bo_sung.ngay=2026-03-02";

const EVENT_EXAMPLES: &str = "Ví dụ, một lần báo cáo và một lần lùi thời hạn (dieu_chinh.cu, chuyen_giao.tu không ghi thì lấy trong tệp):
  congkhai new event 12-kh-ubnd-2026 1.1 loai=cap_nhat ngay=2026-05-20 ngay_cong_bo=2026-05-25 \\
    trang_thai=dang_thuc_hien co_quan_bao_cao=ubnd-tinh-lam-giang noi_dung=\"Đã trình dự thảo.\"
  congkhai new event 12-kh-ubnd-2026 1.1 loai=dieu_chinh ngay=2026-05-21 ngay_cong_bo=2026-05-25 \\
    can_cu=88/QĐ-UBND dieu_chinh.muc=thoi_han dieu_chinh.moi=\"Quý II/2027\"";

const CORRECTION_EXAMPLE: &str = "Ví dụ:
  congkhai new correction 12-kh-ubnd-2026 loai=trang_thong_tin ngay=2026-05-25 dich=nhiem-vu/1.1 \\
    truoc=\"Đã lập.\" sau=\"Đã lập xong.\" ly_do=\"Viết thiếu.\" nguon=tu_phat_hien";

const REPORT_EXAMPLE: &str = "Ví dụ (nghia_vu là ma của một nghĩa vụ báo cáo trong ke-hoach.yml):
  congkhai new report 12-kh-ubnd-2026 nghia_vu=sau-thang nam=2026 ky=1 \\
    co_quan=ubnd-tinh-lam-giang ngay_gui=2026-05-20 so_hieu=21/BC-UBND";

const AGENCY_EXAMPLE: &str = "Ví dụ:
  congkhai new agency thu-vien-lam-giang khoi=su_nghiep cap=tinh \\
    ten.ten=\"Thư viện tỉnh Lam Giang\" ten.ten_tat=\"Thư viện tỉnh\"";

/// What the help of a kind of entry says below its options: its keys, and examples.
fn keys(kind: Kind, examples: &str) -> String {
    format!("{}\n{examples}", entry::listed(kind))
}

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "congkhai",
    version,
    about = "Dựng trang công khai kế hoạch và tiến độ thực hiện từ các tệp nội dung.",
    help_template = HELP,
    after_help = EXIT_CODES,
    subcommand_help_heading = "Lệnh",
    subcommand_value_name = "LỆNH",
    next_help_heading = "Tùy chọn",
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
pub struct Cli {
    /// The command; `build` where none is given.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What holds for every command.
    #[command(flatten)]
    pub common: Common,
}

/// What holds for every command; stands behind the command's own options in every help.
#[derive(Args, Clone, Debug)]
pub struct Common {
    /// Dạng in các vấn đề: human (cho người đọc), json, github (chú thích), sarif; lệnh status có thêm csv
    #[arg(long, global = true, display_order = 900, value_enum, value_name = "DẠNG", default_value_t = Format::Human, hide_default_value = true, hide_possible_values = true)]
    pub format: Format,
    /// Tô màu: auto, always, never
    #[arg(long, global = true, display_order = 901, value_enum, value_name = "KHI_NÀO", default_value_t = ColorChoice::Auto, hide_default_value = true, hide_possible_values = true)]
    pub color: ColorChoice,
    /// Chỉ in lỗi
    #[arg(long, short, global = true, display_order = 902)]
    pub quiet: bool,
    /// In hướng dẫn này
    #[arg(long, short, global = true, display_order = 903, action = clap::ArgAction::Help)]
    pub help: Option<bool>,
    /// In phiên bản
    #[arg(long, short = 'V', display_order = 904, action = clap::ArgAction::Version)]
    pub version: Option<bool>,
}

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Human,
    /// For programs.
    Json,
    /// For a forge's annotations.
    Github,
    /// For forges and editors that read SARIF.
    Sarif,
    /// For spreadsheets; of `status` only.
    Csv,
}

/// What to do.
#[derive(Debug, Subcommand)]
#[command(subcommand_help_heading = "Lệnh")]
pub enum Command {
    /// Dựng trang và đưa vào thư mục công bố
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Build(BuildArgs),
    /// Công bố một bản vào sổ công bố: kiểm điều đã công bố, ký, đưa vào thư mục công bố
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Release(ReleaseArgs),
    /// Kể điều thay đổi giữa hai bản đã công bố, hoặc giữa nội dung đang soạn và bản mới nhất
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Diff(DiffArgs),
    /// Kiểm một trang đã công bố: tệp, danh mục, sổ, chữ ký; so với điểm mốc đã lưu
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Verify(VerifyArgs),
    /// Dựng lại trang của một bản đã công bố vào thư mục khác, kể tệp nào khác
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Restore(RestoreArgs),
    /// Tạo, xem khóa ký của sổ công bố
    #[command(help_template = HELP, next_help_heading = "Tùy chọn", subcommand_value_name = "VIỆC", subcommand_help_heading = "Việc")]
    Key(KeyArgs),
    /// Kiểm tra nội dung và giao diện, không công bố
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Check(CheckArgs),
    /// Xem thử trang trên máy này, tự cập nhật khi sửa tệp; không công bố
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Serve(ServeArgs),
    /// Kể việc biên tập phải làm tiếp: hết hạn chưa có tin, sắp đến hạn, báo cáo, kiến nghị
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Status(StatusArgs),
    /// Tạo một trang mới chạy được ngay, có sẵn hướng dẫn
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Init(InitArgs),
    /// Thêm nhiệm vụ, diễn biến, đính chính, báo cáo, cơ quan; phần có sẵn giữ nguyên
    #[command(help_template = HELP, next_help_heading = "Tùy chọn", subcommand_value_name = "LOẠI", subcommand_help_heading = "Loại", after_help = NEW_EXAMPLES)]
    New(NewArgs),
    /// Nhập một văn bản (.docx, .odt, .html, .md, .txt) thành nội dung; chỗ không rõ thì hỏi, không đoán
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Import(ImportArgs),
    /// Ghi lược đồ JSON và thiết lập để trình soạn thảo gợi ý, giải thích từng ô
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Schema(SchemaArgs),
    /// Làm bản sạch của tệp minh chứng, không còn tên người soạn, ghi chú, nơi chụp ảnh; tệp gốc giữ nguyên
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Scrub(ScrubArgs),
    /// Giải thích một mã lỗi, ví dụ: congkhai explain CK110
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Explain {
        /// Mã lỗi; không ghi thì liệt kê mọi mã
        #[arg(value_name = "MÃ")]
        code: Option<String>,
    },
    /// In tệp gợi ý lệnh cho trình dòng lệnh (bash, zsh, fish…)
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Completions {
        /// Trình dòng lệnh
        #[arg(value_name = "TRÌNH", hide_possible_values = true)]
        shell: clap_complete::Shell,
    },
    /// In trang hướng dẫn cho lệnh man
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Man,
}

/// What a build reads.
#[derive(Args, Clone, Debug)]
pub struct InputArgs {
    /// Thư mục nội dung [mặc định: content]
    #[arg(long, value_name = "THƯ_MỤC", default_value = "content", hide_default_value = true)]
    pub content: PathBuf,
    /// Thư mục giao diện [mặc định: themes]
    #[arg(long, value_name = "THƯ_MỤC", default_value = "themes", hide_default_value = true)]
    pub themes: PathBuf,
    /// Ngày số liệu, dạng 2026-11-24 [mặc định: tinh_den_ngay trong trang.yml, nếu không có thì hôm nay]
    #[arg(long, value_name = "NGÀY", value_parser = as_of)]
    pub as_of: Option<Date>,
    /// Địa chỉ nơi đăng trang [mặc định: dia_chi trong trang.yml]
    #[arg(long, value_name = "ĐỊA_CHỈ", value_parser = SiteAddress::read)]
    pub base_url: Option<SiteAddress>,
    /// Coi cảnh báo là lỗi
    #[arg(long)]
    pub strict: bool,
}

/// What a build reads and writes.
#[derive(Args, Clone, Debug)]
pub struct BuildArgs {
    /// What it reads.
    #[command(flatten)]
    pub input: InputArgs,
    /// Thư mục công bố [mặc định: output]
    #[arg(long, value_name = "THƯ_MỤC", default_value = "output", hide_default_value = true)]
    pub output: PathBuf,
    /// Kể thời gian, số lượng, dung lượng của từng chặng; --timings=json in cho máy đọc
    #[arg(long, value_enum, value_name = "DẠNG", num_args = 0..=1, require_equals = true, default_missing_value = "human", hide_possible_values = true)]
    pub timings: Option<TimingsForm>,
}

/// What opens a key file.
#[derive(Args, Clone, Debug, Default)]
pub struct KeyFileArgs {
    /// Tệp khóa ký [mặc định: biến môi trường CONGKHAI_KHOA]
    #[arg(long, value_name = "TỆP")]
    pub khoa: Option<PathBuf>,
    /// Tệp chứa mật khẩu của khóa ở dòng đầu [mặc định: biến môi trường CONGKHAI_MAT_KHAU]
    #[arg(long, value_name = "TỆP")]
    pub mat_khau: Option<PathBuf>,
}

/// What a release reads, writes and signs with.
#[derive(Args, Clone, Debug)]
pub struct ReleaseArgs {
    /// What it reads.
    #[command(flatten)]
    pub input: InputArgs,
    /// Thư mục công bố [mặc định: output]
    #[arg(long, value_name = "THƯ_MỤC", default_value = "output", hide_default_value = true)]
    pub output: PathBuf,
    /// The key.
    #[command(flatten)]
    pub key: KeyFileArgs,
    /// Mở sổ mới, bản số 1; ghi so_cong_bo vào trang.yml
    #[arg(long)]
    pub lan_dau: bool,
    /// Tên của sổ mới, như tien-do.tinh.example [mặc định: dia_chi của trang, không có https://]
    #[arg(long, value_name = "TÊN", requires = "lan_dau")]
    pub ten: Option<String>,
    /// Thư mục hoặc địa chỉ đang giữ sổ, khi thư mục công bố ở máy này chưa có
    #[arg(long, value_name = "THƯ_MỤC|ĐỊA_CHỈ")]
    pub truoc: Option<String>,
    /// Đổi khóa: tệp khóa cũ, để ký nhận khóa mới
    #[arg(long, value_name = "TỆP", conflicts_with = "lan_dau")]
    pub khoa_cu: Option<PathBuf>,
    /// Đổi khóa khi đã mất khóa cũ: lý do, để nói với người đọc
    #[arg(long, value_name = "LÝ_DO", conflicts_with_all = ["lan_dau", "khoa_cu"], value_parser = clap::builder::NonEmptyStringValueParser::new())]
    pub mat_khoa: Option<String>,
    /// Ghi yêu cầu dấu thời gian (RFC 3161) cho điểm mốc của bản mới nhất vào tệp này
    #[arg(long, value_name = "TỆP")]
    pub tsq: Option<PathBuf>,
    /// Không công bố bản mới: đưa trả lời của nơi cấp dấu thời gian vào sổ
    #[arg(long, value_name = "TỆP", conflicts_with_all = ["lan_dau", "khoa_cu", "mat_khoa", "truoc", "tsq"])]
    pub tsr: Option<PathBuf>,
}

/// Which releases are compared.
#[derive(Args, Clone, Debug)]
pub struct DiffArgs {
    /// Bản cũ [mặc định: bản liền trước bản mới]
    #[arg(value_name = "BẢN_CŨ")]
    pub old: Option<u64>,
    /// Bản mới [mặc định: bản mới nhất]
    #[arg(value_name = "BẢN_MỚI")]
    pub new: Option<u64>,
    /// So nội dung đang soạn với bản mới nhất
    #[arg(long, conflicts_with_all = ["old", "new"])]
    pub nhap: bool,
    /// What it reads.
    #[command(flatten)]
    pub input: InputArgs,
    /// Thư mục công bố [mặc định: output]
    #[arg(long, value_name = "THƯ_MỤC", default_value = "output", hide_default_value = true)]
    pub output: PathBuf,
}

/// What is verified.
#[derive(Args, Clone, Debug)]
pub struct VerifyArgs {
    /// Thư mục đã công bố, hoặc địa chỉ của trang
    #[arg(help_heading = "Cần ghi", value_name = "THƯ_MỤC|ĐỊA_CHỈ")]
    pub place: String,
    /// Tệp checkpoint bạn đã lưu trước đây
    #[arg(long, value_name = "TỆP")]
    pub da_luu: Option<PathBuf>,
    /// Khóa công khai của sổ, nếu bạn có từ nơi khác [mặc định: khóa mà trang công bố]
    #[arg(long, value_name = "KHÓA")]
    pub khoa: Option<String>,
}

/// Which release is built again, and where.
#[derive(Args, Clone, Debug)]
pub struct RestoreArgs {
    /// Số của bản
    #[arg(help_heading = "Cần ghi", value_name = "BẢN")]
    pub number: u64,
    /// Thư mục để dựng vào; phải chưa có, còn trống, hoặc do congkhai dựng
    #[arg(help_heading = "Cần ghi", long, value_name = "THƯ_MỤC")]
    pub to: PathBuf,
    /// Không dựng từ nội dung: lấy những tệp còn đúng như bản ấy ở nơi này; ghi được nhiều lần, nơi đầu giữ sổ
    #[arg(long, value_name = "THƯ_MỤC|ĐỊA_CHỈ")]
    pub tu: Vec<String>,
    /// What it reads.
    #[command(flatten)]
    pub input: InputArgs,
    /// Thư mục công bố có sổ [mặc định: output]
    #[arg(long, value_name = "THƯ_MỤC", default_value = "output", hide_default_value = true)]
    pub output: PathBuf,
}

/// What is done with keys.
#[derive(Args, Clone, Debug)]
pub struct KeyArgs {
    /// What.
    #[command(subcommand)]
    pub what: KeyCommand,
    /// Thư mục nội dung [mặc định: content]
    #[arg(
        long,
        global = true,
        value_name = "THƯ_MỤC",
        default_value = "content",
        hide_default_value = true
    )]
    pub content: PathBuf,
    /// Thư mục giao diện [mặc định: themes]
    #[arg(
        long,
        global = true,
        value_name = "THƯ_MỤC",
        default_value = "themes",
        hide_default_value = true
    )]
    pub themes: PathBuf,
    /// Thư mục công bố [mặc định: output]
    #[arg(
        long,
        global = true,
        value_name = "THƯ_MỤC",
        default_value = "output",
        hide_default_value = true
    )]
    pub output: PathBuf,
    /// Tên của sổ [mặc định: tên mà trang.yml ghi]
    #[arg(long, global = true, value_name = "TÊN")]
    pub ten: Option<String>,
    /// Tệp chứa mật khẩu của khóa ở dòng đầu [mặc định: biến môi trường CONGKHAI_MAT_KHAU]
    #[arg(long, global = true, value_name = "TỆP")]
    pub mat_khau: Option<PathBuf>,
}

/// What is done with a key.
#[derive(Clone, Debug, Subcommand)]
pub enum KeyCommand {
    /// Tạo tệp khóa mới, chỉ chủ tệp đọc được
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    New {
        /// Tệp mới, ngoài thư mục nội dung, giao diện và công bố
        #[arg(help_heading = "Cần ghi", value_name = "TỆP")]
        file: PathBuf,
    },
    /// In khóa công khai của một tệp khóa
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Show {
        /// Tệp khóa
        #[arg(help_heading = "Cần ghi", value_name = "TỆP")]
        file: PathBuf,
    },
    /// Tạo khóa mới để thay khóa đang dùng, và kể lệnh phải chạy tiếp
    #[command(help_template = HELP, next_help_heading = "Tùy chọn")]
    Rotate {
        /// Tệp khóa đang dùng
        #[arg(help_heading = "Cần ghi", value_name = "TỆP_CŨ")]
        old: PathBuf,
        /// Tệp của khóa mới
        #[arg(help_heading = "Cần ghi", value_name = "TỆP_MỚI")]
        new: PathBuf,
    },
}

/// How the time of each stage is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TimingsForm {
    /// A table for people, on the error stream.
    Human,
    /// For programs, on the output.
    Json,
}

/// What `check` looks at, and what it may mend.
#[derive(Args, Clone, Debug)]
pub struct CheckArgs {
    /// What it reads.
    #[command(flatten)]
    pub input: InputArgs,
    /// Thư mục đã công bố, để khỏi xem lại phần không đổi; không ghi gì vào đó [mặc định: output]
    #[arg(long, value_name = "THƯ_MỤC", default_value = "output", hide_default_value = true)]
    pub output: PathBuf,
    /// Sửa những chỗ sửa được mà không đổi nghĩa: dạng chữ, ký tự ẩn, dấu cách cuối dòng, ngày thiếu số 0
    #[arg(long)]
    pub fix: bool,
    /// Chỉ cho xem sẽ sửa gì, không ghi tệp; đi cùng --fix
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
    /// Kể từng chỗ; không ghi thì lưu ý, cảnh báo cùng loại được kể một lần
    #[arg(long)]
    pub all: bool,
}

/// What `status` looks at.
#[derive(Args, Clone, Debug)]
pub struct StatusArgs {
    /// What it reads.
    #[command(flatten)]
    pub input: InputArgs,
    /// Số ngày không có cập nhật thì coi là im lặng [mặc định: 90]
    #[arg(long, value_name = "SỐ_NGÀY", default_value_t = 90, hide_default_value = true)]
    pub silent: i64,
}

/// What a preview reads, and where it is shown.
#[derive(Args, Clone, Debug)]
pub struct ServeArgs {
    /// What it reads.
    #[command(flatten)]
    pub input: InputArgs,
    /// Thư mục đã công bố; có sổ công bố thì mỗi trang chỉ ra điều khác bản đã công bố [mặc định: output]
    #[arg(long, value_name = "THƯ_MỤC", default_value = "output", hide_default_value = true)]
    pub output: PathBuf,
    /// Cổng trên máy này; 0 để máy tự chọn [mặc định: 8111]
    #[arg(long, value_name = "SỐ", default_value_t = 8111, hide_default_value = true, value_parser = port)]
    pub port: u16,
    /// Mở trình duyệt
    #[arg(long)]
    pub open: bool,
    /// Tự xem lại các tệp mỗi giây, khi hệ thống không báo thay đổi (ổ mạng)
    #[arg(long)]
    pub poll: bool,
}

/// What a new site is of. What is neither given nor told by the rest is asked on a terminal, and missed elsewhere.
#[derive(Args, Clone, Debug)]
pub struct InitArgs {
    /// Thư mục của trang mới; phải chưa có hoặc còn trống
    #[arg(help_heading = "Cần ghi", value_name = "THƯ_MỤC")]
    pub folder: PathBuf,
    /// Số hiệu văn bản, như 12/KH-UBND, 12-KH/TU, 345/QĐ-UBND
    #[arg(long, value_name = "SỐ_HIỆU", value_parser = PlanNumber::read)]
    pub number: Option<PlanNumber>,
    /// Loại văn bản, như ke_hoach, quyet_dinh, chuong_trinh [mặc định: theo số hiệu]
    #[arg(long, value_name = "LOẠI", value_parser = starter::kind)]
    pub kind: Option<DocumentKind>,
    /// Ngày ban hành, dạng 2026-01-15
    #[arg(long, value_name = "NGÀY", value_parser = as_of)]
    pub date: Option<Date>,
    /// Cơ quan ban hành, chữ hoa hay chữ thường, như "UBND tỉnh Lam Giang", "TỈNH ỦY LAM GIANG"
    #[arg(long, value_name = "CƠ_QUAN", value_parser = Issuer::read)]
    pub issuer: Option<Issuer>,
    /// Địa phương, như "tỉnh Lam Giang" [mặc định: theo tên cơ quan]
    #[arg(long, value_name = "NƠI", value_parser = Locality::read)]
    pub place: Option<Locality>,
    /// Người hoặc nhóm tổng hợp từ nguồn công khai [mặc định: trang của chính cơ quan ban hành]
    #[arg(long, value_name = "TÊN", value_parser = named)]
    pub compiled_by: Option<String>,
    /// Ngày số liệu ghi vào trang.yml [mặc định: hôm nay]
    #[arg(long, value_name = "NGÀY", value_parser = as_of)]
    pub as_of: Option<Date>,
}

/// A name that is not empty.
fn named(text: &str) -> Result<String, &'static str> {
    match text.trim() {
        "" => Err("tên để trống"),
        name => Ok(name.to_owned()),
    }
}

/// What to add.
#[derive(Args, Clone, Debug)]
pub struct NewArgs {
    /// What to add.
    #[command(subcommand)]
    pub entry: NewEntry,
    /// Thư mục nội dung [mặc định: content]
    #[arg(
        long,
        global = true,
        value_name = "THƯ_MỤC",
        default_value = "content",
        hide_default_value = true
    )]
    pub content: PathBuf,
}

/// A task, by its plan and number.
#[derive(Args, Clone, Debug)]
pub struct TaskArgs {
    /// Mã kế hoạch, như 12-kh-ubnd-2026
    #[arg(help_heading = "Cần ghi", value_name = "KẾ_HOẠCH")]
    pub plan: String,
    /// Số nhiệm vụ, như 1.3
    #[arg(help_heading = "Cần ghi", value_name = "SỐ")]
    pub number: String,
}

/// What to add, and its values.
#[derive(Clone, Debug, Subcommand)]
pub enum NewEntry {
    /// Một nhiệm vụ: tạo tệp trong nhiem-vu/
    #[command(help_template = HELP, next_help_heading = "Tùy chọn", after_help = keys(Kind::Task, TASK_EXAMPLE))]
    Task {
        /// The task.
        #[command(flatten)]
        task: TaskArgs,
        /// Các giá trị, dạng khóa=giá_trị
        #[arg(help_heading = "Cần ghi", value_name = "KHÓA=GIÁ_TRỊ", value_parser = Assignment::read)]
        values: Vec<Assignment>,
    },
    /// Một diễn biến: thêm vào cuối dien_bien của nhiệm vụ
    #[command(help_template = HELP, next_help_heading = "Tùy chọn", after_help = keys(Kind::Event, EVENT_EXAMPLES))]
    Event {
        /// The task.
        #[command(flatten)]
        task: TaskArgs,
        /// Các giá trị, dạng khóa=giá_trị; ma và ngay_cong_bo không ghi thì tự điền
        #[arg(help_heading = "Cần ghi", value_name = "KHÓA=GIÁ_TRỊ", value_parser = Assignment::read)]
        values: Vec<Assignment>,
    },
    /// Một đính chính: thêm vào cuối dinh-chinh.yml
    #[command(help_template = HELP, next_help_heading = "Tùy chọn", after_help = keys(Kind::Correction, CORRECTION_EXAMPLE))]
    Correction {
        /// Mã kế hoạch, như 12-kh-ubnd-2026
        #[arg(help_heading = "Cần ghi", value_name = "KẾ_HOẠCH")]
        plan: String,
        /// Các giá trị, dạng khóa=giá_trị; ma và ngay không ghi thì tự điền
        #[arg(help_heading = "Cần ghi", value_name = "KHÓA=GIÁ_TRỊ", value_parser = Assignment::read)]
        values: Vec<Assignment>,
    },
    /// Một báo cáo đã nhận: thêm vào cuối bao-cao.yml
    #[command(help_template = HELP, next_help_heading = "Tùy chọn", after_help = keys(Kind::Report, REPORT_EXAMPLE))]
    Report {
        /// Mã kế hoạch, như 12-kh-ubnd-2026
        #[arg(help_heading = "Cần ghi", value_name = "KẾ_HOẠCH")]
        plan: String,
        /// Các giá trị, dạng khóa=giá_trị
        #[arg(help_heading = "Cần ghi", value_name = "KHÓA=GIÁ_TRỊ", value_parser = Assignment::read)]
        values: Vec<Assignment>,
    },
    /// Một cơ quan: tạo tệp trong co-quan/
    #[command(help_template = HELP, next_help_heading = "Tùy chọn", after_help = keys(Kind::Agency, AGENCY_EXAMPLE))]
    Agency {
        /// Mã cơ quan: chữ thường không dấu, nối bằng gạch ngang
        #[arg(help_heading = "Cần ghi", value_name = "MÃ")]
        id: String,
        /// Các giá trị, dạng khóa=giá_trị
        #[arg(help_heading = "Cần ghi", value_name = "KHÓA=GIÁ_TRỊ", value_parser = Assignment::read)]
        values: Vec<Assignment>,
    },
}

/// The document to import.
#[derive(Args, Clone, Debug)]
pub struct ImportArgs {
    /// Tệp văn bản; bảng nhiệm vụ trong .xlsx thì ghi thêm --into
    #[arg(help_heading = "Cần ghi", value_name = "TỆP")]
    pub file: PathBuf,
    /// Thư mục nội dung; chưa có thì tạo cả trang [mặc định: content]
    #[arg(long, value_name = "THƯ_MỤC", default_value = "content", hide_default_value = true)]
    pub content: PathBuf,
    /// Mã kế hoạch, là tên thư mục của nó [mặc định: số hiệu và năm]
    #[arg(long, value_name = "MÃ")]
    pub id: Option<String>,
    /// Kế hoạch có sẵn mà bảng nhiệm vụ trong tệp .xlsx được thêm vào
    #[arg(long, value_name = "KẾ_HOẠCH")]
    pub into: Option<String>,
    /// Tệp có câu trả lời: nhap.md của lần nhập trước
    #[arg(long, value_name = "TỆP")]
    pub answers: Option<PathBuf>,
    /// Chỉ xem sẽ ghi gì, không ghi
    #[arg(long)]
    pub dry_run: bool,
}

/// Files of which clean copies are wanted.
#[derive(Args, Clone, Debug)]
pub struct ScrubArgs {
    /// Tệp PDF, Word, ODT, JPEG, PNG…; bản sạch được ghi bên cạnh, thêm “.sach” trước đuôi
    #[arg(help_heading = "Cần ghi", value_name = "TỆP", required = true)]
    pub files: Vec<PathBuf>,
}

/// Where the schemas go.
#[derive(Args, Clone, Debug)]
pub struct SchemaArgs {
    /// Thư mục mở bằng trình soạn thảo [mặc định: thư mục hiện tại]
    #[arg(
        help_heading = "Cần ghi",
        value_name = "THƯ_MỤC",
        default_value = ".",
        hide_default_value = true
    )]
    pub folder: PathBuf,
    /// Thư mục nội dung, tính từ thư mục trên [mặc định: content]
    #[arg(long, value_name = "TÊN", default_value = "content", hide_default_value = true)]
    pub content: String,
}

impl Default for BuildArgs {
    fn default() -> Self {
        let input = InputArgs {
            content: "content".into(),
            themes: "themes".into(),
            as_of: None,
            base_url: None,
            strict: false,
        };
        Self { input, output: "output".into(), timings: None }
    }
}

/// The definition, for completions and the man page.
pub fn definition() -> clap::Command {
    Cli::command()
}

fn as_of(text: &str) -> Result<Date, String> {
    crate::text::dates::parse_date(text).map_err(|fault| fault.to_string())
}

fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| "cổng là một số từ 0 đến 65535".to_owned())
}
