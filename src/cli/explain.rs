//! `congkhai explain`: what a code means.

use super::{Exit, report};
use crate::diagnostic::{Rule, Severity, catalog};
use crate::text::near::nearest;

pub(super) fn run(code: Option<&str>) -> Exit {
    let Some(code) = code else {
        let lines: Vec<String> =
            catalog::ALL.iter().map(|rule| format!("{}  {}", rule.code, rule.title)).collect();
        return report::say_bytes(format!("{}\n", lines.join("\n")).as_bytes());
    };
    let wanted = code.to_uppercase();
    match catalog::ALL.iter().find(|rule| rule.code == wanted) {
        Some(rule) => report::say_bytes(text(rule).as_bytes()),
        None => {
            let near = nearest(&wanted, catalog::ALL.iter().map(|rule| rule.code));
            let near = near.map(|near| format!(" Ý bạn là “{near}”?")).unwrap_or_default();
            report::complain(&format!(
                "lỗi: Không có mã “{code}”.{near}\nXem mọi mã: congkhai explain"
            ));
            Exit::Usage
        }
    }
}

/// All that is known of a rule.
fn text(rule: &Rule) -> String {
    let severity = match rule.severity {
        Severity::Error => "lỗi",
        Severity::Warning => "cảnh báo",
        Severity::Info => "lưu ý",
    };
    let example: String = rule.example.lines().map(|line| format!("    {line}\n")).collect();
    format!(
        "{} ({severity}): {}\n\nVì sao: {}\nCách sửa: {}\n\nVí dụ sai:\n{example}",
        rule.code, rule.title, rule.why, rule.mend
    )
}
