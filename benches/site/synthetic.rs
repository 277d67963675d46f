//! Synthetic sites of a fictional province: 1,000 tasks at 1×, in plans of 250.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const TASKS_PER_PLAN: usize = 250;
const GROUPS: usize = 10;
const AGENCIES: usize = 40;

/// Writes the content of a site of `scale` thousand tasks.
pub(crate) fn write(content: &Path, scale: usize, minify: bool) {
    put(
        &content.join("trang.yml"),
        &format!(
            "ten: \"Công khai tỉnh Lam Giang\"\nmo_ta: \"Trang tổng hợp để đo.\"\ndia_phuong: \"tỉnh Lam Giang\"\nvai_tro: co_quan_chu_quan\nco_quan: ubnd-tinh\n\
         dia_chi: \"https://lam-giang.example/\"\ntinh_den_ngay: \"2026-11-24\"\nthu_gon: \"{}\"\n",
            if minify { "co" } else { "khong" },
        ),
    );
    put(
        &content.join("co-quan/ubnd-tinh.yml"),
        "id: ubnd-tinh\nkhoi: chinh_quyen\nten:\n  - ten: \"Ủy ban nhân dân tỉnh Lam Giang\"\n",
    );
    for agency in 1..=AGENCIES {
        let text = format!(
            "id: so-{agency}\nkhoi: chinh_quyen\nten:\n  - ten: \"Sở Chuyên ngành số {agency}\"\n    ten_tat: \"Sở CN{agency}\"\n"
        );
        put(&content.join(format!("co-quan/so-{agency}.yml")), &text);
    }
    for plan in 1..=scale * 1000 / TASKS_PER_PLAN {
        write_plan(&content.join(format!("ke-hoach/{plan}-kh-ubnd-2024")), plan);
    }
}

fn write_plan(folder: &Path, plan: usize) {
    let mut groups = String::new();
    let mut text = String::from(
        "::: dau_van_ban\nỦY BAN NHÂN DÂN\nTỈNH LAM GIANG\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n\
         Số: KH-UBND\n\nLam Giang, ngày 15 tháng 01 năm 2024\n\n::: ten_van_ban\nKẾ HOẠCH\n\nPHÁT TRIỂN ỨNG DỤNG\n\n::: noi_dung\n# I. NHIỆM VỤ\n\n",
    );
    for group in 1..=GROUPS {
        writeln!(groups, "  - so: \"{group}\"\n    ten: \"Nhóm nhiệm vụ số {group} của kế hoạch\"\n    ung_voi: i.{group}").unwrap();
        write!(text, "## {group}. Mục số {group}\n\n").unwrap();
        for point in ["a", "b", "c", "d", "đ"] {
            write!(text, "{point}) Xây dựng, hoàn thiện các cơ chế, chính sách về ứng dụng, phát triển công nghệ thông tin trên địa bàn tỉnh.\n\n").unwrap();
        }
    }
    text.push_str("::: chu_ky\nCHỦ TỊCH\n\nNguyễn Văn Mẫu\n");
    put(&folder.join("van-ban.md"), &text);
    put(
        &folder.join("ke-hoach.yml"),
        &format!(
            "id: {plan}-kh-ubnd-2024\nso_hieu: \"{plan}/KH-UBND\"\nten_ngan: \"Kế hoạch mẫu số {plan}\"\nloai: ke_hoach\n\
         trich_yeu: \"Phát triển ứng dụng công nghệ thông tin\"\nco_quan_ban_hanh: ubnd-tinh\nngay_ban_hanh: \"2024-01-15\"\n\
         giai_doan: {{ tu: \"2024\", den: \"2027\" }}\nso_nhiem_vu_goc: \"{TASKS_PER_PLAN}\"\nnguon: {{}}\nnhom_nhiem_vu:\n{groups}",
        ),
    );
    for index in 0..TASKS_PER_PLAN {
        let (group, number) = (index % GROUPS + 1, index / GROUPS + 1);
        put(&folder.join(format!("nhiem-vu/{group}-{number}.md")), &task(plan, group, number));
    }
}

fn task(plan: usize, group: usize, number: usize) -> String {
    let lead = (plan * 7 + group * 3 + number) % AGENCIES + 1;
    let partner = lead % AGENCIES + 1;
    let mut text = format!(
        "---\nso: \"{group}.{number}\"\nnhom: \"{group}\"\nnguyen_van: >-\n  Xây dựng và triển khai chương trình ứng dụng công nghệ thông tin phần \
         {number} trong các cơ quan nhà nước, đáp ứng yêu cầu phát triển bền vững và hội nhập.\nchu_tri: [so-{lead}]\nchu_tri_nguyen_van: \"Sở CN{lead}\"\n\
         phoi_hop:\n  nguyen_van: \"Sở CN{partner}\"\n  co_quan: [so-{partner}]\nthoi_gian:\n  nguyen_van: \"{}\"\ncan_cu_dieu: [i.{group}.a]\n",
        2024 + number % 4,
    );
    if !number.is_multiple_of(3) {
        text.push_str("dien_bien:\n");
        write!(text, "  - ma: d1\n    ngay: \"2024-05-20\"\n    ngay_cong_bo: \"2024-05-25\"\n    loai: cap_nhat\n    trang_thai: dang_thuc_hien\n    co_quan_bao_cao: so-{lead}\n    noi_dung: \"Đã trình dự thảo kế hoạch chi tiết, đang lấy ý kiến các đơn vị.\"\n").unwrap();
    }
    if number % 3 == 1 {
        write!(text, "  - ma: d2\n    ngay: \"2024-11-30\"\n    ngay_cong_bo: \"2024-12-05\"\n    loai: bao_cao_hoan_thanh\n    trang_thai: hoan_thanh\n    co_quan_bao_cao: so-{lead}\n    noi_dung: \"Đã ban hành quyết định và bàn giao hệ thống.\"\n    minh_chung:\n      - loai: van_ban\n        ten: \"Quyết định về việc nghiệm thu\"\n        so_hieu: \"{number}/QĐ-UBND\"\n        ngay: \"2024-11-30\"\n  - ma: d3\n    ngay: \"2024-12-20\"\n    ngay_cong_bo: \"2024-12-21\"\n    loai: xac_nhan\n    co_quan_bao_cao: ubnd-tinh\n").unwrap();
    }
    text.push_str("---\nViệc này gồm **ba bước**: khảo sát, xây dựng và bàn giao.\n\n- Khảo sát nhu cầu của các đơn vị;\n- Xây dựng phần mềm, đào tạo cán bộ;\n- Bàn giao, vận hành, đánh giá hằng năm.\n");
    text
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
