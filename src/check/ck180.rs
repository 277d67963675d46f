//! CK180: of a restricted task nothing but its words and its standing is public.

use crate::diagnostic::Diagnostics;
use crate::diagnostic::catalog::ck180;
use crate::model::{Column, Record, Task};

pub(super) fn check(record: &Record, problems: &mut Diagnostics) {
    for (plan, task) in record.tasks() {
        if task.is_restricted() {
            // The words of a column are the signed text's.
            let table = &plan.tables[task.table];
            let has_products = !table.columns.contains(&Column::Product);
            restricted(task, has_products && !task.products.is_empty(), problems);
        }
    }
}

/// `has_products` tells whether the task names products that no column of the signed text has.
fn restricted(task: &Task, has_products: bool, problems: &mut Diagnostics) {
    let mut leak = |at, detail| problems.push(ck180::leak(at, task.number.as_str(), detail));
    let keys = [
        (!task.sub_works.is_empty(), "viec_con", "việc con"),
        (has_products, "san_pham", "sản phẩm"),
        (!task.indicators.is_empty(), "chi_so", "chỉ số"),
        (!task.notes.is_empty(), "ghi_chu_bien_tap", "ghi chú biên tập"),
        (!task.related.is_empty(), "thong_tin_lien_quan", "thông tin liên quan"),
    ];
    for (present, key, detail) in keys {
        if present {
            leak(task.key(key), detail);
        }
    }
    for event in &task.events {
        let fields = [
            (event.text.is_some(), "noi_dung", "nội dung chi tiết"),
            (event.difficulty.is_some(), "kho_khan", "khó khăn, vướng mắc"),
            (!event.evidence.is_empty(), "minh_chung", "minh chứng"),
        ];
        for (present, field, detail) in fields {
            if present {
                leak(task.key(&event.key(field)), detail);
            }
        }
    }
    if !task.narrative.text.trim().is_empty() {
        leak(task.source.whole(), "lời diễn giải dưới phần khai báo");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Content, check_task, codes};

    #[track_caller]
    fn check(keys: &str, expected: &str) {
        let expected = expected.split_whitespace();
        let expected: Vec<_> = expected
            .map(|key| format!("CK180 ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md {key}"))
            .collect();
        let expected: Vec<_> = expected.iter().map(String::as_str).collect();
        check_task(
            &format!("han_che: {{ ly_do: \"Quốc phòng\" }}\n{keys}"),
            super::check,
            &expected,
        );
        check_task(keys, super::check, &[]);
    }

    #[test]
    fn a_restricted_task_carries_no_detail() {
        check("", "");
        check(&Content::event("loai: cap_nhat, trang_thai: dang_thuc_hien"), "");
        check(&Content::event("loai: cap_nhat, noi_dung: Chi tiết"), "dien_bien[0].noi_dung");
        check(&Content::event("loai: cap_nhat, kho_khan: Chi tiết"), "dien_bien[0].kho_khan");
        check(
            &Content::event(
                "loai: cap_nhat, minh_chung: [ { loai: van_ban, ten: A, so_hieu: B } ]",
            ),
            "dien_bien[0].minh_chung",
        );
        check("san_pham: [Đề án]\nghi_chu_bien_tap: [Lưu ý]", "san_pham ghi_chu_bien_tap");
        check("chi_so: [ { ma: c1, ten: Tỷ lệ, muc_tieu: 80%, nam: \"2024\" } ]", "chi_so");
        check("viec_con: [ { ma: a, nguyen_van: Việc } ]", "viec_con");
        check(
            "thong_tin_lien_quan: [ { ten: A, loai: tin_bai, noi_dung: B } ]",
            "thong_tin_lien_quan",
        );
    }

    #[test]
    fn a_column_of_the_signed_text_is_no_detail() {
        let mut content = Content::default();
        content.regions = "\n::: bang_nhiem_vu\nTT\nNội dung\nSản phẩm\nChủ trì\n".to_owned();
        content.task(
            "1.1",
            "han_che: { ly_do: Quốc phòng }\nsan_pham: [Đề án]\nchu_tri_nguyen_van: Sở A",
        );
        assert_eq!(codes(&content, super::check), Vec::<String>::new());
    }

    #[test]
    fn its_narrative_is_empty() {
        let mut content = Content::default();
        content.task("1.1", "han_che: { ly_do: \"Quốc phòng\" }");
        content.narrative = "Diễn giải.".to_owned();
        assert_eq!(
            codes(&content, super::check),
            ["CK180 ke-hoach/12-kh-ubnd-2024/nhiem-vu/1-1.md"]
        );
    }
}
