//! CK181: Tệp giữ kín ở một nơi không được đăng ở nơi khác

use crate::diagnostic::{Diagnostic, Place, Rule, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CK181",
    severity: Severity::Error,
    title: "Tệp giữ kín ở một nơi không được đăng ở nơi khác",
    why: "Một tệp chỉ có một bản trên trang: nơi nào đăng tệp thì ai cũng tải được, dù nơi khác ghi là không công khai.",
    mend: "Bỏ tệp ở nơi đăng, hoặc thôi giữ kín nếu tệp được phép công khai.",
    example: "- { tep: tep/a.pdf, cong_khai: false, … }\n- { tep: tep/a.pdf, … }",
};

/// A file that another piece of evidence withholds.
pub fn published_elsewhere(at: Place, file: &str, withheld: Place) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        at,
        format!("Tệp “{file}” được đăng ở đây nhưng ghi là không công khai ở nơi khác."),
    )
    .help(
        "Nếu tệp không được công khai: bỏ tệp ở đây. Nếu được: bỏ cong_khai: false ở nơi kia."
            .to_owned(),
    )
    .related(withheld, "giữ kín ở đây")
}
