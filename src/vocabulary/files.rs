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
    /// The head over the names of sheets.
    sheet = "Trang tính";
    /// The head over the titles of tables.
    table = "Bảng";
    /// The head over what tables hold.
    content = "Nội dung";
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
