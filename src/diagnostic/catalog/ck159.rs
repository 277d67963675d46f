//! CK159: Giá trị phải đúng dạng của khóa

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};
use crate::text::AddressFault;
use crate::text::slug::{LONGEST_ID, has_plain_letters};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK159",
    severity: Severity::Error,
    title: "Giá trị phải đúng dạng của khóa",
    why: "Giá trị lạ thì trang không biết hiểu thế nào, và không đoán.",
    mend: "Dùng một trong các giá trị được nêu.",
    example: "khoi: chinh-quyen",
};

/// A word that is none of the choices.
pub fn not_a_choice(at: Place, word: &str, choices: &[&str]) -> Diagnostic {
    let near = crate::text::near::nearest(word, choices.iter().copied());
    Diagnostic::new(&RULE, at, format!("“{word}” không phải một giá trị của khóa này."))
        .help(near.map(|near| format!("Ý bạn là “{near}”?")))
        .help(format!("Các giá trị: {}.", choices.join(", ")))
}

/// Text that is no whole number.
pub fn not_a_number(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không phải số nguyên hợp lệ ở đây."))
        .help("Chỉ viết chữ số, như “30”.".to_owned())
}

/// Text that is no web address.
pub fn not_an_address(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không phải địa chỉ web.")).help(
        "Địa chỉ bắt đầu bằng https:// hoặc http://, rồi đến tên máy chủ; không có dấu cách."
            .to_owned(),
    )
}

/// Text that is no address of a site; `fault` says why.
pub fn not_a_site_address(at: Place, text: &str, fault: AddressFault) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không dùng được làm địa chỉ của trang: {fault}."))
        .help("Viết như “https://co-quan.vn” hoặc “https://co-quan.vn/tien-do/”: máy chủ, rồi thư mục nếu có.".to_owned())
}

/// Text that is no mail address.
pub fn not_a_mailbox(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không phải địa chỉ thư điện tử."))
        .help(
            "Viết một hộp thư, như “hop-thu@co-quan.vn”: không tên người, không dấu cách, không mailto:. Chưa có hộp thư thì bỏ khóa này."
                .to_owned(),
        )
}

/// Text that is neither a mail address nor a web address.
pub fn not_a_channel(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không phải nơi nhận báo sai sót."))
        .help("Viết “mailto:hop-thu@co-quan.vn”, hoặc địa chỉ bắt đầu bằng https://.".to_owned())
}

/// A plan's id that is not its folder.
pub fn not_the_folder(at: Place, id: &str, folder: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Mã kế hoạch “{id}” không khớp tên thư mục “{folder}”."))
        .help("Sửa mã cho giống tên thư mục, hoặc đổi tên thư mục cho giống mã.".to_owned())
}

/// An agency's id that is not its file's name.
pub fn not_the_file(at: Place, id: &str, file: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Mã cơ quan “{id}” không khớp tên tệp “{file}.yml”."))
        .help(format!("Đặt tên tệp là “{id}.yml”, hoặc sửa mã."))
}

/// An id that an address or a file cannot have.
pub fn not_an_id(at: Place, id: &str) -> Diagnostic {
    if has_plain_letters(id) {
        return if id.len() > LONGEST_ID {
            let what = format!("Mã dài {} chữ; dài nhất là {LONGEST_ID}.", id.len());
            Diagnostic::new(&RULE, at, what)
                .help("Đặt mã ngắn hơn: mã thành địa chỉ của trang.".to_owned())
        } else {
            let what = format!("Mã “{id}” là tên thiết bị của Windows, không làm tên tệp được.");
            Diagnostic::new(&RULE, at, what).help(format!("Ví dụ: “{id}-1”."))
        };
    }
    Diagnostic::new(
        &RULE,
        at,
        format!("Mã “{id}” chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối."),
    )
    .help(format!("Ví dụ: “{}”.", crate::text::slug::slug(id)))
}

/// Text that is no line or range of lines.
pub fn not_a_line_range(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không phải số dòng."))
        .help("Viết “3” hoặc “1-7”.".to_owned())
}

/// A due date that cannot be counted for periods of this frequency; `forms` are those that can.
pub fn not_a_due_date(at: Place, text: &str, frequency: &str, forms: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không phải hạn gửi của kỳ “{frequency}”."))
        .help(format!("Viết {forms}. Kế hoạch không nêu hạn thì bỏ khóa han."))
}

