//! Which facts editors wrote and which follow from what they wrote.
//!
//! In: a table and a column of open data. Out: its [`FactKind`], or that it is no fact of its own. A column that is
//! named here nowhere is taken as written, so that none is let through unseen.

use crate::vocabulary::columns::{
    AGENCIES, EVENTS, EVIDENCE, FIGURES, INDICATORS, PLANS, REPORTS, TASKS, Table,
};

/// How a fact came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactKind {
    /// Editors wrote it: it changes only with a correction.
    Written,
    /// It follows from what they wrote, and from the day.
    Derived,
    /// How the site counts: what follows changes with it.
    Rule,
}

impl FactKind {
    /// All kinds.
    pub const ALL: [FactKind; 3] = [FactKind::Written, FactKind::Derived, FactKind::Rule];

    /// The kind as files write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Written => "ghi",
            Self::Derived => "suy_ra",
            Self::Rule => "quy_uoc",
        }
    }
}

/// The kind of a column's values; none where they name the row, repeat another column or are addresses of this site.
pub(super) fn of(table: &Table, column: &str) -> Option<FactKind> {
    use FactKind::{Derived, Written};
    let is = |other: &Table| table.name == other.name;
    if column == "tinh_den_ngay" || table.key.contains(&column) {
        return None;
    }
    if column == "url" && !is(&EVIDENCE) && !is(&REPORTS) {
        return None;
    }
    let derived: &[&str] = if is(&PLANS) {
        &["tinh_trang"]
    } else if is(&TASKS) {
        &[
            "tu",
            "han_goc",
            "han_hien_hanh",
            "den",
            "tinh_chat",
            "trang_thai",
            "tinh_trang",
            "so_ngay_qua_han",
            "ngay_hoan_thanh",
            "ngay_cap_nhat",
            "so_minh_chung",
        ]
    } else if is(&EVENTS) {
        &["so_minh_chung"]
    } else if is(&REPORTS) {
        &["tinh_trang", "so_ngay_cham", "han"]
    } else if is(&INDICATORS) {
        &["muc", "gia_tri", "gia_tri_den", "don_vi_gia_tri"]
    } else if is(&AGENCIES) {
        &["ten", "ten_tat", "ten_khac", "ton_tai_den", "tinh_trang", "ke_thua_boi"]
    } else if is(&FIGURES) {
        &["gia_tri", "mau_so"]
    } else {
        &[]
    };
    let repeated: &[&str] = if is(&TASKS) {
        &["ten_nhom", "ten_ngan_nhom", "tinh_trang_ten"]
    } else if is(&AGENCIES) {
        // They follow from the names, which are facts of their own.
        &["ten_tat", "ten_khac"]
    } else if is(&REPORTS) {
        &["loai_ky", "nam", "ky", "tu", "den"]
    } else if is(&FIGURES) {
        &["ke_hoach", "nhom", "ten", "don_vi"]
    } else {
        &[]
    };
    if repeated.contains(&column) {
        return None;
    }
    Some(if derived.contains(&column) { Derived } else { Written })
}
