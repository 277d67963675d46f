//! Tables of tasks: what columns hold, and how documents head them.
//!
//! A heading says what its column holds only together with the others of its table: “Kết quả” is a product where
//! nothing else is one, “Tiến độ” a time where no column is called a time.

use super::patterns;
use super::word::words;

words! {
    /// What a column of a table of tasks holds: a word of `cot` of a table.
    pub enum ColumnRole(code, label) {
        /// The task's number.
        Number = "so", "Số";
        /// The task's words.
        Task = "nhiem_vu", "Nhiệm vụ";
        /// Who leads.
        Leads = "chu_tri", "Cơ quan chủ trì";
        /// Who takes part.
        Partners = "phoi_hop", "Cơ quan phối hợp";
        /// When.
        Period = "thoi_gian", "Thời gian";
        /// What comes of it.
        Product = "san_pham", "Sản phẩm";
        /// Something else, kept under its own heading.
        Other = "khac", "Cột khác";
    }

    /// What a bare date in a table's column of times means: `y_nghia_thoi_gian` of the table.
    pub enum TimeMeaning(code, label) {
        /// A deadline.
        Deadline = "thoi_han", "thời hạn";
        /// A period in which the task is carried out.
        Period = "ky_thuc_hien", "kỳ thực hiện";
        /// The heading names both, or neither; read as a period.
        Unclear = "khong_ro", "không rõ là thời hạn hay kỳ thực hiện";
    }
}

patterns! {
    /// A number of a table or group whose numbers begin anew.
    numbered_within(number, place) = "{number} ({place})";
    /// A table that its plan gives no name.
    nth_table(position) = "bảng thứ {position}";
    /// A group whose numbers begin anew, by its number.
    group(number) = "nhóm {number}";
    /// A cell of a column without a place of its own, behind the column's heading.
    other_cell(heading, words) = "{heading}: {words}";
    /// The row of a task that its document gives no number.
    unnumbered = "Văn bản không đánh số dòng này; số ở đây do trang đặt để dẫn đến.";
    /// The row of a task whose number is written in another way.
    numbered_as(number) = "Văn bản ghi số là “{number}”.";
}

/// How surely a heading tells what its column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// By itself.
    Sure(ColumnRole),
    /// Where no other column of the table is surer, and no second one as sure.
    Likely(ColumnRole),
    /// Not at all.
    Unknown,
}

use ColumnRole::{Leads, Number, Partners, Period, Product, Task};

/// Headings that are the whole of a heading, without marks and in lower case.
const WHOLE: &[(&[&str], Heading)] = &[
    (&["tt", "stt", "so tt", "s tt", "st t", "so thu tu", "so"], Heading::Sure(Number)),
    (&["thu tu", "ma so", "ma", "muc"], Heading::Likely(Number)),
    (
        &[
            "don vi",
            "co quan",
            "co quan don vi",
            "don vi co quan",
            "thuc hien",
            "trach nhiem",
            "phan cong",
            "chu the",
        ],
        Heading::Likely(Leads),
    ),
    (&["ket qua", "hinh thuc", "hinh thuc van ban"], Heading::Likely(Product)),
    (&["tien do", "lo trinh", "nam", "thang", "quy", "ngay"], Heading::Likely(Period)),
];

/// Words that a heading begins with.
const BEGINNINGS: &[(&[&str], Heading)] = &[
    (
        &[
            "noi dung",
            "nhiem vu",
            "ten nhiem vu",
            "cac nhiem vu",
            "danh muc nhiem vu",
            "cong viec",
            "ten cong viec",
            "dau viec",
            "ten de an",
        ],
        Heading::Sure(Task),
    ),
    (&["hoat dong", "giai phap", "danh muc", "de an", "ten goi", "viec"], Heading::Likely(Task)),
    (&["ket qua"], Heading::Likely(Product)),
    (&["tien do", "lo trinh", "hoan thanh"], Heading::Likely(Period)),
];

/// Words that a heading has anywhere, the first that fits.
const PARTS: &[(&[&str], Heading)] = &[
    (&["phe duyet", "theo doi", "chi dao", "giam sat", "kiem tra"], Heading::Unknown),
    (&["chu tri", "chu quan", "dau moi"], Heading::Sure(Leads)),
    (&["phoi hop"], Heading::Sure(Partners)),
    (
        &["thoi gian", "thoi han", "thoi diem", "ky han", "han hoan thanh", "ngay hoan thanh"],
        Heading::Sure(Period),
    ),
    (&["san pham", "dau ra"], Heading::Sure(Product)),
    (
        &["thuc hien", "chiu trach nhiem", "phu trach", "phan cong", "trach nhiem"],
        Heading::Likely(Leads),
    ),
];

/// What a heading says by itself; `key` is it without marks, in lower case, with single spaces for signs.
pub fn heading(key: &str) -> Heading {
    let is_word = |text: &str, at: usize, part: &str| {
        let after = &text[at + part.len()..];
        (at == 0 || text[..at].ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
    };
    let whole = WHOLE.iter().find(|(words, _)| words.contains(&key));
    let begins = |part: &&str| key.starts_with(*part) && is_word(key, 0, part);
    let begins = || BEGINNINGS.iter().find(|(words, _)| words.iter().any(&begins));
    let has = |part: &&str| key.match_indices(*part).any(|(at, _)| is_word(key, at, part));
    let part = || PARTS.iter().find(|(words, _)| words.iter().any(&has));
    whole.or_else(begins).or_else(part).map_or(Heading::Unknown, |(_, heading)| *heading)
}