/// Due dates that are neither one for all frequencies nor one for each.
pub fn not_a_due_date_each(at: Place, due: usize, frequencies: usize) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Có {due} hạn cho {frequencies} kỳ.")).help(
        "Ghi một hạn dùng chung, hoặc danh sách mỗi kỳ một hạn theo thứ tự của ky.".to_owned(),
    )
}

/// Text that names no period of a report; `keys` are some that its duty has.
pub fn not_a_period(at: Place, text: &str, keys: &[String]) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không phải một kỳ báo cáo.")).help(format!(
        "Nghĩa vụ này có các kỳ như {}. Tháng viết “2026-06”, quý “2026-Q2”, sáu tháng “2026-H1”, chín tháng “2026-9M”, \
         năm “2026”, tuần “2026-W07”.",
        keys.join(", ")
    ))
}

/// A year beside a period of another year.
pub fn years_differ(at: Place, key: &str, year: i16) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Kỳ “{key}” thuộc năm {year}, khác năm ghi ở đây."))
        .help("Bỏ khóa nam: ky đã nói rõ năm.".to_owned())
}

/// A year where only a key tells the period.
pub fn year_is_not_enough(at: Place, keys: &[String]) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Chỉ năm thì chưa rõ kỳ nào của nghĩa vụ báo cáo này.")
        .help(format!("Bỏ khóa nam và ghi ky, thí dụ {}.", keys.join(" hoặc ")))
}

/// A correction's target of no known form.
pub fn not_a_target(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không chỉ rõ đính chính chỗ nào."))
        .help("Viết “nhiem-vu/3.1”, “diem/ii.4.a”, “ke-hoach”, hoặc “trang” nếu điều ấy không thuộc kế hoạch nào.".to_owned())
}

/// A sub-work whose words are not the task's.
pub fn not_a_passage(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{}” không có trong nguyên văn của nhiệm vụ.", text.trim()))
        .help("Chép đúng một đoạn liền nhau của nguyen_van.".to_owned())
}

/// Text that is meant as a number and is none; `fault` says why.
pub fn not_an_amount(at: Place, text: &str, fault: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{}” không đọc được thành số: {fault}.", text.trim())).help(
        "Viết như “80%”, “1.250 hồ sơ”, “0,5”; mục tiêu viết thêm được “ít nhất 80%”, “không quá 5%”, “70 - 80%” hoặc \
         bằng lời."
            .to_owned(),
    )
}

/// A date beside a list of levels that have dates of their own.
pub fn date_beside_targets(at: Place, key: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{key}” ở đây không rõ là của mục tiêu nào."))
        .help(format!("Ghi {key} trong từng mục của muc_tieu."))
}

/// A level with both a year and a day.
pub fn two_dates(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Mục tiêu có cả nam và ngay.").help("Giữ một trong hai.".to_owned())
}

/// Text that is no year.
pub fn not_a_year(at: Place, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{text}” không phải một năm."))
        .help("Viết bốn chữ số, như “2026”; ngày hay tháng thì dùng khóa ngay.".to_owned())
}

/// A key of the release ledger that is none.
pub fn not_a_ledger_key(at: Place, fault: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("Khóa của sổ công bố không dùng được: {fault}."))
        .help("Chép lại đúng dòng mà congkhai key show in ra.".to_owned())
}

/// A path that no page of the site can have.
pub fn not_a_page_address(at: Place, path: &str) -> Diagnostic {
    Diagnostic::new(&RULE, at, format!("“{path}” không phải địa chỉ của một trang, tính từ gốc của trang.")).help(
        "Viết như ke-hoach/12-kh-ubnd-2026/nhiem-vu/1-3.html: không có https://, không có dấu / ở đầu.".to_owned(),
    )
}

/// A former address of which both or neither is said: where it leads, and why it leads nowhere.
pub fn one_fate_of_an_address(at: Place) -> Diagnostic {
    Diagnostic::new(&RULE, at, "Địa chỉ cũ phải có một trong hai: den hoặc ly_do.")
        .help("Có trang thay thế thì ghi den; không có thì ghi ly_do.".to_owned())
}
