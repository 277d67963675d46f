//! CK250: Mẫu giao diện dựng được

use crate::diagnostic::catalog::pages;
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::text::numbers;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK250",
    severity: Severity::Error,
    title: "Mẫu giao diện dựng được",
    why: "Một mẫu sai làm hỏng mọi trang dùng nó; trang công bố phải dựng được từ đầu đến cuối.",
    mend: "Sửa mẫu tại dòng được nêu. Mỗi mẫu chỉ đọc được những trường mà trang đưa cho nó.",
    example: "<p>{{ taks.number }}</p>   # trường tên là task",
};

/// What the template engine found wrong, in our own terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A name that the page does not give, with those that it gives.
    Undefined {
        /// The name.
        name: String,
        /// The names that exist in its stead.
        known: Vec<String>,
        /// The likeliest of them.
        near: Option<String>,
    },
    /// A value that is missing, of which the engine tells no name.
    Missing,
    /// A filter, test, function, component or template that does not exist.
    Unknown {
        /// The engine's word for its kind.
        kind: String,
        /// Its name.
        name: String,
        /// A likely other name.
        near: Option<String>,
    },
    /// One token stands where another is needed.
    Unexpected {
        /// What was found.
        found: String,
        /// What is needed, where the engine tells.
        expected: Option<String>,
    },
    /// A value of the wrong type.
    WrongType {
        /// The type that was found.
        found: String,
        /// The type that is needed, where the engine tells.
        expected: Option<String>,
    },
    /// A filter or function lacks an argument.
    MissingArgument(String),
    /// A component has no such arguments.
    UnknownArguments(String),
    /// A block that no parent template has.
    OrphanBlock(String),
    /// A block or component that the template defines twice.
    Twice(String),
    /// A component that two templates of one theme define.
    ComponentTwice {
        /// The component.
        name: String,
        /// The other template.
        other: String,
    },
    /// Templates extend or include each other in a circle.
    Circle(Vec<String>),
    /// Anything that is unclosed at the end.
    Unclosed(Option<String>),
    /// A tag that does not exist.
    UnknownTag,
    /// A character that has no meaning there.
    StrayCharacter,
    /// `extends` after other things.
    LateExtends,
    /// Matter outside the blocks of a template that extends another.
    OutsideBlocks,
    /// Bytes that are no UTF-8.
    NotUtf8,
    /// A division by zero.
    DivisionByZero,
    /// Components and included templates that call each other without end, or too deep.
    Endless,
    /// More rounds of loops, or more bytes written, than one page may take.
    TooMuch {
        /// The most rounds.
        steps: u64,
        /// The most bytes.
        bytes: u64,
    },
    /// A page of more bytes than this.
    TooLong(usize),
    /// A value that has grown beyond so many items or bytes, or holds others deeper than so many levels.
    TooLarge {
        /// The most items, or bytes of a text.
        size: usize,
        /// The most bytes, with all that it holds.
        bytes: usize,
        /// The most levels.
        levels: usize,
    },
    /// A `range` that does not end, or has more numbers than this.
    TooLongARange(usize),
    /// Tags within tags, deeper than this.
    TooDeep(usize),
    /// Templates that include or extend one another, more than this in a row.
    TooManyInARow(usize),
    /// What has no sentence of ours, in the engine's words.
    Other(String),
}

impl Fault {
    /// Whether both are one fault: what else a page offers in place of a missing name differs from page to page.
    pub fn is_as(&self, other: &Fault) -> bool {
        match (self, other) {
            (Fault::Undefined { name, .. }, Fault::Undefined { name: other, .. }) => name == other,
            _ => self == other,
        }
    }
}

/// A template that cannot be read.
pub fn unreadable(at: Place, fault: &Fault) -> Diagnostic {
    advised(Diagnostic::new(&RULE, at, sentence(fault)), fault)
}

/// A template that failed for a record, such as "nhiệm vụ 3.1 của 111/KH-UBND", and on so many pages in all.
pub fn failed(at: Place, record: &str, count: usize, fault: &Fault) -> Diagnostic {
    let record = pages::told(record, count);
    advised(Diagnostic::new(&RULE, at, format!("Khi dựng {record}: {}", sentence(fault))), fault)
}

/// How a related place is labelled: the place from which the faulty one was called.
pub const CALLED_FROM: &str = "được gọi từ đây";

fn advised(diagnostic: Diagnostic, fault: &Fault) -> Diagnostic {
    match fault {
        Fault::Undefined { known, near, .. } => {
            let all = (!known.is_empty()).then(|| format!("Ở đây có: {}.", known.join(", ")));
            diagnostic.help(near.as_deref().map(did_you_mean)).help(all)
        }
        Fault::Unknown { near, .. } => diagnostic.help(near.as_deref().map(did_you_mean)),
        Fault::Endless => diagnostic.help(
            "Đặt điều kiện dừng cho thành phần tự gọi mình; thành phần gọi lồng nhau tối đa 20 tầng, ít hơn nếu giữa chúng còn {% include %}.".to_owned(),
        ),
        Fault::TooMuch { .. } | Fault::TooLong(_) | Fault::TooLarge { .. } => diagnostic.help(
            "Xem các vòng {% for %} lồng nhau ở mẫu này và ở nơi gọi nó: mỗi vòng thêm nhân số lần lên.".to_owned(),
        ),
        Fault::TooLongARange(_) => diagnostic.help(
            "Cho range một khoảng ngắn hơn và bước khác 0, hoặc lặp theo chính danh sách cần in.".to_owned(),
        ),
        Fault::TooDeep(_) => diagnostic.help("Tách phần bên trong thành mẫu riêng hay thành phần.".to_owned()),
        Fault::TooManyInARow(_) => {
            diagnostic.help("Gộp các mẫu ấy lại, hoặc gọi từ một mẫu chung.".to_owned())
        }
        _ => diagnostic,
    }
}

