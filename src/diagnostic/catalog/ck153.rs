//! CK153: no key is missing without which the rest has no meaning.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK153",
    severity: Severity::Error,
    title: "Không được thiếu khóa bắt buộc",
    why: "Thiếu khóa này thì phần còn lại không đủ để lập trang.",
    mend: "Thêm khóa còn thiếu, theo mẫu trong hướng dẫn soạn thảo.",
    example: "so: \"3.1\"\nnhom: \"3\"\nchu_tri: [so-tttt]",
};

/// `key` is missing at `at`.
pub fn missing_key(at: Place, key: &str) -> Diagnostic {
    let what = format!("Thiếu khóa “{key}”.");
    let help = match key {
        "vai_tro" => "Thêm một trong hai dòng: “vai_tro: co_quan_chu_quan” nếu trang là của chính cơ quan ở \
                      co_quan; “vai_tro: tong_hop” (bỏ co_quan, thêm nguoi_tong_hop) nếu trang tổng hợp từ nguồn \
                      công khai."
            .to_owned(),
        "giai_doan" => "Thêm giai_doan: { tu: \"2026\", den: \"2030\" }.".to_owned(),
        _ => format!("Thêm dòng “{key}: …” vào đây, thẳng hàng với các khóa cùng nhóm."),
    };
    Diagnostic::new(&RULE, at, what).help(help)
}

/// A list that needs at least one item.
pub fn empty_list(at: Place, key: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Danh sách “{key}” không có mục nào."))
        .help(format!("Ghi ít nhất một mục vào {key}; mẫu có trong hướng dẫn."))
}

/// A reorganisation of this kind that names nobody who took over.
pub fn no_successor(at: Place, kind: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Biến động loại “{kind}” thiếu den: cơ quan sau biến động."))
        .help(
            "Ghi den: [mã cơ quan]. Chưa có văn bản nói ai tiếp nhận thì đừng đoán: ghi vào \
             ghi_chu_bien_tap của cơ quan."
                .to_owned(),
        )
}

/// A duty that binds nobody.
pub fn nobody_reports(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Nghĩa vụ báo cáo không nói ai phải báo cáo.")
        .help("Ghi ai (mã cơ quan) hoặc ai_nhom (mã nhóm).".to_owned())
}

/// A task with parts of both kinds.
pub fn works_and_results(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Nhiệm vụ có cả viec_con và ket_qua.").help(
        "Giữ một trong hai: ket_qua khi xong hết các kết quả là xong nhiệm vụ; viec_con khi chỉ là \
         một phần việc."
            .to_owned(),
    )
}

/// A compiler without a name.
pub fn unnamed_compiler(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Trang tổng hợp phải nói ai tổng hợp.").help(
        "Thêm dòng “nguoi_tong_hop: …”: tên nhóm, tổ chức hay dự án làm trang này, không phải tên \
         cơ quan ban hành kế hoạch."
            .to_owned(),
    )
}

/// An open group that lists members.
pub fn open_group_with_members(at: Place, id: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Nhóm “{id}” khai mo: true nhưng lại có thanh_vien."))
        .help("Giữ một trong hai: nhóm mở không liệt kê được thành viên.".to_owned())
}

/// A group that is neither open nor lists members.
pub fn closed_group_without_members(at: Place, id: &str) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("Nhóm “{id}” không có thanh_vien, cũng không khai mo: true."),
    )
    .help("Kể các cơ quan ở thanh_vien; không ai kể hết được thì ghi mo: true.".to_owned())
}

/// A report that does not say which period it is about; `keys` are some that its duty has.
pub fn report_without_period(at: Place, keys: &[String]) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Báo cáo không nói về kỳ nào.")
        .help(format!("Ghi ky, thí dụ {}.", listed(keys)))
}

/// A report that is said to be sent and not sent, or neither.
pub fn sent_or_not(at: Place, both: bool) -> Diagnostic {
    let what = match both {
        true => "Báo cáo có cả ngay_gui và chua_gui.",
        false => "Mục này không có ngay_gui, cũng không có chua_gui.",
    };
    Diagnostic::new(&RULE, at, what).help(
        "Đã gửi thì ghi ngay_gui. Có nguồn nói chưa gửi thì ghi chua_gui (ngay, và can_cu hoặc url). Chưa biết thì bỏ \
         cả mục: trang tự nói “chưa có thông tin”."
            .to_owned(),
    )
}

/// A word that a report was not sent, which nobody can look up.
pub fn unsent_without_source(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Lời “chưa gửi” không có nguồn.").help(
        "Ghi can_cu (số hiệu văn bản nói thế) hoặc url. Không có nguồn thì bỏ cả mục: chưa ghi nhận không có nghĩa là \
         chưa gửi."
            .to_owned(),
    )
}

/// An indicator that wants to reach nothing.
pub fn no_target(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Chỉ số không có mục tiêu.").help(
        "Ghi muc_tieu, thí dụ [ { nam: \"2026\", gia_tri: \"ít nhất 80%\" } ]; mục tiêu không phải số thì chép nguyên \
         lời."
            .to_owned(),
    )
}

/// Examples of what may be written.
fn listed(keys: &[String]) -> String {
    let keys: Vec<_> = keys.iter().map(|key| format!("“{key}”")).collect();
    keys.join(" hoặc ")
}
