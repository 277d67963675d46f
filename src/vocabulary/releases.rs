//! The release ledger: what facts are called, and what is told of releases.

use super::patterns;
use crate::text::running::lowered;

patterns! {
    /// A task's fact.
    of_task(number) = "nhiệm vụ {number}";
    /// An event.
    of_event(event, number) = "nhiệm vụ {number}, diễn biến {event}";
    /// A piece of evidence.
    of_evidence(place, event, number) = "nhiệm vụ {number}, diễn biến {event}, minh chứng {place}";
    /// A correction.
    of_correction(id) = "đính chính {id}";
    /// A passage of a plan's text.
    of_passage(node) = "văn bản, {node}";
    /// What stands before or behind the numbered text of a plan.
    of_region(place) = "văn bản, phần thứ {place} ngoài các điều mục";
    /// An agency.
    of_agency(name) = "cơ quan “{name}”";
    /// A group of agencies.
    of_group(name) = "nhóm cơ quan “{name}”";
    /// A plan.
    of_plan(name) = "kế hoạch “{name}”";
    /// A report that an agency owes.
    of_report(agency, to, period) = "báo cáo của {agency} gửi {to}, kỳ {period}";
    /// The same, where it is not told who receives it.
    of_report_of_duty(agency, duty, period) = "báo cáo của {agency} theo nghĩa vụ {duty}, kỳ {period}";
    /// A row of an indicator.
    of_indicator(name, kind, place) = "chỉ số “{name}”, {kind} {place}";
    /// A figure of a plan or the site.
    of_figure(name, scope) = "{name} của {scope}";
    /// A figure's scope: all plans.
    whole_site = "cả trang";
    /// A figure's scope: a group of a plan's tasks.
    group_of(group, plan) = "nhóm {group} của {plan}";
    /// An agency's part in a task.
    of_assignment(number, agency, role) = "nhiệm vụ {number}, {agency}, vai {role}";
    /// A change of agencies.
    of_reorganisation(id) = "biến động tổ chức {id}";
    /// One of the editors' pages.
    of_page(name) = "trang “{name}”";
    /// A term.
    of_term(word) = "thuật ngữ “{word}”";
    /// A picture, by its address.
    of_picture(path) = "ảnh {path}";
    /// A document that is cited.
    of_document(number) = "văn bản được dẫn {number}";
    /// A task's short title, or its first words, behind its number.
    titled(number, title) = "{number} “{title}”";
    /// What is not the counting of the site.
    the_pages = "trang thông tin";
    /// A span of days, either end of which may be open.
    span(from, to) = "từ {from} đến {to}";
    /// An open end.
    open_end = "…";
    /// A row of another table.
    of_row(table, row) = "{table} {row}";
    /// A thing of a plan.
    thing_of(thing, plan) = "{thing} của {plan}";
    /// A thing and what is told of it.
    of_thing(thing, column) = "{thing}, {column}";
    /// What a correction says a fact was, or is.
    reading(label, value) = "{label}: {value}";
    /// What a correction says of what is told no more.
    removed = "(đã bỏ)";
    /// The site itself.
    the_site = "cách trang tính";
}

