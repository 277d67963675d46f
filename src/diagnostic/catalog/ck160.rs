//! CK160: every cell of a table of tasks has its column, and every column its cells.

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK160",
    severity: Severity::Error,
    title: "Mỗi cột của bảng nhiệm vụ phải có lời của từng nhiệm vụ",
    why: "Trang in lại bảng với đúng các cột của văn bản. Thiếu lời của một ô mà vẫn in thì người đọc tưởng \
          văn bản để trống ô ấy; không biết cột nào ghi gì thì lời của cơ quan chủ trì có thể đứng dưới \
          tiêu đề “Sản phẩm”.",
    mend: "Ghi lời của ô vào khóa của cột (san_pham, chu_tri_nguyen_van, cot_khac…); ô mà văn bản để trống thì ghi \
           tiêu đề cột vào o_trong; cột mà tiêu đề chưa nói rõ ghi gì thì khai ở bang_nhiem_vu.cot trong \
           ke-hoach.yml.",
    example: "::: bang_nhiem_vu\n\nTT\nNhiệm vụ\nSản phẩm\nThời gian   # nhiệm vụ không có khóa san_pham",
};

/// A task without the words of columns that its table has; `key` is where those of the first belong.
pub fn missing_cells(at: Place, number: &str, headings: &[&str], key: &str) -> Diagnostic {
    let named: Vec<_> = headings.iter().map(|heading| format!("“{heading}”")).collect();
    let what = format!("Nhiệm vụ {number} thiếu lời của cột {}.", named.join(", "));
    let heading = headings.first().copied().unwrap_or_default();
    let words = match key {
        "cot_khac" => format!("cot_khac: {{ \"{heading}\": \"lời của ô\" }}"),
        "san_pham" => "san_pham: [\"lời của ô\"]".to_owned(),
        _ => format!("{key}: \"lời của ô\""),
    };
    Diagnostic::new(&RULE, at, what).help(format!(
        "Ghi {words}; nếu văn bản để trống ô ấy thì ghi o_trong: [\"{heading}\"]. Nếu cột “{heading}” chứa điều mà \
         một khóa khác đã ghi thì khai cột ấy ở bang_nhiem_vu.cot trong ke-hoach.yml."
    ))
}

/// A heading that a key names and the table does not have.
pub fn no_such_column(at: Place, heading: &str, near: Option<&str>, known: &[&str]) -> Diagnostic {
    let what = format!("Bảng không có cột nào mang tiêu đề “{heading}”.");
    let known: Vec<_> = known.iter().map(|known| format!("“{known}”")).collect();
    Diagnostic::new(&RULE, at, what).help(match near {
        Some(near) => format!("Ý bạn là “{near}”?"),
        None if known.is_empty() => {
            "van-ban.md không có vùng ::: bang_nhiem_vu cho bảng này.".to_owned()
        }
        None => format!("Các cột của bảng: {}.", known.join(", ")),
    })
}

/// Words of a column under `cot_khac` that has a key of its own.
pub fn not_another_column(at: Place, heading: &str, key: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Cột “{heading}” đã có khóa riêng."))
        .help(format!("Ghi lời của ô vào khóa {key}."))
}

/// A cell that is said to be empty and has words.
pub fn not_empty(at: Place, heading: &str, key: &str) -> Diagnostic {
    let what = format!("Ô “{heading}” khai là để trống nhưng khóa {key} có lời.");
    Diagnostic::new(&RULE, at, what).help("Giữ một trong hai, đúng như văn bản.".to_owned())
}

/// A cell that is said to be one with another and whose words are no neighbour's.
pub fn not_merged(at: Place, heading: &str) -> Diagnostic {
    let what = format!("Ô “{heading}” khai là gộp nhưng lời khác với ô ở trên và ô ở bên trái.");
    Diagnostic::new(&RULE, at, what).help(
        "Ô gộp thì ghi lời giống ô mà nó gộp với; nếu văn bản ghi riêng thì bỏ khỏi o_gop."
            .to_owned(),
    )
}

/// No column of the table holds the tasks themselves.
pub fn no_task_column(at: Place, headings: &[&str]) -> Diagnostic {
    let named: Vec<_> = headings.iter().map(|heading| format!("“{heading}”")).collect();
    let what = format!("Không rõ cột nào của bảng ghi nhiệm vụ: {}.", named.join(", "));
    Diagnostic::new(&RULE, at, what).help(
        "Khai trong ke-hoach.yml: bang_nhiem_vu: [{ cot: { \"tiêu đề cột\": nhiem_vu } }]."
            .to_owned(),
    )
}

/// Two columns that seem to hold the same; `role` is what, as content calls it.
pub fn two_columns(at: Place, first: &str, second: &str, role: &str) -> Diagnostic {
    let what = format!("Hai cột “{first}” và “{second}” cùng có vẻ ghi {role}.");
    Diagnostic::new(&RULE, at, what).help(format!(
        "Khai trong ke-hoach.yml cột nào là {role}, cột kia là gì: bang_nhiem_vu: [{{ cot: {{ \"{first}\": {role}, \
         \"{second}\": khac }} }}]."
    ))
}

/// Two columns with the same heading.
pub fn heading_twice(at: Place, heading: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Tiêu đề cột “{heading}” có hai lần trong một bảng.")).help(
        "Ghi mỗi tiêu đề một lần; tiêu đề chung của nhiều cột thì ghi kèm tiêu đề riêng."
            .to_owned(),
    )
}

/// A row that numbers more columns than the table has.
pub fn more_numbers_than_columns(at: Place, numbers: usize, columns: usize) -> Diagnostic {
    let what = format!("Hàng đánh số cột có {numbers} số mà bảng chỉ có {columns} cột.");
    Diagnostic::new(&RULE, at, what).help("Ghi đủ tiêu đề các cột ở trên hàng số.".to_owned())
}
