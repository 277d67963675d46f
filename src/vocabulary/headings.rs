//! What columns of open data are called where people read them: in workbooks, and in CSV for Excel.
//!
//! A column's own name is the content's word, for programs; its heading is for eyes. A name means the same in every
//! table unless a row for that table says otherwise.

use super::columns::{Column, Table};

/// The heading of a column.
pub fn heading(table: &Table, column: &Column) -> &'static str {
    let own = OF_TABLES.iter().find(|(of, name, _)| (*of, *name) == (table.name, column.name));
    let shared =
        || SHARED.iter().find(|(name, _)| *name == column.name).map(|(_, heading)| *heading);
    own.map(|(_, _, heading)| *heading).or_else(shared).unwrap_or(column.name)
}

/// The columns that hold ids of agencies, by table and name.
pub const AGENCY_COLUMNS: &[(&str, &str)] = &[
    ("ke-hoach", "co_quan_ban_hanh"),
    ("nhiem-vu", "chu_tri"),
    ("phan-cong", "co_quan"),
    ("phan-cong", "nhom_co_quan"),
    ("dien-bien", "co_quan_bao_cao"),
    ("bao-cao", "co_quan"),
    ("co-quan", "ke_thua_boi"),
    ("bien-dong", "tu"),
    ("bien-dong", "den"),
];

/// The column that holds ids of plans, in whatever table.
pub const PLAN_COLUMN: &str = "ke_hoach";

/// The heading of a column of ids or codes, beside the one of their names.
pub fn of_code(heading: &str) -> String {
    format!("{heading} (mã)")
}

const OF_TABLES: &[(&str, &str, &str)] = &[
    ("ke-hoach", "id", "Mã kế hoạch"),
    ("ke-hoach", "tu", "Giai đoạn từ ngày"),
    ("ke-hoach", "den", "Giai đoạn đến ngày"),
    ("ke-hoach", "ten_ngan", "Tên gọi ngắn"),
    ("ke-hoach", "tinh_trang", "Tình trạng của kế hoạch"),
    ("ke-hoach", "url", "Trang của kế hoạch"),
    ("nhiem-vu", "nguyen_van", "Nội dung nhiệm vụ (nguyên văn)"),
    ("nhiem-vu", "ten_ngan", "Tên ngắn (của ban biên tập)"),
    ("nhiem-vu", "tu", "Từ ngày"),
    ("nhiem-vu", "den", "Hết kỳ thực hiện ngày"),
    ("nhiem-vu", "tinh_trang", "Tình trạng, giải thích"),
    ("nhiem-vu", "url", "Trang của nhiệm vụ"),
    ("phan-cong", "tu", "Từ"),
    ("phan-cong", "den", "Đến"),
    ("dien-bien", "ma", "Mã diễn biến"),
    ("dien-bien", "loai", "Loại diễn biến"),
    ("dien-bien", "ngay", "Ngày theo nguồn"),
    ("dien-bien", "trang_thai", "Trạng thái được báo"),
    ("dien-bien", "url", "Chỗ trên trang"),
    ("minh-chung", "loai", "Loại minh chứng"),
    ("minh-chung", "ten", "Tên tài liệu"),
    ("minh-chung", "ngay", "Ngày của tài liệu"),
    ("minh-chung", "co_quan", "Nơi ban hành"),
    ("minh-chung", "url", "Nơi đọc"),
    ("dinh-chinh", "ma", "Mã đính chính"),
    ("dinh-chinh", "loai", "Sai sót của"),
    ("dinh-chinh", "ngay", "Ngày đưa lên trang"),
    ("dinh-chinh", "nguon", "Ai phát hiện"),
    ("dinh-chinh", "url", "Chỗ trên trang"),
    ("bao-cao", "tu", "Kỳ từ ngày"),
    ("bao-cao", "den", "Kỳ đến ngày"),
    ("bao-cao", "tinh_trang", "Trang biết gì về báo cáo"),
    ("bao-cao", "so_hieu", "Số, ký hiệu báo cáo"),
    ("bao-cao", "url", "Nơi đọc báo cáo"),
    ("chi-so", "ten", "Đo điều gì"),
    ("chi-so", "loai", "Dòng này là"),
    ("chi-so", "ngay", "Của khi nào, hoặc đạt đến khi nào"),
    ("chi-so", "nguyen_van", "Giá trị (nguyên văn)"),
    ("chi-so", "nguon", "Nguồn"),
    ("chi-so", "so_hieu", "Số, ký hiệu của nguồn"),
    ("chi-so", "url", "Chỗ trên trang"),
    ("co-quan", "id", "Mã cơ quan"),
    ("co-quan", "ten", "Tên cơ quan"),
    ("co-quan", "ten_tat", "Tên viết tắt"),
    ("co-quan", "tinh_trang", "Còn hoạt động không"),
    ("co-quan", "url", "Trang của cơ quan"),
    ("bien-dong", "ma", "Mã biến động"),
    ("bien-dong", "ngay", "Ngày có hiệu lực"),
    ("bien-dong", "loai", "Loại biến động"),
    ("bien-dong", "tu", "Cơ quan trước"),
    ("bien-dong", "den", "Cơ quan sau"),
    ("bien-dong", "ghi_chu", "Điều chưa chắc chắn"),
    ("tong-hop", "ten", "Con số nói gì"),
    ("tong-hop", "chi_tieu", "Con số"),
];