patterns! {
    /// So many tasks.
    tasks(count) = "{count} nhiệm vụ";
    /// A few tasks, by their numbers.
    tasks_named(count, numbers) = "{count} nhiệm vụ ({numbers})";
    /// Tasks that stand elsewhere by what editors wrote.
    became(tasks, label) = "{tasks} chuyển thành “{label}”";
    /// Tasks that stand elsewhere because days went by.
    became_by_time(tasks, label) = "{tasks} chuyển thành “{label}” do thời gian trôi";
    /// Tasks that stand elsewhere because it is derived otherwise.
    became_by_method(tasks, label, why) = "{tasks} chuyển thành “{label}” {why}";
    /// Tasks that are withheld from now on.
    withheld(tasks) = "{tasks} nay hạn chế công khai";
    /// Evidence that is withheld from now on.
    withheld_evidence(count) = "{count} minh chứng nay không công khai";
    /// Tasks that were not there.
    new_tasks(count) = "thêm {count} nhiệm vụ";
    /// Events that were not there.
    new_events(count) = "thêm {count} diễn biến";
    /// Reports that were not there.
    new_reports(count) = "thêm {count} báo cáo đã nhận";
    /// Corrections that were not there.
    new_corrections(count) = "thêm {count} đính chính";
    /// Things that were told otherwise.
    changed_things(count) = "{count} mục đã đăng được sửa hoặc rút";
    /// Only rules changed.
    other_method(why) = "có điều khác {why}";
    /// It is derived otherwise, by another version of the program.
    by_program(before, now) = "do đổi cách tính (vì chương trình tính khác: bản {before} → {now})";
    /// The site counts otherwise.
    by_rules = "do đổi cách tính (vì trang đổi quy ước tính)";
    /// Both.
    by_program_and_rules(before, now) = "do đổi cách tính (vì trang đổi quy ước tính, hoặc vì chương trình tính khác: bản {before} → {now})";
    /// It is derived otherwise, and the program has the same version.
    by_same_program(version) = "do đổi cách tính (chương trình vẫn mang số bản {version})";
    /// Facts of kinds that the release before did not record.
    newly_kept(count) = "sổ ghi thêm {count} điều thuộc những loại mà bản trước chưa ghi";
    /// A task that was withheld and is told again.
    reopened(task, same, other) = "nhiệm vụ {task} mở lại sau khi hạn chế công khai: {same} điều ghi lại đúng như đã công bố trước khi rút, {other} điều khác hoặc mới; điều nào không ghi lại thì sổ chỉ còn mã";
    /// The same, where the key that kept what was told is another now.
    reopened_unknown(task) = "nhiệm vụ {task} mở lại sau khi hạn chế công khai; khóa ký đã đổi nên không so được với lời trước khi rút";
    /// Other facts.
    other_facts(count) = "{count} chi tiết khác thay đổi";
    /// The sentence of a release.
    told(clauses) = "So với bản trước: {clauses}.";
    /// The same, against a release that is not the one before.
    told_against(number, clauses) = "So với bản số {number}: {clauses}.";
    /// Nothing changed against a release.
    nothing_against(number) = "So với bản số {number}: không điều nào thay đổi, chỉ ngày số liệu hoặc cách trình bày.";
    /// A release with the same facts.
    nothing_changed = "So với bản trước: không điều nào thay đổi, chỉ ngày số liệu hoặc cách trình bày.";
    /// The first release.
    first(count) = "Bản đầu tiên, {count} điều được ghi nhận.";
    /// The page of the ledger.
    page = "Sổ công bố";
    /// What it holds.
    about_page = "Từng bản đã công bố của trang: đổi gì so với bản trước, và cách tự kiểm rằng không ai lặng lẽ sửa.";
    /// What changed with a release.
    page_of(number) = "Thay đổi của bản số {number}";
    /// What that page holds.
    about_page_of(number) = "Điều gì thay đổi trong bản công bố số {number}, vì sao.";
    /// How many releases there are.
    answer(count, date) = "Trang đã công bố {count} bản; bản mới nhất có số liệu đến {date}.";
    /// By what editors wrote.
    by_editors = "Do người biên tập ghi";
    /// Because days went by.
    by_time = "Do thời gian trôi";
    /// A key that nobody vouched for, and what the publisher says.
    lost_key(number, statement) = "Từ bản số {number}, trang dùng khóa mới mà khóa cũ không ký nhận được. Người công bố nêu lý do: {statement}";
    /// The heading of an address that leads on.
    moved = "Trang đã chuyển chỗ";
    /// What it says.
    about_moved = "Nội dung của địa chỉ này nay ở trang khác.";
    /// What leads on.
    go_on = "Xem trang thay thế";
    /// The heading of an address whose page is gone.
    withdrawn_page = "Trang đã rút";
    /// What it says.
    about_withdrawn(reason) = "Trang ở địa chỉ này đã được công bố, nay đã rút. Lý do: {reason}";
    /// A time stamp.
    stamp = "dấu thời gian";
    /// A switch that is on.
    yes = "có";
    /// A switch that is off.
    no = "không";
    /// Lines of a release that were withdrawn later.
    withdrawn_lines(count, number, reason) = "{count} điều của bản này được rút ở bản số {number}. Lý do: {reason}";
    /// The same, where no reason is left.
    withdrawn_lines_unreasoned(count, number) = "{count} điều của bản này được rút ở bản số {number}.";
    /// A key that the one before vouched for.
    new_key = "Từ bản này, sổ ký bằng khóa mới; khóa trước đã ký nhận khóa mới.";
    /// A fact with another value.
    changed_to(label, old, new) = "{label}: “{old}” → “{new}”";
    /// A fact that was not there.
    is_new(label, value) = "thêm {label}: “{value}”";
    /// A fact that is told no more.
    is_gone(label, value) = "bỏ {label}: “{value}”";
    /// More changes than a page shows.
    more(count) = "Còn {count} thay đổi nữa: xem tệp dữ liệu.";
}

