//! CK270: what was published changes with a correction only.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK270",
    severity: Severity::Error,
    title: "Điều đã công bố chỉ đổi khi có đính chính nói rõ",
    why: "Người đọc có thể đã trích dẫn điều trang từng ghi. Sửa hay bỏ mà không nói thì không ai biết trang từng ghi \
          khác. Thêm điều mới thì không cần giải thích.",
    mend: "Ghi lại như đã công bố rồi thêm diễn biến mới nếu sự việc đã khác; nếu trang từng ghi sai thì giữ chỗ sửa và \
           thêm một mục vào dinh-chinh.yml, nêu lời trước, lời sau và lý do. Lệnh in kèm thông báo thêm sẵn mục ấy.",
    example: "- { ma: d1, noi_dung: \"Đã lập xong.\" }   # bản trước đã công bố: \"Đã lập.\"",
};

/// A published fact that is another now, or gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silent {
    /// What readers call it.
    pub label: String,
    /// What was published.
    pub old: String,
    /// What it is now; none where it is told no more.
    pub new: Option<String>,
    /// The plan and the target of the correction to write.
    pub correction: Option<(String, String)>,
    /// What the correction says of before and after.
    pub readings: (String, String),
}

/// A published fact that changed and that nothing explains; `as_of` is the day of the release to come.
pub fn silent(at: Place, change: &Silent, as_of: Date) -> Diagnostic {
    let Silent { label, old, new, correction, readings } = change;
    let what = match new {
        Some(new) => format!(
            "Bản công bố trước ghi {label}: “{old}”; nay là “{new}”, mà không đính chính mới nào nói đến."
        ),
        None => format!(
            "Bản công bố trước ghi {label}: “{old}”; nay không còn, mà không đính chính mới nào nói đến."
        ),
    };
    let help = match correction {
        Some((plan, target)) => {
            let (before, after) = readings;
            format!(
                "Khôi phục như cũ; hoặc, nếu trang từng ghi sai, thêm đính chính bằng lệnh sau (thay ly_do bằng lý do cụ thể):\n\
                 congkhai new correction {plan} loai=trang_thong_tin ngay={as_of} dich={target} {} {} {} nguon=tu_phat_hien",
                quoted(&format!("truoc={before}")),
                quoted(&format!("sau={after}")),
                quoted("ly_do=Sửa điều trang đã đăng chưa đúng."),
            )
        }
        None => {
            "Khôi phục kế hoạch đã công bố: kế hoạch đã bỏ thì không còn nơi nào ghi đính chính."
                .to_owned()
        }
    };
    Diagnostic::new(&RULE, at, what).help(help)
}

/// A word of a command line, whatever is in it.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}
