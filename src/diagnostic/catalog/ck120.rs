//! CK120: Hoàn thành phải có minh chứng

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK120",
    severity: Severity::Error,
    title: "Hoàn thành phải có minh chứng",
    why: "Một nhiệm vụ chỉ được coi là hoàn thành khi người đọc kiểm tra được; bài báo không đủ.",
    mend: "Thêm minh_chung loại van_ban, san_pham hoặc so_lieu; nếu chưa có, báo cáo cap_nhat với trang_thai: dang_thuc_hien.",
    example: "loai: bao_cao_hoan_thanh\n  minh_chung: [ { loai: tin_bai, … } ]",
};

/// A completion without fit evidence.
pub fn completion_without_evidence(at: Place, number: &str) -> Diagnostic {
    let what = format!(
        "{number}: “hoan_thanh” cần ít nhất một minh chứng văn bản, sản phẩm hoặc số liệu."
    );
    Diagnostic::new(&RULE, at, what)
}

/// Evidence that cannot be looked up: no number, address or file.
pub fn evidence_nowhere(at: Place, title: &str) -> Diagnostic {
    let what = format!(
        "Minh chứng “{title}” không có số hiệu, địa chỉ (url) hay tệp (tep), người đọc không tìm được."
    );
    Diagnostic::new(&RULE, at, what).help(
        "Thêm so_hieu, url hoặc tep cho minh chứng này. Không được công khai thì ghi cong_khai: false và \
         ly_do_khong_cong_khai."
            .to_owned(),
    )
}
