//! CK154: every value is of the kind that its key asks for.

use super::ck151::listed;
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK154",
    severity: Severity::Error,
    title: "Giá trị phải đúng loại mà khóa cần",
    why: "Mỗi khóa cần một loại giá trị: chữ, danh sách, hoặc một nhóm khóa. Ghi loại khác thì không \
          biết phải hiểu thế nào.",
    mend: "Chữ: viết sau dấu hai chấm, trong dấu nháy kép nếu có dấu lạ. Danh sách: [mục một, mục hai] \
           hoặc mỗi mục một dòng mở đầu bằng “- ”. Nhóm khóa: mỗi khóa một dòng, thụt vào hai dấu cách.",
    example: "chu_tri: so-tttt",
};

/// The kinds of value that a key may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Text.
    Text,
    /// A list.
    List,
    /// Keys with values.
    Group,
    /// Yes or no.
    Switch,
    /// Something that has no name here.
    Other,
}

/// The value of `key`, or of the whole file where the key is empty, is of another kind.
pub fn wrong_kind(at: Place, key: &str, wanted: Wanted) -> Diagnostic {
    let subject = if key.is_empty() {
        "Phần khai báo".to_owned()
    } else {
        format!("Giá trị của “{key}”")
    };
    let (kind, help) = match wanted {
        Wanted::Text => (
            "phải là chữ",
            "Viết giá trị trên cùng dòng với khóa. Nếu giá trị có dấu “: ” hoặc mở đầu bằng [ hay {, đặt cả \
             giá trị trong dấu nháy kép.",
        ),
        Wanted::List => (
            "phải là một danh sách",
            "Ghi [mục một, mục hai], hoặc xuống dòng và mở đầu mỗi mục bằng “- ”. Danh sách một mục cũng \
             viết như vậy.",
        ),
        Wanted::Group => (
            "phải gồm các khóa con",
            "Xuống dòng và viết mỗi khóa con trên một dòng theo dạng “khóa: giá trị”, hoặc ghi { khóa: giá trị }.",
        ),
        Wanted::Switch => {
            ("phải là true hoặc false", "Ghi true (đúng) hoặc false (sai), không có dấu nháy.")
        }
        Wanted::Other => {
            ("không đúng loại cần có", "Xem lại cách ghi khóa này trong hướng dẫn soạn thảo.")
        }
    };
    Diagnostic::new(&RULE, at, format!("{subject} {kind}.")).help(help.to_owned())
}

/// The value of `key` is none of the `known` words; `near` is the one that was perhaps meant.
pub fn unknown_word(
    at: Place,
    key: &str,
    word: &str,
    near: Option<&str>,
    known: &[&str],
) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{word}” không phải giá trị của khóa “{key}”."))
        .help(near.map(|near| format!("Ý bạn là “{near}”?")))
        .help(format!("Ghi một trong các giá trị: {}.", listed(known)))
}

/// A key is itself a list or a group.
pub fn strange_key(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Khóa phải là một từ, không phải danh sách hay nhóm khóa.")
        .help("Nếu đây là chữ bình thường, đặt cả giá trị trong dấu nháy kép.".to_owned())
}

/// A compiler's site that names an authority as its publisher.
pub fn authority_of_a_compiler(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Trang tổng hợp (vai_tro: tong_hop) không được ghi co_quan.").help(
        "Bỏ co_quan và ghi nguoi_tong_hop: trang tổng hợp không nói thay cơ quan. Chỉ trang của chính cơ \
         quan mới ghi vai_tro: co_quan_chu_quan và co_quan."
            .to_owned(),
    )
}

/// An authority's own site that names a compiler.
pub fn compiler_of_an_authority(at: Place) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        "Trang của cơ quan (vai_tro: co_quan_chu_quan) không ghi nguoi_tong_hop.",
    )
    .help("Bỏ nguoi_tong_hop; hoặc, nếu đây là trang tổng hợp, ghi vai_tro: tong_hop.".to_owned())
}
