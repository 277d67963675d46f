//! CK232: Xem tệp mang theo những gì trước khi đăng

use crate::attachment::{Carried, Contents, Kind};
use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK232",
    severity: Severity::Info,
    title: "Xem tệp mang theo những gì trước khi đăng",
    why: "Ai tải tệp về cũng xem được tên người soạn, ghi chú, chữ đã xóa, nơi chụp ảnh nằm ẩn trong đó.",
    mend: "Gõ congkhai scrub <tệp> để có một bản sạch bên cạnh, xem lại rồi đăng bản ấy; nếu đúng là muốn đăng như vậy, ghi da_xem.",
    example: "(tệp Word còn bình luận và chế độ theo dõi thay đổi)",
};

/// A file that carries more than it shows; `path` is where it lies.
pub fn carried(at: Place, name: &str, path: &str, kind: Kind, contents: &Contents) -> Diagnostic {
    let what = format!("Tệp “{name}” {}.", told(kind, contents));
    let has = |thing| contents.carried.contains(&thing);
    let by_hand = has(Carried::TrackedChanges)
        || has(Carried::Script)
        || has(Carried::Files)
        || has(Carried::Hidden)
        || has(Carried::Unknown)
        || has(Carried::Comments) && matches!(kind, Kind::Excel | Kind::PowerPoint);
    let help = if contents.is_signed {
        "Tệp có chữ ký số: đừng sửa, chữ ký sẽ hỏng. Nếu những thứ ấy không được công khai thì xin cơ quan ký bản khác."
            .to_owned()
    } else if by_hand
        || matches!(kind, Kind::OldOffice | Kind::OtherPhoto | Kind::Vector | Kind::Gif)
    {
        match kind {
            _ if has(Carried::Unknown) => "Tự mở tệp ra xem bên trong có gì không được công khai; xem rồi thì ghi da_xem.",
            Kind::OtherPhoto => "Mở ảnh, lưu lại thành JPEG hoặc PNG rồi gõ congkhai scrub với tệp ấy.",
            Kind::Vector | Kind::Gif => "Lưu lại thành ảnh PNG rồi đăng ảnh ấy.",
            Kind::Pdf => "In tệp ra PDF mới rồi đăng bản mới.",
            _ => "Mở bằng Word, Excel…: Xem lại → Chấp nhận mọi thay đổi, xóa ghi chú, rồi lưu bản mới hoặc xuất ra PDF.",
        }
        .to_owned()
    } else if !contents.damaged_parts.is_empty() {
        format!("Thay ảnh hỏng trong tệp, rồi lấy bản sạch: congkhai scrub \"{path}\"")
    } else {
        format!("Lấy bản sạch: congkhai scrub \"{path}\"")
    };
    Diagnostic::new(&RULE, at, what).help(help)
}

/// What was seen in a file of this kind, behind the word “tệp”: of what could not be looked into, nothing is said.
pub fn told(kind: Kind, contents: &Contents) -> String {
    let things = contents.carried.iter().filter(|thing| **thing != Carried::Unknown);
    let things = things.map(named).collect::<Vec<_>>().join("; ");
    let is_unknown = contents.carried.contains(&Carried::Unknown);
    match (things.is_empty(), is_unknown) {
        (_, false) => format!("mang theo {things}"),
        (false, true) => {
            format!("mang theo {things}; ngoài ra có phần mà công cụ không xem được bên trong")
        }
        (true, true) if matches!(kind, Kind::Film | Kind::Sound | Kind::Archive) => {
            "thuộc loại mà công cụ không xem được bên trong, nên không biết nó mang theo gì"
                .to_owned()
        }
        (true, true) => {
            "có phần mà công cụ không xem được bên trong, nên không biết phần ấy mang theo gì"
                .to_owned()
        }
    }
}

/// What people call it.
pub fn named(carried: &Carried) -> String {
    match carried {
        Carried::Author(name) => format!("tên người soạn hoặc lưu (“{name}”)"),
        Carried::Comments => "ghi chú bên lề".to_owned(),
        Carried::TrackedChanges => "chữ đã sửa, đã xóa (theo dõi thay đổi)".to_owned(),
        Carried::Location => "nơi chụp ảnh (GPS)".to_owned(),
        Carried::Thumbnail => "ảnh thu nhỏ của bản cũ".to_owned(),
        Carried::Camera(number) => format!("số máy ảnh ({number})"),
        Carried::Script => "mã tự chạy khi mở".to_owned(),
        Carried::Files => "tệp khác nằm bên trong".to_owned(),
        Carried::Hidden => "trang tính hoặc chữ đang ẩn".to_owned(),
        Carried::Earlier => "bản trước của chính tệp".to_owned(),
        Carried::Notes => "thông tin do phần mềm hoặc máy ảnh tự ghi".to_owned(),
        Carried::Unknown => "phần mà công cụ không xem được bên trong".to_owned(),
    }
}