const SHARED: &[(&str, &str)] = &[
    ("bang", "Bảng nhiệm vụ"),
    ("bo_sung_theo", "Bổ sung theo văn bản"),
    ("can_cu", "Văn bản căn cứ"),
    ("cap", "Cấp"),
    ("chi_so", "Mã chỉ số"),
    ("chieu", "Cao hay thấp thì tốt"),
    ("chu_tri", "Cơ quan chủ trì"),
    ("chu_tri_nguyen_van", "Chủ trì (nguyên văn)"),
    ("chua_gui_ngay", "Ngày có lời chưa gửi"),
    ("chua_gui_theo", "Văn bản nói chưa gửi"),
    ("chua_gui_url", "Nơi đọc lời chưa gửi"),
    ("chuc_nang", "Chức năng được chuyển"),
    ("co_quan", "Cơ quan"),
    ("co_quan_ban_hanh", "Cơ quan ban hành"),
    ("co_quan_bao_cao", "Cơ quan báo cáo"),
    ("cong_khai", "Có công khai không"),
    ("cong_van", "Công văn đính chính"),
    ("cot_khac", "Các cột khác của bảng"),
    ("dich", "Chỗ được đính chính"),
    ("dich_loai", "Đính chính về"),
    ("dien_bien", "Mã diễn biến"),
    ("doc_la_vi", "Vì sao hiểu thời gian như vậy"),
    ("don_vi", "Đơn vị"),
    ("don_vi_gia_tri", "Đơn vị của giá trị"),
    ("ghi_chu", "Ghi chú"),
    ("gia_tri", "Giá trị"),
    ("gia_tri_cu", "Giá trị trước"),
    ("gia_tri_den", "Giá trị đến"),
    ("gia_tri_moi", "Giá trị sau"),
    ("gui_lai", "Các lần gửi lại"),
    ("han", "Hạn gửi"),
    ("han_che", "Hạn chế công khai"),
    ("han_goc", "Thời hạn trong văn bản"),
    ("han_hien_hanh", "Thời hạn đang áp dụng"),
    ("hieu_luc", "Hiệu lực"),
    ("ke_hoach", "Kế hoạch"),
    ("ke_thua_boi", "Có thể kế thừa"),
    ("kho_khan", "Khó khăn, vướng mắc"),
    ("khoi", "Khối"),
    ("ky", "Kỳ trong năm"),
    ("loai_ky", "Bao lâu một lần"),
    ("ly_do", "Lý do"),
    ("ly_do_khong_cong_khai", "Vì sao không công khai"),
    ("ma_ky", "Mã kỳ"),
    ("mau_so", "Mẫu số"),
    ("muc", "Mức"),
    ("nam", "Năm"),
    ("ngay_ban_hanh", "Ngày ban hành"),
    ("ngay_cap_nhat", "Ngày của tin gần nhất"),
    ("ngay_cong_bo", "Ngày đưa lên trang"),
    ("ngay_gui", "Ngày gửi"),
    ("ngay_hieu_luc", "Ngày có hiệu lực"),
    ("ngay_hoan_thanh", "Ngày hoàn thành"),
    ("ngay_nhan", "Ngày nhận kiến nghị"),
    ("ngay_tra_loi", "Ngày trả lời"),
    ("nghia_vu", "Mã nghĩa vụ báo cáo"),
    ("nguon_ngay", "Ngày ấy từ đâu"),
    ("nguon_url", "Nơi đọc nguồn"),
    ("nhom", "Nhóm nhiệm vụ"),
    ("nhom_co_quan", "Nhóm cơ quan"),
    ("noi_ban_hanh", "Nơi ban hành nguồn"),
    ("noi_dung", "Nội dung"),
    ("pham_vi", "Phạm vi"),
    ("phoi_hop_nguyen_van", "Phối hợp (nguyên văn)"),
    ("san_pham", "Sản phẩm, kết quả"),
    ("sau", "Sau"),
    ("sha256", "SHA-256 của bản lưu"),
    ("so", "Số nhiệm vụ"),
    ("so_hieu", "Số, ký hiệu"),
    ("so_minh_chung", "Số minh chứng"),
    ("so_ngay_cham", "Số ngày gửi chậm"),
    ("so_ngay_qua_han", "Số ngày quá hạn"),
    ("so_nhiem_vu_goc", "Số nhiệm vụ trong văn bản"),
    ("so_van_ban", "Số như văn bản ghi"),
    ("ten_khac", "Tên khác"),
    ("ten_ngan_nhom", "Tên ngắn của nhóm (của ban biên tập)"),
    ("ten_nhom", "Tên nhóm"),
    ("tep", "Bản lưu"),
    ("thoi_gian_nguyen_van", "Thời gian (nguyên văn)"),
    ("thu_tu", "Thứ tự"),
    ("thuoc_chi_so", "Thuộc chỉ số"),
    ("thuoc_nhiem_vu", "Thuộc nhiệm vụ"),
    ("tinh_chat", "Thời gian ấy là gì"),
    ("tinh_den_ngay", "Tính đến ngày"),
    ("tinh_trang_ten", "Tình trạng"),
    ("tom_tat", "Tóm tắt"),
    ("ton_tai_den", "Hoạt động đến"),
    ("ton_tai_tu", "Hoạt động từ"),
    ("trang_thai", "Trạng thái theo tin"),
    ("trich_dan", "Trích dẫn"),
    ("trich_yeu", "Trích yếu"),
    ("truoc", "Trước"),
    ("vai", "Vai"),
    ("viec_con", "Việc con"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::vocabulary::columns::TABLES;

    #[test]
    fn every_column_has_a_heading_of_its_own_and_no_heading_is_of_nothing() {
        let mut used = BTreeSet::new();
        for table in TABLES {
            let headings: BTreeSet<_> =
                table.columns.iter().map(|column| heading(table, column)).collect();
            assert_eq!(headings.len(), table.columns.len(), "{}", table.name);
            for column in table.columns {
                assert_ne!(heading(table, column), column.name, "{}", table.name);
                used.insert((table.name, column.name));
            }
        }
        let of_tables = OF_TABLES.iter().map(|(table, name, _)| (*table, *name));
        for place in of_tables.chain(AGENCY_COLUMNS.iter().copied()) {
            assert!(used.contains(&place), "{place:?}");
        }
        for (name, _) in SHARED {
            assert!(used.iter().any(|(_, column)| column == name), "{name}");
        }
    }
}