fn did_you_mean(near: &str) -> String {
    format!("Ý bạn là “{near}”?")
}

fn sentence(fault: &Fault) -> String {
    match fault {
        Fault::Undefined { name, .. } => format!("không có trường “{name}” ở đây."),
        Fault::Missing => "giá trị này không có; hãy bọc nó trong {% if %}.".to_owned(),
        Fault::Unknown { kind, name, .. } => {
            let kind = match kind.as_str() {
                "filter" => "bộ lọc",
                "test" => "phép thử",
                "function" => "hàm",
                "component" => "thành phần",
                _ => "mẫu",
            };
            format!("không có {kind} “{name}”.")
        }
        Fault::Unexpected { found, expected: Some(expected) } => format!("gặp {found}, đáng lẽ là {expected}."),
        Fault::Unexpected { found, expected: None } => format!("gặp {found} ở chỗ không được phép."),
        Fault::WrongType { found, expected } => match expected {
            Some(expected) => {
                format!("giá trị kiểu {}, trong khi ở đây cần kiểu {}.", type_name(found), type_name(expected))
            }
            None => format!("giá trị kiểu {} không dùng được ở đây.", type_name(found)),
        },
        Fault::MissingArgument(name) => format!("thiếu tham số “{name}”."),
        Fault::UnknownArguments(names) => format!("thành phần không có tham số {names}."),
        Fault::OrphanBlock(name) => format!("khối “{name}” không có trong mẫu cha nào, nên sẽ không hiện ra."),
        Fault::Twice(name) => format!("“{name}” được định nghĩa hai lần trong mẫu này."),
        Fault::ComponentTwice { name, other } => format!("thành phần “{name}” đã được định nghĩa ở {other}."),
        Fault::Circle(names) => format!("các mẫu gọi nhau thành vòng: {}.", names.join(" → ")),
        Fault::Unclosed(Some(what)) => format!("{what} mở ra mà không đóng lại."),
        Fault::Unclosed(None) => "mẫu kết thúc khi một thẻ chưa đóng.".to_owned(),
        Fault::UnknownTag => "không có thẻ này.".to_owned(),
        Fault::StrayCharacter => "ký tự này không có nghĩa ở đây.".to_owned(),
        Fault::LateExtends => "{% extends %} phải đứng đầu mẫu, và chỉ có một.".to_owned(),
        Fault::OutsideBlocks => {
            "phần này nằm ngoài mọi khối nên sẽ không hiện ra: mẫu có {% extends %} chỉ gồm các khối.".to_owned()
        }
        Fault::NotUtf8 => "mẫu không phải văn bản UTF-8.".to_owned(),
        Fault::DivisionByZero => "phép chia cho 0.".to_owned(),
        Fault::Endless => "các thành phần gọi nhau không dứt, hoặc quá sâu.".to_owned(),
        Fault::TooMuch { steps, bytes } => format!(
            "mẫu chạy quá lâu: mỗi trang nhiều nhất {} vòng lặp, {} MB chữ.",
            shown(*steps),
            shown(*bytes / 1_000_000)
        ),
        Fault::TooLong(bytes) => {
            format!("trang dài quá {} MB.", shown((*bytes / 1_000_000) as u64))
        }
        Fault::TooLarge { size, bytes, levels } => format!(
            "giá trị này lớn quá: nhiều nhất {} mục hoặc chừng ấy byte chữ; kể cả những gì nằm trong nó không quá {} MB, {levels} tầng.",
            shown(*size as u64),
            shown((*bytes / 1_000_000) as u64)
        ),
        Fault::TooLongARange(count) => {
            format!("range không dứt, hoặc có quá {} số.", shown(*count as u64))
        }
        Fault::TooDeep(levels) => format!("các thẻ lồng nhau quá {levels} tầng."),
        Fault::TooManyInARow(count) => {
            format!("quá {count} mẫu nối nhau bằng {{% include %}} hoặc {{% extends %}}.")
        }
        Fault::Other(message) => format!("bộ máy mẫu báo “{message}”."),
    }
}

fn shown(count: u64) -> String {
    numbers::integer(i64::try_from(count).unwrap_or(i64::MAX))
}

/// The engine's name of a type, in Vietnamese.
fn type_name(name: &str) -> &str {
    match name {
        "string" | "String" | "&str" | "str" => "chữ",
        "map" | "Map" | "map/struct" => "bảng",
        "array" | "Vec<Value>" | "&[Value]" => "danh sách",
        "bool" => "đúng/sai",
        "none" | "undefined" => "trống",
        "i64" | "u64" | "i128" | "u128" | "f64" | "integer" | "float" | "f32" | "number"
        | "Number" => "số",
        other => other,
    }
}