/// Whether a value tells readers of a thing that is gone which one it was.
pub fn is_telling(table: &str, column: &str) -> bool {
    match table {
        "dien-bien" => ["ngay", "noi_dung"].contains(&column),
        "nhiem-vu" => column == "nguyen_van",
        "minh-chung" => ["ten", "so_hieu"].contains(&column),
        "dinh-chinh" => ["truoc", "sau"].contains(&column),
        "van-ban" => column == "loi",
        "bao-cao" => ["ngay_gui", "so_hieu"].contains(&column),
        "chi-so" => column == "nguyen_van",
        "co-quan" => column == "ten_goi/1",
        "ke-hoach" => ["so_hieu", "trich_yeu"].contains(&column),
        "trang-loi" => column == "tieu_de",
        "thuat-ngu" => column == "nghia",
        "can-cu" => column == "trich_yeu",
        "nhom-co-quan" => column == "ten",
        "bien-dong" => ["ngay", "can_cu"].contains(&column),
        _ => true,
    }
}

/// What a column is called; of a path within a record each part that has a name.
pub fn column(table: &str, column: &str) -> String {
    let mut parts = column.split('/');
    let first = parts.next().unwrap_or_default();
    let mut words = of_column(table, first);
    for part in parts {
        words.push(' ');
        words.push_str(&of_column(table, part));
    }
    words
}

fn of_column(table: &str, name: &str) -> String {
    let own = OF_TABLES.iter().find(|(of, column, _)| (*of, *column) == (table, name));
    let shared = || COLUMNS.iter().find(|(column, _)| *column == name).map(|(_, words)| *words);
    if let Some(words) = own.map(|(_, _, words)| *words).or_else(shared) {
        return words.to_owned();
    }
    let known = super::columns::TABLES.iter().find(|known| known.name == table);
    let column = known.and_then(|table| {
        table.columns.iter().find(|column| column.name == name).map(|column| (table, column))
    });
    column.map_or_else(
        || name.to_owned(),
        |(table, column)| lowered(super::headings::heading(table, column)),
    )
}

/// What columns are called in a sentence, where a table says otherwise than others.
const OF_TABLES: &[(&str, &str, &str)] = &[
    ("dinh-chinh", "nguon", "do ai phát hiện"),
    ("ke-hoach", "tu", "giai đoạn từ ngày"),
    ("ke-hoach", "den", "đến"),
    ("ke-hoach", "nguon", "bản nguồn"),
    ("ke-hoach", "ngay", "ngày"),
    ("trang", "ten", "tên trang"),
    ("trang", "mo_ta", "lời giới thiệu trang"),
    ("trang-loi", "doan", "đoạn"),
    ("trang-loi", "tieu_de", "tiêu đề"),
    ("trang-loi", "mo_ta", "lời giới thiệu"),
    ("thuat-ngu", "nghia", "nghĩa"),
    ("thuat-ngu", "pham_vi", "phạm vi"),
    ("thuat-ngu", "nguon", "ai giải nghĩa"),
    ("can-cu", "co_quan", "cơ quan ban hành"),
    ("nhom-co-quan", "thanh_vien", "thành viên"),
    ("van-ban", "loi", "lời"),
    ("van-ban", "bang", "bảng"),
    ("van-ban", "ghi_chu", "lời ghi của người biên tập"),
    ("phan-cong", "den", "đến khi nào"),
];

