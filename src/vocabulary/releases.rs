//! The release ledger: what facts are called, and what is told of releases.

use super::patterns;

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
    /// An agency.
    of_agency(id) = "cơ quan {id}";
    /// A plan.
    of_plan(id) = "kế hoạch {id}";
    /// A row of another table.
    of_row(table, row) = "{table} {row}";
    /// A thing of a plan.
    thing_of(thing, plan) = "{thing} của {plan}";
    /// A task's number where several plans have such a number.
    number_of(number, plan) = "{number} của {plan}";
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
    became_by_method(tasks, label) = "{tasks} chuyển thành “{label}” do đổi cách tính";
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
    other_method = "đổi cách tính";
    /// Other facts.
    other_facts(count) = "{count} chi tiết khác thay đổi";
    /// The sentence of a release.
    told(clauses) = "So với bản trước: {clauses}.";
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
    /// Because it is derived otherwise.
    by_method = "Do đổi cách tính";
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
    withdrawn_lines(count) = "{count} điều của bản này đã được rút về sau, theo bản ghi của bản rút.";
    /// A fact with another value.
    changed_to(label, old, new) = "{label}: “{old}” → “{new}”";
    /// A fact that was not there.
    is_new(label, value) = "thêm {label}: “{value}”";
    /// A fact that is told no more.
    is_gone(label, value) = "bỏ {label}: “{value}”";
    /// More changes than a page shows.
    more(count) = "Còn {count} thay đổi nữa: xem tệp dữ liệu.";
}

/// What a row of a table is called.
pub fn thing(table: &str, row: &[String]) -> String {
    let part = |at: usize| row.get(at).map(String::as_str).unwrap_or_default();
    match table {
        "nhiem-vu" => of_task(part(1)),
        "dien-bien" => of_event(part(2), part(1)),
        "minh-chung" => of_evidence(part(3), part(2), part(1)),
        "dinh-chinh" => of_correction(part(1)),
        "van-ban" => of_passage(part(1)),
        "co-quan" => of_agency(part(0)),
        "ke-hoach" => of_plan(part(0)),
        "trang" => the_site().to_owned(),
        other => {
            let table = super::columns::TABLES.iter().find(|table| table.name == other);
            of_row(table.map_or(other, |table| table.title), row.join(" "))
        }
    }
}

/// What a fact is called: the thing, then what is told of it.
pub fn fact(thing: &str, table: &str, column: &str) -> String {
    of_thing(thing, self::column(table, column))
}

/// Whether a value tells readers of a thing that is gone which one it was.
pub fn is_telling(table: &str, column: &str) -> bool {
    match table {
        "dien-bien" => ["ngay", "noi_dung"].contains(&column),
        "nhiem-vu" => column == "nguyen_van",
        "minh-chung" => ["ten", "so_hieu"].contains(&column),
        "dinh-chinh" => ["truoc", "sau"].contains(&column),
        "van-ban" => column == "loi",
        _ => true,
    }
}

/// What a column is called; a path within a record is told as it stands.
pub fn column(table: &str, column: &str) -> String {
    let (first, rest) = column.split_once('/').unwrap_or((column, ""));
    let words = match (table, first) {
        (_, "nguyen_van") => "nguyên văn",
        (_, "ten_ngan") => "tên ngắn",
        (_, "chu_tri") => "cơ quan chủ trì",
        (_, "chu_tri_nguyen_van") => "lời về cơ quan chủ trì",
        (_, "phoi_hop_nguyen_van") => "lời về cơ quan phối hợp",
        (_, "thoi_gian_nguyen_van") => "lời về thời gian",
        (_, "san_pham") => "sản phẩm",
        (_, "han_goc") => "thời hạn gốc",
        (_, "han_hien_hanh") => "thời hạn đang có hiệu lực",
        (_, "tinh_trang") => "tình trạng",
        (_, "trang_thai") => "trạng thái được báo",
        (_, "so_ngay_qua_han") => "số ngày quá hạn",
        (_, "ngay_hoan_thanh") => "ngày hoàn thành",
        (_, "ngay_cap_nhat") => "ngày của tin mới nhất",
        (_, "so_minh_chung") => "số minh chứng",
        (_, "ngay_cong_bo") => "ngày đưa lên trang",
        (_, "ngay") => "ngày",
        (_, "loai") => "loại",
        (_, "noi_dung") => "nội dung",
        (_, "kho_khan") => "khó khăn",
        (_, "co_quan_bao_cao") => "cơ quan báo cáo",
        (_, "can_cu") => "căn cứ",
        (_, "gia_tri_cu") => "giá trị cũ",
        (_, "gia_tri_moi") => "giá trị mới",
        (_, "ten") => "tên",
        (_, "so_hieu") => "số hiệu",
        (_, "url") => "địa chỉ",
        (_, "tep") => "tệp",
        (_, "sha256") => "SHA-256 của tệp",
        (_, "truoc") => "lời trước",
        (_, "sau") => "lời sau",
        (_, "ly_do") => "lý do",
        ("van-ban", "loi") => "lời",
        (_, "ghi_chu_bien_tap" | "ghi_chu") => "ghi chú",
        (_, "thong_tin_lien_quan") => "thông tin liên quan",
        (_, "dien_giai") => "lời kể",
        (_, "viec_con") => "việc con",
        (_, "ten_goi") => "tên gọi",
        (_, "hieu_luc") => "hiệu lực",
        (_, "trich_yeu") => "trích yếu",
        (_, "gia_tri") => "giá trị",
        (_, "mau_so") => "mẫu số",
        (_, "ngay_gui") => "ngày gửi",
        (_, "dich") => "đính chính về",
        (_, "dich_loai") => "đính chính về loại nào",
        ("dinh-chinh", "nguon") => "do ai phát hiện",
        (_, "nhom") => "nhóm",
        (_, "viec") => "việc",
        (_, "cong_khai") => "công khai",
        (_, "han_che") => "hạn chế công khai",
        (_, "ly_do_han_che" | "ly_do_khong_cong_khai") => "lý do không công khai",
        (_, "tom_tat") => "tóm tắt",
        (_, "han") => "hạn gửi",
        (_, "so_ngay_cham") => "số ngày chậm",
        (_, "tu") => "từ ngày",
        (_, "den") => "đến ngày",
        (_, "tinh_chat") => "lời về thời gian nói điều gì",
        (_, "sap_den_han") => "số ngày coi là sắp đến hạn",
        (_, "tin_cu") => "số ngày coi là tin cũ",
        (_, "can_xac_nhan") => "hoàn thành phải có xác nhận",
        (_, "nguoi_cong_bo") => "người công bố",
        (_, "cong_bo_tu") => "công bố từ ngày",
        (_, "ten_khac" | "ten_khac_ghi") => "tên khác",
        (_, "thu_tu") => "thứ tự",
        (_, "trich_dan") => "lời trích",
        (_, "luot") => "lượt",
        (_, other) => other,
    };
    if rest.is_empty() { words.to_owned() } else { format!("{words} {rest}") }
}
