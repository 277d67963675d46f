//! Files of open data: what they are called, and what they say of themselves.

use super::patterns;

patterns! {
    /// Up to when the data were kept.
    as_of(date) = "Số liệu đến {date}";
    /// A column's codes, after what it means.
    with_codes(meaning, codes) = "{meaning} Các mã: {codes}.";
    /// The licence, in a workbook.
    licence = "Giấy phép";
    /// The site states no licence.
    no_licence = "chưa có thông tin";
    /// The first sheet of a workbook.
    guide = "Đọc trước";
    /// The head over the names of sheets.
    sheet = "Trang tính";
    /// The head over the names of the same tables as CSV.
    csv_of_sheet = "Tệp CSV cùng bảng";
    /// The head over what tables hold.
    content = "Nội dung";
    /// A flag that is set, as people read it.
    yes = "có";
    /// A flag that is not.
    no = "không";
    /// A task's number in a file that a spreadsheet would read numbers and days into.
    number_of_task(number) = "Nhiệm vụ {number}";
    /// The task table for a spreadsheet whose lists are parted by semicolons.
    excel_tasks = "Nhiệm vụ (CSV cho Excel tiếng Việt)";
    /// What it is.
    about_excel = "Bảng nhiệm vụ để mở thẳng bằng Excel đặt tiếng Việt: đầu cột tiếng Việt, dấu chấm phẩy, ngày/tháng/năm; số nhiệm vụ có chữ đứng trước để Excel không đổi 6.10 thành 6.1.";
    /// A table as CSV.
    csv(table) = "{table} (CSV)";
    /// A table as JSON.
    json(table) = "{table} (JSON)";
    /// The workbook.
    workbook = "Tất cả các bảng (XLSX)";
    /// The description of the tables.
    package = "Mô tả các bảng";
    /// The catalogue of datasets.
    catalogue = "Danh mục bộ dữ liệu";
    /// A plan's full record.
    record = "Hồ sơ đầy đủ";
    /// A plan's text.
    text = "Toàn văn, Akoma Ntoso";
    /// A plan's deadlines.
    calendar = "Thời hạn";
    /// A feed as Atom.
    atom(feed) = "{feed} (Atom)";
    /// A feed as JSON.
    json_feed(feed) = "{feed} (JSON Feed)";
}

/// A flag as people read it.
pub(crate) fn flag(is_set: bool) -> &'static str {
    if is_set { yes() } else { no() }
}