/// What columns are called in a sentence.
const COLUMNS: &[(&str, &str)] = &[
    ("nguyen_van", "nguyên văn"),
    ("ten_ngan", "tên ngắn"),
    ("chu_tri", "cơ quan chủ trì"),
    ("chu_tri_nguyen_van", "lời về cơ quan chủ trì"),
    ("phoi_hop", "cơ quan phối hợp"),
    ("phoi_hop_nguyen_van", "lời về cơ quan phối hợp"),
    ("thoi_gian", "lời về thời gian"),
    ("thoi_gian_nguyen_van", "lời về thời gian"),
    ("doc_la", "lời về thời gian được hiểu là"),
    ("san_pham", "sản phẩm"),
    ("phan_viec", "phần việc"),
    ("can_cu_dieu", "điểm của văn bản giao"),
    ("phu_thuoc", "chờ nhiệm vụ"),
    ("thuoc_nhiem_vu", "là một phần của nhiệm vụ"),
    ("o_gop", "ô gộp với ô bên cạnh ở các cột"),
    ("cot_khac", "các cột khác"),
    ("han_goc", "thời hạn gốc"),
    ("han_hien_hanh", "thời hạn đang có hiệu lực"),
    ("tinh_trang", "tình trạng"),
    ("trang_thai", "trạng thái được báo"),
    ("so_ngay_qua_han", "số ngày quá hạn"),
    ("ngay_hoan_thanh", "ngày hoàn thành"),
    ("ngay_cap_nhat", "ngày của tin mới nhất"),
    ("so_minh_chung", "số minh chứng"),
    ("ngay_cong_bo", "ngày đưa lên trang"),
    ("ngay", "ngày"),
    ("nguon_ngay", "ngày ấy từ đâu"),
    ("loai", "loại"),
    ("noi_dung", "nội dung"),
    ("kho_khan", "khó khăn"),
    ("co_quan", "cơ quan"),
    ("co_quan_bao_cao", "cơ quan báo cáo"),
    ("can_cu", "căn cứ"),
    ("gia_tri_cu", "giá trị cũ"),
    ("gia_tri_moi", "giá trị mới"),
    ("ten", "tên"),
    ("tat", "viết tắt"),
    ("so_hieu", "số hiệu"),
    ("url", "địa chỉ"),
    ("tep", "tệp"),
    ("sha256", "SHA-256 của tệp"),
    ("truoc", "lời trước"),
    ("sau", "lời sau"),
    ("ly_do", "lý do"),
    ("ghi_chu", "ghi chú"),
    ("ghi_chu_bien_tap", "ghi chú"),
    ("thong_tin_lien_quan", "thông tin liên quan"),
    ("so_lieu", "số liệu"),
    ("da_doc_chinh_van_ban", "đã đọc chính văn bản"),
    ("dien_giai", "lời kể"),
    ("viec_con", "việc con"),
    ("ten_goi", "tên gọi"),
    ("hieu_luc", "hiệu lực"),
    ("trich_yeu", "trích yếu"),
    ("gia_tri", "giá trị"),
    ("mau_so", "mẫu số"),
    ("ngay_gui", "ngày gửi"),
    ("dich", "đính chính về"),
    ("dich_loai", "đính chính về loại nào"),
    ("nhom", "nhóm"),
    ("cong_khai", "công khai"),
    ("han_che", "hạn chế công khai"),
    ("ly_do_han_che", "lý do không công khai"),
    ("ly_do_khong_cong_khai", "lý do không công khai"),
    ("tom_tat", "tóm tắt"),
    ("han", "hạn gửi"),
    ("so_ngay_cham", "số ngày chậm"),
    ("tu", "từ ngày"),
    ("den", "đến ngày"),
    ("tinh_chat", "lời về thời gian nói điều gì"),
    ("sap_den_han", "số ngày coi là sắp đến hạn"),
    ("tin_cu", "số ngày coi là tin cũ"),
    ("can_xac_nhan", "hoàn thành phải có xác nhận"),
    ("nguoi_cong_bo", "người công bố"),
    ("cong_bo_tu", "công bố từ ngày"),
    ("ten_khac", "tên khác"),
    ("ten_khac_ghi", "tên khác"),
    ("thu_tu", "thứ tự"),
    ("trich_dan", "lời trích"),
    ("luot", "lượt"),
    ("muc", "mức"),
    ("nguoi_ky", "người ký"),
    ("hinh_thuc", "hình thức ký"),
    ("chuc_vu", "chức vụ"),
    ("ho_ten", "họ tên"),
    ("noi_nhan", "nơi nhận"),
    ("linh_vuc", "lĩnh vực"),
    ("co_quan_thuong_truc", "cơ quan thường trực"),
    ("bo_qua_so", "số bị bỏ qua"),
    ("bang_nhiem_vu", "bảng nhiệm vụ"),
    ("ma", "mã"),
    ("tieu_de_cot", "tiêu đề cột"),
    ("tieu_de_chung", "tiêu đề chung của các cột"),
    ("so_cot", "số của các cột"),
    ("y_nghia_thoi_gian", "ngày ghi ở cột thời gian là"),
    ("nam", "năm"),
    ("nhom_nhiem_vu", "nhóm nhiệm vụ"),
    ("so", "số"),
    ("so_van_ban", "số như văn bản ghi"),
    ("thuoc", "thuộc nhóm"),
    ("ung_voi", "ứng với"),
    ("tong_ket", "tổng kết"),
    ("quan_he", "quan hệ với văn bản khác"),
    ("pham_vi", "phạm vi"),
    ("nghia_vu_bao_cao", "nghĩa vụ báo cáo"),
    ("ai", "cơ quan phải báo cáo"),
    ("ai_nhom", "nhóm phải báo cáo"),
    ("ky", "kỳ"),
    ("tu_nam", "từ năm"),
    ("den_nam", "đến năm"),
    ("gui_den", "gửi đến"),
    ("tong_hop_gui", "tổng hợp gửi"),
    ("ngay_lay", "ngày lấy"),
    ("toan_van_nguon", "SHA-256 của bản nguồn"),
];
